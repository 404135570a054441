/** A small stack in two states, as the files of a repository. */
export const conf = 'nginx/default.conf';

export function shop(port = 3000, more = ''): Record<string, string> {
  return {
    'compose.yaml': [
      'services:',
      '  proxy:',
      '    image: nginx:1.27',
      '    ports: ["80:80"]',
      '    volumes: ["./nginx/default.conf:/etc/nginx/conf.d/default.conf:ro"]',
      '    depends_on: [api]',
      '  api:',
      '    image: registry.example/api',
      '    command: node server.js --port 3000',
      '    expose: ["3000"]',
      '',
    ].join('\n'),
    [conf]: ['server {', '    listen 80;', `    location /api/ { proxy_pass http://api:${port}; }`, more, '}', ''].join('\n'),
  };
}

/** The patch that brought line 3 of the configuration. */
export function confPatch(port = 3001): string {
  return [
    '@@ -1,4 +1,4 @@',
    ' server {',
    '     listen 80;',
    '-    location /api/ { proxy_pass http://api:2000; }',
    `+    location /api/ { proxy_pass http://api:${port}; }`,
    ' ',
  ].join('\n');
}

/** Locations that all name a host that is not there: as many findings as lines. */
export function lostLocations(number: number): string {
  return Array.from({ length: number }, (_, at) => `    location /lost${at}/ { proxy_pass http://lost${at}:5000; }`).join('\n');
}
