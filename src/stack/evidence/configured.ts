/** Configuration that is mounted or copied into a well-known image: nginx's `listen`, php-fpm's `listen =`, apache's `Listen`. */
import { posix } from 'node:path';
import type { Service } from '../../compose/model.ts';
import type { PortEvidence } from '../model.ts';
import type { Lookup } from './command-line.ts';
import type { ImagePorts } from './image-ports.ts';
import type { ServiceFiles, ServiceImage } from './service-files.ts';
import { bindsOfFile } from './start-files.ts';

const mostFiles = 60;

/** `present`: something of the repository, or of a volume, lies where the image's configuration is read. */
export function configuredListens(
  files: ServiceFiles,
  service: Service,
  image: ServiceImage | null,
  row: ImagePorts,
  lookup: Lookup,
): { evidence: PortEvidence[]; present: boolean } {
  const roots = row.configuration ?? [];
  const under = (path: string): boolean =>
    roots.some((root) => path === root || path.startsWith(`${root}/`) || root.startsWith(`${path.replace(/\/$/, '')}/`));
  let present = false;
  const places = new Set<string>();
  for (const mount of service.volumes) {
    if (!under(posix.normalize(mount.target))) continue;
    present = true;
    if (mount.type === 'bind' && mount.source !== null) collect(mount.source, files, places, 0);
  }
  for (const mount of [...service.configs, ...service.secrets]) present ||= under(mount.target);
  const stage = image?.dockerfile?.stages[image.stage ?? -1];
  let workdir = '/';
  for (const instruction of stage?.instructions ?? []) {
    const words = instruction.words.map((word) => word.value);
    if (instruction.keyword === 'WORKDIR' && words[0] !== undefined) workdir = posix.resolve(workdir, words[0]);
    if (instruction.keyword === 'RUN' && roots.some((root) => instruction.raw.includes(root))) present = true;
    if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') continue;
    const target = words.at(-1);
    if (target === undefined || !under(posix.resolve(workdir, target))) continue;
    present = true;
    if (instruction.flags.has('from')) continue;
    for (const source of words.slice(0, -1)) collect(posix.join(files.context ?? '', source.replace(/^\/+/, '')), files, places, 0);
  }
  const evidence: PortEvidence[] = [];
  for (const place of [...places].slice(0, mostFiles)) {
    const source = files.readPlace(place);
    if (source === undefined) continue;
    for (const bind of bindsOfFile(source, lookup)) {
      evidence.push({
        port: bind.port,
        socket: bind.socket,
        strength: 'binds',
        kind: bind.program === 'nginx' ? 'listen' : 'start-file',
        certain: false,
        program: bind.program,
        protocol: bind.program === 'nginx' ? 'http' : bind.protocol,
        address: bind.address,
        says: `${source.file} listens on ${bind.socket ?? bind.port}`,
        at: bind.at,
      });
    }
  }
  return { evidence, present };
}

function collect(place: string, files: ServiceFiles, places: Set<string>, depth: number): void {
  if (places.size > mostFiles || depth > 3) return;
  const kind = files.kind(place);
  if (kind === 'file') places.add(place);
  else if (kind === 'directory')
    for (const name of files.list(place).slice(0, 200)) collect(posix.join(place, name), files, places, depth + 1);
}
