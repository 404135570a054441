/** What may stand where in a compose file. The table accepts what any Compose from 2.26 to 5 accepts, so that it refuses only what all refuse. */
import type { ComposeProblem } from './model.ts';
import { type Entry, kindName, locate, type Mapping, type Scalar, type ScalarType, type Tree } from './tree.ts';

type Check = (text: string) => string | undefined;

interface Shape {
  /** Scalars that may stand here. */
  scalars?: ReadonlySet<ScalarType>;
  check?: Check;
  items?: Shape;
  unique?: boolean;
  keys?: Record<string, Shape>;
  required?: readonly string[];
  /** Any key of this pattern, besides `keys`. */
  anyKey?: { pattern: RegExp; shape: Shape };
  /** Keys that no rule knows are accepted. */
  open?: boolean;
  said: string;
}

const scalar = (said: string, ...types: ScalarType[]): Shape => ({ scalars: new Set(types), said });
const string = scalar('a string', 'string', 'time');
const anyText = scalar('a string, a number or a boolean', 'string', 'time', 'int', 'float', 'bool');
const stringOrNumber = scalar('a string or a number', 'string', 'time', 'int', 'float');
const stringOrNull = scalar('a string', 'string', 'time', 'null');
const whole = scalar('a whole number', 'int', 'string');
const flag = scalar('true or false', 'bool', 'string');
const anything: Shape = { open: true, said: 'a value' };

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

const model = mapping({
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

/** Whether services stand at the top, as in the format's first version, which Compose no longer reads. */
export function isFirstVersion(tree: Mapping): boolean {
  return firstUnknown(tree) !== undefined && !['services', 'include', 'networks', 'volumes'].some((key) => tree.entries.has(key));
}

function firstUnknown(tree: Mapping): [string, Entry] | undefined {
  return [...tree.entries].find(([key]) => !Object.hasOwn(model.keys ?? {}, key) && !key.startsWith('x-'));
}

/** Tells every value of a model that has the wrong type, and every attribute that Compose doesn't know. */
export function checkShape(tree: Mapping, problems: ComposeProblem[]): void {
  const first = firstUnknown(tree);
  if (first !== undefined && isFirstVersion(tree)) {
    const message = `Services stand under "services:" since version 2 of the file format; "${first[0]}" stands at the top.`;
    problems.push({ message, at: locate(first[1].key) });
    return;
  }
  check(tree, model, 'the file', problems);
}

function check(tree: Tree, shape: Shape, path: string, problems: ComposeProblem[]): void {
  if (tree.mark === 'reset' || shape === anything) return;
  if (tree.kind === 'scalar') checkScalar(tree, shape, path, problems);
  else if (tree.kind === 'list' && shape.items !== undefined) checkList(tree.items, shape, shape.items, path, problems);
  else if (tree.kind === 'mapping' && (shape.keys !== undefined || shape.anyKey !== undefined)) checkMapping(tree, shape, path, problems);
  else wrongKind(tree, shape, path, problems);
}

function wrongKind(tree: Tree, shape: Shape, path: string, problems: ComposeProblem[]): void {
  problems.push({ message: `${path} must be ${shape.said}, not ${kindName(tree)}.`, at: locate(tree.span) });
}

function checkScalar(tree: Scalar, shape: Shape, path: string, problems: ComposeProblem[]): void {
  if (!shape.scalars?.has(tree.type)) {
    wrongKind(tree, shape, path, problems);
    return;
  }
  const message = tree.type === 'null' ? undefined : shape.check?.(tree.text);
  if (message !== undefined) problems.push({ message, at: locate(tree.span), ...(tree.uncertain && { uncertain: true }) });
}

function checkList(items: Tree[], shape: Shape, item: Shape, path: string, problems: ComposeProblem[]): void {
  const seen = new Map<string, Tree>();
  for (const tree of items) {
    check(tree, item, `an item of ${path}`, problems);
    if (!shape.unique || tree.kind !== 'scalar') continue;
    const key = `${tree.type} ${tree.text}`;
    const earlier = seen.get(key);
    if (earlier !== undefined) {
      const related = [{ location: locate(earlier.span), label: 'stands here first' }];
      problems.push({
        message: `"${tree.text}" stands twice in ${path}.`,
        at: locate(tree.span),
        related,
        ...(tree.uncertain && { uncertain: true }),
      });
    }
    seen.set(key, tree);
  }
}

function checkMapping(tree: Mapping, shape: Shape, path: string, problems: ComposeProblem[]): void {
  for (const [key, entry] of tree.entries) {
    const known = shape.keys && Object.hasOwn(shape.keys, key) ? shape.keys[key] : undefined;
    const matched = known ?? (shape.anyKey?.pattern.test(key) ? shape.anyKey.shape : undefined);
    if (matched !== undefined) check(entry.value, matched, key, problems);
    else if (!shape.open && !(shape.keys !== undefined && key.startsWith('x-'))) unknownKey(key, entry, shape, path, problems);
  }
  for (const key of shape.required ?? []) {
    if (!tree.entries.has(key)) problems.push({ message: `${path} needs ${key}.`, at: locate(tree.span) });
  }
}

function unknownKey(key: string, entry: Entry, shape: Shape, path: string, problems: ComposeProblem[]): void {
  const at = locate(entry.key);
  if (shape.keys === undefined) {
    problems.push({ message: `"${key}" is no name for Compose: only letters, digits, ".", "_" and "-" may be in it.`, at });
    return;
  }
  const near = nearest(key, Object.keys(shape.keys));
  problems.push({ message: `Compose knows no "${key}" in ${path}.`, at, ...(near !== undefined && { fix: `Did you mean ${near}?` }) });
}

/** The known word that differs by at most two letters. */
function nearest(word: string, known: string[]): string | undefined {
  if (word.length > 40) return undefined;
  const scored = known.map((other) => ({ other, distance: distance(word, other) })).sort((a, b) => a.distance - b.distance);
  const [best] = scored;
  return best !== undefined && best.distance <= 2 && best.distance < word.length - 1 ? best.other : undefined;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
