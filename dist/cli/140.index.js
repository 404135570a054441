export const id = 140;
export const ids = [140];
export const modules = {

/***/ 140:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  smokeCommand: () => (/* binding */ smokeCommand)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/gate/failing.js
var failing = __webpack_require__(6747);
// EXTERNAL MODULE: ./lib/gate/job.js + 1 modules
var gate_job = __webpack_require__(7767);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/smoke/containers.js

const label = {
    project: 'com.docker.compose.project',
    service: 'com.docker.compose.service',
    directory: 'com.docker.compose.project.working_dir',
    files: 'com.docker.compose.project.config_files',
    oneOff: 'com.docker.compose.oneoff',
};
const listed = ['project', 'service', 'directory', 'files', 'oneOff'];
/**
 * The containers of the running project that this stack is; undefined when Docker has none with its nginx service.
 * @param root the repository's top, absolute
 */
async function containersOf(stack, local, root) {
    const service = stack.nginx.service?.name;
    if (service === undefined)
        return undefined;
    const format = ['{{.ID}}', ...listed.map((name) => `{{.Label "${label[name]}"}}`), '{{.State}}'].join('\t');
    const ran = await local.run(['docker', 'ps', '-a', '--no-trunc', '--filter', `label=${label.project}`, '--format', format], {
        timeout: 30,
    });
    if (ran.code !== 0)
        return undefined;
    const ids = projectIds(ran.stdout, stack, service, root);
    if (ids.length === 0)
        return undefined;
    return inspect(local, ids);
}
/** The containers of the project that this stack is: by where it was started from, else by its name. */
function projectIds(table, stack, nginxService, root) {
    const projects = new Map();
    const directory = stack.project?.directory ?? stack.directory;
    const files = (stack.project?.files ?? []).map((f) => (root === undefined ? f : external_node_path_.posix.join(root, f)));
    for (const line of table.split('\n')) {
        const [id = '', project = '', service = '', folder = '', configFiles = '', oneOff = '', state = ''] = line.split('\t');
        if (id === '' || oneOff === 'True')
            continue;
        const found = projects.get(project) ?? { ids: [], services: new Set(), score: 0, serves: false };
        projects.set(project, found);
        found.ids.push(id);
        found.services.add(service);
        if (service === nginxService && state === 'running')
            found.serves = true;
        const sameFolder = root === undefined ? folder.endsWith(`/${directory}`) && directory !== '' : folder === external_node_path_.posix.join(root, directory);
        const sameFile = configFiles.split(',').some((f) => files.some((own) => (root === undefined ? f.endsWith(`/${own}`) : f === own)));
        const score = (sameFile ? 4 : 0) + (sameFolder ? 2 : 0) + (project === stack.project?.name ? 1 : 0);
        found.score = Math.max(found.score, score);
    }
    const known = [...projects.values()].filter((p) => p.score > 0 && p.services.has(nginxService));
    known.sort((a, b) => b.score - a.score || Number(b.serves) - Number(a.serves));
    return known[0]?.ids ?? [];
}
async function inspect(local, ids) {
    const ran = await local.run(['docker', 'inspect', '--type', 'container'], { args: ids, timeout: 30 });
    try {
        const parsed = JSON.parse(ran.stdout);
        return Array.isArray(parsed) ? parsed : [];
    }
    catch {
        return [];
    }
}
function serviceOf(container) {
    return container.Config.Labels?.[label.service] ?? '';
}
/** One container speaks for the service: a running one first. */
function chosenContainer(containers) {
    return containers.find((c) => c.State.Running && !c.State.Restarting) ?? containers.find((c) => c.State.Restarting) ?? containers[0];
}
/** Docker has started it anew a moment ago: most likely it ends again soon. `at` is when it was looked at. */
function hasJustRestarted({ State, RestartCount }, at) {
    return (RestartCount ?? 0) > 0 && at - Date.parse(State.StartedAt) < 15_000;
}
function hasEndedSince({ State }, since, isOver) {
    return Date.parse(State.FinishedAt) >= since && (isOver || Date.parse(State.StartedAt) >= since);
}
function stateWords({ State, RestartCount }) {
    if (State.Restarting)
        return `is restarting (exit code ${State.ExitCode}, ${RestartCount ?? 0} restarts)`;
    if (State.Paused)
        return 'is paused';
    if (State.Running)
        return 'runs';
    if (State.Status === 'created')
        return 'was created, but not started';
    return `has exited with code ${State.ExitCode}${State.OOMKilled ? ' (out of memory)' : ''}`;
}

;// CONCATENATED MODULE: ./lib/smoke/ground.js
const unknownApp = {
    name: null,
    state: null,
    says: null,
    endedDuringRun: false,
    listeners: null,
    addressesNow: null,
    socket: null,
};
const listening = '0A';
/** Reads /proc/net/tcp and /proc/net/tcp6 (both, one after the other): the sockets in state LISTEN. */
function listenersIn(procNet) {
    const found = [];
    for (const line of procNet.split('\n')) {
        const row = /^\s*\d+: ([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4}) [0-9A-F]+:[0-9A-F]{4} ([0-9A-F]{2}) /.exec(line);
        if (!row?.[1] || row[3] !== listening)
            continue;
        found.push({ address: addressOf(row[1]), port: Number.parseInt(row[2] ?? '', 16), process: null });
    }
    return found;
}
/** The kernel prints each 32-bit word in the machine's byte order: little endian on everything that runs containers today. */
function addressOf(hex) {
    const bytes = (hex.match(/.{8}/g) ?? []).flatMap((word) => (word.match(/../g) ?? []).reverse()).map((b) => Number.parseInt(b, 16));
    if (bytes.length === 4)
        return bytes.join('.');
    const groups = Array.from({ length: 8 }, (_, i) => (((bytes[2 * i] ?? 0) << 8) | (bytes[2 * i + 1] ?? 0)).toString(16));
    const full = groups.join(':');
    if (/^0:0:0:0:0:ffff:/.test(full))
        return `::ffff:${bytes.slice(12).join('.')}`;
    // The URL parser writes the canonical form of RFC 5952.
    return new URL(`http://[${full}]`).hostname.slice(1, -1);
}
/** Docker's own DNS listens on 127.0.0.11 in every container; debuggers listen on loopback and are nobody's target. */
function appListeners(all) {
    return all.filter((l) => l.address !== '127.0.0.11' && !(l.port === 9229 && l.address.startsWith('127.')));
}
/** The listeners in the network namespace of a place, by /proc; undefined when it has no `cat`. */
async function readListeners(place) {
    const ran = await place.run(['cat', '/proc/net/tcp', '/proc/net/tcp6'], { timeout: 15 });
    return ran.stdout.includes('local_address') ? listenersIn(ran.stdout) : undefined;
}
/** What a socket's path is in the place's file system. */
async function readSocket(place, path) {
    const ran = await place.run(['stat', '-L', '-c', '%F,%U:%G,%a'], { args: [path], timeout: 10 });
    if (ran.code === 0) {
        const [kind = '', owner = '', mode = ''] = ran.stdout.trim().split(',');
        return { path, exists: true, isSocket: kind === 'socket', owner: `${owner} ${mode.padStart(4, '0')}`, listened: null };
    }
    if (/No such file|can't stat|not a directory/i.test(ran.stderr))
        return { path, exists: false, isSocket: false, owner: null, listened: null };
    return null;
}
/** The paths of the unix sockets that somebody listens on, by /proc/net/unix. */
async function readUnixListeners(place) {
    const ran = await place.run(['cat', '/proc/net/unix'], { timeout: 10 });
    if (ran.code !== 0)
        return null;
    const paths = new Set();
    for (const line of ran.stdout.split('\n')) {
        // Flag 00010000 (__SO_ACCEPTCON) is a listening socket.
        const row = /^[0-9a-f]+: \d+ \d+ 00010000 \d+ \d+ +\d+ (\/.*)$/i.exec(line);
        if (row?.[1])
            paths.add(row[1]);
    }
    return paths;
}
/** Addresses by the place's own resolver, in nginx's order; null where the place has no getent. */
async function resolveByGetent(place, host) {
    const ran = await place.run(['getent', 'ahosts'], { args: [host], timeout: 10 });
    // 2: the name is not known. Anything else but 0 means that there is no getent.
    if (ran.code === 2)
        return [];
    if (ran.code !== 0)
        return null;
    return [
        ...new Set(ran.stdout
            .split('\n')
            .map((line) => line.split(/\s+/, 1)[0] ?? '')
            .filter((a) => /^[0-9a-f.:]+$/i.test(a))),
    ];
}
function isAddress(host) {
    return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host) || /^[0-9a-f]*:[0-9a-f:.]*$/i.test(host);
}

;// CONCATENATED MODULE: ./lib/smoke/loaded-files.js
/**
 * An older configuration runs: is it only not reloaded, or has it never arrived? `nginx -T` prints the files as they are
 * where nginx stands.
 */
async function tellReloadFromDeploy(site, diagnosis) {
    if (diagnosis.cause !== 'stale-config')
        return diagnosis;
    const dump = await site.configurationThere();
    if (dump === null)
        return diagnosis;
    const refusal = refusalIn(dump);
    if (refusal !== null) {
        const rests = [...diagnosis.rests, `nginx refuses the files as they are now: ${refusal}`];
        return { ...diagnosis, rests, fix: 'Mend what `nginx -t` says, then reload nginx: until then it keeps the configuration of before.' };
    }
    const [changed] = changedFiles(site.stack, dump);
    if (changed === undefined) {
        const rests = [...diagnosis.rests, 'the files where nginx stands are these (`nginx -T`): it has not been reloaded'];
        return { ...diagnosis, rests, fix: 'Reload nginx: `nginx -t`, then `nginx -s reload`.' };
    }
    const rests = [...diagnosis.rests, `${changed} is another one where nginx stands (\`nginx -T\`)`];
    const bring = site.stack.nginx.kind === 'service' ? 'Rebuild nginx’s image or bring the file to its mount' : 'Bring the file to that host';
    return { ...diagnosis, rests, fix: `${bring}, then reload nginx (\`nginx -t\`, \`nginx -s reload\`) or recreate its container.` };
}
/** Why nginx would not load its files; null where they were printed, or nothing of nginx's was said. */
function refusalIn(said) {
    if (said.includes('# configuration file '))
        return null;
    return /^(?:nginx: \[emerg\]|\S{10} \S{8} \[emerg\] \d+#\d+:) (.{1,500})$/m.exec(said)?.[1] ?? null;
}
/** The repository's files that no file of the dump is equal to. Those that hold values of the environment are not compared. */
function changedFiles(stack, dump) {
    const there = new Set(dump.split(/^# configuration file .{1,4096}:$/m).map(plain));
    const own = stack.config.files.filter((f) => f.origin !== null && f.variableAt === undefined);
    return own.flatMap((f) => (there.has(plain(f.text)) ? [] : (f.origin ?? [])));
}
/** What counts of a file's text: its lines, without what stands at their ends. */
function plain(text) {
    return text
        .split('\n')
        .map((line) => line.trimEnd())
        .join('\n')
        .trim();
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./node_modules/execa/index.js + 131 modules
var execa = __webpack_require__(6993);
;// CONCATENATED MODULE: ./lib/smoke/vantage.js






/** More output than any command of ours has reason to give. */
const mostOutput = 16 * 1024 * 1024;
async function start(program, words, options) {
    try {
        const ran = await (0,execa/* execa */.Ho)(program, words, {
            ...(options.input === undefined ? { stdin: 'ignore' } : { input: options.input }),
            timeout: options.timeout * 1000,
            forceKillAfterDelay: 2000,
            reject: false,
            stripFinalNewline: false,
            maxBuffer: mostOutput,
            // The C locale: what programs say must not depend on the machine.
            env: { LC_ALL: 'C', ...options.env },
            ...(options.signal && { cancelSignal: options.signal }),
            ...(options.identity && { uid: options.identity.uid, gid: options.identity.gid }),
        });
        options.signal?.throwIfAborted();
        return { code: ran.exitCode ?? null, stdout: String(ran.stdout ?? ''), stderr: String(ran.stderr ?? '') };
    }
    catch (error) {
        options.signal?.throwIfAborted();
        return { code: null, stdout: '', stderr: (0,errors/* messageOf */.b)(error) };
    }
}
/** This machine. */
class LocalPlace {
    name = 'runner';
    #signal;
    #env;
    #identities = new Map();
    /** @param env variables for each command besides the machine's own (DOCKER_HOST) */
    constructor(signal, env) {
        this.#signal = signal;
        this.#env = env;
    }
    async run(program, { args = [], input, timeout, user, tidies }) {
        const [name = '', ...words] = program;
        const identity = user ? await this.#identity(user) : null;
        const signal = tidies ? undefined : this.#signal;
        return start(name, [...words, ...args], { input, timeout, signal, env: this.#env, identity });
    }
    /** Only root can be somebody else. */
    #identity(user) {
        if (process.getuid?.() !== 0)
            return Promise.resolve(null);
        const known = this.#identities.get(user) ?? this.#lookUp(user);
        this.#identities.set(user, known);
        return known;
    }
    async #lookUp(user) {
        const asked = (flag) => start('id', [flag, '--', user], { timeout: 5, signal: this.#signal });
        const [uid, gid] = await Promise.all([asked('-u'), asked('-g')]);
        return uid.code === 0 && gid.code === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : null;
    }
}
/** Ends the processes whose environment holds its one argument: the engine leaves a command alone when its client ends. */
const killMarked = 'cd /proc && for p in [0-9]*; do grep -qs "$0" "$p/environ" && kill "$p"; done';
/** Inside a running container. */
class ContainerPlace {
    name = 'docker';
    #local;
    #id;
    constructor(local, id) {
        this.#local = local;
        this.#id = id;
    }
    async run(program, { args = [], input, timeout, user }) {
        const mark = randomName();
        const as = user ? ['-u', user] : [];
        try {
            return await this.#local.run(['docker', 'exec', ...(input === undefined ? [] : ['-i'])], {
                args: ['-e', `NGINX_GATE_RUN=${mark}`, ...as, this.#id, ...program, ...args],
                timeout,
                ...(input !== undefined && { input }),
            });
        }
        catch (error) {
            // Only curl waits for anything.
            if (program[0] === 'curl') {
                const words = [...as, this.#id, 'sh', '-c', killMarked, mark];
                await this.#local.run(['docker', 'exec'], { args: words, timeout: tidyTimeout, tidies: true });
            }
            throw error;
        }
    }
}
/** A container that lives for one command, in the network namespace of another: for images that lack a program. */
class HelperPlace {
    name = 'docker';
    #local;
    #id;
    #image;
    constructor(local, id, image) {
        this.#local = local;
        this.#id = id;
        this.#image = image;
    }
    async run(program, { args = [], input, timeout }) {
        const [entry = '', ...words] = program;
        const container = randomName();
        const beside = ['--name', container, '--network', `container:${this.#id}`, '--volumes-from', `${this.#id}:ro`];
        const sealed = ['--rm', '--pull=never', '--cap-drop=ALL', '--log-driver=none', ...(input === undefined ? [] : ['-i'])];
        try {
            return await this.#local.run(['docker', 'run', ...sealed], {
                args: [...beside, '--entrypoint', entry, this.#image, ...words, ...args],
                timeout: timeout + 5,
                ...(input !== undefined && { input }),
            });
        }
        catch (error) {
            // The first process of a container does not hear the signal that its client hands on.
            await this.#local.run(['docker', 'rm', '-f'], { args: [container], timeout: tidyTimeout, tidies: true });
            throw error;
        }
    }
}
/** Seconds that tidying up may take. */
const tidyTimeout = 15;
function randomName() {
    return `nginx-gate-${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`;
}
/** @throws GateError for anything that is no `ssh://[USER@]HOST[:PORT]` */
function sshTarget(text) {
    const found = /^ssh:\/\/(?:([\w.][\w.-]{0,63})@)?(\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9][A-Za-z0-9.-]{0,252})(?::(\d{1,5}))?\/?$/.exec(text);
    if (!found?.[2])
        throw new errors/* GateError */.u(`${text} is no ssh://USER@HOST.`);
    return { user: found[1] ?? null, host: found[2].replace(/^\[|\]$/g, ''), port: found[3] === undefined ? null : Number(found[3]) };
}
/** Words that mean themselves to every shell: sshd always hands the command line to the user's shell. */
const inert = /^[A-Za-z0-9_./,:@%+-]+$/;
/** A host over ssh. Its shell sees constant words of ours alone; arguments travel through standard input to xargs. */
class SshPlace {
    name;
    #options;
    #host;
    #folder;
    #signal;
    #dockerHosts;
    constructor(name, host, options, folder, signal) {
        this.name = name;
        this.#host = host;
        this.#options = options;
        this.#folder = folder;
        this.#signal = signal;
    }
    /**
     * Opens one connection that all commands share. `close` ends it and removes what was written for it.
     * @param key a private key in OpenSSH or PEM form
     * @param knownHosts lines of a known_hosts file; without them the machine's own files decide
     * @throws GateError when the host can't be reached or lets nobody in
     */
    static async open(address, more) {
        const { user, host, port } = sshTarget(address);
        const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'nginx-gate-ssh-'));
        const set = (name, value) => ['-o', `${name}=${value}`];
        const options = ['-T', ...set('BatchMode', 'yes'), ...set('ConnectTimeout', '10'), ...set('ForwardAgent', 'no')];
        options.push(...set('ControlMaster', 'auto'), ...set('ControlPath', (0,external_node_path_.join)(folder, 'c')), ...set('ControlPersist', '120'));
        if (more.key !== undefined) {
            await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'key'), more.key.endsWith('\n') ? more.key : `${more.key}\n`, { mode: 0o600 });
            options.push('-i', (0,external_node_path_.join)(folder, 'key'), ...set('IdentitiesOnly', 'yes'));
        }
        if (more.knownHosts !== undefined) {
            await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'known_hosts'), `${more.knownHosts}\n`, { mode: 0o600 });
            options.push(...set('UserKnownHostsFile', (0,external_node_path_.join)(folder, 'known_hosts')), ...set('StrictHostKeyChecking', 'yes'));
        }
        if (port !== null)
            options.push('-p', String(port));
        if (user !== null)
            options.push('-l', user);
        const place = new SshPlace(address, host, options, folder, more.signal);
        const tried = await place.run(['true'], { timeout: 20 });
        if (tried.code === 0)
            return place;
        await place.close();
        throw new errors/* GateError */.u(`${address} can't be used: ${(0,errors/* messageOf */.b)(tried.stderr.trim().split('\n').at(-1) ?? '') || 'ssh failed'}`);
    }
    run(program, { args = [], input, timeout }) {
        const words = args.length === 0 ? program : ['xargs', '-0', '-r', ...program];
        for (const word of words)
            if (!inert.test(word))
                throw new Error(`${word} is no constant word`);
        if (args.length > 0 && input !== undefined)
            throw new Error('a command over ssh takes arguments or standard input');
        const given = args.length === 0 ? input : args.map((arg) => `${arg.replaceAll('\0', '')}\0`).join('');
        return start('ssh', [...this.#options, '--', this.#host, words.join(' ')], {
            input: given,
            timeout: timeout + 5,
            signal: this.#signal,
        });
    }
    /** Sends bytes to an address as seen from that host, and answers with what comes back; no program runs there. */
    forward(address, bytes, timeout) {
        return start('ssh', [...this.#options, '-W', address, '--', this.#host], { input: bytes, timeout, signal: this.#signal });
    }
    /**
     * Values for DOCKER_HOST that lead to that host's engine, best first: its socket, forwarded through this connection; and
     * Docker's own way, which knows the machine's ssh configuration but nothing of a given key.
     */
    dockerHosts() {
        this.#dockerHosts ??= this.#forwardEngine();
        return this.#dockerHosts;
    }
    async #forwardEngine() {
        const socket = (0,external_node_path_.join)(this.#folder, 'docker.sock');
        const words = ['-O', 'forward', '-L', `${socket}:/var/run/docker.sock`, '--', this.#host];
        const ran = await start('ssh', [...this.#options, ...words], { timeout: 15, signal: this.#signal });
        const hasKey = this.#options.includes('-i');
        return [...(ran.code === 0 ? [`unix://${socket}`] : []), ...(hasKey ? [] : [this.name])];
    }
    async close() {
        // The run may have been cancelled: closing must work all the same.
        await start('ssh', [...this.#options, '-O', 'exit', '--', this.#host], { timeout: 5 });
        await (0,promises_.rm)(this.#folder, { recursive: true, force: true });
    }
}

;// CONCATENATED MODULE: ./lib/smoke/nginx-place.js

/** More images than these are not tried. */
const mostHelpers = 4;
/** Runs in nginx's container, and beside it, in its network namespace, what its image lacks. */
class NginxPlace {
    name = 'docker';
    #local;
    #nginx;
    #images;
    /** What has turned out to have a curl beside nginx's container. */
    #helper;
    /**
     * @param nginx the container as it is now: it may be recreated while it is waited for
     * @param images what helpers may be made of: images that this machine has
     */
    constructor(local, nginx, images) {
        this.#local = local;
        this.#nginx = nginx;
        this.#images = [...new Set(images)].slice(0, mostHelpers);
    }
    async run(program, options) {
        const { Id } = this.#nginx();
        if (program[0] === 'curl' && this.#helper?.of === Id)
            return this.#helper.place.run(program, options);
        const first = await new ContainerPlace(this.#local, Id).run(program, options);
        if (!isAbsent(first) || program[0] !== 'curl')
            return first;
        for (const image of this.#images) {
            const place = new HelperPlace(this.#local, Id, image);
            const ran = await place.run(program, options);
            if (isAbsent(ran))
                continue;
            this.#helper = { of: Id, place };
            return ran;
        }
        return { ...first, code: 127 };
    }
}
/** Docker's own exit codes for a program that the image does not have; and a curl that is too old for what is asked of it. */
function isAbsent({ code, stdout, stderr }) {
    // With an open standard input the engine says it on standard output.
    if (code === 126 || code === 127)
        return /executable file not found|no such file or directory|permission denied/i.test(stderr + stdout);
    return code === 2 && /option \S+: is unknown|unknown --write-out variable/.test(stderr);
}

// EXTERNAL MODULE: ./lib/nginx/include.js + 1 modules
var include = __webpack_require__(1606);
;// CONCATENATED MODULE: ./lib/smoke/written-logs.js


/** nginx's own default. */
const usual = '/var/log/nginx/error.log';
/** No configuration nests blocks deeper than this. */
const deepest = 8;
const noFile = /^(?:stderr|syslog:|memory:|\/dev\/)/;
/** The error logs of the configuration that are files, and nginx's default last; absolute paths where nginx stands. */
function writtenLogs(stack) {
    const files = errorLogs(stack).filter((path) => !noFile.test(path) && !path.includes('$'));
    const paths = new Set(files.map((path) => external_node_path_.posix.resolve(stack.nginx.prefix, path)));
    paths.delete(usual);
    return [...paths, usual];
}
/** Whether some of nginx's errors go to where systemd keeps them. */
function writesToJournal(stack) {
    return errorLogs(stack).some((path) => /^(?:stderr|syslog:|\/dev\/stderr)/.test(path));
}
/** The first argument of every error_log. */
function errorLogs(stack) {
    const paths = [];
    const visit = (nodes, depth) => {
        for (const node of nodes) {
            if (node.word.text === 'error_log')
                paths.push(node.args[0]?.text ?? '');
            if (node.block && depth < deepest)
                visit((0,include/* directivesIn */.WS)(node.block), depth + 1);
        }
    };
    visit((0,include/* directivesIn */.WS)(stack.config.directives), 0);
    return paths;
}
/** How much of a log's end is read, in bytes, as `tail` takes it. */
const logTail = ['tail', '-c', '4000000'];
/** The user of nginx's workers, where the main file names one. */
function workerUserOf(stack) {
    const user = [...(0,include/* directivesIn */.WS)(stack.config.directives)].find((d) => d.word.text === 'user')?.args[0]?.text;
    return user !== undefined && !stack.nginx.unprivileged && /^[a-z_][a-z0-9_-]{0,31}$/i.test(user) ? user : null;
}

;// CONCATENATED MODULE: ./lib/smoke/docker-ground.js






/** nginx as a container of a compose project that runs on this Docker engine. */
class DockerGround {
    name = 'docker';
    place;
    machine;
    workerUser;
    #local;
    #stack;
    #root;
    #nginx;
    #containers;
    /** When `#containers` was true; how long a container runs is counted from then. */
    #inspectedAt;
    /** The ids of containers that crashed again and again before the first request: no request of ours ended them. */
    #loopedBefore;
    /** Found out while the first requests run. */
    #logFiles;
    #listeners = new Map();
    #resolved = new Map();
    constructor({ engine, machine, stack, root }, containers, nginx) {
        this.#local = engine;
        this.machine = machine;
        this.#stack = stack;
        this.#root = root;
        this.#containers = containers;
        this.#nginx = nginx;
        this.#inspectedAt = Date.now();
        this.#loopedBefore = new Set(containers.filter((c) => c.State.Restarting || hasJustRestarted(c, this.#inspectedAt)).map((c) => c.Id));
        const images = containers.filter((c) => c.Image !== nginx.Image).map((c) => c.Image);
        this.place = new NginxPlace(engine, () => this.#nginx, images);
        this.workerUser = workerUserOf(stack);
        this.#logFiles = this.#findLogFiles().catch(() => []);
    }
    /**
     * The running project of a stack; undefined when Docker has no container of its nginx service, or there is no Docker.
     */
    static async find(where) {
        const { engine, stack, root } = where;
        const containers = (await containersOf(stack, engine, root)) ?? [];
        const nginx = nginxAmong(containers, stack);
        return nginx && new DockerGround(where, containers, nginx);
    }
    async refresh() {
        const fresh = (await containersOf(this.#stack, this.#local, this.#root)) ?? [];
        const nginx = fresh.find((c) => c.Id === this.#nginx.Id) ?? nginxAmong(fresh, this.#stack);
        if (nginx) {
            const isNew = nginx.Id !== this.#nginx.Id || !this.#nginx.State.Running;
            this.#containers = fresh;
            this.#nginx = nginx;
            this.#inspectedAt = Date.now();
            if (isNew)
                this.#logFiles = this.#findLogFiles().catch(() => []);
        }
        this.#listeners.clear();
        this.#resolved.clear();
    }
    isStopped() {
        const { Running, Restarting, Paused } = this.#nginx.State;
        return !Running || Restarting || Paused;
    }
    async configuration() {
        if (this.isStopped())
            return null;
        const ran = await this.place.run(['nginx', '-T'], { timeout: 20 });
        return ran.code === 0 ? ran.stdout : refusalIn(ran.stderr) === null ? null : ran.stderr;
    }
    async nginxState() {
        const { State, Name, HostConfig } = this.#nginx;
        if (!this.isStopped())
            return { running: true, says: null, isFinal: false };
        const ran = await this.#local.run(['docker', 'logs', '--tail', '20'], { args: [this.#nginx.Id], timeout: 15 });
        const words = `${ran.stdout}\n${ran.stderr}`.split('\n').filter((line) => /\[(?:emerg|alert|crit)\]/.test(line));
        const restarts = /always|on-failure|unless-stopped/.test(HostConfig.RestartPolicy?.Name ?? '');
        return {
            running: false,
            says: `${Name.slice(1)} ${stateWords(this.#nginx)}${words.length > 0 ? `: ${words.at(-1)}` : ''}`,
            isFinal: !restarts && State.Status === 'exited',
        };
    }
    async addresses(endpoint) {
        const { host, port } = endpoint.target;
        if (host === null || port === null)
            return null;
        if (isAddress(host))
            return [{ host, port }];
        if (host === 'localhost')
            return [
                { host: '127.0.0.1', port },
                { host: '::1', port },
            ];
        const named = this.#named(host);
        const ofContainers = named.filter((c) => c.State.Running).flatMap((c) => this.#addressesOf(c));
        // A name of the project is the project's: what the machine's own DNS makes of it is not what nginx would get.
        const isOurs = named.length > 0 || (this.#stack.project?.services ?? []).some((s) => s.name.toLowerCase() === host);
        if (ofContainers.length > 0 || isOurs)
            return ofContainers.map((address) => ({ host: address, port }));
        const resolved = await this.#resolve(host);
        return resolved === null ? null : resolved.map((address) => ({ host: address, port }));
    }
    #resolve(host) {
        const known = this.#resolved.get(host) ?? (this.#nginx.State.Running ? resolveByGetent(this.place, host) : Promise.resolve(null));
        this.#resolved.set(host, known);
        return known;
    }
    /** The addresses of a container on networks that nginx is on as well. */
    #addressesOf(container) {
        const own = this.#networksOf(this.#nginx);
        const networks = Object.entries(container.NetworkSettings.Networks ?? {}).filter(([name]) => own.has(name));
        return networks.flatMap(([, n]) => [n.IPAddress ?? '', n.GlobalIPv6Address ?? '']).filter((a) => a !== '');
    }
    /** Its networks, or those of the container whose namespace it shares. */
    #networksOf(container) {
        const shared = /^container:(.+)$/.exec(container.HostConfig.NetworkMode ?? '')?.[1];
        const owner = shared === undefined ? container : (this.#containers.find((c) => c.Id.startsWith(shared) || c.Name === `/${shared}`) ?? container);
        return new Set(Object.keys(owner.NetworkSettings.Networks ?? {}));
    }
    /** The containers that a name means, started or not. */
    #named(host) {
        const wanted = host.toLowerCase();
        return this.#containers.filter((c) => {
            const networks = Object.values(c.NetworkSettings.Networks ?? {});
            const names = [
                c.Name.slice(1),
                c.Config.Hostname,
                serviceOf(c),
                ...networks.flatMap((n) => [...(n.Aliases ?? []), ...(n.DNSNames ?? [])]),
            ];
            return c.Id !== this.#nginx.Id && names.some((n) => n?.toLowerCase() === wanted);
        });
    }
    /** The containers behind an endpoint: by the service that the files lead to, else by name or address. */
    #behind(endpoint) {
        const { reach, target } = endpoint;
        if ('service' in reach) {
            const found = this.#containers.filter((c) => serviceOf(c) === reach.service.name);
            if (found.length > 0)
                return found;
        }
        const host = target.host;
        if (host === null)
            return [];
        if (isAddress(host))
            return this.#containers.filter((c) => this.#addressesOf(c).includes(host));
        return this.#named(host);
    }
    /** The container that has an address, of those that an endpoint's name means. */
    #copyAt({ target }, at) {
        if (at === null || target.host === null)
            return undefined;
        return this.#named(target.host).find((c) => c.State.Running && this.#addressesOf(c).includes(at));
    }
    /** Whether the endpoint is in nginx's own network namespace. */
    #isOwn(endpoint) {
        const host = endpoint.target.host ?? '';
        return host === 'localhost' || host.startsWith('127.') || host === '::1' || (endpoint.reach.kind === 'service' && endpoint.reach.self);
    }
    async app(endpoint, since, at = null) {
        const { target } = endpoint;
        const addresses = await this.addresses(endpoint);
        const addressesNow = addresses?.map((a) => a.host) ?? null;
        const socket = target.socket !== null && this.#nginx.State.Running ? await readSocket(this.place, target.socket) : null;
        const behind = this.#behind(endpoint);
        const isOwn = this.#isOwn(endpoint);
        const chosen = this.#copyAt(endpoint, at) ?? chosenContainer(behind);
        if (!chosen) {
            const service = 'service' in endpoint.reach ? endpoint.reach.service.name : null;
            if (isOwn)
                return { ...unknownApp, name: 'nginx’s own container', listeners: await this.#ownApp(), addressesNow, socket };
            if (service === null)
                return { ...unknownApp, addressesNow, socket };
            return { ...unknownApp, name: `service ${service}`, state: 'gone', says: 'has no container', addressesNow, socket };
        }
        const { State } = chosen;
        const isLooping = hasJustRestarted(chosen, this.#inspectedAt);
        const isApart = State.Running && !isOwn && chosen.HostConfig.NetworkMode !== 'host' && this.#addressesOf(chosen).length === 0;
        const state = State.Restarting || isLooping ? 'restarting' : State.Paused ? 'paused' : State.Running ? 'running' : 'gone';
        const listeners = state !== 'running' || target.socket !== null ? null : isOwn ? await this.#ownApp() : await this.#listenersOf(chosen);
        return {
            name: `container ${chosen.Name.slice(1)}`,
            service: serviceOf(chosen),
            state,
            says: isLooping ? `has ended and started again ${chosen.RestartCount} times` : stateWords(chosen),
            isApart,
            endedDuringRun: !this.#loopedBefore.has(chosen.Id) && hasEndedSince(chosen, since - 500, state !== 'running'),
            listeners,
            addressesNow,
            socket,
        };
    }
    /** What listens beside nginx in its own namespace. */
    async #ownApp() {
        const all = await this.ownListeners();
        const own = new Set(this.#stack.config.servers.flatMap((s) => (s.listens.length === 0 ? [80, 8000] : s.listens.map((l) => l.port))));
        return all?.filter((l) => !own.has(l.port)) ?? null;
    }
    ownListeners() {
        return this.#listenersOf(this.#nginx);
    }
    #listenersOf(container) {
        const known = this.#listeners.get(container.Id) ?? this.#readListeners(container);
        this.#listeners.set(container.Id, known);
        return known;
    }
    async #readListeners(container) {
        // In the host's namespace everything of the machine listens: nobody can say which of it is the app.
        if (container.HostConfig.NetworkMode === 'host' || !container.State.Running)
            return null;
        const inside = await readListeners(new ContainerPlace(this.#local, container.Id));
        const all = inside ?? (await readListeners(new HelperPlace(this.#local, container.Id, this.#nginx.Image)));
        return all === undefined ? null : appListeners(all);
    }
    async errorLog() {
        const lines = '5000';
        const [ran, files] = await Promise.all([
            this.#local.run(['docker', 'logs', '--tail', lines], { args: [this.#nginx.Id], timeout: 30 }),
            this.#logFiles.then((paths) => Promise.all(paths.map((path) => this.#readLog(path)))),
        ]);
        // nginx's standard error carries the error log; what the image's own folder links there comes with it.
        return [ran.stderr, ran.stdout, ...files].join('\n');
    }
    /** The official image links its logs to standard error: only regular files are read, or this would never end. */
    async #findLogFiles() {
        if (!this.#nginx.State.Running)
            return [];
        const inside = new ContainerPlace(this.#local, this.#nginx.Id);
        const ran = await inside.run(['stat', '-L', '-c', '%n,%F'], { args: writtenLogs(this.#stack).slice(-8), timeout: 10 });
        return ran.stdout.split('\n').flatMap((line) => /^(.+),regular(?: empty)? file$/.exec(line)?.[1] ?? []);
    }
    async #readLog(path) {
        const inside = new ContainerPlace(this.#local, this.#nginx.Id);
        const ran = await inside.run(logTail, { args: ['--', path], timeout: 20 });
        return ran.stdout;
    }
    /** Where a port of nginx's container is published on the engine's machine. */
    published(port) {
        const binding = this.#nginx.NetworkSettings.Ports?.[`${port}/tcp`]?.[0];
        if (!binding)
            return null;
        const any = ['', '0.0.0.0', '::'].includes(binding.HostIp);
        return { host: any ? '127.0.0.1' : binding.HostIp, port: Number(binding.HostPort) };
    }
    /** nginx's own port behind a port of the engine's machine; null when nginx publishes none there. */
    publishedAs(port) {
        for (const [own, bindings] of Object.entries(this.#nginx.NetworkSettings.Ports ?? {})) {
            if (bindings?.some((b) => Number(b.HostPort) === port))
                return Number.parseInt(own, 10);
        }
        return null;
    }
    /** The service that has an address now. */
    serviceAt(address) {
        const owner = this.#containers.find((c) => c.State.Running && c.Id !== this.#nginx.Id && this.#addressesOf(c).includes(address));
        return owner ? serviceOf(owner) : null;
    }
    /** Whether nginx may hold an address that what stands behind an endpoint has no longer: it is gone, or younger than nginx. */
    mayHaveMoved(endpoint) {
        const since = Date.parse(this.#nginx.State.StartedAt);
        const behind = this.#behind(endpoint);
        return behind.length === 0 || behind.some((c) => this.#addressesOf(c).length === 0 || Date.parse(c.State.StartedAt) > since);
    }
    async mayHeal(endpoint) {
        const chosen = chosenContainer(this.#behind(endpoint));
        if (!chosen)
            return false;
        const { State, HostConfig } = chosen;
        if (State.Restarting || State.Status === 'created')
            return true;
        if (!State.Running)
            return State.ExitCode !== 0 && /always|on-failure|unless-stopped/.test(HostConfig.RestartPolicy?.Name ?? '');
        if (State.Health?.Status === 'starting')
            return true;
        const age = (Date.now() - Date.parse(State.StartedAt)) / 1000;
        return age < slowestStart;
    }
}
/** Seconds after which a container that does not listen is no longer thought to be starting. */
const slowestStart = 180;
/** A running one first. */
function nginxAmong(containers, { nginx }) {
    const found = containers.filter((c) => serviceOf(c) === nginx.service?.name);
    return found.find((c) => c.State.Running) ?? found[0];
}

;// CONCATENATED MODULE: ./lib/smoke/systemd.js
/** What runs an nginx as a unit. */
const nginxUnits = ['nginx', 'openresty', 'angie'];
const brief = { timeout: 10 };
/** The state of nginx's own unit; null without systemd, or when no unit of nginx's is known to it. */
async function nginxUnit(place) {
    const ran = await place.run(['systemctl', 'is-active', ...nginxUnits], brief);
    const states = ran.stdout.trim().split('\n');
    // An unknown unit is said to be inactive as well.
    const known = nginxUnits.flatMap((name, index) => ({ name: `${name}.service`, state: states[index] ?? 'unknown' }));
    return known.find(({ state }) => /^(?:active|activating|failed|reloading|deactivating)$/.test(state)) ?? null;
}
/** What nginx's unit wrote to the journal, without the journal's own columns; empty where it may not be read. */
async function nginxJournal(place, lines) {
    const words = ['journalctl', ...nginxUnits.flatMap((name) => ['-u', name]), '--no-pager', '-q', '-o', 'cat', '-n', lines];
    const ran = await place.run(words, { timeout: 20 });
    // Who may not read the journal is shown none of it, and no failure either.
    if (ran.stdout.trim() !== '')
        return ran.stdout;
    return (await place.run(['sudo', '-n', ...words], { timeout: 20 })).stdout;
}
/** Runs it, and again as root where that needs no password, when it fails. */
async function asRootIfNeeded(place, words, args = [], timeout = 20) {
    const first = await place.run(words, { args, timeout });
    if (first.code === 0)
        return first;
    const second = await place.run(['sudo', '-n', ...words], { args, timeout });
    return second.code === 0 ? second : first;
}
/** The php-fpm unit behind a socket, whatever version its name carries; null where there is none. */
async function phpFpmUnit(place, socket) {
    const units = (await listedUnits(place, [])).filter(({ name }) => /^php[\d.]*-?fpm[\w.@-]*\.service$/.test(name));
    const version = /php-?([\d.]+\d)/.exec(socket ?? '')?.[1];
    const versioned = version === undefined ? undefined : units.find(({ name }) => name.includes(version));
    // Several versions run side by side: without one in the socket's name nobody knows which is meant.
    return versioned ?? (units.length === 1 ? (units[0] ?? null) : null);
}
/** The names of all units that have failed. */
async function failedUnits(place) {
    return (await listedUnits(place, ['--state', 'failed'])).filter(({ state }) => state === 'failed').map(({ name }) => name);
}
/** `NAME.service loaded active running Description`, after a mark (●) where something is wrong. */
async function listedUnits(place, more) {
    const words = ['systemctl', 'list-units', '--all', '--plain', '--no-legend', '--no-pager', '--type', 'service', ...more];
    const ran = await place.run(words, brief);
    return ran.stdout.split('\n').flatMap((line) => {
        const found = /^[^\w]*([\w@.:\\-]{1,256}\.service)\s+\S+\s+(\S+)/.exec(line);
        return found?.[1] && found[2] ? [{ name: found[1], state: found[2] }] : [];
    });
}

;// CONCATENATED MODULE: ./lib/smoke/host-ground.js



/** Programs whose ports are nobody's app. */
const system = /^(?:sshd|systemd\S*|dockerd|containerd\S*|nginx|dnsmasq|named|unbound|cupsd|chronyd|ntpd|rpcbind|master|exim4|postgres|mysqld|mariadbd|mongod|redis-server|memcached|etcd|kubelet|tailscaled|avahi-daemon)$/;
const runtimes = /^(?:node|python\S*|gunicorn|uvicorn|hypercorn|java|ruby|puma|php\S*|dotnet|deno|bun|beam\S*|perl|uwsgi|caddy|main|app|server|api|web)/i;
/** nginx as a process of a host: this machine, or one over ssh; its apps are processes, units, or published containers. */
class HostGround {
    name;
    place;
    machine;
    workerUser;
    #stack;
    #all;
    #unix;
    constructor(place, stack) {
        this.name = place.name;
        this.place = place;
        this.machine = place;
        this.#stack = stack;
        this.workerUser = workerUserOf(stack);
    }
    refresh() {
        this.#all = undefined;
        this.#unix = undefined;
        return Promise.resolve();
    }
    isStopped() {
        return false;
    }
    async nginxState() {
        const unit = await nginxUnit(this.place);
        if (unit === null || unit.state === 'active')
            return { running: null, says: null, isFinal: false };
        const words = (await nginxJournal(this.place, '20')).split('\n').filter((line) => /\[(?:emerg|alert|crit)\]/.test(line));
        const last = words.length > 0 ? `: ${words.at(-1)}` : '';
        return { running: null, says: `${unit.name} is ${unit.state}${last}`, isFinal: unit.state === 'failed' };
    }
    /** With the options that the running nginx was started with, where there is one alone. */
    async configuration() {
        const masters = await this.#masters();
        const args = masters.length === 1 ? (masters[0]?.options ?? []) : [];
        const ran = await asRootIfNeeded(this.place, ['nginx', '-T'], args);
        return ran.code === 0 && ran.stdout.includes('# configuration file ') ? ran.stdout : null;
    }
    async addresses(endpoint) {
        const { host, port } = endpoint.target;
        if (host === null || port === null)
            return null;
        if (isAddress(host))
            return [{ host, port }];
        const resolved = await resolveByGetent(this.place, host);
        return resolved === null ? null : resolved.map((address) => ({ host: address, port }));
    }
    async app(endpoint) {
        const { target } = endpoint;
        if (target.socket !== null)
            return { ...unknownApp, socket: await this.#socket(target.socket), ...(await this.#unit(endpoint)) };
        const addresses = await this.addresses(endpoint);
        const addressesNow = addresses?.map((a) => a.host) ?? null;
        const isHere = (addressesNow ?? []).some((a) => a.startsWith('127.') || a === '::1') || (await this.#isOwnAddress(addressesNow ?? []));
        const listeners = isHere ? await this.#candidates(endpoint) : null;
        const failed = listeners?.length === 0 ? await failedUnits(this.place) : [];
        const says = failed.length === 0 ? null : `failed units there: ${failed.slice(0, 5).join(', ')}`;
        return { ...unknownApp, says, listeners, addressesNow, ...(await this.#unit(endpoint)) };
    }
    async #socket(path) {
        const [socket, unix] = await Promise.all([readSocket(this.place, path), this.#unixListeners()]);
        return socket && { ...socket, listened: unix === null ? null : unix.has(path) };
    }
    #unixListeners() {
        this.#unix ??= readUnixListeners(this.place);
        return this.#unix;
    }
    async #isOwnAddress(addresses) {
        const ran = await this.place.run(['ip', '-o', 'addr', 'show'], { timeout: 10 });
        return addresses.some((a) => ran.stdout.includes(` ${a}/`));
    }
    /** The php-fpm unit behind a FastCGI endpoint; the units that have failed where nothing else is known. */
    async #unit({ target }) {
        if (target.protocol !== 'fastcgi')
            return {};
        const unit = await phpFpmUnit(this.place, target.socket);
        if (unit === null)
            return {};
        return { name: `unit ${unit.name}`, state: unit.state === 'active' ? 'running' : 'gone', says: `is ${unit.state}` };
    }
    /** What may be the endpoint's app: all on its own port, and what listens nearby and belongs to nobody else. */
    async #candidates(endpoint) {
        const all = await this.ownListeners();
        const port = endpoint.target.port;
        if (all === null || port === null)
            return all;
        const own = new Set(this.#stack.config.servers.flatMap((s) => s.listens.map((l) => l.port)));
        const targets = new Set(this.#stack.routes.flatMap((r) => r.endpoints.map((e) => e.target.port)));
        const others = all.filter((l) => l.port !== port && !own.has(l.port) && !targets.has(l.port) && isConfigured(l.port, port) && !system.test(l.process ?? ''));
        const near = others.filter((l) => isNear(l.port, port) && isNearest(l.port, port, targets));
        const runtime = others.filter((l) => l.process !== null && runtimes.test(l.process) && isNearest(l.port, port, targets));
        const only = runtime.length === 1 && near.length === 0 ? runtime : [];
        return [...all.filter((l) => l.port === port), ...near, ...only];
    }
    ownListeners() {
        this.#all ??= this.#readListeners();
        return this.#all;
    }
    /** `ss` names the processes and tells `*` from `[::]`; /proc is there always. */
    async #readListeners() {
        const ran = await this.place.run(['ss', '-H', '-l', '-t', '-n', '-p'], { timeout: 15 });
        if (ran.code === 0)
            return ran.stdout.split('\n').flatMap((line) => socketLine(line) ?? []);
        const read = await readListeners(this.place);
        return read ?? null;
    }
    async errorLog() {
        const paths = [...new Set([...(await this.#openLogs()), ...writtenLogs(this.#stack)])].slice(0, 12);
        const texts = await Promise.all(paths.map((path) => this.#readLog(path)));
        if (texts.some((t) => t !== '') && !writesToJournal(this.#stack))
            return texts.join('\n');
        return [...texts, await nginxJournal(this.place, '5000')].join('\n');
    }
    /** The running nginx masters, with the options that say where their configuration is. */
    async #masters() {
        const ran = await this.place.run(['ps', '-e', '-o', 'pid,args'], { timeout: 10 });
        return ran.stdout.split('\n').flatMap((line) => {
            const found = /^\s*(\d+) nginx: master process (.*)$/.exec(line);
            return found?.[1] ? [{ pid: found[1], options: configurationOptions(found[2] ?? '') }] : [];
        });
    }
    /** The files that running nginx masters write to, whatever prefix and -c they were started with. */
    async #openLogs() {
        const folders = (await this.#masters()).slice(0, 8).map(({ pid }) => `/proc/${pid}/fd`);
        if (folders.length === 0)
            return [];
        const linked = await this.place.run(['ls', '-l'], { args: folders, timeout: 10 });
        return [...new Set(linked.stdout.split('\n').flatMap((line) => / -> (\/\S+)$/.exec(line)?.[1] ?? []))].filter((path) => /log|err/i.test(path) && !path.startsWith('/dev/') && !/access/i.test(path));
    }
    async #readLog(path) {
        const kind = await this.place.run(['stat', '-L', '-c', '%F'], { args: [path], timeout: 10 });
        if (!kind.stdout.startsWith('regular'))
            return '';
        const ran = await asRootIfNeeded(this.place, logTail, ['--', path]);
        return ran.code === 0 ? ran.stdout : '';
    }
    mayHeal() {
        return Promise.resolve(true);
    }
    published() {
        return null;
    }
    publishedAs() {
        return null;
    }
    serviceAt() {
        return null;
    }
    mayHaveMoved() {
        return false;
    }
}
/** `-p PREFIX` and `-c FILE` of a command line, as words. */
function configurationOptions(command) {
    return [...command.matchAll(/ (-[pc]) (\S{1,4096})/g)].flatMap(([, name = '', value = '']) => [name, value]);
}
/** `LISTEN 0 511 127.0.0.1:3000 0.0.0.0:* users:(("node",pid=7,fd=18))` */
function socketLine(line) {
    const found = /^LISTEN\s+\d+\s+\d+\s+(\S+):(\d+)\s+\S+(?:\s+users:\(\("([^"]{1,60})")?/.exec(line.trim());
    if (!found)
        return null;
    const address = (found[1] ?? '')
        .replace(/%\w+$/, '')
        .replace(/^\[|\]$/g, '')
        .replace(/%\w+$/, '');
    return { address, port: Number(found[2]), process: found[3] ?? null };
}
/** Below 1024 are the system's own; from 32768 the kernel hands ports out, and nobody has written such a port anywhere. */
function isConfigured(listening, wanted) {
    return listening >= 1024 && (listening < 32_768 || wanted >= 32_768);
}
/** Ports that people mistake for each other: a few apart, or one digit off. */
function isNear(one, other) {
    const [a, b] = [String(one), String(other)];
    const digits = a.length === b.length ? [...a].filter((c, i) => c !== b[i]).length : 99;
    return Math.abs(one - other) <= 20 || digits <= 1;
}
/** No other target is nearer to it. */
function isNearest(port, target, targets) {
    return [...targets].every((t) => t === null || t === target || Math.abs(t - port) >= Math.abs(target - port));
}

// EXTERNAL MODULE: ./lib/smoke/messages.js
var messages = __webpack_require__(9105);
;// CONCATENATED MODULE: ./lib/smoke/answering-server.js

/** The server block that answered in place of the route's own, in words; null when it was the route's, or nobody knows. */
function answeringServer(asked) {
    const { request, nginx } = asked;
    if (request.takenBy && nginx.status !== null)
        return isTakenOver(asked) ? (request.takenBy.names[0] ?? 'the default server') : null;
    return request.kind === 'control' ? null : loggedOtherServer(asked);
}
/** By the files another block takes this request: it did when nginx looked for a file, or answered otherwise than the app. */
function isTakenOver({ log, direct, nginx }) {
    const straightStatus = direct.find((d) => d.outcome === 'answered')?.status ?? null;
    return log.some(looksForFile) || (straightStatus !== null && straightStatus !== nginx.status);
}
/** The block that an entry about a missing file names, where it is not the route's. */
function loggedOtherServer({ request, log }) {
    if (!log.some(looksForFile))
        return null;
    const said = log.find((e) => e.upstream === null && e.server !== null)?.server ?? null;
    if (said === null || said === (request.server.names[0] ?? ''))
        return null;
    return said === '' ? 'a block without a name' : said;
}
function looksForFile(entry) {
    return (0,messages/* ruleFor */.s)(entry)?.id === 'file-missing';
}

// EXTERNAL MODULE: ./lib/smoke/protocols.js
var protocols = __webpack_require__(368);
// EXTERNAL MODULE: ./lib/smoke/status.js
var smoke_status = __webpack_require__(483);
;// CONCATENATED MODULE: ./lib/smoke/outcome.js


/** How the request through nginx ended. */
function nginxOutcome(result) {
    const { exit, status } = result;
    return { status, failure: failureOf(exit, status, result), unmet: null, otherServer: null };
}
/** curl could not or would not keep what came: memory, its output, a decoding, its limits of size. */
const curlsOwnLimit = new Set([23, 27, 61, 63, 100]);
function failureOf(exit, status, { connectSeconds }) {
    if (exit === 0 || (status !== null && curlsOwnLimit.has(exit)))
        return status === null ? 'closed' : null;
    if (exit === 6 || exit === 7)
        return 'no-connection';
    if (exit === 28 && isStreaming(status))
        return null;
    if (exit === 28)
        return connectSeconds > 0 ? 'timeout' : 'no-connection';
    if (exit === 1 || exit === 8)
        return 'not-http';
    if (exit === 60 || exit === 51 || exit === 77)
        return 'untrusted';
    if (exit === 35 || exit === 58)
        return 'tls';
    if (exit === 18 || status !== null)
        return 'cut';
    return 'closed';
}
/** curl's exit code for a time-out. */
const timedOut = 28;
/** What a direct request's end means. */
function directResult(result, address, probe, protocol) {
    const outcome = outcomeOf(result, probe, protocol);
    const answered = outcome === 'answered' || outcome === 'cut';
    const goesOn = answered && result.exit === timedOut;
    return {
        address,
        probe,
        outcome,
        status: answered ? result.status : null,
        seconds: result.seconds,
        ...(goesOn && { goesOn }),
        ...(answered && result.headerBytes !== undefined && { headerBytes: result.headerBytes }),
        result: answered
            ? `HTTP ${result.status}${outcome === 'cut' ? ', cut' : goesOn ? ', and goes on' : ''}`
            : `${outcomeWords[outcome]}${result.error === '' || plainOutcomes.has(outcome) ? '' : ` (${result.error})`}`,
    };
}
/** Whether a good status came before the time-out: the answer has begun, and its end is no business of ours. */
function isStreaming(status) {
    return status !== null && status >= 200 && !(0,smoke_status/* isServerError */.G)(status);
}
function outcomeOf(result, probe, protocol) {
    const { exit, status, error, connectSeconds } = result;
    const wantsHttp2 = protocol.startsWith('grpc') && probe === 'as-nginx';
    if (exit === 0)
        return status === null ? 'closed' : wantsHttp2 && !result.httpVersion.startsWith('2') ? 'other-protocol' : 'answered';
    if (exit === 7)
        return connectOutcome(error);
    if (curlsOwnLimit.has(exit))
        return status === null ? 'invalid' : 'answered';
    if (exit === 6)
        return 'not-resolved';
    // An answer that goes on past the time-out: event streams and long polls do nothing else.
    if (exit === 28 && isStreaming(status))
        return 'answered';
    if (exit === 28)
        return connectSeconds > 0 ? 'response-timeout' : 'connect-timeout';
    if (exit === 35)
        return /wrong version number|packet length too long|http request/.test(error) ? 'tls-plain' : 'tls-failed';
    if (exit === 60 || exit === 51 || exit === 83)
        return 'tls-untrusted';
    if (exit === 58 || exit === 59 || exit === 98)
        return 'tls-failed';
    if (exit === 18)
        return 'cut';
    if (exit === 1 || exit === 16 || exit === 92 || exit === 95)
        return 'other-protocol';
    if (exit === 8)
        return 'invalid';
    if (exit === 52)
        return 'closed';
    if (exit === 55 || exit === 56)
        return brokenOutcome(error, protocols/* tlsProtocols */.l.has(protocol) || probe.startsWith('tls'));
    return 'unknown';
}
function brokenOutcome(error, secure) {
    if (/alert|SSL|TLS/.test(error) || (secure && /errno 107/.test(error)))
        return 'tls-failed';
    if (/chunk/i.test(error))
        return 'invalid';
    return /reset/i.test(error) ? 'reset' : 'closed';
}
function connectOutcome(error) {
    if (/refused/i.test(error))
        return 'refused';
    if (/unreachable|No route/i.test(error))
        return 'unreachable';
    if (/denied|not permitted/i.test(error))
        return 'denied';
    if (/No such file/i.test(error))
        return 'socket-missing';
    if (/timed out/i.test(error))
        return 'connect-timeout';
    return 'refused';
}
/** What curl says besides adds nothing. */
const plainOutcomes = new Set([
    'refused',
    'unreachable',
    'denied',
    'connect-timeout',
    'response-timeout',
    'socket-missing',
]);
const outcomeWords = {
    answered: 'answered',
    connected: 'connected',
    refused: 'connection refused',
    unreachable: 'no route to it',
    denied: 'permission denied',
    'connect-timeout': 'no connection in time',
    'response-timeout': 'no answer in time',
    closed: 'closed without an answer',
    reset: 'connection reset',
    cut: 'cut in the middle',
    'tls-plain': 'no TLS there',
    'tls-failed': 'TLS handshake failed',
    'tls-untrusted': 'certificate not trusted',
    'other-protocol': 'another protocol',
    invalid: 'not a sound HTTP answer',
    'not-resolved': 'name not resolved',
    'socket-missing': 'no such socket',
    unknown: 'failed',
};

// EXTERNAL MODULE: ./lib/smoke/signs.js
var signs = __webpack_require__(1739);
;// CONCATENATED MODULE: ./lib/smoke/through-nginx.js

/** A new marker: what ties a request to its log lines. */
function newMarker() {
    return `ng${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`;
}
/** The path with the marker in its query. */
function marked(path, marker) {
    const [before = '/', fragment] = path.split('#', 2);
    void fragment;
    return `${before}${before.includes('?') ? '&' : '?'}nginx-gate=${marker}`;
}
/** The host that is asked for: the server block's name, or the base URL's host for a block without one. */
function hostFor({ host, server, expect }, front) {
    const isNamed = expect?.host != null || server.names.some((n) => n.toLowerCase() === host || n.includes('*') || n.startsWith('.'));
    return front.base === null || isNamed ? host : front.base.hostname.replace(/^\[|\]$/g, '');
}
/** The URL as people would write it, without the marker. */
function urlOf(request, front) {
    if (request.scheme === 'tcp')
        return `tcp://${request.listen?.address ?? '*'}:${request.port}`;
    const scheme = front.base?.protocol.replace(':', '') ?? request.scheme;
    const port = front.base ? front.base.port : String(front.address(request).port);
    const usual = port === '' || port === (scheme === 'https' ? '443' : '80');
    return `${scheme}://${bracketed(hostFor(request, front))}${usual ? '' : `:${port}`}${prefixOf(front)}${request.path}`;
}
const bracketed = (host) => (host.includes(':') && !host.startsWith('[') ? `[${host}]` : host);
const prefixOf = (front) => front.base?.pathname.replace(/\/$/, '') ?? '';
/** The request through nginx, for curl. */
function throughNginx(request, front, marker, upgrade = false) {
    const to = front.address(request);
    const secure = (front.base?.protocol ?? `${request.scheme}:`) === 'https:';
    const path = marked(`${prefixOf(front)}${request.path}`, marker);
    const host = hostFor(request, front);
    const headers = [
        ['Host', host],
        ['User-Agent', 'nginx-gate'],
        ['Accept', '*/*'],
    ];
    if (upgrade)
        headers.push(...websocketHeaders);
    return {
        url: `${secure ? 'https' : 'http'}://${bracketed(host)}:${to.port}${encoded(path)}`,
        headers,
        connectTo: to,
        verify: front.verify,
        ...(front.ca !== undefined && { ca: front.ca }),
        http2: request.listen?.http2 === true && !secure && front.base === null,
        proxyProtocol: request.listen?.proxyProtocol === true && front.base === null,
        wantsHeaders: Object.keys(request.expect?.headers ?? {}).length > 0,
        timeout: front.timeout,
        connectTimeout: Math.min(5, front.timeout),
    };
}
const websocketHeaders = [
    ['Connection', 'Upgrade'],
    ['Upgrade', 'websocket'],
    ['Sec-WebSocket-Version', '13'],
    ['Sec-WebSocket-Key', 'bmdpbngtZ2F0ZS1zbW9rZQ=='],
];
/** What must not stand in a request line, percent-encoded; what is encoded already stays. */
function encoded(path) {
    return path.replace(/[^\x21-\x7e]|["<>\\^`{|}]/gu, (c) => encodeURIComponent(c));
}

;// CONCATENATED MODULE: ./lib/smoke/asked.js





/** As long as nobody has taken the connection. */
function unanswered(request, url) {
    const nginx = { status: null, failure: 'no-connection', unmet: null, otherServer: null };
    return { request, marker: newMarker(), url, nginx, seconds: 0, answer: null, log: [], direct: [], upgrade: null, told: [] };
}
function noteAnswer(asked, answer) {
    if (!answer)
        return;
    asked.answer = answer;
    asked.nginx = nginxOutcome(answer);
    asked.seconds = answer.seconds;
}
/** Something about it needs a closer look. */
function isSuspect({ nginx, log }) {
    if ((0,signs/* firstFault */.Rf)(log) !== null)
        return true;
    if (nginx.asExpected)
        return false;
    const isRefused = nginx.status === null || (0,smoke_status/* isServerError */.G)(nginx.status) || nginx.status === 400 || nginx.status === 426;
    return isRefused || nginx.failure !== null || nginx.unmet !== null;
}
/** What is known of a request that no endpoint stands behind. */
function ownObservation({ request, nginx, log, direct }) {
    const target = { host: null, port: null, socket: null, written: request.route?.route.target ?? request.path, down: false };
    return { protocol: 'http', target, nginx, log, direct, app: unknownApp, foreignUpstream: null };
}

;// CONCATENATED MODULE: ./lib/smoke/bounded.js
/** Runs a task for each item, a bounded number at a time. */
async function eachBounded(items, most, task) {
    const queue = items.values();
    await Promise.all(Array.from({ length: Math.min(most, items.length) }, async () => {
        for (const item of queue)
            await task(item);
    }));
}

;// CONCATENATED MODULE: ./lib/smoke/curl.js


/** At once. What such a crowd alone makes fail is asked again by itself (`healing.ts`). */
const parallel = 100;
const fields = ['exitcode', 'http_code', 'time_total', 'time_connect', 'http_version', 'remote_ip', 'size_header', 'errormsg'];
/** curl's configuration syntax: in double quotes, where a backslash keeps the next character. */
function quoted(text) {
    const escaped = text
        .replaceAll('\\', '\\\\')
        .replaceAll('"', '\\"')
        .replaceAll('\n', '\\n')
        .replaceAll('\r', '\\r')
        .replaceAll('\t', '\\t');
    return `"${escaped.replaceAll('\0', '')}"`;
}
function curl_bracketed(host) {
    return host.includes(':') ? `[${host}]` : host;
}
function section(request, mark, index) {
    const lines = [`url = ${quoted(request.url)}`, 'globoff', 'no-progress-meter', 'path-as-is', 'output = "/dev/null"'];
    lines.push(`max-time = ${request.timeout}`, `connect-timeout = ${request.connectTimeout}`, 'noproxy = "*"');
    lines.push(`write-out = ${quoted(`${mark} ${index} ${fields.map((f) => `%{${f}}`).join('|')}\n${request.wantsHeaders ? '%{header_json}' : ''}${mark}\n`)}`);
    if (request.verbose)
        lines.push('verbose');
    if (request.head)
        lines.push('head');
    for (const [name, value] of request.headers ?? [])
        lines.push(`header = ${quoted(value === '' ? `${name};` : `${name}: ${value}`)}`);
    if (request.connectTo)
        lines.push(`connect-to = ${quoted(`::${curl_bracketed(request.connectTo.host)}:${request.connectTo.port}`)}`);
    if (request.socket !== undefined)
        lines.push(`unix-socket = ${quoted(request.socket)}`);
    if (!request.verify)
        lines.push('insecure');
    if (request.ca !== undefined)
        lines.push(`cacert = ${quoted(request.ca)}`);
    lines.push(request.http2 ? (request.url.startsWith('https:') ? 'http2' : 'http2-prior-knowledge') : 'http1.1');
    if (request.proxyProtocol)
        lines.push('haproxy-protocol');
    return lines.join('\n');
}
/** How often requests are asked again that curl gave up because of another one. */
const mostRounds = 3;
/** curl ends all unfinished transfers when one needs too much memory, such as for a header of a megabyte. */
const gaveUp = /^Transfer aborted/;
/**
 * Sends all requests at the place, a bounded number at a time. The answers are in the order of the requests.
 * Undefined when there is no curl at the place.
 */
async function curl(place, requests, user) {
    const results = oldCurls.has(place) ? await curlEach(place, requests, user) : await curlTogether(place, requests, user);
    for (let round = 0; results && round < mostRounds; round++) {
        const left = results.flatMap((result, index) => (gaveUp.test(result.error) ? [index] : []));
        if (left.length === 0)
            break;
        const again = await curlTogether(place, left.map((index) => requests[index]), user);
        for (const [at, index] of left.entries())
            results[index] = again?.[at] ?? results[index];
    }
    return results;
}
/** Places whose curl cannot tell how each of many requests ended (before 7.75), or which headers came (before 7.83). */
const oldCurls = new WeakSet();
const isOld = /unknown --write-out variable: '(?:exitcode|header_json)'/;
/** At once, where each is a process of its own. */
const fewProcesses = 8;
/** All requests by one curl. */
async function curlTogether(place, requests, user) {
    if (requests.length === 0)
        return [];
    const { ran, results } = await runCurl(place, requests, user, ['parallel', `parallel-max = ${parallel}`, 'parallel-immediate']);
    if (isOld.test(ran.stderr)) {
        oldCurls.add(place);
        return curlEach(place, requests, user);
    }
    if (!results.some((r) => r !== undefined) && isMissing(ran))
        return undefined;
    return results.map((r) => r ?? resultOf(ran));
}
/** Each request by a curl of its own: the process's exit code and its dumped headers say what old ones cannot write out. */
async function curlEach(place, requests, user) {
    const results = [];
    await eachBounded([...requests.entries()], fewProcesses, async ([index, request]) => {
        const { ran, results: one } = await runCurl(place, [request], user, request.wantsHeaders ? ['dump-header = "-"'] : []);
        if (one[0] === undefined && isMissing(ran))
            return;
        const said = /^curl: \(\d+\) (.*)$/m.exec(ran.stderr)?.[1] ?? '';
        const words = one[0]?.error ?? '';
        const error = [said, words].filter((w) => w !== '').join('; ');
        results[index] = { ...(one[0] ?? resultOf(ran)), exit: ran.code, error, headers: dumpedHeaders(ran.stdout) };
    });
    const told = requests.flatMap((_, index) => results[index] ?? []);
    return told.length === requests.length ? told : undefined;
}
async function runCurl(place, requests, user, head) {
    const mark = `nginx-gate-${(0,external_node_crypto_.randomBytes)(9).toString('hex')}`;
    const input = `${[...head, requests.map((r, i) => section(r, mark, i)).join('\nnext\n')].join('\n')}\n`;
    const longest = Math.max(...requests.map((r) => r.timeout));
    const timeout = longest * Math.ceil(requests.length / parallel) + 10;
    // -q: no .curlrc of the machine's. -S: errors are told although the progress is not.
    const ran = await place.run(['curl', '-q', '-S', '--config', '-'], { input, timeout, user: user ?? null });
    const isDown = containerIsDown.test(ran.stderr);
    return { ran: isDown ? { ...ran, code: couldNotConnect } : ran, results: resultsIn(ran.stdout, mark, requests, ran.stderr) };
}
/** curl's exit code for a connection that nobody takes. */
const couldNotConnect = 7;
const containerIsDown = /Error response from daemon: .{0,200}(?:is not running|is paused|paused container|is restarting|No such container)/im;
/** The exit codes from 100 on, and none at all, are not curl's: it could not be started. */
function isMissing({ code }) {
    return code === null || code >= 100;
}
/** What is known of a request that curl told nothing about. */
function resultOf({ code, stderr }) {
    const error = lastLine(stderr);
    return { exit: code, status: null, seconds: 0, connectSeconds: 0, httpVersion: '', remote: '', error, headers: {} };
}
/** The last block of headers before the answer. */
function dumpedHeaders(stdout) {
    const headers = {};
    for (const line of stdout.split(/\r?\n/)) {
        const found = /^([!#$%&'*+.^`|~\w-]{1,200}): ?(.*)$/.exec(line);
        if (!found?.[1])
            continue;
        const name = found[1].toLowerCase();
        headers[name] = [...(headers[name] ?? []), found[2] ?? ''];
    }
    return headers;
}
const lastLine = (text) => text.trim().split('\n').at(-1) ?? '';
function resultsIn(stdout, mark, requests, stderr) {
    const results = new Array(requests.length).fill(undefined);
    const failures = connectFailures(stderr);
    for (const part of stdout.split(`${mark} `).slice(1)) {
        const end = part.indexOf('\n');
        const [index = '', ...rest] = part.slice(0, end).split(' ');
        const request = requests[Number(index)];
        if (request === undefined)
            continue;
        const [exit, status, seconds, connectSeconds, httpVersion, remote, headerBytes, ...error] = rest.join(' ').split('|');
        const said = failures.get(curl_addressOf(request)) ?? failures.get(request.socket ?? '');
        results[Number(index)] = {
            exit: exit ? Number(exit) : null,
            status: Number(status) || null,
            seconds: Number(seconds) || 0,
            connectSeconds: Number(connectSeconds) || 0,
            httpVersion: httpVersion ?? '',
            remote: remote ?? '',
            headerBytes: Number(headerBytes) || 0,
            error: [error.join('|'), Number(exit) === 7 ? (said ?? '') : ''].filter((e) => e !== '').join('; '),
            headers: headersIn(part.slice(end + 1, part.indexOf(mark, end))),
        };
    }
    return results;
}
function curl_addressOf({ url, connectTo }) {
    if (connectTo)
        return `${connectTo.host}:${connectTo.port}`;
    const { hostname, port, protocol } = new URL(url);
    return `${hostname.replace(/^\[|\]$/g, '')}:${port || (protocol === 'https:' ? 443 : 80)}`;
}
/** `address:port` → the system's word for why it failed: `%{errormsg}` leaves it out. */
function connectFailures(stderr) {
    const failures = new Map();
    for (const line of stderr.split('\n')) {
        const tcp = /^\* +connect to (\S{1,100}) port (\d{1,5})(?: from \S+ port \d+)? failed: (.{1,200})$/.exec(line);
        if (tcp)
            failures.set(`${tcp[1]}:${tcp[2]}`, tcp[3] ?? '');
        const socket = /^\* +Immediate connect fail for (\S{1,300}): (.{1,200})$/.exec(line);
        if (socket)
            failures.set(socket[1] ?? '', socket[2] ?? '');
    }
    return failures;
}
function headersIn(json) {
    try {
        const parsed = JSON.parse(json);
        if (typeof parsed !== 'object' || parsed === null)
            return {};
        return Object.fromEntries(Object.entries(parsed).map(([name, values]) => [name.toLowerCase(), [values].flat().map(String)]));
    }
    catch {
        return {};
    }
}

// EXTERNAL MODULE: ./lib/nginx/match.js
var match = __webpack_require__(405);
// EXTERNAL MODULE: ./lib/smoke/error-log.js
var error_log = __webpack_require__(1424);
;// CONCATENATED MODULE: ./lib/smoke/plan.js


/** The directives of a block, those that an include brought in among them. */
function inside(block) {
    return [...(0,include/* directivesIn */.WS)(block.block)];
}
const passes = new Set(['proxy_pass', 'fastcgi_pass', 'uwsgi_pass', 'scgi_pass', 'grpc_pass', 'memcached_pass']);
/**
 * One request for each route, or the list of `.nginx-gate.yml` instead, and one for each of their server blocks that has
 * something which nginx answers itself, as a control.
 */
function planRequests(stack, options) {
    const plan = { requests: [], skipped: [] };
    const configured = options.routes.flatMap((expect) => configuredRequest(stack, expect, options.isOnlyStack) ?? []);
    for (const route of options.routes.length > 0 ? [] : stack.routes) {
        if (!passes.has(route.route.name))
            continue;
        const planned = route.route.context === 'stream' ? sessionRequest(route) : routeRequest(stack, route, options.samples);
        if ('because' in planned)
            plan.skipped.push(planned);
        else
            plan.requests.push(planned);
    }
    plan.requests.push(...configured, ...controls(stack, plan.requests));
    return plan;
}
/** Where a finding about a route stands: its first target, else its directive. */
function placeOfRoute({ route, endpoints }) {
    return endpoints[0]?.target.at ?? route.directive.at ?? nowhere(route.directive);
}
function nowhere(node) {
    return { file: node.file.path, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
}
function routeRequest(stack, route, samples) {
    const at = placeOfRoute(route);
    const what = `${route.route.name} ${route.route.target}`;
    const server = route.route.server;
    if (!server)
        return { at, what, because: 'it stands in no server block' };
    const path = pathTo(server, route, samples);
    if (typeof path !== 'string')
        return { at, what, because: path.because };
    const door = doorOf(stack, server);
    return { kind: 'route', route, server, ...door, path, expect: null, at };
}
/** The listen, and a name that leads to this server block. */
function doorOf(stack, server, wanted) {
    const listens = server.listens.filter((l) => l.socket === null && l.port !== null && !l.directive.args.some((a) => a.text === 'quic'));
    const unspoken = stack.nginx.unprivileged ? 8000 : 80;
    let shadowed = null;
    for (const listen of listens.length > 0 ? listens : [null]) {
        const port = listen?.port ?? unspoken;
        const scheme = listen?.ssl || isSslOn(server) ? 'https' : 'http';
        for (const host of wanted === undefined ? hostsOf(server) : [wanted]) {
            const taken = (0,match/* serverFor */.xY)(stack.config, { host, port });
            const door = { listen, scheme, host, port };
            if (taken === server || taken === null)
                return { ...door, takenBy: null };
            shadowed ??= { ...door, takenBy: taken };
        }
    }
    return shadowed ?? { listen: null, scheme: 'http', host: 'localhost', port: unspoken, takenBy: null };
}
function isSslOn(server) {
    return inside(server.directive).some((d) => d.word.text === 'ssl' && d.args[0]?.text === 'on');
}
/** Host names that this server block should answer to; a block without a name is asked by names that nobody else has. */
function hostsOf(server) {
    const hosts = [];
    for (const name of server.names) {
        const lower = name.toLowerCase();
        if (lower.startsWith('~') || lower.includes('$') || lower === '_' || lower === '')
            continue;
        if (lower.startsWith('*.'))
            hosts.push(`nginx-gate.${lower.slice(2)}`);
        else if (lower.startsWith('.'))
            hosts.push(lower.slice(1));
        else if (lower.endsWith('.*'))
            hosts.push(`${lower.slice(0, -1)}test`);
        else if (/^[\w.-]+$/.test(lower) || /^\[[0-9a-f:.]+\]$/.test(lower))
            hosts.push(lower);
    }
    return hosts.length > 0 ? hosts : ['localhost', 'nginx-gate.test'];
}
/** A path that nginx leads to this very location, or why there is none. */
function pathTo(server, { route }, samples) {
    const location = route.locationDirective;
    if (!location)
        return '/';
    if (isInternal(location))
        return { because: 'the location is internal: other locations use it' };
    const { modifier, argument } = (0,match/* locationArgument */.XR)(location);
    const sample = samples.get(route.location ?? '') ?? samples.get(argument);
    if (sample !== undefined)
        return sample;
    if (modifier === '@')
        return pathToNamed(server, `@${argument}`);
    const isRegex = modifier === '~' || modifier === '~*';
    const candidates = isRegex ? regexPaths(argument) : modifier === '=' ? [argument] : prefixPaths(argument);
    const reached = candidates.find((path) => (0,match/* locationFor */.D3)(server, path) === location);
    if (reached !== undefined)
        return reached;
    return isRegex
        ? { because: `a sample path for "location ${route.location}" is wanted under smoke: samples: in .nginx-gate.yml` }
        : { because: 'another location takes every path of it' };
}
function prefixPaths(prefix) {
    const path = prefix.startsWith('/') ? prefix : `/${prefix}`;
    return [path, `${path}${path.endsWith('/') ? '' : '/'}nginx-gate`, `${path}nginx-gate`];
}
/** Paths that plain patterns surely take; anything cleverer needs a sample. */
function regexPaths(pattern) {
    if (/\\\.php/.test(pattern))
        return ['/index.php'];
    const literal = /^\^(\/(?:[\w/-]|\\\.|\\-|\\\/)*)/.exec(pattern)?.[1]?.replaceAll('\\', '');
    if (literal === undefined)
        return [];
    const optional = /[?*{]/.test(pattern.charAt(literal.length + 1));
    return optional ? [] : [literal, `${literal}/`, `${literal}1`, `${literal}nginx-gate`];
}
function isInternal(location) {
    return inside(location).some((d) => d.word.text === 'internal');
}
/** A named location is reached where try_files ends in it: by a path that is no file. */
function pathToNamed(server, name) {
    const ends = (block) => inside(block).some((d) => d.word.text === 'try_files' && d.args.at(-1)?.text === name);
    const missing = 'nginx-gate-no-such-file';
    if (ends(server.directive))
        return `/${missing}`;
    for (const location of inside(server.directive).filter((d) => d.word.text === 'location')) {
        const { modifier, argument } = (0,match/* locationArgument */.XR)(location);
        if (!ends(location) || (modifier !== '' && modifier !== '^~'))
            continue;
        const path = `${argument}${argument.endsWith('/') ? '' : '/'}${missing}`;
        if ((0,match/* locationFor */.D3)(server, path) === location)
            return path;
    }
    return { because: `nothing but an error leads to ${name}` };
}
function sessionRequest(route) {
    const at = placeOfRoute(route);
    const what = `${route.route.name} ${route.route.target}`;
    const server = route.route.server;
    const listen = server?.listens.find((l) => l.port !== null && !l.udp);
    if (!server || !listen?.port)
        return { at, what, because: 'only TCP ports of a stream are asked' };
    return { kind: 'session', route, server, listen, scheme: 'tcp', host: '', port: listen.port, path: '', expect: null, takenBy: null, at };
}
function configuredRequest(stack, expect, isOnlyStack) {
    const path = expect.path.split('?', 1)[0] ?? expect.path;
    const servers = stack.config.servers.filter((s) => s.context === 'http');
    const fits = (server) => stack.routes.find((r) => r.route.server === server && isReached(server, r, path)) ?? null;
    const host = expect.host ?? null;
    const wanted = host === null ? servers : servers.filter((s) => (0,match/* serverFor */.xY)(stack.config, { host, port: portOf(s) }) === s);
    const server = wanted.find((s) => fits(s) !== null) ?? wanted[0] ?? servers[0];
    if (!server)
        return null;
    const route = fits(server);
    const isNamed = host !== null && server.names.some((name) => name.toLowerCase() === host.toLowerCase());
    if (!isOnlyStack && !isNamed && (route === null || host !== null))
        return null;
    const place = route ? placeOfRoute(route) : (server.directive.at ?? nowhere(server.directive));
    return { kind: 'configured', route, server, ...doorOf(stack, server, host ?? undefined), path: expect.path, expect, at: place };
}
function portOf(server) {
    return server.listens.find((l) => l.port !== null)?.port ?? 80;
}
function isReached(server, { route }, path) {
    if (!passes.has(route.name))
        return false;
    const location = (0,match/* locationFor */.D3)(server, path);
    if (route.locationDirective === null)
        return location === null;
    if (location === route.locationDirective)
        return true;
    const { modifier, argument } = (0,match/* locationArgument */.XR)(route.locationDirective);
    const ends = (location ? inside(location) : []).find((d) => d.word.text === 'try_files')?.args.at(-1)?.text;
    return modifier === '@' && ends === `@${argument}`;
}
/** One location of each asked server block that nginx answers itself: by files, or by `return`. */
function controls(stack, requests) {
    const found = [];
    for (const server of new Set(requests.filter((r) => r.scheme !== 'tcp').map((r) => r.server))) {
        const own = inside(server.directive).find((d) => d.word.text === 'location' && answersItself(d, server));
        const at = own?.at ?? null;
        if (!own || !at)
            continue;
        found.push({ kind: 'control', route: null, server, ...doorOf(stack, server), path: (0,match/* locationArgument */.XR)(own).argument, expect: null, at });
    }
    return found;
}
function answersItself(location, server) {
    const { modifier, argument } = (0,match/* locationArgument */.XR)(location);
    if (modifier === '@' || modifier.startsWith('~') || (0,match/* locationFor */.D3)(server, argument) !== location)
        return false;
    const directives = inside(location);
    if (directives.some((d) => passes.has(d.word.text) || d.word.text === 'internal' || d.word.text === 'if'))
        return false;
    return directives.some((d) => ['return', 'root', 'alias', 'stub_status', 'empty_gif'].includes(d.word.text));
}

;// CONCATENATED MODULE: ./lib/smoke/straight.js



/** The directives of a name that hold for a route: those of the innermost block that has any. */
function inherited({ route }, name) {
    for (const block of [...route.scope].reverse()) {
        const found = inside(block).filter((d) => d.word.text === name);
        if (found.length > 0)
            return found;
    }
    return [];
}
/** The request that nginx would send to an endpoint's address, or with another probe what else the port may speak. */
function straight(request, endpoint, to, probe, limits) {
    const { target } = endpoint;
    const isAsNginx = probe === 'as-nginx' || probe === 'name' || probe === 'upgrade';
    const secure = isAsNginx ? protocols/* tlsProtocols */.l.has(target.protocol) : probe.startsWith('tls');
    const grpc = target.protocol === 'grpc' || target.protocol === 'grpcs';
    const http2 = probe === 'http2' || (grpc && (probe === 'as-nginx' || probe === 'tls' || probe === 'name'));
    const name = serverNameFor(request, endpoint, probe);
    const host = name ?? to?.host ?? 'localhost';
    const port = to?.port ?? (secure ? 443 : 80);
    const headers = headersFor(request, endpoint);
    if (probe === 'upgrade')
        headers.push(...websocketHeaders);
    if (grpc)
        headers.push(['TE', 'trailers'], ['Content-Type', 'application/grpc']);
    return {
        url: `${secure ? 'https' : 'http'}://${bracketed(host)}:${port}${encoded(marked(upstreamPath(request, endpoint), limits.marker))}`,
        headers,
        ...(to && { connectTo: to }),
        ...(target.socket !== null && { socket: target.socket }),
        http2,
        verbose: true,
        timeout: limits.timeout,
        connectTimeout: Math.min(4, Math.max(1, limits.timeout - 1)),
    };
}
/** `proxy`, `grpc`, `uwsgi`: the first word of the settings that belong to a directive. */
function familyOf({ route }) {
    return route.name.replace(/_pass$/, '');
}
/** The name that nginx sends as SNI; null when it sends none. With `tls-name` the name that it could send. */
function serverNameFor(request, { route, target }, probe) {
    const family = familyOf(route);
    const sends = inherited(route, `${family}_ssl_server_name`)[0]?.args[0]?.text === 'on';
    if (probe !== 'tls-name' && !(sends && protocols/* tlsProtocols */.l.has(target.protocol)))
        return null;
    const named = inherited(route, `${family}_ssl_name`)[0]?.args[0]?.text;
    const value = named === undefined ? null : evaluated(named, request, route);
    const name = value ?? target.upstream ?? target.host;
    return name !== null && /[a-z]/i.test(name) && !name.includes(':') ? name : null;
}
/** The headers that nginx would send, as far as their variables are known before the request. */
function headersFor(request, { route }) {
    const headers = [];
    const family = familyOf(route);
    for (const directive of inherited(route, `${family}_set_header`)) {
        const name = directive.args[0]?.text ?? '';
        const value = evaluated(directive.args[1]?.text ?? '', request, route);
        // Connection and Upgrade are curl's own affair; an empty value means that nginx sends none.
        if (value === null || value === '' || !/^[\w-]+$/.test(name) || /^(?:connection|upgrade|content-length|te)$/i.test(name))
            continue;
        headers.push([name, value]);
    }
    if (!headers.some(([name]) => name.toLowerCase() === 'host'))
        headers.push(['Host', proxyHost(route)]);
    headers.push(['User-Agent', 'nginx-gate'], ['Accept', '*/*']);
    return headers;
}
/** nginx's $proxy_host: host and port as the target has them. */
function proxyHost({ route }) {
    const written = /^[a-z]+:\/\/([^/$]+)/.exec(route.target)?.[1];
    const known = route.endpoints[0];
    return written ?? known?.upstream ?? known?.host ?? 'localhost';
}
/** A value with the few variables that are known beforehand; null when it holds another. */
function evaluated(text, request, route) {
    const known = {
        host: request.host,
        http_host: request.host,
        server_name: request.server.names[0] ?? '',
        server_port: String(request.port),
        proxy_host: proxyHost(route),
        scheme: request.scheme,
        remote_addr: '127.0.0.1',
        proxy_add_x_forwarded_for: '127.0.0.1',
        http_upgrade: '',
        connection_upgrade: '',
        request_uri: request.path,
    };
    let isKnown = true;
    const value = text.replace(/\$(?:\{(\w+)\}|(\w+))/g, (_, braced, bare) => {
        const found = known[braced ?? bare ?? ''];
        if (found === undefined)
            isKnown = false;
        return found ?? '';
    });
    return isKnown ? value : null;
}
/** The path that nginx would ask the endpoint for: a target with a path of its own replaces the location's. */
function upstreamPath(request, { route }) {
    const written = /^[a-z]+:\/\/(?:unix:[^:]*:|[^/]*)(\/.*)?$/.exec(route.route.target)?.[1];
    if (written === undefined || route.route.name !== 'proxy_pass')
        return request.path;
    if (written.includes('$'))
        return request.path;
    if (route.route.target.includes('$'))
        return written;
    const prefix = /^(?:\^~\s*|=\s*)?(\/\S*)$/.exec(route.route.location ?? '')?.[1];
    return prefix !== undefined && request.path.startsWith(prefix) ? written + request.path.slice(prefix.length) : request.path;
}

;// CONCATENATED MODULE: ./lib/smoke/probe.js






const http = new Set(['http', 'https', 'grpc', 'grpcs']);
const byHttp = new Set(['plain', 'tls', 'tls-name', 'http', 'http2']);
/** `172.18.0.3:3000`, `[::1]:3000`, `unix:/run/a.sock`; the name where no address is known. */
function addressText(endpoint, to) {
    const { socket, host, port } = endpoint.target;
    if (socket !== null)
        return `unix:${socket}`;
    const name = to?.host ?? host ?? '?';
    return `${name.includes(':') ? `[${name}]` : name}:${to?.port ?? port ?? '?'}`;
}
/** Sends all direct requests from the place where nginx stands; the results are in their order, undefined for what can't be asked. */
async function probe(place, wanted, workerUser) {
    const results = new Map();
    const isCurl = (w) => byHttp.has(w.probe) || (w.probe !== 'fastcgi' && http.has(w.endpoint.target.protocol));
    const byCurl = async (items, user) => {
        const requests = items.map((w) => straight(w.request, w.endpoint, w.to, w.probe, w));
        const answers = (await curl(place, requests, user)) ?? [];
        for (const [index, answer] of answers.entries()) {
            const item = items[index];
            if (item)
                results.set(item, directResult(answer, addressText(item.endpoint, item.to), item.probe, item.endpoint.target.protocol));
        }
    };
    const raw = wanted.filter((w) => !isCurl(w) && w.endpoint.target.protocol !== 'udp');
    await Promise.all([
        byCurl(wanted.filter((w) => isCurl(w) && w.endpoint.target.socket === null), null),
        byCurl(wanted.filter((w) => isCurl(w) && w.endpoint.target.socket !== null), workerUser),
        eachBounded(raw, fewCommands, async (w) => {
            results.set(w, await rawResult(place, w, workerUser));
        }),
    ]);
    return wanted.map((w) => results.get(w));
}
/** At once, where each starts a command of its own. */
const fewCommands = 8;
/** A FastCGI GET_VALUES record without names: every FastCGI server must answer it, and no script runs. */
const getValues = Uint8Array.from([1, 9, 0, 0, 0, 0, 0, 0]);
const rawTimeout = 3;
async function rawResult(place, { endpoint, to, probe: kind }, user) {
    const asksFastcgi = kind === 'fastcgi' || endpoint.target.protocol === 'fastcgi';
    const answer = await connectAndSend(place, endpoint, to, asksFastcgi ? getValues : new Uint8Array(), user);
    const result = (outcome, words) => ({
        address: addressText(endpoint, to),
        probe: kind,
        outcome,
        status: null,
        seconds: answer.seconds,
        result: words,
    });
    if (answer.failure)
        return result(answer.failure, answer.words);
    if (!asksFastcgi)
        return result('connected', 'connected');
    if (answer.text.startsWith('\x01\x0a') || answer.text.startsWith('\x01\x0b'))
        return result('answered', 'speaks FastCGI');
    const other = bannerOf(answer.text);
    if (other !== null)
        return result('other-protocol', `speaks ${other}`);
    // Some FastCGI servers ignore management records; a connection is all that is proven then.
    return result('connected', answer.closed ? 'connected, and closed without an answer' : 'connected');
}
/** Sends bytes to an address, and answers with what came back within a few seconds. */
async function connectAndSend(place, endpoint, to, bytes, user) {
    const started = Date.now();
    const { socket } = endpoint.target;
    const address = addressText(endpoint, to);
    const base = { text: '', closed: false };
    if (place instanceof SshPlace) {
        if (socket !== null)
            return { ...base, failure: 'unknown', words: 'a socket cannot be asked from here', seconds: 0 };
        const ran = await place.forward(address, bytes, rawTimeout);
        const seconds = (Date.now() - started) / 1000;
        if (/open failed/.test(ran.stderr))
            return { ...base, failure: openFailure(ran.stderr), words: ran.stderr.trim(), seconds };
        return { failure: null, words: '', text: ran.stdout, closed: ran.code !== null, seconds };
    }
    const args = socket !== null ? ['--unix-socket', socket, 'telnet://localhost:1'] : [`telnet://${address}`];
    const words = ['curl', '-q', '-s', '-S', '-v', '--noproxy', '*', '--max-time', String(rawTimeout), '--output', '-'];
    const ran = await place.run(words, { args, input: bytes, timeout: rawTimeout + 5, user: socket === null ? null : user });
    const seconds = (Date.now() - started) / 1000;
    if (/\* Connected to /.test(ran.stderr))
        return { failure: null, words: '', text: ran.stdout, closed: ran.code === 0, seconds };
    const said = /(?:failed|fail for [^:]*): (.*)/.exec(ran.stderr)?.[1] ?? ran.stderr.trim().split('\n').at(-1) ?? '';
    return {
        ...base,
        failure: ran.code === 28 ? 'connect-timeout' : ran.code === 6 ? 'not-resolved' : openFailure(said),
        words: said,
        seconds,
    };
}
function openFailure(words) {
    if (/refused/i.test(words))
        return 'refused';
    if (/unreachable|no route/i.test(words))
        return 'unreachable';
    if (/denied|not permitted|prohibited/i.test(words))
        return 'denied';
    if (/no such file/i.test(words))
        return 'socket-missing';
    if (/timed out/i.test(words))
        return 'connect-timeout';
    if (/resolve|not known/i.test(words))
        return 'not-resolved';
    return 'unknown';
}
/** The protocol that the first bytes of an answer give away; null when they say nothing. */
function bannerOf(text) {
    if (/^HTTP\/\d/.test(text))
        return 'HTTP';
    if (/^SSH-/.test(text))
        return 'SSH';
    if (/^220[ -]/.test(text))
        return 'SMTP or FTP';
    if (/^\+OK|^-ERR|^-NOAUTH|^-DENIED/.test(text))
        return 'Redis or POP3';
    if (/^\* OK/.test(text))
        return 'IMAP';
    const bytes = Buffer.from(text.slice(0, 16), 'latin1');
    if ((bytes[0] === 0x15 || bytes[0] === 0x16) && bytes[1] === 3)
        return 'TLS';
    if (bytes[0] === 1 && [3, 6, 10].includes(bytes[1] ?? 0))
        return 'FastCGI';
    if (bytes.length >= 9 && bytes[0] === 0 && bytes[1] === 0 && bytes[3] === 4)
        return 'HTTP/2';
    if (bytes[3] === 0 && bytes[4] === 10)
        return 'MySQL';
    return null;
}
/** What else the port may speak, once nginx's own way has failed. */
function otherProbes(endpoint, first) {
    const { protocol } = endpoint.target;
    const refused = first && ['refused', 'unreachable', 'connect-timeout', 'not-resolved', 'socket-missing', 'denied'].includes(first.outcome);
    if (refused)
        return [];
    if (protocol === 'http')
        return ['tls', 'tls-name', 'http2', 'fastcgi'];
    if (protocol === 'https')
        return ['plain', 'tls-name'];
    if (protocol === 'grpc')
        return ['tls', 'http'];
    if (protocol === 'grpcs')
        return ['plain'];
    if (['fastcgi', 'uwsgi', 'suwsgi', 'scgi'].includes(protocol))
        return ['http'];
    return [];
}
/** Whether a name, and not an address, is what the endpoint is called by. */
function isNamed(endpoint) {
    const { host } = endpoint.target;
    return host !== null && !isAddress(host);
}

;// CONCATENATED MODULE: ./lib/smoke/attribution.js



/** The endpoints that a request may have reached: its route's own, and those of routes that take its subrequests. */
function endpointsOf({ request, log }, stack) {
    const own = request.route?.endpoints ?? [];
    const others = log.flatMap((e) => subrequestEndpoint(e, request.server, stack) ?? []);
    return [...own, ...others.filter((e) => !own.includes(e))];
}
/** The endpoint of another route that a subrequest's entry is about: of the location that takes the subrequest. */
function subrequestEndpoint({ upstream, subrequest }, server, stack) {
    if (subrequest === null)
        return null;
    const to = (0,error_log/* upstreamAddress */.iS)(upstream ?? '');
    const location = (0,match/* locationFor */.D3)(server, subrequest.split('?', 1)[0] ?? '/');
    const inside = stack.routes.filter((r) => r.route.server === server && r.route.locationDirective === location);
    const candidates = inside.flatMap((r) => r.endpoints);
    const isMeant = ({ target }) => (to.socket !== null ? target.socket === to.socket : target.port === to.port);
    return candidates.find(isMeant) ?? candidates[0] ?? null;
}
async function attribute(site, log, endpoints) {
    const owned = new Map(endpoints.map((e) => [e, []]));
    const loose = [];
    for (const entry of log) {
        const owner = await ownerOf(site, entry, endpoints);
        if (owner)
            owned.get(owner)?.push(entry);
        else
            loose.push(entry);
    }
    return { owned, loose };
}
/** The endpoint that an entry is about: by address, by socket, else by port alone when the address has changed. */
async function ownerOf(site, entry, endpoints) {
    if (entry.upstream === null)
        return ownerByName(entry, endpoints);
    const to = (0,error_log/* upstreamAddress */.iS)(entry.upstream);
    if (to.socket !== null)
        return endpoints.find((e) => e.target.socket === to.socket) ?? null;
    if (to.port === null)
        return null;
    const samePort = endpoints.filter((e) => e.target.port === to.port);
    for (const endpoint of samePort) {
        const addresses = await site.addressesOf(endpoint);
        if (endpoint.target.host === to.host || addresses.some((a) => a?.host === to.host))
            return endpoint;
    }
    if (belongsElsewhere(site, to.host, endpoints))
        return null;
    return samePort.find((e) => isNamed(e) || e.target.host === null) ?? null;
}
function ownerByName({ message }, endpoints) {
    const found = /^(\S{1,255}) could not be resolved|no resolver defined to resolve (\S{1,255})/.exec(message);
    const name = (found?.[1] ?? found?.[2])?.toLowerCase();
    return endpoints.find((e) => e.target.host !== null && e.target.host === name) ?? null;
}
/** An address of the same project that is another app's, while this route's own app has not moved. */
function belongsElsewhere({ ground }, host, endpoints) {
    if (host === null || ground.serviceAt(host) === null)
        return false;
    return !endpoints.some((e) => ground.mayHaveMoved(e));
}
/** The upstream of entries that no endpoint owns: nginx runs something that is in no file any more. */
function foreignUpstream(loose, endpoints) {
    if (endpoints.every((e) => e.target.host === null && e.target.socket === null))
        return null;
    for (const { upstream } of loose) {
        if (upstream === null)
            continue;
        const to = (0,error_log/* upstreamAddress */.iS)(upstream);
        if (to.port !== null)
            return `${to.host}:${to.port}`;
        if (to.socket !== null)
            return `unix:${to.socket}`;
    }
    return null;
}

;// CONCATENATED MODULE: ./lib/smoke/direct-requests.js




/** Direct requests that are wanted, and which requests through nginx each of them is evidence for. */
class Errands {
    wanted = [];
    owners = [];
    #shared = new Map();
    add(owner, one) {
        this.wanted.push(one);
        this.owners.push([owner]);
    }
    /** One request for all routes that end at the same address. */
    share(key, owner, one) {
        const known = this.#shared.get(key);
        if (known !== undefined)
            this.owners[known]?.push(owner);
        else {
            this.#shared.set(key, this.wanted.length);
            this.add(owner, one);
        }
    }
    async run(site, place) {
        if (this.wanted.length === 0)
            return;
        const results = await probe(place, this.wanted, site.ground.workerUser);
        for (const [index, result] of results.entries()) {
            if (result !== undefined)
                for (const a of this.owners[index] ?? [])
                    a.direct.push(result);
        }
    }
}
/** Asks every address of every endpoint that has not been asked yet, as nginx would. */
async function askDirectly(site, asked) {
    const { place } = site;
    if (!place || asked.every((a) => a.nginx.failure === 'no-connection'))
        return;
    const errands = new Errands();
    for (const a of asked)
        for (const endpoint of endpointsOf(a, site.stack))
            await wantDirect(site, errands, a, endpoint);
    await errands.run(site, place);
}
async function wantDirect(site, errands, asked, endpoint) {
    const addresses = await site.addressesOf(endpoint);
    if (addresses.length === 0)
        noteNameless(asked, endpoint);
    for (const to of addresses) {
        const address = addressText(endpoint, to);
        if (asked.direct.some((d) => d.address === address))
            continue;
        const timeout = patienceFor(asked, site.options.timeout);
        const one = { request: asked.request, endpoint, to, probe: 'as-nginx', marker: asked.marker, timeout };
        if (isSuspect(asked))
            errands.add(asked, one);
        else
            errands.share(`${endpoint.target.protocol} ${address}`, asked, one);
    }
}
/** Seconds within which an app answers that has answered nginx well, and does not just go on answering. */
const quick = 3;
/** Seconds after which another protocol is given up. */
const otherTimeout = 4;
/** Where nginx had its answer, the direct request is given twice that time: it is no news when it takes all there is. */
function patienceFor(asked, timeout) {
    if (isSuspect(asked))
        return timeout;
    const goesOn = asked.seconds >= timeout;
    return Math.min(timeout, goesOn ? quick : Math.max(quick, 2 * asked.seconds));
}
/** A name without any address is a result too: nothing can be asked. */
function noteNameless(asked, endpoint) {
    const address = addressText(endpoint, null);
    if (endpoint.target.host === null || asked.direct.some((d) => d.address === address))
        return;
    const result = 'the name has no address now';
    asked.direct.push({ address, probe: 'as-nginx', outcome: 'not-resolved', status: null, seconds: 0, result });
}
/** Causes that the log names beyond doubt: nothing more has to be asked. */
const obvious = new Set([
    'no-resolver',
    'name-not-resolved',
    'rate-limited',
    'body-too-large',
    'script-not-found',
    'header-too-big',
    'socket-missing',
    'socket-permission',
    'socket-refused',
    'nginx-local',
]);
/** What else do the ports speak that did not answer as nginx asks? */
async function askOtherwise(site, asked) {
    const { place } = site;
    if (!place)
        return;
    const errands = new Errands();
    for (const a of asked.filter((one) => isSuspect(one) && one.nginx.failure !== 'no-connection')) {
        const fault = (0,signs/* firstFault */.Rf)(a.log)?.rule.causes[0];
        if (fault !== undefined && obvious.has(fault))
            continue;
        for (const endpoint of endpointsOf(a, site.stack))
            await wantOtherwise(site, errands, a, endpoint, fault !== undefined);
    }
    await errands.run(site, place);
}
async function wantOtherwise(site, errands, asked, endpoint, isLogged) {
    const [to] = await site.addressesOf(endpoint);
    if (to === undefined)
        return;
    const first = asked.direct.find((d) => d.probe === 'as-nginx' && d.address === addressText(endpoint, to));
    if (first?.outcome === 'answered' && first.status !== 400 && !isLogged)
        return;
    // What a port speaks is not the path's affair.
    const key = [endpoint.target.protocol, endpoint.target.host, endpoint.target.upstream, addressText(endpoint, to)].join(' ');
    const timeout = Math.min(site.options.timeout, otherTimeout);
    for (const kind of otherProbes(endpoint, first)) {
        errands.share(`${kind} ${key}`, asked, { request: asked.request, endpoint, to, probe: kind, marker: asked.marker, timeout });
    }
}

;// CONCATENATED MODULE: ./lib/smoke/expectations.js

/** What people wrote into `.nginx-gate.yml` must hold. */
async function meetExpectations(site, asked) {
    const { request, answer } = asked;
    const { expect } = request;
    if (expect === null || answer === null)
        return;
    const unmet = unmetBy(answer, asked.nginx.status, expect);
    if (expect.body != null && !(await bodyHolds(site, asked, expect.body)))
        unmet.push(`has a body without “${expect.body}”`);
    if (unmet.length > 0)
        asked.nginx = { ...asked.nginx, unmet: unmet.join(', and ') };
    else if (expect.status != null)
        asked.nginx = { ...asked.nginx, asExpected: true };
}
/** Each expectation of status, headers and time that does not hold, in words. */
function unmetBy(answer, status, expect) {
    const unmet = [];
    if (expect.status != null && status !== expect.status)
        unmet.push(`answers ${status ?? 'nothing'} instead of ${expect.status}`);
    for (const [name, value] of Object.entries(expect.headers ?? {})) {
        const got = answer.headers[name.toLowerCase()] ?? [];
        if (!got.includes(value))
            unmet.push(`answers with ${name}: ${got.join(', ') || 'nothing'} instead of ${value}`);
    }
    if (expect.seconds != null && answer.seconds > expect.seconds)
        unmet.push(`took ${answer.seconds.toFixed(1)} s instead of at most ${expect.seconds} s`);
    return unmet;
}
/** No more of a body is looked through, in bytes. */
const largestBody = '4000000';
async function bodyHolds(site, { request, marker }, text) {
    const { place, front } = site.doors.doorOf(request);
    const { timeout } = site.options;
    const { url, headers = [], connectTo } = throughNginx(request, front, marker);
    const limits = ['--max-time', String(timeout), '--max-filesize', largestBody];
    const host = connectTo?.host.includes(':') ? `[${connectTo.host}]` : connectTo?.host;
    const to = connectTo ? ['--connect-to', `::${host}:${connectTo.port}`] : [];
    const args = [...headers.flatMap(([name, value]) => ['-H', `${name}: ${value}`]), ...to, '--', url];
    const words = ['curl', '-q', '-s', '-k', '-g', '--path-as-is', '--noproxy', '*', ...limits];
    const ran = await place.run(words, { args, timeout: timeout + 5 });
    return ran.stdout.includes(text);
}

;// CONCATENATED MODULE: ./lib/smoke/marked-log.js


/** All that nginx's error log says now. */
async function entriesNow(site) {
    return (0,error_log/* logEntries */.Jd)(await site.ground.errorLog());
}
/** How often the log is read when entries are missing, and the milliseconds between. */
const rounds = 3;
const pause = 200;
/**
 * The entries of exactly these requests, by their markers; the log may be a moment behind.
 * @param before the text of the entries that were there before: a stream's session carries no marker
 */
async function readOwnEntries(site, asked, before) {
    if (asked.every((a) => a.nginx.failure === 'no-connection'))
        return;
    for (let round = 0; round < rounds; round += 1) {
        const entries = await entriesNow(site);
        const byMarker = groupedByMarker(entries);
        for (const a of asked) {
            const own = a.request.scheme === 'tcp' ? sessionEntries(entries, a, before) : (byMarker.get(a.marker) ?? []);
            a.log = [...new Map(own.map((e) => [e.text, e])).values()];
        }
        if (!asked.some(lacksEntry))
            return;
        await site.pause(pause);
    }
}
function groupedByMarker(entries) {
    const groups = new Map();
    for (const entry of entries) {
        const marker = /nginx-gate=(ng[0-9a-f]{16})/.exec(entry.request ?? '')?.[1];
        if (marker !== undefined)
            groups.set(marker, [...(groups.get(marker) ?? []), entry]);
    }
    return groups;
}
function sessionEntries(entries, { request }, before) {
    return entries.filter((e) => e.request === null && e.server?.endsWith(`:${request.port}`) && !before.has(e.text));
}
/** A failure that nginx has surely said something about. */
function lacksEntry({ log, nginx, direct }) {
    // nginx has not given up yet where the client has, and says nothing when the app itself fails.
    if (nginx.failure === 'timeout' || direct.some((d) => (0,smoke_status/* isServerError */.G)(d.status) && d.status === nginx.status))
        return false;
    return log.length === 0 && (nginx.status === null || (0,smoke_status/* isServerError */.G)(nginx.status)) && nginx.failure !== 'no-connection';
}

;// CONCATENATED MODULE: ./lib/smoke/unreached.js
const noConnection = new Set(['refused', 'unreachable', 'connect-timeout', 'not-resolved']);
/** No direct request got a connection, at any address. */
function isUnreached(direct) {
    const tried = direct.filter((d) => d.probe === 'as-nginx');
    return tried.length > 0 && tried.every((d) => noConnection.has(d.outcome));
}

;// CONCATENATED MODULE: ./lib/smoke/copies.js




/** The direct results at the addresses of a name: of one family, as a network may carry only one of them. */
function atCopies(direct) {
    return direct.filter((d) => d.probe === 'as-nginx' && /^\d+\.\d+\.\d+\.\d+:/.test(d.address));
}
/** A name has several addresses, and some of them take no connection: nginx asks them in turn, and fails over. */
function deadCopies(endpoint, direct) {
    if (!isNamed(endpoint) || endpoint.target.host === 'localhost')
        return [];
    const copies = atCopies(direct);
    const dead = copies.filter((d) => isUnreached([d]));
    return dead.length < copies.length ? dead : [];
}
/** The address of the copy that failed, where a name has several: of the log, else the first that takes no connection. */
function failingCopy(log, direct) {
    const copies = atCopies(direct);
    if (new Set(copies.map((d) => d.address)).size < 2)
        return null;
    const said = (0,signs/* firstFault */.Rf)(log)?.entry.upstream ?? copies.find((d) => isUnreached([d]))?.address ?? null;
    return said === null ? null : (0,error_log/* upstreamAddress */.iS)(said).host;
}
/** Says which of several copies it is about. */
function noteCopy(diagnosis, { app, log, direct, target }) {
    const at = failingCopy(log, direct);
    if (at === null || app.name === null || diagnosis.cause === null)
        return;
    diagnosis.rests.push(`${at} is ${app.name}, one of the ${atCopies(direct).length} addresses of ${target.host}`);
}

// EXTERNAL MODULE: ./lib/smoke/causes.js
var causes = __webpack_require__(8345);
;// CONCATENATED MODULE: ./lib/smoke/diagnose.js



/**
 * From the top: the first row whose signs are seen is the diagnosis. The order is part of the table: what nginx says in
 * unmistakable words comes first, then what the app's own state proves, then the ambiguous refusals and time-outs.
 */
const rows = [
    { cause: 'nginx-down', sees: [['nginx does not answer']] },
    { cause: 'tls-verify', sees: [['nginx’s certificate']] },
    { cause: 'tls-handshake', sees: [['nginx’s handshake']] },
    { cause: 'no-live-upstreams', sees: [['log: no live upstreams', 'peer marked down']] },
    { cause: 'no-resolver', sees: [['log: no resolver']] },
    { cause: 'body-too-large', sees: [['log: body too large']] },
    { cause: 'rate-limited', sees: [['log: limited']] },
    { cause: 'script-not-found', sees: [['log: script not found']] },
    { cause: 'header-too-big', sees: [['log: header too big']] },
    {
        cause: 'plain-to-tls',
        sees: [
            ['speaks plain', 'log: TLS answer'],
            ['speaks plain', 'log: reset or closed', 'direct: TLS answers'],
            ['speaks plain', 'direct: TLS answers'],
        ],
    },
    {
        cause: 'tls-to-plain',
        sees: [['log: TLS to plain'], ['speaks TLS', 'direct: plain answers'], ['speaks TLS', 'own 5xx', 'direct: TLS to plain']],
    },
    { cause: 'tls-verify', sees: [['log: not trusted'], ['speaks TLS', 'own 5xx', 'direct: not trusted']] },
    {
        cause: 'tls-handshake',
        sees: [['log: TLS refused'], ['speaks TLS', 'direct: TLS refused'], ['speaks TLS', 'log: reset', 'direct: TLS fails']],
    },
    { cause: 'invalid-response', sees: [['log: not HTTP', 'direct: invalid answer']] },
    {
        cause: 'protocol-mismatch',
        sees: [
            ['log: another protocol'],
            ['log: not HTTP'],
            ['speaks no HTTP', 'direct: HTTP answers'],
            ['speaks HTTP', 'direct: FastCGI answers'],
            ['speaks HTTP', 'direct: HTTP/2 answers'],
            ['speaks HTTP', 'direct: another protocol'],
        ],
    },
    { cause: 'invalid-response', sees: [['log: invalid response'], ['own 5xx', 'direct: invalid']] },
    {
        cause: 'app-not-running',
        sees: [
            ['log: socket missing', 'app gone'],
            ['log: socket refused', 'app gone'],
        ],
    },
    { cause: 'socket-missing', sees: [['log: socket missing'], ['own 5xx', 'socket missing']] },
    { cause: 'socket-permission', sees: [['log: socket denied']] },
    { cause: 'socket-refused', sees: [['log: socket refused'], ['own 5xx', 'socket dead']] },
    {
        cause: 'app-crashed',
        sees: [
            ['log: closed early', 'app ended during this run'],
            ['log: closed early'],
            ['direct: closed early'],
            ['not reached', 'app ended during this run'],
            ['log: reset', 'app ended during this run'],
        ],
    },
    {
        cause: 'app-not-running',
        sees: [
            ['not reached', 'app gone'],
            ['log: not resolved', 'app gone'],
            ['answering timed out', 'app gone'],
        ],
    },
    {
        cause: 'unreachable',
        sees: [
            ['not reached', 'on no shared network'],
            ['log: not resolved', 'on no shared network'],
        ],
    },
    {
        cause: 'stale-config',
        sees: [
            ['upstream of no file', 'not reached'],
            ['upstream of no file', 'any fault in the log'],
        ],
    },
    {
        cause: 'stale-address',
        sees: [
            ['not reached', 'address is not the name’s any more'],
            ['refused', 'direct: by its name it answers'],
        ],
    },
    {
        cause: 'stale-address',
        sees: [['answered from elsewhere']],
        means: 'nginx resolved the name when it started; the app has been recreated since, and something else answers at its old address.',
    },
    { cause: 'app-binds-loopback', sees: [['refused', 'listens on loopback']] },
    { cause: 'address-family', sees: [['refused', 'listens on another address']] },
    { cause: 'wrong-port', sees: [['refused', 'listens on another port']] },
    { cause: 'app-not-running', sees: [['refused', 'nothing listens'], ['refused']] },
    { cause: 'name-not-resolved', sees: [['log: not resolved'], ['direct: not resolved', 'own 5xx']] },
    { cause: 'selinux', sees: [['denied']] },
    { cause: 'unreachable', sees: [['unreachable']] },
    { cause: 'connect-timeout', sees: [['connecting timed out']], unless: ['direct: answers'] },
    { cause: 'connect-timeout', sees: [['connecting timed out', 'any fault in the log']] },
    {
        cause: 'response-timeout',
        sees: [['no answer in time', 'direct: answer goes on']],
        means: 'The app begins its answer and goes on with it, as event streams do, but nginx keeps it in its buffer until there is more.',
        fix: 'Set `proxy_buffering off;` for this location, or let the app send `X-Accel-Buffering: no`.',
    },
    { cause: 'response-timeout', sees: [['answering timed out'], ['no answer in time']] },
    { cause: 'connection-reset', sees: [['log: reset'], ['direct: reset']] },
    { cause: 'nginx-local', sees: [['log: nginx itself']] },
    { cause: 'app-error', sees: [['log: script failed', 'own 5xx']] },
    { cause: 'app-error', sees: [['own 5xx', 'direct: same failure']], unless: ['any fault in the log'] },
    { cause: 'no-live-upstreams', sees: [['log: no live upstreams']] },
    { cause: 'header-too-big', sees: [['own 5xx', 'direct: header too big']] },
    {
        cause: 'unexpected-response',
        sees: [['own 5xx', 'nginx alone', 'a return of its own']],
        means: 'nginx itself answers, by a `return` of its configuration, and does not ask the app: a maintenance switch, or a condition that this request meets.',
    },
    {
        cause: 'unexpected-response',
        sees: [['WebSocket lost']],
        means: 'The app takes WebSockets there, but nginx does not hand the upgrade on, so browsers cannot open any.',
    },
    { cause: 'unexpected-response', sees: [['another server block'], ['not what was expected']], unless: ['own 5xx'] },
    { cause: 'unexpected-response', sees: [['another server block'], ['not what was expected'], ['own 5xx', 'nginx alone']] },
];
/** The cause of one observation, or null when nothing is wrong with it. */
function diagnose(o) {
    if (isHealthy(o))
        return null;
    for (const row of rows) {
        if (row.unless?.some((sign) => signs/* signs */.rf[sign](o) !== null))
            continue;
        for (const way of row.sees) {
            const rests = way.map((sign) => signs/* signs */.rf[sign](o));
            if (rests.every((seen) => seen !== null))
                return named(row, o, rests);
        }
    }
    const fault = (0,signs/* firstFault */.Rf)(o.log);
    if (fault && fault.rule.causes[0] !== 'unexpected-response')
        return named({ cause: fault.rule.causes[0] }, o, [signs/* signs */.rf['any fault in the log'](o) ?? '']);
    if (!hasFailed(o))
        return null;
    return {
        cause: null,
        rests: [o.nginx.status === null ? 'no answer came through nginx' : `nginx answered ${o.nginx.status}`],
        ...(o.log.length === 0 && o.direct.length === 0 ? unseen : unexplained),
    };
}
const unexplained = {
    why: 'The request failed, and nothing that could be seen says why.',
    fix: 'Read the evidence: the log entries, the direct results and the listeners.',
};
const unseen = {
    why: 'The request failed, and neither nginx’s error log nor the app can be seen from here.',
    fix: 'Run this where Docker or ssh leads to nginx (`--vantage docker`, `--vantage ssh://USER@HOST`), or read nginx’s error log and give its line to `nginx-gate explain`.',
};
function named({ cause, means: ofRow, fix }, o, rests) {
    const means = (0,signs/* firstFault */.Rf)(o.log)?.rule;
    const special = means?.causes[0] === cause ? means.means : undefined;
    return { cause, rests: [...new Set(rests)], why: ofRow ?? special ?? causes/* causes */.p[cause].why, fix: fix ?? causes/* causes */.p[cause].fix };
}
function hasFailed({ nginx, upgrade, isStray }) {
    if (upgrade || isStray)
        return true;
    if (nginx.asExpected)
        return nginx.failure !== null;
    return (nginx.status === null || (0,smoke_status/* isServerError */.G)(nginx.status) || nginx.failure !== null || nginx.unmet !== null || nginx.otherServer !== null);
}
/** Below 500, nothing in the log, nothing expected otherwise: an app's own 401 or 404 and nginx's redirects are fine. */
function isHealthy(o) {
    if (hasFailed(o))
        return false;
    const fault = (0,signs/* firstFault */.Rf)(o.log);
    if (fault && fault.rule.causes[0] !== 'unexpected-response')
        return false;
    return !provesWrongProtocol(o);
}
/** A 400 that only complains about the protocol: the port proves that it speaks another one. */
function provesWrongProtocol(o) {
    const speaks = ['tls', 'tls-name', 'http', 'fastcgi'].some((probe) => o.direct.some((d) => d.probe === probe && d.outcome === 'answered'));
    return o.nginx.status === 400 && speaks;
}

;// CONCATENATED MODULE: ./lib/smoke/nginx-down.js





/** Nobody took the connection: nginx does not run, or runs without this `listen`. */
async function diagnoseNginxDown(site, asked) {
    const { request, url } = asked;
    const observation = ownObservation(asked);
    const down = diagnose(observation);
    if (!down)
        return [];
    const state = await site.nginxState();
    const isStale = state.running === true && (await listensElsewhereOnly(site, asked));
    const diagnosis = isStale
        ? await tellReloadFromDeploy(site, staleListen(request.port))
        : { ...down, ...unansweredBecause(site, asked, state) };
    return [{ request, endpoint: null, url, diagnosis, observation, served: false }];
}
/** nginx listens for other blocks of these files: this block is newer than what it has loaded. */
async function listensElsewhereOnly(site, { request }) {
    if (site.doors.doorOf(request).front.base !== null || site.place === null)
        return false;
    const listeners = (await site.ground.ownListeners()) ?? [];
    const ports = new Set(site.stack.config.servers.flatMap((s) => s.listens.map((l) => l.port)));
    return listeners.some((l) => ports.has(l.port)) && !listeners.some((l) => l.port === request.port);
}
/** What is known of why nobody took the connection, and what to do where it is not nginx's fault. */
function unansweredBecause(site, asked, { says, running }) {
    const { front } = site.doors.doorOf(asked.request);
    const { host, port } = front.address(asked.request);
    if (says !== null)
        return { rests: [says] };
    if (asked.answer?.exit === notResolved) {
        return {
            rests: [`the name ${host} does not resolve on the machine that asks`],
            why: 'Nothing could be asked: the name that --base-url gives has no address here.',
            fix: 'Give --base-url a name or address that this machine knows, or leave it out and let nginx be asked where it stands.',
        };
    }
    const rests = [`nothing takes a connection at ${bracketed(host)}:${port}, for ${asked.url}`];
    if (front.base !== null && running === true) {
        return {
            rests: [...rests, 'nginx itself runs'],
            why: 'nginx runs, but not at the address that --base-url gives.',
            fix: 'Give --base-url the address and port that nginx is published at, or mend what stands between.',
        };
    }
    return { rests };
}
/** curl's exit code for a name without an address. */
const notResolved = 6;
function staleListen(port) {
    const { why, fix } = causes/* causes */.p['stale-config'];
    return { cause: 'stale-config', rests: [`nginx runs and listens, but not on ${port}`], why, fix };
}

;// CONCATENATED MODULE: ./lib/smoke/own-return.js



/** The `return` lines of a location and the blocks around it, those under an `if` among them. */
function returnsAround({ request }) {
    const blocks = request.route?.route.scope ?? [];
    const direct = blocks.flatMap((block) => inside(block));
    const conditional = direct.filter((d) => d.word.text === 'if').flatMap((d) => inside(d));
    return [...direct, ...conditional].filter((d) => d.word.text === 'return');
}
/** nginx's own code for closing the connection without an answer. */
const closing = '444';
/** nginx hangs up as `return 444` says, on whom the configuration does not want to answer: nothing is wrong. */
function closesOnPurpose(asked) {
    const { nginx, log } = asked;
    if (nginx.status !== null || nginx.failure !== 'closed' || nginx.unmet !== null || (0,signs/* firstFault */.Rf)(log) !== null)
        return false;
    return returnsAround(asked).some((d) => d.args[0]?.text === closing);
}
/** The `return` that gives just this error, as it is written; null when there is none. */
function ownReturn(asked) {
    const { status } = asked.nginx;
    if (!(0,smoke_status/* isServerError */.G)(status))
        return null;
    const found = returnsAround(asked).find((d) => d.args[0]?.text === String(status));
    return found === undefined ? null : `return ${status}`;
}

;// CONCATENATED MODULE: ./lib/smoke/stray-answer.js



/** What may answer in the app's place without being a fault. */
const otherAnswers = new Set([
    'proxy_cache',
    'fastcgi_cache',
    'uwsgi_cache',
    'scgi_cache',
    'proxy_store',
    'error_page',
    'return',
    'rewrite',
    'if',
    'try_files',
]);
/**
 * nginx has a good answer, although no address that the app has now takes a connection: nginx still holds an address of
 * before, and what has that address by now answers.
 */
function isStray(site, { request, nginx }, endpoint, direct) {
    const { route } = request;
    if (route === null || route.endpoints.length !== 1 || nginx.status === null || nginx.status < 200 || nginx.status > 299)
        return false;
    if (!isNamed(endpoint) || route.route.target.includes('$') || !isUnreached(direct))
        return false;
    return site.ground.mayHaveMoved(endpoint) && !mayAnswerOtherwise(route);
}
function mayAnswerOtherwise({ route }) {
    return route.scope.some((block) => inside(block).some((d) => otherAnswers.has(d.word.text)));
}

;// CONCATENATED MODULE: ./lib/smoke/request-diagnosis.js














/** What is wrong with one request: a diagnosis for each endpoint that failed; empty when it is healthy. */
async function diagnoseRequest(site, asked) {
    if (asked.nginx.failure === 'no-connection')
        return diagnoseNginxDown(site, asked);
    if (closesOnPurpose(asked))
        return [];
    const endpoints = endpointsOf(asked, site.stack);
    return endpoints.length === 0 ? diagnoseAlone(asked) : keepOwnCauses(await diagnoseEndpoints(site, asked, endpoints));
}
async function diagnoseEndpoints(site, asked, endpoints) {
    const { log } = asked;
    const { owned, loose } = await attribute(site, log, endpoints);
    const faulty = new Set([...owned].filter(([, entries]) => (0,signs/* firstFault */.Rf)(entries) !== null).map(([endpoint]) => endpoint));
    const told = [];
    for (const [endpoint, entries] of owned) {
        const hasFault = faulty.has(endpoint);
        if (!hasFault && faulty.size > 0 && !log.some((e) => (0,messages/* ruleFor */.s)(e)?.id === 'no-live-upstreams'))
            continue;
        const foreign = hasFault ? null : foreignUpstream(loose, endpoints);
        const observation = await observe(site, asked, endpoint, hasFault ? entries : [...entries, ...loose], foreign);
        const isSuspectPeer = endpoints.length > 1 && isServed(asked) && !hasFault && !endpoint.target.down && isUnreached(observation.direct);
        const dead = isServed(asked) && !hasFault ? deadCopies(endpoint, observation.direct) : [];
        const alone = dead.length > 0 ? asIfAlone({ ...observation, direct: dead }) : isSuspectPeer ? asIfAlone(observation) : observation;
        const found = diagnose(alone);
        if (!found)
            continue;
        const diagnosis = await tellReloadFromDeploy(site, found);
        noteCopy(diagnosis, observation);
        const served = observation.isStray ||
            dead.length > 0 ||
            (isServed(asked) && (hasFault || isSuspectPeer) && servedByAnother(asked, endpoint, diagnosis));
        told.push({ request: asked.request, endpoint, url: asked.url, diagnosis, observation, served });
        if (loose.length > 0 && !hasFault)
            break;
    }
    return told;
}
/** What nginx answers itself: only the log, or an expectation that is not met, makes it a fault. */
function diagnoseAlone(asked) {
    const { request, nginx, log } = asked;
    const isControl = request.kind === 'control';
    if (isControl && nginx.unmet === null && (0,signs/* firstFault */.Rf)(log) === null)
        return [];
    const observation = ownObservation(asked);
    const diagnosis = diagnose(observation);
    if (!diagnosis || (isControl && diagnosis.cause === 'unexpected-response'))
        return [];
    return [{ request, endpoint: null, url: asked.url, diagnosis, observation, served: false }];
}
/** Everything that is known about a request and one of its endpoints. */
async function observe(site, asked, endpoint, log, foreign) {
    const { host, port, socket, written, protocol, down } = endpoint.target;
    const addresses = new Set([null, ...(await site.addressesOf(endpoint))].map((to) => addressText(endpoint, to)));
    const direct = asked.direct.filter((d) => addresses.has(d.address));
    const isInteresting = isSuspect(asked) || (0,signs/* firstFault */.Rf)(log) !== null || direct.some((d) => d.outcome !== 'answered');
    const app = isInteresting && site.place !== null ? await site.appOf(endpoint, failingCopy(log, direct)) : unknownApp;
    return {
        protocol,
        target: { host, port, socket, written, down },
        nginx: asked.nginx,
        log,
        direct,
        app,
        foreignUpstream: foreign,
        upgrade: asked.upgrade,
        ownReturn: ownReturn(asked),
        isStray: log.length === 0 && isStray(site, asked, endpoint, direct),
    };
}
/** The client got an answer. */
function isServed({ nginx }) {
    return nginx.status !== null && !(0,smoke_status/* isServerError */.G)(nginx.status) && nginx.unmet === null && nginx.failure === null;
}
/** How it would have looked had nginx chosen this peer. */
function asIfAlone(o) {
    return { ...o, nginx: { ...o.nginx, status: 502 } };
}
/** Another peer, another address of the name, or the main request in place of its subrequest. */
function servedByAnother({ request, log }, endpoint, diagnosis) {
    if (diagnosis.cause === 'script-not-found' || diagnosis.cause === 'protocol-mismatch')
        return false;
    if (log.some((e) => e.subrequest !== null))
        return true;
    if ((request.route?.endpoints ?? []).length > 1 || endpoint.target.host === 'localhost')
        return true;
    return isNamed(endpoint) && log.length > 0 && log.every((e) => e.upstream !== null) && !hidesStatus(request);
}
/** error_page turns a failure into another status: then nobody else served it. */
function hidesStatus(request) {
    return (request.route?.route.scope ?? []).some((block) => (block.block ?? []).some((d) => d.word.text === 'error_page'));
}
/** `no-live-upstreams` and an unknown cause count only where no peer has a cause of its own. */
function keepOwnCauses(told) {
    const own = told.filter((t) => t.diagnosis.cause !== null && t.diagnosis.cause !== 'no-live-upstreams');
    return own.length > 0 ? own : told.slice(0, 1);
}

;// CONCATENATED MODULE: ./lib/smoke/sessions.js


/** A session without an upstream ends well before this, in seconds; one that lives on may still be connecting. */
const atOnce = 2.5;
/** A stream's port: nginx takes every connection, and closes it at once when it has no upstream. */
async function openSession(site, asked) {
    const endpoint = asked.request.route?.endpoints[0];
    if (!endpoint)
        return;
    const { place, front } = site.doors.doorOf(asked.request);
    const door = { ...endpoint, target: { ...endpoint.target, socket: null } };
    const answer = await connectAndSend(place, door, front.address(asked.request), new Uint8Array(), null);
    asked.seconds = answer.seconds;
    if (answer.failure !== null)
        return;
    const isClosed = answer.closed && answer.text === '' && answer.seconds < atOnce;
    asked.nginx = { status: isClosed ? null : 200, failure: isClosed ? 'closed' : null, unmet: null, otherServer: null };
}
/** An open session says nothing while nginx still tries to connect: it is worth no more than a direct connection. */
function doubtSession(asked) {
    if (asked.nginx.failure === null && isUnreached(asked.direct))
        asked.nginx = { ...asked.nginx, status: null, failure: 'timeout' };
}

;// CONCATENATED MODULE: ./lib/smoke/upgrades.js






/** An accepted WebSocket stays open: so long is it listened to, in seconds. */
const patience = 2;
/** Of one stack, at most. */
const mostUpgrades = 50;
/**
 * Asks for a WebSocket through nginx and straight at the app, where the configuration hands upgrades on and plain
 * requests are answered. An app that takes no upgrade there is healthy: only one that nginx alone loses is noted.
 */
async function askUpgrades(site, asked) {
    const { place } = site;
    if (!place)
        return;
    const trials = [];
    for (const one of asked.filter(mayUpgrade).slice(0, mostUpgrades)) {
        const { route } = one.request;
        const endpoint = route?.endpoints.find((e) => !e.target.down);
        if (!route || !endpoint)
            continue;
        const [to] = await site.addressesOf(endpoint);
        if (to !== undefined)
            trials.push({ asked: one, route, endpoint, to });
    }
    if (trials.length === 0)
        return;
    const [through, direct] = await Promise.all([askThroughNginx(site, trials), askStraight(site, place, trials)]);
    for (const [index, { asked: one, route, endpoint, to }] of trials.entries()) {
        const [status, own] = [through[index] ?? null, direct[index] ?? null];
        if (own === 101 && isLost(status))
            one.upgrade = { through: status, address: addressText(endpoint, to), missing: missingLines(route) };
    }
}
function mayUpgrade({ request, nginx, log, upgrade }) {
    if (upgrade !== null || request.route === null || request.scheme === 'tcp' || !handsUpgradesOn(request.route))
        return false;
    // An HTTP/2 port without TLS takes nothing that asks in HTTP/1.1.
    if (request.listen?.http2 && request.scheme === 'http')
        return false;
    return nginx.status !== null && !(0,smoke_status/* isServerError */.G)(nginx.status) && nginx.failure === null && (0,signs/* firstFault */.Rf)(log) === null;
}
/** Statuses by which nginx turns a client away before any upgrade, and its own way of saying that it is busy. */
const turnedAway = new Set([301, 302, 303, 307, 308, 401, 403, 407, 429, 503]);
function isLost(status) {
    return status !== null && status !== 101 && !turnedAway.has(status);
}
const setHeader = (route, name) => inherited(route, 'proxy_set_header').find((d) => d.args[0]?.text.toLowerCase() === name && (d.args[1]?.text ?? '') !== '');
/** The configuration means to hand on an upgrade: it sets one of the two headers for it. */
function handsUpgradesOn(route) {
    if (route.route.name !== 'proxy_pass')
        return false;
    return setHeader(route, 'upgrade') !== undefined || /upgrade/i.test(setHeader(route, 'connection')?.args[1]?.text ?? '');
}
/** What a WebSocket needs and these blocks do not say. */
function missingLines(route) {
    const missing = [];
    if (inherited(route, 'proxy_http_version')[0]?.args[0]?.text !== '1.1')
        missing.push('proxy_http_version 1.1;');
    if (setHeader(route, 'upgrade') === undefined)
        missing.push('proxy_set_header Upgrade $http_upgrade;');
    if (!/upgrade/i.test(setHeader(route, 'connection')?.args[1]?.text ?? ''))
        missing.push('proxy_set_header Connection "upgrade";');
    return missing;
}
async function askThroughNginx(site, trials) {
    const statuses = trials.map(() => null);
    for (const door of new Set(trials.map((t) => site.doors.doorOf(t.asked.request)))) {
        const own = [...trials.entries()].filter(([, t]) => site.doors.doorOf(t.asked.request) === door);
        const requests = own.map(([, { asked }]) => throughNginx(asked.request, { ...door.front, timeout: patience }, asked.marker, true));
        const answers = await curl(door.place, requests);
        for (const [at, [index]] of own.entries())
            statuses[index] = answers?.[at]?.status ?? null;
    }
    return statuses;
}
async function askStraight(site, place, trials) {
    const requests = trials.map(({ asked, endpoint, to }) => straight(asked.request, endpoint, to, 'upgrade', { timeout: patience, marker: asked.marker }));
    const isSocket = trials.some((t) => t.endpoint.target.socket !== null);
    const answers = await curl(place, requests, isSocket ? site.ground.workerUser : null);
    return trials.map((_, index) => answers?.[index]?.status ?? null);
}

;// CONCATENATED MODULE: ./lib/smoke/ask.js












/** At once, where each task starts a command of its own. */
const ask_fewCommands = 8;
/** Sends requests through nginx and, where `isWorthwhile`, straight at the apps; and reads what nginx's error log says of each. */
async function ask(site, requests, isWorthwhile = () => true) {
    const all = requests.map((r) => unanswered(r, urlOf(r, site.doors.doorOf(r).front)));
    const pages = all.filter((a) => a.request.scheme !== 'tcp');
    const sessions = all.filter((a) => a.request.scheme === 'tcp');
    const before = sessions.length > 0 ? new Set((await entriesNow(site)).map((e) => e.text)) : new Set();
    await Promise.all([askPages(site, pages), eachBounded(sessions, ask_fewCommands, (a) => openSession(site, a))]);
    await eachBounded(pages, ask_fewCommands, (a) => meetExpectations(site, a));
    const asked = all.filter(isWorthwhile);
    // Meanwhile the engine writes what nginx has said of a failover.
    await askDirectly(site, asked);
    for (const a of sessions)
        doubtSession(a);
    await readOwnEntries(site, asked, before);
    return asked;
}
/** Nothing can be asked from this place: it has no curl, or too old a one. */
class NoCurl extends errors/* GateError */.u {
    constructor(place) {
        const where = place === 'docker' ? 'neither nginx’s image nor another one of the project has a curl' : `${place} has no curl`;
        super(`Nothing can be asked from where it should be: ${where} of version 7.75 or later. Try another --vantage, or --base-url.`);
    }
}
async function askPages(site, pages) {
    const doors = new Set(pages.map((a) => site.doors.doorOf(a.request)));
    await eachBounded([...doors], doors.size, async (door) => {
        const through = pages.filter((a) => site.doors.doorOf(a.request) === door);
        const answers = await curl(door.place, through.map((a) => throughNginx(a.request, door.front, a.marker)));
        if (answers === undefined)
            throw new NoCurl(door.place.name);
        for (const [index, a] of through.entries())
            noteAnswer(a, answers[index]);
    });
}
/** Direct requests, evidence and a diagnosis for each; what is healthy costs one request for each address. */
async function examine(site, asked) {
    await askDirectly(site, asked);
    await Promise.all([askOtherwise(site, asked), askUpgrades(site, asked)]);
    for (const a of asked)
        a.nginx.otherServer ??= answeringServer(a);
    await eachBounded(asked, ask_fewCommands, async (a) => {
        a.told = await diagnoseRequest(site, a);
    });
}

;// CONCATENATED MODULE: ./lib/smoke/doors.js

/** The ways to nginx: from outside (a base URL, published ports), and from where nginx itself stands. */
class Doors {
    /** `docker`, `runner`, `ssh://…`: for reports. */
    vantage;
    #outer;
    #inner;
    #ground;
    #stack;
    /** Requests of this stack go to published ports. */
    #isPublished;
    constructor(stack, ground, local, options) {
        this.#ground = ground;
        this.#stack = stack;
        const base = options.baseUrl === undefined ? null : new URL(options.baseUrl);
        this.#isPublished = stack.nginx.kind === 'service' && (options.vantage === 'runner' || ground.place === null);
        const outside = base !== null ? local : this.#isPublished ? ground.machine : (ground.place ?? local);
        const published = ({ port }) => publishedAt(port, stack, ground) ?? { host: '127.0.0.1', port };
        this.vantage = options.vantage === 'runner' ? 'runner' : ground.name;
        this.#outer = { place: outside, front: frontOf(outside, options, base, this.#isPublished ? published : listened) };
        const inside = options.fromOutsideOnly ? null : ground.place;
        this.#inner = inside && { place: inside, front: frontOf(inside, options, null, listened) };
    }
    /** Where a request is sent: what a base URL or published ports do not lead to is asked from where nginx stands. */
    doorOf(request) {
        return this.#inner !== null && !this.#leadsOutside(request) ? this.#inner : this.#outer;
    }
    /** Whether any door leads to the port of a request. */
    leadsTo(request) {
        return this.#inner !== null || this.#ground.place === null || this.#leadsOutside(request);
    }
    #leadsOutside({ port, server }) {
        const { base } = this.#outer.front;
        if (base === null)
            return !this.#isPublished || publishedAt(port, this.#stack, this.#ground) !== null;
        const own = this.#ground.publishedAs(Number(base.port) || usualPort(base));
        const listens = server.listens.map((l) => l.port);
        return own === null || listens.includes(own) || (listens.length === 0 && own === 80);
    }
}
function frontOf(from, options, base, address) {
    const { timeout, caFile } = options;
    // The file is on this machine: a container or a host over ssh cannot read it.
    const verify = from.name === 'runner' && caFile !== undefined;
    const based = () => ({ host: withoutBrackets(base?.hostname ?? ''), port: Number(base?.port) || usualPort(base) });
    return { base, timeout, verify, ...(verify && { ca: caFile }), address: base === null ? address : based };
}
/** Where nginx's container publishes the port: by the engine's word, else by the files; null where it does not. */
function publishedAt(port, { nginx }, ground) {
    if (nginx.service?.networkMode?.value === 'host')
        return { host: '127.0.0.1', port };
    const known = ground.published(port);
    if (known !== null || ground.place !== null)
        return known;
    const written = nginx.service?.ports.find((p) => p.target === port && p.protocol !== 'udp')?.published;
    const first = Number(written?.split('-', 1)[0]);
    return first > 0 ? { host: '127.0.0.1', port: first } : null;
}
const listened = ({ port, listen }) => ({ host: addressOfListen(listen?.address ?? null), port });
function addressOfListen(address) {
    if (address === null || address === '0.0.0.0' || address === '*')
        return '127.0.0.1';
    if (address === '::')
        return '::1';
    return isAddress(address) ? address : '127.0.0.1';
}
const usualPort = (base) => (base?.protocol === 'https:' ? 443 : 80);
const withoutBrackets = (host) => host.replace(/^\[|\]$/g, '');

;// CONCATENATED MODULE: ./lib/smoke/healing.js



/** Asks all; while nginx takes no connection at all, asks again until the time is up or nothing can start it. */
async function waitForNginx(site, requests) {
    for (let round = 0;; round += 1) {
        const asked = site.ground.isStopped() ? requests.map((r) => neverAsked(site, r)) : await ask(site, requests);
        const isDown = asked.length > 0 && asked.every((a) => a.nginx.failure === 'no-connection');
        const state = isDown ? await site.nginxState() : null;
        if (state === null || state.isFinal || !site.hasTimeFor(round)) {
            await examine(site, asked);
            return asked;
        }
        site.say(round === 0 ? `waiting for nginx${state.says === null ? '' : ` (${state.says})`}` : 'still waiting for nginx');
        await site.waitForRound(round);
    }
}
function neverAsked(site, request) {
    return unanswered(request, urlOf(request, site.doors.doorOf(request).front));
}
/** Asks again what may still heal: refused or not resolved, by an app that may still be starting. */
async function healed(site, first) {
    const current = new Map(first.map((a) => [a.request, a]));
    for (let round = 0;; round += 1) {
        const open = [];
        for (const asked of current.values())
            if (await mayHeal(site, asked))
                open.push(asked.request);
        if (open.length === 0 || !site.hasTimeFor(round))
            return [...current.values()];
        site.say(`${open.length} of ${first.length} requests fail in a way that may still heal; asking again`);
        await site.waitForRound(round);
        const again = await ask(site, open);
        await examine(site, again);
        for (const asked of again) {
            // A crash is told by the request that caused it; what follows is only refused.
            const before = current.get(asked.request);
            if (!before?.told.some((t) => t.diagnosis.cause === 'app-crashed'))
                current.set(asked.request, asked);
        }
    }
}
const healing = new Set([
    'app-not-running',
    'name-not-resolved',
    'no-live-upstreams',
    'socket-missing',
    'socket-refused',
]);
async function mayHeal(site, { told, nginx }) {
    if (nginx.failure === 'no-connection' || ![null, 502, 503, 504].includes(nginx.status))
        return false;
    for (const { diagnosis, endpoint } of told) {
        if (diagnosis.cause === null || !healing.has(diagnosis.cause))
            continue;
        if (endpoint === null || (await site.ground.mayHeal(endpoint)))
            return true;
    }
    return false;
}
/** So few that no app is overwhelmed. */
const fewRequests = 8;
/**
 * Many requests at once may run into a limit that is meant for something else, or be too much for a small app: what
 * failed in such a way is asked once more, by itself, and counts as healthy when it is.
 */
async function askAgainAlone(site, all) {
    await askLimitedAgain(site, all);
    const stray = all.filter((a) => a.told.some((t) => t.observation.isStray));
    await replaceIfHealthy(site, all, stray.slice(0, fewRequests));
    if (all.length > fewRequests)
        await askSlowAgain(site, all);
}
/** As many time-outs as all that is slow may take once more. */
const mostTimeouts = 3;
/**
 * A few at a time, for as long as that mends some: what a small app does not manage at once it manages one after the other.
 * Where the time is up and every one of them was fine alone, it was the crowd for the others as well.
 */
async function askSlowAgain(site, all) {
    const slow = failedBy(all, 'response-timeout', 'connect-timeout', 'nginx-local');
    const until = Date.now() + mostTimeouts * site.options.timeout * 1000;
    const stillSlow = (tried) => tried.filter((asked) => all.includes(asked)).length;
    let at = 0;
    while (at < slow.length && Date.now() < until) {
        const few = slow.slice(at, at + fewRequests);
        await replaceIfHealthy(site, all, few);
        if (stillSlow(few) === few.length)
            return;
        at += fewRequests;
    }
    if (stillSlow(slow.slice(0, at)) === 0)
        for (const asked of slow.slice(at))
            asked.told = [];
}
/** Milliseconds in which the tightest usual limit, one request a second, lets another one through. */
const limitPause = 1100;
/** One after the other. Where each of so many is let through alone, the limit is only too tight for all of them at once. */
async function askLimitedAgain(site, all) {
    const limited = failedBy(all, 'rate-limited');
    const tried = limited.slice(0, fewRequests);
    for (const asked of tried) {
        await site.pause(limitPause);
        await replaceIfHealthy(site, all, [asked]);
    }
    if (tried.some((asked) => all.includes(asked)))
        return;
    for (const asked of limited.slice(fewRequests))
        asked.told = [];
}
function failedBy(all, ...causes) {
    return all.filter((a) => a.told.some(({ diagnosis }) => diagnosis.cause !== null && causes.includes(diagnosis.cause)));
}
async function replaceIfHealthy(site, all, failed) {
    if (failed.length === 0)
        return;
    const requests = failed.map((a) => a.request);
    const fine = (await ask(site, requests, (a) => !isSuspect(a))).filter((a) => !isSuspect(a));
    await examine(site, fine);
    for (const fresh of fine) {
        const index = all.findIndex((a) => a.request === fresh.request);
        if (fresh.told.length === 0 && index !== -1)
            all[index] = fresh;
    }
}

;// CONCATENATED MODULE: ./lib/smoke/findings.js

/** Where a finding stands: at the target, `no-resolver` at the directive, `nginx-down` at the nginx service. */
function placeOf({ request, endpoint, diagnosis }, stack) {
    if (diagnosis.cause === 'nginx-down')
        return stack.nginx.service?.at ?? request.server.directive.at ?? request.at;
    if (diagnosis.cause === 'no-resolver')
        return (endpoint?.route ?? request.route)?.route.directive.at ?? request.at;
    return endpoint?.target.at ?? request.at;
}
/** One finding for each cause at each place; requests that share it are counted. */
function findingsOf(told, stack) {
    const groups = new Map();
    for (const one of told) {
        const { file, start } = placeOf(one, stack);
        const key = [one.diagnosis.cause ?? 'unknown', file, start.line, one.diagnosis.cause === 'nginx-down' ? 0 : start.column].join('\0');
        groups.set(key, [...(groups.get(key) ?? []), one]);
    }
    return [...groups.values()].map((group) => draftOf(group, stack));
}
function draftOf(group, stack) {
    const first = (group.find((t) => !t.served) ?? group[0]);
    const { diagnosis, observation, endpoint } = first;
    const served = group.every((t) => t.served);
    const more = group.length > 1 ? ` (and ${group.length - 1} more)` : '';
    const what = observation.isStray
        ? 'is answered by what has the old address now'
        : served
            ? 'was served by another peer'
            : answered(observation);
    const about = endpoint ? `${endpoint.target.written}: ` : '';
    const words = diagnosis.cause === null ? 'nobody can say why' : causes/* causes */.p[diagnosis.cause].short;
    const rests = diagnosis.rests.filter((r) => r !== '').join('; ');
    const location = placeOf(first, stack);
    return {
        check: `smoke/${diagnosis.cause ?? 'unknown'}`,
        severity: served || diagnosis.cause === 'body-too-large' ? 'warning' : 'error',
        message: `${about}${words}${rests === '' ? '' : `: ${rests}`}.`,
        why: `${first.url}${more} ${what}. ${diagnosis.why}`,
        fix: fixOf(first, stack.nginx.kind === 'service'),
        location,
        related: relatedOf(first, stack),
    };
}
function answered({ nginx, upgrade }) {
    if (upgrade)
        return `answers a WebSocket upgrade with ${upgrade.through ?? 'nothing'}`;
    if (nginx.unmet !== null)
        return nginx.unmet;
    if (nginx.status !== null)
        return `answers ${nginx.status}${nginx.failure === 'cut' ? ', cut in the middle' : ''}`;
    return nginx.failure === 'timeout' ? 'does not answer in time' : 'gives no answer';
}
/** The cause's fix, with the value itself where the evidence leaves one choice. */
function fixOf({ diagnosis, observation, endpoint }, inContainer) {
    if (diagnosis.cause === 'wrong-port') {
        const ports = [...new Set((observation.app.listeners ?? []).filter((l) => !isLoopbackOnly(l.address)).map((l) => l.port))];
        const at = endpoint?.target.portAt;
        if (ports.length === 1 && ports[0] !== undefined) {
            const newText = String(ports[0]);
            return { message: `Use port ${newText}.`, ...(at && { edits: [{ location: at, newText }] }) };
        }
    }
    const host = endpoint?.target.host ?? '';
    const isEmpty = observation.app.listeners?.length === 0;
    if (diagnosis.cause === 'app-not-running' && inContainer && isEmpty && (isLoopbackOnly(host) || host === 'localhost')) {
        return {
            message: `${host} is nginx’s own container, and nothing else listens there: name the app’s service and its container port instead.`,
        };
    }
    if (observation.upgrade && diagnosis.cause === 'unexpected-response')
        return { message: upgradeFix(observation.upgrade) };
    return { message: diagnosis.fix };
}
function upgradeFix({ missing }) {
    if (missing.length > 0)
        return `Add ${missing.map((line) => `\`${line}\``).join(' and ')} to this location.`;
    return 'Compare the headers that nginx sends with those of the direct request: the lines that a WebSocket needs are there.';
}
function isLoopbackOnly(address) {
    return address.startsWith('127.') || address === '::1';
}
const pointsAtService = new Set(['app-not-running', 'wrong-port', 'app-binds-loopback', 'app-crashed', 'unreachable']);
function relatedOf({ endpoint, diagnosis, observation }, stack) {
    if (!endpoint || diagnosis.cause === null || !pointsAtService.has(diagnosis.cause))
        return [];
    const copy = stack.project?.services.find((s) => s.name === observation.app.service);
    if (copy)
        return [{ location: copy.at, label: `${copy.name} is the service behind it` }];
    if ('service' in endpoint.reach)
        return [{ location: endpoint.reach.service.at, label: `${endpoint.reach.service.name} is the service behind it` }];
    const { port } = endpoint.target;
    const other = stack.project?.services.find((s) => s !== stack.nginx.service && s.expose.some((e) => port !== null && e.from <= port && port <= e.to));
    return other ? [{ location: other.at, label: `${other.name} listens on ${port} in its own container` }] : [];
}

;// CONCATENATED MODULE: ./lib/smoke/redact.js
const secretName = /pass|secret|token|credential|api_?key|private|auth|session|cookie|dsn/i;
const redact_hidden = '•••';
/** A function that takes secrets out of a text: values of the project's own variables, and what looks like one anywhere. */
function redactor(stack) {
    const values = new Set();
    for (const service of stack.project?.services ?? []) {
        for (const [name, { value }] of service.environment) {
            if (value !== null && value.length >= 6 && (secretName.test(name) || /:\/\/[^/\s:@]+:[^/\s@]+@/.test(value)))
                values.add(value);
        }
    }
    const known = [...values].sort((a, b) => b.length - a.length);
    return (text) => {
        let out = text;
        for (const value of known)
            out = out.replaceAll(value, redact_hidden);
        return out
            .replace(/(:\/\/[^/\s:@"]{1,100}:)[^/\s@"]{1,200}@/g, `$1${redact_hidden}@`)
            .replace(/\b(Bearer|Basic) [\w.~+/=-]{6,2000}/gi, `$1 ${redact_hidden}`)
            .replace(/([?&;\s"'](?:[\w-]{0,40}(?:pass(?:word|wd)?|secret|token|api_?key|signature|session|code|auth)[\w-]{0,20})["']?\s?[=:]\s?["']?)[^&\s"',;]{1,2000}/gi, `$1${redact_hidden}`);
    };
}
/** Every text inside a value, redacted; the value is JSON-like. */
function redacted(value, redact) {
    return JSON.parse(JSON.stringify(value), (_, v) => (typeof v === 'string' ? redact(v) : v));
}

;// CONCATENATED MODULE: ./lib/smoke/run-report.js



/** What a run says: the findings, the report's table, and the evidence for a ticket; no secrets in any of them. */
function reportOf(site, asked, skipped) {
    const { stack, redact } = site;
    const findings = findingsOf(asked.flatMap((a) => a.told), stack);
    return {
        stack,
        report: redacted(tableOf(site, asked, skipped), redact),
        findings: findings.map((f) => redacted(f, redact)),
        evidence: redacted(evidenceOf(site, asked, skipped), redact),
    };
}
function tableOf(site, asked, skipped) {
    return {
        vantage: site.doors.vantage,
        scope: scopeOf(asked),
        skipped: skipped.map(({ what, because, at }) => ({ file: at.file, line: at.start.line, route: what, because })),
        requests: asked.map((a) => ({
            file: a.request.at.file,
            line: a.request.at.start.line,
            url: a.url,
            nginx: { status: a.nginx.status, seconds: a.seconds },
            direct: a.direct.filter((d) => d.probe === 'as-nginx').map(({ address, status, result }) => ({ address, status, result })),
            log: a.log.map((e) => e.text),
            cause: causeOf(a.told),
        })),
    };
}
function evidenceOf(site, asked, skipped) {
    return {
        stack: site.stack.name,
        vantage: site.doors.vantage,
        startedAt: new Date(site.since).toISOString(),
        scope: scopeOf(asked),
        skipped: skipped.map(({ what, because, at }) => ({ what, because, file: at.file, line: at.start.line })),
        requests: asked.map((a) => ({
            kind: a.request.kind,
            url: a.url,
            path: marked(a.request.path, a.marker),
            file: a.request.at.file,
            line: a.request.at.start.line,
            nginx: { ...a.nginx, seconds: a.seconds },
            direct: a.direct,
            log: a.log.map((e) => e.text),
            causes: a.told.map(({ diagnosis, observation, endpoint, served }) => ({
                endpoint: endpoint?.target.written ?? null,
                ...diagnosis,
                served,
                app: observation.app,
            })),
        })),
    };
}
/** What the report names; a failure that nobody can explain is `unknown`, not healthy. */
function causeOf(told) {
    const first = told.find((t) => !t.served) ?? told[0];
    return first === undefined ? null : (first.diagnosis.cause ?? 'unknown');
}
/** One upstream, or everything? What a person wants to know first. */
function scopeOf(asked) {
    const failed = asked.filter((a) => a.told.some((t) => !t.served));
    if (failed.length === 0)
        return 'every request is answered';
    if (failed.length === asked.length)
        return failed.every((a) => a.nginx.failure === 'no-connection')
            ? 'nginx does not answer'
            : 'every request fails: nginx, DNS or all upstreams';
    const controls = asked.filter((a) => a.request.kind === 'control');
    const targets = new Set(failed.map((a) => a.request.route?.route.target ?? a.request.path));
    const rest = controls.some((a) => a.told.length === 0) ? '; what nginx answers itself is fine' : '';
    return `${failed.length} of ${asked.length} requests ${failed.length === 1 ? 'fails' : 'fail'}, at ${[...targets].slice(0, 3).join(', ')}${rest}`;
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./lib/smoke/site.js



/** What all steps of one stack's run share: what is asked, from where, and until when. */
class Site {
    stack;
    ground;
    doors;
    options;
    /** Takes the project's secrets out of a text. */
    redact;
    /** When the run started and until when it may wait, in milliseconds of the epoch. */
    since = Date.now();
    deadline;
    #nginx;
    #configuration;
    #apps = new Map();
    constructor(stack, ground, doors, options) {
        this.stack = stack;
        this.ground = ground;
        this.doors = doors;
        this.options = options;
        this.redact = redactor(stack);
        this.deadline = this.since + options.wait * 1000;
    }
    /** Where nginx stands; null where nothing can be run there. */
    get place() {
        return this.ground.place;
    }
    say(text) {
        this.options.progress?.(this.redact(text));
    }
    /** @throws the signal's reason when the job is cancelled */
    async pause(milliseconds) {
        const { signal } = this.options;
        await (0,external_node_timers_promises_.setTimeout)(milliseconds, undefined, signal ? { signal } : {}).catch(() => signal?.throwIfAborted());
    }
    /** Waits a while before the given round, and forgets what was seen before. */
    async waitForRound(round) {
        await this.pause(pauseBefore(round));
        await this.ground.refresh();
        this.#apps.clear();
        this.#nginx = undefined;
    }
    hasTimeFor(round) {
        return Date.now() + pauseBefore(round) <= this.deadline;
    }
    /** What is known of nginx itself; found out once a round. */
    nginxState() {
        this.#nginx ??= this.ground.nginxState();
        return this.#nginx;
    }
    /** What is known of the app behind an endpoint, of its copy at an address where it has several; found out once a round. */
    appOf(endpoint, at = null) {
        const key = `${endpoint.target.protocol} ${addressText(endpoint, null)} ${at}`;
        const known = this.#apps.get(key) ?? this.ground.app(endpoint, this.since, at);
        this.#apps.set(key, known);
        return known;
    }
    /** The configuration's files where nginx stands, as `nginx -T` prints them; asked for once. */
    configurationThere() {
        this.#configuration ??= this.ground.configuration();
        return this.#configuration;
    }
    /** The addresses that an endpoint is asked at; null among them is the endpoint as it is written. */
    async addressesOf(endpoint) {
        if (endpoint.target.socket !== null)
            return [null];
        if (this.place === null)
            return [];
        const known = await this.ground.addresses(endpoint);
        if (known !== null)
            return known.slice(0, mostAddresses);
        return endpoint.target.host === null || endpoint.target.port === null ? [] : [null];
    }
}
/** A name with more addresses than this is somebody's cloud. */
const mostAddresses = 16;
/** In milliseconds: longer from round to round. */
function pauseBefore(round) {
    return Math.min(1000 + 500 * round, 5000);
}

;// CONCATENATED MODULE: ./lib/smoke/stack-run.js






/** Smoke for one stack: from where nginx stands, and by its published ports when nothing can be asked from there. */
async function smokeStack(stack, ground, local, options) {
    try {
        return await allSteps(stack, ground, local, options);
    }
    catch (error) {
        if (!(error instanceof NoCurl) || options.vantage !== 'auto' || ground.name !== 'docker')
            throw error;
        const run = await allSteps(stack, ground, local, { ...options, vantage: 'runner', fromOutsideOnly: true });
        // Nothing that was asked is no clean bill.
        if (run.report.requests.length === 0)
            throw error;
        return run;
    }
}
/** In their order: plan, wait, ask, let heal, ask once more what a crowd may have broken, report. */
async function allSteps(stack, ground, local, options) {
    const site = new Site(stack, ground, new Doors(stack, ground, local, options), options);
    const plan = planRequests(stack, {
        routes: options.routes ?? [],
        samples: options.samples ?? new Map(),
        isOnlyStack: options.isOnlyStack,
    });
    const requests = plan.requests.filter((r) => site.doors.leadsTo(r));
    const skipped = [...plan.skipped, ...plan.requests.filter((r) => !site.doors.leadsTo(r)).map(unpublished)];
    site.say(`${stack.name}: ${requests.length} requests from ${site.doors.vantage}`);
    for (const { what, because } of skipped)
        site.say(`skipped ${what}: ${because}`);
    const asked = await healed(site, await waitForNginx(site, requests));
    await askAgainAlone(site, asked);
    return reportOf(site, asked, skipped);
}
function unpublished({ at, port, route, path }) {
    const what = route ? `${route.route.name} ${route.route.target}` : path;
    return { at, what, because: `port ${port} of nginx is published nowhere, and nothing can be asked from inside` };
}

;// CONCATENATED MODULE: ./lib/smoke/unseen-ground.js

/** nginx in a container that cannot be seen from here: only its published ports are known, by the files. */
class UnseenGround {
    name;
    place = null;
    machine;
    workerUser = null;
    constructor(from) {
        this.name = from.name;
        this.machine = from;
    }
    isStopped() {
        return false;
    }
    configuration() {
        return Promise.resolve(null);
    }
    nginxState() {
        return Promise.resolve({ running: null, says: null, isFinal: false });
    }
    app() {
        return Promise.resolve(unknownApp);
    }
    errorLog() {
        return Promise.resolve('');
    }
    addresses() {
        return Promise.resolve(null);
    }
    ownListeners() {
        return Promise.resolve(null);
    }
    mayHeal() {
        return Promise.resolve(true);
    }
    refresh() {
        return Promise.resolve();
    }
    published() {
        return null;
    }
    publishedAs() {
        return null;
    }
    serviceAt() {
        return null;
    }
    mayHaveMoved() {
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/smoke/run.js









/**
 * Requests every route through nginx and straight at its endpoints, and names the cause of what fails. Reads only:
 * GET and HEAD, no restart, nothing is left behind.
 * @throws GateError when the vantage that was asked for can't be used
 */
async function runSmoke(stacks, options) {
    const local = new LocalPlace(options.signal);
    const isSsh = options.vantage.startsWith('ssh://');
    if (!isSsh && !['auto', 'docker', 'runner'].includes(options.vantage)) {
        throw new errors/* GateError */.u(`${options.vantage} is no vantage: auto, docker, runner or ssh://USER@HOST.`);
    }
    if (isSsh)
        sshTarget(options.vantage);
    const ssh = isSsh
        ? await SshPlace.open(options.vantage, {
            key: textOf(options.sshKey),
            knownHosts: textOf(options.sshKnownHosts),
            signal: options.signal,
        })
        : null;
    // curl takes certificates from files alone.
    const folder = options.ca === undefined ? undefined : (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'nginx-gate-ca-'));
    const caFile = folder === undefined ? undefined : (0,external_node_path_.join)(folder, 'ca.pem');
    try {
        if (caFile !== undefined)
            (0,external_node_fs_.writeFileSync)(caFile, options.ca ?? '');
        const runs = [];
        for (const stack of stacks) {
            if (stack.routes.length === 0 && stack.config.servers.length === 0)
                continue;
            const ground = await groundOf(stack, local, ssh, options);
            runs.push(await smokeStack(stack, ground, local, { ...options, caFile, isOnlyStack: stacks.length === 1 }));
        }
        return runs;
    }
    finally {
        if (folder !== undefined)
            (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
        await ssh?.close();
    }
}
/** Keys come as text from an action's input, and as a file from a command line. @throws GateError when there is no such file */
function textOf(given) {
    if (given === undefined || /[\r\n]|^\S+ \S+ |^-----BEGIN/.test(given.trim()))
        return given;
    try {
        return (0,external_node_fs_.readFileSync)(given, 'utf8');
    }
    catch (error) {
        throw new errors/* GateError */.u(`${given} can't be read: ${(0,errors/* messageOf */.b)(error)}`);
    }
}
/** Where nginx stands, as far as it can be found. */
async function groundOf(stack, local, ssh, options) {
    const machine = ssh ?? local;
    if (stack.nginx.kind === 'host')
        return new HostGround(machine, stack);
    const engines = ssh ? (await ssh.dockerHosts()).map((host) => new LocalPlace(options.signal, { DOCKER_HOST: host })) : [local];
    for (const engine of engines) {
        const docker = await DockerGround.find({ stack, engine, machine, root: options.root });
        if (docker)
            return docker;
    }
    if (options.vantage === 'docker' && (await local.run(['docker', 'version'], { timeout: 15 })).code !== 0) {
        throw new errors/* GateError */.u('The vantage docker was asked for, and no Docker engine answers.');
    }
    return new UnseenGround(machine);
}

// EXTERNAL MODULE: ./lib/gate/check.js + 62 modules
var check = __webpack_require__(8835);
// EXTERNAL MODULE: ./lib/gate/judge.js + 1 modules
var judge = __webpack_require__(5492);
// EXTERNAL MODULE: ./lib/gate/secrets.js
var secrets = __webpack_require__(7734);
// EXTERNAL MODULE: ./lib/gate/stack-report.js
var stack_report = __webpack_require__(762);
;// CONCATENATED MODULE: ./lib/gate/smoke.js






/** A file that no service loads is another nginx's: it is not asked where somebody has said which service is meant. */
function isWanted({ stacks: { nginxService, nginxConf } }) {
    return ({ nginx }) => nginxService === undefined || nginx.kind === 'service' || nginxConf !== undefined;
}
/**
 * Requests every route through nginx and straight at its endpoints, and names the cause of what fails.
 * @throws GateError when there is no nginx configuration, or the vantage can't be used
 */
async function smoke(job) {
    if (job.baseUrl !== undefined && !/^https?:$/.test(URL.canParse(job.baseUrl) ? new URL(job.baseUrl).protocol : '')) {
        throw new errors/* GateError */.u(`${job.baseUrl} is no http:// or https:// address.`);
    }
    const stacks = (await (0,check/* readStacks */.QB)(job)).filter(isWanted(job));
    job.mark?.('read');
    const { repo, stacks: _, config, mark, ...options } = job;
    const runs = await runSmoke(stacks, {
        ...options,
        routes: config.smoke.routes,
        samples: config.smoke.samples,
        lineOf: repo.lineOf,
        root: repo.root,
    });
    mark?.('smoke');
    const drafts = runs.flatMap((run) => run.findings);
    const { findings, suppressed } = (0,judge/* judge */.S4)(drafts, {
        severities: config.checks,
        baseline: new Set(),
        sources: [],
        notRun: new Set(),
        lineOf: repo.lineOf,
    });
    const report = {
        schema: 'nginx-gate/1',
        summary: (0,judge/* totals */.Sd)({ findings, suppressed }),
        stacks: runs.map(({ stack, report: smokeReport }) => (0,stack_report/* stackReport */.V)(stack, findings, { smoke: smokeReport })),
        findings,
    };
    return {
        report: (0,secrets/* withoutSecretValues */.P)(report, stacks),
        evidence: { schema: 'nginx-gate-evidence/1', stacks: runs.map((run) => run.evidence) },
    };
}

// EXTERNAL MODULE: ./lib/command-line/job-options.js
var job_options = __webpack_require__(2782);
// EXTERNAL MODULE: ./lib/command-line/output.js
var output = __webpack_require__(8273);
// EXTERNAL MODULE: ./lib/command-line/print-report.js + 11 modules
var print_report = __webpack_require__(9190);
// EXTERNAL MODULE: ./lib/command-line/progress.js
var command_line_progress = __webpack_require__(459);
;// CONCATENATED MODULE: ./lib/command-line/smoke.js









/** `nginx-gate smoke`: prints the report, writes the evidence and answers the exit status. @throws GateError */
async function smokeCommand(line, signal) {
    const job = (0,gate_job/* openJob */.I)((0,job_options/* jobOptions */.w)(line));
    const progress = new command_line_progress/* Progress */.k();
    const timing = new command_line_progress/* Timing */.X();
    const { report, evidence } = await smoke({
        ...job,
        baseUrl: line.value('base-url'),
        vantage: line.value('vantage') ?? 'auto',
        wait: seconds(line, 'wait', 0),
        timeout: seconds(line, 'timeout', 0.1),
        ca: smoke_textOf(line.value('ca')),
        sshKey: smoke_textOf(line.value('ssh-key')),
        sshKnownHosts: smoke_textOf(line.value('ssh-known-hosts')),
        signal,
        progress: progress.tell,
        mark: timing.mark,
    }).finally(() => progress.clear());
    (0,print_report/* printReport */.Y)(report, line, job.repo.lineOf);
    const file = line.value('evidence');
    if (file !== undefined)
        (0,output/* writeFile */._h)(file, `${JSON.stringify(evidence, null, 2)}\n`);
    if (line.has('timing'))
        process.stderr.write(String(timing));
    return (0,failing/* failing */.J)(report.findings, line.value('fail-on'), new Set()).length > 0 ? 1 : 0;
}
function seconds(line, name, least) {
    const text = line.value(name) ?? '';
    const value = Number(text);
    if (text.trim() === '' || !(value >= least && value <= 3600))
        throw new errors/* GateError */.u(`--${name} ${text} is no number of seconds from ${least} to 3600.`);
    return value;
}
function smoke_textOf(file) {
    if (file === undefined)
        return undefined;
    try {
        return (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch (error) {
        throw new errors/* GateError */.u(`${file} can't be read: ${(0,errors/* messageOf */.b)(error)}`);
    }
}


/***/ }),

/***/ 6747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ failing)
/* harmony export */ });
/* harmony import */ var _core_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6134);

/** The findings that make the gate fail: at or above `failOn`, and none of those whose fingerprint says that the change under review did not cause it. */
function failing(findings, failOn, notCaused) {
    return findings.filter((finding) => (0,_core_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .fails */ .c6)(finding.severity, failOn) && !notCaused.has(finding.fingerprint));
}


/***/ })

};
