import { expect, test } from '@jest/globals';
import { starred, unspoken } from '../../src/report/secrets.ts';

test.each([
  ['command: ["node", "--token=hunter2", "--port", "3000"]', 'command: ["node", "--token=*******", "--port", "3000"]'],
  ['environment: ["PORT=3000", "API_KEY=hunter2"]', 'environment: ["PORT=3000", "API_KEY=*******"]'],
  ['environment: { SECRET_KEY: "hunter2", PORT: "3000" }', 'environment: { SECRET_KEY: "*******", PORT: "3000" }'],
  ['command: sh -c "TOKEN=hunter2 gunicorn --bind 0.0.0.0:3000 x:y"', 'command: sh -c "TOKEN=******* gunicorn --bind 0.0.0.0:3000 x:y"'],
  ['command: node a.js --jwt-key hunter2', 'command: node a.js --jwt-key *******'],
  ['ENV SENTRY https://0123456789abcd@sentry.io/1', 'ENV SENTRY https://**************@sentry.io/1'],
  ['proxy_set_header Cookie "session=hunter2";', 'proxy_set_header Cookie "***************";'],
  ['proxy_set_header Authorization hunter2;', 'proxy_set_header Authorization *******;'],
  ['if ($http_x_secret != "hunter2") { return 403; }', 'if ($http_x_secret != "*******") { return 403; }'],
  ['secure_link_md5 "$secure_link_expires$uri hunter2";', 'secure_link_md5 "$secure_link_expires$uri *******";'],
  ['proxy_pass http://api:3000/x?id=aB3dE5fG7hI9jK1;', 'proxy_pass http://api:3000/x?id=***************;'],
  ['  JWT: hunter2', '  JWT: *******'],
  // What only speaks of secrets, and what reports are about, stays.
  ['proxy_set_header Authorization $http_authorization;', 'proxy_set_header Authorization $http_authorization;'],
  [
    'add_header Access-Control-Allow-Headers "Authorization Content-Type";',
    'add_header Access-Control-Allow-Headers "Authorization Content-Type";',
  ],
  ['SECRET_SERVICE_PORT: 3000', 'SECRET_SERVICE_PORT: 3000'],
  ['passHostHeader: true', 'passHostHeader: true'],
  ['bypass: x', 'bypass: x'],
  ['TOKEN_TTL: 3600', 'TOKEN_TTL: 3600'],
  ['POSTGRES_PASSWORD_FILE: /run/secrets/db', 'POSTGRES_PASSWORD_FILE: /run/secrets/db'],
  ['secrets: [db_password, other]', 'secrets: [db_password, other]'],
  ['image: nginx:1.27@sha256:0123456789abcdef', 'image: nginx:1.27@sha256:0123456789abcdef'],
  ['DB: amqp://${USER}:${PASS}@rabbitmq', 'DB: amqp://${USER}:${PASS}@rabbitmq'],
  ['      P: ${DB_PASSWORD:?must be set}', '      P: ${DB_PASSWORD:?must be set}'],
  [
    'ssl_ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256;',
    'ssl_ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256;',
  ],
  ['proxy_pass http://token_host:3000;', 'proxy_pass http://token_host:3000;'],
  ['proxy_pass http://api:3001/?k=1;', 'proxy_pass http://api:3001/?k=1;'],
])('a secret inside a line is starred: %s', (line, shown) => {
  expect(starred('compose.yaml', line)).toBe(shown);
});

test.each([
  ['API_HOST=api', 'API_HOST=api'],
  ['API_URL="http://api:3000/v1"', 'API_URL="http://api:3000/v1"'],
  ['DEBUG=true', 'DEBUG=true'],
  ['SESSION=hunter2', 'SESSION=*******'],
  ['DB_URL=postgres://me:hunter2@db/x', 'DB_URL=**************************'],
])('in an env file, what can only be a host or a switch stays: %s', (line, shown) => {
  expect(starred('.env', line)).toBe(shown);
});

test('a message loses a password before a host without a scheme too', () => {
  expect(unspoken('nginx can\'t read the address "me:hunter2@lost:3000": invalid port.')).toBe(
    'nginx can\'t read the address "me:*******@lost:3000": invalid port.',
  );
});
