/** Runs nginx again and again until what it says is about the configuration, and says what that means. */
import type { Draft } from '../core/finding.ts';
import type { NginxTestReport } from '../core/report.ts';
import type { Location } from '../core/source.ts';
import type { Ran } from '../docker/engine.ts';
import type { Stack } from '../stack/model.ts';
import type { Bench } from './bench.ts';
import type { StandIns } from './certificate.ts';
import type { Likeness } from './choose.ts';
import { anchorOf, locateMessage, nameConflict, textAt } from './locate.ts';
import { isFatal, kindOf, readMessages, type TestMessage } from './messages.ts';
import { holdsPlaceholder, undefinedIn } from './placeholders.ts';
import { mendPair, remedy, type Sandbox } from './sandbox.ts';

export interface Outcome {
  status: NginxTestReport['status'];
  files: number;
  reason: string | null;
  findings: Draft[];
}

export interface Trial {
  stack: Stack;
  sandbox: Sandbox;
  bench: Bench;
  likeness: Likeness;
  standIns: StandIns;
  image: string | null;
}

/** Each run meets one obstacle; a configuration with more of them is not worth the wait. */
const mostRuns = 40;
const mostSeconds = 180;

/** What one run of nginx says about going on. */
type Verdict = { go: 'again' } | { go: 'end'; status: 'passed' | 'failed' | 'skipped'; reason: string | null };

const again: Verdict = { go: 'again' };

/** Tests one stack to its end. @throws what the bench throws */
export async function judge(trial: Trial, signal?: AbortSignal): Promise<Outcome> {
  const told = new Told(trial.stack);
  const until = Date.now() + mostSeconds * 1000;
  for (let runs = 1; ; runs += 1) {
    const ran = await trial.bench.run(trial.sandbox, signal);
    const messages = readMessages(trial.bench.inTree(ran.stderr));
    for (const message of messages) {
      if (kindOf(message) === 'warning' && isOfTheConfiguration(message, trial)) told.warning(message);
    }
    const verdict = weigh(trial, ran, messages, told);
    if (verdict.go === 'end') return outcomeOf(trial, ran, verdict, told);
    if (runs === mostRuns || Date.now() > until) {
      return outcomeOf(trial, ran, { go: 'end', status: 'skipped', reason: 'nginx asked for too much that is not there' }, told);
    }
  }
}

/** Whether a warning is about what the repository says: how many variables fill a table hangs on the modules of the image. */
function isOfTheConfiguration({ rule }: TestMessage, { stack, likeness }: Trial): boolean {
  if (rule?.elsewhere && !stack.nginx.treeKnown) return false;
  return rule?.id !== 'hash-warn' || likeness === 'exact';
}

function weigh(trial: Trial, ran: Ran, messages: readonly TestMessage[], told: Told): Verdict {
  if (ran.timedOut) return { go: 'end', status: 'skipped', reason: 'nginx -t did not end within a minute' };
  if (ran.status === 0) return { go: 'end', status: 'passed', reason: null };
  const fatal = messages.filter(isFatal);
  const first = fatal.find((message) => message.level !== 'alert') ?? fatal[0];
  return first === undefined ? weighSilence(ran, told) : weighMessage(trial, first, told);
}

/** nginx ended without a word: it crashed, or it never ran. */
function weighSilence(ran: Ran, told: Told): Verdict {
  if (ran.status === 139 || ran.signal === 'SIGSEGV') {
    told.crash();
    return { go: 'end', status: 'failed', reason: null };
  }
  const said = ran.stderr.trim().split('\n').at(-1)?.slice(0, 300) ?? '';
  return { go: 'end', status: 'skipped', reason: `nginx did not run: ${said === '' ? `status ${ran.status ?? ran.signal}` : said}` };
}

function weighMessage(trial: Trial, message: TestMessage, told: Told): Verdict {
  if (kindOf(message) !== 'environment' && restsOnPlaceholder(trial, message)) return unknownValue(message);
  switch (kindOf(message)) {
    case 'environment':
      return weighEnvironment(trial, message, told);
    case 'build':
      return trial.likeness === 'exact' ? fault(trial, told, message) : untestable(trial, message);
    case 'version':
      return trial.likeness === 'other' ? untestable(trial, message) : fault(trial, told, message);
    default:
      if (trial.likeness === 'other' && /duplicate listen/.test(message.text) && listensOnQuic(trial.stack))
        return untestable(trial, message);
      if (isOurOwnDoing(message) && mendPair(trial.sandbox, trial.stack, trial.standIns)) return again;
      // An nginx whose build and version differ may say what nobody knows here.
      if (message.rule === undefined && trial.likeness === 'other' && message.file === null) return untestable(trial, message);
      return fault(trial, told, message);
  }
}

/** TCP and QUIC on one port: an nginx before 1.25 takes the second for the first again. */
function listensOnQuic({ config }: Stack): boolean {
  return config.files.some(({ text }) => /^[^#\n]*\blisten[ \t][^;\n]*[ \t]quic\b/m.test(text));
}

function weighEnvironment(trial: Trial, message: TestMessage, told: Told): Verdict {
  // The users of the image that will run are as real as its modules.
  if (message.rule?.remedy === 'user' && trial.likeness === 'exact') told.fault(message);
  switch (remedy(trial.sandbox, trial.stack, trial.standIns, message)) {
    case 'remedied':
      return again;
    case 'told':
      told.fault(message);
      return again;
    case 'fault':
      return fault(trial, told, message);
    case 'helpless':
      if (message.rule?.id === 'main-missing') {
        return { go: 'end', status: 'skipped', reason: `nginx’s main file ${message.groups.path} is not in the repository` };
      }
      return message.rule?.late
        ? { go: 'end', status: 'passed', reason: `all but the listening sockets was tested: ${message.text}` }
        : { go: 'end', status: 'skipped', reason: `the place of the test, not the configuration: ${message.text}` };
  }
}

function fault(trial: Trial, told: Told, message: TestMessage): Verdict {
  if (restsOnPlaceholder(trial, message)) return unknownValue(message);
  if (message.rule?.elsewhere && !trial.stack.nginx.treeKnown) {
    return { go: 'end', status: 'skipped', reason: `not all of nginx’s files are known: ${message.text}${placeOf(message)}` };
  }
  told.fault(message);
  return { go: 'end', status: 'failed', reason: null };
}

/** Whether a line holds a value that only the deploy knows, so that nginx speaks of the stand-in. */
function restsOnPlaceholder({ stack, sandbox }: Trial, message: TestMessage): boolean {
  const words = `${message.text}\n${textAt(stack, message)}`;
  return holdsPlaceholder(sandbox.placeholders, words) && !isToldUnset(stack, words);
}

function unknownValue(message: TestMessage): Verdict {
  return { go: 'end', status: 'skipped', reason: `a value that is known only where it is deployed: ${message.text}${placeOf(message)}` };
}

/** The nginx that ran is not the one that will run. */
function untestable(trial: Trial, message: TestMessage): Verdict {
  const nginx = trial.image === null ? 'the nginx of this machine' : trial.image;
  const why =
    trial.likeness === 'base'
      ? ', on which the image is built, may lack what the Dockerfile adds'
      : ' may be of another version or build than the nginx that will run';
  return { go: 'end', status: 'skipped', reason: `${nginx}${why}: ${message.text}${placeOf(message)}` };
}

function placeOf({ file, line }: TestMessage): string {
  return file === null ? '' : ` in ${file}:${line}`;
}

/** Whether a text holds a variable of a template that nothing defines: nginx is right to refuse it. */
function isToldUnset(stack: Stack, text: string): boolean {
  return [...undefinedIn(stack)].some((name) => text.includes(`\${${name}}`) || text.includes(`$${name}`));
}

function isOurOwnDoing(message: TestMessage): boolean {
  return message.rule?.id === 'key-mismatch' || message.rule?.id === 'cert-bad-pem';
}

function outcomeOf(trial: Trial, ran: Ran, verdict: Verdict & { go: 'end' }, told: Told): Outcome {
  const { stack } = trial;
  const findings = told.drafts;
  const failed = verdict.status === 'failed' || told.faults > 0;
  const files = verdict.status === 'passed' && ran.status === 0 ? filesRead(trial, ran.stdout) : filesKnown(stack);
  if (failed) return { status: 'failed', files, reason: verdict.reason, findings };
  if (verdict.status !== 'passed' || files > 0) return { status: verdict.status, files, reason: verdict.reason, findings };
  return vacuousOutcome(stack, told);
}

/** nginx is content, and has read nothing of the repository. */
function vacuousOutcome(stack: Stack, told: Told): Outcome {
  const { findings, files } = { findings: told.drafts, files: 0 };
  if (!stack.nginx.treeKnown) {
    const reason = 'nginx read none of the repository’s files, and what writes its configuration is not known';
    return { status: 'skipped', files, reason, findings };
  }
  const elsewhere = stack.nginx.tree.absent.find(({ target }) => isForNginx(stack, target));
  if (elsewhere !== undefined) {
    return { status: 'skipped', files, reason: `what is mounted to ${elsewhere.target} is not in the repository`, findings };
  }
  const unread = stack.nginx.tree.placed.find((placed) => isForNginx(stack, placed.target) && isConfiguration(stack, placed.target));
  if (unread === undefined) return { status: 'vacuous', files, reason: 'the repository has no configuration for this nginx', findings };
  told.vacuous(unread.at);
  return { status: 'vacuous', files, reason: 'nginx read none of the repository’s files', findings };
}

function isForNginx(stack: Stack, target: string): boolean {
  const folders = [stack.nginx.prefix, '/etc/nginx'];
  return folders.some((folder) => target === folder || target.startsWith(`${folder}/`) || folder.startsWith(`${target}/`));
}

/** Whether what was put at a path holds a server: a file itself, or one in the folder. */
function isConfiguration(stack: Stack, target: string): boolean {
  for (const file of stack.nginx.tree.files()) {
    if (file.origin === null || (file.path !== target && !file.path.startsWith(`${target}/`))) continue;
    if (/^\s*(?:server|http|stream)\s*\{/m.test(file.text)) return true;
  }
  return false;
}

/** How many files of the repository nginx names in its dump. */
function filesRead({ bench, stack }: Trial, dump: string): number {
  const origins = new Set<string>();
  for (const [, path = ''] of bench.inTree(dump).matchAll(/^# configuration file (.+):$/gm)) {
    const origin = stack.nginx.tree.read(path)?.origin;
    if (origin) origins.add(origin);
  }
  return origins.size;
}

/** nginx dumps nothing when it refuses: then the files that we found it to read. */
function filesKnown(stack: Stack): number {
  return new Set(stack.config.files.flatMap((file) => file.origin ?? [])).size;
}

/** The findings of one test, each once. */
class Told {
  readonly drafts: Draft[] = [];
  faults = 0;
  readonly #stack: Stack;
  readonly #seen = new Set<string>();

  constructor(stack: Stack) {
    this.#stack = stack;
  }

  fault(message: TestMessage): void {
    this.faults += 1;
    const why = 'nginx refuses to start or to reload with this, so no request is answered.';
    this.#tell(message, 'error', message.rule?.why ?? why);
  }

  warning(message: TestMessage): void {
    this.#tell(message, 'warning', message.rule?.why ?? 'nginx starts, but does not do what the line says.');
  }

  crash(): void {
    this.faults += 1;
    const location = anchorOf(this.#stack);
    if (location === null) return;
    this.drafts.push({
      check: 'nginx-test',
      severity: 'error',
      message: 'nginx crashes while it reads this configuration, which is what it does when a file includes itself.',
      why: 'nginx cannot start, so no request is answered.',
      fix: { message: 'Break the circle of includes.' },
      location,
      related: [],
    });
  }

  vacuous(location: Location): void {
    this.drafts.push({
      check: 'nginx-test',
      severity: 'error',
      message: 'nginx -t passes, but this nginx reads none of the repository’s files.',
      why: 'nginx serves its default site, and the configuration that was written for it has no effect.',
      fix: { message: 'Mount or copy the configuration to a path that nginx reads, such as /etc/nginx/conf.d/NAME.conf.' },
      location,
      related: [],
    });
  }

  #tell(message: TestMessage, severity: 'error' | 'warning', why: string): void {
    const conflict = nameConflict(this.#stack, message);
    // Where nginx drops the image's own server for the repository's, all is as it was meant.
    if (conflict !== undefined && conflict.later.at === null) return;
    const location = conflict?.later.at ?? locateMessage(this.#stack, message);
    if (location === null) return;
    // One server name on three ports is one fault.
    const key = JSON.stringify([message.rule?.id ?? message.text, severity === 'error' ? message.text : '', location]);
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    const { says, fix } = message.rule ?? {};
    const ofTheImage = conflict?.earlier.at === null ? `; the earlier one is in the image’s own ${conflict.earlier.file.path}` : '';
    const own = says && `${says(message.groups).replace(/\.$/, '')}${ofTheImage}`;
    const text = own === undefined ? `nginx -t says: ${message.text}.` : `${own} (nginx -t: ${message.text}).`;
    this.drafts.push({
      check: 'nginx-test',
      severity,
      message: text.replace(/\.\.$/, '.'),
      why,
      ...(fix === undefined ? {} : { fix: { message: fix } }),
      location,
      related: conflict?.earlier.at ? [{ location: conflict.earlier.at, label: 'the earlier server has the name here' }] : [],
    });
  }
}
