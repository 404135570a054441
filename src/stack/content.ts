import { isUtf8 } from 'node:buffer';
import { posix } from 'node:path';
import type { Repository } from '../core/repository.ts';
import type { Location, Source } from '../core/source.ts';
import { type Content, type Entry, type FileEntry, Folder } from './file-system.ts';

/** A file of an image: nobody's line. */
export function imageFile(text: string): FileEntry {
  return {
    type: 'file',
    mode: 0o644,
    content: { kind: 'image', origin: null, text: () => text, bytes: () => undefined, locate: () => null },
  };
}

/** A file of the repository. */
export function repositoryFile(repo: Repository, path: string): FileEntry {
  return { type: 'file', mode: repo.isExecutable(path) ? 0o755 : 0o644, content: repositoryContent(repo, path) };
}

function repositoryContent(repo: Repository, path: string): Content {
  return {
    kind: 'repository',
    origin: path,
    text: () => repo.source(path)?.text ?? '',
    bytes: () => {
      const bytes = repo.bytes(path);
      return bytes && (!isUtf8(bytes) || bytes.includes(0)) ? bytes : undefined;
    },
    locate: (start, end) => repo.source(path)?.locate(start, end) ?? null,
  };
}

/** A text written inside another file of the repository (inline configs, here-documents). */
export function sourceFile(source: Source, kind: Content['kind'] = 'config'): FileEntry {
  return {
    type: 'file',
    mode: 0o644,
    content: {
      kind,
      origin: source.file,
      text: () => source.text,
      bytes: () => undefined,
      locate: (start, end) => source.locate(start, end),
    },
  };
}

/** A text that one line of the repository makes (`echo … > FILE`): every span leads to that line. */
export function madeFile(text: string, at: Location): FileEntry {
  return {
    type: 'file',
    mode: 0o644,
    content: { kind: 'repository', origin: at.file, text: () => text, bytes: () => undefined, locate: () => at, isWritten: () => false },
  };
}

/** Tells whether a path relative to a build context takes part in it; `folder` paths may be asked too. */
export type PathFilter = (path: string) => boolean;

/** A folder or file of the repository as an entry; undefined when nothing usable stands there. */
export function repositoryEntry(repo: Repository, path: string, filter?: PathFilter): Entry | undefined {
  const kind = repo.kind(path);
  if (kind === 'file') return repositoryFile(repo, path);
  if (kind === 'directory') return repositoryFolder(repo, path, filter);
  return undefined;
}

function repositoryFolder(repo: Repository, path: string, filter?: PathFilter): Folder {
  return new Folder(true, function* () {
    for (const name of repo.list(path)) {
      const child = path === '' ? name : posix.join(path, name);
      if (name === '.git' && path === '') continue;
      if (filter && !filter(child)) continue;
      const link = repo.link(child);
      if (link !== undefined) yield [name, { type: 'link', target: link }];
      else {
        const entry = repositoryEntry(repo, child, filter);
        if (entry) yield [name, entry];
      }
    }
  });
}
