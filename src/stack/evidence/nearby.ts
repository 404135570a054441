/** Files of the build context that say what a program listens on, though no command leads to them: they support, they never contradict. */
import { posix } from 'node:path';
import type { PortEvidence } from '../model.ts';
import type { Lookup } from './command-line.ts';
import type { ServiceFiles } from './service-files.ts';
import { bindsOfFile } from './start-files.ts';

const mostFiles = 400;
const mostFolders = 160;
const deepest = 7;
const sourceFile = /\.(?:[cm]?[jt]sx?|py|go|rs|cs|rb|ru|ex|exs|ini|properties|ya?ml|json|conf)$|Caddyfile|^\.env/;
const skipped =
  /^(?:node_modules|vendor|test|tests|__tests__|spec|docs?|dist|public|static|assets|migrations|\.git|\.github|\.next|venv|\.venv|target|nginx|e2e)$/i;
const configuration = /\.(?:ya?ml|json|conf)$/;
const wanted = /^(?:application|bootstrap|appsettings)|fpm|www\.conf|ports\.conf|zz-docker|000-default|httpd|apache/i;

export function nearbyEvidence(files: ServiceFiles, lookup: Lookup): PortEvidence[] {
  const found: PortEvidence[] = [];
  for (const place of nearbyFiles(files)) {
    const source = files.readPlace(place);
    if (source === undefined || source.text.length > 64 * 1024) continue;
    for (const bind of bindsOfFile(source, lookup)) {
      if (bind.program === 'nginx' || (bind.port === null && bind.socket === null)) continue;
      found.push({
        port: bind.port,
        socket: bind.socket,
        strength: 'suggests',
        kind: 'start-file',
        certain: false,
        program: null,
        protocol: null,
        address: bind.address,
        says: `${place} listens on ${bind.socket ?? bind.port}`,
        at: bind.at,
      });
    }
  }
  return found;
}

/** The small source files of a build context, the top ones first. */
export function nearbyFiles(files: ServiceFiles): string[] {
  const found: string[] = [];
  const folders: [string, number][] = files.sourceFolders().map((folder) => [folder, 0]);
  let visited = 0;
  for (let next = folders.shift(); next !== undefined && visited < mostFolders && found.length < mostFiles; next = folders.shift()) {
    visited++;
    const [folder, depth] = next;
    for (const name of files.list(folder).slice(0, 500)) {
      const place = posix.join(folder, name);
      if (sourceFile.test(name)) {
        if (!configuration.test(name) || wanted.test(name)) found.push(place);
      } else if (depth < deepest && !name.includes('.') && !skipped.test(name) && files.kind(place) === 'directory')
        folders.push([place, depth + 1]);
    }
  }
  return found.slice(0, mostFiles);
}

const mentionedPorts = new WeakMap<ServiceFiles, Set<string>>();

/** Whether a small file of the build context names a port beside a word that speaks of ports or addresses. */
export function mentionsPort(files: ServiceFiles, port: number): boolean {
  let mentioned = mentionedPorts.get(files);
  if (mentioned === undefined) {
    mentioned = numbersBesideWords(files);
    mentionedPorts.set(files, mentioned);
  }
  return mentioned.has(String(port));
}

function numbersBesideWords(files: ServiceFiles): Set<string> {
  const found = new Set<string>();
  for (const place of nearbyFiles(files)) {
    const source = files.readPlace(place);
    if (source === undefined || source.text.length > 64 * 1024) continue;
    for (const line of source.text.split('\n')) {
      if (line.length >= 500 || !/port|listen|bind|addr|serve|host|:/i.test(line)) continue;
      for (const [number] of line.matchAll(/(?<![\w.])\d{1,5}(?![\w.])/g)) found.add(number);
    }
  }
  return found;
}
