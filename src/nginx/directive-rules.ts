import { isIP } from 'node:net';
import { checkAddress } from './address-rules.ts';
import { type Complaint, wrong } from './complaint.ts';
import { type Context, compareVersions } from './directives.ts';
import { isTemplate, wrongParameter } from './parameters.ts';
import type { ConfigNode } from './parser.ts';
import { isTime } from './value-rules.ts';

/** A rule for one directive: what nginx refuses about its words. */
type Rule = (node: ConfigNode, context: Context, location: ConfigNode | null, version: string | undefined) => Complaint | null;

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
  access_log: checkAccessLog,
  allow: checkClient,
  deny: checkClient,
  fastcgi_param: checkParam,
  uwsgi_param: checkParam,
  scgi_param: checkParam,
  proxy_redirect: checkRedirect,
  limit_req: checkParameters,
  limit_req_zone: checkParameters,
  limit_conn_zone: checkParameters,
  proxy_cache_path: checkParameters,
  fastcgi_cache_path: checkParameters,
  uwsgi_cache_path: checkParameters,
  scgi_cache_path: checkParameters,
  keepalive_timeout: checkKeepalive,
  expires: checkExpires,
  ssl_session_cache: checkSessionCache,
  proxy_cache_valid: checkCacheTime,
  fastcgi_cache_valid: checkCacheTime,
  uwsgi_cache_valid: checkCacheTime,
  scgi_cache_valid: checkCacheTime,
  limit_conn: checkConnections,
};

/** What nginx refuses about a directive's words beyond their number and kind. */
export function checkDirective(node: ConfigNode, context: Context, location: ConfigNode | null, version?: string): Complaint | null {
  const rule = rules[`${context} ${node.name}`] ?? rules[node.name];
  return rule === undefined ? null : rule(node, context, location, version);
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

function checkPeer(node: ConfigNode, context: Context, _location: ConfigNode | null, version: string | undefined): Complaint | null {
  const [address] = node.args;
  if (address === undefined) return null;
  const early = node.args.find((a) => /^resolve$|^service=/.test(a.text));
  if (early !== undefined && version !== undefined && compareVersions(version, '1.27.3') < 0) {
    return wrong(
      `invalid parameter "${early.text}"`,
      `nginx ${version} doesn't know the parameter "${early.text}" of server: it came with version 1.27.3.`,
      null,
      early,
    );
  }
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

function checkAccessLog(node: ConfigNode): Complaint | null {
  const [file, second] = node.args;
  if (file?.text !== 'off' || second === undefined) return checkParameters(node);
  return badValue(node, second, 'nothing behind "off"', `invalid parameter "${second.text}"`);
}

function checkClient(node: ConfigNode): Complaint | null {
  const [client] = node.args;
  if (client === undefined || isTemplate(client.text)) return null;
  const { text } = client;
  if (text === 'all' || text === 'unix:') return null;
  const [address = '', prefix] = text.split('/');
  const mask = prefix === undefined || /^\d{1,3}$/.test(prefix) || isIP(prefix) === 4;
  return isIP(address) !== 0 && mask
    ? null
    : badValue(node, client, 'an address, a network such as 10.0.0.0/8, "unix:" or "all"', `invalid parameter "${text}"`);
}

function checkParam(node: ConfigNode): Complaint | null {
  const third = node.args[2];
  if (third === undefined || third.text === 'if_not_empty' || isTemplate(third.text)) return null;
  return badValue(node, third, 'only "if_not_empty" as the third word', `invalid parameter "${third.text}"`);
}

function checkRedirect(node: ConfigNode): Complaint | null {
  const [word] = node.args;
  if (word === undefined || node.args.length !== 1 || /^(off|default)$/.test(word.text) || isTemplate(word.text)) return null;
  return badValue(node, word, '"off", "default" or two words', `invalid parameter "${word.text}"`);
}

function badValue(node: ConfigNode, word: ConfigNode['word'], takes: string, says = `"${node.name}" directive invalid value`): Complaint {
  return wrong(says, `${node.name} takes ${takes}, not "${word.text}".`, null, word);
}

function checkKeepalive(node: ConfigNode): Complaint | null {
  const word = node.args.find((a, i) => !isTemplate(a.text) && !isTime(a.text, i === 1));
  return word === undefined ? null : badValue(node, word, 'a time such as 65s');
}

function checkExpires(node: ConfigNode): Complaint | null {
  const [first, second] = node.args;
  const time = node.args.length === 2 ? second : first;
  if (first === undefined || time === undefined || node.args.some((a) => a.text.includes('$') || isTemplate(a.text))) return null;
  if (node.args.length === 2) {
    if (first.text !== 'modified') return badValue(node, first, '"modified" in front of a time');
  } else if (/^(epoch|max|off)$/.test(first.text)) return null;
  return isTime(time.text.replace(/^[@+-]/, ''), true) ? null : badValue(node, time, 'a time such as 30d, or epoch, max or off');
}

function checkSessionCache(node: ConfigNode): Complaint | null {
  const word = node.args.find((a) => !isTemplate(a.text) && !/^(off|none|builtin(:\d+)?|shared:[^:]+:\d+[kKmM]?)$/.test(a.text));
  return word === undefined ? null : badValue(node, word, 'off, none, builtin or shared:NAME:SIZE', `invalid session cache "${word.text}"`);
}

function checkCacheTime(node: ConfigNode): Complaint | null {
  const time = node.args[node.args.length - 1];
  if (time === undefined || node.args.some((a) => isTemplate(a.text))) return null;
  if (!isTime(time.text, true)) return badValue(node, time, 'a time such as 10m at the end', `invalid time value "${time.text}"`);
  const status = node.args
    .slice(0, -1)
    .find((a) => a.text !== 'any' && !(/^\d{3}$/.test(a.text) && Number(a.text) >= 100 && Number(a.text) <= 599));
  return status === undefined ? null : badValue(node, status, 'status codes from 100 to 599', `invalid status "${status.text}"`);
}

function checkConnections(node: ConfigNode): Complaint | null {
  const number = node.args[1];
  if (number === undefined || isTemplate(number.text)) return null;
  const sound = /^\d{1,5}$/.test(number.text) && Number(number.text) > 0 && Number(number.text) <= 65535;
  return sound ? null : badValue(node, number, 'a number from 1 to 65535', `invalid number of connections "${number.text}"`);
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
