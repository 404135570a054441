import { posix } from 'node:path';
import type { Stack } from '../stack/model.ts';
import type { Place } from './vantage.ts';

/** What `docker inspect` says of one container, as far as it is read. */
export interface Container {
  Id: string;
  Name: string;
  Image: string;
  RestartCount?: number;
  Config: { Labels?: Record<string, string> | null; Hostname?: string; Image?: string };
  HostConfig: { NetworkMode?: string; RestartPolicy?: { Name?: string }; PortBindings?: Record<string, unknown> | null };
  State: {
    Status: string;
    Running: boolean;
    Paused: boolean;
    Restarting: boolean;
    OOMKilled: boolean;
    ExitCode: number;
    StartedAt: string;
    FinishedAt: string;
    Health?: { Status?: string };
  };
  NetworkSettings: {
    Ports?: Record<string, { HostIp: string; HostPort: string }[] | null> | null;
    Networks?: Record<
      string,
      { IPAddress?: string; GlobalIPv6Address?: string; Aliases?: string[] | null; DNSNames?: string[] | null }
    > | null;
  };
}

const label = {
  project: 'com.docker.compose.project',
  service: 'com.docker.compose.service',
  directory: 'com.docker.compose.project.working_dir',
  files: 'com.docker.compose.project.config_files',
  oneOff: 'com.docker.compose.oneoff',
};
const listed = ['project', 'service', 'directory', 'files', 'oneOff'] as const;

/**
 * The containers of the running project that this stack is; undefined when Docker has none with its nginx service.
 * @param root the repository's top, absolute
 */
export async function containersOf(stack: Stack, local: Place, root: string | undefined): Promise<Container[] | undefined> {
  const service = stack.nginx.service?.name;
  if (service === undefined) return undefined;
  const format = ['{{.ID}}', ...listed.map((name) => `{{.Label "${label[name]}"}}`), '{{.State}}'].join('\t');
  const ran = await local.run(['docker', 'ps', '-a', '--no-trunc', '--filter', `label=${label.project}`, '--format', format], {
    timeout: 30,
  });
  if (ran.code !== 0) return undefined;
  const ids = projectIds(ran.stdout, stack, service, root);
  if (ids.length === 0) return undefined;
  return inspect(local, ids);
}

/** The containers of the project that this stack is: by where it was started from, else by its name. */
function projectIds(table: string, stack: Stack, nginxService: string, root: string | undefined): string[] {
  const projects = new Map<string, { ids: string[]; services: Set<string>; score: number; serves: boolean }>();
  const directory = stack.project?.directory ?? stack.directory;
  const files = (stack.project?.files ?? []).map((f) => (root === undefined ? f : posix.join(root, f)));
  for (const line of table.split('\n')) {
    const [id = '', project = '', service = '', folder = '', configFiles = '', oneOff = '', state = ''] = line.split('\t');
    if (id === '' || oneOff === 'True') continue;
    const found = projects.get(project) ?? { ids: [], services: new Set<string>(), score: 0, serves: false };
    projects.set(project, found);
    found.ids.push(id);
    found.services.add(service);
    if (service === nginxService && state === 'running') found.serves = true;
    const sameFolder = root === undefined ? folder.endsWith(`/${directory}`) && directory !== '' : folder === posix.join(root, directory);
    const sameFile = configFiles.split(',').some((f) => files.some((own) => (root === undefined ? f.endsWith(`/${own}`) : f === own)));
    const score = (sameFile ? 4 : 0) + (sameFolder ? 2 : 0) + (project === stack.project?.name ? 1 : 0);
    found.score = Math.max(found.score, score);
  }
  const known = [...projects.values()].filter((p) => p.score > 0 && p.services.has(nginxService));
  known.sort((a, b) => b.score - a.score || Number(b.serves) - Number(a.serves));
  return known[0]?.ids ?? [];
}

export async function inspect(local: Place, ids: readonly string[]): Promise<Container[]> {
  const ran = await local.run(['docker', 'inspect', '--type', 'container'], { args: ids, timeout: 30 });
  try {
    const parsed: unknown = JSON.parse(ran.stdout);
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}

export function serviceOf(container: Container): string {
  return container.Config.Labels?.[label.service] ?? '';
}

/** One container speaks for the service: a running one first. */
export function chosenContainer(containers: readonly Container[]): Container | undefined {
  return containers.find((c) => c.State.Running && !c.State.Restarting) ?? containers.find((c) => c.State.Restarting) ?? containers[0];
}

/** Docker has started it anew a moment ago: most likely it ends again soon. `at` is when it was looked at. */
export function hasJustRestarted({ State, RestartCount }: Container, at: number): boolean {
  return (RestartCount ?? 0) > 0 && at - Date.parse(State.StartedAt) < 15_000;
}

export function hasEndedSince({ State }: Container, since: number, isOver: boolean): boolean {
  return Date.parse(State.FinishedAt) >= since && (isOver || Date.parse(State.StartedAt) >= since);
}

export function stateWords({ State, RestartCount }: Container): string {
  if (State.Restarting) return `is restarting (exit code ${State.ExitCode}, ${RestartCount ?? 0} restarts)`;
  if (State.Paused) return 'is paused';
  if (State.Running) return 'runs';
  if (State.Status === 'created') return 'was created, but not started';
  return `has exited with code ${State.ExitCode}${State.OOMKilled ? ' (out of memory)' : ''}`;
}
