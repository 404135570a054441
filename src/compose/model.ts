/** What the Compose side hands on: projects with services as `docker compose config` sees them, each value with its place. Types only. */
import type { Located, Location } from '../core/source.ts';

export interface ComposeProblem {
  message: string;
  at: Location;
  related?: { location: Location; label: string }[];
  fix?: string;
}

/** One compose project: the files that were merged, and what came out. */
export interface Project {
  /** Normalised as Compose does (section "Name" of the Compose specification). */
  name: string;
  /** Repository-relative folder that relative paths start from; '' is the top. */
  directory: string;
  /** The files that were merged, in order: base, override, then variants. */
  files: string[];
  /** Which file made this a variant of another project (docker-compose.prod.yml), or null. */
  variant: string | null;
  services: Service[];
  networks: Map<string, Network>;
  volumes: Map<string, Volume>;
  configs: Map<string, FileObject>;
  secrets: Map<string, FileObject>;
  /** What Compose would refuse. Services that are sound are there all the same. */
  problems: ComposeProblem[];
  /** Variables that were interpolated and are set nowhere. */
  unsetVariables: Located<string>[];
}

export interface Network {
  key: string;
  /** Its real name where `name:` gives one; null for PROJECT_KEY. */
  name: string | null;
  external: boolean;
  internal: boolean;
  /** Absent for the implicit `default` network. */
  at: Location | null;
}

export interface Volume {
  key: string;
  name: string | null;
  external: boolean;
  at: Location | null;
  /** Options of the driver, for bind-type volumes (`device`, `o`, `type`). */
  driverOptions: Map<string, string>;
}

/** A config or a secret: exactly one of the four sources, or external. */
export interface FileObject {
  key: string;
  at: Location;
  /** Repository-relative path; null when it leads outside or is no file source. */
  file: Located<string> | null;
  /** Interpolated content, with the place of the scalar. */
  content: Located<string> | null;
  environment: Located<string> | null;
  external: boolean;
}

export interface Service {
  name: string;
  /** Where its key stands (in the file that defined it last). */
  at: Location;
  /** False when a profile that is not active holds it. */
  profiles: Located<string>[];
  image: Located<string> | null;
  build: Build | null;
  command: Command | null;
  entrypoint: Command | null;
  /** Merged environment of `env_file` and `environment`, later wins. A null value is a name that nothing defines. */
  environment: Map<string, EnvironmentValue>;
  /** env_file paths that are not in the repository: the environment is then not fully known. */
  missingEnvFiles: Located<string>[];
  expose: PortRange[];
  ports: PublishedPort[];
  /** Keyed by the network's key; the implicit default network included. Empty with `network_mode`. */
  networks: Map<string, ServiceNetwork>;
  /** `host`, `none`, `bridge`, `service:x`, `container:x`. */
  networkMode: Located<string> | null;
  containerName: Located<string> | null;
  hostname: Located<string> | null;
  links: Located<{ service: string; alias: string }>[];
  extraHosts: Located<{ host: string; address: string }>[];
  dependsOn: Located<{ service: string; condition: string; required: boolean }>[];
  volumes: Mount[];
  volumesFrom: Located<string>[];
  configs: FileMount[];
  secrets: FileMount[];
  healthcheck: { test: Command | null; disabled: boolean; at: Location } | null;
  labels: Map<string, Located<string>>;
  /** Result of `scale` or `deploy.replicas`; null when neither is given. */
  replicas: Located<number> | null;
  workingDir: Located<string> | null;
  user: Located<string> | null;
  /** tmpfs mount targets. */
  tmpfs: Located<string>[];
}

/** `build`: paths are repository-relative; null where they lead outside the repository or to a URL. */
export interface Build {
  at: Location;
  context: Located<string> | null;
  /** Relative to the repository's top. */
  dockerfile: Located<string> | null;
  dockerfileInline: Located<string> | null;
  target: Located<string> | null;
  args: Map<string, EnvironmentValue>;
  additionalContexts: Map<string, Located<string>>;
}

/** `command`, `entrypoint`, `healthcheck.test`: a string is split as Compose does, `shell` tells `CMD-SHELL`. */
export interface Command {
  at: Location;
  words: Located<string>[];
  shell: boolean;
}

export interface EnvironmentValue {
  value: string | null;
  at: Location;
  /** The value had a variable that is set nowhere and has no default, or came from the caller's environment. */
  uncertain: boolean;
}

export interface PortRange {
  from: number;
  to: number;
  protocol: string;
  at: Location;
}

/** One port mapping; ranges are unfolded to one entry a target as Compose does. */
export interface PublishedPort {
  target: number;
  /** A single port as text, a range `8000-8002`, or null for a random one. */
  published: string | null;
  hostIp: string | null;
  protocol: string;
  at: Location;
  /** The spans of both sides alone where they stand literally; else the item's. */
  targetAt: Location;
  publishedAt: Location | null;
}

export interface ServiceNetwork {
  key: string;
  aliases: Located<string>[];
  ipv4: string | null;
  ipv6: string | null;
  at: Location | null;
}

export interface Mount {
  type: 'bind' | 'volume' | 'tmpfs' | 'npipe' | 'cluster' | 'image';
  /** Repository-relative for binds inside the repository, the volume's key for volumes; null for anonymous volumes and tmpfs. */
  source: string | null;
  /** A bind whose source lies outside the repository (absolute, `~`, too many `..`): `source` is null and this is as written. */
  outside: string | null;
  target: string;
  readOnly: boolean;
  /** Short syntax makes a missing source a folder; long syntax refuses it unless create_host_path. */
  short: boolean;
  at: Location;
}

export interface FileMount {
  /** The key in `configs` or `secrets`. */
  source: string;
  /** Absolute path in the container. */
  target: string;
  at: Location;
}
