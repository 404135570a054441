import { expect, test } from '@jest/globals';
import { starred } from '../../src/report/secrets.ts';

test.each([
  ['command: ["node", "--token=hunter2", "--port", "3000"]', 'command: ["node", "--token=*******", "--port", "3000"]'],
  ['environment: ["PORT=3000", "API_KEY=hunter2"]', 'environment: ["PORT=3000", "API_KEY=*******"]'],
  ['environment: { SECRET_KEY: "hunter2", PORT: "3000" }', 'environment: { SECRET_KEY: "*******", PORT: "3000" }'],
  ['command: sh -c "TOKEN=hunter2 gunicorn --bind 0.0.0.0:3000 x:y"', 'command: sh -c "TOKEN=******* gunicorn --bind 0.0.0.0:3000 x:y"'],
  ['proxy_pass http://token_host:3000;', 'proxy_pass http://token_host:3000;'],
  ['proxy_pass http://api:3001/?k=1;', 'proxy_pass http://api:3001/?k=1;'],
])('a secret inside a line is starred: %s', (line, shown) => {
  expect(starred('compose.yaml', line)).toBe(shown);
});
