/** Python's servers, and the tools that bring one. */
import { type Bind, type Invocation, option, options, parseAddress, portOf, positionals, type Start } from '../bind.ts';
import type { CommandWord } from '../command-line.ts';
import {
  boundAt,
  byConvention,
  byDefault,
  type Conventions,
  capitalOptions,
  everywhere,
  hasOption,
  listensOn,
  longOptions,
  loopback,
  type Readers,
  shortOptions,
  splitOptions,
  variables,
} from './convention.ts';

const addressOptions = { host: ['--address'], port: ['--port'] } as const;
const jupyterPort = ['--port', '--ServerApp.port', '--NotebookApp.port'];

export const conventions = {
  uvicorn: {
    ...longOptions,
    bind: ['--uds'],
    ...variables('UVICORN'),
    ...byDefault(8000, loopback),
    unless: ['--fd', '--env-file'],
    tls: ['--ssl-keyfile'],
  },
  hypercorn: { bind: ['-b', '--bind'], ...byDefault(8000, loopback), unless: ['-c', '--config', '--insecure-bind'], tls: ['--keyfile'] },
  daphne: {
    host: ['-b', '--bind'],
    port: ['-p', '--port'],
    bind: ['-u', '--unix-socket'],
    ...byDefault(8000, loopback),
    unless: ['-e', '--endpoint', '--fd'],
  },
  granian: { ...longOptions, ...variables('GRANIAN'), ...byDefault(8000, loopback), tls: ['--ssl-keyfile'] },
  'waitress-serve': { ...longOptions, bind: ['--listen'], ...byDefault(8080, everywhere), unless: ['--unix-socket'] },
  sanic: { ...capitalOptions, ...byDefault(8000, loopback), unless: ['--unix', '-u'], tls: ['--key', '--cert', '--tls'] },
  'fastapi run': { ...longOptions, ...byDefault(8000, everywhere) },
  'fastapi dev': { ...longOptions, ...byDefault(8000, loopback) },
  'litestar run': { ...capitalOptions, ...variables('LITESTAR'), ...byDefault(8000, loopback) },
  'flask run': { ...shortOptions, ...variables('FLASK_RUN'), ...byDefault(5000, loopback), tls: ['--cert'] },
  'streamlit run': {
    host: ['--server.address'],
    port: ['--server.port'],
    hostVariables: ['STREAMLIT_SERVER_ADDRESS'],
    portVariables: ['STREAMLIT_SERVER_PORT'],
    defaultPort: 8501,
  },
  'chainlit run': { host: ['--host', '-H'], port: ['--port', '-p'], ...variables('CHAINLIT'), defaultPort: 8000 },
  'mlflow server': { ...shortOptions, ...variables('MLFLOW'), ...byDefault(5000, loopback) },
  'mlflow ui': { ...shortOptions, ...variables('MLFLOW'), ...byDefault(5000, loopback) },
  'prefect server': { ...longOptions, ...variables('PREFECT_SERVER_API'), defaultPort: 4200 },
  'dagster-webserver': { ...shortOptions, ...byDefault(3000, loopback) },
  jupyter: { host: ['--ip', '--ServerApp.ip', '--NotebookApp.ip'], port: jupyterPort, portVariables: ['JUPYTER_PORT'], defaultPort: 8888 },
  'start-notebook.sh': { host: ['--ip', '--ServerApp.ip'], port: jupyterPort, defaultPort: 8888 },
  'http.server': {
    host: ['-b', '--bind'],
    positional: ['-b', '--bind', '-d', '--directory', '-p', '--protocol'],
    ...byDefault(8000, everywhere),
  },
  'airflow webserver': {
    host: ['-H', '--hostname'],
    port: ['-p', '--port'],
    portVariables: ['AIRFLOW__WEBSERVER__WEB_SERVER_PORT'],
    defaultPort: 8080,
  },
  'airflow api-server': { ...capitalOptions, portVariables: ['AIRFLOW__API__PORT'], defaultPort: 8080 },
  locust: { host: ['--web-host'], port: ['-P', '--web-port'], portVariables: ['LOCUST_WEB_PORT'], defaultPort: 8089 },
  'mkdocs serve': { bind: ['-a', '--dev-addr'], ...byDefault(8000, loopback), unless: ['-f', '--config-file'] },
  'bokeh serve': { ...addressOptions, defaultPort: 5006 },
  'panel serve': { ...addressOptions, defaultPort: 5006 },
  'vllm serve': { ...longOptions, defaultPort: 8000 },
  'celery flower': {
    ...addressOptions,
    hostVariables: ['FLOWER_ADDRESS'],
    portVariables: ['FLOWER_PORT'],
    defaultPort: 5555,
    unless: ['--conf', '--unix-socket', '--unix_socket'],
  },
  flower: { ...addressOptions, portVariables: ['FLOWER_PORT'], defaultPort: 5555, unless: ['--conf'] },
} as const satisfies Conventions;

export const readers: Readers = {
  gunicorn,
  uwsgi: ({ program, args }) => listensOn(program, uwsgiOptions(args)),
  'django-admin': django,
  'manage.py': django,
  celery,
  jupyter,
  'jupyter-lab': jupyter,
  'jupyter-notebook': jupyter,
};

function gunicorn({ program, args, lookup }: Invocation): Start {
  const all = [...splitOptions(lookup('GUNICORN_CMD_ARGS')), ...args];
  const config = hasOption(all, ['-c', '--config']) || all.some((word) => /^-c./.test(word.text));
  // The configuration may turn TLS on.
  const protocol = hasOption(all, ['--certfile', '--keyfile']) ? 'https' : config ? null : 'http';
  const base = { program, protocol, by: 'written' } as const;
  const words = options(all, ['-b', '--bind']);
  const binds = words.flatMap((word) => word.text.split(',').flatMap((text) => boundAt({ ...word, text }, base)));
  if (words.length > 0) return listensOn(program, binds);
  // Without --bind: $PORT on all addresses, else 127.0.0.1:8000; ./gunicorn.conf.py is read in any case.
  const port = portOf(lookup('PORT'));
  if (port !== null) return listensOn(program, [{ ...base, port, socket: null, address: everywhere, at: null, certain: !config }]);
  const certain = !config && !hasOption(all, ['--paste', '--paster']) && args.every((word) => word.literal);
  return listensOn(program, [{ ...base, by: 'default', port: 8000, socket: null, address: loopback, at: null, certain }]);
}

const uwsgiProtocols: [string, Bind['protocol']][] = [
  ['--http', 'http'],
  ['--http-socket', 'http'],
  ['--httprouter', 'http'],
  ['--https', 'https'],
  ['--https-socket', 'https'],
  ['--socket', 'uwsgi'],
  ['-s', 'uwsgi'],
  ['--uwsgi-socket', 'uwsgi'],
  ['--fastcgi-socket', 'fastcgi'],
];

function uwsgiOptions(args: readonly CommandWord[]): Bind[] {
  const spoken = option(args, ['--protocol'])?.text;
  return uwsgiProtocols.flatMap(([flag, protocol]) => {
    const told = protocol === 'uwsgi' && (spoken === 'http' || spoken === 'fastcgi') ? spoken : protocol;
    return options(args, [flag]).flatMap((word) => {
      // Behind the address of https stand its certificate and key.
      const text = protocol === 'https' ? (word.text.split(',')[0] as string) : word.text;
      return boundAt({ ...word, text }, { program: 'uwsgi', protocol: told, by: 'written' });
    });
  });
}

function celery(invocation: Invocation): Start {
  const at = invocation.args.findIndex((word) => word.text === 'flower');
  if (at === -1) return listensOn('celery', []);
  const behind = { ...invocation, args: invocation.args.slice(at + 1) };
  return listensOn('celery flower', byConvention('celery flower', conventions['celery flower'], behind));
}

function jupyter(invocation: Invocation): Start {
  return listensOn('jupyter', byConvention('jupyter', conventions.jupyter, invocation));
}

const djangoServers = ['runserver', 'runserver_plus', 'runsslserver', 'testserver'];

function django({ args }: Invocation): Start {
  const sub = args.findIndex((word) => djangoServers.includes(word.text));
  const command = args[sub];
  if (command === undefined) return djangoJob(args[0]?.text);
  const program = `manage.py ${command.text}`;
  const base = { program, protocol: command.text === 'runsslserver' ? 'https' : 'http', by: 'written' } as const;
  const word = positionals(args.slice(sub + 1), ['--settings', '--pythonpath', '-v', '--verbosity'])[0];
  if (word === undefined) {
    const certain = args.every((arg) => arg.literal);
    return listensOn(program, [{ ...base, by: 'default', port: 8000, socket: null, address: loopback, at: command.at, certain }]);
  }
  const parsed = parseAddress(word.text === '0' ? '' : word.text.replace(/^0:/, '0.0.0.0:'));
  if (parsed === null) return listensOn(program, [{ ...base, port: null, socket: null, address: null, at: word.at, certain: false }]);
  // A port alone stays on 127.0.0.1.
  const address = /^\d+$/.test(word.text) ? loopback : parsed.address;
  return listensOn(program, [{ ...base, ...parsed, address, at: word.at, certain: word.literal }]);
}

/** Any other sub-command of manage.py: packages bring servers of their own, the rest does a job and ends. */
function djangoJob(command: string | undefined): Start {
  const serves = command !== undefined && /^(?:rungunicorn|runuwsgi|run.*server.*|qcluster)$/.test(command);
  return serves ? { kind: 'unknown', program: `manage.py ${command}` } : listensOn('manage.py', []);
}
