import { describe, expect, test } from '@jest/globals';
import { Source } from '../../src/core/source.ts';
import { bindsOfFile } from '../../src/stack/evidence/start-files.ts';

/** What each file says that is listened on: `protocol address:port`, with `perhaps` where a variable may move it. */
function binds(file: string, text: string, environment: Record<string, string> = {}): string[] {
  return bindsOfFile(new Source(file, text), (name) => environment[name]).map(
    (bind) => `${bind.protocol ?? '?'} ${bind.socket ?? `${bind.address ?? '?'}:${bind.port}`}${bind.certain ? '' : ' perhaps'}`,
  );
}

describe('ports in start files', () => {
  test.each<[string, string, string[], Record<string, string>?]>([
    ['server.js', 'app.listen(3000)', ['? ?:3000']],
    ['server.js', "app.listen(3000, '127.0.0.1')", ['? 127.0.0.1:3000']],
    ['server.js', 'app.listen(process.env.PORT || 3000)', ['? ?:3000 perhaps']],
    ['server.js', 'app.listen(process.env.PORT || 3000)', ['? ?:4000'], { PORT: '4000' }],
    ['server.ts', 'const port: number = 8081;\nserver.listen(port, () => {});', ['? ?:8081']],
    ['server.ts', 'const port = Number(process.env.API_PORT ?? 8081);\nserver.listen({ port: port });', ['? ?:8081 perhaps']],
    ['server.js', '// app.listen(3000)\napp.listen(3001)', ['? ?:3001']],
    ['server.js', 'app.listen(parseInt(process.env.PORT, 10) || 3002)', ['? ?:3002 perhaps']],
    ['server.js', 'app.listen(socketPath)', []],
    ['main.ts', 'Deno.serve({ port: 8000 }, handler)', ['? ?:8000', '? ?:8000']],
    ['vite.config.ts', 'export default { server: { port: 5174 } }', ['? ?:5174']],
    ['main.py', 'uvicorn.run("app:app", host="0.0.0.0", port=8005)', ['http ?:8005']],
    ['app.py', 'app.run(host="0.0.0.0", port=int(os.environ.get("PORT", 5001)))', ['http ?:5001 perhaps']],
    ['app.py', '# app.run(port=5000)', []],
    ['server.py', "HTTPServer(('', 8010), Handler)", ['? ?:8010']],
    ['server.py', "server.add_insecure_port('[::]:50052')", ['grpc :::50052']],
    ['gunicorn.conf.py', 'bind = "0.0.0.0:8000"', ['http 0.0.0.0:8000']],
    ['gunicorn.conf.py', 'bind = "unix:/run/app.sock"', ['http /run/app.sock']],
    ['main.go', 'log.Fatal(http.ListenAndServe(":8080", nil))', ['? 0.0.0.0:8080']],
    ['main.go', 'r.Run("127.0.0.1:8080")', ['? 127.0.0.1:8080']],
    ['main.rs', 'HttpServer::new(app).bind(("0.0.0.0", 8090))', ['? 0.0.0.0:8090']],
    ['Program.cs', 'builder.WebHost.ConfigureKestrel(o => o.ListenAnyIP(5005));', ['? ?:5005']],
    ['appsettings.json', '{ "Urls": "http://0.0.0.0:5006" }', ['? 0.0.0.0:5006']],
    ['application.properties', 'server.port=8085', ['? ?:8085']],
    ['application.yml', 'spring:\n  name: shop\nserver:\n  port: 8086\n', ['? ?:8086']],
    ['application.yml', `server:\n  port: $` + '{PORT:8087}\n', ['? ?:8087 perhaps']],
    ['puma.rb', 'port ENV.fetch("PORT") { 3000 }', ['http ?:3000 perhaps']],
    ['www.conf', '[www]\nlisten = 9000\n;listen = 9005\n', ['fastcgi ?:9000']],
    ['pool.d/www.conf', '[www]\nlisten = /run/php/php-fpm.sock\n', ['fastcgi /run/php/php-fpm.sock']],
    ['uwsgi.ini', '[uwsgi]\nsocket = :8001\nhttp-socket = 0.0.0.0:8002\n', ['uwsgi 0.0.0.0:8001', 'http 0.0.0.0:8002']],
    ['uwsgi.ini', '[uwsgi]\nsocket = $(HOST):8001\n', ['uwsgi 0.0.0.0:8001'], { HOST: '0.0.0.0' }],
    ['uwsgi.ini', 'socket = :8001\n', []],
    ['ports.conf', 'Listen 8080\n', ['http ?:8080']],
    ['Caddyfile', ':8088 {\n}\n', ['http ?:8088']],
    ['mosquitto.conf', 'listener 1883\nlistener 9001\n', ['tcp ?:1883', 'tcp ?:9001']],
  ])('%s: %s', (file, text, wanted, environment = {}) => {
    expect(binds(file, text, environment)).toEqual(wanted);
  });

  test('stands at the words that say it', () => {
    const [bind] = bindsOfFile(new Source('src/server.js', 'const app = express();\napp.listen(3000);\n'), () => undefined);
    expect(bind?.at).toMatchObject({ file: 'src/server.js', start: { line: 2, column: 4 } });
  });

  test('a file of calls without an end is read in bounded time', () => {
    expect(binds('server.js', 'app.listen('.repeat(20_000)).length).toBeLessThanOrEqual(40);
    expect(binds('app.py', 'uvicorn.run(('.repeat(5000))).toEqual([]);
  });
});
