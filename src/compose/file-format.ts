/** What may stand where in a compose file. The table accepts what any Compose from 2.26 to 5 accepts, so that it refuses only what all refuse. */
import type { ScalarType } from './tree.ts';

/** What may stand at one place. */
export interface Shape {
  /** Scalars that may stand here. */
  scalars?: ReadonlySet<ScalarType>;
  /** What is wrong with a scalar's text, in a sentence. */
  check?: (text: string) => string | undefined;
  items?: Shape;
  unique?: boolean;
  keys?: Record<string, Shape>;
  required?: readonly string[];
  /** Any key of this pattern, besides `keys`. */
  anyKey?: { pattern: RegExp; shape: Shape };
  /** Keys that no rule knows are accepted. */
  open?: boolean;
  /** The shape in words, for messages. */
  said: string;
}

const scalar = (said: string, ...types: ScalarType[]): Shape => ({ scalars: new Set(types), said });
const string = scalar('a string', 'string', 'time');
const anyText = scalar('a string, a number or a boolean', 'string', 'time', 'int', 'float', 'bool');
const stringOrNumber = scalar('a string or a number', 'string', 'time', 'int', 'float');
const stringOrNull = scalar('a string', 'string', 'time', 'null');
const whole = scalar('a whole number', 'int', 'string');
const flag = scalar('true or false', 'bool', 'string');
/** Where anything may stand. */
export const anything: Shape = { open: true, said: 'a value' };

const list = (items: Shape, unique = false): Shape => ({ items, unique, said: 'a list' });
const mapping = (keys: Record<string, Shape>, ...required: string[]): Shape => ({ keys, required, said: 'a mapping' });
const dictionary = (shape: Shape, pattern = /^/): Shape => ({ anyKey: { pattern, shape }, said: 'a mapping' });
const either = (...shapes: Shape[]): Shape => Object.assign({}, ...shapes, { said: shapes.map(({ said }) => said).join(' or ') }) as Shape;
const orNothing = (shape: Shape): Shape => ({ ...shape, scalars: new Set<ScalarType>([...(shape.scalars ?? []), 'null']) });
const oneOf = (...words: string[]): Shape => ({
  ...string,
  check: (text) => (words.includes(text) ? undefined : `"${text}" must be one of ${words.join(', ')}.`),
});
const matching = (shape: Shape, pattern: RegExp, what: string): Shape => ({
  ...shape,
  check: (text) => (pattern.test(text) ? undefined : `"${text}" is no ${what}.`),
});

const name = /^[a-zA-Z0-9._-]+$/;
const duration = matching(
  string,
  /^[-+]?(?:0|(?:(?:\d{1,20}(?:\.\d{0,20})?|\.\d{1,20})(?:ns|us|µs|μs|ms|s|m|h|d|w))+)$/,
  'duration such as 1m30s',
);
const bytes = matching(stringOrNumber, /^-?\d{1,20}(?:\.\d{1,20})? ?(?:[kmgtp]?i?b?)$/i, 'size such as 512m');
const strings = list(string, true);
const stringOrList = either(string, strings);
const pairs: Shape = either(
  dictionary(scalar('a string, a number, a boolean or nothing', 'string', 'time', 'int', 'float', 'bool', 'null'), /./),
  strings,
);
const command = orNothing(either(string, list(string)));
const hosts: Shape = either(dictionary(orNothing(either(anyText, list(string))), /./), strings);
const options = dictionary(stringOrNumber, /./);
const fileMounts = list(either(string, mapping({ source: string, target: string, uid: string, gid: string, mode: stringOrNumber })));
const limits = mapping({ hard: whole, soft: whole }, 'soft', 'hard');
const ulimits = dictionary(either(whole, limits), /^[a-z]+$/);
const hook = mapping({ command, user: string, privileged: flag, working_dir: string, environment: pairs }, 'command');
const blkioLimits = list(mapping({ path: string, rate: scalar('a number', 'int', 'string') }));
const devices = list(mapping({ capabilities: strings, count: whole, device_ids: strings, driver: string, options: pairs }));
const external = either(flag, mapping({ name: string }));

const build = either(
  string,
  mapping({
    context: string,
    dockerfile: string,
    dockerfile_inline: string,
    entitlements: list(string),
    args: pairs,
    ssh: pairs,
    labels: pairs,
    cache_from: list(string),
    cache_to: list(string),
    no_cache: flag,
    no_cache_filter: stringOrList,
    additional_contexts: pairs,
    network: string,
    provenance: scalar('a string or a boolean', 'string', 'bool'),
    sbom: scalar('a string or a boolean', 'string', 'bool'),
    pull: flag,
    target: string,
    shm_size: bytes,
    extra_hosts: hosts,
    isolation: string,
    privileged: flag,
    secrets: fileMounts,
    tags: list(string),
    ulimits,
    platforms: list(string),
  }),
);

const rollout = mapping({
  parallelism: whole,
  delay: duration,
  failure_action: string,
  monitor: duration,
  max_failure_ratio: stringOrNumber,
  order: oneOf('start-first', 'stop-first'),
});

const deploy = orNothing(
  mapping({
    mode: string,
    endpoint_mode: string,
    replicas: whole,
    labels: pairs,
    rollback_config: rollout,
    update_config: rollout,
    resources: mapping({
      limits: mapping({ cpus: stringOrNumber, memory: bytes, pids: whole }),
      reservations: mapping({
        cpus: stringOrNumber,
        memory: bytes,
        generic_resources: list(mapping({ discrete_resource_spec: mapping({ kind: string, value: stringOrNumber }) })),
        devices,
      }),
    }),
    restart_policy: mapping({ condition: string, delay: duration, max_attempts: whole, window: duration }),
    placement: mapping({ constraints: list(string), preferences: list(mapping({ spread: string })), max_replicas_per_node: whole }),
  }),
);

const mount = either(
  string,
  mapping(
    {
      type: string,
      source: string,
      target: string,
      read_only: flag,
      consistency: string,
      bind: mapping({ propagation: string, create_host_path: flag, recursive: string, selinux: oneOf('z', 'Z') }),
      volume: mapping({ labels: pairs, nocopy: flag, subpath: string }),
      tmpfs: mapping({ size: stringOrNumber, mode: stringOrNumber }),
      image: mapping({ subpath: string }),
    },
    'type',
  ),
);

const port = either(
  stringOrNumber,
  mapping({ name: string, mode: string, host_ip: string, target: whole, published: whole, protocol: string, app_protocol: string }),
);

const dependsOn = either(
  strings,
  dictionary(
    mapping(
      { restart: flag, required: flag, condition: oneOf('service_started', 'service_healthy', 'service_completed_successfully') },
      'condition',
    ),
    name,
  ),
);

const serviceNetworks = either(
  strings,
  dictionary(
    orNothing(
      mapping({
        aliases: strings,
        interface_name: string,
        ipv4_address: string,
        ipv6_address: string,
        link_local_ips: strings,
        mac_address: string,
        driver_opts: options,
        priority: stringOrNumber,
        gw_priority: stringOrNumber,
        use_service_name_alias: flag,
      }),
    ),
    name,
  ),
);

const watch = list({
  ...mapping(
    {
      ignore: stringOrList,
      include: stringOrList,
      path: string,
      action: oneOf('rebuild', 'sync', 'restart', 'sync+restart', 'sync+exec'),
      target: string,
      exec: hook,
      initial_sync: flag,
    },
    'path',
    'action',
  ),
  open: true,
});

const service = mapping({
  annotations: pairs,
  attach: flag,
  blkio_config: mapping({
    device_read_bps: blkioLimits,
    device_read_iops: blkioLimits,
    device_write_bps: blkioLimits,
    device_write_iops: blkioLimits,
    weight: whole,
    weight_device: list(mapping({ path: string, weight: whole })),
  }),
  build,
  cap_add: strings,
  cap_drop: strings,
  cgroup: oneOf('host', 'private'),
  cgroup_parent: string,
  command,
  configs: fileMounts,
  container_name: string,
  cpu_count: whole,
  cpu_percent: stringOrNumber,
  cpu_period: stringOrNumber,
  cpu_quota: stringOrNumber,
  cpu_rt_period: stringOrNumber,
  cpu_rt_runtime: stringOrNumber,
  cpu_shares: stringOrNumber,
  cpus: stringOrNumber,
  cpuset: string,
  credential_spec: mapping({ config: string, file: string, registry: string }),
  depends_on: dependsOn,
  deploy,
  develop: orNothing({ ...mapping({ watch }), open: true }),
  device_cgroup_rules: strings,
  devices: list(either(string, mapping({ source: string, target: string, permissions: string }, 'source'))),
  dns: stringOrList,
  dns_opt: strings,
  dns_search: stringOrList,
  domainname: string,
  entrypoint: command,
  env_file: either(string, list(either(string, mapping({ path: string, format: string, required: flag }, 'path')))),
  environment: pairs,
  expose: list(stringOrNumber, true),
  extends: either(string, mapping({ service: string, file: string }, 'service')),
  external_links: strings,
  extra_hosts: hosts,
  gpus: either(string, devices),
  group_add: list(stringOrNumber, true),
  healthcheck: mapping({
    disable: flag,
    interval: duration,
    retries: stringOrNumber,
    test: either(string, list(string)),
    timeout: duration,
    start_period: duration,
    start_interval: duration,
  }),
  hostname: string,
  image: string,
  init: flag,
  ipc: string,
  isolation: string,
  label_file: stringOrList,
  labels: pairs,
  links: strings,
  logging: mapping({ driver: string, options: dictionary(orNothing(stringOrNumber), /./) }),
  mac_address: string,
  mem_limit: bytes,
  mem_reservation: bytes,
  mem_swappiness: whole,
  memswap_limit: bytes,
  models: either(strings, dictionary(orNothing(mapping({ endpoint_var: string, model_var: string })), name)),
  network_mode: string,
  networks: serviceNetworks,
  oom_kill_disable: flag,
  oom_score_adj: whole,
  pid: stringOrNull,
  pids_limit: stringOrNumber,
  platform: string,
  ports: list(port, true),
  post_start: list(hook),
  pre_start: list(anything),
  pre_stop: list(hook),
  privileged: flag,
  profiles: strings,
  provider: mapping({ type: string, options: dictionary(either(anyText, list(anyText)), /./) }, 'type'),
  pull_policy: matching(
    string,
    /^(?:always|never|build|if_not_present|missing|refresh|daily|weekly|every_(?:[0-9]{1,9}[wdhms]){1,9})$/,
    'pull_policy',
  ),
  pull_refresh_after: string,
  read_only: flag,
  restart: string,
  runtime: string,
  scale: whole,
  secrets: fileMounts,
  security_opt: strings,
  shm_size: bytes,
  stdin_open: flag,
  stop_grace_period: duration,
  stop_signal: string,
  storage_opt: { open: true, keys: {}, said: 'a mapping' },
  sysctls: pairs,
  tmpfs: stringOrList,
  tty: flag,
  ulimits,
  umask: orNothing(whole),
  use_api_socket: flag,
  user: string,
  userns_mode: string,
  uts: string,
  volumes: list(mount, true),
  volumes_from: strings,
  working_dir: string,
});

const network = orNothing(
  mapping({
    name: string,
    driver: string,
    driver_opts: options,
    ipam: mapping({
      driver: string,
      config: list(mapping({ subnet: string, ip_range: string, gateway: string, aux_addresses: dictionary(string, /./) })),
      options: dictionary(string, /./),
    }),
    external,
    internal: flag,
    enable_ipv4: flag,
    enable_ipv6: flag,
    attachable: flag,
    labels: pairs,
  }),
);

const volume = orNothing(mapping({ name: string, driver: string, driver_opts: options, external, labels: pairs }));

const fileObject = {
  name: string,
  environment: string,
  file: string,
  external,
  labels: pairs,
  driver: string,
  driver_opts: options,
  template_driver: string,
};

/** The whole file. */
export const model = mapping({
  version: string,
  name: string,
  include: list(either(string, mapping({ path: stringOrList, env_file: stringOrList, project_directory: string }))),
  services: dictionary(service, name),
  networks: dictionary(network, name),
  volumes: dictionary(volume, name),
  secrets: dictionary(mapping(fileObject), name),
  configs: dictionary(mapping({ ...fileObject, content: string }), name),
  models: anything,
  jobs: anything,
});

/** Every attribute of a service that some version of Compose knows. */
export const serviceKeys: ReadonlySet<string> = new Set(Object.keys(service.keys ?? {}));
