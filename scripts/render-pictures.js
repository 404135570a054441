// Renders what people see on GitHub to docs/pictures: the comment and the job summary of the broken example and of a stack with
// 200 routes. Markdown is rendered by cmark-gfm, Mermaid by itself, both in headless Chromium.
// Needs cmark-gfm and chromium on PATH (Debian has both); mermaid comes from the npm registry into a temporary folder.
import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const top = join(import.meta.dirname, '..');
const out = resolve(process.argv[2] ?? join(top, 'docs', 'pictures'));
const folder = mkdtempSync(join(tmpdir(), 'nginx-gate-pictures-'));

const style = `
body { font: 16px/1.5 "Liberation Sans", Arial, sans-serif; color: #1f2328; background: #fff; width: 980px; margin: 24px auto; }
h2, h3 { border-bottom: 1px solid #d1d9e0; padding-bottom: .3em; }
code { background: #818b981f; padding: .2em .4em; border-radius: 6px; font: 85% "Liberation Mono", monospace; }
pre { background: #f6f8fa; padding: 16px; border-radius: 6px; overflow: hidden; line-height: 1.45; }
pre code { background: none; padding: 0; }
table { border-collapse: collapse; } th, td { border: 1px solid #d1d9e0; padding: 6px 13px; } tr:nth-child(2n) { background: #f6f8fa; }
blockquote { color: #59636e; border-left: .25em solid #d1d9e0; margin: 0; padding: 0 1em; }
a { color: #0969da; text-decoration: none; } a code { color: #0969da; }
.mermaid { background: #fff; text-align: center; }`;

/** A page that shows Markdown as GitHub does; its title says when the diagrams are done, or what was wrong with one. */
function page(markdown) {
  const html = execFileSync('cmark-gfm', ['-e', 'table', '-e', 'autolink', '-e', 'strikethrough', '-e', 'tasklist', '--unsafe'], {
    input: markdown,
    encoding: 'utf8',
  });
  const drawn = html
    .replace(/<pre lang="mermaid"><code>|<pre><code class="language-mermaid">/g, '<pre class="mermaid"><code>')
    .replace(/<pre class="mermaid"><code>([\s\S]*?)<\/code><\/pre>/g, '<div class="mermaid">$1</div>');
  return `<!doctype html><meta charset="utf-8"><title>drawing</title><style>${style}</style>${drawn}<script src="mermaid.js"></script>
<script>mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' }); mermaid.run().then(() => { document.title = 'done ' + document.documentElement.scrollHeight; }, (e) => { document.title = 'fault ' + e.message; });</script>`;
}

function shoot(name, markdown) {
  writeFileSync(join(folder, `${name}.md`), markdown);
  const file = join(folder, `${name}.html`);
  writeFileSync(file, page(markdown));
  const chromium = (...more) =>
    execFileSync(
      'chromium',
      [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--hide-scrollbars',
        '--virtual-time-budget=20000',
        '--allow-file-access-from-files',
        `--user-data-dir=${join(folder, 'profile')}`,
        ...more,
        `file://${file}`,
      ],
      { encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'ignore'], cwd: folder },
    );
  const dom = chromium('--dump-dom');
  const title = /<title>([^<]*)<\/title>/.exec(dom)?.[1] ?? '';
  if (!title.startsWith('done')) throw new Error(`${name}: ${title}`);
  const height = Math.min(16_000, Number(title.slice(5)) + 60);
  mkdirSync(out, { recursive: true });
  chromium(`--screenshot=${join(out, `${name}.png`)}`, `--window-size=1060,${height}`);
}

/** The comment and the summary that the action writes for a folder, told by a stand-in for GitHub that only listens. */
async function review(directory) {
  let comment = '';
  const sha = 'a'.repeat(40);
  const server = createServer(async (request, response) => {
    const parts = [];
    for await (const part of request) parts.push(part);
    if (request.method === 'POST') comment = JSON.parse(Buffer.concat(parts).toString()).body;
    const one = { id: 1, html_url: 'https://github.com/o/r/pull/7', head: { sha } };
    response.writeHead(request.method === 'POST' ? 201 : 200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify(
        /pulls\/7$|\/comments$/.test(request.url) && request.method !== 'GET' ? one : /pulls\/7$/.test(request.url) ? one : [],
      ),
    );
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const files = { event: join(folder, 'event.json'), summary: join(folder, 'summary.md') };
  writeFileSync(files.event, JSON.stringify({ pull_request: { number: 7, head: { sha, repo: { full_name: 'o/r' } } } }));
  writeFileSync(files.summary, '');
  const inputs = { 'github-token': 'none', engine: 'none', 'working-directory': directory };
  const env = {
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    PATH: process.env.PATH,
    GITHUB_API_URL: `http://127.0.0.1:${server.address().port}`,
    GITHUB_REPOSITORY: 'o/r',
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: files.event,
    GITHUB_STEP_SUMMARY: files.summary,
    GITHUB_WORKSPACE: directory.startsWith(top) ? top : directory,
  };
  await new Promise((done) => spawn(process.execPath, [join(top, 'dist', 'index.js')], { env, stdio: 'ignore' }).on('close', done));
  server.closeAllConnections();
  server.close();
  return { comment, summary: readFileSync(files.summary, 'utf8') };
}

/** A stack with 200 routes on four servers, three of them wrong. */
function largeStack() {
  const home = join(folder, 'large');
  mkdirSync(join(home, 'nginx'), { recursive: true });
  const services = ['api', 'web', 'auth', 'files', 'search', 'mail'];
  const servers = ['shop', 'admin', 'partner', 'static'].map((server, s) => {
    const locations = Array.from({ length: 50 }, (_, at) => {
      const service = services[(at + s) % services.length];
      const port = at === 17 && s < 3 ? 3999 : 3000;
      return `    location /${server}/part-${at}/ { proxy_pass http://${service}:${port}; }`;
    });
    return `server {\n    listen 80;\n    server_name ${server}.example;\n${locations.join('\n')}\n}\n`;
  });
  writeFileSync(join(home, 'nginx', 'default.conf'), servers.join('\n'));
  const proxy =
    '  proxy:\n    image: nginx:1.27\n    ports: ["80:80"]\n    volumes: ["./nginx/default.conf:/etc/nginx/conf.d/default.conf:ro"]\n    depends_on: [api, web, auth, files, search, mail]\n';
  const apps = services.map((name) => `  ${name}:\n    image: registry.example/${name}\n    command: node server.js --port 3000\n`);
  writeFileSync(join(home, 'compose.yaml'), `services:\n${proxy}${apps.join('')}`);
  mkdirSync(join(home, '.git'));
  return home;
}

try {
  execFileSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', '--no-save', 'mermaid@11'], { stdio: 'ignore' });
  copyFileSync(join(folder, 'node_modules', 'mermaid', 'dist', 'mermaid.min.js'), join(folder, 'mermaid.js'));
  for (const [name, directory] of [
    ['shop-broken', join(top, 'examples', 'shop-broken')],
    ['200-routes', largeStack()],
  ]) {
    const { comment, summary } = await review(directory);
    shoot(`comment-${name}`, comment);
    shoot(`summary-${name}`, summary);
  }
  for (const file of process.argv.slice(3)) shoot(file.replace(/^.*\/|\.md$/g, ''), readFileSync(file, 'utf8'));
} finally {
  if (!process.env.KEEP) rmSync(folder, { recursive: true, force: true });
  else console.error(folder);
}
