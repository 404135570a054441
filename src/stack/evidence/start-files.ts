/** Ports in small files that say what a program listens on: `app.listen(3000)`, `bind = "0.0.0.0:8000"`, `listen = 9000`. */
import type { Source } from '../../core/source.ts';
import { type Bind, parseAddress, portOf, uwsgiFileAddress } from './bind.ts';
import type { Lookup } from './command-line.ts';

/** One port of a start file. `variable` is the environment variable that replaces it where it is set. */
export interface FileBind extends Omit<Bind, 'by'> {
  variable: string | null;
}

const mostHits = 40;

interface Pattern {
  /** Files by name. */
  files: RegExp;
  /** Groups: `port`, `address` (host:port), `host`, `name` (an identifier to look up), `socket`. */
  pattern: RegExp;
  program: string;
  protocol?: Bind['protocol'];
}

const javascript = /\.(?:[cm]?[jt]sx?)$/;
const python = /\.py$/;

const patterns: Pattern[] = [
  {
    files: javascript,
    program: 'the app',
    pattern:
      /\.listen\(\s*(?:(?:Number|parseInt|\+)\s*\(?\s*)?(?<value>[^,)\n]{1,120}(?:,\s*10\s*\)\s*(?:\|\||\?\?)\s*\d{2,5})?)(?:,\s*(?:\d+\s*\)?\s*,\s*)?['"`](?<host>[\w.:]+)['"`])?/g,
  },
  { files: javascript, program: 'the app', pattern: /\.listen\(\s*\{[^{}]{0,200}?\bport\s*:\s*(?<value>[^,}\n]{1,120})/g },
  { files: javascript, program: 'the app', pattern: /\b(?:Bun|Deno)\.serve\(\s*\{[^{}]{0,200}?\bport\s*:\s*(?<value>[^,}\n]{1,120})/g },
  { files: javascript, program: 'the app', pattern: /\bserve\(\s*\{[^{}]{0,200}?\bport\s*:\s*(?<value>[^,}\n]{1,120})/g },
  {
    files: /(?:vite|nuxt|rsbuild|astro|vue|webpack)\.config\.[cm]?[jt]s$/,
    program: 'the dev server',
    pattern: /\bport\s*:\s*(?<value>[^,}\n]{1,120})/g,
  },
  {
    files: python,
    program: 'uvicorn',
    protocol: 'http',
    pattern:
      /\buvicorn\.run\([^()]{0,300}?(?:\([^()]{0,80}\)[^()]{0,200}?){0,3}\bport\s*=\s*(?<value>(?:int\()?(?:[\w.]{1,30}\([^()\n]{1,80}\)|[^,\n]{1,120}))/g,
  },
  {
    files: python,
    program: 'the app',
    protocol: 'http',
    pattern: /(?<!\buvicorn)\.run\([^()]{0,300}?\bport\s*=\s*(?<value>(?:int\()?(?:[\w.]{1,30}\([^()\n]{1,80}\)|[^,\n]{1,120}))/g,
  },
  // Options from a dictionary: which port, only the running program knows.
  { files: python, program: 'the app', pattern: /\b(?:uvicorn|app|hypercorn|socketio|web)\.run\([^()]{0,300}?\*\*(?<value>\w{1,60})/g },
  { files: python, program: 'the app', pattern: /\brun_app\([^()]{0,200}?\bport\s*=\s*(?<value>[^,\n]{1,120})/g },
  { files: python, program: 'waitress', pattern: /\bserve\([^()]{0,200}?\bport\s*=\s*(?<value>[^,\n]{1,120})/g },
  { files: python, program: 'waitress', pattern: /\bserve\([^()]{0,200}?\blisten\s*=\s*['"](?<address>[\w.*:[\]]+)['"]/g },
  {
    files: python,
    program: 'the app',
    pattern:
      /(?:HTTPServer|TCPServer|WSGIServer|make_server|start_server|bind)\(\s*\(?\s*['"](?<host>[\w.:]*)['"]\s*,\s*(?<value>[^,)\n]{1,80})/g,
  },
  { files: python, program: 'the app', pattern: /\.listen\(\s*(?<value>[^,)\n]{1,120})/g },
  { files: python, program: 'grpc', protocol: 'grpc', pattern: /\badd_(?:in)?secure_port\(\s*f?['"](?<address>[\w.*:[\]]+)['"]/g },
  { files: python, program: 'the app', pattern: /add_argument\(\s*['"]--port['"][^()]{0,200}?\bdefault\s*=\s*(?<value>\d{2,5})/g },
  {
    files: /gunicorn[\w.-]*\.py$/,
    program: 'gunicorn',
    protocol: 'http',
    pattern: /^\s*bind\s*=\s*\[?\s*f?['"](?<address>[^'"\n]{1,200})['"]/gm,
  },
  {
    files: /\.go$/,
    program: 'the app',
    pattern: /\b(?:ListenAndServe(?:TLS)?|Run|Listen|Start|Serve)\(\s*"(?<address>[\w.\-[\]]*:\d{2,5})"/g,
  },
  { files: /\.go$/, program: 'the app', pattern: /\bAddr\s*:\s*"(?<address>[\w.\-[\]]*:\d{2,5})"/g },
  { files: /\.go$/, program: 'the app', pattern: /\bnet\.Listen\(\s*"tcp\d?"\s*,\s*"(?<address>[\w.\-[\]]*:\d{2,5})"/g },
  { files: /\.rs$/, program: 'the app', pattern: /\bbind\(\s*&?\(?\s*"(?<address>[\w.[\]:]+:\d{2,5})"/g },
  { files: /\.rs$/, program: 'the app', pattern: /\bbind\(\s*\(\s*"(?<host>[\w.:]+)"\s*,\s*(?<value>\d{2,5})/g },
  { files: /\.rs$/, program: 'the app', pattern: /SocketAddr::from\(\(\s*\[[^\]]{1,40}\]\s*,\s*(?<value>\d{2,5})/g },
  { files: /\.cs$/, program: 'the app', pattern: /\b(?:UseUrls|Run)\(\s*"(?<address>https?:\/\/[^"\s;]{1,80})"/g },
  { files: /\.cs$/, program: 'the app', pattern: /\bListen(?:AnyIP|Localhost)\(\s*(?<value>\d{2,5})/g },
  { files: /appsettings(?:\.\w+)?\.json$/, program: 'the app', pattern: /"(?:Urls|Url)"\s*:\s*"(?<address>https?:\/\/[^"\s;]{1,80})"/g },
  {
    files: /(?:application|bootstrap)[\w-]*\.properties$/,
    program: 'spring',
    pattern: /^[ \t]*(?:server\.port|quarkus\.http\.port)\s*[=:]\s*(?<value>\S{1,80})/gm,
  },
  {
    files: /(?:application|bootstrap)[\w-]*\.ya?ml$/,
    program: 'spring',
    pattern: /^server:[^\S\n]*\n(?:[ \t]+\S[^\n]*\n|[ \t]*\n){0,20}?[ \t]+port:[ \t]*(?<value>\S{1,80})/gm,
  },
  { files: /puma\.rb$/, program: 'puma', protocol: 'http', pattern: /^\s*port\s*\(?\s*(?<value>[^\n]{1,120})/gm },
  {
    files: /(?:puma|unicorn)[\w.-]*\.rb$/,
    program: 'puma',
    protocol: 'http',
    pattern: /^\s*(?:bind|listen)\s*\(?\s*['"](?<address>[^'"\n]{1,200})['"]/gm,
  },
  { files: /\.rb$|config\.ru$/, program: 'the app', pattern: /\bset\s*:port\s*,\s*(?<value>\d{2,5})/g },
  {
    files: /(?:^|\/)(?:php-?fpm|www|zz-[\w.-]*|docker|pools?|[\w-]*fpm[\w-]*|default)\.conf$|fpm(?:\.d|\/pool\.d)?\/[\w.-]+\.conf$/,
    program: 'php-fpm',
    protocol: 'fastcgi',
    pattern: /^[ \t]*listen[ \t]*=[ \t]*(?<address>[^\s;]{1,200})/gm,
  },
  {
    files: /(?:ports|apache[\w-]*|httpd[\w-]*|000-default|vhost[\w-]*|default)\.conf$/,
    program: 'apache',
    protocol: 'http',
    pattern: /^[ \t]*Listen[ \t]+(?<address>[\w.:[\]*]{2,60})/gm,
  },
  {
    files: /(?:apache[\w-]*|httpd[\w-]*|000-default|vhost[\w-]*|default)\.conf$/,
    program: 'apache',
    protocol: 'http',
    pattern: /<VirtualHost[ \t]+[\w.*[\]_]{1,60}:(?<value>\d{2,5})/g,
  },
  {
    files: /\.conf(?:\.template)?$|(?:^|\/)nginx[\w.-]*$/,
    program: 'nginx',
    protocol: null,
    pattern: /^[ \t]*listen[ \t]+(?<address>[\w.:[\]*]{2,60})[^;=\n]{0,120};/gm,
  },
  { files: /Caddyfile[\w.-]*$/, program: 'caddy', protocol: 'http', pattern: /^(?:https?:\/\/)?[\w.*-]*:(?<value>\d{2,5})\s*(?:,|\{|$)/gm },
  { files: /mosquitto[\w.-]*\.conf$/, program: 'mosquitto', protocol: 'tcp', pattern: /^[ \t]*(?:listener|port)[ \t]+(?<value>\d{2,5})/gm },
  { files: /\.(?:ex|exs)$/, program: 'phoenix', pattern: /\bport:\s*(?<value>\d{2,5})/g },
  {
    files: /(?:^|\/)\.env(?:\.\w+)?$/,
    program: 'the app',
    pattern: /^(?:export\s+)?(?:APP_|SERVER_|HTTP_)?PORT\s*=\s*["']?(?<value>\d{2,5})/gm,
  },
];

/** Every port that a file says is listened on. `lookup` gives the environment that the program sees. */
export function bindsOfFile(source: Source, lookup: Lookup): FileBind[] {
  const found: FileBind[] = [];
  if (/\.ini$/.test(source.file)) found.push(...uwsgiBinds(source, lookup));
  for (const { files, pattern, program, protocol } of patterns) {
    if (!files.test(source.file)) continue;
    let hits = 0;
    for (const match of source.text.matchAll(pattern)) {
      if (++hits > mostHits) break;
      if (isComment(source.text, match.index)) continue;
      const groups = match.groups ?? {};
      const at = source.locate(match.index, match.index + match[0].length);
      const base = { program, protocol: protocol ?? null, at };
      if (groups.address !== undefined) {
        const parsed = parseAddress(groups.address.trim());
        if (parsed !== null) found.push({ ...base, ...parsed, certain: true, variable: null });
        continue;
      }
      const value = portValueOf(groups.value ?? '', source.text, lookup, 0);
      // A `.listen(config.get('port'))` beside another one may be the port that counts.
      if (value === null && (match[0].includes('**') || (files === javascript && isCallWithValue(match[0], groups.value))))
        found.push({ ...base, port: null, socket: null, address: null, certain: false, variable: null });
      else if (value !== null)
        found.push({
          ...base,
          port: value.port,
          socket: null,
          address: groups.host || null,
          certain: value.certain,
          variable: value.variable,
        });
    }
  }
  return found;
}

/** Whether `.listen(…)` has a first argument that is neither a function nor a socket: a port that only the running program knows. */
function isCallWithValue(call: string, value: string | undefined): boolean {
  return (
    call.startsWith('.listen(') &&
    value !== undefined &&
    /^[A-Za-z_+(]/.test(value.trim()) &&
    !/^(?:async\b|function\b|\()|sock|path|pipe/i.test(value.trim())
  );
}

function isComment(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return /^\s*(?:\/\/|#|\*|;)/.test(line) || (line.includes('//') === true && !/["'`].*\/\//.test(line) && /\s\/\//.test(line));
}

interface Value {
  port: number;
  certain: boolean;
  variable: string | null;
}

/** `3000`, `"3000"`, `PORT`, `process.env.PORT || 3000`, `os.environ.get("PORT", 8000)`, `ENV.fetch("PORT") { 3000 }`, `${PORT:8080}`. */
function portValueOf(expression: string, text: string, lookup: Lookup, depth: number): Value | null {
  const trimmed = expression.trim().replace(/[;)]+$/, '');
  const literal = /^\+?["'`]?(\d{2,5})["'`]?$/.exec(trimmed);
  if (literal) {
    const port = portOf(literal[1]);
    return port === null ? null : { port, certain: true, variable: null };
  }
  const environment =
    /(?:process\.env\.|process\.env\[["']|import\.meta\.env\.|Bun\.env\.|Deno\.env\.get\(["']|env\(["']|environ(?:\.get)?[[(]\s*["']|getenv\(["']|ENV\.fetch\(["']|ENV\[["']|System\.get_env\(["']|\$\{)([A-Za-z_]\w*)/.exec(
      trimmed,
    );
  if (environment) {
    const variable = environment[1] as string;
    const set = portOf(lookup(variable));
    if (set !== null) return { port: set, certain: true, variable };
    // parseInt's second argument is no port.
    const behind = trimmed.slice(environment.index + environment[0].length).replace(/,\s*10\s*\)/, ')');
    const fallback = /(?:\|\||\?\?|,|\{|:|or)\s*["'`]?(\d{2,5})\b/.exec(behind);
    const port = portOf(fallback?.[1]);
    if (port !== null) return { port, certain: false, variable };
    const named = /(?:\|\||\?\?|,)\s*([A-Za-z_]\w*)/.exec(behind);
    return named && depth < 3 ? uncertain(ofName(named[1] as string, text, lookup, depth + 1), variable) : null;
  }
  const name = /^(?:int\(|Number\(|parseInt\(|str\()?\s*(?:this\.|self\.|config\.|settings\.|args\.|options\.)?([A-Za-z_]\w*)\b/.exec(
    trimmed,
  );
  // Of `base + 1` the base says nothing.
  if (name && /^\s*[-+*]\s*\w/.test(trimmed.slice(name[0].length))) return null;
  return name && depth < 3 ? ofName(name[1] as string, text, lookup, depth + 1) : null;
}

function uncertain(value: Value | null, variable: string): Value | null {
  return value === null ? null : { ...value, certain: false, variable };
}

function ofName(name: string, text: string, lookup: Lookup, depth: number): Value | null {
  if (name.length > 60) return null;
  const assigned = new RegExp(`\\b${name}\\s*(?::\\s*\\w+\\s*)?(?::?=|:)\\s*([^\\n;]{1,160})`, 'g');
  for (const match of text.matchAll(assigned)) {
    if (isComment(text, match.index)) continue;
    const value = portValueOf((match[1] as string).replace(/,\s*$/, ''), text, lookup, depth);
    if (value !== null) return isParameter(name, text) ? { ...value, certain: false } : value;
  }
  return null;
}

/** Whether some function takes the name: then another part of the file may say what it is. */
function isParameter(name: string, text: string): boolean {
  const words = `[^()\\n]{0,200}\\b${name}\\b[^()\\n]{0,200}`;
  return new RegExp(`\\b(?:function\\b[ \\w*]{0,60}|def[ \\t]+\\w{1,60})\\(${words}|\\(${words}\\)[ \\t]*(?::[ \\t]*\\w+[ \\t]*)?=>`).test(
    text,
  );
}

/** `socket = :8000` and the like in the [uwsgi] section of an ini file. */
function uwsgiBinds(source: Source, lookup: Lookup): FileBind[] {
  if (!/^\s*\[uwsgi\]/m.test(source.text)) return [];
  const protocols: Record<string, Bind['protocol']> = {
    http: 'http',
    'http-socket': 'http',
    https: 'https',
    socket: 'uwsgi',
    'uwsgi-socket': 'uwsgi',
    'fastcgi-socket': 'fastcgi',
  };
  const spoken = /^[ \t]*protocol[ \t]*=[ \t]*(\w+)/m.exec(source.text)?.[1];
  const found: FileBind[] = [];
  for (const match of source.text.matchAll(/^[ \t]*([\w-]{2,20})[ \t]*=[ \t]*([^\s#;]{1,200})/gm)) {
    const protocol = protocols[match[1] as string];
    if (protocol === undefined) continue;
    const text = (match[2] as string).replace(/\$\(([A-Za-z_]\w*)\)/g, (whole, name: string) => lookup(name) ?? whole);
    const parsed = uwsgiFileAddress(text);
    if (parsed === null) continue;
    const told = protocol === 'uwsgi' && spoken === 'http' ? ('http' as const) : protocol;
    found.push({
      ...parsed,
      program: 'uwsgi',
      protocol: told,
      at: source.locate(match.index, match.index + match[0].length),
      certain: true,
      variable: null,
    });
  }
  return found;
}
