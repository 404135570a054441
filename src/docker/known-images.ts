import {
  defaultServer,
  fastcgiConfFile,
  fastcgiParamsFile,
  fastcgiPhpSnippet,
  mainFile,
  mimeTypesFile,
  proxyParamsFile,
  scgiParamsFile,
  uwsgiParamsFile,
} from './image-files.ts';

/** A reference split into its parts: `registry.example:5000/library/nginx:1.27@sha256:…`. */
export interface ImageReference {
  /** Null for Docker Hub when it isn't written. */
  registry: string | null;
  /** The path without the registry: `library/nginx`, `nginx`, `bitnami/nginx`. */
  repository: string;
  tag: string | null;
  digest: string | null;
}

/** Splits an image reference; undefined for an empty one or one that still holds variables. */
export function parseImage(reference: string): ImageReference | undefined {
  const match = /^([^@\s]{1,512})(?:@(\S{1,256}))?$/.exec(reference.trim());
  if (!match || /[${}]/.test(reference)) return undefined;
  let rest = match[1] as string;
  const slash = rest.lastIndexOf('/');
  const colon = rest.indexOf(':', slash + 1);
  const tag = colon === -1 ? null : rest.slice(colon + 1);
  if (colon !== -1) rest = rest.slice(0, colon);
  const first = rest.split('/', 1)[0] as string;
  const registry = rest.includes('/') && /[.:]|^localhost$/.test(first) ? first : null;
  return {
    registry: registry === 'docker.io' || registry === 'index.docker.io' ? null : registry,
    repository: (registry === null ? rest : rest.slice(first.length + 1)).toLowerCase(),
    tag,
    digest: match[2] ?? null,
  };
}

/** The scripts that the official images run before nginx, in the folder where a user may put more. */
export const officialStartFolder = '/docker-entrypoint.d';
export const officialStartScripts = {
  listenOnIpv6: '10-listen-on-ipv6-by-default.sh',
  localResolvers: '15-local-resolvers.envsh',
  templates: '20-envsubst-on-templates.sh',
  workers: '30-tune-worker-processes.sh',
} as const;

/** Whether this tag of the official image has the entry point that renders templates (since 1.19). */
export function rendersTemplates(reference: string): boolean {
  const version = /^(\d+)\.(\d+)/.exec(parseImage(reference)?.tag ?? '');
  return version === null || Number(version[1]) > 1 || Number(version[2]) >= 19;
}

/** How an image starts nginx. official: renders templates. plain: nothing touches the files. writes: it makes its own configuration. */
export type StartKind = 'official' | 'plain' | 'writes';

/** What is known of the nginx in an image, or of a distribution's package. */
export interface NginxLayout {
  id: string;
  main: string;
  /** Relative includes start here. */
  prefix: string;
  /** The folders that hold nothing but what `files` says. */
  folders: string[];
  files: ReadonlyMap<string, string>;
  start: StartKind;
  /** The user that the image runs as, or null for root. */
  user: string | null;
}

const webRoot = '/usr/share/nginx/html';

function parameterFiles(folder: string): [string, string][] {
  return [
    [`${folder}/mime.types`, mimeTypesFile],
    [`${folder}/fastcgi_params`, fastcgiParamsFile],
    [`${folder}/uwsgi_params`, uwsgiParamsFile],
    [`${folder}/scgi_params`, scgiParamsFile],
  ];
}

/** nginx.org's packages, which the official images hold. */
export const officialLayout: NginxLayout = {
  id: 'official',
  main: '/etc/nginx/nginx.conf',
  prefix: '/etc/nginx',
  folders: ['/etc/nginx'],
  files: new Map([
    [
      '/etc/nginx/nginx.conf',
      mainFile({
        user: 'nginx',
        pid: '/run/nginx.pid',
        log: '/var/log/nginx',
        folder: '/etc/nginx',
        httpIncludes: ['/etc/nginx/conf.d/*.conf'],
      }),
    ],
    ['/etc/nginx/conf.d/default.conf', defaultServer(['80'], 'localhost', webRoot)],
    ...parameterFiles('/etc/nginx'),
    ['/etc/nginx/fastcgi.conf', fastcgiConfFile],
  ]),
  start: 'official',
  user: null,
};

const unprivilegedLayout: NginxLayout = {
  ...officialLayout,
  id: 'unprivileged',
  files: new Map([
    ...officialLayout.files,
    [
      '/etc/nginx/nginx.conf',
      mainFile({
        user: null,
        pid: '/tmp/nginx.pid',
        log: '/var/log/nginx',
        folder: '/etc/nginx',
        httpIncludes: ['/etc/nginx/conf.d/*.conf'],
        http: ['proxy_temp_path', 'client_body_temp_path', 'fastcgi_temp_path', 'uwsgi_temp_path', 'scgi_temp_path'].map(
          (directive) => `${directive} /tmp/${directive === 'client_body_temp_path' ? 'client_temp' : directive.replace('_path', '')};`,
        ),
      }),
    ],
    ['/etc/nginx/conf.d/default.conf', defaultServer(['8080'], 'localhost', webRoot)],
  ]),
  user: '101',
};

const openrestyFolder = '/usr/local/openresty/nginx/conf';
const openrestyLayout: NginxLayout = {
  id: 'openresty',
  main: `${openrestyFolder}/nginx.conf`,
  prefix: openrestyFolder,
  folders: [openrestyFolder, '/etc/nginx'],
  files: new Map([
    [
      `${openrestyFolder}/nginx.conf`,
      [
        'pcre_jit on;',
        'events {',
        '    worker_connections 1024;',
        '}',
        'http {',
        '    include mime.types;',
        '    default_type application/octet-stream;',
        '    client_body_temp_path /var/run/openresty/nginx-client-body;',
        '    proxy_temp_path /var/run/openresty/nginx-proxy;',
        '    fastcgi_temp_path /var/run/openresty/nginx-fastcgi;',
        '    uwsgi_temp_path /var/run/openresty/nginx-uwsgi;',
        '    scgi_temp_path /var/run/openresty/nginx-scgi;',
        '    sendfile on;',
        '    keepalive_timeout 65;',
        '    include /etc/nginx/conf.d/*.conf;',
        '}',
        '',
      ].join('\n'),
    ],
    ['/etc/nginx/conf.d/default.conf', defaultServer(['80'], 'localhost', '/usr/local/openresty/nginx/html')],
    ...parameterFiles(openrestyFolder),
    [`${openrestyFolder}/fastcgi.conf`, fastcgiConfFile],
  ]),
  start: 'plain',
  user: null,
};

const angieLayout: NginxLayout = {
  id: 'angie',
  main: '/etc/angie/angie.conf',
  prefix: '/etc/angie',
  folders: ['/etc/angie'],
  files: new Map([
    [
      '/etc/angie/angie.conf',
      mainFile({
        user: 'angie',
        pid: '/run/angie.pid',
        log: '/var/log/angie',
        folder: '/etc/angie',
        httpIncludes: ['/etc/angie/http.d/*.conf'],
      }),
    ],
    ['/etc/angie/http.d/default.conf', defaultServer(['80'], 'localhost', '/usr/share/angie/html')],
    ...parameterFiles('/etc/angie'),
    ['/etc/angie/fastcgi.conf', fastcgiConfFile],
  ]),
  start: 'plain',
  user: null,
};

const bitnamiFolder = '/opt/bitnami/nginx/conf';
const bitnamiLayout: NginxLayout = {
  id: 'bitnami',
  main: `${bitnamiFolder}/nginx.conf`,
  prefix: bitnamiFolder,
  folders: [bitnamiFolder],
  files: new Map([
    [
      `${bitnamiFolder}/nginx.conf`,
      mainFile({
        user: null,
        pid: '/opt/bitnami/nginx/tmp/nginx.pid',
        log: '/opt/bitnami/nginx/logs',
        folder: bitnamiFolder,
        mainIncludes: [`${bitnamiFolder}/context.d/main/*.conf`],
        httpIncludes: [`${bitnamiFolder}/context.d/http/*.conf`, `${bitnamiFolder}/server_blocks/*.conf`],
      }),
    ],
    ...parameterFiles(bitnamiFolder),
    [`${bitnamiFolder}/fastcgi.conf`, fastcgiConfFile],
  ]),
  start: 'plain',
  user: '1001',
};

/** linuxserver's image copies its samples into /config on the first start, where the user's volume lies: what is there is not known. */
const linuxserverLayout: NginxLayout = {
  id: 'linuxserver',
  main: '/config/nginx/nginx.conf',
  prefix: '/etc/nginx',
  folders: [],
  files: new Map([
    [
      '/config/nginx/nginx.conf',
      mainFile({
        user: 'abc',
        pid: '/run/nginx.pid',
        log: '/config/log/nginx',
        folder: '/etc/nginx',
        httpIncludes: ['/etc/nginx/http.d/*.conf', '/config/nginx/site-confs/*.conf'],
      }),
    ],
    ...parameterFiles('/etc/nginx'),
  ]),
  start: 'writes',
  user: null,
};

/** Debian's and Ubuntu's package: sites-enabled besides conf.d. */
export const debianLayout: NginxLayout = {
  id: 'debian',
  main: '/etc/nginx/nginx.conf',
  prefix: '/etc/nginx',
  folders: ['/etc/nginx'],
  files: new Map([
    [
      '/etc/nginx/nginx.conf',
      mainFile({
        user: 'www-data',
        pid: '/run/nginx.pid',
        log: '/var/log/nginx',
        folder: '/etc/nginx',
        mainIncludes: ['/etc/nginx/modules-enabled/*.conf'],
        httpIncludes: ['/etc/nginx/conf.d/*.conf', '/etc/nginx/sites-enabled/*'],
      }),
    ],
    ['/etc/nginx/sites-available/default', defaultServer(['80 default_server', '[::]:80 default_server'], '_', '/var/www/html')],
    ['/etc/nginx/sites-enabled/default', defaultServer(['80 default_server', '[::]:80 default_server'], '_', '/var/www/html')],
    ...parameterFiles('/etc/nginx'),
    ['/etc/nginx/fastcgi.conf', fastcgiConfFile],
    ['/etc/nginx/proxy_params', proxyParamsFile],
    ['/etc/nginx/snippets/fastcgi-php.conf', fastcgiPhpSnippet],
  ]),
  start: 'plain',
  user: null,
};

/** Alpine's package: http.d. */
export const alpineLayout: NginxLayout = {
  id: 'alpine',
  main: '/etc/nginx/nginx.conf',
  prefix: '/etc/nginx',
  folders: ['/etc/nginx'],
  files: new Map([
    [
      '/etc/nginx/nginx.conf',
      mainFile({
        user: 'nginx',
        pid: '/run/nginx/nginx.pid',
        log: '/var/log/nginx',
        folder: '/etc/nginx',
        mainIncludes: ['/etc/nginx/modules/*.conf', '/etc/nginx/conf.d/*.conf'],
        httpIncludes: ['/etc/nginx/http.d/*.conf'],
      }),
    ],
    [
      '/etc/nginx/http.d/default.conf',
      'server {\n    listen 80 default_server;\n    listen [::]:80 default_server;\n    location / {\n        return 404;\n    }\n}\n',
    ],
    ...parameterFiles('/etc/nginx'),
    ['/etc/nginx/fastcgi.conf', fastcgiConfFile],
  ]),
  start: 'plain',
  user: null,
};

/** Fedora's, CentOS' and RHEL's package: its welcome server stands in nginx.conf itself. */
export const rhelLayout: NginxLayout = {
  id: 'rhel',
  main: '/etc/nginx/nginx.conf',
  prefix: '/etc/nginx',
  folders: ['/etc/nginx'],
  files: new Map([
    [
      '/etc/nginx/nginx.conf',
      mainFile({
        user: 'nginx',
        pid: '/run/nginx.pid',
        log: '/var/log/nginx',
        folder: '/etc/nginx',
        mainIncludes: ['/usr/share/nginx/modules/*.conf'],
        httpIncludes: ['/etc/nginx/conf.d/*.conf'],
        http: [
          `server { listen 80; listen [::]:80; server_name _; root ${webRoot}; include /etc/nginx/default.d/*.conf; error_page 404 /404.html; error_page 500 502 503 504 /50x.html; }`,
        ],
      }),
    ],
    ...parameterFiles('/etc/nginx'),
    ['/etc/nginx/fastcgi.conf', fastcgiConfFile],
  ]),
  start: 'plain',
  user: null,
};

/** An nginx that nobody knows: the official main file stands in for its own, and nothing is concluded from what is missing. */
export const assumedLayout: NginxLayout = {
  ...officialLayout,
  id: 'assumed',
  folders: [],
  files: new Map([
    [
      '/etc/nginx/nginx.conf',
      mainFile({
        user: 'nginx',
        pid: '/run/nginx.pid',
        log: '/var/log/nginx',
        folder: '/etc/nginx',
        httpIncludes: ['/etc/nginx/conf.d/*.conf', '/etc/nginx/http.d/*.conf', '/etc/nginx/sites-enabled/*'],
      }),
    ],
    ...parameterFiles('/etc/nginx'),
    ['/etc/nginx/fastcgi.conf', fastcgiConfFile],
  ]),
  start: 'writes',
};

/** The distribution's package by the image that `apt-get`, `apk` or `yum` runs in; undefined for other images. */
export function packageLayout(manager: string): NginxLayout | undefined {
  if (/^apt(-get)?$/.test(manager)) return debianLayout;
  if (manager === 'apk') return alpineLayout;
  if (/^(micro)?(yum|dnf)$/.test(manager)) return rhelLayout;
  return undefined;
}

/** Images whose name holds "nginx" and that serve no configuration of the user's. */
const notNginx = /exporter|acme-companion|letsencrypt|companion|docker-gen|nginx-ui|amplify|ingress|log(s|rotate)?$|certbot/;

/** Writes its own configuration from what runs beside it. */
const writesItself = /(^|\/)(nginx-proxy|nginx-proxy-manager|swag|nginx-certbot|docker-nginx-certbot|nginxproxymanager)$/;

/**
 * The nginx in an image, by its name alone: undefined when the image isn't known to hold one.
 * A mirror's path of an official image counts as that image, whatever the registry.
 */
export function nginxImage(reference: string): NginxLayout | undefined {
  const image = parseImage(reference);
  if (!image) return undefined;
  const { repository, registry } = image;
  const last = repository.slice(repository.lastIndexOf('/') + 1);
  if (notNginx.test(repository) && !/\/nginx$/.test(repository)) return undefined;
  if (writesItself.test(repository)) return { ...assumedLayout, id: last };
  if (/(^|\/)(library\/|docker\.io\/)nginx$/.test(repository) || repository === 'nginx') return officialLayout;
  if (/^nginx\/nginx$/.test(repository) && registry === 'public.ecr.aws') return officialLayout;
  if (/(^|\/)nginx-unprivileged$/.test(repository)) return unprivilegedLayout;
  if (/(^|\/)openresty(\/openresty)?$/.test(repository)) return openrestyLayout;
  if (/(^|\/)angie(-docker)?$/.test(repository)) return angieLayout;
  if (/(^|\/)bitnami(legacy|secure)?\/nginx$/.test(repository)) return bitnamiLayout;
  if (/(^|\/)linuxserver\/nginx$/.test(repository)) return linuxserverLayout;
  if (/(^|[-_./])(nginx|openresty|angie|tengine|freenginx)([-_./\d]|$)/.test(last)) return assumedLayout;
  return undefined;
}

/** Names in the environment of an image (values differ by version and are not known, so they are empty). */
export function imageEnvironment(reference: string): Map<string, string> {
  const layout = nginxImage(reference);
  if (layout !== officialLayout && layout !== unprivilegedLayout) return new Map();
  return new Map([['PATH', '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin']]);
}

/** Names that the official images define with values that depend on the version. */
export const officialEnvironmentNames = [
  'PATH',
  'NGINX_VERSION',
  'PKG_RELEASE',
  'NJS_VERSION',
  'NJS_RELEASE',
  'DYNPKG_RELEASE',
  'ACME_VERSION',
];

/** The user that an image runs as, where that is known and not root. */
export function imageUser(reference: string): string | null {
  return nginxImage(reference)?.user ?? null;
}
