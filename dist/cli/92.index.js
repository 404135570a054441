export const id = 92;
export const ids = [92];
export const modules = {

/***/ 2782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ jobOptions)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);

/** The folder and the choice of stacks that a command line names. @throws GateError when it names more than one folder */
function jobOptions(line) {
    if (line.rest.length > 1)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GateError */ .u(`One folder is expected, not ${line.rest.length}: ${line.rest.join(' ')}.`);
    return {
        folder: line.rest[0] ?? '.',
        config: line.value('config'),
        composeFiles: line.values('compose'),
        profiles: line.values('profile'),
        envFiles: line.values('env-file'),
        nginxService: line.value('nginx-service'),
        nginxConf: line.value('nginx-conf'),
    };
}


/***/ }),

/***/ 6134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eg: () => (/* binding */ compareFindings),
/* harmony export */   QN: () => (/* binding */ withFingerprints),
/* harmony export */   c6: () => (/* binding */ fails),
/* harmony export */   gO: () => (/* binding */ severities)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/** Most severe first. */
const severities = ['error', 'warning', 'notice'];
/** Whether a finding of this severity fails a run. */
function fails(severity, failOn = 'error') {
    return failOn !== 'never' && severities.indexOf(severity) <= severities.indexOf(failOn);
}
/**
 * Gives every draft its fingerprint: a hash of the check, the file and the text of the line (white space folded),
 * not of its number. Equal hashes are told apart by their order in the file.
 * @param lineOf the text of a line of a repository file; undefined where it can't be read
 */
function withFingerprints(drafts, lineOf) {
    const seen = new Map();
    const hashes = new Map();
    // Thousands of findings may stand on one line of a megabyte.
    const hashOf = ({ check, location: { file, start } }) => {
        const key = `${check}\0${file}\0${start.line}`;
        let hash = hashes.get(key);
        if (hash === undefined) {
            const text = (lineOf(file, start.line) ?? '').split(/\s+/).filter(Boolean).join(' ');
            hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update([check, file, text].join('\0')).digest('hex');
            hashes.set(key, hash);
        }
        return hash;
    };
    return drafts.map((draft) => {
        const hash = hashOf(draft);
        const times = (seen.get(hash) ?? 0) + 1;
        seen.set(hash, times);
        return { ...draft, fingerprint: times === 1 ? hash : `${hash}:${times}` };
    });
}
/** The order in which people read findings: by severity, then file, line, column and check. */
function compareFindings(a, b) {
    return (severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
        compareText(a.location.file, b.location.file) ||
        a.location.start.line - b.location.start.line ||
        a.location.start.column - b.location.start.column ||
        compareText(a.check, b.check));
}
function compareText(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}


/***/ }),

/***/ 1203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ Repository)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3828);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7718);




/** Larger files are not configuration; reading them only serves to fill the memory. */
const largestFile = 8 * 1024 * 1024;
/** A repository with more files is read up to here. */
const mostFiles = 200_000;
const neverWalked = new Set(['.git', 'node_modules', '.hg', '.svn']);
/**
 * The files of one repository. Paths are POSIX and relative to its top. Nothing outside the top is ever read:
 * a path with too many `..`, or a symbolic link that leads out, is as good as absent.
 */
class Repository {
    /** Absolute, links resolved. */
    root;
    /** The folder that the user asked about, relative to the top; '' for all. Other files may be read where this folder leads to them. */
    scope;
    #sources = new Map();
    #walked;
    #leftOut = () => false;
    constructor(root, scope) {
        this.root = root;
        this.scope = scope;
    }
    /**
     * The repository around a folder: its top is the nearest parent that holds `.git`, else the folder itself.
     * @param highest where the search for `.git` ends, and the top where there is none: some checkouts are mere archives
     * @throws GateError when `folder` is no folder that can be read
     */
    static around(folder, highest) {
        let real;
        try {
            real = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder));
        }
        catch {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .u(`There is no folder ${folder}.`);
        }
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(real).isDirectory())
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .u(`${folder} is a file, not a folder.`);
        const last = highest === undefined ? undefined : (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(highest));
        for (let top = real;; top = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(top)) {
            if (top === last || (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(top, '.git')))
                return new Repository(top, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(top, real).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/'));
            if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(top) === top)
                return new Repository(real, '');
        }
    }
    /** What stands at a path, links followed inside the repository; undefined when nothing, something special, or something outside. */
    kind(path) {
        const real = this.#inside(path);
        if (real === undefined)
            return undefined;
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(real, { throwIfNoEntry: false });
        return stat?.isFile() ? 'file' : stat?.isDirectory() ? 'directory' : undefined;
    }
    /** The text of a symbolic link at a path inside the repository; undefined when it is none. */
    link(path) {
        const parent = this.#inside(node_path__WEBPACK_IMPORTED_MODULE_1__.posix.dirname(path));
        if (parent === undefined)
            return undefined;
        try {
            return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(parent, node_path__WEBPACK_IMPORTED_MODULE_1__.posix.basename(path)));
        }
        catch {
            return undefined;
        }
    }
    /** Whether anyone may execute a file. */
    isExecutable(path) {
        const real = this.#inside(path);
        const stat = real === undefined ? undefined : (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(real, { throwIfNoEntry: false });
        return stat !== undefined && (stat.mode & 0o111) !== 0;
    }
    /** Whether a path is a symbolic link that leads outside, or an entry that exists but can't be used as file or folder. */
    isForeign(path) {
        const inside = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.normalize(path);
        if (inside.startsWith('..') || node_path__WEBPACK_IMPORTED_MODULE_1__.posix.isAbsolute(inside))
            return true;
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.root, inside), { throwIfNoEntry: false });
        if (stat !== undefined)
            return this.kind(inside) === undefined;
        // What is not there yet would come to lie where its folder leads.
        return inside.includes('/') && this.isForeign(node_path__WEBPACK_IMPORTED_MODULE_1__.posix.dirname(inside));
    }
    /** The bytes of a file, or undefined when it is absent, outside, not a regular file, unreadable or larger than 8 MiB. */
    bytes(path) {
        const real = this.#inside(path);
        if (real === undefined || !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(real, { throwIfNoEntry: false })?.isFile())
            return undefined;
        try {
            return readBounded(real);
        }
        catch {
            return undefined;
        }
    }
    /** The text of a file (UTF-8; a byte order mark stays), or undefined as for `bytes`. */
    source(path) {
        const key = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.normalize(path);
        if (!this.#sources.has(key)) {
            const bytes = this.bytes(key);
            this.#sources.set(key, bytes && new _source_js__WEBPACK_IMPORTED_MODULE_3__/* .Source */ .k(key, bytes.toString('utf8')));
        }
        return this.#sources.get(key);
    }
    /** The names in a folder, sorted by code unit; empty when there is no such folder inside. */
    list(path) {
        const real = this.#inside(path);
        if (real === undefined)
            return [];
        try {
            return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(real).sort();
        }
        catch {
            return [];
        }
    }
    /** Every file in scope but those of `.git` and `node_modules`, sorted; links to folders are not followed. */
    files() {
        this.#walked ??= walk(this.root, this.scope).filter((path) => !this.#leftOut(path));
        return this.#walked;
    }
    /** Takes the paths for which `isLeftOut` answers true out of what `files` lists. They can still be read where a file in use names them. */
    leaveOut(isLeftOut) {
        this.#leftOut = isLeftOut;
        this.#walked = undefined;
    }
    /** The line reader that reports need. */
    lineOf = (file, line) => this.source(file)?.line(line);
    #inside(path) {
        if (path.includes('\0') || node_path__WEBPACK_IMPORTED_MODULE_1__.posix.isAbsolute(path))
            return undefined;
        let real;
        try {
            real = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.root, path));
        }
        catch {
            return undefined;
        }
        const from = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(this.root, real);
        return from === '..' || from.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(this.root, from) !== real ? undefined : real;
    }
}
function readBounded(real) {
    const handle = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(real, 'r');
    try {
        const { size } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(handle);
        if (size > largestFile)
            return undefined;
        const buffer = Buffer.alloc(size);
        let filled = 0;
        while (filled < size) {
            const read = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(handle, buffer, filled, size - filled, filled);
            if (read === 0)
                break;
            filled += read;
        }
        return buffer.subarray(0, filled);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(handle);
    }
}
function walk(root, scope) {
    const found = [];
    const folders = [scope];
    for (let folder = folders.pop(); folder !== undefined && found.length < mostFiles; folder = folders.pop()) {
        let entries;
        try {
            entries = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, folder), { withFileTypes: true });
        }
        catch {
            continue;
        }
        for (const entry of entries) {
            const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
            if (entry.isDirectory()) {
                if (!neverWalked.has(entry.name))
                    folders.push(path);
            }
            else if (entry.isFile() || entry.isSymbolicLink())
                found.push(path);
        }
    }
    return found.sort();
}


/***/ }),

/***/ 8835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z6: () => (/* binding */ check_check),
  rd: () => (/* binding */ missingNginxTest),
  QB: () => (/* binding */ readStacks),
  EI: () => (/* binding */ reportOf)
});

// EXTERNAL MODULE: ./lib/checks/compose-invalid.js
var compose_invalid = __webpack_require__(7319);
// EXTERNAL MODULE: ./lib/checks/index.js + 39 modules
var checks = __webpack_require__(3939);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/git.js
var git = __webpack_require__(9151);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./node_modules/execa/index.js + 131 modules
var execa = __webpack_require__(6993);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/tar-stream/index.js
var tar_stream = __webpack_require__(6118);
;// CONCATENATED MODULE: ./lib/docker/archive.js
/** Tar streams for `docker cp`, which works from a job in a container and with a remote engine, where bind mounts do not. */


/** The bytes of a tar archive to be unpacked at `/`. Missing folders are made by the engine on the way. */
async function packFiles(files) {
    const archive = (0,tar_stream.pack)();
    for (const file of files) {
        const name = external_node_path_.posix.normalize(`/${file.path}`).slice(1);
        if (name === '' || name.endsWith('/'))
            continue;
        if (file.link === undefined)
            archive.entry({ name, mode: file.mode & 0o777 }, Buffer.from(file.bytes));
        else
            archive.entry({ name, type: 'symlink', linkname: file.link });
    }
    archive.finalize();
    const chunks = [];
    for await (const chunk of archive)
        chunks.push(chunk);
    return Buffer.concat(chunks);
}
/** The files and links of an archive whose names start from the parent of `folder`, as `docker cp CONTAINER:FOLDER -` writes it. */
async function unpackFiles(bytes, folder) {
    const archive = (0,tar_stream.extract)();
    const files = [];
    archive.end(Buffer.from(bytes));
    for await (const entry of archive) {
        const { name, type, mode, linkname } = entry.header;
        const path = external_node_path_.posix.join(external_node_path_.posix.dirname(folder), name);
        const chunks = [];
        for await (const chunk of entry)
            chunks.push(chunk);
        if (type === 'file')
            files.push({ path, bytes: Buffer.concat(chunks), mode: mode ?? 0o644 });
        else if (type === 'symlink' && linkname)
            files.push({ path, bytes: new Uint8Array(), mode: 0o777, link: linkname });
    }
    return files;
}

;// CONCATENATED MODULE: ./lib/docker/last-resort.js
/** What must still happen when the process ends in the middle of the work: by Ctrl-C, by a signal, or by a crash. */
const actions = new Set();
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/**
 * Runs `action`, which must be synchronous, when the process ends before the returned function is called.
 * A signal ends the process as it would have without us, unless somebody else listens for it too: then how to end is theirs to say.
 */
function beforeSuddenExit(action) {
    if (actions.size === 0)
        listen();
    actions.add(action);
    return () => {
        if (actions.delete(action) && actions.size === 0)
            unlisten();
    };
}
function listen() {
    process.on('exit', runAll);
    // First in line: a listener that was added with `once` is gone when its turn is over, and would not be counted.
    for (const signal of signals)
        process.prependListener(signal, onSignal);
}
function unlisten() {
    process.off('exit', runAll);
    for (const signal of signals)
        process.off(signal, onSignal);
}
function onSignal(signal) {
    runAll();
    if (process.listenerCount(signal) > 0)
        return;
    process.kill(process.pid, signal);
}
function runAll() {
    const pending = [...actions];
    actions.clear();
    unlisten();
    for (const action of pending) {
        try {
            action();
        }
        catch {
            // The others still want their turn.
        }
    }
}

;// CONCATENATED MODULE: ./lib/docker/engine.js
/**
 * The child processes of `check`: docker, podman and a local nginx, always with argument lists and never through a shell.
 * Containers are sealed and removed again whatever happens.
 */






const outputLimit = 64 * 1024 * 1024;
const shortly = 30;
/** For questions that move no data. */
const soon = 10;
/** How long an engine may take to say that it is there, in seconds; podman reads its storage for that. */
const answerSeconds = { docker: 5, podman: 10 };
const pullSeconds = 180;
const runSeconds = 60;
/** Containers that a killed process left behind are removed by a later run after this many seconds. */
const abandonedAfter = 900;
/** What docker and podman need of the runner's environment to find their engine. Nothing of it reaches a container. */
const neededVariables = [
    'PATH',
    'HOME',
    'TMPDIR',
    'USER',
    'LOGNAME',
    'XDG_RUNTIME_DIR',
    'XDG_CONFIG_HOME',
    'XDG_DATA_HOME',
    'SSH_AUTH_SOCK',
    'CONTAINER_HOST',
    'CONTAINER_CONNECTION',
    'CONTAINER_SSHKEY',
    'CONTAINERS_CONF',
    'CONTAINERS_STORAGE_CONF',
    'CONTAINERS_REGISTRIES_CONF',
    'REGISTRY_AUTH_FILE',
    'STORAGE_DRIVER',
    'USERPROFILE',
    'APPDATA',
    'LOCALAPPDATA',
    'PROGRAMDATA',
    'PROGRAMFILES',
    'SYSTEMROOT',
    'COMSPEC',
    'PATHEXT',
    'TEMP',
    'TMP',
];
/** The engines' own command lines put these into a container from their configuration unless they are set; they may hold passwords. */
const proxyVariables = ['HTTP_PROXY', 'HTTPS_PROXY', 'FTP_PROXY', 'NO_PROXY', 'ALL_PROXY'];
/** An image reference that can't be taken for an option. */
const imageReference = /^[a-zA-Z0-9][\w.:/@-]{0,511}$/;
/** An engine refused; the message holds its own words. */
class EngineError extends Error {
    name = 'EngineError';
}
/** docker or podman. */
class ContainerEngine {
    name;
    /** Whether containers may bind addresses that are not theirs; a kernel without IPv6 refuses the setting. */
    bindsForeignAddresses = true;
    /** Names and labels of one process's containers. */
    #run = (0,external_node_crypto_.randomBytes)(6).toString('hex');
    #count = 0;
    #images = new Map();
    #offline = new Map();
    #silent = null;
    constructor(name) {
        this.name = name;
    }
    /** The engine when it answers and runs Linux containers, else why not, in a few words. */
    static async connect(name, signal) {
        const question = name === 'docker' ? ['version', '--format', '{{.Server.Os}}'] : ['info', '--format', '{{.Host.OS}}'];
        const ran = await run(name, question, { seconds: answerSeconds[name], signal });
        if (ran.absent)
            return `${name} is not installed`;
        if (ran.timedOut)
            return `${name} did not answer within ${answerSeconds[name]} seconds`;
        if (ran.status !== 0)
            return `${name} does not answer: ${lastLine(ran.stderr)}`;
        const os = ran.stdout.trim();
        if (os !== 'linux')
            return `${name} runs ${os === 'windows' ? 'Windows' : os} containers`;
        const engine = new ContainerEngine(name);
        await engine.#sweep(signal);
        return engine.silent ?? engine;
    }
    /** Why nothing more is asked of this engine, or null: once it did not answer in time, each further question would wait as long. */
    get silent() {
        return this.#silent;
    }
    /** Whether `ContainerPlan.hide` works: podman has no option for an empty anonymous volume. */
    get canHide() {
        return this.name === 'docker';
    }
    /** Makes sure that an image is there, by one pull where it is not. Answers why it can't be had, or null when it is there. */
    obtain(image, signal, progress) {
        if (this.#silent !== null)
            return Promise.resolve(this.#silent);
        let known = this.#images.get(image);
        if (known === undefined) {
            known = this.#obtain(image, signal, progress);
            this.#images.set(image, known);
        }
        return known;
    }
    async #obtain(image, signal, progress) {
        if (!imageReference.test(image))
            return `${JSON.stringify(image)} is no image reference`;
        const local = await this.#call(['image', 'inspect', '--format', '{{.Os}}', image], { seconds: soon, signal });
        if (local.status === 0)
            return local.stdout.trim() === 'windows' ? `${image} is a Windows image` : null;
        if (local.timedOut)
            return this.#silent;
        const registry = registryOf(image);
        const offline = this.#offline.get(registry);
        if (offline !== undefined)
            return offline;
        progress?.(`${this.name} pulls ${image}`);
        const pulled = await this.#call(['pull', '--quiet', this.#reference(image)], { seconds: pullSeconds, signal });
        if (pulled.status === 0)
            return null;
        const why = pulled.timedOut ? `no answer within ${pullSeconds} seconds` : lastLine(pulled.stderr);
        const reason = `${this.name} cannot pull ${image} (${why})`;
        if (/no such host|timeout|timed out|network is unreachable|connection refused|no route|no answer within/i.test(why)) {
            this.#offline.set(registry, `${this.name} has no image ${image}, and ${registry} cannot be reached (${why})`);
        }
        return reason;
    }
    /** podman asks at a terminal which registry a short name means. */
    #reference(image) {
        if (this.name === 'docker' || registryOf(image) !== 'docker.io' || image.startsWith('docker.io/'))
            return image;
        return image.includes('/') ? `docker.io/${image}` : `docker.io/library/${image}`;
    }
    /**
     * Creates a sealed container: no network, three capabilities, limits on processes and memory, nothing of the runner's environment.
     * @throws EngineError when it refuses
     */
    async create(plan, signal) {
        this.#count += 1;
        const name = `nginx-gate-${this.#run}-${this.#count}`;
        const container = new Container(this, name);
        try {
            // Never stopped in the middle: the engine would go on with it, and what it makes could not be removed yet.
            const started = (pid) => {
                container.maker = pid;
            };
            const ran = await this.#call(this.#createArguments(name, plan), { seconds: shortly * 2, apart: true, started });
            container.settled = !ran.timedOut;
            signal?.throwIfAborted();
            if (ran.status === 0)
                return container;
            throw new EngineError(`${this.name} cannot create a container of ${plan.image}: ${lastLine(ran.stderr)}`);
        }
        catch (error) {
            await container.remove();
            throw error;
        }
    }
    #createArguments(name, plan) {
        const mounts = this.canHide ? [...plan.hide].map((folder) => `type=volume,dst=${folder},volume-nocopy`) : [];
        return [
            'create',
            ...['--name', name],
            ...[
                '--label',
                `nginx-gate.sandbox=${process.pid}`,
                '--label',
                `nginx-gate.expires=${Math.floor(Date.now() / 1000) + abandonedAfter}`,
            ],
            ...['--network', 'none'],
            ...['--cap-drop', 'ALL', '--cap-add', 'CHOWN', '--cap-add', 'DAC_OVERRIDE', '--cap-add', 'NET_BIND_SERVICE'],
            ...['--security-opt', 'no-new-privileges'],
            ...['--pids-limit', '64', '--memory', '512m'],
            // nginx -t binds its listen addresses: this lets it bind those of the machine that it is meant for.
            ...(this.bindsForeignAddresses ? ['--sysctl', 'net.ipv4.ip_nonlocal_bind=1', '--sysctl', 'net.ipv6.ip_nonlocal_bind=1'] : []),
            ...['--user', '0:0', '--no-healthcheck', '--log-driver', 'none'],
            ...(this.name === 'podman' ? ['--http-proxy=false', '--pull=never'] : []),
            ...proxyVariables.flatMap((variable) => ['--env', `${variable}=`, '--env', `${variable.toLowerCase()}=`]),
            ...mounts.flatMap((mount) => ['--mount', mount]),
            ...[...plan.hosts].flatMap((host) => ['--add-host', `${host}:127.0.0.1`]),
            ...['--entrypoint', plan.program],
            plan.image,
            ...plan.args,
        ];
    }
    /** @internal */
    async call(args, limits) {
        return this.#call(args, limits);
    }
    async #call(args, limits) {
        const ran = await run(this.name, args, limits);
        // What a container runs, and a registry far away, may take long without any fault of the engine.
        if (ran.timedOut && args[0] !== 'start' && args[0] !== 'pull')
            this.#silent ??= `${this.name} did not answer to "${this.name} ${args[0]}" within ${limits.seconds} seconds`;
        return ran;
    }
    /** Removes what a killed process of ours left behind. */
    async #sweep(signal) {
        const listed = await this.#call(['ps', '--all', '--filter', 'label=nginx-gate.sandbox', '--format', '{{.Names}} {{.Labels}}'], {
            seconds: soon,
            signal,
        });
        const now = Date.now() / 1000;
        const old = listed.stdout.split('\n').flatMap((line) => {
            const name = /^nginx-gate-[\da-f]+-\d+(?= )/.exec(line)?.[0];
            // docker lists labels as a=b,c=d and podman as map[a:b c:d].
            const expires = /nginx-gate\.expires[=:](\d+)/.exec(line)?.[1];
            return name !== undefined && Number(expires ?? Infinity) < now ? [name] : [];
        });
        if (old.length > 0)
            await this.#call(['rm', '--force', '--volumes', ...old], { seconds: shortly });
    }
}
/** One sealed container. Removed by `remove`, or by itself when the process ends before that. */
class Container {
    name;
    #engine;
    #forget;
    /** Whether the engine has answered to `create`; before that it may still be busy with it when its command line is gone. */
    settled = false;
    /** The process id of the command line that creates it. */
    maker;
    /** @internal */
    constructor(engine, name) {
        this.#engine = engine;
        this.name = name;
        this.#forget = beforeSuddenExit(() => this.#removeNow());
    }
    /** Unpacks files at their absolute paths. @throws EngineError when it refuses */
    async copyIn(files, signal) {
        const list = [...files];
        if (list.length === 0)
            return;
        const input = await packFiles(list);
        const ran = await this.#engine.call(['cp', '-', `${this.name}:/`], { seconds: runSeconds, signal, input });
        if (ran.status !== 0)
            throw new EngineError(`the files cannot be copied into the container: ${lastLine(ran.stderr)}`);
    }
    /** The files below a folder, or the one file; empty when there is none. */
    async copyOut(path, signal) {
        const bytes = await runForBytes(this.#engine.name, ['cp', `${this.name}:${path}`, '-'], { seconds: shortly, signal });
        return bytes === undefined ? [] : unpackFiles(bytes, path);
    }
    /** Runs the program to its end, at most a minute. Can be called again. */
    async start(signal) {
        const ran = await this.#engine.call(['start', '--attach', this.name], { seconds: runSeconds, signal });
        if (ran.timedOut)
            await this.#engine.call(['kill', this.name], { seconds: shortly });
        return ran;
    }
    /** Removes the container and its volumes. Never throws; works after the work was aborted. */
    async remove() {
        for (let left = this.settled ? settledTries : unsettledTries; left > 0; left -= 1) {
            if (isRemoved(await this.#engine.call(this.#removal(), { seconds: shortly })))
                break;
            // A later run removes what this engine still comes to make.
            if (this.#engine.silent !== null)
                break;
            await (0,promises_.setTimeout)(pauseMilliseconds);
        }
        this.#forget();
    }
    #removal() {
        return ['rm', '--force', '--volumes', this.name];
    }
    /** The command line that creates the container is waited for: only then is it there to be removed, or will never be. */
    #removeNow() {
        const until = Date.now() + makerMilliseconds;
        let left = this.settled ? settledTries : unsettledTries;
        while (left > 0) {
            const busy = !this.settled && this.maker !== undefined && isRunning(this.maker);
            const ran = (0,execa/* execaSync */.Kc)(this.#engine.name, this.#removal(), { ...surroundings({ seconds: shortly }), reject: false });
            if (isRemoved({ status: ran.exitCode ?? null, stderr: ran.stderr }) || ran.timedOut)
                return;
            if (!busy || Date.now() > until)
                left -= 1;
            Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMilliseconds);
        }
    }
}
/** How often a removal is tried: of a container that is there, and of one that an engine may still be making. */
const settledTries = 3;
const unsettledTries = 5;
const pauseMilliseconds = 200;
/** How long a command line may take that creates a container while the process already ends. */
const makerMilliseconds = 60_000;
/** Whether a child process of ours still works. One that has ended stays in the table of processes until we look after it. */
function isRunning(pid) {
    try {
        const status = (0,external_node_fs_.readFileSync)(`/proc/${pid}/stat`, 'latin1');
        return !/^[ZX]/.test(status.slice(status.lastIndexOf(')') + 2));
    }
    catch {
        // No such process, or a system without /proc: then the tries are counted.
        return false;
    }
}
/** podman, and docker from version 20.10 on, end with 0 when there was nothing to remove. */
function isRemoved(ran) {
    return ran.status === 0 && !/no such container/i.test(ran.stderr);
}
/** Runs an nginx of this machine. The caller answers for the configuration that it reads. */
function runNginx(args, limits) {
    return run('nginx', args, { seconds: runSeconds, environment: { LC_ALL: 'C' }, ...limits });
}
/** What `nginx -V` says (standard error), or null when no nginx is on PATH. */
async function localNginx(signal) {
    const ran = await run('nginx', ['-V'], { seconds: shortly, signal });
    return ran.status === 0 ? ran.stderr : null;
}
/** Never rejects, except with the signal's reason when the work was aborted. */
async function run(program, args, limits) {
    const child = (0,execa/* execa */.Ho)(program, args, {
        ...options(limits),
        ...(limits.signal ? { cancelSignal: limits.signal } : {}),
        ...(limits.input ? { input: limits.input } : { stdin: 'ignore' }),
    });
    limits.started?.(child.pid);
    // What a killed program started itself may live on and hold the other end of its output.
    child.once('exit', (_, signal) => {
        if (signal === null)
            return;
        child.stdout.destroy();
        child.stderr.destroy();
    });
    const done = killedWithUs(child);
    const ran = await child;
    done();
    limits.signal?.throwIfAborted();
    return {
        status: ran.exitCode ?? null,
        signal: ran.signal ?? null,
        stdout: ran.stdout,
        stderr: ran.stderr,
        timedOut: ran.timedOut,
        absent: ran.code === 'ENOENT',
    };
}
async function runForBytes(program, args, limits) {
    const child = (0,execa/* execa */.Ho)(program, args, {
        ...options(limits),
        ...(limits.signal ? { cancelSignal: limits.signal } : {}),
        stdin: 'ignore',
        encoding: 'buffer',
    });
    const done = killedWithUs(child);
    const ran = await child;
    done();
    limits.signal?.throwIfAborted();
    return ran.exitCode === 0 ? ran.stdout : undefined;
}
/** execa's own clean-up listens for signals in a way that keeps the process alive beside other listeners. */
function killedWithUs(child) {
    return beforeSuddenExit(() => child.kill('SIGKILL'));
}
function options(limits) {
    // On Windows it would open a window.
    const detached = limits.apart === true && process.platform !== 'win32';
    return { ...surroundings(limits), reject: false, cleanup: false, detached };
}
function surroundings(limits) {
    return {
        env: { ...runnersVariables(), ...limits.environment },
        extendEnv: false,
        timeout: limits.seconds * 1000,
        killSignal: 'SIGKILL',
        maxBuffer: outputLimit,
        ...(limits.cwd === undefined ? {} : { cwd: limits.cwd }),
        ...(limits.as === undefined ? {} : { uid: limits.as, gid: limits.as }),
    };
}
function runnersVariables() {
    const kept = Object.entries(process.env).filter(([name]) => neededVariables.includes(name.toUpperCase()) || name.startsWith('DOCKER_'));
    return Object.fromEntries(kept.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
/** The registry of a reference: its first part when that looks like a host. */
function registryOf(image) {
    const [first = '', second] = image.split('/');
    return second !== undefined && (/[.:]/.test(first) || first === 'localhost') ? first : 'docker.io';
}
function lastLine(text) {
    const line = text.trim().split('\n').at(-1)?.trim() ?? '';
    return line === '' ? 'it gave no reason' : line.slice(0, 300);
}

;// CONCATENATED MODULE: ./lib/nginx-test/bench.js
/** Where a sandbox is put into place and nginx is run on it: a container, or a folder of this machine. */

/** A file that keeps an otherwise empty folder; no mask of nginx's matches a name that begins with a dot. */
const folderKeeper = '.nginx-gate-folder';
/** A folder that can stand in a --mount option and is not one that the image cannot do without. */
const hideable = /^\/[\w@+-][\w.@+-]*(?:\/[\w@+-][\w.@+-]*)+$/;
/** One container for one stack; made anew when names or users are added. */
class ContainerBench {
    #engine;
    #image;
    #stack;
    #imageFiles;
    #container;
    /** What the container was made with, and what it already holds. */
    #hosts = '';
    #copied = new Set();
    constructor(engine, image, stack, imageFiles) {
        this.#engine = engine;
        this.#image = image;
        this.#stack = stack;
        this.#imageFiles = imageFiles;
    }
    inTree(text) {
        return text;
    }
    async run(sandbox, signal) {
        const container = await this.#containerFor(sandbox, signal);
        const fresh = [...filesOf(sandbox)].filter((file) => !this.#copied.has(file.key));
        const users = [...sandbox.users].filter((user) => !this.#copied.has(`user ${user}`));
        const files = fresh.map((file) => file.file);
        if (users.length > 0)
            files.push(...(await withUsers(container, users, signal)));
        await container.copyIn(files, signal);
        for (const { key } of fresh)
            this.#copied.add(key);
        for (const user of users)
            this.#copied.add(`user ${user}`);
        const ran = await container.start(signal);
        if (!this.#engine.bindsForeignAddresses || !/sysctl|ip_nonlocal_bind/.test(ran.stderr) || ran.status === 0)
            return ran;
        this.#engine.bindsForeignAddresses = false;
        await this.close();
        return this.run(sandbox, signal);
    }
    async close() {
        await this.#container?.remove();
        this.#container = undefined;
    }
    async #containerFor(sandbox, signal) {
        const hosts = [...sandbox.hosts].join(' ');
        if (this.#container !== undefined && hosts === this.#hosts)
            return this.#container;
        await this.close();
        this.#copied = new Set();
        this.#hosts = hosts;
        const own = await this.#ownFiles(signal);
        const unwanted = own.filter((file) => isUnwanted(this.#stack, file.path));
        const hide = this.#engine.canHide ? foldersToEmpty(unwanted) : [];
        const plan = {
            image: this.#image,
            program: programOf(this.#image),
            args: ['-T', '-c', sandbox.main],
            hosts: sandbox.hosts,
            hide,
        };
        this.#container = await this.#engine.create(plan, signal);
        await this.#container.copyIn(restored(own, unwanted, hide), signal);
        return this.#container;
    }
    #ownFiles(signal) {
        const folder = this.#stack.nginx.prefix;
        if (!hideable.test(folder))
            return Promise.resolve([]);
        const key = `${this.#image} ${folder}`;
        let files = this.#imageFiles.get(key);
        if (files === undefined) {
            files = readImageFiles(this.#engine, this.#image, folder, signal);
            this.#imageFiles.set(key, files);
        }
        return files;
    }
}
async function readImageFiles(engine, image, folder, signal) {
    const container = await engine.create({ image, program: programOf(image), args: ['-v'], hosts: [], hide: [] }, signal);
    try {
        return await container.copyOut(folder, signal);
    }
    finally {
        await container.remove();
    }
}
/** nginx's forks name their program after themselves. */
function programOf(image) {
    return /(?:^|[/_-])angie/.test(image) ? 'angie' : 'nginx';
}
/**
 * Whether a file of the image itself is not there in the stack: hidden below a mount, or a configuration that masks would find and the
 * tree says is gone. The tree's silence on anything else proves nothing.
 */
function isUnwanted(stack, path) {
    const { tree } = stack.nginx;
    if (tree.read(path) !== undefined || !tree.isKnown(path))
        return false;
    const mounted = [...tree.placed.filter((one) => one.by === 'mount'), ...tree.absent].some((mount) => path.startsWith(`${mount.target}/`));
    return mounted || path.endsWith('.conf') || path.includes('/sites-enabled/');
}
/** The folders of unwanted files, but for those below another one; empty when one cannot be emptied by a mount. */
function foldersToEmpty(unwanted) {
    const folders = [...new Set(unwanted.map((file) => external_node_path_.posix.dirname(file.path)))];
    if (!folders.every((folder) => hideable.test(folder)))
        return [];
    return folders.filter((folder) => !folders.some((other) => folder.startsWith(`${other}/`)));
}
/** The image's files that an emptied folder must have back; where nothing could be emptied, unwanted files without their content. */
function restored(own, unwanted, hidden) {
    if (hidden.length === 0)
        return unwanted.map(({ path }) => ({ path, bytes: new Uint8Array(), mode: 0o644 }));
    const gone = new Set(unwanted);
    return own.filter((file) => !gone.has(file) && hidden.some((folder) => file.path.startsWith(`${folder}/`)));
}
function* filesOf(sandbox) {
    for (const [path, file] of sandbox.files)
        yield { key: file, file: { path, ...file } };
    for (const folder of sandbox.folders) {
        yield { key: `folder ${folder}`, file: { path: `${folder}/${folderKeeper}`, bytes: new Uint8Array(), mode: 0o644 } };
    }
}
/** The image's lists of users and groups with more names in them. */
async function withUsers(container, users, signal) {
    const lists = [
        ['/etc/passwd', (user, id) => `${user}:x:${id}:${id}::/nonexistent:/bin/false\n`],
        ['/etc/group', (user, id) => `${user}:x:${id}:\n`],
    ];
    const files = [];
    for (const [path, line] of lists) {
        const [list] = await container.copyOut(path, signal);
        const before = Buffer.from(list?.bytes ?? []).toString('utf8');
        const added = users.map((user, at) => line(user, 61_000 + at)).join('');
        files.push({ path, bytes: Buffer.from(`${before.replace(/\n?$/, '\n')}${added}`), mode: list?.mode ?? 0o644 });
    }
    return files;
}

;// CONCATENATED MODULE: ./lib/nginx-test/certificate.js
/**
 * Stand-ins for the secrets that come at deploy time: a self-signed pair, Diffie-Hellman parameters, an empty revocation list.
 * Made anew in each run, so that no private key stands in the source.
 */

const ecdsaWithSha256 = '1.2.840.10045.4.3.2';
const commonName = '2.5.4.3';
/** A pair on P-256 with SHA-256, which every security level of OpenSSL takes. */
function makeStandIns() {
    const { publicKey, privateKey } = (0,external_node_crypto_.generateKeyPairSync)('ec', { namedCurve: 'prime256v1' });
    const name = sequence(der(0x31, sequence(oid(commonName), der(0x0c, Buffer.from('nginx-gate stand-in')))));
    const certificate = signed(privateKey, certificateBody(name, publicKey));
    const list = signed(privateKey, sequence(sequence(oid(ecdsaWithSha256)), name, time('20200101000000Z')));
    return {
        certificate: pem('CERTIFICATE', certificate),
        key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
        revocationList: pem('X509 CRL', list),
        dhParameters: pem('DH PARAMETERS', dhParameters()),
        ticketKey: (0,external_node_crypto_.randomBytes)(80),
    };
}
function certificateBody(name, publicKey) {
    const version3 = der(0xa0, integer(Buffer.from([2])));
    const validity = sequence(time('20200101000000Z'), time('20991231235959Z'));
    const key = publicKey.export({ type: 'spki', format: 'der' });
    return sequence(version3, integer(Buffer.from([1])), sequence(oid(ecdsaWithSha256)), name, validity, name, key);
}
function dhParameters() {
    const group = (0,external_node_crypto_.createDiffieHellmanGroup)('modp14');
    return sequence(integer(group.getPrime()), integer(group.getGenerator()));
}
function signed(key, body) {
    return sequence(body, sequence(oid(ecdsaWithSha256)), der(0x03, Buffer.from([0]), (0,external_node_crypto_.sign)('sha256', body, key)));
}
/** One value in DER: tag, length, content. */
function der(tag, ...parts) {
    const content = Buffer.concat(parts);
    if (content.length < 0x80)
        return Buffer.concat([Buffer.from([tag, content.length]), content]);
    const length = content.length < 0x100 ? [0x81, content.length] : [0x82, content.length >> 8, content.length & 0xff];
    return Buffer.concat([Buffer.from([tag, ...length]), content]);
}
function sequence(...parts) {
    return der(0x30, ...parts);
}
function integer(bytes) {
    return (bytes[0] ?? 0) & 0x80 ? der(0x02, Buffer.from([0]), bytes) : der(0x02, bytes);
}
function time(text) {
    return der(0x18, Buffer.from(text));
}
function oid(dotted) {
    const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
    return der(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}
function base128(value) {
    const digits = [value & 0x7f];
    for (let rest = value >> 7; rest > 0; rest >>= 7)
        digits.unshift((rest & 0x7f) | 0x80);
    return digits;
}
function pem(label, bytes) {
    const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
    return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./lib/core/source.js
var core_source = __webpack_require__(7718);
;// CONCATENATED MODULE: ./lib/nginx-test/locate.js

const mostDirectives = 200_000;
/**
 * Every directive of a configuration in nginx's order, those of included files in place; each once for each time it is included.
 * @param withData whether the lines of `map`, `geo` and the like come too, of which only `include` is a directive
 */
function* allDirectives(directives, withData = false) {
    const waiting = [...directives].reverse();
    for (let seen = 0; seen < mostDirectives; seen += 1) {
        const node = waiting.pop();
        if (node === undefined)
            return;
        yield node;
        const data = withData ? (node.data ?? []).filter((line) => line.word.text === 'include') : [];
        const inner = node.block ?? data;
        for (let at = inner.length - 1; at >= 0; at -= 1)
            waiting.push(inner[at]);
    }
}
/**
 * Where a message stands in the repository: at the directive that it is about, which nginx itself names by the line of its terminator.
 * A message without a place is looked for by what it quotes. Null when no file of the repository has to do with it.
 */
function locateMessage(stack, message) {
    if (message.file !== null && message.line !== null)
        return locateLine(stack, message, message.file, message.line);
    return locateByValue(stack, message) ?? anchorOf(stack);
}
/** Where a finding about the stack as a whole stands: the first file of the repository that nginx reads, else what put files there, else the service. */
function anchorOf(stack) {
    for (const file of stack.config.files) {
        const at = file.locate(0, 0);
        if (at !== null)
            return at;
    }
    return stack.nginx.tree.placed[0]?.at ?? stack.nginx.service?.at ?? null;
}
function locateLine(stack, message, path, line) {
    const file = stack.config.files.find((one) => one.path === path) ?? stack.nginx.tree.read(path);
    if (file === undefined)
        return anchorOf(stack);
    const problem = problemAt(stack, message, file, line);
    if (problem !== null)
        return problem;
    const node = directiveEndingAt(stack, message, file, line);
    if (node !== undefined)
        return node.at ?? anchorOf(stack);
    const [start, end] = lineSpan(file, line);
    return file.locate(start, end) ?? anchorOf(stack);
}
/** The servers that a `conflicting server name "NAME" on ADDRESS:PORT` is about, which nginx names by nothing else; undefined for other messages. */
function nameConflict({ config }, { rule, groups }) {
    if (rule?.id !== 'warn-conflicting-name')
        return undefined;
    const { value = '', name: on = '' } = groups;
    const port = Number(/:(\d+)$/.exec(on)?.[1] ?? 80);
    const listening = config.servers.filter(({ context, listens, names }) => context === 'http' &&
        (listens.length === 0 || listens.some((listen) => (on.startsWith('unix:') ? listen.socket !== null : listen.port === port))) &&
        (names.includes(value) || (value === '' && names.length === 0)));
    const [earlier, later] = listening.map(({ directive }) => directive.block?.find((node) => node.name === 'server_name') ?? directive);
    return earlier === undefined || later === undefined ? undefined : { earlier, later };
}
/** What nginx read where a message points: the whole directive, else the line; empty for a message without a place. */
function textAt(stack, message) {
    const { file: path, line } = message;
    const file = stack.config.files.find((one) => one.path === path);
    if (file === undefined || line === null)
        return '';
    const node = directiveEndingAt(stack, message, file, line);
    const [start, end] = node === undefined ? lineSpan(file, line) : [node.word.start, terminatorOf(node)];
    return file.text.slice(start, end);
}
/** A syntax problem that the gate has found itself knows its place better: an unclosed block stands at its opener. */
function problemAt(stack, message, file, line) {
    const same = stack.config.problems.filter((one) => one.file.path === file.path && one.nginxSays === message.text);
    const nearest = same.sort((a, b) => distance(a, line) - distance(b, line))[0];
    return nearest === undefined ? null : nearest.file.locate(nearest.start, nearest.end);
}
function distance(problem, line) {
    return Math.abs(sourceOf(problem.file).position(problem.start).line - line);
}
function directiveEndingAt(stack, message, file, line) {
    const ending = [...allDirectives(stack.config.directives)].filter((node) => node.file.path === file.path && sourceOf(node.file).position(terminatorOf(node)).line === line);
    const quoted = new Set([...message.text.matchAll(/"([^"]+)"/g)].map(([, word]) => word));
    return (ending.find((node) => quoted.has(node.word.text)) ??
        ending.find((node) => node.args.some((arg) => quoted.has(arg.text))) ??
        ending.at(-1));
}
/** nginx handles a directive, and counts its line, when it has read the `;` or the `{`. */
function terminatorOf(node) {
    return node.opener ?? node.end - 1;
}
function locateByValue(stack, message) {
    const { id = '' } = message.rule ?? {};
    const { path, name, value } = message.groups;
    const holds = (text) => (node) => node.args.some((arg) => arg.text === text);
    if (path !== undefined)
        return firstAt(stack, (node) => node.args.some((arg) => isPath(stack, arg.text, path)));
    if (id === 'unknown-variable' && name !== undefined)
        return firstAt(stack, (node) => node.args.some((arg) => namesVariable(arg.text, name)));
    if (id === 'zone-zero' && value !== undefined)
        return firstAt(stack, (node) => holds(`zone=${value}`)(node) || holds(value)(node));
    const quoted = /"([^"]+)"/.exec(message.text)?.[1];
    return quoted === undefined ? null : firstAt(stack, holds(quoted));
}
/** Whether an argument is this absolute path, or leads to it from nginx's prefix. */
function isPath(stack, argument, path) {
    return argument === path || `${stack.nginx.prefix.replace(/\/$/, '')}/${argument}` === path;
}
/** nginx prints variable names in lower case. */
function namesVariable(text, name) {
    return [...text.matchAll(/\$\{?(\w+)/g)].some(([, variable]) => variable?.toLowerCase() === name);
}
function firstAt(stack, wanted) {
    for (const node of allDirectives(stack.config.directives)) {
        if (wanted(node) && node.at !== null)
            return node.at;
    }
    return null;
}
/** The span of a line's text without the blanks around it. */
function lineSpan(file, line) {
    const source = sourceOf(file);
    const start = source.lineStart(line);
    const text = source.line(line) ?? '';
    const from = start + text.length - text.trimStart().length;
    return [from, Math.max(from, start + text.trimEnd().length)];
}
const sources = new WeakMap();
function sourceOf(file) {
    let source = sources.get(file);
    if (source === undefined) {
        source = new core_source/* Source */.k(file.path, file.text);
        sources.set(file, source);
    }
    return source;
}

// EXTERNAL MODULE: ./lib/nginx/include.js + 1 modules
var include = __webpack_require__(1606);
// EXTERNAL MODULE: ./lib/nginx/listen.js
var nginx_listen = __webpack_require__(3269);
;// CONCATENATED MODULE: ./lib/nginx-test/opened-files.js
/** Which directives name what nginx opens when it starts: files that must be there, and folders that it writes to. */


const roles = [
    [/^(?:\w+_)?ssl_certificate_key$/, 'key'],
    [/^(?:\w+_)?ssl_(?:certificate|trusted_certificate|client_certificate)$/, 'certificate'],
    [/^(?:\w+_)?ssl_crl$/, 'revocation-list'],
    [/^ssl_dhparam$/, 'dh-parameters'],
    [/^ssl_session_ticket_key$/, 'ticket-key'],
    [/^(?:\w+_)?ssl_password_file$/, 'password'],
    [/^js_(?:import|include)$/, 'script'],
    [/^include$/, 'text'],
];
const written = /^(?:error_log|access_log|pid|lock_file|\w+_temp_path|(?:proxy|fastcgi|uwsgi|scgi)_cache_path|state)$/;
const alsoRead = /^(?:quic_host_key|ssl_stapling_file|geoip2?(?:_country|_city|_org)?|auth_basic_user_file|working_directory)$/;
/** Not files: variables are resolved per request, the others name engines and inline data. */
const notFiles = /\$|^(?:data|engine|store|syslog|memory|unix):|^(?:stderr|off|on)$/;
/** The absolute path that nginx makes of an argument. Relative names start from its prefix. */
function pathOf(stack, argument) {
    return external_node_path_.posix.resolve('/', stack.nginx.prefix, argument);
}
/** The role of the file that a directive names, or undefined when it names none. */
function roleOf(directive) {
    return roles.find(([pattern]) => pattern.test(directive))?.[1];
}
/** Whether the first argument of a directive is a file or folder that nginx opens, makes or writes when it starts. */
function opensFile(directive) {
    return roleOf(directive) !== undefined || written.test(directive) || alsoRead.test(directive);
}
/** Whether an argument is the name of a file that is the same for all requests. */
function isFileName(argument) {
    return argument !== '' && !notFiles.test(argument);
}
/** Every literal file that nginx opens at start, with its role; includes left out. */
function* openedFiles(stack) {
    for (const directive of allDirectives(stack.config.directives)) {
        const role = roleOf(directive.word.text);
        const argument = directive.args[0]?.text;
        if (role === undefined || role === 'text' || argument === undefined || !isFileName(argument))
            continue;
        if (role !== 'script')
            yield { path: pathOf(stack, argument), role, directive };
    }
}
/** Every folder that must be there for logs, process id, temporary files, caches and sockets. */
function* writtenFolders(stack) {
    for (const { word, args } of allDirectives(stack.config.directives)) {
        const argument = args[0]?.text ?? '';
        if (written.test(word.text) && isFileName(argument))
            yield external_node_path_.posix.dirname(pathOf(stack, argument));
        else if (word.text === 'listen' && argument.startsWith('unix:/'))
            yield external_node_path_.posix.dirname(argument.slice('unix:'.length));
    }
}
/**
 * Certificate and key files that go together: those of one block, first with first, and the outer block's where one half is inherited.
 * Replacing one of them alone would make nginx refuse the pair.
 */
function certificatePairs(stack) {
    const pairs = [];
    const visit = (block, outer, depth) => {
        const named = new Map(outer);
        const nodes = withIncluded(block, 0);
        for (const name of new Set(nodes.map((node) => node.word.text))) {
            if (/^(?:\w+_)?ssl_certificate(?:_key)?$/.test(name))
                named.set(name, nodes.filter((node) => node.word.text === name).map(argumentPath));
        }
        for (const [name, certificates] of named) {
            if (name.endsWith('_key'))
                continue;
            const keys = named.get(`${name}_key`) ?? [];
            certificates.forEach((certificate, at) => {
                const key = keys[at] ?? keys[0];
                if (key !== undefined)
                    pairs.push([certificate, key]);
            });
        }
        if (depth < 20)
            for (const node of nodes)
                if (node.block !== null)
                    visit(node.block, named, depth + 1);
    };
    const argumentPath = (node) => pathOf(stack, node.args[0]?.text ?? '');
    visit(stack.config.directives, new Map(), 0);
    return pairs;
}
/** The directives of a block with those of its includes in their place. */
function withIncluded(block, depth) {
    if (depth > 20)
        return [];
    return block.flatMap((node) => (node.word.text === 'include' ? withIncluded(node.block ?? [], depth + 1) : [node]));
}

;// CONCATENATED MODULE: ./lib/nginx-test/placeholders.js

/** Environment variables are upper case by custom, nginx's own are lower case. */
const placeholder = /\$(?:\{([A-Z][A-Z0-9_]*)\}|([A-Z][A-Z0-9_]*)\b)/g;
/** What other template languages leave: Jinja, ERB, and our own mark for such a tag. */
const foreignTag = /\{\{|\{%|<%|_{4,}/;
const mostPlaceholders = 200;
/** The placeholders of a stack, each with a stand-in value. */
function placeholdersIn(stack) {
    const { tree, treeKnown } = stack.nginx;
    const undefinedNames = undefinedIn(stack);
    const own = ownVariables(stack);
    const templates = new Set([...tree.files()].filter((file) => file.kind === 'template').map((file) => file.path));
    const values = new Map();
    const files = new Set();
    for (const file of stack.config.files) {
        if (file.origin === null || (treeKnown && !templates.has(file.path)))
            continue;
        files.add(file.path);
        for (const match of file.text.matchAll(placeholder)) {
            const name = (match[1] ?? match[2]);
            if (undefinedNames.has(name) || own.has(name) || values.has(name) || values.size >= mostPlaceholders)
                continue;
            values.set(name, standInValue(name, values.size));
        }
    }
    return { values, files };
}
/** The text with its placeholders filled in. Lines stay where they are. */
function filled({ values, files }, path, text) {
    if (values.size === 0 || !files.has(path))
        return text;
    return text.replace(placeholder, (written, braced, bare, at) => {
        const value = values.get(braced ?? bare);
        // Behind a variable of nginx's own a value would become part of its name; what stands there is mostly an optional ":8080".
        return value === undefined ? written : /\$\w{1,64}$/.test(text.slice(Math.max(0, at - 65), at)) ? '' : value;
    });
}
/** Whether a text holds something whose value is known only when it is deployed. */
function holdsPlaceholder({ values }, text) {
    return foreignTag.test(text) || [...text.matchAll(placeholder)].some(([, braced, bare]) => values.has(braced ?? bare ?? ''));
}
/** The host names among the stand-in values. */
function placeholderHosts({ values }) {
    return [...values.values()].filter((value) => value.endsWith('.stand-in'));
}
/** Names of templates that nothing defines: what nginx makes of them is what it will make of them. */
function undefinedIn({ nginx }) {
    if (!nginx.treeKnown || (nginx.service?.missingEnvFiles.length ?? 0) > 0)
        return new Set();
    return new Set(nginx.tree.unsetTemplateVariables.filter((variable) => !variable.uncertain).map((variable) => variable.name));
}
/** Variables that the configuration makes itself. */
function ownVariables(stack) {
    const names = new Set();
    for (const { word, args } of allDirectives(stack.config.directives)) {
        if (!/^(?:set|map|geo|split_clients|\w+_set|auth_request_set)$/.test(word.text))
            continue;
        for (const { text } of [args[0], args.at(-1)].flatMap((arg) => arg ?? [])) {
            if (/^\$\w+$/.test(text))
                names.add(text.slice(1));
        }
    }
    return names;
}
/** A value of the kind that a name speaks of; a host name of its own where it speaks of nothing, so that two stay two. */
function standInValue(name, count) {
    if (/PORT$/.test(name))
        return String(8000 + count);
    if (/(?:URL|ORIGIN|URI)$/.test(name))
        return 'http://127.0.0.1';
    if (/(?:^|_)(?:IP|CIDR|NET|NETWORK|SUBNET)$/.test(name))
        return `127.0.1.${(count % 250) + 1}`;
    if (/TIMEOUT|SECONDS|TTL|EXPIRES|INTERVAL/.test(name))
        return '60s';
    if (/SIZE|MAX|LIMIT|BUFFER/.test(name))
        return '10m';
    if (/WORKER|COUNT|NUMBER/.test(name))
        return '1';
    if (/USER$/.test(name))
        return 'root';
    return `${name.toLowerCase().replaceAll('_', '-')}.stand-in`;
}

;// CONCATENATED MODULE: ./lib/nginx-test/reroot.js
/**
 * The configuration for an nginx that runs on this machine and not in a container: a copy in which every path leads into one folder, every
 * address to listen on is a socket in it, and every host is the loopback address. Lines stay where they are, so messages still fit.
 */






const hostDirectives = /^(?:proxy_pass|grpc_pass|fastcgi_pass|uwsgi_pass|scgi_pass|memcached_pass|resolver|set_real_ip_from|server)$/;
/** Parameters of `listen` that a socket of the file system does not have. */
const networkParameters = /^(?:ipv6only|reuseport|fastopen|setfib|so_keepalive|deferred|accept_filter|bind|quic|udp)(?:=|$)/;
const temporaryPaths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
/** Folders of our own inside the root. */
const ownFolders = { sockets: '/s', logs: '/l', temporary: '/t' };
/**
 * @param root the folder, absolute on this machine, with no trailing slash and nothing in it that must be escaped
 */
function reroot(stack, sandbox, root, build) {
    const rewriter = new Rewriter(stack, sandbox, root, build);
    const files = new Map([...sandbox.files].map(([path, file]) => [path, file.bytes]));
    for (const [path, text] of rewriter.rewritten())
        if (files.has(path))
            files.set(path, Buffer.from(withValues(sandbox, path, text)));
    const wrapper = sandbox.main === stack.nginx.main ? undefined : files.get(sandbox.main);
    if (wrapper !== undefined)
        files.set(sandbox.main, Buffer.from(rewriter.rewriteWrapper(Buffer.from(wrapper).toString('utf8'))));
    return { main: root + sandbox.main, files, globals: rewriter.globals(), addresses: rewriter.addresses };
}
class Rewriter {
    addresses = new Map();
    #stack;
    #hosts;
    #root;
    #build;
    #sockets = new Map();
    constructor(stack, sandbox, root, build) {
        this.#stack = stack;
        this.#hosts = sandbox.hosts;
        this.#root = root;
        this.#build = build;
    }
    /** The new text of every configuration file. */
    *rewritten() {
        const replacements = new Map();
        for (const node of allDirectives(this.#stack.config.directives, true)) {
            for (const replacement of this.#replacementsIn(node)) {
                const inFile = replacements.get(node.file.path) ?? new Map();
                replacements.set(node.file.path, inFile.set(replacement.start, replacement));
            }
        }
        for (const file of this.#stack.config.files)
            yield [file.path, replaced(file.text, [...(replacements.get(file.path)?.values() ?? [])])];
    }
    /** What the main context lacks and nginx would look for in the machine's own places. */
    globals() {
        const top = new Set([...(0,include/* directivesIn */.WS)(this.#stack.config.directives)].map((node) => node.word.text));
        const pid = top.has('pid') ? [] : [`pid ${quoted(`${this.#root}${ownFolders.logs}/nginx.pid`)};`];
        return [...pid, ...(top.has('lock_file') ? [] : [`lock_file ${quoted(`${this.#root}${ownFolders.logs}/nginx.lock`)};`])].join(' ');
    }
    rewriteWrapper(text) {
        const { main } = this.#stack.nginx;
        return text.replace(`"${main}"`, `"${this.#root}${main}"`).replace('http {', `http {${this.#httpDefaults(new Set())}`);
    }
    *#replacementsIn(node) {
        const name = node.word.text;
        if (name === 'http' && node.opener !== null) {
            yield inserted(node.opener + 1, this.#httpDefaults(new Set([...(0,include/* directivesIn */.WS)(node.block)].map((inner) => inner.word.text))));
        }
        else if (name === 'server' && node.opener !== null && node.args.length === 0) {
            const listens = [...(0,include/* directivesIn */.WS)(node.block)].some((inner) => inner.word.text === 'listen');
            if (!listens)
                yield inserted(node.opener + 1, ` listen ${quoted(this.#socketFor('*:80', '*:80'))};`);
        }
        else if (name === 'listen') {
            yield* this.#listen(node);
        }
        else if (name === 'load_module' && this.#build.modules !== null && node.args[0] !== undefined) {
            yield word(node, node.args[0], `${this.#build.modules}/${external_node_path_.posix.basename(node.args[0].text)}`);
        }
        else if (opensFile(name) && node.args[0] !== undefined && isFileName(node.args[0].text)) {
            yield word(node, node.args[0], this.#pathBelow(pathOf(this.#stack, node.args[0].text)));
        }
        else if (hostDirectives.test(name) || name === 'access_log' || name === 'error_log') {
            for (const arg of node.args)
                yield* this.#host(node, arg);
        }
    }
    /** Devices have no folder here: what is written to them is a log. */
    #pathBelow(path) {
        return this.#root + (/^\/(?:dev|proc)\//.test(path) ? `${ownFolders.logs}/${external_node_path_.posix.basename(path)}` : path);
    }
    *#listen(node) {
        const [address, ...parameters] = node.args;
        if (address === undefined || address.text.includes('$'))
            return;
        const listen = (0,nginx_listen/* readListen */.C)(node);
        if (listen.socket === null && listen.port === null)
            return;
        const key = listen.socket ?? `${listen.address === '0.0.0.0' ? '*' : (listen.address ?? '*')}:${listen.port}`;
        yield word(node, address, this.#socketFor(key, address.text));
        for (const parameter of parameters)
            if (networkParameters.test(parameter.text))
                yield { ...spanOf(parameter), text: blank(node, parameter) };
    }
    /** One socket for each address, so that two servers on one address still meet. */
    #socketFor(key, written) {
        let path = this.#sockets.get(key);
        if (path === undefined) {
            path = `unix:${this.#root}${ownFolders.sockets}/${this.#sockets.size}`;
            this.#sockets.set(key, path);
            this.addresses.set(path, written);
        }
        return path;
    }
    *#host(node, arg) {
        const match = /^(syslog:(?:.*,)?server=|\w+:\/\/|)([^/:?,$]+)([\s\S]*)$/.exec(arg.text);
        if (match === null || !this.#hosts.has((match[2] ?? '').toLowerCase().replace(/\.$/, '')))
            return;
        yield word(node, arg, `${match[1]}127.0.0.1${match[3]}`);
    }
    #httpDefaults(present) {
        const lines = temporaryPaths
            .filter((name) => !present.has(`${name}_temp_path`) && !this.#build.without.has(`http_${name}_module`))
            .map((name) => ` ${name}_temp_path ${quoted(`${this.#root}${ownFolders.temporary}/${name}`)};`);
        if (!present.has('access_log'))
            lines.push(` access_log ${quoted(`${this.#root}${ownFolders.logs}/access.log`)};`);
        return lines.join('');
    }
}
/** Values of the deploy filled in; a name among them is the loopback address at once, as nothing resolves it here. */
function withValues({ placeholders }, path, text) {
    return placeholderHosts(placeholders).reduce((before, host) => before.replaceAll(host, '127.0.0.1'), filled(placeholders, path, text));
}
function spanOf({ start, end }) {
    return { start, end };
}
function inserted(at, text) {
    return { start: at, end: at, text };
}
/** A word's replacement; line breaks inside the old word follow it, so that later lines keep their numbers. */
function word(node, old, text) {
    return { ...spanOf(old), text: quoted(text) + blank(node, old) };
}
function blank(node, old) {
    return '\n'.repeat(node.file.text.slice(old.start, old.end).split('\n').length - 1);
}
function quoted(text) {
    return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
function replaced(text, replacements) {
    let from = 0;
    let result = '';
    for (const { start, end, text: by } of [...replacements].sort((a, b) => a.start - b.start)) {
        if (start < from)
            continue;
        result += text.slice(from, start) + by;
        from = end;
    }
    return result + text.slice(from);
}

;// CONCATENATED MODULE: ./lib/nginx-test/local.js
/** The engine of last resort: the nginx of this machine, on a copy of the configuration that leads nowhere outside one folder. */







/** The user that nobody's files belong to. */
const nobody = 65534;
/** Directives that run code, load libraries, or open what no copy can lead elsewhere. */
const runsCode = /^(?:perl(?:_.*)?|.*_by_lua(?:_.*)?|lua_.*|js_.*|passenger.*|ssl_engine|google_perftools_profiles|xslt_stylesheet|xml_entities|ndk_.*|wasm.*|modsecurity.*|opentracing.*|otel_.*)$/;
/** What `nginx -V` says of the build, or null when it cannot be read. */
function readBuild(text) {
    const version = /nginx version: \S+?\/(\d+\.\d+\.\d+)/.exec(text)?.[1];
    if (version === undefined)
        return null;
    const modules = /--modules-path=(\S+)/.exec(text)?.[1] ?? null;
    return { version, modules, without: new Set([...text.matchAll(/--without-(\S+)/g)].map(([, name = '']) => name)) };
}
/** Why a stack is not tested with the local nginx, or null when it can be. */
function localRefusal(stack, build) {
    if (build === null)
        return 'no nginx is on PATH';
    // -e came with 1.19.5; without it nginx opens its own error log before it reads anything.
    const [major = 0, minor = 0, patch = 0] = build.version.split('.').map(Number);
    if (major * 1e6 + minor * 1e3 + patch < 1_019_005)
        return `nginx ${build.version} would open its own error log`;
    for (const { word, args } of allDirectives(stack.config.directives, true)) {
        if (runsCode.test(word.text))
            return `"${word.text}" runs code, which is done in a container alone`;
        if (args.some((arg) => /^(?:engine|store):/.test(arg.text)))
            return 'a key in an OpenSSL engine is looked for in a container alone';
    }
    return null;
}
/** A folder for one stack; each run writes the copy anew. */
class LocalBench {
    #stack;
    #build;
    #root;
    #forget;
    #addresses = new Map();
    constructor(stack, build) {
        this.#stack = stack;
        this.#build = build;
        this.#root = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'nginx-gate-'));
        this.#forget = beforeSuddenExit(() => this.#remove());
    }
    async run(sandbox, signal) {
        const { main, files, globals, addresses } = reroot(this.#stack, sandbox, this.#root, this.#build);
        this.#addresses = addresses;
        for (const folder of [...sandbox.folders, this.#stack.nginx.prefix, ...Object.values(ownFolders)])
            this.#makeFolder(folder);
        const superuser = process.getuid?.() === 0;
        for (const [path, bytes] of files) {
            this.#makeFolder((0,external_node_path_.dirname)(path));
            (0,external_node_fs_.writeFileSync)(this.#root + path, bytes);
            if (superuser)
                (0,external_node_fs_.chmodSync)(this.#root + path, 0o644);
        }
        if (superuser)
            (0,external_node_fs_.chownSync)(this.#root, nobody, nobody);
        const log = `${this.#root}${ownFolders.logs}/error.log`;
        const args = [
            '-T',
            '-p',
            `${this.#root}${this.#stack.nginx.prefix}/`,
            '-c',
            main,
            '-e',
            log,
            ...(globals === '' ? [] : ['-g', globals]),
        ];
        return runNginx(args, { cwd: this.#root, signal, ...(superuser ? { as: nobody } : {}) });
    }
    inTree(text) {
        let read = text;
        for (const [socket, address] of [...this.#addresses].reverse())
            read = read.replaceAll(socket, address);
        return read.replaceAll(this.#root, '');
    }
    async close() {
        this.#remove();
        this.#forget();
    }
    /** Writable for whoever nginx runs as; the root itself is closed to all others. */
    #makeFolder(folder) {
        for (let at = (0,external_node_fs_.mkdirSync)(this.#root + folder, { recursive: true }) && folder; at && at !== '/'; at = (0,external_node_path_.dirname)(at))
            (0,external_node_fs_.chmodSync)(this.#root + at, 0o777);
    }
    #remove() {
        (0,external_node_fs_.rmSync)(this.#root, { recursive: true, force: true });
    }
}

;// CONCATENATED MODULE: ./lib/nginx-test/choose.js
/** Which engine tests a stack, and in which image. */


/** For an nginx whose image nobody knows. */
const ordinaryImage = 'nginx:stable';
/** The image to test a stack in. */
function imageFor(stack, wanted) {
    const { image, kind, service, imageFacts } = stack.nginx;
    const base = service?.build ? (imageFacts?.base ?? image) : image;
    const named = service?.build ? 'base' : 'exact';
    if (wanted !== undefined) {
        if (wanted === base)
            return { image: wanted, likeness: named, because: null };
        return { image: wanted, likeness: 'other', because: base === null ? null : `tested in ${wanted} in place of ${base}` };
    }
    if (base !== null)
        return { image: base, likeness: named, because: null };
    const unknown = kind === 'host' ? 'the nginx on the host is in no file' : 'the image is not known';
    return { image: ordinaryImage, likeness: 'other', because: `${unknown}: tested in ${ordinaryImage}` };
}
/** The engines of one run, each asked once whether it answers. */
class Engines {
    #options;
    #containers = new Map();
    #local;
    constructor(options) {
        this.#options = options;
    }
    /** The engines to try, in order. */
    get order() {
        const { engine, foreign } = this.#options;
        if (engine === 'none')
            return [];
        if (engine === 'auto')
            return foreign ? ['docker', 'podman'] : ['docker', 'podman', 'nginx'];
        return [engine];
    }
    /** docker or podman, or why not. */
    container(name) {
        let engine = this.#containers.get(name);
        if (engine === undefined) {
            engine = ContainerEngine.connect(name, this.#options.signal);
            this.#containers.set(name, engine);
        }
        return engine;
    }
    /** How the local nginx was built, or null when there is none. */
    local() {
        this.#local ??= localNginx(this.#options.signal).then((text) => (text === null ? null : readBuild(text)));
        return this.#local;
    }
}

;// CONCATENATED MODULE: ./lib/nginx-test/message-table.js
const modules = [
    'stream|mail|geoip\\w*|brotli\\w*|zstd\\w*|more_\\w+|lua_\\w+|\\w+_by_lua\\w*|js_\\w+|perl\\w*|xslt_\\w+|image_filter\\w*',
    'vhost_traffic_status\\w*|modsecurity\\w*|passenger\\w*|pagespeed\\w*|headers_\\w+|set_escape_uri|echo\\w*|auth_pam\\w*|auth_ldap\\w*',
    'auth_jwt\\w*|cache_purge\\w*|proxy_cache_purge|upload_\\w+|rtmp|sticky\\w*|check\\w*|health_check|opentracing\\w*|otel_\\w+',
    'opentelemetry\\w*|dav_ext_methods|fancyindex\\w*|nchan\\w*|push_stream\\w*|testcookie\\w*|ssl_ct\\w*|quic_\\w+|http3\\w*|http2|api',
    'status_zone|match|keyval\\w*|state|zone_sync\\w*|ntlm|queue|f4f\\w*|hls\\w*|session_log\\w*|ajp_\\w+|uploadprogress|substitutions\\w*',
    'subs_filter\\w*|secure_token\\w*|vod\\w*|drizzle\\w*|redis2\\w*|postgres\\w*|memc_\\w+|srcache_\\w+|encrypted_session\\w*|iconv\\w*',
    'array_\\w+|form_input|limit_upload\\w*|slowfs\\w*|http_concat|concat\\w*|tcp|proxy_protocol_timeout_\\w+',
].join('|');
const rules = [
    // Names that do not resolve: the sandbox has no network, so each is given an address.
    { id: 'host-upstream-block', pattern: /^host not found in upstream "(?<host>[^":/]+):\d+"$/, kind: 'environment', remedy: 'host' },
    { id: 'host-pass', pattern: /^host not found in upstream "(?<host>[^":]+)"$/, kind: 'environment', remedy: 'host' },
    { id: 'host-resolver', pattern: /^host not found in resolver "(?<host>[^"]+)"$/, kind: 'environment', remedy: 'host' },
    { id: 'host-listen', pattern: /^host not found in "(?<host>[^"]+)" of the "listen" directive$/, kind: 'environment', remedy: 'host' },
    { id: 'host-syslog', pattern: /^host not found in syslog server "(?<host>[^"]+)"$/, kind: 'environment', remedy: 'host' },
    { id: 'host-realip', pattern: /^host not found in set_real_ip_from "(?<host>[^"]+)"$/, kind: 'environment', remedy: 'host' },
    {
        id: 'host-ocsp',
        pattern: /^"ssl_stapling" ignored, host not found in OCSP responder/,
        kind: 'environment',
        remedy: 'ignore',
    },
    // Certificates and what belongs to them.
    {
        id: 'cert-missing',
        pattern: /^cannot load certificate "(?<path>[^"]+)": BIO_new_file\(\) failed \(SSL: error:(?:8000000[2D]|0[2B]00100[2D])/,
        kind: 'environment',
        remedy: 'file',
        says: ({ path }) => `The certificate ${path} is not there.`,
        fix: 'Mount or copy the certificate to this path, or correct the path.',
    },
    {
        id: 'key-missing',
        pattern: /^cannot load certificate key "(?<path>[^"]+)": BIO_new_file\(\) failed \(SSL: error:(?:8000000[2D]|0[2B]00100[2D])/,
        kind: 'environment',
        remedy: 'file',
        says: ({ path }) => `The certificate's key ${path} is not there.`,
        fix: 'Mount or copy the key to this path, or correct the path.',
    },
    {
        id: 'key-encrypted',
        pattern: /^cannot load certificate key "(?<path>[^"]+)": PEM_read_bio_PrivateKey\(\) failed .*(?:processing error|problems getting password|unable to get passphrase)/,
        kind: 'environment',
        remedy: 'file',
    },
    {
        id: 'cert-bad-pem',
        pattern: /^cannot load certificate(?: key)? "(?<path>[^"]+)": PEM_read_bio_/,
        kind: 'fault',
        says: ({ path }) => `${path} holds no certificate or key in PEM format.`,
        fix: 'Put the PEM text into the file; check that certificate and key are not exchanged.',
    },
    {
        id: 'cert-weak',
        pattern: /^SSL_CTX_use_certificate\("(?<path>[^"]+)"\) failed .*(?:ee key too small|ca md too weak)/,
        kind: 'fault',
        says: ({ path }) => `OpenSSL refuses the certificate ${path} as too weak.`,
        fix: 'Make a certificate with at least 2048 bits RSA, or P-256, and SHA-256.',
    },
    {
        id: 'key-mismatch',
        pattern: /^SSL_CTX_use_PrivateKey\("(?<path>[^"]+)"\) failed .*key values mismatch/,
        kind: 'fault',
        says: ({ path }) => `The key ${path} belongs to another certificate.`,
        fix: 'Name the key that the certificate was made with.',
    },
    {
        id: 'ca-file-missing',
        pattern: /^SSL_CTX_load_verify_locations\("(?<path>[^"]+)"\) failed/,
        kind: 'environment',
        remedy: 'file',
        says: ({ path }) => `The file of trusted certificates ${path} is not there.`,
        fix: 'Mount or copy the file to this path, or correct the path.',
    },
    {
        id: 'crl-missing',
        pattern: /^(?:X509_LOOKUP_load_file\("|cannot load CRL ")(?<path>[^"]+)"/,
        kind: 'environment',
        remedy: 'file',
        says: ({ path }) => `The revocation list ${path} is not there.`,
        fix: 'Mount or copy the file to this path, or correct the path.',
    },
    {
        id: 'dhparam-missing',
        pattern: /^(?:BIO_new_file|PEM_read_bio_\w+)\("(?<path>[^"]+)"\) failed/,
        kind: 'environment',
        remedy: 'file',
        says: ({ path }) => `The Diffie-Hellman parameters ${path} are not there.`,
        fix: 'Mount or copy the file to this path, or leave ssl_dhparam out: modern clients do without it.',
    },
    {
        id: 'ssl-ciphers',
        pattern: /^SSL_CTX_set_cipher_list\("/,
        kind: 'fault',
        says: () => 'OpenSSL knows none of the ciphers in this list.',
        fix: 'Use names of OpenSSL, such as ECDHE-ECDSA-AES128-GCM-SHA256, or leave ssl_ciphers out.',
    },
    {
        id: 'ssl-conf-command',
        pattern: /^SSL_CONF_cmd\("(?<name>[^"]+)"/,
        kind: 'version',
        says: ({ name }) => `The image's OpenSSL does not know the command ${name}.`,
        fix: 'Correct the command, or use an image whose OpenSSL has it.',
    },
    {
        id: 'ssl-no-cert',
        pattern: /^no "ssl_certificate" is defined for the "listen \.\.\. (?:ssl|quic)" directive$/,
        elsewhere: true,
        kind: 'fault',
        says: () => 'This server listens with ssl and has no ssl_certificate.',
        fix: 'Add ssl_certificate and ssl_certificate_key, or take ssl from the listen directive.',
    },
    {
        id: 'ssl-no-key',
        pattern: /^no "(?<name>(?:ssl|proxy_ssl|grpc_ssl|uwsgi_ssl)_certificate_key)" is defined for certificate "(?<path>[^"]*)/,
        elsewhere: true,
        kind: 'fault',
        says: ({ name, path }) => `The certificate ${path} has no ${name} beside it.`,
        fix: 'Add the key with its directive.',
    },
    {
        id: 'ssl-verify-no-ca',
        pattern: /^no (?:(?<path>(?:proxy|grpc|uwsgi)_ssl_trusted_certificate) for \w+|ssl_client_certificate(?: or ssl_trusted_certificate)? for ssl_verify_client)/,
        kind: 'fault',
        says: () => 'Certificates are to be verified here, and nothing says which authority to trust.',
        fix: 'Name the file of trusted certificates.',
    },
    { id: 'stapling-warn', pattern: /^"ssl_stapling" ignored, /, kind: 'environment', remedy: 'ignore' },
    // Files and folders.
    {
        id: 'include-missing',
        pattern: /^open\(\) "(?<path>[^"]+)" failed \(2: [^)]*\)$/,
        placed: true,
        kind: 'environment',
        remedy: 'file',
        says: ({ path }) => `${path} is not there.`,
        fix: 'Mount or copy the file to this path, or correct the path: relative names start from the folder of the main file.',
    },
    {
        id: 'include-perm',
        pattern: /^open\(\) "(?<path>[^"]+)" failed \(13: [^)]*\)$/,
        placed: true,
        kind: 'environment',
        remedy: 'none',
    },
    {
        id: 'include-dir',
        pattern: /^pread\(\) "(?<path>[^"]+)" failed \(21: /,
        kind: 'fault',
        says: ({ path }) => `${path} is a folder, and nginx reads files.`,
        fix: 'Write a mask, such as FOLDER/*.conf; where Docker made the folder, give the mount its file.',
    },
    {
        id: 'main-missing',
        pattern: /^open\(\) "(?<path>[^"]+nginx[^"]*\.conf)" failed \((?:2|13): [^)]*\)$/,
        kind: 'environment',
        remedy: 'none',
    },
    { id: 'log-dir', pattern: /^open\(\) "(?<path>[^"]*log[^"]*)" failed \(2: [^)]*\)$/, kind: 'environment', remedy: 'folder' },
    { id: 'pid-or-log-missing', pattern: /^open\(\) "(?<path>[^"]+)" failed \(2: [^)]*\)$/, kind: 'environment', remedy: 'folder' },
    { id: 'pid-or-log-perm', pattern: /^open\(\) "(?<path>[^"]+)" failed \(13: [^)]*\)$/, kind: 'environment', remedy: 'none' },
    { id: 'pid-or-log-rofs', pattern: /^open\(\) "(?<path>[^"]+)" failed \(30: [^)]*\)$/, kind: 'environment', remedy: 'none' },
    {
        id: 'pid-or-log-isdir',
        pattern: /^open\(\) "(?<path>[^"]+)" failed \(21: [^)]*\)$/,
        kind: 'fault',
        says: ({ path }) => `${path} is a folder, and nginx writes a file there.`,
        fix: 'Name a file.',
    },
    { id: 'emfile', pattern: /failed \(24: /, kind: 'environment', remedy: 'none' },
    { id: 'mkdir', pattern: /^mkdir\(\) "(?<path>[^"]+)" failed \((?:2|13|30|20): [^)]*\)$/, kind: 'environment', remedy: 'folder' },
    { id: 'chown', pattern: /^chown\("(?<path>[^"]+)", \d+\) failed \(1: /, kind: 'environment', remedy: 'none' },
    {
        id: 'could-not-open-error-log',
        pattern: /^could not open error log file: open\(\) "(?<path>[^"]+)" failed/,
        kind: 'environment',
        remedy: 'ignore',
    },
    // Users.
    {
        id: 'getpwnam',
        pattern: /^getpwnam\("(?<name>[^"]+)"\) failed(?: \(2: [^)]*\))?$/,
        kind: 'environment',
        remedy: 'user',
        says: ({ name }) => `The image has no user ${name}.`,
        fix: 'Name a user that the image has: nginx in the official images, www-data in Debian’s.',
    },
    {
        id: 'getgrnam',
        pattern: /^getgrnam\("(?<name>[^"]+)"\) failed/,
        kind: 'environment',
        remedy: 'user',
        says: ({ name }) => `The image has no group ${name}.`,
        fix: 'Name a group that the image has.',
    },
    {
        id: 'user-nonroot',
        pattern: /^the "user" directive makes sense only if the master process runs with super-user privileges, ignored$/,
        kind: 'environment',
        remedy: 'ignore',
    },
    // Listening sockets: all else was right when nginx came to them.
    { id: 'bind-perm', pattern: /^bind\(\) to (?<value>\S+) failed \(13: /, kind: 'environment', remedy: 'none', late: true },
    { id: 'bind-nonlocal', pattern: /^bind\(\) to (?<value>\S+) failed \(99: /, kind: 'environment', remedy: 'none', late: true },
    { id: 'bind-unix', pattern: /^bind\(\) to unix:(?<path>\S+) failed \((?:2|13|30): /, kind: 'environment', remedy: 'folder', late: true },
    { id: 'bind-in-use', pattern: /^bind\(\) to (?<value>\S+) failed \(98: /, kind: 'environment', remedy: 'none', late: true },
    { id: 'socket-afnosupport', pattern: /^socket\(\) (?<value>\S+) failed \(97: /, kind: 'environment', remedy: 'none', late: true },
    { id: 'still-could-not-bind', pattern: /^still could not bind\(\)$/, kind: 'environment', remedy: 'none', late: true },
    { id: 'bind-retry', pattern: /^try again to bind\(\) after 500ms$/, kind: 'environment', remedy: 'ignore', late: true },
    // Modules and versions.
    {
        id: 'dlopen',
        pattern: /^dlopen\(\) "(?<path>[^"]+)" failed \(/,
        kind: 'build',
        says: ({ path }) => `The image has no module ${path}.`,
        fix: 'Install the module in the image, or use an image that has it.',
    },
    {
        id: 'module-incompatible',
        pattern: /^module "(?<path>[^"]+)" (?:is not binary compatible|version \d+ instead of \d+)/,
        kind: 'build',
        says: ({ path }) => `The module ${path} was built for another version of nginx.`,
        fix: 'Install the module of exactly this nginx.',
    },
    {
        id: 'unknown-directive-module',
        pattern: new RegExp(`^unknown directive "(?<name>${modules})"$`),
        kind: 'build',
        says: ({ name }) => `The nginx of this image does not know "${name}": it belongs to a module that is not loaded, or to a newer version.`,
        fix: 'Load the module with load_module, or use an image that has it.',
    },
    {
        id: 'unknown-directive',
        pattern: /^unknown directive "(?<name>[^"]*)"$/,
        kind: 'build',
        says: ({ name = '' }) => name.startsWith('\uFEFF')
            ? 'The file begins with a byte order mark, which nginx takes for part of the first word.'
            : `nginx does not know the directive "${name}".`,
        fix: 'Correct the name; where a semicolon is missing on the line before, add it.',
    },
    {
        id: 'load-module-late',
        pattern: /^"load_module" directive is specified too late$/,
        kind: 'fault',
        says: () => 'load_module stands behind directives that already needed the list of modules.',
        fix: 'Move load_module to the top of nginx.conf.',
    },
    // The shape of the file.
    {
        id: 'not-allowed',
        pattern: /^"(?<name>[^"]+)" directive is not allowed here$/,
        kind: 'fault',
        says: ({ name }) => `"${name}" is not allowed in this block.`,
        fix: 'Move it to a block where nginx takes it.',
    },
    {
        id: 'invalid-args',
        pattern: /^invalid number of arguments in "(?<name>[^"]+)" directive$/,
        kind: 'fault',
        says: ({ name }) => `"${name}" has too many or too few arguments.`,
        fix: 'Count the arguments; a missing semicolon makes the next line part of this one.',
    },
    {
        id: 'not-terminated',
        pattern: /^directive "(?<name>[^"]+)" is not terminated by ";"$/,
        kind: 'fault',
        says: ({ name }) => `"${name}" has no semicolon at its end.`,
        fix: 'Add the semicolon.',
    },
    {
        id: 'no-opening',
        pattern: /^directive "(?<name>[^"]+)" has no opening "\{"$/,
        kind: 'fault',
        says: ({ name }) => `"${name}" wants a block in braces.`,
        fix: 'Open the block with {.',
    },
    {
        id: 'unexpected',
        pattern: /^unexpected "(?<value>.)"$/,
        kind: 'fault',
        says: ({ value }) => `nginx did not expect "${value}" here.`,
        fix: 'Look for a missing semicolon before it, or a brace too many.',
    },
    {
        id: 'unexpected-eof',
        pattern: /^unexpected end of file, expecting (?<value>"\}"|";" or "\}")$/,
        kind: 'fault',
        says: ({ value }) => `The file ends where nginx still expects ${value}.`,
        fix: 'Close the block or the directive that is still open.',
    },
    {
        id: 'too-long-parameter',
        pattern: /^too long parameter, probably missing terminating "(?<value>.)" character$/,
        kind: 'fault',
        says: ({ value }) => `A word is longer than nginx can read; most likely the closing ${value} is missing.`,
        fix: 'Close the quote.',
    },
    {
        id: 'alias-root',
        pattern: /^"(?<name>alias|root)" directive is duplicate, "(?<value>root|alias)" directive was specified earlier$/,
        kind: 'fault',
        says: ({ name, value }) => `This location has ${value} already, and ${name} besides.`,
        fix: 'Keep one of the two.',
    },
    {
        id: 'duplicate',
        pattern: /^"(?<name>[^"]+)" directive is duplicate$/,
        elsewhere: true,
        kind: 'fault',
        says: ({ name }) => `"${name}" stands twice in one block.`,
        fix: 'Keep one of the two.',
    },
    {
        id: 'duplicate-location',
        pattern: /^duplicate location "(?<value>[^"]+)"$/,
        elsewhere: true,
        kind: 'fault',
        says: ({ value }) => `The server has two locations ${value}.`,
        fix: 'Merge them, or change the path of one.',
    },
    {
        id: 'duplicate-default',
        pattern: /^a duplicate default server for (?<value>\S+)$/,
        elsewhere: true,
        kind: 'fault',
        says: ({ value }) => `Two servers say default_server for ${value}.`,
        fix: 'Take default_server from one of them.',
    },
    {
        id: 'duplicate-listen',
        pattern: /^(?:a duplicate listen|duplicate listen options for) (?<value>\S+)$/,
        elsewhere: true,
        kind: 'fault',
        says: ({ value }) => `${value} is listened on twice, or with options in two places.`,
        fix: 'Write the listen directive with its options once.',
    },
    // Values.
    {
        id: 'invalid-flag',
        pattern: /^invalid value "(?<value>[^"]*)" in "(?<name>[^"]+)" directive, it must be "on" or "off"$/,
        kind: 'fault',
        says: ({ name, value }) => `"${name}" is on or off, not "${value}".`,
        fix: 'Write on or off.',
    },
    {
        id: 'invalid-value',
        pattern: /^(?:"(?<name>[^"]+)" directive invalid (?:value|number)|invalid value "(?<value>[^"]*)")$/,
        kind: 'fault',
        newer: /^TLSv1\.3$/,
        says: ({ name, value }) => name ? `"${name}" has a value that nginx does not take.` : `nginx does not take the value "${value}" here.`,
        fix: 'Correct the value.',
    },
    { id: 'invalid-value-cmd', pattern: /^"(?<name>[^"]+)" directive .* in command line$/, kind: 'fault' },
    {
        id: 'invalid-parameter',
        pattern: /^invalid parameter "(?<value>[^"]*)"$/,
        kind: 'fault',
        newer: /^(?:resolve|quic|http2|http3|service=.*|drain|slow_start=.*|route=.*|multipath|keepalive_.*|optional_no_ca|ipv[46]=.*|status_zone=.*)$/,
        says: ({ value }) => `nginx does not know the parameter "${value}" here.`,
        fix: 'Correct the parameter; a missing semicolon makes the next line part of this one.',
    },
    {
        id: 'invalid-listen',
        pattern: /^invalid (?:port|host|port range)? ?in "(?<value>[^"]+)" of the "listen" directive$/,
        kind: 'fault',
        says: ({ value }) => `"${value}" is no address to listen on.`,
        fix: 'Write ADDRESS:PORT or PORT, with a port from 1 to 65535.',
    },
    {
        id: 'url-prefix',
        pattern: /^invalid URL prefix$/,
        kind: 'fault',
        says: () => 'The target has no http:// or https:// before it.',
        fix: 'Write the scheme before the target.',
    },
    {
        id: 'upstream-url',
        pattern: /^(?:invalid (?:port|host|port range|IPv6 address)|no host) in upstream "(?<value>[^"]*)"$/,
        kind: 'fault',
        says: ({ value }) => `"${value}" is no host and port.`,
        fix: 'Write HOST:PORT; an empty part usually means that a variable of the template has no value.',
    },
    {
        id: 'upstream-no-port',
        pattern: /^no port in upstream "(?<value>[^"]+)"$/,
        elsewhere: true,
        kind: 'fault',
        says: ({ value }) => `"${value}" has no port, and no upstream block has that name.`,
        fix: 'Add the port, or correct the name of the upstream.',
    },
    {
        id: 'upstream-empty',
        pattern: /^no servers (?:are inside upstream|in upstream "[^"]+")/,
        elsewhere: true,
        kind: 'fault',
        says: () => 'The upstream has no server line.',
        fix: 'Add a server to the upstream.',
    },
    {
        id: 'upstream-dup',
        pattern: /^duplicate upstream "(?<value>[^"]+)"/,
        elsewhere: true,
        kind: 'fault',
        says: ({ value }) => `There are two upstreams with the name ${value}.`,
        fix: 'Merge them, or rename one.',
    },
    {
        id: 'upstream-port',
        pattern: /^upstream "(?<value>[^"]+)" may not have port \d+/,
        kind: 'fault',
        says: ({ value }) => `${value} is an upstream, whose servers have ports of their own.`,
        fix: 'Take the port from the target.',
    },
    {
        id: 'unknown-variable',
        pattern: /^unknown "(?<name>[^"]+)" variable$/,
        elsewhere: true,
        kind: 'version',
        says: ({ name }) => `Nothing defines the variable $${name}.`,
        fix: 'Correct the name, or define it with set or map; a placeholder of a template is not rendered here.',
    },
    {
        id: 'zone-zero',
        pattern: /^zero size shared memory zone "(?<value>[^"]+)"$/,
        elsewhere: true,
        kind: 'fault',
        says: ({ value }) => `The zone ${value} is used, but nothing declares it.`,
        fix: 'Declare it with limit_req_zone, limit_conn_zone or the like.',
    },
    {
        id: 'zone-unknown',
        pattern: /^"(?<name>\w+_cache)" zone "(?<value>[^"]+)" is unknown$/,
        elsewhere: true,
        kind: 'fault',
        says: ({ name, value }) => `${name} uses the zone ${value}, which nothing declares.`,
        fix: 'Declare it with keys_zone= in the matching cache path directive.',
    },
    {
        id: 'zone-size',
        pattern: /^(?:zone "(?<value>[^"]+)" is too small|keys zone "[^"]+" is too small|invalid (?:keys )?zone size "[^"]+")$/,
        kind: 'fault',
        says: () => 'The size of the shared memory zone is not one that nginx takes.',
        fix: 'Write a size such as 10m; at least 32k.',
    },
    {
        id: 'shm-mmap',
        pattern: /^(?:mmap\(MAP_ANON\|MAP_SHARED, \d+\)|munmap\(\w+, \d+\)) failed \(\d+: /,
        kind: 'environment',
        remedy: 'none',
        late: true,
    },
    {
        id: 'log-format',
        pattern: /^unknown log format "(?<name>[^"]+)"$/,
        elsewhere: true,
        kind: 'fault',
        says: ({ name }) => `No log_format has the name ${name}.`,
        fix: 'Add the log_format, or use combined.',
    },
    {
        id: 'pass-uri',
        pattern: /^"(?<name>(?:proxy|grpc)_pass)" cannot have URI part/,
        kind: 'fault',
        says: ({ name }) => `${name} may have no path in a regex or named location, in "if", or in limit_except.`,
        fix: 'Take the path from the target, and change it with rewrite where it matters.',
    },
    {
        id: 'regex',
        pattern: /^pcre2?_compile\(\) failed: (?<value>.*)$/,
        kind: 'fault',
        says: ({ value }) => `The regular expression is not valid: ${value}.`,
        fix: 'Correct the expression; one with braces or semicolons must be quoted.',
    },
    {
        id: 'no-events',
        pattern: /^no "events" section in configuration$/,
        elsewhere: true,
        kind: 'fault',
        says: () => 'The main configuration has no events block.',
        fix: 'Add events { } beside http { }.',
    },
    {
        id: 'location-nesting',
        pattern: /^location "(?<value>[^"]+)" (?:is outside location|cannot be inside the) /,
        kind: 'fault',
        says: ({ value }) => `The location ${value} may not stand inside this one.`,
        fix: 'Move it out, or make its path begin with that of the location around it.',
    },
    {
        id: 'buffers',
        pattern: /^"(?<name>(?:proxy|fastcgi|uwsgi|scgi)_(?:busy_buffers_size|temp_file_write_size|max_temp_file_size))" must be /,
        kind: 'fault',
        says: ({ name }) => `${name} does not go together with the number and size of the buffers.`,
        fix: 'Raise or lower the sizes together; nginx says in its message which bound is broken.',
    },
    {
        id: 'hash-warn',
        pattern: /^could not build optimal \w+, you should increase/,
        kind: 'warning',
        why: 'nginx works, but looks names up more slowly than it could.',
        fix: 'Raise the size that nginx names.',
    },
    {
        id: 'hash',
        pattern: /^could not build (?<name>\w+), (?:you should increase (?<value>\S+): \d+|too large)/,
        kind: 'fault',
        says: ({ name, value }) => (value ? `${name} is too small for the names that it must hold.` : `${name} cannot be built.`),
        fix: 'Raise the size that nginx names to the next power of two.',
    },
    {
        id: 'if-condition',
        pattern: /^invalid condition "(?<value>[^"]*)"$/,
        kind: 'fault',
        says: ({ value }) => `"${value}" is no condition.`,
        fix: 'Write a variable, a comparison with = or !=, a match with ~, or a file test such as -f.',
    },
    {
        id: 'redirect-default',
        pattern: /^"proxy_redirect default" /,
        elsewhere: true,
        kind: 'fault',
        says: () => 'proxy_redirect default wants a proxy_pass before it, and one without variables.',
        fix: 'Write the two addresses of proxy_redirect out.',
    },
    { id: 'geoip-db', pattern: /^GeoIP_open\("(?<path>[^"]+)"\) failed$/, kind: 'environment', remedy: 'none' },
    { id: 'geoip2-db', pattern: /^MMDB_open\("(?<path>[^"]+)"\) failed/, kind: 'environment', remedy: 'none' },
    { id: 'worker-rlimit', pattern: /^\d+ worker_connections exceed open file resource limit: \d+/, kind: 'environment', remedy: 'ignore' },
    // Warnings about the configuration.
    {
        id: 'warn-conflicting-name',
        pattern: /^conflicting server name "(?<value>[^"]*)" on (?<name>\S+), ignored$/,
        elsewhere: true,
        kind: 'warning',
        says: ({ value, name }) => `Two servers have the name "${value}" on ${name}; nginx ignores the later one.`,
        why: 'Requests meant for the later server are answered by the earlier one.',
        fix: 'Give the servers different names, or remove one.',
    },
    {
        id: 'warn-deprecated',
        pattern: /^the "(?<name>[^"]+)" directive is deprecated, use (?<value>.*) instead$/,
        kind: 'warning',
        says: ({ name, value }) => `"${name}" is deprecated; nginx wants ${value}.`,
        why: 'A later version of nginx refuses to start with it.',
        fix: 'Write it in the new form.',
    },
    {
        id: 'warn-lowbits',
        pattern: /^low address bits of (?<value>\S+) are meaningless/,
        kind: 'warning',
        says: ({ value }) => `${value} has bits set beyond its prefix length, and nginx leaves them out.`,
        why: 'The rule covers another range than the one that is read in the file.',
        fix: 'Write the network’s first address, or a longer prefix.',
    },
    {
        id: 'warn-duplicate-mime',
        pattern: /^duplicate (?:extension|MIME type|value|network) "(?<value>[^"]*)/,
        kind: 'warning',
        says: ({ value }) => `"${value}" stands here a second time.`,
        why: 'Only one of the two counts.',
        fix: 'Remove one.',
    },
    {
        id: 'warn-lb',
        pattern: /^load balancing method redefined/,
        kind: 'warning',
        says: () => 'The upstream names two ways to balance load.',
        why: 'Only the last one counts.',
        fix: 'Keep one.',
    },
    {
        id: 'warn-protocol-redefined',
        pattern: /^protocol options redefined for (?<value>\S+)/,
        elsewhere: true,
        kind: 'warning',
        says: ({ value }) => `Servers on ${value} disagree about ssl, http2 or proxy_protocol.`,
        why: 'The options of one server hold for all of them on that address.',
        fix: 'Give each listen on that address the same options.',
    },
    {
        id: 'warn-suspicious-name',
        pattern: /^server name "(?<value>[^"]*)" has suspicious symbols/,
        kind: 'warning',
        says: ({ value }) => `The server name "${value}" holds characters that no host name has.`,
        why: 'No request names this host, so the server never answers by name.',
        fix: 'Write the host alone, without scheme, path or port.',
    },
    // How the test went.
    { id: 'syntax-ok', pattern: /^the configuration file .+ syntax is ok$/, kind: 'progress' },
    { id: 'test-ok', pattern: /^configuration file .+ test is successful$/, kind: 'progress' },
    { id: 'test-failed', pattern: /^configuration file .+ test failed$/, kind: 'progress' },
];

;// CONCATENATED MODULE: ./lib/nginx-test/messages.js
/** Reads what `nginx -t` says: which message it is, where it points, and what it means. */

const prefixed = /^nginx: (?:\[(\w+)\] )?(.*)$/;
const dated = /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d \[(\w+)\] \d+#\d+: (?:\*\d+ )?(.*)$/;
const levels = ['debug', 'info', 'notice', 'warn', 'error', 'crit', 'alert', 'emerg'];
/** nginx itself cuts a message at 2 KiB. */
const longestLine = 4096;
const mostLines = 2000;
/** The messages of one run in order, each once: an error log on standard error gives every line twice. */
function readMessages(output) {
    const seen = new Set();
    return output.split('\n', mostLines).flatMap((line) => {
        const message = readMessage(line.slice(0, longestLine).trimEnd());
        if (message === undefined)
            return [];
        const key = [message.level, message.text, message.file, message.line].join('\0');
        if (seen.has(key))
            return [];
        seen.add(key);
        return [message];
    });
}
/** One line of nginx's, in either of its two shapes; undefined for anything else. */
function readMessage(line) {
    const [, level = 'info', said] = prefixed.exec(line) ?? dated.exec(line) ?? [];
    if (said === undefined || !levels.includes(level))
        return undefined;
    const { text, ...place } = withoutPlace(said);
    for (const rule of rules) {
        if (rule.placed && place.file === null)
            continue;
        const match = rule.pattern.exec(text);
        if (match)
            return { level: level, text, ...place, rule, groups: given(match) };
    }
    return { level: level, text, ...place, rule: undefined, groups: {} };
}
/** Takes the ` in FILE:LINE` from the end. */
function withoutPlace(said) {
    const line = /:(\d{1,9})$/.exec(said);
    const before = line === null ? -1 : said.lastIndexOf(' in /', line.index);
    if (line === null || before === -1)
        return { text: said, file: null, line: null };
    return { text: said.slice(0, before), file: said.slice(before + ' in '.length, line.index), line: Number(line[1]) };
}
/** What a message means. What nobody knows is a fault when nginx stopped at it: better told once too often than hidden. */
function kindOf(message) {
    if (message.rule === undefined)
        return isFatal(message) ? 'fault' : message.level === 'warn' ? 'warning' : 'progress';
    return message.rule.newer?.test(message.groups.value ?? '') ? 'version' : message.rule.kind;
}
function given(match) {
    return Object.fromEntries(Object.entries(match.groups ?? {}).filter(([, value]) => value !== undefined));
}
/** Whether nginx stopped at this message. */
function isFatal(message) {
    return ['emerg', 'crit', 'alert'].includes(message.level) && message.rule?.remedy !== 'ignore';
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: ./node_modules/nginx-conf/dist/index.js
var dist = __webpack_require__(7154);
;// CONCATENATED MODULE: ./lib/nginx-test/wrapper.js
/** The main file for a configuration that is only a part of one. */


/** What stands at the top of a main file and nowhere in a part of `http`. */
const mainOnly = new Set(['events', 'http', 'stream', 'mail', 'user', 'worker_processes', 'pid', 'load_module', 'daemon', 'rtmp']);
const httpOnly = new Set(['server', 'upstream', 'map', 'geo', 'limit_req_zone', 'proxy_cache_path', 'log_format', 'split_clients']);
/** Beside the part, so that relative includes start from the same folder. */
function wrapperPath(stack) {
    return external_node_path_.posix.join(stack.nginx.prefix, '.nginx-gate.conf');
}
/**
 * A main file around the stack's own, or null when that one is whole. Only for an nginx on the host, whose main file need not be in the
 * repository: a service that is given a part in place of its main file does not start, and that is to be told.
 */
function wrapperFor(stack) {
    const { main, tree, kind } = stack.nginx;
    if (kind !== 'host' || tree.read(main) === undefined)
        return null;
    const top = stack.config.directives.filter((node) => node.file.path === main).map((node) => node.word.text);
    if (top.some((name) => mainOnly.has(name)) || !top.some((name) => httpOnly.has(name)))
        return null;
    return mainFileAround([main]);
}
/** A whole configuration that includes these files in `http`, in order. */
function mainFileAround(paths) {
    let text = '';
    dist/* NginxConfFile */.LG.createFromSource('', (error, file) => {
        if (error !== null || file === undefined)
            throw error ?? new Error('nginx-conf made no file');
        file.nginx._add('events', '', []);
        file.nginx._add('http', '', []);
        for (const path of paths)
            file.nginx.http?.[0]?._add('include', wrapper_quoted(path));
        text = file.toString();
    });
    return text;
}
function wrapper_quoted(path) {
    return `"${path.replace(/[\\"]/g, '\\$&')}"`;
}

;// CONCATENATED MODULE: ./lib/nginx-test/sandbox.js
/**
 * What nginx is given besides the repository's files, so that it can be tested where none of its surroundings exist:
 * names that resolve, certificates that come at deploy time, folders for logs. Pure data; `bench.ts` and `reroot.ts` put it into place.
 */






const hostName = /^[a-z0-9_](?:[a-z0-9_.-]{0,252}[a-z0-9_.])?$/i;
/** Every --add-host is an argument, and argument lists are finite. */
const mostHosts = 2000;
const mostFiles = 5000;
const mostBytes = 48 * 1024 * 1024;
/** Folders of the kernel, where nothing can be put. */
const kernelFolder = /^\/(?:dev|proc|sys)(?:\/|$)/;
/** The sandbox of a stack before nginx has complained about anything. */
function sandboxFor(stack, standIns, withImageFiles) {
    const placeholders = placeholdersIn(stack);
    const sandbox = {
        main: stack.nginx.main,
        placeholders,
        files: treeFiles(stack, withImageFiles, placeholders),
        folders: new Set(),
        hosts: new Set(),
        users: new Set(),
        standIns: new Set(),
    };
    for (const host of [...namedHosts(stack), ...placeholderHosts(placeholders)])
        addHost(sandbox, host);
    for (const folder of writtenFolders(stack))
        addFolder(sandbox, folder);
    for (const { path, role } of openedFiles(stack)) {
        if (isAbsentByDesign(stack, path) || isPlaceholder(stack, path))
            standInFor(sandbox, stack, standIns, path, role);
    }
    const wrapper = wrapperFor(stack);
    if (wrapper !== null) {
        sandbox.main = wrapperPath(stack);
        sandbox.files.set(sandbox.main, { bytes: Buffer.from(wrapper), mode: 0o644 });
    }
    return sandbox;
}
/** What the report says was stood in for: names, then files, then values. */
function stubbedBy(sandbox) {
    const made = new Set(placeholderHosts(sandbox.placeholders));
    const values = [...sandbox.placeholders.values.keys()].map((name) => `\${${name}}`);
    return [...[...sandbox.hosts].filter((host) => !made.has(host)), ...sandbox.standIns, ...values];
}
/** Changes the sandbox so that nginx does not say this again. */
function remedy(sandbox, stack, standIns, message) {
    const { host = '', path = '', name = '' } = message.groups;
    switch (message.rule?.remedy) {
        case 'host':
            return addHost(sandbox, host.replace(/:\d+$/, '')) ? 'remedied' : sandbox.hosts.has(host) ? 'helpless' : 'fault';
        case 'folder':
            return addFolder(sandbox, external_node_path_.posix.dirname(path)) ? 'remedied' : 'helpless';
        case 'user':
            if (!/^[\w.-]{1,32}$/.test(name))
                return 'fault';
            if (sandbox.users.has(name))
                return 'helpless';
            sandbox.users.add(name);
            return 'remedied';
        case 'file': {
            if (sandbox.standIns.has(path))
                return 'helpless';
            const known = stack.nginx.treeKnown && !isAbsentByDesign(stack, path) && stack.nginx.tree.read(path) === undefined;
            standInFor(sandbox, stack, standIns, path, roleAt(stack, path, message));
            return known ? 'told' : 'remedied';
        }
        default:
            return 'helpless';
    }
}
/** A pair of which only one half is a stand-in does not match by our own doing: replaces the other half too. */
function mendPair(sandbox, stack, standIns) {
    const before = sandbox.standIns.size;
    if (before === 0)
        return false;
    for (const { path, role } of openedFiles(stack)) {
        if (role === 'certificate' || role === 'key')
            standInFor(sandbox, stack, standIns, path, role);
    }
    return sandbox.standIns.size > before;
}
/** Puts a stand-in at a path, and at every path that must go together with it. */
function standInFor(sandbox, stack, standIns, path, role) {
    const together = new Map([[path, role]]);
    if (role === 'certificate' || role === 'key') {
        const pairs = certificatePairs(stack);
        for (let grown = true; grown;) {
            const size = together.size;
            for (const [certificate, key] of pairs) {
                if (!together.has(certificate) && !together.has(key))
                    continue;
                together.set(certificate, 'certificate').set(key, 'key');
            }
            grown = together.size > size;
        }
    }
    for (const [at, kind] of together) {
        if (kernelFolder.test(at) || sandbox.standIns.has(at))
            continue;
        sandbox.files.set(at, { bytes: Buffer.from(contentFor(kind, standIns)), mode: 0o600 });
        sandbox.standIns.add(at);
    }
}
function contentFor(role, standIns) {
    switch (role) {
        case 'certificate':
            return standIns.certificate;
        case 'key':
            return standIns.key;
        case 'revocation-list':
            return standIns.revocationList;
        case 'dh-parameters':
            return standIns.dhParameters;
        case 'ticket-key':
            return standIns.ticketKey;
        case 'password':
            return 'none\n';
        case 'script':
            return 'export default {};\n';
        case 'text':
            return '';
    }
}
/** The role of a file that nginx misses: by the directive that names it, else by the message. */
function roleAt(stack, path, message) {
    for (const { word, args } of allDirectives(stack.config.directives)) {
        const role = roleOf(word.text);
        if (role !== undefined && args[0] !== undefined && pathOf(stack, args[0].text) === path)
            return role;
    }
    const byMessage = {
        'cert-missing': 'certificate',
        'key-missing': 'key',
        'key-encrypted': 'key',
        'ca-file-missing': 'certificate',
        'crl-missing': 'revocation-list',
        'dhparam-missing': 'dh-parameters',
    };
    return byMessage[message.rule?.id ?? ''] ?? 'text';
}
/** Whether a file comes from where the repository does not reach: a mount of something else, a script, an image that nobody knows. */
function isAbsentByDesign(stack, path) {
    const { tree } = stack.nginx;
    if (tree.read(path) !== undefined)
        return false;
    return (!tree.isKnown(path) ||
        [...tree.absent, ...mountsOfVariants(stack)].some(({ target }) => path === target || path.startsWith(`${target}/`)));
}
/** What another variant of the project mounts into the same service: an override file that reads as complete may be meant for the top of it. */
function mountsOfVariants({ variants, nginx }) {
    const same = variants.flatMap((project) => project.services.filter((service) => service.name === nginx.service?.name));
    return same.flatMap((service) => [...service.volumes, ...service.configs, ...service.secrets]);
}
/** An empty file, or one whose content a tool fills in later: git-crypt, Ansible's vault, git's large files. */
function isPlaceholder(stack, path) {
    const file = stack.nginx.tree.read(path);
    return file !== undefined && (file.text.trim() === '' || /^\0GITCRYPT|^\$ANSIBLE_VAULT|^version https:\/\/git-lfs/.test(file.text));
}
/** @returns whether the name is new and one that an engine takes */
function addHost(sandbox, written) {
    const host = written.toLowerCase().replace(/\.$/, '');
    if (!hostName.test(host) || (0,external_node_net_.isIP)(host) !== 0 || host === 'localhost' || /^\d+$/.test(host))
        return false;
    if (sandbox.hosts.has(host) || sandbox.hosts.size >= mostHosts)
        return false;
    sandbox.hosts.add(host);
    return true;
}
function addFolder(sandbox, folder) {
    if (folder === '/' || kernelFolder.test(folder) || sandbox.folders.has(folder))
        return false;
    sandbox.folders.add(folder);
    return true;
}
/** Every host that nginx resolves when it starts. What this misses, nginx names in a message. */
function* namedHosts(stack) {
    const upstreams = new Set(stack.config.upstreams.map((upstream) => upstream.name.toLowerCase()));
    const peers = stack.config.upstreams.flatMap((upstream) => upstream.peers);
    const direct = stack.routes.flatMap((route) => route.endpoints.map((endpoint) => endpoint.target));
    const targets = stack.config.routes.flatMap((route) => route.endpoints);
    for (const { host } of [...peers, ...direct, ...targets])
        if (host !== null && !upstreams.has(host))
            yield host;
    for (const { word, args } of allDirectives(stack.config.directives)) {
        if (word.text === 'resolver')
            yield* args.filter((arg) => !arg.text.includes('=')).map((arg) => withoutPort(arg.text));
        else if (word.text === 'set_real_ip_from' || word.text === 'listen')
            yield withoutPort(args[0]?.text ?? '');
        else if (word.text === 'access_log' || word.text === 'error_log')
            yield* syslogServers(args.map((arg) => arg.text));
    }
}
function* syslogServers(args) {
    for (const arg of args) {
        const server = /^syslog:(?:.*,)?server=([^,]+)/.exec(arg)?.[1];
        if (server !== undefined)
            yield withoutPort(server);
    }
}
function withoutPort(address) {
    return address.startsWith('[') ? '' : address.replace(/:\d+$/, '');
}
/** The tree's files, those that nginx reads first, within bounds: a site's pages need not travel. */
function treeFiles(stack, withImageFiles, placeholders) {
    const chosen = new Map();
    let bytes = 0;
    for (const file of inOrderOfNeed(stack)) {
        const path = external_node_path_.posix.normalize(file.path);
        if ((file.kind === 'image' && !withImageFiles) || chosen.has(path) || kernelFolder.test(path) || !external_node_path_.posix.isAbsolute(path))
            continue;
        const content = file.bytes ?? Buffer.from(filled(placeholders, file.path, file.text), 'utf8');
        bytes += content.length;
        if (chosen.size >= mostFiles || bytes > mostBytes)
            break;
        chosen.set(path, { bytes: content, mode: file.mode & 0o777 });
    }
    return chosen;
}
function* inOrderOfNeed(stack) {
    const read = new Set(stack.config.files.map((file) => file.path));
    const named = namedPaths(stack);
    const files = [...stack.nginx.tree.files()];
    yield* files.filter((file) => read.has(file.path));
    yield* files.filter((file) => file.path.startsWith('/etc/') || isWithin(file.path, stack.nginx.prefix) || isNamed(named, file.path));
}
/** Every path that a directive names, but for the folders of pages. */
function namedPaths(stack) {
    const named = new Set();
    for (const { word, args } of allDirectives(stack.config.directives)) {
        if (['root', 'alias', 'try_files', 'location', 'index'].includes(word.text))
            continue;
        for (const arg of args)
            if (arg.text.startsWith('/'))
                named.add(external_node_path_.posix.normalize(arg.text));
    }
    return named;
}
function isNamed(named, path) {
    for (let at = path; at !== '/' && at !== '.'; at = external_node_path_.posix.dirname(at))
        if (named.has(at))
            return true;
    return false;
}
function isWithin(path, folder) {
    return folder !== '/' && path.startsWith(`${folder.replace(/\/$/, '')}/`);
}

;// CONCATENATED MODULE: ./lib/nginx-test/judge.js




/** Each run meets one obstacle; a configuration with more of them is not worth the wait. */
const mostRuns = 40;
const mostSeconds = 180;
const again = { go: 'again' };
/** Tests one stack to its end. @throws what the bench throws */
async function judge(trial, signal) {
    const told = new Told(trial.stack);
    const until = Date.now() + mostSeconds * 1000;
    for (let runs = 1;; runs += 1) {
        const ran = await trial.bench.run(trial.sandbox, signal);
        const messages = readMessages(trial.bench.inTree(ran.stderr));
        for (const message of messages) {
            if (kindOf(message) === 'warning' && isOfTheConfiguration(message, trial))
                told.warning(message);
        }
        const verdict = weigh(trial, ran, messages, told);
        if (verdict.go === 'end')
            return outcomeOf(trial, ran, verdict, told);
        if (runs === mostRuns || Date.now() > until) {
            return outcomeOf(trial, ran, { go: 'end', status: 'skipped', reason: 'nginx asked for too much that is not there' }, told);
        }
    }
}
/** Whether a warning is about what the repository says: how many variables fill a table hangs on the modules of the image. */
function isOfTheConfiguration({ rule }, { stack, likeness }) {
    if (rule?.elsewhere && !stack.nginx.treeKnown)
        return false;
    return rule?.id !== 'hash-warn' || likeness === 'exact';
}
function weigh(trial, ran, messages, told) {
    if (ran.timedOut)
        return { go: 'end', status: 'skipped', reason: 'nginx -t did not end within a minute' };
    if (ran.status === 0)
        return { go: 'end', status: 'passed', reason: null };
    const fatal = messages.filter(isFatal);
    const first = fatal.find((message) => message.level !== 'alert') ?? fatal[0];
    return first === undefined ? weighSilence(ran, told) : weighMessage(trial, first, told);
}
/** nginx ended without a word: it crashed, or it never ran. */
function weighSilence(ran, told) {
    if (ran.status === 139 || ran.signal === 'SIGSEGV') {
        told.crash();
        return { go: 'end', status: 'failed', reason: null };
    }
    const said = ran.stderr.trim().split('\n').at(-1)?.slice(0, 300) ?? '';
    return { go: 'end', status: 'skipped', reason: `nginx did not run: ${said === '' ? `status ${ran.status ?? ran.signal}` : said}` };
}
function weighMessage(trial, message, told) {
    if (kindOf(message) !== 'environment' && restsOnPlaceholder(trial, message))
        return unknownValue(message);
    switch (kindOf(message)) {
        case 'environment':
            return weighEnvironment(trial, message, told);
        case 'build':
            return trial.likeness === 'exact' ? fault(trial, told, message) : untestable(trial, message);
        case 'version':
            return trial.likeness === 'other' ? untestable(trial, message) : fault(trial, told, message);
        default:
            if (trial.likeness === 'other' && /duplicate listen/.test(message.text) && listensOnQuic(trial.stack))
                return untestable(trial, message);
            if (isOurOwnDoing(message) && mendPair(trial.sandbox, trial.stack, trial.standIns))
                return again;
            // An nginx whose build and version differ may say what nobody knows here.
            if (message.rule === undefined && trial.likeness === 'other' && message.file === null)
                return untestable(trial, message);
            return fault(trial, told, message);
    }
}
/** TCP and QUIC on one port: an nginx before 1.25 takes the second for the first again. */
function listensOnQuic({ config }) {
    return config.files.some(({ text }) => /^[^#\n]*\blisten[ \t][^;\n]*[ \t]quic\b/m.test(text));
}
function weighEnvironment(trial, message, told) {
    // The users of the image that will run are as real as its modules.
    if (message.rule?.remedy === 'user' && trial.likeness === 'exact')
        told.fault(message);
    switch (remedy(trial.sandbox, trial.stack, trial.standIns, message)) {
        case 'remedied':
            return again;
        case 'told':
            told.fault(message);
            return again;
        case 'fault':
            return fault(trial, told, message);
        case 'helpless':
            if (message.rule?.id === 'main-missing') {
                return { go: 'end', status: 'skipped', reason: `nginx’s main file ${message.groups.path} is not in the repository` };
            }
            return message.rule?.late
                ? { go: 'end', status: 'passed', reason: `all but the listening sockets was tested: ${message.text}` }
                : { go: 'end', status: 'skipped', reason: `the place of the test, not the configuration: ${message.text}` };
    }
}
function fault(trial, told, message) {
    if (restsOnPlaceholder(trial, message))
        return unknownValue(message);
    if (message.rule?.elsewhere && !trial.stack.nginx.treeKnown) {
        return { go: 'end', status: 'skipped', reason: `not all of nginx’s files are known: ${message.text}${placeOf(message)}` };
    }
    told.fault(message);
    return { go: 'end', status: 'failed', reason: null };
}
/** Whether a line holds a value that only the deploy knows, so that nginx speaks of the stand-in. */
function restsOnPlaceholder({ stack, sandbox }, message) {
    const words = `${message.text}\n${textAt(stack, message)}`;
    return holdsPlaceholder(sandbox.placeholders, words) && !isToldUnset(stack, words);
}
function unknownValue(message) {
    return { go: 'end', status: 'skipped', reason: `a value that is known only where it is deployed: ${message.text}${placeOf(message)}` };
}
/** The nginx that ran is not the one that will run. */
function untestable(trial, message) {
    const nginx = trial.image === null ? 'the nginx of this machine' : trial.image;
    const why = trial.likeness === 'base'
        ? ', on which the image is built, may lack what the Dockerfile adds'
        : ' may be of another version or build than the nginx that will run';
    return { go: 'end', status: 'skipped', reason: `${nginx}${why}: ${message.text}${placeOf(message)}` };
}
function placeOf({ file, line }) {
    return file === null ? '' : ` in ${file}:${line}`;
}
/** Whether a text holds a variable of a template that nothing defines: nginx is right to refuse it. */
function isToldUnset(stack, text) {
    return [...undefinedIn(stack)].some((name) => text.includes(`\${${name}}`) || text.includes(`$${name}`));
}
function isOurOwnDoing(message) {
    return message.rule?.id === 'key-mismatch' || message.rule?.id === 'cert-bad-pem';
}
function outcomeOf(trial, ran, verdict, told) {
    const { stack } = trial;
    const findings = told.drafts;
    const failed = verdict.status === 'failed' || told.faults > 0;
    const files = verdict.status === 'passed' && ran.status === 0 ? filesRead(trial, ran.stdout) : filesKnown(stack);
    if (failed)
        return { status: 'failed', files, reason: verdict.reason, findings };
    if (verdict.status !== 'passed' || files > 0)
        return { status: verdict.status, files, reason: verdict.reason, findings };
    return vacuousOutcome(stack, told);
}
/** nginx is content, and has read nothing of the repository. */
function vacuousOutcome(stack, told) {
    const { findings, files } = { findings: told.drafts, files: 0 };
    if (!stack.nginx.treeKnown) {
        const reason = 'nginx read none of the repository’s files, and what writes its configuration is not known';
        return { status: 'skipped', files, reason, findings };
    }
    const elsewhere = stack.nginx.tree.absent.find(({ target }) => isForNginx(stack, target));
    if (elsewhere !== undefined) {
        return { status: 'skipped', files, reason: `what is mounted to ${elsewhere.target} is not in the repository`, findings };
    }
    const unread = stack.nginx.tree.placed.find((placed) => isForNginx(stack, placed.target) && isConfiguration(stack, placed.target));
    if (unread === undefined)
        return { status: 'vacuous', files, reason: 'the repository has no configuration for this nginx', findings };
    told.vacuous(unread.at);
    return { status: 'vacuous', files, reason: 'nginx read none of the repository’s files', findings };
}
function isForNginx(stack, target) {
    const folders = [stack.nginx.prefix, '/etc/nginx'];
    return folders.some((folder) => target === folder || target.startsWith(`${folder}/`) || folder.startsWith(`${target}/`));
}
/** Whether what was put at a path holds a server: a file itself, or one in the folder. */
function isConfiguration(stack, target) {
    for (const file of stack.nginx.tree.files()) {
        if (file.origin === null || (file.path !== target && !file.path.startsWith(`${target}/`)))
            continue;
        if (/^\s*(?:server|http|stream)\s*\{/m.test(file.text))
            return true;
    }
    return false;
}
/** How many files of the repository nginx names in its dump. */
function filesRead({ bench, stack }, dump) {
    const origins = new Set();
    for (const [, path = ''] of bench.inTree(dump).matchAll(/^# configuration file (.+):$/gm)) {
        const origin = stack.nginx.tree.read(path)?.origin;
        if (origin)
            origins.add(origin);
    }
    return origins.size;
}
/** nginx dumps nothing when it refuses: then the files that we found it to read. */
function filesKnown(stack) {
    return new Set(stack.config.files.flatMap((file) => file.origin ?? [])).size;
}
/** The findings of one test, each once. */
class Told {
    drafts = [];
    faults = 0;
    #stack;
    #seen = new Set();
    constructor(stack) {
        this.#stack = stack;
    }
    fault(message) {
        this.faults += 1;
        const why = 'nginx refuses to start or to reload with this, so no request is answered.';
        this.#tell(message, 'error', message.rule?.why ?? why);
    }
    warning(message) {
        this.#tell(message, 'warning', message.rule?.why ?? 'nginx starts, but does not do what the line says.');
    }
    crash() {
        this.faults += 1;
        const location = anchorOf(this.#stack);
        if (location === null)
            return;
        this.drafts.push({
            check: 'nginx-test',
            severity: 'error',
            message: 'nginx crashes while it reads this configuration, which is what it does when a file includes itself.',
            why: 'nginx cannot start, so no request is answered.',
            fix: { message: 'Break the circle of includes.' },
            location,
            related: [],
        });
    }
    vacuous(location) {
        this.drafts.push({
            check: 'nginx-test',
            severity: 'error',
            message: 'nginx -t passes, but this nginx reads none of the repository’s files.',
            why: 'nginx serves its default site, and the configuration that was written for it has no effect.',
            fix: { message: 'Mount or copy the configuration to a path that nginx reads, such as /etc/nginx/conf.d/NAME.conf.' },
            location,
            related: [],
        });
    }
    #tell(message, severity, why) {
        const conflict = nameConflict(this.#stack, message);
        // Where nginx drops the image's own server for the repository's, all is as it was meant.
        if (conflict !== undefined && conflict.later.at === null)
            return;
        const location = conflict?.later.at ?? locateMessage(this.#stack, message);
        if (location === null)
            return;
        // One server name on three ports is one fault.
        const key = JSON.stringify([message.rule?.id ?? message.text, severity === 'error' ? message.text : '', location]);
        if (this.#seen.has(key))
            return;
        this.#seen.add(key);
        const { says, fix } = message.rule ?? {};
        const ofTheImage = conflict?.earlier.at === null ? `; the earlier one is in the image’s own ${conflict.earlier.file.path}` : '';
        const own = says && `${says(message.groups).replace(/\.$/, '')}${ofTheImage}`;
        const text = own === undefined ? `nginx -t says: ${message.text}.` : `${own} (nginx -t: ${message.text}).`;
        this.drafts.push({
            check: 'nginx-test',
            severity,
            message: text.replace(/\.\.$/, '.'),
            why,
            ...(fix === undefined ? {} : { fix: { message: fix } }),
            location,
            related: conflict?.earlier.at ? [{ location: conflict.earlier.at, label: 'the earlier server has the name here' }] : [],
        });
    }
}

;// CONCATENATED MODULE: ./lib/nginx-test/run.js
/** Runs the real `nginx -t` on stacks: the file tree that nginx will see, in a place that has nothing else. */








/** Said of a file that another tool or a person must finish first. */
const unfinishedReason = 'nothing loads this file as it is: it is an example or a template of another tool';
/** The engine spends most of a test's time waiting: three at once take 0.6 of the time of one after the other on two processors. */
const atOnce = 3;
/**
 * Tests every stack, a few at once. What cannot be tested is `skipped` with a reason; this throws only when `signal` says so.
 */
async function runNginxTests(stacks, options) {
    const engines = new Engines(options);
    const imageFiles = new Map();
    const standIns = makeStandIns();
    const results = new Array(stacks.length);
    const left = stacks.entries();
    const work = async () => {
        for (const [index, stack] of left) {
            options.progress?.(`nginx -t: ${stack.name}`);
            const place = untestableBecause(stack) ?? (await placeFor(stack, options, engines, imageFiles));
            results[index] = typeof place === 'string' ? skipped(stack, place) : await testAt(stack, place, standIns, options.signal);
        }
    };
    const ended = await Promise.allSettled(Array.from({ length: atOnce }, work));
    // Only when all have ended: each removes its own container first.
    for (const { reason } of ended.filter((one) => one.status === 'rejected'))
        throw reason;
    return results;
}
function skipped(stack, reason) {
    return { stack, report: { status: 'skipped', engine: null, image: null, files: 0, stubbed: [], reason }, findings: [] };
}
/** Why nothing can be learned from running nginx on a stack. */
function untestableBecause({ nginx }) {
    if (nginx.assumed && nginx.unfinished)
        return unfinishedReason;
    return nginx.mainStandsIn ? `nginx’s main file ${nginx.main} is not in the repository` : null;
}
/** The first engine that can run this stack, or why none can. */
async function placeFor(stack, options, engines, imageFiles) {
    if (options.engine === 'none')
        return 'nginx -t is switched off';
    const { image, likeness, because } = imageFor(stack, options.image);
    const refusals = [];
    const missed = [];
    for (const name of engines.order) {
        if (name === 'nginx') {
            const build = await engines.local();
            const refusal = options.foreign ? 'a change from a fork is never tested with the local nginx' : localRefusal(stack, build);
            if (refusal !== null)
                refusals.push(refusal);
            if (build === null || refusal !== null)
                continue;
            const notes = [...refusals, `tested with nginx ${build.version} of this machine`];
            return { engine: name, image: null, likeness: 'other', bench: new LocalBench(stack, build), notes };
        }
        const engine = await engines.container(name);
        const refusal = typeof engine === 'string' ? engine : await engine.obtain(image, options.signal, options.progress);
        if (refusal !== null)
            refusals.push(refusal);
        if (refusal !== null && typeof engine !== 'string')
            missed.push(refusal);
        if (typeof engine === 'string' || refusal !== null)
            continue;
        const notes = [...missed, ...(because === null ? [] : [because])];
        return { engine: name, image, likeness, bench: new ContainerBench(engine, image, stack, imageFiles), notes };
    }
    return refusals.join('; ');
}
/** An engine or a file system that refuses is a reason to skip; a mistake of ours is not. */
function isOfThePlace(error) {
    return error instanceof EngineError || (error instanceof Error && 'syscall' in error);
}
async function testAt(stack, place, standIns, signal) {
    const { bench, engine, image, likeness } = place;
    const sandbox = sandboxFor(stack, standIns, likeness === 'other');
    let outcome;
    try {
        outcome = await judge({ stack, sandbox, bench, likeness, standIns, image }, signal);
    }
    catch (error) {
        signal?.throwIfAborted();
        if (!isOfThePlace(error))
            throw error;
        outcome = { status: 'skipped', files: 0, reason: (0,errors/* messageOf */.b)(error), findings: [] };
    }
    finally {
        await bench.close();
    }
    const reason = [...place.notes, ...(outcome.reason === null ? [] : [outcome.reason])].join('; ');
    return {
        stack,
        report: {
            status: outcome.status,
            engine,
            image,
            files: outcome.files,
            stubbed: stubbedBy(sandbox),
            reason: reason === '' ? null : reason,
        },
        findings: outcome.findings,
    };
}

;// CONCATENATED MODULE: ./lib/compose/file-format.js
const scalar = (said, ...types) => ({ scalars: new Set(types), said });
const string = scalar('a string', 'string', 'time');
const anyText = scalar('a string, a number or a boolean', 'string', 'time', 'int', 'float', 'bool');
const stringOrNumber = scalar('a string or a number', 'string', 'time', 'int', 'float');
const stringOrNull = scalar('a string', 'string', 'time', 'null');
const whole = scalar('a whole number', 'int', 'string');
const flag = scalar('true or false', 'bool', 'string');
/** Where anything may stand. */
const anything = { open: true, said: 'a value' };
const list = (items, unique = false) => ({ items, unique, said: 'a list' });
const mapping = (keys, ...required) => ({ keys, required, said: 'a mapping' });
const dictionary = (shape, pattern = /^/) => ({ anyKey: { pattern, shape }, said: 'a mapping' });
const either = (...shapes) => Object.assign({}, ...shapes, { said: shapes.map(({ said }) => said).join(' or ') });
const orNothing = (shape) => ({ ...shape, scalars: new Set([...(shape.scalars ?? []), 'null']) });
const oneOf = (...words) => ({
    ...string,
    check: (text) => (words.includes(text) ? undefined : `"${text}" must be one of ${words.join(', ')}.`),
});
const matching = (shape, pattern, what) => ({
    ...shape,
    check: (text) => (pattern.test(text) ? undefined : `"${text}" is no ${what}.`),
});
const file_format_name = /^[a-zA-Z0-9._-]+$/;
const duration = matching(string, /^[-+]?(?:0|(?:(?:\d{1,20}(?:\.\d{0,20})?|\.\d{1,20})(?:ns|us|µs|μs|ms|s|m|h|d|w))+)$/, 'duration such as 1m30s');
const bytes = matching(stringOrNumber, /^-?\d{1,20}(?:\.\d{1,20})? ?(?:[kmgtp]?i?b?)$/i, 'size such as 512m');
const strings = list(string, true);
const stringOrList = either(string, strings);
const pairs = either(dictionary(scalar('a string, a number, a boolean or nothing', 'string', 'time', 'int', 'float', 'bool', 'null'), /./), strings);
const command = orNothing(either(string, list(string)));
const hosts = either(dictionary(orNothing(either(anyText, list(string))), /./), strings);
const file_format_options = dictionary(stringOrNumber, /./);
const fileMounts = list(either(string, mapping({ source: string, target: string, uid: string, gid: string, mode: stringOrNumber })));
const limits = mapping({ hard: whole, soft: whole }, 'soft', 'hard');
const ulimits = dictionary(either(whole, limits), /^[a-z]+$/);
const hook = mapping({ command, user: string, privileged: flag, working_dir: string, environment: pairs }, 'command');
const blkioLimits = list(mapping({ path: string, rate: scalar('a number', 'int', 'string') }));
const devices = list(mapping({ capabilities: strings, count: whole, device_ids: strings, driver: string, options: pairs }));
const external = either(flag, mapping({ name: string }));
const build = either(string, mapping({
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
}));
const rollout = mapping({
    parallelism: whole,
    delay: duration,
    failure_action: string,
    monitor: duration,
    max_failure_ratio: stringOrNumber,
    order: oneOf('start-first', 'stop-first'),
});
const deploy = orNothing(mapping({
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
}));
const mount = either(string, mapping({
    type: string,
    source: string,
    target: string,
    read_only: flag,
    consistency: string,
    bind: mapping({ propagation: string, create_host_path: flag, recursive: string, selinux: oneOf('z', 'Z') }),
    volume: mapping({ labels: pairs, nocopy: flag, subpath: string }),
    tmpfs: mapping({ size: stringOrNumber, mode: stringOrNumber }),
    image: mapping({ subpath: string }),
}, 'type'));
const port = either(stringOrNumber, mapping({ name: string, mode: string, host_ip: string, target: whole, published: whole, protocol: string, app_protocol: string }));
const dependsOn = either(strings, dictionary(mapping({ restart: flag, required: flag, condition: oneOf('service_started', 'service_healthy', 'service_completed_successfully') }, 'condition'), file_format_name));
const serviceNetworks = either(strings, dictionary(orNothing(mapping({
    aliases: strings,
    interface_name: string,
    ipv4_address: string,
    ipv6_address: string,
    link_local_ips: strings,
    mac_address: string,
    driver_opts: file_format_options,
    priority: stringOrNumber,
    gw_priority: stringOrNumber,
    use_service_name_alias: flag,
})), file_format_name));
const watch = list({
    ...mapping({
        ignore: stringOrList,
        include: stringOrList,
        path: string,
        action: oneOf('rebuild', 'sync', 'restart', 'sync+restart', 'sync+exec'),
        target: string,
        exec: hook,
        initial_sync: flag,
    }, 'path', 'action'),
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
    models: either(strings, dictionary(orNothing(mapping({ endpoint_var: string, model_var: string })), file_format_name)),
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
    pull_policy: matching(string, /^(?:always|never|build|if_not_present|missing|refresh|daily|weekly|every_(?:[0-9]{1,9}[wdhms]){1,9})$/, 'pull_policy'),
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
const network = orNothing(mapping({
    name: string,
    driver: string,
    driver_opts: file_format_options,
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
}));
const volume = orNothing(mapping({ name: string, driver: string, driver_opts: file_format_options, external, labels: pairs }));
const fileObject = {
    name: string,
    environment: string,
    file: string,
    external,
    labels: pairs,
    driver: string,
    driver_opts: file_format_options,
    template_driver: string,
};
/** The whole file. */
const model = mapping({
    version: string,
    name: string,
    include: list(either(string, mapping({ path: stringOrList, env_file: stringOrList, project_directory: string }))),
    services: dictionary(service, file_format_name),
    networks: dictionary(network, file_format_name),
    volumes: dictionary(volume, file_format_name),
    secrets: dictionary(mapping(fileObject), file_format_name),
    configs: dictionary(mapping({ ...fileObject, content: string }), file_format_name),
    models: anything,
    jobs: anything,
});
/** Every attribute of a service that some version of Compose knows. */
const serviceKeys = new Set(Object.keys(service.keys ?? {}));

;// CONCATENATED MODULE: ./lib/compose/repository-path.js

/**
 * A path as a compose file writes it, from the repository's top: '' for the top itself; null when it leads outside
 * (absolute, below a home folder, too many `..`).
 */
function repositoryPath(folder, path) {
    if (path.startsWith('/') || path.startsWith('~') || path.includes('\0'))
        return null;
    const joined = external_node_path_.posix.normalize(external_node_path_.posix.join(folder === '' ? '.' : folder, path));
    if (joined === '..' || joined.startsWith('../'))
        return null;
    const trimmed = joined.replace(/\/+$/, '');
    return trimmed === '.' ? '' : trimmed;
}
/** The folder of a repository file; '' is the top. */
function folderOf(file) {
    const folder = external_node_path_.posix.dirname(file);
    return folder === '.' ? '' : folder;
}
/** A path of a folder and a name. */
function inFolder(folder, name) {
    return folder === '' ? name : `${folder}/${name}`;
}

;// CONCATENATED MODULE: ./lib/compose/tree.js
function locate(span) {
    return span.source.locate(span.start, span.end);
}
/** The location of a part of a scalar's text (offsets into `text`), or of all of it where it doesn't stand literally. */
function locatePart(scalar, from, to) {
    if (scalar.literalAt === null)
        return locate(scalar.span);
    return scalar.span.source.locate(scalar.literalAt + from, scalar.literalAt + to);
}
function isNull(tree) {
    return tree === undefined || (tree.kind === 'scalar' && tree.type === 'null');
}
/** The value under a key, or undefined when this is no mapping or has no such key or holds null there. */
function get(tree, key) {
    if (tree?.kind !== 'mapping')
        return undefined;
    const value = tree.entries.get(key)?.value;
    return isNull(value) ? undefined : value;
}
function getMapping(tree, key) {
    const value = get(tree, key);
    return value?.kind === 'mapping' ? value : undefined;
}
function getScalar(tree, key) {
    const value = get(tree, key);
    return value?.kind === 'scalar' ? value : undefined;
}
/** The items of a list, or the scalar alone where a list may be written as one value. */
function itemsOf(tree) {
    if (tree === undefined || isNull(tree))
        return [];
    return tree.kind === 'list' ? tree.items : [tree];
}
/** How people name what stands here. */
function kindName(tree) {
    if (tree.kind !== 'scalar')
        return tree.kind === 'list' ? 'a list' : 'a mapping';
    switch (tree.type) {
        case 'int':
        case 'float':
            return 'a number';
        case 'bool':
            return 'a boolean';
        case 'null':
            return 'nothing';
        default:
            return 'a string';
    }
}

;// CONCATENATED MODULE: ./lib/compose/attribute-rules.js
/** Rules by attribute path (`services.*.ports`, `configs.*.file`), where `*` stands for any key and for any item of a list. */
function rulesOf(table) {
    const top = { next: new Map() };
    for (const [path, rule] of Object.entries(table)) {
        let at = top;
        for (const part of path.split('.')) {
            let next = at.next.get(part);
            if (next === undefined) {
                next = { next: new Map() };
                at.next.set(part, next);
            }
            at = next;
        }
        at.rule = rule;
    }
    return top;
}
/** The rules below a key, or undefined when nothing is ruled there. */
function below(rules, key) {
    return rules?.next.get(key) ?? rules?.next.get('*');
}

;// CONCATENATED MODULE: ./lib/compose/merge.js
/** How a later compose file (or an extending service) is laid over an earlier one: Compose's rule for each attribute. */


const merge_rules = rulesOf({
    'networks.*.labels': 'sequence',
    'volumes.*.labels': 'sequence',
    'services.*.annotations': 'sequence',
    'services.*.build': 'build',
    'services.*.build.args': 'sequence',
    'services.*.build.additional_contexts': 'sequence',
    'services.*.build.extra_hosts': 'sequence',
    'services.*.build.labels': 'sequence',
    'services.*.command': 'replace',
    'services.*.depends_on': 'dependencies',
    'services.*.deploy.labels': 'sequence',
    'services.*.dns': 'sequence',
    'services.*.dns_opt': 'sequence',
    'services.*.dns_search': 'sequence',
    'services.*.entrypoint': 'replace',
    'services.*.env_file': 'sequence',
    'services.*.environment': 'sequence',
    'services.*.extra_hosts': 'sequence',
    'services.*.healthcheck.test': 'replace',
    'services.*.labels': 'sequence',
    'services.*.label_file': 'sequence',
    'services.*.logging': 'logging',
    'services.*.models': 'keyed',
    'services.*.networks': 'keyed',
    'services.*.sysctls': 'sequence',
    'services.*.tmpfs': 'sequence',
    'services.*.ulimits.*': 'replace',
});
/** Rules below one service, for `extends`. */
const serviceRules = below(below(merge_rules, 'services'), '*');
/** Lays `over` upon `base`. What can't be merged is told in `problems`, and the later value stands. */
function mergeModels(base, over, problems) {
    return mergeMappings(base, over, merge_rules, problems);
}
function mergeServices(base, over, problems) {
    return mergeMappings(base, over, serviceRules, problems);
}
/** Lays one resource (a service, a network …) over another of the same name and kind. */
function mergeResources(kind, base, over, problems) {
    return mergeTrees(base, over, below(below(merge_rules, kind), '*'), problems);
}
function mergeMappings(base, over, at, problems) {
    const entries = new Map(base.entries);
    for (const [key, entry] of over.entries) {
        const earlier = entries.get(key);
        entries.set(key, earlier === undefined || key.startsWith('x-') ? entry : mergeEntries(earlier, entry, below(at, key), problems));
    }
    return { kind: 'mapping', entries, span: over.span, ...(base.mark && { mark: base.mark }) };
}
function mergeEntries(base, over, at, problems) {
    if (over.value.mark !== undefined || base.value.mark === 'reset')
        return over;
    const value = mergeTrees(base.value, over.value, at, problems);
    return value === base.value ? base : { key: over.key, value };
}
function mergeTrees(base, over, at, problems) {
    switch (at?.rule) {
        case 'replace':
            return over;
        case 'sequence':
            return append(asSequence(base), asSequence(over), over, base);
        case 'keyed':
            return mergeMappings(asMapping(base), asMapping(over), at, problems);
        case 'dependencies':
            return mergeMappings(asDependencies(base), asDependencies(over), at, problems);
        case 'build':
            return mergeMappings(buildMapping(base), buildMapping(over), at, problems);
        case 'logging':
            return mergeLogging(base, over, at, problems);
        default:
            return mergePlain(base, over, at, problems);
    }
}
function mergePlain(base, over, at, problems) {
    if (isNull(over))
        return base;
    if (base.kind === 'scalar')
        return over;
    if (base.kind === 'mapping' && over.kind === 'mapping')
        return mergeMappings(base, over, at, problems);
    if (base.kind === 'list' && over.kind === 'list')
        return append(base.items, over.items, over, base);
    problems.push({
        message: `This is ${kindName(over)}, but the value that it is merged with is ${kindName(base)}.`,
        at: locate(over.span),
        related: [{ location: locate(base.span), label: 'the value that it is merged with' }],
    });
    return over;
}
function append(base, over, place, marked) {
    return { kind: 'list', items: [...base, ...over], span: place.span, ...(marked.mark && { mark: marked.mark }) };
}
function mergeLogging(base, over, at, problems) {
    if (base.kind !== 'mapping' || over.kind !== 'mapping')
        return mergePlain(base, over, at, problems);
    const driver = (tree) => {
        const value = tree.entries.get('driver')?.value;
        return value?.kind === 'scalar' ? value.text : undefined;
    };
    const [earlier, later] = [driver(base), driver(over)];
    return earlier === undefined || later === undefined || earlier === later ? mergeMappings(base, over, at, problems) : over;
}
/** `KEY=value` items of a mapping, sorted by their text as Compose does; a list as it is; a scalar as a list of one. */
function asSequence(tree) {
    if (tree.kind === 'list')
        return tree.items;
    if (tree.kind === 'scalar')
        return tree.type === 'null' ? [] : [tree];
    const items = [];
    for (const [key, { key: place, value }] of tree.entries) {
        for (const item of value.kind === 'list' ? value.items : [value]) {
            const pair = pairItem(key, place, item);
            if (pair !== undefined)
                items.push(pair);
        }
    }
    return items.sort((a, b) => compare(a.text, b.text));
}
function pairItem(key, place, value) {
    if (value.kind !== 'scalar')
        return undefined;
    if (value.type === 'null')
        return textItem(key, place, value);
    return textItem(`${key}=${value.text}`, { ...place, end: value.span.source === place.source ? Math.max(value.span.end, place.end) : place.end }, value);
}
function textItem(text, span, like) {
    return {
        kind: 'scalar',
        type: 'string',
        text,
        span,
        literalAt: null,
        uncertain: like.uncertain,
        ...(like.base !== undefined && { base: like.base }),
    };
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
/** A list of names as a mapping of nothing. */
function asMapping(tree) {
    if (tree.kind === 'mapping')
        return tree;
    const entries = new Map();
    for (const item of tree.kind === 'list' ? tree.items : []) {
        if (item.kind === 'scalar')
            entries.set(item.text, { key: item.span, value: { ...item, type: 'null', text: '', literalAt: null } });
    }
    return { kind: 'mapping', entries, span: tree.span, ...(tree.mark && { mark: tree.mark }) };
}
/** A list of services as the mapping that it stands for. */
function asDependencies(tree) {
    if (tree.kind === 'mapping')
        return tree;
    const mapping = asMapping(tree);
    const entries = new Map();
    for (const [name, { key, value }] of mapping.entries) {
        const condition = { ...value, type: 'string', text: 'service_started' };
        const required = { ...value, type: 'bool', text: 'true' };
        const inner = new Map([
            ['condition', { key, value: condition }],
            ['required', { key, value: required }],
        ]);
        entries.set(name, { key, value: { kind: 'mapping', entries: inner, span: key } });
    }
    return { ...mapping, entries };
}
function buildMapping(tree) {
    if (tree.kind === 'mapping')
        return tree;
    const entries = new Map();
    if (tree.kind === 'scalar' && tree.type !== 'null')
        entries.set('context', { key: tree.span, value: tree });
    return { kind: 'mapping', entries, span: tree.span, ...(tree.mark && { mark: tree.mark }) };
}
/** The tree without what `!reset` took away, and without marks: what earlier files can't change any more. */
function settleMarks(tree) {
    if (tree.kind === 'scalar')
        return unmarked(tree);
    if (tree.kind === 'list')
        return mapSame(tree, tree.items, (items) => ({ ...unmarked(tree), items }));
    let changed = tree.mark !== undefined;
    const entries = new Map();
    for (const [key, entry] of tree.entries) {
        if (entry.value.mark === 'reset') {
            changed = true;
            continue;
        }
        const value = settleMarks(entry.value);
        changed ||= value !== entry.value;
        entries.set(key, value === entry.value ? entry : { key: entry.key, value });
    }
    return changed ? { kind: 'mapping', entries, span: tree.span } : tree;
}
function mapSame(tree, items, build) {
    const settled = items.map(settleMarks);
    return tree.mark === undefined && settled.every((item, index) => item === items[index]) ? tree : build(settled);
}
function unmarked(tree) {
    if (tree.mark === undefined)
        return tree;
    const { mark: _, ...rest } = tree;
    return rest;
}

;// CONCATENATED MODULE: ./lib/compose/values.js
/** Reads single values out of a settled model: always tolerant, as what has the wrong shape was told before. */


function toValue(scalar) {
    return { value: scalar.text, at: locatePart(scalar, 0, scalar.text.length), ...doubt(scalar) };
}
function doubt({ uncertain, written }) {
    return uncertain ? { uncertain, ...(written !== undefined && { written }) } : {};
}
/** The same place and certainty with another value. */
function like(value, scalar) {
    return { value, at: locate(scalar.span), ...doubt(scalar) };
}
function textUnder(tree, key) {
    const scalar = getScalar(tree, key);
    return scalar === undefined || scalar.text === '' ? null : toValue(scalar);
}
/** As `textUnder`, but a name that came out empty for want of a variable is kept: it will have a value. */
function nameUnder(tree, key) {
    const scalar = getScalar(tree, key);
    return scalar?.uncertain ? toValue(scalar) : textUnder(tree, key);
}
function boolUnder(tree, key) {
    return getScalar(tree, key)?.text === 'true';
}
function scalarsOf(tree) {
    return itemsOf(tree).filter((item) => item.kind === 'scalar');
}
/** `environment`, `labels`, `args` …: a mapping, or a list of `KEY=value`. */
function pairsOf(tree) {
    if (tree?.kind === 'mapping') {
        return [...tree.entries].flatMap(([key, { value, key: place }]) => {
            if (value.kind !== 'scalar')
                return [];
            const none = value.type === 'null';
            return [{ key, value: none ? null : value.text, scalar: none ? { ...value, span: place } : value, own: none ? null : value }];
        });
    }
    return (tree === undefined ? [] : asSequence(tree)).flatMap((item) => {
        if (item.kind !== 'scalar')
            return [];
        const equals = item.text.indexOf('=');
        if (equals === -1)
            return [{ key: item.text, value: null, scalar: item, own: null }];
        return [{ key: item.text.slice(0, equals), value: item.text.slice(equals + 1), scalar: item, own: null }];
    });
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var yaml_dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./lib/core/yaml-documents.js
var yaml_documents = __webpack_require__(1327);
;// CONCATENATED MODULE: ./lib/compose/yaml-scalar.js
const nulls = new Set(['', '~', 'null', 'Null', 'NULL']);
const yes = new Set(['true', 'True', 'TRUE']);
const no = new Set(['false', 'False', 'FALSE']);
const decimal = /^[-+]?[0-9]+$/;
const yaml_scalar_float = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const date = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt]|[ \t]+)(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.(\d{1,9}))?[ \t]*(Z|[-+]\d{1,2}:?\d{2})?)?$/;
/** The type of a plain scalar, and its text as Compose prints it. */
function resolvePlain(plain) {
    if (nulls.has(plain))
        return { type: 'null', text: '' };
    if (yes.has(plain))
        return { type: 'bool', text: 'true' };
    if (no.has(plain))
        return { type: 'bool', text: 'false' };
    const first = plain.charCodeAt(0);
    const numeric = (first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46;
    if (!numeric || plain.length > 64)
        return { type: 'string', text: plain };
    return resolveNumber(plain) ?? { type: 'string', text: plain };
}
function resolveNumber(plain) {
    if (date.test(plain))
        return resolveDate(plain);
    if (/^[-+]?\.(?:inf|Inf|INF)$/.test(plain))
        return { type: 'float', text: plain.startsWith('-') ? '-Inf' : '+Inf' };
    if (/^\.(?:nan|NaN|NAN)$/.test(plain))
        return { type: 'float', text: 'NaN' };
    const digits = plain.replaceAll('_', '');
    const whole = wholeNumber(digits);
    if (whole !== undefined)
        return { type: 'int', text: whole.toString() };
    if (yaml_scalar_float.test(digits))
        return { type: 'float', text: printFloat(Number(digits)) };
    return undefined;
}
/** Decimal, 0x, 0b, 0o and C's octal with a leading zero, within 64 bits; a larger decimal is a float. */
function wholeNumber(digits) {
    const sign = digits.startsWith('-') ? -1n : 1n;
    const body = digits.replace(/^[-+]/, '');
    let value;
    if (/^0[0-7]+$/.test(body))
        value = BigInt(`0o${body.slice(1)}`);
    else if (/^0\d/.test(body))
        return undefined;
    else if (decimal.test(body) && decimal.test(digits))
        value = BigInt(body);
    else if (/^0(?:[xX][0-9a-fA-F]+|[bB][01]+|[oO][0-7]+)$/.test(body))
        value = BigInt(body.toLowerCase());
    else
        return undefined;
    const signed = sign * value;
    return signed >= -(2n ** 63n) && signed < 2n ** 64n ? signed : undefined;
}
/** A float as Go's `%v` prints it: shortest digits, with an exponent below 1e-4 and from 1e6. */
function printFloat(value) {
    if (Number.isNaN(value))
        return 'NaN';
    if (!Number.isFinite(value))
        return value > 0 ? '+Inf' : '-Inf';
    if (value === 0)
        return Object.is(value, -0) ? '-0' : '0';
    const [mantissa, exponent] = value.toExponential().split('e');
    const power = Number(exponent);
    if (power >= -4 && power < 6)
        return expand(value, mantissa, power);
    return `${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}
function expand(value, mantissa, power) {
    if (power >= 0)
        return String(value);
    const digits = mantissa.replace('-', '').replace('.', '');
    return `${value < 0 ? '-' : ''}0.${'0'.repeat(-power - 1)}${digits}`;
}
/** yaml.v3 reads an unquoted date as a time, and Compose prints it in full. */
function resolveDate(plain) {
    const [, year, month, day, hour = '0', minute = '0', second = '0'] = date.exec(plain);
    const time = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)));
    if (Number.isNaN(time.getTime()) || time.getUTCMonth() !== Number(month) - 1)
        return undefined;
    return { type: 'time', text: `${time.toISOString().slice(0, 19).replace('T', ' ')} +0000 UTC` };
}

;// CONCATENATED MODULE: ./lib/compose/yaml.js
/** From the text of a compose file to trees, on npm `yaml`: one tree per document, aliases and merge keys resolved, each value with its place. */



/** Larger files are not compose files that people write; reading one costs npm `yaml` some 8 s and 500 MB a megabyte and more. */
const largestText = 2 * 1024 * 1024;
/** Values of one document with its aliases expanded; a compose file of 20,000 lines has some 60,000. */
const mostValues = 300_000;
/** One file's problems; whoever has more has another kind of file. */
const mostProblems = 500;
const parsed = new WeakMap();
/** Parses a file; the answer for one `Source` is kept. Never throws: what can't be read is a problem. */
function parseYaml(source) {
    let file = parsed.get(source);
    if (file === undefined) {
        file = parse(source);
        parsed.set(source, file);
    }
    return file;
}
function parse(source) {
    const refused = refuse(source);
    if (refused !== undefined)
        return { documents: [], problems: [{ message: refused, at: source.locate(0, 0) }] };
    const file = { documents: [], problems: [] };
    let documents;
    try {
        documents = (0,yaml_documents/* yamlDocuments */.O)(source.text, { schema: 'failsafe', uniqueKeys: false, stringKeys: false });
    }
    catch (error) {
        documents = `This file is no YAML: ${String(error)}`;
    }
    if (typeof documents === 'string')
        return { documents: [], problems: [{ message: documents, at: source.locate(0, 0) }] };
    for (const document of documents) {
        const [error] = document.errors;
        if (error !== undefined) {
            const at = source.locate(error.pos[0], Math.max(error.pos[1], error.pos[0] + 1));
            file.problems.push({ message: `This is not valid YAML: ${firstSentence(error.message)}`, at });
            return file;
        }
        if (document.contents === null)
            continue;
        const reader = new TreeReader(source);
        const tree = reader.read(document.contents, 0);
        file.problems.push(...reader.problems.slice(0, mostProblems - file.problems.length));
        if (tree !== undefined && !reader.stopped)
            file.documents.push(tree);
    }
    return file;
}
function refuse(source) {
    if (source.text.includes('\0'))
        return 'This file is binary, not YAML.';
    if (source.text.length > largestText)
        return 'This file is larger than 2 MiB; nobody writes such a compose file.';
    return undefined;
}
function firstSentence(message) {
    return message.split('\n', 1)[0]?.replace(/[.:]?$/, '.') ?? message;
}
class TreeReader {
    problems = [];
    /** True when the document was given up: too large when expanded, or an alias within its own anchor. */
    stopped = false;
    #source;
    #anchors = new Map();
    #sizes = new Map();
    #count = 0;
    constructor(source) {
        this.#source = source;
    }
    read(node, depth, fallback) {
        if (this.stopped)
            return undefined;
        if ((0,yaml_dist/* isAlias */.Vj)(node))
            return this.#alias(node.source, this.#span(node));
        if (depth > yaml_documents/* deepestYaml */.w)
            return this.#stop(`This file is nested more than ${yaml_documents/* deepestYaml */.w} levels deep.`, this.#span(node));
        if (++this.#count > mostValues)
            return this.#tooLarge(this.#span(node));
        const before = this.#count;
        const anchor = node === null || (0,yaml_dist/* isAlias */.Vj)(node) ? undefined : node.anchor;
        if (anchor !== undefined)
            this.#anchors.set(anchor, null);
        const tree = this.#node(node, depth, fallback);
        if (tree === undefined)
            return undefined;
        if (anchor !== undefined) {
            this.#anchors.set(anchor, tree);
            this.#sizes.set(tree, this.#count - before + 1);
        }
        return tree;
    }
    #node(node, depth, fallback) {
        if ((0,yaml_dist/* isMap */.jh)(node))
            return this.#mapping(node.items, this.#span(node), markOf(node), depth);
        if ((0,yaml_dist/* isSeq */.oP)(node))
            return this.#list(node.items, this.#span(node), markOf(node), depth);
        if ((0,yaml_dist/* isScalar */.jn)(node))
            return this.#scalar(node, fallback);
        return { kind: 'scalar', type: 'null', text: '', span: fallback ?? this.#span(node), literalAt: null, uncertain: false };
    }
    #alias(name, span) {
        const tree = this.#anchors.get(name);
        if (tree === null)
            return this.#stop(`The anchor "${name}" contains itself.`, span);
        if (tree === undefined)
            return this.#stop(`There is no anchor "${name}" above this.`, span);
        this.#count += this.#sizes.get(tree) ?? 1;
        return this.#count > mostValues ? this.#tooLarge(span) : tree;
    }
    #tooLarge(span) {
        return this.#stop(`With its aliases expanded this file has more than ${mostValues.toLocaleString('en')} values.`, span);
    }
    #stop(message, span) {
        this.stopped = true;
        this.problems.push({ message, at: this.#source.locate(span.start, Math.max(span.end, span.start + 1)) });
        return undefined;
    }
    #list(items, span, mark, depth) {
        const trees = [];
        for (const item of items) {
            const tree = this.read(item, depth + 1, span);
            // A list item that is reset is gone; it takes nothing from earlier files.
            if (tree !== undefined && tree.mark !== 'reset')
                trees.push(tree);
        }
        return { kind: 'list', items: trees, span, ...(mark && { mark }) };
    }
    #mapping(pairs, span, mark, depth) {
        const entries = new Map();
        const merged = [];
        for (const { key, value } of pairs) {
            const keySpan = this.#span(key);
            if (isMergeKey(key)) {
                for (const one of this.#mergeSources(value, keySpan, depth))
                    merged.push(one);
                continue;
            }
            const name = this.#keyName(key, keySpan);
            if (name === undefined)
                continue;
            const earlier = entries.get(name);
            if (earlier !== undefined)
                this.#duplicate(name, keySpan, earlier.key);
            const tree = this.read(value, depth + 1, keySpan);
            if (tree !== undefined)
                entries.set(name, { key: keySpan, value: tree });
        }
        for (const other of merged)
            for (const [name, entry] of other.entries)
                if (!entries.has(name))
                    entries.set(name, entry);
        this.#count += merged.reduce((sum, other) => sum + other.entries.size, 0);
        return { kind: 'mapping', entries, span, ...(mark && { mark }) };
    }
    #duplicate(name, span, earlier) {
        if (this.problems.length >= mostProblems)
            return;
        this.problems.push({
            message: `The key "${name}" is already defined in this mapping.`,
            at: this.#source.locate(span.start, span.end),
            related: [{ location: this.#source.locate(earlier.start, earlier.end), label: 'it is defined here first' }],
        });
    }
    #keyName(key, span) {
        const tree = this.read(key, 0, span);
        if (tree?.kind === 'scalar' && tree.type === 'string')
            return tree.text;
        if (tree !== undefined)
            this.problems.push({ message: 'A key must be a string.', at: this.#source.locate(span.start, span.end) });
        return undefined;
    }
    /** What `<<` brings in: one mapping or a list of them, the earlier ones winning. */
    #mergeSources(value, span, depth) {
        const tree = this.read(value, depth + 1, span);
        const sources = tree?.kind === 'list' ? tree.items : tree === undefined ? [] : [tree];
        const mappings = sources.filter((one) => one.kind === 'mapping');
        if (mappings.length < sources.length) {
            this.problems.push({
                message: 'A merge key (<<) needs a mapping or a list of mappings.',
                at: this.#source.locate(span.start, span.end),
            });
        }
        return mappings;
    }
    #scalar(node, fallback) {
        const text = String(node.value ?? '');
        const span = node.source === '' && fallback !== undefined && node.type === 'PLAIN' ? fallback : this.#span(node);
        const { type, text: shown } = typed(node, text);
        const mark = markOf(node);
        const literalAt = type === 'null' ? null : this.#literalAt(node, shown, span);
        return { kind: 'scalar', type, text: shown, span, literalAt, uncertain: false, ...(mark && { mark }) };
    }
    #literalAt(node, text, span) {
        const at = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? span.start + 1 : span.start;
        if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')
            return null;
        return this.#source.text.startsWith(text, at) ? at : null;
    }
    #span(node) {
        const range = node?.range;
        return { source: this.#source, start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
    }
}
function isMergeKey(key) {
    return (0,yaml_dist/* isScalar */.jn)(key) && key.value === '<<' && key.type === 'PLAIN';
}
function markOf(node) {
    return node.tag === '!reset' ? 'reset' : node.tag === '!override' ? 'override' : undefined;
}
/** Quoted and block scalars are strings; a plain one means what it looks like, unless a tag says otherwise. */
function typed(node, text) {
    const tag = node.tag;
    if (tag === 'tag:yaml.org,2002:str' || (node.type !== 'PLAIN' && tag === undefined))
        return { type: 'string', text };
    return resolvePlain(text);
}

;// CONCATENATED MODULE: ./lib/compose/complete.js





/**
 * The outline of a YAML file, or undefined when it is none of Compose's: not valid YAML, or no mapping under `services`.
 * A top-level `services` alone says little: Symfony, Kong and others have one, too.
 */
function outlineOf(repository, file, folder) {
    const source = repository.source(file);
    if (source === undefined)
        return undefined;
    const outline = {
        file,
        services: new Set(),
        defined: new Set(),
        needed: new Set(),
        undeclared: new Set(),
        declared: new Set(),
        uses: new Set(),
        hasIncludes: false,
        plausible: true,
    };
    const documents = parseYaml(source).documents.filter((tree) => tree.kind === 'mapping');
    for (const document of documents)
        readDocument(document, folder, outline);
    for (const name of outline.declared)
        outline.undeclared.delete(name);
    return documents.length === 0 || (outline.services.size === 0 && !outline.hasIncludes) ? undefined : outline;
}
/** A file is complete when each service can be run and each name that it uses is declared in it (or in what it includes). */
function isComplete(outline, base) {
    return missingServices(outline, base).length === 0 && (outline.hasIncludes || undeclared(outline, base).length === 0);
}
/** Services that are named and neither this file nor its base defines. */
function missingServices(outline, base) {
    const defined = (name) => outline.defined.has(name) || base?.defined.has(name) === true;
    const named = [...outline.services, ...(outline.hasIncludes ? [] : outline.needed)];
    return [...new Set(named)].filter((name) => !defined(name));
}
function undeclared(outline, base) {
    return [...outline.undeclared].filter((name) => base?.declared.has(name) !== true);
}
/** Two files as one, the second on top. */
function together(base, over) {
    const union = (a, b) => new Set([...a, ...b]);
    const declared = union(base.declared, over.declared);
    return {
        file: over.file,
        services: union(base.services, over.services),
        defined: union(base.defined, over.defined),
        needed: union(base.needed, over.needed),
        undeclared: new Set([...union(base.undeclared, over.undeclared)].filter((name) => !declared.has(name))),
        declared,
        uses: union(base.uses, over.uses),
        hasIncludes: base.hasIncludes || over.hasIncludes,
        plausible: base.plausible && over.plausible,
    };
}
function readDocument(document, folder, outline) {
    const includes = itemsOf(get(document, 'include'));
    if (includes.length > 0)
        outline.hasIncludes = true;
    for (const item of includes) {
        for (const path of scalarsOf(item.kind === 'mapping' ? get(item, 'path') : item))
            use(path.text, folder, outline);
    }
    for (const kind of ['networks', 'volumes', 'configs', 'secrets']) {
        for (const name of getMapping(document, kind)?.entries.keys() ?? [])
            outline.declared.add(`${kind}.${name}`);
    }
    const services = getMapping(document, 'services');
    if (services === undefined)
        return;
    for (const [name, { value }] of services.entries)
        readService(name, value, folder, outline);
}
function readService(name, service, folder, outline) {
    outline.services.add(name);
    if (service.kind !== 'mapping') {
        outline.plausible = false;
        return;
    }
    if (![...service.entries.keys()].every((key) => serviceKeys.has(key) || key.startsWith('x-')))
        outline.plausible = false;
    if (['image', 'build', 'provider', 'extends'].some((key) => get(service, key) !== undefined))
        outline.defined.add(name);
    const from = get(service, 'extends');
    const file = getScalar(from, 'file');
    if (file !== undefined)
        use(file.text, folder, outline);
    else if (from !== undefined)
        need(from.kind === 'scalar' ? from.text : getScalar(from, 'service')?.text, outline);
    readNeeds(service, outline);
}
function readNeeds(service, outline) {
    for (const name of namesOf(get(service, 'depends_on')))
        need(name, outline);
    for (const link of scalarsOf(get(service, 'links')))
        need(link.text.split(':')[0], outline);
    const mode = getScalar(service, 'network_mode')?.text;
    if (mode?.startsWith('service:'))
        need(mode.slice('service:'.length), outline);
    for (const name of namesOf(get(service, 'networks')))
        if (name !== 'default')
            outline.undeclared.add(`networks.${name}`);
    for (const volume of scalarsOf(get(service, 'volumes'))) {
        const source = /^([A-Za-z0-9][\w.-]+):/.exec(volume.text)?.[1];
        if (source !== undefined)
            outline.undeclared.add(`volumes.${source}`);
    }
    for (const kind of ['configs', 'secrets']) {
        for (const item of itemsOf(get(service, kind))) {
            const source = item.kind === 'scalar' ? item.text : getScalar(item, 'source')?.text;
            if (source !== undefined)
                outline.undeclared.add(`${kind}.${source}`);
        }
    }
}
function need(name, outline) {
    if (name !== undefined && !name.includes('$'))
        outline.needed.add(name);
}
function use(path, folder, outline) {
    const file = repositoryPath(folder, path);
    if (file !== null)
        outline.uses.add(file);
}
function namesOf(tree) {
    if (tree?.kind === 'mapping')
        return [...tree.entries].filter(([, { value }]) => getScalar(value, 'required')?.text !== 'false').map(([key]) => key);
    return scalarsOf(tree).map((scalar) => scalar.text);
}

;// CONCATENATED MODULE: ./lib/compose/interpolate.js
/**
 * Compose's variables in values: `$NAME`, `${NAME}`, `${NAME:-default}`, `${NAME-default}`, `${NAME:+other}`, `${NAME+other}`,
 * `${NAME:?message}`, `${NAME?message}`, `$$` for a dollar sign; defaults, alternatives and messages may hold variables themselves.
 */
const deepestNesting = 50;
/** UTF-16 units. Values that double from line to line would fill the memory. */
const longestText = 4 * 1024 * 1024;
const interpolate_name = /[A-Za-z_][A-Za-z0-9_]*/y;
const operator = /:?[-+?]/y;
/** Replaces the variables of one text. Time grows with its length, times the nesting of defaults (at most 50). */
function substitute(text, lookup) {
    const result = { text: '', uncertain: false, unset: [], error: null };
    result.text = replace(text, { lookup, result, base: 0, depth: 0 });
    return result;
}
function replace(text, run) {
    let out = '';
    let from = 0;
    const lines = new LineEnds(text);
    for (let at = text.indexOf('$'); at !== -1; at = text.indexOf('$', from)) {
        out += text.slice(from, at);
        const next = text.charAt(at + 1);
        const plain = matchAt(interpolate_name, text, at + 1);
        if (next === '$') {
            out += '$';
            from = at + 2;
        }
        else if (plain !== undefined) {
            out += value(plain, at, run);
            from = at + 1 + plain.length;
        }
        else if (next === '{') {
            const braced = readBraced(text, at, lines);
            if (braced === undefined) {
                fail(run, {
                    message: 'This is no valid variable. A dollar sign of its own is written $$.',
                    offset: run.base + at,
                    required: false,
                });
                return out;
            }
            out += interpolate_expand(braced, at, run);
            from = braced.end;
        }
        else {
            out += '$';
            from = at + 1;
        }
        if (out.length > longestText) {
            fail(run, { message: 'With its variables this text is longer than 4 Mi characters.', offset: run.base + at, required: false });
            return '';
        }
    }
    return out + text.slice(from);
}
/** Reads `${…}` at `at`. Compose takes the text up to the line's last brace, then cuts at the brace that closes the first one. */
function readBraced(text, at, lines) {
    const found = matchAt(interpolate_name, text, at + 2);
    if (found === undefined)
        return undefined;
    const after = at + 2 + found.length;
    if (text.charAt(after) === '}')
        return { name: found, operator: '', argument: '', argumentAt: after, end: after + 1 };
    const sign = matchAt(operator, text, after);
    if (sign === undefined)
        return undefined;
    const argumentAt = after + sign.length;
    const last = lines.lastBrace(argumentAt);
    if (last < argumentAt)
        return undefined;
    const close = closingBrace(text, at, last);
    return { name: found, operator: sign, argument: text.slice(argumentAt, close), argumentAt, end: close + 1 };
}
/** The brace that closes the one after `at`, or `last` where none does. */
function closingBrace(text, at, last) {
    let open = 0;
    for (let i = at; i <= last; i++) {
        const code = text.charCodeAt(i);
        if (code === 125 && --open === 0)
            return i;
        if (code === 123) {
            open++;
            i++;
        }
    }
    return last;
}
function interpolate_expand(braced, at, run) {
    if (braced.operator === '')
        return value(braced.name, at, run);
    const variable = run.lookup(braced.name);
    if (variable?.uncertain)
        run.result.uncertain = true;
    const present = variable !== undefined && (!braced.operator.startsWith(':') || variable.value !== '');
    switch (braced.operator.at(-1)) {
        case '-':
            return present ? variable.value : nested(braced, run);
        case '+':
            return present ? nested(braced, run) : '';
        default:
            if (present)
                return variable.value;
            return required(braced, at, run);
    }
}
function required(braced, at, run) {
    const reason = nested(braced, run);
    run.result.uncertain = true;
    fail(run, {
        message: `The variable ${braced.name} must be set${reason === '' ? '.' : `: ${reason}`}`,
        offset: run.base + at,
        required: true,
    });
    return '';
}
function nested(braced, run) {
    if (run.depth >= deepestNesting) {
        fail(run, { message: 'Variables are nested too deeply here.', offset: run.base + braced.argumentAt, required: false });
        return '';
    }
    return replace(braced.argument, { ...run, base: run.base + braced.argumentAt, depth: run.depth + 1 });
}
function value(variableName, at, run) {
    const variable = run.lookup(variableName);
    if (variable === undefined)
        run.result.unset.push({ name: variableName, offset: run.base + at });
    if (variable === undefined || variable.uncertain)
        run.result.uncertain = true;
    return variable?.value ?? '';
}
function fail(run, error) {
    run.result.error ??= error;
}
function matchAt(pattern, text, at) {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
}
/** The last closing brace of the line around an offset; asked in rising order, so each line is looked at once. */
class LineEnds {
    #text;
    #end = -1;
    #brace = -1;
    constructor(text) {
        this.#text = text;
    }
    lastBrace(at) {
        if (at > this.#end) {
            const end = this.#text.indexOf('\n', at);
            this.#end = end === -1 ? this.#text.length : end;
            this.#brace = this.#text.lastIndexOf('}', this.#end - 1);
        }
        return this.#brace;
    }
}

;// CONCATENATED MODULE: ./lib/compose/dotenv.js

/** @param lookup what variables in values may refer to besides earlier lines; it wins over them, as in Compose */
function parseDotenv(source, lookup) {
    return new DotenvReader(source.text, lookup).read();
}
/** `format: raw`: each line `NAME=value` verbatim, comments and blank lines left out. */
function parseRawEnv(source) {
    const values = new Map();
    let start = 0;
    for (const line of source.text.replace(/^\uFEFF/, ' ').split('\n')) {
        const text = line.replace(/\r$/, '').trimStart();
        const equals = text.indexOf('=');
        if (equals > 0 && !text.startsWith('#')) {
            values.set(text.slice(0, equals), { value: text.slice(equals + 1), uncertain: false, start, end: start + line.length });
        }
        start += line.length + 1;
    }
    return { values, error: null };
}
const dotenv_blank = /[\t\v\f\r \u0085\u00A0]*/y;
const space = /\s*/y;
const exported = /export\s+/y;
const keyCharacters = /[\p{L}\p{N}_.\-[\]\t\v\f\r \u0085\u00A0]*/uy;
const escapeSequence = /\\(?:[abcfnrtv$"\\]|0\d{0,3})/g;
const escapes = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '"': '"', '\\': '\\' };
class DotenvReader {
    #text;
    #outer;
    #file = { values: new Map(), error: null };
    #at = 0;
    constructor(text, lookup) {
        this.#text = text;
        this.#outer = lookup;
        if (text.startsWith('\uFEFF'))
            this.#at = 1;
    }
    read() {
        while (this.#file.error === null && this.#skipToStatement())
            this.#statement();
        return this.#file;
    }
    #skipToStatement() {
        for (;;) {
            this.#skip(space);
            if (this.#text.charAt(this.#at) !== '#')
                return this.#at < this.#text.length;
            const end = this.#text.indexOf('\n', this.#at);
            if (end === -1)
                return false;
            this.#at = end;
        }
    }
    #statement() {
        const start = this.#at;
        this.#skip(exported);
        const keyStart = this.#at;
        this.#skip(keyCharacters);
        const end = this.#text.charAt(this.#at);
        const key = this.#text.slice(keyStart, this.#at).trimEnd();
        if (end === '')
            this.#lastLine(key, start);
        else if (end !== '=' && end !== ':' && end !== '\n')
            this.#fail(`The character ${end} can't be part of a name.`, this.#at);
        else if (key.includes(' '))
            this.#fail("A name can't hold a space.", keyStart);
        else {
            this.#at++;
            if (end === '\n')
                this.#inherited(key, start);
            else
                this.#value(key, start);
        }
    }
    /** A bare name without a line end: Compose's parser takes it as the value of the empty name. */
    #lastLine(key, start) {
        this.#at = this.#text.length;
        if (key !== '')
            this.#set('', key, false, start);
    }
    #inherited(key, start) {
        const outer = this.#outer(key);
        if (outer !== undefined)
            this.#set(key, outer.value, outer.uncertain, start);
    }
    #value(key, start) {
        this.#skip(dotenv_blank);
        const quote = this.#text.charAt(this.#at);
        if (quote === '"' || quote === "'")
            this.#quoted(key, start, quote);
        else
            this.#unquoted(key, start);
    }
    #unquoted(key, start) {
        const newline = this.#text.indexOf('\n', this.#at);
        const lineEnd = newline === -1 ? this.#text.length : newline;
        const raw = this.#text.slice(this.#at, lineEnd);
        const comment = raw.indexOf(' #');
        const valueAt = this.#at;
        this.#at = lineEnd;
        this.#interpolated(key, (comment === -1 ? raw : raw.slice(0, comment)).trimEnd(), start, valueAt);
        this.#at = Math.min(lineEnd + 1, this.#text.length);
    }
    #quoted(key, start, quote) {
        const valueAt = this.#at;
        let value = '';
        for (let i = this.#at + 1; i < this.#text.length; i++) {
            const char = this.#text.charAt(i);
            if (char === '\\' && i + 1 < this.#text.length) {
                const next = this.#text.charAt(++i);
                value += next === quote ? next : `\\${next}`;
            }
            else if (char === quote) {
                this.#at = i + 1;
                if (quote === '"')
                    this.#interpolated(key, expandEscapes(value), start, valueAt);
                else
                    this.#set(key, value, false, start);
                return;
            }
            else
                value += char;
        }
        this.#fail('This quoted value has no end.', valueAt);
    }
    #interpolated(key, text, start, valueAt) {
        const { text: value, uncertain, error } = substitute(text, (name) => this.#outer(name) ?? this.#file.values.get(name));
        if (error === null)
            this.#set(key, value, uncertain, start);
        else
            this.#fail(error.message, valueAt);
    }
    #set(key, value, uncertain, start) {
        this.#file.values.set(key, { value, uncertain, start, end: this.#at });
    }
    #fail(message, offset) {
        this.#file.error = { message, offset };
    }
    #skip(pattern) {
        pattern.lastIndex = this.#at;
        this.#at += pattern.exec(this.#text)?.[0].length ?? 0;
    }
}
function expandEscapes(text) {
    return text.replace(escapeSequence, (match) => {
        const sign = match.charAt(1);
        if (sign === '$')
            return '$$';
        if (sign === '0')
            return match.length > 4 ? String.fromCharCode(Number.parseInt(match.slice(2), 8) & 0xff) : match;
        return escapes[sign] ?? match;
    });
}

;// CONCATENATED MODULE: ./lib/compose/discover.js



/** Compose's order of preference. */
const defaultNames = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];
const overrideNames = [
    'compose.override.yml',
    'compose.override.yaml',
    'docker-compose.override.yml',
    'docker-compose.override.yaml',
];
const ownNames = new Set([...defaultNames, ...overrideNames]);
/** Cheaper than parsing every YAML file: most have no such line. */
const hasServices = /^["']?(?:services|include)["']?[ \t]*:/m;
const composeName = /compose/i;
/** A name that says that other files are laid on top of this one. */
const baseName = /(?:^|[.\-_])(?:base|common|core|shared)(?:[.\-_]|$)/i;
/** The project of an explicit list of files, as `docker compose -f A -f B`: no override file joins. */
function explicitProject(files) {
    return { directory: folderOf(files[0] ?? ''), files, variant: null };
}
/** All projects, in the order of their folders and files. */
function discoverProjects(repository) {
    const folders = candidatesByFolder(repository);
    const search = new Search(repository, folders);
    const projects = [...folders.keys()].sort().flatMap((folder) => search.projectsOf(folder));
    return projects.length > 0 ? projects : parentProject(repository);
}
/** Compose looks upwards from where it is started. */
function parentProject(repository) {
    for (let folder = repository.scope; folder !== '';) {
        folder = folderOf(folder);
        const project = defaultProject(repository, folder);
        if (project !== undefined)
            return [project];
    }
    return [];
}
function candidatesByFolder(repository) {
    const folders = new Map();
    for (const file of repository.files()) {
        if (!/\.ya?ml$/i.test(file) || !mayBeCompose(repository, file))
            continue;
        const folder = folderOf(file);
        const files = folders.get(folder);
        if (files === undefined)
            folders.set(folder, [file]);
        else
            files.push(file);
    }
    return folders;
}
function mayBeCompose(repository, file) {
    const name = file.slice(file.lastIndexOf('/') + 1);
    return ownNames.has(name) || hasServices.test(repository.source(file)?.text ?? '');
}
function defaultProject(repository, folder) {
    const named = composeFileVariable(repository, folder);
    if (named !== undefined)
        return { directory: folderOf(named[0]), files: named, variant: null };
    const first = (names) => names.map((name) => inFolder(folder, name)).find((file) => repository.kind(file) === 'file');
    const base = first(defaultNames);
    if (base === undefined)
        return undefined;
    const override = first(overrideNames);
    return { directory: folder, files: override === undefined ? [base] : [base, override], variant: null };
}
/** COMPOSE_FILE of the folder's `.env`, where all that it names is in the repository. */
function composeFileVariable(repository, folder) {
    const source = repository.source(inFolder(folder, '.env'));
    if (source === undefined || !source.text.includes('COMPOSE_FILE'))
        return undefined;
    const { values } = parseDotenv(source, () => undefined);
    const list = values.get('COMPOSE_FILE')?.value;
    if (list === undefined || list === '')
        return undefined;
    const separator = values.get('COMPOSE_PATH_SEPARATOR')?.value || (list.includes(';') ? ';' : ':');
    const files = list.split(separator).map((path) => repositoryPath(folder, path));
    return files.every((file) => file !== null && repository.kind(file) === 'file') ? files : undefined;
}
class Search {
    #repository;
    #folders;
    #outlines = new Map();
    /** Files that another file includes or extends from: parts, not projects. */
    #parts = new Set();
    constructor(repository, folders) {
        this.#repository = repository;
        this.#folders = folders;
        for (const file of [...folders.values()].flat()) {
            for (const part of this.#outline(file)?.uses ?? [])
                if (part !== file)
                    this.#parts.add(part);
        }
    }
    projectsOf(folder) {
        const base = this.#defaultProject(folder);
        const used = new Set(base?.files);
        const others = (this.#folders.get(folder) ?? []).filter((file) => !used.has(file) && this.#isCandidate(file));
        const variants = others.flatMap((file) => {
            const files = base === undefined ? this.#withoutBase(file, others) : this.#besideBase(file, base, others);
            return files === undefined ? [] : [{ directory: folderOf(files[0]), files, variant: file }];
        });
        return base === undefined || this.#isOnlyBase(base, variants) ? variants : [base, ...variants];
    }
    /** Some service of the default file has no image of its own, and a variant gives it one: nobody starts the default file alone. */
    #isOnlyBase({ files: [file = '', ...more] }, variants) {
        const outline = more.length === 0 ? this.#outline(file) : undefined;
        const lacking = [...(outline?.services ?? [])].filter((name) => !outline?.defined.has(name));
        return (lacking.length > 0 &&
            variants.some(({ files }) => files[0] === file && lacking.some((name) => this.#outline(files.at(-1) ?? '')?.defined.has(name))));
    }
    /** A default file that another one includes is a part of that when it can't stand alone. */
    #defaultProject(folder) {
        const project = defaultProject(this.#repository, folder);
        const [file = ''] = project?.files ?? [];
        const outline = this.#parts.has(file) ? this.#outline(file) : undefined;
        return outline !== undefined && !isComplete(outline) ? undefined : project;
    }
    #isCandidate(file) {
        const name = file.slice(file.lastIndexOf('/') + 1);
        if (ownNames.has(name) || this.#parts.has(file))
            return false;
        return this.#outline(file)?.plausible === true;
    }
    #outline(file) {
        if (!this.#outlines.has(file))
            this.#outlines.set(file, outlineOf(this.#repository, file, folderOf(file)));
        return this.#outlines.get(file);
    }
    /**
     * A full copy for another purpose stands alone: it is complete, and repeats more than half of the base's services. All else is laid
     * on top of the base without its override file, as `-f base -f file` does: what changes a few services needs the others, and what
     * only adds services usually talks to those of the base.
     */
    #besideBase(file, base, others) {
        const own = this.#outline(file);
        const under = this.#outline(base.files[0]);
        if (under === undefined)
            return isComplete(own) ? [file] : undefined;
        if (isComplete(own) && (isCopy(own, under) || !composeName.test(file)))
            return [file];
        return this.#completed(own, [base.files[0]], under, others) ?? (isComplete(own) ? [file] : undefined);
    }
    #withoutBase(file, others) {
        const own = this.#outline(file);
        if (isComplete(own))
            return [file];
        for (const base of [...this.#namedBases(file, others), ...this.#parentBases(file)]) {
            const under = this.#outline(base);
            const files = under && this.#completed(own, [base], under, others);
            if (files !== undefined)
                return files;
        }
        const whole = others.filter((other) => other !== file && isComplete(this.#outline(other)));
        const [only] = whole.filter((other) => missingServices(own, this.#outline(other)).length === 0);
        return only === undefined ? undefined : [only, file];
    }
    #namedBases(file, others) {
        return others.filter((other) => other !== file && baseName.test(other.slice(other.lastIndexOf('/') + 1)));
    }
    /** The default files of the folders above, nearest first. */
    #parentBases(file) {
        const bases = [];
        for (let folder = folderOf(file); folder !== '';) {
            folder = folderOf(folder);
            const base = defaultProject(this.#repository, folder)?.files[0];
            if (base !== undefined)
                bases.push(base);
        }
        return bases;
    }
    /** The base, what of its other variants the file needs besides it, and the file; undefined when something is still missing. */
    #completed(own, base, under, others) {
        const files = [...base];
        let whole = under;
        for (let step = 0; step < 3 && !isComplete(own, whole); step++) {
            const missing = missingServices(own, whole);
            const helper = others.find((other) => {
                const outline = this.#outline(other);
                return other !== own.file && !files.includes(other) && outline !== undefined && missing.some((name) => outline.defined.has(name));
            });
            if (helper === undefined)
                break;
            whole = together(whole, this.#outline(helper));
            files.push(helper);
        }
        return missingServices(own, whole).length === 0 ? [...files, own.file] : undefined;
    }
}
function isCopy(own, base) {
    const repeated = [...base.services].filter((name) => own.services.has(name));
    return repeated.length * 2 > base.services.size && repeated.every((name) => base.defined.has(name));
}

;// CONCATENATED MODULE: ./lib/compose/consistency.js

/** A longer chain of dependencies is not followed. */
const longestChain = 500;
function checkConsistency(project, model, problems) {
    const checking = { project, byName: new Map(project.services.map((service) => [service.name, service])), problems };
    const trees = getMapping(model, 'services');
    for (const service of project.services) {
        const tree = trees?.entries.get(service.name)?.value;
        if (!service.enabled || tree === undefined)
            continue;
        checkImage(service, tree, checking);
        checkNetworks(service, tree, checking);
        checkDependencies(service, tree, checking);
        checkMounts(service, checking);
        checkReplicas(service, tree, checking);
        checkLimits(tree, problems);
    }
    checkCycles(checking);
}
function checkImage(service, tree, { problems }) {
    const image = getScalar(tree, 'image');
    if (service.image === null && service.build === null && get(tree, 'provider') === undefined) {
        const unsure = image?.uncertain === true;
        problems.push({
            message: `The service ${service.name} has neither an image nor a build.`,
            at: image ? locate(image.span) : service.at,
            ...(unsure && { uncertain: true }),
        });
    }
    const build = getMapping(tree, 'build');
    const inline = getScalar(build, 'dockerfile_inline');
    if (inline !== undefined && getScalar(build, 'dockerfile') !== undefined) {
        problems.push({ message: 'dockerfile and dockerfile_inline exclude each other.', at: locate(inline.span) });
    }
}
function checkNetworks(service, tree, { project, byName, problems }) {
    const listed = get(tree, 'networks');
    if (service.networkMode !== null &&
        listed !== undefined &&
        (listed.kind === 'list' ? listed.items.length : listed.kind === 'mapping' ? listed.entries.size : 0) > 0) {
        problems.push({
            message: `The service ${service.name} has both network_mode and networks, which exclude each other.`,
            at: service.networkMode.at,
        });
    }
    for (const network of service.networks.values()) {
        if (project.networks.has(network.key))
            continue;
        problems.push({ message: `There is no network "${network.key}" in this project.`, at: network.at ?? service.at });
    }
    const mode = service.networkMode;
    if (mode?.value.startsWith('service:'))
        checkTarget(mode.value.slice('service:'.length), mode, true, 'network_mode', { project, byName, problems });
}
function checkDependencies(service, tree, checking) {
    for (const link of service.dependsOn)
        checkTarget(link.value.service, link, link.value.required, 'depends_on', checking);
    for (const link of service.links)
        checkTarget(link.value.service, link, true, 'links', checking);
    for (const from of service.volumesFrom) {
        const [name = ''] = from.value.split(':');
        if (name !== 'container')
            checkTarget(name, from, true, 'volumes_from', checking);
    }
    for (const key of ['ipc', 'pid', 'uts', 'cgroup']) {
        const mode = getScalar(tree, key);
        if (mode?.text.startsWith('service:'))
            checkTarget(mode.text.slice('service:'.length), { at: locate(mode.span) }, true, key, checking);
    }
}
/** A service of an inactive profile is as good as absent, but the command line may name the profile. */
function checkTarget(name, place, required, key, checking) {
    const target = checking.byName.get(name);
    if (target?.enabled || (target !== undefined && !required))
        return;
    const unsure = target !== undefined || place.uncertain === true;
    const because = target === undefined ? 'is no service of this project' : 'is behind a profile that is not active';
    checking.problems.push({ message: `${key} names "${name}", which ${because}.`, at: place.at, ...(unsure && { uncertain: true }) });
}
function checkMounts(service, { project, problems }) {
    const unknown = (kind, key, place) => {
        problems.push({ message: `There is no ${kind} "${key}" in this project.`, at: place.at, ...(place.uncertain && { uncertain: true }) });
    };
    for (const mount of service.volumes) {
        if (mount.type === 'volume' && mount.source !== null && !project.volumes.has(mount.source))
            unknown('volume', mount.source, mount);
    }
    for (const mount of service.configs)
        if (!project.configs.has(mount.source))
            unknown('config', mount.source, mount);
    for (const mount of service.secrets)
        if (!project.secrets.has(mount.source))
            unknown('secret', mount.source, mount);
    const targets = new Map();
    for (const { target, at } of [...service.tmpfs.map(({ value, at }) => ({ target: value, at })), ...service.volumes]) {
        const earlier = targets.get(target);
        if (earlier !== undefined)
            problems.push({ message: `${target} is mounted twice.`, at, related: [{ location: earlier, label: 'the other mount' }] });
        targets.set(target, at);
    }
}
function checkReplicas(service, tree, { problems }) {
    const scale = getScalar(tree, 'scale');
    const replicas = getScalar(get(tree, 'deploy'), 'replicas');
    if (scale !== undefined && replicas !== undefined && scale.text !== replicas.text) {
        problems.push({ message: `scale is ${scale.text} and deploy.replicas is ${replicas.text}.`, at: locate(scale.span) });
    }
    if (service.replicas !== null && service.replicas.value < 0)
        problems.push({ message: "A number of containers can't be negative.", at: service.replicas.at });
    if (service.replicas !== null && service.replicas.value > 1 && service.containerName !== null) {
        const message = `The service ${service.name} has ${service.replicas.value} containers and one container_name.`;
        problems.push({
            message,
            at: service.containerName.at,
            related: [{ location: service.replicas.at, label: 'the number of containers' }],
        });
    }
}
/** The old attributes and those of `deploy.resources` must agree. */
function checkLimits(tree, problems) {
    const resources = get(get(tree, 'deploy'), 'resources');
    const pairs = [
        ['cpus', 'limits', 'cpus'],
        ['mem_limit', 'limits', 'memory'],
        ['mem_reservation', 'reservations', 'memory'],
        ['pids_limit', 'limits', 'pids'],
    ];
    for (const [old, kind, name] of pairs) {
        const mine = getScalar(tree, old);
        const section = get(resources, kind);
        const other = getScalar(section, name);
        if (mine === undefined || section === undefined || amount(mine.text) === 0 || amount(mine.text) === amount(other?.text ?? '0'))
            continue;
        const uncertain = mine.uncertain || other?.uncertain === true;
        const message = `${old} is ${mine.text}, and deploy.resources.${kind}.${name} is ${other?.text ?? 'not set'}.`;
        problems.push({ message, at: locate(mine.span), ...(uncertain && { uncertain }) });
    }
}
/** A number, or a size such as `512m` in bytes. */
function amount(text) {
    const [, number = '', unit = ''] = /^(\d{1,20}(?:\.\d{1,20})?) ?([kmgtp]?)/i.exec(text) ?? [];
    return Math.floor(Number(number) * 1024 ** ' kmgtp'.indexOf(unit.toLowerCase() || ' ') * 1e6) / 1e6;
}
/** Services that wait for each other, each cycle once. */
function checkCycles({ project, byName, problems }) {
    const state = new Map();
    const visit = (service, path) => {
        state.set(service.name, 'open');
        for (const { name, at } of waitsFor(service)) {
            const next = byName.get(name);
            if (next === undefined || !next.enabled)
                continue;
            if (state.get(name) === 'open') {
                const cycle = [...path.slice(path.indexOf(name)), name].join(' -> ');
                problems.push({ message: `These services depend on each other: ${cycle}.`, at });
            }
            else if (!state.has(name) && path.length < longestChain)
                visit(next, [...path, name]);
        }
        state.set(service.name, 'done');
    };
    for (const service of project.services)
        if (service.enabled && !state.has(service.name))
            visit(service, [service.name]);
}
function waitsFor(service) {
    const mode = service.networkMode;
    return [
        ...service.dependsOn.map(({ value, at }) => ({ name: value.service, at })),
        ...service.links.map(({ value, at }) => ({ name: value.service, at })),
        ...(mode?.value.startsWith('service:') ? [{ name: mode.value.slice('service:'.length), at: mode.at }] : []),
        ...service.volumesFrom.map(({ value, at }) => ({ name: value.split(':')[0] ?? '', at })),
    ];
}

;// CONCATENATED MODULE: ./lib/compose/environment.js


/** How people name the committed sample of a file that git ignores, in the order of preference. */
const sampleEndings = ['.example', '.sample', '.dist', '.template', '.tpl', '.default'];
const sampleNames = ['env.example', 'env.sample', 'example.env', 'sample.env', 'dotenv.example'];
/** The caller's variables alone; they are certain. */
function givenEnvironment(given) {
    return (name) => {
        const value = Object.hasOwn(given, name) ? given[name] : undefined;
        return value === undefined ? undefined : { value, uncertain: false };
    };
}
/** The environment of one model. What is certain wins over what is guessed, and the outer over the inner. */
function environmentOf({ repository, folder, envFiles, outer, samples }) {
    const problems = [];
    const values = new Map();
    const files = envFiles.length > 0 ? envFiles : [inFolder(folder, '.env')];
    for (const file of files) {
        const source = repository.source(file);
        if (source !== undefined)
            readInto(values, source, outer, problems);
    }
    if (samples)
        readSamples(repository, files, values);
    const lookup = (name) => {
        const first = outer(name);
        if (first !== undefined && !first.uncertain)
            return first;
        const own = values.get(name);
        return own !== undefined && (!own.uncertain || first === undefined) ? own : first;
    };
    return { lookup, problems };
}
function readInto(values, source, outer, problems) {
    const certain = (name) => outer(name) ?? values.get(name);
    const { values: read, error } = parseDotenv(source, certain);
    for (const [name, value] of read)
        values.set(name, value);
    // A bare name as the last line; where a checkout has no symbolic links, a linked `.env` looks like that.
    const nameless = read.get('');
    if (nameless !== undefined) {
        const at = source.locate(nameless.start, nameless.end);
        problems.push({ message: `"${nameless.value}" has no value, and no line end that would make it a name.`, at, uncertain: true });
    }
    if (error !== null)
        problems.push({ message: error.message, at: source.locate(error.offset, error.offset + 1) });
}
function readSamples(repository, files, values) {
    for (const file of files) {
        if (repository.kind(file) !== undefined)
            continue;
        const sample = sampleOf(repository, file);
        if (sample === undefined)
            continue;
        for (const [name, value] of sample.values)
            if (!values.has(name))
                values.set(name, { value: value.value, uncertain: true });
    }
}
/** The committed sample beside an env file that is absent, and what it holds, all of it uncertain; undefined when there is none. */
function sampleOf(repository, file) {
    const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '';
    const candidates = sampleEndings.map((ending) => `${file}${ending}`);
    if (file === inFolder(folder, '.env'))
        candidates.push(...sampleNames.map((name) => inFolder(folder, name)));
    for (const candidate of candidates) {
        const source = repository.source(candidate);
        if (source === undefined)
            continue;
        const { values } = parseDotenv(source, () => undefined);
        for (const [name, value] of values)
            values.set(name, { ...value, uncertain: true });
        return { source, values };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/compose/interpolate-tree.js




const interpolate_tree_service = {
    'configs.*.mode': 'int',
    cpu_count: 'int',
    cpu_percent: 'float',
    cpu_period: 'int',
    cpu_quota: 'int',
    cpu_rt_period: 'int',
    cpu_rt_runtime: 'int',
    cpus: 'float',
    cpu_shares: 'int',
    init: 'bool',
    'deploy.replicas': 'int',
    'deploy.update_config.parallelism': 'int',
    'deploy.update_config.max_failure_ratio': 'float',
    'deploy.rollback_config.parallelism': 'int',
    'deploy.rollback_config.max_failure_ratio': 'float',
    'deploy.restart_policy.max_attempts': 'int',
    'deploy.placement.max_replicas_per_node': 'int',
    'healthcheck.retries': 'int',
    'healthcheck.disable': 'bool',
    oom_kill_disable: 'bool',
    oom_score_adj: 'int',
    pids_limit: 'int',
    'ports.*.target': 'int',
    privileged: 'bool',
    read_only: 'bool',
    scale: 'int',
    'secrets.*.mode': 'int',
    stdin_open: 'bool',
    tty: 'bool',
    'ulimits.*': 'int',
    'ulimits.*.hard': 'int',
    'ulimits.*.soft': 'int',
    'volumes.*.read_only': 'bool',
    'volumes.*.volume.nocopy': 'bool',
};
const casts = rulesOf({
    ...Object.fromEntries(Object.entries(interpolate_tree_service).map(([path, cast]) => [`services.*.${path}`, cast])),
    'networks.*.external': 'bool',
    'networks.*.internal': 'bool',
    'networks.*.attachable': 'bool',
    'networks.*.enable_ipv6': 'bool',
    'volumes.*.external': 'bool',
    'secrets.*.external': 'bool',
    'configs.*.external': 'bool',
});
function interpolateModel(model, interpolation) {
    return walk(model, casts, interpolation);
}
function walk(tree, at, run) {
    if (tree.kind === 'scalar')
        return tree.type === 'string' ? interpolateScalar(tree, at?.rule, run) : tree;
    if (tree.kind === 'list') {
        const items = tree.items.map((item) => walk(item, at && below(at, '*'), run));
        return items.every((item, index) => item === tree.items[index]) ? tree : { ...tree, items };
    }
    let changed = false;
    const entries = new Map();
    for (const [key, entry] of tree.entries) {
        const value = walk(entry.value, at && below(at, key), run);
        changed ||= value !== entry.value;
        entries.set(key, value === entry.value ? entry : { key: entry.key, value });
    }
    return changed ? { ...tree, entries } : tree;
}
/** The scalar with its variables replaced; also used for the few values that are needed before the whole is read. */
function interpolateScalar(scalar, cast, run) {
    const replaced = scalar.text.includes('$') ? replaceVariables(scalar, run) : scalar;
    return cast === undefined ? replaced : castScalar(replaced, cast, run);
}
function replaceVariables(scalar, run) {
    const { text, uncertain, unset, error } = substitute(scalar.text, run.lookup);
    const placeOf = unset.length === 0 ? undefined : variablePlaces(scalar);
    for (const { name, offset } of unset)
        run.unset.push({ value: name, at: placeOf?.(offset, name) ?? locate(scalar.span) });
    if (error !== null) {
        const at = locatePart(scalar, error.offset, error.offset + 1);
        run.problems.push({ message: error.message, at, ...(error.required && { uncertain: true }) });
    }
    const unsure = uncertain || error !== null;
    return {
        ...scalar,
        text,
        literalAt: text === scalar.text ? scalar.literalAt : null,
        uncertain: unsure,
        ...(unsure && { written: scalar.text }),
    };
}
/** Finds the place of a variable, also in a block or a folded scalar: its dollar sign is the one with as many before it as in the text. */
function variablePlaces(scalar) {
    if (scalar.literalAt !== null)
        return (offset, name) => locatePart(scalar, offset, variableEnd(scalar.text, offset, name));
    const { source, start, end } = scalar.span;
    const written = dollars(source.text, start, end);
    const order = new Map(dollars(scalar.text, 0, scalar.text.length).map((offset, index) => [offset, index]));
    return (offset, name) => {
        const at = written[order.get(offset) ?? -1];
        const found = at !== undefined && (source.text.startsWith(name, at + 1) || source.text.startsWith(`{${name}`, at + 1));
        return found ? source.locate(at, variableEnd(source.text, at, name)) : locate(scalar.span);
    };
}
function dollars(text, from, to) {
    const places = [];
    for (let at = text.indexOf('$', from); at !== -1 && at < to; at = text.indexOf('$', at + 1))
        places.push(at);
    return places;
}
/** `$NAME` and `${NAME}` are taken whole; of anything longer the beginning. */
function variableEnd(text, at, name) {
    const braces = text.charAt(at + 1) === '{' ? 1 : 0;
    const end = at + 1 + braces + name.length;
    return braces === 1 && text.charAt(end) === '}' ? end + 1 : end;
}
const words = {
    true: 'true',
    y: 'true',
    yes: 'true',
    on: 'true',
    false: 'false',
    n: 'false',
    no: 'false',
    off: 'false',
};
function castScalar(scalar, cast, run) {
    const text = castText(scalar.text, cast);
    if (text !== undefined)
        return { ...scalar, type: cast, text };
    const wanted = cast === 'bool' ? 'true or false' : cast === 'int' ? 'a whole number' : 'a number';
    const message = `"${scalar.text}" stands where Compose needs ${wanted}.`;
    run.problems.push({ message, at: locate(scalar.span), ...(scalar.uncertain && { uncertain: true }) });
    return scalar;
}
function castText(text, cast) {
    if (cast === 'bool')
        return words[text.toLowerCase()];
    if (cast === 'int')
        return /^[-+]?\d{1,18}$/.test(text) ? String(Number(text)) : undefined;
    const { type, text: shown } = resolvePlain(text);
    return type === 'int' || type === 'float' ? shown : undefined;
}

;// CONCATENATED MODULE: ./lib/compose/base-folder.js
/** Gives the path values of an included or extended file the folder that they start from, before they are merged into a model of another folder. */

const paths = rulesOf({
    'services.*.build': true,
    'services.*.env_file': true,
    'services.*.label_file': true,
    'services.*.volumes': true,
    'services.*.extends.file': true,
    'configs.*.file': true,
    'secrets.*.file': true,
    'volumes.*.driver_opts.device': true,
    'include.*': true,
});
/** The model with `folder` (repository-relative) on each path value that has no folder yet. */
function startFrom(model, folder) {
    return base_folder_walk(model, paths, false, folder);
}
function base_folder_walk(tree, at, inside, folder) {
    const ruled = inside || at?.rule === true;
    if (tree.kind === 'scalar')
        return ruled && tree.base === undefined ? { ...tree, base: folder } : tree;
    if (!ruled && at === undefined)
        return tree;
    if (tree.kind === 'list')
        return { ...tree, items: tree.items.map((item) => base_folder_walk(item, at && below(at, '*'), ruled, folder)) };
    const entries = new Map();
    for (const [key, entry] of tree.entries)
        entries.set(key, { key: entry.key, value: base_folder_walk(entry.value, below(at, key), ruled, folder) });
    return { ...tree, entries };
}

;// CONCATENATED MODULE: ./lib/compose/model-request.js


/**
 * The repository file that a path value names. Says why there is none; that stays uncertain where the file may well be there
 * at deploy: outside of the repository, on another machine, or in a folder that is not checked out (a submodule).
 */
function resolveFile(scalar, request) {
    const { repository, problems } = request.loading;
    const at = locate(scalar.span);
    const path = /:\/\/|^git@|^oci:/.test(scalar.text) ? null : repositoryPath(scalar.base ?? request.folder, scalar.text);
    if (path === null) {
        problems.push({ message: `${scalar.text} is not in the repository.`, at, uncertain: true });
        return undefined;
    }
    if (repository.kind(path) === 'file')
        return path;
    const parent = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
    const maybe = scalar.uncertain || repository.list(parent === '' ? '.' : parent).length === 0 || repository.isForeign(path);
    problems.push({ message: `There is no file ${path}.`, at, ...(maybe && { uncertain: true }) });
    return undefined;
}

;// CONCATENATED MODULE: ./lib/compose/extends.js
/** `extends`: a service laid over another one of the same file or of another file, in chains. */





const deepest = 50;
/** The document with every service completed by what it extends, and without `extends`. */
function applyExtends(document, file, request) {
    const services = getMapping(document, 'services');
    if (services === undefined || ![...services.entries.values()].some(({ value }) => get(value, 'extends') !== undefined))
        return document;
    const home = { file, services: services.entries, done: new Map() };
    const resolving = { request, files: new Map() };
    const entries = new Map();
    for (const [name, entry] of services.entries) {
        const value = entry.value.kind === 'mapping' ? resolve(name, entry.value, home, [], resolving) : entry.value;
        entries.set(name, { key: entry.key, value });
    }
    const result = new Map(document.entries);
    result.set('services', { key: document.entries.get('services')?.key ?? services.span, value: { ...services, entries } });
    return { ...document, entries: result };
}
function resolve(name, service, home, chain, resolving) {
    const known = home.done.get(name);
    if (known !== undefined)
        return known;
    const resolved = extend(name, service, home, chain, resolving);
    home.done.set(name, resolved);
    return resolved;
}
function extend(name, service, home, chain, resolving) {
    const written = get(service, 'extends');
    if (written === undefined)
        return service;
    const own = withoutExtends(service);
    const target = written.kind === 'scalar' ? written : getScalar(written, 'service');
    if (target === undefined)
        return own;
    const link = `${home.file}: ${name}`;
    const here = [...chain, link];
    if (chain.includes(link) || chain.length > deepest) {
        const message = chain.includes(link)
            ? `These services extend each other: ${here.join(', ')}.`
            : 'Services extend services too deeply here.';
        return extends_refuse(message, target, own, resolving);
    }
    const file = getScalar(written, 'file');
    const from = file === undefined ? home : otherFile(file, resolving);
    if (from === undefined)
        return own;
    const base = from.services.get(target.text)?.value;
    if (base === undefined)
        return extends_refuse(`There is no service "${target.text}" in ${from.file} to extend.`, target, own, resolving);
    if (base.kind !== 'mapping')
        return own;
    const source = settleMarks(resolve(target.text, base, from, here, resolving));
    return mergeServices(source, own, resolving.request.loading.problems);
}
function withoutExtends(service) {
    const entries = new Map(service.entries);
    entries.delete('extends');
    return { ...service, entries };
}
function extends_refuse(message, at, own, { request }) {
    request.loading.problems.push({ message, at: locate(at.span), ...(at.uncertain && { uncertain: true }) });
    return own;
}
/** Paths of the other file start from its own folder. */
function otherFile(written, { request, files }) {
    const file = resolveFile(written, request);
    if (file === undefined)
        return undefined;
    if (!files.has(file)) {
        const model = request.loading.loadModel({ ...request, files: [file], bare: true });
        const services = model && getMapping(startFrom(model, folderOf(file)), 'services');
        files.set(file, services && { file, services: services.entries, done: new Map() });
    }
    return files.get(file);
}

;// CONCATENATED MODULE: ./lib/compose/include.js
/** `include`: other compose files, each a model of its own with its own folder and `.env`, whose services and resources come into this one. */







const kinds = ['services', 'volumes', 'networks', 'secrets', 'configs', 'models'];
const include_deepest = 30;
/** The document with what it includes under its own definitions, and without `include`. */
function applyInclude(document, file, request) {
    const includes = itemsOf(get(document, 'include'));
    if (includes.length === 0)
        return document;
    let result = without(document, 'include');
    for (const item of includes) {
        const included = load(item, file, request);
        if (included !== undefined)
            result = bringIn(included, result, request);
    }
    return result;
}
function without(document, key) {
    const entries = new Map(document.entries);
    entries.delete(key);
    return { ...document, entries };
}
function load(item, file, request) {
    const paths = scalarsOf(item.kind === 'mapping' ? get(item, 'path') : item);
    const [first] = paths;
    if (first === undefined)
        return undefined;
    const files = paths.map((path) => resolveFile(path, request));
    if (files.some((path) => path === undefined))
        return undefined;
    const chain = [...request.chain, file];
    const main = files[0];
    if (chain.includes(main) || chain.length > include_deepest) {
        const message = chain.includes(main)
            ? `These files include each other: ${[...chain, main].join(', ')}.`
            : 'Files include files too deeply here.';
        request.loading.problems.push({ message, at: locate(first.span) });
        return undefined;
    }
    const folder = projectFolder(getScalar(item, 'project_directory'), main, request);
    if (folder === null)
        return undefined;
    const { repository, samples } = request.loading;
    const environment = environmentOf({
        repository,
        folder,
        envFiles: envFiles(get(item, 'env_file'), request),
        outer: request.lookup,
        samples,
    });
    request.loading.problems.push(...environment.problems);
    const model = request.loading.loadModel({ ...request, files: files, folder, lookup: environment.lookup, chain });
    return model && startFrom(model, folder);
}
/** Null when it lies outside of the repository. */
function projectFolder(written, main, request) {
    return written === undefined || written.text === '' ? folderOf(main) : repositoryPath(written.base ?? request.folder, written.text);
}
function envFiles(tree, request) {
    return scalarsOf(tree).flatMap((scalar) => {
        const path = repositoryPath(scalar.base ?? request.folder, scalar.text);
        if (path === null || request.loading.repository.kind(path) !== 'file') {
            request.loading.problems.push({
                message: `The env file ${scalar.text} is not in the repository.`,
                at: locate(scalar.span),
                uncertain: true,
            });
        }
        return path === null ? [] : [path];
    });
}
/** Compose up to 2.40 refuses two definitions of one name; since 5.0 the including file's is laid over the included one. */
function bringIn(included, document, request) {
    const entries = new Map(document.entries);
    for (const kind of kinds) {
        const from = getMapping(included, kind);
        if (from === undefined)
            continue;
        const key = included.entries.get(kind)?.key ?? from.span;
        const own = getMapping(document, kind);
        const merged = new Map(own?.entries);
        for (const [name, entry] of from.entries) {
            const mine = merged.get(name);
            const value = mine === undefined ? entry.value : mergeResources(kind, entry.value, mine.value, request.loading.problems);
            merged.set(name, mine === undefined ? entry : { key: mine.key, value });
        }
        entries.set(kind, { key, value: { kind: 'mapping', entries: merged, span: own?.span ?? from.span } });
    }
    return { ...document, entries };
}

// EXTERNAL MODULE: ./lib/core/nearest.js
var nearest = __webpack_require__(6661);
;// CONCATENATED MODULE: ./lib/compose/shape.js
/** Holds a compose file against what may stand where (file-format.ts). */



/** Whether services stand at the top, as in the format's first version, which Compose no longer reads. */
function isFirstVersion(tree) {
    return firstUnknown(tree) !== undefined && !['services', 'include', 'networks', 'volumes'].some((key) => tree.entries.has(key));
}
function firstUnknown(tree) {
    return [...tree.entries].find(([key]) => !Object.hasOwn(model.keys ?? {}, key) && !key.startsWith('x-'));
}
/** Tells every value of a model that has the wrong type, and every attribute that Compose doesn't know. */
function checkShape(tree, problems) {
    const first = firstUnknown(tree);
    if (first !== undefined && isFirstVersion(tree)) {
        const message = `Services stand under "services:" since version 2 of the file format; "${first[0]}" stands at the top.`;
        problems.push({ message, at: locate(first[1].key) });
        return;
    }
    check(tree, model, 'the file', problems);
}
function check(tree, shape, path, problems) {
    if (tree.mark === 'reset' || shape === anything)
        return;
    if (tree.kind === 'scalar')
        checkScalar(tree, shape, path, problems);
    else if (tree.kind === 'list' && shape.items !== undefined)
        checkList(tree.items, shape, shape.items, path, problems);
    else if (tree.kind === 'mapping' && (shape.keys !== undefined || shape.anyKey !== undefined))
        checkMapping(tree, shape, path, problems);
    else
        wrongKind(tree, shape, path, problems);
}
function wrongKind(tree, shape, path, problems) {
    problems.push({ message: `${path} must be ${shape.said}, not ${kindName(tree)}.`, at: locate(tree.span) });
}
function checkScalar(tree, shape, path, problems) {
    if (!shape.scalars?.has(tree.type)) {
        wrongKind(tree, shape, path, problems);
        return;
    }
    const message = tree.type === 'null' ? undefined : shape.check?.(tree.text);
    if (message !== undefined)
        problems.push({ message, at: locate(tree.span), ...(tree.uncertain && { uncertain: true }) });
}
function checkList(items, shape, item, path, problems) {
    const seen = new Map();
    for (const tree of items) {
        check(tree, item, `an item of ${path}`, problems);
        if (!shape.unique || tree.kind !== 'scalar')
            continue;
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
function checkMapping(tree, shape, path, problems) {
    for (const [key, entry] of tree.entries) {
        const known = shape.keys && Object.hasOwn(shape.keys, key) ? shape.keys[key] : undefined;
        const matched = known ?? (shape.anyKey?.pattern.test(key) ? shape.anyKey.shape : undefined);
        if (matched !== undefined)
            check(entry.value, matched, key, problems);
        else if (!shape.open && !(shape.keys !== undefined && key.startsWith('x-')))
            unknownKey(key, entry, shape, path, problems);
    }
    for (const key of shape.required ?? []) {
        if (!tree.entries.has(key))
            problems.push({ message: `${path} needs ${key}.`, at: locate(tree.span) });
    }
}
function unknownKey(key, entry, shape, path, problems) {
    const at = locate(entry.key);
    if (shape.keys === undefined) {
        problems.push({ message: `"${key}" is no name for Compose: only letters, digits, ".", "_" and "-" may be in it.`, at });
        return;
    }
    const near = (0,nearest/* nearest */.p)(key, Object.keys(shape.keys));
    problems.push({ message: `Compose knows no "${key}" in ${path}.`, at, ...(near !== null && { fix: `Did you mean ${near}?` }) });
}

;// CONCATENATED MODULE: ./lib/compose/mount-syntax.js
/** The short syntax of `volumes`: `[SOURCE:]TARGET[:OPTIONS]`. */
function parseMount(text) {
    if (text === '')
        return { error: 'A volume needs a path in the container.' };
    const parts = splitColons(text);
    if (parts.includes(''))
        return { error: `"${text}" has an empty part between its colons.` };
    if (parts.length > 3)
        return { error: `"${text}" has too many colons.` };
    const [first = '', second, options = ''] = parts;
    if (second === undefined)
        return { type: 'volume', source: null, target: first, readOnly: false };
    return { type: mount_syntax_isPath(first) ? 'bind' : 'volume', source: first, target: second, readOnly: readOnly(options) };
}
/** A colon after a single letter that begins a part belongs to a Windows drive. */
function splitColons(text) {
    if (text.length <= 2)
        return [text];
    const parts = [];
    let from = 0;
    for (let at = text.indexOf(':'); at !== -1; at = text.indexOf(':', at + 1)) {
        if (at - from === 1 && /\p{L}/u.test(text.charAt(from)))
            continue;
        parts.push(text.slice(from, at));
        from = at + 1;
    }
    parts.push(text.slice(from));
    return parts;
}
function readOnly(options) {
    return options.split(',').reduce((value, option) => (option === 'ro' ? true : option === 'rw' ? false : value), false);
}
/** A source that is a path of the host and not the name of a volume. */
function mount_syntax_isPath(source) {
    return /^(?:[./~]|\\\\|\p{L}:)/u.test(source);
}

;// CONCATENATED MODULE: ./lib/compose/unicity.js
/** Lists in which a later item replaces an earlier one with the same key (`environment` by name, `volumes` by target, `ports` by all of it). */



const byName = (item) => (item.kind === 'scalar' ? item.text.split('=', 1)[0] : undefined);
const byText = (item) => (item.kind === 'scalar' ? item.text : undefined);
const byTarget = (item) => {
    if (item.kind === 'mapping')
        return getScalar(item, 'target')?.text;
    if (item.kind !== 'scalar')
        return undefined;
    const mount = parseMount(item.text);
    return 'error' in mount ? undefined : mount.target;
};
const byMountPoint = (folder) => (item) => {
    if (item.kind === 'scalar')
        return `${folder}/${item.text}`;
    return getScalar(item, 'target')?.text ?? `${folder}/${getScalar(item, 'source')?.text ?? ''}`;
};
const byPort = (item) => {
    if (item.kind === 'scalar')
        return item.text;
    if (get(item, 'target') === undefined)
        return undefined;
    const part = (key, otherwise) => getScalar(item, key)?.text ?? otherwise;
    return `${part('host_ip', '0.0.0.0')}:${part('published', '')}:${part('target', '')}/${part('protocol', 'tcp')}`;
};
const byPath = (item) => {
    const path = item.kind === 'mapping' ? getScalar(item, 'path') : item.kind === 'scalar' ? item : undefined;
    return path && `${path.base ?? ''}\0${path.text}`;
};
const unicity_rules = rulesOf({
    'networks.*.labels': byName,
    'services.*.annotations': byName,
    'services.*.build.args': byName,
    'services.*.build.additional_contexts': byName,
    'services.*.build.tags': byName,
    'services.*.build.labels': byName,
    'services.*.cap_add': byName,
    'services.*.cap_drop': byName,
    'services.*.configs': byMountPoint(''),
    'services.*.deploy.labels': byName,
    'services.*.dns': byName,
    'services.*.dns_opt': byName,
    'services.*.dns_search': byName,
    'services.*.environment': byName,
    'services.*.env_file': byPath,
    'services.*.expose': byText,
    // Exact repetitions go; two addresses of one name both stay (newer Compose; 2.26 keeps the last).
    'services.*.extra_hosts': byText,
    'services.*.labels': byName,
    'services.*.links': byName,
    'services.*.networks.*.aliases': byName,
    'services.*.networks.*.link_local_ips': byName,
    'services.*.ports': byPort,
    'services.*.profiles': byName,
    'services.*.secrets': byMountPoint('/run/secrets'),
    'services.*.sysctls': byName,
    'services.*.tmpfs': byName,
    'services.*.volumes': byTarget,
});
/** The model with each such list freed of what a later item replaced; the later one takes the earlier one's place. */
function enforceUnicity(model) {
    return unique(model, unicity_rules);
}
function unique(tree, at) {
    if (tree.kind === 'list' && at.rule !== undefined)
        return { ...tree, items: lastByKey(tree.items, at.rule) };
    if (tree.kind !== 'mapping')
        return tree;
    const entries = new Map();
    for (const [key, entry] of tree.entries) {
        const next = below(at, key);
        entries.set(key, next === undefined ? entry : { key: entry.key, value: unique(entry.value, next) });
    }
    return { ...tree, entries };
}
/** One item for each key: the last one, at the place of the first. */
function lastByKey(items, keyOf) {
    const places = new Map();
    const kept = [];
    for (const item of items) {
        const key = keyOf(item);
        const place = key === undefined ? undefined : places.get(key);
        if (place === undefined) {
            if (key !== undefined)
                places.set(key, kept.length);
            kept.push(item);
        }
        else
            kept[place] = item;
    }
    return kept;
}

;// CONCATENATED MODULE: ./lib/compose/model-loader.js
/** Reads compose files into one settled model: per document variables, then `include`, then `extends`, then laid over what came before. */








const model_loader_mostFiles = 1000;
/** The settled model of some files, or undefined when none of them could be read. */
function loadModel(request) {
    const { loading } = request;
    let model;
    for (const file of request.files) {
        const source = loading.repository.source(file);
        if (source === undefined || ++loading.filesRead > model_loader_mostFiles)
            continue;
        const { documents, problems } = parseYaml(source);
        loading.problems.push(...problems);
        for (const document of documents) {
            const own = model_loader_readDocument(document, file, request);
            if (own === undefined)
                continue;
            model = enforceUnicity(model === undefined ? own : mergeModels(model, own, loading.problems));
            if (!request.bare)
                checkShape(model, loading.problems);
        }
    }
    return model && settleMarks(model);
}
function model_loader_readDocument(document, file, request) {
    const { problems, unset } = request.loading;
    if (document.kind !== 'mapping') {
        problems.push({ message: 'The top level of a compose file must be a mapping.', at: locate(document.span) });
        return undefined;
    }
    const interpolated = interpolateModel(document, { lookup: request.lookup, problems, unset });
    if (request.bare)
        return interpolated;
    return applyExtends(applyInclude(interpolated, file, request), file, request);
}

;// CONCATENATED MODULE: ./lib/compose/project-name.js

/** A project's name as Compose makes it fit: lower case, only letters, digits, `_` and `-`, none of these two in front. */
function normalizeProjectName(name) {
    return name
        .toLowerCase()
        .replace(/[^a-z0-9_-]/g, '')
        .replace(/^[_-]+/, '');
}
/** The name that Compose takes from the folder, for the repository's top from the folder that it was checked out to. */
function folderName(root, folder) {
    return normalizeProjectName((0,external_node_path_.basename)(folder === '' ? root : folder));
}
/**
 * The names of a service's containers, under which they are reached on their networks: `container_name`, or PROJECT-SERVICE-N
 * for each replica. Of more than a hundred replicas the first hundred are named.
 */
function containerNames(project, service) {
    if (service.containerName !== null)
        return [service.containerName.value];
    const count = Math.min(Math.max(service.replicas?.value ?? 1, 0), 100);
    return Array.from({ length: count }, (_, index) => `${project.name}-${service.name}-${index + 1}`);
}

;// CONCATENATED MODULE: ./lib/compose/resource-checks.js

function checkResources(model, problems) {
    for (const { value } of getMapping(model, 'volumes')?.entries.values() ?? [])
        checkExternalVolume(value, problems);
    checkFileObjects(model, 'configs', ['file', 'environment', 'content'], problems);
    checkFileObjects(model, 'secrets', ['file', 'environment'], problems);
}
/** Somebody else's volume takes no options from here. */
function checkExternalVolume(volume, problems) {
    if (volume.kind !== 'mapping' || getScalar(volume, 'external')?.text !== 'true')
        return;
    for (const [key, { key: place }] of volume.entries) {
        if (key === 'external' || key === 'name' || key.startsWith('x-'))
            continue;
        problems.push({ message: `An external volume can't have ${key}.`, at: locate(place) });
    }
}
function checkFileObjects(model, kind, sources, problems) {
    for (const [name, { key, value }] of getMapping(model, kind)?.entries ?? []) {
        if (value.kind !== 'mapping')
            continue;
        const [first, second] = sources.filter((source) => value.entries.has(source));
        const repeated = second === undefined ? undefined : value.entries.get(second);
        if (repeated !== undefined)
            problems.push({ message: `${first} and ${second} of "${name}" exclude each other.`, at: locate(repeated.key) });
        if (first === undefined && !value.entries.has('driver') && !value.entries.has('external')) {
            problems.push({ message: `"${name}" needs one of ${sources.join(', ')}, or external: true.`, at: locate(key) });
        }
    }
}

;// CONCATENATED MODULE: ./lib/compose/resources.js



/** `external: true`, or the old `external: { name: … }`. */
function isExternal(tree) {
    return getMapping(tree, 'external') !== undefined || boolUnder(tree, 'external');
}
function nameOf(tree) {
    return getScalar(tree, 'name')?.text ?? getScalar(get(tree, 'external'), 'name')?.text ?? null;
}
function resources(model, kind, read) {
    const section = getMapping(model, kind);
    return new Map([...(section?.entries ?? [])].map(([key, { key: place, value }]) => [key, read(key, value, locate(place))]));
}
function readNetworks(model) {
    return resources(model, 'networks', (key, tree, at) => ({
        key,
        name: nameOf(tree),
        external: isExternal(tree),
        internal: boolUnder(tree, 'internal'),
        at,
    }));
}
function readVolumes(model) {
    return resources(model, 'volumes', (key, tree, at) => ({
        key,
        name: nameOf(tree),
        external: isExternal(tree),
        at,
        driverOptions: new Map(pairsOf(get(tree, 'driver_opts')).map((pair) => [pair.key, pair.value ?? ''])),
    }));
}
function readFileObjects(model, kind, folder) {
    return resources(model, kind, (key, tree, at) => {
        const content = getScalar(tree, 'content');
        return {
            key,
            at,
            file: filePath(getScalar(tree, 'file'), folder),
            content: content === undefined ? null : { ...toValue(content), at: locate(content.span) },
            contentLines: content === undefined ? null : contentLines(content),
            environment: textUnder(tree, 'environment'),
            external: isExternal(tree),
        };
    });
}
function filePath(written, folder) {
    const path = written === undefined ? null : repositoryPath(written.base ?? folder, written.text);
    return written === undefined || path === null ? null : { ...toValue(written), value: path };
}
/** Where each line of a scalar stands: lines of a literal block begin after its indentation; a variable may move columns, not lines. */
function contentLines({ text, span, literalAt }) {
    const { source, start, end } = span;
    const count = text.replace(/\n$/, '').split('\n').length;
    if (literalAt !== null && count === 1)
        return [source.locate(literalAt, literalAt + text.length)];
    if (source.text.charAt(start) !== '|')
        return count === 1 ? [source.locate(start, end)] : null;
    const first = source.position(start).line + 1;
    const indent = /^[ ]*/.exec(firstFilled(source.text, source.lineStart(first), end))?.[0].length ?? 0;
    return Array.from({ length: count }, (_, index) => {
        const line = first + index;
        const lineStart = source.lineStart(line);
        const lineEnd = lineStart + (source.line(line)?.length ?? 0);
        return source.locate(Math.min(lineStart + indent, lineEnd), lineEnd);
    });
}
function firstFilled(text, from, end) {
    return (text
        .slice(from, end)
        .split('\n')
        .find((line) => line.trim() !== '') ?? '');
}

;// CONCATENATED MODULE: ./lib/compose/service-environment.js





function readEnvironment(service, context) {
    const own = new Map(pairsOf(service.entries.get('environment')?.value).map((pair) => [pair.key, environmentValue(pair, context.lookup)]));
    const reading = { ...context, own, environment: new Map(), missingEnvFiles: [] };
    for (const item of itemsOf(service.entries.get('env_file')?.value))
        readEnvFile(item, reading);
    for (const [name, value] of own) {
        reading.environment.delete(name);
        reading.environment.set(name, value);
    }
    return { environment: reading.environment, missingEnvFiles: reading.missingEnvFiles };
}
/** The value of a pair; a name alone takes the project's value, or nothing. */
function environmentValue(pair, lookup) {
    const at = locate(pair.scalar.span);
    if (pair.value !== null)
        return { value: pair.value, at, uncertain: pair.scalar.uncertain };
    const outer = lookup(pair.key);
    return outer === undefined ? { value: null, at, uncertain: true } : { value: outer.value, at, uncertain: outer.uncertain };
}
function readEnvFile(item, reading) {
    const path = item.kind === 'scalar' ? item : getScalar(item, 'path');
    if (path === undefined || path.text === '')
        return;
    const file = repositoryPath(path.base ?? reading.folder, path.text);
    const source = file === null ? undefined : reading.repository.source(file);
    if (source === undefined)
        readAbsent(item, path, file, reading);
    else
        readPresent(item, path, source, reading);
}
function readPresent(item, path, source, reading) {
    const read = getScalar(item, 'format')?.text === 'raw' ? parseRawEnv(source) : parseDotenv(source, lookupFor(reading));
    if (read.error !== null) {
        const at = source.locate(read.error.offset, read.error.offset + 1);
        reading.problems.push({ message: read.error.message, at, related: [{ location: locate(path.span), label: 'reads this file' }] });
    }
    take(read, source, false, reading);
}
function lookupFor(reading) {
    return (name) => {
        const earlier = reading.environment.get(name);
        if (earlier !== undefined && earlier.value !== null)
            return { value: earlier.value, uncertain: earlier.uncertain };
        const outer = reading.lookup(name);
        if (outer !== undefined)
            return outer;
        const own = reading.own.get(name);
        return own === undefined || own.value === null ? undefined : { value: own.value, uncertain: own.uncertain };
    };
}
function readAbsent(item, path, file, reading) {
    reading.missingEnvFiles.push(toValue(path));
    if (item.kind === 'scalar' || getScalar(item, 'required')?.text !== 'false') {
        reading.problems.push({ message: `The env file ${path.text} is not in the repository.`, at: locate(path.span), uncertain: true });
    }
    const sample = file === null || !reading.samples ? undefined : sampleOf(reading.repository, file);
    if (sample !== undefined)
        take({ values: sample.values, error: null }, sample.source, true, reading);
}
function take(file, source, guessed, reading) {
    for (const [name, { value, uncertain, start, end }] of file.values) {
        reading.environment.delete(name);
        reading.environment.set(name, { value, at: source.locate(start, end), uncertain: uncertain || guessed });
    }
}

;// CONCATENATED MODULE: ./lib/compose/build.js




const remote = /:\/\/|^(?:github\.com\/|git@)/;
function build_readBuild(tree, folder, lookup) {
    if (tree === undefined || isNull(tree) || tree.kind === 'list')
        return null;
    const written = tree.kind === 'scalar' ? tree : getScalar(tree, 'context');
    const context = readContext(tree, written, folder);
    const dockerfile = getScalar(tree, 'dockerfile');
    const inline = textUnder(tree, 'dockerfile_inline');
    const additional = pairsOf(tree.kind === 'mapping' ? tree.entries.get('additional_contexts')?.value : undefined);
    return {
        at: locate(tree.span),
        context,
        dockerfile: inline === null || dockerfile !== undefined ? readDockerfile(tree, dockerfile, context) : null,
        dockerfileInline: inline,
        target: textUnder(tree, 'target'),
        args: new Map(pairsOf(tree.kind === 'mapping' ? tree.entries.get('args')?.value : undefined).map((pair) => [
            pair.key,
            environmentValue(pair, lookup),
        ])),
        additionalContexts: new Map(additional.flatMap((pair) => (pair.value === null ? [] : [[pair.key, additionalContext(pair.value, pair.scalar, folder)]]))),
    };
}
function readContext(tree, written, folder) {
    if (written === undefined || written.text === '') {
        const base = written?.base ?? folder;
        return { value: base, at: locate(tree.span), ...(written?.uncertain && { uncertain: true }) };
    }
    if (remote.test(written.text))
        return null;
    const path = repositoryPath(written.base ?? folder, written.text);
    return path === null ? null : { ...toValue(written), value: path };
}
/** The Dockerfile stands relative to the context, and may lie outside of it. */
function readDockerfile(tree, written, context) {
    if (context === null)
        return null;
    const name = written === undefined || written.text === '' ? 'Dockerfile' : written.text;
    const path = repositoryPath(context.value, name);
    if (path === null)
        return null;
    const uncertain = written?.uncertain === true || context.uncertain === true;
    return {
        value: path,
        at: written === undefined ? locate(tree.span) : locatePart(written, 0, written.text.length),
        ...(uncertain && { uncertain }),
    };
}
/** A repository path, or as written what is no path (`service:x`, `docker-image://x`, a URL) or leads outside. */
function additionalContext(written, scalar, folder) {
    const path = remote.test(written) || written.startsWith('service:') ? null : repositoryPath(scalar.base ?? folder, written);
    return { ...toValue(scalar), at: locate(scalar.span), value: path ?? written };
}

;// CONCATENATED MODULE: ./lib/compose/shell-words.js
/** Splits `command: "…"` into words as Compose does: quotes and backslashes, no variables, no shell; an operator ends the command. */
const blanks = new Set([' ', '\t', '\r', '\n']);
const operators = new Set([';', '&', '|', '<', '>']);
/** @returns the words, or undefined for what Compose calls an invalid command line (an open quote, a bare parenthesis) */
function splitWords(text) {
    return new Splitter(text).split();
}
class Splitter {
    #text;
    #words = [];
    #buffer = '';
    #start = -1;
    #quote = '';
    #backQuote = false;
    #dollarQuote = false;
    #begun = false;
    constructor(text) {
        this.#text = text;
    }
    split() {
        let at = 0;
        for (; at < this.#text.length; at++) {
            const char = this.#text.charAt(at);
            if (this.#start === -1 && !blanks.has(char))
                this.#start = at;
            if (char === '\\' && this.#quote !== "'") {
                if (++at >= this.#text.length)
                    return undefined;
                this.#add(this.#text.charAt(at));
            }
            else if (blanks.has(char))
                this.#blank(char, at);
            else if (operators.has(char) && !this.#inside()) {
                // `2>file`: the descriptor is no word.
                if (char === '>' && /^[0-9]/.test(this.#buffer))
                    this.#begun = false;
                break;
            }
            else if (!this.#character(char))
                return undefined;
        }
        this.#finish(at);
        return this.#inside() ? undefined : this.#words;
    }
    #inside() {
        return this.#quote !== '' || this.#backQuote || this.#dollarQuote;
    }
    #blank(char, at) {
        if (this.#inside())
            this.#buffer += char;
        else
            this.#finish(at);
    }
    #character(char) {
        if (char === '`' && this.#quote === '' && !this.#dollarQuote)
            this.#backQuote = !this.#backQuote;
        if (char === ')' && this.#quote === '' && !this.#backQuote)
            this.#dollarQuote = !this.#dollarQuote;
        if (char === '(' && this.#quote === '' && !this.#backQuote) {
            if (this.#dollarQuote || !this.#buffer.endsWith('$'))
                return false;
            this.#dollarQuote = true;
            this.#buffer += '(';
            return true;
        }
        if ((char === '"' || char === "'") && !this.#dollarQuote && (this.#quote === '' || this.#quote === char)) {
            if (this.#quote === char)
                this.#begun = true;
            this.#quote = this.#quote === char ? '' : char;
            return true;
        }
        this.#add(char);
        return true;
    }
    #add(char) {
        this.#buffer += char;
        this.#begun = true;
    }
    #finish(at) {
        if (this.#begun)
            this.#words.push({ value: this.#buffer, start: this.#start, end: at });
        this.#buffer = '';
        this.#begun = false;
        this.#start = -1;
    }
}

;// CONCATENATED MODULE: ./lib/compose/commands.js



/** Null when the attribute is absent or null: the image's own stays. An empty list clears it. */
function readCommand(tree, problems) {
    if (tree === undefined || isNull(tree) || tree.kind === 'mapping')
        return null;
    if (tree.kind === 'list')
        return listCommand(tree, scalarsOf(tree));
    const words = splitWords(tree.text);
    if (words === undefined) {
        const at = locate(tree.span);
        problems.push({
            message: `"${tree.text}" is no command line: a quote or a parenthesis is open.`,
            at,
            ...(tree.uncertain && { uncertain: true }),
        });
    }
    return {
        at: locate(tree.span),
        words: (words ?? []).map(({ value, start, end }) => ({
            value,
            at: locatePart(tree, start, end),
            ...(tree.uncertain && { uncertain: true }),
        })),
        shell: false,
        ...(tree.uncertain && { uncertain: true }),
    };
}
function listCommand(tree, words) {
    const uncertain = words.some((word) => word.uncertain);
    return { at: locate(tree.span), words: words.map(toValue), shell: false, ...(uncertain && { uncertain }) };
}
/** The test without its `CMD` or `CMD-SHELL`; a string is a line for the shell. */
function readHealthcheck(tree, problems) {
    const test = tree.entries.get('test')?.value;
    const disabled = boolUnder(tree, 'disable');
    if (test === undefined || isNull(test) || test.kind === 'mapping')
        return { test: null, disabled, at: locate(tree.span) };
    if (test.kind === 'scalar')
        return { test: { ...listCommand(test, [test]), shell: true }, disabled, at: locate(tree.span) };
    const [first, ...rest] = scalarsOf(test);
    const kind = first?.text;
    if (first !== undefined && kind !== 'CMD' && kind !== 'CMD-SHELL' && kind !== 'NONE') {
        problems.push({
            message: 'healthcheck.test must begin with CMD, CMD-SHELL or NONE.',
            at: locate(first.span),
            ...(first.uncertain && { uncertain: true }),
        });
    }
    const command = rest.length === 0 ? null : { ...listCommand(test, rest), shell: kind === 'CMD-SHELL' };
    return { test: command, disabled: disabled || kind === 'NONE', at: locate(tree.span) };
}
function readLinks(tree) {
    return scalarsOf(tree).map((scalar) => {
        const [service = '', alias = service] = scalar.text.split(':');
        return { ...toValue(scalar), value: { service, alias } };
    });
}

// EXTERNAL MODULE: ./lib/compose/hide-variables.js
var hide_variables = __webpack_require__(8174);
;// CONCATENATED MODULE: ./lib/compose/mounts.js
/** `volumes`, `configs`, `secrets` and `tmpfs` of a service. */






const types = new Set(['bind', 'volume', 'tmpfs', 'npipe', 'cluster', 'image']);
function readMounts(tree, folder, problems) {
    return itemsOf(tree).flatMap((item) => {
        const mount = item.kind === 'mapping' ? readLong(item, folder, problems) : item.kind === 'scalar' ? readShort(item, folder, problems) : undefined;
        return mount === undefined ? [] : [mount];
    });
}
function readShort(scalar, folder, problems) {
    const mount = parseMount(scalar.text);
    if ('error' in mount) {
        problems.push({ message: mount.error, at: locate(scalar.span), ...(scalar.uncertain && { uncertain: true }) });
        return scalar.uncertain ? mountOfVariables(scalar) : undefined;
    }
    const place = { at: locate(scalar.span), ...(scalar.uncertain && doubtfulSides(scalar)) };
    const common = { target: cleanPath(mount.target), readOnly: mount.readOnly, short: true, ...place };
    if (mount.type === 'volume')
        return { type: 'volume', source: mount.source, outside: null, ...common };
    return { type: 'bind', ...bindSource(mount.source ?? '', scalar.base ?? folder), ...common };
}
/** Whether the path in the container hangs on the variables, too: all that stands behind the first colon. */
function doubtfulSides({ text, written = text }) {
    const shown = (0,hide_variables/* hideVariables */.q)(written);
    const [source = '', target = ''] = [shown.slice(0, shown.indexOf(':')), shown.slice(shown.indexOf(':') + 1)];
    return { uncertain: true, ...((target.includes(hide_variables/* hidden */.R) || !source.includes(hide_variables/* hidden */.R)) && { targetUncertain: true }) };
}
/** A mount that came out broken for want of a variable's value: it will be one at the deploy, of something outside the repository. */
function mountOfVariables({ text, written = text, span }) {
    const shown = (0,hide_variables/* hideVariables */.q)(written);
    const [source = '', target, mode = ''] = shown.split(':');
    if (target === undefined || !(target.startsWith('/') || target.includes(hide_variables/* hidden */.R)))
        return undefined;
    const place = {
        at: locate(span),
        uncertain: true,
        ...((target.includes(hide_variables/* hidden */.R) || !source.includes(hide_variables/* hidden */.R)) && { targetUncertain: true }),
    };
    const path = cleanPath(target.replaceAll(hide_variables/* hidden */.R, ''));
    return { type: 'bind', source: null, outside: written, target: path, readOnly: mode === 'ro', short: true, ...place };
}
/** A named pipe of Windows is a path that leads outside, too. */
function bindSource(written, folder) {
    const source = /^(?:\\\\|\p{L}:)/u.test(written) ? null : repositoryPath(folder, written);
    return { source, outside: source === null ? written : null };
}
function readLong(item, folder, problems) {
    const type = getScalar(item, 'type')?.text;
    const target = getScalar(item, 'target');
    if (type === undefined || !types.has(type))
        return undefined;
    if (target === undefined)
        problems.push({ message: 'This mount has no target.', at: locate(item.span) });
    const source = getScalar(item, 'source');
    if (type === 'bind' && source === undefined)
        problems.push({ message: 'A bind mount needs a source.', at: locate(item.span) });
    const uncertain = [source, target].some((scalar) => scalar?.uncertain);
    return {
        type,
        ...longSource(type, source, folder),
        target: target === undefined ? '' : cleanPath(target.text),
        readOnly: boolUnder(item, 'read_only'),
        short: getScalar(getMapping(item, 'bind'), 'create_host_path')?.text === 'true',
        at: locate(item.span),
        ...(uncertain && { uncertain }),
        ...(target?.uncertain && { targetUncertain: true }),
    };
}
function longSource(type, source, folder) {
    if (source === undefined || source.text === '')
        return { source: null, outside: null };
    if (type === 'bind')
        return bindSource(source.text, source.base ?? folder);
    return { source: type === 'volume' || type === 'cluster' ? source.text : null, outside: null };
}
/** `configs` go to `/NAME`, `secrets` to `/run/secrets/NAME`; a relative target starts there. */
function readFileMounts(tree, folder) {
    return itemsOf(tree).flatMap((item) => {
        const source = item.kind === 'scalar' ? item : getScalar(item, 'source');
        if (source === undefined)
            return [];
        const target = item.kind === 'scalar' ? source.text : (getScalar(item, 'target')?.text ?? source.text);
        return [{ source: source.text, target: target.startsWith('/') ? cleanPath(target) : `${folder}/${target}`, at: locate(item.span) }];
    });
}
function readTmpfs(tree) {
    return scalarsOf(tree).map((scalar) => like(cleanPath(scalar.text.split(':', 1)[0] ?? ''), scalar));
}
/** A path in the container without `.`, `..`, doubled and trailing slashes. */
function cleanPath(path) {
    return external_node_path_.posix.normalize(path).replace(/(?<=.)\/$/, '');
}

;// CONCATENATED MODULE: ./lib/compose/port-syntax.js
/** The short syntax of `ports`, `[[IP:]HOST:]CONTAINER[/PROTOCOL]`, and of `expose`. */

const protocols = new Set(['tcp', 'udp', 'sctp']);
/** The parts of a short port, with their offsets in the text. */
function splitPort(text) {
    const lastColon = text.lastIndexOf(':');
    const hostColon = lastColon > 0 ? text.lastIndexOf(':', lastColon - 1) : -1;
    const containerAt = lastColon + 1;
    const [container = '', protocol = ''] = text.slice(containerAt).split('/');
    return {
        hostIp: hostColon === -1 ? '' : text.slice(0, hostColon),
        host: lastColon === -1 ? '' : text.slice(hostColon + 1, lastColon),
        hostAt: hostColon + 1,
        container,
        containerAt,
        protocol: (protocol || 'tcp').toLowerCase(),
    };
}
/** All mappings that one short port stands for, as Compose unfolds it. */
function parsePort(text) {
    const parts = splitPort(text);
    const bracketed = parts.hostIp.startsWith('[') && parts.hostIp.endsWith(']');
    const ip = bracketed ? parts.hostIp.slice(1, -1) : parts.hostIp;
    if (ip !== '' && (0,external_node_net_.isIP)(ip) === 0)
        return { error: `"${ip}" is no IP address.` };
    if (ip.includes(':') && !bracketed)
        return { error: `An IPv6 address stands in brackets here: [${ip}].` };
    if (parts.container === '')
        return { error: `"${text}" names no container port.` };
    const container = parseRange(parts.container);
    if (container === undefined)
        return { error: `"${parts.container}" is no container port.` };
    const host = parts.host === '' ? null : parseRange(parts.host);
    if (host === undefined)
        return { error: `"${parts.host}" is no host port.` };
    if (!protocols.has(parts.protocol))
        return { error: `"${parts.protocol}" is no protocol: tcp, udp or sctp.` };
    const count = container.to - container.from;
    if (host !== null && host.to - host.from !== count && count > 0) {
        return { error: `The ranges ${parts.host} and ${parts.container} have different lengths.` };
    }
    return Array.from({ length: count + 1 }, (_, index) => ({
        target: container.from + index,
        published: publishedOf(host, index, count),
        hostIp: ip === '' ? null : ip,
        protocol: parts.protocol,
    }));
}
function publishedOf(host, index, count) {
    if (host === null)
        return null;
    return count === 0 && host.to > host.from ? `${host.from}-${host.to}` : String(host.from + index);
}
/** `8000` or `8000-8010`; undefined for anything else, for a range that falls, and for ports above 65535. */
function parseRange(text) {
    const [first = '', second] = text.split('-');
    const from = portNumber(first);
    const to = second === undefined ? from : portNumber(second);
    return from === undefined || to === undefined || to < from ? undefined : { from, to };
}
function portNumber(text) {
    if (!/^\d{1,20}$/.test(text))
        return undefined;
    const value = Number(text);
    return value <= 65535 ? value : undefined;
}

;// CONCATENATED MODULE: ./lib/compose/ports.js
/** `ports` and `expose` of a service. */






/** Every mapping once, as Compose unfolds them; what it would refuse goes into `problems`. */
function readPorts(tree, problems, budget) {
    const ports = [];
    for (const item of itemsOf(tree)) {
        if (budget.ports < 0)
            break;
        const read = item.kind === 'mapping' ? ports_readLong(item, problems) : item.kind === 'scalar' ? ports_readShort(item, problems) : [];
        budget.ports -= read.length;
        if (budget.ports < 0)
            problems.push({ message: 'This project publishes more ports than are worth reading.', at: locate(item.span), uncertain: true });
        else
            for (const port of read)
                ports.push(port);
    }
    return lastByKey(ports, (port) => `${port.hostIp ?? '0.0.0.0'}:${port.published ?? ''}:${port.target}/${port.protocol}`);
}
function ports_readShort(scalar, problems) {
    const ports = parsePort(scalar.text);
    if ('error' in ports) {
        problems.push({ message: ports.error, at: locate(scalar.span), ...(scalar.uncertain && { uncertain: true }) });
        return scalar.uncertain ? portOfVariables(scalar) : [];
    }
    const parts = splitPort(scalar.text);
    const targetAt = locatePart(scalar, parts.containerAt, parts.containerAt + parts.container.length);
    const publishedAt = parts.host === '' ? null : locatePart(scalar, parts.hostAt, parts.hostAt + parts.host.length);
    return ports.map((port) => published(port, scalar, targetAt, publishedAt));
}
/** A port whose host side came out broken for want of a variable's value: the container side may be known all the same. */
function portOfVariables(scalar) {
    const { text, written = text } = scalar;
    const { container, protocol } = splitPort((0,hide_variables/* hideVariables */.q)(written));
    const ports = parsePort(`${container}/${protocol}`);
    const at = locate(scalar.span);
    return 'error' in ports
        ? []
        : ports.map((port) => ({ ...port, at, targetAt: at, publishedAt: at, uncertain: true, publishedUncertain: true }));
}
function published(port, item, targetAt, publishedAt) {
    return { ...port, at: locate(item.span), targetAt, publishedAt, ...(item.kind === 'scalar' && item.uncertain && ports_doubtfulSides(item)) };
}
/** Which side of `HOST:CONTAINER` the variables stand on. */
function ports_doubtfulSides({ text, written = text }) {
    const { host, container } = splitPort((0,hide_variables/* hideVariables */.q)(written));
    const [target, published] = [container, host].map((side) => side.includes(hide_variables/* hidden */.R));
    const whole = !target && !published;
    return {
        uncertain: true,
        ...((target || whole) && { targetUncertain: true }),
        ...((published || whole) && { publishedUncertain: true }),
    };
}
function ports_readLong(item, problems) {
    const target = getScalar(item, 'target');
    if (target === undefined) {
        problems.push({ message: 'This port has no target.', at: locate(item.span) });
        return [];
    }
    const number = Number(target.text);
    if (!Number.isInteger(number) || number < 0 || number > 65535)
        return [];
    const host = getScalar(item, 'published');
    const hostIp = getScalar(item, 'host_ip')?.text ?? '';
    if (hostIp !== '' && (0,external_node_net_.isIP)(hostIp) === 0)
        problems.push({ message: `"${hostIp}" is no IP address.`, at: locate(item.span) });
    const doubtful = { target: target.uncertain, published: host?.uncertain === true };
    return [
        {
            target: number,
            published: host === undefined || host.text === '' ? null : host.text,
            hostIp: hostIp === '' ? null : hostIp,
            protocol: (getScalar(item, 'protocol')?.text ?? 'tcp').toLowerCase(),
            at: locate(item.span),
            targetAt: locate(target.span),
            publishedAt: host === undefined ? null : locate(host.span),
            ...((doubtful.target || doubtful.published) && { uncertain: true }),
            ...(doubtful.target && { targetUncertain: true }),
            ...(doubtful.published && { publishedUncertain: true }),
        },
    ];
}
/** `expose`; an item that is no port is left out, as Compose reads it only at run time. */
function readExpose(tree) {
    return scalarsOf(tree).flatMap((scalar) => {
        const [ports = '', protocol = 'tcp'] = scalar.text.split('/');
        const range = parseRange(ports);
        if (range === undefined)
            return [];
        return [{ ...range, protocol: protocol.toLowerCase(), at: locate(scalar.span), ...(scalar.uncertain && { uncertain: true }) }];
    });
}

;// CONCATENATED MODULE: ./lib/compose/service.js







function service_readService(name, entry, context) {
    const tree = entry.value;
    const { folder, problems } = context;
    const profiles = scalarsOf(get(tree, 'profiles')).map(toValue);
    const networkMode = textUnder(tree, 'network_mode');
    const healthcheck = getMapping(tree, 'healthcheck');
    const enabled = profiles.length === 0 || context.profiles.has('*') || profiles.some(({ value }) => context.profiles.has(value));
    return {
        name,
        at: locate(entry.key),
        profiles,
        enabled,
        image: textUnder(tree, 'image'),
        build: build_readBuild(get(tree, 'build'), folder, context.lookup),
        command: readCommand(tree.entries.get('command')?.value, problems),
        entrypoint: readCommand(tree.entries.get('entrypoint')?.value, problems),
        // Compose opens the env files of enabled services only.
        ...readEnvironment(tree, enabled ? context : { ...context, problems: [] }),
        expose: readExpose(get(tree, 'expose')),
        ports: readPorts(get(tree, 'ports'), problems, context.budget),
        networks: networkMode === null && get(tree, 'provider') === undefined ? service_readNetworks(get(tree, 'networks')) : new Map(),
        networkMode,
        containerName: nameUnder(tree, 'container_name'),
        hostname: nameUnder(tree, 'hostname'),
        links: readLinks(get(tree, 'links')),
        extraHosts: readExtraHosts(get(tree, 'extra_hosts'), problems),
        dependsOn: readDependsOn(get(tree, 'depends_on')),
        volumes: readMounts(get(tree, 'volumes'), folder, problems),
        volumesFrom: scalarsOf(get(tree, 'volumes_from')).map(toValue),
        configs: readFileMounts(get(tree, 'configs'), ''),
        secrets: readFileMounts(get(tree, 'secrets'), '/run/secrets'),
        healthcheck: healthcheck === undefined ? null : readHealthcheck(healthcheck, problems),
        labels: new Map(pairsOf(get(tree, 'labels')).map(({ key, value, scalar }) => [key, like(value ?? '', scalar)])),
        replicas: readReplicas(tree),
        workingDir: textUnder(tree, 'working_dir'),
        user: textUnder(tree, 'user'),
        tmpfs: readTmpfs(get(tree, 'tmpfs')),
    };
}
/** Without any network (or with an empty list) a service is on the project's `default` network. */
function service_readNetworks(tree) {
    const networks = new Map();
    if (tree?.kind === 'mapping')
        for (const [key, entry] of tree.entries)
            networks.set(key, readNetwork(key, entry));
    else
        for (const scalar of scalarsOf(tree))
            networks.set(scalar.text, {
                key: scalar.text,
                aliases: [],
                ipv4: null,
                ipv6: null,
                at: locate(scalar.span),
                ...(scalar.uncertain && { uncertain: true }),
            });
    if (networks.size === 0)
        networks.set('default', { key: 'default', aliases: [], ipv4: null, ipv6: null, at: null });
    return networks;
}
function readNetwork(key, { key: place, value }) {
    const addresses = ['ipv4_address', 'ipv6_address'].map((name) => getScalar(value, name));
    return {
        key,
        aliases: scalarsOf(get(value, 'aliases')).map(toValue),
        ipv4: addresses[0]?.text ?? null,
        ipv6: addresses[1]?.text ?? null,
        at: locate(place),
        ...(addresses.some((address) => address?.uncertain) && { uncertain: true }),
    };
}
/** `HOST=ADDRESS` or `HOST:ADDRESS`, as a list or a mapping; brackets around an IPv6 address go. */
function readExtraHosts(tree, problems) {
    if (tree?.kind === 'mapping')
        return [...tree.entries].flatMap(([host, { value }]) => scalarsOf(value).map((scalar) => extraHost(host, scalar.text, scalar)));
    return scalarsOf(tree).flatMap((scalar) => {
        const cut = scalar.text.includes('=') ? scalar.text.indexOf('=') : scalar.text.indexOf(':');
        if (cut > 0)
            return [extraHost(scalar.text.slice(0, cut), scalar.text.slice(cut + 1), scalar)];
        const message = `"${scalar.text}" has no ${cut === 0 ? 'host name' : 'address'}: write HOST=ADDRESS.`;
        problems.push({ message, at: locate(scalar.span), ...(scalar.uncertain && { uncertain: true }) });
        return [];
    });
}
function extraHost(host, written, scalar) {
    const address = written.length > 2 && written.startsWith('[') && written.endsWith(']') ? written.slice(1, -1) : written;
    return like({ host, address }, scalar);
}
function readDependsOn(tree) {
    if (tree?.kind !== 'mapping')
        return scalarsOf(tree).map((scalar) => like({ service: scalar.text, condition: 'service_started', required: true }, scalar));
    return [...tree.entries].map(([service, { key, value }]) => ({
        value: {
            service,
            condition: getScalar(value, 'condition')?.text ?? 'service_started',
            required: getScalar(value, 'required') === undefined || boolUnder(value, 'required'),
        },
        at: locate(key),
    }));
}
function readReplicas(tree) {
    const scalar = getScalar(tree, 'scale') ?? getScalar(get(tree, 'deploy'), 'replicas');
    return scalar === undefined || !/^-?\d+$/.test(scalar.text) ? null : like(Number(scalar.text), scalar);
}

;// CONCATENATED MODULE: ./lib/compose/load.js











/** Published ports of a whole project, ranges unfolded. */
const mostPorts = 70_000;
/** Nobody reads more. */
const load_mostProblems = 500;
/**
 * Loads a project. Never throws: what Compose would refuse is in `problems`, and what is sound is there all the same.
 * All services are there, also those of inactive profiles (`enabled` tells).
 */
function loadProject(repository, files, options) {
    const samples = options.samples ?? true;
    const loading = { repository, problems: [], unset: [], filesRead: 0, samples, loadModel: loadModel };
    const folder = files.directory;
    const given = givenEnvironment(options.environment ?? {});
    const environment = environmentOf({ repository, folder, envFiles: options.envFiles ?? [], outer: given, samples });
    loading.problems.push(...environment.problems);
    for (const file of files.files) {
        if (repository.source(file) === undefined)
            loading.problems.push({ message: `There is no file ${file}.`, at: topOf(file) });
    }
    const name = projectName(files, environment.lookup, loading);
    const lookup = (variable) => environment.lookup(variable) ?? (variable === 'COMPOSE_PROJECT_NAME' ? { value: name, uncertain: false } : undefined);
    const model = loadModel({ loading, files: files.files, folder, lookup, chain: [], bare: false });
    return assemble({ model, name, files, lookup, loading, profiles: activeProfiles(options, environment.lookup) });
}
function assemble({ model: written, name, files, lookup, loading, profiles }) {
    const folder = files.directory;
    const { problems } = loading;
    const first = written !== undefined && isFirstVersion(written);
    const told = [...problems];
    const model = first ? asSecondVersion(written) : written;
    const services = model === undefined
        ? []
        : readServices(model, {
            repository: loading.repository,
            folder,
            lookup,
            profiles,
            problems,
            samples: loading.samples,
            budget: { ports: mostPorts },
        });
    const project = {
        name,
        directory: folder,
        files: [...files.files],
        variant: files.variant,
        services,
        networks: networksOf(model, services),
        volumes: model === undefined ? new Map() : readVolumes(model),
        configs: model === undefined ? new Map() : readFileObjects(model, 'configs', folder),
        secrets: model === undefined ? new Map() : readFileObjects(model, 'secrets', folder),
        problems,
        unsetVariables: loading.unset,
    };
    if (model === undefined && problems.length === 0)
        problems.push({ message: 'This compose file is empty.', at: topOf(files.files[0] ?? '') });
    if (model !== undefined) {
        checkResources(model, problems);
        const before = problems.length;
        checkConsistency(project, model, problems);
        // Which files people lay on top of each other is our guess; another list may hold what seems to be missing here.
        if (files.variant !== null && files.files.length > 1)
            for (const problem of problems.slice(before))
                problem.uncertain = true;
    }
    // That it is of the first version is the one fault; the rest is read to know what the services are.
    project.problems = once(first ? told : problems).slice(0, load_mostProblems);
    return project;
}
/** The services of the first version's format, under the key that later versions have for them. */
function asSecondVersion(model) {
    const key = [...model.entries.values()][0]?.key ?? model.span;
    return { ...model, entries: new Map([['services', { key, value: model }]]) };
}
function readServices(model, context) {
    const section = getMapping(model, 'services');
    return [...(section?.entries ?? [])].flatMap(([name, entry]) => entry.value.kind === 'mapping' ? [service_readService(name, entry, context)] : []);
}
/** The declared networks, and `default` where a service is on it. */
function networksOf(model, services) {
    const networks = model === undefined ? new Map() : readNetworks(model);
    if (!networks.has('default') && services.some((service) => service.networks.has('default'))) {
        networks.set('default', { key: 'default', name: null, external: false, internal: false, at: null });
    }
    return networks;
}
function activeProfiles(options, lookup) {
    const set = lookup('COMPOSE_PROFILES');
    const listed = set === undefined || set.uncertain || options.profiles.length > 0 ? [] : set.value.split(',');
    return new Set([...options.profiles, ...listed].map((profile) => profile.trim()).filter((profile) => profile !== ''));
}
/** COMPOSE_PROJECT_NAME, else the last `name` of the files, else the folder's. */
function projectName(files, lookup, loading) {
    const set = lookup('COMPOSE_PROJECT_NAME');
    if (set !== undefined && !set.uncertain && set.value !== '')
        return normalizeProjectName(set.value);
    let name = '';
    for (const file of files.files) {
        const source = loading.repository.source(file);
        for (const document of source === undefined ? [] : parseYaml(source).documents) {
            const scalar = getScalar(document, 'name');
            if (scalar === undefined)
                continue;
            name = normalizeProjectName(interpolateScalar(scalar, undefined, { lookup, problems: [], unset: [] }).text) || name;
        }
    }
    return name || folderName(loading.repository.root, files.directory);
}
function topOf(file) {
    return { file, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
}
/** Each problem once, in the order in which they were found: files that are read twice tell the same twice. */
function once(problems) {
    const seen = new Set();
    return problems.filter(({ message, at }) => {
        const key = `${at.file}:${at.start.line}:${at.start.column}: ${message}`;
        return !seen.has(key) && seen.add(key);
    });
}

// EXTERNAL MODULE: ./lib/docker/known-images.js
var known_images = __webpack_require__(2494);
// EXTERNAL MODULE: ./lib/nginx/routes.js + 10 modules
var routes = __webpack_require__(4287);
// EXTERNAL MODULE: ./lib/nginx/complaint.js
var complaint = __webpack_require__(6081);
// EXTERNAL MODULE: ./lib/nginx/own-variables.js
var own_variables = __webpack_require__(6124);
;// CONCATENATED MODULE: ./lib/nginx/unfilled.js
/** Placeholders of a template (`${NAME}`) in a file that nginx reads as it is: nginx takes them for its own variables, or for a name. */



/** Directives whose words from `from` on may hold variables, so that an unknown one is refused at start (tried on nginx 1.22.1). */
const takesVariables = {
    proxy_pass: { from: 0 },
    fastcgi_pass: { from: 0 },
    uwsgi_pass: { from: 0 },
    root: { from: 0 },
    alias: { from: 0 },
    return: { from: 0 },
    set: { from: 1 },
    rewrite: { from: 1 },
    add_header: { from: 1 },
    proxy_set_header: { from: 1 },
    fastcgi_param: { from: 1 },
    try_files: { from: 0 },
    ssl_certificate: { from: 0 },
    ssl_certificate_key: { from: 0 },
};
const makers = new Set(['set', 'map', 'geo', 'split_clients', 'auth_request_set']);
const unfilled_placeholder = /\$\{([A-Z][A-Z0-9_]{2,60})\}/g;
/** Blocks nested deeper than this are not looked into. */
const unfilled_deepest = 100;
/** More places of the same placeholder are not named. */
const mostRelated = 5;
/**
 * What nginx refuses because a placeholder was left in a file. Right only for a configuration that is known as a whole,
 * in an nginx without further modules, which may define variables of their own.
 */
function unfilledPlaceholders({ directives }) {
    const all = [...everyDirective(directives)];
    if (all.some(({ node }) => node.name === 'load_module'))
        return [];
    const made = madeVariables(all.map(({ node }) => node));
    const found = [];
    for (const { node, around } of all) {
        if (node.faulty || node.file.origin === null)
            continue;
        const literal = isLiteral(node, around);
        const from = literal ? 0 : around.includes('stream') || around.includes('mail') ? undefined : takesVariables[node.name]?.from;
        if (from === undefined)
            continue;
        for (const word of literal ? node.args.slice(0, 1) : node.args.slice(from)) {
            const name = [...word.text.matchAll(unfilled_placeholder)]
                .map(([, text = '']) => text)
                .find((text) => literal || !((0,own_variables/* isNginxVariable */.r)(text.toLowerCase()) || made.has(text.toLowerCase())));
            if (name === undefined)
                continue;
            const problem = (0,complaint/* problemAt */.l4)(node, complain(node, word, name, literal));
            const first = found.find((other) => other.name === name && other.problem.file.path === problem.file.path);
            if (first === undefined)
                found.push({ name, problem });
            else if ((first.problem.related?.length ?? 0) < mostRelated) {
                const { file, start, end } = problem;
                first.problem.related = [...(first.problem.related ?? []), { file, start, end, label: `\${${name}} stands here too` }];
            }
        }
    }
    return found;
}
/** Where nginx takes no variables: an address to listen on, a peer of an upstream. */
function isLiteral({ name }, around) {
    return name === 'listen' || (name === 'server' && around.at(-1) === 'upstream');
}
function complain(node, word, name, literal) {
    return {
        check: 'wrong-arguments',
        message: literal
            ? `${node.name} takes no variables, and nothing fills in \${${name}} before nginx reads this file.`
            : `nginx has no variable "${name.toLowerCase()}", and nothing fills in \${${name}} before nginx reads this file.`,
        fix: 'Make the file a template that is rendered at start (in the official image: /etc/nginx/templates/NAME.conf.template), or write the value.',
        says: literal ? null : `unknown "${name.toLowerCase()}" variable`,
        word,
    };
}
/** Every directive in the text's order, with the names of the blocks around it. */
function* everyDirective(directives) {
    const open = [{ nodes: (0,include/* directivesIn */.WS)(directives), around: [] }];
    for (let top = open[0]; top !== undefined; top = open[open.length - 1]) {
        const next = top.nodes.next();
        if (next.done === true) {
            open.pop();
            continue;
        }
        const node = next.value;
        yield { node, around: top.around };
        if (node.block !== null && open.length < unfilled_deepest)
            open.push({ nodes: (0,include/* directivesIn */.WS)(node.block), around: [...top.around, node.name] });
    }
}
/** Names of the variables that the configuration makes, in lower case as nginx compares them; named captures among them. */
function madeVariables(nodes) {
    const names = new Set();
    for (const node of nodes) {
        if (makers.has(node.name))
            for (const { text } of node.args)
                if (text.startsWith('$'))
                    names.add(text.slice(1).toLowerCase());
        for (const { text } of node.args) {
            for (const [, name = ''] of text.matchAll(/\(\?P?[<'](\w{1,60})[>']/g))
                names.add(name.toLowerCase());
        }
    }
    return names;
}

// EXTERNAL MODULE: ./lib/core/embedded.js
var embedded = __webpack_require__(3469);
// EXTERNAL MODULE: ./lib/docker/nginx-layouts.js + 1 modules
var nginx_layouts = __webpack_require__(6256);
// EXTERNAL MODULE: ./lib/stack/content.js
var content = __webpack_require__(6997);
// EXTERNAL MODULE: ./lib/stack/file-system.js
var file_system = __webpack_require__(9296);
;// CONCATENATED MODULE: ./lib/stack/file-tree.js


/** Files outside nginx's own folders that `files()` hands out at most. */
const mostOthers = 5000;
/** A file system as nginx and the checks read it. */
class ContainerFileTree {
    absent;
    placed;
    unsetTemplateVariables;
    #files;
    #folders;
    #read = new Map();
    constructor(files, notes) {
        this.#files = files;
        this.#folders = notes.folders;
        this.absent = notes.absent;
        this.placed = notes.placed;
        this.unsetTemplateVariables = notes.unsetTemplateVariables;
    }
    read(path) {
        const at = external_node_path_.posix.resolve('/', path);
        const known = this.#read.get(at);
        if (known)
            return known;
        const entry = this.#files.get(at);
        if (entry?.type !== 'file')
            return undefined;
        const file = new EntryFile(at, entry);
        this.#read.set(at, file);
        return file;
    }
    list(directory) {
        return this.#files.list(directory);
    }
    isKnown(path) {
        return this.#files.isKnown(path);
    }
    *files() {
        const seen = new Set();
        for (const [path, entry] of this.#all()) {
            if (seen.has(path))
                continue;
            seen.add(path);
            yield this.#read.get(path) ?? new EntryFile(path, entry);
        }
    }
    *#all() {
        for (const folder of this.#folders)
            yield* this.#files.walk(folder);
        for (const file of this.#files.walk('/', mostOthers)) {
            // Of an image's own start scripts only the names are known.
            if (file[1].content.kind !== 'image' || !file[0].startsWith(`${known_images/* officialStartFolder */.Yb}/`))
                yield file;
        }
    }
}
class EntryFile {
    path;
    mode;
    #content;
    constructor(path, entry) {
        this.path = path;
        this.mode = entry.mode;
        this.#content = entry.content;
    }
    get kind() {
        return this.#content.kind;
    }
    get origin() {
        return this.#content.origin;
    }
    get text() {
        return this.#content.text();
    }
    get bytes() {
        return this.#content.bytes();
    }
    isWritten(start, end) {
        return this.#content.isWritten?.(start, end) ?? this.#content.kind === 'repository';
    }
    variableAt(start, end) {
        return this.#content.variableAt?.(start, end) ?? null;
    }
    locate(start, end) {
        return this.#content.locate(start, end);
    }
}

// EXTERNAL MODULE: ./lib/stack/image-tree.js + 1 modules
var image_tree = __webpack_require__(4952);
// EXTERNAL MODULE: ./lib/stack/service-image.js + 4 modules
var service_image = __webpack_require__(1050);
// EXTERNAL MODULE: ./lib/stack/script-effects.js + 4 modules
var script_effects = __webpack_require__(7096);
// EXTERNAL MODULE: ./lib/stack/templates.js
var stack_templates = __webpack_require__(4871);
;// CONCATENATED MODULE: ./lib/stack/startup.js





const officialEntry = '/docker-entrypoint.sh';
/** Runs the container's entry point and command on its files, as far as they can be followed. */
function startContainer(context) {
    return new StartupRunner(context).start();
}
class StartupRunner {
    #context;
    #environment;
    #out = { understood: true, startsOthers: false, nginx: null, commandIsNginx: false, rendered: [], unset: [] };
    constructor(context) {
        this.#context = context;
        this.#environment = context.environment;
    }
    start() {
        const { service, facts } = this.#context;
        const own = service.entrypoint !== null;
        const entry = service.entrypoint ? wordsOf(service.entrypoint) : factWords(facts.entrypoint, facts.entrypointShell);
        const command = service.command ? wordsOf(service.command) : own ? [] : factWords(facts.cmd, facts.cmdShell);
        if (entry === null)
            this.#imageEntry(command);
        else
            this.#run(entry, command ?? []);
        if (service.entrypoint?.uncertain || service.command?.uncertain)
            this.#forget(true);
        return this.#out;
    }
    /** The image's own entry point, with the command of the service or (null) the image's own. */
    #imageEntry(command) {
        const { layout } = this.#context;
        if (layout.start === 'writes') {
            // Most images of this kind are made on the official one: what they would render is the best guess.
            this.#renderTemplates();
            if (command !== null) {
                this.#command(command);
                const { nginx, understood, startsOthers } = this.#out;
                this.#out.commandIsNginx = nginx !== null && understood && !startsOthers;
            }
            this.#out.understood = false;
            this.#out.startsOthers = true;
            return;
        }
        const words = command ?? ['nginx', '-g', 'daemon off;'];
        if (this.#hasOfficialEntry())
            this.#official(words);
        else
            this.#command(words);
    }
    #hasOfficialEntry() {
        const { layout, files, image } = this.#context;
        const replaced = files.get(officialEntry)?.type === 'file';
        return layout.start === 'official' && !replaced && (image === null || (0,known_images/* rendersTemplates */.lI)(image));
    }
    #run(entry, command) {
        const [first] = entry;
        if (first === undefined)
            this.#command(command);
        else if (first === officialEntry && this.#hasOfficialEntry())
            this.#official([...entry.slice(1), ...command]);
        else
            this.#command([...entry, ...command], command);
    }
    /** The entry point of the official images: scripts first, when the command is nginx. */
    #official(words) {
        if (words[0] === 'nginx' || words[0] === 'nginx-debug')
            this.#startScripts();
        this.#command(words);
    }
    #startScripts() {
        const { files } = this.#context;
        if (!files.isKnown(known_images/* officialStartFolder */.Yb))
            this.#forget(false);
        for (const name of files.list(known_images/* officialStartFolder */.Yb).sort(byVersion)) {
            const entry = files.get(`${known_images/* officialStartFolder */.Yb}/${name}`);
            if (entry?.type !== 'file')
                continue;
            if ((entry.mode & 0o111) === 0) {
                // It would not run; but many a copy of a repository has lost the mode bits, so nothing is concluded from that.
                if (entry.content.kind !== 'image' && /\.(sh|envsh)$/.test(name))
                    this.#forget(false);
                continue;
            }
            if (entry.content.kind === 'image') {
                if (name === known_images/* officialStartScripts */.wL.templates)
                    this.#renderTemplates();
                if (name === known_images/* officialStartScripts */.wL.localResolvers)
                    this.#localResolvers();
            }
            else if (/\.(sh|envsh)$/.test(name))
                this.#script(entry, name.endsWith('.envsh'));
        }
    }
    #localResolvers() {
        if (!this.#environment.values.get('NGINX_ENTRYPOINT_LOCAL_RESOLVERS'))
            return;
        this.#environment = { ...this.#environment, values: new Map([...this.#environment.values, ['NGINX_LOCAL_RESOLVERS', null]]) };
    }
    #script(entry, exports) {
        const effects = (0,script_effects/* runScript */.j3)(entry.content.text(), this.#scriptContext(entry));
        this.#take(effects);
        if (!exports)
            return;
        this.#environment = {
            values: new Map([...this.#environment.values, ...effects.exported]),
            complete: this.#environment.complete && !effects.exports,
        };
    }
    /** @param passed the words that `"$@"` stands for in the script that these words run */
    #command(words, passed = []) {
        if (words.length === 0)
            return;
        const effects = (0,script_effects/* runCommand */.d1)(words, this.#scriptContext());
        const before = this.#out.nginx;
        this.#take(effects);
        if (effects.official !== null)
            this.#official(effects.official === 'own arguments' ? passed : effects.official);
        else if (effects.passesOn && passed.length > 0 && passed.length < words.length)
            this.#command(passed);
        else if (effects.passesOn && passed.length === 0 && effects.nginx === null)
            this.#out.nginx = before;
    }
    #take(effects) {
        if (!effects.understood)
            this.#forget(true);
        if (effects.startsOthers)
            this.#out.startsOthers = true;
        this.#out.nginx = effects.nginx ?? this.#out.nginx;
        for (const { template, target, leftOver } of effects.rendered)
            this.#note(template, target, leftOver);
    }
    #forget(others) {
        this.#out.understood = false;
        this.#out.startsOthers ||= others;
    }
    #scriptContext(script) {
        const { files, facts, service } = this.#context;
        const none = service.at;
        return {
            files,
            workdir: service.workingDir?.value ?? facts.workdir,
            environment: this.#environment,
            folders: image_tree/* nginxFolders */.Ck,
            phase: 'start',
            at: (offset, length) => script?.content.locate(offset, offset + length) ?? none,
        };
    }
    #renderTemplates() {
        const { files } = this.#context;
        const settings = (0,stack_templates/* templateSettings */.un)(this.#environment);
        const { templates, output, streamOutput, filter } = settings;
        if (files.get(templates) === undefined)
            return;
        if (!settings.certain || !files.isKnown(templates)) {
            files.folder(output).complete = false;
            if (!settings.certain || filter === null)
                return;
        }
        this.#renderFolder(templates, settings.suffix, output, filter);
        this.#renderFolder(templates, settings.streamSuffix, streamOutput, filter);
    }
    #renderFolder(templates, suffix, output, filter) {
        const { files, isWritable } = this.#context;
        const root = external_node_path_.posix.resolve('/', templates);
        for (const [path, entry] of files.walk(root)) {
            if (!path.endsWith(suffix))
                continue;
            const target = external_node_path_.posix.join(external_node_path_.posix.resolve('/', output), external_node_path_.posix.relative(root, path).slice(0, -suffix.length));
            if (!isWritable(target))
                continue;
            const replaces = (name) => this.#environment.values.has(name) && filter.test(name);
            const rendered = (0,stack_templates/* renderTemplate */.Xm)(entry.content.text(), this.#environment, replaces);
            files.set(target, (0,stack_templates/* renderedFile */.C3)(entry.content, rendered, 0o644));
            this.#note(entry, target, rendered.leftOver);
        }
    }
    #note(template, target, leftOver) {
        const { content } = template;
        const first = content.locate(0, 0);
        if (content.origin === null || first === null)
            return;
        this.#out.rendered.push({ source: content.origin, target, at: first, by: 'template' });
        for (const { name, start, end, because } of leftOver) {
            const at = content.locate(start, end);
            if (at)
                this.#out.unset.push({ name, at, template: content.origin, uncertain: because === 'unknown value' });
        }
    }
}
function wordsOf(command) {
    const words = command.words.map(({ value }) => value);
    return command.shell ? ['/bin/sh', '-c', words.join(' ')] : words;
}
function factWords(words, shell) {
    if (words === null)
        return null;
    const plain = words.map(({ value }) => value);
    return shell && plain.length > 0 ? ['/bin/sh', '-c', plain.join(' ')] : plain;
}
/** The order of `sort -V`: runs of digits by their value. */
function byVersion(a, b) {
    const left = a.match(/\d+|\D+/g) ?? [];
    const right = b.match(/\d+|\D+/g) ?? [];
    for (let index = 0; index < Math.min(left.length, right.length); index++) {
        const [one, other] = [left[index], right[index]];
        const numbers = /^\d/.test(one) && /^\d/.test(other) ? Number(one) - Number(other) : 0;
        const order = numbers || (one < other ? -1 : one > other ? 1 : 0);
        if (order !== 0)
            return order;
    }
    return left.length - right.length;
}

;// CONCATENATED MODULE: ./lib/stack/container.js










const builtImages = new WeakMap();
/** The files of the image of a service, before anything is mounted. */
function serviceImageTree(repo, service, layoutOf = known_images/* nginxImage */.yU) {
    const image = (0,service_image/* serviceImage */.Dr)(repo, service);
    if (!image.dockerfile || image.stage === null)
        return (0,image_tree/* namedImageTree */.ZZ)(image.facts.base, layoutOf);
    const contexts = new Map([...(service.build?.additionalContexts ?? [])].map(([name, { value }]) => [name, namedContext(value)]));
    const place = { repo, dockerfile: image.dockerfile, context: image.context, contexts, layoutOf };
    const made = builtImages.get(service) ?? new Map();
    builtImages.set(service, made);
    return (0,image_tree/* stageTree */.np)(place, image.stage, made);
}
function namedContext(value) {
    return /^[\w+.-]+:/.test(value) || value.startsWith('/') ? null : value;
}
/** Builds the files of a service's container: image, mounts, then what the entry point does. */
function buildContainer(repo, project, service, layoutOf = known_images/* nginxImage */.yU) {
    const image = (0,service_image/* serviceImage */.Dr)(repo, service);
    const built = serviceImageTree(repo, service, layoutOf);
    const guess = built.layout ?? guessedLayout(service, layoutOf);
    const files = built.layout ? built.files.clone() : withGuess(built.files, guess);
    const mounts = new Mounts(repo, project, files);
    mounts.apply(service);
    const startup = startContainer({
        files,
        layout: guess,
        image: image.facts.base,
        facts: image.facts,
        service,
        environment: containerEnvironment(service, image, guess),
        isWritable: (path) => mounts.isWritable(path),
    });
    const tree = new ContainerFileTree(files, {
        folders: image_tree/* nginxFolders */.Ck,
        absent: mounts.absent,
        placed: [...built.placed, ...mounts.placed, ...startup.rendered],
        unsetTemplateVariables: startup.unset,
    });
    const guessed = built.layout === undefined || built.layout.folders.length === 0;
    return { files, tree, image, layout: guess, guessed, startup, buildUnderstood: built.understood };
}
function guessedLayout(service, layoutOf) {
    const named = service.image ? layoutOf(service.image.value) : undefined;
    return named ? { ...named, folders: [], start: 'writes' } : nginx_layouts/* assumedLayout */.lr;
}
/** An image that nobody knows, with the files that its nginx probably has where the image says nothing else. */
function withGuess(image, layout) {
    const guess = (0,image_tree/* namedImageTree */.ZZ)('', () => ({ ...layout, folders: [] })).files;
    overlay(guess, '/', image.root.clone());
    return guess;
}
function overlay(files, path, folder) {
    for (const [name, entry] of folder.entries) {
        const at = external_node_path_.posix.join(path, name);
        const there = files.get(at);
        if (entry.type === 'folder' && there?.type === 'folder')
            overlay(files, at, entry);
        else
            files.set(at, entry);
    }
}
/** The environment that nginx's entry point sees: the image's ENV, then the service's. */
function containerEnvironment(service, image, layout) {
    const values = new Map([
        ['HOSTNAME', service.hostname?.uncertain ? null : (service.hostname?.value ?? null)],
        ['HOME', null],
    ]);
    for (const name of layout.start === 'official' ? known_images/* officialEnvironmentNames */.pd : ['PATH'])
        values.set(name, null);
    for (const [name, { value }] of image.facts.env)
        values.set(name, value.includes('$') ? null : value);
    for (const [name, { value, uncertain }] of service.environment) {
        // A name without a value is for what the shell has that deploys.
        values.set(name, uncertain ? null : value);
    }
    return { values, complete: service.missingEnvFiles.length === 0 && layout.folders.length > 0 };
}
class Mounts {
    placed = [];
    absent = [];
    #repo;
    #project;
    #files;
    #access = [];
    constructor(repo, project, files) {
        this.#repo = repo;
        this.#project = project;
        this.#files = files;
    }
    /** Puts every mount in its place. The engine mounts outer targets before inner ones, in whatever order they are written. */
    apply(service) {
        const steps = [];
        for (const mount of this.#inherited(service, 0))
            steps.push({ target: mount.target, run: () => this.#mount(mount) });
        for (const mount of service.volumes)
            steps.push({ target: mount.target, run: () => this.#mount(mount) });
        for (const { value } of service.tmpfs) {
            const target = value.split(':', 1)[0];
            steps.push({ target, run: () => this.#files.set(target, new file_system/* Folder */.vd(true)) });
        }
        for (const mount of service.configs)
            steps.push({ target: mount.target, run: () => this.#object(mount, 'config') });
        for (const mount of service.secrets)
            steps.push({ target: mount.target, run: () => this.#object(mount, 'secret') });
        steps.sort((a, b) => depth(a.target) - depth(b.target));
        for (const { run } of steps)
            run();
    }
    isWritable(path) {
        const real = this.#files.real(path);
        let nearest;
        for (const access of this.#access) {
            const holds = real === access.target || real.startsWith(`${access.target === '/' ? '' : access.target}/`);
            if (holds && (!nearest || access.target.length >= nearest.target.length))
                nearest = access;
        }
        return !nearest?.readOnly;
    }
    /** `volumes_from`: the mounts of another service of the project, and those that it takes over itself. */
    #inherited(service, hops) {
        if (hops > 8)
            return [];
        return service.volumesFrom.flatMap(({ value }) => {
            const [name, mode] = value.split(':');
            const from = this.#project.services.find((candidate) => candidate.name === name);
            if (!from)
                return [];
            const mounts = [...this.#inherited(from, hops + 1), ...from.volumes];
            return mode === 'ro' ? mounts.map((mount) => ({ ...mount, readOnly: true })) : mounts;
        });
    }
    #mount(mount) {
        const target = external_node_path_.posix.resolve('/', mount.target);
        this.#access.push({ target, readOnly: mount.readOnly });
        if (mount.type === 'bind')
            this.#bind(mount, target);
        else if (mount.type === 'tmpfs')
            this.#files.set(target, new file_system/* Folder */.vd(true));
        else {
            // A volume is filled from the image when it is made; what it holds later nobody knows.
            const seed = this.#files.get(target);
            if (mount.type === 'volume' && seed?.type === 'folder')
                seed.complete = false;
            else
                this.#files.set(target, new file_system/* Folder */.vd(false));
            this.absent.push({ target, at: mount.at, source: mount.source, kind: 'volume' });
        }
    }
    #bind(mount, target) {
        const entry = mount.source === null ? undefined : (0,content/* repositoryEntry */.Fp)(this.#repo, mount.source || '.');
        if (entry) {
            this.#files.set(target, mount.uncertain ? guess(entry) : entry);
            this.placed.push({ source: mount.source, target, at: mount.at, by: 'mount', ...(mount.uncertain && { uncertain: true }) });
            return;
        }
        const outside = mount.source === null || mount.uncertain;
        this.#missing(target, mount.at, mount.outside ?? mount.source, outside ? 'outside' : 'missing');
    }
    #missing(target, at, source, kind) {
        this.#files.set(target, unknownAt(target));
        const made = kind === 'missing' && source !== null && isMadeAtDeploy(this.#repo, source);
        this.absent.push({ target, at, source, kind, ...(made && { made }) });
    }
    #object(mount, by) {
        const object = (by === 'config' ? this.#project.configs : this.#project.secrets).get(mount.source);
        const target = external_node_path_.posix.resolve('/', mount.target);
        this.#access.push({ target, readOnly: true });
        if (object?.content) {
            const { value, at, uncertain } = object.content;
            const file = (0,content/* sourceFile */.sm)(new embedded/* EmbeddedSource */.a(this.#repo.source(at.file), at, value));
            this.#files.set(target, uncertain ? guess(file) : file);
            this.placed.push({ source: at.file, target, at: mount.at, by });
            return;
        }
        const path = object?.file?.value;
        const entry = path === undefined ? undefined : (0,content/* repositoryEntry */.Fp)(this.#repo, path);
        const uncertain = object?.file?.uncertain === true;
        if (entry && path !== undefined) {
            this.#files.set(target, uncertain ? guess(entry) : entry);
            this.placed.push({ source: path, target, at: mount.at, by, ...(uncertain && { uncertain }) });
        }
        else
            this.#missing(target, mount.at, path ?? null, fileObjectKind(object));
    }
}
/** Names of what nobody commits, or that a tool makes: keys and certificates, password files, parameters for key exchange. */
const keptOutside = /\.(?:pem|crt|cer|cert|key|csr|p12|pfx|jks|htpasswd)$|(?:^|[/._-])(?:htpasswd|passwd|dhparams?|dh\d*|certs?|ssl|tls|letsencrypt|secrets?|private)(?:[/._-]|\d*$)/i;
const container_sampleEndings = [
    '.example',
    '.sample',
    '.dist',
    '.template',
    '.tmpl',
    '.tpl',
    '.default',
    '-example',
    '-sample',
    '-dist',
    '.j2',
    '.in',
];
function isMadeAtDeploy(repo, source) {
    if (keptOutside.test(source))
        return true;
    const folder = external_node_path_.posix.dirname(source);
    if (folder !== '.' && repo.kind(folder) !== 'directory')
        return true;
    const { dir, name, ext } = external_node_path_.posix.parse(source);
    const samples = container_sampleEndings.flatMap((ending) => [`${source}${ending}`, external_node_path_.posix.join(dir, `${name}${ending}${ext}`)]);
    return samples.some((sample) => repo.kind(sample) === 'file');
}
function fileObjectKind(object) {
    return object?.file ? 'missing' : 'external';
}
/** The same files, of which nobody knows whether they are the ones: a variable that nothing sets for certain names them. */
function guess(entry) {
    if (entry.type === 'file')
        return { ...entry, guess: true };
    if (entry.type !== 'folder')
        return entry;
    return new file_system/* Folder */.vd(false, () => [...entry.entries].map(([name, child]) => [name, guess(child)]));
}
/** What stands at a target whose source isn't here: a file by its name, else a folder. */
function unknownAt(target) {
    return /\.[a-z0-9]{1,9}$/i.test(external_node_path_.posix.basename(target)) && !/\.d$/.test(target) ? { type: 'unknown' } : new file_system/* Folder */.vd(false);
}
function depth(target) {
    return external_node_path_.posix.resolve('/', target).split('/').filter(Boolean).length;
}

;// CONCATENATED MODULE: ./lib/stack/filled-elsewhere.js
/** Whether something in the repository besides the container may fill in the placeholders of a file before it is deployed. */

const scripts = /\.(?:sh|bash|zsh|ps1|py|rb|js|mjs|ts|ya?ml|tf|mk|gradle|groovy)$|(?:^|\/)(?:Makefile|Jenkinsfile|justfile|Justfile|Rakefile|Vagrantfile|fabfile)$|(?:^|\/)[^.]{1,40}$/;
const mostScripts = 3000;
const longestScript = 256 * 1024;
/** True where a script renders templates, or names the file or the placeholder beside an edit. */
function mayBeFilledElsewhere(repo, file, name) {
    const base = external_node_path_.posix.basename(file);
    let seen = 0;
    for (const path of repo.files()) {
        if (!scripts.test(path) || path === file)
            continue;
        if (++seen > mostScripts)
            return true;
        const text = repo.source(path)?.text ?? '';
        if (text.length > longestScript)
            continue;
        if (/\benvsubst\b/.test(text))
            return true;
        const names = text.includes(base) || text.includes(name);
        if (names && /\bsed\b|\bperl\b|\bawk\b|\bgomplate\b|\bj2\b|replace|template|render/i.test(text))
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./lib/stack/config-text.js
const longestConfig = 1024 * 1024;
const atLineStart = /^[ \t]*(?:(?:proxy|fastcgi|uwsgi|scgi|grpc|memcached)_pass[ \t]+[^\s;]|(?:server|http|stream|events)[ \t]*\{?[ \t]*(?:#.*)?$|upstream[ \t]+\S+[ \t\r\n]*\{|server[ \t]*\{|location[ \t]{1,20}[^;{}]{1,200}\{|types[ \t]*\{)/m;
/** Several directives on one line: a block of nginx's that opens at a line's start or behind another directive. */
const inLine = /(?:^|[;{}])[ \t]{0,40}(?:server|http|stream|events)[ \t]{0,40}\{[ \t]{0,40}(?:\}|[a-z_]{2,40}[ \t]+[^\s;{}]|[a-z]{2,40}[ \t]{0,40}\{)/m;
/** Whether a text reads as nginx configuration that hands requests on or serves them. */
function looksLikeNginx(text) {
    if (text.length > longestConfig || text.includes('\0'))
        return false;
    return atLineStart.test(text) || inLine.test(text);
}
/** Whether a text hands requests on, or names those that do: only such a file is worth a stack of its own. */
function handsOn(text) {
    if (text.length > longestConfig || text.includes('\0'))
        return false;
    return /(?:^|[\s;{}])(?:(?:proxy|fastcgi|uwsgi|scgi|grpc|memcached)_pass[ \t]+["'$\w{[(]|upstream[ \t]+\S+[ \t\r\n]*\{)/.test(text);
}
/** Whether a text is a main file, with `events` and something to serve: then it is an nginx of its own, whatever it serves. */
function isWhole(text) {
    const opened = new Set();
    let depth = 0;
    for (const { word, mark } of roughDirectives(text)) {
        if (mark === '{' && depth++ === 0)
            opened.add(word);
        else if (mark === '}')
            depth = Math.max(0, depth - 1);
    }
    return opened.has('events') && (opened.has('http') || opened.has('stream'));
}
const blocks = [
    [/^(?:http|stream|events|mail|worker_processes|user|pid|load_module|worker_rlimit_nofile|daemon)$/, 'main'],
    [/^(?:server|upstream|map|geo|split_clients|limit_req_zone|limit_conn_zone|proxy_cache_path|log_format|types|match)$/, 'http'],
    [/^(?:location|listen|server_name|root|if|rewrite|return|error_page|try_files|ssl_certificate|include)$/, 'server'],
];
/**
 * The level that a file's outermost directives belong to. A file of `server` blocks whose servers hold `proxy_pass`
 * themselves is for `stream`.
 */
function levelOf(text) {
    const seen = new Set();
    let depth = 0;
    let serverDepth = -1;
    let location = false;
    let streamPass = false;
    for (const { word, mark } of roughDirectives(text)) {
        if (word !== '') {
            if (depth === 0) {
                const level = blocks.find(([name]) => name.test(word))?.[1];
                if (level)
                    seen.add(level);
                if (/_pass$/.test(word))
                    seen.add('location');
            }
            if (word === 'server' && mark === '{')
                serverDepth = depth;
            if (word === 'location')
                location = true;
            if (word === 'proxy_pass' && serverDepth !== -1 && depth === serverDepth + 1)
                streamPass = true;
            if (word === 'ssl_preread')
                streamPass = true;
        }
        if (mark === '{')
            depth++;
        else if (mark === '}')
            depth = Math.max(0, depth - 1);
    }
    if (seen.has('main'))
        return 'main';
    if (seen.has('http'))
        return streamPass && !location ? 'stream' : 'http';
    return seen.has('server') && location ? 'server' : seen.has('location') ? 'location' : 'server';
}
/** The first words of directives with the mark that ends them, good enough to tell levels apart; quotes and comments skipped. */
function* roughDirectives(text) {
    const token = /#[^\n]*|"(?:[^"\\]|\\.){0,500}"|'(?:[^'\\]|\\.){0,500}'|\$\{[^}\n]{0,200}\}|[{};]|[^\s{};"'#$]+|\$/g;
    let word = '';
    for (const [part] of text.slice(0, longestConfig).matchAll(token)) {
        if (part.startsWith('#'))
            continue;
        if (part === '{' || part === '}' || part === ';') {
            yield { word, mark: part };
            word = '';
        }
        else if (word === '')
            word = part;
    }
}
/**
 * A file of another template language with its tags blanked out, unit for unit: statements (`{% … %}`, `{{ if … }}`) become
 * blanks, values (`{{ … }}`, `<%= … %>`, `@NAME@` is left) become one variable that nobody defines.
 */
function withoutTags(text) {
    const blank = (tag) => tag.replace(/[^\n]/g, ' ');
    return text
        .replace(/\{%[^%]{0,2000}%\}|\{#[^#]{0,2000}#\}/g, blank)
        .replace(/\{\{-?\s{0,20}(?:if|else|end|range|with|define|template|block|\/\*)\b[^{}]{0,1000}\}\}/g, blank)
        .replace(/(?:\{\{[^{}\n]{0,1000}\}\}|<%=[^%\n]{0,2000}%>)/g, (tag) => `\${${'_'.repeat(Math.max(1, tag.length - 3))}}`)
        .replace(/<%[^%]{0,2000}%>/g, blank);
}
/** Whether a text holds tags of another template language. */
function hasTags(text) {
    return /\{%[^%\n]{1,500}%\}|\{\{[^{}\n]{1,500}\}\}|<%[^%\n]{1,500}%>/.test(text);
}

;// CONCATENATED MODULE: ./lib/stack/nginx-service.js






/** Helpers that mount nginx's folders beside it and never serve a request. */
const helper = /certbot|acme|letsencrypt|docker-gen|dockergen|exporter|companion|logrotate|fail2ban|goaccess|filebeat|promtail|watchtower|backup/i;
const starts = /(?:^|[\s;&|"'/])(?:nginx|openresty|angie)(?=$|[\s;&|"'])/;
/** Whether a service is nginx: by its image, its Dockerfile, its command, or by what is mounted on nginx's paths. */
function isNginx(repo, project, service, layoutOf = known_images/* nginxImage */.yU) {
    const image = (0,service_image/* serviceImage */.Dr)(repo, service);
    const named = service.image?.value ?? '';
    const base = image.facts.base ?? '';
    if (layoutOf(base))
        return !helper.test(lastName(base));
    if (helper.test(lastName(named)) || helper.test(lastName(base)))
        return false;
    if (image.dockerfile === null && service.build && layoutOf(named))
        return true;
    if (image.dockerfile && builtNginx(repo, service, layoutOf))
        return true;
    if (startsNginx(service))
        return true;
    return mountsConfiguration(repo, project, service);
}
function lastName(reference) {
    return reference.slice(reference.lastIndexOf('/') + 1);
}
/** The Dockerfile installs nginx, or puts a configuration on nginx's paths. */
function builtNginx(repo, service, layoutOf) {
    const { layout, placed, files } = serviceImageTree(repo, service, layoutOf);
    if (layout)
        return true;
    return placed.some(({ target }) => inNginxFolder(target) && hasConfiguration([...files.walk(target, 200)].map(([, entry]) => entry.content.text())));
}
function startsNginx(service) {
    const words = [...(service.entrypoint?.words ?? []), ...(service.command?.words ?? [])].map(({ value }) => value);
    if (words.length === 0)
        return false;
    const text = words.join(' ');
    return starts.test(text) && !/\b(?:reload|-t)\b/.test(text.replace(/daemon off/, ''));
}
function mountsConfiguration(repo, project, service) {
    if (service.volumes.some((mount) => mountsNginx(repo, mount)))
        return true;
    return service.configs.some(({ source, target }) => {
        const object = project.configs.get(source);
        const text = object?.content?.value ?? (object?.file ? repo.source(object.file.value)?.text : undefined);
        return inNginxFolder(target) && text !== undefined && looksLikeNginx(text);
    });
}
function mountsNginx(repo, { type, source, target }) {
    if (type !== 'bind' || source === null || !inNginxFolder(target))
        return false;
    return hasConfiguration(textsBelow(repo, source));
}
function* textsBelow(repo, path) {
    const kind = repo.kind(path || '.');
    if (kind === 'file')
        yield repo.source(path)?.text ?? '';
    if (kind !== 'directory')
        return;
    for (const name of repo.list(path || '.').slice(0, 200)) {
        const child = external_node_path_.posix.join(path, name);
        if (repo.kind(child) === 'file')
            yield repo.source(child)?.text ?? '';
    }
}
function hasConfiguration(texts) {
    for (const text of texts)
        if (looksLikeNginx(text))
            return true;
    return false;
}
function inNginxFolder(target) {
    const path = external_node_path_.posix.resolve('/', target);
    return image_tree/* nginxFolders */.Ck.some((folder) => path === folder || path.startsWith(`${folder}/`));
}

// EXTERNAL MODULE: ./lib/nginx/parser.js + 3 modules
var parser = __webpack_require__(959);
;// CONCATENATED MODULE: ./lib/stack/option-g.js

/** What nginx refuses of its command line. Silent where the words can't be led back to one word of a file. */
function optionProblems(service, { startup, image }) {
    const text = givenDirectives(startup.nginx ?? []);
    if (text === undefined || text.trim() === '' || text.includes('$'))
        return [];
    const commands = [service.command?.words, service.entrypoint?.words, image.facts.cmd, image.facts.entrypoint];
    const words = commands.flatMap((command) => command ?? []);
    const word = words.find(({ value }) => value === text) ?? words.find(({ value }) => value.includes('-g') && value.includes(text));
    if (word === undefined)
        return [];
    const file = optionFile(text, word.at);
    const [first] = (0,parser/* parseConfig */.o4)(file, false).problems.filter(({ check }) => check === 'syntax');
    if (first === undefined)
        return [];
    const ends = /[;{}]\s*$/.test(text);
    return [
        {
            ...first,
            file,
            message: ends
                ? `nginx can't read its option -g "${text}": ${first.message}`
                : `nginx's option -g "${text}" lacks the semicolon that ends a directive.`,
            fix: ends ? first.fix : `Write "${text.trim()};".`,
        },
    ];
}
function givenDirectives(words) {
    const at = words.indexOf('-g');
    return at === -1 ? undefined : words[at + 1];
}
function optionFile(text, at) {
    return { path: 'command line', text, origin: at.file, locate: () => at };
}

// EXTERNAL MODULE: ./lib/stack/resolve.js + 26 modules
var stack_resolve = __webpack_require__(8501);
// EXTERNAL MODULE: ./lib/stack/edited.js
var edited = __webpack_require__(9095);
// EXTERNAL MODULE: ./lib/stack/written-for.js
var written_for = __webpack_require__(5237);
;// CONCATENATED MODULE: ./lib/stack/unloaded.js










/** Folders whose files one nginx reads together. */
const unloaded_together = /^(conf\.d|http\.d|sites-enabled|servers|vhosts(\.d)?|stream\.d)$/;
/** Folders that lie in nginx's own folder. */
const insideNginx = /^(conf\.d|http\.d|sites-enabled|sites-available|sites|servers|vhosts?(\.d)?|stream\.d|snippets|includes?|templates|locations|upstreams)$/;
/** Names of files that another tool, or a person, turns into configuration. */
const unfinished = /\.(example|sample|dist|tmpl|tpl|template|j2|jinja2?|erb|ctmpl|mustache|in|bak|old|orig|disabled|default)$/i;
/** Files that nobody loads any more, or that belong to another way of running the project than the one that the compose files show. */
const occasional = /\.(bak|old|orig|disabled|save)$|(^|[._-])(dev|develop|development|local|localhost|test|tests|testing|stage|staging|debug|ci|k8s|kubernetes|heroku|vagrant)([._-]|$)/i;
/** Folders of files that tests read: many are wrong on purpose. */
const forTests = /(?:^|\/)(?:tests?|__tests__|testdata|test[-_]data|fixtures?|__fixtures__|specs?)\//i;
const configName = /(\.(conf|nginx|vhost)(\.[\w-]{1,20}){0,3}$)|(_conf\.[\w-]+$)|(^|\/)(nginx|default)$|(^|\/)(sites-available|sites-enabled|conf\.d|http\.d|nginx(\/[\w.-]+)?)\/[^/]+$/i;
const notConfig = /\.(ya?ml|json|md|txt|sh|py|js|ts|html?|css|lock|toml|env|png|jpe?g|svg|ico|crt|key|pem|go|rb|php|java|xml|Dockerfile)$|(^|\/)(Dockerfile|Makefile)/i;
const manifest = /\.ya?ml$|(^|\/)(Chart\.yaml|skaffold\.yaml|fly\.toml)$/i;
const mostCandidates = 5000;
/** Where the main file stands that takes in files which have none. */
const assumedMain = '/etc/nginx/.nginx-gate/nginx.conf';
/** The nginx configuration files of a repository that none of the given stacks reads. */
function unloadedFiles(repo, stacks) {
    const read = new Set(stacks.flatMap((stack) => stack.config.files.map((file) => file.origin)));
    const found = [];
    for (const file of repo.files()) {
        if (found.length >= mostCandidates)
            break;
        if (read.has(file) || !configName.test(file) || notConfig.test(file))
            continue;
        const text = repo.source(file)?.text;
        if (text !== undefined && looksLikeNginx(text) && (handsOn(text) || isWhole(text)))
            found.push(file);
    }
    return found;
}
/** Stacks for configurations that no service loads: of an nginx on a host, of another tool, or of nobody. */
function unloadedStacks(repo, stacks, projects) {
    return new UnloadedReader(repo, stacks, projects).read();
}
/** The stack of an nginx on a host whose main file (or a file of `server` blocks) the user named. */
function namedStack(repo, file, projects) {
    const stack = new UnloadedReader(repo, [], projects).named(file);
    stack.nginx.assumed = false;
    stack.nginx.unfinished = false;
    return stack;
}
class UnloadedReader {
    #repo;
    #stacks;
    #projects;
    #candidates = new Map();
    #composeAlone;
    #byName;
    constructor(repo, stacks, projects) {
        this.#repo = repo;
        this.#stacks = stacks;
        this.#projects = projects;
    }
    read() {
        const left = new Set(unloadedFiles(this.#repo, this.#stacks));
        for (const file of left)
            this.#candidate(file);
        for (const { config } of this.#stacks)
            for (const { origin } of config.files)
                if (origin !== null)
                    this.#candidate(origin);
        const made = [];
        for (const files of this.#groups(left)) {
            const remaining = files.filter((file) => left.has(file));
            if (remaining.length === 0)
                continue;
            const stack = this.#stack(remaining);
            for (const file of remaining)
                left.delete(file);
            for (const { origin } of stack.config.files)
                if (origin !== null)
                    left.delete(origin);
            if (stack.config.routes.length > 0 || this.#servesFiles(stack))
                made.push(stack);
        }
        return made;
    }
    /** A whole configuration that hands nothing on, where no project could say what it is for: a site of plain files. */
    #servesFiles({ project, nginx, config }) {
        return project === null && !nginx.unfinished && config.files.some(({ text }) => isWhole(text));
    }
    named(file) {
        return this.#stack([file]);
    }
    #candidate(file) {
        const known = this.#candidates.get(file);
        if (known)
            return known;
        const text = this.#repo.source(file)?.text;
        if (text === undefined)
            return undefined;
        const names = (pattern) => new Set([...text.matchAll(pattern)].map((match) => match[1]));
        const candidate = {
            file,
            order: this.#candidates.size,
            text,
            level: levelOf(hasTags(text) ? withoutTags(text) : text),
            defines: names(/(?:^|[\s;{}])upstream[ \t]+([^\s{};]+)[ \t\r\n]*\{/g),
            passesTo: names(/_pass[ \t]+(?:\w+:\/\/)?([\w.-]+)/g),
        };
        this.#candidates.set(file, candidate);
        this.#byName = undefined;
        return candidate;
    }
    /** Whole configurations first, as they read others; then files that are read together; then each alone. */
    #groups(files) {
        const level = (file) => this.#candidate(file)?.level;
        const mains = [...files].filter((file) => level(file) === 'main');
        const folders = new Map();
        const alone = [];
        for (const file of files) {
            const folder = external_node_path_.posix.dirname(file);
            const finished = !unfinished.test(file);
            if ((level(file) === 'http' || level(file) === 'stream') && finished && unloaded_together.test(external_node_path_.posix.basename(folder))) {
                folders.set(folder, [...(folders.get(folder) ?? []), file]);
            }
            else if (level(file) !== 'main')
                alone.push(file);
        }
        const rank = { main: 0, http: 1, stream: 1, server: 2, location: 3 };
        alone.sort((a, b) => rank[level(a) ?? 'location'] - rank[level(b) ?? 'location']);
        return [...mains.map((file) => [file]), ...folders.values(), ...alone.map((file) => [file])];
    }
    #stack(files) {
        const [first] = files;
        const folder = external_node_path_.posix.dirname(first) === '.' ? '' : external_node_path_.posix.dirname(first);
        const above = insideNginx.test(external_node_path_.posix.basename(folder));
        const base = above ? (external_node_path_.posix.dirname(folder) === '.' ? '' : external_node_path_.posix.dirname(folder)) : folder;
        const system = hostFiles(this.#repo, base);
        const pathOf = (file) => {
            const path = `/etc/nginx/${external_node_path_.posix.relative(base || '.', file)}`;
            return path.includes('/../') ? `/etc/nginx/.beside/${file}` : path;
        };
        const helpers = this.#helpers(files);
        for (const file of [...files, ...helpers])
            this.#put(system, pathOf(file), file);
        const whole = this.#candidate(first)?.level === 'main';
        const main = whole ? pathOf(first) : assumedMain;
        if (!whole)
            system.set(main, (0,content/* imageFile */.Ap)(this.#wrapper(files, helpers, pathOf)));
        const tree = new ContainerFileTree(system, { folders: image_tree/* nginxFolders */.Ck, absent: [], placed: [], unsetTemplateVariables: [] });
        const config = (0,routes/* loadNginxConfig */.dW)(tree, main, { prefix: '/etc/nginx', unprivileged: false });
        return this.#assemble(files, tree, main, config, helpers);
    }
    #put(system, path, file) {
        const entry = (0,content/* repositoryEntry */.Fp)(this.#repo, file);
        if (entry?.type !== 'file')
            return;
        const text = entry.content.text();
        // A byte order mark is a fault that nginx itself tells; here it would only hide the first directive.
        const readable = (hasTags(text) ? withoutTags(text) : text).replace(/^\uFEFF/, ' ');
        system.set(path, readable === text ? entry : (0,edited/* editedFile */.m9)(entry.content, readable, entry.mode));
    }
    #wrapper(files, helpers, pathOf) {
        const http = [];
        const stream = [];
        for (const file of [...helpers, ...files]) {
            const include = `include "${pathOf(file)}";`;
            const level = this.#candidate(file)?.level;
            if (level === 'stream')
                stream.push(include);
            else if (level === 'server')
                http.push(`server { ${include} }`);
            else if (level === 'location')
                http.push(`server { location / { ${include} } }`);
            else
                http.push(include);
        }
        const block = (name, lines) => (lines.length === 0 ? '' : `${name} {\n${lines.join('\n')}\n}\n`);
        return `events { }\n${block('http', http)}${block('stream', stream)}`;
    }
    /** Other files that define the upstreams that these hand on to, or that hand on to the upstreams that these define. */
    #helpers(files) {
        const own = files.map((file) => this.#candidate(file)).filter((candidate) => candidate !== undefined);
        if (own.some(({ level }) => level === 'main'))
            return [];
        const defines = new Set(own.flatMap((candidate) => [...candidate.defines]));
        const wanted = new Set(own.flatMap((candidate) => [...candidate.passesTo]).filter((name) => !defines.has(name)));
        const hands = own.some(({ passesTo }) => passesTo.size > 0);
        const near = this.#related(defines, wanted, hands)
            .filter(({ file, level }) => !files.includes(file) && level !== 'main' && nearBy(file, files[0]))
            .sort((a, b) => unloaded_distance(a.file, files[0]) - unloaded_distance(b.file, files[0]));
        const helpers = [];
        for (const candidate of near) {
            const gives = [...candidate.defines].some((name) => wanted.has(name)) && ![...candidate.defines].some((name) => defines.has(name));
            const uses = !hands && [...candidate.passesTo].some((name) => defines.has(name)) && ![...candidate.defines].some((name) => defines.has(name));
            if (!gives && !uses)
                continue;
            helpers.push(candidate.file);
            for (const name of candidate.defines) {
                wanted.delete(name);
                defines.add(name);
            }
        }
        return helpers;
    }
    /** The files that define or hand on to such names, and those that go with them, in the order in which they were found. */
    #related(defines, wanted, hands) {
        this.#byName ??= unloaded_namesOf(this.#candidates.values());
        const { definers, users } = this.#byName;
        const found = new Set();
        for (const name of wanted)
            for (const candidate of definers.get(name) ?? [])
                found.add(candidate);
        const open = hands ? [] : [...defines];
        const asked = new Set(open);
        for (let name = open.pop(); name !== undefined; name = open.pop()) {
            for (const candidate of users.get(name) ?? []) {
                if (found.has(candidate))
                    continue;
                found.add(candidate);
                for (const other of candidate.defines)
                    if (!asked.has(other))
                        open.push(other);
                for (const other of candidate.defines)
                    asked.add(other);
            }
        }
        return [...found].sort((a, b) => a.order - b.order);
    }
    #assemble(files, tree, main, config, helpers) {
        const beside = new Set(helpers);
        const concerns = (route) => !beside.has(route.directive.file.origin ?? '') || route.endpoints.some(({ at }) => files.includes(at.file));
        const routes = config.routes.filter(concerns);
        const [first] = files;
        const project = this.#projectOf(first);
        const below = (file) => (project?.directory ? file.slice(project.directory.length + 1) : file);
        const vague = files.some((file) => unfinished.test(file) || forTests.test(below(file)) || hasTags(this.#candidate(file)?.text ?? ''));
        const written = project && (0,written_for/* writtenFor */.L)(first, project, this.#stacks, this.#repo);
        const owner = written ? written.stack : project && this.#owner(project, first);
        const service = written?.service ?? owner?.nginx.service ?? null;
        const nginx = {
            kind: service ? 'service' : 'host',
            service,
            image: owner?.nginx.image ?? null,
            imageFacts: owner?.nginx.imageFacts ?? null,
            main,
            mainStandsIn: false,
            prefix: '/etc/nginx',
            tree,
            treeKnown: false,
            assumed: true,
            writtenFor: files.some((file) => occasional.test(external_node_path_.posix.basename(file))) ? null : (written?.evidence ?? this.#byNames()),
            sharesContainer: owner?.nginx.sharesContainer ?? service !== null,
            startsOthers: owner?.nginx.startsOthers ?? false,
            unfinished: vague,
            unprivileged: false,
        };
        return {
            name: project?.name ?? external_node_path_.posix.basename(first),
            directory: external_node_path_.posix.dirname(first) === '.' ? '' : external_node_path_.posix.dirname(first),
            project,
            variants: project ? this.#projects.filter(({ directory }) => directory === project.directory) : [],
            nginx,
            // The blocks around these files are a guess, so only what is wrong wherever it stands is told.
            config: { ...config, routes, problems: vague ? [] : config.problems.filter(({ check }) => check === 'syntax'), missingIncludes: [] },
            routes: [],
            unused: [],
        };
    }
    /** Names of services mean the compose project where nothing else in the repository has services by such names: no Kubernetes, no second project. */
    #byNames() {
        this.#composeAlone ??=
            new Set(this.#projects.map(({ directory }) => directory)).size === 1 &&
                !this.#repo
                    .files()
                    .slice(0, mostCandidates)
                    .some((file) => manifest.test(file) && /^kind:\s*\w/m.test(this.#repo.source(file)?.text ?? ''));
        return this.#composeAlone ? 'names' : null;
    }
    /** Of several projects in one folder, the one with the service that the file was written for, else the one that has most of the names. */
    #projectOf(file) {
        const nearest = nearestProject(this.#projects, file);
        if (nearest === null)
            return null;
        const beside = this.#projects.filter(({ directory }) => directory === nearest.directory);
        if (beside.length === 1)
            return nearest;
        const wanted = this.#candidate(file)?.passesTo ?? new Set();
        const names = (project) => project.services.filter(({ name }) => wanted.has(name)).length;
        const pairing = (project) => ((0,written_for/* writtenFor */.L)(file, project, this.#stacks, this.#repo)?.evidence === 'strong' ? 1 : 0);
        const rank = (project) => names(project) * 2 + pairing(project);
        return beside.reduce((best, project) => (rank(project) > rank(best) ? project : best), nearest);
    }
    /** The nginx service that this file was written for: one that has it among its files, or in its build context, or that reads its neighbours. */
    #owner(project, file) {
        const folder = external_node_path_.posix.dirname(file);
        const holds = ({ source }) => source === file || file.startsWith(`${source}/`);
        const own = this.#stacks.filter((stack) => stack.project === project && stack.nginx.service !== null);
        return (own.find(({ nginx }) => nginx.tree.placed.some(holds)) ??
            own.find(({ config }) => config.files.some(({ origin }) => origin !== null && external_node_path_.posix.dirname(origin) === folder)) ??
            own.find(({ nginx }) => {
                const context = nginx.service?.build?.context?.value;
                return context !== undefined && context !== '' && file.startsWith(`${context}/`);
            }));
    }
}
function unloaded_namesOf(candidates) {
    const names = { definers: new Map(), users: new Map() };
    const add = (map, name, candidate) => {
        const known = map.get(name);
        if (known)
            known.push(candidate);
        else
            map.set(name, [candidate]);
    };
    for (const candidate of candidates) {
        for (const name of candidate.defines)
            add(names.definers, name, candidate);
        for (const name of candidate.passesTo)
            add(names.users, name, candidate);
    }
    return names;
}
/** The files of an nginx on a host, of which only a folder of the repository is known. */
function hostFiles(repo, folder) {
    const files = (0,image_tree/* namedImageTree */.ZZ)('', () => ({ ...nginx_layouts/* debianLayout */.yh, folders: [] })).files;
    files.set('/etc/nginx/sites-enabled', new file_system/* Folder */.vd(false));
    files.set('/etc/nginx/sites-available', new file_system/* Folder */.vd(false));
    files.folder('/etc/nginx').complete = false;
    for (const [name, child] of unloaded_folderOf(repo, folder).clone().entries)
        if (name !== '.git')
            files.set(`/etc/nginx/${name}`, child);
    return files;
}
/** A folder with hundreds of files of which each is a stack of its own is read once. */
const folders = new WeakMap();
function unloaded_folderOf(repo, path) {
    const known = folders.get(repo) ?? new Map();
    folders.set(repo, known);
    let folder = known.get(path);
    if (folder === undefined) {
        const entry = (0,content/* repositoryEntry */.Fp)(repo, path || '.');
        folder = entry?.type === 'folder' ? entry : new file_system/* Folder */.vd(false);
        // Looked at before it is copied, else each copy would read it again.
        folder.read();
        known.set(path, folder);
    }
    return folder;
}
/** The project that a file belongs to: of the nearest folder above it, else the only one of the repository. */
function nearestProject(projects, file) {
    let nearest = null;
    for (const project of projects) {
        const inside = project.directory === '' || file.startsWith(`${project.directory}/`);
        if (!inside)
            continue;
        const deeper = nearest === null || project.directory.length > nearest.directory.length;
        const readable = nearest?.directory === project.directory && nearest.services.length === 0 && project.services.length > 0;
        if (deeper || readable)
            nearest = project;
    }
    if (nearest)
        return nearest;
    const folders = new Set(projects.map(({ directory }) => directory));
    return folders.size === 1 ? (projects[0] ?? null) : null;
}
function nearBy(a, b) {
    return unloaded_distance(a, b) <= 3;
}
/** Steps from one file's folder to the other's. */
function unloaded_distance(a, b) {
    return external_node_path_.posix.relative(external_node_path_.posix.dirname(a), external_node_path_.posix.dirname(b)).split('/').filter(Boolean).length;
}

;// CONCATENATED MODULE: ./lib/stack/find.js















/** Of all stacks together. */
const mostEntries = 1_000_000;
/**
 * Every nginx of a repository with its files, its configuration, the project behind it, and where each of its routes leads.
 * @throws GateError when a named compose file, service or configuration is not there, or when there are more routes than one report holds
 */
function findStacks(repo, options) {
    const projects = loadProjects(repo, options);
    const stacks = [];
    for (const project of projects) {
        stacks.push(...projectStacks(repo, project, projects, options));
        refuseTooMany(stacks);
    }
    if (options.nginxService !== undefined && !stacks.some(({ nginx }) => nginx.service?.name === options.nginxService)) {
        throw new errors/* GateError */.u(`No compose file has a service named ${options.nginxService}.`);
    }
    if (options.nginxConf !== undefined)
        stacks.push(hostStack(repo, options.nginxConf, projects));
    stacks.push(...unloadedStacks(repo, stacks, projects));
    refuseTooMany(stacks);
    for (const stack of stacks)
        Object.assign(stack, resolved(stack, repo, options.declaredPorts));
    return { stacks, projects };
}
function refuseTooMany(stacks) {
    let entries = 0;
    for (const { config } of stacks)
        for (const route of config.routes)
            entries += (0,routes/* entriesOf */.Mc)(route);
    if (entries <= mostEntries)
        return;
    throw new errors/* GateError */.u(`The routes of this repository with their peers, listen addresses and names make more than ${mostEntries.toLocaleString('en')} entries, and nginx-gate reads no more. Name a folder to check, or exclude some in .nginx-gate.yml.`);
}
function loadProjects(repo, { composeFiles = [], profiles, envFiles }) {
    for (const file of [...composeFiles, ...(envFiles ?? [])]) {
        if (repo.kind(file) !== 'file')
            throw new errors/* GateError */.u(`There is no file ${file}.`);
    }
    const found = composeFiles.length > 0 ? [explicitProject(composeFiles)] : discoverProjects(repo);
    return found.map((files) => loadProject(repo, files, envFiles && envFiles.length > 0 ? { profiles, envFiles } : { profiles }));
}
function projectStacks(repo, project, projects, options) {
    const layoutOf = options.layoutOf ?? known_images/* nginxImage */.yU;
    const wanted = (service) => options.nginxService === undefined ? isNginx(repo, project, service, layoutOf) : service.name === options.nginxService;
    return project.services.filter(wanted).map((service) => serviceStack(repo, project, projects, service, layoutOf));
}
function serviceStack(repo, project, projects, service, layoutOf) {
    const container = buildContainer(repo, project, service, layoutOf);
    const { main, prefix } = commandLine(container);
    const unprivileged = isUnprivileged(service, container);
    const mainStandsIn = standInForMain(container, main);
    const read = (0,routes/* loadNginxConfig */.dW)(container.tree, main, { prefix, unprivileged });
    const config = mainStandsIn ? onlySyntax(read) : withoutGuesses(read, container);
    config.problems.push(...optionProblems(service, container));
    const nginx = {
        kind: 'service',
        service,
        image: container.image.facts.base,
        imageFacts: container.image.facts,
        main,
        mainStandsIn,
        prefix,
        tree: container.tree,
        treeKnown: container.startup.understood &&
            container.buildUnderstood &&
            !container.guessed &&
            !service.volumes.some((mount) => mount.targetUncertain) &&
            !(0,service_image/* isNamedByVariable */.lL)(service) &&
            includesKnown(config, container.tree, prefix, main),
        assumed: false,
        writtenFor: null,
        unfinished: false,
        sharesContainer: container.startup.startsOthers || container.guessed || sharesImage(container),
        startsOthers: startsOthers(container, service),
        unprivileged,
    };
    if (nginx.treeKnown && /^(?:official|unprivileged)$/.test(container.layout.id))
        config.problems.push(...unfilled(repo, config));
    const variants = projects.filter((other) => other.directory === project.directory);
    return { name: project.name, directory: project.directory, project, variants, nginx, config, routes: [], unused: [] };
}
/**
 * The main file is mounted or copied from somewhere outside the repository: the image's own stands in for it, as people
 * rarely move conf.d. It stays a guess, so that the tree is not called known.
 */
function standInForMain({ files, layout }, main) {
    const own = layout.files.get(main);
    if (own === undefined || files.get(main)?.type !== 'unknown')
        return false;
    files.set(main, { ...(0,content/* imageFile */.Ap)(own), guess: true });
    return true;
}
/** Without its main file, nothing is known of the blocks that a file is included in. */
function onlySyntax(config) {
    return { ...config, problems: config.problems.filter(({ check }) => check === 'syntax') };
}
/**
 * What nginx would refuse for sure: not in a file that a script may have changed, and where a start script isn't understood
 * neither what two files say together nor a directive that still holds a placeholder (`${NAME}`) for it to fill in.
 */
function withoutGuesses(config, { tree, startup }) {
    const files = ({ file, related = [] }) => [file, ...related.map((other) => other.file)];
    const filledIn = ({ file, start }) => /^[^;{}]{0,2000}\$\{[A-Z_]/.test(file.text.slice(start, start + 2100));
    const together = (problem) => new Set(files(problem)).size > 1;
    const sure = (problem) => files(problem).every(({ path }) => tree.isKnown(path)) && (startup.understood || !(filledIn(problem) || together(problem)));
    return { ...config, problems: config.problems.filter(sure) };
}
/** Placeholders that the container leaves as they are, and nothing else in the repository is likely to fill in. */
function unfilled(repo, config) {
    const told = new Set(config.problems.map(({ file, start }) => `${file.path}:${start}`));
    return unfilledPlaceholders(config)
        .filter(({ problem: { file, start } }) => !told.has(`${file.path}:${start}`))
        .filter(({ problem: { file } }) => file.kind === 'repository')
        .filter(({ problem: { file }, name }) => !mayBeFilledElsewhere(repo, file.origin ?? '', name))
        .map(({ problem }) => problem);
}
/** nginx that a package manager put into another program's image shares it, unless the image starts nothing but nginx. */
function sharesImage({ layout, image, startup }) {
    return layout.start === 'plain' && (0,known_images/* nginxImage */.yU)(image.facts.base ?? '') === undefined && startup.nginx === null;
}
/**
 * Whether files tell that nginx's container runs another program: nothing is known of one in an image that nobody sees, started as
 * it is, nor in one that a Dockerfile only adds files to (its base is called nginx, and it names nothing to start).
 */
function startsOthers(container, service) {
    const { image, guessed, startup } = container;
    const { base, entrypoint, cmd } = image.facts;
    const filesOnly = entrypoint === null && cmd === null && base !== null && (0,known_images/* nginxImage */.yU)(base) !== undefined;
    const unseen = guessed && service.entrypoint === null && (image.dockerfile === null || filesOnly);
    const plain = service.command === null || service.command.words[0]?.value === 'nginx' || startup.commandIsNginx;
    return !(unseen && plain) && (startup.startsOthers || guessed || sharesImage(container));
}
/** `-c FILE` and `-p PREFIX` of nginx's command line, else what the image was built with. */
function commandLine({ layout, startup }) {
    const words = startup.nginx ?? [];
    const option = (flag) => {
        const at = words.indexOf(flag);
        if (at !== -1)
            return words[at + 1];
        return words.find((word) => word.startsWith(flag) && word.length > flag.length && !word.startsWith('--'))?.slice(flag.length);
    };
    const start = option('-p');
    const prefix = start === undefined ? layout.prefix : external_node_path_.posix.resolve('/', start);
    const main = option('-c');
    // A main file's folder is where relative includes start from.
    if (main === undefined)
        return { main: start === undefined ? layout.main : external_node_path_.posix.join(prefix, 'conf/nginx.conf'), prefix };
    const path = external_node_path_.posix.resolve(prefix, main);
    return { main: path, prefix: external_node_path_.posix.dirname(path) };
}
function isUnprivileged(service, { image, layout }) {
    const user = (service.user?.uncertain ? null : service.user?.value) ?? image.facts.user ?? layout.user;
    return user !== null && !/^(root|0)(:|$)/.test(user) && user !== '';
}
/** Blocks whose includes may bring servers and upstreams. */
const outerBlocks = new Set(['http', 'stream', 'mail', 'include']);
/** Whether every file that may bring servers or upstreams is known; an unknown one inside a server brings neither. */
function includesKnown(config, tree, prefix, main) {
    if (!tree.isKnown(main) || tree.read(main) === undefined)
        return false;
    const open = [...config.directives];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
        if (node.word.text === 'include' && node.args[0]) {
            const path = external_node_path_.posix.resolve(prefix, node.args[0].text);
            const wild = path.search(/[*?[]/);
            const asked = wild === -1 ? path : external_node_path_.posix.dirname(`${path.slice(0, wild)}x`);
            if (!tree.isKnown(asked))
                return false;
        }
        if (outerBlocks.has(node.word.text))
            for (const child of node.block ?? [])
                open.push(child);
    }
    return true;
}
/** The nginx on a host whose main file the user named. */
function hostStack(repo, file, projects) {
    if ((0,content/* repositoryEntry */.Fp)(repo, file)?.type !== 'file')
        throw new errors/* GateError */.u(`There is no file ${file}.`);
    return namedStack(repo, file, projects);
}
/** Where every endpoint leads, and what is known of the service there. */
function resolved(stack, repository, declaredPorts) {
    const { project, variants, nginx, config } = stack;
    return (0,stack_resolve/* resolveRoutes */.r)({
        repository,
        project,
        variants,
        nginx,
        config,
        declaredPorts,
        imageOf: (service) => (0,service_image/* serviceImage */.Dr)(repository, service),
    });
}

// EXTERNAL MODULE: ./lib/gate/judge.js + 1 modules
var gate_judge = __webpack_require__(5492);
// EXTERNAL MODULE: ./lib/gate/secrets.js
var secrets = __webpack_require__(7734);
// EXTERNAL MODULE: ./lib/gate/stack-report.js
var stack_report = __webpack_require__(762);
;// CONCATENATED MODULE: ./lib/gate/check.js









/**
 * Reads every stack, runs the checks and the real `nginx -t`, and judges what they found.
 * @throws GateError when there is no nginx configuration at all
 */
async function check_check(job) {
    const { stacks, projects } = await readRepository(job);
    const broken = unreadable(projects);
    if (stacks.length === 0 && broken.length === 0)
        throw new errors/* GateError */.u(nothingFound(job.repo, projects));
    job.mark?.('read');
    const drafts = [...broken, ...checkStacks(stacks)];
    job.mark?.('checks');
    const tests = await testStacks(stacks, job);
    job.mark?.('nginx -t');
    const tested = tests.map((test, i) => (0,gate_judge/* asFarAsLoaded */.Ft)(test.findings, stacks[i], stacks));
    const all = [...(0,gate_judge/* withoutSequels */.Lt)(drafts), ...tested.flatMap((found) => (0,gate_judge/* withoutEchoes */.Kx)(drafts, found))];
    return reportOn(stacks, all, job, tests);
}
/** The report of the checks alone, without `nginx -t`. */
function reportOf(stacks, job) {
    return reportOn(stacks, (0,gate_judge/* withoutSequels */.Lt)(checkStacks(stacks)), { ...job, baseline: new Set(), engine: 'none' }, []);
}
function checkStacks(stacks) {
    return stacks.flatMap((stack) => {
        const results = (0,gate_judge/* onePerEndpoint */.rK)(checks/* checks */.AV.flatMap((c) => [...c.run(stack)]));
        return results.flatMap(({ endpoint, ...draft }) => (endpoint ? [draft] : (0,gate_judge/* asFarAsLoaded */.Ft)([draft], stack, stacks)));
    });
}
function reportOn(stacks, drafts, job, tests) {
    const { findings, suppressed } = (0,gate_judge/* judge */.S4)(drafts, {
        severities: job.config.checks,
        baseline: job.baseline,
        sources: sourcesOf(stacks, drafts, job.repo),
        notRun: job.engine === 'none' ? new Set(['nginx-test']) : new Set(),
        lineOf: job.repo.lineOf,
    });
    const report = {
        schema: 'nginx-gate/1',
        summary: (0,gate_judge/* totals */.Sd)({ findings, suppressed }),
        stacks: stacks.map((stack, i) => (0,stack_report/* stackReport */.V)(stack, findings, tests[i] ? { nginxTest: tests[i].report } : {})),
        findings,
    };
    return (0,secrets/* withoutSecretValues */.P)(report, stacks);
}
/** The stacks of the repository. @throws GateError when there is none */
async function readStacks(job) {
    const { stacks, projects } = await readRepository(job);
    if (stacks.length === 0)
        throw new errors/* GateError */.u(nothingFound(job.repo, projects));
    return stacks;
}
/** Stacks, with what git knows of absent mount sources, and all projects. */
async function readRepository({ repo, stacks: options }) {
    const found = findStacks(repo, options);
    const { stacks } = found;
    const missing = stacks.flatMap((stack) => stack.nginx.tree.absent.filter((a) => a.kind === 'missing' && a.source !== null));
    const ignored = await (0,git/* ignoredPaths */.jo)(repo.root, [...new Set(missing.map((a) => a.source))]);
    for (const absent of missing)
        if (ignored.has(absent.source))
            absent.kind = 'ignored';
    return found;
}
/** Findings on compose files that are too broken to show whether an nginx is in them. */
function unreadable(projects) {
    return projects.filter((project) => project.services.length === 0).flatMap((project) => (0,compose_invalid/* composeFindings */.V)(project));
}
/** What was looked for in vain, and the most likely reason that can be seen. */
function nothingFound(repo, projects) {
    const where = repo.scope === '' ? 'this repository' : repo.scope;
    const broken = projects.flatMap((project) => project.problems)[0];
    const hint = broken
        ? `${broken.at.file}:${broken.at.start.line} can't be read: ${broken.message}`
        : 'No compose service runs nginx, and no nginx.conf, conf.d/, sites-available/ or other *.conf is nginx configuration. Name one with --nginx-conf FILE or --nginx-service NAME.';
    return `No nginx configuration was found in ${where}. ${hint}`;
}
async function testStacks(stacks, job) {
    const { engine, image, foreign, signal, progress } = job;
    return runNginxTests(stacks, {
        engine,
        foreign,
        ...(image ? { image } : {}),
        ...(signal ? { signal } : {}),
        ...(progress ? { progress } : {}),
    });
}
/** The repository files that were read, whose comments may suppress findings. */
function sourcesOf(stacks, drafts, repo) {
    const read = stacks.flatMap((stack) => [...(stack.project?.files ?? []), ...stack.config.files.flatMap((file) => file.origin ?? [])]);
    const named = drafts.flatMap((draft) => [draft.location.file, ...draft.related.map((r) => r.location.file)]);
    return [...new Set([...read, ...named])].flatMap((name) => repo.source(name) ?? []);
}
/** Says why a demanded `nginx -t` did not run, or null when every stack was tested. */
function missingNginxTest(report) {
    const skipped = report.stacks.find(({ nginxTest }) => nginxTest?.status === 'skipped' && !nginxTest.reason?.startsWith(unfinishedReason));
    return skipped ? `nginx -t was demanded but did not run for ${skipped.name}: ${skipped.nginxTest?.reason ?? 'no reason known'}` : null;
}


/***/ }),

/***/ 6625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FG: () => (/* binding */ configNames),
/* harmony export */   Z9: () => (/* binding */ loadConfig)
/* harmony export */ });
/* unused harmony exports emptyConfig, parseConfig */
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3828);
/* harmony import */ var _core_nearest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6661);
/* harmony import */ var _core_yaml_documents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1327);




/** The names under which the configuration is looked for, in the folder that is checked and at the repository's top. */
const configNames = ['.nginx-gate.yml', '.nginx-gate.yaml'];
const levels = ['off', 'error', 'warning', 'notice'];
/** UTF-16 units. Larger ones are not written by people, and take npm `yaml` many seconds. */
const largestText = 512 * 1024;
const longestGlob = 1000;
/** The configuration of a repository that has none. */
function emptyConfig() {
    return { file: null, checks: new Map(), exclude: [], services: new Map(), smoke: { routes: [], samples: new Map() } };
}
/**
 * Reads the configuration: the file named, else the first of `configNames` in the folder that is checked or at the top.
 * @param knownChecks ids that `checks` may name
 * @throws GateError that names file and line, for anything that is not understood
 */
function loadConfig(repo, named, knownChecks) {
    if (named !== undefined) {
        const source = repo.source(named);
        if (!source)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .u(`The configuration file ${named} is not in the repository or can't be read.`);
        return parseConfig(source, knownChecks);
    }
    for (const folder of new Set([repo.scope, ''])) {
        for (const name of configNames) {
            const source = repo.source(folder === '' ? name : `${folder}/${name}`);
            if (source)
                return parseConfig(source, knownChecks);
        }
    }
    return emptyConfig();
}
/** Reads the text of a configuration file. @throws GateError as `loadConfig` */
function parseConfig(source, knownChecks) {
    return new ConfigReader(source, knownChecks).read();
}
/** One pass over the document; every complaint names the line. */
class ConfigReader {
    #source;
    #known;
    constructor(source, known) {
        this.#source = source;
        this.#known = known;
    }
    read() {
        const document = this.#document();
        const config = { ...emptyConfig(), file: this.#source.file };
        const top = document?.contents ?? null;
        if (top === null || ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(top) && top.value === null))
            return config;
        this.#each(top, 'the configuration', {
            checks: (node) => this.#checks(node, config),
            exclude: (node) => config.exclude.push(...this.#list(node, '"exclude"').map((item) => this.#glob(item))),
            services: (node) => this.#entries(node, '"services"', (name, value) => config.services.set(name, this.#ports(value))),
            smoke: (node) => this.#smoke(node, config.smoke),
        });
        return config;
    }
    #document() {
        const { text } = this.#source;
        if (text.length > largestText)
            return this.#refuse(0, 'This file is larger than 512 KiB.');
        const documents = (0,_core_yaml_documents_js__WEBPACK_IMPORTED_MODULE_1__/* .yamlDocuments */ .O)(text);
        if (typeof documents === 'string')
            return this.#refuse(0, documents);
        for (const { errors } of documents)
            if (errors[0])
                return this.#refuse(errors[0].pos[0], errors[0].message.split('\n')[0]);
        const second = documents[1];
        return second ? this.#refuse(second.range[0], 'This file holds more than one document.') : documents[0];
    }
    #refuse(offset, message) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .u(`${this.#source.file}:${this.#source.locate(offset, offset).start.line}: ${message}`);
    }
    #checks(node, config) {
        this.#entries(node, '"checks"', (id, value, key) => {
            config.checks.set(this.#oneOf(key, id, this.#known, 'check'), this.#level(value));
        });
    }
    #smoke(node, smoke) {
        this.#each(node, '"smoke"', {
            routes: (list) => smoke.routes.push(...this.#list(list, '"routes"').map((item) => this.#route(item))),
            samples: (map) => this.#entries(map, '"samples"', (location, value) => smoke.samples.set(location, this.#path(value))),
        });
    }
    #route(node) {
        const route = { path: '', host: null, status: null, body: null, headers: {}, seconds: null };
        this.#each(node, 'a route', {
            path: (value) => {
                route.path = this.#path(value);
            },
            host: (value) => {
                route.host = this.#text(value, 'a host name');
            },
            status: (value) => {
                route.status = this.#number(value, 100, 599);
            },
            body: (value) => {
                route.body = this.#text(value, 'text');
            },
            headers: (value) => this.#entries(value, '"headers"', (name, text) => {
                route.headers[name] = this.#text(text, 'text');
            }),
            seconds: (value) => {
                route.seconds = this.#number(value, 0, 3600);
            },
        });
        if (route.path === '')
            this.#fail(node, 'a route needs a "path"');
        return route;
    }
    #ports(node) {
        const ports = [];
        this.#each(node, 'a service', {
            ports: (value) => {
                const items = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(value) ? this.#list(value, '"ports"') : [value];
                for (const item of items)
                    ports.push({ value: this.#number(item, 1, 65535), at: this.#at(item) });
            },
        });
        return ports;
    }
    #level(node) {
        // Some people's YAML tools write off as false; both are meant.
        const value = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) ? (node.value === false ? 'off' : String(node.value)) : '';
        return this.#oneOf(node, value, levels, 'level');
    }
    #oneOf(node, word, known, what) {
        if (known.includes(word))
            return word;
        const near = (0,_core_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .nearest */ .p)(word, known);
        return this.#fail(node, `there is no ${what} "${word}"${near ? `; did you mean "${near}"?` : ''}`);
    }
    /** Calls a reader for each key; a key that has none is an error that names the nearest. */
    #each(node, what, readers) {
        this.#entries(node, what, (key, value, at) => {
            const reader = Object.hasOwn(readers, key) ? readers[key] : undefined;
            if (reader)
                return reader(value);
            const names = Object.keys(readers);
            const near = (0,_core_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .nearest */ .p)(key, names);
            return this.#fail(at, `${what} has no key "${key}"${near ? `; did you mean "${near}"?` : ` (it may have ${names.join(', ')})`}`);
        });
    }
    #entries(node, what, take) {
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && node.value === null)
            return;
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
            this.#fail(node, `${what} must be a mapping`);
        for (const { key, value } of node.items) {
            if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key))
                this.#fail(node, `${what} has a key that is no plain word`);
            const name = String(key.value);
            if (value === null)
                this.#fail(key, `"${name}" has no value`);
            take(name, value, key);
        }
    }
    #list(node, what) {
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node))
            return this.#fail(node, `${what} must be a list`);
        return node.items;
    }
    #text(node, what) {
        const value = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) ? node.value : undefined;
        if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
            return String(value);
        return this.#fail(node, `${what} is expected here`);
    }
    /** Braces and the like would need an expansion that a stranger's pattern can make endless. */
    #glob(node) {
        const glob = this.#text(node, 'a glob');
        if (glob.length > longestGlob)
            this.#fail(node, `a glob has at most ${longestGlob} characters`);
        if (/[{}]|[!?*+@]\(/.test(glob) || glob.startsWith('!')) {
            this.#fail(node, `"${glob}" is no glob that is known: it may have *, **, ? and [abc]; write a line for each alternative`);
        }
        return glob;
    }
    #path(node) {
        const path = this.#text(node, 'a path');
        return path.startsWith('/') && !/[\s\p{Cc}]/u.test(path)
            ? path
            : this.#fail(node, `"${path}" is no path: it must begin with "/" and hold no blanks`);
    }
    #number(node, least, most) {
        const value = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) ? node.value : undefined;
        if (typeof value === 'number' && value >= least && value <= most)
            return value;
        return this.#fail(node, `a number from ${least} to ${most} is expected here`);
    }
    #at(node) {
        const [start, end] = node.range ?? [0, 0];
        return this.#source.locate(start, end);
    }
    #fail(node, message) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .u(`${this.#source.file}:${this.#at(node).start.line}: ${message}.`);
    }
}


/***/ }),

/***/ 7767:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ openJob)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/checks/index.js + 39 modules
var checks = __webpack_require__(3939);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/repository.js
var repository = __webpack_require__(1203);
// EXTERNAL MODULE: ./lib/gate/config.js
var gate_config = __webpack_require__(6625);
// EXTERNAL MODULE: ./lib/stack/glob.js
var glob = __webpack_require__(3416);
;// CONCATENATED MODULE: ./lib/gate/stack-options.js

/** Joins what a door names and what the configuration says; paths that the configuration leaves out are hidden from the repository's list. */
function stackOptions(repo, config, choice) {
    if (config.exclude.length > 0)
        repo.leaveOut(excludes(config.exclude));
    return {
        profiles: choice.profiles,
        declaredPorts: config.services,
        ...(choice.composeFiles.length > 0 ? { composeFiles: choice.composeFiles } : {}),
        ...(choice.envFiles.length > 0 ? { envFiles: choice.envFiles } : {}),
        ...(choice.nginxService !== undefined ? { nginxService: choice.nginxService } : {}),
        ...(choice.nginxConf !== undefined ? { nginxConf: choice.nginxConf } : {}),
    };
}
/** Whether one of the globs matches a path. `legacy/` leaves out all below that folder. */
function excludes(globs) {
    const patterns = globs.map((glob) => glob
        .replace(/^(?:\.?\/)+/, '')
        .replace(/\/$/, '/**')
        .split('/'));
    return (path) => {
        const names = path.split('/');
        return patterns.some((pattern) => (0,glob/* matchesPath */.$)(pattern, names));
    };
}

;// CONCATENATED MODULE: ./lib/gate/job.js







/** @throws GateError for a folder or a file that is not there, or that lies outside the repository */
function openJob(options) {
    const repo = repository/* Repository */.L.around(options.folder, options.highest);
    const file = (name) => (name === undefined ? undefined : inside(repo, name));
    const files = (names) => names.map((name) => inside(repo, name));
    const config = (0,gate_config/* loadConfig */.Z9)(repo, file(options.config), checks/* checkIds */.tD);
    const stacks = stackOptions(repo, config, {
        composeFiles: files(options.composeFiles),
        profiles: [...options.profiles],
        envFiles: files(options.envFiles),
        nginxService: options.nginxService,
        nginxConf: file(options.nginxConf),
    });
    return { repo, config, stacks };
}
/** A file that the user named, as a path of the repository. */
function inside(repo, file) {
    for (const folder of [process.cwd(), (0,external_node_path_.join)(repo.root, repo.scope)]) {
        const path = pathIn(repo, (0,external_node_path_.resolve)(folder, file));
        if (path !== null && repo.kind(path) === 'file')
            return path;
    }
    const outside = pathIn(repo, (0,external_node_path_.resolve)(file)) === null && (0,external_node_fs_.existsSync)(file);
    throw new errors/* GateError */.u(outside ? `${file} lies outside the repository.` : `There is no file ${file}.`);
}
/** The working directory may be reached through a link, the repository's top never is. */
function pathIn(repo, absolute) {
    let real = absolute;
    try {
        real = (0,external_node_path_.join)((0,external_node_fs_.realpathSync)((0,external_node_path_.dirname)(absolute)), absolute.slice((0,external_node_path_.dirname)(absolute).length + 1));
    }
    catch {
        // An absent folder stays as written; the caller says that the file is absent.
    }
    const path = (0,external_node_path_.relative)(repo.root, real).split(external_node_path_.sep).join('/');
    return path === '..' || path.startsWith('../') ? null : path;
}


/***/ }),

/***/ 5492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ft: () => (/* binding */ asFarAsLoaded),
  S4: () => (/* binding */ judge),
  rK: () => (/* binding */ onePerEndpoint),
  $t: () => (/* binding */ placeOf),
  Sd: () => (/* binding */ totals),
  Kx: () => (/* binding */ withoutEchoes),
  Lt: () => (/* binding */ withoutSequels)
});

// EXTERNAL MODULE: ./lib/core/finding.js
var finding = __webpack_require__(6134);
;// CONCATENATED MODULE: ./lib/core/suppress.js
const comment = /#\s*nginx-gate:\s*ignore\b[ \t]*([^\r\n]*)/g;
const checkList = /^[a-z][a-z0-9/-]*(?:\s*,\s*[a-z][a-z0-9/-]*)*/;
/** The suppressions of one file, nginx configuration, compose file or Dockerfile alike: `#` opens a comment in all of them. */
function suppressionsIn(source) {
    const found = [];
    let next = 0;
    for (const match of source.text.matchAll(comment)) {
        const { start, end } = source.locate(match.index, match.index + match[0].trimEnd().length);
        const { checks, reason } = readBody((match[1] ?? '').trim());
        const alone = source.text.slice(source.lineStart(start.line), match.index).trim() === '';
        // The comments of one block share their next line, so a long block is walked once.
        if (alone && next <= start.line)
            next = nextCodeLine(source, start.line);
        found.push({ at: { file: source.file, start, end }, checks, reason, lines: alone ? [start.line, next] : [start.line] });
    }
    return found;
}
/** Finds the suppressions that cover a finding: at its own place or at one of its related places. */
function coveredBy(suppressions) {
    const byPlace = new Map();
    const key = (check, file, line) => [check, file, line].join('\0');
    for (const suppression of suppressions) {
        for (const check of new Set(suppression.checks)) {
            for (const line of new Set(suppression.lines)) {
                const place = key(check, suppression.at.file, line);
                const there = byPlace.get(place);
                if (there)
                    there.push(suppression);
                else
                    byPlace.set(place, [suppression]);
            }
        }
    }
    return (draft) => [draft.location, ...draft.related.map((r) => r.location)].flatMap((at) => byPlace.get(key(draft.check, at.file, at.start.line)) ?? []);
}
/** The findings about the comments themselves: no reason given, or (where `unused` says so) nothing suppressed. */
function suppressionFindings(suppression, unused) {
    const found = [];
    const names = suppression.checks.join(', ');
    if (suppression.checks.length === 0 || suppression.reason === null) {
        found.push({
            check: 'ignore-without-reason',
            severity: 'warning',
            message: names === '' ? 'This comment names no check to ignore.' : `This comment ignores ${names} and does not say why.`,
            why: 'The next reader cannot tell whether the reason still holds.',
            fix: { message: 'Write "# nginx-gate: ignore CHECK - REASON".' },
            location: suppression.at,
            related: [],
        });
    }
    if (unused && names !== '') {
        found.push({
            check: 'ignore-unused',
            severity: 'warning',
            message: `This comment ignores ${names}, but there is nothing of that kind here any more.`,
            why: 'It would hide the next fault of that kind on this line.',
            fix: { message: 'Take the comment out.' },
            location: suppression.at,
            related: [],
        });
    }
    return found;
}
function readBody(body) {
    const list = checkList.exec(body)?.[0] ?? '';
    const reason = body
        .slice(list.length)
        .replace(/^[\s,:–—-]+/, '')
        .trim();
    return { checks: list === '' ? [] : list.split(/\s*,\s*/), reason: reason === '' ? null : reason };
}
/** The first line after `from` that is neither blank nor a comment; the line past the end where there is none. */
function nextCodeLine(source, from) {
    for (let line = from + 1;; line++) {
        const text = source.line(line);
        if (text === undefined)
            return line;
        if (!/^\s*(#|$)/.test(text))
            return line;
    }
}

;// CONCATENATED MODULE: ./lib/gate/judge.js


/** One place of a file, as a key. */
function placeOf(at) {
    return `${at.file}:${at.start.line}:${at.start.column}-${at.end.line}:${at.end.column}`;
}
/**
 * Of the results of one stack, keeps the first for each endpoint: one fault is one finding, and the checks
 * stand in the order in which faults hide each other.
 */
function onePerEndpoint(results) {
    const told = new Set();
    return [...results].filter(({ endpoint }) => {
        if (!endpoint)
            return true;
        const key = placeOf(endpoint.target.at);
        if (told.has(key))
            return false;
        told.add(key);
        return true;
    });
}
/**
 * A file that nothing loads, in a repository whose nginx loads others, breaks nothing today: what is found in it is advice.
 * What is told of a target is sure enough by itself. Where the repository has no nginx of its own, the file is for one on some host, and its faults are faults;
 * an example or a template of another tool is advice everywhere.
 */
function asFarAsLoaded(found, stack, stacks) {
    const { assumed, unfinished } = stack.nginx;
    if (!assumed || (!unfinished && stacks.every(({ nginx }) => nginx.assumed)))
        return [...found];
    const files = new Set(stack.config.files.map(({ origin }) => origin));
    // A fault of the compose file beside it stays what it is.
    return found.map((draft) => (files.has(draft.location.file) ? { ...draft, severity: 'notice' } : draft));
}
/**
 * Drops what only follows from a finding on the same line: where Compose swallows a variable, nginx reads a directive that lacks a
 * word, and a name that is neither an upstream's nor a service's lacks a port as well.
 */
function withoutSequels(found) {
    const lineOf = ({ location: { file, start } }) => `${file}:${start.line}`;
    const linesOf = (check) => new Set(found.filter((f) => f.check === check).map(lineOf));
    const swallowed = linesOf('compose-dollar');
    const nameless = linesOf('unknown-host');
    return found.filter((f) => {
        if (refusals.has(f.check) && swallowed.has(lineOf(f)))
            return false;
        return !(f.check === 'wrong-arguments' && f.message.endsWith('is no upstream.') && nameless.has(lineOf(f)));
    });
}
/** Checks that tell what nginx refuses to load. */
const refusals = new Set([
    'syntax',
    'unknown-directive',
    'wrong-context',
    'wrong-arguments',
    'duplicate-directive',
    'include-cycle',
    'missing-file',
]);
/**
 * Drops errors of `nginx -t` that a check already explains: on the same line, or behind a line of the same file that
 * nginx refuses too. nginx stops at its first error, and tells an unclosed block at the end of the file.
 */
function withoutEchoes(found, nginxTest) {
    const errors = found.filter((f) => f.severity === 'error');
    return nginxTest.filter(({ location: { file, start }, severity }) => {
        const here = errors.filter((f) => f.location.file === file);
        if (here.some((f) => f.location.start.line === start.line))
            return false;
        return severity !== 'error' || !here.some((f) => refusals.has(f.check) && f.location.start.line < start.line);
    });
}
/** Merges what several stacks found, applies configuration, suppressions and baseline, and orders the rest. */
function judge(drafts, options) {
    const set = drafts.flatMap((draft) => withSeverity(draft, options.severities));
    const suppressions = options.sources.flatMap((source) => suppressionsIn(source));
    const used = new Set();
    const covering = coveredBy(suppressions);
    const told = once(set);
    const open = told.filter((draft) => {
        const by = covering(draft);
        for (const s of by)
            used.add(s);
        return by.length === 0;
    });
    const suppressed = told.length - open.length;
    const aboutComments = suppressions.flatMap((s) => suppressionFindings(s, !used.has(s) && !s.checks.some((id) => mayBeSilent(id, options))));
    const all = [...open, ...aboutComments.flatMap((draft) => withSeverity(draft, options.severities))].sort(finding/* compareFindings */.Eg);
    const findings = (0,finding/* withFingerprints */.QN)(all, options.lineOf);
    const fresh = findings.filter((f) => !options.baseline.has(f.fingerprint));
    return { findings: fresh, suppressed: suppressed + findings.length - fresh.length };
}
/** The counts that open every report. */
function totals({ findings, suppressed }) {
    const count = (severity) => findings.filter((f) => f.severity === severity).length;
    return { errors: count('error'), warnings: count('warning'), notices: count('notice'), suppressed };
}
function mayBeSilent(id, options) {
    return options.notRun.has(id) || options.severities.get(id) === 'off' || id.startsWith('smoke/');
}
function withSeverity(draft, severities) {
    const level = severities.get(draft.check);
    if (level === 'off')
        return [];
    return level === undefined ? [draft] : [{ ...draft, severity: level }];
}
/** The same finding through a shared include or several variants of a project is told once. */
function once(drafts) {
    const seen = new Map();
    for (const draft of drafts) {
        const key = `${draft.check}\0${placeOf(draft.location)}`;
        if (!seen.has(key))
            seen.set(key, draft);
    }
    return [...seen.values()];
}


/***/ }),

/***/ 7734:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ withoutSecretValues)
/* harmony export */ });
/* harmony import */ var _report_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(867);

const stars = '*****';
const longestValue = 200;
const valuesAtOnce = 50;
/** Passwords that are words: they stand in messages as what they are, and hide nothing. */
const words = /^(?:pass(?:word)?|secret|token|example|change-?me|default|admin|root|user|test|none|true|false|null|\d{1,5})$/i;
/**
 * A report without the values of the stacks' own secrets: a template's variable, or one that compose puts into a value, reaches
 * messages, targets and names of hosts. Lines of files are not in a report; whoever shows one stars it (report/secrets.ts).
 */
function withoutSecretValues(report, stacks) {
    const hide = hider(stacks);
    return {
        ...report,
        stacks: report.stacks.map((stack) => stackWithout(stack, hide)),
        findings: report.findings.map((f) => findingWithout(f, hide)),
    };
}
function findingWithout(finding, hide) {
    return {
        ...finding,
        message: hide(finding.message),
        why: hide(finding.why),
        ...(finding.fix ? { fix: { ...finding.fix, message: hide(finding.fix.message) } } : {}),
        related: finding.related.map((other) => ({ ...other, label: hide(other.label) })),
    };
}
function stackWithout(stack, hide) {
    const { nginxTest } = stack;
    return {
        ...stack,
        routes: stack.routes.map((route) => routeWithout(route, hide)),
        ...(nginxTest
            ? {
                nginxTest: {
                    ...nginxTest,
                    stubbed: nginxTest.stubbed.map(hide),
                    reason: nginxTest.reason === null ? null : hide(nginxTest.reason),
                },
            }
            : {}),
    };
}
function routeWithout(route, hide) {
    return {
        ...route,
        serverNames: route.serverNames.map(hide),
        location: route.location === null ? null : hide(route.location),
        target: hide(route.target),
        endpoints: route.endpoints.map((endpoint) => ({
            ...endpoint,
            host: endpoint.host === null ? null : hide(endpoint.host),
            socket: endpoint.socket === null ? null : hide(endpoint.socket),
            reason: endpoint.reason === null ? null : hide(endpoint.reason),
        })),
    };
}
/** Takes out the values of variables that are named as secrets, and what is a secret by its surroundings. */
function hider(stacks) {
    const projects = [...new Set(stacks.flatMap((stack) => stack.project ?? []))];
    const names = new Set(projects.flatMap(namesIn).map((name) => name.toLowerCase()));
    const values = new Set(projects
        .flatMap((project) => project.services.flatMap(secretsOf))
        .filter((value) => value.length >= 4 && !words.test(value) && !names.has(value.toLowerCase())));
    if (values.size === 0)
        return _report_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .unspoken */ .io;
    const patterns = patternsOf([...values].sort((a, b) => b.length - a.length));
    return (text) => (0,_report_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .unspoken */ .io)(patterns.reduce((shown, pattern) => shown.replace(pattern, stars), text));
}
/** V8 refuses a pattern of some 30,000 letters, and a value may be a whole file: then all that follows its beginning is hidden. */
function patternsOf(values) {
    const written = values.map((value) => {
        if (value.length > longestValue)
            return `${escaped(value.slice(0, longestValue))}[\\s\\S]*`;
        // Short ones stand inside other words by chance.
        return value.length < 8 ? `(?<!\\w)${escaped(value)}(?!\\w)` : escaped(value);
    });
    const patterns = [];
    for (let at = 0; at < written.length; at += valuesAtOnce) {
        // nginx folds names of hosts to small letters.
        patterns.push(new RegExp(written.slice(at, at + valuesAtOnce).join('|'), 'gi'));
    }
    return patterns;
}
function secretsOf(service) {
    return [...service.environment, ...(service.build?.args ?? [])].flatMap(([name, { value }]) => value !== null && (0,_report_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecretName */ .eh)(name) ? [value] : []);
}
/** What messages must be able to name, though somebody took it for a password: POSTGRES_PASSWORD=postgres. */
function namesIn({ services, networks }) {
    return [
        ...networks.keys(),
        ...services.flatMap((service) => [
            service.name,
            service.hostname?.value ?? '',
            service.containerName?.value ?? '',
            ...(service.image?.value.split(/[/:@]/) ?? []),
            ...[...service.networks.values()].flatMap((network) => network.aliases.map((alias) => alias.value)),
        ]),
    ];
}
function escaped(text) {
    return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}


/***/ }),

/***/ 762:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ stackReport)
/* harmony export */ });
/* harmony import */ var _stack_verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7905);
/* harmony import */ var _judge_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5492);


/** A stack as reports show it. `findings` are those that are told: an error at a target makes its verdict `wrong`. */
function stackReport(stack, findings, ran) {
    const errors = new Map(findings.filter((f) => f.severity === 'error').map((f) => [(0,_judge_js__WEBPACK_IMPORTED_MODULE_1__/* .placeOf */ .$t)(f.location), f.check]));
    return {
        name: stack.name,
        directory: stack.directory,
        composeFiles: stack.project?.files ?? [],
        nginx: {
            service: stack.nginx.service?.name ?? null,
            image: stack.nginx.image,
            main: stack.nginx.main,
            files: [...new Set(stack.config.files.flatMap((file) => file.origin ?? []))],
        },
        routes: stack.routes.flatMap((route) => reportedRoute(route, stack, errors)),
        ...ran,
    };
}
/** A route of the image's own configuration has no place in the repository and is left out. */
function reportedRoute({ route, endpoints }, stack, errors) {
    const at = route.directive.at;
    if (at === null)
        return [];
    return [
        {
            listen: route.server?.listens.map((l) => l.text) ?? [],
            serverNames: route.server?.names ?? [],
            location: route.location,
            directive: route.name,
            target: route.target,
            file: at.file,
            line: at.start.line,
            column: at.start.column,
            endpoints: endpoints.map((endpoint) => reportedEndpoint(endpoint, stack, errors)),
        },
    ];
}
function reportedEndpoint(endpoint, stack, errors) {
    const { target, reach } = endpoint;
    const { verdict, reason } = told((0,_stack_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .judge */ .S)(endpoint, stack), errors.get((0,_judge_js__WEBPACK_IMPORTED_MODULE_1__/* .placeOf */ .$t)(target.at)));
    return {
        host: target.host,
        port: target.port,
        socket: target.socket,
        protocol: target.protocol,
        service: 'service' in reach ? reach.service.name : null,
        verdict,
        reason,
        file: target.at.file,
        line: target.at.start.line,
    };
}
/** `wrong` needs a finding of severity error that is told: a suppressed one leaves the endpoint unverified. */
function told(judged, error) {
    if (error !== undefined)
        return { verdict: 'wrong', reason: error };
    return judged.verdict === 'wrong' ? { verdict: 'unverified', reason: `${judged.reason} is not told` } : judged;
}


/***/ }),

/***/ 9151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jo: () => (/* binding */ ignoredPaths),
/* harmony export */   sR: () => (/* binding */ changesSince)
/* harmony export */ });
/* unused harmony export parseUnifiedDiff */
/* harmony import */ var execa__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6993);

const bounded = { timeout: 20_000, maxBuffer: 64 * 1024 * 1024, stdin: 'ignore', env: { GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' } };
async function git(root, args, input) {
    const { stdin: _, ...rest } = bounded;
    const options = input === undefined ? bounded : { ...rest, input };
    const result = await (0,execa__WEBPACK_IMPORTED_MODULE_0__/* .execa */ .Ho)('git', ['-C', root, '-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false', ...args], {
        ...options,
        reject: false,
    });
    // 1 is an answer of check-ignore ("none of them") and of diff.
    return result.exitCode === 0 || result.exitCode === 1 ? String(result.stdout) : null;
}
/** Which of the paths (relative to the repository's top) git ignores. Empty where git is absent or this is no checkout. */
async function ignoredPaths(root, paths) {
    if (paths.length === 0)
        return new Set();
    const out = await git(root, ['check-ignore', '--no-index', '-z', '--stdin'], paths.join('\0'));
    return new Set((out ?? '').split('\0').filter((path) => path !== ''));
}
/**
 * What changed against `base`, uncommitted work and untracked files included; without a base, against the point
 * where the branch left its upstream's default branch, else the local one, else against HEAD; before the first commit everything is new.
 * Null where git can't tell, as in a shallow clone that does not reach back to that point.
 */
async function changesSince(root, base) {
    const from = base ?? (await forkPoint(root));
    if (from === null)
        return null;
    const diff = await git(root, ['diff', ...plainDiff, '--unified=0', '--no-renames', from, '--']);
    const untracked = await git(root, ['ls-files', '-z', '--others', '--exclude-standard']);
    if (diff === null || untracked === null)
        return null;
    const changed = parseUnifiedDiff(diff);
    for (const path of untracked.split('\0'))
        if (path !== '')
            changed.set(path, { touched: 'all', lostLines: false });
    return changed;
}
/** Undoes what a user's configuration may do to the output of `git diff`. */
const plainDiff = [
    ...['--no-color', '--no-ext-diff', '--no-textconv', '--no-relative', '--inter-hunk-context=0'],
    ...['--src-prefix=a/', '--dst-prefix=b/'],
];
async function forkPoint(root) {
    const head = (await git(root, ['rev-parse', '--verify', '--quiet', 'HEAD']))?.trim();
    if (!head)
        return (await git(root, ['hash-object', '-t', 'tree', '/dev/null']))?.trim() || null;
    for (const branch of ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master']) {
        const base = (await git(root, ['merge-base', 'HEAD', branch]))?.trim();
        if (base)
            return base;
    }
    // What a shallow clone leaves out may be the very commits that are asked about.
    return (await git(root, ['rev-parse', '--is-shallow-repository']))?.trim() === 'true' ? null : 'HEAD';
}
/** Reads `git diff --unified=0`: the lines of the new side; a pure deletion touches the line before and after it. */
function parseUnifiedDiff(diff) {
    const changed = new Map();
    let file = null;
    // Lines of a hunk may look like headers: an added "++ x" is written "+++ x".
    let inHunk = 0;
    for (const line of diff.split('\n')) {
        if (inHunk > 0) {
            if (/^[-+ ]/.test(line))
                inHunk -= line.startsWith(' ') ? 2 : 1;
            continue;
        }
        if (line.startsWith('+++ ')) {
            const path = unquoted(line.slice(4).replace(/\t$/, ''));
            file = { touched: new Set(), lostLines: false };
            if (path !== '/dev/null')
                changed.set(path.replace(/^b\//, ''), file);
        }
        const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
        if (hunk && file) {
            const start = Number(hunk[2]);
            const taken = Number(hunk[1] ?? 1);
            const added = Number(hunk[3] ?? 1);
            inHunk = added + taken;
            if (taken > added)
                file.lostLines = true;
            if (added === 0)
                file.touched.add(start).add(start + 1);
            for (let i = 0; i < added; i++)
                file.touched.add(start + i);
        }
    }
    return changed;
}
const escapes = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13 };
/** A path as git writes it: in quotes with C's escapes where it holds a quote, a backslash or a control character. */
function unquoted(path) {
    const inner = /^"(.*)"$/.exec(path)?.[1];
    if (inner === undefined)
        return path;
    const parts = inner.split(/(\\(?:[0-7]{3}|.))/).map((part) => {
        if (!part.startsWith('\\'))
            return Buffer.from(part);
        const sign = part.slice(1);
        return Buffer.from(sign.length === 3 ? [Number.parseInt(sign, 8)] : [escapes[sign] ?? sign.charCodeAt(0)]);
    });
    return Buffer.concat(parts).toString();
}


/***/ }),

/***/ 867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EZ: () => (/* binding */ starred),
/* harmony export */   cT: () => (/* binding */ withoutSecrets),
/* harmony export */   eh: () => (/* binding */ isSecretName),
/* harmony export */   io: () => (/* binding */ unspoken)
/* harmony export */ });
/** Words that a secret's name holds. `pass` alone counts only at the end of a word: `DB_PASS`, but not `bypass` or `passHostHeader`. */
const secretWords = 'pass(?:word|wd|phrase|code)|(?<!by|com|tres|(?:proxy|fastcgi|uwsgi|scgi|grpc|memcached)_)pass(?![a-z])|pwd|secret|token|jwt|credential|' +
    '(?:api|private|access|auth|signing|encryption|session|master|client|hmac)[_-]?key|cookie[_-]?(?:key|value)|sentry_dsn';
const secretName = new RegExp(secretWords, 'i');
/** Names that speak of a secret and hold none: where it lies, how long it lives, who serves it. */
const aboutSecrets = /(?:^(?:secrets|tokens|credentials)|file|path|dir|hosts?|hostname|ports?|names?|users?|username|enabled?|ttl|expir(?:y|es?|ation)(?:[_-]?(?:in|at|time|minutes))?|age|length|lifetime|url|uri|endpoint|server|service|header|type|alg(?:orithm)?|issuer|audience|method|required|timeout|days|hours|minutes|seconds|count|limit|size)$/i;
/** `NAME=value`, `NAME: value`, `"NAME": "value"`. */
const assignment = /^(\s*(?:-\s+)?["']?(?:export\s+)?)([\w.-]{1,100})(["']?\s*[:=]\s*)(\S.*)$/;
/** `user:password@`, up to the last `@`, as nobody encodes one in a password; `:8080/…@…` is a port. */
const inAddress = /(:\/\/[^/\s:@]{0,200}:)(?!\d{1,5}\/)([^\s"';,]{1,300})(?=@)/g;
/** The same without a scheme. `nginx:1.27@sha256:…` is an image. */
const inBareAddress = /((?:^|[\s"'=])[\w.%+-]{1,100}:)(?![\d.]{1,20}@sha)([^\s"';,/@]{1,300})(?=@(?!sha\d+:)[\w[])/g;
/** `https://token@host`: long enough to be no name of a user. */
const tokenInAddress = /(:\/\/)([^/\s:@"']{14,300})(?=@)/g;
const header = /(\bauthorization["']?[:\s]+["']?(?:basic|bearer|token)\s+)([^\s"';]+)/gi;
/** Headers whose whole value is one, where a value is set: `proxy_set_header Cookie "session=…"`. */
const setHeader = /((?:_set_header|add_header|-H)\s+["']?(?:proxy-)?(?:authorization|cookie)["']?[:\s]+["']?)(?!(?:basic|bearer|token)\s)([^\s"'$;][^"'$;]*)/gi;
/** Within a line: `?access_token=value`, `{ PASSWORD: value }`. What begins with `$` is a variable, a number may be a port. */
const named = new RegExp(`([\\w.-]{0,60}(?:${secretWords.replace('(?![a-z])', '(?=[_-]|["\']?\\s*[=:])')})[\\w.-]{0,40})(["']?\\s*[=:]\\s*["']?)(?![/$?+-]|\\d{1,5}\\b)([^\\s"'&;,}\\])]+)`, 'gi');
/** The same behind a blank, where only options, headers and parameters have values: `--db-password value`, `X-Api-Key value`. */
const spaced = new RegExp(`((?:^|[\\s"'])(?:--?|x-|requirepass|masterauth|secure_link_secret|(?:fastcgi_param|uwsgi_param|scgi_param|env|set)\\s+\\$?)[\\w.-]{0,60}?(?:(?<=requirepass|masterauth|link_secret)|(?:${secretWords})[\\w.-]{0,40})["']?[\\s,]+["']{0,2})([^\\s"'$;,}\\])][^\\s"';,}\\]]*)`, 'gi');
/** `if ($http_x_secret != "value")`. */
const compared = new RegExp(`(\\$\\w{0,60}(?:${secretWords})\\w{0,40}\\s*!?(?:=|~\\*?)\\s*["']?)([^\\s"')$][^"')]*)`, 'gi');
/** What is hashed into links: all of it that is no variable. */
const hashed = /(\bsecure_link_(?:md5|hmac_message)\s+)([^;]+)/g;
/** `${NAME:-value}`. */
const fallback = new RegExp(`(\\$\\{[\\w.-]*(?:${secretWords}|key)\\w*:?[-+])([^}]+)(?=\\})`, 'gi');
/** Keys that services give out under a prefix of their own. */
const prefixed = /\b(?:(?:AKIA|ASIA)[A-Z0-9]{16}|gh[pousr]_\w{20,}|github_pat_\w{20,}|[sr]k_(?:live|test)_\w{10,}|xox[abprs]-[\w-]{10,}|glpat-[\w-]{16,})/g;
/** Words that may be random letters and digits; `isRandom` decides. */
const longWord = /(?<![\w+/.:@-])[A-Za-z0-9+]{15,512}={0,2}(?![\w-])/g;
/** Long lines are read again and again: by each finding on them, in each format. */
const knownLines = new WeakMap();
/** A reader of lines in which secrets are starred: values of names that speak of one, passwords in addresses, and in env files every value but plain ones. */
function withoutSecrets(lineOf) {
    const known = knownLines.get(lineOf) ?? new Map();
    knownLines.set(lineOf, known);
    return (file, line) => {
        const text = lineOf(file, line);
        if (text === undefined || text.length < 500)
            return text === undefined ? undefined : starred(file, text);
        const key = `${line}:${file}`;
        const shown = known.get(key) ?? starred(file, text);
        known.set(key, shown);
        return shown;
    };
}
/** One line of a file with its secrets starred, as long as it was. */
function starred(file, text) {
    const shown = unspoken(text);
    const [, indent = '', name = '', sign = '', value = ''] = assignment.exec(shown) ?? [];
    if (value === '' || isPlain(value) || (value.startsWith('[') && !/["']/.test(value) && name === 'secrets'))
        return shown;
    if (isEnvFile(file))
        return isOpen(name, value) ? shown : indent + name + sign + stars(value);
    if (!isSecretName(name))
        return shown;
    if (/^["']?\$\{/.test(value))
        return indent + name + sign + value.replace(/(:?[-+])([^}]+)(?=\})/, (_, before, secret) => before + stars(secret));
    return /^\$\w/.test(value) ? shown : indent + name + sign + stars(value);
}
/** Text of any kind with what is a secret by its surroundings or its looks starred: a message that quotes a file, an address. */
function unspoken(text) {
    const cover = (whole, before, secret) => (/^\$(?:\w+|\{\w+\})$/.test(secret) ? whole : before + stars(secret));
    return text
        .replace(inAddress, cover)
        .replace(inBareAddress, cover)
        .replace(tokenInAddress, cover)
        .replace(header, cover)
        .replace(setHeader, cover)
        .replace(hashed, (_, before, words) => before + words.replace(/\$\{?\w+|[^\s"'$]+/g, (w) => (w.startsWith('$') ? w : stars(w))))
        .replace(fallback, cover)
        .replace(compared, cover)
        .replace(named, (whole, name, sign, secret) => (isSecretName(name) ? name + sign + stars(secret) : whole))
        .replace(spaced, cover)
        .replace(prefixed, stars)
        .replace(longWord, (word) => (isRandom(word) ? stars(word) : word));
}
/** Whether the value of a variable of this name is a secret. */
function isSecretName(name) {
    return secretName.test(name) && !aboutSecrets.test(name);
}
/** Numbers and switches tell nobody anything, and ports are what findings are about. */
function isPlain(value) {
    return /^["']?(?:true|false|yes|no|on|off|null|none)["']?,?\s*(?:#.*)?$/i.test(value);
}
/** In an env file: a number, or a host's name, address or port where the name says so. */
function isOpen(name, value) {
    if (/^["']?(?:\d{1,5}|(?:\$\{\w+\}|[:/]{1,3}|https?:)*)["']?\s*$/.test(value))
        return true;
    return (/(?:host|hostname|port|url|uri|addr|address|upstream|backend|service|domain|origin)s?$/i.test(name) &&
        /^["']?(?:[a-z]{1,10}:\/\/)?[a-z][\w.-]{0,100}(?::\d{1,5})?(?:\/[\w/-]{0,40})?["']?\s*$/i.test(value));
}
/** Small and capital letters with digits among them again and again: nobody names a thing so. */
function isRandom(word) {
    return /[a-z]/.test(word) && /[A-Z]/.test(word) && (word.match(/\d+(?=\D)/g)?.length ?? 0) >= 2;
}
function isEnvFile(file) {
    const name = file.slice(file.lastIndexOf('/') + 1);
    return /^\.env(?:\.|$)|\.env$/.test(name);
}
function stars(text) {
    return '*'.repeat(text.length);
}


/***/ }),

/***/ 8191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hs: () => (/* binding */ countedFindings),
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   L5: () => (/* binding */ serverName),
/* harmony export */   O1: () => (/* binding */ lookedAt),
/* harmony export */   Od: () => (/* binding */ scopeOf),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   lD: () => (/* binding */ split),
/* harmony export */   uy: () => (/* binding */ nginxTestWords),
/* harmony export */   x0: () => (/* binding */ directWords),
/* harmony export */   zY: () => (/* binding */ endpointName)
/* harmony export */ });
/* unused harmony export countedEndpoints */
/* harmony import */ var _core_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6134);

/** "1 route", "2 routes". */
function count(number, one, many = `${one}s`) {
    return `${number} ${number === 1 ? one : many}`;
}
/** "a", "a and b", "a, b and c". */
function listed(words) {
    return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
/** "2 errors and 1 warning", "no findings". */
function countedFindings(findings) {
    const counted = _core_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .gO.flatMap((severity) => {
        const number = findings.filter((f) => f.severity === severity).length;
        return number === 0 ? [] : [count(number, severity)];
    });
    return counted.length === 0 ? 'no findings' : listed(counted);
}
/** `api:3000`, `[::1]:3000`, `unix:/run/app.sock`. */
function endpointName(endpoint) {
    if (endpoint.socket !== null)
        return `unix:${endpoint.socket}`;
    const host = endpoint.host ?? '?';
    const bracketed = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
    return endpoint.port === null ? bracketed : `${bracketed}:${endpoint.port}`;
}
/** `shop.example on 80`; a server without a name is told by its listen addresses alone. */
function serverName(route) {
    const names = route.serverNames.filter((name) => name !== '');
    const listen = route.listen.length === 0 ? '' : listed(route.listen);
    if (names.length === 0)
        return listen === '' ? 'server' : `server on ${listen}`;
    return listen === '' ? names.join(' ') : `${names.join(' ')} on ${listen}`;
}
const verdicts = ['ok', 'wrong', 'external', 'unverified'];
/** "5 endpoints ok, 1 wrong, 2 unverified"; each place in the files counts once however many routes end there. */
function countedEndpoints(routes) {
    const byPlace = new Map();
    for (const endpoint of routes.flatMap((route) => route.endpoints)) {
        const key = `${endpoint.file}:${endpoint.line}:${endpointName(endpoint)}`;
        if (byPlace.get(key) !== 'wrong')
            byPlace.set(key, endpoint.verdict);
    }
    const all = [...byPlace.values()];
    const parts = verdicts.flatMap((verdict) => {
        const number = all.filter((v) => v === verdict).length;
        return number === 0 ? [] : [`${number} ${verdict}`];
    });
    return parts.length === 0 ? 'no endpoints' : `${all.length === 1 ? 'endpoint' : 'endpoints'}: ${parts.join(', ')}`;
}
/** What the real `nginx -t` said: "nginx -t passed on nginx:1.27 (docker, 3 files)". */
function nginxTestWords(test) {
    if (!test)
        return 'nginx -t was not asked for';
    const where = test.image === null ? (test.engine === 'nginx' ? 'the nginx of this machine' : 'an unknown image') : test.image;
    switch (test.status) {
        case 'passed':
            return `nginx -t passed on ${where} (${engineWords(test)}${count(test.files, 'file')})${because(test)}`;
        case 'failed':
            return `nginx -t failed on ${where}${test.engine === null ? '' : ` (${test.engine})`}${because(test)}`;
        case 'vacuous':
            return `nginx -t read none of the repository's files on ${where}${because(test)}`;
        case 'skipped':
            return `nginx -t ${test.engine === null ? 'did not run' : 'can tell nothing'}${because(test)}`;
    }
}
/** Why it ran where it ran, or did not: an image is never replaced in silence. */
function because({ reason }) {
    return reason === null ? '' : `: ${reason.replace(/\.$/, '')}`;
}
function engineWords(test) {
    return test.engine === null ? '' : `${test.engine}, `;
}
/**
 * One line on what was looked at in a stack.
 * @param all the stacks of the report: where several have its name, what tells it apart stands behind it
 */
function lookedAt(stack, all = []) {
    const files = count(stack.nginx.files.length, 'configuration file');
    return `${stack.name}${apart(stack, all)}: ${files}, ${count(stack.routes.length, 'route')}, ${countedEndpoints(stack.routes)}; ${stack.smoke ? smokeWords(stack) : nginxTestWords(stack.nginxTest)}`;
}
function apart(stack, all) {
    const namesakes = all.filter(({ name }) => name === stack.name);
    if (namesakes.length < 2)
        return '';
    const { service, files, main } = stack.nginx;
    const own = service !== null && namesakes.filter((one) => one.nginx.service === service).length === 1;
    const variant = stack.composeFiles.at(-1);
    const alike = namesakes.filter((one) => one.nginx.service === service && one.composeFiles.at(-1) === variant);
    return ` (${own ? service : service !== null && variant !== undefined && alike.length === 1 ? variant : (files[0] ?? service ?? main)})`;
}
function smokeWords(stack) {
    const requests = stack.smoke?.requests ?? [];
    const failed = requests.filter((request) => request.cause !== null).length;
    const skipped = stack.smoke?.skipped ?? [];
    const first = skipped[0];
    const left = first ? `, ${count(skipped.length, 'route')} not asked (${first.file}:${first.line}: ${first.because})` : '';
    return `${count(requests.length, 'request')} from ${stack.smoke?.vantage}, ${failed === 0 ? 'all healthy' : `${failed} failed`}${left}`;
}
/** How far the failures of a stack's requests reach, as a sentence to open with: "shop: 1 of 3 requests fails, …". Empty where none failed. */
function scopeOf({ name, smoke }) {
    const failed = smoke?.requests.some((request) => request.cause !== null) ?? false;
    return failed && smoke?.scope ? `${name}: ${smoke.scope.replace(/\.$/, '')}.` : '';
}
/** What an endpoint answered without nginx: its status, else what went wrong in few words (the evidence has the whole). */
function directWords({ status, result }) {
    return status === null ? result.replace(/ \(.*\)$/s, '') : String(status);
}
/** Findings split into those that count and those that the change under review did not cause. */
function split(report, notCaused = new Set()) {
    return {
        caused: report.findings.filter((f) => !notCaused.has(f.fingerprint)),
        others: report.findings.filter((f) => notCaused.has(f.fingerprint)),
    };
}


/***/ })

};
