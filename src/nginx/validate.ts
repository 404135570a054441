import { type Complaint, lineOf, problemAt } from './complaint.ts';
import { checkDirective } from './directive-rules.ts';
import {
  type Context,
  contextInWords,
  contextWithin,
  countsInWords,
  type Directive,
  directivesNamed,
  directivesOf,
  isOfForeignModule,
  nearestDirective,
  takes,
} from './directives.ts';
import { directivesIn } from './include.ts';
import type { Problem } from './model.ts';
import { isTemplate } from './parameters.ts';
import type { ConfigNode } from './parser.ts';
import { checkReferences, type Placed } from './reference-rules.ts';
import { checkListens, checkNesting, duplicateLocations } from './server-rules.ts';
import { checkValue, takenOnce } from './value-rules.ts';

export interface ValidateOptions {
  /** The version of nginx that will run (`1.27`, `1.22.1`); without it, what any version takes is right. */
  version?: string | undefined;
  unprivileged?: boolean | undefined;
  /** Every file that is included is known: then names that are defined nowhere are wrong. */
  complete: boolean;
}

/** Everything besides syntax that nginx would refuse, in the order of the text. */
export function validate(directives: readonly ConfigNode[], options: ValidateOptions): Problem[] {
  return new Validator(options).run(directives);
}

interface Surroundings {
  context: Context;
  /** The directives of this block by name, for those that nginx takes once. */
  seen: Map<string, ConfigNode>;
  location: ConfigNode | null;
}

class Validator {
  readonly #options: ValidateOptions;
  readonly #problems: Problem[] = [];
  readonly #placed: Record<'http' | 'stream', Placed[]> = { http: [], stream: [] };
  #unknownModule = false;
  #moreModules = false;
  #unknowns = 0;

  constructor(options: ValidateOptions) {
    this.#options = options;
  }

  run(directives: readonly ConfigNode[]): Problem[] {
    const top = [...directivesIn(directives)];
    const base = baseContext(top);
    this.#unknownModule = top.some((n) => n.name === 'load_module' && !knownModule(n.args[0]?.text ?? ''));
    this.#moreModules = directives.some((n) => n.name === 'include' && /(?:^|\/)modules(?:-enabled)?\/\*/.test(n.args[0]?.text ?? ''));
    // A piece of a configuration whose surroundings aren't known: nothing can be said about what may stand in it.
    if (base === null) return [];
    this.#walk(directives, base);
    if (this.#options.complete && base === 'main') {
      for (const context of ['http', 'stream'] as const) this.#add(checkReferences(this.#placed[context], context === 'stream'));
      const http = top.find((n) => n.name === 'http');
      if (http !== undefined) this.#checkHttp(http);
      this.#checkEvents(top, http);
    }
    return this.#problems;
  }

  #add(problems: Iterable<Problem>): void {
    for (const problem of problems) this.#problems.push(problem);
  }

  #checkHttp(http: ConfigNode): void {
    const servers = [...directivesIn(http.block)].filter((n) => n.name === 'server' && n.block !== null);
    this.#add(checkListens(servers, http, this.#options.unprivileged === true));
  }

  #checkEvents(top: readonly ConfigNode[], http: ConfigNode | undefined): void {
    if (http === undefined || top.some((n) => n.name === 'events')) return;
    // A misspelt "events" is told already.
    if (top.some((n) => n.faulty || this.#problems.some((p) => p.file === n.file && p.start === n.word.start))) return;
    this.#problems.push(
      problemAt(http, {
        check: 'syntax',
        message: 'The configuration has no "events" block.',
        fix: 'Write "events {}" above this block.',
        says: 'no "events" section in configuration',
      }),
    );
  }

  /** Visits every directive on a stack of its own, as blocks and includes may be nested without limit. */
  #walk(directives: readonly ConfigNode[], base: Context): void {
    const stack = [{ nodes: directivesIn(directives), around: { context: base, seen: new Map(), location: null } as Surroundings }];
    for (let top = stack[0]; top !== undefined; top = stack[stack.length - 1]) {
      const next = top.nodes.next();
      if (next.done === true) stack.pop();
      else {
        const inside = this.#visit(next.value, top.around);
        if (inside !== null) stack.push({ nodes: directivesIn(next.value.block), around: inside });
      }
    }
  }

  /** @returns what is around the directives of its block; null when there are none, or none that can be judged */
  #visit(node: ConfigNode, around: Surroundings): Surroundings | null {
    const { context } = around;
    const complaint = node.faulty ? null : this.#judge(node, around);
    if (complaint !== null) this.#problems.push(problemAt(node, complaint));
    if (complaint?.check === 'unknown-directive' || complaint?.check === 'wrong-context') return null;
    const side = context.startsWith('stream')
      ? 'stream'
      : context === 'main' || context === 'events' || context.startsWith('mail')
        ? null
        : 'http';
    if (side !== null) this.#placed[side].push({ node, context });
    if (node.block === null) return null;
    const inner = contextWithin(node.name, context);
    if (inner === null) return null;
    if (inner === 'server' || inner === 'location') this.#add(duplicateLocations(node));
    return { context: inner, seen: new Map(), location: node.name === 'location' ? node : around.location };
  }

  #judge(node: ConfigNode, around: Surroundings): Complaint | null {
    const { context } = around;
    const all = directivesNamed(node.name);
    if (all.some((d) => !d.own)) return null;
    const definitions = directivesOf(node.name, this.#options.version);
    if (definitions.length === 0) return this.#unknown(node, context, all);
    const here = definitions.filter((d) => d.contexts.has(context) || d.contexts.has('any'));
    const [definition] = here;
    if (definition === undefined) return misplaced(node, context, definitions);
    const isBlock = node.opener !== null;
    if (!here.some((d) => d.block === isBlock)) return isBlock ? noSemicolon(node) : noBlock(node);
    if (!here.some((d) => takes(d.counts, node.args.length))) {
      // A placeholder may stand for any number of words.
      return node.args.some((a) => isTemplate(a.text)) ? null : wrongCount(node, definition);
    }
    return this.#twice(node, around, definition) ?? checkValue(node, definition) ?? this.#special(node, around);
  }

  #unknown(node: ConfigNode, context: Context, others: readonly Directive[]): Complaint | null {
    if (this.#unknownModule || node.name.startsWith('${') || isOfForeignModule(node.name)) return null;
    const says = `unknown directive "${node.name}"`;
    const [other] = others;
    if (other !== undefined) {
      const since = other.since !== null ? `came with version ${other.since}` : `was gone by version ${other.removed}`;
      return {
        check: 'unknown-directive',
        message: `nginx ${this.#options.version} has no directive "${node.name}": it ${since}.`,
        fix: null,
        says,
      };
    }
    const stray = /[\ufeff\u00a0\u200b\u2028]/.exec(node.name)?.[0];
    if (stray !== undefined) {
      const what = stray === '\ufeff' ? 'a byte order mark' : stray === '\u00a0' ? 'a no-break space' : 'an invisible character';
      return {
        check: 'unknown-directive',
        message: `There is ${what} in front of this directive or in its name, which nginx takes for a part of the name.`,
        fix: `Remove ${what}.`,
        says,
      };
    }
    const nearest = ++this.#unknowns > mostSuggestions ? null : nearestDirective(node.name, context);
    // Debian's and Alpine's packages load each module by a file of its own.
    if (nearest === null && this.#moreModules) return null;
    return {
      check: 'unknown-directive',
      message: `nginx has no directive "${shorten(node.name)}".${nearest === null ? '' : ` Did you mean "${nearest}"?`}`,
      fix: nearest === null ? null : `Write ${nearest}.`,
      says,
    };
  }

  #twice(node: ConfigNode, { seen }: Surroundings, { kind }: Directive): Complaint | null {
    const { name } = node;
    if (switchedOff.has(name)) return twiceWithOff(node, seen);
    const key = name === 'alias' ? 'root' : name;
    const first = seen.get(key);
    seen.set(key, first ?? node);
    if (first === undefined || !takenOnce.has(kind)) return null;
    const same = first.name === name;
    return {
      check: 'duplicate-directive',
      message: same
        ? `${name} stands twice in this block: first at ${lineOf(first)}.`
        : `${name} can't stand beside ${first.name} (${lineOf(first)}) in one block.`,
      fix: 'Remove one of the two.',
      says: same ? `"${name}" directive is duplicate` : `"${name}" directive is duplicate, "${first.name}" directive was specified earlier`,
      other: { node: first, label: `${first.name} stands here first` },
    };
  }

  #special(node: ConfigNode, { context, location }: Surroundings): Complaint | null {
    const complaint = checkDirective(node, context, location, this.#options.version);
    if (complaint !== null || node.name !== 'location' || context !== 'location' || location === null) return complaint;
    return checkNesting(node, location);
  }
}

/** Directives that may stand several times, but not beside their own "off". */
/** A file with more unknown names is no nginx configuration, and comparing each with all directives takes its time. */
const mostSuggestions = 500;
const switchedOff = new Set(['proxy_redirect', 'proxy_cookie_domain', 'proxy_cookie_path', 'proxy_cookie_flags', 'mirror']);

function twiceWithOff(node: ConfigNode, seen: Map<string, ConfigNode>): Complaint | null {
  const { name } = node;
  const off = node.args.length === 1 && node.args[0]?.text === 'off';
  const first = seen.get(`${name} off`) ?? (off ? seen.get(name) : undefined);
  seen.set(off ? `${name} off` : name, node);
  if (first === undefined) return null;
  return {
    check: 'duplicate-directive',
    message: `${name} can't stand beside "${name} off" in one block (${lineOf(first)}).`,
    fix: 'Remove one of the two.',
    says: `"${name}" directive is duplicate`,
    other: { node: first, label: `${name} stands here first` },
  };
}

/** Modules by file name whose directives the table knows. */
function knownModule(path: string): boolean {
  const name = path.replace(/^.*\//, '');
  return /^ngx_(http_(image_filter|xslt_filter|perl|geoip|geoip2|js|brotli_\w+|headers_more_filter|lua|echo|cache_purge|dav_ext|fancyindex|subs_filter|uploadprogress|upstream_fair|auth_pam|auth_spnego_ngx|modsecurity|set_misc|srcache_filter|memc|push_stream|vhost_traffic_status|zstd_\w+|redis2?|encrypted_session|array_var|form_input|iconv|xss_filter|ndk|otel|auth_jwt|auth_ldap)|mail|stream(_geoip2?|_js|_lua)?|rtmp|nchan|otel|ssl_ct)_module\.so$|^ndk_http_module\.so$/.test(
    name,
  );
}

/**
 * What the main file is: normally the main context. A file that was written to be included, read on its own,
 * is judged as what it must be inside of; null when that can't be told.
 */
function baseContext(top: readonly ConfigNode[]): Context | null {
  if (top.some((n) => ['http', 'events', 'stream', 'mail', 'rtmp'].includes(n.name))) return 'main';
  const servers = top.filter((n) => n.name === 'server' && n.block !== null);
  if (servers.some((s) => [...directivesIn(s.block)].some(onlyInStream))) return 'stream';
  if (servers.length > 0 || top.some((n) => n.name === 'upstream' && n.block !== null)) return 'http';
  if (top.some((n) => n.name === 'location' && n.block !== null)) return 'server';
  const known = top.map((n) => directivesNamed(n.name)).filter((definitions) => definitions.some((d) => d.own));
  return known.every((definitions) => definitions.some((d) => d.contexts.has('main') || d.contexts.has('any'))) ? 'main' : null;
}

function onlyInStream({ name }: ConfigNode): boolean {
  const contexts = directivesNamed(name).flatMap((d) => [...d.contexts]);
  return contexts.includes('stream-server') && !contexts.includes('server');
}

function misplaced(node: ConfigNode, context: Context, definitions: readonly Directive[]): Complaint {
  const allowed = [...new Set(definitions.flatMap((d) => [...d.contexts]))].map(contextInWords);
  return {
    check: 'wrong-context',
    message: `${node.name} can't stand in ${contextInWords(context)}; nginx takes it in ${allowed.join(', ')}.`,
    fix: null,
    says: `"${node.name}" directive is not allowed here`,
  };
}

function noSemicolon(node: ConfigNode): Complaint {
  return {
    check: 'wrong-arguments',
    message: `${node.name} is no block: it ends with ";".`,
    fix: 'Write ";" instead of the braces.',
    says: `directive "${node.name}" is not terminated by ";"`,
  };
}

function noBlock(node: ConfigNode): Complaint {
  return {
    check: 'wrong-arguments',
    message: `${node.name} needs a block in braces.`,
    fix: null,
    says: `directive "${node.name}" has no opening "{"`,
  };
}

function wrongCount(node: ConfigNode, { counts }: Directive): Complaint {
  const given = node.args.length === 0 ? 'none' : `${node.args.length}`;
  return {
    check: 'wrong-arguments',
    message: `${node.name} takes ${countsInWords(counts)}, but here ${node.args.length === 1 ? 'is 1' : `are ${given}`}.`,
    fix: null,
    says: `invalid number of arguments in "${node.name}" directive`,
  };
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
