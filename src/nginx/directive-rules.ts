import { checkAddress } from './address-rules.ts';
import { type Complaint, wrong } from './complaint.ts';
import type { Context } from './directives.ts';
import { isTemplate, wrongParameter } from './parameters.ts';
import type { ConfigNode } from './parser.ts';

/** A rule for one directive: what nginx refuses about its words. */
type Rule = (node: ConfigNode, context: Context, location: ConfigNode | null) => Complaint | null;

/** Rules by directive; `CONTEXT NAME` goes before `NAME`. */
const rules: Record<string, Rule> = {
  listen: checkListen,
  'upstream server': checkPeer,
  'stream-upstream server': checkPeer,
  proxy_pass: checkProxyPass,
  'stream-server proxy_pass': checkStreamPass,
  grpc_pass: checkGrpcPass,
  fastcgi_pass: (node) => checkPlainPass(node, ''),
  scgi_pass: (node) => checkPlainPass(node, ''),
  memcached_pass: (node) => checkPlainPass(node, ''),
  uwsgi_pass: (node) => checkPlainPass(node, 's?uwsgi://'),
  location: checkLocation,
  return: checkReturn,
  'stream-server return': () => null,
  rewrite: checkRewrite,
  error_page: checkErrorPage,
  set: checkVariableName,
  auth_request_set: checkVariableName,
  add_header: (node) => checkAlways(node),
  add_trailer: (node) => checkAlways(node),
  if: checkCondition,
  worker_processes: (node) => checkNumberOr(node, 'auto'),
  worker_connections: (node) => checkNumberOr(node),
  error_log: checkErrorLog,
  limit_except: checkMethods,
};

/** What nginx refuses about a directive's words beyond their number and kind. */
export function checkDirective(node: ConfigNode, context: Context, location: ConfigNode | null): Complaint | null {
  const rule = rules[`${context} ${node.name}`] ?? rules[node.name];
  return rule === undefined ? null : rule(node, context, location);
}

function checkListen(node: ConfigNode, context: Context): Complaint | null {
  const [address] = node.args;
  if (address === undefined) return null;
  const stream = context !== 'server';
  const fault = checkAddress(address, address.text, { uri: false, defaultPort: true, listen: true });
  if (fault !== null) return fault;
  if (stream && !/^unix:/i.test(address.text) && !isTemplate(address.text) && !/(^|:)\d+(-\d+)?$/.test(address.text)) {
    return wrong(
      `no port in "${address.text}" of the "listen" directive`,
      `The listen "${address.text}" of stream needs a port.`,
      null,
      address,
    );
  }
  return checkParameters(node);
}

function checkParameters(node: ConfigNode): Complaint | null {
  const fault = wrongParameter([node.word, ...node.args]);
  return fault === null ? null : wrong(fault.says, `${node.name} doesn't know the parameter "${fault.word.text}".`, null, fault.word);
}

function checkPeer(node: ConfigNode, context: Context): Complaint | null {
  const [address] = node.args;
  if (address === undefined) return null;
  const service = node.args.some((a) => a.text.startsWith('service='));
  return checkAddress(address, address.text, { uri: false, defaultPort: context === 'upstream' || service }) ?? checkParameters(node);
}

function checkProxyPass(node: ConfigNode, context: Context, location: ConfigNode | null): Complaint | null {
  const [url] = node.args;
  if (url === undefined || url.text.includes('$') || isTemplate(url.text)) return null;
  const scheme = /^https?:\/\//i.exec(url.text);
  if (scheme === null) {
    return wrong(
      'invalid URL prefix',
      `proxy_pass needs a URL that begins with http:// or https://, not "${url.text}".`,
      `Write http://${url.text}.`,
      url,
    );
  }
  const rest = url.text.slice(scheme[0].length);
  const fault = checkAddress(url, rest, { uri: true, defaultPort: true });
  if (fault !== null) return fault;
  return hasUri(rest) ? checkUriPart(node, context, location) : null;
}

/** The path of a `proxy_pass` behind host and port, or behind the second colon of a socket. */
function hasUri(rest: string): boolean {
  return /^unix:/i.test(rest) ? rest.indexOf(':', 5) >= 0 && rest.indexOf(':', 5) < rest.length - 1 : /[/?]/.test(rest);
}

function checkUriPart(node: ConfigNode, context: Context, location: ConfigNode | null): Complaint | null {
  const modifier = location?.args[0]?.text ?? '';
  const where = modifier.startsWith('~')
    ? 'a location given by a regular expression'
    : modifier.startsWith('@')
      ? 'a named location'
      : context === 'location-if'
        ? '"if"'
        : context === 'limit_except'
          ? '"limit_except"'
          : null;
  if (where === null) return null;
  return wrong(
    '"proxy_pass" cannot have URI part in location given by regular expression, or inside named location, or inside "if" statement, or inside "limit_except" block',
    `proxy_pass can't have a path in ${where}, as nginx doesn't know which part of the request's path to replace.`,
    'Leave out everything behind host and port, even the slash.',
    node.args[0],
  );
}

function checkStreamPass(node: ConfigNode): Complaint | null {
  const [address] = node.args;
  // Without a port it may name an upstream, which is looked up when all is read.
  if (address === undefined || address.text.includes('$')) return null;
  return checkAddress(address, address.text, { uri: false, defaultPort: true });
}

function checkGrpcPass(node: ConfigNode): Complaint | null {
  const [url] = node.args;
  if (url === undefined || url.text.includes('$')) return null;
  const rest = url.text.replace(/^grpcs?:\/\//i, '');
  const fault = checkAddress(url, rest, { uri: true, defaultPort: true });
  if (fault !== null) return fault;
  return hasUri(rest)
    ? wrong('"grpc_pass" cannot have URI part', "grpc_pass can't have a path behind host and port.", 'Leave out the path.', url)
    : null;
}

function checkPlainPass(node: ConfigNode, scheme: string): Complaint | null {
  const [address] = node.args;
  if (address === undefined || address.text.includes('$')) return null;
  const rest = scheme === '' ? address.text : address.text.replace(new RegExp(`^${scheme}`, 'i'), '');
  return checkAddress(address, rest, { uri: false, defaultPort: true });
}

function checkLocation(node: ConfigNode): Complaint | null {
  const [modifier] = node.args;
  if (node.args.length !== 2 || modifier === undefined || isTemplate(modifier.text)) return null;
  if (['=', '^~', '~', '~*'].includes(modifier.text)) return null;
  return wrong(
    `invalid location modifier "${modifier.text}"`,
    `"${modifier.text}" is no modifier of a location: there are =, ^~, ~ and ~*.`,
    null,
    modifier,
  );
}

function checkReturn(node: ConfigNode): Complaint | null {
  const [code] = node.args;
  if (code === undefined || isTemplate(code.text)) return null;
  if (/^\d+$/.test(code.text) && Number(code.text) <= 999) return null;
  if (node.args.length === 1 && /^(https?:\/\/|\$scheme)/.test(code.text)) return null;
  return wrong(`invalid return code "${code.text}"`, `return needs a status code, not "${code.text}".`, null, code);
}

function checkRewrite(node: ConfigNode): Complaint | null {
  const [, replacement, flag] = node.args;
  if (replacement?.text === '') return wrong('empty replacement', 'The replacement of rewrite is empty.', null, replacement);
  if (flag === undefined || isTemplate(flag.text) || ['last', 'break', 'redirect', 'permanent'].includes(flag.text)) return null;
  return wrong(`invalid parameter "${flag.text}"`, `rewrite knows last, break, redirect and permanent, not "${flag.text}".`, null, flag);
}

function checkErrorPage(node: ConfigNode): Complaint | null {
  const codes = node.args.slice(0, -1);
  for (const [index, code] of codes.entries()) {
    const { text } = code;
    if (text.startsWith('=') && index === codes.length - 1) {
      if (/^=\d*$/.test(text)) continue;
    } else if (isTemplate(text) || (/^\d{1,9}$/.test(text) && Number(text) >= 300 && Number(text) <= 599)) {
      if (Number(text) !== 499) continue;
    }
    const number = /^\d+$/.test(text) && Number(text) !== 499;
    const says = number ? `value "${text}" must be between 300 and 599` : `invalid value "${text}"`;
    return wrong(says, `error_page takes status codes from 300 to 599, not "${text}".`, null, code);
  }
  return null;
}

function checkVariableName(node: ConfigNode): Complaint | null {
  const [name] = node.args;
  if (name === undefined || name.text.startsWith('$')) return null;
  return wrong(
    `invalid variable name "${name.text}"`,
    `${node.name} needs a variable's name with a "$", not "${name.text}".`,
    `Write $${name.text}.`,
    name,
  );
}

function checkAlways(node: ConfigNode): Complaint | null {
  const third = node.args[2];
  if (third === undefined || third.text === 'always' || isTemplate(third.text)) return null;
  return wrong(
    `invalid parameter "${third.text}"`,
    `The third word of ${node.name} can only be "always", not "${third.text}".`,
    'A value with blanks needs quotes.',
    third,
  );
}

function checkNumberOr(node: ConfigNode, ...words: string[]): Complaint | null {
  const [value] = node.args;
  if (value === undefined || isTemplate(value.text) || words.includes(value.text)) return null;
  if (/^\d{1,15}$/.test(value.text) && (words.length === 0 || Number(value.text) > 0)) return null;
  const says = words.length === 0 ? `invalid number "${value.text}"` : `"${node.name}" directive invalid value`;
  return wrong(
    words.length === 0 ? `${says} in "${node.name}" directive` : says,
    `${node.name} needs a number${words.map((w) => ` or "${w}"`).join('')}, not "${value.text}".`,
    null,
    value,
  );
}

const logLevels = new Set([
  'debug',
  'info',
  'notice',
  'warn',
  'error',
  'crit',
  'alert',
  'emerg',
  'debug_core',
  'debug_alloc',
  'debug_mutex',
  'debug_event',
  'debug_http',
  'debug_mail',
  'debug_stream',
]);

function checkErrorLog(node: ConfigNode): Complaint | null {
  const level = node.args.slice(1).find((a) => !logLevels.has(a.text) && !isTemplate(a.text));
  if (level === undefined) return null;
  return wrong(
    `invalid log level "${level.text}"`,
    `"${level.text}" is no log level: there are debug, info, notice, warn, error, crit, alert and emerg.`,
    null,
    level,
  );
}

const methods = new Set('GET HEAD POST PUT DELETE MKCOL COPY MOVE OPTIONS PROPFIND PROPPATCH LOCK UNLOCK PATCH'.split(' '));

function checkMethods(node: ConfigNode): Complaint | null {
  const method = node.args.find((a) => !methods.has(a.text.toUpperCase()) && !isTemplate(a.text));
  return method === undefined
    ? null
    : wrong(`invalid method "${method.text}"`, `limit_except doesn't know the method "${method.text}".`, null, method);
}

/** `if ($a = b)`: the parentheses, then a variable alone, or two sides and an operator, or a test of a file. */
function checkCondition(node: ConfigNode): Complaint | null {
  const words = [...node.args];
  if (words.some((w) => isTemplate(w.text))) return null;
  const [first] = words;
  const last = words[words.length - 1];
  if (first === undefined || last === undefined) return null;
  const invalid = (word: (typeof words)[0], text = word.text, says = `invalid condition "${text}"`) =>
    wrong(says, `nginx can't read the condition of this "if" at "${text}".`, null, word);
  if (!first.text.startsWith('(')) return invalid(first);
  if (!last.text.endsWith(')')) return invalid(last);
  const texts = words.map((w) => w.text);
  texts[0] = (texts[0] as string).slice(1);
  const end = texts.length - 1;
  texts[end] = (texts[end] as string).replace(/\)$/, '');
  const from = texts[0] === '' && texts.length > 1 ? 1 : 0;
  const to = texts[end] === '' && end > from ? end - 1 : end;
  const parts = texts.slice(from, to + 1);
  const [subject = '', operator = ''] = parts;
  const word = words[from] as (typeof words)[0];
  if (/^!?-[fdex]$/.test(subject)) return parts.length === 2 ? null : invalid(word, subject);
  if (!/^\$./.test(subject)) return invalid(word, subject);
  if (parts.length === 1) return null;
  if (parts.length !== 3) return invalid(word, subject);
  return /^(=|!=|!?~\*?)$/.test(operator) ? null : invalid(words[from + 1] ?? word, operator, `unexpected "${operator}" in condition`);
}
