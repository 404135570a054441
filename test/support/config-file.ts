import type { ConfigFile, ConfigFiles } from '../../src/core/files.ts';
import { Source } from '../../src/core/source.ts';

/** A configuration file of the repository, as a test writes it. */
export function configFile(text: string, path = '/etc/nginx/nginx.conf'): ConfigFile {
  const source = new Source(path.slice(1), text);
  return { path, text, origin: source.file, locate: (start, end) => source.locate(start, end) };
}

/** A file tree of absolute paths and their texts. */
export function configFiles(texts: Record<string, string>): ConfigFiles {
  const files = new Map(Object.entries(texts).map(([path, text]) => [path, configFile(text, path)]));
  return {
    read: (path) => files.get(path),
    list: (directory) => {
      const prefix = directory.endsWith('/') ? directory : `${directory}/`;
      const names = [...files.keys()].filter((p) => p.startsWith(prefix)).map((p) => p.slice(prefix.length).split('/', 1)[0] as string);
      return [...new Set(names)].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    },
    isKnown: () => true,
  };
}
