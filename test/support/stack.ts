import { Source } from '../../src/core/source.ts';
import { loadNginxConfig } from '../../src/nginx/routes.ts';
import type { FileTree, NginxInstance, Stack, TreeFile } from '../../src/stack/model.ts';
import { configFiles } from './config-file.ts';
import { nginxImage } from './engines.ts';

/** What the tests' image has in its main file, as a test stack's main file when it brings none. */
export const mainFile = 'events { }\nhttp {\n  include /etc/nginx/conf.d/*.conf;\n}\n';

/** A file tree of repository files (`/etc/nginx/x` comes from `etc/nginx/x`), and perhaps of the image's. */
export function treeOf(
  texts: Record<string, string>,
  { imageFiles = {}, known = true, absent = [], placed = [] }: TreeParts = {},
): FileTree {
  const files = new Map<string, TreeFile>();
  for (const [path, text] of Object.entries(imageFiles)) {
    files.set(path, { path, text, origin: null, locate: () => null, kind: 'image', mode: 0o644 });
  }
  for (const [path, text] of Object.entries(texts)) {
    const source = new Source(path.slice(1), text);
    files.set(path, {
      path,
      text,
      origin: source.file,
      locate: (start, end) => source.locate(start, end),
      kind: 'repository',
      mode: 0o644,
    });
  }
  const { list } = configFiles(Object.fromEntries([...files.values()].map((file) => [file.path, file.text])));
  return {
    read: (path) => files.get(path),
    list,
    isKnown: (path) => (typeof known === 'boolean' ? known : known(path)),
    files: () => files.values(),
    absent,
    placed,
    unsetTemplateVariables: [],
  };
}

interface TreeParts {
  imageFiles?: Record<string, string>;
  known?: boolean | ((path: string) => boolean);
  absent?: FileTree['absent'];
  placed?: FileTree['placed'];
}

/** A stack of one nginx in the tests' image, with no compose project around it. */
export function stackOf(texts: Record<string, string>, parts: TreeParts & Partial<NginxInstance> = {}): Stack {
  const main = '/etc/nginx/nginx.conf';
  const { imageFiles, known, absent, placed, ...instance } = parts;
  const withMain = texts[main] === undefined ? { [main]: mainFile, ...imageFiles } : (imageFiles ?? {});
  const tree = treeOf(texts, {
    imageFiles: withMain,
    ...(known === undefined ? {} : { known }),
    ...(absent === undefined ? {} : { absent }),
    ...(placed === undefined ? {} : { placed }),
  });
  const nginx: NginxInstance = {
    kind: 'service',
    service: null,
    image: nginxImage,
    imageFacts: null,
    main,
    mainStandsIn: false,
    prefix: '/etc/nginx',
    tree,
    treeKnown: known === undefined || known === true,
    assumed: false,
    writtenFor: null,
    startsOthers: false,
    unfinished: false,
    sharesContainer: false,
    unprivileged: false,
    ...instance,
  };
  const config = loadNginxConfig(tree, nginx.main, { prefix: nginx.prefix });
  const routes = config.routes.map((route) => ({ route, endpoints: [] }));
  return { name: 'test', directory: '', project: null, variants: [], nginx, config, routes, unused: [] };
}
