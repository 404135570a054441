import { posix } from 'node:path';
import { discoverProjects, explicitProject } from '../compose/discover.ts';
import { loadProject } from '../compose/load.ts';
import type { Project, Service } from '../compose/model.ts';
import { GateError } from '../core/errors.ts';
import type { Repository } from '../core/repository.ts';
import type { Located } from '../core/source.ts';
import { nginxImage } from '../docker/known-images.ts';
import type { NginxConfig, Problem } from '../nginx/model.ts';
import type { ConfigNode } from '../nginx/parser.ts';
import { entriesOf, loadNginxConfig } from '../nginx/routes.ts';
import { unfilledPlaceholders } from '../nginx/unfilled.ts';
import { buildContainer, type Container, type LayoutOf } from './container.ts';
import { imageFile, repositoryEntry } from './content.ts';
import { mayBeFilledElsewhere } from './filled-elsewhere.ts';
import type { FileTree, NginxInstance, Stack, TreeFile } from './model.ts';
import { isNginx } from './nginx-service.ts';
import { optionProblems } from './option-g.ts';
import { type Resolved, resolveRoutes } from './resolve.ts';
import { isNamedByVariable, serviceImage } from './service-image.ts';
import { namedStack, unloadedStacks } from './unloaded.ts';

/** Of all stacks together. */
const mostEntries = 1_000_000;

export interface StackOptions {
  /** As `docker compose -f`, repository-relative; none: the repository is searched. */
  composeFiles?: string[];
  /** Active profiles. */
  profiles: string[];
  /** As `docker compose --env-file`, repository-relative. */
  envFiles?: string[];
  /** The service that is nginx; none: found out. */
  nginxService?: string;
  /** The main file of an nginx that is in no compose file, repository-relative. */
  nginxConf?: string;
  /** Ports that the gate's own configuration declares, by service. */
  declaredPorts?: ReadonlyMap<string, readonly Located<number>[]>;
  /** Knows images besides the well-known ones (tests bring their own). */
  layoutOf?: LayoutOf;
}

export interface FoundStacks {
  stacks: Stack[];
  /** Every compose project, those without an nginx too. */
  projects: Project[];
}

/**
 * Every nginx of a repository with its files, its configuration, the project behind it, and where each of its routes leads.
 * @throws GateError when a named compose file, service or configuration is not there, or when there are more routes than one report holds
 */
export function findStacks(repo: Repository, options: StackOptions): FoundStacks {
  const projects = loadProjects(repo, options);
  const stacks: Stack[] = [];
  for (const project of projects) {
    stacks.push(...projectStacks(repo, project, projects, options));
    refuseTooMany(stacks);
  }
  if (options.nginxService !== undefined && !stacks.some(({ nginx }) => nginx.service?.name === options.nginxService)) {
    throw new GateError(`No compose file has a service named ${options.nginxService}.`);
  }
  if (options.nginxConf !== undefined) stacks.push(hostStack(repo, options.nginxConf, projects));
  stacks.push(...unloadedStacks(repo, stacks, projects));
  refuseTooMany(stacks);
  for (const stack of stacks) Object.assign(stack, resolved(stack, repo, options.declaredPorts));
  return { stacks, projects };
}

function refuseTooMany(stacks: readonly Stack[]): void {
  let entries = 0;
  for (const { config } of stacks) for (const route of config.routes) entries += entriesOf(route);
  if (entries <= mostEntries) return;
  throw new GateError(
    `The routes of this repository with their peers, listen addresses and names make more than ${mostEntries.toLocaleString('en')} entries, and nginx-gate reads no more. Name a folder to check, or exclude some in .nginx-gate.yml.`,
  );
}

function loadProjects(repo: Repository, { composeFiles = [], profiles, envFiles }: StackOptions): Project[] {
  for (const file of [...composeFiles, ...(envFiles ?? [])]) {
    if (repo.kind(file) !== 'file') throw new GateError(`There is no file ${file}.`);
  }
  const found = composeFiles.length > 0 ? [explicitProject(composeFiles)] : discoverProjects(repo);
  return found.map((files) => loadProject(repo, files, envFiles && envFiles.length > 0 ? { profiles, envFiles } : { profiles }));
}

function projectStacks(repo: Repository, project: Project, projects: readonly Project[], options: StackOptions): Stack[] {
  const layoutOf = options.layoutOf ?? nginxImage;
  const wanted = (service: Service) =>
    options.nginxService === undefined ? isNginx(repo, project, service, layoutOf) : service.name === options.nginxService;
  return project.services.filter(wanted).map((service) => serviceStack(repo, project, projects, service, layoutOf));
}

function serviceStack(repo: Repository, project: Project, projects: readonly Project[], service: Service, layoutOf: LayoutOf): Stack {
  const container = buildContainer(repo, project, service, layoutOf);
  const { main, prefix } = commandLine(container);
  const unprivileged = isUnprivileged(service, container);
  const mainStandsIn = standInForMain(container, main);
  const read = loadNginxConfig(container.tree, main, { prefix, unprivileged });
  const config = mainStandsIn ? onlySyntax(read) : withoutGuesses(read, container);
  config.problems.push(...optionProblems(service, container));
  const nginx: NginxInstance = {
    kind: 'service',
    service,
    image: container.image.facts.base,
    imageFacts: container.image.facts,
    main,
    mainStandsIn,
    prefix,
    tree: container.tree,
    treeKnown:
      container.startup.understood &&
      container.buildUnderstood &&
      !container.guessed &&
      !service.volumes.some((mount) => mount.targetUncertain) &&
      !isNamedByVariable(service) &&
      includesKnown(config, container.tree, prefix, main),
    assumed: false,
    writtenFor: null,
    unfinished: false,
    sharesContainer: container.startup.startsOthers || container.guessed || sharesImage(container),
    startsOthers: startsOthers(container, service),
    unprivileged,
  };
  if (nginx.treeKnown && /^(?:official|unprivileged)$/.test(container.layout.id)) config.problems.push(...unfilled(repo, config));
  const variants = projects.filter((other) => other.directory === project.directory);
  return { name: project.name, directory: project.directory, project, variants, nginx, config, routes: [], unused: [] };
}

/**
 * The main file is mounted or copied from somewhere outside the repository: the image's own stands in for it, as people
 * rarely move conf.d. It stays a guess, so that the tree is not called known.
 */
function standInForMain({ files, layout }: Container, main: string): boolean {
  const own = layout.files.get(main);
  if (own === undefined || files.get(main)?.type !== 'unknown') return false;
  files.set(main, { ...imageFile(own), guess: true });
  return true;
}

/** Without its main file, nothing is known of the blocks that a file is included in. */
function onlySyntax(config: NginxConfig): NginxConfig {
  return { ...config, problems: config.problems.filter(({ check }) => check === 'syntax') };
}

/**
 * What nginx would refuse for sure: not in a file that a script may have changed, and where a start script isn't understood
 * neither what two files say together nor a directive that still holds a placeholder (`${NAME}`) for it to fill in.
 */
function withoutGuesses(config: NginxConfig, { tree, startup }: Container): NginxConfig {
  const files = ({ file, related = [] }: Problem) => [file, ...related.map((other) => other.file)];
  const filledIn = ({ file, start }: Problem) => /^[^;{}]{0,2000}\$\{[A-Z_]/.test(file.text.slice(start, start + 2100));
  const together = (problem: Problem) => new Set(files(problem)).size > 1;
  const sure = (problem: Problem) =>
    files(problem).every(({ path }) => tree.isKnown(path)) && (startup.understood || !(filledIn(problem) || together(problem)));
  return { ...config, problems: config.problems.filter(sure) };
}

/** Placeholders that the container leaves as they are, and nothing else in the repository is likely to fill in. */
function unfilled(repo: Repository, config: NginxConfig): Problem[] {
  const told = new Set(config.problems.map(({ file, start }) => `${file.path}:${start}`));
  return unfilledPlaceholders(config)
    .filter(({ problem: { file, start } }) => !told.has(`${file.path}:${start}`))
    .filter(({ problem: { file } }) => (file as Partial<TreeFile>).kind === 'repository')
    .filter(({ problem: { file }, name }) => !mayBeFilledElsewhere(repo, file.origin ?? '', name))
    .map(({ problem }) => problem);
}

/** nginx that a package manager put into another program's image shares it, unless the image starts nothing but nginx. */
function sharesImage({ layout, image, startup }: Container): boolean {
  return layout.start === 'plain' && nginxImage(image.facts.base ?? '') === undefined && startup.nginx === null;
}

/**
 * Whether files tell that nginx's container runs another program: nothing is known of one in an image that nobody sees, started as
 * it is, nor in one that a Dockerfile only adds files to (its base is called nginx, and it names nothing to start).
 */
function startsOthers(container: Container, service: Service): boolean {
  const { image, guessed, startup } = container;
  const { base, entrypoint, cmd } = image.facts;
  const filesOnly = entrypoint === null && cmd === null && base !== null && nginxImage(base) !== undefined;
  const unseen = guessed && service.entrypoint === null && (image.dockerfile === null || filesOnly);
  const plain = service.command === null || service.command.words[0]?.value === 'nginx' || startup.commandIsNginx;
  return !(unseen && plain) && (startup.startsOthers || guessed || sharesImage(container));
}

/** `-c FILE` and `-p PREFIX` of nginx's command line, else what the image was built with. */
function commandLine({ layout, startup }: Container): { main: string; prefix: string } {
  const words = startup.nginx ?? [];
  const option = (flag: string) => {
    const at = words.indexOf(flag);
    if (at !== -1) return words[at + 1];
    return words.find((word) => word.startsWith(flag) && word.length > flag.length && !word.startsWith('--'))?.slice(flag.length);
  };
  const start = option('-p');
  const prefix = start === undefined ? layout.prefix : posix.resolve('/', start);
  const main = option('-c');
  // A main file's folder is where relative includes start from.
  if (main === undefined) return { main: start === undefined ? layout.main : posix.join(prefix, 'conf/nginx.conf'), prefix };
  const path = posix.resolve(prefix, main);
  return { main: path, prefix: posix.dirname(path) };
}

function isUnprivileged(service: Service, { image, layout }: Container): boolean {
  const user = (service.user?.uncertain ? null : service.user?.value) ?? image.facts.user ?? layout.user;
  return user !== null && !/^(root|0)(:|$)/.test(user) && user !== '';
}

/** Blocks whose includes may bring servers and upstreams. */
const outerBlocks = new Set(['http', 'stream', 'mail', 'include']);

/** Whether every file that may bring servers or upstreams is known; an unknown one inside a server brings neither. */
function includesKnown(config: NginxConfig, tree: FileTree, prefix: string, main: string): boolean {
  if (!tree.isKnown(main) || tree.read(main) === undefined) return false;
  const open: ConfigNode[] = [...config.directives];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.word.text === 'include' && node.args[0]) {
      const path = posix.resolve(prefix, node.args[0].text);
      const wild = path.search(/[*?[]/);
      const asked = wild === -1 ? path : posix.dirname(`${path.slice(0, wild)}x`);
      if (!tree.isKnown(asked)) return false;
    }
    if (outerBlocks.has(node.word.text)) for (const child of node.block ?? []) open.push(child);
  }
  return true;
}

/** The nginx on a host whose main file the user named. */
function hostStack(repo: Repository, file: string, projects: readonly Project[]): Stack {
  if (repositoryEntry(repo, file)?.type !== 'file') throw new GateError(`There is no file ${file}.`);
  return namedStack(repo, file, projects);
}

/** Where every endpoint leads, and what is known of the service there. */
function resolved(stack: Stack, repository: Repository, declaredPorts: StackOptions['declaredPorts']): Resolved {
  const { project, variants, nginx, config } = stack;
  return resolveRoutes({
    repository,
    project,
    variants,
    nginx,
    config,
    declaredPorts,
    imageOf: (service) => serviceImage(repository, service),
  });
}
