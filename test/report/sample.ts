/** Reports that the tests of every format share: a broken shop, one that is right, and a smoke run. */
import type { Finding } from '../../src/core/finding.ts';
import { withFingerprints } from '../../src/core/finding.ts';
import type { LineReader, Report, ReportedRoute, StackReport } from '../../src/core/report.ts';
import type { Location } from '../../src/core/source.ts';

const files: Record<string, string> = {
  'deploy/nginx/app.conf.template': [
    'upstream web {',
    '    server web:8080;',
    '}',
    'server {',
    '    listen 80;',
    '    server_name shop.example;',
    '    location /api/ { proxy_pass http://api:3001/; }',
    '    location / { proxy_pass http://web; }',
    '    location /old { proxy_pass http://legcy:5000; }',
    '}',
  ].join('\n'),
  'deploy/compose.yaml': [
    'services:',
    '  proxy:',
    '    image: nginx:1.27',
    '  web:',
    '    expose: ["8080"]',
    '  legacy:',
    '    expose: ["5000"]',
    '  api:',
    '    command: node server.js --port 3000',
  ].join('\n'),
};

export const lineOf: LineReader = (file, line) => files[file]?.split('\n')[line - 1];

/** The location of the first `text` on a line of one of the files above. */
export function at(file: string, line: number, text: string): Location {
  const column = (lineOf(file, line) ?? '').indexOf(text) + 1;
  return { file, start: { line, column }, end: { line, column: column + text.length } };
}

const conf = 'deploy/nginx/app.conf.template';
const compose = 'deploy/compose.yaml';

export const findings: Finding[] = withFingerprints(
  [
    {
      check: 'port-mismatch',
      severity: 'error',
      message: 'proxy_pass hands on to api:3001, but api listens on 3000.',
      why: 'Every request under /api/ answers 502.',
      fix: { message: 'Use port 3000.', edits: [{ location: at(conf, 7, '3001'), newText: '3000' }] },
      location: at(conf, 7, 'http://api:3001/'),
      related: [{ location: at(compose, 9, '3000'), label: 'api listens on 3000' }],
    },
    {
      check: 'unknown-host',
      severity: 'error',
      message: 'No service, alias or container answers to the name legcy.',
      why: 'nginx does not start.',
      fix: { message: 'Write legacy.' },
      location: at(conf, 9, 'legcy'),
      related: [],
    },
    {
      check: 'double-slash',
      severity: 'warning',
      message: 'location /old with proxy_pass … makes // of a path.',
      why: 'Some apps answer 404 for it.',
      location: at(conf, 9, 'http://legcy:5000'),
      related: [],
    },
  ],
  lineOf,
);

function route(line: number, location: string, target: string, host: string, port: number, service: string | null): ReportedRoute {
  return {
    listen: ['80'],
    serverNames: ['shop.example'],
    location,
    directive: 'proxy_pass',
    target,
    file: conf,
    line,
    column: 20,
    endpoints: [{ host, port, socket: null, protocol: 'http', service, verdict: 'ok', reason: null, file: conf, line }],
  };
}

/** A route of the same server, for reports of any length. */
export function routeTo(line: number, location: string, host: string, port: number, wrong: string | null = null): ReportedRoute {
  const made = route(line, location, `http://${host}:${port}`, host, port, host);
  return wrong === null
    ? made
    : { ...made, endpoints: made.endpoints.map((endpoint) => ({ ...endpoint, verdict: 'wrong', reason: wrong })) };
}

const stack: StackReport = {
  name: 'shop',
  directory: 'deploy',
  composeFiles: [compose],
  nginx: { service: 'proxy', image: 'nginx:1.27', main: '/etc/nginx/nginx.conf', files: [conf] },
  routes: [
    routeTo(7, '/api/', 'api', 3001, 'port-mismatch'),
    route(8, '/', 'http://web', 'web', 8080, 'web'),
    { ...routeTo(9, '/old', 'legcy', 5000, 'unknown-host') },
  ],
  nginxTest: { status: 'passed', engine: 'docker', image: 'nginx:1.27', files: 1, stubbed: ['api', 'legcy'], reason: null },
};

export const broken: Report = {
  schema: 'nginx-gate/1',
  summary: { errors: 2, warnings: 1, notices: 0, suppressed: 1 },
  stacks: [stack],
  findings,
};

export const clean: Report = {
  schema: 'nginx-gate/1',
  summary: { errors: 0, warnings: 0, notices: 0, suppressed: 0 },
  stacks: [{ ...stack, routes: [routeTo(7, '/api/', 'api', 3000), route(8, '/', 'http://web', 'web', 8080, 'web')] }],
  findings: [],
};

const { nginxTest: _, ...untested } = stack;

export const smoked: Report = {
  schema: 'nginx-gate/1',
  summary: { errors: 1, warnings: 0, notices: 0, suppressed: 0 },
  stacks: [
    {
      ...untested,
      routes: stack.routes.slice(0, 2),
      smoke: {
        vantage: 'docker',
        scope: '1 of 2 requests fails, at http://api:3001; what nginx answers itself is fine',
        requests: [
          {
            file: conf,
            line: 7,
            url: 'http://shop.example/api/',
            nginx: { status: 502, seconds: 0.012 },
            direct: [
              {
                address: '172.18.0.3:3001',
                status: null,
                result: 'connection refused (Failed to connect to 172.18.0.3 port 3001 after 0 ms)',
              },
            ],
            log: ['connect() failed (111: Connection refused) while connecting to upstream, upstream: "http://172.18.0.3:3001/"'],
            cause: 'wrong-port',
          },
          {
            file: conf,
            line: 8,
            url: 'http://shop.example/',
            nginx: { status: 200, seconds: 0.004 },
            direct: [{ address: '172.18.0.4:8080', status: 200, result: 'answered' }],
            log: [],
            cause: null,
          },
        ],
      },
    },
  ],
  findings: withFingerprints(
    [
      {
        check: 'smoke/wrong-port',
        severity: 'error',
        message: 'api does not listen on 3001; it listens on 3000.',
        why: 'Every request under /api/ answers 502.',
        fix: { message: 'Use port 3000.', edits: [{ location: at(conf, 7, '3001'), newText: '3000' }] },
        location: at(conf, 7, 'http://api:3001/'),
        related: [],
      },
    ],
    lineOf,
  ),
};
