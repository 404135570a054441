/** Runs the real `docker compose config`, and brings its answer and ours into one comparable form. */
import { spawn } from 'node:child_process';
import { posix } from 'node:path';
import type { Project, Service } from '../../../src/compose/model.ts';

export interface ComposeRun {
  /** The absolute folder to run in. */
  folder: string;
  /** Relative to the folder; empty for Compose's own discovery. */
  files: string[];
  profiles: string[];
  envFiles?: string[];
}

export type Plain = Record<string, unknown>;

const home = '/nonexistent';

/** What the docker command adds to the environment of its plugins. */
export const pluginEnvironment = { OTEL_RESOURCE_ATTRIBUTES: 'docker.cli.cobra.command_path=docker%20compose' };

/** The parsed model, or what Compose said when it refused. Variables of this machine are kept out. */
export function composeConfig(run: ComposeRun): Promise<{ model: Plain } | { refused: string }> {
  const words = ['compose', ...run.files.flatMap((file) => ['-f', file])];
  words.push(...run.profiles.flatMap((profile) => ['--profile', profile]), ...(run.envFiles ?? []).flatMap((file) => ['--env-file', file]));
  const child = spawn('docker', [...words, 'config', '--format', 'json'], { cwd: run.folder, env: { PATH: process.env.PATH, HOME: home } });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => {
      // The output escapes every dollar sign, so that it could be read again.
      if (code === 0) done({ model: JSON.parse(out.replaceAll('$$', '$')) as Plain });
      else
        done({
          refused: err
            .split('\n')
            .filter((line) => line !== '' && !line.includes('level=warning'))
            .join(' '),
        });
    });
  });
}

/** Runs jobs two at a time and keeps their order. */
export async function twoAtATime<T, R>(jobs: readonly T[], run: (job: T) => Promise<R>): Promise<R[]> {
  const results: R[] = new Array(jobs.length);
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let at = next++; at < jobs.length; at = next++) results[at] = await run(jobs[at] as T);
  };
  await Promise.all([worker(), worker()]);
  return results;
}

/** What is the same between the two, service by service; each difference as one line. */
export function differences(ours: Plain, theirs: Plain): string[] {
  const lines: string[] = [];
  for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const [a, b] = [JSON.stringify(ours[key]), JSON.stringify(theirs[key])];
    if (a === b) continue;
    if (isPlain(ours[key]) && isPlain(theirs[key])) lines.push(...differences(ours[key], theirs[key]).map((line) => `${key}.${line}`));
    else lines.push(`${key}: ours ${a}, Compose's ${b}`);
  }
  return lines;
}

function unique(items: string[]): string[] {
  return [...new Set(items)].sort();
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(record: Iterable<[string, unknown]>): Plain {
  return Object.fromEntries([...record].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Our project as plain data; `root` is the repository's absolute top. */
export function plainProject(project: Project, root: string): Plain {
  const absolute = (path: string): string => posix.join(root, path);
  const enabled = project.services.filter((service) => service.enabled);
  const used = new Set(enabled.flatMap(({ configs, secrets }) => [...configs, ...secrets]).map(({ source }) => source));
  return {
    name: project.name,
    services: sorted(
      project.services.filter(({ enabled }) => enabled).map((service) => [service.name, plainService(service, project, absolute)]),
    ),
    // Compose prints only what an enabled service uses.
    networks: sorted(
      [...project.networks.values()]
        .filter(({ key }) => enabled.some(({ networks }) => networks.has(key)))
        .map(({ key, name, external, internal }) => [
          key,
          { name: name === generatedName(key, external, project.name) ? null : name, external, internal },
        ]),
    ),
    files: sorted(
      [...project.configs.values(), ...project.secrets.values()]
        .filter(({ key }) => used.has(key))
        .map((file) => [
          file.key,
          {
            file: file.file && absolute(file.file.value),
            content: file.content?.value ?? null,
            environment: file.environment?.value ?? null,
            external: file.external,
          },
        ]),
    ),
  };
}

function plainService(service: Service, project: Project, absolute: (path: string) => string): Plain {
  const { build } = service;
  return {
    image: service.image?.value ?? null,
    build: build && {
      context: build.context === null ? 'outside' : absolute(build.context.value),
      dockerfile: build.context === null || build.dockerfile === null ? null : absolute(build.dockerfile.value),
      inline: build.dockerfileInline?.value ?? null,
      target: build.target?.value ?? null,
      args: sorted([...build.args].filter(([, { value }]) => value !== null).map(([name, { value }]) => [name, value])),
      additional: [...build.additionalContexts.keys()].sort(),
    },
    ports: service.ports
      .map(({ target, published, hostIp, protocol }) => `${hostIp ?? ''}:${published ?? ''}:${target}/${protocol}`)
      .sort(),
    expose: service.expose.map(
      ({ from, to, protocol }) => `${from}${to === from ? '' : `-${to}`}${protocol === 'tcp' ? '' : `/${protocol}`}`,
    ),
    networks: sorted([...service.networks].map(([key, { aliases, ipv4 }]) => [key, { aliases: aliases.map(({ value }) => value), ipv4 }])),
    volumes: service.volumes.map((mount) => ({
      type: mount.type,
      source: mount.outside !== null ? 'outside' : mount.source !== null && mount.type === 'bind' ? absolute(mount.source) : mount.source,
      target: mount.target,
      readOnly: mount.readOnly,
    })),
    environment: sorted([...service.environment].filter(([, { value }]) => value !== null).map(([name, { value }]) => [name, value])),
    command: service.command?.words.map(({ value }) => value) ?? null,
    entrypoint: service.entrypoint?.words.map(({ value }) => value) ?? null,
    profiles: service.profiles.map(({ value }) => value).sort(),
    networkMode: service.networkMode?.value ?? null,
    extraHosts: service.extraHosts.map(({ value }) => `${value.host}=${value.address}`).sort(),
    containerName: service.containerName?.value ?? null,
    hostname: service.hostname?.value ?? null,
    links: service.links.map(({ value }) => (value.alias === value.service ? value.service : `${value.service}:${value.alias}`)),
    labels: sorted([...service.labels].map(([name, { value }]) => [name, value])),
    replicas: service.replicas?.value ?? null,
    tmpfs: service.tmpfs.map(({ value }) => value),
    mounts: [...service.configs, ...service.secrets].map(({ source, target }) => `${source} ${target}`),
    waitsFor: service.dependsOn.map(({ value }) => `${value.service} ${value.condition}`).sort(),
    test: service.healthcheck?.test ? service.healthcheck.test.words.map(({ value }) => value) : null,
    user: service.user?.value ?? null,
    workingDir: service.workingDir?.value ?? null,
    networksKnown: [...service.networks.keys()].every((key) => project.networks.has(key)),
  };
}

interface TheirService {
  [key: string]: unknown;
}

/** Compose's answer in the same form. What leads out of `root` is "outside", as we don't follow it. */
export function plainModel(model: Plain, root: string): Plain {
  const inside = (path: string): string => (path === root || path.startsWith(`${root}/`) ? path : 'outside');
  const services = (model.services ?? {}) as Record<string, TheirService>;
  const files = { ...(model.configs as Plain), ...(model.secrets as Plain) } as Record<string, Plain>;
  return {
    name: model.name,
    services: sorted(Object.entries(services).map(([name, service]) => [name, theirService(service, inside)])),
    networks: sorted(
      Object.entries((model.networks ?? {}) as Record<string, Plain>)
        .filter(([key]) => key !== 'default' || usesDefault(services))
        .map(([key, network]) => [
          key,
          { name: ownName(key, network, String(model.name)), external: network.external === true, internal: network.internal === true },
        ]),
    ),
    files: sorted(
      Object.entries(files).map(([key, file]) => [
        key,
        {
          file: typeof file.file === 'string' ? (inside(file.file) === 'outside' ? null : file.file) : null,
          content: file.content ?? null,
          environment: file.environment ?? null,
          external: file.external === true,
        },
      ]),
    ),
  };
}

function usesDefault(services: Record<string, TheirService>): boolean {
  return Object.values(services).some(({ networks }) => isPlain(networks) && 'default' in networks);
}

function ownName(key: string, network: Plain, project: string): unknown {
  return network.name === generatedName(key, network.external === true, project) ? null : network.name;
}

function generatedName(key: string, external: boolean, project: string): string {
  return external ? key : `${project}_${key}`;
}

function theirService(service: TheirService, inside: (path: string) => string): Plain {
  const list = (key: string): Plain[] => (service[key] ?? []) as Plain[];
  return {
    image: service.image ?? null,
    build: service.build === undefined ? null : theirBuild(service.build as Plain, inside),
    ports: unique(list('ports').map((port) => `${port.host_ip ?? ''}:${port.published ?? ''}:${port.target}/${port.protocol ?? 'tcp'}`)),
    expose: ((service.expose ?? []) as unknown[]).map((item) => String(item).replace(/\/tcp$/, '')).filter((item) => /^\d/.test(item)),
    networks: sorted(
      Object.entries((service.networks ?? {}) as Record<string, Plain | null>).map(([key, network]) => [
        key,
        { aliases: network?.aliases ?? [], ipv4: network?.ipv4_address ?? null },
      ]),
    ),
    volumes: list('volumes').map((mount) => ({
      type: mount.type,
      source: mount.type === 'bind' ? inside(String(mount.source)) : (mount.source ?? null),
      target: mount.target,
      readOnly: mount.read_only === true,
    })),
    environment: sorted(Object.entries((service.environment ?? {}) as Plain).filter(([, value]) => value !== null)),
    command: service.command ?? null,
    entrypoint: service.entrypoint ?? null,
    profiles: [...((service.profiles ?? []) as string[])].sort(),
    networkMode: service.network_mode ?? null,
    extraHosts: [...((service.extra_hosts ?? []) as string[])].sort(),
    containerName: service.container_name ?? null,
    hostname: service.hostname ?? null,
    links: ((service.links ?? []) as string[]).map((link) => link.replace(/^([^:]*):\1$/, '$1')),
    labels: sorted(Object.entries((service.labels ?? {}) as Plain)),
    replicas: service.scale ?? (service.deploy as Plain | undefined)?.replicas ?? null,
    tmpfs: (([service.tmpfs ?? []].flat() as string[]) ?? []).map((path) => posix.normalize(path.split(':')[0] ?? '').replace(/\/$/, '')),
    mounts: [
      ...list('configs').map(({ source, target }) => `${source} ${mountPoint('', String(target ?? source))}`),
      ...list('secrets').map(({ source, target }) => `${source} ${mountPoint('/run/secrets', String(target ?? source))}`),
    ],
    waitsFor: Object.entries((service.depends_on ?? {}) as Record<string, Plain>)
      .filter(([, { restart }]) => restart !== true)
      .map(([name, { condition }]) => `${name} ${condition}`)
      .sort(),
    test: theirTest(service.healthcheck as Plain | undefined),
    user: service.user ?? null,
    workingDir: service.working_dir ?? null,
    networksKnown: true,
  };
}

function theirBuild(build: Plain, inside: (path: string) => string): Plain {
  const context = String(build.context);
  const dockerfile = build.dockerfile === undefined ? null : inside(posix.resolve(context, String(build.dockerfile)));
  return {
    context: inside(context),
    dockerfile: inside(context) === 'outside' || dockerfile === 'outside' ? null : dockerfile,
    inline: build.dockerfile_inline ?? null,
    target: build.target ?? null,
    args: sorted(Object.entries((build.args ?? {}) as Plain).filter(([, value]) => value !== null)),
    additional: Object.keys((build.additional_contexts ?? {}) as Plain).sort(),
  };
}

function mountPoint(folder: string, target: string): string {
  return target.startsWith('/') ? posix.normalize(target) : `${folder}/${target}`;
}

function theirTest(healthcheck: Plain | undefined): unknown {
  const test = (healthcheck?.test ?? []) as string[];
  return test.length <= 1 ? null : test.slice(1);
}
