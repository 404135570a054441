/** What a text that may be nginx configuration is written for. */
export type ConfigLevel = 'main' | 'http' | 'stream' | 'server' | 'location';

const longestConfig = 1024 * 1024;

const atLineStart =
  /^[ \t]*(?:(?:proxy|fastcgi|uwsgi|scgi|grpc|memcached)_pass[ \t]+[^\s;]|(?:server|http|stream|events)[ \t]*\{?[ \t]*(?:#.*)?$|upstream[ \t]+\S+[ \t\r\n]*\{|server[ \t]*\{|location[ \t]{1,20}[^;{}]{1,200}\{|types[ \t]*\{)/m;
/** Several directives on one line: a block of nginx's that opens at a line's start or behind another directive. */
const inLine =
  /(?:^|[;{}])[ \t]{0,40}(?:server|http|stream|events)[ \t]{0,40}\{[ \t]{0,40}(?:\}|[a-z_]{2,40}[ \t]+[^\s;{}]|[a-z]{2,40}[ \t]{0,40}\{)/m;

/** Whether a text reads as nginx configuration that hands requests on or serves them. */
export function looksLikeNginx(text: string): boolean {
  if (text.length > longestConfig || text.includes('\0')) return false;
  return atLineStart.test(text) || inLine.test(text);
}

/** Whether a text hands requests on, or names those that do: only such a file is worth a stack of its own. */
export function handsOn(text: string): boolean {
  if (text.length > longestConfig || text.includes('\0')) return false;
  return /(?:^|[\s;{}])(?:(?:proxy|fastcgi|uwsgi|scgi|grpc|memcached)_pass[ \t]+["'$\w{[(]|upstream[ \t]+\S+[ \t\r\n]*\{)/.test(text);
}

/** Whether a text is a main file, with `events` and something to serve: then it is an nginx of its own, whatever it serves. */
export function isWhole(text: string): boolean {
  const opened = new Set<string>();
  let depth = 0;
  for (const { word, mark } of roughDirectives(text)) {
    if (mark === '{' && depth++ === 0) opened.add(word);
    else if (mark === '}') depth = Math.max(0, depth - 1);
  }
  return opened.has('events') && (opened.has('http') || opened.has('stream'));
}

const blocks: readonly [RegExp, ConfigLevel][] = [
  [/^(?:http|stream|events|mail|worker_processes|user|pid|load_module|worker_rlimit_nofile|daemon)$/, 'main'],
  [/^(?:server|upstream|map|geo|split_clients|limit_req_zone|limit_conn_zone|proxy_cache_path|log_format|types|match)$/, 'http'],
  [/^(?:location|listen|server_name|root|if|rewrite|return|error_page|try_files|ssl_certificate|include)$/, 'server'],
];

/**
 * The level that a file's outermost directives belong to. A file of `server` blocks whose servers hold `proxy_pass`
 * themselves is for `stream`.
 */
export function levelOf(text: string): ConfigLevel {
  const seen = new Set<ConfigLevel>();
  let depth = 0;
  let serverDepth = -1;
  let location = false;
  let streamPass = false;
  for (const { word, mark } of roughDirectives(text)) {
    if (word !== '') {
      if (depth === 0) {
        const level = blocks.find(([name]) => name.test(word))?.[1];
        if (level) seen.add(level);
        if (/_pass$/.test(word)) seen.add('location');
      }
      if (word === 'server' && mark === '{') serverDepth = depth;
      if (word === 'location') location = true;
      if (word === 'proxy_pass' && serverDepth !== -1 && depth === serverDepth + 1) streamPass = true;
      if (word === 'ssl_preread') streamPass = true;
    }
    if (mark === '{') depth++;
    else if (mark === '}') depth = Math.max(0, depth - 1);
  }
  if (seen.has('main')) return 'main';
  if (seen.has('http')) return streamPass && !location ? 'stream' : 'http';
  return seen.has('server') && location ? 'server' : seen.has('location') ? 'location' : 'server';
}

/** The first words of directives with the mark that ends them, good enough to tell levels apart; quotes and comments skipped. */
function* roughDirectives(text: string): Generator<{ word: string; mark: string }> {
  const token = /#[^\n]*|"(?:[^"\\]|\\.){0,500}"|'(?:[^'\\]|\\.){0,500}'|\$\{[^}\n]{0,200}\}|[{};]|[^\s{};"'#$]+|\$/g;
  let word = '';
  for (const [part] of text.slice(0, longestConfig).matchAll(token)) {
    if (part.startsWith('#')) continue;
    if (part === '{' || part === '}' || part === ';') {
      yield { word, mark: part };
      word = '';
    } else if (word === '') word = part;
  }
}

/**
 * A file of another template language with its tags blanked out, unit for unit: statements (`{% … %}`, `{{ if … }}`) become
 * blanks, values (`{{ … }}`, `<%= … %>`, `@NAME@` is left) become one variable that nobody defines.
 */
export function withoutTags(text: string): string {
  const blank = (tag: string) => tag.replace(/[^\n]/g, ' ');
  return text
    .replace(/\{%[^%]{0,2000}%\}|\{#[^#]{0,2000}#\}/g, blank)
    .replace(/\{\{-?\s{0,20}(?:if|else|end|range|with|define|template|block|\/\*)\b[^{}]{0,1000}\}\}/g, blank)
    .replace(/(?:\{\{[^{}\n]{0,1000}\}\}|<%=[^%\n]{0,2000}%>)/g, (tag) => `\${${'_'.repeat(Math.max(1, tag.length - 3))}}`)
    .replace(/<%[^%]{0,2000}%>/g, blank);
}

/** Whether a text holds tags of another template language. */
export function hasTags(text: string): boolean {
  return /\{%[^%\n]{1,500}%\}|\{\{[^{}\n]{1,500}\}\}|<%[^%\n]{1,500}%>/.test(text);
}
