// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Compose's variables look like that.
/** Corners of compose files, each with what makes it one. `differs` says why Compose 2.26 (which the test runs) answers otherwise than newer ones. */

export interface ProjectCase {
  name: string;
  /** Path to text; without one, `compose.yaml` is what `yaml` says. */
  files?: Record<string, string>;
  yaml?: string;
  /** As `-f`, relative to the top; by default Compose's own discovery. */
  list?: string[];
  profiles?: string[];
  envFiles?: string[];
  differs?: string;
}

/** Values of `.env` for the cases that share one project. */
export const dotenv = String.raw`# comment
SET=set
EMPTY=
export EXPORTED=exported
COLON: colon
SPACED = spaced out   # comment
HASH=a#b
SINGLE='single $SET "x"'
DOUBLE="double $SET \"q\" tab\tnew\nline"
MULTI="one
two"
ESCAPED="cost \$5"
DOLLARS=a$$b
NESTED=${'$'}{SET}-${'$'}{NONE:-fallback}
PORT=8080
RANGE=9000-9002
TRAILING=x   
UNICODE=grüße
DOTTED.NAME=dotted
`;

const q = (expression: string): string => `{ image: x, environment: { V: ${JSON.stringify(expression)} } }`;

/** One service each, all of one project: the fragment is the service in flow or block style. */
export const services: Record<string, string> = {
  ...Object.fromEntries(
    [
      '$SET',
      '${SET}',
      '$SET_NOT',
      '${NONE:-d}',
      '${NONE-d}',
      '${EMPTY:-d}',
      '${EMPTY-d}',
      '${SET:+a}',
      '${SET+a}',
      '${EMPTY:+a}',
      '${EMPTY+a}',
      '${NONE+a}',
      '${SET:?m}',
      '${EMPTY?m}',
      '$$SET',
      '$$$SET',
      '$$$$',
      '$1',
      'a$',
      '$ x',
      '$(x)',
      '$[x]',
      '${NONE:-${SET}}',
      '${NONE:-${EMPTY:-deep}}x',
      '${NONE:-{json}}',
      '${NONE:-{"a":{"b":1}}}',
      '${NONE:-a:-b}',
      '${NONE-a+b}',
      '${NONE:-}',
      '${NONE:-a}b${SET}c}',
      '${NONE:-$SET}',
      '${NONE:-$$SET}',
      '${SET:-${NONE:-x}}y',
      '${SET}${SET}',
      '${EXPORTED} ${COLON} ${SPACED} ${HASH}',
      '$SINGLE',
      '$DOUBLE',
      '$MULTI',
      '$ESCAPED',
      '$DOLLARS',
      '$NESTED',
      '$TRAILING',
      '$UNICODE',
      '$COMPOSE_PROJECT_NAME',
      '${NONE:-http://x:${PORT}/}',
      '${NONE:-a-b:?c}',
      '${_}',
      '$_x',
    ].map((expression, index) => [`var${index}`, q(expression)]),
  ),
  ...Object.fromEntries(
    [
      '"80"',
      '80',
      '"8080:80"',
      '"127.0.0.1:8080:80"',
      '"127.0.0.1::80"',
      '":80"',
      '"3000-3005"',
      '"9090-9091:8080-8081"',
      '"8000-8002:80"',
      '"53:53/udp"',
      '"80/UDP"',
      '"132:132/sctp"',
      '"[::1]:6000:6000"',
      '"0:80"',
      '"${PORT}:80"',
      '"${PORT}:${PORT}"',
      '"${NONE}:80"',
      '"0.0.0.0:80:80"',
      '22:22',
      '"65535:65535"',
      '{ target: 80 }',
      '{ target: 80, published: 8080 }',
      '{ target: 80, published: "8080-8090", host_ip: 127.0.0.1, protocol: udp, mode: host, name: web }',
      '{ target: "80" }',
      '{ target: "${PORT}", published: "${RANGE}" }',
      '"80/"',
      '"8080:80/"',
      '"099:080"',
      '"10-12:10-12/udp"',
    ].map((port, index) => [`port${index}`, `{ image: x, ports: [${port}] }`]),
  ),
  portTwice: '{ image: x, ports: ["80:80", "80:80", 80] }',
  portsBoth: '{ image: x, ports: ["8080:80", "8081:80", "8080:80/udp", { target: 80, published: 8080 }] }',
  portForms: '{ image: x, ports: ["0.0.0.0:8080:80", "8080:80"] }',
  expose: '{ image: x, expose: ["80", 81, "82-84", "85/udp", 80, "${PORT}"] }',
  commandString: '{ image: x, command: nginx -g "daemon off;" }',
  commandShell: '{ image: x, command: "sh -c \'a && b; c\'" }',
  commandOperator: '{ image: x, command: "a b && c" }',
  commandRedirect: '{ image: x, command: "a 2>file b" }',
  commandEscapes: String.raw`{ image: x, command: 'a\ b "c\"d" e\\f' }`,
  commandDollar: '{ image: x, command: "echo $$HOME $$(date)" }',
  commandBackquote: '{ image: x, command: "echo `a b` c" }',
  commandEmptyWord: '{ image: x, command: "a \'\' b \\"\\" c" }',
  commandJoined: '{ image: x, command: "a\'b\'c\\"d\\" --x=\'y z\'" }',
  commandList: '{ image: x, command: [a, "b c", "$SET"] }',
  commandEmpty: '{ image: x, command: "" }',
  commandEmptyList: '{ image: x, command: [] }',
  commandNull: '{ image: x, command: null, entrypoint: null }',
  commandFolded: '\n    image: x\n    command: >\n      python manage.py\n      runserver   0.0.0.0:8000\n',
  commandLiteral: '\n    image: x\n    command: |\n      a\n      b c\n',
  commandTabs: '{ image: x, command: "a\\tb\\n c" }',
  entrypointString: '{ image: x, entrypoint: "/bin/sh -c" , command: ["x"] }',
  entrypointEmpty: '{ image: x, entrypoint: [] }',
  environmentList: '{ image: x, environment: [A=1, B, "C=", SET, "D=a=b", "E= x "] }',
  environmentMap:
    '{ image: x, environment: { A: 1, B: null, C: "", SET: , D: true, E: 1.50, F: "yes", G: yes, H: 0644, I: 1e6, J: 0x1F, K: 1_000, L: 2020-01-01, M: ~ } }',
  environmentMore:
    '{ image: x, environment: { A: 0o17, B: 08, C: .5, D: 1.0, E: -0, F: +5, G: 12345678.9, H: 18446744073709551616, I: !!str 012, J: 22:22, K: 1e-5, L: NULL, M: 2020-01-01 10:00:00 } }',
  environmentTwice: '{ image: x, environment: [A=1, B=2, A=3] }',
  environmentSpaces: '{ image: x, environment: ["A = 1", "B:2"] }',
  environmentDollar: '{ image: x, environment: { A: $$x, B: "a$$b$$" } }',
  environmentEmpty: '{ image: x, environment: [] }',
  environmentMulti:
    '\n    image: x\n    environment:\n      A: |\n        one\n        two $SET\n      B: >-\n        folded\n        text\n',
  envFile: '{ image: x, env_file: one.env }',
  envFileList: '{ image: x, env_file: [one.env, two.env], environment: { Z: own } }',
  envFileForms: '{ image: x, env_file: [{ path: one.env, required: true }, { path: none.env, required: false }] }',
  envFileAbsolute: '{ image: x, env_file: [{ path: /nonexistent.env, required: false }] }',
  build: '{ build: . }',
  buildFolder: '{ build: ./app/ }',
  buildUp: '{ build: { context: app/../app, dockerfile: ../Dockerfile.other } }',
  buildDefault: '{ build: {} }',
  buildArgs: '{ build: { context: app, target: prod, args: { A: 1, SET: , B: x } } }',
  buildArgsList: '{ build: { context: app, args: [A=1, SET, NONE] } }',
  buildInline: '{ build: { context: app, dockerfile_inline: "FROM x\\nRUN y" } }',
  buildAdditional: '{ build: { context: app, additional_contexts: { a: ./x, b: docker-image://y } } }',
  buildAdditionalList: '{ build: { context: app, additional_contexts: [a=./x] } }',
  buildGit: '{ build: "https://github.com/a/b.git#main:sub" }',
  buildAbsolute: '{ build: /elsewhere }',
  buildImage: '{ image: "a/b:1", build: app }',
  networksNone: '{ image: x, networks: [] }',
  networksList: '{ image: x, networks: [one, default] }',
  networksMap: '{ image: x, networks: { one: { aliases: [a, b, a], ipv4_address: 10.5.0.4 }, two: } }',
  modeHost: '{ image: x, network_mode: host }',
  modeNone: '{ image: x, network_mode: none }',
  modeBridge: '{ image: x, network_mode: bridge }',
  modeService: '{ image: x, network_mode: "service:build" }',
  modeContainer: '{ image: x, network_mode: "container:abc" }',
  volumesShort:
    '{ image: x, volumes: [./a:/a, "./b:/b:ro", "/abs:/c", "~/h:/h", named:/n, /anonymous, "named:/m:ro,nocopy", "../up:/u", "./d/:/d/", "../../x:/y/../z"] }',
  volumesLong:
    '{ image: x, volumes: [{ type: bind, source: ./a, target: /a, read_only: true }, { type: volume, source: named, target: /n }, { type: tmpfs, target: /t }, { type: volume, target: /an }] }',
  volumesOptions: '{ image: x, volumes: ["./a:/a:z", "./b:/b:rw,Z", "./c:/c:ro,cached", "./e:/e:delegated"] }',
  volumesTwice: '{ image: x, volumes: [./a:/same, "./b:/same:ro"] }',
  volumesWindows: String.raw`{ image: x, volumes: ['C:\data:/data'] }`,
  volumesVariable: '{ image: x, volumes: ["${NONE:-./a}:/a", "./${SET}:/b"] }',
  tmpfsOne: '{ image: x, tmpfs: /run }',
  tmpfsList: '{ image: x, tmpfs: [/run, "/tmp:size=64m"] }',
  configs: '{ image: x, configs: [plain, { source: plain, target: /etc/x.conf, mode: 0440 }, inline] }',
  secrets: '{ image: x, secrets: [hidden, { source: hidden, target: other }, { source: hidden, target: /abs/x }] }',
  profilesNone: '{ image: x, profiles: [] }',
  extraHostsList: '{ image: x, extra_hosts: ["a:1.2.3.4", "b=::1", "c:[::2]", "host.docker.internal:host-gateway", "d=${NONE:-5.6.7.8}"] }',
  extraHostsMap: '{ image: x, extra_hosts: { a: 1.2.3.4, b: "[::1]" } }',
  links: '{ image: x, links: [build, "buildFolder:alias"] }',
  dependsList: '{ image: x, depends_on: [build, buildUp] }',
  dependsMap:
    '{ image: x, depends_on: { build: { condition: service_healthy }, buildUp: { condition: service_started, required: false } } }',
  names:
    '{ image: "${NONE:-reg.example:5000/x}:${SET}", container_name: "c-${SET}", hostname: h.example, user: "1000:1000", working_dir: /srv }',
  replicas: '{ image: x, deploy: { replicas: 3 } }',
  replicasZero: '{ image: x, deploy: { replicas: 0 } }',
  scale: '{ image: x, scale: "2" }',
  labelsList: '{ image: x, labels: [a=1, "b", "c.d=e=f"] }',
  labelsMap: '{ image: x, labels: { a: 1, b: , "c.d": true, e: "${SET}" } }',
  healthString: '{ image: x, healthcheck: { test: curl -f http://localhost/ || exit 1, interval: 1m30s } }',
  healthList: '{ image: x, healthcheck: { test: [CMD, curl, "http://localhost"], timeout: 5s, retries: 3 } }',
  healthShell: '{ image: x, healthcheck: { test: [CMD-SHELL, "a || b"] } }',
  healthNone: '{ image: x, healthcheck: { test: [NONE] } }',
  anchors: '\n    <<: *common\n    environment:\n      <<: *env\n      OWN: 1\n      SHARED: over\n',
  limits: '{ image: x, mem_limit: 1g, cpus: "0.5", deploy: { resources: { limits: { memory: 1024m, cpus: 0.50 } } } }',
  mergeList: '\n    <<: [*common, *other]\n    hostname: own\n',
  quotedKeys: "{ \"image\": \"x\", 'hostname': 'it''s' }",
  extension: '{ image: x, x-anything: { a: [1, 2] } }',
  commentHash: '\n    image: x # y\n    environment:\n      - A=b # c\n      - "D=e # f"\n      - G=h#i\n',
  resources:
    '{ image: x, mem_limit: 512m, cpus: 0.5, ulimits: { nofile: { soft: 1, hard: 2 }, nproc: 5 }, shm_size: 64m, stop_grace_period: 10s, restart: unless-stopped, logging: { driver: none } }',
  capabilities:
    '{ image: x, cap_add: [A, A], dns: 1.1.1.1, init: "true", read_only: true, tty: "yes", privileged: no, sysctls: { a: 1 }, security_opt: [a:b] }',
};

/** What the services of the shared project need around them. */
export const around = `x-env: &env
  SHARED: shared
  OTHER: other
x-common: &common
  image: common:1
  hostname: common
  expose: ["1"]
x-other: &other
  image: other:2
  user: other
networks:
  one: { ipam: { config: [{ subnet: 10.5.0.0/16 }] } }
  two: { internal: true, name: "named-\${SET}" }
volumes: { named: }
configs:
  plain: { file: ./app/plain.conf }
  inline: { content: "server $$host \${SET}\\n" }
secrets:
  hidden: { environment: SET }
`;

export const sharedFiles: Record<string, string> = {
  '.env': dotenv,
  'one.env': `A=1
B=$SET
C=${'$'}{NONE:-x} # c
D="q $A"
E='$A'
F
G: yaml
SET
`,
  'two.env': 'A=2\r\nH=$A$B\r\n',
};

const web = (rest: string): string => `services:\n  web:\n    image: x\n${rest}`;

/** Projects of their own that Compose reads. */
export const projects: ProjectCase[] = [
  {
    name: 'override file',
    files: {
      'compose.yaml': web('    ports: ["80:80"]\n    command: a b\n'),
      'compose.override.yml': web('    ports: ["81:81"]\n    command: c\n'),
    },
  },
  {
    name: 'override of the other family',
    files: { 'docker-compose.yml': web('    hostname: a\n'), 'compose.override.yaml': web('    hostname: b\n') },
  },
  {
    name: 'compose.yml before docker-compose.yml',
    files: { 'compose.yml': web('    hostname: a\n'), 'docker-compose.yml': web('    hostname: b\n') },
  },
  {
    name: 'docker-compose.yml before .yaml',
    files: { 'docker-compose.yml': web('    hostname: a\n'), 'docker-compose.yaml': web('    hostname: b\n') },
  },
  {
    name: 'explicit list without override',
    files: { 'compose.yaml': web(''), 'compose.override.yaml': web('    hostname: b\n'), 'p.yml': web('    user: u\n') },
    list: ['compose.yaml', 'p.yml'],
  },
  {
    name: 'paths of every file start from the first',
    files: { 'a/compose.yaml': web('    volumes: [./x:/x]\n'), 'b/p.yml': web('    volumes: [./y:/y]\n    build: ./z\n') },
    list: ['a/compose.yaml', 'b/p.yml'],
  },
  {
    name: '.env beside the first file',
    files: { 'a/compose.yaml': web('    hostname: "$H"\n'), 'a/.env': 'H=inner\n', '.env': 'H=outer\n' },
    list: ['a/compose.yaml'],
  },
  {
    name: '--env-file replaces .env',
    files: { 'compose.yaml': web('    hostname: "$H$I"\n'), '.env': 'H=a\nI=b\n', 'x.env': 'H=c\n' },
    envFiles: ['x.env'],
  },
  {
    name: 'several --env-file',
    files: { 'compose.yaml': web('    hostname: "$H$I"\n'), 'y.env': 'H=a\nI=b\n', 'x.env': 'H=c\n' },
    envFiles: ['y.env', 'x.env'],
  },
  {
    name: 'COMPOSE_FILE in .env',
    files: { '.env': 'COMPOSE_FILE=a.yml:b.yml\n', 'a.yml': web('    hostname: a\n'), 'b.yml': web('    user: b\n') },
  },
  {
    name: 'COMPOSE_PATH_SEPARATOR',
    files: {
      '.env': 'COMPOSE_FILE=a.yml,b.yml\nCOMPOSE_PATH_SEPARATOR=,\n',
      'a.yml': web('    hostname: a\n'),
      'b.yml': web('    user: b\n'),
    },
  },
  {
    name: 'COMPOSE_PROFILES in .env',
    files: { '.env': 'COMPOSE_PROFILES=a,b\n', 'compose.yaml': `${web('    profiles: [b]\n')}  off: { image: y, profiles: [c] }\n` },
  },
  {
    name: 'COMPOSE_PROJECT_NAME',
    files: { '.env': 'COMPOSE_PROJECT_NAME=mine\n', 'compose.yaml': `name: theirs\n${web('    hostname: "$COMPOSE_PROJECT_NAME"\n')}` },
  },
  {
    name: 'name of the last file',
    files: { 'a.yml': `name: one\n${web('')}`, 'b.yml': `name: two\n${web('')}` },
    list: ['a.yml', 'b.yml'],
  },
  { name: 'name with a variable', files: { '.env': 'N=n\n', 'compose.yaml': `name: p-$N\n${web('')}` } },
  { name: 'name of a folder', files: { 'My-Proj.1/compose.yaml': web('') }, list: ['My-Proj.1/compose.yaml'] },
  { name: 'byte order mark', yaml: `\uFEFF${web('    ports: ["80:80"]\n')}` },
  {
    name: 'CRLF',
    yaml: web('    ports: ["80:80"]\n    environment:\n      A: |\n        one\n        two\n      B: "x\n        y"\n').replaceAll(
      '\n',
      '\r\n',
    ),
  },
  {
    name: 'several documents',
    yaml: `${web('    hostname: a\n    ports: ["1:1"]\n')}---\n${web('    hostname: b\n    ports: ["2:2"]\n')}`,
  },
  { name: 'JSON', yaml: '{"services":{"web":{"image":"x","ports":["80:80"]}}}' },
  { name: 'version is ignored', yaml: `version: "3.8"\n${web('')}` },
  { name: 'network is not printed when unused', yaml: `${web('')}networks: { unused: }\n` },
  {
    name: 'external network',
    yaml: `${web('    networks: [out, old]\n')}networks: { out: { external: true }, old: { external: { name: real } } }\n`,
  },
  { name: 'default network with a name', yaml: `${web('')}networks: { default: { name: given, internal: true } }\n` },
  { name: 'external with a name', yaml: `${web('    networks: [out]\n')}networks: { out: { external: "true", name: given } }\n` },
  { name: 'profiles off', yaml: `${web('')}  off: { image: y, profiles: [p] }\n` },
  { name: 'profiles on', yaml: `${web('')}  on: { image: y, profiles: [p, q] }\n  off: { image: y, profiles: [r] }\n`, profiles: ['q'] },
  { name: 'profiles all', yaml: `${web('')}  on: { image: y, profiles: [p] }\n`, profiles: ['*'] },
  {
    name: 'optional dependency off',
    yaml: `${web('    depends_on: { off: { condition: service_started, required: false } }\n')}  off: { image: y, profiles: [p] }\n`,
  },
  {
    name: 'a container name twice',
    yaml: `${web('    container_name: a\n')}  b: { image: x, container_name: a }\n`,
  },
  {
    name: 'an env file names what environment sets',
    files: { 'e.env': 'A=1\nB=$A\n', 'compose.yaml': web('    env_file: e.env\n    environment: { A: own }\n') },
    differs: 'variables in env files may name what `environment` sets only since 2.27 or later',
  },
  ...mergeCases(),
  ...extendsCases(),
  ...includeCases(),
];

function mergeCases(): ProjectCase[] {
  const merged = (name: string, base: string, over: string, more: Partial<ProjectCase> = {}): ProjectCase => ({
    name: `merge: ${name}`,
    files: { 'a.yml': base, 'b.yml': over },
    list: ['a.yml', 'b.yml'],
    ...more,
  });
  const services_ = (base: string, over: string): [string, string] => [web(base), web(over)];
  const tail = 'networks: { n: , m: }\nvolumes: { v: , w: }\n';
  return [
    merged('environment list over map', ...services_('    environment: { A: 1, B: 2 }\n', '    environment: [B=3, C=4]\n')),
    merged('environment map over list', ...services_('    environment: [A=1, B=2]\n', '    environment: { B: 3 }\n')),
    merged('environment null over value', ...services_('    environment: { A: 1 }\n', '    environment: { A: }\n')),
    merged(
      'command, entrypoint and test are replaced',
      ...services_(
        '    command: [a, b]\n    entrypoint: x\n    healthcheck: { test: [CMD, a, b], interval: 1s }\n',
        '    command: c\n    entrypoint: [y]\n    healthcheck: { test: z }\n',
      ),
    ),
    merged('null keeps the base', ...services_('    hostname: a\n    ports: ["1:1"]\n', '    hostname:\n    ports:\n')),
    merged('command null over command', ...services_('    command: a\n', '    command:\n')),
    merged('ports add up', ...services_('    ports: ["8080:80", "1:1/udp"]\n', '    ports: ["8081:80", "8080:80", "1:1"]\n')),
    merged('ports long over short', ...services_('    ports: ["8080:80"]\n', '    ports: [{ target: 80, published: "8080" }]\n')),
    merged('ports of a range', ...services_('    ports: ["8080-8081:80-81"]\n', '    ports: ["8080:80"]\n')),
    merged('ports of two addresses', ...services_('    ports: ["127.0.0.1:80:80"]\n', '    ports: ["80:80"]\n')),
    merged('expose adds up', ...services_('    expose: ["80", 81]\n', '    expose: [81, "82"]\n')),
    merged(
      'volumes by target',
      ...services_('    volumes: [./a:/x, ./b:/y]\n', '    volumes: ["./c:/x:ro", { type: bind, source: ./d, target: /z }]\n'),
    ),
    merged('volumes with a slash', ...services_('    volumes: [./a:/data]\n', '    volumes: [./b:/other]\n')),
    merged('networks list and list', web('    networks: [n]\n') + tail, web('    networks: [m]\n') + tail),
    merged('networks map over list', web('    networks: [n]\n') + tail, web('    networks: { n: { aliases: [a] }, m: }\n') + tail),
    merged(
      'aliases add up',
      web('    networks: { n: { aliases: [a, b] } }\n') + tail,
      web('    networks: { n: { aliases: [b, c] } }\n') + tail,
    ),
    merged(
      'depends_on list and map',
      `${web('    depends_on: [a]\n')}  a: { image: y }\n  b: { image: y }\n`,
      web('    depends_on: { b: { condition: service_healthy } }\n'),
    ),
    merged('build string and map', ...services_('    build: ./a\n', '    build: { dockerfile: D, args: [A=1] }\n')),
    merged('build args', ...services_('    build: { context: a, args: { A: 1, B: 2 } }\n', '    build: { context: b, args: [B=3] }\n')),
    merged('labels', ...services_('    labels: { a: 1, b: 2 }\n', '    labels: [b=3, c]\n')),
    merged('extra_hosts', ...services_('    extra_hosts: ["a:1.1.1.1"]\n', '    extra_hosts: ["b:2.2.2.2", "a:1.1.1.1"]\n')),
    merged('extra_hosts of one name', ...services_('    extra_hosts: ["a=1.1.1.1"]\n', '    extra_hosts: ["a=2.2.2.2"]\n')),
    merged('tmpfs, dns, env_file strings', ...services_('    tmpfs: /a\n    dns: 1.1.1.1\n', '    tmpfs: [/b]\n    dns: 2.2.2.2\n')),
    merged(
      'configs by target',
      `${web('    configs: [c, { source: c, target: /x }]\n')}configs: { c: { content: a }, d: { content: b } }\n`,
      web('    configs: [{ source: d, target: /x }]\n'),
    ),
    merged('config content over file', `${web('    configs: [c]\n')}configs: { c: { content: a } }\n`, 'configs: { c: { content: b } }\n'),
    merged('a third service', web(''), 'services: { more: { image: y, links: [web] } }\n'),
    merged('logging of two drivers', ...services_('    logging: { driver: a, options: { x: 1 } }\n', '    logging: { driver: b }\n')),
    merged('deploy', ...services_('    deploy: { replicas: 2, labels: { a: 1 } }\n', '    deploy: { replicas: 3 }\n')),
    merged('reset of a list', ...services_('    ports: ["80:80"]\n', '    ports: !reset []\n')),
    merged('reset of a value', ...services_('    hostname: a\n    user: u\n', '    hostname: !reset null\n')),
    merged('reset of an environment name', ...services_('    environment: { A: 1, B: 2 }\n', '    environment: { A: !reset null }\n')),
    merged('reset of a service', `${web('')}  gone: { image: y }\n`, 'services: { gone: !reset null }\n'),
    merged('reset of a list item', ...services_('    ports: ["80:80"]\n', '    ports: [!reset "80:80", "81:81"]\n')),
    merged('override of a list', ...services_('    ports: ["80:80"]\n', '    ports: !override ["81:81"]\n')),
    merged('override of a mapping', ...services_('    environment: { A: 1, B: 2 }\n', '    environment: !override { C: 3 }\n')),
    merged('override in one file', web('    ports: !override ["81:81"]\n'), web('')),
    merged('reset in one file', web('    ports: !reset ["81:81"]\n'), web('')),
    merged('variables of each file', web('    hostname: "${A:-a}"\n'), web('    hostname: "${A:-b}"\n')),
    merged(
      'volume options',
      `${web('    volumes: [v:/v]\n')}volumes: { v: }\n`,
      'volumes: { v: { driver_opts: { type: none, o: bind, device: ./d } } }\n',
    ),
    merged('a base that is no more than a service name', web(''), 'services:\n  web:\n'),
  ];
}

function extendsCases(): ProjectCase[] {
  const base =
    'services:\n  base:\n    image: b\n    ports: ["1:1"]\n    environment: { A: 1, B: 2 }\n    volumes: [./v:/v]\n    command: x\n';
  return [
    { name: 'extends a service of the file', yaml: `${base}  web: { extends: base, environment: { B: 3 }, ports: ["2:2"] }\n` },
    { name: 'extends as a mapping', yaml: `${base}  web: { extends: { service: base }, command: y }\n` },
    { name: 'extends before its base', yaml: `services:\n  web: { extends: base, user: u }\n${base.replace('services:\n', '')}` },
    { name: 'extends in a chain', yaml: `${base}  mid: { extends: base, hostname: m }\n  web: { extends: mid, user: u }\n` },
    {
      name: 'extends a file',
      files: {
        'compose.yaml': 'services: { web: { extends: { file: sub/b.yml, service: base }, build: ./own } }\n',
        'sub/b.yml': `${base}    env_file: e.env\n    build: ./ctx\n`,
        'sub/e.env': 'Z=1\n',
      },
    },
    {
      name: 'extends a file that extends',
      files: {
        'compose.yaml': 'services: { web: { extends: { file: sub/b.yml, service: mid } } }\n',
        'sub/b.yml': 'services: { mid: { extends: { file: deep/c.yml, service: base }, user: u } }\n',
        'sub/deep/c.yml': base,
      },
    },
    {
      name: 'extends within the other file',
      files: {
        'compose.yaml': 'services: { web: { extends: { file: b.yml, service: mid } } }\n',
        'b.yml': `${base}  mid: { extends: base, user: u }\n`,
      },
    },
    {
      name: 'extends with depends_on and networks',
      files: {
        'compose.yaml': 'services: { web: { extends: { file: b.yml, service: base } }, db: { image: d } }\nnetworks: { n: }\n',
        'b.yml': 'services: { base: { image: b, depends_on: [db], networks: [n] } }\n',
      },
    },
    { name: 'extends a profile', yaml: `${base}    profiles: [p]\n  web: { extends: base, profiles: [q] }\n`, profiles: ['q'] },
    { name: 'reset of what is extended', yaml: `${base}  web: { extends: base, ports: !reset [] }\n` },
    { name: 'override of what is extended', yaml: `${base}  web: { extends: base, ports: !override ["3:3"] }\n` },
    {
      name: 'extends in an override',
      files: { 'a.yml': base, 'b.yml': 'services: { base: { image: c }, web: { extends: base } }\n' },
      list: ['a.yml', 'b.yml'],
    },
    {
      name: 'extends uses the variables of the project',
      files: {
        '.env': 'V=outer\n',
        'compose.yaml': 'services: { web: { extends: { file: sub/b.yml, service: base } } }\n',
        'sub/b.yml': 'services: { base: { image: "$V" } }\n',
        'sub/.env': 'V=inner\n',
      },
    },
  ];
}

function includeCases(): ProjectCase[] {
  const inner =
    'services:\n  inner:\n    image: "i:${TAG:-none}"\n    volumes: [./v:/v]\n    networks: [n]\n    env_file: { path: e.env, required: false }\nnetworks: { n: }\n';
  const plain = inner.replace(/ {4}env_file.*\n/, '');
  return [
    { name: 'include', files: { 'compose.yaml': `include: [sub/c.yml]\n${web('    depends_on: [inner]\n')}`, 'sub/c.yml': plain } },
    {
      name: 'include with its own .env',
      files: { 'compose.yaml': `include: [sub/c.yml]\n${web('')}`, 'sub/c.yml': plain, 'sub/.env': 'TAG=inner\n' },
    },
    {
      name: 'the outer .env wins',
      files: { 'compose.yaml': `include: [sub/c.yml]\n${web('')}`, 'sub/c.yml': plain, 'sub/.env': 'TAG=inner\n', '.env': 'TAG=outer\n' },
    },
    {
      name: 'include with project_directory',
      files: {
        'compose.yaml': `include:\n  - { path: sub/c.yml, project_directory: other }\n${web('')}`,
        'sub/c.yml': plain,
        'other/.env': 'TAG=o\n',
      },
    },
    {
      name: 'include with env_file',
      files: {
        'compose.yaml': `include:\n  - { path: sub/c.yml, env_file: x.env }\n${web('')}`,
        'sub/c.yml': plain,
        'x.env': 'TAG=x\n',
        'sub/.env': 'TAG=inner\n',
      },
    },
    {
      name: 'include of merged files',
      files: {
        'compose.yaml': `include:\n  - path: [sub/c.yml, sub/d.yml]\n${web('')}`,
        'sub/c.yml': plain,
        'sub/d.yml': 'services: { inner: { user: u } }\n',
      },
    },
    {
      name: 'include in an include',
      files: {
        'compose.yaml': `include: [sub/c.yml]\n${web('')}`,
        'sub/c.yml': `include: [deep/d.yml]\n${plain}`,
        'sub/deep/d.yml': 'services: { deep: { image: d, build: ./x } }\n',
      },
    },
    { name: 'include alone', files: { 'compose.yaml': 'include: [sub/c.yml]\n', 'sub/c.yml': plain } },
    {
      name: 'an override file over an included service',
      files: { 'a.yml': `include: [sub/c.yml]\n${web('')}`, 'b.yml': 'services: { inner: { user: u } }\n', 'sub/c.yml': plain },
      list: ['a.yml', 'b.yml'],
    },
    {
      name: 'include and extends inside',
      files: {
        'compose.yaml': `include: [sub/c.yml]\n${web('')}`,
        'sub/c.yml': 'services: { a: { extends: { file: b.yml, service: b } } }\n',
        'sub/b.yml': 'services: { b: { image: b, volumes: [./v:/v] } }\n',
      },
    },
    {
      name: 'the same resource included twice',
      files: {
        'compose.yaml': `include: [a/c.yml, b/c.yml]\n${web('')}`,
        'a/c.yml': 'services: { one: { image: x } }\nnetworks: { n: { name: same } }\n',
        'b/c.yml': 'services: { two: { image: x, networks: [n] } }\nnetworks: { n: { name: same } }\n',
      },
    },
    {
      name: 'redefining an included service',
      files: { 'compose.yaml': 'include: [sub/c.yml]\nservices: { inner: { user: u } }\n', 'sub/c.yml': plain },
      differs: 'refused up to 2.40, merged since 5.0 (compose-go 2.10)',
    },
  ];
}

/** What Compose refuses. */
export const refused: ProjectCase[] = Object.entries<string>({
  'top level is a list': '- a\n',
  'top level is text': 'hello\n',
  'empty file': '',
  'only a comment': '# nothing\n',
  'not YAML': 'services:\n  web: [\n',
  'tabs for indentation': 'services:\n\tweb:\n\t\timage: x\n',
  'a key twice': 'services:\n  web: { image: x }\n  web: { image: y }\n',
  'an unknown top-level key': `${web('')}servces: {}\n`,
  'an unknown attribute': web('    prots: ["80:80"]\n'),
  'services is a list': 'services: [a]\n',
  'services is nothing': 'services:\n',
  'volumes is nothing': `${web('')}volumes:\n`,
  'networks is nothing': `${web('')}networks:\n`,
  'a service that is nothing': 'services:\n  web:\n',
  'a service that is text': 'services: { web: x }\n',
  'a service name with a space': 'services: { "a b": { image: x } }\n',
  'neither image nor build': 'services: { web: { command: x } }\n',
  'image is a number': 'services: { web: { image: 1.5 } }\n',
  'image is empty': 'services: { web: { image: "" } }\n',
  'ports is text': web('    ports: "80:80"\n'),
  'ports is a mapping': web('    ports: { a: 1 }\n'),
  'a port that is no number': web('    ports: ["http"]\n'),
  'a port above 65535': web('    ports: ["70000:80"]\n'),
  'a container port above 65535': web('    ports: ["80:70000"]\n'),
  'ranges of different lengths': web('    ports: ["80-82:80-81"]\n'),
  'a falling range': web('    ports: ["82-80"]\n'),
  'an address that is none': web('    ports: ["localhost:80:80"]\n'),
  'IPv6 without brackets': web('    ports: ["::1:6000:6000"]\n'),
  'an unknown protocol': web('    ports: ["80:80/http"]\n'),
  'published without target': web('    ports: [{ published: 80 }]\n'),
  'a target range': web('    ports: [{ target: "80-81" }]\n'),
  'an unknown attribute of a port': web('    ports: [{ target: 80, publish: 80 }]\n'),
  'no container port': web('    ports: ["80:"]\n'),
  'an empty port': web('    ports: [""]\n'),
  'expose is text': web('    expose: "80"\n'),
  'environment is text': web('    environment: A=1\n'),
  'environment holds a list': web('    environment: { A: [1] }\n'),
  'environment list holds a mapping': web('    environment: [{ A: 1 }]\n'),
  'a variable without end': web('    hostname: "${A"\n'),
  'an empty variable': web('    hostname: "${}"\n'),
  'a variable that begins with a digit': web('    hostname: "${1x}"\n'),
  'a variable with a slash': web('    hostname: "${A/b/c}"\n'),
  'assignment in a variable': web('    hostname: "${A:=d}"\n'),
  'a variable with a space': web('    hostname: "${A B}"\n'),
  'a required variable': web('    hostname: "${NONE:?it is needed}"\n'),
  'a required variable in a default': web('    hostname: "${NONE:-${OTHER?x}}"\n'),
  'an undefined network': web('    networks: [none]\n'),
  'an undefined volume': web('    volumes: ["none:/x"]\n'),
  'a bind source without a dot': web('    volumes: ["rel/path:/x"]\n'),
  'an undefined config': web('    configs: [none]\n'),
  'an undefined secret': web('    secrets: [none]\n'),
  'network_mode and networks': `${web('    network_mode: host\n    networks: [n]\n')}networks: { n: }\n`,
  'network_mode of an unknown service': web('    network_mode: "service:none"\n'),
  'depends on nobody': web('    depends_on: [none]\n'),
  'depends on itself': web('    depends_on: [web]\n'),
  'depends in a circle': `${web('    depends_on: [b]\n')}  b: { image: x, depends_on: [web] }\n`,
  'depends on a profile that is off': `${web('    depends_on: [b]\n')}  b: { image: x, profiles: [p] }\n`,
  'links to nobody': web('    links: [none]\n'),
  'an unknown condition': `${web('    depends_on: { b: { condition: ready } }\n')}  b: { image: x }\n`,
  'depends_on without condition': `${web('    depends_on: { b: {} }\n')}  b: { image: x }\n`,
  'a condition that is nothing': `${web('    depends_on: { b: }\n')}  b: { image: x }\n`,
  'a volume with too many colons': web('    volumes: ["aa:/bb:cc:dd"]\n'),
  'a volume with an empty part': web('    volumes: [":/x"]\n'),
  'an empty volume': web('    volumes: [""]\n'),
  'a bind without source': web('    volumes: [{ type: bind, target: /x }]\n'),
  'a mount without type': web('    volumes: [{ source: ./a, target: /x }]\n'),
  'a mount without target': web('    volumes: [{ type: bind, source: ./a }]\n'),
  'extends nobody': web('    extends: none\n'),
  'extends itself': web('    extends: web\n'),
  'extends in a circle': `${web('    extends: b\n')}  b: { image: x, extends: web }\n`,
  'extends an absent file': web('    extends: { file: none.yml, service: a }\n'),
  'include of an absent file': `include: [none.yml]\n${web('')}`,
  'include is text': `include: none.yml\n${web('')}`,
  'an absent env file': web('    env_file: none.env\n'),
  'a health check without CMD': web('    healthcheck: { test: [curl, x] }\n'),
  'an interval that is none': web('    healthcheck: { test: x, interval: soon }\n'),
  'an interval without unit': web('    healthcheck: { test: x, interval: 30 }\n'),
  'command is a mapping': web('    command: { a: b }\n'),
  'a command with an open quote': web('    command: "a \'b"\n'),
  'a command with a parenthesis': web('    command: "a (b)"\n'),
  'a command of numbers': web('    command: [sleep, 10]\n'),
  'container_name and scale': web('    container_name: a\n    scale: 2\n'),
  'container_name and replicas': web('    container_name: a\n    deploy: { replicas: 2 }\n'),
  'scale against replicas': web('    scale: 2\n    deploy: { replicas: 3 }\n'),
  'replicas that are no number': web('    deploy: { replicas: "many" }\n'),
  'a limit against deploy': web('    mem_limit: 1g\n    deploy: { resources: { limits: { memory: 512m } } }\n'),
  'a limit that deploy lacks': web('    cpus: 1\n    deploy: { resources: { limits: { memory: 512m } } }\n'),
  'a boolean that is none': web('    privileged: "maybe"\n'),
  'a host without address': web('    extra_hosts: ["a"]\n'),
  'a config with two sources': `${web('    configs: [c]\n')}configs: { c: { file: ./a, content: b } }\n`,
  'a config without source': `${web('    configs: [c]\n')}configs: { c: {} }\n`,
  'a secret without source': `${web('    secrets: [c]\n')}secrets: { c: {} }\n`,
  'an external volume with options': `${web('')}volumes: { v: { external: true, driver: local } }\n`,
  'dockerfile and dockerfile_inline': web('    build: { context: ., dockerfile: A, dockerfile_inline: FROM x }\n'),
  'an unknown attribute of build': web('    build: { contxt: . }\n'),
  'an unknown attribute of a network': `${web('')}networks: { n: { driverr: x } }\n`,
  'an alias of nothing': 'services: { web: *none }\n',
  'a merge key with text': 'services:\n  web:\n    <<: text\n    image: x\n',
  'an alias within itself': 'services: &a\n  web: { image: x, x-a: *a }\n',
  'a size that is none': web('    mem_limit: lots\n'),
  'an unknown pull policy': web('    pull_policy: sometimes\n'),
  'a number as key': 'services:\n  web: { image: x, environment: { 1: a } }\n',
  'links twice': web('    security_opt: [a, a]\n'),
}).map(([name, yaml]) => ({ name, yaml }));

/** What merging itself refuses. */
export const refusedMerges: ProjectCase[] = [
  {
    name: 'a list over a mapping',
    files: { 'a.yml': web('    healthcheck: { test: x }\n'), 'b.yml': web('    healthcheck: [a]\n') },
    list: ['a.yml', 'b.yml'],
  },
  {
    name: 'a mapping over a list',
    files: { 'a.yml': web('    ports: ["1:1"]\n'), 'b.yml': web('    ports: { a: 1 }\n') },
    list: ['a.yml', 'b.yml'],
  },
  {
    name: 'extends a service of another -f',
    files: { 'a.yml': web(''), 'b.yml': 'services: { b: { extends: web } }\n' },
    list: ['a.yml', 'b.yml'],
  },
  {
    name: 'includes in a circle',
    files: { 'compose.yaml': `include: [b.yml]\n${web('')}`, 'b.yml': 'include: [compose.yaml]\nservices: { b: { image: x } }\n' },
  },
  { name: 'a file of -f that is absent', files: { 'a.yml': web('') }, list: ['a.yml', 'none.yml'] },
  { name: '.env with a bad line', files: { '.env': 'A B=1\n', 'compose.yaml': web('') } },
  { name: '.env with an open quote', files: { '.env': 'A="x\n', 'compose.yaml': web('') } },
  { name: 'env_file with a bad name', files: { 'e.env': 'A!=1\n', 'compose.yaml': web('    env_file: e.env\n') } },
];
