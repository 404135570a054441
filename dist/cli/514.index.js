export const id = 514;
export const ids = [514];
export const modules = {

/***/ 9190:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ printReport)
});

// EXTERNAL MODULE: ./lib/gate/rules.js + 1 modules
var rules = __webpack_require__(6136);
;// CONCATENATED MODULE: ./lib/report/json.js
/** The report as DESIGN.md section 3 and schema/report.schema.json have it. Everything else is made from the same data. */
function renderJson(report) {
    return `${JSON.stringify(report, null, 2)}\n`;
}

// EXTERNAL MODULE: ./lib/core/finding.js
var core_finding = __webpack_require__(6134);
// EXTERNAL MODULE: ./lib/report/visible.js
var visible = __webpack_require__(5944);
// EXTERNAL MODULE: ./lib/report/words.js
var report_words = __webpack_require__(8191);
;// CONCATENATED MODULE: ./lib/report/junit.js



/**
 * JUnit as GitLab and Jenkins read it: a test case for each finding (a failure from `failOn` on, else its text alone),
 * for each route without one, and for the real `nginx -t` of each stack.
 */
function renderJunit(report, context) {
    const cases = [
        ...report.findings.map((finding) => findingCase(finding, report, context)),
        ...report.stacks.flatMap((stack) => stackCases(stack, report)),
    ];
    const suites = [...new Set(cases.map((one) => one.suite))].map((name) => suite(name, cases.filter((one) => one.suite === name)));
    return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="nginx-gate" ${totals(cases)}>\n${suites.join('')}</testsuites>\n`;
}
function suite(name, cases) {
    return `  <testsuite name="${xml(name)}" ${totals(cases)}>\n${cases.map(testCase).join('')}  </testsuite>\n`;
}
function totals(cases) {
    const number = (kind) => cases.filter((one) => one.result?.kind === kind).length;
    return `tests="${cases.length}" failures="${number('failure')}" errors="0" skipped="${number('skipped')}"`;
}
function testCase({ suite, name, file, line, result }) {
    const open = `    <testcase classname="${xml(suite)}" name="${xml(name)}" file="${xml(file)}" line="${line}"`;
    if (result === null)
        return `${open}/>\n`;
    if (result.kind === 'system-out')
        return `${open}>\n      <system-out>${xml(result.text)}</system-out>\n    </testcase>\n`;
    if (result.kind === 'skipped')
        return `${open}>\n      <skipped message="${xml(result.message)}"/>\n    </testcase>\n`;
    return `${open}>\n      <failure message="${xml(result.message)}" type="${xml(result.type ?? '')}">${xml(result.text)}</failure>\n    </testcase>\n`;
}
function findingCase(finding, report, context) {
    const { file, start } = finding.location;
    const failing = (0,core_finding/* fails */.c6)(finding.severity, context.failOn) && !context.notCaused?.has(finding.fingerprint);
    const text = [
        `${file}:${start.line}:${start.column} ${finding.severity} ${finding.check}`,
        finding.message,
        ...finding.related.map(({ location, label }) => `${location.file}:${location.start.line}: ${label}`),
        `why: ${finding.why}`,
        ...(finding.fix ? [`fix: ${finding.fix.message}`] : []),
    ].join('\n');
    const kind = failing ? 'failure' : 'system-out';
    const name = `${finding.check} at ${file}:${start.line}:${start.column}`;
    return {
        suite: suiteOf(file, report),
        name,
        file,
        line: start.line,
        result: { kind, message: finding.message, type: finding.check, text },
    };
}
function suiteOf(file, report) {
    const stack = report.stacks.find((one) => one.nginx.files.includes(file) || one.composeFiles.includes(file));
    return stack?.name ?? 'nginx-gate';
}
function stackCases(stack, report) {
    const faulty = new Set(report.findings.map((finding) => `${finding.location.file}:${finding.location.start.line}`));
    const told = (route) => [route, ...route.endpoints].some((at) => faulty.has(`${at.file}:${at.line}`));
    const routes = stack.routes.filter((route) => !told(route)).map((route) => routeCase(route, stack));
    return stack.nginxTest ? [...routes, nginxTestCase(stack)] : routes;
}
function routeCase(route, stack) {
    const ends = route.endpoints.map(report_words/* endpointName */.zY).join(', ');
    const name = `${(0,report_words/* serverName */.L5)(route)} ${route.location ?? ''} ${route.directive} ${ends === '' ? route.target : ends}`.replace(/\s+/g, ' ');
    return { suite: stack.name, name, file: route.file, line: route.line, result: null };
}
function nginxTestCase(stack) {
    const file = stack.nginx.files[0] ?? stack.composeFiles[0] ?? stack.directory;
    const words = (0,report_words/* nginxTestWords */.uy)(stack.nginxTest);
    const skipped = stack.nginxTest?.status === 'skipped';
    // What `nginx -t` refuses stands among the findings; a second failure here would count one fault twice.
    const result = stack.nginxTest?.status === 'passed'
        ? null
        : { kind: skipped ? 'skipped' : 'system-out', message: words, text: words };
    return { suite: stack.name, name: 'nginx -t', file, line: 1, result };
}
/** Text for XML 1.0: what the standard does not allow at all is shown by its number. */
function xml(text) {
    return text
        .split('\n')
        .map(visible/* visible */.RK)
        .join('\n')
        .replace(/[\ufffe\uffff]/g, '')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll('\n', '&#10;');
}

;// CONCATENATED MODULE: ./lib/report/markdown-text.js
// Untrusted text in Markdown as GitHub renders it: no markup, no mention, no reference to another issue, no link.

const longest = 1000;
/**
 * Text that reads as itself on GitHub, on one line. Markup is escaped; `@` and `#` get a character without a width
 * behind them, as GitHub looks for mentions and issue numbers only after Markdown is rendered, where an escape is gone; `$` stands
 * in a span, which is how GitHub's documentation keeps it from opening a formula.
 * @param most longer text is cut, with `…`
 */
function prose(text, most = longest) {
    return clipped((0,visible/* visible */.RK)(text), most)
        .replace(/[!#&*<>@[\\\]_`{|}~]/g, (sign) => `\\${sign}`)
        .replace(/\\([@#])/g, '\\$1\u200b')
        .replaceAll('://', '\\://')
        .replaceAll('$', '<span>$</span>')
        .replace(/\b(GH)-(?=\d)/gi, '$1-\u200b')
        .replace(/^(\s*(?:\d+)?)([-+=.)])(?=\s|=|$)/, '$1\\$2')
        .replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}\\.`);
}
/** A code span, in table cells too. Long text is cut. */
function code(text, most = longest) {
    const shown = clipped((0,visible/* visible */.RK)(text), most).replaceAll('|', '\\|');
    if (shown.trim() === '')
        return '` `';
    const fence = '`'.repeat(longestRun(shown) + 1);
    const padding = shown.startsWith('`') || shown.endsWith('`') || (shown.startsWith(' ') && shown.endsWith(' ')) ? ' ' : '';
    return `${fence}${padding}${shown}${padding}${fence}`;
}
/** A fenced block; the fence is longer than any run of backticks inside. Lines are cut, not wrapped. */
function fenced(info, lines, most = 400) {
    const shown = lines.map((line) => clipped((0,visible/* visible */.RK)(line.replaceAll('\t', '    ')), most));
    const fence = '`'.repeat(Math.max(3, longestRun(shown.join('\n')) + 1));
    return `${fence}${info}\n${shown.join('\n')}\n${fence}`;
}
/** The fence that a text can stand between. */
function fenceFor(text) {
    return '`'.repeat(Math.max(3, longestRun(text) + 1));
}
/** At most `most` UTF-16 units, no half of a surrogate pair at the end. */
function clipped(text, most) {
    return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
function longestRun(text) {
    return Math.max(0, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
}
/** A link to a place in the repository where a base is known, else its name alone. Addresses are percent-encoded, so nothing ends them early. */
function placeLink(name, address) {
    return address === undefined ? code(name, 300) : `[${code(name, 300)}](${address})`;
}

;// CONCATENATED MODULE: ./lib/report/mermaid.js


// Mermaid refuses more than 50,000 characters and more than 500 edges (maxTextSize, maxEdges); GitHub keeps those defaults.
const mostText = 40_000;
const mostEdges = 320;
const mostLabel = 60;
/** Up to here every route is drawn; beyond, those that are not wrong are grouped. */
const routesInFull = 24;
const mostGroups = 12;
const mostEndsOfGroup = 4;
/**
 * The routes of a stack as a Mermaid flowchart: server, location, upstream, endpoint, service. Wrong edges are red and carry the
 * check's id. Many routes are grouped by where they end; the wrong ones are drawn one by one while there is room.
 * Empty where there is nothing to draw.
 */
function mermaid(stack) {
    if (stack.routes.length === 0)
        return '';
    const chart = new Chart();
    const wrong = stack.routes.filter(isWrong);
    let undrawn = 0;
    for (const route of wrong)
        if (!chart.route(route, locationLabel(route)))
            undrawn += 1;
    const others = stack.routes.filter((route) => !isWrong(route));
    const groups = others.length + wrong.length <= routesInFull ? others.map((route) => [route]) : grouped(others);
    for (const group of groups)
        if (!chart.group(group))
            undrawn += group.length;
    if (undrawn > 0)
        chart.note(`and ${(0,report_words/* count */.U9)(undrawn, 'more route')}`);
    return chart.toString();
}
function isWrong(route) {
    return route.endpoints.some((endpoint) => endpoint.verdict === 'wrong');
}
/** By server and end; where that leaves too many, all of a server. */
function grouped(routes) {
    const byServer = collect(routes, report_words/* serverName */.L5);
    const byEnd = byServer.flatMap((ofServer) => collect(ofServer, (route) => route.endpoints.map(report_words/* endpointName */.zY).sort().join(' ')));
    return byEnd.length <= mostGroups ? byEnd : byServer;
}
function collect(routes, keyOf) {
    const groups = new Map();
    for (const route of routes) {
        const key = keyOf(route);
        const group = groups.get(key);
        if (group)
            group.push(route);
        else
            groups.set(key, [route]);
    }
    return [...groups.values()];
}
function locationLabel(route) {
    return route.location ?? route.directive;
}
/** The name of the upstream or variable between a location and its endpoints, null where the directive names the endpoint itself. */
function hop(route) {
    const host = /^(?:[a-z]+:\/\/)?(\[[^\]]*\]|[^/:]+)/i.exec(route.target)?.[1] ?? '';
    if (host === '' || host === 'unix' || route.endpoints.length === 0)
        return null;
    const bare = host.replace(/^\[|\]$/g, '');
    return route.endpoints.some((endpoint) => endpoint.host === host || endpoint.host === bare) ? null : host;
}
class Chart {
    #ids = new Map();
    #nodes = [];
    #edges = [];
    #drawn = new Set();
    #red = [];
    #redNodes = new Set();
    #unsureNodes = new Set();
    #size = 0;
    /** Draws one route under a label of its own; false where there is no room left. */
    route(route, label) {
        if (this.#isFull(route.endpoints.length))
            return false;
        const location = this.#start(route, label, `${route.file}:${route.line}:${route.column}`);
        const name = hop(route);
        let from = location;
        if (name !== null) {
            from = this.#node(`hop ${name}`, name, '{{', '}}');
            this.#edge(location, from);
        }
        for (const endpoint of route.endpoints)
            this.#end(from, endpoint);
        if (route.endpoints.length === 0)
            this.#edge(location, this.#node(`target ${route.target}`, route.target, '>', ']'));
        return true;
    }
    /** Draws routes that are not wrong as one node. */
    group(routes) {
        const [first, second] = routes;
        if (!first)
            return true;
        if (!second)
            return this.route(first, locationLabel(first));
        const names = [...new Set(routes.map(locationLabel))];
        const shown = names.slice(0, 2).map((name) => (name.length <= 20 ? name : `${name.slice(0, 19)}…`));
        const label = names.length > 2 ? `${shown.join(', ')} and ${names.length - 2} more` : shown.join(', ');
        const ends = new Map(routes.flatMap((route) => route.endpoints.map((endpoint) => [(0,report_words/* endpointName */.zY)(endpoint), endpoint])));
        if (ends.size <= mostEndsOfGroup)
            return this.route({ ...first, endpoints: [...ends.values()] }, label);
        if (this.#isFull(1))
            return false;
        const location = this.#start(first, label, `group ${first.file}:${first.line}`);
        this.#edge(location, this.#node(`ends ${first.file}:${first.line}`, `${(0,report_words/* count */.U9)(ends.size, 'endpoint')}, none wrong`, '[', ']'));
        return true;
    }
    note(text) {
        this.#node(`note ${text}`, text, '[', ']');
    }
    toString() {
        const styles = [
            'classDef wrong fill:#ffebe9,stroke:#cf222e,color:#82071e',
            ...(this.#unsureNodes.size > 0
                ? ['classDef unverified stroke-dasharray:4', `class ${[...this.#unsureNodes].join(',')} unverified`]
                : []),
            ...(this.#redNodes.size > 0 ? [`class ${[...this.#redNodes].join(',')} wrong`] : []),
            ...(this.#red.length > 0 ? [`linkStyle ${this.#red.join(',')} stroke:#cf222e,stroke-width:2px,color:#cf222e`] : []),
        ];
        return ['flowchart LR', ...[...this.#nodes, ...this.#edges, ...styles].map((line) => `  ${line}`)].join('\n');
    }
    #isFull(endpoints) {
        return this.#size > mostText - 4000 || this.#edges.length + endpoints * 2 + 4 > mostEdges;
    }
    #start(route, label, key) {
        const server = this.#node(`server ${(0,report_words/* serverName */.L5)(route)}`, (0,report_words/* serverName */.L5)(route), '([', '])');
        const location = this.#node(`location ${key} ${label}`, label, '[', ']');
        this.#edge(server, location);
        return location;
    }
    #end(from, endpoint) {
        const name = (0,report_words/* endpointName */.zY)(endpoint);
        const wrong = endpoint.verdict === 'wrong';
        const node = this.#node(`end ${name} ${wrong}`, endpoint.verdict === 'external' ? `${name} (outside)` : name, '[', ']');
        this.#edge(from, node, wrong ? (endpoint.reason ?? 'wrong') : null);
        if (wrong)
            this.#redNodes.add(node);
        if (endpoint.verdict === 'unverified')
            this.#unsureNodes.add(node);
        if (endpoint.service !== null)
            this.#edge(node, this.#node(`service ${endpoint.service}`, endpoint.service, '[(', ')]'), null, wrong);
    }
    #node(key, label, open, close) {
        const known = this.#ids.get(key);
        if (known !== undefined)
            return known;
        const id = `n${this.#ids.size + 1}`;
        this.#ids.set(key, id);
        this.#push(this.#nodes, `${id}${open}"${labelText(label)}"${close}`);
        return id;
    }
    #edge(from, to, fault = null, dashed = false) {
        const line = fault !== null ? `${from} -->|"${labelText(fault)}"| ${to}` : `${from} ${dashed ? '-.->' : '-->'} ${to}`;
        if (this.#drawn.has(line))
            return;
        this.#drawn.add(line);
        if (fault !== null)
            this.#red.push(this.#edges.length);
        this.#push(this.#edges, line);
    }
    #push(lines, line) {
        lines.push(line);
        this.#size += line.length + 3;
    }
}
/** A label for between double quotes: everything that Mermaid, its Markdown or HTML could read as more than text becomes a character code. */
function labelText(text) {
    const shown = (0,visible/* visible */.RK)(text).trim();
    const cut = shown.length <= mostLabel ? shown : `${shown.slice(0, mostLabel - 1)}…`;
    const coded = [...(cut === '' ? ' ' : cut)]
        .map((sign) => (/[A-Za-z0-9 ./,=…-]|[^\x20-\x7e]/u.test(sign) ? sign : `#${sign.codePointAt(0)};`))
        .join('');
    // A label that begins like a list item is read as Markdown and refused.
    return coded.replace(/^-/, '#45;').replace(/^(\d+)\./, '$1#46;');
}

// EXTERNAL MODULE: ./lib/report/secrets.js
var secrets = __webpack_require__(867);
;// CONCATENATED MODULE: ./lib/report/shown-line.js

/**
 * The first line of a span as it is shown, at most `width` columns wide: a longer one is cut around its span, `…` where something is
 * left out. A span of many lines is marked to the end of its first.
 */
function shownLine(source, at, width) {
    const start = Math.min(at.start.column - 1, source.length);
    const end = at.end.line > at.start.line ? source.trimEnd().length : Math.min(at.end.column - 1, source.length);
    const part = shown_line_window(source, start, Math.max(start, end), width * 4);
    return crop((0,visible/* visibleSpan */.pq)(part.text, part.start, part.end), width);
}
/** What of a line can come to be shown, and more on both sides: thousands of findings may stand on one line of a megabyte. */
function shown_line_window(source, start, end, margin) {
    const first = Math.max(0, start - margin);
    const last = Math.min(end, start + margin);
    return { text: source.slice(first, last + margin), start: start - first, end: last - first };
}
/** Cuts a long line around its span, `…` where something is left out. */
function crop(line, width) {
    if (line.text.length <= width && (0,visible/* columnsOf */.PL)(line.text) <= width)
        return line;
    const { text, start, end, left, right } = near(line, width);
    const before = (0,visible/* columnsOf */.PL)(text.slice(0, start));
    const all = (0,visible/* columnsOf */.PL)(text);
    const fromColumn = before < width * 0.6 && !left ? 0 : Math.max(left ? 1 : 0, Math.min(before - Math.floor(width / 3), all - width + 1));
    const toColumn = fromColumn + width - (fromColumn > 0 ? 2 : 1);
    const from = offsetOf(text, fromColumn, 'after');
    const to = all - fromColumn < width && !right ? text.length : offsetOf(text, toColumn, 'before');
    const lead = fromColumn > 0 ? '…' : '';
    const moved = lead.length - from;
    const begin = Math.max(0, start + moved);
    return {
        text: `${lead}${text.slice(from, to)}${to < text.length || right ? '…' : ''}`,
        start: begin,
        end: Math.max(begin, Math.min(end, to) + moved),
    };
}
/** The part of a very long line that can come to be shown, so that only this is measured. */
function near({ text, start, end }, width) {
    const whole = (offset) => (/[\udc00-\udfff]/.test(text.charAt(offset)) ? offset - 1 : offset);
    const first = whole(Math.max(0, start - 2 * width));
    const last = whole(Math.min(text.length, start + 3 * width));
    return {
        text: text.slice(first, last),
        start: start - first,
        end: Math.min(end, last) - first,
        left: first > 0,
        right: last < text.length,
    };
}
/** The offset of the first character from a column on, or of the end of the last that ends before it. */
function offsetOf(text, column, side) {
    let offset = 0;
    let columns = 0;
    for (const character of text) {
        const next = columns + (0,visible/* columnsOf */.PL)(character);
        if (side === 'after' ? columns >= column : next > column)
            break;
        columns = next;
        offset += character.length;
    }
    return offset;
}

;// CONCATENATED MODULE: ./lib/report/markdown.js






const verdictSigns = { ok: '🟢 ok', wrong: '🔴 wrong', external: '🔵 external', unverified: '⚪ unverified' };
const severitySigns = { error: '🔴', warning: '🟠', notice: '🔵' };
/** Further findings are folded. */
const inFull = 5;
/** What a comment shows of a line before it scrolls. */
const excerptWidth = 110;
/** Room kept for the sentences that count what was left out. */
const reserve = 600;
/** `--format markdown`: findings, what was looked at, the picture and the route table, for wikis, chat and other forges' comments. */
function renderMarkdown(report, context) {
    const { lineOf, notCaused } = context;
    return markdown(report, { lineOf, picture: true, ...(notCaused ? { notCaused } : {}) });
}
/** The report as GitHub-flavoured Markdown, cut to `limit` at the border of a finding or a table row. */
function markdown(report, options) {
    const { caused, others } = (0,report_words/* split */.lD)(report, options.notCaused);
    const page = new Page(options.limit ?? Number.POSITIVE_INFINITY);
    page.always(heading(report, caused, options.title ?? 'nginx-gate'));
    for (const stack of report.stacks)
        if ((0,report_words/* scopeOf */.Od)(stack) !== '')
            page.always(`**${prose((0,report_words/* scopeOf */.Od)(stack), 400)}**`);
    for (const remark of options.remarks ?? [])
        page.always(`> ${prose(remark)}`);
    const undrawn = page.each(caused.map((finding, at) => () => (at < inFull ? findingSection(finding, options) : folded(finding, options))));
    if (undrawn > 0)
        page.always(`**${(0,report_words/* count */.U9)(undrawn, 'more finding')}** found no room here; they stand in the log and the other reports.`);
    if (others.length > 0)
        othersSection(page, others, options);
    for (const stack of report.stacks)
        stackSection(page, stack, options);
    return page.toString();
}
/** Text in paragraphs that knows how much room is left. */
class Page {
    #parts = [];
    #left;
    constructor(limit) {
        this.#left = limit - reserve;
    }
    /** Short text that must stand. */
    always(text) {
        this.#parts.push(text);
        this.#left -= bytes(text) + 2;
    }
    fits(text) {
        if (bytes(text) + 2 > this.#left)
            return false;
        this.always(text);
        return true;
    }
    /** Adds texts while they fit; how many did not. */
    each(texts) {
        const stop = texts.findIndex((text) => !this.fits(text()));
        return stop === -1 ? 0 : texts.length - stop;
    }
    get left() {
        return this.#left;
    }
    toString() {
        return `${this.#parts.join('\n\n')}\n`;
    }
}
function bytes(text) {
    return Buffer.byteLength(text);
}
function heading(report, caused, title) {
    const name = prose(title, 200);
    const words = (0,report_words/* countedFindings */.Hs)(caused);
    const sign = caused.some((f) => f.severity === 'error') ? '🔴' : caused.length > 0 ? '🟠' : '🟢';
    const suppressed = report.summary.suppressed > 0 ? `, ${report.summary.suppressed} suppressed` : '';
    const smoke = report.stacks.some((stack) => stack.smoke);
    if (caused.length > 0)
        return `## ${sign} ${name}: ${words}${suppressed}`;
    if (report.findings.length > 0)
        return `## ${sign} ${name}: nothing new${suppressed}\n\nThis pull request causes none of the findings below.`;
    return `## ${sign} ${name}: all clear${suppressed}\n\n${smoke ? 'Every route answers.' : 'Nothing found that would break a request.'}`;
}
function findingSection(finding, options) {
    return `#### ${severitySigns[finding.severity]} ${finding.severity}: ${prose(finding.message)}\n\n${findingBody(finding, options)}`;
}
function folded(finding, options) {
    const { message, location, severity } = finding;
    return details(`${severity}: ${clipped(message, 300)} ${location.file}:${location.start.line}`, findingBody(finding, options), severitySigns[severity]);
}
/** What breaks and what to do first, then the code that shows it: a reader who knows the place needs no more than the first lines. */
function findingBody(finding, options) {
    const { location, related, why, fix, check } = finding;
    const change = shortChange(changedLine(finding, options.lineOf));
    const inPlace = change?.file === location.file && change.first <= location.start.line && location.start.line <= change.last;
    const parts = [
        `${markdown_link(location, options)} · ${code(check, 100)}`,
        `**Why:** ${prose(why)}`,
        fix ? `**Fix:** ${prose(fix.message)}` : '',
        change && inPlace ? diffBlock(change, options.lineOf) : excerpt(location, options.lineOf),
        ...related
            .slice(0, 5)
            .flatMap((other) => [`↔ ${markdown_link(other.location, options)}: ${prose(other.label, 300)}`, excerpt(other.location, options.lineOf)]),
        change && !inPlace ? `${placeLink(`${change.file}:${change.first}`, options.link?.(change.file, change.first))} becomes` : '',
        change && !inPlace ? diffBlock(change, options.lineOf) : '',
    ];
    return parts.filter((part) => part !== '').join('\n\n');
}
function markdown_link(at, options) {
    return placeLink(`${at.file}:${at.start.line}`, options.link?.(at.file, at.start.line));
}
/** The line before, the line itself with its span underlined, the line after; long ones cut, the middle one around its span. */
function excerpt(at, raw) {
    const lineOf = (0,secrets/* withoutSecrets */.cT)(raw);
    const line = lineOf(at.file, at.start.line);
    if (line === undefined)
        return '';
    const shown = shownLine(line, at, excerptWidth);
    const number = (value) => String(value).padStart(String(at.start.line + 1).length);
    const around = (value) => {
        const text = value < 1 ? undefined : lineOf(at.file, value);
        return text === undefined || text.trim() === '' ? [] : [`${number(value)}   ${clipped(text.replaceAll('\t', '    '), excerptWidth)}`];
    };
    return fenced(language(at.file), [
        ...around(at.start.line - 1),
        `${number(at.start.line)} > ${shown.text}`,
        ...underline(shown, number(0).length + 3),
        ...around(at.start.line + 1),
    ]);
}
/** A line of `^` below a span; none where the span is all that stands on its line. */
function underline({ text, start, end }, indent) {
    if (text.slice(0, start).trim() === '' && text.slice(end).trim() === '')
        return [];
    return [' '.repeat(indent + (0,visible/* columnsOf */.PL)(text.slice(0, start))) + '^'.repeat(Math.max(1, (0,visible/* columnsOf */.PL)(text.slice(start, end))))];
}
function language(file) {
    if (/\.ya?ml$/.test(file))
        return 'yaml';
    return /(^|\/)(Docker|Container)file/.test(file) ? 'dockerfile' : 'nginx';
}
/** A change whose lines can be shown whole; of longer ones only the excerpt shows the place. */
function shortChange(change) {
    return change && [...change.before, ...change.after].every((line) => line.length <= 2 * excerptWidth) ? change : null;
}
/** The change with a line of context on either side. */
function diffBlock({ file, first, last, before, after }, raw) {
    const around = (line) => {
        const text = line < 1 ? undefined : (0,secrets/* withoutSecrets */.cT)(raw)(file, line);
        return text === undefined || text.trim() === '' ? [] : [`  ${text}`];
    };
    const signed = (sign, lines) => lines.map((line) => `${sign} ${(0,secrets/* starred */.EZ)(file, line)}`);
    return fenced('diff', [...around(first - 1), ...signed('-', before), ...signed('+', after), ...around(last + 1)], excerptWidth * 2);
}
/** What the edits make of the lines they touch, where they are all on one run of lines of one file; else null. */
function changedLine(finding, lineOf) {
    return changedLines(finding.fix?.edits ?? [], lineOf);
}
/** The same of the edits of several findings. The same edit twice is made once; null for two that overlap otherwise. */
function changedLines(wanted, lineOf) {
    const edits = [...new Map(wanted.map((edit) => [JSON.stringify(edit), edit])).values()].sort((a, b) => comparePlaces(a.location.start, b.location.start));
    if (edits.some((edit, at) => at > 0 && comparePlaces(edit.location.start, edits[at - 1].location.end) < 0))
        return null;
    const file = edits[0]?.location.file;
    if (file === undefined || edits.some((edit) => edit.location.file !== file))
        return null;
    const first = edits[0]?.location.start.line ?? 1;
    const last = Math.max(...edits.map((edit) => edit.location.end.line));
    if (last - first > 20)
        return null;
    const before = [];
    for (let line = first; line <= last; line++) {
        const text = lineOf(file, line);
        if (text === undefined)
            return null;
        before.push(text);
    }
    const offset = (line, column) => before.slice(0, line - first).reduce((sum, text) => sum + text.length + 1, 0) + column - 1;
    let text = before.join('\n');
    for (const { location, newText } of edits.toReversed()) {
        text =
            text.slice(0, offset(location.start.line, location.start.column)) +
                newText +
                text.slice(offset(location.end.line, location.end.column));
    }
    return { file, first, last, before, after: text.split('\n') };
}
function comparePlaces(a, b) {
    return a.line - b.line || a.column - b.column;
}
function othersSection(page, others, options) {
    const rows = others
        .slice(0, 50)
        .map((finding) => `- ${severitySigns[finding.severity]} ${markdown_link(finding.location, options)} ${code(finding.check, 100)}: ${prose(finding.message, 300)}`);
    const rest = others.length > 50 ? [`- and ${others.length - 50} more`] : [];
    page.fits(details(`${(0,report_words/* countedFindings */.Hs)(others)} that this pull request did not cause; they fail nothing`, [...rows, ...rest].join('\n')));
}
function details(title, body, sign = '') {
    return `<details><summary>${sign === '' ? '' : `${sign} `}${html(title)}</summary>\n\n${body}\n\n</details>`;
}
/** Inside `<summary>` Markdown is not read, so entities do here what escapes do elsewhere. */
function html(text) {
    return [...clipped((0,visible/* visible */.RK)(text), 500)]
        .map((sign) => (/[\p{L}\p{N} .,;/-]/u.test(sign) ? sign : `&#${sign.codePointAt(0)};`))
        .join('')
        .replace(/&#(?:64|35);|\bGH-(?=\d)/gi, (mention) => `${mention}\u200b`);
}
function stackSection(page, stack, options) {
    if (stack.smoke)
        smokeSection(page, stack, options);
    const picture = options.picture ? mermaid(stack) : '';
    const title = (0,report_words/* lookedAt */.O1)(stack);
    if (stack.routes.length === 0) {
        page.fits(prose(title));
        return;
    }
    const table = tableOf(stack.routes, page.left - bytes(picture) - 2000, options);
    const drawn = picture === '' ? '' : `\`\`\`mermaid\n${picture}\n\`\`\`\n\n`;
    if (!page.fits(drawn === '' ? details(title, table) : `### ${prose(title)}\n\n${drawn}${details('Route table', table)}`))
        page.fits(prose(title));
}
function tableOf(routes, room, options) {
    const head = '| server | location | goes to | service | verdict |\n|---|---|---|---|---|';
    const rows = [
        ...routes.filter((r) => r.endpoints.some((e) => e.verdict === 'wrong')),
        ...routes.filter((r) => !r.endpoints.some((e) => e.verdict === 'wrong')),
    ].flatMap((route) => rowsOf(route, options));
    const kept = [];
    let left = room - bytes(head);
    for (const row of rows) {
        left -= bytes(row) + 1;
        if (left < 0)
            break;
        kept.push(row);
    }
    const missing = rows.length - kept.length;
    return [head, ...kept].join('\n') + (missing > 0 ? `\n\nand ${(0,report_words/* count */.U9)(missing, 'more row')}` : '');
}
function rowsOf(route, options) {
    const server = code((0,report_words/* serverName */.L5)(route), 80);
    const where = route.location ?? route.directive;
    const location = placeLink(clipped(where, 80), options.link?.(route.file, route.line));
    if (route.endpoints.length === 0)
        return [`| ${server} | ${location} | ${code(route.target, 80)} | | ${verdictSigns.unverified} |`];
    return route.endpoints.map((endpoint) => `| ${server} | ${location} | ${code((0,report_words/* endpointName */.zY)(endpoint), 100)} | ${endpoint.service === null ? '' : code(endpoint.service, 60)} | ${verdict(endpoint)} |`);
}
function verdict(endpoint) {
    return endpoint.reason === null ? verdictSigns[endpoint.verdict] : `${verdictSigns[endpoint.verdict]}: ${prose(endpoint.reason, 120)}`;
}
function smokeSection(page, stack, options) {
    const requests = stack.smoke?.requests ?? [];
    const head = `### ${prose(stack.name)}: requests from ${prose(stack.smoke?.vantage ?? '')}\n\n| route | through nginx | directly | cause |\n|---|---|---|---|`;
    const failed = requests.filter((request) => request.cause !== null);
    const ordered = [...failed, ...requests.filter((request) => request.cause === null)];
    const rows = [];
    let room = page.left - bytes(head) - 500;
    for (const request of ordered) {
        const row = smokeRow(request, options);
        room -= bytes(row) + 1;
        if (room < 0)
            break;
        rows.push(row);
    }
    const missing = ordered.length - rows.length;
    page.fits([head, ...rows].join('\n') + (missing > 0 ? `\n\nand ${(0,report_words/* count */.U9)(missing, 'more request')}` : ''));
    const logs = failed.flatMap((request) => request.log);
    if (logs.length > 0)
        page.fits(`nginx's error log:\n\n${fenced('text', [...new Set(logs)].slice(0, 10), 600)}`);
}
function smokeRow(request, options) {
    const through = `${request.nginx.status ?? 'no answer'} in ${request.nginx.seconds.toFixed(2)} s`;
    const direct = request.direct.map((one) => `${code(one.address, 80)} ${prose((0,report_words/* directWords */.x0)(one), 80)}`).join('<br>');
    const cause = request.cause === null ? '🟢' : `🔴 ${code(request.cause, 60)}`;
    return `| ${placeLink(clipped(request.url, 120), options.link?.(request.file, request.line))} | ${through} | ${direct} | ${cause} |`;
}

;// CONCATENATED MODULE: ./lib/report/sarif.js

/** GitHub keeps the 5,000 most severe of at most 25,000 results. Source: facts on SARIF support in GitHub's documentation. */
const mostResults = 25_000;
const longestRuleText = 1024;
const levels = { error: 'error', warning: 'warning', notice: 'note' };
/** SARIF 2.1.0 for code scanning. Fingerprints are those of the findings, so a finding whose line moves stays the same alert. */
function renderSarif(report, context) {
    const findings = report.findings.slice(0, mostResults);
    const rules = rulesOf(findings, context);
    const index = new Map(rules.map((rule, at) => [rule.id, at]));
    const log = {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: { driver: { name: 'nginx-gate', semanticVersion: context.version ?? '0.0.0', rules } },
                columnKind: 'utf16CodeUnits',
                originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The top of the repository.' } } },
                results: findings.map((finding) => result(finding, index.get(finding.check) ?? 0)),
            },
        ],
    };
    return `${JSON.stringify(log, null, 2)}\n`;
}
function rulesOf(findings, context) {
    const known = new Map((context.rules ?? []).map((rule) => [rule.id, rule]));
    const severity = new Map();
    for (const finding of findings)
        if (!severity.has(finding.check))
            severity.set(finding.check, finding.severity);
    return [...severity.keys()].sort().map((id) => {
        const text = known.get(id);
        const summary = text?.summary ?? `nginx-gate's check ${id}.`;
        const level = text?.severity ?? severity.get(id) ?? 'error';
        return {
            id,
            name: id,
            shortDescription: { text: summary.slice(0, longestRuleText) },
            fullDescription: { text: summary.slice(0, longestRuleText) },
            help: { text: text?.help ?? summary, markdown: text?.help ?? summary },
            defaultConfiguration: { level: levels[level] },
            properties: { tags: ['nginx', 'reliability'], precision: 'high', 'problem.severity': level === 'notice' ? 'recommendation' : level },
        };
    });
}
function result(finding, ruleIndex) {
    const fixes = finding.fix?.edits && finding.fix.edits.length > 0 ? [sarifFix(finding.fix)] : undefined;
    const related = finding.related.map((other, at) => ({
        id: at + 1,
        ...place(other.location),
        message: { text: (0,visible/* visible */.RK)(other.label) || 'related' },
    }));
    return {
        ruleId: finding.check,
        ruleIndex,
        level: levels[finding.severity],
        message: { text: messageOf(finding) },
        locations: [place(finding.location)],
        ...(related.length > 0 ? { relatedLocations: related } : {}),
        partialFingerprints: { primaryLocationLineHash: finding.fingerprint },
        ...(fixes ? { fixes } : {}),
    };
}
function messageOf(finding) {
    const fix = finding.fix ? ` ${(0,visible/* visible */.RK)(finding.fix.message)}` : '';
    return `${(0,visible/* visible */.RK)(finding.message)} ${(0,visible/* visible */.RK)(finding.why)}${fix}`.trim() || finding.check;
}
function place(at) {
    return { physicalLocation: { artifactLocation: artifact(at.file), region: region(at) } };
}
function artifact(file) {
    return { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}
/** SARIF's end column is exclusive as ours is; an empty span stays one. */
function region({ start, end }) {
    return {
        startLine: start.line,
        startColumn: start.column,
        endLine: end.line,
        endColumn: end.line === start.line ? Math.max(start.column, end.column) : end.column,
    };
}
function sarifFix(fix) {
    const files = [...new Set((fix.edits ?? []).map((edit) => edit.location.file))];
    return {
        description: { text: (0,visible/* visible */.RK)(fix.message) },
        artifactChanges: files.map((file) => ({
            artifactLocation: artifact(file),
            replacements: (fix.edits ?? [])
                .filter((edit) => edit.location.file === file)
                .map((edit) => ({ deletedRegion: region(edit.location), insertedContent: { text: edit.newText } })),
        })),
    };
}

;// CONCATENATED MODULE: ./lib/report/terminal.js





/** A span of many lines shows its first; the rest of the line is marked. */
const leastWidth = 40;
const plain = (text) => text;
const ansi = (code) => (text) => `\x1b[${code}m${text}\x1b[0m`;
function colours(wanted) {
    return wanted
        ? { error: ansi(31), warning: ansi(33), notice: ansi(36), dim: ansi(2), bold: ansi(1), good: ansi(32) }
        : { error: plain, warning: plain, notice: plain, dim: plain, bold: plain, good: plain };
}
/** The report for people at a terminal: each finding with its code, the other place, why and fix, then what was looked at. */
function renderTerminal(report, context) {
    const paint = colours(context.color ?? false);
    const width = Math.max(leastWidth, context.width ?? 100);
    const lineOf = (0,secrets/* withoutSecrets */.cT)(context.lineOf);
    const { caused, others } = (0,report_words/* split */.lD)(report, context.notCaused);
    const scopes = report.stacks.map(report_words/* scopeOf */.Od).filter((scope) => scope !== '');
    const blocks = scopes.map((scope) => `${paint.bold((0,visible/* visible */.RK)(scope))}\n`);
    blocks.push(...caused.map((finding) => findingBlock(finding, lineOf, paint, width)));
    if (others.length > 0) {
        blocks.push(`${paint.bold('Not caused by this change:')}\n`);
        blocks.push(...others.map((finding) => findingBlock(finding, lineOf, paint, width)));
    }
    const foot = [];
    if (!context.quiet) {
        for (const stack of report.stacks)
            foot.push(...smokeTable(stack, paint), paint.dim((0,visible/* visible */.RK)((0,report_words/* lookedAt */.O1)(stack, report.stacks))));
    }
    if (!context.quiet || report.findings.length > 0)
        foot.push(summaryLine(report, context, paint));
    return [...blocks, foot.length === 0 ? '' : `${foot.join('\n')}\n`].join('\n').replace(/^\n+/, '');
}
function summaryLine(report, context, paint) {
    const { caused, others } = (0,report_words/* split */.lD)(report, context.notCaused);
    const failing = caused.some((finding) => (0,core_finding/* fails */.c6)(finding.severity, context.failOn));
    const worst = caused[0] ? worstOf(caused) : 'notice';
    const words = `${capital((0,report_words/* countedFindings */.Hs)(caused))} in ${(0,report_words/* count */.U9)(report.stacks.length, 'stack')}.`;
    const asides = [
        ...(others.length > 0 ? [`${(0,report_words/* countedFindings */.Hs)(others)} not caused by this change`] : []),
        ...(report.summary.suppressed > 0 ? [`${report.summary.suppressed} suppressed`] : []),
    ];
    const colour = caused.length === 0 ? paint.good : failing ? paint.error : paint[worst];
    return colour(asides.length === 0 ? words : `${words} ${capital(asides.join(', '))}.`);
}
function worstOf(findings) {
    return findings.some((f) => f.severity === 'error') ? 'error' : findings.some((f) => f.severity === 'warning') ? 'warning' : 'notice';
}
function capital(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}
function findingBlock(finding, lineOf, paint, width) {
    const { location, related } = finding;
    const mark = paint[finding.severity];
    const gutter = Math.max(...[location, ...related.map((r) => r.location)].map((at) => String(at.start.line).length));
    const indent = ' '.repeat(gutter + 2);
    const lines = [
        `${mark(paint.bold(finding.severity))} ${paint.bold((0,visible/* visible */.RK)(finding.check))} ${(0,visible/* visible */.RK)(terminal_place(location))}:${location.start.column}`,
        `  ${paint.bold((0,visible/* visible */.RK)(finding.message))}`,
        ...terminal_frame(location, lineOf, gutter, mark, paint, width, '^'),
    ];
    for (const other of related) {
        lines.push(`${indent}${paint.dim('=')} ${(0,visible/* visible */.RK)(terminal_place(other.location))}: ${(0,visible/* visible */.RK)(other.label)}`);
        lines.push(...terminal_frame(other.location, lineOf, gutter, paint.notice, paint, width, '-'));
    }
    lines.push(`${indent}${paint.dim('why:')} ${(0,visible/* visible */.RK)(finding.why)}`);
    if (finding.fix)
        lines.push(`${indent}${paint.dim('fix:')} ${(0,visible/* visible */.RK)(finding.fix.message)}`);
    return `${lines.join('\n')}\n`;
}
/** `file:line`. */
function terminal_place(at) {
    return `${at.file}:${at.start.line}`;
}
/** The code line and a line that underlines the span; nothing where the line can't be read. */
function terminal_frame(at, lineOf, gutter, mark, paint, width, sign) {
    const source = lineOf(at.file, at.start.line);
    if (source === undefined)
        return [];
    const shown = shownLine(source, at, width - gutter - 5);
    const before = (0,visible/* columnsOf */.PL)(shown.text.slice(0, shown.start));
    const underline = sign.repeat(Math.max(1, (0,visible/* columnsOf */.PL)(shown.text.slice(shown.start, shown.end))));
    const number = String(at.start.line).padStart(gutter);
    return [
        `  ${paint.dim(`${number} |`)} ${shown.text.trimEnd()}`,
        `  ${paint.dim(`${' '.repeat(gutter)} |`)} ${' '.repeat(before)}${mark(underline)}`,
    ];
}
function smokeTable(stack, paint) {
    return (stack.smoke?.requests ?? []).flatMap((request) => smokeLines(request, paint));
}
function smokeLines(request, paint) {
    const colour = request.cause === null ? paint.good : paint.error;
    const direct = request.direct.map((d) => `${d.address} ${(0,report_words/* directWords */.x0)(d)}`).join(', ');
    const nginx = `nginx ${request.nginx.status ?? 'no answer'} in ${request.nginx.seconds.toFixed(2)} s`;
    const cause = request.cause === null ? '' : `; cause: ${request.cause}`;
    const lines = [
        `${colour(request.cause === null ? 'ok  ' : 'fail')} ${(0,visible/* visible */.RK)(request.url)}  ${nginx}${direct === '' ? '' : `; direct: ${(0,visible/* visible */.RK)(direct)}`}${colour(cause)}`,
    ];
    if (request.cause !== null)
        lines.push(...request.log.map((line) => `     ${paint.dim('log:')} ${(0,visible/* visible */.RK)(line)}`));
    return lines;
}

;// CONCATENATED MODULE: ./lib/report/annotations.js



/** All that a step has. Source: the runner's `ExecutionContext`, `_maxCountPerIssueType`. */
const wholeBudget = { error: 10, warning: 10, notice: 10 };
/** The runner cuts longer messages. Source: the runner's `ExecutionContext`, `_maxIssueMessageLength`. */
const longestMessage = 4096;
/** The annotations of a report, most severe first, those on changed lines before others of their kind, within the budget. */
function annotationsOf(report, budget = wholeBudget, isChanged, notCaused) {
    const { caused } = (0,report_words/* split */.lD)(report, notCaused);
    const shown = [];
    const left = { error: 0, warning: 0, notice: 0 };
    for (const severity of core_finding/* severities */.gO) {
        const ofKind = caused.filter((finding) => finding.severity === severity);
        const ordered = isChanged ? [...ofKind.filter(isChanged), ...ofKind.filter((finding) => !isChanged(finding))] : ofKind;
        shown.push(...ordered.slice(0, budget[severity]).map(annotation));
        left[severity] = Math.max(0, ordered.length - budget[severity]);
    }
    return { shown, left };
}
function annotation(finding) {
    const { start, end, file } = finding.location;
    const oneLine = start.line === end.line;
    return {
        severity: finding.severity,
        file,
        startLine: start.line,
        endLine: end.line,
        ...(oneLine ? { startColumn: start.column, endColumn: Math.max(start.column, end.column) } : {}),
        title: (0,visible/* visible */.RK)(finding.check),
        message: shortened(messageLines(finding).map(visible/* visible */.RK).join('\n')),
    };
}
function messageLines(finding) {
    return [
        finding.message,
        ...finding.related.map(({ location, label }) => `${location.file}:${location.start.line}: ${label}`),
        `why: ${finding.why}`,
        ...(finding.fix ? [`fix: ${finding.fix.message}`] : []),
    ];
}
function shortened(text) {
    if (text.length <= longestMessage)
        return text;
    return `${text.slice(0, longestMessage - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

;// CONCATENATED MODULE: ./lib/report/workflow-commands.js


/** `--format github`: the findings as workflow commands, for any step that runs the command line, and one line that counts them. */
function renderGithub(report, context) {
    const { caused, others } = (0,report_words/* split */.lD)(report, context.notCaused);
    const { shown, left } = annotationsOf(report, undefined, undefined, context.notCaused);
    const leftWords = Object.entries(left).flatMap(([severity, number]) => (number === 0 ? [] : [`${number} more of severity ${severity}`]));
    const total = `nginx-gate: ${(0,report_words/* countedFindings */.Hs)(caused)}`;
    const asides = [
        ...(others.length > 0 ? [`${others.length} not caused by this change`] : []),
        ...(leftWords.length > 0 ? [`${(0,report_words/* listed */.KE)(leftWords)} not annotated, as GitHub shows 10 of a kind`] : []),
    ];
    return [...shown.map(command), asides.length === 0 ? total : `${total}; ${asides.join('; ')}`].map((line) => `${line}\n`).join('');
}
/** One annotation as a line for standard output. Escapes as the runner unescapes: `%`, CR, LF, in properties `:` and `,` too. */
function command(annotation) {
    const properties = [
        ['file', annotation.file],
        ['line', annotation.startLine],
        ['endLine', annotation.endLine],
        ['col', annotation.startColumn],
        ['endColumn', annotation.endColumn],
        ['title', annotation.title],
    ];
    const written = properties.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${escapeProperty(String(value))}`]));
    return `::${annotation.severity} ${written.join(',')}::${escapeData(annotation.message)}`;
}
function escapeData(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function escapeProperty(text) {
    return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

;// CONCATENATED MODULE: ./lib/report/formats.js






/** Every format by its name on the command line. All answer the whole text with its last line end. */
const formats = {
    text: renderTerminal,
    json: renderJson,
    sarif: renderSarif,
    github: renderGithub,
    junit: renderJunit,
    markdown: renderMarkdown,
};
function render(format, report, context) {
    return formats[format](report, context);
}

// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3411);
// EXTERNAL MODULE: ./lib/command-line/output.js
var output = __webpack_require__(8273);
;// CONCATENATED MODULE: ./lib/command-line/print-report.js




/** Writes the report in the format that was asked for. */
function printReport(report, line, lineOf, notCaused = new Set()) {
    const color = !line.has('no-color') && line.value('output') === undefined && process.stdout.hasColors?.() === true && !process.env.NO_COLOR;
    const failOn = line.value('fail-on');
    const width = line.value('output') === undefined ? (process.stdout.columns ?? 100) : 100;
    (0,output/* writeReport */.u5)(formats[line.value('format')](report, { lineOf, color, width, failOn, version: version/* version */.r, rules: rules/* rules */.aO, notCaused, quiet: line.has('quiet') }), line.value('output'));
}


/***/ }),

/***/ 459:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ Timing),
/* harmony export */   k: () => (/* binding */ Progress)
/* harmony export */ });
/** Progress on standard error: one line that is overwritten, and nothing at all when it is no terminal. */
class Progress {
    #shown = process.stderr.isTTY === true;
    tell = (text) => {
        if (this.#shown)
            process.stderr.write(`\r\u001b[2K${text.slice(0, (process.stderr.columns ?? 80) - 1)}`);
    };
    clear() {
        if (this.#shown)
            process.stderr.write('\r\u001b[2K');
    }
}
/** Steps and their durations for `--timing`, in milliseconds. */
class Timing {
    #steps = [];
    #last = performance.now();
    mark = (step) => {
        const now = performance.now();
        this.#steps.push([step, now - this.#last]);
        this.#last = now;
    };
    toString() {
        return this.#steps.map(([step, ms]) => `${step}: ${ms.toFixed(0)} ms\n`).join('');
    }
}


/***/ })

};
