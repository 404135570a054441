/**
 * The configuration files that nginx images bring with them, as facts: the same directives, in a rendition of our own.
 * Sources: the packages of nginx.org that the official images install, Debian's and Alpine's packages, and the images' own repositories.
 */

const mimeTypes: readonly (readonly [string, string])[] = [
  ['text/html', 'html htm shtml'],
  ['text/css', 'css'],
  ['text/xml', 'xml'],
  ['image/gif', 'gif'],
  ['image/jpeg', 'jpeg jpg'],
  ['application/javascript', 'js'],
  ['application/atom+xml', 'atom'],
  ['application/rss+xml', 'rss'],
  ['text/mathml', 'mml'],
  ['text/plain', 'txt'],
  ['image/avif', 'avif'],
  ['image/png', 'png'],
  ['image/svg+xml', 'svg svgz'],
  ['image/tiff', 'tif tiff'],
  ['image/webp', 'webp'],
  ['image/x-icon', 'ico'],
  ['image/x-ms-bmp', 'bmp'],
  ['font/woff', 'woff'],
  ['font/woff2', 'woff2'],
  ['application/java-archive', 'jar war ear'],
  ['application/json', 'json'],
  ['application/pdf', 'pdf'],
  ['application/postscript', 'ps eps ai'],
  ['application/vnd.ms-fontobject', 'eot'],
  ['application/wasm', 'wasm'],
  ['application/x-7z-compressed', '7z'],
  ['application/x-x509-ca-cert', 'der pem crt'],
  ['application/xhtml+xml', 'xhtml'],
  ['application/zip', 'zip'],
  ['application/octet-stream', 'bin exe dll deb dmg iso img msi msp msm'],
  ['audio/mpeg', 'mp3'],
  ['audio/ogg', 'ogg'],
  ['video/mp4', 'mp4'],
  ['video/mpeg', 'mpeg mpg'],
  ['video/webm', 'webm'],
];

export const mimeTypesFile = `types {\n${mimeTypes.map(([type, endings]) => `    ${type} ${endings};\n`).join('')}}\n`;

const cgiParameters: readonly (readonly [string, string])[] = [
  ['QUERY_STRING', '$query_string'],
  ['REQUEST_METHOD', '$request_method'],
  ['CONTENT_TYPE', '$content_type'],
  ['CONTENT_LENGTH', '$content_length'],
  ['REQUEST_URI', '$request_uri'],
  ['DOCUMENT_ROOT', '$document_root'],
  ['SERVER_PROTOCOL', '$server_protocol'],
  ['REQUEST_SCHEME', '$scheme'],
  ['HTTPS', '$https if_not_empty'],
  ['REMOTE_ADDR', '$remote_addr'],
  ['REMOTE_PORT', '$remote_port'],
  ['SERVER_PORT', '$server_port'],
  ['SERVER_NAME', '$server_name'],
];

const fastcgiOnly: readonly (readonly [string, string])[] = [
  ['SCRIPT_NAME', '$fastcgi_script_name'],
  ['DOCUMENT_URI', '$document_uri'],
  ['GATEWAY_INTERFACE', 'CGI/1.1'],
  ['SERVER_SOFTWARE', 'nginx/$nginx_version'],
  ['SERVER_ADDR', '$server_addr'],
  ['REDIRECT_STATUS', '200'],
];

const parameters = (directive: string, rows: readonly (readonly [string, string])[]) =>
  rows.map(([name, value]) => `${directive} ${name} ${value};\n`).join('');

export const fastcgiParamsFile = parameters('fastcgi_param', [...cgiParameters, ...fastcgiOnly]);
export const fastcgiConfFile = parameters('fastcgi_param', [
  ['SCRIPT_FILENAME', '$document_root$fastcgi_script_name'],
  ...cgiParameters,
  ...fastcgiOnly,
]);
export const uwsgiParamsFile = parameters('uwsgi_param', [...cgiParameters, ['PATH_INFO', '$document_uri']]);
export const scgiParamsFile = parameters('scgi_param', [...cgiParameters, ['DOCUMENT_URI', '$document_uri'], ['SCGI', '1']]);
export const proxyParamsFile = [
  'proxy_set_header Host $http_host;',
  'proxy_set_header X-Real-IP $remote_addr;',
  'proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;',
  'proxy_set_header X-Forwarded-Proto $scheme;',
  '',
].join('\n');
export const fastcgiPhpSnippet = [
  'fastcgi_split_path_info ^(.+?\\.php)(/.*)$;',
  'try_files $fastcgi_script_name =404;',
  'set $path_info $fastcgi_path_info;',
  'fastcgi_param PATH_INFO $path_info;',
  'fastcgi_index index.php;',
  'include fastcgi.conf;',
  '',
].join('\n');

export interface MainFile {
  user: string | null;
  pid: string;
  log: string;
  folder: string;
  /** What the main context includes, what http includes. */
  mainIncludes?: string[];
  httpIncludes: string[];
  /** Written into http before its includes. */
  http?: string[];
}

/** A main file of the common shape: one http block that includes the rest. */
export function mainFile({ user, pid, log, folder, mainIncludes = [], httpIncludes, http = [] }: MainFile): string {
  return [
    ...(user === null ? [] : [`user  ${user};`]),
    'worker_processes  auto;',
    `error_log  ${log}/error.log notice;`,
    `pid        ${pid};`,
    ...mainIncludes.map((pattern) => `include ${pattern};`),
    'events {',
    '    worker_connections  1024;',
    '}',
    'http {',
    `    include       ${folder}/mime.types;`,
    '    default_type  application/octet-stream;',
    `    log_format  main '$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent "$http_referer" "$http_user_agent" "$http_x_forwarded_for"';`,
    `    access_log  ${log}/access.log  main;`,
    '    sendfile        on;',
    '    keepalive_timeout  65;',
    ...http.map((line) => `    ${line}`),
    ...httpIncludes.map((pattern) => `    include ${pattern};`),
    '}',
    '',
  ].join('\n');
}

/** The welcome server that an image shows before it is given a configuration. */
export function defaultServer(listen: string[], name: string, root: string): string {
  return [
    'server {',
    ...listen.map((word) => `    listen       ${word};`),
    `    server_name  ${name};`,
    '    location / {',
    `        root ${root};`,
    '        index index.html index.htm;',
    '    }',
    '    error_page 500 502 503 504 /50x.html;',
    '    location = /50x.html {',
    `        root ${root};`,
    '    }',
    '}',
    '',
  ].join('\n');
}
