import { describe, expect, test } from '@jest/globals';
import { programName, programsOf } from '../../src/stack/evidence/command-line.ts';
import { startOf } from '../../src/stack/evidence/programs.ts';

const at = { file: 'compose.yaml', start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };

/** What each program of a shell line listens on: `address:port`, a socket, or the kind of start that told nothing. */
function binds(line: string, environment: Record<string, string> = {}): string[] {
  const lookup = (name: string): string | undefined => environment[name];
  return programsOf([{ value: line, at }], true, lookup).flatMap((command) => {
    const [first, ...args] = command.words;
    const start = startOf({
      program: programName(first?.text ?? ''),
      args,
      lookup: (name) => command.environment.get(name) ?? lookup(name),
    });
    if (start.kind !== 'binds') return [start.kind];
    return start.binds.map(
      (bind) => `${bind.protocol ?? '?'} ${bind.socket ?? `${bind.address ?? '?'}:${bind.port}`}${bind.certain ? '' : ' perhaps'}`,
    );
  });
}

describe('what programs listen on', () => {
  test.each<[string, string[], Record<string, string>?]>([
    ['gunicorn -b 0.0.0.0:8000 app', ['http 0.0.0.0:8000']],
    ['gunicorn --bind=unix:/run/app.sock app', ['http /run/app.sock']],
    ['gunicorn app', ['http 127.0.0.1:8000']],
    ['gunicorn app', ['http 0.0.0.0:9000'], { PORT: '9000' }],
    ['gunicorn -c conf.py app', ['? 127.0.0.1:8000 perhaps']],
    ['uvicorn app:app --host 0.0.0.0 --port 8080', ['http 0.0.0.0:8080']],
    ['uvicorn app:app', ['http 127.0.0.1:8000']],
    ['hypercorn -b [::]:8000 app', ['http :::8000']],
    ['daphne -b 0.0.0.0 -p 8001 app', ['http 0.0.0.0:8001']],
    ['uwsgi --http-socket :8000 --socket :8001', ['http 0.0.0.0:8000', 'uwsgi 0.0.0.0:8001']],
    ['flask --app shop run --host=0.0.0.0', ['http 0.0.0.0:5000']],
    ['celery -A shop flower --port=5556', ['http ?:5556']],
    ['celery -A shop worker', []],
    ['puma -b tcp://0.0.0.0:3000', ['http 0.0.0.0:3000']],
    ['rails s -b 0.0.0.0 -p 3001', ['http 0.0.0.0:3001']],
    ['php -S 0.0.0.0:8080 -t public', ['http 0.0.0.0:8080']],
    ['next start -p 3005', ['http 0.0.0.0:3005']],
    ['next start', ['http 0.0.0.0:4000'], { PORT: '4000' }],
    ['vite --host --port 3000', ['http ?:3000']],
    ['vite build', []],
    ['java -Dserver.port=8085 -jar app.jar', ['? ?:8085']],
    ['dotnet shop.dll --urls http://0.0.0.0:5001', ['http 0.0.0.0:5001']],
    ['/srv/shop -addr :8090', ['? 0.0.0.0:8090']],
    ['streamlit run app.py --server.port=8502', ['http ?:8502']],
    ['mlflow server --host 0.0.0.0 --port 5001', ['http 0.0.0.0:5001']],
  ])('%s', (line, wanted, environment = {}) => {
    expect(binds(line, environment)).toEqual(wanted);
  });

  test('what waits for another service binds nothing of it', () => {
    expect(binds('./wait-for-it.sh db:5432 --timeout=30 -- gunicorn -b :8000 app')).toEqual(['http 0.0.0.0:8000']);
    expect(binds('dockerize -wait tcp://db:5432 -timeout 60s uvicorn app:app --host 0.0.0.0')).toEqual(['http 0.0.0.0:8000']);
    expect(binds('until nc -z db 5432; do sleep 1; done; gunicorn -b :8000 app')).toEqual(['http 0.0.0.0:8000']);
  });

  test('wrappers are taken off', () => {
    expect(binds("sh -c 'PORT=9000 exec tini -- gunicorn app'")).toEqual(['http 0.0.0.0:9000']);
    expect(binds('poetry run env DEBUG=1 gunicorn -b 0.0.0.0:$' + '{PORT:-8000} app')).toEqual(['http 0.0.0.0:8000']);
  });

  test('an option whose value came out empty tells no port', () => {
    expect(binds('uvicorn app:app --host 0.0.0.0 --port')).toEqual(['http 0.0.0.0:null perhaps']);
  });

  test('several programs at once tell nothing about each other', () => {
    expect(binds('supervisord -n')).toEqual(['several']);
    expect(programsOf([{ value: 'worker & gunicorn -b :8000 app', at }], true, () => undefined).some((command) => command.beside)).toBe(
      true,
    );
  });
});
