/**
 * How programs say what they listen on: their options, their variables, their documented defaults.
 * Each line is the program's own documentation; a default is only taken where it does not hang on a file that may say otherwise.
 */
import { type Bind, type Invocation, option, options, parseAddress, portOf, positionals } from './bind.ts';
import type { CommandWord } from './command-line.ts';

/** What a program's name and sub-commands mean. */
interface Convention {
  /** Options with `address:port`. */
  bind?: readonly string[];
  host?: readonly string[];
  port?: readonly string[];
  /** Variables that the program itself reads. */
  bindVariables?: readonly string[];
  hostVariables?: readonly string[];
  portVariables?: readonly string[];
  defaultPort?: number;
  /** Omitted where it hangs on a mode. */
  defaultAddress?: string;
  /** A file or an option that may say otherwise, so that the default is no proof. */
  unless?: readonly string[];
  protocol?: Bind['protocol'];
  /** An option that turns TLS on. */
  tls?: readonly string[];
  /** The address may stand as a positional word: `runserver 0.0.0.0:8000`. */
  positional?: readonly string[];
}

const everywhere = '0.0.0.0';
const loopback = '127.0.0.1';

const conventions = new Map<string, Convention>([
  [
    'uvicorn',
    {
      host: ['--host'],
      port: ['--port'],
      bind: ['--uds'],
      hostVariables: ['UVICORN_HOST'],
      portVariables: ['UVICORN_PORT'],
      defaultPort: 8000,
      defaultAddress: loopback,
      unless: ['--fd', '--env-file'],
      tls: ['--ssl-keyfile'],
    },
  ],
  [
    'hypercorn',
    {
      bind: ['-b', '--bind'],
      defaultPort: 8000,
      defaultAddress: loopback,
      unless: ['-c', '--config', '--insecure-bind'],
      tls: ['--keyfile'],
    },
  ],
  [
    'daphne',
    {
      host: ['-b', '--bind'],
      port: ['-p', '--port'],
      bind: ['-u', '--unix-socket'],
      defaultPort: 8000,
      defaultAddress: loopback,
      unless: ['-e', '--endpoint', '--fd'],
    },
  ],
  [
    'granian',
    {
      host: ['--host'],
      port: ['--port'],
      hostVariables: ['GRANIAN_HOST'],
      portVariables: ['GRANIAN_PORT'],
      defaultPort: 8000,
      defaultAddress: loopback,
      tls: ['--ssl-keyfile'],
    },
  ],
  [
    'waitress-serve',
    { bind: ['--listen'], host: ['--host'], port: ['--port'], defaultPort: 8080, defaultAddress: everywhere, unless: ['--unix-socket'] },
  ],
  [
    'sanic',
    {
      host: ['-H', '--host'],
      port: ['-p', '--port'],
      defaultPort: 8000,
      defaultAddress: loopback,
      unless: ['--unix', '-u'],
      tls: ['--key', '--cert', '--tls'],
    },
  ],
  ['fastapi run', { host: ['--host'], port: ['--port'], defaultPort: 8000, defaultAddress: everywhere }],
  ['fastapi dev', { host: ['--host'], port: ['--port'], defaultPort: 8000, defaultAddress: loopback }],
  [
    'litestar run',
    {
      host: ['-H', '--host'],
      port: ['-p', '--port'],
      hostVariables: ['LITESTAR_HOST'],
      portVariables: ['LITESTAR_PORT'],
      defaultPort: 8000,
      defaultAddress: loopback,
    },
  ],
  [
    'flask run',
    {
      host: ['-h', '--host'],
      port: ['-p', '--port'],
      hostVariables: ['FLASK_RUN_HOST'],
      portVariables: ['FLASK_RUN_PORT'],
      defaultPort: 5000,
      defaultAddress: loopback,
      tls: ['--cert'],
    },
  ],
  [
    'streamlit run',
    {
      host: ['--server.address'],
      port: ['--server.port'],
      hostVariables: ['STREAMLIT_SERVER_ADDRESS'],
      portVariables: ['STREAMLIT_SERVER_PORT'],
      defaultPort: 8501,
    },
  ],
  [
    'chainlit run',
    {
      host: ['--host', '-H'],
      port: ['--port', '-p'],
      hostVariables: ['CHAINLIT_HOST'],
      portVariables: ['CHAINLIT_PORT'],
      defaultPort: 8000,
    },
  ],
  [
    'mlflow server',
    {
      host: ['-h', '--host'],
      port: ['-p', '--port'],
      hostVariables: ['MLFLOW_HOST'],
      portVariables: ['MLFLOW_PORT'],
      defaultPort: 5000,
      defaultAddress: loopback,
    },
  ],
  [
    'mlflow ui',
    {
      host: ['-h', '--host'],
      port: ['-p', '--port'],
      hostVariables: ['MLFLOW_HOST'],
      portVariables: ['MLFLOW_PORT'],
      defaultPort: 5000,
      defaultAddress: loopback,
    },
  ],
  [
    'prefect server',
    {
      host: ['--host'],
      port: ['--port'],
      hostVariables: ['PREFECT_SERVER_API_HOST'],
      portVariables: ['PREFECT_SERVER_API_PORT'],
      defaultPort: 4200,
    },
  ],
  ['dagster-webserver', { host: ['-h', '--host'], port: ['-p', '--port'], defaultPort: 3000, defaultAddress: loopback }],
  [
    'jupyter',
    {
      host: ['--ip', '--ServerApp.ip', '--NotebookApp.ip'],
      port: ['--port', '--ServerApp.port', '--NotebookApp.port'],
      portVariables: ['JUPYTER_PORT'],
      defaultPort: 8888,
    },
  ],
  [
    'start-notebook.sh',
    { host: ['--ip', '--ServerApp.ip'], port: ['--port', '--ServerApp.port', '--NotebookApp.port'], defaultPort: 8888 },
  ],
  [
    'http.server',
    {
      host: ['-b', '--bind'],
      positional: ['-b', '--bind', '-d', '--directory', '-p', '--protocol'],
      defaultPort: 8000,
      defaultAddress: everywhere,
    },
  ],
  [
    'airflow webserver',
    { host: ['-H', '--hostname'], port: ['-p', '--port'], portVariables: ['AIRFLOW__WEBSERVER__WEB_SERVER_PORT'], defaultPort: 8080 },
  ],
  ['airflow api-server', { host: ['-H', '--host'], port: ['-p', '--port'], portVariables: ['AIRFLOW__API__PORT'], defaultPort: 8080 }],
  ['locust', { host: ['--web-host'], port: ['-P', '--web-port'], portVariables: ['LOCUST_WEB_PORT'], defaultPort: 8089 }],
  ['mkdocs serve', { bind: ['-a', '--dev-addr'], defaultPort: 8000, defaultAddress: loopback, unless: ['-f', '--config-file'] }],
  ['bokeh serve', { host: ['--address'], port: ['--port'], defaultPort: 5006 }],
  ['panel serve', { host: ['--address'], port: ['--port'], defaultPort: 5006 }],
  ['vllm serve', { host: ['--host'], port: ['--port'], defaultPort: 8000 }],
  [
    'celery flower',
    {
      host: ['--address'],
      port: ['--port'],
      hostVariables: ['FLOWER_ADDRESS'],
      portVariables: ['FLOWER_PORT'],
      defaultPort: 5555,
      unless: ['--conf', '--unix-socket', '--unix_socket'],
    },
  ],
  ['flower', { host: ['--address'], port: ['--port'], portVariables: ['FLOWER_PORT'], defaultPort: 5555, unless: ['--conf'] }],
  ['rails server', { host: ['-b', '--binding'], port: ['-p', '--port'], portVariables: ['PORT'], defaultPort: 3000 }],
  ['rackup', { host: ['-o', '--host'], port: ['-p', '--port'], defaultPort: 9292 }],
  ['thin', { host: ['-a', '--address'], port: ['-p', '--port'], bind: ['-S', '--socket'], defaultPort: 3000 }],
  [
    'unicorn',
    { bind: ['-l', '--listen'], host: ['-o', '--host'], port: ['-p', '--port'], defaultPort: 8080, unless: ['-c', '--config-file'] },
  ],
  [
    'unicorn_rails',
    { bind: ['-l', '--listen'], host: ['-o', '--host'], port: ['-p', '--port'], defaultPort: 8080, unless: ['-c', '--config-file'] },
  ],
  [
    'passenger start',
    {
      host: ['-a', '--address'],
      port: ['-p', '--port'],
      bind: ['-S', '--socket'],
      portVariables: ['PASSENGER_PORT'],
      defaultPort: 3000,
      defaultAddress: everywhere,
    },
  ],
  ['jekyll serve', { host: ['-H', '--host'], port: ['-P', '--port'], defaultPort: 4000, defaultAddress: loopback, unless: ['--config'] }],
  ['hugo server', { host: ['--bind'], port: ['-p', '--port'], defaultPort: 1313, defaultAddress: loopback, unless: ['--config'] }],
  [
    'next start',
    { host: ['-H', '--hostname'], port: ['-p', '--port'], portVariables: ['PORT'], defaultPort: 3000, defaultAddress: everywhere },
  ],
  [
    'next dev',
    { host: ['-H', '--hostname'], port: ['-p', '--port'], portVariables: ['PORT'], defaultPort: 3000, defaultAddress: everywhere },
  ],
  [
    'nuxt dev',
    {
      host: ['--host', '-h'],
      port: ['--port', '-p'],
      hostVariables: ['NUXT_HOST', 'NITRO_HOST', 'HOST'],
      portVariables: ['NUXT_PORT', 'NITRO_PORT', 'PORT'],
      defaultPort: 3000,
    },
  ],
  [
    'nuxt start',
    {
      host: ['--host', '-H'],
      port: ['--port', '-p'],
      hostVariables: ['NUXT_HOST', 'HOST'],
      portVariables: ['NUXT_PORT', 'PORT'],
      defaultPort: 3000,
    },
  ],
  ['vite', { host: ['--host'], port: ['--port'], defaultPort: 5173 }],
  ['vite preview', { host: ['--host'], port: ['--port'], defaultPort: 4173 }],
  ['astro dev', { host: ['--host'], port: ['--port'], defaultPort: 4321 }],
  ['astro preview', { host: ['--host'], port: ['--port'], defaultPort: 4321 }],
  ['ng serve', { host: ['--host'], port: ['--port'], defaultPort: 4200 }],
  ['vue-cli-service serve', { host: ['--host'], port: ['--port'], portVariables: ['PORT'], defaultPort: 8080 }],
  ['react-scripts start', { hostVariables: ['HOST'], portVariables: ['PORT'], defaultPort: 3000, defaultAddress: everywhere }],
  ['webpack serve', { host: ['--host'], port: ['--port'], defaultPort: 8080 }],
  ['webpack-dev-server', { host: ['--host'], port: ['--port'], defaultPort: 8080 }],
  ['gatsby develop', { host: ['-H', '--host'], port: ['-p', '--port'], defaultPort: 8000 }],
  ['remix-serve', { portVariables: ['PORT'], defaultPort: 3000, defaultAddress: everywhere }],
  ['react-router-serve', { portVariables: ['PORT'], defaultPort: 3000, defaultAddress: everywhere }],
  ['serve', { bind: ['-l', '--listen'], port: ['-p', '--port'], portVariables: ['PORT'], defaultPort: 3000, defaultAddress: everywhere }],
  [
    'http-server',
    { host: ['-a'], port: ['-p', '--port'], portVariables: ['PORT'], defaultPort: 8080, defaultAddress: everywhere, tls: ['-S', '--tls'] },
  ],
  ['json-server', { host: ['-H', '--host'], port: ['-p', '--port'], defaultPort: 3000 }],
  ['live-server', { host: ['--host'], port: ['--port'], portVariables: ['PORT'], defaultPort: 8080 }],
  ['storybook dev', { host: ['-h', '--host'], port: ['-p', '--port'], defaultPort: 6006 }],
  ['strapi', { portVariables: ['PORT'], hostVariables: ['HOST'] }],
  ['directus start', { portVariables: ['PORT'], hostVariables: ['HOST'], defaultPort: 8055 }],
  ['n8n', { portVariables: ['N8N_PORT'], defaultPort: 5678 }],
  ['node-red', { port: ['-p', '--port'], portVariables: ['PORT'], defaultPort: 1880 }],
  [
    'artisan serve',
    {
      host: ['--host'],
      port: ['--port'],
      portVariables: ['SERVER_PORT'],
      hostVariables: ['SERVER_HOST'],
      defaultPort: 8000,
      defaultAddress: loopback,
    },
  ],
  [
    'artisan octane:start',
    {
      host: ['--host'],
      port: ['--port'],
      hostVariables: ['OCTANE_HOST'],
      portVariables: ['OCTANE_PORT'],
      defaultPort: 8000,
      defaultAddress: loopback,
    },
  ],
  [
    'artisan octane:frankenphp',
    {
      host: ['--host'],
      port: ['--port'],
      hostVariables: ['OCTANE_HOST'],
      portVariables: ['OCTANE_PORT'],
      defaultPort: 8000,
      defaultAddress: loopback,
    },
  ],
  [
    'artisan reverb:start',
    {
      host: ['--host'],
      port: ['--port'],
      hostVariables: ['REVERB_SERVER_HOST'],
      portVariables: ['REVERB_SERVER_PORT'],
      defaultPort: 8080,
      defaultAddress: everywhere,
    },
  ],
  ['artisan websockets:serve', { host: ['--host'], port: ['--port'], defaultPort: 6001, defaultAddress: everywhere }],
  ['caddy file-server', { bind: ['--listen'], defaultPort: 80 }],
  ['caddy reverse-proxy', { bind: ['--from'] }],
  ['frankenphp php-server', { bind: ['--listen', '-l'], defaultPort: 80 }],
  ['grafana-server', { portVariables: ['GF_SERVER_HTTP_PORT'], defaultPort: 3000 }],
  ['prometheus', { bind: ['--web.listen-address'], defaultPort: 9090, defaultAddress: everywhere }],
  ['alertmanager', { bind: ['--web.listen-address'], defaultPort: 9093 }],
  [
    'minio server',
    {
      bind: ['--address', '--console-address'],
      bindVariables: ['MINIO_ADDRESS', 'MINIO_CONSOLE_ADDRESS'],
      defaultPort: 9000,
      unless: ['--config'],
    },
  ],
  ['redis-server', { port: ['--port'], defaultPort: 6379, protocol: 'tcp', unless: ['--tls-port', '--unixsocket'] }],
  ['mongod', { port: ['--port'], defaultPort: 27017, protocol: 'tcp', unless: ['--config', '-f'] }],
  ['mosquitto', { port: ['-p'], protocol: 'tcp', defaultPort: 1883, unless: ['-c'] }],
  ['ollama serve', { bindVariables: ['OLLAMA_HOST'], defaultPort: 11434 }],
  [
    'oauth2-proxy',
    {
      bind: ['--http-address', '-http-address', '--https-address'],
      bindVariables: ['OAUTH2_PROXY_HTTP_ADDRESS', 'OAUTH2_PROXY_HTTPS_ADDRESS'],
      unless: ['--config'],
    },
  ],
  [
    'kc.sh',
    {
      port: ['--http-port', '--https-port'],
      portVariables: ['KC_HTTP_PORT', 'KC_HTTPS_PORT'],
      defaultPort: 8080,
      unless: ['--http-enabled'],
    },
  ],
]);

/** Programs that do a job and end, or that listen on nothing that nginx could reach. */
const silent =
  /^(?:echo|sleep|cd|mkdir|chown|chmod|cp|mv|rm|ln|ls|cat|cut|tr|sed|awk|grep|touch|printf|set|export|source|\.|test|\[|\[\[|true|false|until|while|do|done|fi|then|if|exit|return|nc|ncat|curl|wget|ping|getent|psql|pg_isready|mysqladmin|mysql|redis-cli|mc|alembic|prisma|knex|sequelize|typeorm|apt-get|apt|apk|yum|pip|pip3|composer|envsubst|git|find|date|id|whoami|pwd|read|local|shift|trap|unset|umask|crond|cron|wait|kill|tail)$/;

/** Programs that start several others, so that what one binds says nothing about the rest. */
const several =
  /^(?:supervisord|s6-svscan|init|runsvdir|foreman|honcho|overmind|hivemind|goreman|concurrently|npm-run-all|run-p|turbo|lerna|nx|pm2|pm2-runtime|pm2-docker|systemd|monit|procodile|parallel)$/;

export type Start =
  /** It listens on these. Empty: a program that is known to listen on nothing. */
  | { kind: 'binds'; program: string; binds: Bind[] }
  /** It starts several processes that no file was read for. */
  | { kind: 'several'; program: string }
  /** A program of the repository's own, or one that nobody here knows. */
  | { kind: 'unknown'; program: string };

/** What one program listens on, by its own conventions. `program` of the invocation is the bare name. */
export function startOf(invocation: Invocation): Start {
  const { program, args } = invocation;
  const own = special(invocation);
  if (own !== null) return own;
  // Options may stand in front of the sub-command: flask --app shop run.
  const words = positionals(args, []).slice(0, 6);
  const first = (words.find((word) => conventions.has(`${program} ${word.text}`)) ?? words[0])?.text;
  if (silent.test(program)) return { kind: 'binds', program, binds: [] };
  if (several.test(program)) return { kind: 'several', program };
  const pair = first === undefined ? null : `${program} ${first}`;
  const convention = (pair === null ? undefined : conventions.get(pair)) ?? conventions.get(program);
  if (convention === undefined) {
    const binds = anyProgram(invocation);
    return binds.length > 0 ? { kind: 'binds', program, binds } : { kind: 'unknown', program };
  }
  const name = pair !== null && conventions.has(pair) ? pair : program;
  return { kind: 'binds', program: name, binds: byConvention(name, convention, invocation) };
}

function byConvention(name: string, convention: Convention, { args, lookup }: Invocation): Bind[] {
  const protocol =
    convention.tls !== undefined && args.some((word) => convention.tls?.some((flag) => isOption(word, flag)))
      ? 'https'
      : (convention.protocol ?? 'http');
  const base = { program: name, protocol, by: 'written' as const };
  const binds: Bind[] = [];
  for (const word of options(args, convention.bind ?? [])) binds.push(...boundAt(word, base));
  if (binds.length > 0) return binds;
  for (const variable of convention.bindVariables ?? []) {
    const value = lookup(variable);
    const parsed = value === undefined ? null : parseAddress(value);
    if (parsed) binds.push({ ...base, ...parsed, at: null, certain: true });
  }
  if (binds.length > 0) return binds;
  const hostWord = option(args, convention.host ?? []);
  const address = hostWord === undefined ? fromVariables(convention.hostVariables, lookup) : hostWord.literal ? hostWord.text : null;
  const bareHost = (convention.host ?? []).some((flag) => args.some((word) => word.text === flag));
  const known = address ?? (bareHost || hostWord !== undefined ? null : (convention.defaultAddress ?? null));
  const portWord =
    option(args, convention.port ?? []) ??
    (convention.positional ? positionals(args, convention.positional).find((word) => /^\d+$/.test(word.text)) : undefined);
  if (portWord !== undefined) {
    const port = portOf(portWord.text);
    if (port === null) return [{ ...base, port: null, socket: null, address: known, at: portWord.at, certain: false }];
    return [{ ...base, port, socket: null, address: known, at: portWord.at, certain: portWord.literal }];
  }
  // `--port` whose value came out empty: nobody knows the port.
  if ((convention.port ?? []).some((flag) => args.some((word) => word.text === flag || word.text === `${flag}=`))) {
    return [{ ...base, port: null, socket: null, address: known, at: null, certain: false }];
  }
  const variable = portOf(fromVariables(convention.portVariables, lookup));
  if (variable !== null) return [{ ...base, port: variable, socket: null, address: known, at: null, certain: true }];
  if (convention.defaultPort === undefined) return [];
  const overridden = args.some((word) => (convention.unless ?? []).some((flag) => isOption(word, flag)));
  return [
    {
      ...base,
      by: 'default',
      port: convention.defaultPort,
      socket: null,
      address: known,
      at: hostWord?.at ?? null,
      certain: !overridden && args.every((word) => word.literal),
    },
  ];
}

function isOption(word: CommandWord, flag: string): boolean {
  return word.text === flag || word.text.startsWith(`${flag}=`);
}

function boundAt(word: CommandWord, base: Pick<Bind, 'program' | 'protocol' | 'by'>): Bind[] {
  const parsed = parseAddress(word.text);
  if (parsed === null) return word.literal ? [] : [{ ...base, port: null, socket: null, address: null, at: word.at, certain: false }];
  return [{ ...base, ...parsed, at: word.at, certain: word.literal }];
}

function fromVariables(names: readonly string[] | undefined, lookup: Invocation['lookup']): string | null {
  for (const name of names ?? []) {
    const value = lookup(name);
    if (value !== undefined && value !== '') return value;
  }
  return null;
}

/** Options that nearly every server that has them means in one way. */
const commonBind = [
  '--bind',
  '--listen',
  '-listen',
  '--addr',
  '-addr',
  '--address',
  '-address',
  '--http-addr',
  '--http-address',
  '--listen-address',
  '--web.listen-address',
  '--server.address',
  '--http',
  '-http',
];
const commonPort = ['--port', '-port', '--http-port', '-http-port', '--server-port', '--server.port', '--listen-port', '--web-port'];
const commonHost = ['--host', '-host', '--hostname', '--bind', '--address', '--ip'];

function anyProgram({ program, args, lookup }: Invocation): Bind[] {
  const base = { program, protocol: null, by: 'written' as const };
  const binds: Bind[] = [];
  const hostWord = option(args, commonHost);
  const host = hostWord?.literal && portOf(hostWord.text) === null && parseAddress(hostWord.text) === null ? hostWord.text : null;
  for (const word of options(args, commonPort)) {
    const port = portOf(word.text);
    if (port !== null) binds.push({ ...base, port, socket: null, address: host, at: word.at, certain: word.literal });
  }
  for (const word of options(args, commonBind)) {
    const parsed = parseAddress(word.text);
    if (parsed !== null) binds.push({ ...base, ...parsed, at: word.at, certain: word.literal });
  }
  for (const [at, word] of args.entries()) {
    // The value of an option that nobody here knows may be another listener than the one that serves: metrics, gRPC.
    if (args[at - 1]?.text.startsWith('-') && !args[at - 1]?.text.includes('=')) continue;
    if (/^(?:0\.0\.0\.0|\[::\]|\*|127\.0\.0\.1|localhost)?:\d{2,5}$/.test(word.text)) {
      const parsed = parseAddress(word.text);
      if (parsed !== null && !binds.some((bind) => bind.port === parsed.port))
        binds.push({ ...base, ...parsed, at: word.at, certain: word.literal && word.text.includes('.') });
    }
  }
  for (const word of options(args, ['-p', '-P'])) {
    const port = portOf(word.text);
    if (port !== null) binds.push({ ...base, port, socket: null, address: host, at: word.at, certain: false });
  }
  void lookup;
  return binds;
}

/** Programs whose conventions do not fit the table. */
function special(invocation: Invocation): Start | null {
  const { program, args, lookup } = invocation;
  switch (program) {
    case 'gunicorn':
      return gunicorn(invocation);
    case 'uwsgi':
      return { kind: 'binds', program, binds: uwsgiOptions(args) };
    case 'puma':
      return puma(invocation);
    case 'php':
    case 'php8':
      return php(invocation);
    case 'php-fpm':
    case 'php-fpm7':
    case 'php-fpm8':
      return {
        kind: 'binds',
        program,
        binds: [{ port: 9000, socket: null, address: null, protocol: 'fastcgi', program, at: null, by: 'default', certain: false }],
      };
    case 'java':
      return java(invocation);
    case 'dotnet':
      return dotnet(invocation);
    case 'apache2-foreground':
    case 'httpd-foreground':
    case 'apache2ctl':
    case 'apachectl':
    case 'httpd':
      return {
        kind: 'binds',
        program,
        binds: [{ port: 80, socket: null, address: null, protocol: 'http', program: 'apache', at: null, by: 'default', certain: false }],
      };
    case 'nginx':
      return { kind: 'unknown', program };
    case 'rails':
      if (args[0]?.text === 's') return startOf({ program: 'rails', args: [{ ...args[0], text: 'server' }, ...args.slice(1)], lookup });
      return args[0]?.text === 'server' || args[0] === undefined ? null : { kind: 'binds', program, binds: [] };
    case 'celery': {
      const flower = args.findIndex((word) => word.text === 'flower');
      if (flower === -1) return { kind: 'binds', program, binds: [] };
      return {
        kind: 'binds',
        program: 'celery flower',
        binds: byConvention('celery flower', conventions.get('celery flower') as Convention, {
          program,
          args: args.slice(flower + 1),
          lookup,
        }),
      };
    }
    case 'django-admin':
    case 'manage.py':
      return django(invocation);
    case 'artisan': {
      const sub = args[0]?.text;
      const convention = conventions.get(`artisan ${sub}`);
      return convention
        ? {
            kind: 'binds',
            program: `artisan ${sub}`,
            binds: byConvention(`php artisan ${sub}`, convention, { program, args: args.slice(1), lookup }),
          }
        : { kind: 'binds', program, binds: [] };
    }
    case 'jupyter':
    case 'jupyter-lab':
    case 'jupyter-notebook':
      return { kind: 'binds', program: 'jupyter', binds: byConvention('jupyter', conventions.get('jupyter') as Convention, invocation) };
    case 'vite':
      return vite(invocation);
    case 'next':
    case 'nuxt':
    case 'nuxi':
      return framework(invocation);
    case 'grafana':
      return startOf({ ...invocation, program: 'grafana-server' });
    case 'daphne':
    case 'hypercorn':
      return null;
    default:
      return null;
  }
}

function gunicorn({ program, args, lookup }: Invocation): Start {
  const more = splitOptions(lookup('GUNICORN_CMD_ARGS'));
  const all = [...more, ...args];
  const words = options(all, ['-b', '--bind']);
  const tls = all.some((word) => isOption(word, '--certfile') || isOption(word, '--keyfile'));
  const base = { program, protocol: tls ? ('https' as const) : ('http' as const), by: 'written' as const };
  const binds = words.flatMap((word) =>
    word.text
      .split(',')
      .flatMap((part) =>
        boundAt({ ...word, text: part }, base).map((bind) =>
          bind.port !== null && bind.address === null ? { ...bind, address: null } : bind,
        ),
      ),
  );
  if (words.length > 0) return { kind: 'binds', program, binds };
  const config = all.some((word) => isOption(word, '-c') || isOption(word, '--config') || /^-c./.test(word.text));
  const paste = all.some((word) => isOption(word, '--paste') || isOption(word, '--paster'));
  const port = portOf(lookup('PORT'));
  // Without --bind: $PORT on all addresses, else 127.0.0.1:8000; ./gunicorn.conf.py is read in any case.
  const bind: Bind =
    port !== null
      ? { ...base, port, socket: null, address: '0.0.0.0', at: null, certain: !config }
      : {
          ...base,
          by: 'default',
          port: 8000,
          socket: null,
          address: loopback,
          at: null,
          certain: !config && !paste && args.every((word) => word.literal),
        };
  return { kind: 'binds', program, binds: [bind] };
}

function splitOptions(text: string | undefined): CommandWord[] {
  if (text === undefined) return [];
  return text
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 200)
    .map((word) => ({ text: word.replace(/^["']|["']$/g, ''), literal: true, at: null }));
}

/** uwsgi's own options, of the command line (`--http :8000`) and of an ini file (`http = :8000`). */
export function uwsgiOptions(args: readonly CommandWord[]): Bind[] {
  const kinds: [string, Bind['protocol']][] = [
    ['http', 'http'],
    ['http-socket', 'http'],
    ['httprouter', 'http'],
    ['https', 'https'],
    ['https-socket', 'https'],
    ['socket', 'uwsgi'],
    ['s', 'uwsgi'],
    ['uwsgi-socket', 'uwsgi'],
    ['fastcgi-socket', 'fastcgi'],
  ];
  const binds: Bind[] = [];
  const spoken = option(args, ['--protocol'])?.text;
  for (const [name, protocol] of kinds) {
    const flag = name.length === 1 ? `-${name}` : `--${name}`;
    for (const word of options(args, [flag])) {
      const address = protocol === 'https' ? { ...word, text: word.text.split(',')[0] as string } : word;
      const told = protocol === 'uwsgi' && (spoken === 'http' || spoken === 'fastcgi') ? spoken : protocol;
      binds.push(...boundAt(address, { program: 'uwsgi', protocol: told, by: 'written' }));
    }
  }
  return binds;
}

function puma({ program, args, lookup }: Invocation): Start {
  const base = { program, by: 'written' as const };
  const binds = options(args, ['-b', '--bind']).flatMap((word) => {
    const text = word.text.replace(/\?.*$/, '');
    return boundAt({ ...word, text }, { ...base, protocol: text.startsWith('ssl:') ? 'https' : 'http' });
  });
  const portWord = option(args, ['-p', '--port']);
  const port = portOf(portWord?.text);
  if (portWord !== undefined && port !== null)
    binds.push({ ...base, protocol: 'http', port, socket: null, address: everywhere, at: portWord.at, certain: portWord.literal });
  if (binds.length > 0) return { kind: 'binds', program, binds };
  const variable = portOf(lookup('PORT'));
  // config/puma.rb of every Rails application reads PORT and falls back to 3000; puma alone to 9292.
  return {
    kind: 'binds',
    program,
    binds: [{ ...base, protocol: 'http', port: variable, socket: null, address: null, at: null, certain: false }],
  };
}

function php({ args, lookup }: Invocation): Start {
  const server = option(args, ['-S']);
  if (server !== undefined)
    return { kind: 'binds', program: 'php -S', binds: boundAt(server, { program: 'php -S', protocol: 'http', by: 'written' }) };
  const script = args.findIndex((word) => /(^|\/)artisan$/.test(word.text));
  if (script >= 0) return startOf({ program: 'artisan', args: args.slice(script + 1), lookup });
  return { kind: 'unknown', program: 'php' };
}

function java({ program, args, lookup }: Invocation): Start {
  const all = [...splitOptions(lookup('JAVA_TOOL_OPTIONS')), ...splitOptions(lookup('JAVA_OPTS')), ...args];
  const names = ['-Dserver.port', '--server.port', '-Dquarkus.http.port', '-Dmicronaut.server.port', '-Djetty.http.port', '-Dhttp.port'];
  const word = option(all, names);
  const port = portOf(word?.text);
  if (word !== undefined) {
    return {
      kind: 'binds',
      program,
      binds: [
        {
          port,
          socket: null,
          address: null,
          protocol: null,
          program: 'java',
          at: word.at,
          by: 'written',
          certain: word.literal && port !== null,
        },
      ],
    };
  }
  return { kind: 'unknown', program };
}

function dotnet({ program, args, lookup }: Invocation): Start {
  const urls = option(args, ['--urls', '--server.urls']);
  if (urls === undefined) return { kind: 'unknown', program };
  void lookup;
  return { kind: 'binds', program, binds: urlBinds(urls.text, program, urls.at, urls.literal) };
}

/** `http://+:5000;https://+:5001`, as ASP.NET takes it. */
export function urlBinds(text: string, program: string, at: Bind['at'], certain: boolean): Bind[] {
  return text
    .split(';')
    .map((url) => url.trim())
    .filter((url) => url !== '')
    .slice(0, 20)
    .flatMap((url) => {
      const protocol = url.startsWith('https') ? ('https' as const) : ('http' as const);
      const parsed = parseAddress(
        /:\d+/.test(url.replace(/^\w+:\/\//, '')) ? url : `${url.replace(/\/+$/, '')}:${protocol === 'https' ? 443 : 80}`,
      );
      return parsed === null ? [] : [{ ...parsed, protocol, program, at, by: 'written' as const, certain }];
    });
}

function django(invocation: Invocation): Start {
  const { args } = invocation;
  const sub = args.findIndex((word) => ['runserver', 'runserver_plus', 'runsslserver', 'testserver'].includes(word.text));
  if (sub === -1) {
    const known = args[0]?.text;
    const serves = known !== undefined && /^(?:rungunicorn|runuwsgi|run.*server.*|qcluster)$/.test(known);
    return serves ? { kind: 'unknown', program: `manage.py ${known}` } : { kind: 'binds', program: 'manage.py', binds: [] };
  }
  const protocol = args[sub]?.text === 'runsslserver' ? ('https' as const) : ('http' as const);
  const program = `manage.py ${args[sub]?.text}`;
  const word = positionals(args.slice(sub + 1), ['--settings', '--pythonpath', '-v', '--verbosity'])[0];
  if (word === undefined) {
    const plain = args.every((arg) => arg.literal);
    return {
      kind: 'binds',
      program,
      binds: [{ port: 8000, socket: null, address: loopback, protocol, program, at: args[sub]?.at ?? null, by: 'default', certain: plain }],
    };
  }
  const parsed = parseAddress(word.text === '0' ? '' : word.text.replace(/^0:/, '0.0.0.0:'));
  if (parsed === null)
    return {
      kind: 'binds',
      program,
      binds: [{ port: null, socket: null, address: null, protocol, program, at: word.at, by: 'written', certain: false }],
    };
  // A port alone stays on 127.0.0.1.
  const address = /^\d+$/.test(word.text) ? loopback : parsed.address;
  return { kind: 'binds', program, binds: [{ ...parsed, address, protocol, program, at: word.at, by: 'written', certain: word.literal }] };
}

/** vite's port and host may stand in vite.config as well, so its default proves nothing. */
function vite(invocation: Invocation): Start {
  const sub = positionals(invocation.args, ['--port', '--host', '--config', '-c', '--mode', '-m'])[0]?.text;
  if (sub === 'build' || sub === 'optimize') return { kind: 'binds', program: 'vite', binds: [] };
  const name = sub === 'preview' ? 'vite preview' : 'vite';
  const binds = byConvention(name, conventions.get(name) as Convention, invocation);
  return { kind: 'binds', program: name, binds: binds.map((bind) => (bind.by === 'default' ? { ...bind, certain: false } : bind)) };
}

function framework(invocation: Invocation): Start {
  const name = invocation.program === 'nuxi' ? 'nuxt' : invocation.program;
  const sub = positionals(invocation.args, ['-p', '--port', '-H', '--hostname', '--host'])[0]?.text;
  if (sub === 'build' || sub === 'generate' || sub === 'prepare' || sub === 'export') return { kind: 'binds', program: name, binds: [] };
  const key = `${name} ${sub === 'start' || sub === 'preview' ? 'start' : 'dev'}`;
  const binds = byConvention(key, conventions.get(key) as Convention, invocation);
  return {
    kind: 'binds',
    program: key,
    binds: name === 'nuxt' ? binds.map((bind) => (bind.by === 'default' ? { ...bind, certain: false } : bind)) : binds,
  };
}
