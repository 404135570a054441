/** A stack: one nginx, its file tree, the compose project behind it, and where each route ends. Types only. */
import type { Project, Service } from '../compose/model.ts';
import type { ConfigFile, ConfigFiles } from '../core/files.ts';
import type { Location } from '../core/source.ts';
import type { ImageFacts } from '../docker/model.ts';
import type { EndpointTarget, NginxConfig, Route } from '../nginx/model.ts';

/** The files as nginx sees them at its paths. */
export interface FileTree extends ConfigFiles {
  /** All known files, by absolute path. */
  files(): Iterable<TreeFile>;
  /**
   * Mounts whose source is not in the repository. `made`: it is plainly something that people make where they deploy
   * (a key, a password file, a copy of the committed sample beside it, a folder of which nothing is committed).
   */
  absent: {
    target: string;
    at: Location;
    source: string | null;
    kind: 'outside' | 'missing' | 'ignored' | 'volume' | 'external';
    made?: boolean;
  }[];
  /** Repository files that were put on nginx's paths, by mount, COPY, config or template. */
  placed: PlacedFile[];
  /**
   * Names in templates that stayed as they are written, nginx's own variables among them.
   * `uncertain`: the name may be defined, but nobody knows its value (an env_file that is not there, a sample, a script that exports).
   */
  unsetTemplateVariables: { name: string; at: Location; template: string; uncertain: boolean }[];
}

export interface TreeFile extends ConfigFile {
  /** image: the image's own default. */
  kind: 'repository' | 'template' | 'image' | 'config';
  /** Bytes for files that are no text; else undefined. */
  readonly bytes?: Uint8Array | undefined;
  readonly mode: number;
}

/** One mount, COPY, config or secret that put something of the repository onto a path of nginx's. */
export interface PlacedFile {
  source: string;
  target: string;
  at: Location;
  by: 'mount' | 'copy' | 'config' | 'secret' | 'template';
  /** True when a variable that nothing sets for certain names the source or the target. */
  uncertain?: boolean;
}

export interface NginxInstance {
  /** service: a container of the project. host: nginx on the machine itself, in front of the published ports. */
  kind: 'service' | 'host';
  service: Service | null;
  /** The image that will run, as a reference; null on the host and for images that nobody knows. */
  image: string | null;
  imageFacts: ImageFacts | null;
  /** The main file, absolute in the tree: /etc/nginx/nginx.conf. */
  main: string;
  /**
   * True when the main file is not in the repository and the image's own stands in for it: what it would include is
   * listed, and nothing is said of how the files stand to each other.
   */
  mainStandsIn: boolean;
  /** nginx's prefix that relative includes start from: /etc/nginx. */
  prefix: string;
  tree: FileTree;
  /** False when a script, an entry point or an unknown image may change nginx's files: then nothing is concluded from what is missing. */
  treeKnown: boolean;
  /**
   * True when nothing in the repository loads this configuration for sure (an example, a template of another tool, a file
   * for an nginx on some host): its routes are listed, and judged only where a project answers for them.
   */
  assumed: boolean;
  /**
   * For a configuration that is only assumed: how sure it is that it was written for `service` all the same. names: nothing tells
   * but that services of the project are named in it, in a repository that is deployed with compose alone. Null when not even that.
   */
  writtenFor: 'strong' | 'likely' | 'names' | null;
  /** True for an assumed configuration that another tool or a person must finish first (an example, a template of another language). */
  unfinished: boolean;
  /** True when another process (an app under supervisor, php-fpm) runs in the same container, or nobody knows whether one does. */
  sharesContainer: boolean;
  /** True when files say that another process runs in the same container. */
  startsOthers: boolean;
  /** True when nginx does not run as root in the container (the unprivileged image, `user:`): default listen is 8000. */
  unprivileged: boolean;
}

/** Where an endpoint leads. */
export type Reach =
  /** A service that nginx reaches by this name. `self`: nginx's own container or network namespace. */
  | {
      kind: 'service';
      service: Service;
      self: boolean;
      via: 'name' | 'alias' | 'container_name' | 'hostname' | 'link' | 'extra_host' | 'published' | 'namespace' | 'address' | 'volume';
      /** True when it answers by a value that hangs on a variable which nothing sets for certain: it supports, it never contradicts. */
      uncertain?: boolean;
    }
  /** A service of the project that has this name but shares no network with nginx. */
  | { kind: 'no-shared-network'; service: Service; nginxNetworks: string[]; serviceNetworks: string[] }
  /** A service that is not started together with nginx. */
  | { kind: 'not-started'; service: Service; because: 'profile' | 'replicas'; at: Location }
  /** A socket on a path that no other container of the project shares with nginx. */
  | { kind: 'socket-not-shared'; because: string }
  /** nginx on the host hands on to a port that is only a container port: `service` listens there, behind another published port or none. */
  | { kind: 'not-published'; service: Service; published: string[]; at: Location | null }
  /** Loopback of nginx's own namespace where nothing known listens. */
  | { kind: 'loopback'; listeners: string[]; comesBack?: 'handed on' | 'redirected'; meant?: Service }
  /** A name that is nothing at all in this project. */
  | { kind: 'unknown'; nearest: string | null; misspelt?: true }
  /** The app behind the published port on the host. */
  | { kind: 'external'; because: string }
  | { kind: 'unverifiable'; because: string };

/** What a statement about a port rests on. */
export type EvidenceKind =
  | 'expose'
  | 'ports'
  | 'EXPOSE'
  | 'command'
  | 'CMD'
  | 'entrypoint'
  | 'ENTRYPOINT'
  | 'environment'
  | 'ENV'
  | 'healthcheck'
  | 'HEALTHCHECK'
  | 'start-file'
  | 'label'
  | 'image'
  | 'listen'
  /** A port that .nginx-gate.yml declares for the service. */
  | 'configuration';

/** One statement that a service listens on a port (or a socket). */
export interface PortEvidence {
  port: number | null;
  socket: string | null;
  /** binds: the process says so itself (flag, environment that the program reads, start file). declares: EXPOSE, expose, ports. suggests: a label, a health check, an image's default. */
  strength: 'binds' | 'declares' | 'suggests';
  kind: EvidenceKind;
  /** False where it supports but never contradicts: a value that hangs on something no file tells, or another variant's statement. */
  certain: boolean;
  /** The program's documented default, with nothing seen that overrides it: its configuration may say otherwise. */
  byDefault?: boolean;
  /** Of another variant of the project. */
  variant?: boolean;
  /** Of a service that is built from what is not in the repository: true where it is the only port that is declared. */
  unseen?: boolean;
  /** The program that binds, where a command or a start file tells. */
  program: string | null;
  /** What the process speaks there, where that is known. */
  protocol: 'http' | 'https' | 'fastcgi' | 'uwsgi' | 'grpc' | 'tcp' | null;
  /** The bind address where it is known; null when it is not. */
  address: string | null;
  /** In words for messages: "gunicorn binds 0.0.0.0:8000". */
  says: string;
  /** Null only for facts of images. */
  at: Location | null;
}

/** How much is known of what a service starts: what its evidence may conclude from silence. */
export interface StartKnowledge {
  /** Several processes run side by side, so that one bind says nothing about the others. */
  several: boolean;
  /** Something is started of which no file tells what it listens on. */
  opaque: boolean;
  /** A port of the service hangs on a variable that is set nowhere. */
  interpolated: boolean;
  /** A small file of the build context names the target's port. */
  mentioned: boolean;
  /** The service's own command names the target's port. */
  inCommand: boolean;
}

export interface Endpoint {
  target: EndpointTarget;
  route: StackRoute;
  reach: Reach;
  /** Evidence about the service that it leads to; empty without one. */
  evidence: PortEvidence[];
  /** Null without a service. */
  start: StartKnowledge | null;
}

export interface StackRoute {
  route: Route;
  endpoints: Endpoint[];
}

export interface Stack {
  name: string;
  directory: string;
  project: Project | null;
  /** All projects whose evidence may support this stack's targets: the project itself and its variants. */
  variants: Project[];
  nginx: NginxInstance;
  config: NginxConfig;
  routes: StackRoute[];
  /** Upstreams that no route hands on to: nothing is served by them, but nginx does not start when a name in them is unknown. */
  unused: StackRoute[];
}
