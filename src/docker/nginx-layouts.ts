/**
 * Where nginx and its files lie in each image and package that is known, as facts. Sources: the images' own repositories, the
 * packages of nginx.org, Debian, Alpine and Fedora.
 */
import {
  defaultServer,
  fastcgiConfFile,
  fastcgiParamsFile,
  fastcgiPhpSnippet,
  type MainFile,
  mainFile,
  mimeTypesFile,
  proxyParamsFile,
  scgiParamsFile,
  uwsgiParamsFile,
} from './image-files.ts';

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

type NamedFile = readonly [path: string, text: string];

const webRoot = '/usr/share/nginx/html';

/** The parameter files that every package puts beside its main file. */
function besideMain(folder: string): NamedFile[] {
  return [
    [`${folder}/mime.types`, mimeTypesFile],
    [`${folder}/fastcgi_params`, fastcgiParamsFile],
    [`${folder}/uwsgi_params`, uwsgiParamsFile],
    [`${folder}/scgi_params`, scgiParamsFile],
    [`${folder}/fastcgi.conf`, fastcgiConfFile],
  ];
}

/** nginx in `/etc/nginx` with a main file of the common shape, as most packages have it. */
function inEtcNginx(
  id: string,
  main: Omit<MainFile, 'folder' | 'pid' | 'log'> & { pid?: string },
  files: readonly NamedFile[],
  more: Partial<NginxLayout> = {},
): NginxLayout {
  const folder = '/etc/nginx';
  const text = mainFile({ pid: '/run/nginx.pid', log: '/var/log/nginx', folder, ...main });
  return {
    id,
    main: `${folder}/nginx.conf`,
    prefix: folder,
    folders: [folder],
    files: new Map([[`${folder}/nginx.conf`, text], ...files, ...besideMain(folder)]),
    start: 'plain',
    user: null,
    ...more,
  };
}

/** nginx.org's packages, which the official images hold: https://github.com/nginx/docker-nginx and https://github.com/nginx/pkg-oss. */
export const officialLayout = inEtcNginx(
  'official',
  { user: 'nginx', httpIncludes: ['/etc/nginx/conf.d/*.conf'] },
  [['/etc/nginx/conf.d/default.conf', defaultServer(['80'], 'localhost', webRoot)]],
  { start: 'official' },
);

/** https://github.com/nginx/docker-nginx-unprivileged: its Dockerfile moves pid, port and temporary folders. */
const temporary = ['proxy_temp', 'client_temp', 'fastcgi_temp', 'uwsgi_temp', 'scgi_temp'];

export const unprivilegedLayout = inEtcNginx(
  'unprivileged',
  {
    user: null,
    pid: '/tmp/nginx.pid',
    httpIncludes: ['/etc/nginx/conf.d/*.conf'],
    http: temporary.map((name) => `${name === 'client_temp' ? 'client_body_temp' : name}_path /tmp/${name};`),
  },
  [['/etc/nginx/conf.d/default.conf', defaultServer(['8080'], 'localhost', webRoot)]],
  { start: 'official', user: '101' },
);

/** Debian's and Ubuntu's package: sites-enabled besides conf.d. https://salsa.debian.org/nginx-team/nginx/-/tree/main/debian/conf */
export const debianLayout = inEtcNginx(
  'debian',
  {
    user: 'www-data',
    mainIncludes: ['/etc/nginx/modules-enabled/*.conf'],
    httpIncludes: ['/etc/nginx/conf.d/*.conf', '/etc/nginx/sites-enabled/*'],
  },
  [
    ['/etc/nginx/sites-available/default', defaultServer(['80 default_server', '[::]:80 default_server'], '_', '/var/www/html')],
    ['/etc/nginx/sites-enabled/default', defaultServer(['80 default_server', '[::]:80 default_server'], '_', '/var/www/html')],
    ['/etc/nginx/proxy_params', proxyParamsFile],
    ['/etc/nginx/snippets/fastcgi-php.conf', fastcgiPhpSnippet],
  ],
);

const alpineServer = `server {
    listen 80 default_server;
    listen [::]:80 default_server;
    location / {
        return 404;
    }
}
`;

/** Alpine's package: http.d. https://gitlab.alpinelinux.org/alpine/aports/-/tree/master/main/nginx */
export const alpineLayout = inEtcNginx(
  'alpine',
  {
    user: 'nginx',
    pid: '/run/nginx/nginx.pid',
    mainIncludes: ['/etc/nginx/modules/*.conf', '/etc/nginx/conf.d/*.conf'],
    httpIncludes: ['/etc/nginx/http.d/*.conf'],
  },
  [['/etc/nginx/http.d/default.conf', alpineServer]],
);

/** Fedora's, CentOS' and RHEL's package: its welcome server stands in nginx.conf itself. https://src.fedoraproject.org/rpms/nginx */
export const rhelLayout = inEtcNginx(
  'rhel',
  {
    user: 'nginx',
    mainIncludes: ['/usr/share/nginx/modules/*.conf'],
    httpIncludes: ['/etc/nginx/conf.d/*.conf'],
    http: [
      `server { listen 80; listen [::]:80; server_name _; root ${webRoot}; include /etc/nginx/default.d/*.conf; error_page 404 /404.html; error_page 500 502 503 504 /50x.html; }`,
    ],
  },
  [],
);

/** An nginx that nobody knows: the official main file stands in for its own, and nothing is concluded from what is missing. */
export const assumedLayout = inEtcNginx(
  'assumed',
  { user: 'nginx', httpIncludes: ['/etc/nginx/conf.d/*.conf', '/etc/nginx/http.d/*.conf', '/etc/nginx/sites-enabled/*'] },
  [],
  { folders: [], start: 'writes' },
);

/** Angie's packages and images: https://en.angie.software/angie/docs/installation/docker/ */
const angieMain = mainFile({
  user: 'angie',
  pid: '/run/angie.pid',
  log: '/var/log/angie',
  folder: '/etc/angie',
  httpIncludes: ['/etc/angie/http.d/*.conf'],
});

export const angieLayout: NginxLayout = {
  id: 'angie',
  main: '/etc/angie/angie.conf',
  prefix: '/etc/angie',
  folders: ['/etc/angie'],
  files: new Map([
    ['/etc/angie/angie.conf', angieMain],
    ['/etc/angie/http.d/default.conf', defaultServer(['80'], 'localhost', '/usr/share/angie/html')],
    ...besideMain('/etc/angie'),
  ]),
  start: 'plain',
  user: null,
};

/** https://github.com/openresty/docker-openresty: nginx.conf and nginx.vh.default.conf of that repository. */
const openrestyFolder = '/usr/local/openresty/nginx/conf';
const openrestyMain = `pcre_jit on;
events {
    worker_connections 1024;
}
http {
    include mime.types;
    default_type application/octet-stream;
    client_body_temp_path /var/run/openresty/nginx-client-body;
    proxy_temp_path /var/run/openresty/nginx-proxy;
    fastcgi_temp_path /var/run/openresty/nginx-fastcgi;
    uwsgi_temp_path /var/run/openresty/nginx-uwsgi;
    scgi_temp_path /var/run/openresty/nginx-scgi;
    sendfile on;
    keepalive_timeout 65;
    include /etc/nginx/conf.d/*.conf;
}
`;

export const openrestyLayout: NginxLayout = {
  id: 'openresty',
  main: `${openrestyFolder}/nginx.conf`,
  prefix: openrestyFolder,
  folders: [openrestyFolder, '/etc/nginx'],
  files: new Map([
    [`${openrestyFolder}/nginx.conf`, openrestyMain],
    ['/etc/nginx/conf.d/default.conf', defaultServer(['80'], 'localhost', '/usr/local/openresty/nginx/html')],
    ...besideMain(openrestyFolder),
  ]),
  start: 'plain',
  user: null,
};

/** https://github.com/bitnami/containers/tree/main/bitnami/nginx */
const bitnamiFolder = '/opt/bitnami/nginx/conf';
const bitnamiMain = mainFile({
  user: null,
  pid: '/opt/bitnami/nginx/tmp/nginx.pid',
  log: '/opt/bitnami/nginx/logs',
  folder: bitnamiFolder,
  mainIncludes: [`${bitnamiFolder}/context.d/main/*.conf`],
  httpIncludes: [`${bitnamiFolder}/context.d/http/*.conf`, `${bitnamiFolder}/server_blocks/*.conf`],
});

export const bitnamiLayout: NginxLayout = {
  id: 'bitnami',
  main: `${bitnamiFolder}/nginx.conf`,
  prefix: bitnamiFolder,
  folders: [bitnamiFolder],
  files: new Map([[`${bitnamiFolder}/nginx.conf`, bitnamiMain], ...besideMain(bitnamiFolder)]),
  start: 'plain',
  user: '1001',
};

const linuxserverMain = mainFile({
  user: 'abc',
  pid: '/run/nginx.pid',
  log: '/config/log/nginx',
  folder: '/etc/nginx',
  httpIncludes: ['/etc/nginx/http.d/*.conf', '/config/nginx/site-confs/*.conf'],
});

/** linuxserver's image copies its samples into /config on the first start, where the user's volume lies: what is there is not known. https://github.com/linuxserver/docker-nginx */
export const linuxserverLayout: NginxLayout = {
  id: 'linuxserver',
  main: '/config/nginx/nginx.conf',
  prefix: '/etc/nginx',
  folders: [],
  files: new Map([['/config/nginx/nginx.conf', linuxserverMain], ...besideMain('/etc/nginx')]),
  start: 'writes',
  user: null,
};

/** The distribution's package by the command that installs it; undefined for other commands. */
export function packageLayout(manager: string): NginxLayout | undefined {
  if (/^apt(-get)?$/.test(manager)) return debianLayout;
  if (manager === 'apk') return alpineLayout;
  if (/^(micro)?(yum|dnf)$/.test(manager)) return rhelLayout;
  return undefined;
}
