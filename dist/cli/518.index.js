export const id = 518;
export const ids = [518];
export const modules = {

/***/ 518:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  routesCommand: () => (/* binding */ routesCommand)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/nginx/match.js
var match = __webpack_require__(405);
;// CONCATENATED MODULE: ./lib/gate/answering.js

/** The stacks with only the routes that answer a URL: those of the location that nginx would choose, in the server that it would choose. */
function answering(stacks, url) {
    const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
    const path = decoded(url.pathname);
    return stacks.map((stack) => {
        const server = (0,match/* serverFor */.xY)(stack.config, { host: url.hostname, port }) ?? serverOnAnyPort(stack, url);
        const location = server ? (0,match/* locationFor */.D3)(server, path) : null;
        return { ...stack, routes: stack.routes.filter(({ route }) => route.server === server && route.locationDirective === location) };
    });
}
/** A published port differs from the one that nginx listens on: then the port of the URL says nothing. */
function serverOnAnyPort(stack, url) {
    for (const port of new Set(stack.config.servers.flatMap((server) => server.listens.map((l) => l.port)))) {
        const server = port === null ? null : (0,match/* serverFor */.xY)(stack.config, { host: url.hostname, port });
        if (server)
            return server;
    }
    return null;
}
function decoded(path) {
    try {
        return decodeURIComponent(path);
    }
    catch {
        return path;
    }
}

// EXTERNAL MODULE: ./lib/gate/check.js + 62 modules
var check = __webpack_require__(8835);
// EXTERNAL MODULE: ./lib/gate/job.js + 1 modules
var gate_job = __webpack_require__(7767);
// EXTERNAL MODULE: ./lib/report/visible.js
var visible = __webpack_require__(5944);
// EXTERNAL MODULE: ./lib/report/words.js
var words = __webpack_require__(8191);
;// CONCATENATED MODULE: ./lib/report/route-table.js


const head = ['LISTEN', 'SERVER', 'LOCATION', 'TARGET', 'ENDPOINT', 'SERVICE', 'VERDICT', 'AT'];
/** The route table as text, for `nginx-gate routes`: one stack after the other, one line for each endpoint. */
function routeTable(report) {
    return report.stacks.map((stack) => stackTable(stack)).join('\n');
}
function stackTable(stack) {
    const rows = stack.routes.flatMap((route) => (route.endpoints.length === 0 ? [null] : route.endpoints).map((e) => row(route, e)));
    return `${(0,visible/* visible */.RK)(title(stack))}\n${rows.length === 0 ? '  no location hands requests on\n' : aligned([head, ...rows])}`;
}
function title({ name, directory, nginx }) {
    const where = [directory === '' ? '.' : directory, ...(nginx.service ? [`service ${nginx.service}`] : []), nginx.image ?? nginx.main];
    return `${name} (${where.join(', ')})`;
}
function aligned(table) {
    const widths = head.map((_, column) => table.reduce((most, cells) => Math.max(most, (0,visible/* columnsOf */.PL)(cells[column] ?? '')), 0));
    const padded = (cell, column) => cell + ' '.repeat((widths[column] ?? 0) - (0,visible/* columnsOf */.PL)(cell));
    return table.map((cells) => `  ${cells.map(padded).join('  ').trimEnd()}\n`).join('');
}
function row(route, endpoint) {
    const at = endpoint ?? route;
    return [
        route_table_short(route.listen),
        route_table_short(route.serverNames),
        route.location ?? '-',
        `${route.directive} ${route.target}`,
        endpoint ? (0,words/* endpointName */.zY)(endpoint) : '-',
        endpoint?.service ?? '-',
        endpoint ? verdict(endpoint) : '-',
        `${at.file}:${at.line}`,
    ].map(visible/* visible */.RK);
}
function verdict({ verdict, reason }) {
    return reason && verdict !== 'ok' ? `${verdict} (${reason})` : verdict;
}
function route_table_short(words) {
    if (words.length === 0)
        return '-';
    return words.length > 2 ? `${words.slice(0, 2).join(',')},+${words.length - 2}` : words.join(',');
}

// EXTERNAL MODULE: ./lib/command-line/job-options.js
var job_options = __webpack_require__(2782);
// EXTERNAL MODULE: ./lib/command-line/output.js
var output = __webpack_require__(8273);
// EXTERNAL MODULE: ./lib/command-line/print-report.js + 11 modules
var print_report = __webpack_require__(9190);
// EXTERNAL MODULE: ./lib/command-line/progress.js
var progress = __webpack_require__(459);
;// CONCATENATED MODULE: ./lib/command-line/routes.js









/** `nginx-gate routes`: prints the table; findings are not its business, the verdicts are. @throws GateError */
async function routesCommand(line) {
    const job = (0,gate_job/* openJob */.I)((0,job_options/* jobOptions */.w)(line));
    const timing = new progress/* Timing */.X();
    const stacks = await (0,check/* readStacks */.QB)(job);
    timing.mark('read');
    const url = line.value('url');
    const shown = url === undefined ? stacks : answering(stacks, parseUrl(url));
    const report = (0,check/* reportOf */.EI)(shown, job);
    if (line.value('format') !== 'text')
        (0,print_report/* printReport */.Y)(report, line, job.repo.lineOf);
    else
        (0,output/* writeReport */.u5)(routeTable(report), line.value('output'));
    timing.mark('routes');
    if (line.has('timing'))
        process.stderr.write(String(timing));
    return 0;
}
/** A URL of `--url`. @throws GateError when it is none of http or https */
function parseUrl(text) {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (!url || !/^https?:$/.test(url.protocol))
        throw new errors/* GateError */.u(`--url ${text} is no http:// or https:// address.`);
    return url;
}


/***/ })

};
