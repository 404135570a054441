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
