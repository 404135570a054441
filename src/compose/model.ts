/** What the Compose side hands on: projects with services as `docker compose config` sees them, each value with its place. Types only. */
import type { Located, Location } from '../core/source.ts';

export interface ComposeProblem {
  message: string;
  at: Location;
  related?: { location: Location; label: string }[];
  fix?: string;
  /**
   * True when Compose refuses this only as long as something that is not in the repository is missing (a variable, an ignored env file,
   * a profile that the command line names): nothing to tell anybody.
   */
  uncertain?: boolean;
}

/** A value with its place; `uncertain` when a variable in it is set nowhere, or only in a sample of an ignored env file. */
export interface Value<T = string> extends Located<T> {
  uncertain?: boolean;
  /** As it stands in the file, variables and all; present where it is uncertain. */
  written?: string;
}

/** The name of a variable that is set nowhere and has no default, at its place. */
export type Unset = Located<string>;

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
  unsetVariables: Unset[];
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
  file: Value | null;
  /** Interpolated content, with the place of the scalar. */
  content: Value | null;
  /** Where each line of `content` stands, when it is written as a literal block or on one line; else null. */
  contentLines: Location[] | null;
  environment: Value | null;
  external: boolean;
}

export interface Service {
  name: string;
  /** Where its key stands (in the file that defined it last). */
  at: Location;
  profiles: Value[];
  /** False when a profile that is not active holds it. */
  enabled: boolean;
  image: Value | null;
  build: Build | null;
  command: Command | null;
  entrypoint: Command | null;
  /** Merged environment of `env_file` and `environment`, later wins. A null value is a name that nothing defines. */
  environment: Map<string, EnvironmentValue>;
  /** env_file paths that are not in the repository: the environment is then not fully known. */
  missingEnvFiles: Value[];
  expose: PortRange[];
  ports: PublishedPort[];
  /** Keyed by the network's key; the implicit default network included. Empty with `network_mode`. */
  networks: Map<string, ServiceNetwork>;
  /** `host`, `none`, `bridge`, `service:x`, `container:x`. */
  networkMode: Value | null;
  containerName: Value | null;
  hostname: Value | null;
  links: Value<{ service: string; alias: string }>[];
  extraHosts: Value<{ host: string; address: string }>[];
  dependsOn: Value<{ service: string; condition: string; required: boolean }>[];
  volumes: Mount[];
  volumesFrom: Value[];
  configs: FileMount[];
  secrets: FileMount[];
  healthcheck: { test: Command | null; disabled: boolean; at: Location } | null;
  labels: Map<string, Value>;
  /** Result of `scale` or `deploy.replicas`; null when neither is given. */
  replicas: Value<number> | null;
  workingDir: Value | null;
  user: Value | null;
  /** tmpfs mount targets. */
  tmpfs: Value[];
}

/** `build`: paths are repository-relative; null where they lead outside the repository or to a URL. */
export interface Build {
  at: Location;
  context: Value | null;
  /** Relative to the repository's top. */
  dockerfile: Value | null;
  dockerfileInline: Value | null;
  target: Value | null;
  args: Map<string, EnvironmentValue>;
  additionalContexts: Map<string, Value>;
}

/** `command`, `entrypoint`, `healthcheck.test`: a string is split as Compose does, `shell` tells `CMD-SHELL`. */
export interface Command {
  at: Location;
  words: Value[];
  shell: boolean;
  uncertain?: boolean;
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
  uncertain?: boolean;
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
  /** Either side hangs on a variable that is set nowhere for certain; the next two tell which. */
  uncertain?: boolean;
  targetUncertain?: boolean;
  publishedUncertain?: boolean;
}

export interface ServiceNetwork {
  key: string;
  aliases: Value[];
  ipv4: string | null;
  ipv6: string | null;
  at: Location | null;
  /** Its key or one of its addresses hangs on a variable that is set nowhere for certain. */
  uncertain?: boolean;
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
  /** Either side hangs on a variable that is set nowhere for certain. */
  uncertain?: boolean;
  targetUncertain?: boolean;
}

export interface FileMount {
  /** The key in `configs` or `secrets`. */
  source: string;
  /** Absolute path in the container. */
  target: string;
  at: Location;
}
