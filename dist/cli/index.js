#!/usr/bin/env -S node --
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 6193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 7066:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tty");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 8877:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");

/***/ }),

/***/ 714:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:vm");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 9069:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _command_line_options_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6076);
/* harmony import */ var _command_line_output_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8273);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3828);
/* harmony import */ var _report_visible_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(5944);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3411);





/** Each command is loaded only when it is asked for: most of the time of a short one is spent on reading the program. */
async function run(line, signal) {
    if (line.has('help'))
        return print((await __nccwpck_require__.e(/* import() */ 767).then(__nccwpck_require__.bind(__nccwpck_require__, 6767))).helpText(line.command));
    if (line.has('version'))
        return print(`nginx-gate ${_version_js__WEBPACK_IMPORTED_MODULE_2__/* .version */ .r}\n`);
    switch (line.command) {
        case 'check':
            if (line.has('watch'))
                return (await Promise.all(/* import() */[__nccwpck_require__.e(204), __nccwpck_require__.e(797), __nccwpck_require__.e(939), __nccwpck_require__.e(92), __nccwpck_require__.e(136), __nccwpck_require__.e(514), __nccwpck_require__.e(221)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4221))).watch(line, signal);
            return (await Promise.all(/* import() */[__nccwpck_require__.e(204), __nccwpck_require__.e(797), __nccwpck_require__.e(939), __nccwpck_require__.e(92), __nccwpck_require__.e(136), __nccwpck_require__.e(514), __nccwpck_require__.e(736)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1736))).checkCommand(line, signal);
        case 'smoke':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(204), __nccwpck_require__.e(797), __nccwpck_require__.e(939), __nccwpck_require__.e(92), __nccwpck_require__.e(136), __nccwpck_require__.e(514), __nccwpck_require__.e(171), __nccwpck_require__.e(140)]).then(__nccwpck_require__.bind(__nccwpck_require__, 140))).smokeCommand(line, signal);
        case 'routes':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(204), __nccwpck_require__.e(797), __nccwpck_require__.e(939), __nccwpck_require__.e(92), __nccwpck_require__.e(136), __nccwpck_require__.e(514), __nccwpck_require__.e(518)]).then(__nccwpck_require__.bind(__nccwpck_require__, 518))).routesCommand(line);
        case 'explain':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(204), __nccwpck_require__.e(939), __nccwpck_require__.e(136), __nccwpck_require__.e(171), __nccwpck_require__.e(305)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3305))).explainCommand(line);
        case 'init':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(204), __nccwpck_require__.e(797), __nccwpck_require__.e(939), __nccwpck_require__.e(92), __nccwpck_require__.e(875)]).then(__nccwpck_require__.bind(__nccwpck_require__, 875))).initCommand(line);
        default:
            return 2;
    }
}
function print(text) {
    process.stdout.write(text);
    return 0;
}
/** The first signal stops the job in good order (containers are removed), the second at once. */
function abortOnSignal() {
    const controller = new AbortController();
    for (const [name, status] of [
        ['SIGINT', 130],
        ['SIGTERM', 143],
        ['SIGHUP', 129],
    ]) {
        process.once(name, () => {
            process.exitCode = status;
            controller.abort(new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .GateError */ .u('Stopped.'));
            process.once(name, () => process.exit(status));
        });
    }
    return controller;
}
async function main() {
    (0,_command_line_output_js__WEBPACK_IMPORTED_MODULE_1__/* .endQuietlyOnClosedPipe */ .oD)();
    const { signal } = abortOnSignal();
    try {
        const status = await run((0,_command_line_options_js__WEBPACK_IMPORTED_MODULE_0__/* .parseCommandLine */ .Du)(process.argv.slice(2)), signal);
        if (!signal.aborted)
            process.exitCode = status;
    }
    catch (thrown) {
        const error = signal.aborted ? signal.reason : thrown;
        if (!signal.aborted)
            process.exitCode = 2;
        process.stderr.write(error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .GateError */ .u ? `nginx-gate: ${(0,_report_visible_js__WEBPACK_IMPORTED_MODULE_4__/* .visible */ .RK)(error.message)}\n` : crash(error));
    }
}
/** A fault of ours: one line for everybody, the trace for those who ask for it. */
function crash(error) {
    const trace = process.env.NGINX_GATE_DEBUG && error instanceof Error ? `${error.stack}\n` : '';
    return `nginx-gate: this is a fault of nginx-gate itself: ${(0,_report_visible_js__WEBPACK_IMPORTED_MODULE_4__/* .visible */ .RK)((0,_core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .b)(error))} (NGINX_GATE_DEBUG=1 prints the trace)\n${trace}`;
}
await main();

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 6076:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Du: () => (/* binding */ parseCommandLine),
/* harmony export */   fF: () => (/* binding */ options)
/* harmony export */ });
/* unused harmony exports commands, listOf */
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7975);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3828);
/* harmony import */ var _core_nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6661);



const commands = ['check', 'smoke', 'routes', 'explain', 'init'];
const reading = ['check', 'smoke', 'routes'];
const everywhere = commands;
/** Every option of the command line: parsing, validation and help are made from this table alone. */
const options = {
    format: {
        value: 'FORMAT',
        choices: ['text', 'json', 'sarif', 'github', 'junit', 'markdown'],
        default: 'text',
        help: 'how the report is written',
        commands: ['check', 'smoke', 'routes', 'explain'],
    },
    output: { value: 'FILE', help: 'write the report to FILE instead of standard output', commands: reading },
    'fail-on': {
        value: 'LEVEL',
        choices: ['error', 'warning', 'notice', 'never'],
        default: 'error',
        help: 'exit 1 for findings of this severity or above',
        commands: ['check', 'smoke'],
    },
    config: { value: 'FILE', help: 'the configuration file [.nginx-gate.yml]', commands: reading },
    compose: { value: 'FILE', repeatable: true, help: 'a compose file, as "docker compose -f"; repeatable', commands: reading },
    profile: { value: 'NAME', repeatable: true, help: 'an active Compose profile; repeatable', commands: reading },
    'env-file': { value: 'FILE', repeatable: true, help: 'instead of .env, as "docker compose --env-file"', commands: reading },
    'nginx-service': { value: 'NAME', help: 'the service that is nginx, where that is not plain', commands: reading },
    'nginx-conf': { value: 'FILE', help: 'the main file of an nginx that is in no compose file', commands: reading },
    engine: {
        value: 'ENGINE',
        choices: ['auto', 'docker', 'podman', 'nginx', 'none'],
        default: 'auto',
        help: 'what runs the real "nginx -t"',
        commands: ['check'],
    },
    image: { value: 'IMAGE', help: 'run "nginx -t" in this image instead of the one that will run', commands: ['check'] },
    'require-nginx-test': { help: 'exit 2 when "nginx -t" could not run', commands: ['check'] },
    filter: {
        value: 'WHICH',
        choices: ['all', 'changed'],
        default: 'all',
        help: 'changed: only findings that a change caused may fail',
        commands: ['check'],
    },
    baseline: { value: 'FILE', help: 'leave out the findings of an earlier --format json report', commands: ['check'] },
    watch: { help: 'check again whenever a file changes', commands: ['check'] },
    'base-url': { value: 'URL', help: 'where nginx answers, as seen from here', commands: ['smoke'] },
    vantage: {
        value: 'PLACE',
        default: 'auto',
        help: 'where requests are sent from: auto, docker, runner or ssh://USER@HOST',
        commands: ['smoke'],
    },
    wait: { value: 'SECONDS', default: '60', help: 'how long nginx and apps may take to come up', commands: ['smoke'] },
    timeout: { value: 'SECONDS', default: '10', help: 'how long one request may take', commands: ['smoke'] },
    ca: { value: 'FILE', help: 'trust the certificates of this PEM file too', commands: ['smoke'] },
    'ssh-key': { value: 'FILE', help: 'the private key for an ssh:// vantage', commands: ['smoke'] },
    'ssh-known-hosts': { value: 'FILE', help: 'the known_hosts file for an ssh:// vantage', commands: ['smoke'] },
    evidence: { value: 'FILE', help: 'write everything that was seen to FILE (JSON, secrets redacted)', commands: ['smoke'] },
    url: { value: 'URL', help: 'only the route that answers this URL', commands: ['routes'] },
    force: { help: 'overwrite files that exist', commands: ['init'] },
    quiet: { help: 'print findings only', commands: reading },
    'no-color': { help: 'no colours', commands: reading },
    timing: { help: 'tell on standard error how long each step took', commands: reading },
    help: { short: 'h', help: 'print this help', commands: everywhere },
    version: { short: 'v', help: 'print the version', commands: everywhere },
};
const table = options;
/** Reads the words after the program's name. @throws GateError that names the word and, where there is one, the nearest */
function parseCommandLine(argv) {
    const { tokens } = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({
        args: [...argv],
        strict: false,
        allowPositionals: true,
        tokens: true,
        options: Object.fromEntries(Object.entries(table).map(([name, o]) => [
            name,
            { type: o.value ? 'string' : 'boolean', multiple: true, ...(o.short ? { short: o.short } : {}) },
        ])),
    });
    const given = new Map();
    const words = [];
    for (const token of tokens) {
        if (token.kind === 'positional')
            words.push(token.value);
        if (token.kind === 'option')
            take(given, token.name, token.rawName, token.value);
    }
    const command = commandOf(words, given);
    for (const name of given.keys())
        checkUse(name, command);
    return {
        command,
        rest: words.slice(1),
        value: (name) => given.get(name)?.at(-1) ?? table[name]?.default,
        values: (name) => given.get(name) ?? [],
        has: (name) => given.has(name),
    };
}
function take(given, name, rawName, value) {
    const option = Object.hasOwn(table, name) ? table[name] : undefined;
    if (!option) {
        const near = (0,_core_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(name, Object.keys(table));
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .u(`There is no option ${rawName}.${near ? ` Did you mean --${near}?` : ''} See nginx-gate --help.`);
    }
    if (option.value && (value === undefined || value === ''))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .u(`--${name} needs a value: --${name} ${option.value}.`);
    if (!option.value && value !== undefined)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .u(`--${name} takes no value.`);
    if (option.choices && value !== undefined && !option.choices.includes(value)) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .u(`--${name} ${value} is not known; it may be ${listOf(option.choices)}.`);
    }
    const before = given.get(name) ?? [];
    if (before.length > 0 && !option.repeatable && option.value && before[0] !== value)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .u(`--${name} is given twice, as ${before[0]} and as ${value}.`);
    given.set(name, [...before, value ?? '']);
}
function commandOf(words, given) {
    const word = words[0];
    if (word === undefined) {
        if (given.has('help') || given.has('version'))
            return null;
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .u(`A command is needed: ${listOf(commands)}. See nginx-gate --help.`);
    }
    const command = commands.find((name) => name === word);
    if (command)
        return command;
    const near = (0,_core_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(word, commands);
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .u(`There is no command "${word}".${near ? ` Did you mean "${near}"?` : ` There are ${listOf(commands)}.`}`);
}
function checkUse(name, command) {
    const option = table[name];
    if (command && option && !option.commands.includes(command))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .GateError */ .u(`--${name} is for ${listOf(option.commands)}, not for ${command}.`);
}
/** "a, b or c". */
function listOf(words) {
    return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}


/***/ }),

/***/ 8273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _h: () => (/* binding */ writeFile),
/* harmony export */   oD: () => (/* binding */ endQuietlyOnClosedPipe),
/* harmony export */   u5: () => (/* binding */ writeReport)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3828);


/**
 * Writes a report to standard output, or to the file of `--output`. A pipe that its reader closed is no error.
 * @throws GateError when the file can't be written
 */
function writeReport(text, file) {
    if (file === undefined)
        process.stdout.write(text);
    else
        writeFile(file, text);
}
/** Writes a file that the user named. @throws GateError when it can't be written */
function writeFile(file, text) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(file, text);
    }
    catch (error) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .GateError */ .u(`${file} can't be written: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .b)(error)}`);
    }
}
/**
 * Lets `… | head` end quietly: the exit status stays what the findings ask for. A report that can't be written for another reason,
 * as on a full disk, is a job not done.
 */
function endQuietlyOnClosedPipe() {
    process.stdout.on('error', (error) => {
        if (error.code === 'EPIPE')
            return;
        process.stderr.write(`nginx-gate: the report can't be written: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .b)(error)}\n`);
        process.exit(2);
    });
    // Where nobody can read it, there is nobody to tell.
    process.stderr.on('error', () => { });
}


/***/ }),

/***/ 3828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ messageOf),
/* harmony export */   u: () => (/* binding */ GateError)
/* harmony export */ });
/** The job could not be done (bad option, no nginx configuration, unreadable file): exit status 2 and one line on standard error. */
class GateError extends Error {
    name = 'GateError';
}
/** The message of anything that was thrown, in one line. */
function messageOf(error) {
    const text = error instanceof Error ? error.message : String(error);
    return text.split('\n', 1)[0] ?? '';
}


/***/ }),

/***/ 6661:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ editDistance),
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/** How many letters may be wrong before a suggestion is no help: one in three, at least one, at most three. */
function tolerance(word) {
    return Math.max(1, Math.min(3, Math.floor(word.length / 3)));
}
/** The candidate that is most likely meant by a misspelt word, or null when none is near. Compares without case. */
function nearest(word, candidates) {
    const wanted = word.toLowerCase().slice(0, 64);
    const most = tolerance(wanted);
    let best = null;
    let bestDistance = most + 1;
    for (const candidate of candidates) {
        if (Math.abs(candidate.length - wanted.length) > most)
            continue;
        const distance = editDistance(wanted, candidate.toLowerCase(), most);
        if (distance < bestDistance) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}
/** Optimal string alignment distance: insertions, deletions, substitutions and swapped neighbours, each counting 1; gives up above `limit`. */
function editDistance(a, b, limit = Number.POSITIVE_INFINITY) {
    let beforeLast = [];
    let last = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        for (let j = 1; j <= b.length; j++) {
            const change = a[i - 1] === b[j - 1] ? 0 : 1;
            let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + change);
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
                cost = Math.min(cost, beforeLast[j - 2] + 1);
            row.push(cost);
        }
        if (Math.min(...row) > limit)
            return limit + 1;
        beforeLast = last;
        last = row;
    }
    return last[b.length];
}


/***/ }),

/***/ 5944:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   PL: () => (/* binding */ columnsOf),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   pq: () => (/* binding */ visibleSpan)
/* harmony export */ });
// Text from files, images and servers reaches terminals and web pages. Characters that move the cursor, reorder or hide
// other characters are shown by their number instead, so that nobody reads something else than what stands there.
/** Controls but tab, the Unicode marks that reorder text, and characters without a width (soft hyphen, zero-width, tags). */
const unseen = /[\p{Cc}\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\u{e0000}-\u{e0fff}]|[\ud800-\udfff]/gu;
/** One line of text with everything unseen made visible as `\u{202e}`; tabs become one blank each, line ends too. */
function visible(text) {
    return text.replace(unseen, (character) => (/[\t\n\r]/.test(character) ? ' ' : escaped(character)));
}
function escaped(character) {
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
/**
 * A code line for showing, tabs as four blanks, with the span that was `start` to `end` (0-based, exclusive, UTF-16 units)
 * as offsets into the shown text.
 */
function visibleSpan(text, start, end) {
    const show = (part) => visible(part.replaceAll('\t', '    '));
    const before = show(text.slice(0, start));
    const inside = show(text.slice(start, end));
    return { text: before + inside + show(text.slice(end)), start: before.length, end: before.length + inside.length };
}
/** How many columns a terminal gives a text: two for East Asian wide characters and emoji, none for combining marks. */
function columnsOf(text) {
    let columns = 0;
    for (const character of text) {
        if (/\p{M}/u.test(character))
            continue;
        columns +=
            /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(character)
                ? 2
                : 1;
    }
    return columns;
}


/***/ }),

/***/ 3411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/** The released version; a test holds it against package.json. */
const version = '0.1.0';


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(9069);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
