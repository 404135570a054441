// Writes src/nginx/directives.data.ts: every directive of nginx and of widely used modules, read from their own sources.
//
//   node scripts/directives.js                    fetches the sources with apt-get (Debian), from the archive that this machine uses
//   node scripts/directives.js NGINX… -- MODULE…  reads unpacked sources: nginx, oldest version first, then other modules
//
// What no source at hand holds (mainline's newer directives, modules that Debian does not carry) stands in directives-more.js.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { modules as knownModules, newer, newerValues, repeatable } from './directives-more.js';

const top = join(import.meta.dirname, '..');
const suites = ['bookworm', 'trixie'];
/** The oldest suite that has a module, as newer source packages come and go. */
const debianModules =
  'auth-pam auth-spnego brotli dav-ext echo fancyindex geoip2 headers-more-filter lua memc modsecurity ndk push-stream set-misc srcache-filter subs-filter uploadprogress upstream-fair'
    .split(' ')
    .map((name) => `libnginx-mod-http-${name}`)
    .concat('libnginx-mod-nchan', 'libnginx-mod-rtmp');

const contexts = {
  NGX_MAIN_CONF: 'main',
  NGX_ANY_CONF: 'any',
  NGX_EVENT_CONF: 'events',
  NGX_HTTP_MAIN_CONF: 'http',
  NGX_HTTP_SRV_CONF: 'server',
  NGX_HTTP_LOC_CONF: 'location',
  NGX_HTTP_UPS_CONF: 'upstream',
  NGX_HTTP_SIF_CONF: 'server-if',
  NGX_HTTP_LIF_CONF: 'location-if',
  NGX_HTTP_LMT_CONF: 'limit_except',
  NGX_MAIL_MAIN_CONF: 'mail',
  NGX_MAIL_SRV_CONF: 'mail-server',
  NGX_STREAM_MAIN_CONF: 'stream',
  NGX_STREAM_SRV_CONF: 'stream-server',
  NGX_STREAM_UPS_CONF: 'stream-upstream',
};

const counts = {
  NGX_CONF_NOARGS: [0],
  NGX_CONF_TAKE1: [1],
  NGX_CONF_TAKE2: [2],
  NGX_CONF_TAKE3: [3],
  NGX_CONF_TAKE4: [4],
  NGX_CONF_TAKE5: [5],
  NGX_CONF_TAKE6: [6],
  NGX_CONF_TAKE7: [7],
  NGX_CONF_TAKE12: [1, 2],
  NGX_CONF_TAKE13: [1, 3],
  NGX_CONF_TAKE23: [2, 3],
  NGX_CONF_TAKE34: [3, 4],
  NGX_CONF_TAKE123: [1, 2, 3],
  NGX_CONF_TAKE1234: [1, 2, 3, 4],
};

/** The kinds of values that nginx's own setters take. */
const slots = {
  ngx_conf_set_flag_slot: 'flag',
  ngx_conf_set_str_slot: 'text',
  ngx_conf_set_num_slot: 'number',
  ngx_conf_set_size_slot: 'size',
  ngx_conf_set_off_slot: 'offset',
  ngx_conf_set_msec_slot: 'milliseconds',
  ngx_conf_set_sec_slot: 'seconds',
  ngx_conf_set_bufs_slot: 'buffers',
  ngx_conf_set_enum_slot: 'one-of',
  ngx_conf_set_bitmask_slot: 'some-of',
  ngx_conf_set_keyval_slot: 'pairs',
  ngx_conf_set_str_array_slot: 'texts',
  ngx_http_set_complex_value_slot: 'once',
  ngx_http_set_complex_value_zero_slot: 'once',
  ngx_http_set_complex_value_size_slot: 'once',
  ngx_stream_set_complex_value_slot: 'once',
  ngx_stream_set_complex_value_zero_slot: 'once',
  ngx_stream_set_complex_value_size_slot: 'once',
};

function sourceFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && /\.(c|cpp|h)$/.test(e.name) && !/iocp/.test(e.name) && !/\/(win32|t|test|tests)(\/|$)/.test(e.parentPath))
    .map((e) => join(e.parentPath, e.name));
}

/** Splits at commas that stand in no parentheses. */
function fields(text) {
  const parts = [''];
  let depth = 0;
  for (const c of text) {
    if (c === '(' || c === '{') depth++;
    if (c === ')' || c === '}') depth--;
    if (c === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += c;
  }
  return parts.map((p) => p.trim());
}

/** The words of every enumeration and bit mask, by name of the C array. */
function enumerations(texts) {
  const found = new Map();
  for (const { text } of texts) {
    for (const [, name, body] of text.matchAll(/ngx_conf_(?:enum|bitmask)_t\s+(\w+)\[\]\s*=\s*\{([\s\S]*?)\n\};/g)) {
      found.set(
        name,
        [...body.matchAll(/ngx_string\("([^"]*)"\)/g)].map((m) => m[1]),
      );
    }
  }
  return found;
}

function directives(folder) {
  const texts = sourceFiles(folder).map((path) => ({
    module: basename(path)
      .replace(/^ngx_|\.\w+$/g, '')
      .replace(/_module$/, ''),
    text: readFileSync(path, 'utf8')
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/^#.*(?:\\\n.*)*$/gm, ''),
  }));
  const words = enumerations(texts);
  const found = [];
  for (const { module, text } of texts) {
    for (const [, table] of text.matchAll(/ngx_command_t\s+\w+\[\]\s*=\s*\{([\s\S]*?)ngx_null_command/g)) {
      for (const [, entry] of table.matchAll(/\{\s*(ngx_string\s*\([\s\S]*?)\},/g)) {
        const [name, type, set, , offset, post] = fields(entry);
        const row = directive(
          /"([^"]*)"/.exec(name)?.[1],
          module,
          type.split('|').map((t) => t.trim()),
          slots[set],
        );
        const values = words.get(post?.replace(/^&/, ''))?.concat(newerValues[row.name] ?? []);
        if (row.kind === 'one-of' || row.kind === 'some-of') row.kind = values ? `${row.kind}:${values.join(',')}` : '';
        if (row.kind === '' && !repeatable.has(row.name) && returnsDuplicate(text, set)) row.kind = 'once';
        if (row.name) found.push({ ...row, offset });
      }
    }
  }
  return found;
}

/** Whether a setter of a module's own refuses a second directive in the same block. */
function returnsDuplicate(text, setter) {
  const at = text.search(new RegExp(`^${setter}\\(ngx_conf_t`, 'm'));
  if (at < 0) return false;
  const body = text.slice(at, text.indexOf('\n}', at));
  return /return "is duplicate"/.test(body.slice(0, 1500));
}

function directive(name, module, flags, kind) {
  const known = flags.flatMap((f) => counts[f] ?? []);
  const args = flags.includes('NGX_CONF_ANY')
    ? '*'
    : flags.includes('NGX_CONF_1MORE')
      ? '1+'
      : flags.includes('NGX_CONF_2MORE')
        ? '2+'
        : flags.includes('NGX_CONF_FLAG')
          ? '1'
          : [...new Set(known)].sort().join(',');
  return {
    name,
    module,
    contexts: [
      ...new Set(
        flags.flatMap((f) => contexts[f] ?? (/^NGX_(?!CONF_|DIRECT|HTTP|MAIN)\w+_CONF$/.test(f) ? f.slice(4, -5).toLowerCase() : [])),
      ),
    ],
    args: args === '' ? '*' : args,
    block: flags.includes('NGX_CONF_BLOCK'),
    kind: kind ?? '',
  };
}

/** Since which version a directive exists, as far as the change log says so. */
function sinceWhen(folder) {
  const since = new Map();
  let version = '';
  let entry = '';
  const finish = () => {
    // Only "the X directive", not "the Y parameter of the X directive".
    const names = /^\s*\*\) Feature: (?:the )?((?:"[a-z_0-9]+"(?:, and |, | and |,)?)+) directives?[.;,\s]/.exec(entry)?.[1] ?? '';
    for (const [, name] of names.matchAll(/"([a-z_0-9]+)"/g)) since.set(name, version);
  };
  for (const line of readFileSync(join(folder, 'CHANGES'), 'utf8').split('\n')) {
    const heading = /^Changes with nginx (\S+)/.exec(line);
    if (heading || /^\s*\*\)/.test(line)) {
      finish();
      entry = '';
    }
    if (heading) version = heading[1];
    entry += ` ${line.trim()}`;
  }
  return since;
}

/** The counts that either version takes. */
function eitherCount(a, b) {
  if (a === b) return a;
  if (![a, b].every((c) => /^[\d,]+$/.test(c))) return '*';
  return [...new Set([...a.split(','), ...b.split(',')])].sort().join(',');
}

function table(versions, modules) {
  const rows = new Map();
  const key = (d) => [d.name, d.module].join(' ');
  for (const [index, folder] of versions.entries()) {
    const version = /(\d+\.\d+\.\d+)/.exec(basename(folder))[1];
    const since = sinceWhen(folder);
    const now = new Map();
    for (const d of directives(join(folder, 'src'))) {
      const same = now.get(key(d));
      // One name may stand twice in a module's table, once per way it was built.
      if (same) same.contexts = [...new Set([...same.contexts, ...d.contexts])];
      else now.set(key(d), d);
    }
    for (const [k, d] of now) {
      const before = rows.get(k);
      const old = index === 0 ? '' : version;
      const args = before === undefined ? d.args : eitherCount(before.args, d.args);
      rows.set(k, {
        ...d,
        args,
        contexts: [...new Set([...(before?.contexts ?? []), ...d.contexts])],
        since: before ? before.since : (since.get(d.name) ?? old),
        removed: '',
      });
    }
    for (const [k, row] of rows) if (!now.has(k) && row.removed === '') row.removed = version;
  }
  for (const row of newer) if (!rows.has(key(row))) rows.set(key(row), { removed: '', kind: '', block: false, ...row });
  const own = new Set([...rows.values()].map((r) => r.name));
  for (const folder of modules) {
    const name = basename(folder).replace(/^libnginx-mod-(http-)?/, '');
    for (const d of directives(folder))
      if (!own.has(d.name)) rows.set(`${d.name} +${name}`, { ...d, kind: '', module: `+${name}`, since: '', removed: '' });
  }
  for (const [module, names] of Object.entries(knownModules)) {
    for (const name of names.trim().split(/\s+/)) {
      const block = name.endsWith('{');
      const bare = name.replace('{', '');
      if (own.has(bare) || rows.has(`${bare} +${module}`)) continue;
      rows.set(`${bare} +${module}`, {
        name: bare,
        module: `+${module}`,
        contexts: [],
        args: '*',
        block,
        kind: '',
        since: '',
        removed: '',
      });
    }
  }
  return [...rows.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.module < b.module ? -1 : 1));
}

function write(rows, versions) {
  const line = (r) =>
    [r.name, r.module, r.contexts.join(' '), r.args, r.block ? 'block' : '', r.kind, r.since, r.removed].join('|').replace(/\|+$/, '');
  const text = `// Generated by scripts/directives.js from the sources of nginx ${versions.map((v) => /\d+\.\d+\.\d+/.exec(basename(v))[0]).join(' and ')} and of other modules. Do not edit.

/**
 * One directive a line: name, module ("+" for one that is not nginx's own), contexts, argument counts, "block", kind of value,
 * since which version (empty: older than the oldest source), and the version by which it was gone.
 */
export const directiveTable = \`
${rows.map(line).join('\n')}
\`;
`;
  writeFileSync(join(top, 'src/nginx/directives.data.ts'), text);
}

/** Fetches and unpacks the sources into `folder`; the archive's address comes from the machine's own apt configuration. */
function fetchSources(folder) {
  const run = (command, args, cwd = folder) => execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  const archive = run('apt-get', ['indextargets', '--format', '$(REPO_URI)'])
    .split('\n')
    .find((uri) => /\/debian\/?$/.test(uri));
  if (archive === undefined) throw new Error('This machine has no Debian archive among its apt sources.');
  const versions = [];
  const modules = new Map();
  for (const suite of suites) {
    const state = join(folder, suite);
    mkdirSync(join(state, 'lists/partial'), { recursive: true });
    mkdirSync(join(state, 'cache/archives/partial'), { recursive: true });
    writeFileSync(
      join(state, 'sources.list'),
      `deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] ${archive} ${suite} main\n`,
    );
    const options = [
      `Dir::Etc::sourcelist=${join(state, 'sources.list')}`,
      'Dir::Etc::sourceparts=/dev/null',
      `Dir::State::lists=${join(state, 'lists')}`,
      `Dir::Cache=${join(state, 'cache')}`,
      'APT::Sandbox::User=root',
    ].flatMap((o) => ['-o', o]);
    run('apt-get', [...options, 'update', '-qq'], state);
    for (const name of ['nginx', ...debianModules]) {
      try {
        run('apt-get', [...options, 'source', '-qq', '--download-only', '--only-source', name], state);
      } catch {
        // An archive that lacks the packaging may still have handed over the upstream sources, which are all that is read.
      }
      const source = readdirSync(state).find((f) => f.startsWith(`${name}_`) && /\.orig\.tar\.\w+$/.test(f));
      if (source === undefined) continue;
      const to = join(state, name === 'nginx' ? `nginx-${source.split('_')[1].split('.orig')[0]}` : name);
      mkdirSync(to, { recursive: true });
      run('tar', ['xf', join(state, source), '-C', to, ...(name === 'nginx' ? ['--strip-components=1'] : [])]);
      if (name === 'nginx') versions.push(to);
      else modules.set(name, to);
    }
  }
  return { versions, modules: [...modules.values()] };
}

const [...given] = process.argv.slice(2);
const split = given.indexOf('--');
const work = given.length === 0 ? mkdtempSync(join(tmpdir(), 'nginx-sources-')) : null;
try {
  const { versions, modules } =
    work === null
      ? { versions: given.slice(0, split < 0 ? undefined : split), modules: split < 0 ? [] : given.slice(split + 1) }
      : fetchSources(work);
  const rows = table(versions, modules);
  write(rows, versions);
  console.log(`${rows.length} directives from nginx ${versions.map((v) => basename(v)).join(', ')} and ${modules.length} modules`);
} finally {
  if (work !== null) rmSync(work, { recursive: true, force: true });
}
