export const id = 875;
export const ids = [875];
export const modules = {

/***/ 875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  initCommand: () => (/* binding */ initCommand)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/repository.js
var repository = __webpack_require__(1203);
// EXTERNAL MODULE: ./lib/gate/check.js + 62 modules
var check = __webpack_require__(8835);
// EXTERNAL MODULE: ./lib/gate/config.js
var config = __webpack_require__(6625);
// EXTERNAL MODULE: ./lib/gate/job.js + 1 modules
var job = __webpack_require__(7767);
// EXTERNAL MODULE: ./lib/report/visible.js
var visible = __webpack_require__(5944);
// EXTERNAL MODULE: ./lib/report/words.js
var report_words = __webpack_require__(8191);
;// CONCATENATED MODULE: ./lib/command-line/init-files.js
/** What `init` writes. `folder` is the folder that is checked, relative to the repository's top; '' for all. */
function checkWorkflow(folder) {
    return `name: nginx-gate
on: pull_request

permissions:
  contents: read
  pull-requests: write # only for the comment; leave it out and the annotations stay

concurrency:
  group: nginx-gate-\${{ github.ref }}
  cancel-in-progress: true

jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
        with:
          persist-credentials: false
      - uses: OWNER/nginx-gate@v1
${folder === '' ? '' : `        with:\n${workingDirectory(folder)}`}`;
}
function smokeWorkflow(folder) {
    return `name: nginx-gate smoke
# Runs for GitHub deployments. Do you deploy in a workflow of your own? Then put the last step behind the one that deploys.
on: deployment_status

permissions:
  contents: read
  pull-requests: write # only for the comment

jobs:
  smoke:
    if: github.event.deployment_status.state == 'success'
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
        with:
          persist-credentials: false
      - uses: OWNER/nginx-gate@v1
        with:
          mode: smoke
${folder === '' ? '' : workingDirectory(folder)}          # base-url: https://shop.example   # the deployment's environment_url unless you name one
`;
}
function workingDirectory(folder) {
    return `          working-directory: ${JSON.stringify(folder)}\n`;
}
const configuration = `# nginx-gate reads this file; every key may be left out.
# checks:
#   startup-order: off
#   double-slash: error
# exclude:
#   - legacy/**
# services:
#   api:
#     ports: [3000]   # where no file says what a service listens on
# smoke:
#   routes:
#     - path: /health
#       status: 200
`;

// EXTERNAL MODULE: ./lib/command-line/job-options.js
var job_options = __webpack_require__(2782);
;// CONCATENATED MODULE: ./lib/command-line/init.js











const workflows = '.github/workflows';
/**
 * `nginx-gate init`: writes the two workflows and the configuration for the repository around a folder. A file that exists is kept
 * unless `--force` is given, and nothing is written that a file of another name already does.
 * @throws GateError when the folder is none, or can't be written
 */
async function initCommand(line) {
    const { folder } = (0,job_options/* jobOptions */.w)(line);
    const repo = repository/* Repository */.L.around(folder);
    const force = line.has('force');
    const placed = [...placeWorkflows(repo, force), placeConfiguration(repo, force)];
    const lines = placed.map(({ path, outcome, why }) => (0,visible/* visible */.RK)(`${outcome.padEnd(7)}  ${path}${why === undefined ? '' : ` (${why})`}`));
    process.stdout.write(`${[...lines, '', await found(line), next(placed)].join('\n')}\n`);
    return 0;
}
function placeWorkflows(repo, force) {
    const other = force ? undefined : otherWorkflow(repo);
    const texts = { 'nginx-gate.yml': checkWorkflow(repo.scope), 'nginx-gate-smoke.yml': smokeWorkflow(repo.scope) };
    return Object.entries(texts).map(([name, text]) => {
        const path = `${workflows}/${name}`;
        if (other !== undefined && repo.kind(path) === undefined)
            return { path, outcome: 'skipped', why: `${other} uses nginx-gate already; --force writes it` };
        return place(repo, path, text, force);
    });
}
/** A workflow of another name that runs nginx-gate: a second one would tell everything twice. */
function otherWorkflow(repo) {
    const names = repo.list(workflows).filter((name) => /\.ya?ml$/.test(name) && !/^nginx-gate(-smoke)?\.yml$/.test(name));
    return names
        .map((name) => `${workflows}/${name}`)
        .find((path) => /^[^#\n]*\buses:\s*['"]?[\w.-]+\/nginx-gate@/m.test(repo.source(path)?.text ?? ''));
}
/** The configuration may have either ending; two of them would hide each other. */
function placeConfiguration(repo, force) {
    const paths = config/* configNames */.FG.map((name) => external_node_path_.posix.join(repo.scope, name));
    return place(repo, paths.find((path) => repo.kind(path) !== undefined) ?? paths[0], configuration, force);
}
function place(repo, path, text, force) {
    const target = (0,external_node_path_.join)(repo.root, path);
    // A link could lead the write out of the repository.
    if (repo.isForeign(path))
        throw new errors/* GateError */.u(`${path} is a link that leads out of the repository.`);
    if ((0,external_node_fs_.existsSync)(target) && !(force && (0,external_node_fs_.statSync)(target).isFile()))
        return { path, outcome: 'kept', why: 'it exists; --force overwrites it' };
    try {
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(target), { recursive: true });
        (0,external_node_fs_.writeFileSync)(target, text);
    }
    catch (error) {
        throw new errors/* GateError */.u(`${path} can't be written: ${(0,errors/* messageOf */.b)(error)}`);
    }
    return { path, outcome: 'written' };
}
/** What the workflow will look at, or why it will find nothing. */
async function found(line) {
    try {
        const stacks = await (0,check/* readStacks */.QB)((0,job/* openJob */.I)((0,job_options/* jobOptions */.w)(line)));
        const words = stacks.map(({ name, routes }) => `${name} (${(0,report_words/* count */.U9)(routes.length, 'route')})`);
        const shown = words.length > 5 ? [...words.slice(0, 4), `${words.length - 4} more`] : words;
        return (0,visible/* visible */.RK)(`Found: ${(0,report_words/* listed */.KE)(shown)}.`);
    }
    catch (error) {
        if (!(error instanceof errors/* GateError */.u))
            throw error;
        return `${(0,visible/* visible */.RK)(error.message)} Until that is mended the workflow fails.`;
    }
}
function next(placed) {
    const written = placed.filter(({ outcome }) => outcome === 'written');
    if (written.length === 0)
        return 'Nothing was written.';
    const owner = written.some(({ path }) => path.startsWith(workflows))
        ? 'Put the owner of your copy of nginx-gate in place of OWNER, and commit'
        : 'Commit';
    return `${owner} ${written.length === 1 ? 'this file' : 'these files'}; the next pull request is checked.`;
}


/***/ })

};
