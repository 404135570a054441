import { parseImage } from './image-reference.ts';
import {
  angieLayout,
  assumedLayout,
  bitnamiLayout,
  linuxserverLayout,
  type NginxLayout,
  officialLayout,
  openrestyLayout,
  unprivilegedLayout,
} from './nginx-layouts.ts';

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
