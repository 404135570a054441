/** Tar streams for `docker cp`, which works from a job in a container and with a remote engine, where bind mounts do not. */
import { posix } from 'node:path';
import { extract, pack } from 'tar-stream';

/** One file or symbolic link of a container. */
export interface ContainerFile {
  /** Absolute POSIX path in the container. */
  path: string;
  bytes: Uint8Array;
  /** Permission bits. */
  mode: number;
  /** Where a symbolic link leads; absent for files. */
  link?: string;
}

/** The bytes of a tar archive to be unpacked at `/`. Missing folders are made by the engine on the way. */
export async function packFiles(files: Iterable<ContainerFile>): Promise<Uint8Array> {
  const archive = pack();
  for (const file of files) {
    const name = posix.normalize(`/${file.path}`).slice(1);
    if (name === '' || name.endsWith('/')) continue;
    if (file.link === undefined) archive.entry({ name, mode: file.mode & 0o777 }, Buffer.from(file.bytes));
    else archive.entry({ name, type: 'symlink', linkname: file.link });
  }
  archive.finalize();
  const chunks: Uint8Array[] = [];
  for await (const chunk of archive) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The files and links of an archive whose names start from the parent of `folder`, as `docker cp CONTAINER:FOLDER -` writes it. */
export async function unpackFiles(bytes: Uint8Array, folder: string): Promise<ContainerFile[]> {
  const archive = extract();
  const files: ContainerFile[] = [];
  archive.end(Buffer.from(bytes));
  for await (const entry of archive) {
    const { name, type, mode, linkname } = entry.header;
    const path = posix.join(posix.dirname(folder), name);
    const chunks: Uint8Array[] = [];
    for await (const chunk of entry) chunks.push(chunk);
    if (type === 'file') files.push({ path, bytes: Buffer.concat(chunks), mode: mode ?? 0o644 });
    else if (type === 'symlink' && linkname) files.push({ path, bytes: new Uint8Array(), mode: 0o777, link: linkname });
  }
  return files;
}
