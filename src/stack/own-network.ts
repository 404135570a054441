/**
 * Whether a network that carries a `name:` of its own is made by the project itself. Another file of the project may call the
 * same network external, so the merged network does not tell it: the files are asked one by one.
 */
import { isMap } from 'yaml';
import type { Project, Service } from '../compose/model.ts';
import type { Repository } from '../core/repository.ts';
import { yamlDocuments } from '../core/yaml-documents.ts';

const largest = 512 * 1024;

/** True when every network of the service with a name of its own is declared, not as external, in a file of the project. */
export function makesItsNetworks(service: Service, project: Project, repository: Repository): boolean {
  for (const key of service.networks.keys()) {
    const network = project.networks.get(key);
    if (network === undefined || (!network.external && network.name === null)) continue;
    if (!network.external) continue;
    if (!project.files.some((file) => declares(file, key, repository))) return false;
  }
  return true;
}

function declares(file: string, key: string, repository: Repository): boolean {
  const source = repository.source(file);
  if (source === undefined || source.text.length > largest) return false;
  const documents = yamlDocuments(source.text);
  const root = typeof documents === 'string' ? undefined : documents[0]?.contents;
  const networks = isMap(root) ? root.get('networks') : undefined;
  const network = isMap(networks) ? networks.get(key) : undefined;
  if (!isMap(network)) return false;
  const external: unknown = network.get('external');
  return external === undefined || external === null || external === false;
}
