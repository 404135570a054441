import type { Stack } from '../stack/model.ts';
import type { Diagnosis } from './diagnose.ts';
import type { Site } from './site.ts';

/**
 * An older configuration runs: is it only not reloaded, or has it never arrived? `nginx -T` prints the files as they are
 * where nginx stands.
 */
export async function tellReloadFromDeploy(site: Site, diagnosis: Diagnosis): Promise<Diagnosis> {
  if (diagnosis.cause !== 'stale-config') return diagnosis;
  const dump = await site.configurationThere();
  if (dump === null) return diagnosis;
  const refusal = refusalIn(dump);
  if (refusal !== null) {
    const rests = [...diagnosis.rests, `nginx refuses the files as they are now: ${refusal}`];
    return { ...diagnosis, rests, fix: 'Mend what `nginx -t` says, then reload nginx: until then it keeps the configuration of before.' };
  }
  const [changed] = changedFiles(site.stack, dump);
  if (changed === undefined) {
    const rests = [...diagnosis.rests, 'the files where nginx stands are these (`nginx -T`): it has not been reloaded'];
    return { ...diagnosis, rests, fix: 'Reload nginx: `nginx -t`, then `nginx -s reload`.' };
  }
  const rests = [...diagnosis.rests, `${changed} is another one where nginx stands (\`nginx -T\`)`];
  const bring =
    site.stack.nginx.kind === 'service' ? 'Rebuild nginx’s image or bring the file to its mount' : 'Bring the file to that host';
  return { ...diagnosis, rests, fix: `${bring}, then reload nginx (\`nginx -t\`, \`nginx -s reload\`) or recreate its container.` };
}

/** Why nginx would not load its files; null where they were printed, or nothing of nginx's was said. */
export function refusalIn(said: string): string | null {
  if (said.includes('# configuration file ')) return null;
  return /^(?:nginx: \[emerg\]|\S{10} \S{8} \[emerg\] \d+#\d+:) (.{1,500})$/m.exec(said)?.[1] ?? null;
}

/** The repository's files that no file of the dump is equal to. Those that hold values of the environment are not compared. */
export function changedFiles(stack: Pick<Stack, 'config'>, dump: string): string[] {
  const there = new Set(dump.split(/^# configuration file .{1,4096}:$/m).map(plain));
  const own = stack.config.files.filter((f) => f.origin !== null && f.variableAt === undefined);
  return own.flatMap((f) => (there.has(plain(f.text)) ? [] : (f.origin ?? [])));
}

/** What counts of a file's text: its lines, without what stands at their ends. */
function plain(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}
