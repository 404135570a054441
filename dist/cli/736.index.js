export const id = 736;
export const ids = [736];
export const modules = {

/***/ 1736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkCommand: () => (/* binding */ checkCommand)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./lib/gate/baseline.js


/**
 * The fingerprints of a baseline: a report that `check --format json --output FILE` wrote earlier.
 * @throws GateError when the file can't be read or is no such report
 */
function readBaseline(file) {
    let report;
    try {
        report = JSON.parse((0,external_node_fs_.readFileSync)(file, 'utf8').replace(/^\uFEFF/, ''));
    }
    catch (error) {
        throw new errors/* GateError */.u(`The baseline ${file} can't be read (${(0,errors/* messageOf */.b)(error)}). Make one with: check --format json --fail-on never --output ${file}`);
    }
    const findings = report?.findings;
    if (!Array.isArray(findings))
        throw new errors/* GateError */.u(`${file} is no baseline: a report of --format json is wanted.`);
    return new Set(findings.map((f) => String(f?.fingerprint)));
}

;// CONCATENATED MODULE: ./lib/core/changes.js
/** Whether a span of a file stands on a touched line. */
function touches(changes, { file, start, end }) {
    const touched = changes.get(file)?.touched;
    if (touched === undefined || touched === 'all')
        return touched === 'all';
    for (let line = start.line; line <= end.line; line++)
        if (touched.has(line))
            return true;
    return false;
}
/** Whether a finding stands on a touched line, itself or one of its related places. A changed port in the compose file thus answers for an untouched nginx line. */
function touchesFinding(changes, finding) {
    return [finding.location, ...finding.related.map((r) => r.location)].some((at) => touches(changes, at));
}

;// CONCATENATED MODULE: ./lib/gate/caused.js

/**
 * Fingerprints of the findings that a change did not cause: none of their places stands on a touched line. What was taken
 * out of a file (a service, a network) leaves no line to point at, so a finding is caused, too, when a file on its other side lost
 * lines; and when it names no other side, by any change to its stack's compose files.
 */
function notCausedBy(changes, report) {
    const isCaused = (finding) => {
        if (touchesFinding(changes, finding))
            return true;
        const others = finding.related.map((other) => other.location.file).filter((file) => file !== finding.location.file);
        return others.length > 0
            ? others.some((file) => changes.get(file)?.lostLines)
            : composeFilesBehind(finding, report).some((file) => changes.has(file));
    };
    return new Set(report.findings.filter((finding) => !isCaused(finding)).map((finding) => finding.fingerprint));
}
/** The compose files of the stacks whose nginx reads the finding's file. */
function composeFilesBehind(finding, report) {
    return report.stacks.filter((stack) => stack.nginx.files.includes(finding.location.file)).flatMap((stack) => stack.composeFiles);
}

// EXTERNAL MODULE: ./lib/gate/check.js + 62 modules
var check = __webpack_require__(8835);
// EXTERNAL MODULE: ./lib/gate/failing.js
var failing = __webpack_require__(6747);
// EXTERNAL MODULE: ./lib/gate/job.js + 1 modules
var gate_job = __webpack_require__(7767);
// EXTERNAL MODULE: ./lib/git.js
var git = __webpack_require__(9151);
// EXTERNAL MODULE: ./lib/command-line/job-options.js
var job_options = __webpack_require__(2782);
// EXTERNAL MODULE: ./lib/command-line/print-report.js + 11 modules
var print_report = __webpack_require__(9190);
// EXTERNAL MODULE: ./lib/command-line/progress.js
var command_line_progress = __webpack_require__(459);
;// CONCATENATED MODULE: ./lib/command-line/check.js










const none = new Set();
/** `nginx-gate check`: prints the report and answers the exit status. @throws GateError */
async function checkCommand(line, signal) {
    const job = (0,gate_job/* openJob */.I)((0,job_options/* jobOptions */.w)(line));
    const progress = new command_line_progress/* Progress */.k();
    const timing = new command_line_progress/* Timing */.X();
    const report = await (0,check/* check */.z6)({
        ...job,
        engine: line.value('engine'),
        image: line.value('image'),
        foreign: false,
        baseline: line.value('baseline') ? readBaseline(line.value('baseline')) : new Set(),
        signal,
        progress: progress.tell,
        mark: timing.mark,
    }).finally(() => progress.clear());
    const notCaused = line.value('filter') === 'changed' ? notCausedBy(await changesIn(job.repo.root), report) : none;
    (0,print_report/* printReport */.Y)(report, line, job.repo.lineOf, notCaused);
    if (line.has('timing'))
        process.stderr.write(String(timing));
    const untested = line.has('require-nginx-test') ? (0,check/* missingNginxTest */.rd)(report) : null;
    if (untested)
        throw new errors/* GateError */.u(untested);
    const failOn = line.value('fail-on');
    const failed = (0,failing/* failing */.J)(report.findings, failOn, notCaused);
    const spared = (0,failing/* failing */.J)(report.findings, failOn, none).length - failed.length;
    if (spared > 0)
        process.stderr.write(`${spared} of these findings were not caused by this change, and do not fail it.\n`);
    return failed.length > 0 ? 1 : 0;
}
/** What the working tree changes. @throws GateError where git can't tell */
async function changesIn(root) {
    const changes = await (0,git/* changesSince */.sR)(root);
    if (changes === null)
        throw new errors/* GateError */.u('--filter changed needs git and a checkout with its history (actions/checkout: fetch-depth: 0): git could not say what changed.');
    return changes;
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
