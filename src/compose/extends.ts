/** `extends`: a service laid over another one of the same file or of another file, in chains. */
import { startFrom } from './base-folder.ts';
import { mergeServices, settleMarks } from './merge.ts';
import { type ModelRequest, resolveFile } from './model-request.ts';
import { folderOf } from './repository-path.ts';
import { type Entry, get, getMapping, getScalar, locate, type Mapping, type Scalar } from './tree.ts';

const deepest = 50;

/** The services of one file; `done` holds those whose `extends` is already resolved. */
interface FileServices {
  file: string;
  services: ReadonlyMap<string, Entry>;
  done: Map<string, Mapping>;
}

interface Resolving {
  request: ModelRequest;
  files: Map<string, FileServices | undefined>;
}

/** The document with every service completed by what it extends, and without `extends`. */
export function applyExtends(document: Mapping, file: string, request: ModelRequest): Mapping {
  const services = getMapping(document, 'services');
  if (services === undefined || ![...services.entries.values()].some(({ value }) => get(value, 'extends') !== undefined)) return document;
  const home: FileServices = { file, services: services.entries, done: new Map() };
  const resolving: Resolving = { request, files: new Map() };
  const entries = new Map<string, Entry>();
  for (const [name, entry] of services.entries) {
    const value = entry.value.kind === 'mapping' ? resolve(name, entry.value, home, [], resolving) : entry.value;
    entries.set(name, { key: entry.key, value });
  }
  const result = new Map(document.entries);
  result.set('services', { key: document.entries.get('services')?.key ?? services.span, value: { ...services, entries } });
  return { ...document, entries: result };
}

function resolve(name: string, service: Mapping, home: FileServices, chain: string[], resolving: Resolving): Mapping {
  const known = home.done.get(name);
  if (known !== undefined) return known;
  const resolved = extend(name, service, home, chain, resolving);
  home.done.set(name, resolved);
  return resolved;
}

function extend(name: string, service: Mapping, home: FileServices, chain: string[], resolving: Resolving): Mapping {
  const written = get(service, 'extends');
  if (written === undefined) return service;
  const own = withoutExtends(service);
  const target = written.kind === 'scalar' ? written : getScalar(written, 'service');
  if (target === undefined) return own;
  const link = `${home.file}: ${name}`;
  const here = [...chain, link];
  if (chain.includes(link) || chain.length > deepest) {
    const message = chain.includes(link)
      ? `These services extend each other: ${here.join(', ')}.`
      : 'Services extend services too deeply here.';
    return refuse(message, target, own, resolving);
  }
  const file = getScalar(written, 'file');
  const from = file === undefined ? home : otherFile(file, resolving);
  if (from === undefined) return own;
  const base = from.services.get(target.text)?.value;
  if (base === undefined) return refuse(`There is no service "${target.text}" in ${from.file} to extend.`, target, own, resolving);
  if (base.kind !== 'mapping') return own;
  const source = settleMarks(resolve(target.text, base, from, here, resolving)) as Mapping;
  return mergeServices(source, own, resolving.request.loading.problems);
}

function withoutExtends(service: Mapping): Mapping {
  const entries = new Map(service.entries);
  entries.delete('extends');
  return { ...service, entries };
}

function refuse(message: string, at: Scalar, own: Mapping, { request }: Resolving): Mapping {
  request.loading.problems.push({ message, at: locate(at.span), ...(at.uncertain && { uncertain: true }) });
  return own;
}

/** Paths of the other file start from its own folder. */
function otherFile(written: Scalar, { request, files }: Resolving): FileServices | undefined {
  const file = resolveFile(written, request);
  if (file === undefined) return undefined;
  if (!files.has(file)) {
    const model = request.loading.loadModel({ ...request, files: [file], bare: true });
    const services = model && getMapping(startFrom(model, folderOf(file)), 'services');
    files.set(file, services && { file, services: services.entries, done: new Map() });
  }
  return files.get(file);
}
