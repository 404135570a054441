export const id = 939;
export const ids = [939];
export const modules = {

/***/ 7319:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ composeFindings),
/* harmony export */   w: () => (/* binding */ composeInvalid)
/* harmony export */ });
/** The findings of one project, for projects without an nginx, too: a file that is no YAML hides its nginx. */
function composeFindings(project) {
    return project.problems.filter(({ uncertain }) => !uncertain).map(toFinding);
}
function toFinding({ message, at, related, fix }) {
    return {
        check: 'compose-invalid',
        severity: 'error',
        message,
        why: 'Compose refuses the whole project, and none of its containers start.',
        ...(fix !== undefined && { fix: { message: fix } }),
        location: at,
        related: related ?? [],
    };
}
const composeInvalid = {
    id: 'compose-invalid',
    severity: 'error',
    summary: 'Compose would refuse the files of the project',
    *run(stack) {
        if (stack.project !== null)
            yield* composeFindings(stack.project);
    },
};


/***/ }),

/***/ 3939:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tD: () => (/* binding */ checkIds),
  AV: () => (/* binding */ checks),
  WY: () => (/* binding */ described)
});

// EXTERNAL MODULE: ./lib/stack/verdict.js + 2 modules
var verdict = __webpack_require__(7905);
;// CONCATENATED MODULE: ./lib/checks/target.js

/** Faults of a name: with one that it looks up at the start nginx does not start, even in an upstream that no route uses. */
const atStart = new Set(['unknown-host', 'no-shared-network', 'service-not-started']);
/** A check that tells the endpoints whose verdict is `wrong` for one reason. */
function targetCheck(id, severity, summary, tell) {
    return {
        id,
        severity,
        summary,
        *run(stack) {
            const unused = atStart.has(id) ? stack.unused : [];
            for (const route of [...stack.routes, ...unused]) {
                for (const endpoint of route.endpoints) {
                    const { fault } = (0,verdict/* judge */.S)(endpoint, stack);
                    if (fault?.check !== id || (unused.includes(route) && endpoint.target.resolved === 'runtime'))
                        continue;
                    const told = tell(endpoint, fault, stack);
                    yield { check: id, severity, location: endpoint.target.at, related: [], endpoint, ...told };
                }
            }
        },
    };
}

;// CONCATENATED MODULE: ./lib/checks/words.js
/** `api:3001`, `[::1]:80`, `unix:/run/app.sock`. */
function addressOf({ target }) {
    if (target.socket !== null)
        return `unix:${target.socket}`;
    const host = target.host ?? target.written;
    return target.port === null ? host : `${host.includes(':') ? `[${host}]` : host}:${target.port}`;
}
/** Who hands on: `proxy_pass`, or the upstream that the peer stands in. */
function handsOn(endpoint) {
    const { target, route } = endpoint;
    return target.upstream === null ? `${route.route.name} hands on to` : `upstream ${target.upstream} hands on to`;
}
/** Which requests: `Every request under /api/`, `Every connection to port 5432`. */
function whichRequests(endpoint) {
    const { route } = endpoint.route;
    if (route.context === 'stream') {
        const port = route.server?.listens[0]?.port;
        return port == null ? 'Every connection' : `Every connection to port ${port}`;
    }
    const location = route.location;
    if (location === null)
        return 'Every request';
    if (location.startsWith('@'))
        return `Every request that ends at ${location}`;
    const plain = /^(?:\^~\s*)?(\/.*)$/.exec(location);
    if (plain)
        return plain[1] === '/' ? 'Every request' : `Every request under ${plain[1]}`;
    const exact = /^=\s*(.+)$/.exec(location);
    return exact ? `Every request for ${exact[1]}` : `Every request that matches ${location.replace(/^~\*?\s*/, '')}`;
}
/** What people see: 502, or with other peers in the upstream only part of it. */
function answers502(endpoint) {
    const { route, target } = endpoint;
    const requests = whichRequests(endpoint);
    const stream = route.route.context === 'stream';
    if (target.upstream !== null && target.backup)
        return `${requests} ${stream ? 'is closed' : 'answers 502'} once the other peers fail.`;
    if (target.upstream !== null && hasOtherPeers(endpoint))
        return `${requests.replace(/^Every/, 'A share of every')} ${stream ? 'is tried in vain first' : 'is tried in vain at this peer first, and answers 502 when the others fail too'}.`;
    return `${requests} ${stream ? 'is closed at once' : 'answers 502'}.`;
}
/** Whether the upstream has another peer than this one, written otherwise. */
function hasOtherPeers(endpoint) {
    const own = addressOf(endpoint);
    return endpoint.route.endpoints.some((other) => other.target.upstream === endpoint.target.upstream && addressOf(other) !== own);
}
/** What an unknown name does: nginx does not start, or with a name that is resolved per request 502. */
function namelessWhy(endpoint) {
    return endpoint.target.resolved === 'start'
        ? `nginx does not start: "host not found in upstream", and everything that it serves is down.`
        : `${whichRequests(endpoint)} answers 502.`;
}
/** The places of statements, once each. */
function placesOf(items, most = 3) {
    const seen = new Set();
    const related = [];
    for (const { at, says } of items) {
        if (at === null)
            continue;
        const key = `${at.file}:${at.start.line}`;
        if (seen.has(key) || related.length >= most)
            continue;
        seen.add(key);
        related.push({ location: at, label: says });
    }
    return related;
}
/** An edit at a place that is known exactly; none where it is not. */
function edits(location, newText) {
    return location === null ? {} : { edits: [{ location, newText }] };
}
/** `a`, `a and b`, `a, b and c`. */
function list(words) {
    return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

;// CONCATENATED MODULE: ./lib/checks/app-binds-loopback.js


const appBindsLoopback = targetCheck('app-binds-loopback', 'error', 'the app listens on 127.0.0.1 of its own container', (endpoint, { service, bind }) => ({
    message: `${handsOn(endpoint)} ${addressOf(endpoint)}, but ${bind.says}: only its own container reaches that.`,
    why: answers502(endpoint),
    fix: { message: `Let ${service.name} listen on 0.0.0.0:${bind.port}.` },
    related: bind.at === null ? [] : [{ location: bind.at, label: bind.says }],
}));

// EXTERNAL MODULE: ./lib/nginx/own-variables.js
var own_variables = __webpack_require__(6124);
;// CONCATENATED MODULE: ./lib/checks/compose-dollar.js


const composeDollar = {
    id: 'compose-dollar',
    severity: 'error',
    summary: "inline configs content writes one of nginx's variables with a single dollar sign",
    *run({ project, nginx }) {
        if (project === null || nginx.service === null)
            return;
        for (const key of new Set(nginx.service.configs.map(({ source }) => source))) {
            const config = project.configs.get(key);
            const finding = config && findingFor(config, project);
            if (finding !== undefined)
                yield finding;
        }
    },
};
function findingFor(config, project) {
    const { content } = config;
    if (content === null)
        return undefined;
    const comments = commentLines(config);
    const lost = project.unsetVariables.filter(({ value, at }) => (0,own_variables/* isNginxVariable */.r)(value) && within(at, content.at) && !comments.has(at.start.line));
    const [first] = lost;
    if (first === undefined)
        return undefined;
    const names = [...new Set(lost.map(({ value }) => `$${value}`))];
    const edits = lost.flatMap((variable) => doubled(variable, content.at));
    return {
        check: 'compose-dollar',
        severity: 'error',
        message: `Compose replaces ${list(names)} in this content by nothing, as ${names.length > 1 ? 'they are' : 'it is'} set nowhere; nginx never sees ${names.length > 1 ? 'them' : 'it'}.`,
        why: 'nginx runs with empty values, or does not start, as a directive lacks its argument.',
        fix: {
            message: `Write $$ for a dollar sign that is meant for nginx: ${list(names.map((name) => `$${name}`))}.`,
            ...(edits.length === lost.length && { edits }),
        },
        location: first.at,
        related: [{ location: config.at, label: `the content of ${config.key}` }],
    };
}
/** One more dollar sign before a variable whose own place is known. */
function doubled({ at }, whole) {
    const known = at.start.line !== whole.start.line || at.start.column !== whole.start.column;
    return known ? [{ location: { file: at.file, start: at.start, end: at.start }, newText: '$' }] : [];
}
/** The lines of the file on which only a comment of nginx's stands: nothing is lost in them. */
function commentLines({ content, contentLines }) {
    const lines = content?.value.split('\n') ?? [];
    return new Set(contentLines?.flatMap(({ start }, index) => (lines[index]?.trimStart().startsWith('#') ? [start.line] : [])));
}
function within(inner, outer) {
    return inner.file === outer.file && !before(inner.start, outer.start) && !before(outer.end, inner.end);
}
function before(a, b) {
    return a.line < b.line || (a.line === b.line && a.column < b.column);
}

// EXTERNAL MODULE: ./lib/checks/compose-invalid.js
var compose_invalid = __webpack_require__(7319);
;// CONCATENATED MODULE: ./lib/checks/config-not-loaded.js
/** Files that lie on nginx's paths without being read on purpose: snippets to pick from, samples, copies that are switched off. */
const kept = /(?:[-_.]?disabled|snippets?|includes?|examples?|samples?|templates?|errors?|ssl|certs?|html|lua|njs|modules?)\/|\.(?:example|sample|dist|disabled|bak|orig|old|off|inc|tmpl|tpl|j2|md|txt|html|key|pem|crt)$/i;
/** Only text that makes a server or hands something on is a configuration that somebody would miss. */
const serves = /^[ \t]*(?:server|upstream|http|stream)[ \t]*(?:[\w.-]+[ \t]*)?\{/m;
const configNotLoaded = {
    id: 'config-not-loaded',
    severity: 'error',
    summary: 'a mounted or copied nginx configuration is read by nothing',
    *run(stack) {
        const { config } = stack;
        const wildcard = includedFolder(stack);
        for (const first of lostConfigurations(stack)) {
            yield {
                check: 'config-not-loaded',
                severity: 'error',
                message: `${first.source} is put at ${first.target}, but nothing of nginx reads it there${wildcard === null ? '' : `: ${config.main} includes ${wildcard}`}.`,
                why: 'nginx runs without it: what it should answer is answered by the default page or not at all.',
                fix: { message: wildcard === null ? `Include it from ${config.main}.` : `Put it where ${wildcard} finds it, or include it.` },
                location: first.at,
                related: [],
            };
        }
    },
};
/** What was put on nginx's paths and is read by nothing, the first file of each mount or COPY. */
function* lostConfigurations(stack) {
    const { nginx, config } = stack;
    if (nginx.service === null || nginx.assumed || !nginx.treeKnown || config.files.length === 0)
        return;
    const paths = new Set(config.files.map((file) => file.path));
    const origins = new Set(config.files.flatMap((file) => file.origin ?? []));
    for (const group of byPlace(nginx.tree.placed)) {
        if (group.some((file) => [...paths].some((path) => isBelow(path, file.target))))
            continue;
        if (group.some((file) => [...origins].some((origin) => isBelow(origin, file.source))))
            continue;
        const lost = group.filter((file) => isConfiguration(file, stack));
        const [first] = lost;
        if (first !== undefined && lost.length === group.length)
            yield first;
    }
}
function isBelow(path, folder) {
    return path === folder || path.startsWith(`${folder}/`);
}
function byPlace(placed) {
    const groups = new Map();
    for (const file of placed) {
        const key = `${file.at.file}:${file.at.start.line}:${file.at.start.column}`;
        groups.set(key, [...(groups.get(key) ?? []), file]);
    }
    return [...groups.values()];
}
function isConfiguration(file, stack) {
    const { nginx } = stack;
    const place = file.target.slice(nginx.prefix.length);
    const folder = nginx.tree.read(file.target) === undefined;
    if (file.target.startsWith(`${nginx.prefix}/`) && (available.test(place) || (folder && !kept.test(`${place}/`))))
        return (nothingServes(stack) || nothingIsRead(stack)) && holdsServers(file, stack);
    if (!file.target.startsWith(`${nginx.prefix}/`) ||
        kept.test(file.target.slice(nginx.prefix.length)) ||
        !/\.conf\w*$|\/[\w-]+$|\.vhost$/i.test(file.target))
        return false;
    const there = nginx.tree.read(file.target);
    return there !== undefined && there.origin === file.source && serves.test(there.text);
}
/** The folder of sites to pick from is right to be unread, unless nginx serves nothing at all. */
const available = /-available(?:\/|$)/;
function nothingServes({ config }) {
    return config.servers.length === 0 && config.problems.length === 0 && !config.directives.some(({ name }) => name === 'mail');
}
/** nginx reads no file of the repository, so that all of them were put in vain. */
function nothingIsRead({ config }) {
    return config.files.every(({ origin }) => origin === null);
}
function holdsServers({ source, target }, { nginx }) {
    for (const file of nginx.tree.files()) {
        if (isBelow(file.path, target) && file.origin !== null && isBelow(file.origin, source) && serves.test(file.text))
            return true;
    }
    return false;
}
/** The pattern that server files are included by, for the message. */
function includedFolder({ config }) {
    for (const file of config.files) {
        const found = /^\s*include\s+(\S+\*\S*)\s*;/m.exec(file.path === config.main ? file.text : '');
        if (found)
            return found[1];
    }
    return null;
}

;// CONCATENATED MODULE: ./lib/checks/default-server-shadow.js
const defaultServerShadow = {
    id: 'default-server-shadow',
    severity: 'warning',
    summary: "the image's own default.conf answers instead of the repository's server",
    *run(stack) {
        const { nginx, config } = stack;
        if (nginx.service === null || nginx.assumed || !nginx.treeKnown)
            return;
        const servers = config.servers.filter((server) => server.context === 'http');
        const shadow = servers.findIndex((server) => server.directive.file.origin === null);
        const image = servers[shadow];
        if (image === undefined)
            return;
        for (const server of servers.slice(shadow + 1)) {
            const location = server.directive.at;
            if (location === null || !isForAnyName(server) || !server.listens.some((listen) => meets(image, listen.port, listen.address)))
                continue;
            const port = server.listens.find((listen) => meets(image, listen.port, listen.address))?.port;
            if (servers.some((other) => other.listens.some((listen) => listen.port === port && listen.defaultServer)))
                continue;
            if (servers.slice(0, shadow).some((other) => other.listens.some((listen) => listen.port === port)))
                continue;
            yield {
                check: 'default-server-shadow',
                severity: 'warning',
                message: `This server has no name of its own, and ${image.directive.file.path} of the image, read before it, answers on port ${port} first.`,
                why: 'People see "Welcome to nginx!" or a 404 instead of this server.',
                fix: { message: `Put the file at ${image.directive.file.path}, or write listen ${port} default_server; here.` },
                location,
                related: [],
            };
        }
    },
};
function isForAnyName(server) {
    return server.names.every((name) => name === '' || name === '_' || name === 'localhost');
}
function meets(image, port, address) {
    return port !== null && address === null && image.listens.some((listen) => listen.port === port && listen.address === null);
}

// EXTERNAL MODULE: ./lib/nginx/match.js
var match = __webpack_require__(405);
;// CONCATENATED MODULE: ./lib/checks/directive-place.js
/** Null for a directive of the image's own files. */
function directivePlace(node) {
    return node.file.locate(node.word.start, (node.args.at(-1) ?? node.word).end);
}
/** The place of one argument; the whole directive where it has none. */
function argumentPlace(node, index) {
    const word = node.args[index];
    return word === undefined ? directivePlace(node) : node.file.locate(word.start, word.end);
}

;// CONCATENATED MODULE: ./lib/checks/double-slash.js


const doubleSlash = {
    id: 'double-slash',
    severity: 'warning',
    summary: 'a location without a slash at its end and a target with one make paths with two',
    *run(stack) {
        for (const { route } of stack.routes) {
            if (route.name !== 'proxy_pass' || route.locationDirective === null || route.context !== 'http')
                continue;
            const { modifier, argument } = (0,match/* locationArgument */.XR)(route.locationDirective);
            if ((modifier !== '' && modifier !== '^~') || argument.endsWith('/') || !argument.startsWith('/') || /\.\w+$/.test(argument))
                continue;
            const uri = /^https?:\/\/[^/$]+(\/[^$?]*)$/.exec(route.target)?.[1];
            const location = directivePlace(route.directive);
            if (uri === undefined || !uri.endsWith('/') || location === null || rewrites(route.locationDirective.block ?? []))
                continue;
            const at = route.locationDirective.at;
            yield {
                check: 'double-slash',
                severity: 'warning',
                message: `${argument}/x becomes ${uri}/x: location ${argument} has no slash at its end, and ${route.target} has one.`,
                why: 'Most apps do not know a path with two slashes and answer 404.',
                fix: {
                    message: `Write location ${argument}/ { … }, or ${route.target.slice(0, -1)} without the last slash${uri === '/' ? ' to hand the path on as it is' : ''}.`,
                },
                location,
                related: at === null ? [] : [{ location: at, label: `location ${argument}` }],
            };
        }
    },
};
function rewrites(nodes) {
    return nodes.some((node) => node.name === 'rewrite');
}

;// CONCATENATED MODULE: ./lib/checks/refused.js
/** A check that tells the problems of the configuration that carry its id. */
function refusedCheck(id, summary) {
    return {
        id,
        severity: 'error',
        summary,
        *run(stack) {
            for (const problem of stack.config.problems) {
                if (problem.check !== id || restsOnGuess(problem, stack))
                    continue;
                const result = toResult(problem);
                if (result !== null)
                    yield result;
            }
        },
    };
}
/** Where a script may change nginx's files, one of two files that contradict each other may be gone when nginx starts. */
function restsOnGuess({ file, related }, stack) {
    return !stack.nginx.treeKnown && (related ?? []).some((other) => other.file.path !== file.path);
}
/** Null for a problem in a file of the image itself: it has no place in the repository. */
function toResult({ check, message, fix, file, start, end, related }) {
    const location = file.locate(start, end);
    if (location === null)
        return null;
    return {
        check,
        severity: 'error',
        message,
        why: check === 'include-cycle'
            ? 'nginx reads the files in a circle until it crashes, so it does not start.'
            : 'nginx refuses the whole configuration: it does not start, and a reload keeps the old one.',
        ...(fix === null ? {} : { fix: { message: fix } }),
        location,
        related: (related ?? []).flatMap((other) => {
            const at = other.file.locate(other.start, other.end);
            return at === null ? [] : [{ location: at, label: other.label }];
        }),
    };
}

;// CONCATENATED MODULE: ./lib/checks/duplicate-directive.js

const duplicateDirective = refusedCheck('duplicate-directive', 'a directive, location, upstream or listen that may stand only once');

// EXTERNAL MODULE: ./lib/stack/networks.js
var networks = __webpack_require__(4533);
;// CONCATENATED MODULE: ./lib/checks/host-gateway-missing.js


const hostGatewayMissing = {
    id: 'host-gateway-missing',
    severity: 'warning',
    summary: 'host.docker.internal is unknown on Linux without its extra_hosts line',
    *run(stack) {
        const { nginx, project } = stack;
        if (nginx.service === null || project === null || nginx.assumed)
            return;
        const owner = (0,networks/* namespaceOwner */.dR)(nginx.service, project);
        if (owner.networkMode !== null)
            return;
        for (const route of stack.routes) {
            for (const endpoint of route.endpoints) {
                if (endpoint.target.host !== 'host.docker.internal' || endpoint.reach.kind !== 'external')
                    continue;
                if ([...owner.extraHosts, ...nginx.service.extraHosts].some((entry) => entry.value.host.toLowerCase() === 'host.docker.internal'))
                    continue;
                yield {
                    check: 'host-gateway-missing',
                    severity: 'warning',
                    message: `${handsOn(endpoint)} ${addressOf(endpoint)}, but ${owner.name} has no extra_hosts line for it: Docker Desktop knows the name, Docker on Linux does not.`,
                    why: namelessWhy(endpoint),
                    fix: { message: `Add extra_hosts: ["host.docker.internal:host-gateway"] to ${owner.name}.` },
                    location: endpoint.target.at,
                    related: [
                        {
                            location: owner.at,
                            label: owner === nginx.service ? `nginx runs as the service ${owner.name} here` : `nginx lives in the network of ${owner.name}`,
                        },
                    ],
                    endpoint,
                };
            }
        }
    },
};

;// CONCATENATED MODULE: ./lib/checks/include-cycle.js

const includeCycle = refusedCheck('include-cycle', 'a file that includes itself, directly or through others');

// EXTERNAL MODULE: ./lib/nginx/include.js + 1 modules
var include = __webpack_require__(1606);
// EXTERNAL MODULE: ./lib/stack/evidence/bind.js
var bind = __webpack_require__(1861);
// EXTERNAL MODULE: ./lib/stack/resolve.js + 26 modules
var resolve = __webpack_require__(8501);
;// CONCATENATED MODULE: ./lib/checks/listen-mismatch.js






const listenMismatch = {
    id: 'listen-mismatch',
    severity: 'error',
    summary: 'a published port of the nginx service leads to a port that nginx does not listen on',
    *run(stack) {
        const { nginx, config, project } = stack;
        const service = nginx.service;
        if (service === null || project === null || nginx.assumed || !nginx.treeKnown || nginx.sharesContainer)
            return;
        if (config.servers.length === 0 && !servesNothing(stack))
            return;
        if (service.networkMode !== null || (0,networks/* namespaceMembers */.N7)(service, project).length > 1 || config.problems.length > 0)
            return;
        const listens = config.servers.flatMap((server) => server.listens);
        // A port that came out of a variable is no number: then nobody knows what is listened on.
        if (listens.some((listen) => listen.port === null && listen.socket === null))
            return;
        const open = (0,resolve/* listenPorts */.w)(config, nginx);
        const mail = mailPorts(stack);
        const reached = service.ports.filter((item) => reaches(item, listens, open) || mail.has(item.target));
        const lost = service.ports.filter((item) => !reached.includes(item) && !/[$]/.test(item.published ?? ''));
        if (service.ports.length === 0 || service.ports.some((item) => item.targetUncertain))
            return;
        // Without a listen the port hangs on the user that nginx runs as.
        if (service.user?.uncertain && config.servers.some((server) => server.listens.length === 0))
            return;
        const severity = reached.length === 0 ? 'error' : 'notice';
        const listening = [...new Set([...open, ...mail])].sort((a, b) => a - b);
        const told = new Set();
        for (const item of lost) {
            if (told.has(item.target))
                continue;
            told.add(item.target);
            const only = listening.length === 1 ? listening[0] : undefined;
            const first = listens.find((listen) => listen.directive.at !== null)?.directive.at;
            yield {
                check: 'listen-mismatch',
                severity,
                message: `${service.name} publishes its port ${item.target}, but nginx listens on ${listening.length === 0 ? 'no port: no server block is in the files that it reads' : list(listening.map(String))}.`,
                why: severity === 'error'
                    ? 'No request from outside reaches nginx: the connection is reset or refused.'
                    : `Requests to port ${item.published ?? item.target} of the host are reset; the other published ports work.`,
                fix: only !== undefined && severity === 'error'
                    ? { message: `Publish port ${only} of the container.`, edits: [{ location: item.targetAt, newText: String(only) }] }
                    : { message: 'Publish a port that nginx listens on, or add a listen.' },
                location: item.at,
                related: first == null ? [] : [{ location: first, label: `nginx listens on ${list(listening.map(String))}` }],
            };
        }
    },
};
/** A whole configuration without any server; where a file that brings some is read by nothing, that is the fault. */
function servesNothing(stack) {
    const { config } = stack;
    const names = new Set(config.directives.map(({ name }) => name));
    if (!(names.has('http') || names.has('stream')) || names.has('mail') || names.has('load_module'))
        return false;
    return [...lostConfigurations(stack)].length === 0;
}
/** What the servers of `mail` listen on, which hand on no request of a route. */
function mailPorts({ config }) {
    const ports = new Set();
    const open = [...(0,include/* directivesIn */.WS)(config.directives)].filter(({ name }) => name === 'mail');
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
        const written = node.name === 'listen' ? /(?:^|:)(\d{1,5})$/.exec(node.args[0]?.text ?? '') : null;
        if (written)
            ports.add(Number(written[1]));
        if (node.block !== null)
            open.push(...(0,include/* directivesIn */.WS)(node.block));
    }
    return ports;
}
function reaches(item, listens, open) {
    const wanted = listens.filter((listen) => listen.port === item.target && (item.protocol === 'udp') === listen.udp);
    if (wanted.length === 0)
        return item.protocol !== 'udp' && open.has(item.target) && !listens.some((listen) => listen.port === item.target);
    return wanted.some((listen) => !(0,bind/* isLoopback */.U9)(listen.address));
}

// EXTERNAL MODULE: ./lib/stack/reach.js + 1 modules
var stack_reach = __webpack_require__(2543);
;// CONCATENATED MODULE: ./lib/checks/localhost-family.js


const localhostFamily = {
    id: 'localhost-family',
    severity: 'notice',
    summary: 'localhost is ::1 and 127.0.0.1, and the app is published on one of them',
    *run(stack) {
        for (const route of stack.routes) {
            for (const endpoint of route.endpoints) {
                const { target, reach } = endpoint;
                if (target.host !== 'localhost' || reach.kind !== 'service' || reach.via !== 'published')
                    continue;
                const items = reach.service.ports.filter((port) => (0,stack_reach/* publishes */.AN)(port.published, target.port));
                const item = items[0];
                if (item === undefined || !items.every((port) => port.hostIp !== null && port.hostIp === item.hostIp && !port.uncertain))
                    continue;
                const ip = item.hostIp;
                if (ip !== '127.0.0.1' && ip !== '::1')
                    continue;
                const other = ip === '::1' ? '127.0.0.1' : '::1';
                yield {
                    check: 'localhost-family',
                    severity: 'notice',
                    message: `${handsOn(endpoint)} ${addressOf(endpoint)}, which is ${other} as well, but ${reach.service.name} is published on ${ip} only.`,
                    why: `${whichRequests(endpoint)} may meet ${other} first: a refused connection in the log, and a 502 when both are tried in vain.`,
                    fix: { message: `Write ${ip}.`, ...edits(target.hostAt, ip.includes(':') ? `[${ip}]` : ip) },
                    location: target.at,
                    related: [{ location: item.at, label: `${reach.service.name} is published on ${ip}` }],
                    endpoint,
                };
            }
        }
    },
};

;// CONCATENATED MODULE: ./lib/checks/loopback-target.js


const loopbackTarget = targetCheck('loopback-target', 'error', 'nginx in a container hands on to itself, where nothing listens', (endpoint, { listeners, suggestions, comesBack }, stack) => {
    const nginx = stack.nginx.service?.name ?? 'nginx';
    const meant = suggestions.length === 1 ? suggestions[0] : undefined;
    const own = listeners.length > 0 ? `, and nginx listens there on ${list(listeners)} only` : '';
    const item = meant?.ports.find((port) => port.target === endpoint.target.port) ??
        meant?.ports.find((port) => port.published === String(endpoint.target.port));
    const port = item?.target ?? endpoint.target.port;
    const samePort = port === endpoint.target.port;
    return {
        message: comesBack === 'redirected'
            ? `${handsOn(endpoint)} ${addressOf(endpoint)}, where this nginx itself answers and sends every client back to https: nobody ever gets past that redirect.`
            : comesBack === 'handed on'
                ? `${handsOn(endpoint)} ${addressOf(endpoint)}, which is this same server: the ${endpoint.route.route.context === 'stream' ? 'connection comes back to it' : 'request comes back to this location'} again and again.`
                : `${handsOn(endpoint)} ${addressOf(endpoint)}, but that is the container of ${nginx} itself${own}.`,
        why: comesBack === 'redirected' ? `${whichRequests(endpoint)} ends in "too many redirects".` : answers502(endpoint),
        fix: meant === undefined
            ? { message: 'Name the service that listens there instead of the loopback address.' }
            : { message: `Use ${meant.name}:${port}.`, ...(samePort ? edits(endpoint.target.hostAt, meant.name) : {}) },
        related: meant === undefined
            ? ownContainer(stack.nginx.service)
            : [{ location: item?.at ?? meant.at, label: `${meant.name} listens on ${port}` }],
    };
});
/** Where no service comes to mind, the other place is nginx's own: a container of its own is what makes the address wrong. */
function ownContainer(service) {
    return service === null ? [] : [{ location: service.at, label: `nginx runs in a container of its own, ${service.name}` }];
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/nginx/routes.js + 10 modules
var nginx_routes = __webpack_require__(4287);
;// CONCATENATED MODULE: ./lib/checks/missing-file.js




/** Of these nginx opens the file of a server that has a certificate; without one it reads none of them, `listen … ssl` or not. */
const ofServer = new Set([
    'ssl_certificate',
    'ssl_certificate_key',
    'ssl_trusted_certificate',
    'ssl_client_certificate',
    'ssl_dhparam',
    'ssl_crl',
    'ssl_session_ticket_key',
]);
/** Of these it opens the file where a route in their reach is handed on by TLS. */
const ofRoute = new Set([
    'proxy_ssl_certificate',
    'proxy_ssl_certificate_key',
    'proxy_ssl_trusted_certificate',
    'grpc_ssl_trusted_certificate',
    'uwsgi_ssl_trusted_certificate',
]);
const missingFile = {
    id: 'missing-file',
    severity: 'error',
    summary: 'a file that nginx opens when it starts is not in the container',
    *run(stack) {
        const { nginx, config } = stack;
        if (nginx.service === null || nginx.assumed || !nginx.treeKnown)
            return;
        for (const { directive, path, glob } of config.missingIncludes) {
            if (glob || !isAbsent(path, stack))
                continue;
            yield* told(directive, path, 'include');
        }
        const read = openedFiles(stack);
        for (const node of (0,include/* nestedDirectivesIn */.bO)(config.directives)) {
            const word = node.args[0];
            if (!(node.name === 'ssl_password_file' || read.has(node)) || word === undefined || /[$]|^data:|^engine:|^store:/.test(word.text))
                continue;
            const path = external_node_path_.posix.resolve(nginx.prefix, word.text);
            if (isAbsent(path, stack))
                yield* told(node, path, node.name);
        }
    },
};
/** The directives of TLS whose file nginx opens at its start. */
function openedFiles({ config, routes }) {
    const found = new Set();
    const add = (node) => {
        if (node !== undefined)
            found.add(node);
    };
    const blocks = [...(0,include/* directivesIn */.WS)(config.directives)].filter(({ name }) => /^(?:http|stream|mail)$/.test(name));
    for (const block of blocks) {
        for (const server of [...(0,include/* directivesIn */.WS)(block.block)].filter(({ name }) => name === 'server')) {
            const of = (name) => (0,nginx_routes/* setting */.Pe)([block, server], name);
            const on = (name) => !/^(?:off)?$/.test(of(name)?.args[0]?.text ?? '');
            if (of('ssl_certificate') === undefined && !on('ssl_reject_handshake'))
                continue;
            for (const name of ofServer)
                if (name !== 'ssl_client_certificate' || on('ssl_verify_client'))
                    add(of(name));
            const several = [server, block].find(({ block: inside }) => [...(0,include/* directivesIn */.WS)(inside)].some(({ name }) => name === 'ssl_certificate'));
            for (const node of (0,include/* directivesIn */.WS)(several?.block ?? null))
                if (/^ssl_certificate(?:_key)?$/.test(node.name))
                    add(node);
        }
    }
    for (const { route } of routes) {
        const tls = /^(?:https|grpcs|suwsgi):/.test(route.target) || (0,nginx_routes/* setting */.Pe)(route.scope, 'proxy_ssl')?.args[0]?.text === 'on';
        if (!tls)
            continue;
        const protocol = route.name.replace(/_pass$/, '');
        for (const name of ofRoute) {
            if (!name.startsWith(`${protocol}_`))
                continue;
            if (name.endsWith('trusted_certificate') && (0,nginx_routes/* setting */.Pe)(route.scope, `${protocol}_ssl_verify`)?.args[0]?.text !== 'on')
                continue;
            add((0,nginx_routes/* setting */.Pe)(route.scope, name));
        }
    }
    return found;
}
function isAbsent(path, { nginx, project, variants }) {
    // A file that is only started together with others (an override) leaves to them what they mount.
    const elsewhere = variants.some((other) => other !== project &&
        other.services.some((service) => service.name === nginx.service?.name &&
            service.volumes.some((mount) => path === mount.target || path.startsWith(`${mount.target}/`))));
    return !elsewhere && nginx.tree.isKnown(path) && nginx.tree.read(path) === undefined && !covered(path, nginx.tree.absent);
}
function covered(path, absent) {
    return absent.some(({ target }) => path === target || path.startsWith(`${target.replace(/\/$/, '')}/`));
}
function* told(node, path, what) {
    const location = argumentPlace(node, 0);
    if (location === null)
        return;
    yield {
        check: 'missing-file',
        severity: 'error',
        message: `${what} names ${path}, but no image layer, COPY or mount puts a file there.`,
        why: 'nginx does not start: it cannot open the file.',
        fix: { message: `Mount or copy the file to ${path}.` },
        location,
        related: [],
    };
}

;// CONCATENATED MODULE: ./lib/checks/looked-up.js
/** Targets that nginx asks no resolver for, even behind a variable: the same host and port stand without variables somewhere, and it keeps that address. */
function lookedUpAtStart({ routes }) {
    const key = ({ host, port }) => `${host} ${port}`;
    const known = new Set(routes.flatMap((route) => route.endpoints.filter(({ target }) => target.resolved === 'start').map(({ target }) => key(target))));
    return (target) => known.has(key(target));
}

;// CONCATENATED MODULE: ./lib/checks/missing-resolver.js






const missingResolver = {
    id: 'missing-resolver',
    severity: 'error',
    summary: 'a name is looked up per request, and no resolver is set',
    *run(stack) {
        // In a file that others include, the resolver may stand where nobody sees it.
        if (stack.nginx.assumed || !stack.nginx.treeKnown)
            return;
        const told = new Set();
        const known = knownOf(stack);
        for (const { route, endpoints } of stack.routes) {
            for (const endpoint of endpoints) {
                if (told.has(route.directive) || !needsResolver(endpoint, known))
                    continue;
                const location = directivePlace(route.directive);
                if (location === null)
                    continue;
                told.add(route.directive);
                const { target } = endpoint;
                const docker = stack.nginx.service !== null && stack.nginx.service.networkMode === null;
                yield {
                    check: 'missing-resolver',
                    severity: 'error',
                    message: `${route.name} ${route.target} looks up ${target.host} for each request, but no resolver is set here or around it.`,
                    why: `${whichRequests(endpoint)} answers 502: "no resolver defined to resolve ${target.host}".`,
                    fix: {
                        message: docker
                            ? "Add resolver 127.0.0.11 valid=10s; (Docker's own DNS) to the server or to http."
                            : 'Add a resolver to the server or to http.',
                    },
                    location,
                    related: target.at.start.line === location.start.line && target.at.file === location.file
                        ? []
                        : [{ location: target.at, label: `${addressOf(endpoint)} is written here` }],
                    endpoint,
                };
            }
        }
    },
};
function needsResolver({ target, route }, known) {
    if (target.resolved !== 'runtime' ||
        target.host === null ||
        target.socket !== null ||
        (0,stack_reach/* isAddress */.PW)(target.host) ||
        /[$%{}<>]/.test(target.host))
        return false;
    if ((0,nginx_routes/* setting */.Pe)(route.route.scope, 'resolver') !== undefined || known.resolvers.has(route.route.context))
        return false;
    if (target.upstream !== null)
        return known.unresolved.has(`${route.route.context} ${target.upstream}`);
    return !known.upstreams.has(target.host) && !known.atStart(target);
}
function knownOf(stack) {
    const { upstreams } = stack.config;
    const first = new Map(upstreams.toReversed().map((upstream) => [`${upstream.context} ${upstream.name}`, upstream]));
    const own = (nodes) => [...(0,include/* directivesIn */.WS)(nodes)].some((node) => node.name === 'resolver');
    return {
        resolvers: new Set(['http', 'stream'].filter((context) => mainHas(stack, context))),
        upstreams: new Set(upstreams.map((upstream) => upstream.name.toLowerCase())),
        unresolved: new Set([...first].flatMap(([key, { directive }]) => (own(directive.block) ? [] : [key]))),
        atStart: lookedUpAtStart(stack),
    };
}
function mainHas(stack, context) {
    for (const node of (0,include/* directivesIn */.WS)(stack.config.directives)) {
        if (node.name === 'resolver')
            return true;
        if (node.name === context)
            for (const inner of (0,include/* directivesIn */.WS)(node.block))
                if (inner.name === 'resolver')
                    return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./lib/checks/mount-source-missing.js

const mountSourceMissing = {
    id: 'mount-source-missing',
    severity: 'warning',
    summary: 'a file that is mounted into nginx is not in the repository',
    *run(stack) {
        const { nginx, config } = stack;
        const service = nginx.service;
        if (service === null || nginx.assumed)
            return;
        for (const absent of nginx.tree.absent) {
            if (absent.kind !== 'missing' || absent.source === null)
                continue;
            const mount = service.volumes.find((other) => other.target === absent.target && other.type === 'bind');
            if (mount === undefined || !mount.short || mount.uncertain || !usedAsFile(absent.target, config.directives))
                continue;
            if (absent.made)
                continue;
            const windows = absent.source.includes('\\');
            yield {
                check: 'mount-source-missing',
                severity: 'warning',
                message: windows
                    ? `${absent.source} is mounted at ${absent.target}, and only Windows takes its backslashes for folders: elsewhere Docker makes an empty folder of that name.`
                    : `${absent.source} is mounted at ${absent.target}, but it is not in the repository: Docker makes an empty folder of that name.`,
                why: 'nginx finds a folder where it wants a file, and does not start; or the container itself does not start.',
                fix: {
                    message: windows
                        ? `Write ${absent.source.replaceAll('\\', '/').replace(/^(?!\.|\/)/, './')}, which Windows takes as well.`
                        : `Commit ${absent.source}, correct its path, or let git ignore it where it comes at deploy time.`,
                },
                location: absent.at,
                related: [],
            };
        }
    },
};
/** A name with an ending of a file that nginx reads, or a path that a directive names. */
function usedAsFile(target, directives) {
    if (/\.(?:conf|template|pem|crt|cer|key|htpasswd|types|js|lua|inc|html)$/i.test(target))
        return true;
    for (const { name, args } of (0,include/* nestedDirectivesIn */.bO)(directives)) {
        if (/^(?:ssl_\w*certificate\w*|ssl_dhparam|auth_basic_user_file|include)$/.test(name) && args[0]?.text === target)
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./lib/checks/no-shared-network.js


const noSharedNetwork = targetCheck('no-shared-network', 'error', 'nginx and the service are on no common network', (endpoint, { service, nginxNetworks, serviceNetworks }, stack) => {
    const nginx = stack.nginx.service;
    const to = serviceNetworks[0];
    return {
        message: `${handsOn(endpoint)} ${addressOf(endpoint)}, but ${nginx?.name ?? 'nginx'} is on ${list(nginxNetworks)} and ${service.name} on ${list(serviceNetworks)}: they share no network.`,
        why: namelessWhy(endpoint),
        fix: { message: to === undefined ? 'Put both on one network.' : `Add ${nginx?.name ?? 'nginx'} to the network ${to}.` },
        related: [
            { location: service.at, label: `${service.name} is on ${list(serviceNetworks)}` },
            ...(nginx === null ? [] : [{ location: nginx.at, label: `${nginx.name} is on ${list(nginxNetworks)}` }]),
        ],
    };
});

;// CONCATENATED MODULE: ./lib/checks/not-published.js


const notPublished = targetCheck('not-published', 'error', 'nginx on the host hands on to a port that is only open inside a container', (endpoint, { service, published, at }) => {
    const { target } = endpoint;
    const only = published.length === 1 && /^\d+$/.test(published[0] ?? '') ? published[0] : undefined;
    return {
        message: published.length > 0
            ? `${handsOn(endpoint)} ${addressOf(endpoint)} on the host, but ${service.name} publishes its port ${target.port} as ${list(published)}.`
            : `${handsOn(endpoint)} ${addressOf(endpoint)} on the host, but ${service.name} does not publish its port ${target.port}.`,
        why: answers502(endpoint),
        fix: only !== undefined
            ? { message: `Use port ${only}.`, ...edits(target.portAt, only) }
            : { message: `Publish it: ports: ["127.0.0.1:${target.port}:${target.port}"].` },
        related: at === null
            ? []
            : [
                {
                    location: at,
                    label: published.length > 0
                        ? `${service.name} publishes ${target.port} as ${list(published)}`
                        : `${service.name} names ${target.port} without publishing it`,
                },
            ],
    };
});

;// CONCATENATED MODULE: ./lib/checks/other-value.js

function otherPort({ target }, stack, port) {
    if (!target.portWritten) {
        const address = `${target.host}:${port}`;
        return { fix: { message: `Write ${address}.`, ...edits(target.hostAt, address) }, related: [] };
    }
    return atVariable(target.portVariable, stack, String(port)) ?? written(`Use port ${port}.`, target.portAt, String(port));
}
function otherHost({ target }, stack, host) {
    return atVariable(target.hostVariable, stack, host) ?? written(`Use ${host}.`, target.hostAt, host);
}
function written(message, at, value) {
    return { fix: { message, ...edits(at, value) }, related: [] };
}
/** No edit: the value may itself be put together from variables. */
function atVariable(name, stack, value) {
    const set = name === null ? undefined : stack.nginx.service?.environment.get(name);
    if (name === null || set === undefined)
        return null;
    const related = [{ location: set.at, label: `${name} is set here` }];
    return { fix: { message: `Set ${name} to ${value}, in ${set.at.file}:${set.at.start.line}.` }, related };
}

;// CONCATENATED MODULE: ./lib/checks/port-mismatch.js



const portMismatch = targetCheck('port-mismatch', 'error', 'the service listens on another port', (endpoint, { service, says }, stack) => {
    const ports = [...new Set(says.map((item) => item.port))];
    const only = ports.length === 1 ? ports[0] : undefined;
    const other = only === undefined ? undefined : otherPort(endpoint, stack, only);
    return {
        message: `${handsOn(endpoint)} ${addressOf(endpoint)}, but ${service.name} listens on ${list(ports.slice(0, 4).map(String))}.`,
        why: answers502(endpoint),
        fix: other?.fix ?? { message: `Use a port that ${service.name} listens on.` },
        related: [...placesOf(says), ...(other?.related ?? [])],
    };
});

;// CONCATENATED MODULE: ./lib/checks/protocol-mismatch.js


const right = {
    http: 'proxy_pass http://',
    https: 'proxy_pass https://',
    fastcgi: 'fastcgi_pass',
    uwsgi: 'uwsgi_pass',
    grpc: 'grpc_pass',
};
const protocolMismatch = targetCheck('protocol-mismatch', 'error', 'nginx speaks another protocol than the app', (endpoint, { service, speaks, evidence, expected }) => ({
    message: `${handsOn(endpoint)} ${addressOf(endpoint)} in ${spell(expected)}, but ${service.name} speaks ${spell(speaks)} there.`,
    why: answers502(endpoint),
    fix: { message: `Use ${right[speaks] ?? speaks}.` },
    related: placesOf([evidence]),
}));
function spell(protocol) {
    return protocol === 'fastcgi'
        ? 'FastCGI'
        : protocol === 'uwsgi'
            ? "uwsgi's own protocol"
            : protocol === 'grpc'
                ? 'gRPC'
                : protocol.toUpperCase();
}

;// CONCATENATED MODULE: ./lib/checks/published-port.js



const publishedPort = targetCheck('published-port', 'error', 'the port is the published one of the host, not the one in the container', (endpoint, { service, container, at }, stack) => {
    const { target } = endpoint;
    const { fix, related } = otherPort(endpoint, stack, container);
    return {
        message: `${handsOn(endpoint)} ${addressOf(endpoint)}, but ${target.port} is what the host publishes: between containers ${service.name} listens on ${container}.`,
        why: answers502(endpoint),
        fix,
        related: [{ location: at, label: `${service.name} publishes ${target.port} on the host and listens on ${container}` }, ...related],
    };
});

;// CONCATENATED MODULE: ./lib/checks/resolver-cannot-know.js





/** Resolvers of the public Internet; they know no container. */
const publicResolver = /^(?:8\.8\.8\.8|8\.8\.4\.4|1\.1\.1\.1|1\.0\.0\.1|1\.1\.1\.[23]|9\.9\.9\.9|9\.9\.9\.10|149\.112\.112\.112|208\.67\.22[02]\.\d+|4\.2\.2\.[1-6]|64\.6\.6[45]\.6|77\.88\.8\.[18]|94\.140\.1[45]\.1[45]|114\.114\.114\.114|223\.5\.5\.5|223\.6\.6\.6|119\.29\.29\.29|180\.76\.76\.76|\[?2001:4860:4860::88(?:88|44)\]?|\[?2606:4700:4700::1(?:111|001)\]?)(?::53)?$/;
/** Docker's DNS, which answers inside the network namespace of a container and nowhere else. */
const dockersOwn = /^127\.0\.0\.11(?::53)?$/;
const resolverCannotKnow = {
    id: 'resolver-cannot-know',
    severity: 'error',
    summary: "the resolver does not know a name that only Docker's DNS knows",
    *run(stack) {
        const service = stack.nginx.service;
        if (service === null || stack.nginx.assumed)
            return;
        const told = new Set();
        const atStart = lookedUpAtStart(stack);
        for (const { route, endpoints } of stack.routes) {
            const resolver = (0,nginx_routes/* setting */.Pe)(route.scope, 'resolver');
            for (const endpoint of endpoints) {
                const because = resolver === undefined || atStart(endpoint.target) ? null : cannotKnow(endpoint, resolver, stack);
                if (because === null || resolver === undefined)
                    continue;
                const location = directivePlace(because.at === 'resolver' ? resolver : route.directive);
                if (location === null || told.has(because.at === 'resolver' ? resolver : route.directive))
                    continue;
                told.add(because.at === 'resolver' ? resolver : route.directive);
                yield {
                    check: 'resolver-cannot-know',
                    severity: 'error',
                    message: `${handsOn(endpoint)} ${addressOf(endpoint)}, but ${because.message}.`,
                    why: `${whichRequests(endpoint)} answers 502: "${endpoint.target.host} could not be resolved".`,
                    fix: { message: because.fix },
                    location,
                    related: [{ location: endpoint.target.at, label: `${endpoint.target.host} is looked up for each request` }],
                    endpoint,
                };
            }
        }
    },
};
function cannotKnow({ target, reach }, resolver, stack) {
    if (target.resolved !== 'runtime' || target.host === null)
        return null;
    const addresses = resolver.args.map((word) => word.text).filter((text) => !/^(?:valid|ipv4|ipv6|status_zone)=/.test(text));
    if (addresses.length === 0)
        return null;
    if (onHostNetwork(stack))
        return fromHostNetwork(target.host, addresses, stack);
    if (reach.kind !== 'service')
        return null;
    if (reach.via === 'extra_host' && addresses.every((address) => dockersOwn.test(address))) {
        return {
            at: 'pass',
            message: `only extra_hosts knows ${target.host}, and a resolver never reads that`,
            fix: `Use the name of the service ${reach.service.name}, or write the target without variables.`,
        };
    }
    if (!['name', 'alias', 'container_name', 'hostname', 'link'].includes(reach.via) || target.host.includes('.'))
        return null;
    if (!addresses.every((address) => publicResolver.test(address)))
        return null;
    return {
        at: 'resolver',
        message: `the resolver ${addresses[0]} is on the Internet and knows no container`,
        fix: "Use resolver 127.0.0.11, Docker's own DNS.",
    };
}
function onHostNetwork({ nginx: { service } }) {
    return service?.networkMode?.value === 'host' && !service.networkMode.uncertain;
}
/** On the host's network a service has no name but by Docker's DNS, and that does not answer there. */
function fromHostNetwork(host, addresses, { nginx, project, variants }) {
    const named = host.includes('.') || (0,stack_reach/* isAddress */.PW)(host) ? undefined : (0,stack_reach/* findNamed */.n4)(host, project, variants);
    if (named === undefined || !addresses.every((address) => dockersOwn.test(address) || publicResolver.test(address)))
        return null;
    const only = addresses.every((address) => publicResolver.test(address));
    return {
        at: 'resolver',
        message: only
            ? `the resolver ${addresses[0]} is on the Internet and knows no container`
            : `${nginx.service?.name} is on the host's network, where Docker's DNS at 127.0.0.11 does not answer`,
        fix: `Give ${nginx.service?.name} a network of the project instead of network_mode: host, or hand on to 127.0.0.1 and the port that ${named.service.name} publishes.`,
    };
}

;// CONCATENATED MODULE: ./lib/checks/script-path-mismatch.js




const scriptPathMismatch = {
    id: 'script-path-mismatch',
    severity: 'error',
    summary: 'SCRIPT_FILENAME names a folder that the FastCGI service does not have',
    *run(stack) {
        const { nginx } = stack;
        if (nginx.service === null || nginx.assumed)
            return;
        const told = new Set();
        for (const route of stack.routes) {
            if (route.route.name !== 'fastcgi_pass')
                continue;
            const parameter = scriptParameter(route);
            const root = parameter === null ? null : scriptRoot(parameter, route);
            if (parameter === null || root === null || told.has(parameter))
                continue;
            for (const { reach } of route.endpoints) {
                if (reach.kind !== 'service' || reach.self || reach.via === 'published')
                    continue;
                if ([...nginx.service.volumes, ...reach.service.volumes].some((mount) => mount.uncertain))
                    continue;
                const there = sameSourceElsewhere(root, nginx.service, reach.service);
                const location = directivePlace(parameter);
                if (there === null || location === null)
                    continue;
                told.add(parameter);
                yield {
                    check: 'script-path-mismatch',
                    severity: 'error',
                    message: `SCRIPT_FILENAME starts with ${root}, but ${reach.service.name} has the same files at ${there.path}.`,
                    why: 'PHP answers "File not found." with 404 to every request.',
                    fix: {
                        message: `Write fastcgi_param SCRIPT_FILENAME ${there.path}$fastcgi_script_name, or mount the code at ${root} in ${reach.service.name} too.`,
                    },
                    location,
                    related: [{ location: there.mount.at, label: `${reach.service.name} has the code at ${there.mount.target}` }],
                };
                break;
            }
        }
    },
};
/** The `fastcgi_param SCRIPT_FILENAME` that holds: of the innermost block that has any fastcgi_param. */
function scriptParameter({ route }) {
    for (const block of [...route.scope].reverse()) {
        const parameters = [...(0,include/* directivesIn */.WS)(block.block)].filter((node) => node.name === 'fastcgi_param');
        if (parameters.length > 0)
            return parameters.filter((node) => node.args[0]?.text === 'SCRIPT_FILENAME').at(-1) ?? null;
    }
    return null;
}
/** The absolute folder in front of the script's name; null where variables hide it. */
function scriptRoot(parameter, { route }) {
    const value = parameter.args[1]?.text ?? '';
    const literal = /^(\/[^$]*?)\/?\$(?:fastcgi_script_name|uri|1)$/.exec(value);
    if (literal)
        return external_node_path_.posix.normalize(literal[1]);
    if (!/^\$(?:document_root|realpath_root)\/?\$fastcgi_script_name$/.test(value))
        return null;
    if ((0,nginx_routes/* setting */.Pe)(route.scope, 'alias') !== undefined)
        return null;
    const root = (0,nginx_routes/* setting */.Pe)(route.scope, 'root')?.args[0]?.text;
    return root === undefined || !root.startsWith('/') || root.includes('$') ? null : external_node_path_.posix.normalize(root);
}
/**
 * Where the FastCGI service has the files that nginx has at `root`, when it has them elsewhere alone: both mount the same
 * folder, at different places, and nothing of the service covers `root`.
 */
function sameSourceElsewhere(root, nginx, service) {
    const own = covering(nginx.volumes, root);
    if (own === null || sourceOf(own) === null)
        return null;
    const rest = root.slice(clean(own.target).length);
    if (covering(service.volumes, root) !== null || service.volumes.some((mount) => clean(mount.target).startsWith(`${root}/`)))
        return null;
    if (service.build !== null)
        return null;
    const same = service.volumes.filter((mount) => sourceOf(mount) === sourceOf(own));
    const first = same[0];
    return first === undefined || same.length > 1 ? null : { path: external_node_path_.posix.normalize(clean(first.target) + rest), mount: first };
}
function covering(mounts, path) {
    let best = null;
    for (const mount of mounts) {
        const target = clean(mount.target);
        if ((path === target || path.startsWith(`${target}/`)) && (best === null || clean(best.target).length < target.length))
            best = mount;
    }
    return best;
}
function sourceOf(mount) {
    if (mount.type === 'bind')
        return mount.source === null ? null : `bind:${external_node_path_.posix.normalize(mount.source)}`;
    return mount.type === 'volume' && mount.source !== null ? `volume:${mount.source}` : null;
}
function clean(path) {
    return external_node_path_.posix.normalize(path).replace(/\/$/, '');
}

;// CONCATENATED MODULE: ./lib/checks/service-not-started.js


const serviceNotStarted = targetCheck('service-not-started', 'error', 'the service does not start together with nginx', (endpoint, { service, because, at }, stack) => {
    const nginx = stack.nginx.service?.name ?? 'nginx';
    const profile = service.profiles[0]?.value;
    return because === 'replicas'
        ? {
            message: `${handsOn(endpoint)} ${addressOf(endpoint)}, but ${service.name} has no replicas.`,
            why: namelessWhy(endpoint),
            fix: { message: `Give ${service.name} at least one replica.` },
            related: [{ location: at, label: `${service.name} has 0 replicas` }],
        }
        : {
            message: `${handsOn(endpoint)} ${addressOf(endpoint)}, but ${service.name} starts only with the profile ${profile}, and ${nginx} starts without it.`,
            why: namelessWhy(endpoint),
            fix: { message: `Put ${nginx} behind the profile ${profile} too, or take the profile from ${service.name}.` },
            related: [{ location: at, label: `${service.name} is behind the profile ${profile}` }],
        };
});

;// CONCATENATED MODULE: ./lib/checks/socket-not-shared.js


const socketNotShared = targetCheck('socket-not-shared', 'error', 'the socket lies where nginx does not see it', (endpoint, { because, bound }, stack) => {
    const path = endpoint.target.socket;
    const nginx = stack.nginx.service;
    const folder = path.slice(0, path.lastIndexOf('/')) || '/';
    if (bound !== null) {
        const elsewhere = bound.socket !== null ? `binds ${bound.socket}` : `listens on port ${bound.port}`;
        return {
            message: `${handsOn(endpoint)} unix:${path}, but the service that shares its folder ${elsewhere}.`,
            why: answers502(endpoint),
            fix: { message: 'Let both name the same socket.' },
            related: placesOf([bound]),
        };
    }
    return {
        message: because === 'no volume'
            ? `${handsOn(endpoint)} unix:${path}, but ${folder} lies on no volume of ${nginx?.name ?? 'nginx'}, and nothing else runs in its container.`
            : `${handsOn(endpoint)} unix:${path}, but ${because}.`,
        why: answers502(endpoint),
        fix: { message: `Mount one volume on the socket's folder in ${nginx?.name ?? 'nginx'} and in the app.` },
        related: nginx === null ? [] : [{ location: nginx.at, label: `nginx runs as the service ${nginx.name} here` }],
    };
});

;// CONCATENATED MODULE: ./lib/checks/startup-order.js

const startupOrder = {
    id: 'startup-order',
    severity: 'notice',
    summary: 'nginx looks the name up when it starts, and nothing makes it start after the service',
    *run(stack) {
        const { nginx, project } = stack;
        if (nginx.service === null || project === null || nginx.assumed)
            return;
        const before = startedBefore(nginx.service, project);
        const told = new Set();
        for (const route of stack.routes) {
            for (const endpoint of route.endpoints) {
                const { reach, target } = endpoint;
                if (reach.kind !== 'service' || reach.self || target.resolved !== 'start' || target.host === null)
                    continue;
                if (!['name', 'alias', 'container_name', 'hostname', 'link'].includes(reach.via) ||
                    before.has(reach.service.name) ||
                    told.has(reach.service.name))
                    continue;
                if (!project.services.includes(reach.service))
                    continue;
                told.add(reach.service.name);
                yield {
                    check: 'startup-order',
                    severity: 'notice',
                    message: `${handsOn(endpoint)} ${addressOf(endpoint)}, and nothing makes ${nginx.service.name} start after ${reach.service.name}.`,
                    why: 'When nginx is first, it finds no such host and exits, until something starts it again.',
                    fix: { message: `Add ${reach.service.name} to depends_on of ${nginx.service.name}.` },
                    location: target.at,
                    related: [{ location: nginx.service.at, label: `${nginx.service.name} does not wait for ${reach.service.name}` }],
                    endpoint,
                };
            }
        }
    },
};
/** The services that Compose starts before one, directly or through others. */
function startedBefore(service, project) {
    const before = new Set();
    const open = [service];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
        const names = [
            ...next.dependsOn.map((entry) => entry.value.service),
            ...next.links.map((entry) => entry.value.service),
            ...(/^service:(.+)$/.exec(next.networkMode?.value ?? '')?.slice(1) ?? []),
        ];
        for (const name of names) {
            if (before.has(name))
                continue;
            before.add(name);
            const other = project.services.find((candidate) => candidate.name === name);
            if (other !== undefined)
                open.push(other);
        }
    }
    return before;
}

;// CONCATENATED MODULE: ./lib/checks/syntax.js

const syntax = refusedCheck('syntax', 'a semicolon, brace or quote that is missing or too many');

;// CONCATENATED MODULE: ./lib/checks/template-variable-unset.js

const makers = new Set([
    'set',
    'map',
    'geo',
    'geoip',
    'geoip2',
    'split_clients',
    'perl_set',
    'js_set',
    'js_var',
    'auth_request_set',
    'set_by_lua',
    'set_by_lua_block',
    'set_by_lua_file',
]);
const templateVariableUnset = {
    id: 'template-variable-unset',
    severity: 'error',
    summary: 'a template names a variable that the container does not have',
    *run(stack) {
        const { nginx, project } = stack;
        if (project === null || nginx.service === null || nginx.assumed || nginx.service.missingEnvFiles.length > 0)
            return;
        const made = madeVariables(stack);
        const told = new Set();
        for (const { name, at, uncertain } of nginx.tree.unsetTemplateVariables) {
            // nginx's own variables are written in lower case; a name in capitals is meant for the template.
            if (uncertain || !/^[A-Z][A-Z0-9_]*$/.test(name) || made.has(name))
                continue;
            const key = `${at.file}:${at.start.line}:${name}`;
            if (told.has(key))
                continue;
            told.add(key);
            yield {
                check: 'template-variable-unset',
                severity: 'error',
                message: `The template uses ${name}, but ${nginx.service.name} has no such variable, so it stays as it is written.`,
                why: `nginx takes it for a variable of its own and does not start: unknown "${name.toLowerCase()}" variable, or a host of that name that is not found.`,
                fix: { message: `Add ${name} to the environment of ${nginx.service.name}.` },
                location: at,
                related: [{ location: nginx.service.at, label: `${nginx.service.name} renders the template` }],
            };
        }
    },
};
/** The names of variables that the configuration makes itself, named captures among them. */
function madeVariables({ config }) {
    const names = new Set();
    for (const node of (0,include/* nestedDirectivesIn */.bO)(config.directives)) {
        for (const { text } of node.args) {
            if (makers.has(node.name) && text.startsWith('$'))
                names.add(text.slice(1));
            for (const match of text.matchAll(/\(\?P?<(\w{1,60})>/g))
                names.add(match[1]);
        }
    }
    return names;
}

;// CONCATENATED MODULE: ./lib/checks/timeout-hides-fault.js



/** Seconds. A connection that is not made by then never is: the kernel gives up after about two minutes. */
const longestConnect = 120;
/** Seconds. Nobody waits an hour for a page; what lives longer is a stream of its own kind. */
const longestRead = 3600;
const timeoutHidesFault = {
    id: 'timeout-hides-fault',
    severity: 'notice',
    summary: 'a time-out so long that nobody notices a stuck app',
    *run(stack) {
        const told = new Set();
        for (const route of stack.routes) {
            const prefix = /^(proxy|fastcgi|uwsgi|scgi)_pass$/.exec(route.route.name)?.[1];
            if (prefix === undefined || route.route.context !== 'http' || streams(route))
                continue;
            for (const [name, most] of [
                [`${prefix}_connect_timeout`, longestConnect],
                [`${prefix}_read_timeout`, longestRead],
                [`${prefix}_send_timeout`, longestRead],
            ]) {
                const node = (0,nginx_routes/* setting */.Pe)(route.route.scope, name);
                const seconds = node === undefined ? null : secondsOf(node.args[0]?.text ?? '');
                if (node === undefined || seconds === null || seconds <= most || told.has(node))
                    continue;
                // A time-out for all of http or a server may be meant for one location that streams.
                if (timeout_hides_fault_serves(stack, node))
                    continue;
                told.add(node);
                const location = directivePlace(node);
                if (location === null)
                    continue;
                yield {
                    check: 'timeout-hides-fault',
                    severity: 'notice',
                    message: `${name} is ${node.args[0]?.text}: a stuck app keeps its requests that long before anyone sees a 504.`,
                    why: 'Visitors see a page that loads for ever, and connections pile up until nginx has none left.',
                    fix: {
                        message: name.endsWith('connect_timeout')
                            ? 'Use a few seconds.'
                            : 'Use what the slowest good answer needs, in seconds or a few minutes.',
                    },
                    location,
                    related: [],
                };
            }
        }
    },
};
/** Whether a route carries web sockets or a stream of events, which may be silent for hours. */
function streams({ route }) {
    if (/ws|sock|stream|event|sse|hub|cable|live|upload|download/i.test(route.location ?? ''))
        return true;
    return route.scope.some(setsUpStreams);
}
/** By block: a server is asked once for each of its routes. */
const streaming = new WeakMap();
function setsUpStreams(block) {
    let found = streaming.get(block);
    if (found === undefined) {
        found = false;
        for (const { name, args } of (0,include/* directivesIn */.WS)(block.block)) {
            found ||= name === 'proxy_set_header' && args[0]?.text.toLowerCase() === 'upgrade';
            found ||= /_buffering$/.test(name) && args[0]?.text === 'off';
        }
        streaming.set(block, found);
    }
    return found;
}
/** Whether a time-out of an outer block also serves a route that streams. */
function timeout_hides_fault_serves(stack, node) {
    return stack.routes.some((route) => streams(route) && (0,nginx_routes/* setting */.Pe)(route.route.scope, node.name) === node);
}
function secondsOf(text) {
    const units = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86400, w: 604800, M: 2592000, y: 31536000, '': 1 };
    let total = 0;
    let rest = text;
    while (rest !== '') {
        const part = /^(\d{1,9})(ms|[smhdwMy]?)/.exec(rest);
        if (part === null || part[0] === '')
            return null;
        total += Number(part[1]) * units[part[2]];
        rest = rest.slice(part[0].length);
    }
    return text === '' ? null : total;
}

;// CONCATENATED MODULE: ./lib/checks/unknown-directive.js

const unknownDirective = refusedCheck('unknown-directive', 'a directive that nginx does not have');

// EXTERNAL MODULE: ./lib/core/nearest.js
var nearest = __webpack_require__(6661);
;// CONCATENATED MODULE: ./lib/checks/unknown-host.js




const unknownHost = targetCheck('unknown-host', 'error', 'the host is no service, alias or other name of the project', (endpoint, { nearest: service }, stack) => {
    const { host } = endpoint.target;
    const upstream = misspeltUpstream(endpoint, stack);
    const nearest = upstream ?? service;
    const names = stack.project?.services.filter((service) => service !== stack.nginx.service).map((service) => service.name) ?? [];
    const rest = nearest !== null
        ? upstream !== null
            ? `there is an upstream ${upstream}`
            : `the nearest name is ${nearest}`
        : names.length > 0 && names.length <= 6
            ? `its services are ${names.join(', ')}`
            : null;
    const other = nearest === null ? null : otherHost(endpoint, stack, nearest);
    return {
        message: `${handsOn(endpoint)} ${addressOf(endpoint)}, but nothing in the project is called ${host}${rest === null ? '' : `; ${rest}`}.`,
        why: namelessWhy(endpoint),
        fix: other?.fix ?? { message: `Name a service of the project, or add a service or alias ${host}.` },
        related: [
            ...(stack.nginx.service === null
                ? []
                : [{ location: stack.nginx.service.at, label: `nginx runs as the service ${stack.nginx.service.name} here` }]),
            ...(other?.related ?? []),
        ],
    };
});
/** A target without a port may be an upstream that is misspelt. */
function misspeltUpstream({ target, route: { route } }, { config }) {
    if (target.portWritten || target.host === null || target.upstream !== null)
        return null;
    const upstreams = config.upstreams.filter(({ context }) => context === route.context);
    return (0,nearest/* nearest */.p)(target.host, upstreams.map(({ name }) => name));
}

;// CONCATENATED MODULE: ./lib/checks/upstream-in-other-context.js

const upstreamInOtherContext = {
    id: 'upstream-in-other-context',
    severity: 'error',
    summary: 'the upstream stands in stream and is used in http, or the other way round',
    *run(stack) {
        for (const route of stack.routes) {
            for (const endpoint of route.endpoints) {
                const { target, reach } = endpoint;
                if (target.upstream !== null || target.host === null || reach.kind === 'service' || target.portWritten)
                    continue;
                const other = stack.config.upstreams.find((upstream) => upstream.name.toLowerCase() === target.host && upstream.context !== route.route.context);
                if (other === undefined)
                    continue;
                // nginx's own complaint about the missing port says the same.
                if (stack.config.problems.some(({ file, start, end }) => file.locate(start, end)?.start.line === target.at.start.line && file.origin === target.at.file))
                    continue;
                const at = other.directive.at;
                yield {
                    check: 'upstream-in-other-context',
                    severity: 'error',
                    message: `${handsOn(endpoint)} the upstream ${target.host}, but that one stands in ${other.context}: ${route.route.context} does not see it.`,
                    why: namelessWhy(endpoint),
                    fix: { message: `Define an upstream ${target.host} in ${route.route.context} too.` },
                    location: target.at,
                    related: at === null ? [] : [{ location: at, label: `upstream ${target.host} of ${other.context}` }],
                    endpoint,
                };
            }
        }
    },
};

;// CONCATENATED MODULE: ./lib/checks/upstream-sni-missing.js




const upstreamSniMissing = {
    id: 'upstream-sni-missing',
    severity: 'notice',
    summary: 'nginx does not name the host in its TLS handshake with an outside server',
    *run(stack) {
        const told = new Set();
        for (const { route, endpoints } of stack.routes) {
            for (const endpoint of endpoints) {
                const prefix = endpoint.target.protocol === 'https' ? 'proxy' : endpoint.target.protocol === 'grpcs' ? 'grpc' : null;
                if (prefix === null || told.has(route.directive) || !isOutside(endpoint))
                    continue;
                if ((0,nginx_routes/* setting */.Pe)(route.scope, `${prefix}_ssl_server_name`)?.args[0]?.text.toLowerCase() === 'on')
                    continue;
                const location = directivePlace(route.directive);
                if (location === null)
                    continue;
                told.add(route.directive);
                yield {
                    check: 'upstream-sni-missing',
                    severity: 'notice',
                    message: `${route.name} speaks TLS to ${addressOf(endpoint)} without naming it: ${prefix}_ssl_server_name is off.`,
                    why: `A server with several certificates refuses the handshake or shows the wrong one: ${whichRequests(endpoint).replace(/^Every/, 'every')} then answers 502.`,
                    fix: { message: `Add ${prefix}_ssl_server_name on;.` },
                    location,
                    related: [],
                };
            }
        }
    },
};
function isOutside({ target, reach }) {
    return (reach.kind === 'external' &&
        target.host !== null &&
        target.upstream === null &&
        target.host.includes('.') &&
        !(0,stack_reach/* isAddress */.PW)(target.host) &&
        !/docker\.internal$|\.local(?:host)?$|\.internal$|\.svc$/.test(target.host));
}

;// CONCATENATED MODULE: ./lib/checks/wrong-arguments.js

const wrongArguments = refusedCheck('wrong-arguments', 'a directive with arguments that nginx does not take');

;// CONCATENATED MODULE: ./lib/checks/wrong-context.js

const wrongContext = refusedCheck('wrong-context', 'a directive in a block where nginx does not take it');

;// CONCATENATED MODULE: ./lib/checks/index.js
/**
 * All checks of a stack. Their order decides which of several findings about one target is told:
 * name, started, network, loopback, published port, port, protocol.
 */


































const checks = [
    upstreamInOtherContext,
    unknownHost,
    serviceNotStarted,
    noSharedNetwork,
    hostGatewayMissing,
    loopbackTarget,
    notPublished,
    socketNotShared,
    publishedPort,
    portMismatch,
    appBindsLoopback,
    protocolMismatch,
    missingResolver,
    resolverCannotKnow,
    scriptPathMismatch,
    listenMismatch,
    configNotLoaded,
    templateVariableUnset,
    compose_invalid/* composeInvalid */.w,
    composeDollar,
    missingFile,
    mountSourceMissing,
    defaultServerShadow,
    syntax,
    unknownDirective,
    wrongContext,
    wrongArguments,
    duplicateDirective,
    includeCycle,
    doubleSlash,
    upstreamSniMissing,
    localhostFamily,
    startupOrder,
    timeoutHidesFault,
];
/** Findings that no check of the list above makes: `nginx -t` and the comments that suppress are told elsewhere. */
const toldElsewhere = [
    { id: 'nginx-test', severity: 'error', summary: 'what the real `nginx -t` said that no check has said on that line' },
    { id: 'ignore-unused', severity: 'warning', summary: 'a comment suppresses a finding that is not there' },
    { id: 'ignore-without-reason', severity: 'warning', summary: 'a comment suppresses a finding and does not say why' },
];
/** Everything that a finding of `check` may be, as lists and pages show it. */
const described = [...checks, ...toldElsewhere];
/** Every id that a finding of `check` may carry. */
const checkIds = described.map((check) => check.id);


/***/ }),

/***/ 8174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ hidden),
/* harmony export */   q: () => (/* binding */ hideVariables)
/* harmony export */ });
/** Text with variables, to be taken apart: what stands in their braces is no syntax of the text around them. */
/** Stands for a variable. */
const hidden = '\u0000';
const deepest = 8;
/** `${HOST:-127.0.0.1}:80` with one sign in the place of each variable. */
function hideVariables(text) {
    let shown = text.replaceAll('$$', '');
    for (let depth = 0; depth < deepest && shown.includes('${'); depth++)
        shown = shown.replace(/\$\{[^{}]*\}/g, hidden);
    return shown.replace(/\$[A-Za-z_]\w*/g, hidden);
}


/***/ }),

/***/ 3469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ EmbeddedSource),
/* harmony export */   j: () => (/* binding */ LinesOfFile)
/* harmony export */ });
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7718);

/**
 * A text that is written inside another file (inline `configs` content, `dockerfile_inline`): its spans lead to the lines
 * of the file that holds it. In a block scalar every line of the text is a line of the file; a text that was written
 * otherwise leads to the whole scalar.
 */
class EmbeddedSource extends _source_js__WEBPACK_IMPORTED_MODULE_0__/* .Source */ .k {
    #host;
    #at;
    /** For each line of the text the offset of its first unit in the host file, where the lines correspond. */
    #lines;
    constructor(host, at, text) {
        super(at.file, text);
        this.#host = host;
        this.#at = at;
    }
    locate(start, end) {
        const lines = this.#lineMap();
        const from = super.position(start);
        const to = super.position(Math.max(start, end));
        const first = lines?.[from.line - 1];
        const last = lines?.[to.line - 1];
        if (!first || !last || !this.#host)
            return this.#at;
        const begin = first.exact ? first.offset + from.column - 1 : first.offset;
        const finish = last.exact ? last.offset + to.column - 1 : lineEnd(this.#host.text, last.offset);
        return this.#host.locate(begin, finish);
    }
    #lineMap() {
        this.#lines ??= this.#host === undefined ? [] : blockLines(this.#host, this.#at, this.text);
        return this.#lines.length === 0 ? undefined : this.#lines;
    }
}
function lineEnd(text, from) {
    const at = text.indexOf('\n', from);
    return at === -1 ? text.length : at;
}
/** Pairs the lines of a block scalar with those of its text; empty when the scalar is no literal block. */
function blockLines(host, at, text) {
    const head = host.line(at.start.line)?.slice(at.start.column - 1) ?? '';
    const header = /^\|[-+0-9]*\s*(#.*)?$/.test(head.trimEnd()) ? at.start.line + 1 : undefined;
    if (header === undefined)
        return [];
    const lines = text.split('\n');
    const indent = indentOf(host, header, lines.length);
    return lines.map((line, index) => {
        const written = host.line(header + index) ?? '';
        const offset = Math.min(host.lineStart(header + index) + indent, lineEnd(host.text, host.lineStart(header + index)));
        return { offset, exact: written.slice(indent) === line };
    });
}
function indentOf(host, from, count) {
    for (let line = from; line < from + count; line++) {
        const written = host.line(line);
        if (written !== undefined && written.trim() !== '')
            return written.length - written.trimStart().length;
    }
    return 0;
}
/** A text whose lines are lines of another file, from `first` on: the body of a here-document. */
class LinesOfFile extends _source_js__WEBPACK_IMPORTED_MODULE_0__/* .Source */ .k {
    #first;
    constructor(file, first, text) {
        super(file, text);
        this.#first = first;
    }
    locate(start, end) {
        const moved = ({ line, column }) => ({ line: line + this.#first - 1, column });
        return { file: this.file, start: moved(this.position(start)), end: moved(this.position(Math.max(start, end))) };
    }
}


/***/ }),

/***/ 7718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ Source)
/* harmony export */ });
/** The text of one repository file, with a cheap way from offsets to lines. Only LF ends a line, as in nginx. */
class Source {
    file;
    text;
    #lineStarts;
    constructor(file, text) {
        this.file = file;
        this.text = text;
    }
    /** The position of an offset (UTF-16 units); offsets outside the text are moved to its nearest end. */
    position(offset) {
        const at = Math.max(0, Math.min(offset, this.text.length));
        const starts = this.#starts();
        let low = 0;
        let high = starts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if (starts[middle] <= at)
                low = middle;
            else
                high = middle - 1;
        }
        return { line: low + 1, column: at - starts[low] + 1 };
    }
    /** The location of the span `start` to `end` (exclusive), both offsets in UTF-16 units. */
    locate(start, end) {
        return { file: this.file, start: this.position(start), end: this.position(Math.max(start, end)) };
    }
    /** The offset where a line begins, or the text's length for a line past its end. */
    lineStart(line) {
        return this.#starts()[line - 1] ?? this.text.length;
    }
    /** The text of a line without its line end, or undefined when the file has no such line. */
    line(line) {
        const starts = this.#starts();
        const from = starts[line - 1];
        if (from === undefined)
            return undefined;
        const text = this.text.slice(from, starts[line] ?? this.text.length);
        return text.endsWith('\r\n') ? text.slice(0, -2) : text.endsWith('\n') ? text.slice(0, -1) : text;
    }
    #starts() {
        if (this.#lineStarts === undefined) {
            const starts = [0];
            for (let at = this.text.indexOf('\n'); at !== -1; at = this.text.indexOf('\n', at + 1))
                starts.push(at + 1);
            this.#lineStarts = starts;
        }
        return this.#lineStarts;
    }
}


/***/ }),

/***/ 1327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ yamlDocuments),
/* harmony export */   w: () => (/* binding */ deepestYaml)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/**
 * The one way into npm `yaml`. Its composer recurses with the nesting of the text, and a stack that is nearly full is no
 * exception to catch: V8 ends the process when it compiles a regular expression there. So the nesting is measured by its
 * parser, which works on a stack of its own, before anything is composed.
 */

/** Nested mappings and lists. People write some ten levels; the composer overflows the stack at some 700. */
const deepestYaml = 100;
/**
 * The documents of a text, with their errors in them, or in a few words why they are not read. `text` is read whole: bound its
 * length before, a megabyte takes some 8 seconds and 500 MB.
 */
function yamlDocuments(text, options = {}) {
    const tokens = tokensOf(text);
    if (tokens === undefined)
        return `This file is nested more than ${deepestYaml} levels deep.`;
    const composer = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Composer */ .Dk({ logLevel: 'silent', prettyErrors: false, ...options });
    return [...composer.compose(tokens, false, text.length)];
}
function tokensOf(text) {
    const parser = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Parser */ .iX();
    const tokens = [];
    for (const lexeme of new yaml__WEBPACK_IMPORTED_MODULE_0__/* .Lexer */ .JG().lex(text)) {
        tokens.push(...parser.next(lexeme));
        if (parser.stack.length > deepestYaml)
            return undefined;
    }
    tokens.push(...parser.end());
    return tokens;
}


/***/ }),

/***/ 977:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ parseImage)
/* harmony export */ });
/** Splits an image reference; undefined for an empty one or one that still holds variables. */
function parseImage(reference) {
    const match = /^([^@\s]{1,512})(?:@(\S{1,256}))?$/.exec(reference.trim());
    if (!match || /[${}]/.test(reference))
        return undefined;
    let rest = match[1];
    const slash = rest.lastIndexOf('/');
    const colon = rest.indexOf(':', slash + 1);
    const tag = colon === -1 ? null : rest.slice(colon + 1);
    if (colon !== -1)
        rest = rest.slice(0, colon);
    const first = rest.split('/', 1)[0];
    const registry = rest.includes('/') && /[.:]|^localhost$/.test(first) ? first : null;
    return {
        registry: registry === 'docker.io' || registry === 'index.docker.io' ? null : registry,
        repository: (registry === null ? rest : rest.slice(first.length + 1)).toLowerCase(),
        tag,
        digest: match[2] ?? null,
    };
}


/***/ }),

/***/ 2494:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rc: () => (/* binding */ imageUser),
/* harmony export */   Xg: () => (/* binding */ imageEnvironment),
/* harmony export */   Yb: () => (/* binding */ officialStartFolder),
/* harmony export */   lI: () => (/* binding */ rendersTemplates),
/* harmony export */   pd: () => (/* binding */ officialEnvironmentNames),
/* harmony export */   wL: () => (/* binding */ officialStartScripts),
/* harmony export */   yU: () => (/* binding */ nginxImage)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(977);
/* harmony import */ var _nginx_layouts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6256);


/** Images whose name holds "nginx" and that serve no configuration of the user's. */
const notNginx = /exporter|acme-companion|letsencrypt|companion|docker-gen|nginx-ui|amplify|ingress|log(s|rotate)?$|certbot/;
/** Writes its own configuration from what runs beside it. */
const writesItself = /(^|\/)(nginx-proxy|nginx-proxy-manager|swag|nginx-certbot|docker-nginx-certbot|nginxproxymanager)$/;
/**
 * The nginx in an image, by its name alone: undefined when the image isn't known to hold one.
 * A mirror's path of an official image counts as that image, whatever the registry.
 */
function nginxImage(reference) {
    const image = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseImage */ .z)(reference);
    if (!image)
        return undefined;
    const { repository, registry } = image;
    const last = repository.slice(repository.lastIndexOf('/') + 1);
    if (notNginx.test(repository) && !/\/nginx$/.test(repository))
        return undefined;
    if (writesItself.test(repository))
        return { ..._nginx_layouts_js__WEBPACK_IMPORTED_MODULE_0__/* .assumedLayout */ .lr, id: last };
    if (/(^|\/)(library\/|docker\.io\/)nginx$/.test(repository) || repository === 'nginx')
        return _nginx_layouts_js__WEBPACK_IMPORTED_MODULE_0__/* .officialLayout */ .AC;
    if (/^nginx\/nginx$/.test(repository) && registry === 'public.ecr.aws')
        return _nginx_layouts_js__WEBPACK_IMPORTED_MODULE_0__/* .officialLayout */ .AC;
    if (/(^|\/)nginx-unprivileged$/.test(repository))
        return _nginx_layouts_js__WEBPACK_IMPORTED_MODULE_0__/* .unprivilegedLayout */ .DP;
    if (/(^|\/)openresty(\/openresty)?$/.test(repository))
        return _nginx_layouts_js__WEBPACK_IMPORTED_MODULE_0__/* .openrestyLayout */ .wN;
    if (/(^|\/)angie(-docker)?$/.test(repository))
        return _nginx_layouts_js__WEBPACK_IMPORTED_MODULE_0__/* .angieLayout */ .Jn;
    if (/(^|\/)bitnami(legacy|secure)?\/nginx$/.test(repository))
        return _nginx_layouts_js__WEBPACK_IMPORTED_MODULE_0__/* .bitnamiLayout */ .Hz;
    if (/(^|\/)linuxserver\/nginx$/.test(repository))
        return _nginx_layouts_js__WEBPACK_IMPORTED_MODULE_0__/* .linuxserverLayout */ .kt;
    if (/(^|[-_./])(nginx|openresty|angie|tengine|freenginx)([-_./\d]|$)/.test(last))
        return _nginx_layouts_js__WEBPACK_IMPORTED_MODULE_0__/* .assumedLayout */ .lr;
    return undefined;
}
/** The scripts that the official images run before nginx, in the folder where a user may put more. */
const officialStartFolder = '/docker-entrypoint.d';
const officialStartScripts = {
    listenOnIpv6: '10-listen-on-ipv6-by-default.sh',
    localResolvers: '15-local-resolvers.envsh',
    templates: '20-envsubst-on-templates.sh',
    workers: '30-tune-worker-processes.sh',
};
/** Whether this tag of the official image has the entry point that renders templates (since 1.19). */
function rendersTemplates(reference) {
    const version = /^(\d+)\.(\d+)/.exec((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseImage */ .z)(reference)?.tag ?? '');
    return version === null || Number(version[1]) > 1 || Number(version[2]) >= 19;
}
/** Names in the environment of an image (values differ by version and are not known, so they are empty). */
function imageEnvironment(reference) {
    const layout = nginxImage(reference);
    if (layout !== _nginx_layouts_js__WEBPACK_IMPORTED_MODULE_0__/* .officialLayout */ .AC && layout !== _nginx_layouts_js__WEBPACK_IMPORTED_MODULE_0__/* .unprivilegedLayout */ .DP)
        return new Map();
    return new Map([['PATH', '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin']]);
}
/** Names that the official images define with values that depend on the version. */
const officialEnvironmentNames = [
    'PATH',
    'NGINX_VERSION',
    'PKG_RELEASE',
    'NJS_VERSION',
    'NJS_RELEASE',
    'DYNPKG_RELEASE',
    'ACME_VERSION',
];
/** The user that an image runs as, where that is known and not root. */
function imageUser(reference) {
    return nginxImage(reference)?.user ?? null;
}


/***/ }),

/***/ 6256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Jn: () => (/* binding */ angieLayout),
  lr: () => (/* binding */ assumedLayout),
  Hz: () => (/* binding */ bitnamiLayout),
  yh: () => (/* binding */ debianLayout),
  kt: () => (/* binding */ linuxserverLayout),
  AC: () => (/* binding */ officialLayout),
  wN: () => (/* binding */ openrestyLayout),
  pg: () => (/* binding */ packageLayout),
  DP: () => (/* binding */ unprivilegedLayout)
});

// UNUSED EXPORTS: alpineLayout, rhelLayout

;// CONCATENATED MODULE: ./lib/docker/image-files.js
/**
 * The configuration files that nginx images bring with them, as facts: the same directives, in a rendition of our own.
 * Sources: the packages of nginx.org that the official images install, Debian's and Alpine's packages, and the images' own repositories.
 */
const image_files_mimeTypes = [
    ['text/html', 'html htm shtml'],
    ['text/css', 'css'],
    ['text/xml', 'xml'],
    ['image/gif', 'gif'],
    ['image/jpeg', 'jpeg jpg'],
    ['application/javascript', 'js'],
    ['application/atom+xml', 'atom'],
    ['application/rss+xml', 'rss'],
    ['text/mathml', 'mml'],
    ['text/plain', 'txt'],
    ['image/avif', 'avif'],
    ['image/png', 'png'],
    ['image/svg+xml', 'svg svgz'],
    ['image/tiff', 'tif tiff'],
    ['image/webp', 'webp'],
    ['image/x-icon', 'ico'],
    ['image/x-ms-bmp', 'bmp'],
    ['font/woff', 'woff'],
    ['font/woff2', 'woff2'],
    ['application/java-archive', 'jar war ear'],
    ['application/json', 'json'],
    ['application/pdf', 'pdf'],
    ['application/postscript', 'ps eps ai'],
    ['application/vnd.ms-fontobject', 'eot'],
    ['application/wasm', 'wasm'],
    ['application/x-7z-compressed', '7z'],
    ['application/x-x509-ca-cert', 'der pem crt'],
    ['application/xhtml+xml', 'xhtml'],
    ['application/zip', 'zip'],
    ['application/octet-stream', 'bin exe dll deb dmg iso img msi msp msm'],
    ['audio/mpeg', 'mp3'],
    ['audio/ogg', 'ogg'],
    ['video/mp4', 'mp4'],
    ['video/mpeg', 'mpeg mpg'],
    ['video/webm', 'webm'],
];
const mimeTypesFile = `types {\n${image_files_mimeTypes.map(([type, endings]) => `    ${type} ${endings};\n`).join('')}}\n`;
const cgiParameters = [
    ['QUERY_STRING', '$query_string'],
    ['REQUEST_METHOD', '$request_method'],
    ['CONTENT_TYPE', '$content_type'],
    ['CONTENT_LENGTH', '$content_length'],
    ['REQUEST_URI', '$request_uri'],
    ['DOCUMENT_ROOT', '$document_root'],
    ['SERVER_PROTOCOL', '$server_protocol'],
    ['REQUEST_SCHEME', '$scheme'],
    ['HTTPS', '$https if_not_empty'],
    ['REMOTE_ADDR', '$remote_addr'],
    ['REMOTE_PORT', '$remote_port'],
    ['SERVER_PORT', '$server_port'],
    ['SERVER_NAME', '$server_name'],
];
const fastcgiOnly = [
    ['SCRIPT_NAME', '$fastcgi_script_name'],
    ['DOCUMENT_URI', '$document_uri'],
    ['GATEWAY_INTERFACE', 'CGI/1.1'],
    ['SERVER_SOFTWARE', 'nginx/$nginx_version'],
    ['SERVER_ADDR', '$server_addr'],
    ['REDIRECT_STATUS', '200'],
];
const parameters = (directive, rows) => rows.map(([name, value]) => `${directive} ${name} ${value};\n`).join('');
const fastcgiParamsFile = parameters('fastcgi_param', [...cgiParameters, ...fastcgiOnly]);
const fastcgiConfFile = parameters('fastcgi_param', [
    ['SCRIPT_FILENAME', '$document_root$fastcgi_script_name'],
    ...cgiParameters,
    ...fastcgiOnly,
]);
const uwsgiParamsFile = parameters('uwsgi_param', [...cgiParameters, ['PATH_INFO', '$document_uri']]);
const scgiParamsFile = parameters('scgi_param', [...cgiParameters, ['DOCUMENT_URI', '$document_uri'], ['SCGI', '1']]);
const proxyParamsFile = [
    'proxy_set_header Host $http_host;',
    'proxy_set_header X-Real-IP $remote_addr;',
    'proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;',
    'proxy_set_header X-Forwarded-Proto $scheme;',
    '',
].join('\n');
const fastcgiPhpSnippet = [
    'fastcgi_split_path_info ^(.+?\\.php)(/.*)$;',
    'try_files $fastcgi_script_name =404;',
    'set $path_info $fastcgi_path_info;',
    'fastcgi_param PATH_INFO $path_info;',
    'fastcgi_index index.php;',
    'include fastcgi.conf;',
    '',
].join('\n');
/** A main file of the common shape: one http block that includes the rest. */
function mainFile({ user, pid, log, folder, mainIncludes = [], httpIncludes, http = [] }) {
    return [
        ...(user === null ? [] : [`user  ${user};`]),
        'worker_processes  auto;',
        `error_log  ${log}/error.log notice;`,
        `pid        ${pid};`,
        ...mainIncludes.map((pattern) => `include ${pattern};`),
        'events {',
        '    worker_connections  1024;',
        '}',
        'http {',
        `    include       ${folder}/mime.types;`,
        '    default_type  application/octet-stream;',
        `    log_format  main '$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent "$http_referer" "$http_user_agent" "$http_x_forwarded_for"';`,
        `    access_log  ${log}/access.log  main;`,
        '    sendfile        on;',
        '    keepalive_timeout  65;',
        ...http.map((line) => `    ${line}`),
        ...httpIncludes.map((pattern) => `    include ${pattern};`),
        '}',
        '',
    ].join('\n');
}
/** The welcome server that an image shows before it is given a configuration. */
function defaultServer(listen, name, root) {
    return [
        'server {',
        ...listen.map((word) => `    listen       ${word};`),
        `    server_name  ${name};`,
        '    location / {',
        `        root ${root};`,
        '        index index.html index.htm;',
        '    }',
        '    error_page 500 502 503 504 /50x.html;',
        '    location = /50x.html {',
        `        root ${root};`,
        '    }',
        '}',
        '',
    ].join('\n');
}

;// CONCATENATED MODULE: ./lib/docker/nginx-layouts.js
/**
 * Where nginx and its files lie in each image and package that is known, as facts. Sources: the images' own repositories, the
 * packages of nginx.org, Debian, Alpine and Fedora.
 */

const webRoot = '/usr/share/nginx/html';
/** The parameter files that every package puts beside its main file. */
function besideMain(folder) {
    return [
        [`${folder}/mime.types`, mimeTypesFile],
        [`${folder}/fastcgi_params`, fastcgiParamsFile],
        [`${folder}/uwsgi_params`, uwsgiParamsFile],
        [`${folder}/scgi_params`, scgiParamsFile],
        [`${folder}/fastcgi.conf`, fastcgiConfFile],
    ];
}
/** nginx in `/etc/nginx` with a main file of the common shape, as most packages have it. */
function inEtcNginx(id, main, files, more = {}) {
    const folder = '/etc/nginx';
    const text = mainFile({ pid: '/run/nginx.pid', log: '/var/log/nginx', folder, ...main });
    return {
        id,
        main: `${folder}/nginx.conf`,
        prefix: folder,
        folders: [folder],
        files: new Map([[`${folder}/nginx.conf`, text], ...files, ...besideMain(folder)]),
        start: 'plain',
        user: null,
        ...more,
    };
}
/** nginx.org's packages, which the official images hold: https://github.com/nginx/docker-nginx and https://github.com/nginx/pkg-oss. */
const officialLayout = inEtcNginx('official', { user: 'nginx', httpIncludes: ['/etc/nginx/conf.d/*.conf'] }, [['/etc/nginx/conf.d/default.conf', defaultServer(['80'], 'localhost', webRoot)]], { start: 'official' });
/** https://github.com/nginx/docker-nginx-unprivileged: its Dockerfile moves pid, port and temporary folders. */
const temporary = ['proxy_temp', 'client_temp', 'fastcgi_temp', 'uwsgi_temp', 'scgi_temp'];
const unprivilegedLayout = inEtcNginx('unprivileged', {
    user: null,
    pid: '/tmp/nginx.pid',
    httpIncludes: ['/etc/nginx/conf.d/*.conf'],
    http: temporary.map((name) => `${name === 'client_temp' ? 'client_body_temp' : name}_path /tmp/${name};`),
}, [['/etc/nginx/conf.d/default.conf', defaultServer(['8080'], 'localhost', webRoot)]], { start: 'official', user: '101' });
/** Debian's and Ubuntu's package: sites-enabled besides conf.d. https://salsa.debian.org/nginx-team/nginx/-/tree/main/debian/conf */
const debianLayout = inEtcNginx('debian', {
    user: 'www-data',
    mainIncludes: ['/etc/nginx/modules-enabled/*.conf'],
    httpIncludes: ['/etc/nginx/conf.d/*.conf', '/etc/nginx/sites-enabled/*'],
}, [
    ['/etc/nginx/sites-available/default', defaultServer(['80 default_server', '[::]:80 default_server'], '_', '/var/www/html')],
    ['/etc/nginx/sites-enabled/default', defaultServer(['80 default_server', '[::]:80 default_server'], '_', '/var/www/html')],
    ['/etc/nginx/proxy_params', proxyParamsFile],
    ['/etc/nginx/snippets/fastcgi-php.conf', fastcgiPhpSnippet],
]);
const alpineServer = `server {
    listen 80 default_server;
    listen [::]:80 default_server;
    location / {
        return 404;
    }
}
`;
/** Alpine's package: http.d. https://gitlab.alpinelinux.org/alpine/aports/-/tree/master/main/nginx */
const alpineLayout = inEtcNginx('alpine', {
    user: 'nginx',
    pid: '/run/nginx/nginx.pid',
    mainIncludes: ['/etc/nginx/modules/*.conf', '/etc/nginx/conf.d/*.conf'],
    httpIncludes: ['/etc/nginx/http.d/*.conf'],
}, [['/etc/nginx/http.d/default.conf', alpineServer]]);
/** Fedora's, CentOS' and RHEL's package: its welcome server stands in nginx.conf itself. https://src.fedoraproject.org/rpms/nginx */
const rhelLayout = inEtcNginx('rhel', {
    user: 'nginx',
    mainIncludes: ['/usr/share/nginx/modules/*.conf'],
    httpIncludes: ['/etc/nginx/conf.d/*.conf'],
    http: [
        `server { listen 80; listen [::]:80; server_name _; root ${webRoot}; include /etc/nginx/default.d/*.conf; error_page 404 /404.html; error_page 500 502 503 504 /50x.html; }`,
    ],
}, []);
/** An nginx that nobody knows: the official main file stands in for its own, and nothing is concluded from what is missing. */
const assumedLayout = inEtcNginx('assumed', { user: 'nginx', httpIncludes: ['/etc/nginx/conf.d/*.conf', '/etc/nginx/http.d/*.conf', '/etc/nginx/sites-enabled/*'] }, [], { folders: [], start: 'writes' });
/** Angie's packages and images: https://en.angie.software/angie/docs/installation/docker/ */
const angieMain = mainFile({
    user: 'angie',
    pid: '/run/angie.pid',
    log: '/var/log/angie',
    folder: '/etc/angie',
    httpIncludes: ['/etc/angie/http.d/*.conf'],
});
const angieLayout = {
    id: 'angie',
    main: '/etc/angie/angie.conf',
    prefix: '/etc/angie',
    folders: ['/etc/angie'],
    files: new Map([
        ['/etc/angie/angie.conf', angieMain],
        ['/etc/angie/http.d/default.conf', defaultServer(['80'], 'localhost', '/usr/share/angie/html')],
        ...besideMain('/etc/angie'),
    ]),
    start: 'plain',
    user: null,
};
/** https://github.com/openresty/docker-openresty: nginx.conf and nginx.vh.default.conf of that repository. */
const openrestyFolder = '/usr/local/openresty/nginx/conf';
const openrestyMain = `pcre_jit on;
events {
    worker_connections 1024;
}
http {
    include mime.types;
    default_type application/octet-stream;
    client_body_temp_path /var/run/openresty/nginx-client-body;
    proxy_temp_path /var/run/openresty/nginx-proxy;
    fastcgi_temp_path /var/run/openresty/nginx-fastcgi;
    uwsgi_temp_path /var/run/openresty/nginx-uwsgi;
    scgi_temp_path /var/run/openresty/nginx-scgi;
    sendfile on;
    keepalive_timeout 65;
    include /etc/nginx/conf.d/*.conf;
}
`;
const openrestyLayout = {
    id: 'openresty',
    main: `${openrestyFolder}/nginx.conf`,
    prefix: openrestyFolder,
    folders: [openrestyFolder, '/etc/nginx'],
    files: new Map([
        [`${openrestyFolder}/nginx.conf`, openrestyMain],
        ['/etc/nginx/conf.d/default.conf', defaultServer(['80'], 'localhost', '/usr/local/openresty/nginx/html')],
        ...besideMain(openrestyFolder),
    ]),
    start: 'plain',
    user: null,
};
/** https://github.com/bitnami/containers/tree/main/bitnami/nginx */
const bitnamiFolder = '/opt/bitnami/nginx/conf';
const bitnamiMain = mainFile({
    user: null,
    pid: '/opt/bitnami/nginx/tmp/nginx.pid',
    log: '/opt/bitnami/nginx/logs',
    folder: bitnamiFolder,
    mainIncludes: [`${bitnamiFolder}/context.d/main/*.conf`],
    httpIncludes: [`${bitnamiFolder}/context.d/http/*.conf`, `${bitnamiFolder}/server_blocks/*.conf`],
});
const bitnamiLayout = {
    id: 'bitnami',
    main: `${bitnamiFolder}/nginx.conf`,
    prefix: bitnamiFolder,
    folders: [bitnamiFolder],
    files: new Map([[`${bitnamiFolder}/nginx.conf`, bitnamiMain], ...besideMain(bitnamiFolder)]),
    start: 'plain',
    user: '1001',
};
const linuxserverMain = mainFile({
    user: 'abc',
    pid: '/run/nginx.pid',
    log: '/config/log/nginx',
    folder: '/etc/nginx',
    httpIncludes: ['/etc/nginx/http.d/*.conf', '/config/nginx/site-confs/*.conf'],
});
/** linuxserver's image copies its samples into /config on the first start, where the user's volume lies: what is there is not known. https://github.com/linuxserver/docker-nginx */
const linuxserverLayout = {
    id: 'linuxserver',
    main: '/config/nginx/nginx.conf',
    prefix: '/etc/nginx',
    folders: [],
    files: new Map([['/config/nginx/nginx.conf', linuxserverMain], ...besideMain('/etc/nginx')]),
    start: 'writes',
    user: null,
};
/** The distribution's package by the command that installs it; undefined for other commands. */
function packageLayout(manager) {
    if (/^apt(-get)?$/.test(manager))
        return debianLayout;
    if (manager === 'apk')
        return alpineLayout;
    if (/^(micro)?(yum|dnf)$/.test(manager))
        return rhelLayout;
    return undefined;
}


/***/ }),

/***/ 6081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qm: () => (/* binding */ wrong),
/* harmony export */   cA: () => (/* binding */ lineOf),
/* harmony export */   l4: () => (/* binding */ problemAt)
/* harmony export */ });
/** A complaint about a directive as a problem of the configuration. */
function problemAt(node, { check, message, fix, says, word, other }) {
    const at = word ?? node.word;
    const problem = {
        check,
        message,
        fix,
        file: node.file,
        start: at.start,
        end: at.end,
        nginxSays: says,
        stumblesAt: node.opener ?? Math.max(node.end - 1, node.word.start),
    };
    if (other === undefined)
        return problem;
    const { node: first, label } = other;
    return { ...problem, related: [{ file: first.file, start: first.word.start, end: first.word.end, label }] };
}
function wrong(says, message, fix, word) {
    return { check: 'wrong-arguments', message, fix, says, word };
}
/** A place in words, for messages: `nginx.conf:12`. */
function lineOf(node) {
    const at = node.at;
    return at === null ? node.file.path : `${at.file}:${at.start.line}`;
}


/***/ }),

/***/ 2373:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G3: () => (/* binding */ accepts),
  mx: () => (/* binding */ alwaysOpensBlock),
  Zy: () => (/* binding */ compareVersions),
  CO: () => (/* binding */ contextInWords),
  pR: () => (/* binding */ contextWithin),
  Pe: () => (/* binding */ countsInWords),
  UX: () => (/* binding */ directivesNamed),
  mD: () => (/* binding */ directivesOf),
  eM: () => (/* binding */ isOfForeignModule),
  K5: () => (/* binding */ nearestDirective),
  ny: () => (/* binding */ takes)
});

// EXTERNAL MODULE: ./lib/core/nearest.js
var nearest = __webpack_require__(6661);
;// CONCATENATED MODULE: ./lib/nginx/directives.data.js
// Generated by scripts/directives.js from the sources of nginx 1.22.1 and 1.26.3 and of other modules. Do not edit.
/**
 * One directive a line: name, module ("+" for one that is not nginx's own), contexts, argument counts, "block", kind of value,
 * since which version (empty: older than the oldest source), and the version by which it was gone.
 */
const directiveTable = `
BasicRule|+naxsi||*
CheckRule|+naxsi||*
DeniedUrl|+naxsi||*
IgnoreCIDR|+naxsi||*
IgnoreIP|+naxsi||*
LearningMode|+naxsi||*
LibInjectionSql|+naxsi||*
LibInjectionXss|+naxsi||*
MainRule|+naxsi||*
ModPagespeed|+pagespeed||*
ModSecurityConfig|+security||*
ModSecurityEnabled|+security||*
NginxModuleEnabled|+opentracing||*
NginxModuleOtelExporterEndpoint|+opentracing||*
NginxModuleOtelSpanExporter|+opentracing||*
NginxModuleResolveBackends|+opentracing||*
NginxModuleServiceInstanceId|+opentracing||*
NginxModuleServiceName|+opentracing||*
NginxModuleServiceNamespace|+opentracing||*
NginxModuleTraceAsError|+opentracing||*
OpenTelemetry|+opentracing||*
SecRulesDisabled|+naxsi||*
SecRulesEnabled|+naxsi||*
absolute_redirect|http_core|http server location|1||flag|1.11.8
accept_mutex|event|events|1||flag
accept_mutex_delay|event|events|1||milliseconds
access_by_lua|+lua|http server location location-if|1
access_by_lua_block|+lua|http server location location-if|0|block
access_by_lua_file|+lua|http server location location-if|1
access_by_lua_no_postpone|+lua|http|1
access_log|http_log|http server location location-if limit_except|1+|||0.6.14
access_log|stream_log|stream stream-server|1+|||0.6.14
accesskey|+accesskey||*
accesskey_arg|+accesskey||*
accesskey_hashmethod|+accesskey||*
accesskey_signature|+accesskey||*
ack_window|+rtmp|rtmp_main rtmp_srv|1
acme|+angie||*
acme_client|+angie||*
acme_client_path|+angie||*
acme_dns_port|+angie||*
acme_hook|+angie||*
acme_http_port|+angie||*
add_after_body|http_addition_filter|http server location|1||text
add_before_body|http_addition_filter|http server location|1||text
add_header|http_headers_filter|http server location location-if|2,3|||0.3.8
add_header_inherit|http_headers_filter|http server location location-if|1|||1.29.3
add_trailer|http_headers_filter|http server location location-if|2,3|||1.13.2
add_trailer_inherit|http_headers_filter|http server location location-if|1|||1.29.3
addition_types|http_addition_filter|http server location|1+|||0.7.9
aio|http_core|http server location|1||once
aio_write|http_core|http server location|1||flag|1.9.13
alias|http_core|location|1||once|0.3.19
allow|http_access|http server location limit_except|1|||1.5.1
allow|stream_access|stream stream-server|1|||1.5.1
ancient_browser|http_browser|http server location|1+
ancient_browser_value|http_browser|http server location|1
api|+angie||*
api|+plus||*
api_config_files|+angie||*
app_protect_enable|+plus||*
app_protect_policy_file|+plus||*
app_protect_security_log|+plus||*
app_protect_security_log_enable|+plus||*
application|+rtmp|rtmp_srv|1|block
array_join|+openresty||*
array_map|+openresty||*
array_map_op|+openresty||*
array_split|+openresty||*
auth_basic|http_auth_basic|http server location limit_except|1||once
auth_basic_user_file|http_auth_basic|http server location limit_except|1||once|0.7.42
auth_delay|http_core|http server location|1||milliseconds|1.17.10
auth_gss|+auth-spnego||*
auth_gss_allow_basic_fallback|+auth-spnego||*
auth_gss_authorized_principal|+auth-spnego||1+
auth_gss_authorized_principal_regex|+auth-spnego||1+
auth_gss_constrained_delegation|+auth-spnego||*
auth_gss_delegate_credentials|+auth-spnego||*
auth_gss_force_realm|+auth-spnego||*
auth_gss_format_full|+auth-spnego||*
auth_gss_keytab|+auth-spnego||*
auth_gss_map_to_local|+auth-spnego||*
auth_gss_realm|+auth-spnego||*
auth_gss_service_ccache|+auth-spnego||*
auth_gss_service_name|+auth-spnego||*
auth_gss_zone_name|+auth-spnego|http|1
auth_http|mail_auth_http|mail mail-server|1
auth_http_header|mail_auth_http|mail mail-server|2|||0.3.8
auth_http_pass_client_cert|mail_auth_http|mail mail-server|1||flag
auth_http_timeout|mail_auth_http|mail mail-server|1||milliseconds
auth_jwt|+plus||*
auth_jwt_claim_set|+plus||*
auth_jwt_header_set|+plus||*
auth_jwt_key_cache|+plus||*
auth_jwt_key_file|+plus||*
auth_jwt_key_request|+plus||*
auth_jwt_leeway|+plus||*
auth_jwt_require|+plus||*
auth_jwt_type|+plus||*
auth_ldap|+ldap||*
auth_ldap_cache_enabled|+ldap||*
auth_ldap_cache_expiration_time|+ldap||*
auth_ldap_cache_size|+ldap||*
auth_ldap_servers|+ldap||*
auth_oidc|+plus||*
auth_pam|+auth-pam|http server location limit_except|1
auth_pam_service_name|+auth-pam|http server location limit_except|1
auth_pam_set_pam_env|+auth-pam|http server location limit_except|1
auth_request|http_auth_request|http server location|1||once
auth_request_set|http_auth_request|http server location|2
auto_redirect|+angie||*
autoindex|http_autoindex|http server location|1||flag
autoindex_exact_size|http_autoindex|http server location|1||flag|0.1.38
autoindex_format|http_autoindex|http server location|1||one-of:html,json,jsonp,xml|1.7.9
autoindex_localtime|http_autoindex|http server location|1||flag|0.1.34
aws_access_key|+secure_token||*
aws_key_scope|+secure_token||*
aws_s3_bucket|+secure_token||*
aws_secret_key|+secure_token||*
aws_sign|+secure_token||*
aws_signing_key|+secure_token||*
backup_switch|+angie||*
balancer_by_lua_block|+lua|upstream|0|block
balancer_by_lua_file|+lua|upstream|1
balancer_keepalive|+lua|upstream|1
balancer_keepalive|+openresty||*
basic_rule|+naxsi||*
bind_conn|+angie||*
body_filter_by_lua|+lua|http server location location-if|1
body_filter_by_lua_block|+lua|http server location location-if|0|block
body_filter_by_lua_file|+lua|http server location location-if|1
break|http_rewrite|server server-if location location-if|0|||0.1.38
brotli|+brotli|http server location location-if|1
brotli_buffers|+brotli|http server location|2
brotli_comp_level|+brotli|http server location|1
brotli_min_length|+brotli|http server location|1
brotli_static|+brotli|http server location|1
brotli_types|+brotli|http server location|1+
brotli_window|+brotli|http server location|1
buffer|+rtmp|rtmp_main rtmp_srv rtmp_app|1
buflen|+rtmp|rtmp_main rtmp_srv|1
busy|+rtmp|rtmp_main rtmp_srv|1
cache_purge_response_type|+cache-purge||*
charset|http_charset_filter|http server location location-if|1||once|0.4.7
charset_map|http_charset_filter|http|2|block
charset_types|http_charset_filter|http server location|1+|||0.7.9
check|+tengine||*
check_fastcgi_param|+tengine||*
check_http_expect_alive|+tengine||*
check_http_send|+tengine||*
check_keepalive_requests|+tengine||*
check_rule|+naxsi||*
check_shm_size|+tengine||*
check_status|+tengine||*
chunk_size|+rtmp|rtmp_main rtmp_srv|1
chunked_transfer_encoding|http_core|http server location|1||flag|0.8.35
client|+angie||*|block
client_body_buffer_size|http_core|http server location|1||size
client_body_in_file_only|http_core|http server location|1||one-of:off,on,clean|0.3.38
client_body_in_single_buffer|http_core|http server location|1||flag|0.7.58
client_body_temp_path|http_core|http server location|1,2,3,4
client_body_timeout|http_core|http server location|1||milliseconds
client_header_buffer_size|http_core|http server|1||size
client_header_timeout|http_core|http server|1||milliseconds
client_max_body_size|http_core|http server location|1||offset
concat|+tengine||*
concat_delimiter|+tengine||*
concat_ignore_file_error|+tengine||*
concat_max_files|+tengine||*
concat_types|+tengine||*
concat_unique|+tengine||*
connection_pool_size|http_core|http server|1||size
consistent_hash|+tengine||*
content_by_lua|+lua|location location-if|1
content_by_lua_block|+lua|location location-if|0|block
content_by_lua_file|+lua|location location-if|1
cookie_flag|+cookie||*
coolkit|+openresty||*
create_full_put_path|http_dav|http server location|1||flag|0.3.40
daemon|nginx|main|1||flag
dash|+rtmp|rtmp_main rtmp_srv rtmp_app|1
dash_cleanup|+rtmp|rtmp_main rtmp_srv rtmp_app|1
dash_fragment|+rtmp|rtmp_main rtmp_srv rtmp_app|1
dash_nested|+rtmp|rtmp_main rtmp_srv rtmp_app|1
dash_path|+rtmp|rtmp_main rtmp_srv rtmp_app|1
dash_playlist_length|+rtmp|rtmp_main rtmp_srv rtmp_app|1
datadog_agent_url|+opentracing||*
datadog_disable|+opentracing||*
datadog_enable|+opentracing||*
datadog_environment|+opentracing||*
datadog_service_name|+opentracing||*
datadog_tag|+opentracing||*
datadog_tracing|+opentracing||*
dav_access|http_dav|http server location|1,2,3|||0.3.56
dav_ext_lock|+dav-ext|http server location|1
dav_ext_lock_zone|+dav-ext|http|1,2
dav_ext_methods|+dav-ext|http server location|1+
dav_methods|http_dav|http server location|1+||some-of:off,put,delete,mkcol,copy,move
debug_connection|event|events|1|||0.3.54
debug_points|nginx|main|1||one-of:stop,abort
default_type|http_core|http server location|1||text
degradation|http_degradation|http|1
degrade|http_degradation|http server location|1||one-of:204,444
denied_url|+naxsi||*
deny|http_access|http server location limit_except|1|||1.5.1
deny|stream_access|stream stream-server|1|||1.5.1
deployment_context|+plus||*
devpoll_changes|devpoll|events|1||number
devpoll_events|devpoll|events|1||number
directio|http_core|http server location|1||once|0.7.7
directio_alignment|http_core|http server location|1||offset|0.8.11
disable_symlinks|http_core|http server location|1,2||once|1.1.15
docker_endpoint|+angie||*
docker_max_object_size|+angie||*
drizzle_keepalive|+openresty||*
drizzle_pass|+openresty||*
drizzle_query|+openresty||*
drizzle_server|+openresty||*
drop_idle_publisher|+rtmp|rtmp_main rtmp_srv rtmp_app|1
dynamic_limit_req|+dynamic_limit||*
dynamic_limit_req_zone|+dynamic_limit||*
dynamic_resolve|+tengine||*
dyups_interface|+tengine||*
dyups_read_msg_log|+tengine||*
dyups_read_msg_timeout|+tengine||*
dyups_shm_zone_size|+tengine||*
dyups_trylock|+tengine||*
dyups_upstream_conf|+tengine||*
early_hints|http_core|http server location|1+|||1.29.0
echo|+echo|location location-if|*
echo_abort_parent|+echo|location location-if|0
echo_after_body|+echo|location location-if|*
echo_before_body|+echo|location location-if|*
echo_blocking_sleep|+echo|location location-if|1
echo_duplicate|+echo|location location-if|2+
echo_end|+echo|location location-if|0
echo_exec|+echo|location location-if|1,2
echo_flush|+echo|location location-if|0
echo_foreach_split|+echo|location location-if|2+
echo_location|+echo|location location-if|1,2
echo_location_async|+echo|location location-if|1,2
echo_read_request_body|+echo|location location-if|0
echo_request_body|+echo|location location-if|0
echo_reset_timer|+echo|location location-if|0
echo_sleep|+echo|location location-if|1
echo_status|+echo|location location-if|1
echo_subrequest|+echo|location location-if|2+
echo_subrequest_async|+echo|location location-if|2+
empty_gif|http_empty_gif|location|0
encrypted_session_expires|+openresty||*
encrypted_session_iv|+openresty||*
encrypted_session_key|+openresty||*
enforce_initial_report|+plus||*
env|nginx|main|1|||0.5.9
epoll_events|epoll|events|1||number
error_log|http_core|http server location|1+|||1.7.1
error_log|log|main|1+|||1.7.1
error_log|mail_core|mail mail-server|1+|||1.7.1
error_log|stream_core|stream stream-server|1+|||1.7.1
error_page|http_core|http server location location-if|2+|||0.2.6
etag|http_core|http server location|1||flag
eval|+openresty||*|block
eval_buffer_size|+openresty||*
eval_override_content_type|+openresty||*
eval_subrequest_in_memory|+openresty||*
eventport_events|eventport|events|1||number
events|event|main|0|block|once
exec|+rtmp|rtmp_main rtmp_srv rtmp_app|1+
exec_kill_signal|+rtmp|rtmp_main rtmp_srv rtmp_app|1
exec_options|+rtmp|rtmp_main rtmp_srv rtmp_app|1
exec_play|+rtmp|rtmp_main rtmp_srv rtmp_app|1+
exec_play_done|+rtmp|rtmp_main rtmp_srv rtmp_app|1+
exec_publish|+rtmp|rtmp_main rtmp_srv rtmp_app|1+
exec_publish_done|+rtmp|rtmp_main rtmp_srv rtmp_app|1+
exec_pull|+rtmp|rtmp_main rtmp_srv rtmp_app|1+
exec_push|+rtmp|rtmp_main rtmp_srv rtmp_app|1+
exec_record_done|+rtmp|rtmp_main rtmp_srv rtmp_app rtmp_rec|1+
exec_static|+rtmp|rtmp_main rtmp_srv rtmp_app|1+
exit_worker_by_lua_block|+lua|http|0|block
exit_worker_by_lua_block|+openresty||*
exit_worker_by_lua_file|+lua|http|1
exit_worker_by_lua_file|+openresty||*
expires|http_headers_filter|http server location location-if|1,2||once|0.4.4
f4f|+plus||*
f4f_buffer_size|+plus||*
fair|+upstream-fair|upstream|*
fancyindex|+fancyindex|http server location|1
fancyindex_css_href|+fancyindex|http server location|1
fancyindex_default_sort|+fancyindex|http server location|1
fancyindex_directories_first|+fancyindex|http server location|1
fancyindex_exact_size|+fancyindex|http server location|1
fancyindex_footer|+fancyindex|http server location|1,2
fancyindex_header|+fancyindex|http server location|1,2
fancyindex_hide_parent_dir|+fancyindex|http server location|1
fancyindex_hide_symlinks|+fancyindex|http server location|1
fancyindex_ignore|+fancyindex|http server location|1+
fancyindex_localtime|+fancyindex|http server location|1
fancyindex_name_length|+fancyindex|http server location|1
fancyindex_show_dotfiles|+fancyindex|http server location|1
fancyindex_show_path|+fancyindex|http server location|1
fancyindex_time_format|+fancyindex|http server location|1
fastcgi_bind|http_fastcgi|http server location|1,2|||0.8.22
fastcgi_buffer_size|http_fastcgi|http server location|1||size
fastcgi_buffering|http_fastcgi|http server location|1||flag|1.5.6
fastcgi_buffers|http_fastcgi|http server location|2||buffers
fastcgi_busy_buffers_size|http_fastcgi|http server location|1||size
fastcgi_cache|http_fastcgi|http server location|1||once
fastcgi_cache_background_update|http_fastcgi|http server location|1||flag|1.11.10
fastcgi_cache_bypass|http_fastcgi|http server location|1+|||0.8.46
fastcgi_cache_key|http_fastcgi|http server location|1||once
fastcgi_cache_lock|http_fastcgi|http server location|1||flag
fastcgi_cache_lock_age|http_fastcgi|http server location|1||milliseconds
fastcgi_cache_lock_timeout|http_fastcgi|http server location|1||milliseconds
fastcgi_cache_max_range_offset|http_fastcgi|http server location|1||offset|1.11.6
fastcgi_cache_methods|http_fastcgi|http server location|1+||some-of:GET,HEAD,POST|0.7.59
fastcgi_cache_min_uses|http_fastcgi|http server location|1||number
fastcgi_cache_path|http_fastcgi|http|2+
fastcgi_cache_purge|+cache-purge||*
fastcgi_cache_revalidate|http_fastcgi|http server location|1||flag|1.5.7
fastcgi_cache_use_stale|http_fastcgi|http server location|1+||some-of:error,timeout,invalid_header,non_idempotent,http_500,http_503,http_403,http_404,http_429,updating,off
fastcgi_cache_valid|http_fastcgi|http server location|1+
fastcgi_catch_stderr|http_fastcgi|http server location|1||texts|0.5.23
fastcgi_connect_timeout|http_fastcgi|http server location|1||milliseconds
fastcgi_force_ranges|http_fastcgi|http server location|1||flag|1.7.7
fastcgi_hide_header|http_fastcgi|http server location|1||texts|0.3.46
fastcgi_ignore_client_abort|http_fastcgi|http server location|1||flag|0.3.36
fastcgi_ignore_headers|http_fastcgi|http server location|1+||some-of:X-Accel-Redirect,X-Accel-Expires,X-Accel-Limit-Rate,X-Accel-Buffering,X-Accel-Charset,Expires,Cache-Control,Set-Cookie,Vary|0.7.54
fastcgi_index|http_fastcgi|http server location|1||text
fastcgi_intercept_errors|http_fastcgi|http server location|1||flag
fastcgi_keep_conn|http_fastcgi|http server location|1||flag|1.1.4
fastcgi_limit_rate|http_fastcgi|http server location|1||size|1.7.7
fastcgi_max_temp_file_size|http_fastcgi|http server location|1||size
fastcgi_next_upstream|http_fastcgi|http server location|1+||some-of:error,timeout,invalid_header,non_idempotent,http_500,http_503,http_403,http_404,http_429,updating,off,denied|0.3.54
fastcgi_next_upstream_timeout|http_fastcgi|http server location|1||milliseconds|1.7.5
fastcgi_next_upstream_tries|http_fastcgi|http server location|1||number|1.7.5
fastcgi_no_cache|http_fastcgi|http server location|1+|||0.8.38
fastcgi_param|http_fastcgi|http server location|2,3|||0.1.29
fastcgi_pass|http_fastcgi|location location-if|1||once|0.3.36
fastcgi_pass_header|http_fastcgi|http server location|1||texts|0.3.46
fastcgi_pass_request_body|http_fastcgi|http server location|1||flag
fastcgi_pass_request_headers|http_fastcgi|http server location|1||flag
fastcgi_read_timeout|http_fastcgi|http server location|1||milliseconds
fastcgi_request_buffering|http_fastcgi|http server location|1||flag|1.7.11
fastcgi_send_lowat|http_fastcgi|http server location|1||size
fastcgi_send_timeout|http_fastcgi|http server location|1||milliseconds
fastcgi_socket_keepalive|http_fastcgi|http server location|1||flag|1.15.6
fastcgi_split_path_info|http_fastcgi|http server location|1|||0.7.31
fastcgi_store|http_fastcgi|http server location|1||once|0.6.3
fastcgi_store_access|http_fastcgi|http server location|1,2,3|||0.6.4
fastcgi_temp_file_write_size|http_fastcgi|http server location|1||size
fastcgi_temp_path|http_fastcgi|http server location|1,2,3,4
feedback|+angie||*
flv|http_flv|location|0
footer|+tengine||*
footer_types|+tengine||*
geo|http_geo|http|1,2|block||1.3.10
geo|stream_geo|stream|1,2|block||1.3.10
geoip2|+geoip2|stream|1|block
geoip2_proxy|+geoip2|http|1
geoip2_proxy_recursive|+geoip2|http|1
geoip_city|http_geoip|http|1,2||once
geoip_city|stream_geoip|stream|1,2||once
geoip_country|http_geoip|http|1,2||once
geoip_country|stream_geoip|stream|1,2||once
geoip_org|http_geoip|http|1,2||once|1.0.3
geoip_org|stream_geoip|stream|1,2||once|1.0.3
geoip_proxy|http_geoip|http|1|||1.3.0
geoip_proxy_recursive|http_geoip|http|1||flag|1.3.0
google_perftools_profiles|google_perftools|main|1||text
graphite_config|+sflow||*
graphite_data|+sflow||*
graphite_default_data|+sflow||*
grpc_bind|http_grpc|http server location|1,2
grpc_buffer_size|http_grpc|http server location|1||size
grpc_connect_timeout|http_grpc|http server location|1||milliseconds
grpc_hide_header|http_grpc|http server location|1||texts
grpc_ignore_headers|http_grpc|http server location|1+||some-of:X-Accel-Redirect,X-Accel-Expires,X-Accel-Limit-Rate,X-Accel-Buffering,X-Accel-Charset,Expires,Cache-Control,Set-Cookie,Vary
grpc_intercept_errors|http_grpc|http server location|1||flag
grpc_next_upstream|http_grpc|http server location|1+||some-of:error,timeout,invalid_header,non_idempotent,http_500,http_502,http_503,http_504,http_403,http_404,http_429,off,denied
grpc_next_upstream_timeout|http_grpc|http server location|1||milliseconds
grpc_next_upstream_tries|http_grpc|http server location|1||number
grpc_pass|http_grpc|location location-if|1||once
grpc_pass_header|http_grpc|http server location|1||texts
grpc_read_timeout|http_grpc|http server location|1||milliseconds
grpc_send_timeout|http_grpc|http server location|1||milliseconds
grpc_set_header|http_grpc|http server location|2||pairs
grpc_socket_keepalive|http_grpc|http server location|1||flag|1.15.6
grpc_ssl_certificate|http_grpc|http server location|1||once
grpc_ssl_certificate_cache|http_grpc|http server location|1,2,3|||1.27.4
grpc_ssl_certificate_key|http_grpc|http server location|1||once
grpc_ssl_ciphers|http_grpc|http server location|1||text
grpc_ssl_conf_command|http_grpc|http server location|2||pairs|1.19.4
grpc_ssl_crl|http_grpc|http server location|1||text
grpc_ssl_key_log|http_grpc|http server location|1|||1.27.2
grpc_ssl_name|http_grpc|http server location|1||once
grpc_ssl_password_file|http_grpc|http server location|1||once
grpc_ssl_protocols|http_grpc|http server location|1+||some-of:SSLv2,SSLv3,TLSv1,TLSv1.1,TLSv1.2,TLSv1.3
grpc_ssl_server_name|http_grpc|http server location|1||flag
grpc_ssl_session_reuse|http_grpc|http server location|1||flag
grpc_ssl_trusted_certificate|http_grpc|http server location|1||text
grpc_ssl_verify|http_grpc|http server location|1||flag
grpc_ssl_verify_depth|http_grpc|http server location|1||number
gunzip|http_gunzip_filter|http server location|1||flag
gunzip_buffers|http_gunzip_filter|http server location|2||buffers
gzip|http_gzip_filter|http server location location-if|1||flag
gzip_buffers|http_gzip_filter|http server location|2||buffers
gzip_comp_level|http_gzip_filter|http server location|1||number
gzip_disable|http_core|http server location|1+|||0.6.23
gzip_hash|http_gzip_filter|http server location|1||size
gzip_http_version|http_core|http server location|1||one-of:1.0,1.1
gzip_min_length|http_gzip_filter|http server location|1||size
gzip_no_buffer|http_gzip_filter|http server location|1||flag
gzip_proxied|http_core|http server location|1+||some-of:off,expired,no-cache,no-store,private,no_last_modified,no_etag,auth,any
gzip_static|http_gzip_static|http server location|1||one-of:off,on,always
gzip_types|http_gzip_filter|http server location|1+|||0.8.29
gzip_vary|http_core|http server location|1||flag|0.6.15
gzip_window|http_gzip_filter|http server location|1||size
hash|http_upstream_hash|upstream|1,2|||1.7.2
hash|stream_upstream_hash|stream-upstream|1,2|||1.7.2
header_filter_by_lua|+lua|http server location location-if|1
header_filter_by_lua_block|+lua|http server location location-if|0|block
header_filter_by_lua_file|+lua|http server location location-if|1
health_check|+plus||*
health_check_timeout|+plus||*
hide_server_tokens|+immutable||*
hls|+plus||*
hls|+rtmp|rtmp_main rtmp_srv rtmp_app|1
hls_audio_buffer_size|+rtmp|rtmp_main rtmp_srv rtmp_app|1
hls_base_url|+rtmp|rtmp_main rtmp_srv rtmp_app|1
hls_buffers|+plus||*
hls_cleanup|+rtmp|rtmp_main rtmp_srv rtmp_app|1
hls_continuous|+rtmp|rtmp_main rtmp_srv rtmp_app|1
hls_forward_args|+plus||*
hls_fragment|+plus||*
hls_fragment|+rtmp|rtmp_main rtmp_srv rtmp_app|1
hls_fragment_naming|+rtmp|rtmp_main rtmp_srv rtmp_app|1
hls_fragment_naming_granularity|+rtmp|rtmp_main rtmp_srv rtmp_app|1
hls_fragment_slicing|+rtmp|rtmp_main rtmp_srv rtmp_app|1
hls_fragments_per_key|+rtmp|rtmp_main rtmp_srv rtmp_app|1
hls_key_path|+rtmp|rtmp_main rtmp_srv rtmp_app|1
hls_key_url|+rtmp|rtmp_main rtmp_srv rtmp_app|1
hls_keys|+rtmp|rtmp_main rtmp_srv rtmp_app|1
hls_max_audio_delay|+rtmp|rtmp_main rtmp_srv rtmp_app|1
hls_max_fragment|+rtmp|rtmp_main rtmp_srv rtmp_app|1
hls_mp4_buffer_size|+plus||*
hls_mp4_max_buffer_size|+plus||*
hls_muxdelay|+rtmp|rtmp_main rtmp_srv rtmp_app|1
hls_nested|+rtmp|rtmp_main rtmp_srv rtmp_app|1
hls_path|+rtmp|rtmp_main rtmp_srv rtmp_app|1
hls_playlist_length|+rtmp|rtmp_main rtmp_srv rtmp_app|1
hls_sync|+rtmp|rtmp_main rtmp_srv rtmp_app|1
hls_type|+rtmp|rtmp_main rtmp_srv rtmp_app|1
hls_variant|+rtmp|rtmp_main rtmp_srv rtmp_app|1+
http|http|main|0|block|once
http2|http_v2|http server|1||flag|1.25.1
http2_body_preread_size|http_v2|http server|1||size
http2_chunk_size|http_v2|http server location|1||size
http2_hpack_enc|+cloudflare||*
http2_idle_timeout|http_v2|http server|1
http2_max_concurrent_pushes|http_v2|http server|1
http2_max_concurrent_streams|http_v2|http server|1||number
http2_max_field_size|http_v2|http server|1
http2_max_header_size|http_v2|http server|1
http2_max_requests|http_v2|http server|1|||1.11.6
http2_pool_size|http_v2|http server|1||size
http2_push|http_v2|http server location|1
http2_push_preload|http_v2|http server location|1
http2_recv_buffer_size|http_v2|http|1||size
http2_recv_timeout|http_v2|http server|1
http2_streams_index_size|http_v2|http server|1||number
http3|http_v3|http server|1||flag|1.26.3
http3_hq|http_v3|http server|1||flag|1.26.3
http3_max_concurrent_streams|http_v3|http server|1||number|1.26.3
http3_max_table_capacity|+angie||*
http3_stream_buffer_size|http_v3|http server|1||size|1.26.3
iconv_buffer_size|+openresty||*
iconv_filter|+openresty||*
idle_streams|+rtmp|rtmp_main rtmp_srv rtmp_app|1
if|http_rewrite|server location|1+|block||0.1.32
if_modified_since|http_core|http server location|1||one-of:off,exact,before|0.7.24
ignore_invalid_headers|http_core|http server|1||flag|0.1.30
image_filter|http_image_filter|location|1,2,3|||0.8.7
image_filter_buffer|http_image_filter|http server location|1||size
image_filter_interlace|http_image_filter|http server location|1||flag|1.3.15
image_filter_jpeg_quality|http_image_filter|http server location|1|||0.7.58
image_filter_sharpen|http_image_filter|http server location|1|||1.1.8
image_filter_transparency|http_image_filter|http server location|1||flag|0.8.16
image_filter_webp_quality|http_image_filter|http server location|1
imap_auth|mail_imap|mail mail-server|1+||some-of:plain,login,cram-md5,external
imap_capabilities|mail_imap|mail mail-server|1+
imap_client_buffer|mail_imap|mail mail-server|1||size
immutable|+immutable||*
immutable_cache_status|+immutable||*
include|conf_file|any|1|||0.4.4
index|http_index|http server location|1+|||0.1.29
init_by_lua|+lua|http|1
init_by_lua_block|+lua|http|0|block
init_by_lua_file|+lua|http|1
init_worker_by_lua|+lua|http|1
init_worker_by_lua_block|+lua|http|0|block
init_worker_by_lua_file|+lua|http|1
interleave|+rtmp|rtmp_main rtmp_srv rtmp_app|1
internal|http_core|location|0||once|0.1.29
internal_redirect|+plus||*
ip_hash|http_upstream_ip_hash|upstream|0|||0.5.0
jaeger_tracer|+opentracing||*
jdomain|+upsync||*
jemalloc|+tengine||*
js_access|+js||*
js_body_filter|+js||*
js_content|+js||*
js_context_reuse|+js||*
js_context_reuse_max_size|+js||*
js_engine|+js||*
js_fetch_buffer_size|+js||*
js_fetch_ciphers|+js||*
js_fetch_keepalive|+js||*
js_fetch_keepalive_requests|+js||*
js_fetch_keepalive_time|+js||*
js_fetch_keepalive_timeout|+js||*
js_fetch_max_response_body_size|+js||*
js_fetch_max_response_buffer_size|+js||*
js_fetch_protocols|+js||*
js_fetch_proxy|+js||*
js_fetch_timeout|+js||*
js_fetch_trusted_certificate|+js||*
js_fetch_verify|+js||*
js_fetch_verify_depth|+js||*
js_filter|+js||*
js_header_filter|+js||*
js_import|+js||*
js_include|+js||*
js_load_http_native_module|+js||*
js_load_stream_native_module|+js||*
js_path|+js||*
js_periodic|+js||*
js_preload_object|+js||*
js_preread|+js||*
js_set|+js||*
js_shared_dict_zone|+js||*
js_var|+js||*
keepalive|http_upstream_keepalive|upstream|1||once
keepalive_disable|http_core|http server location|1,2||some-of:none,msie6,safari|0.9.0
keepalive_min_timeout|http_core|http server location|1||milliseconds|1.27.4
keepalive_requests|http_core|http server location|1||number|0.8.0
keepalive_requests|http_upstream_keepalive|upstream|1||number|0.8.0
keepalive_time|http_core|http server location|1||milliseconds|1.19.10
keepalive_time|http_upstream_keepalive|upstream|1||milliseconds|1.19.10
keepalive_timeout|http_core|http server location|1,2||once|1.15.3
keepalive_timeout|http_upstream_keepalive|upstream|1||milliseconds|1.15.3
keepalive_tls_hash|+angie||*
keyval|+plus||*
keyval_zone|+plus||*
kqueue_changes|kqueue|events|1||number
kqueue_events|kqueue|events|1||number
large_client_header_buffers|http_core|http server|2||buffers
ldap_server|+ldap||*|block
learning_mode|+naxsi||*
least_conn|http_upstream_least_conn|upstream|0|||1.3.1
least_conn|stream_upstream_least_conn|stream-upstream|0|||1.3.1
least_time|http_upstream_least_time|upstream|1,2|||1.29.6
length_hiding|+length-hiding||*
length_hiding_max|+length-hiding||*
libinjection_sql|+naxsi||*
libinjection_xss|+naxsi||*
license_token|+plus||*
limit_conn|http_limit_conn|http server location|2
limit_conn|stream_limit_conn|stream stream-server|2
limit_conn_dry_run|http_limit_conn|http server location|1||flag|1.17.6
limit_conn_dry_run|stream_limit_conn|stream stream-server|1||flag|1.17.6
limit_conn_log_level|http_limit_conn|http server location|1||one-of:info,notice,warn,error|0.8.18
limit_conn_log_level|stream_limit_conn|stream stream-server|1||one-of:info,notice,warn,error|0.8.18
limit_conn_status|http_limit_conn|http server location|1||number|1.3.15
limit_conn_zone|http_limit_conn|http|2|||1.7.6
limit_conn_zone|stream_limit_conn|stream|2|||1.7.6
limit_except|http_core|location|1+|block||0.3.37
limit_rate|http_core|http server location location-if|1||once|0.1.38
limit_rate_after|http_core|http server location location-if|1||once|0.8.0
limit_req|http_limit_req|http server location|1,2,3
limit_req_dry_run|http_limit_req|http server location|1||flag|1.17.1
limit_req_log_level|http_limit_req|http server location|1||one-of:info,notice,warn,error|0.8.18
limit_req_status|http_limit_req|http server location|1||number|1.3.15
limit_req_whitelist|+dynamic_limit||*
limit_req_zone|http_limit_req|http|3|||1.7.6
limit_traffic_rate|+dynamic_limit||*
limit_traffic_rate_zone|+dynamic_limit||*
limit_upload_rate|+dynamic_limit||*
limit_upload_rate_after|+dynamic_limit||*
limit_zone|+dynamic-tls||*
lingering_close|http_core|http server location|1||one-of:off,on,always|1.1.0
lingering_time|http_core|http server location|1||milliseconds
lingering_timeout|http_core|http server location|1||milliseconds
listen|http_core|server|1+|||0.3.31
listen|mail_core|mail-server|1+|||0.3.31
listen|stream_core|stream-server|1+|||0.3.31
live|+rtmp|rtmp_main rtmp_srv rtmp_app|1
load_module|nginx|main|1
location|http_core|server location|1,2|block||0.7.40
lock_file|nginx|main|1||text|0.3.27
log_by_lua|+lua|http server location location-if|1
log_by_lua_block|+lua|http server location location-if|0|block
log_by_lua_file|+lua|http server location location-if|1
log_format|http_log|http|2+
log_format|stream_log|stream|2+
log_not_found|http_core|http server location|1||flag|0.1.38
log_subrequest|http_core|http server location|1||flag|0.7.18
lua_capture_error_log|+lua|http|1
lua_check_client_abort|+lua|http server location location-if|1
lua_code_cache|+lua|http server location location-if|1
lua_http10_buffering|+lua|http server location location-if|1
lua_load_resty_core|+lua|http|1
lua_malloc_trim|+lua|http|1
lua_max_pending_timers|+lua|http|1
lua_max_running_timers|+lua|http|1
lua_need_request_body|+lua|http server location location-if|1
lua_package_cpath|+lua|http|1
lua_package_path|+lua|http|1
lua_regex_cache_max_entries|+lua|http|1
lua_regex_match_limit|+lua|http|1
lua_sa_restart|+lua|http|1
lua_shared_dict|+lua|http|2
lua_socket_buffer_size|+lua|http server location location-if|1
lua_socket_connect_timeout|+lua|http server location location-if|1
lua_socket_keepalive_timeout|+lua|http server location location-if|1
lua_socket_log_errors|+lua|http server location location-if|1
lua_socket_pool_size|+lua|http server location location-if|1
lua_socket_read_timeout|+lua|http server location location-if|1
lua_socket_send_lowat|+lua|http server location location-if|1
lua_socket_send_timeout|+lua|http server location location-if|1
lua_ssl_certificate|+lua|http server location|1
lua_ssl_certificate_key|+lua|http server location|1
lua_ssl_ciphers|+lua|http server location|1
lua_ssl_conf_command|+lua|http server location|2
lua_ssl_crl|+lua|http server location|1
lua_ssl_key_log|+openresty||*
lua_ssl_protocols|+lua|http server location|1+
lua_ssl_trusted_certificate|+lua|http server location|1
lua_ssl_verify_depth|+lua|http server location|1
lua_thread_cache_max_entries|+lua|http|1
lua_transform_underscores_in_response_headers|+lua|http server location location-if|1
lua_use_default_type|+lua|http server location location-if|1
lua_worker_thread_vm_pool_size|+lua|http|1
lua_worker_thread_vm_pool_size|+openresty||*
mail|mail|main|0|block|once
main_rule|+naxsi||*
map|http_map|http|2|block||0.3.17
map|stream_map|stream|2|block||0.3.17
map_hash_bucket_size|http_map|http|1||number
map_hash_bucket_size|stream_map|stream|1||number
map_hash_max_size|http_map|http|1||number
map_hash_max_size|stream_map|stream|1||number
master_process|nginx|main|1||flag
match|+plus||*|block
max_connections|+rtmp|rtmp_main rtmp_srv rtmp_app|1
max_errors|mail_core|mail mail-server|1||number|1.21.0
max_headers|http_core|http server|1||number|1.29.6
max_message|+rtmp|rtmp_main rtmp_srv|1
max_ranges|http_core|http server location|1||number|1.1.2
max_streams|+rtmp|rtmp_main rtmp_srv|1
memc_buffer_size|+memc|http server location|1
memc_cmds_allowed|+memc|http server location location-if|1+
memc_connect_timeout|+memc|http server location|1
memc_flags_to_last_modified|+memc|location location-if|1
memc_ignore_client_abort|+memc|location location-if|1
memc_next_upstream|+memc|http server location|1+
memc_pass|+memc|location location-if|1
memc_read_timeout|+memc|http server location|1
memc_send_timeout|+memc|http server location|1
memc_upstream_fail_timeout|+memc|http server location|1
memc_upstream_max_fails|+memc|http server location|1
memcached_bind|http_memcached|http server location|1,2|||0.8.22
memcached_buffer_size|http_memcached|http server location|1||size
memcached_connect_timeout|http_memcached|http server location|1||milliseconds
memcached_gzip_flag|http_memcached|http server location|1||number|1.3.6
memcached_next_upstream|http_memcached|http server location|1+||some-of:error,timeout,invalid_response,not_found,off,denied|0.3.54
memcached_next_upstream_timeout|http_memcached|http server location|1||milliseconds|1.7.5
memcached_next_upstream_tries|http_memcached|http server location|1||number|1.7.5
memcached_pass|http_memcached|location location-if|1||once|0.6.23
memcached_read_timeout|http_memcached|http server location|1||milliseconds
memcached_send_timeout|http_memcached|http server location|1||milliseconds
memcached_socket_keepalive|http_memcached|http server location|1||flag|1.15.6
merge_slashes|http_core|http server|1||flag|0.6.15
meta|+rtmp|rtmp_main rtmp_srv rtmp_app|1
metric|+angie||*
metric_complex_zone|+angie||*|block
metric_zone|+angie||*
mgmt|+plus||*|block
min_delete_depth|http_dav|http server location|1||number|0.6.25
mirror|http_mirror|http server location|1
mirror_request_body|http_mirror|http server location|1||flag
modern_browser|http_browser|http server location|1,2
modern_browser_value|http_browser|http server location|1
modsecurity|+modsecurity|location server http|1
modsecurity_rules|+modsecurity|location server http|1
modsecurity_rules_file|+modsecurity|location server http|1
modsecurity_rules_remote|+modsecurity|location server http|2
modsecurity_transaction_id|+modsecurity|location server http|1+
modsecurity_use_error_log|+security||*
more_clear_headers|+headers-more-filter|http server location location-if|1+
more_clear_input_headers|+headers-more-filter|http server location location-if|1+
more_set_headers|+headers-more-filter|http server location location-if|1+
more_set_input_headers|+headers-more-filter|http server location location-if|1+
mp4|http_mp4|location|0
mp4_buffer_size|http_mp4|http server location|1||size
mp4_max_buffer_size|http_mp4|http server location|1||size
mp4_start_key_frame|http_mp4|http server location|1||flag|1.21.4
mqtt_preread|+angie||*
msie_padding|http_core|http server location|1||flag
msie_refresh|http_core|http server location|1||flag|0.3.61
multi_accept|event|events|1||flag
naxsi_log|+naxsi||*
netcall_buffer|+rtmp|rtmp_main rtmp_srv|1
netcall_timeout|+rtmp|rtmp_main rtmp_srv|1
notify_method|+rtmp|rtmp_main rtmp_srv rtmp_app|1
notify_relay_redirect|+rtmp|rtmp_main rtmp_srv rtmp_app|1
notify_update_strict|+rtmp|rtmp_main rtmp_srv rtmp_app|1
notify_update_timeout|+rtmp|rtmp_main rtmp_srv rtmp_app|1
ntlm|+plus||*
num_map|+plus||*|block
oidc_provider|+plus||*|block
on_connect|+rtmp|rtmp_main rtmp_srv|1
on_disconnect|+rtmp|rtmp_main rtmp_srv|1
on_done|+rtmp|rtmp_main rtmp_srv rtmp_app|1
on_play|+rtmp|rtmp_main rtmp_srv rtmp_app|1
on_play_done|+rtmp|rtmp_main rtmp_srv rtmp_app|1
on_publish|+rtmp|rtmp_main rtmp_srv rtmp_app|1
on_publish_done|+rtmp|rtmp_main rtmp_srv rtmp_app|1
on_record_done|+rtmp|rtmp_main rtmp_srv rtmp_app rtmp_rec|1
on_update|+rtmp|rtmp_main rtmp_srv rtmp_app|1
open_file_cache|http_core|http server location|1,2||once|0.6.10
open_file_cache_errors|http_core|http server location|1||flag|0.6.10
open_file_cache_events|http_core|http server location|1||flag
open_file_cache_min_uses|http_core|http server location|1||number|0.6.23
open_file_cache_valid|http_core|http server location|1||seconds
open_log_file_cache|http_log|http server location|1,2,3,4||once|0.7.4
open_log_file_cache|stream_log|stream stream-server|1,2,3,4||once|0.7.4
opentelemetry|+opentracing||*
opentelemetry_attribute|+opentracing||*
opentelemetry_config|+opentracing||*
opentelemetry_ignore_paths|+opentracing||*
opentelemetry_operation_name|+opentracing||*
opentelemetry_propagate|+opentracing||*
opentelemetry_trust_incoming_spans|+opentracing||*
opentracing|+opentracing||*
opentracing_fastcgi_propagate_context|+opentracing||*
opentracing_grpc_propagate_context|+opentracing||*
opentracing_load_tracer|+opentracing||*
opentracing_location_operation_name|+opentracing||*
opentracing_operation_name|+opentracing||*
opentracing_propagate_context|+opentracing||*
opentracing_tag|+opentracing||*
opentracing_trace_locations|+opentracing||*
opentracing_trust_incoming_span|+opentracing||*
otel_exporter|+angie||*|block
otel_exporter|+plus||*|block
otel_resource_attr|+plus||*
otel_service_name|+plus||*
otel_span_attr|+plus||*
otel_span_name|+plus||*
otel_trace|+plus||*
otel_trace_context|+plus||*
out_cork|+rtmp|rtmp_main rtmp_srv|1
out_queue|+rtmp|rtmp_main rtmp_srv|1
output_buffers|http_copy_filter|http server location|2||buffers
override_charset|http_charset_filter|http server location location-if|1||flag|0.3.39
override_method|+openresty||*
pagespeed|+pagespeed||*
pagespeed_custom_header|+pagespeed||*
pass|stream_pass|stream-server|1||once|1.26.3
passenger_abort_on_startup_error|+passenger||*
passenger_app_env|+passenger||*
passenger_app_group_name|+passenger||*
passenger_app_root|+passenger||*
passenger_app_type|+passenger||*
passenger_base_uri|+passenger||*
passenger_buffer_response|+passenger||*
passenger_buffer_upload|+passenger||*
passenger_concurrency_model|+passenger||*
passenger_conf_version|+passenger||*
passenger_ctl|+passenger||*
passenger_default_group|+passenger||*
passenger_default_user|+passenger||*
passenger_disable_security_update_check|+passenger||*
passenger_document_root|+passenger||*
passenger_enabled|+passenger||*
passenger_env_var|+passenger||*
passenger_friendly_error_pages|+passenger||*
passenger_instance_registry_dir|+passenger||*
passenger_intercept_errors|+passenger||*
passenger_load_shell_envvars|+passenger||*
passenger_log_file|+passenger||*
passenger_log_level|+passenger||*
passenger_max_pool_size|+passenger||*
passenger_max_request_queue_size|+passenger||*
passenger_max_requests|+passenger||*
passenger_min_instances|+passenger||*
passenger_nodejs|+passenger||*
passenger_pool_idle_time|+passenger||*
passenger_pre_start|+passenger||*
passenger_preload_bundler|+passenger||*
passenger_python|+passenger||*
passenger_restart_dir|+passenger||*
passenger_root|+passenger||*
passenger_ruby|+passenger||*
passenger_set_header|+passenger||*
passenger_show_version_in_header|+passenger||*
passenger_spawn_method|+passenger||*
passenger_start_timeout|+passenger||*
passenger_startup_file|+passenger||*
passenger_sticky_sessions|+passenger||*
passenger_thread_count|+passenger||*
passenger_user|+passenger||*
passenger_user_switching|+passenger||*
pcre_jit|regex|main|1||flag|1.1.12
perl|http_perl|location limit_except|1|||0.5.4
perl_modules|http_perl|http|1||texts
perl_require|http_perl|http|1||texts
perl_set|http_perl|http|2
pid|nginx|main|1||text
ping|+rtmp|rtmp_main rtmp_srv|1
ping_timeout|+rtmp|rtmp_main rtmp_srv|1
play|+rtmp|rtmp_main rtmp_srv rtmp_app|1+
play_local_path|+rtmp|rtmp_main rtmp_srv rtmp_app|1
play_restart|+rtmp|rtmp_main rtmp_srv rtmp_app|1
play_temp_path|+rtmp|rtmp_main rtmp_srv rtmp_app|1
play_time_fix|+rtmp|rtmp_main rtmp_srv rtmp_app|1
pop3_auth|mail_pop3|mail mail-server|1+||some-of:plain,apop,cram-md5,external
pop3_capabilities|mail_pop3|mail mail-server|1+
port_in_redirect|http_core|http server location|1||flag|0.1.35
post_action|http_core|http server location location-if|1||text|0.3.10
postgres_keepalive|+openresty||*
postgres_output|+openresty||*
postgres_pass|+openresty||*
postgres_query|+openresty||*
postgres_server|+openresty||*
postpone_gzipping|http_gzip_filter|http server location|1||size
postpone_output|http_core|http server location|1||size
precontent_by_lua_block|+openresty||*
precontent_by_lua_file|+openresty||*
precontent_by_lua_no_postpone|+openresty||*
preread_buffer_size|stream_core|stream stream-server|1||size
preread_by_lua_block|+openresty||*
preread_by_lua_file|+openresty||*
preread_by_lua_no_postpone|+openresty||*
preread_timeout|stream_core|stream stream-server|1||milliseconds
prometheus|+angie||*
prometheus_template|+angie||*|block
protocol|mail_core|mail-server|1
proxy|mail_proxy|mail mail-server|1||flag
proxy_bind|http_proxy|http server location|1,2|||0.8.22
proxy_bind|stream_proxy|stream stream-server|1,2||once|0.8.22
proxy_buffer|mail_proxy|mail mail-server|1||size
proxy_buffer_size|http_proxy|http server location|1||size
proxy_buffer_size|stream_proxy|stream stream-server|1||size
proxy_buffering|http_proxy|http server location|1||flag|0.3.12
proxy_buffers|http_proxy|http server location|2||buffers
proxy_busy_buffers_size|http_proxy|http server location|1||size
proxy_cache|http_proxy|http server location|1||once
proxy_cache_background_update|http_proxy|http server location|1||flag|1.11.10
proxy_cache_bypass|http_proxy|http server location|1+|||0.8.46
proxy_cache_convert_head|http_proxy|http server location|1||flag|1.9.7
proxy_cache_key|http_proxy|http server location|1||once|0.7.48
proxy_cache_lock|http_proxy|http server location|1||flag
proxy_cache_lock_age|http_proxy|http server location|1||milliseconds
proxy_cache_lock_timeout|http_proxy|http server location|1||milliseconds
proxy_cache_max_range_offset|http_proxy|http server location|1||offset|1.11.6
proxy_cache_methods|http_proxy|http server location|1+||some-of:GET,HEAD,POST|0.7.59
proxy_cache_min_uses|http_proxy|http server location|1||number
proxy_cache_path|http_proxy|http|2+
proxy_cache_purge|+cache-purge||*
proxy_cache_revalidate|http_proxy|http server location|1||flag|1.5.7
proxy_cache_use_stale|http_proxy|http server location|1+||some-of:error,timeout,invalid_header,non_idempotent,http_500,http_502,http_503,http_504,http_403,http_404,http_429,updating,off
proxy_cache_valid|http_proxy|http server location|1+
proxy_connect|+tengine||*
proxy_connect_address|+tengine||*
proxy_connect_allow|+tengine||*
proxy_connect_bind|+tengine||*
proxy_connect_connect_timeout|+tengine||*
proxy_connect_data_timeout|+tengine||*
proxy_connect_read_timeout|+tengine||*
proxy_connect_response|+tengine||*
proxy_connect_send_timeout|+tengine||*
proxy_connect_timeout|http_proxy|http server location|1||milliseconds
proxy_connect_timeout|stream_proxy|stream stream-server|1||milliseconds
proxy_cookie_domain|http_proxy|http server location|1,2|||1.1.15
proxy_cookie_flags|http_proxy|http server location|1,2,3,4|||1.19.3
proxy_cookie_path|http_proxy|http server location|1,2|||1.1.15
proxy_download_rate|stream_proxy|stream stream-server|1||once
proxy_downstream_buffer|stream_proxy|stream stream-server|1||size
proxy_force_ranges|http_proxy|http server location|1||flag|1.7.7
proxy_half_close|stream_proxy|stream stream-server|1||flag|1.21.4
proxy_headers_hash_bucket_size|http_proxy|http server location|1||number|0.5.19
proxy_headers_hash_max_size|http_proxy|http server location|1||number|0.5.19
proxy_hide_header|http_proxy|http server location|1||texts|0.3.46
proxy_http3_hq|+angie||*
proxy_http3_max_concurrent_streams|+angie||*
proxy_http3_max_table_capacity|+angie||*
proxy_http3_stream_buffer_size|+angie||*
proxy_http_version|http_proxy|http server location|1||one-of:1.0,1.1,2|1.1.4
proxy_ignore_client_abort|http_proxy|http server location|1||flag|0.3.36
proxy_ignore_headers|http_proxy|http server location|1+||some-of:X-Accel-Redirect,X-Accel-Expires,X-Accel-Limit-Rate,X-Accel-Buffering,X-Accel-Charset,Expires,Cache-Control,Set-Cookie,Vary|0.7.54
proxy_intercept_errors|http_proxy|http server location|1||flag
proxy_limit_rate|http_proxy|http server location|1||size|1.7.7
proxy_max_temp_file_size|http_proxy|http server location|1||size
proxy_method|http_proxy|http server location|1||once|0.1.29
proxy_next_upstream|http_proxy|http server location|1+||some-of:error,timeout,invalid_header,non_idempotent,http_500,http_502,http_503,http_504,http_403,http_404,http_429,updating,off,denied|0.3.54
proxy_next_upstream|stream_proxy|stream stream-server|1||flag|0.3.54
proxy_next_upstream_timeout|http_proxy|http server location|1||milliseconds|1.7.5
proxy_next_upstream_timeout|stream_proxy|stream stream-server|1||milliseconds|1.7.5
proxy_next_upstream_tries|http_proxy|http server location|1||number|1.7.5
proxy_next_upstream_tries|stream_proxy|stream stream-server|1||number|1.7.5
proxy_no_cache|http_proxy|http server location|1+|||0.8.38
proxy_pass|http_proxy|location location-if limit_except|1||once|0.3.10
proxy_pass|stream_proxy|stream-server|1||once|0.3.10
proxy_pass_error_message|mail_proxy|mail mail-server|1||flag|0.4.14
proxy_pass_header|http_proxy|http server location|1||texts|0.3.46
proxy_pass_request_body|http_proxy|http server location|1||flag|0.1.29
proxy_pass_request_headers|http_proxy|http server location|1||flag|0.1.29
proxy_pass_trailers|+plus||*
proxy_protocol|mail_proxy|mail mail-server|1||flag|1.9.2
proxy_protocol|stream_proxy|stream stream-server|1||flag|1.9.2
proxy_protocol_timeout|stream_core|stream stream-server|1||milliseconds
proxy_protocol_tlv|+plus||*
proxy_quic_active_connection_id_limit|+angie||*
proxy_quic_gso|+angie||*
proxy_quic_host_key|+angie||*
proxy_read_timeout|http_proxy|http server location|1||milliseconds
proxy_redirect|http_proxy|http server location|1,2|||0.1.29
proxy_request_buffering|http_proxy|http server location|1||flag|1.7.11
proxy_requests|stream_proxy|stream stream-server|1||number|1.15.7
proxy_responses|stream_proxy|stream stream-server|1||number
proxy_send_lowat|http_proxy|http server location|1||size
proxy_send_timeout|http_proxy|http server location|1||milliseconds
proxy_set_body|http_proxy|http server location|1||text|0.3.10
proxy_set_header|http_proxy|http server location|2||pairs|0.1.29
proxy_smtp_auth|mail_proxy|mail mail-server|1||flag|1.19.4
proxy_socket_keepalive|http_proxy|http server location|1||flag|1.15.6
proxy_socket_keepalive|stream_proxy|stream stream-server|1||flag|1.15.6
proxy_ssl|stream_proxy|stream stream-server|1||flag
proxy_ssl_certificate|http_proxy|http server location|1||once|1.7.8
proxy_ssl_certificate|stream_proxy|stream stream-server|1||once|1.7.8
proxy_ssl_certificate_by_lua_block|+openresty||*
proxy_ssl_certificate_cache|http_proxy|http server location|1,2,3|||1.27.4
proxy_ssl_certificate_cache|stream_proxy|stream stream-server|1,2,3|||1.27.4
proxy_ssl_certificate_key|http_proxy|http server location|1||once|1.7.8
proxy_ssl_certificate_key|stream_proxy|stream stream-server|1||once|1.7.8
proxy_ssl_ciphers|http_proxy|http server location|1||text|1.5.6
proxy_ssl_ciphers|stream_proxy|stream stream-server|1||text|1.5.6
proxy_ssl_conf_command|http_proxy|http server location|2||pairs|1.19.4
proxy_ssl_conf_command|stream_proxy|stream stream-server|2||pairs|1.19.4
proxy_ssl_crl|http_proxy|http server location|1||text
proxy_ssl_crl|stream_proxy|stream stream-server|1||text
proxy_ssl_key_log|http_proxy|http server location|1|||1.27.2
proxy_ssl_key_log|stream_proxy|stream stream-server|1|||1.27.2
proxy_ssl_name|http_proxy|http server location|1||once
proxy_ssl_name|stream_proxy|stream stream-server|1||once
proxy_ssl_password_file|http_proxy|http server location|1||once|1.7.8
proxy_ssl_password_file|stream_proxy|stream stream-server|1||once|1.7.8
proxy_ssl_protocols|http_proxy|http server location|1+||some-of:SSLv2,SSLv3,TLSv1,TLSv1.1,TLSv1.2,TLSv1.3|1.5.6
proxy_ssl_protocols|stream_proxy|stream stream-server|1+||some-of:SSLv2,SSLv3,TLSv1,TLSv1.1,TLSv1.2,TLSv1.3|1.5.6
proxy_ssl_server_name|http_proxy|http server location|1||flag
proxy_ssl_server_name|stream_proxy|stream stream-server|1||flag
proxy_ssl_session_reuse|http_proxy|http server location|1||flag|0.7.11
proxy_ssl_session_reuse|stream_proxy|stream stream-server|1||flag|0.7.11
proxy_ssl_trusted_certificate|http_proxy|http server location|1||text
proxy_ssl_trusted_certificate|stream_proxy|stream stream-server|1||text
proxy_ssl_verify|http_proxy|http server location|1||flag
proxy_ssl_verify|stream_proxy|stream stream-server|1||flag
proxy_ssl_verify_by_lua_block|+openresty||*
proxy_ssl_verify_depth|http_proxy|http server location|1||number
proxy_ssl_verify_depth|stream_proxy|stream stream-server|1||number
proxy_store|http_proxy|http server location|1||once|0.6.3
proxy_store_access|http_proxy|http server location|1,2,3|||0.6.4
proxy_temp_file_write_size|http_proxy|http server location|1||size
proxy_temp_path|http_proxy|http server location|1,2,3,4
proxy_timeout|mail_proxy|mail mail-server|1||milliseconds|0.1.44
proxy_timeout|stream_proxy|stream stream-server|1||milliseconds|0.1.44
proxy_upload_rate|stream_proxy|stream stream-server|1||once
proxy_upstream_buffer|stream_proxy|stream stream-server|1||size
proxy_wasm|+wasm||*
publish_notify|+rtmp|rtmp_main rtmp_srv rtmp_app|1
publish_time_fix|+rtmp|rtmp_main rtmp_srv rtmp_app|1
pull|+rtmp|rtmp_app|1+
pull_reconnect|+rtmp|rtmp_main rtmp_srv rtmp_app|1
push|+rtmp|rtmp_app|1+
push_reconnect|+rtmp|rtmp_main rtmp_srv rtmp_app|1
push_stream_allow_connections_to_events_channel|+push-stream|http server location location-if|1
push_stream_allowed_origins|+push-stream|http server location|1
push_stream_authorized_channels_only|+push-stream|http server location|1
push_stream_channel_deleted_message_text|+push-stream|http|1
push_stream_channel_inactivity_time|+push-stream|http|1
push_stream_channel_info_on_publish|+push-stream|http server location|1
push_stream_channels_path|+push-stream|http server location location-if|1
push_stream_channels_statistics|+push-stream|location|0
push_stream_events_channel_id|+push-stream|http|1
push_stream_footer_template|+push-stream|http server location|1
push_stream_header_template|+push-stream|http server location|1
push_stream_header_template_file|+push-stream|http server location|1
push_stream_last_event_id|+push-stream|http server location location-if|1
push_stream_last_received_message_tag|+push-stream|http server location location-if|1
push_stream_last_received_message_time|+push-stream|http server location location-if|1
push_stream_longpolling_connection_ttl|+push-stream|http server location|1
push_stream_max_channel_id_length|+push-stream|http|1
push_stream_max_messages_stored_per_channel|+push-stream|http|1
push_stream_max_number_of_channels|+push-stream|http|1
push_stream_max_number_of_wildcard_channels|+push-stream|http|1
push_stream_max_subscribers_per_channel|+push-stream|http|1
push_stream_message_template|+push-stream|http server location|1
push_stream_message_ttl|+push-stream|http|1
push_stream_padding_by_user_agent|+push-stream|http server location|1
push_stream_ping_message_interval|+push-stream|http server location|1
push_stream_ping_message_text|+push-stream|http|1
push_stream_publisher|+push-stream|location|0,1
push_stream_shared_memory_size|+push-stream|http|1,2
push_stream_store_messages|+push-stream|http server location location-if|1
push_stream_subscriber|+push-stream|location|0,1
push_stream_subscriber_connection_ttl|+push-stream|http server location|1
push_stream_timeout_with_body|+push-stream|http|1
push_stream_user_agent|+push-stream|http server location|1
push_stream_websocket_allow_publish|+push-stream|http server location|1
push_stream_wildcard_channel_max_qtd|+push-stream|http server location|1
push_stream_wildcard_channel_prefix|+push-stream|http|1
queue|+plus||*
quic_active_connection_id_limit|http_v3|http server|1||number|1.26.3
quic_bpf|event_quic_bpf|main|1||flag|1.26.3
quic_gso|http_v3|http server|1||flag|1.26.3
quic_host_key|http_v3|http server|1||once|1.26.3
quic_mtu|+dynamic-tls||*
quic_retry|http_v3|http server|1||flag|1.26.3
quic_stream_buffer_size|+dynamic-tls||*
random|http_upstream_random|upstream|0,1,2|||1.15.1
random|stream_upstream_random|stream-upstream|0,1,2|||1.15.1
random_index|http_random_index|location|1||flag
rdp_preread|+angie||*
rds_csv|+openresty||*
rds_json|+openresty||*
rds_json_format|+openresty||*
read_ahead|http_core|http server location|1||size|0.8.18
real_ip_header|http_realip|http server location|1||once|0.7.18
real_ip_recursive|http_realip|http server location|1||flag|1.3.0
record|+rtmp|rtmp_main rtmp_srv rtmp_app rtmp_rec|1+
record_append|+rtmp|rtmp_main rtmp_srv rtmp_app rtmp_rec|1
record_interval|+rtmp|rtmp_main rtmp_srv rtmp_app rtmp_rec|1
record_lock|+rtmp|rtmp_main rtmp_srv rtmp_app rtmp_rec|1
record_max_frames|+rtmp|rtmp_main rtmp_srv rtmp_app rtmp_rec|1
record_max_size|+rtmp|rtmp_main rtmp_srv rtmp_app rtmp_rec|1
record_notify|+rtmp|rtmp_main rtmp_srv rtmp_app rtmp_rec|1
record_path|+rtmp|rtmp_main rtmp_srv rtmp_app rtmp_rec|1
record_suffix|+rtmp|rtmp_main rtmp_srv rtmp_app rtmp_rec|1
record_unique|+rtmp|rtmp_main rtmp_srv rtmp_app rtmp_rec|1
recorder|+rtmp|rtmp_app|1|block
recursive_error_pages|http_core|http server location|1||flag|0.3.61
redis2_bind|+openresty||*
redis2_buffer_size|+openresty||*
redis2_connect_timeout|+openresty||*
redis2_literal_raw_query|+openresty||*
redis2_next_upstream|+openresty||*
redis2_pass|+openresty||*
redis2_query|+openresty||*
redis2_raw_queries|+openresty||*
redis2_raw_query|+openresty||*
redis2_read_timeout|+openresty||*
redis2_send_timeout|+openresty||*
redis_pass|+openresty||*
referer_hash_bucket_size|http_referer|server location|1||number|1.0.5
referer_hash_max_size|http_referer|server location|1||number|1.0.5
relay_buffer|+rtmp|rtmp_main rtmp_srv|1
report_uploads|+uploadprogress|http server location|1
req_status|+tengine||*
req_status_show|+tengine||*
req_status_zone|+tengine||*
request_pool_size|http_core|http server|1||size
reset_stat|+angie||*
reset_timedout_connection|http_core|http server location|1||flag
resolver|http_core|http server location|1+||once|0.6.18
resolver|http_upstream|upstream|1+|||1.27.3
resolver|mail_core|mail mail-server|1+||once|0.6.18
resolver|stream_core|stream stream-server|1+||once|0.6.18
resolver|stream_upstream|stream-upstream|1+|||1.27.3
resolver_timeout|http_core|http server location|1||milliseconds|0.6.18
resolver_timeout|http_upstream|upstream|1||milliseconds|1.27.3
resolver_timeout|mail_core|mail mail-server|1||milliseconds|0.6.18
resolver_timeout|stream_core|stream stream-server|1||milliseconds|0.6.18
resolver_timeout|stream_upstream|stream-upstream|1||milliseconds|1.27.3
respawn|+rtmp|rtmp_main rtmp_srv rtmp_app|1
respawn_timeout|+rtmp|rtmp_main rtmp_srv rtmp_app|1
response_time_factor|+angie||*
return|http_rewrite|server server-if location location-if|1,2|||0.1.30
return|stream_return|stream-server|1||once|0.1.30
rewrite|http_rewrite|server server-if location location-if|2,3|||0.1.29
rewrite_by_lua|+lua|http server location location-if|1
rewrite_by_lua_block|+lua|http server location location-if|0|block
rewrite_by_lua_file|+lua|http server location location-if|1
rewrite_by_lua_no_postpone|+lua|http|1
rewrite_log|http_rewrite|http server server-if location location-if|1||flag
root|http_core|http server location location-if|1||once
rtmp|+rtmp|main|0|block
rtmp_auto_push|+rtmp|main|1
rtmp_auto_push_reconnect|+rtmp|main|1
rtmp_control|+rtmp|http server location|1+
rtmp_socket_dir|+rtmp|main|1
rtmp_stat|+rtmp|http server location|1+
rtmp_stat_stylesheet|+rtmp|http server location|1
rules_disabled|+naxsi||*
rules_enabled|+naxsi||*
satisfy|http_core|http server location|1||one-of:all,any
scgi_bind|http_scgi|http server location|1,2
scgi_buffer_size|http_scgi|http server location|1||size
scgi_buffering|http_scgi|http server location|1||flag|1.1.5
scgi_buffers|http_scgi|http server location|2||buffers
scgi_busy_buffers_size|http_scgi|http server location|1||size
scgi_cache|http_scgi|http server location|1||once
scgi_cache_background_update|http_scgi|http server location|1||flag|1.11.10
scgi_cache_bypass|http_scgi|http server location|1+|||0.8.46
scgi_cache_key|http_scgi|http server location|1||once
scgi_cache_lock|http_scgi|http server location|1||flag
scgi_cache_lock_age|http_scgi|http server location|1||milliseconds
scgi_cache_lock_timeout|http_scgi|http server location|1||milliseconds
scgi_cache_max_range_offset|http_scgi|http server location|1||offset|1.11.6
scgi_cache_methods|http_scgi|http server location|1+||some-of:GET,HEAD,POST
scgi_cache_min_uses|http_scgi|http server location|1||number
scgi_cache_path|http_scgi|http|2+
scgi_cache_purge|+cache-purge||*
scgi_cache_revalidate|http_scgi|http server location|1||flag|1.5.7
scgi_cache_use_stale|http_scgi|http server location|1+||some-of:error,timeout,invalid_header,non_idempotent,http_500,http_503,http_403,http_404,http_429,updating,off
scgi_cache_valid|http_scgi|http server location|1+
scgi_connect_timeout|http_scgi|http server location|1||milliseconds
scgi_force_ranges|http_scgi|http server location|1||flag|1.7.7
scgi_hide_header|http_scgi|http server location|1||texts
scgi_ignore_client_abort|http_scgi|http server location|1||flag
scgi_ignore_headers|http_scgi|http server location|1+||some-of:X-Accel-Redirect,X-Accel-Expires,X-Accel-Limit-Rate,X-Accel-Buffering,X-Accel-Charset,Expires,Cache-Control,Set-Cookie,Vary
scgi_intercept_errors|http_scgi|http server location|1||flag
scgi_limit_rate|http_scgi|http server location|1||size|1.7.7
scgi_max_temp_file_size|http_scgi|http server location|1||size
scgi_next_upstream|http_scgi|http server location|1+||some-of:error,timeout,invalid_header,non_idempotent,http_500,http_503,http_403,http_404,http_429,updating,off,denied
scgi_next_upstream_timeout|http_scgi|http server location|1||milliseconds|1.7.5
scgi_next_upstream_tries|http_scgi|http server location|1||number|1.7.5
scgi_no_cache|http_scgi|http server location|1+
scgi_param|http_scgi|http server location|2,3
scgi_pass|http_scgi|location location-if|1||once|1.3.1
scgi_pass_header|http_scgi|http server location|1||texts
scgi_pass_request_body|http_scgi|http server location|1||flag
scgi_pass_request_headers|http_scgi|http server location|1||flag
scgi_read_timeout|http_scgi|http server location|1||milliseconds
scgi_request_buffering|http_scgi|http server location|1||flag|1.7.11
scgi_send_timeout|http_scgi|http server location|1||milliseconds
scgi_socket_keepalive|http_scgi|http server location|1||flag|1.15.6
scgi_store|http_scgi|http server location|1||once
scgi_store_access|http_scgi|http server location|1,2,3
scgi_temp_file_write_size|http_scgi|http server location|1||size
scgi_temp_path|http_scgi|http server location|1,2,3,4
secure_link|http_secure_link|http server location|1||once|0.8.50
secure_link_md5|http_secure_link|http server location|1||once|0.8.50
secure_link_secret|http_secure_link|http server location|1||text
secure_token|+secure_token||*
secure_token_akamai|+secure_token||*|block
secure_token_cloudfront|+secure_token||*|block
secure_token_types|+secure_token||*
security_headers|+immutable||*
security_headers_xss|+immutable||*
send_lowat|http_core|http server location|1||size
send_timeout|http_core|http server location|1||milliseconds
sendfile|http_core|http server location location-if|1||flag|0.5.9
sendfile_max_chunk|http_core|http server location|1||size|0.5.20
server|http_core|http|0|block||0.3.53
server|http_upstream|upstream|1+|||0.3.53
server|mail_core|mail|0|block||0.3.53
server|stream_core|stream|0|block||0.3.53
server|stream_upstream|stream-upstream|1+|||0.3.53
server_id|+angie||*
server_name|http_core|server|1+|||0.3.53
server_name|mail_core|mail mail-server|1||text|0.3.53
server_name|stream_core|stream-server|1+|||0.3.53
server_name_in_redirect|http_core|http server location|1||flag
server_names_hash_bucket_size|http_core|http|1||number
server_names_hash_bucket_size|stream_core|stream|1||number|1.26.3
server_names_hash_max_size|http_core|http|1||number
server_names_hash_max_size|stream_core|stream|1||number|1.26.3
server_rewrite_by_lua_block|+lua|http server|0|block
server_rewrite_by_lua_block|+openresty||*
server_rewrite_by_lua_file|+lua|http server|1
server_rewrite_by_lua_file|+openresty||*
server_tokens|http_core|http server location|1||one-of:off,on,build|0.6.15
server_traffic_status|+vts||*
server_traffic_status_display|+vts||*
server_traffic_status_display_format|+vts||*
server_traffic_status_zone|+vts||*
session_log|+plus||*
session_log_format|+plus||*
session_log_zone|+plus||*
session_relay|+rtmp|rtmp_main rtmp_srv rtmp_app|1
session_sticky|+tengine||*
session_sticky_hide_cookie|+tengine||*
set|http_rewrite|server server-if location location-if|2|||0.1.32
set|stream_set|stream-server|2|||0.1.32
set_base32_alphabet|+set-misc|http server server-if location location-if|1
set_base32_padding|+set-misc|http server server-if location location-if|1
set_by_lua|+lua|server server-if location location-if|2+
set_by_lua_block|+lua|server server-if location location-if|1|block
set_by_lua_file|+lua|server server-if location location-if|2+
set_concat2|+ndk|http server server-if location location-if|3
set_cookie_flag|+cookie||*
set_decode_base32|+set-misc|http server server-if location location-if|1,2
set_decode_base64|+set-misc|http server server-if location location-if|1,2
set_decode_base64url|+set-misc|http server server-if location location-if|1,2
set_decode_hex|+set-misc|http server server-if location location-if|1,2
set_decrypt_session|+openresty||*
set_encode_base32|+set-misc|http server server-if location location-if|1,2
set_encode_base64|+set-misc|http server server-if location location-if|1,2
set_encode_base64url|+set-misc|http server server-if location location-if|1,2
set_encode_hex|+set-misc|http server server-if location location-if|1,2
set_encrypt_session|+openresty||*
set_escape_uri|+set-misc|http server server-if location location-if|1,2
set_form_input|+openresty||*
set_form_input_multi|+openresty||*
set_formatted_gmt_time|+set-misc|http server server-if location location-if|2
set_formatted_local_time|+set-misc|http server server-if location location-if|2
set_hashed_upstream|+set-misc|http server server-if location location-if|3
set_hmac_sha1|+set-misc|http server server-if location location-if|3
set_hmac_sha256|+set-misc|http server server-if location location-if|3
set_iconv|+openresty||*
set_if_empty|+set-misc|http server server-if location location-if|2
set_local_today|+set-misc|http server server-if location location-if|1
set_md5|+set-misc|http server server-if location location-if|1,2
set_misc_base32_padding|+set-misc|http server server-if location location-if|1
set_prepend_hello|+ndk|http server server-if location location-if|1
set_quote_json_str|+set-misc|http server server-if location location-if|1,2
set_quote_pgsql_str|+set-misc|http server server-if location location-if|1,2
set_quote_sql_str|+set-misc|http server server-if location location-if|1,2
set_random|+set-misc|http server server-if location location-if|3
set_real_ip_from|http_realip|http server location|1|||0.8.22
set_real_ip_from|mail_realip|mail mail-server|1|||0.8.22
set_real_ip_from|stream_realip|stream stream-server|1|||0.8.22
set_rotate|+set-misc|http server server-if location location-if|3
set_secure_random_alphanum|+set-misc|http server server-if location location-if|1,2
set_secure_random_lcalpha|+set-misc|http server server-if location location-if|1,2
set_sha1|+set-misc|http server server-if location location-if|1,2
set_unescape_uri|+set-misc|http server server-if location location-if|1,2
sflow|+sflow||*
sflow_sampling|+sflow||*
shib_request|+shibboleth||*
shib_request_set|+shibboleth||*
shib_request_use_headers|+shibboleth||*
slab_stat|+tengine||*
slice|http_slice_filter|http server location|1||size
smtp_auth|mail_smtp|mail mail-server|1+||some-of:plain,login,cram-md5,external,none
smtp_capabilities|mail_smtp|mail mail-server|1+
smtp_client_buffer|mail_smtp|mail mail-server|1||size|0.6.12
smtp_greeting_delay|mail_smtp|mail mail-server|1||milliseconds|0.6.12
so_keepalive|+rtmp|rtmp_main rtmp_srv|1
sorted_querystring_filter_parameter|+sorted_args||*
source_charset|http_charset_filter|http server location location-if|1||once|0.4.7
spdy_chunk_size|+dynamic-tls||*
spdy_headers_comp|+dynamic-tls||*
spdy_keepalive_timeout|+dynamic-tls||*
spdy_max_concurrent_streams|+dynamic-tls||*
spdy_pool_size|+dynamic-tls||*
spdy_recv_buffer_size|+dynamic-tls||*
spdy_recv_timeout|+dynamic-tls||*
spdy_streams_index_size|+dynamic-tls||*
split_clients|http_split_clients|http|2|block
split_clients|stream_split_clients|stream|2|block
srcache_buffer|+srcache-filter|http server location location-if|1
srcache_default_expire|+srcache-filter|http server location location-if|1
srcache_fetch|+srcache-filter|http server location location-if|2,3
srcache_fetch_skip|+srcache-filter|http server location location-if|1
srcache_header_buffer_size|+srcache-filter|http server location location-if|1
srcache_ignore_content_encoding|+srcache-filter|http server location|1
srcache_max_expire|+srcache-filter|http server location location-if|1
srcache_methods|+srcache-filter|http server location|1+
srcache_request_cache_control|+srcache-filter|http server location|1
srcache_response_cache_control|+srcache-filter|http server location|1
srcache_store|+srcache-filter|http server location location-if|2,3
srcache_store_hide_header|+srcache-filter|http server location|1
srcache_store_max_size|+srcache-filter|http server location location-if|1
srcache_store_no_cache|+srcache-filter|http server location|1
srcache_store_no_store|+srcache-filter|http server location|1
srcache_store_pass_header|+srcache-filter|http server location|1
srcache_store_private|+srcache-filter|http server location|1
srcache_store_ranges|+srcache-filter|http server location|1
srcache_store_skip|+srcache-filter|http server location location-if|1
srcache_store_statuses|+srcache-filter|http server location location-if|1+
ssi|http_ssi_filter|http server location location-if|1||flag|0.4.0
ssi_ignore_recycled_buffers|http_ssi_filter|http server location|1||flag|0.1.29
ssi_last_modified|http_ssi_filter|http server location|1||flag|1.5.1
ssi_min_file_chunk|http_ssi_filter|http server location|1||size
ssi_silent_errors|http_ssi_filter|http server location|1||flag
ssi_types|http_ssi_filter|http server location|1+|||0.1.38
ssi_value_length|http_ssi_filter|http server location|1||size|0.3.16
ssl|http_ssl|http server|1||||1.26.3
ssl|mail_ssl|mail mail-server|1||||1.26.3
ssl_alpn|stream_ssl|stream stream-server|1+||once|1.21.4
ssl_buffer_size|http_ssl|http server|1||size|1.5.9
ssl_certificate|http_ssl|http server|1||texts|1.11.0
ssl_certificate|mail_ssl|mail mail-server|1||texts|1.11.0
ssl_certificate|stream_ssl|stream stream-server|1||texts|1.11.0
ssl_certificate_by_lua_block|+lua|http server|0|block
ssl_certificate_by_lua_file|+lua|http server|1
ssl_certificate_cache|http_ssl|http server|1,2,3|||1.27.4
ssl_certificate_cache|stream_ssl|stream stream-server|1,2,3|||1.27.4
ssl_certificate_compression|http_ssl|http server|1||flag|1.29.1
ssl_certificate_compression|stream_ssl|stream stream-server|1||flag|1.29.1
ssl_certificate_key|http_ssl|http server|1||texts|1.11.0
ssl_certificate_key|mail_ssl|mail mail-server|1||texts|1.11.0
ssl_certificate_key|stream_ssl|stream stream-server|1||texts|1.11.0
ssl_ciphers|http_ssl|http server|1||text
ssl_ciphers|mail_ssl|mail mail-server|1||text
ssl_ciphers|stream_ssl|stream stream-server|1||text
ssl_client_certificate|http_ssl|http server|1||text|0.3.45
ssl_client_certificate|mail_ssl|mail mail-server|1||text|0.3.45
ssl_client_certificate|stream_ssl|stream stream-server|1||text|0.3.45
ssl_client_hello_by_lua_block|+lua|http server|0|block
ssl_client_hello_by_lua_block|+openresty||*
ssl_client_hello_by_lua_file|+lua|http server|1
ssl_client_hello_by_lua_file|+openresty||*
ssl_conf_command|http_ssl|http server|2||pairs|1.19.4
ssl_conf_command|mail_ssl|mail mail-server|2||pairs|1.19.4
ssl_conf_command|stream_ssl|stream stream-server|2||pairs|1.19.4
ssl_crl|http_ssl|http server|1||text|0.8.7
ssl_crl|mail_ssl|mail mail-server|1||text|0.8.7
ssl_crl|stream_ssl|stream stream-server|1||text|0.8.7
ssl_dhparam|http_ssl|http server|1||text|0.7.2
ssl_dhparam|mail_ssl|mail mail-server|1||text|0.7.2
ssl_dhparam|stream_ssl|stream stream-server|1||text|0.7.2
ssl_dyn_rec_enable|+dynamic-tls||*
ssl_dyn_rec_idle_timeout|+dynamic-tls||*
ssl_dyn_rec_size_hi|+dynamic-tls||*
ssl_dyn_rec_size_lo|+dynamic-tls||*
ssl_dyn_rec_size_max|+dynamic-tls||*
ssl_dyn_rec_threshold|+dynamic-tls||*
ssl_dyn_rec_timeout|+dynamic-tls||*
ssl_early_data|http_ssl|http server|1||flag|1.15.3
ssl_ecdh_curve|http_ssl|http server|1||text|1.11.0
ssl_ecdh_curve|mail_ssl|mail mail-server|1||text|1.11.0
ssl_ecdh_curve|stream_ssl|stream stream-server|1||text|1.11.0
ssl_ech_file|http_ssl|http server|1|||1.29.4
ssl_ech_file|stream_ssl|stream stream-server|1|||1.29.4
ssl_enc_certificate|+dynamic-tls||*
ssl_engine|event_openssl|main|1||once
ssl_handshake_timeout|stream_ssl|stream stream-server|1||milliseconds
ssl_key_log|http_ssl|http server|1|||1.27.2
ssl_key_log|stream_ssl|stream stream-server|1|||1.27.2
ssl_ntls|+angie||*
ssl_ntls|+dynamic-tls||*
ssl_object_cache_inheritable|openssl|main|1||flag|1.27.4
ssl_ocsp|http_ssl|http server|1||one-of:off,on,leaf
ssl_ocsp_cache|http_ssl|http server|1||once
ssl_ocsp_responder|http_ssl|http server|1||text
ssl_password_file|http_ssl|http server|1||once|1.7.3
ssl_password_file|mail_ssl|mail mail-server|1||once|1.7.3
ssl_password_file|stream_ssl|stream stream-server|1||once|1.7.3
ssl_prefer_server_ciphers|http_ssl|http server|1||flag|0.2.2
ssl_prefer_server_ciphers|mail_ssl|mail mail-server|1||flag|0.2.2
ssl_prefer_server_ciphers|stream_ssl|stream stream-server|1||flag|0.2.2
ssl_preread|stream_ssl_preread|stream stream-server|1||flag
ssl_protocols|http_ssl|http server|1+||some-of:SSLv2,SSLv3,TLSv1,TLSv1.1,TLSv1.2,TLSv1.3|0.2.2
ssl_protocols|mail_ssl|mail mail-server|1+||some-of:SSLv2,SSLv3,TLSv1,TLSv1.1,TLSv1.2,TLSv1.3|0.2.2
ssl_protocols|stream_ssl|stream stream-server|1+||some-of:SSLv2,SSLv3,TLSv1,TLSv1.1,TLSv1.2,TLSv1.3|0.2.2
ssl_reject_handshake|http_ssl|http server|1||flag|1.19.4
ssl_reject_handshake|stream_ssl|stream stream-server|1||flag|1.19.4
ssl_session_cache|http_ssl|http server|1,2|||0.5.6
ssl_session_cache|mail_ssl|mail mail-server|1,2|||0.5.6
ssl_session_cache|stream_ssl|stream stream-server|1,2|||0.5.6
ssl_session_fetch_by_lua_block|+lua|http|0|block
ssl_session_fetch_by_lua_file|+lua|http|1
ssl_session_store_by_lua_block|+lua|http|0|block
ssl_session_store_by_lua_file|+lua|http|1
ssl_session_ticket_key|http_ssl|http server|1||texts|1.5.7
ssl_session_ticket_key|mail_ssl|mail mail-server|1||texts|1.5.7
ssl_session_ticket_key|stream_ssl|stream stream-server|1||texts|1.5.7
ssl_session_tickets|http_ssl|http server|1||flag|1.5.9
ssl_session_tickets|mail_ssl|mail mail-server|1||flag|1.5.9
ssl_session_tickets|stream_ssl|stream stream-server|1||flag|1.5.9
ssl_session_timeout|http_ssl|http server|1||seconds|0.3.8
ssl_session_timeout|mail_ssl|mail mail-server|1||seconds|0.3.8
ssl_session_timeout|stream_ssl|stream stream-server|1||seconds|0.3.8
ssl_sign_certificate|+dynamic-tls||*
ssl_stapling|http_ssl|http server|1||flag
ssl_stapling_file|http_ssl|http server|1||text
ssl_stapling_responder|http_ssl|http server|1||text
ssl_stapling_verify|http_ssl|http server|1||flag
ssl_trusted_certificate|http_ssl|http server|1||text|1.3.7
ssl_trusted_certificate|mail_ssl|mail mail-server|1||text|1.3.7
ssl_trusted_certificate|stream_ssl|stream stream-server|1||text|1.3.7
ssl_verify_client|http_ssl|http server|1||one-of:off,on,optional,optional_no_ca|0.3.45
ssl_verify_client|mail_ssl|mail mail-server|1||one-of:off,on,optional,optional_no_ca|0.3.45
ssl_verify_client|stream_ssl|stream stream-server|1||one-of:off,on,optional,optional_no_ca|0.3.45
ssl_verify_depth|http_ssl|http server|1||number|0.3.45
ssl_verify_depth|mail_ssl|mail mail-server|1||number|0.3.45
ssl_verify_depth|stream_ssl|stream stream-server|1||number|0.3.45
starttls|mail_ssl|mail mail-server|1
state|http_upstream|upstream|1|||1.27.3
state|stream_upstream|stream-upstream|1|||1.27.3
status|+plus||*
status_format|+plus||*
status_zone|+angie||*
status_zone|+plus||*
sticky|http_upstream_sticky|upstream|1+|||1.29.6
sticky_cookie_insert|+plus||*
sticky_learn|+angie||*
sticky_secret|+angie||*
sticky_strict|+angie||*
stream|stream|main|0|block|once
stream_buckets|+rtmp|rtmp_main rtmp_srv rtmp_app|1
stream_lua_resolver|+openresty||*
stream_server_traffic_status|+vts||*
stream_server_traffic_status_zone|+vts||*
stub_status|http_stub_status|server location|0,1
sub_filter|http_sub_filter|http server location|2
sub_filter_last_modified|http_sub_filter|http server location|1||flag|1.5.1
sub_filter_once|http_sub_filter|http server location|1||flag
sub_filter_types|http_sub_filter|http server location|1+|||0.8.29
subrequest_output_buffer_size|http_core|http server location|1||size
subs_buffers|+subs-filter|http server location|2
subs_filter|+subs-filter|http server location|2+
subs_filter_bypass|+subs-filter|http server location|1+
subs_filter_types|+subs-filter|http server location|1+
subs_line_buffer_size|+subs-filter|http server location|2
sync|+rtmp|rtmp_main rtmp_srv rtmp_app|1
sysguard|+tengine||*
sysguard_cpu|+tengine||*
sysguard_free|+tengine||*
sysguard_load|+tengine||*
sysguard_mem|+tengine||*
sysguard_mode|+tengine||*
sysguard_rt|+tengine||*
tcp_nodelay|http_core|http server location|1||flag|1.9.4
tcp_nodelay|stream_core|stream stream-server|1||flag|1.9.4
tcp_nopush|http_core|http server location|1||flag
testcookie|+cookie||*
testcookie_arg|+cookie||*
testcookie_max_attempts|+cookie||*
testcookie_name|+cookie||*
testcookie_secret|+cookie||*
testcookie_session|+cookie||*
tfs_pass|+tengine||*
tfs_upstream|+tengine||*|block
thread_pool|thread_pool|main|2,3
timeout|mail_core|mail mail-server|1||milliseconds
timer_resolution|nginx|main|1||milliseconds|0.3.3
track_uploads|+uploadprogress|http server location|2
trim|+tengine||*
trim_css|+tengine||*
trim_js|+tengine||*
trim_types|+tengine||*
try_files|http_try_files|server location|2+||once|0.7.27
types|http_core|http server location|0|block
types_hash_bucket_size|http_core|http server location|1||number|0.3.16
types_hash_max_size|http_core|http server location|1||number|0.3.16
underscores_in_headers|http_core|http server|1||flag
uninitialized_variable_warn|http_rewrite|http server server-if location location-if|1||flag|0.3.39
upload_add_header|+upload||*
upload_aggregate_form_field|+upload||*
upload_buffer_size|+upload||*
upload_cleanup|+upload||*
upload_limit_rate|+upload||*
upload_max_file_size|+upload||*
upload_max_output_body_len|+upload||*
upload_max_part_header_len|+upload||*
upload_pass|+upload||*
upload_pass_args|+upload||*
upload_pass_form_field|+upload||*
upload_progress|+uploadprogress|http|2
upload_progress_content_type|+uploadprogress|http server location|1
upload_progress_header|+uploadprogress|http server location|1
upload_progress_java_output|+uploadprogress|http server location|0
upload_progress_json_output|+uploadprogress|http server location|0
upload_progress_jsonp_output|+uploadprogress|http server location|0
upload_progress_jsonp_parameter|+uploadprogress|http server location|1
upload_progress_template|+uploadprogress|http server location|2
upload_range_header_buffer_size|+upload||*
upload_resumable|+upload||*
upload_set_form_field|+upload||*
upload_state_store|+upload||*
upload_store|+upload||*
upload_store_access|+upload||*
upload_tame_arrays|+upload||*
upstream|http_upstream|http|1|block||0.3.47
upstream|stream_upstream|stream|1|block||0.3.47
upstream_conf|+plus||*
upstream_fair_shm_size|+upstream-fair|http|1
upstream_probe|+angie||*
upstream_probe_timeout|+angie||*
upstream_show|+upsync||*
upsync|+upsync||*
upsync_dump_path|+upsync||*
upsync_lb|+upsync||*
upsync_show|+upsync||*
usage_report|+plus||*
use|event|events|1||once
user|nginx|main|1,2||once
user_agent|+tengine||*|block
userid|http_userid_filter|http server location|1||one-of:off,log,v1,on
userid_domain|http_userid_filter|http server location|1||text
userid_expires|http_userid_filter|http server location|1||once
userid_flags|http_userid_filter|http server location|1,2,3||some-of:off,secure,httponly,samesite=strict,samesite=lax,samesite=none|1.19.3
userid_mark|http_userid_filter|http server location|1||once|0.1.44
userid_name|http_userid_filter|http server location|1||text
userid_p3p|http_userid_filter|http server location|1||text
userid_path|http_userid_filter|http server location|1||text
userid_service|http_userid_filter|http server location|1||number
uwsgi_bind|http_uwsgi|http server location|1,2
uwsgi_buffer_size|http_uwsgi|http server location|1||size
uwsgi_buffering|http_uwsgi|http server location|1||flag|1.1.5
uwsgi_buffers|http_uwsgi|http server location|2||buffers
uwsgi_busy_buffers_size|http_uwsgi|http server location|1||size
uwsgi_cache|http_uwsgi|http server location|1||once
uwsgi_cache_background_update|http_uwsgi|http server location|1||flag|1.11.10
uwsgi_cache_bypass|http_uwsgi|http server location|1+|||0.8.46
uwsgi_cache_key|http_uwsgi|http server location|1||once
uwsgi_cache_lock|http_uwsgi|http server location|1||flag
uwsgi_cache_lock_age|http_uwsgi|http server location|1||milliseconds
uwsgi_cache_lock_timeout|http_uwsgi|http server location|1||milliseconds
uwsgi_cache_max_range_offset|http_uwsgi|http server location|1||offset|1.11.6
uwsgi_cache_methods|http_uwsgi|http server location|1+||some-of:GET,HEAD,POST
uwsgi_cache_min_uses|http_uwsgi|http server location|1||number
uwsgi_cache_path|http_uwsgi|http|2+
uwsgi_cache_purge|+cache-purge||*
uwsgi_cache_revalidate|http_uwsgi|http server location|1||flag|1.5.7
uwsgi_cache_use_stale|http_uwsgi|http server location|1+||some-of:error,timeout,invalid_header,non_idempotent,http_500,http_503,http_403,http_404,http_429,updating,off
uwsgi_cache_valid|http_uwsgi|http server location|1+
uwsgi_connect_timeout|http_uwsgi|http server location|1||milliseconds
uwsgi_force_ranges|http_uwsgi|http server location|1||flag|1.7.7
uwsgi_hide_header|http_uwsgi|http server location|1||texts
uwsgi_ignore_client_abort|http_uwsgi|http server location|1||flag
uwsgi_ignore_headers|http_uwsgi|http server location|1+||some-of:X-Accel-Redirect,X-Accel-Expires,X-Accel-Limit-Rate,X-Accel-Buffering,X-Accel-Charset,Expires,Cache-Control,Set-Cookie,Vary
uwsgi_intercept_errors|http_uwsgi|http server location|1||flag
uwsgi_limit_rate|http_uwsgi|http server location|1||size|1.7.7
uwsgi_max_temp_file_size|http_uwsgi|http server location|1||size
uwsgi_modifier1|http_uwsgi|http server location|1||number
uwsgi_modifier2|http_uwsgi|http server location|1||number
uwsgi_next_upstream|http_uwsgi|http server location|1+||some-of:error,timeout,invalid_header,non_idempotent,http_500,http_503,http_403,http_404,http_429,updating,off,denied
uwsgi_next_upstream_timeout|http_uwsgi|http server location|1||milliseconds|1.7.5
uwsgi_next_upstream_tries|http_uwsgi|http server location|1||number|1.7.5
uwsgi_no_cache|http_uwsgi|http server location|1+
uwsgi_param|http_uwsgi|http server location|2,3
uwsgi_pass|http_uwsgi|location location-if|1||once|1.3.1
uwsgi_pass_header|http_uwsgi|http server location|1||texts
uwsgi_pass_request_body|http_uwsgi|http server location|1||flag
uwsgi_pass_request_headers|http_uwsgi|http server location|1||flag
uwsgi_read_timeout|http_uwsgi|http server location|1||milliseconds
uwsgi_request_buffering|http_uwsgi|http server location|1||flag|1.7.11
uwsgi_send_timeout|http_uwsgi|http server location|1||milliseconds
uwsgi_socket_keepalive|http_uwsgi|http server location|1||flag|1.15.6
uwsgi_ssl_certificate|http_uwsgi|http server location|1||once|1.7.8
uwsgi_ssl_certificate_cache|http_uwsgi|http server location|1,2,3|||1.27.4
uwsgi_ssl_certificate_key|http_uwsgi|http server location|1||once|1.7.8
uwsgi_ssl_ciphers|http_uwsgi|http server location|1||text
uwsgi_ssl_conf_command|http_uwsgi|http server location|2||pairs|1.19.4
uwsgi_ssl_crl|http_uwsgi|http server location|1||text
uwsgi_ssl_key_log|http_uwsgi|http server location|1|||1.27.2
uwsgi_ssl_name|http_uwsgi|http server location|1||once
uwsgi_ssl_password_file|http_uwsgi|http server location|1||once|1.7.8
uwsgi_ssl_protocols|http_uwsgi|http server location|1+||some-of:SSLv2,SSLv3,TLSv1,TLSv1.1,TLSv1.2,TLSv1.3
uwsgi_ssl_server_name|http_uwsgi|http server location|1||flag
uwsgi_ssl_session_reuse|http_uwsgi|http server location|1||flag
uwsgi_ssl_trusted_certificate|http_uwsgi|http server location|1||text
uwsgi_ssl_verify|http_uwsgi|http server location|1||flag
uwsgi_ssl_verify_depth|http_uwsgi|http server location|1||number
uwsgi_store|http_uwsgi|http server location|1||once
uwsgi_store_access|http_uwsgi|http server location|1,2,3
uwsgi_string|http_uwsgi|http server location|1||text
uwsgi_temp_file_write_size|http_uwsgi|http server location|1||size
uwsgi_temp_path|http_uwsgi|http server location|1,2,3,4
valid_referers|http_referer|server location|1+|||0.3.18
variables_hash_bucket_size|http_core|http|1||number
variables_hash_bucket_size|stream_core|stream|1||number
variables_hash_max_size|http_core|http|1||number
variables_hash_max_size|stream_core|stream|1||number
vhost_traffic_status|+vts||*
vhost_traffic_status_average_method|+vts||*
vhost_traffic_status_bypass_limit|+vts||*
vhost_traffic_status_bypass_stats|+vts||*
vhost_traffic_status_display|+vts||*
vhost_traffic_status_display_format|+vts||*
vhost_traffic_status_display_jsonp|+vts||*
vhost_traffic_status_display_sum_key|+vts||*
vhost_traffic_status_dump|+vts||*
vhost_traffic_status_filter|+vts||*
vhost_traffic_status_filter_by_host|+vts||*
vhost_traffic_status_filter_by_set_key|+vts||*
vhost_traffic_status_filter_check_duplicate|+vts||*
vhost_traffic_status_filter_max_node|+vts||*
vhost_traffic_status_histogram_buckets|+vts||*
vhost_traffic_status_limit|+vts||*
vhost_traffic_status_limit_check_duplicate|+vts||*
vhost_traffic_status_limit_traffic|+vts||*
vhost_traffic_status_limit_traffic_by_set_key|+vts||*
vhost_traffic_status_measure_status_codes|+vts||*
vhost_traffic_status_set_by_filter|+vts||*
vhost_traffic_status_stats_by_upstream|+vts||*
vhost_traffic_status_zone|+vts||*
vnswrr|+tengine||*
vod|+vod||*
vod_align_segments_to_key_frames|+vod||*
vod_base_url|+vod||*
vod_drm_enabled|+vod||*
vod_fallback_upstream_location|+vod||*
vod_hls_absolute_master_urls|+vod||*
vod_hls_segment_file_name_prefix|+vod||*
vod_live_window_duration|+vod||*
vod_max_mapping_response_size|+vod||*
vod_metadata_cache|+vod||*
vod_mode|+vod||*
vod_multi_uri_suffix|+vod||*
vod_open_file_thread_pool|+vod||*
vod_path_response_prefix|+vod||*
vod_response_cache|+vod||*
vod_secret_key|+vod||*
vod_segment_duration|+vod||*
vod_status|+vod||*
vod_upstream_location|+vod||*
wait_key|+rtmp|rtmp_main rtmp_srv rtmp_app|1
wait_video|+rtmp|rtmp_main rtmp_srv rtmp_app|1
wasm|+wasm||*|block
wasm_call|+wasm||*
wasm_modules|+angie||*|block
worker_aio_requests|epoll|events|1||number|1.1.4
worker_connections|event|events|1||once
worker_cpu_affinity|nginx|main|1+||once|0.3.10
worker_priority|nginx|main|1||once
worker_processes|nginx|main|1||once
worker_rlimit_core|nginx|main|1||offset|0.3.16
worker_rlimit_nofile|nginx|main|1||number|0.2.0
worker_shutdown_timeout|nginx|main|1||milliseconds|1.11.11
working_directory|nginx|main|1||text|0.1.35
xclient|mail_proxy|mail mail-server|1||flag
xml_entities|http_xslt_filter|http server location|1||once
xslt_last_modified|http_xslt_filter|http server location|1||flag|1.5.1
xslt_param|http_xslt_filter|http server location|2|||1.1.18
xslt_string_param|http_xslt_filter|http server location|2|||1.1.18
xslt_stylesheet|http_xslt_filter|location|1+
xslt_types|http_xslt_filter|http server location|1+|||0.8.29
xss_callback_arg|+openresty||*
xss_check_status|+openresty||*
xss_get|+openresty||*
xss_input_types|+openresty||*
xss_output_type|+openresty||*
xss_override_status|+openresty||*
zipkin_collector_host|+opentracing||*
zone|http_upstream_zone|upstream|1,2|||1.9.0
zone|stream_upstream_zone|stream-upstream|1,2|||1.9.0
zone_sync|+plus||*
zone_sync_buffers|+plus||*
zone_sync_connect_retry_interval|+plus||*
zone_sync_connect_timeout|+plus||*
zone_sync_interval|+plus||*
zone_sync_recv_buffer_size|+plus||*
zone_sync_server|+plus||*
zone_sync_ssl|+plus||*
zone_sync_timeout|+plus||*
zstd|+zstd||*
zstd_buffers|+zstd||*
zstd_comp_level|+zstd||*
zstd_dict_file|+zstd||*
zstd_long|+zstd||*
zstd_min_length|+zstd||*
zstd_static|+zstd||*
zstd_types|+zstd||*
zstd_window_log|+zstd||*
`;

;// CONCATENATED MODULE: ./lib/nginx/directives.js


let table;
function directives() {
    if (table !== undefined)
        return table;
    table = new Map();
    for (const line of directiveTable.trim().split('\n')) {
        const directive = readLine(line);
        const same = table.get(directive.name);
        if (same === undefined)
            table.set(directive.name, [directive]);
        else
            same.push(directive);
    }
    return table;
}
function readLine(line) {
    const [name = '', module = '', contexts = '', counts = '*', block = '', kind = '', since = '', removed = ''] = line.split('|');
    const [bare = '', values = ''] = kind.split(':');
    return {
        name,
        module,
        own: !module.startsWith('+'),
        contexts: new Set(contexts.split(' ')),
        counts,
        block: block !== '',
        kind: bare,
        values: values === '' ? [] : values.split(','),
        since: since || null,
        removed: removed || null,
    };
}
/** Modules of others whose directives are too many to list, but begin alike. */
const foreignPrefix = /^(?:nchan|acme|redis2?|drizzle|postgres|encrypted_session|iconv|array|form_input|slowfs|concat|http_concat|jwt|auth_jwt|otel|opentelemetry|keyval|ajp|limit_upload|maxminddb|sysguard|statsd|access_control|cookie_flag|testcookie|lua_waf|waf|oidc|coraza|ja3|unit)_\w+$/;
/** Whether a name can only be a directive of a module that is not nginx's own. */
function isOfForeignModule(name) {
    return foreignPrefix.test(name);
}
/** Every definition of a name; empty when nobody knows it. */
function directivesNamed(name) {
    return directives().get(name) ?? [];
}
/** The definitions of a name that a version of nginx has; all of them when the version isn't known. */
function directivesOf(name, version) {
    const all = directivesNamed(name);
    return version === undefined ? all : all.filter((d) => existsIn(d, version));
}
function existsIn({ since, removed, own }, version) {
    if (!own)
        return true;
    return (since === null || compareVersions(version, since) >= 0) && (removed === null || compareVersions(version, removed) < 0);
}
/** Compares `1.27` with `1.26.3`; a part that isn't written counts as the highest. */
function compareVersions(a, b) {
    const [left, right] = [a, b].map((v) => v.split('.').map(Number));
    for (let i = 0; i < 3; i++) {
        const difference = (left[i] ?? Number.MAX_SAFE_INTEGER) - (right[i] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
/** Whether a directive takes this number of arguments. */
function takes(counts, number) {
    if (counts === '*')
        return true;
    if (counts.endsWith('+'))
        return number >= Number(counts.slice(0, -1));
    return counts.split(',').includes(String(number));
}
/** `one argument`, `1 or 2 arguments`, `at least one argument`. */
function countsInWords(counts) {
    if (counts === '0')
        return 'no arguments';
    if (counts === '1')
        return 'one argument';
    if (counts === '1+')
        return 'at least one argument';
    if (counts.endsWith('+'))
        return `at least ${counts.slice(0, -1)} arguments`;
    return `${counts.split(',').join(' or ')} arguments`;
}
/** The directive of nginx's own that a misspelt name most likely means: at most two letters away, and allowed in `context` where one is. */
function nearestDirective(name, context) {
    if (name.length < 3 || name.length > 60)
        return null;
    const allowed = name.length < 5 ? 1 : 2;
    let best = null;
    let bestScore = Number.MAX_VALUE;
    for (const [candidate, definitions] of directives()) {
        if (Math.abs(candidate.length - name.length) > allowed || !definitions.some((d) => d.own))
            continue;
        const distance = (0,nearest/* editDistance */.Y)(name.toLowerCase(), candidate, allowed);
        if (distance > allowed)
            continue;
        const score = distance + (definitions.some((d) => d.contexts.has(context) || d.contexts.has('any')) ? 0 : 0.5);
        if (score < bestScore) {
            best = candidate;
            bestScore = score;
        }
    }
    return best;
}
/** Whether nginx takes these words somewhere, as far as name, number of arguments and terminator tell. Unknown names pass. */
function accepts(words, terminator) {
    const definitions = directivesNamed(words[0]?.text ?? '');
    if (definitions.length === 0 || definitions.some((d) => !d.own))
        return true;
    return definitions.some((d) => d.block === (terminator === '{') && takes(d.counts, words.length - 1));
}
/** Whether every definition of a name opens a block. */
function alwaysOpensBlock(name) {
    const definitions = directivesNamed(name);
    return definitions.length > 0 && definitions.every((d) => d.block);
}
/** The context of a block's inside; null when it isn't known, or holds no directives. */
function contextWithin(name, context) {
    return inside[`${context} ${name}`] ?? null;
}
const inside = {
    'main events': 'events',
    'main http': 'http',
    'main stream': 'stream',
    'main mail': 'mail',
    'http server': 'server',
    'http upstream': 'upstream',
    'server location': 'location',
    'server if': 'server-if',
    'location location': 'location',
    'location if': 'location-if',
    'location limit_except': 'limit_except',
    'stream server': 'stream-server',
    'stream upstream': 'stream-upstream',
    'mail server': 'mail-server',
};
/** A context in words, for messages. */
function contextInWords(context) {
    if (context === 'main')
        return 'the main context';
    if (context === 'server-if')
        return '"if" in a server';
    if (context === 'location-if')
        return '"if" in a location';
    if (context === 'any')
        return 'any block';
    const [outer, inner] = context.split('-');
    return inner === undefined ? `"${outer}"` : `"${inner}" in "${outer}"`;
}


/***/ }),

/***/ 1606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  WS: () => (/* binding */ directivesIn),
  bO: () => (/* binding */ nestedDirectivesIn),
  Vk: () => (/* binding */ readIncluded)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/nginx/complaint.js
var complaint = __webpack_require__(6081);
;// CONCATENATED MODULE: ./lib/nginx/glob.js

/** Whether nginx treats an `include` argument as a pattern. */
function isGlob(path) {
    return /[*?[]/.test(path);
}
/**
 * The absolute paths that a pattern matches, as glob(3) without flags answers them: sorted by bytes,
 * `*` and `?` never match a leading dot or a slash. Patterns in folders count too.
 */
function expandGlob(files, pattern) {
    let found = ['/'];
    const parts = external_node_path_.posix.normalize(pattern).split('/').filter(Boolean);
    for (const [index, part] of parts.entries()) {
        const last = index === parts.length - 1;
        found = found.flatMap((folder) => {
            if (!isGlob(part))
                return [external_node_path_.posix.join(folder, part.replace(/\\(.)/g, '$1'))];
            return files
                .list(folder)
                .filter((name) => matches(part, name))
                .map((name) => external_node_path_.posix.join(folder, name));
        });
        if (!last)
            continue;
        return found.filter((path) => files.read(path) !== undefined);
    }
    return [];
}
/** Whether a name without slashes matches a pattern of `*`, `?`, `[a-z]`, `[!a]` and `\`. Takes time in proportion to their product. */
function matches(pattern, name) {
    if (name.startsWith('.') && !pattern.startsWith('.') && !pattern.startsWith('\\.'))
        return false;
    let p = 0;
    let n = 0;
    let star = -1;
    let starName = 0;
    while (n < name.length) {
        if (pattern[p] === '*') {
            star = p++;
            starName = n;
            continue;
        }
        const next = p < pattern.length ? matchOne(pattern, p, name[n]) : null;
        if (next !== null) {
            p = next;
            n++;
        }
        else if (star >= 0) {
            p = star + 1;
            n = ++starName;
        }
        else
            return false;
    }
    while (pattern[p] === '*')
        p++;
    return p === pattern.length;
}
/** The offset behind the pattern's element at `p` when it matches `c`, else null. */
function matchOne(pattern, p, c) {
    const element = pattern[p];
    if (element === '?')
        return p + 1;
    if (element === '\\' && p + 1 < pattern.length)
        return pattern[p + 1] === c ? p + 2 : null;
    if (element !== '[')
        return element === c ? p + 1 : null;
    const negated = pattern[p + 1] === '!' || pattern[p + 1] === '^';
    const first = p + (negated ? 2 : 1);
    const close = pattern.indexOf(']', first + 1);
    if (close === -1)
        return c === '[' ? p + 1 : null;
    return inClass(pattern.slice(first, close), c) !== negated ? close + 1 : null;
}
function inClass(members, c) {
    for (let i = 0; i < members.length; i++) {
        const from = members[i];
        if (members[i + 1] === '-' && i + 2 < members.length) {
            if (from <= c && c <= members[i + 2])
                return true;
            i += 2;
        }
        else if (from === c)
            return true;
    }
    return false;
}

// EXTERNAL MODULE: ./lib/nginx/parser.js + 3 modules
var parser = __webpack_require__(959);
;// CONCATENATED MODULE: ./lib/nginx/include.js




/** More files than this, counted as often as they are included, are not read. */
const mostInclusions = 10_000;
/** More directives than this are not kept. */
const mostDirectives = 2_000_000;
/** Blocks of data that know `include`. */
const includingData = new Set(['types', 'geo', 'map']);
/** Reads a main file and everything that it includes; includes keep what they brought in as their block (or data). */
function readIncluded(files, main, prefix) {
    return new IncludeReader(files, prefix).read(main);
}
class IncludeReader {
    #files;
    #prefix;
    #result = { directives: [], files: [], problems: [], missingIncludes: [] };
    #seen = new Set();
    #cycles = new Set();
    #inclusions = 0;
    #directives = 0;
    constructor(files, prefix) {
        this.#files = files;
        this.#prefix = prefix;
    }
    read(main) {
        const path = external_node_path_.posix.normalize(main);
        const file = this.#files.read(path);
        if (file === undefined)
            return this.#result;
        const pending = [];
        this.#result.directives = this.#parse(file, { path, outer: null, by: null }, false, pending);
        pending.reverse();
        for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
            const own = [];
            if (!this.#follow(next, own))
                break;
            for (const inner of own.reverse())
                pending.push(inner);
        }
        return this.#result;
    }
    /** @returns false when there is too much to go on */
    #follow({ include, chain, data }, pending) {
        const [argument] = include.args;
        const brought = [];
        if (argument !== undefined) {
            for (const path of this.#paths(include, argument.text)) {
                if (++this.#inclusions > mostInclusions || this.#directives > mostDirectives) {
                    this.#tooMany(include);
                    return false;
                }
                const file = this.#files.read(path);
                if (file === undefined || this.#isCycle(include, path, chain))
                    continue;
                for (const node of this.#parse(file, { path, outer: chain, by: include }, data, pending)) {
                    node.parent = include;
                    brought.push(node);
                }
            }
        }
        if (data)
            include.data = brought;
        else
            include.block = brought;
        return true;
    }
    #paths(include, argument) {
        const path = external_node_path_.posix.resolve('/', this.#prefix, argument);
        const glob = isGlob(argument);
        const paths = glob ? expandGlob(this.#files, path) : this.#files.read(path) === undefined ? [] : [path];
        if (paths.length === 0)
            this.#result.missingIncludes.push({ directive: include, path, glob });
        return paths;
    }
    #parse(file, chain, data, pending) {
        const { nodes, problems } = (0,parser/* parseConfig */.o4)(file, data);
        if (!this.#seen.has(chain.path)) {
            this.#seen.add(chain.path);
            this.#result.files.push(file);
            for (const problem of problems)
                this.#result.problems.push(problem);
        }
        this.#collect(nodes, chain, data, pending);
        return nodes;
    }
    /** Finds the includes of a file in the order of the text. */
    #collect(nodes, chain, data, pending) {
        const stack = [{ nodes, at: 0, data }];
        for (let top = stack[0]; top !== undefined; top = stack[stack.length - 1]) {
            const node = top.nodes[top.at++];
            if (node === undefined) {
                stack.pop();
                continue;
            }
            this.#directives++;
            if (node.name === 'include' && node.opener === null) {
                if (node.args.length === 1)
                    pending.push({ include: node, chain, data: top.data });
                else if (!node.faulty)
                    this.#result.problems.push(wrongCount(node));
            }
            if (node.block !== null)
                stack.push({ nodes: node.block, at: 0, data: false });
            else if (node.data !== null && includingData.has(node.name))
                stack.push({ nodes: node.data, at: 0, data: true });
        }
    }
    #isCycle(include, path, chain) {
        for (let link = chain; link !== null; link = link.outer) {
            if (link.path !== path)
                continue;
            const place = `${include.file.path}:${include.word.start}`;
            if (this.#cycles.has(place))
                return true;
            this.#cycles.add(place);
            const back = chainText(path, chain, link);
            this.#result.problems.push({
                check: 'include-cycle',
                message: `${path} includes itself: ${back}.`,
                fix: 'Remove this include.',
                file: include.file,
                start: include.word.start,
                end: include.args[0]?.end ?? include.word.end,
                nginxSays: null,
            });
            return true;
        }
        return false;
    }
    #tooMany(include) {
        this.#result.problems.push({
            check: 'include-cycle',
            message: `The includes bring in more than ${mostInclusions.toLocaleString('en')} files or ${mostDirectives.toLocaleString('en')} directives; the rest is not read.`,
            fix: null,
            file: include.file,
            start: include.word.start,
            end: include.args[0]?.end ?? include.word.end,
            nginxSays: null,
        });
    }
}
function wrongCount(include) {
    return (0,complaint/* problemAt */.l4)(include, {
        check: 'wrong-arguments',
        message: `include takes one file or pattern, but here are ${include.args.length === 0 ? 'none' : include.args.length}.`,
        fix: include.args.length === 0 ? 'Name the file.' : 'Write one include for each.',
        says: 'invalid number of arguments in "include" directive',
    });
}
/** `a.conf → b.conf → a.conf`, cut in the middle when it is long. */
function chainText(path, chain, until) {
    const names = [external_node_path_.posix.basename(path)];
    for (let link = chain; link !== null; link = link.outer) {
        names.push(external_node_path_.posix.basename(link.path));
        if (link === until)
            break;
    }
    names.reverse();
    if (names.length > 6)
        names.splice(3, names.length - 5, '…');
    return names.join(' → ');
}
/** The directives of a block in nginx's order, with those that includes bring in; the `include` directives themselves are left out. */
function* directivesIn(nodes) {
    const stack = [{ nodes: nodes ?? [], at: 0 }];
    for (let top = stack[0]; top !== undefined; top = stack[stack.length - 1]) {
        const node = top.nodes[top.at++];
        if (node === undefined)
            stack.pop();
        else if (node.name === 'include' && node.opener === null)
            stack.push({ nodes: node.block ?? node.data ?? [], at: 0 });
        else
            yield node;
    }
}
/** The same for a block and all blocks within it, an outer directive before those of its block. */
function* nestedDirectivesIn(nodes) {
    const stack = [directivesIn(nodes)];
    for (let top = stack[0]; top !== undefined; top = stack[stack.length - 1]) {
        const { done, value: node } = top.next();
        if (done)
            stack.pop();
        else {
            yield node;
            if (node.block !== null)
                stack.push(directivesIn(node.block));
        }
    }
}


/***/ }),

/***/ 3269:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ readListen)
/* harmony export */ });
/** Reads a `listen` directive of `http` or `stream`; what isn't understood stays null. */
function readListen(directive) {
    const text = directive.args[0]?.text ?? '';
    const options = new Set(directive.args.slice(1).map((a) => a.text.toLowerCase()));
    return {
        directive,
        text,
        ...address(text),
        ssl: options.has('ssl') || options.has('quic'),
        http2: options.has('http2'),
        proxyProtocol: options.has('proxy_protocol'),
        defaultServer: options.has('default_server') || options.has('default'),
        udp: options.has('udp') || options.has('quic'),
    };
}
function address(text) {
    if (/^unix:/i.test(text))
        return { address: null, port: null, lastPort: null, socket: text.slice(5) };
    const match = /^(?:(\[[^\]]*\]|[^:]*):)?(\d+)(?:-(\d+))?$/.exec(text);
    if (match === null) {
        const port = /^(\[[^\]]*\]|[\w.*-]+)$/.test(text) ? 80 : null;
        return { address: host(text), port, lastPort: port, socket: null };
    }
    const port = Number(match[2]);
    return { address: host(match[1] ?? ''), port, lastPort: match[3] === undefined ? port : Number(match[3]), socket: null };
}
function host(text) {
    return text === '' || text === '*' ? null : text.replace(/^\[|\]$/g, '').toLowerCase();
}


/***/ }),

/***/ 405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D3: () => (/* binding */ locationFor),
/* harmony export */   XR: () => (/* binding */ locationArgument),
/* harmony export */   xY: () => (/* binding */ serverFor)
/* harmony export */ });
/* harmony import */ var node_vm__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(714);
/* harmony import */ var _include_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1606);
/** Which server and location answer a request: nginx's own choice, for `routes --url` and the smoke plan. */


/** Longer names or paths are cut before they are matched by regular expressions. */
const longestSubject = 2048;
/** nginx refuses a word that is longer than its buffer (NGX_CONF_BUFFER, "too long parameter"). */
const longestPattern = 4096;
/** Milliseconds. */
const longestMatch = 100;
/** After so many patterns that took too long no pattern is tried any more: they cost two seconds in all. */
const mostEndless = 20;
/** Locations nested deeper are not looked into. */
const deepestLocation = 100;
/**
 * The server that answers: of those that listen on the port, by exact name, then the longest leading wildcard, the
 * longest trailing wildcard, the first matching regular expression, else the default server
 * (ngx_http_find_virtual_server, ngx_hash_find_combined).
 */
function serverFor(config, { host, port }) {
    const names = namesOn(config, port);
    const name = host.toLowerCase().replace(/\.$/, '').slice(0, longestSubject);
    const dots = [...name].flatMap((char, at) => (char === '.' ? [at] : []));
    const leading = dots.find((at) => at > 0 && names.leading.has(name.slice(at)));
    if (names.exact.has(name))
        return names.exact.get(name);
    if (leading !== undefined)
        return names.leading.get(name.slice(leading));
    const trailing = dots.findLast((at) => at > 0 && at < name.length - 1 && names.trailing.has(name.slice(0, at + 1)));
    if (trailing !== undefined)
        return names.trailing.get(name.slice(0, trailing + 1));
    return names.patterns.find(({ pattern }) => matches(pattern, name, true))?.server ?? names.fallback;
}
const namesByPort = new WeakMap();
/** Read once for each port: a configuration may have many thousand servers, and be asked about each. */
function namesOn(config, port) {
    const known = namesByPort.get(config) ?? new Map();
    namesByPort.set(config, known);
    const names = known.get(port) ?? readNames(config, port);
    known.set(port, names);
    return names;
}
function readNames(config, port) {
    const listening = config.servers.filter((s) => s.context === 'http' && ports(s).includes(port));
    const names = {
        exact: new Map(),
        leading: new Map(),
        trailing: new Map(),
        patterns: [],
        fallback: listening.find((s) => s.listens.some((l) => l.defaultServer && l.port === port)) ?? listening[0] ?? null,
    };
    for (const server of listening)
        for (const name of server.names)
            addName(names, name, server);
    return names;
}
function addName(names, name, server) {
    const lower = name.toLowerCase();
    const first = (map, key) => map.has(key) || map.set(key, server);
    first(names.exact, lower);
    if (lower.startsWith('.'))
        first(names.exact, lower.slice(1));
    if (/^\*?\../s.test(lower))
        first(names.leading, lower.replace(/^\*/, ''));
    if (/.\.\*$/s.test(lower))
        first(names.trailing, lower.slice(0, -1));
    if (name.startsWith('~'))
        names.patterns.push({ pattern: name.slice(1), server });
}
/**
 * The location of a server that answers a path: an exact one, the longest prefix when it says `^~`, the first
 * matching regular expression in order (of the inner block first), else the longest prefix (ngx_http_core_find_location).
 * `path` is decoded and normalised, without the query.
 */
function locationFor(server, path) {
    return find(server.directive, path, 0);
}
function find(block, path, depth) {
    if (depth > deepestLocation)
        return null;
    const locations = locationsIn(block);
    const exact = locations.exact.get(path);
    if (exact)
        return exact;
    const length = locations.lengths.find((count) => count <= path.length && locations.prefixes.has(path.slice(0, count)));
    const prefix = length === undefined ? null : locations.prefixes.get(path.slice(0, length));
    const inner = prefix ? find(prefix, path, depth + 1) : null;
    if (inner && locationArgument(inner).modifier !== '' && locationArgument(inner).modifier !== '^~')
        return inner;
    if (!prefix || locationArgument(prefix).modifier !== '^~') {
        const regex = locations.patterns.find((location) => {
            const { modifier, argument } = locationArgument(location);
            return matches(argument, path, modifier === '~*');
        });
        if (regex)
            return find(regex, path, depth + 1) ?? regex;
    }
    return inner ?? prefix;
}
const locationsByBlock = new WeakMap();
function locationsIn(block) {
    let found = locationsByBlock.get(block);
    if (found === undefined) {
        found = readLocations(block);
        locationsByBlock.set(block, found);
    }
    return found;
}
function readLocations(block) {
    const found = { exact: new Map(), prefixes: new Map(), lengths: [], patterns: [] };
    for (const node of (0,_include_js__WEBPACK_IMPORTED_MODULE_1__/* .directivesIn */ .WS)(block.block)) {
        if (node.word.text !== 'location')
            continue;
        const { modifier, argument } = locationArgument(node);
        const map = modifier === '=' ? found.exact : modifier === '' || modifier === '^~' ? found.prefixes : null;
        if (map && !map.has(argument))
            map.set(argument, node);
        if (modifier === '~' || modifier === '~*')
            found.patterns.push(node);
    }
    found.lengths = [...new Set([...found.prefixes.keys()].map((prefix) => prefix.length))].sort((a, b) => b - a);
    return found;
}
/** The modifier (`=`, `^~`, `~`, `~*`, `@` or none) and the path or pattern of a `location`. */
function locationArgument(location) {
    const [first = '', second] = location.args.map((word) => word.text);
    if (second !== undefined)
        return { modifier: first, argument: second };
    const glued = /^(=|\^~|~\*|~|@)(.*)$/s.exec(first);
    return glued ? { modifier: glued[1], argument: glued[2] } : { modifier: '', argument: first };
}
function ports(server) {
    return server.listens.length === 0 ? [80] : server.listens.flatMap((l) => (l.port === null ? [] : [l.port]));
}
const sandbox = (0,node_vm__WEBPACK_IMPORTED_MODULE_0__.createContext)({ pattern: '', flags: '', subject: '' });
const test = new node_vm__WEBPACK_IMPORTED_MODULE_0__.Script('new RegExp(pattern, flags).test(subject)');
/** Patterns that took too long once; a file may hold thousands of them. */
const endless = new Set();
/**
 * Whether a PCRE pattern that JavaScript understands matches. One that it does not understand, that takes too long or that nginx
 * would not read (a pull request may bring one that never ends, or that fills the stack while it is compiled) matches nothing.
 */
function matches(pattern, subject, ignoreCase) {
    if (pattern.length > longestPattern || endless.has(pattern) || endless.size >= mostEndless)
        return false;
    const flags = ignoreCase ? 'i' : '';
    Object.assign(sandbox, { pattern: pattern.replaceAll('(?P<', '(?<'), flags, subject: subject.slice(0, longestSubject) });
    try {
        return test.runInContext(sandbox, { timeout: longestMatch }) === true;
    }
    catch (error) {
        // The error is made in the other context, whose Error is not ours.
        if (error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
            endless.add(pattern);
        return false;
    }
}


/***/ }),

/***/ 6124:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ isNginxVariable)
/* harmony export */ });
/**
 * The variables that nginx defines itself, by its modules' documentation (nginx 1.27, open source modules).
 * What `set`, `map`, `geo`, `split_clients` and captures make is not among them.
 */
const names = new Set([
    // core of http
    'arg_ args body_bytes_sent bytes_sent connection connection_requests connection_time connections_active connections_reading',
    'connections_waiting connections_writing content_length content_type cookie_ document_root document_uri host hostname http_ https is_args',
    'limit_rate msec nginx_version pid pipe query_string realpath_root remote_addr remote_port remote_user request request_body',
    'request_body_file request_completion request_filename request_id request_length request_method request_port request_time request_uri scheme',
    'is_request_port sent_http_ sent_trailer_ trailer_ server_addr server_name server_port server_protocol status tcpinfo_rtt tcpinfo_rttvar',
    'tcpinfo_snd_cwnd tcpinfo_rcv_space time_iso8601 time_local uri binary_remote_addr',
    // proxying
    'proxy_add_x_forwarded_for proxy_host proxy_port proxy_internal_body_length proxy_internal_chunked fastcgi_path_info fastcgi_script_name',
    'upstream_addr upstream_bytes_received upstream_bytes_sent upstream_cache_status upstream_connect_time upstream_first_byte_time',
    'upstream_header_time upstream_http_ upstream_last_server_name upstream_queue_time upstream_response_length upstream_response_time',
    'upstream_session_time upstream_status upstream_trailer_ upstream_cookie_ upstream_cache_last_modified upstream_cache_etag',
    // other modules
    'ancient_browser modern_browser msie date_gmt date_local gzip_ratio http2 http3 invalid_referer memcached_key secure_link',
    'secure_link_expires session_log_id session_time slice_range limit_conn_status limit_req_status geoip_country_code geoip_country_name',
    'proxy_protocol_addr proxy_protocol_port proxy_protocol_server_addr proxy_protocol_server_port proxy_protocol_tlv_',
    'realip_remote_addr realip_remote_port uid_got uid_reset uid_set protocol',
    'ssl_alpn_protocol ssl_cipher ssl_ciphers ssl_client_cert ssl_client_escaped_cert ssl_client_fingerprint ssl_client_i_dn',
    'ssl_client_raw_cert ssl_client_s_dn ssl_client_serial ssl_client_v_end ssl_client_v_remain ssl_client_v_start ssl_client_verify ssl_curve',
    'ssl_curves ssl_early_data ssl_protocol ssl_server_name ssl_session_id ssl_session_reused ssl_preread_alpn_protocols',
    'ssl_preread_protocol ssl_preread_server_name',
].flatMap((line) => line.split(' ')));
const families = [...names].filter((name) => name.endsWith('_'));
/** Whether nginx itself gives this variable a value; for a family (`http_…`, `arg_…`) any name of it. */
function isNginxVariable(name) {
    return (!name.endsWith('_') && names.has(name)) || families.some((family) => name.length > family.length && name.startsWith(family));
}


/***/ }),

/***/ 5158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ isTemplate),
/* harmony export */   Z: () => (/* binding */ wrongParameter)
/* harmony export */ });
/* harmony import */ var _directives_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2373);

const listenFlags = /^(default_server|default|ssl|http2|http3|spdy|quic|proxy_protocol|bind|deferred|reuseport|udp|multipath|ssl_alpn)$/;
const listenValues = /^(setfib|fastopen|backlog|rcvbuf|sndbuf|accept_filter|ipv6only|so_keepalive)=/;
const peerFlags = /^(backup|down|resolve|drain)$/;
const peerValues = /^(weight|max_conns|max_fails|fail_timeout|slow_start|service|route|id|sid)=/;
const cachePath = /^(levels|use_temp_path|keys_zone|inactive|max_size|min_free|(loader|manager|purger)_(files|sleep|threshold)|purger)=/;
/** What a directive takes behind its first words; for directives that refuse all else. */
const options = {
    listen: { from: 2, known: [listenFlags, listenValues] },
    server: { from: 2, known: [peerFlags, peerValues] },
    access_log: { from: 3, known: [/^(buffer|flush|if)=|^gzip(=|$)/] },
    limit_req: { from: 1, known: [/^(zone|burst|delay)=|^nodelay$/] },
    limit_req_zone: { from: 2, known: [/^(zone|rate)=|^sync$/] },
    limit_conn_zone: { from: 2, known: [/^zone=/] },
    proxy_cache_path: { from: 2, known: [cachePath] },
    fastcgi_cache_path: { from: 2, known: [cachePath] },
    uwsgi_cache_path: { from: 2, known: [cachePath] },
    scgi_cache_path: { from: 2, known: [cachePath] },
};
/**
 * The first argument of a directive that nginx refuses whatever stands around it. Only what is sure is told;
 * `listen` and `server` also know the parameters of other builds of nginx.
 */
function wrongParameter(words) {
    const name = words[0]?.text ?? '';
    const option = options[name];
    if (option !== undefined) {
        const word = words.slice(option.from).find((w) => !option.known.some((known) => known.test(w.text)) && !isTemplate(w.text));
        if (word !== undefined)
            return { word, says: `invalid parameter "${word.text}"` };
    }
    const definitions = (0,_directives_js__WEBPACK_IMPORTED_MODULE_0__/* .directivesNamed */ .UX)(name);
    const [first] = definitions;
    if (first === undefined || definitions.some((d) => d.kind !== 'some-of'))
        return null;
    const known = new Set(definitions.flatMap((d) => d.values.map((v) => v.toLowerCase())));
    const word = words.slice(1).find((w) => !known.has(w.text.toLowerCase()) && !isTemplate(w.text));
    return word === undefined ? null : { word, says: `invalid value "${word.text}"` };
}
/** A placeholder of a template that nobody has filled in: what will stand there isn't known. */
function isTemplate(text) {
    return /\$\{|\{\{|<%|%\w+%|@\w+@|__\w+__/.test(text);
}


/***/ }),

/***/ 959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o4: () => (/* binding */ parseConfig)
});

// UNUSED EXPORTS: ConfigNode, LocatedParser

// EXTERNAL MODULE: ./node_modules/nginx-conf/dist/src/parser.js
var parser = __webpack_require__(2228);
// EXTERNAL MODULE: ./lib/core/source.js
var source = __webpack_require__(7718);
;// CONCATENATED MODULE: ./lib/nginx/balance.js

/** Blocks that never stand in certain others. */
const neverIn = {
    server: new Set(['server', 'location', 'events', 'if', 'limit_except', 'types', 'map']),
    upstream: new Set(['server', 'location', 'upstream', 'events', 'if', 'limit_except', 'map']),
    map: new Set(['server', 'location', 'upstream', 'events', 'if']),
    http: new Set(['http', 'server', 'location', 'upstream', 'events', 'stream']),
    events: new Set(['http', 'server', 'location', 'upstream', 'events', 'stream']),
    stream: new Set(['http', 'server', 'location', 'upstream', 'events', 'stream']),
    location: new Set(['upstream', 'if', 'limit_except', 'events', 'map']),
};
/**
 * Finds the brace that most likely is wrong in a file whose braces don't balance: by the indentation, as people and
 * formatters indent by what they mean, else by blocks that stand where they never can.
 * @param blocks in the order in which they were closed, those that stayed open last
 * @param missing whether a `}` is missing; else one is too many
 */
function findImbalance(text, blocks, missing) {
    const layout = new Layout(text);
    return missing ? (unclosedByLayout(layout, blocks) ?? unclosedByNesting(blocks)) : surplusByLayout(layout, blocks);
}
function unclosedByLayout(layout, blocks) {
    for (const block of blocks) {
        const own = layout.indent(block.start);
        if (own === null)
            continue;
        const first = block.children[0];
        const indented = first !== undefined && (layout.indent(first.start) ?? 0) > own;
        const next = !indented ? undefined : block.children.find((child) => (layout.indent(child.start) ?? own + 1) <= own);
        const closing = block.closer === null ? null : layout.indent(block.closer);
        if (closing === null || closing >= own) {
            // Closed at its own depth, or at the end of a line: what stands in it may be badly indented, but is in it.
            if (block.closer !== null || next === undefined || block.parent === null)
                continue;
        }
        const at = next?.start ?? block.closer;
        if (at !== null && at !== undefined)
            return { kind: 'close', start: block.start, at };
    }
    return null;
}
function unclosedByNesting(blocks) {
    for (const block of blocks) {
        const misplaced = block.children.find((child) => neverIn[child.name]?.has(block.name) === true);
        if (misplaced !== undefined)
            return { kind: 'close', start: block.start, at: misplaced.start };
    }
    return null;
}
function surplusByLayout(layout, blocks) {
    for (const block of blocks) {
        if (block.closer === null)
            continue;
        const own = layout.indent(block.start);
        const closing = layout.indent(block.closer);
        if (own !== null && closing !== null && closing > own)
            return { kind: 'skip', at: block.closer };
    }
    return null;
}
/** How far lines are indented. */
class Layout {
    #source;
    constructor(text) {
        this.#source = new source/* Source */.k('', text);
    }
    /** The number of blanks in front of an offset, when nothing else stands there; else null. */
    indent(offset) {
        const { column } = this.#source.position(offset);
        const start = offset - column + 1;
        for (let at = start; at < offset; at++) {
            const c = this.#source.text[at];
            if (c !== ' ' && c !== '\t')
                return null;
        }
        return column - 1;
    }
}

;// CONCATENATED MODULE: ./lib/nginx/lexer.js
/** nginx reads through a window of this many bytes: a word or comment that doesn't fit is an error. */
const lexer_window = 4096;
const tab = 9;
const lf = 10;
const cr = 13;
const space = 32;
const doubleQuote = 34;
const hash = 35;
const dollar = 36;
const singleQuote = 39;
const closingParenthesis = 41;
const semicolon = 59;
const backslash = 92;
const opening = 123;
const closing = 125;
/** The rest of a regular expression's `{2}`, `{2,}` or `{2,3}`. */
const quantifier = /^\{\d{1,4}(,\d{0,4})?\}/;
/**
 * Splits a configuration into statements exactly as nginx does (`ngx_conf_read_token`), with offsets.
 * It goes on behind a fault; what it returns then is a guess at what was meant.
 */
class Lexer {
    text;
    faults = [];
    #at = 0;
    #faulty = false;
    constructor(text) {
        this.text = text;
    }
    /** The next statement. At the end of the file it answers `eof`, again and again. */
    next() {
        const words = [];
        this.#faulty = false;
        for (;;) {
            this.#skipBlanks();
            const at = this.#at;
            if (at >= this.text.length)
                return this.#statement(words, 'eof', at);
            const code = this.text.charCodeAt(at);
            if (code === semicolon || code === opening || code === closing) {
                this.#at = at + 1;
                return this.#statement(words, code === semicolon ? ';' : code === opening ? '{' : '}', at);
            }
            if (code === doubleQuote || code === singleQuote) {
                const given = this.#quoted(code, words);
                if (given)
                    return this.#statement(words, ';', this.#at);
            }
            else
                words.push(this.#bare());
        }
    }
    /**
     * Skips the raw body of a `*_by_lua_block`, whose `{` was just read, up to and with the `}` that balances it.
     * @returns the offset of that `}`, or null when the file ends before it
     */
    skipLua() {
        const { text } = this;
        let depth = 1;
        let at = this.#at;
        while (at < text.length) {
            const code = text.charCodeAt(at);
            if (code === opening)
                depth++;
            else if (code === closing && --depth === 0) {
                this.#at = at + 1;
                return at;
            }
            at = afterLuaToken(text, at);
        }
        this.#at = text.length;
        return null;
    }
    /** Goes back to an offset, to read the rest of the text from there. */
    rewind(offset) {
        this.#at = offset;
    }
    #statement(words, terminator, at) {
        return { words, terminator, at, faulty: this.#faulty };
    }
    #fault(fault) {
        this.faults.push(fault);
        this.#faulty = true;
    }
    #skipBlanks() {
        const { text } = this;
        for (;;) {
            const code = text.charCodeAt(this.#at);
            if (isBlank(code))
                this.#at++;
            else if (code === hash)
                this.#skipComment();
            else
                return;
        }
    }
    #skipComment() {
        const start = this.#at;
        const found = this.text.indexOf('\n', start);
        const end = found === -1 ? this.text.length : found;
        this.#at = end;
        if (exceeds(this.text, start, end, lexer_window - 1) && !endsWithin(this.text, start)) {
            this.faults.push({
                message: `This comment is longer than the ${lexer_window - 1} bytes that nginx can read in one piece.`,
                fix: 'Break the comment into several lines.',
                start,
                end: Math.min(end, start + 10),
                says: `too long parameter "${firstBytes(this.text, start)}..." started`,
                stumblesAt: start,
            });
        }
    }
    #bare() {
        const { text } = this;
        const start = this.#at;
        let variable = false;
        let escaped = false;
        let at = start;
        for (; at < text.length; at++) {
            const code = text.charCodeAt(at);
            if (code === backslash) {
                escaped = true;
                variable = false;
                at++;
            }
            else if (code === dollar)
                variable = true;
            else if (code === opening && variable)
                continue;
            else if (code === opening && at > start && quantifier.test(text.slice(at, at + 12)))
                this.#unquotedQuantifier(start, at);
            else if (isBlank(code) || code === semicolon || code === opening)
                break;
            else
                variable = false;
        }
        const end = Math.min(at, text.length);
        this.#at = end;
        this.#checkWindow(start, end);
        const raw = text.slice(start, end);
        return { text: escaped ? decode(raw) : raw, start, end, quoted: false };
    }
    /** nginx would open a block here and stumble later; what was meant is clear, so read on as if there were quotes. */
    #unquotedQuantifier(start, at) {
        this.#fault({
            message: `nginx takes the "{" in ${this.text.slice(start, at).slice(-40)}{ for the start of a block.`,
            fix: 'Put the regular expression into quotes.',
            start,
            end: at + 1,
            says: 'unexpected "{"',
            stumblesAt: at,
        });
    }
    /** @returns true when the quote was never closed on its line, so that the statement was ended there */
    #quoted(quote, words) {
        const { text } = this;
        const start = this.#at;
        let escaped = false;
        let at = start + 1;
        for (; at < text.length; at++) {
            const code = text.charCodeAt(at);
            if (code === backslash) {
                escaped = true;
                at++;
            }
            else if (code === quote)
                break;
        }
        const closed = at < text.length;
        const end = closed ? at + 1 : text.length;
        const unterminated = `too long parameter, probably missing terminating "${String.fromCharCode(quote)}" character`;
        if (!closed) {
            if (exceeds(text, start + 1, end, lexer_window))
                return this.#unclosedQuote(start, words, unterminated, start);
            return this.#unclosedQuote(start, words, 'unexpected end of file, expecting ";" or "}"', text.length);
        }
        const raw = text.slice(start + 1, at);
        if (exceeds(text, start + 1, at, lexer_window - 2) && raw.includes('\n')) {
            return this.#unclosedQuote(start, words, unterminated, start);
        }
        const follows = text.charCodeAt(end);
        if (end < text.length && !isBlank(follows) && follows !== semicolon && follows !== opening && follows !== closingParenthesis) {
            const says = `unexpected "${text[end]}"`;
            if (raw.includes('\n'))
                return this.#unclosedQuote(start, words, says, end);
            this.#fault({
                message: `Behind the closing quote of ${text.slice(start, Math.min(end, start + 40))} stands "${text[end]}", where nginx expects a blank or ";".`,
                fix: 'Put the whole word into one pair of quotes, or a blank behind the quote.',
                start: end,
                end: end + 1,
                says,
                stumblesAt: end,
            });
        }
        this.#at = end;
        this.#checkWindow(start + 1, end);
        words.push({ text: escaped ? decode(raw) : raw, start, end, quoted: true });
        return false;
    }
    #unclosedQuote(start, words, says, stumblesAt) {
        const { text } = this;
        const lineEnd = text.indexOf('\n', start);
        const stop = lineEnd === -1 ? text.length : lineEnd;
        let end = stop;
        while (end > start + 1 && (isBlank(text.charCodeAt(end - 1)) || text.charCodeAt(end - 1) === semicolon))
            end--;
        this.#fault({
            message: `The quote ${text[start]} that opens here is never closed.`,
            fix: `Close the quote with ${text[start]} on this line.`,
            start,
            end,
            says,
            stumblesAt,
        });
        words.push({ text: text.slice(start + 1, end), start, end, quoted: true });
        this.#at = stop;
        return true;
    }
    /** A bare word, and what nginx must read behind it, has to fit into its window. `start` lies behind an opening quote. */
    #checkWindow(start, end) {
        const { text } = this;
        if (end >= text.length || (end - start) * 3 < lexer_window)
            return;
        const last = isBlank(text.charCodeAt(end)) && end + 1 < text.length ? lexer_window - 2 : lexer_window - 1;
        if (!exceeds(text, start, end, last))
            return;
        this.#fault({
            message: `This word is longer than the ${lexer_window - 1} bytes that nginx can read in one piece.`,
            fix: null,
            start,
            end,
            says: `too long parameter "${firstBytes(text, start)}..." started`,
            stumblesAt: start,
        });
    }
}
/** Blanks are these four only; a byte order mark or a no-break space is part of a word. */
function isBlank(code) {
    return code === space || code === lf || code === tab || code === cr;
}
function exceeds(text, start, end, limit) {
    if ((end - start) * 3 <= limit)
        return false;
    return end - start > limit || Buffer.byteLength(text.slice(start, end)) > limit;
}
/** nginx complains about a long comment only when the file goes on behind its window. */
function endsWithin(text, start) {
    return !exceeds(text, start, text.length, lexer_window);
}
function firstBytes(text, start) {
    return Buffer.from(text.slice(start, start + 10))
        .subarray(0, 10)
        .toString();
}
/** Quotes and backslashes lose their backslash, `\t` `\r` `\n` become control characters, every other backslash stays. */
function decode(raw) {
    return raw.replace(/\\(["'\\trn])/g, (_, c) => (c === 't' ? '\t' : c === 'r' ? '\r' : c === 'n' ? '\n' : c));
}
/** The offset behind the Lua token at `at`: a comment, a string, a long bracket, or one character. */
function afterLuaToken(text, at) {
    const c = text[at];
    if (c === '-' && text[at + 1] === '-') {
        const long = longBracket(text, at + 2);
        if (long !== null)
            return long;
        const lineEnd = text.indexOf('\n', at);
        return lineEnd === -1 ? text.length : lineEnd;
    }
    if (c === '[')
        return longBracket(text, at) ?? at + 1;
    if (c === '"' || c === "'")
        return luaString(text, at, c) ?? at + 1;
    return at + 1;
}
/** The offset behind a long bracket `[==[ … ]==]` that opens at `at`; null when none does; the text's length when it is unclosed. */
function longBracket(text, at) {
    if (text[at] !== '[')
        return null;
    let level = at + 1;
    while (text[level] === '=')
        level++;
    if (text[level] !== '[')
        return null;
    const close = `]${'='.repeat(level - at - 1)}]`;
    const found = text.indexOf(close, level + 1);
    return found === -1 ? text.length : found + close.length;
}
/** The offset behind a string that closes on its own line, else null. */
function luaString(text, at, quote) {
    for (let i = at + 1; i < text.length; i++) {
        const c = text[i];
        if (c === quote)
            return i + 1;
        if (c === '\\')
            i++;
        else if (c === '\n')
            return null;
    }
    return null;
}

// EXTERNAL MODULE: ./lib/nginx/parameters.js
var parameters = __webpack_require__(5158);
// EXTERNAL MODULE: ./lib/nginx/directives.js + 1 modules
var directives = __webpack_require__(2373);
;// CONCATENATED MODULE: ./lib/nginx/slips.js


/** A directive has fewer words than this before the next one can begin. */
const mostWords = 200;
/**
 * Looks for the place where a statement that nginx would refuse falls into two that it would take:
 * in front of a word that begins its line and is a directive's name.
 * @returns null when the words are fine, or when no such place is there
 */
function splitStatement(text, words, terminator) {
    const name = words[0]?.text ?? '';
    if ((0,directives/* directivesNamed */.UX)(name).length === 0)
        return null;
    const says = refusal(words, terminator);
    if (says === null)
        return null;
    for (let k = 1; k < Math.min(words.length, mostWords); k++) {
        const word = words[k];
        if (word.quoted || (0,directives/* directivesNamed */.UX)(word.text).length === 0 || !beginsLine(text, word.start))
            continue;
        const head = words.slice(0, k);
        const slip = { head, tail: words.slice(k), says };
        if ((0,directives/* alwaysOpensBlock */.mx)(name))
            return (0,directives/* directivesNamed */.UX)(name).some((d) => (0,directives/* takes */.ny)(d.counts, k - 1)) ? { ...slip, missing: '{' } : null;
        if ((0,directives/* accepts */.G3)(head, ';') && (0,parameters/* wrongParameter */.Z)(head) === null)
            return { ...slip, missing: ';' };
    }
    return null;
}
/** What nginx says about a statement, as far as it is wrong by its own words; null when they are fine. */
function refusal(words, terminator) {
    const name = words[0]?.text ?? '';
    if ((0,directives/* accepts */.G3)(words, terminator)) {
        const wrong = terminator === ';' ? (0,parameters/* wrongParameter */.Z)(words) : null;
        return wrong === null ? null : wrong.says;
    }
    const definitions = (0,directives/* directivesNamed */.UX)(name);
    if (terminator === '{' && definitions.every((d) => !d.block))
        return `directive "${name}" is not terminated by ";"`;
    if (terminator === ';' && definitions.every((d) => d.block))
        return `directive "${name}" has no opening "{"`;
    return `invalid number of arguments in "${name}" directive`;
}
function beginsLine(text, offset) {
    for (let at = offset - 1; at >= 0; at--) {
        const c = text[at];
        if (c === '\n')
            return true;
        if (c !== ' ' && c !== '\t' && c !== '\r')
            return false;
    }
    return true;
}

;// CONCATENATED MODULE: ./lib/nginx/parser.js





/** Blocks whose body is data (`$value result;`) and not directives. */
const dataBlocks = new Set(['types', 'geo', 'map', 'split_clients', 'charset_map']);
/** One directive with its spans, in nginx-conf's tree. */
class ConfigNode extends parser.NginxParseTreeNode {
    file;
    word;
    args;
    /** Offset behind the terminator: `;`, or the `}` that closes the block. */
    end;
    /** The directives of a block, or those that an `include` brought in; null for a simple directive and for blocks that hold data. */
    block;
    /** The lines of a block that holds data (`map`, `geo`, `types` …), each as a node whose name is its first word; else null. */
    data = null;
    /** Offset of the `{`; null for a simple directive. */
    opener = null;
    /** Something was reported about its words while reading: they are no longer worth a check. */
    faulty = false;
    constructor(file, word, args, end, block, parent) {
        super(word.text, args.map((a) => a.text).join(' '), parent, block);
        this.file = file;
        this.word = word;
        this.args = args;
        this.end = end;
        this.block = block;
        this.isBlock = block !== null;
    }
    /** The repository span of the directive's name; null in a file of the image itself. */
    get at() {
        return this.file.locate(this.word.start, this.word.end);
    }
}
/** More statements than this are not taken out of one that has run together. */
const mostSlips = 50;
/** More braces than this are not put right in one file. */
const mostCorrections = 5;
/**
 * Reads one file into located nodes, by nginx's own rules and not by those of nginx-conf's lexer.
 * It reports every fault and goes on; it never throws and keeps its own stack, so depth costs memory only.
 */
class LocatedParser extends parser.NginxParser {
    problems = [];
    #file;
    #data;
    #lexer = new Lexer('');
    #open = [];
    #closed = [];
    #corrections = [];
    /** @param data whether the file is included into a block that holds data */
    constructor(file, data = false, options) {
        super(options);
        this.#file = file;
        this.#data = data;
    }
    /** Answers a root node (empty name) whose `block` holds the file's directives; the error is the first of `problems`. */
    parse(source, callback) {
        const nodes = this.#read(source);
        const root = new ConfigNode(this.#file, { text: '', start: 0, end: 0, quoted: false }, [], source.length, nodes, null);
        for (const node of nodes)
            node.parent = root;
        const [first] = this.problems;
        callback?.(first === undefined ? null : new Error(first.nginxSays ?? first.message), root);
    }
    /** Reads the file, and again as long as a brace that is wrong can be put right. */
    #read(source) {
        this.#corrections = [];
        for (;;) {
            const surplus = this.#readOnce(source);
            if (this.#corrections.length === mostCorrections || (surplus === null && this.#open.length === 1))
                break;
            const stillOpen = this.#open.slice(1).map((b) => b.record);
            const correction = findImbalance(source, [...this.#closed, ...stillOpen.reverse()], surplus === null);
            if (correction === null || this.#corrections.some((c) => c.at === correction.at))
                break;
            this.#corrections.push(correction);
        }
        this.#closeAll();
        for (const fault of this.#lexer.faults)
            this.#report(fault.message, fault.fix, fault.start, fault.end, fault.says, fault.stumblesAt);
        this.problems.sort((a, b) => a.start - b.start);
        return this.#top.nodes;
    }
    /** @returns the offset of the first `}` that closes nothing, if any */
    #readOnce(source) {
        const record = { name: '', start: 0, parent: null, closer: null, children: [] };
        this.#lexer = new Lexer(source);
        this.#open = [{ words: [], opener: 0, nodes: [], data: this.#data, faulty: false, record }];
        this.#closed = [];
        this.problems.length = 0;
        let surplus = null;
        for (;;) {
            const statement = this.#lexer.next();
            this.#closeEarly(statement.words[0]?.start ?? statement.at);
            if (statement.terminator === ';')
                this.#simple(statement);
            else if (statement.terminator === '{')
                this.#openBlock(statement);
            else if (statement.terminator === '}')
                surplus = this.#closeBlock(statement) ?? surplus;
            else {
                if (statement.words.length > 0)
                    this.#missingSemicolon(statement, 'unexpected end of file, expecting ";" or "}"');
                return surplus;
            }
        }
    }
    /** Closes the blocks that were found to be unclosed and end before this statement or brace. */
    #closeEarly(at) {
        for (const correction of this.#corrections) {
            if (correction.kind !== 'close' || correction.at !== at)
                continue;
            while (this.#open.some((b, i) => i > 0 && b.record.start === correction.start)) {
                const { words, opener, record } = this.#top;
                if (record.start === correction.start)
                    this.#unclosed(words, opener);
                this.#close(at, null);
            }
        }
    }
    get #top() {
        return this.#open[this.#open.length - 1];
    }
    #simple({ words, at, faulty }) {
        if (words.length === 0) {
            this.#report('This ";" ends nothing.', 'Remove it.', at, at + 1, 'unexpected ";"', at);
            return;
        }
        const rest = this.#split(words, ';', at, faulty);
        this.#add(rest, Math.min(at + 1, this.#lexer.text.length), faulty);
    }
    #openBlock({ words: all, at, faulty }) {
        if (all.length === 0)
            this.#report('This "{" has no directive in front of it.', 'Remove it, or name the block.', at, at + 1, 'unexpected "{"', at);
        const words = this.#split(all, '{', at, faulty);
        const [name] = words;
        if (name !== undefined && /_by_lua_block$/.test(name.text)) {
            this.#luaBlock(words, at, faulty);
            return;
        }
        const holder = this.#top;
        if (holder.data && words.length > 0) {
            this.#report('A "{" can\'t stand here; a regular expression that holds one needs quotes.', 'Put the word into quotes.', at, at + 1, 'unexpected "{"', at);
        }
        this.#push(words, at, holder.data || (name !== undefined && dataBlocks.has(name.text)), faulty);
    }
    #push(words, opener, data, faulty) {
        const parent = this.#top.record;
        const record = { name: words[0]?.text ?? '', start: words[0]?.start ?? opener, parent, closer: null, children: [] };
        parent.children.push(record);
        this.#open.push({ words, opener, nodes: [], data, faulty, record });
    }
    /**
     * Takes apart what a missing semicolon or brace has run together.
     * @returns the words that the terminator belongs to
     */
    #split(words, terminator, at, faulty) {
        if (faulty || this.#top.data || words.length < 2)
            return words;
        let rest = words;
        let slips = 0;
        for (let slip = splitStatement(this.#lexer.text, rest, terminator); slip !== null; slip = splitStatement(this.#lexer.text, rest, terminator)) {
            const { head, tail, missing, says } = slip;
            const [name, last] = [head[0], head[head.length - 1]];
            this.#report(`The "${missing}" behind "${shorten(last.text)}" is missing.`, `Write a "${missing}" behind "${shorten(last.text)}".`, name.start, last.end, says, at);
            if (missing === ';')
                this.#add(head, last.end, true);
            else
                this.#push(head, last.end, dataBlocks.has(name.text), true);
            rest = tail;
            if (this.#top.data || ++slips === mostSlips)
                break;
        }
        return rest;
    }
    #luaBlock(words, at, faulty) {
        const closer = this.#lexer.skipLua();
        if (closer === null)
            this.#unclosed(words, at);
        const node = this.#add(words, closer === null ? this.#lexer.text.length : closer + 1, faulty);
        node.opener = at;
        node.isVerbatim = true;
    }
    /** @returns the offset of the brace when it closes nothing */
    #closeBlock(statement) {
        const { at } = statement;
        if (statement.words.length > 0) {
            this.#missingSemicolon(statement, 'unexpected "}"');
            this.#closeEarly(at);
        }
        const skipped = this.#corrections.some((c) => c.kind === 'skip' && c.at === at);
        if (skipped || this.#open.length === 1) {
            const message = skipped
                ? 'This "}" is one too many: it closes the block around it.'
                : 'This "}" closes nothing: every block is closed already.';
            this.#report(message, 'Remove it.', at, at + 1, 'unexpected "}"', at);
            return skipped ? null : at;
        }
        this.#close(at + 1, at);
        return null;
    }
    /** At the end of the file: one finding for all blocks that are still open, at the innermost. */
    #closeAll() {
        const last = this.#top;
        if (this.#open.length > 1)
            this.#unclosed(last.words, last.opener);
        while (this.#open.length > 1)
            this.#close(this.#lexer.text.length, null);
    }
    /** Ends a directive that runs into a `}` or the end of the file. */
    #missingSemicolon({ words: all, at, faulty }, says) {
        const words = this.#split(all, ';', at, faulty);
        const [name] = words;
        const last = words[words.length - 1];
        if (!faulty && !(0,parameters/* isTemplate */.F)(name.text)) {
            this.#report(`The ";" behind "${shorten(last.text)}" is missing.`, `Write a ";" behind "${shorten(last.text)}".`, name.start, last.end, says, at);
        }
        this.#add(words, last.end, true);
    }
    #unclosed(words, opener) {
        const name = words[0];
        this.#report(name === undefined ? 'This block is never closed.' : `The block "${shorten(words.map((w) => w.text).join(' '))}" is never closed.`, 'Write the missing "}".', name?.start ?? opener, opener + 1, 'unexpected end of file, expecting "}"', this.#lexer.text.length);
    }
    #add(words, end, faulty) {
        const node = new ConfigNode(this.#file, words[0], words.slice(1), end, null, null);
        node.faulty = faulty;
        this.#top.nodes.push(node);
        this.#top.record.children.push({ name: node.name, start: node.word.start });
        return node;
    }
    #close(end, closer) {
        const { words, opener, nodes, data, faulty, record } = this.#open.pop();
        record.closer = closer;
        this.#closed.push(record);
        const [name] = words;
        if (name === undefined) {
            for (const node of nodes)
                this.#top.nodes.push(node);
            return;
        }
        const node = new ConfigNode(this.#file, name, words.slice(1), end, data ? null : nodes, null);
        if (data) {
            node.data = nodes;
            node.isBlock = true;
        }
        node.opener = opener;
        node.faulty = faulty;
        for (const child of nodes)
            child.parent = node;
        this.#top.nodes.push(node);
    }
    #report(message, fix, start, end, nginxSays, stumblesAt) {
        this.problems.push({ check: 'syntax', message, fix, file: this.#file, start, end, nginxSays, stumblesAt });
    }
}
function shorten(text) {
    const line = text.replace(/\s+/g, ' ');
    return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}
/**
 * Reads one file.
 * @param data whether the file is included into a block that holds data (`map`, `geo`, `types` …)
 */
function parseConfig(file, data = false) {
    const parser = new LocatedParser(file, data);
    let nodes = [];
    parser.parse(file.text, (_, root) => {
        nodes = root?.block ?? [];
    });
    for (const node of nodes)
        node.parent = null;
    return { nodes, problems: parser.problems };
}


/***/ }),

/***/ 4287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Mc: () => (/* binding */ entriesOf),
  dW: () => (/* binding */ loadNginxConfig),
  Pe: () => (/* binding */ setting)
});

// UNUSED EXPORTS: readRoutes

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/nginx/include.js + 1 modules
var include = __webpack_require__(1606);
// EXTERNAL MODULE: ./lib/nginx/listen.js
var nginx_listen = __webpack_require__(3269);
// EXTERNAL MODULE: ./lib/core/source.js
var source = __webpack_require__(7718);
;// CONCATENATED MODULE: ./lib/nginx/located-text.js

/** Stands for a variable whose value nobody knows. */
const unknownValue = '\u0000';
/** Stands for a variable that begins with a slash or a question mark, such as `$request_uri`: nothing in it belongs to the host. */
const unknownPath = '\u0001';
/** A text put together from words of the configuration, which knows where each character stands. */
class LocatedText {
    text;
    #pieces;
    constructor(text, pieces) {
        this.text = text;
        this.#pieces = pieces;
    }
    static empty = new LocatedText('', []);
    /** Appends `text`, which stands in `word` at offset `index` of its decoded text. */
    plus(text, node, word, index) {
        const joined = this.text + text;
        return new LocatedText(joined, [...this.#pieces, { end: joined.length, node, word, from: offsetIn(word, index) }]);
    }
    concat(other) {
        const shift = this.text.length;
        return new LocatedText(this.text + other.text, [...this.#pieces, ...other.#pieces.map((p) => ({ ...p, end: p.end + shift }))]);
    }
    /** The node and word that hold the character at `index`. */
    holder(index) {
        return this.#pieces.find((p) => p.end > index) ?? this.#pieces[this.#pieces.length - 1];
    }
    /** The repository span of a part of the text, where it stands literally and in one piece. */
    span(start, end) {
        const found = this.#inFile(start, end);
        if (found === null || found.file.isWritten?.(found.start, found.end) === false)
            return null;
        return found.file.locate(found.start, found.end);
    }
    /** The variable of a template whose value a part of the text is; null where it is anything else. */
    variableAt(start, end) {
        const found = this.#inFile(start, end);
        return found?.file.variableAt?.(found.start, found.end) ?? null;
    }
    /** Where a part of the text stands in one file, as offsets; null where it is in several pieces or not known. */
    #inFile(start, end) {
        let begin = 0;
        for (const piece of this.#pieces) {
            if (start >= begin && start < piece.end) {
                if (piece.from === null || end > piece.end)
                    return null;
                const offset = piece.from + start - begin;
                return { file: piece.node.file, start: offset, end: offset + end - start };
            }
            begin = piece.end;
        }
        return null;
    }
}
function offsetIn(word, index) {
    const raw = word.end - word.start - (word.quoted ? 2 : 0);
    return raw === word.text.length ? word.start + (word.quoted ? 1 : 0) + index : null;
}
/** Where a word stands; in a file of the image itself with that file's absolute path. */
function placeOf(node, word) {
    return node.file.locate(word.start, word.end) ?? new source/* Source */.k(node.file.path, node.file.text).locate(word.start, word.end);
}

;// CONCATENATED MODULE: ./lib/nginx/target.js

const schemes = {
    proxy_pass: { pattern: /^(https?):\/\//i, protocols: { http: 'http', https: 'https' }, bare: 'http' },
    grpc_pass: { pattern: /^(grpcs?):\/\//i, protocols: { grpc: 'grpc', grpcs: 'grpcs' }, bare: 'grpc' },
    uwsgi_pass: { pattern: /^(s?uwsgi):\/\//i, protocols: { uwsgi: 'uwsgi', suwsgi: 'suwsgi' }, bare: 'uwsgi' },
    fastcgi_pass: { pattern: /^(fastcgi):\/\//i, protocols: { fastcgi: 'fastcgi' }, bare: 'fastcgi' },
    scgi_pass: { pattern: /^(scgi):\/\//i, protocols: { scgi: 'scgi' }, bare: 'scgi' },
    memcached_pass: { pattern: /^(memcached):\/\//i, protocols: { memcached: 'memcached' }, bare: 'memcached' },
};
const defaultPorts = { http: 80, https: 443, grpc: 80, grpcs: 443 };
/** nginx's default port for a target of this protocol; null where it demands one. */
function defaultPort(protocol) {
    return defaultPorts[protocol] ?? null;
}
/**
 * Takes a target apart.
 * @param directive the `*_pass` directive's name
 * @param stream the protocol in `stream`, where there are no schemes
 */
function readTarget(directive, located, stream) {
    const { text } = located;
    const scheme = stream === null ? schemes[directive] : undefined;
    const match = scheme?.pattern.exec(text);
    const protocol = stream ?? scheme?.protocols[match?.[1]?.toLowerCase() ?? ''] ?? scheme?.bare ?? 'http';
    return readAddress(text, match?.[0].length ?? 0, protocol, defaultPort(protocol), stream === null);
}
/**
 * Reads `host`, `host:port`, `[ipv6]:port` or `unix:path` from an offset on.
 * @param port the port when none is written
 * @param uri whether a URI may follow (behind a socket's path too)
 */
function readAddress(text, from, protocol, port, uri) {
    const rest = text.slice(from);
    if (/^unix:/i.test(rest))
        return readSocket(text, from + 5, protocol, uri);
    const host = /^\[[^\]]*\]|^[^:/?]*/.exec(rest)?.[0] ?? '';
    const path = host.indexOf(unknownPath);
    const name = path === -1 ? host : host.slice(0, path);
    const unknown = { protocol, host: null, port: null, portWritten: false, socket: null, hostSpan: null, portSpan: null };
    const hostEnd = from + name.length;
    const behind = path === -1 ? text.slice(hostEnd) : '';
    const written = /^:(\d+)(?![\w.-])/.exec(behind);
    const number = written === null ? null : Number(written[1]);
    const portSpan = written === null ? null : [hostEnd + 1, hostEnd + written[0].length];
    if (name === '' || name.includes(unknownValue))
        return { ...unknown, port: number, portWritten: written !== null, portSpan };
    const known = { ...unknown, host: name.replace(/^\[|\]$/g, '').toLowerCase(), hostSpan: [from, hostEnd] };
    if (written !== null)
        return { ...known, port: number, portWritten: true, portSpan };
    return behind.startsWith(':') ? known : { ...known, port };
}
function readSocket(text, from, protocol, uri) {
    const colon = uri ? text.indexOf(':', from) : -1;
    const end = colon === -1 ? text.length : colon;
    const socket = text.slice(from, end);
    const known = !socket.includes(unknownValue) && !socket.includes(unknownPath) && socket !== '';
    return {
        protocol,
        host: null,
        port: null,
        portWritten: false,
        socket: known ? socket : null,
        hostSpan: known ? [from, end] : null,
        portSpan: null,
    };
}

;// CONCATENATED MODULE: ./lib/nginx/upstreams.js



/** Reads an `upstream` block. Its peers speak http or tcp until a route says otherwise; a peer's default port is 80 whatever the scheme. */
function readUpstream(directive, context) {
    const name = directive.args[0]?.text ?? '';
    const nodes = [...(0,include/* directivesIn */.WS)(directive.block)];
    if (nodes.some((n) => n.name.startsWith('balancer_by_lua')))
        return { context, name, directive, peers: [chosenByLua(directive, name)] };
    const peers = nodes.filter((n) => n.name === 'server').flatMap((n) => readPeer(n, context, name) ?? []);
    return { context, name, directive, peers };
}
function readPeer(node, context, upstream) {
    const [address, ...options] = node.args;
    if (address === undefined)
        return null;
    const located = LocatedText.empty.plus(address.text, node, address, 0);
    const protocol = context === 'http' ? 'http' : 'tcp';
    const flags = new Set(options.map((o) => o.text.split('=', 1)[0]));
    const target = readAddress(address.text, 0, protocol, context === 'http' && !flags.has('service') ? 80 : null, false);
    return {
        host: target.host,
        port: target.port,
        portWritten: target.portWritten,
        socket: target.socket,
        protocol,
        at: placeOf(node, address),
        hostAt: target.hostSpan && located.span(...target.hostSpan),
        portAt: target.portSpan && located.span(...target.portSpan),
        hostVariable: target.hostSpan && located.variableAt(...target.hostSpan),
        portVariable: target.portSpan && located.variableAt(...target.portSpan),
        upstream,
        resolved: flags.has('resolve') ? 'runtime' : 'start',
        written: address.text,
        down: flags.has('down'),
        backup: flags.has('backup'),
    };
}
/** The peers of an upstream with `balancer_by_lua` are placeholders: Lua chooses the address. */
function chosenByLua(directive, upstream) {
    return {
        host: null,
        port: null,
        portWritten: false,
        socket: null,
        protocol: 'http',
        at: placeOf(directive, directive.args[0] ?? directive.word),
        hostAt: null,
        portAt: null,
        hostVariable: null,
        portVariable: null,
        upstream,
        resolved: 'runtime',
        written: upstream,
        down: false,
        backup: false,
    };
}

// EXTERNAL MODULE: ./lib/nginx/complaint.js
var nginx_complaint = __webpack_require__(6081);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: ./lib/nginx/parameters.js
var parameters = __webpack_require__(5158);
;// CONCATENATED MODULE: ./lib/nginx/address-rules.js


/**
 * What nginx's own reading of an address refuses (`ngx_parse_url`), without resolving names.
 * @param text the address, without scheme
 * @param where what nginx calls it: `in upstream`, or `of the "listen" directive` behind the quoted text
 */
function checkAddress(word, text, form) {
    if ((0,parameters/* isTemplate */.F)(text))
        return null;
    const fault = addressFault(text, form);
    if (fault === null)
        return null;
    const says = form.listen ? `${fault} in "${text}" of the "listen" directive` : `${fault} in upstream "${text}"`;
    return (0,nginx_complaint/* wrong */.Qm)(says, `nginx can't read the address "${text}": ${fault}.`, fault === 'no port' ? `Write the port: ${text}:PORT.` : null, word);
}
function addressFault(text, form) {
    if (/^unix:/i.test(text))
        return socketFault(text.slice(5), form);
    if (text.startsWith('['))
        return inet6Fault(text, form);
    const path = text.search(/[/?]/);
    if (path >= 0 && !form.uri)
        return 'invalid host';
    const authority = path < 0 ? text : text.slice(0, path);
    const colon = authority.indexOf(':');
    if (colon < 0) {
        if (form.listen && /^\d+(-\d+)?$/.test(authority))
            return portFault(authority);
        if (authority === '')
            return 'no host';
        return form.defaultPort ? null : 'no port';
    }
    const port = authority.slice(colon + 1);
    if (form.listen ? !/^\d+(-\d+)?$/.test(port) : !/^\d+$/.test(port))
        return 'invalid port';
    return portFault(port) ?? (colon === 0 ? 'no host' : null);
}
function inet6Fault(text, form) {
    const match = /^\[([^\]]*)\](?::([^/?]*))?(.*)$/s.exec(text);
    if (match === null)
        return 'invalid host';
    const [, address = '', port, rest = ''] = match;
    if (rest !== '' && (!form.uri || !/^[/?]/.test(rest)))
        return /^[/?]/.test(rest) ? 'invalid host' : 'invalid port';
    if (port === undefined && !form.defaultPort && !form.listen)
        return 'no port';
    if (port !== undefined) {
        if (form.listen ? !/^\d+(-\d+)?$/.test(port) : !/^\d+$/.test(port))
            return 'invalid port';
        const fault = portFault(port);
        if (fault !== null)
            return fault;
    }
    return /^[0-9a-fA-F:.]+$/.test(address) && address.includes(':') ? null : 'invalid IPv6 address';
}
function socketFault(path, form) {
    const end = form.uri ? path.indexOf(':') : -1;
    const socket = end < 0 ? path : path.slice(0, end);
    if (socket === '')
        return 'no path in the unix domain socket';
    return Buffer.byteLength(socket) > 107 ? 'too long path in the unix domain socket' : null;
}
function portFault(text) {
    const [from = 0, to] = text.split('-').map(Number);
    if (to !== undefined && (to < 1 || to > 65535))
        return 'invalid port';
    if (from < 1 || from > 65535)
        return 'invalid port';
    return to !== undefined && from > to ? 'invalid port range' : null;
}

// EXTERNAL MODULE: ./lib/nginx/directives.js + 1 modules
var directives = __webpack_require__(2373);
;// CONCATENATED MODULE: ./lib/nginx/value-rules.js


/** Kinds of values that nginx's own setters take once in a block. */
const takenOnce = new Set(['flag', 'text', 'number', 'size', 'offset', 'milliseconds', 'seconds', 'buffers', 'one-of', 'once']);
/** What nginx's setter for this kind of value refuses. */
function checkValue(node, { kind, values, name }) {
    const [first] = node.args;
    if (first === undefined || node.args.some((a) => (0,parameters/* isTemplate */.F)(a.text)))
        return null;
    const { text } = first;
    const invalid = (what, says = `"${name}" directive invalid value`) => (0,nginx_complaint/* wrong */.Qm)(says, `${name} takes ${what}, not "${text}".`, null, first);
    switch (kind) {
        case 'flag':
            if (/^(on|off)$/i.test(text))
                return null;
            return invalid('"on" or "off"', `invalid value "${text}" in "${name}" directive, it must be "on" or "off"`);
        case 'number':
            return /^\d{1,18}$/.test(text) ? null : invalid('a number', `"${name}" directive invalid number`);
        case 'size':
            return /^\d{1,15}[kKmM]?$/.test(text) ? null : invalid('a size such as 8k or 1m');
        case 'offset':
            return /^\d{1,15}[kKmMgG]?$/.test(text) ? null : invalid('a size such as 8k, 1m or 1g');
        case 'milliseconds':
        case 'seconds':
            return isTime(text, kind === 'seconds') ? null : invalid('a time such as 30s or 5m');
        case 'buffers':
            return checkBuffers(node, name);
        case 'one-of':
            return values.length === 0 || values.includes(text.toLowerCase())
                ? null
                : invalid(`one of ${values.join(', ')}`, `invalid value "${text}"`);
        case 'some-of':
            return checkWords(node, name, values);
        default:
            return null;
    }
}
function checkBuffers(node, name) {
    const [number, size] = node.args;
    const sound = /^[1-9]\d{0,8}$/.test(number?.text ?? '') && /^\d*[1-9]\d*[kKmM]?$/.test(size?.text ?? '');
    return sound ? null : (0,nginx_complaint/* wrong */.Qm)(`"${name}" directive invalid value`, `${name} takes a number and a size, such as "8 16k".`, null, number);
}
function checkWords(node, name, values) {
    const known = new Set(values.map((v) => v.toLowerCase()));
    const word = values.length === 0 ? undefined : node.args.find((a) => !known.has(a.text.toLowerCase()));
    return word === undefined
        ? null
        : (0,nginx_complaint/* wrong */.Qm)(`invalid value "${word.text}"`, `${name} doesn't know "${word.text}"; it knows ${values.join(', ')}.`, null, word);
}
/** nginx's times: numbers with falling units, `1h 30m`; a bare number is seconds. Only times in milliseconds know `ms`, only times in seconds know years and months. */
function isTime(text, seconds) {
    const units = seconds ? ['y', 'M', 'w', 'd', 'h', 'm', 's'] : ['w', 'd', 'h', 'm', 's', 'ms'];
    let rest = text;
    let from = 0;
    let valid = false;
    while (rest !== '') {
        const part = /^(\d{1,15})(ms|[yMwdhms])? */.exec(rest);
        if (part === null)
            return false;
        valid = true;
        const unit = part[2];
        if (unit !== undefined) {
            const at = units.indexOf(unit);
            if (at < from)
                return false;
            from = at + 1;
        }
        rest = rest.slice(part[0].length);
    }
    return valid;
}

;// CONCATENATED MODULE: ./lib/nginx/directive-rules.js






/** Rules by directive; `CONTEXT NAME` goes before `NAME`. */
const rules = {
    listen: checkListen,
    'upstream server': checkPeer,
    'stream-upstream server': checkPeer,
    proxy_pass: checkProxyPass,
    'stream-server proxy_pass': checkStreamPass,
    grpc_pass: checkGrpcPass,
    fastcgi_pass: (node) => checkPlainPass(node, ''),
    scgi_pass: (node) => checkPlainPass(node, ''),
    memcached_pass: (node) => checkPlainPass(node, ''),
    uwsgi_pass: (node) => checkPlainPass(node, 's?uwsgi://'),
    location: checkLocation,
    return: checkReturn,
    'stream-server return': () => null,
    rewrite: checkRewrite,
    error_page: checkErrorPage,
    set: checkVariableName,
    auth_request_set: checkVariableName,
    add_header: (node) => checkAlways(node),
    add_trailer: (node) => checkAlways(node),
    if: checkCondition,
    worker_processes: (node) => checkNumberOr(node, 'auto'),
    worker_connections: (node) => checkNumberOr(node),
    error_log: checkErrorLog,
    limit_except: checkMethods,
    access_log: checkAccessLog,
    allow: checkClient,
    deny: checkClient,
    fastcgi_param: checkParam,
    uwsgi_param: checkParam,
    scgi_param: checkParam,
    proxy_redirect: checkRedirect,
    limit_req: checkParameters,
    limit_req_zone: checkParameters,
    limit_conn_zone: checkParameters,
    proxy_cache_path: checkParameters,
    fastcgi_cache_path: checkParameters,
    uwsgi_cache_path: checkParameters,
    scgi_cache_path: checkParameters,
    keepalive_timeout: checkKeepalive,
    expires: checkExpires,
    ssl_session_cache: checkSessionCache,
    proxy_cache_valid: checkCacheTime,
    fastcgi_cache_valid: checkCacheTime,
    uwsgi_cache_valid: checkCacheTime,
    scgi_cache_valid: checkCacheTime,
    limit_conn: checkConnections,
};
/** What nginx refuses about a directive's words beyond their number and kind. */
function checkDirective(node, context, location, version) {
    const rule = rules[`${context} ${node.name}`] ?? rules[node.name];
    return rule === undefined ? null : rule(node, context, location, version);
}
function checkListen(node, context) {
    const [address] = node.args;
    if (address === undefined)
        return null;
    const stream = context !== 'server';
    const fault = checkAddress(address, address.text, { uri: false, defaultPort: true, listen: true });
    if (fault !== null)
        return fault;
    if (stream && !/^unix:/i.test(address.text) && !(0,parameters/* isTemplate */.F)(address.text) && !/(^|:)\d+(-\d+)?$/.test(address.text)) {
        return (0,nginx_complaint/* wrong */.Qm)(`no port in "${address.text}" of the "listen" directive`, `The listen "${address.text}" of stream needs a port.`, null, address);
    }
    return checkParameters(node);
}
function checkParameters(node) {
    const fault = (0,parameters/* wrongParameter */.Z)([node.word, ...node.args]);
    return fault === null ? null : (0,nginx_complaint/* wrong */.Qm)(fault.says, `${node.name} doesn't know the parameter "${fault.word.text}".`, null, fault.word);
}
function checkPeer(node, context, _location, version) {
    const [address] = node.args;
    if (address === undefined)
        return null;
    const early = node.args.find((a) => /^resolve$|^service=/.test(a.text));
    if (early !== undefined && version !== undefined && (0,directives/* compareVersions */.Zy)(version, '1.27.3') < 0) {
        return (0,nginx_complaint/* wrong */.Qm)(`invalid parameter "${early.text}"`, `nginx ${version} doesn't know the parameter "${early.text}" of server: it came with version 1.27.3.`, null, early);
    }
    const service = node.args.some((a) => a.text.startsWith('service='));
    return checkAddress(address, address.text, { uri: false, defaultPort: context === 'upstream' || service }) ?? checkParameters(node);
}
function checkProxyPass(node, context, location) {
    const [url] = node.args;
    if (url === undefined || url.text.includes('$') || (0,parameters/* isTemplate */.F)(url.text))
        return null;
    const scheme = /^https?:\/\//i.exec(url.text);
    if (scheme === null) {
        return (0,nginx_complaint/* wrong */.Qm)('invalid URL prefix', `proxy_pass needs a URL that begins with http:// or https://, not "${url.text}".`, `Write http://${url.text}.`, url);
    }
    const rest = url.text.slice(scheme[0].length);
    const fault = checkAddress(url, rest, { uri: true, defaultPort: true });
    if (fault !== null)
        return fault;
    return hasUri(rest) ? checkUriPart(node, context, location) : null;
}
/** The path of a `proxy_pass` behind host and port, or behind the second colon of a socket. */
function hasUri(rest) {
    return /^unix:/i.test(rest) ? rest.indexOf(':', 5) >= 0 && rest.indexOf(':', 5) < rest.length - 1 : /[/?]/.test(rest);
}
function checkUriPart(node, context, location) {
    const modifier = location?.args[0]?.text ?? '';
    const where = modifier.startsWith('~')
        ? 'a location given by a regular expression'
        : modifier.startsWith('@')
            ? 'a named location'
            : context === 'location-if'
                ? '"if"'
                : context === 'limit_except'
                    ? '"limit_except"'
                    : null;
    if (where === null)
        return null;
    return (0,nginx_complaint/* wrong */.Qm)('"proxy_pass" cannot have URI part in location given by regular expression, or inside named location, or inside "if" statement, or inside "limit_except" block', `proxy_pass can't have a path in ${where}, as nginx doesn't know which part of the request's path to replace.`, 'Leave out everything behind host and port, even the slash.', node.args[0]);
}
function checkStreamPass(node) {
    const [address] = node.args;
    // Without a port it may name an upstream, which is looked up when all is read.
    if (address === undefined || address.text.includes('$'))
        return null;
    return checkAddress(address, address.text, { uri: false, defaultPort: true });
}
function checkGrpcPass(node) {
    const [url] = node.args;
    if (url === undefined || url.text.includes('$'))
        return null;
    const rest = url.text.replace(/^grpcs?:\/\//i, '');
    const fault = checkAddress(url, rest, { uri: true, defaultPort: true });
    if (fault !== null)
        return fault;
    return hasUri(rest)
        ? (0,nginx_complaint/* wrong */.Qm)('"grpc_pass" cannot have URI part', "grpc_pass can't have a path behind host and port.", 'Leave out the path.', url)
        : null;
}
function checkPlainPass(node, scheme) {
    const [address] = node.args;
    if (address === undefined || address.text.includes('$'))
        return null;
    const rest = scheme === '' ? address.text : address.text.replace(new RegExp(`^${scheme}`, 'i'), '');
    return checkAddress(address, rest, { uri: false, defaultPort: true });
}
function checkLocation(node) {
    const [modifier] = node.args;
    if (node.args.length !== 2 || modifier === undefined || (0,parameters/* isTemplate */.F)(modifier.text))
        return null;
    if (['=', '^~', '~', '~*'].includes(modifier.text))
        return null;
    return (0,nginx_complaint/* wrong */.Qm)(`invalid location modifier "${modifier.text}"`, `"${modifier.text}" is no modifier of a location: there are =, ^~, ~ and ~*.`, null, modifier);
}
function checkReturn(node) {
    const [code] = node.args;
    if (code === undefined || (0,parameters/* isTemplate */.F)(code.text))
        return null;
    if (/^\d+$/.test(code.text) && Number(code.text) <= 999)
        return null;
    if (node.args.length === 1 && /^(https?:\/\/|\$scheme)/.test(code.text))
        return null;
    return (0,nginx_complaint/* wrong */.Qm)(`invalid return code "${code.text}"`, `return needs a status code, not "${code.text}".`, null, code);
}
function checkRewrite(node) {
    const [, replacement, flag] = node.args;
    if (replacement?.text === '')
        return (0,nginx_complaint/* wrong */.Qm)('empty replacement', 'The replacement of rewrite is empty.', null, replacement);
    if (flag === undefined || (0,parameters/* isTemplate */.F)(flag.text) || ['last', 'break', 'redirect', 'permanent'].includes(flag.text))
        return null;
    return (0,nginx_complaint/* wrong */.Qm)(`invalid parameter "${flag.text}"`, `rewrite knows last, break, redirect and permanent, not "${flag.text}".`, null, flag);
}
function checkErrorPage(node) {
    const codes = node.args.slice(0, -1);
    for (const [index, code] of codes.entries()) {
        const { text } = code;
        if (text.startsWith('=') && index === codes.length - 1) {
            if (/^=\d*$/.test(text))
                continue;
        }
        else if ((0,parameters/* isTemplate */.F)(text) || (/^\d{1,9}$/.test(text) && Number(text) >= 300 && Number(text) <= 599)) {
            if (Number(text) !== 499)
                continue;
        }
        const number = /^\d+$/.test(text) && Number(text) !== 499;
        const says = number ? `value "${text}" must be between 300 and 599` : `invalid value "${text}"`;
        return (0,nginx_complaint/* wrong */.Qm)(says, `error_page takes status codes from 300 to 599, not "${text}".`, null, code);
    }
    return null;
}
function checkVariableName(node) {
    const [name] = node.args;
    if (name === undefined || name.text.startsWith('$'))
        return null;
    return (0,nginx_complaint/* wrong */.Qm)(`invalid variable name "${name.text}"`, `${node.name} needs a variable's name with a "$", not "${name.text}".`, `Write $${name.text}.`, name);
}
function checkAlways(node) {
    const third = node.args[2];
    if (third === undefined || third.text === 'always' || (0,parameters/* isTemplate */.F)(third.text))
        return null;
    return (0,nginx_complaint/* wrong */.Qm)(`invalid parameter "${third.text}"`, `The third word of ${node.name} can only be "always", not "${third.text}".`, 'A value with blanks needs quotes.', third);
}
function checkNumberOr(node, ...words) {
    const [value] = node.args;
    if (value === undefined || (0,parameters/* isTemplate */.F)(value.text) || words.includes(value.text))
        return null;
    if (/^\d{1,15}$/.test(value.text) && (words.length === 0 || Number(value.text) > 0))
        return null;
    const says = words.length === 0 ? `invalid number "${value.text}"` : `"${node.name}" directive invalid value`;
    return (0,nginx_complaint/* wrong */.Qm)(words.length === 0 ? `${says} in "${node.name}" directive` : says, `${node.name} needs a number${words.map((w) => ` or "${w}"`).join('')}, not "${value.text}".`, null, value);
}
const logLevels = new Set([
    'debug',
    'info',
    'notice',
    'warn',
    'error',
    'crit',
    'alert',
    'emerg',
    'debug_core',
    'debug_alloc',
    'debug_mutex',
    'debug_event',
    'debug_http',
    'debug_mail',
    'debug_stream',
]);
function checkErrorLog(node) {
    const level = node.args.slice(1).find((a) => !logLevels.has(a.text) && !(0,parameters/* isTemplate */.F)(a.text));
    if (level === undefined)
        return null;
    return (0,nginx_complaint/* wrong */.Qm)(`invalid log level "${level.text}"`, `"${level.text}" is no log level: there are debug, info, notice, warn, error, crit, alert and emerg.`, null, level);
}
const methods = new Set('GET HEAD POST PUT DELETE MKCOL COPY MOVE OPTIONS PROPFIND PROPPATCH LOCK UNLOCK PATCH'.split(' '));
function checkMethods(node) {
    const method = node.args.find((a) => !methods.has(a.text.toUpperCase()) && !(0,parameters/* isTemplate */.F)(a.text));
    return method === undefined
        ? null
        : (0,nginx_complaint/* wrong */.Qm)(`invalid method "${method.text}"`, `limit_except doesn't know the method "${method.text}".`, null, method);
}
function checkAccessLog(node) {
    const [file, second] = node.args;
    if (file?.text !== 'off' || second === undefined)
        return checkParameters(node);
    return badValue(node, second, 'nothing behind "off"', `invalid parameter "${second.text}"`);
}
function checkClient(node) {
    const [client] = node.args;
    if (client === undefined || (0,parameters/* isTemplate */.F)(client.text))
        return null;
    const { text } = client;
    if (text === 'all' || text === 'unix:')
        return null;
    const [address = '', prefix] = text.split('/');
    const mask = prefix === undefined || /^\d{1,3}$/.test(prefix) || (0,external_node_net_.isIP)(prefix) === 4;
    return (0,external_node_net_.isIP)(address) !== 0 && mask
        ? null
        : badValue(node, client, 'an address, a network such as 10.0.0.0/8, "unix:" or "all"', `invalid parameter "${text}"`);
}
function checkParam(node) {
    const third = node.args[2];
    if (third === undefined || third.text === 'if_not_empty' || (0,parameters/* isTemplate */.F)(third.text))
        return null;
    return badValue(node, third, 'only "if_not_empty" as the third word', `invalid parameter "${third.text}"`);
}
function checkRedirect(node) {
    const [word] = node.args;
    if (word === undefined || node.args.length !== 1 || /^(off|default)$/.test(word.text) || (0,parameters/* isTemplate */.F)(word.text))
        return null;
    return badValue(node, word, '"off", "default" or two words', `invalid parameter "${word.text}"`);
}
function badValue(node, word, takes, says = `"${node.name}" directive invalid value`) {
    return (0,nginx_complaint/* wrong */.Qm)(says, `${node.name} takes ${takes}, not "${word.text}".`, null, word);
}
function checkKeepalive(node) {
    const word = node.args.find((a, i) => !(0,parameters/* isTemplate */.F)(a.text) && !isTime(a.text, i === 1));
    return word === undefined ? null : badValue(node, word, 'a time such as 65s');
}
function checkExpires(node) {
    const [first, second] = node.args;
    const time = node.args.length === 2 ? second : first;
    if (first === undefined || time === undefined || node.args.some((a) => a.text.includes('$') || (0,parameters/* isTemplate */.F)(a.text)))
        return null;
    if (node.args.length === 2) {
        if (first.text !== 'modified')
            return badValue(node, first, '"modified" in front of a time');
    }
    else if (/^(epoch|max|off)$/.test(first.text))
        return null;
    return isTime(time.text.replace(/^[@+-]/, ''), true) ? null : badValue(node, time, 'a time such as 30d, or epoch, max or off');
}
function checkSessionCache(node) {
    const word = node.args.find((a) => !(0,parameters/* isTemplate */.F)(a.text) && !/^(off|none|builtin(:\d+)?|shared:[^:]+:\d+[kKmM]?)$/.test(a.text));
    return word === undefined ? null : badValue(node, word, 'off, none, builtin or shared:NAME:SIZE', `invalid session cache "${word.text}"`);
}
function checkCacheTime(node) {
    const time = node.args[node.args.length - 1];
    if (time === undefined || node.args.some((a) => (0,parameters/* isTemplate */.F)(a.text)))
        return null;
    if (!isTime(time.text, true))
        return badValue(node, time, 'a time such as 10m at the end', `invalid time value "${time.text}"`);
    const status = node.args
        .slice(0, -1)
        .find((a) => a.text !== 'any' && !(/^\d{3}$/.test(a.text) && Number(a.text) >= 100 && Number(a.text) <= 599));
    return status === undefined ? null : badValue(node, status, 'status codes from 100 to 599', `invalid status "${status.text}"`);
}
function checkConnections(node) {
    const number = node.args[1];
    if (number === undefined || (0,parameters/* isTemplate */.F)(number.text))
        return null;
    const sound = /^\d{1,5}$/.test(number.text) && Number(number.text) > 0 && Number(number.text) <= 65535;
    return sound ? null : badValue(node, number, 'a number from 1 to 65535', `invalid number of connections "${number.text}"`);
}
/** `if ($a = b)`: the parentheses, then a variable alone, or two sides and an operator, or a test of a file. */
function checkCondition(node) {
    const words = [...node.args];
    if (words.some((w) => (0,parameters/* isTemplate */.F)(w.text)))
        return null;
    const [first] = words;
    const last = words[words.length - 1];
    if (first === undefined || last === undefined)
        return null;
    const invalid = (word, text = word.text, says = `invalid condition "${text}"`) => (0,nginx_complaint/* wrong */.Qm)(says, `nginx can't read the condition of this "if" at "${text}".`, null, word);
    if (!first.text.startsWith('('))
        return invalid(first);
    if (!last.text.endsWith(')'))
        return invalid(last);
    const texts = words.map((w) => w.text);
    texts[0] = texts[0].slice(1);
    const end = texts.length - 1;
    texts[end] = texts[end].replace(/\)$/, '');
    const from = texts[0] === '' && texts.length > 1 ? 1 : 0;
    const to = texts[end] === '' && end > from ? end - 1 : end;
    const parts = texts.slice(from, to + 1);
    const [subject = '', operator = ''] = parts;
    const word = words[from];
    if (/^!?-[fdex]$/.test(subject))
        return parts.length === 2 ? null : invalid(word, subject);
    if (!/^\$./.test(subject))
        return invalid(word, subject);
    if (parts.length === 1)
        return null;
    if (parts.length !== 3)
        return invalid(word, subject);
    return /^(=|!=|!?~\*?)$/.test(operator) ? null : invalid(words[from + 1] ?? word, operator, `unexpected "${operator}" in condition`);
}

;// CONCATENATED MODULE: ./lib/nginx/reference-rules.js



/** Names that one directive defines and another uses, within one `http` or `stream`. */
function* checkReferences(placed, stream) {
    yield* checkUpstreams(placed, stream);
    if (!stream)
        yield* checkLogFormats(placed);
    if (!stream)
        yield* checkZones(placed);
}
function* checkUpstreams(placed, stream) {
    const upstreams = new Map();
    for (const { node } of placed) {
        const [name] = node.args;
        if (node.name !== 'upstream' || node.block === null || name === undefined || node.faulty)
            continue;
        const first = upstreams.get(name.text.toLowerCase());
        if (first !== undefined) {
            yield (0,nginx_complaint/* problemAt */.l4)(node, {
                check: 'duplicate-directive',
                message: `The upstream "${name.text}" stands twice: first at ${(0,nginx_complaint/* lineOf */.cA)(first)}.`,
                fix: 'Join the two, or give one another name.',
                says: `duplicate upstream "${name.text}"`,
                word: name,
                other: { node: first, label: `upstream ${name.text} stands here first` },
            });
        }
        else
            upstreams.set(name.text.toLowerCase(), node);
        yield* checkPeers(node, name.text);
    }
    for (const { node } of placed)
        yield* checkPass(node, upstreams, stream);
}
function* checkPeers(node, name) {
    const nodes = [...(0,include/* directivesIn */.WS)(node.block)];
    if (nodes.some((n) => n.name === 'server' || n.name === 'include' || n.name === 'state' || n.name.startsWith('balancer_by_lua')))
        return;
    const problem = (0,nginx_complaint/* problemAt */.l4)(node, {
        check: 'wrong-arguments',
        message: `The upstream "${name}" has no server.`,
        fix: `Add a line such as "server HOST:PORT;".`,
        says: 'no servers are inside upstream',
        word: node.args[0],
    });
    yield { ...problem, stumblesAt: node.end - 1 };
}
const needsPort = new Set(['fastcgi_pass', 'uwsgi_pass', 'scgi_pass', 'memcached_pass']);
/** A target that names an upstream must not have a port; one that doesn't must have one where there is no default. */
function* checkPass(node, upstreams, stream) {
    const [target] = node.args;
    if (target === undefined || node.faulty || target.text.includes('$') || (0,parameters/* isTemplate */.F)(target.text))
        return;
    if (!needsPort.has(node.name) && node.name !== 'proxy_pass' && node.name !== 'grpc_pass')
        return;
    const address = /^(?:\w+:\/\/)?([^/?]*)/.exec(target.text)?.[1] ?? '';
    if (address === '' || /^unix:/i.test(address) || address.startsWith('['))
        return;
    const [host = '', port] = address.split(':');
    const upstream = upstreams.get(host.toLowerCase());
    if (upstream !== undefined && port !== undefined && !stream) {
        yield (0,nginx_complaint/* problemAt */.l4)(node, {
            check: 'wrong-arguments',
            message: `"${host}" is an upstream (${(0,nginx_complaint/* lineOf */.cA)(upstream)}), so ${node.name} can't give it the port ${port}.`,
            fix: `Leave out ":${port}".`,
            says: `upstream "${host}" may not have port ${port}`,
            word: target,
            other: { node: upstream, label: `upstream ${host}` },
        });
    }
    else if (upstream === undefined && port === undefined && (stream || needsPort.has(node.name))) {
        yield (0,nginx_complaint/* problemAt */.l4)(node, {
            check: 'wrong-arguments',
            message: `${node.name} needs a port: "${host}" is no upstream.`,
            fix: `Write ${host}:PORT.`,
            says: `no port in upstream "${host}"`,
            word: target,
        });
    }
}
function* checkLogFormats(placed) {
    const formats = new Set(['combined']);
    for (const { node } of placed) {
        if (node.faulty)
            continue;
        if (node.name === 'log_format') {
            const name = node.args[0]?.text.toLowerCase() ?? '';
            if (formats.has(name)) {
                yield (0,nginx_complaint/* problemAt */.l4)(node, {
                    check: 'duplicate-directive',
                    message: `The log format "${name}" stands twice.`,
                    fix: 'Remove one of the two.',
                    says: `duplicate "log_format" name "${name}"`,
                    word: node.args[0],
                });
            }
            formats.add(name);
        }
        if (node.name !== 'access_log')
            continue;
        const format = node.args[1];
        if (format === undefined || node.args[0]?.text === 'off' || (0,parameters/* isTemplate */.F)(format.text) || formats.has(format.text.toLowerCase()))
            continue;
        yield (0,nginx_complaint/* problemAt */.l4)(node, {
            check: 'wrong-arguments',
            message: `No log_format above this line is named "${format.text}".`,
            fix: null,
            says: `unknown log format "${format.text}"`,
            word: format,
        });
    }
}
/** Directives that use a zone of shared memory, and those that make one. */
const zoneMakers = {
    limit_req_zone: /^zone=([^:]+)/,
    limit_conn_zone: /^zone=([^:]+)/,
    proxy_cache_path: /^keys_zone=([^:]+)/,
    fastcgi_cache_path: /^keys_zone=([^:]+)/,
    uwsgi_cache_path: /^keys_zone=([^:]+)/,
    scgi_cache_path: /^keys_zone=([^:]+)/,
};
function zoneUsed(node) {
    if (node.name === 'limit_req') {
        const word = node.args.find((a) => a.text.startsWith('zone='));
        return word === undefined ? null : { zone: word.text.slice(5), word, says: zeroSize };
    }
    const [word] = node.args;
    if (word === undefined)
        return null;
    if (node.name === 'limit_conn')
        return { zone: word.text, word, says: zeroSize };
    if (/^(proxy|fastcgi|uwsgi|scgi)_cache$/.test(node.name)) {
        return word.text === 'off' ? null : { zone: word.text, word, says: (zone) => `"${node.name}" zone "${zone}" is unknown` };
    }
    return null;
}
const zeroSize = (zone) => `zero size shared memory zone "${zone}"`;
function* checkZones(placed) {
    const made = new Set();
    for (const { node } of placed) {
        const pattern = zoneMakers[node.name];
        for (const word of pattern === undefined ? [] : node.args) {
            const zone = pattern?.exec(word.text)?.[1];
            if (zone === undefined)
                continue;
            if (made.has(zone) && node.name === 'limit_req_zone') {
                yield (0,nginx_complaint/* problemAt */.l4)(node, {
                    check: 'duplicate-directive',
                    message: `The zone "${zone}" is made twice.`,
                    fix: 'Give one of the two another name.',
                    says: `limit_req_zone "${zone}" is already bound to key "${node.args[0]?.text}"`,
                    word,
                });
            }
            made.add(zone);
        }
    }
    yield* checkCachePaths(placed);
    const told = new Set();
    for (const { node } of placed) {
        const used = node.faulty ? null : zoneUsed(node);
        if (used === null || made.has(used.zone) || told.has(used.zone) || used.zone.includes('$') || (0,parameters/* isTemplate */.F)(used.zone))
            continue;
        told.add(used.zone);
        yield (0,nginx_complaint/* problemAt */.l4)(node, {
            check: 'wrong-arguments',
            message: `${node.name} uses the zone "${used.zone}", but no directive makes it.`,
            fix: null,
            says: used.says(used.zone),
            word: used.word,
        });
    }
}
function* checkCachePaths(placed) {
    const paths = new Map();
    for (const { node } of placed) {
        const [path] = node.args;
        if (!/^(proxy|fastcgi|uwsgi|scgi)_cache_path$/.test(node.name) || path === undefined || node.faulty)
            continue;
        const first = paths.get(path.text);
        paths.set(path.text, node);
        if (first === undefined)
            continue;
        yield (0,nginx_complaint/* problemAt */.l4)(node, {
            check: 'duplicate-directive',
            message: `The cache folder ${path.text} is given twice: first at ${(0,nginx_complaint/* lineOf */.cA)(first)}.`,
            fix: 'Give each cache a folder of its own.',
            says: null,
            word: path,
            other: { node: first, label: 'the folder stands here first' },
        });
    }
}

;// CONCATENATED MODULE: ./lib/nginx/server-rules.js




function locationName(node) {
    const [first, second] = node.args.map((a) => a.text);
    if (first === undefined || node.args.some((a) => (0,parameters/* isTemplate */.F)(a.text)))
        return null;
    if (second !== undefined) {
        if (first.startsWith('~'))
            return { kind: 'regex', name: second };
        return { kind: first === '=' ? 'exact' : 'prefix', name: second };
    }
    if (first.startsWith('~'))
        return { kind: 'regex', name: first.replace(/^~\*?/, '') };
    if (first.startsWith('='))
        return { kind: 'exact', name: first.slice(1) };
    if (first.startsWith('@'))
        return { kind: 'named', name: first };
    return { kind: 'prefix', name: first.replace(/^\^~/, '') };
}
/** The same location twice in one block; nginx tells that when it has read the whole `http`. */
function* duplicateLocations(block) {
    const seen = new Map();
    for (const node of (0,include/* directivesIn */.WS)(block.block)) {
        const location = node.name === 'location' ? locationName(node) : null;
        if (location === null || (location.kind !== 'exact' && location.kind !== 'prefix'))
            continue;
        const key = `${location.kind} ${location.name}`;
        const first = seen.get(key);
        if (first === undefined)
            seen.set(key, node);
        else {
            yield (0,nginx_complaint/* problemAt */.l4)(node, {
                check: 'duplicate-directive',
                message: `location ${location.name} stands twice in this ${block.name}: first at ${(0,nginx_complaint/* lineOf */.cA)(first)}.`,
                fix: 'Join the two, or remove one.',
                says: `duplicate location "${location.name}"`,
                word: node.args[node.args.length - 1],
                other: { node: first, label: `location ${location.name} stands here first` },
            });
        }
    }
}
/** What nginx refuses about a location inside another. */
function checkNesting(node, outer) {
    const own = locationName(node);
    const around = locationName(outer);
    if (own === null || around === null)
        return null;
    const word = node.args[node.args.length - 1];
    const inside = `location "${own.name}" cannot be inside the`;
    if (around.kind === 'exact')
        return nesting(`${inside} exact location "${around.name}"`, `A location can't stand inside the exact location ${around.name}.`, word);
    if (around.kind === 'named')
        return nesting(`${inside} named location "${around.name}"`, `A location can't stand inside the named location ${around.name}.`, word);
    if (own.kind === 'named')
        return nesting(`named location "${own.name}" can be on the server level only`, `The named location ${own.name} can only stand directly in a server.`, word);
    if (own.kind !== 'regex' && !own.name.startsWith(around.name)) {
        return nesting(`location "${own.name}" is outside location "${around.name}"`, `location ${own.name} can't stand inside location ${around.name}, as it doesn't begin with ${around.name}.`, word);
    }
    return null;
}
function nesting(says, message, word) {
    return { ...(0,nginx_complaint/* wrong */.Qm)(says, message, 'Move it out.', word), check: 'wrong-context' };
}
/** Options of `listen` that nginx takes once per address. */
const socketOptions = /^(bind|deferred|reuseport|multipath)$|^(setfib|fastopen|backlog|rcvbuf|sndbuf|accept_filter|ipv6only|so_keepalive)=/;
/** What can't stand together: the same `listen` twice in a server, two default servers, options twice, and TLS without a certificate. */
function* checkListens(servers, http, unprivileged) {
    const addresses = new Map();
    for (const server of servers) {
        const nodes = [...(0,include/* directivesIn */.WS)(server.block)].filter((n) => n.name === 'listen' && !n.faulty);
        const own = new Set();
        for (const node of nodes) {
            const listen = (0,nginx_listen/* readListen */.C)(node);
            for (const key of addressKeys(listen))
                yield* server_rules_checkListen(server, listen, key, own, addresses);
        }
        if (nodes.length === 0)
            addServer(addresses, `inet :${unprivileged ? 8000 : 80}`, server);
    }
    yield* missingCertificates(addresses, http);
}
function* server_rules_checkListen(server, listen, key, own, addresses) {
    const { directive, text } = listen;
    const word = directive.args[0];
    if (own.has(key)) {
        yield (0,nginx_complaint/* problemAt */.l4)(directive, {
            check: 'duplicate-directive',
            message: `This server listens on ${text} twice.`,
            fix: 'Remove one of the two.',
            says: `a duplicate listen ${spoken(listen)}`,
            word,
        });
        return;
    }
    own.add(key);
    const address = addServer(addresses, key, server);
    address.ssl ||= directive.args.some((a) => a.text === 'ssl' || a.text === 'quic');
    if (directive.args.slice(1).some((a) => socketOptions.test(a.text))) {
        if (address.options !== null) {
            yield (0,nginx_complaint/* problemAt */.l4)(directive, {
                check: 'duplicate-directive',
                message: `The socket options of listen ${text} are given twice: first at ${(0,nginx_complaint/* lineOf */.cA)(address.options.directive)}.`,
                fix: 'Keep the options on one listen of this address.',
                says: `duplicate listen options for ${spoken(listen)}`,
                word,
                other: { node: address.options.directive, label: 'the options stand here first' },
            });
        }
        address.options ??= listen;
    }
    if (!listen.defaultServer)
        return;
    if (address.defaultServer !== null) {
        const first = address.defaultServer.listen.directive;
        yield (0,nginx_complaint/* problemAt */.l4)(directive, {
            check: 'duplicate-directive',
            message: `${text} has two default servers: the first is at ${(0,nginx_complaint/* lineOf */.cA)(first)}.`,
            fix: 'Remove default_server from one of the two.',
            says: `a duplicate default server for ${spoken(listen)}`,
            word,
            other: { node: first, label: 'the first default server' },
        });
    }
    else
        address.defaultServer = { server, listen };
}
function addServer(addresses, key, server) {
    let address = addresses.get(key);
    if (address === undefined) {
        address = { server, defaultServer: null, options: null, ssl: false, servers: [] };
        addresses.set(key, address);
    }
    address.servers.push(server);
    return address;
}
/** One key for each port; none where the address can't be known. A wildcard is told by its family alone. */
function addressKeys({ address, port, lastPort, socket, udp, text }) {
    if ((0,parameters/* isTemplate */.F)(text))
        return [];
    if (socket !== null)
        return [`unix ${socket}`];
    if (port === null || lastPort === null || lastPort - port > 1000 || lastPort < port)
        return [];
    const family = text.startsWith('[') ? 'inet6' : 'inet';
    if (family === 'inet' && address !== null && !/^[\d.]+$/.test(address))
        return [];
    const host = address === null || address === '0.0.0.0' || address === '::' ? '' : address;
    return Array.from({ length: lastPort - port + 1 }, (_, i) => `${udp ? 'udp ' : ''}${family} ${host}:${port + i}`);
}
/** An address as nginx writes it in messages. */
function spoken({ address, port, socket, text }) {
    if (socket !== null)
        return `unix:${socket}`;
    if (text.startsWith('['))
        return `[${address ?? '::'}]:${port}`;
    return `${address ?? '0.0.0.0'}:${port}`;
}
function* missingCertificates(addresses, http) {
    const told = new Set();
    for (const address of addresses.values()) {
        if (!address.ssl)
            continue;
        const first = address.defaultServer?.server ?? address.server;
        if (has(first, http, 'ssl_certificate'))
            continue;
        const lacking = !rejects(first, http) ? first : address.servers.find((s) => !has(s, http, 'ssl_certificate') && !rejects(s, http));
        if (lacking === undefined || told.has(lacking))
            continue;
        told.add(lacking);
        yield (0,nginx_complaint/* problemAt */.l4)(lacking, {
            check: 'wrong-arguments',
            message: 'This server listens with "ssl" but has no ssl_certificate.',
            fix: 'Add ssl_certificate and ssl_certificate_key.',
            says: 'no "ssl_certificate" is defined for the "listen ... ssl" directive',
        });
    }
}
function has(server, http, name) {
    for (const block of [server, http])
        for (const node of (0,include/* directivesIn */.WS)(block.block))
            if (node.name === name)
                return true;
    return false;
}
function rejects(server, http) {
    for (const block of [server, http]) {
        for (const node of (0,include/* directivesIn */.WS)(block.block))
            if (node.name === 'ssl_reject_handshake')
                return node.args[0]?.text.toLowerCase() === 'on';
    }
    return false;
}

;// CONCATENATED MODULE: ./lib/nginx/validate.js








/** Everything besides syntax that nginx would refuse, in the order of the text. */
function validate(directives, options) {
    return new Validator(options).run(directives);
}
class Validator {
    #options;
    #problems = [];
    #placed = { http: [], stream: [] };
    #unknownModule = false;
    #moreModules = false;
    #unknowns = 0;
    constructor(options) {
        this.#options = options;
    }
    run(directives) {
        const top = [...(0,include/* directivesIn */.WS)(directives)];
        const base = baseContext(top);
        this.#unknownModule = top.some((n) => n.name === 'load_module' && !knownModule(n.args[0]?.text ?? ''));
        this.#moreModules = directives.some((n) => n.name === 'include' && /(?:^|\/)modules(?:-enabled)?\/\*/.test(n.args[0]?.text ?? ''));
        // A piece of a configuration whose surroundings aren't known: nothing can be said about what may stand in it.
        if (base === null)
            return [];
        this.#walk(directives, base);
        if (this.#options.complete && base === 'main') {
            for (const context of ['http', 'stream'])
                this.#add(checkReferences(this.#placed[context], context === 'stream'));
            const http = top.find((n) => n.name === 'http');
            if (http !== undefined)
                this.#checkHttp(http);
            this.#checkEvents(top, http);
        }
        return this.#problems;
    }
    #add(problems) {
        for (const problem of problems)
            this.#problems.push(problem);
    }
    #checkHttp(http) {
        const servers = [...(0,include/* directivesIn */.WS)(http.block)].filter((n) => n.name === 'server' && n.block !== null);
        this.#add(checkListens(servers, http, this.#options.unprivileged === true));
    }
    #checkEvents(top, http) {
        if (http === undefined || top.some((n) => n.name === 'events'))
            return;
        // A misspelt "events" is told already.
        if (top.some((n) => n.faulty || this.#problems.some((p) => p.file === n.file && p.start === n.word.start)))
            return;
        this.#problems.push((0,nginx_complaint/* problemAt */.l4)(http, {
            check: 'syntax',
            message: 'The configuration has no "events" block.',
            fix: 'Write "events {}" above this block.',
            says: 'no "events" section in configuration',
        }));
    }
    /** Visits every directive on a stack of its own, as blocks and includes may be nested without limit. */
    #walk(directives, base) {
        const stack = [{ nodes: (0,include/* directivesIn */.WS)(directives), around: { context: base, seen: new Map(), location: null } }];
        for (let top = stack[0]; top !== undefined; top = stack[stack.length - 1]) {
            const next = top.nodes.next();
            if (next.done === true)
                stack.pop();
            else {
                const inside = this.#visit(next.value, top.around);
                if (inside !== null)
                    stack.push({ nodes: (0,include/* directivesIn */.WS)(next.value.block), around: inside });
            }
        }
    }
    /** @returns what is around the directives of its block; null when there are none, or none that can be judged */
    #visit(node, around) {
        const { context } = around;
        const complaint = node.faulty ? null : this.#judge(node, around);
        if (complaint !== null)
            this.#problems.push((0,nginx_complaint/* problemAt */.l4)(node, complaint));
        if (complaint?.check === 'unknown-directive' || complaint?.check === 'wrong-context')
            return null;
        const side = context.startsWith('stream')
            ? 'stream'
            : context === 'main' || context === 'events' || context.startsWith('mail')
                ? null
                : 'http';
        if (side !== null)
            this.#placed[side].push({ node, context });
        if (node.block === null)
            return null;
        const inner = (0,directives/* contextWithin */.pR)(node.name, context);
        if (inner === null)
            return null;
        if (inner === 'server' || inner === 'location')
            this.#add(duplicateLocations(node));
        return { context: inner, seen: new Map(), location: node.name === 'location' ? node : around.location };
    }
    #judge(node, around) {
        const { context } = around;
        const all = (0,directives/* directivesNamed */.UX)(node.name);
        if (all.some((d) => !d.own))
            return null;
        const definitions = (0,directives/* directivesOf */.mD)(node.name, this.#options.version);
        if (definitions.length === 0)
            return this.#unknown(node, context, all);
        const here = definitions.filter((d) => d.contexts.has(context) || d.contexts.has('any'));
        const [definition] = here;
        if (definition === undefined)
            return misplaced(node, context, definitions);
        const isBlock = node.opener !== null;
        if (!here.some((d) => d.block === isBlock))
            return isBlock ? noSemicolon(node) : noBlock(node);
        if (!here.some((d) => (0,directives/* takes */.ny)(d.counts, node.args.length))) {
            // A placeholder may stand for any number of words.
            return node.args.some((a) => (0,parameters/* isTemplate */.F)(a.text)) ? null : wrongCount(node, definition);
        }
        return this.#twice(node, around, definition) ?? checkValue(node, definition) ?? this.#special(node, around);
    }
    #unknown(node, context, others) {
        if (this.#unknownModule || node.name.startsWith('${') || (0,directives/* isOfForeignModule */.eM)(node.name))
            return null;
        const says = `unknown directive "${node.name}"`;
        const [other] = others;
        if (other !== undefined) {
            const since = other.since !== null ? `came with version ${other.since}` : `was gone by version ${other.removed}`;
            return {
                check: 'unknown-directive',
                message: `nginx ${this.#options.version} has no directive "${node.name}": it ${since}.`,
                fix: null,
                says,
            };
        }
        const stray = /[\ufeff\u00a0\u200b\u2028]/.exec(node.name)?.[0];
        if (stray !== undefined) {
            const what = stray === '\ufeff' ? 'a byte order mark' : stray === '\u00a0' ? 'a no-break space' : 'an invisible character';
            return {
                check: 'unknown-directive',
                message: `There is ${what} in front of this directive or in its name, which nginx takes for a part of the name.`,
                fix: `Remove ${what}.`,
                says,
            };
        }
        const nearest = ++this.#unknowns > mostSuggestions ? null : (0,directives/* nearestDirective */.K5)(node.name, context);
        // Debian's and Alpine's packages load each module by a file of its own.
        if (nearest === null && this.#moreModules)
            return null;
        return {
            check: 'unknown-directive',
            message: `nginx has no directive "${shorten(node.name)}".${nearest === null ? '' : ` Did you mean "${nearest}"?`}`,
            fix: nearest === null ? null : `Write ${nearest}.`,
            says,
        };
    }
    #twice(node, { seen }, { kind }) {
        const { name } = node;
        if (switchedOff.has(name))
            return twiceWithOff(node, seen);
        const key = name === 'alias' ? 'root' : name;
        const first = seen.get(key);
        seen.set(key, first ?? node);
        if (first === undefined || !takenOnce.has(kind))
            return null;
        const same = first.name === name;
        return {
            check: 'duplicate-directive',
            message: same
                ? `${name} stands twice in this block: first at ${(0,nginx_complaint/* lineOf */.cA)(first)}.`
                : `${name} can't stand beside ${first.name} (${(0,nginx_complaint/* lineOf */.cA)(first)}) in one block.`,
            fix: 'Remove one of the two.',
            says: same ? `"${name}" directive is duplicate` : `"${name}" directive is duplicate, "${first.name}" directive was specified earlier`,
            other: { node: first, label: `${first.name} stands here first` },
        };
    }
    #special(node, { context, location }) {
        const complaint = checkDirective(node, context, location, this.#options.version);
        if (complaint !== null || node.name !== 'location' || context !== 'location' || location === null)
            return complaint;
        return checkNesting(node, location);
    }
}
/** Directives that may stand several times, but not beside their own "off". */
/** A file with more unknown names is no nginx configuration, and comparing each with all directives takes its time. */
const mostSuggestions = 500;
const switchedOff = new Set(['proxy_redirect', 'proxy_cookie_domain', 'proxy_cookie_path', 'proxy_cookie_flags', 'mirror']);
function twiceWithOff(node, seen) {
    const { name } = node;
    const off = node.args.length === 1 && node.args[0]?.text === 'off';
    const first = seen.get(`${name} off`) ?? (off ? seen.get(name) : undefined);
    seen.set(off ? `${name} off` : name, node);
    if (first === undefined)
        return null;
    return {
        check: 'duplicate-directive',
        message: `${name} can't stand beside "${name} off" in one block (${(0,nginx_complaint/* lineOf */.cA)(first)}).`,
        fix: 'Remove one of the two.',
        says: `"${name}" directive is duplicate`,
        other: { node: first, label: `${name} stands here first` },
    };
}
/** Modules by file name whose directives the table knows. */
function knownModule(path) {
    const name = path.replace(/^.*\//, '');
    return /^ngx_(http_(image_filter|xslt_filter|perl|geoip|geoip2|js|brotli_\w+|headers_more_filter|lua|echo|cache_purge|dav_ext|fancyindex|subs_filter|uploadprogress|upstream_fair|auth_pam|auth_spnego_ngx|modsecurity|set_misc|srcache_filter|memc|push_stream|vhost_traffic_status|zstd_\w+|redis2?|encrypted_session|array_var|form_input|iconv|xss_filter|ndk|otel|auth_jwt|auth_ldap)|mail|stream(_geoip2?|_js|_lua)?|rtmp|nchan|otel|ssl_ct)_module\.so$|^ndk_http_module\.so$/.test(name);
}
/**
 * What the main file is: normally the main context. A file that was written to be included, read on its own,
 * is judged as what it must be inside of; null when that can't be told.
 */
function baseContext(top) {
    if (top.some((n) => ['http', 'events', 'stream', 'mail', 'rtmp'].includes(n.name)))
        return 'main';
    const servers = top.filter((n) => n.name === 'server' && n.block !== null);
    if (servers.some((s) => [...(0,include/* directivesIn */.WS)(s.block)].some(onlyInStream)))
        return 'stream';
    if (servers.length > 0 || top.some((n) => n.name === 'upstream' && n.block !== null))
        return 'http';
    if (top.some((n) => n.name === 'location' && n.block !== null))
        return 'server';
    const known = top.map((n) => (0,directives/* directivesNamed */.UX)(n.name)).filter((definitions) => definitions.some((d) => d.own));
    return known.every((definitions) => definitions.some((d) => d.contexts.has('main') || d.contexts.has('any'))) ? 'main' : null;
}
function onlyInStream({ name }) {
    const contexts = (0,directives/* directivesNamed */.UX)(name).flatMap((d) => [...d.contexts]);
    return contexts.includes('stream-server') && !contexts.includes('server');
}
function misplaced(node, context, definitions) {
    const allowed = [...new Set(definitions.flatMap((d) => [...d.contexts]))].map(directives/* contextInWords */.CO);
    return {
        check: 'wrong-context',
        message: `${node.name} can't stand in ${(0,directives/* contextInWords */.CO)(context)}; nginx takes it in ${allowed.join(', ')}.`,
        fix: null,
        says: `"${node.name}" directive is not allowed here`,
    };
}
function noSemicolon(node) {
    return {
        check: 'wrong-arguments',
        message: `${node.name} is no block: it ends with ";".`,
        fix: 'Write ";" instead of the braces.',
        says: `directive "${node.name}" is not terminated by ";"`,
    };
}
function noBlock(node) {
    return {
        check: 'wrong-arguments',
        message: `${node.name} needs a block in braces.`,
        fix: null,
        says: `directive "${node.name}" has no opening "{"`,
    };
}
function wrongCount(node, { counts }) {
    const given = node.args.length === 0 ? 'none' : `${node.args.length}`;
    return {
        check: 'wrong-arguments',
        message: `${node.name} takes ${(0,directives/* countsInWords */.Pe)(counts)}, but here ${node.args.length === 1 ? 'is 1' : `are ${given}`}.`,
        fix: null,
        says: `invalid number of arguments in "${node.name}" directive`,
    };
}
function shorten(text) {
    return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

;// CONCATENATED MODULE: ./lib/nginx/variables.js


/** More values of one target are not followed. */
const mostValues = 500;
/** Variables that are made of variables that are made of variables … */
const deepest = 8;
/** Variables of nginx's own that begin with `/` or `?`, or hold nothing that could be part of a host. */
const pathVariables = new Set(['request_uri', 'uri', 'document_uri', 'is_args', 'args', 'query_string']);
/** Lines of `map`, `geo` and `split_clients` that are settings, not values. */
const settings = new Set(['hostnames', 'volatile', 'ranges', 'proxy', 'proxy_recursive', 'delete', 'include']);
/** The variables of one `http` or `stream` context: what `map`, `geo` and `split_clients` make, and what `set` makes where. */
class Variables {
    #global = new Map();
    /** @param blocks the directives of the context */
    constructor(blocks) {
        for (const node of blocks) {
            const name = node.args[node.args.length - 1]?.text;
            if (node.data === null || name === undefined || !['map', 'geo', 'split_clients'].includes(node.name))
                continue;
            for (const line of (0,include/* directivesIn */.WS)(node.data)) {
                const value = line.args[0];
                if (value !== undefined && !settings.has(line.name))
                    add(this.#global, name.replace(/^\$/, ''), { node: line, value });
            }
        }
    }
    /**
     * Every text that a word can stand for, its variables replaced by what is known of them. Where `set` gives a variable
     * its value, the nearest enclosing blocks of `scope` (innermost last) count, else any place in the same server.
     */
    expand(node, word, scope) {
        return this.#expand(node, word, scope, new Set(), 0);
    }
    #expand(node, word, scope, within, depth) {
        let found = [LocatedText.empty];
        const text = word.text;
        const pattern = /\$(?:\{(\w+)\}|(\w+))/g;
        let at = 0;
        for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
            const literal = text.slice(at, match.index);
            const start = at;
            const values = this.#values((match[1] ?? match[2]), node, word, match.index, scope, within, depth);
            found = found.flatMap((head) => {
                const begun = literal === '' ? head : head.plus(literal, node, word, start);
                return values.map((value) => begun.concat(value));
            });
            if (found.length > mostValues)
                found = found.slice(0, mostValues);
            at = match.index + match[0].length;
        }
        if (at === text.length)
            return found;
        return found.map((head) => head.plus(text.slice(at), node, word, at));
    }
    #values(name, node, word, index, scope, within, depth) {
        const unknown = LocatedText.empty.plus(isPath(name, word.text, index, scope) ? unknownPath : unknownValue, node, word, index);
        if (within.has(name) || depth >= deepest)
            return [unknown];
        const assignments = assignedIn(scope, name) ?? this.#global.get(name);
        if (assignments === undefined)
            return [unknown];
        const deeper = new Set(within).add(name);
        return assignments
            .slice(0, mostValues)
            .flatMap((a) => this.#expand(a.node, a.value, scope, deeper, depth + 1))
            .slice(0, mostValues);
    }
}
/** A variable that can't be part of the host: a path of nginx's own, or what a regular expression captured behind a slash or a complete port. */
function isPath(name, text, index, scope) {
    if (pathVariables.has(name))
        return true;
    if (/:\d+$/.test(text.slice(0, index)))
        return true;
    if (!/^\d$/.test(name))
        return false;
    const location = scope.findLast((block) => block.name === 'location');
    const regex = location?.args[location.args.length - 1]?.text ?? '';
    return regex.split('(')[Number(name)]?.startsWith('/') === true || regex.split('(')[Number(name)]?.startsWith('?:/') === true;
}
/** The `set` lines for a variable: of the enclosing blocks where there are any, else of the whole server. */
function assignedIn(scope, name) {
    const found = [];
    for (const block of [...scope].reverse()) {
        for (const a of setsDirectlyIn(block))
            if (a.name === name)
                found.push(a);
        if (block.name === 'server') {
            if (found.length > 0)
                return found;
            for (const a of setsAnywhereIn(block))
                if (a.name === name)
                    found.push(a);
        }
    }
    return found.length > 0 ? found : undefined;
}
const directSets = new WeakMap();
const nestedSets = new WeakMap();
/** The `set` lines of a block and of the `if` blocks in it. */
function setsDirectlyIn(block) {
    let found = directSets.get(block);
    if (found === undefined) {
        found = [...setsIn(block, (inner) => inner.name === 'if')];
        directSets.set(block, found);
    }
    return found;
}
function setsAnywhereIn(block) {
    let found = nestedSets.get(block);
    if (found === undefined) {
        found = [...setsIn(block, () => true)];
        nestedSets.set(block, found);
    }
    return found;
}
function* setsIn(block, enter) {
    const blocks = [block];
    for (let next = blocks.pop(); next !== undefined; next = blocks.pop()) {
        for (const node of (0,include/* directivesIn */.WS)(next.block)) {
            const [name, value] = node.args;
            if (node.name === 'set' && name !== undefined && value !== undefined)
                yield { name: name.text.replace(/^\$/, ''), node, value };
            else if (node.block !== null && enter(node))
                blocks.push(node);
        }
    }
}
function add(map, name, assignment) {
    const list = map.get(name);
    if (list === undefined)
        map.set(name, [assignment]);
    else
        list.push(assignment);
}

;// CONCATENATED MODULE: ./lib/nginx/routes.js








const passDirectives = new Set(['proxy_pass', 'fastcgi_pass', 'uwsgi_pass', 'scgi_pass', 'grpc_pass', 'memcached_pass']);
const subrequestDirectives = new Set(['mirror', 'auth_request']);
/** Of one configuration. A report of so many entries has 200 MB; the product of many routes and many peers would fill any memory. */
const mostEntries = 500_000;
/**
 * Reads a configuration from its main file on: directives through all includes, servers, upstreams and routes.
 * What is wrong is in `problems`; an absent main file gives an empty configuration.
 * @throws GateError when its routes are more than can be read in bounded memory
 */
function loadNginxConfig(files, main, options) {
    const included = (0,include/* readIncluded */.Vk)(files, main, options.prefix);
    const { directives } = included;
    const complete = included.missingIncludes.every((m) => m.glob && files.isKnown(m.path));
    const { version, unprivileged } = options;
    const problems = [...included.problems, ...validate(directives, { version, unprivileged, complete })];
    return { main, ...included, problems: bounded(unique(problems, placeOfProblem)), ...readRoutes(directives) };
}
/** Finds servers, upstreams and routes in the directives of the main context. */
function readRoutes(directives) {
    const reader = new RouteReader();
    reader.read(directives);
    return { servers: reader.servers, upstreams: reader.upstreams, routes: reader.routes };
}
class RouteReader {
    servers = [];
    upstreams = [];
    routes = [];
    #passes = [];
    #data = { http: [], stream: [] };
    read(directives) {
        this.#walk(directives);
        const variables = { http: new Variables(this.#data.http), stream: new Variables(this.#data.stream) };
        const upstreams = { http: this.#byName('http'), stream: this.#byName('stream') };
        let entries = 0;
        for (const { node, around } of this.#passes) {
            const { context } = around;
            const route = this.#route(node, around, variables[context], upstreams[context]);
            entries += entriesOf(route);
            if (entries > mostEntries)
                throw tooLarge(node);
            this.routes.push(route);
        }
    }
    #byName(context) {
        return new Map(this.upstreams.filter((u) => u.context === context).map((u) => [u.name.toLowerCase(), u]));
    }
    /** Visits every directive in the text's order, on a stack of its own, as blocks may be nested without limit. */
    #walk(directives) {
        const start = { context: 'http', server: null, location: null, scope: [] };
        const stack = [{ nodes: (0,include/* directivesIn */.WS)(directives), around: start }];
        for (let top = stack[0]; top !== undefined; top = stack[stack.length - 1]) {
            const next = top.nodes.next();
            if (next.done === true)
                stack.pop();
            else {
                const inside = this.#visit(next.value, top.around);
                if (inside !== null && stack.length < 1000)
                    stack.push({ nodes: (0,include/* directivesIn */.WS)(next.value.block), around: inside });
            }
        }
    }
    /** @returns the surroundings of what is in the block; null when nothing in it matters */
    #visit(node, around) {
        const { name } = node;
        if (node.data !== null)
            this.#data[around.context].push(node);
        if (passDirectives.has(name) || subrequestDirectives.has(name)) {
            if (node.args[0] !== undefined && node.args[0].text !== 'off')
                this.#passes.push({ node, around });
            return null;
        }
        if (node.block === null || name === 'mail' || name === 'events')
            return null;
        const inner = { ...around, scope: [...around.scope, node] };
        if (name === 'upstream') {
            this.upstreams.push(readUpstream(node, around.context));
            return null;
        }
        if (name === 'http' || name === 'stream')
            return { ...inner, context: name };
        if (name === 'server' && around.server === null) {
            const server = readServer(node, around.context);
            this.servers.push(server);
            return { ...inner, server };
        }
        return name === 'location' ? { ...inner, location: node } : inner;
    }
    #route(node, around, variables, upstreams) {
        const argument = node.args[0];
        const stream = around.context === 'stream' ? streamProtocol(around) : null;
        const endpoints = subrequestDirectives.has(node.name)
            ? []
            : variables
                .expand(node, argument, around.scope)
                .flatMap((text, _, all) => endpointsOf(node, text, stream, upstreams, all.length > 1));
        return {
            context: around.context,
            server: around.server,
            location: around.location?.args.map((a) => a.text).join(' ') ?? null,
            locationDirective: around.location,
            directive: node,
            name: node.name,
            target: argument.text,
            endpoints: unique(endpoints, endpointKey),
            scope: around.scope,
        };
    }
}
/** How much a route adds to a report: itself, where it leads, and what its server listens on and is called. */
function entriesOf({ endpoints, server }) {
    return 1 + endpoints.length + (server?.listens.length ?? 0) + (server?.names.length ?? 0);
}
function tooLarge(node) {
    const place = node.at ? `${node.at.file}:${node.at.start.line}` : node.file.path;
    return new errors/* GateError */.u(`${place}: up to here the routes of this configuration with their peers, listen addresses and names make more than ${mostEntries.toLocaleString('en')} entries, and nginx-gate reads no more. Exclude the file in .nginx-gate.yml if it is not meant for nginx.`);
}
function readServer(directive, context) {
    const nodes = [...(0,include/* directivesIn */.WS)(directive.block)];
    const on = (name) => nodes.some((n) => n.name === name && n.args[0]?.text.toLowerCase() === 'on');
    const listens = nodes.filter((n) => n.name === 'listen').map(nginx_listen/* readListen */.C);
    if (context === 'http' && on('ssl'))
        for (const listen of listens)
            listen.ssl = true;
    if (on('http2'))
        for (const listen of listens)
            listen.http2 = true;
    return { context, directive, listens, names: nodes.filter((n) => n.name === 'server_name').flatMap((n) => n.args.map((a) => a.text)) };
}
function streamProtocol(around) {
    if (around.server !== null && around.server.listens.length > 0 && around.server.listens.every((l) => l.udp))
        return 'udp';
    return setting(around.scope, 'proxy_ssl')?.args[0]?.text.toLowerCase() === 'on' ? 'tls' : 'tcp';
}
/**
 * The directive of a name that holds in the innermost of some enclosing blocks (a route's `scope`): that block's own,
 * else what it inherits. The main context is not looked at.
 */
function setting(scope, name) {
    for (let at = scope.length - 1; at >= 0; at -= 1) {
        const node = firstByName(scope[at]?.block ?? null).get(name);
        if (node !== undefined)
            return node;
    }
    return undefined;
}
/** By block: a server is asked once for each of its routes. */
const firstInBlock = new WeakMap();
function firstByName(block) {
    if (block === null)
        return new Map();
    let first = firstInBlock.get(block);
    if (first === undefined) {
        first = new Map();
        for (const node of (0,include/* directivesIn */.WS)(block))
            if (!first.has(node.name))
                first.set(node.name, node);
        firstInBlock.set(block, first);
    }
    return first;
}
function endpointsOf(node, located, stream, upstreams, several) {
    const target = readTarget(node.name, located, stream);
    if (several && target.host === null && target.socket === null && isEmpty(located.text))
        return [];
    const named = target.host ?? placeholderOf(node);
    const upstream = named !== null && !target.portWritten ? upstreams.get(named) : undefined;
    if (upstream !== undefined)
        return upstream.peers.map((peer) => ({ ...peer, protocol: target.protocol }));
    const known = target.hostSpan === null ? undefined : located.holder(target.hostSpan[0]);
    const variable = node.args[0]?.text.includes('$') === true;
    return [
        {
            host: target.host,
            port: target.port,
            portWritten: target.portWritten,
            socket: target.socket,
            protocol: target.protocol,
            at: known === undefined ? placeOf(node, node.args[0] ?? node.word) : placeOf(known.node, known.word),
            hostAt: target.hostSpan && located.span(...target.hostSpan),
            portAt: target.portSpan && located.span(...target.portSpan),
            hostVariable: target.hostSpan && located.variableAt(...target.hostSpan),
            portVariable: target.portSpan && located.variableAt(...target.portSpan),
            upstream: null,
            resolved: variable ? 'runtime' : 'start',
            written: (known?.word ?? node.args[0])?.text ?? '',
            down: false,
            backup: false,
        },
    ];
}
/** `http://${NAME}`: in a template whose value nobody knows, it is the upstream that is called `${NAME}` too. */
function placeholderOf(node) {
    return /^(?:\w+:\/\/)?(\$\{\w+\})(?:\/|$)/.exec(node.args[0]?.text ?? '')?.[1]?.toLowerCase() ?? null;
}
/** A variable's empty default among other values: `map` without a match, or `set $backend ""` in front of an `if`. */
function isEmpty(text) {
    return /^(\w+:\/\/)?$/.test(text);
}
/** Told once: the same host and port at the same place, reached by several values. */
function endpointKey(e) {
    return [e.host, e.port, e.socket, e.protocol, e.at.file, e.at.start.line, e.at.start.column].join('\0');
}
/** Told once: the same fault of a file that is included in several places. */
function placeOfProblem(p) {
    return [p.check, p.file.path, p.start, p.end, p.message].join('\0');
}
/** A file with more problems than this is no nginx configuration, or one long consequence of the first few. */
const mostProblems = 50;
function bounded(problems) {
    const counts = new Map();
    return problems.filter(({ file }) => {
        const count = (counts.get(file.path) ?? 0) + 1;
        counts.set(file.path, count);
        return count <= mostProblems;
    });
}
function unique(items, key) {
    const seen = new Set();
    return items.filter((item) => {
        const name = key(item);
        if (seen.has(name))
            return false;
        seen.add(name);
        return true;
    });
}


/***/ }),

/***/ 6997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ap: () => (/* binding */ imageFile),
/* harmony export */   Fp: () => (/* binding */ repositoryEntry),
/* harmony export */   sm: () => (/* binding */ sourceFile),
/* harmony export */   wM: () => (/* binding */ madeFile)
/* harmony export */ });
/* unused harmony export repositoryFile */
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _file_system_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9296);



/** A file of an image: nobody's line. */
function imageFile(text) {
    return {
        type: 'file',
        mode: 0o644,
        content: { kind: 'image', origin: null, text: () => text, bytes: () => undefined, locate: () => null },
    };
}
/** A file of the repository. */
function repositoryFile(repo, path) {
    return { type: 'file', mode: repo.isExecutable(path) ? 0o755 : 0o644, content: repositoryContent(repo, path) };
}
function repositoryContent(repo, path) {
    return {
        kind: 'repository',
        origin: path,
        text: () => repo.source(path)?.text ?? '',
        bytes: () => {
            const bytes = repo.bytes(path);
            return bytes && (!(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes) || bytes.includes(0)) ? bytes : undefined;
        },
        locate: (start, end) => repo.source(path)?.locate(start, end) ?? null,
    };
}
/** A text written inside another file of the repository (inline configs, here-documents). */
function sourceFile(source, kind = 'config') {
    return {
        type: 'file',
        mode: 0o644,
        content: {
            kind,
            origin: source.file,
            text: () => source.text,
            bytes: () => undefined,
            locate: (start, end) => source.locate(start, end),
        },
    };
}
/** A text that one line of the repository makes (`echo … > FILE`): every span leads to that line. */
function madeFile(text, at) {
    return {
        type: 'file',
        mode: 0o644,
        content: { kind: 'repository', origin: at.file, text: () => text, bytes: () => undefined, locate: () => at, isWritten: () => false },
    };
}
/** A folder or file of the repository as an entry; undefined when nothing usable stands there. */
function repositoryEntry(repo, path, filter) {
    const kind = repo.kind(path);
    if (kind === 'file')
        return repositoryFile(repo, path);
    if (kind === 'directory')
        return repositoryFolder(repo, path, filter);
    return undefined;
}
function repositoryFolder(repo, path, filter) {
    return new _file_system_js__WEBPACK_IMPORTED_MODULE_2__/* .Folder */ .vd(true, function* () {
        for (const name of repo.list(path)) {
            const child = path === '' ? name : node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(path, name);
            if (name === '.git' && path === '')
                continue;
            if (filter && !filter(child))
                continue;
            const link = repo.link(child);
            if (link !== undefined)
                yield [name, { type: 'link', target: link }];
            else {
                const entry = repositoryEntry(repo, child, filter);
                if (entry)
                    yield [name, entry];
            }
        }
    });
}


/***/ }),

/***/ 9095:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EW: () => (/* binding */ isHarmless),
/* harmony export */   Ol: () => (/* binding */ appendedFile),
/* harmony export */   V2: () => (/* binding */ substitute),
/* harmony export */   m9: () => (/* binding */ editedFile)
/* harmony export */ });
/* harmony import */ var _core_source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7718);

/**
 * A file whose lines were edited in place (`sed -i s/a/b/`): line for line the same file, so an untouched line keeps its
 * columns and a changed one leads to the whole line.
 */
function editedFile(before, text, mode) {
    const was = new _core_source_js__WEBPACK_IMPORTED_MODULE_0__/* .Source */ .k('', before.text());
    const is = new _core_source_js__WEBPACK_IMPORTED_MODULE_0__/* .Source */ .k('', text);
    return {
        type: 'file',
        mode,
        content: {
            kind: before.kind,
            origin: before.origin,
            text: () => text,
            bytes: () => undefined,
            locate: (start, end) => {
                const from = is.position(start);
                const to = is.position(Math.max(start, end));
                const same = (line) => was.line(line) === is.line(line);
                const offset = (line, column, atEnd) => same(line) ? was.lineStart(line) + column - 1 : was.lineStart(line) + (atEnd ? (was.line(line)?.length ?? 0) : 0);
                return before.locate(offset(from.line, from.column, false), offset(to.line, to.column, true));
            },
            // What an edit made stands nowhere in the repository.
            isWritten: () => false,
        },
    };
}
/** A file with more text at its end, written by one line of the repository. */
function appendedFile(before, text, at) {
    const { content } = before;
    const whole = content.text() + text;
    const border = whole.length - text.length;
    return {
        ...before,
        content: {
            kind: content.kind === 'image' ? 'repository' : content.kind,
            origin: content.origin ?? at.file,
            text: () => whole,
            bytes: () => undefined,
            locate: (start, end) => (start >= border ? at : content.locate(start, Math.min(end, border))),
            isWritten: (start, end) => end <= border && (content.isWritten?.(start, end) ?? content.kind === 'repository'),
        },
    };
}
/**
 * Applies one `s/old/new/[g]` of sed to a text; undefined where the pattern is more than this can follow,
 * or a command that isn't a substitution.
 */
function substitute(text, expression) {
    const parts = splitSubstitution(expression);
    if (!parts)
        return undefined;
    const { old, now, flags } = parts;
    const lines = text.split('\n');
    if (lines.some((line) => line.length > longestLine))
        return undefined;
    return lines
        .map((line) => {
        let times = 0;
        return line.replace(old, (match) => (times++ === 0 || flags.includes('g') ? now : match));
    })
        .join('\n');
}
/** Whether what a sed command says can't touch what a configuration takes in or serves: `s/^user.*;/user app;/`. */
function isHarmless(expression) {
    return !/include|conf|http|server|listen|upstream|location|pass|root|[{}#]/.test(expression) && /^s\W/.test(expression);
}
function splitSubstitution(expression) {
    const separator = expression[1];
    if (expression[0] !== 's' || separator === undefined || /[\w\s\\]/.test(separator))
        return undefined;
    const parts = [''];
    for (let at = 2; at < expression.length; at++) {
        const char = expression[at];
        if (char === separator)
            parts.push('');
        else if (char === '\\')
            parts[parts.length - 1] += char + (expression[++at] ?? '');
        else
            parts[parts.length - 1] += char;
    }
    const [pattern, replacement, flags] = parts;
    if (parts.length !== 3 || flags === undefined || !/^g?$/.test(flags) || !pattern || replacement === undefined)
        return undefined;
    const old = basicPattern(pattern, separator);
    const now = literalReplacement(replacement, separator);
    return old === undefined || now === undefined ? undefined : { old, now, flags };
}
const longestLine = 1000;
const mostStars = 1;
/**
 * A basic regular expression of sed as JavaScript's, for the part of it that reads the same in both and can't take long:
 * text, `.`, `[…]`, at most one star, `^` at the start and `$` at the end. Undefined for anything else.
 */
function basicPattern(pattern, separator) {
    let source = '';
    let stars = 0;
    for (let at = 0; at < pattern.length; at++) {
        const char = pattern[at];
        const first = at === 0;
        const last = at === pattern.length - 1;
        if (char === '\\') {
            const next = pattern[++at] ?? '';
            if (next === 's')
                source += '[ \\t]';
            else if (next === separator || '.*[]^$/\\-'.includes(next))
                source += quoted(next);
            else
                return undefined;
        }
        else if (char === '[') {
            const end = pattern.indexOf(']', at + 2);
            const body = end === -1 ? '' : pattern.slice(at + 1, end);
            if (!/^\^?[\w .,/:;-]+$/.test(body))
                return undefined;
            source += `[${body}]`;
            at = end;
        }
        else if (char === '*' && !first) {
            if (++stars > mostStars)
                return undefined;
            source += '*';
        }
        else if ((char === '^' && first) || (char === '$' && last) || char === '.')
            source += char;
        else
            source += quoted(char);
    }
    return source === '' ? undefined : new RegExp(source, 'g');
}
function quoted(char) {
    return char.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
function literalReplacement(replacement, separator) {
    let text = '';
    for (let at = 0; at < replacement.length; at++) {
        const char = replacement[at];
        if (char === '&')
            return undefined;
        if (char === '\\') {
            const next = replacement[++at] ?? '';
            if (next !== separator && !'/&\\.$-'.includes(next))
                return undefined;
            text += next;
        }
        else
            text += char;
    }
    return text;
}


/***/ }),

/***/ 1861:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HM: () => (/* binding */ portOf),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   fF: () => (/* binding */ options),
/* harmony export */   g9: () => (/* binding */ positionals),
/* harmony export */   or: () => (/* binding */ parseAddress),
/* harmony export */   u8: () => (/* binding */ uwsgiFileAddress),
/* harmony export */   uK: () => (/* binding */ option)
/* harmony export */ });
/** `0.0.0.0:8000`, `:8000`, `[::]:8000`, `*:8000`, `unix:/run/app.sock`, `http://+:5000`, `tcp://0.0.0.0:80`. */
function parseAddress(text) {
    const unix = /^(?:unix:(?:\/\/)?|sock(?:et)?:)?(\/[^\s:]+)(?::\d+)?$/.exec(text);
    if (unix)
        return { port: null, socket: unix[1], address: null };
    const bare = text.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').replace(/\/.*$/, '');
    const pair = /^(\[[0-9a-fA-F:.]*\]|[\w.*+-]*):(\d{1,5})$/.exec(bare);
    if (pair) {
        const port = portOf(pair[2]);
        const host = pair[1].replace(/^\[|\]$/g, '');
        return port === null ? null : { port, socket: null, address: host === '*' || host === '+' || host === '' ? '0.0.0.0' : host };
    }
    const only = portOf(bare);
    return only === null ? null : { port: only, socket: null, address: null };
}
/** A port number of 1 to 65535, else null. */
function portOf(text) {
    if (text === undefined || text === null || !/^\d{1,5}$/.test(text.trim()))
        return null;
    const port = Number(text);
    return port > 0 && port < 65536 ? port : null;
}
/** Whether an address is loopback alone: nothing outside its network namespace reaches it. */
function isLoopback(address) {
    return address !== null && /^(?:127(?:\.\d{1,3}){3}|::1|0:0:0:0:0:0:0:1|localhost)$/i.test(address);
}
/** The value of the last of several options: `-b X`, `--bind X`, `--bind=X`; `-b` of one letter also as `-bX`. */
function option(args, names) {
    return options(args, names).at(-1);
}
function options(args, names) {
    const found = [];
    args.forEach((word, at) => {
        for (const name of names) {
            const next = args[at + 1];
            if (word.text === name && next !== undefined && (!next.text.startsWith('-') || /^-?\d+$/.test(next.text)))
                found.push(next);
            else if (word.text.startsWith(`${name}=`))
                found.push({ ...word, text: word.text.slice(name.length + 1) });
            else if (/^-[a-zA-Z]$/.test(name) && word.text.startsWith(name) && /^-[a-zA-Z][\d:.[]/.test(word.text)) {
                found.push({ ...word, text: word.text.slice(2) });
            }
        }
    });
    return found;
}
/** The words that are no options and no values of the options that take one. */
function positionals(args, valued) {
    const found = [];
    for (let at = 0; at < args.length; at++) {
        const word = args[at];
        if (valued.includes(word.text))
            at++;
        else if (!word.text.startsWith('-'))
            found.push(word);
    }
    return found;
}
/** uwsgi's address: `:8000`, `127.0.0.1:8000`, `/run/app.sock`, `app.sock`. */
function uwsgiFileAddress(text) {
    const parsed = parseAddress(text.split(',')[0]);
    if (parsed !== null)
        return parsed;
    return /\.sock(?:et)?$/.test(text) ? { port: null, socket: text, address: null } : null;
}


/***/ }),

/***/ 9296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q2: () => (/* binding */ FileSystem),
/* harmony export */   gC: () => (/* binding */ cloneEntry),
/* harmony export */   vd: () => (/* binding */ Folder)
/* harmony export */ });
/* unused harmony export byBytes */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

/** A folder. Its entries are read from where it comes from at the first look. */
class Folder {
    type = 'folder';
    /** False when there may be entries that nobody knows of. */
    complete;
    #own = new Map();
    #fill;
    constructor(complete, fill) {
        this.complete = complete;
        this.#fill = fill;
    }
    get entries() {
        const fill = this.#fill;
        if (fill) {
            this.#fill = undefined;
            for (const [name, entry] of fill())
                if (!this.#own.has(name))
                    this.#own.set(name, entry);
        }
        return this.#own;
    }
    /** Reads what is in it now, not when it is looked at first. */
    read() {
        void this.entries;
    }
    /** A copy that can be changed without changing this one; what nobody has looked at yet stays unread. */
    clone() {
        const copy = new Folder(this.complete, this.#fill);
        for (const [name, entry] of this.#own)
            copy.#own.set(name, cloneEntry(entry));
        return copy;
    }
}
function cloneEntry(entry) {
    return entry.type === 'folder' ? entry.clone() : entry;
}
const mostLinks = 40;
/** A container's files as far as they are known: folders, files, links, and what nobody knows. Paths are absolute and POSIX. */
class FileSystem {
    root;
    constructor(root = new Folder(true)) {
        this.root = root;
    }
    clone() {
        return new FileSystem(this.root.clone());
    }
    /** The entry at a path, links followed; undefined when it is known to be absent. */
    get(path, followLast = true) {
        const entry = this.#find(path, followLast, 0);
        return entry?.type === 'absent' ? undefined : entry;
    }
    #find(path, followLast, hops) {
        const names = split(path);
        let folder = this.root;
        for (let index = 0; index < names.length; index++) {
            const last = index === names.length - 1;
            const entry = folder.entries.get(names[index]);
            if (entry === undefined)
                return folder.complete ? undefined : { type: 'unknown' };
            if (entry.type === 'link' && (!last || followLast)) {
                if (hops >= mostLinks)
                    return undefined;
                const here = `/${names.slice(0, index).join('/')}`;
                const rest = names.slice(index + 1).join('/');
                return this.#find(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve(here, entry.target, rest), followLast, hops + 1);
            }
            if (last)
                return entry;
            if (entry.type === 'unknown')
                return entry;
            if (entry.type !== 'folder')
                return undefined;
            folder = entry;
        }
        return folder;
    }
    /** Puts an entry at a path; folders above it are made, what stood there is hidden. Links of folders above are followed. */
    set(path, entry) {
        const names = split(this.real(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve('/', path))));
        const name = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path);
        if (name === '' || name === '/') {
            if (entry.type === 'folder')
                for (const [key, value] of entry.entries)
                    this.root.entries.set(key, value);
            return;
        }
        this.#folder(names).entries.set(name, entry);
    }
    /** The folder at a path, made where it is absent; below something unknown it stays incomplete. */
    folder(path) {
        return this.#folder(split(this.real(path)));
    }
    #folder(names) {
        let folder = this.root;
        for (const name of names) {
            const entry = folder.entries.get(name);
            if (entry?.type === 'folder') {
                folder = entry;
                continue;
            }
            const unsure = entry?.type === 'unknown' || (entry === undefined && !folder.complete);
            const made = new Folder(!unsure);
            folder.entries.set(name, made);
            folder = made;
        }
        return folder;
    }
    /** The path with the links of its folders resolved. */
    real(path, hops = 0) {
        const names = split(path);
        let folder = this.root;
        for (let index = 0; index < names.length && folder; index++) {
            const entry = folder.entries.get(names[index]);
            if (entry?.type === 'link' && hops < mostLinks) {
                const here = `/${names.slice(0, index).join('/')}`;
                return this.real(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve(here, entry.target, names.slice(index + 1).join('/')), hops + 1);
            }
            folder = entry?.type === 'folder' ? entry : undefined;
        }
        return `/${names.join('/')}`;
    }
    /** Removes what stands at a path. */
    remove(path) {
        const parent = this.get(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(path));
        if (parent?.type !== 'folder')
            return;
        const name = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path);
        if (parent.complete)
            parent.entries.delete(name);
        else
            parent.entries.set(name, { type: 'absent' });
    }
    /** From now on nothing is known of this path: a folder keeps what is known of it but is no longer complete. */
    forget(path) {
        const entry = this.get(path);
        if (entry?.type === 'folder')
            entry.complete = false;
        else if (entry?.type !== 'unknown')
            this.set(path, { type: 'unknown' });
    }
    /** Everything below a path may have been changed: every file is unknown. */
    forgetAll(path) {
        this.set(path, new Folder(false));
    }
    /** Whether everything about a path is known: what stands there, and for a folder which files it holds and what they say. */
    isKnown(path) {
        const entry = this.get(path);
        if (entry === undefined || entry.type === 'link')
            return true;
        if (entry.type !== 'folder')
            return isSure(entry);
        return entry.complete && [...entry.entries.values()].every((child) => child.type === 'folder' || isSure(child));
    }
    /** Names in a folder that certainly exist, sorted by bytes. */
    list(path) {
        const folder = this.get(path);
        if (folder?.type !== 'folder')
            return [];
        const names = [];
        for (const [name, entry] of folder.entries)
            if (entry.type !== 'absent' && entry.type !== 'unknown')
                names.push(name);
        return names.sort(byBytes);
    }
    /** Files below a path with their paths, links not followed into folders; at most `most` entries are looked at. */
    *walk(path, most = 20_000) {
        const start = this.get(path);
        if (start?.type === 'file')
            yield [node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve('/', path), start];
        if (start?.type !== 'folder')
            return;
        const open = [[path === '/' ? '' : path.replace(/\/+$/, ''), start]];
        let seen = 0;
        for (let next = open.pop(); next; next = open.pop()) {
            const [at, folder] = next;
            for (const [name, raw] of folder.entries) {
                if (++seen > most)
                    return;
                const here = `${at}/${name}`;
                const entry = raw.type === 'link' ? this.get(here) : raw;
                if (entry?.type === 'file')
                    yield [here, entry];
                else if (raw.type === 'folder')
                    open.push([here, raw]);
            }
        }
    }
}
function isSure(entry) {
    return entry.type !== 'unknown' && !(entry.type === 'file' && entry.guess);
}
function split(path) {
    return node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve('/', path).split('/').filter(Boolean);
}
function byBytes(a, b) {
    return Buffer.compare(Buffer.from(a), Buffer.from(b));
}


/***/ }),

/***/ 3416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ matchesPath),
/* harmony export */   H: () => (/* binding */ matchesName)
/* harmony export */ });
/**
 * Whether one name matches a pattern of `*`, `?`, `[…]` and `\` (glob(3), Go's filepath.Match). Time grows with the
 * product of both lengths at most, whatever the pattern.
 */
function matchesName(pattern, name) {
    let at = 0;
    let star = -1;
    let retry = 0;
    let index = 0;
    while (index < name.length) {
        const step = at < pattern.length ? matchOne(pattern, at, name[index]) : 0;
        if (pattern[at] === '*') {
            star = at++;
            retry = index;
        }
        else if (step > 0) {
            at += step;
            index++;
        }
        else if (star !== -1) {
            at = star + 1;
            index = ++retry;
        }
        else
            return false;
    }
    while (pattern[at] === '*')
        at++;
    return at >= pattern.length;
}
/** How many units of the pattern match this character; 0 when they don't. */
function matchOne(pattern, at, char) {
    const first = pattern[at];
    if (first === '?')
        return 1;
    if (first === '\\' && at + 1 < pattern.length)
        return pattern[at + 1] === char ? 2 : 0;
    if (first === '[') {
        const end = pattern.indexOf(']', at + 2);
        if (end !== -1)
            return inClass(pattern.slice(at + 1, end), char) ? end - at + 1 : 0;
    }
    return first === char ? 1 : 0;
}
function inClass(body, char) {
    const negated = body[0] === '!' || body[0] === '^';
    const items = negated ? body.slice(1) : body;
    let found = false;
    for (let at = 0; at < items.length; at++) {
        const from = items[at];
        if (items[at + 1] === '-' && at + 2 < items.length) {
            if (char >= from && char <= items[at + 2])
                found = true;
            at += 2;
        }
        else if (char === from)
            found = true;
    }
    return found !== negated;
}
/** Whether a path matches a pattern whose parts are matched name by name; `**` stands for any number of folders. */
function matchesPath(pattern, path) {
    // reachable[j]: the pattern up to here matches the first j names.
    let reachable = new Array(path.length + 1).fill(false);
    reachable[0] = true;
    for (const part of pattern) {
        const next = new Array(path.length + 1).fill(false);
        for (let index = 0; index <= path.length; index++) {
            if (!reachable[index])
                continue;
            if (part === '**')
                for (let to = index; to <= path.length; to++)
                    next[to] = true;
            else if (index < path.length && matchesName(part, path[index]))
                next[index + 1] = true;
        }
        reachable = next;
    }
    return reachable[path.length] === true;
}


/***/ }),

/***/ 4952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ZZ: () => (/* binding */ namedImageTree),
  Ck: () => (/* binding */ nginxFolders),
  np: () => (/* binding */ stageTree)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/core/embedded.js
var embedded = __webpack_require__(3469);
// EXTERNAL MODULE: ./lib/docker/known-images.js
var known_images = __webpack_require__(2494);
// EXTERNAL MODULE: ./lib/docker/nginx-layouts.js + 1 modules
var nginx_layouts = __webpack_require__(6256);
// EXTERNAL MODULE: ./lib/stack/content.js
var content = __webpack_require__(6997);
// EXTERNAL MODULE: ./lib/stack/glob.js
var glob = __webpack_require__(3416);
;// CONCATENATED MODULE: ./lib/stack/dockerignore.js


const mostPatterns = 1000;
/**
 * What of a build context reaches the builder, by `DOCKERFILE.dockerignore` or the context's `.dockerignore`.
 * The filter takes repository paths; undefined when nothing is left out.
 */
function contextFilter(repo, context, dockerfile) {
    const source = repo.source(`${dockerfile}.dockerignore`) ?? repo.source(external_node_path_.posix.join(context, '.dockerignore'));
    const patterns = source === undefined ? [] : readPatterns(source.text);
    return patterns.length === 0 ? undefined : (path) => !isIgnored(patterns, external_node_path_.posix.relative(context || '.', path).split('/'));
}
function readPatterns(text) {
    const patterns = [];
    for (const line of text
        .replace(/^\uFEFF/, '')
        .split(/\r?\n/)
        .slice(0, mostPatterns)) {
        const written = line.trim();
        if (written === '' || written.startsWith('#'))
            continue;
        const keep = written.startsWith('!');
        const path = external_node_path_.posix.normalize((keep ? written.slice(1) : written).trim()).replace(/^\/+|\/+$/g, '');
        if (path !== '' && path !== '.')
            patterns.push({ parts: path.split('/'), keep });
    }
    return patterns;
}
/** The last pattern that matches the path or a folder above it decides. A folder stays where a later `!` may bring back what is in it. */
function isIgnored(patterns, path) {
    let ignored = false;
    for (const { parts, keep } of patterns) {
        if (keep !== ignored)
            continue;
        if (matchesSelfOrParent(parts, path))
            ignored = !keep;
        else if (keep && ignored && leadsTo(parts, path))
            return false;
    }
    return ignored;
}
function matchesSelfOrParent(parts, path) {
    for (let length = path.length; length > 0; length--)
        if ((0,glob/* matchesPath */.$)(parts, path.slice(0, length)))
            return true;
    return false;
}
/** Whether a kept pattern reaches below this folder. */
function leadsTo(parts, folder) {
    const wildcard = parts.indexOf('**');
    if (wildcard !== -1 && wildcard <= folder.length)
        return (0,glob/* matchesPath */.$)(parts.slice(0, wildcard), folder.slice(0, wildcard));
    return parts.length > folder.length && (0,glob/* matchesPath */.$)(parts.slice(0, folder.length), folder);
}

// EXTERNAL MODULE: ./lib/stack/file-system.js
var file_system = __webpack_require__(9296);
// EXTERNAL MODULE: ./lib/stack/script-effects.js + 4 modules
var script_effects = __webpack_require__(7096);
;// CONCATENATED MODULE: ./lib/stack/image-tree.js









/** The folders where any nginx looks for its configuration. */
const nginxFolders = [
    '/etc/nginx',
    '/usr/local/nginx/conf',
    '/usr/local/openresty/nginx/conf',
    '/etc/openresty',
    '/etc/angie',
    '/opt/bitnami/nginx/conf',
    '/config/nginx',
    '/usr/local/etc/nginx',
];
/** An image that is only named: the files of the nginx that it is known to hold, else nothing known. */
function namedImageTree(reference, layoutOf = known_images/* nginxImage */.yU) {
    const layout = reference === null ? undefined : layoutOf(reference);
    return { files: layoutFiles(layout), layout, placed: [], understood: true };
}
function layoutFiles(layout) {
    const files = new file_system/* FileSystem */.Q2(new file_system/* Folder */.vd(layout !== undefined && layout.folders.length > 0));
    if (!layout)
        return files;
    if (layout.folders.length > 0) {
        for (const folder of ['bin', 'etc', 'home', 'lib', 'lib64', 'opt', 'root', 'run', 'sbin', 'srv', 'usr', 'var', 'dev', 'proc', 'sys']) {
            files.set(`/${folder}`, new file_system/* Folder */.vd(false));
        }
        files.set('/tmp', new file_system/* Folder */.vd(true));
        if (layout.start === 'official') {
            files.set(known_images/* officialStartFolder */.Yb, new file_system/* Folder */.vd(true));
            for (const name of Object.values(known_images/* officialStartScripts */.wL))
                files.set(`${known_images/* officialStartFolder */.Yb}/${name}`, { ...(0,content/* imageFile */.Ap)(''), mode: 0o755 });
        }
        // Every image of the family lacks these; they come with a mount or a build step.
        for (const folder of ['/etc/letsencrypt', '/etc/certs', '/etc/certificates'])
            files.set(folder, { type: 'absent' });
    }
    addLayout(files, layout);
    return files;
}
function addLayout(files, layout) {
    for (const folder of layout.folders)
        files.folder(folder).complete = true;
    for (const [path, text] of layout.files)
        files.set(path, (0,content/* imageFile */.Ap)(text));
    if (layout.folders.length === 0)
        for (const [path] of layout.files)
            files.folder(external_node_path_.posix.dirname(path)).complete = false;
}
/** The files of a stage after its last instruction, with those of the stages that it builds on. */
function stageTree(place, index, made = new Map()) {
    const known = made.get(index);
    if (known)
        return known;
    const stage = place.dockerfile.stages[index];
    if (!stage)
        return namedImageTree(null);
    const parent = stage.parent !== null && stage.parent < index ? stageTree(place, stage.parent, made) : undefined;
    const base = parent
        ? { ...parent, files: parent.files.clone(), placed: [...parent.placed] }
        : namedImageTree(stage.base.value || null, place.layoutOf);
    const built = new StageBuilder(place, base, index, made).build(stage);
    made.set(index, built);
    return built;
}
class StageBuilder {
    #place;
    #tree;
    #index;
    #made;
    #environment = new Map();
    #filter;
    #workdir = '/';
    constructor(place, tree, index, made) {
        this.#place = place;
        this.#tree = tree;
        this.#index = index;
        this.#made = made;
        if (place.context !== null)
            this.#filter = contextFilter(place.repo, place.context, place.dockerfile.file);
    }
    build(stage) {
        for (const earlier of this.#earlier(stage))
            if (earlier.keyword === 'WORKDIR' || earlier.keyword === 'ENV')
                this.#apply(earlier);
        for (const [name, value] of stage.args)
            if (!this.#environment.has(name))
                this.#environment.set(name, value);
        for (const instruction of stage.instructions)
            this.#apply(instruction);
        return this.#tree;
    }
    *#earlier(stage) {
        if (stage.parent === null)
            return;
        const parent = this.#place.dockerfile.stages[stage.parent];
        if (!parent || stage.parent >= this.#index)
            return;
        yield* this.#earlier(parent);
        yield* parent.instructions;
    }
    #apply(instruction) {
        switch (instruction.keyword) {
            case 'WORKDIR':
                this.#workdir = external_node_path_.posix.resolve(this.#workdir, instruction.words.map(({ value }) => value).join(' '));
                this.#tree.files.folder(this.#workdir);
                break;
            case 'ENV':
                for (const { value } of instruction.words)
                    this.#environment.set(value.slice(0, value.indexOf('=')), value.slice(value.indexOf('=') + 1));
                break;
            case 'COPY':
            case 'ADD':
                this.#copy(instruction);
                break;
            case 'RUN':
                this.#run(instruction);
                break;
        }
    }
    #copy(instruction) {
        const words = instruction.words.map(({ value }) => value);
        const written = words.pop();
        if (written === undefined || words.length === 0)
            return;
        const target = external_node_path_.posix.resolve(this.#workdir, written);
        const sources = words.filter((word) => !word.startsWith('<<'));
        const intoFolder = /(^|\/)\.?$|\/$/.test(written) || this.#tree.files.get(target)?.type === 'folder' || words.length > 1;
        for (const heredoc of instruction.heredocs) {
            const source = new embedded/* LinesOfFile */.j(heredoc.at.file, heredoc.at.start.line, heredoc.text);
            this.#put(intoFolder ? external_node_path_.posix.join(target, heredoc.name) : target, (0,content/* sourceFile */.sm)(source, 'repository'));
        }
        const from = instruction.flags.get('from')?.value;
        const excluded = instruction.flags.get('exclude')?.value;
        for (const source of sources) {
            if (/^[a-z]+:\/\/|^git@/.test(source))
                this.#tree.files.forget(intoFolder ? external_node_path_.posix.join(target, external_node_path_.posix.basename(source)) : target);
            else if (from !== undefined && !this.#place.contexts.has(from))
                this.#copyFrom(from, source, target, intoFolder);
            else {
                const context = from === undefined ? this.#place.context : (this.#place.contexts.get(from) ?? null);
                this.#copyContext(instruction, {
                    context,
                    filter: from === undefined ? this.#filter : undefined,
                    source,
                    target,
                    intoFolder,
                    excluded,
                });
            }
        }
    }
    #copyContext(instruction, from) {
        const { context, filter, source, target, intoFolder } = from;
        const wild = /[*?[]/.test(source);
        const paths = context === null ? [] : this.#sources(context, source, filter);
        if (paths.length === 0) {
            if (!wild)
                this.#tree.files.forget(intoFolder && !source.endsWith('/') && context !== null ? external_node_path_.posix.join(target, external_node_path_.posix.basename(source)) : target);
            return;
        }
        for (const path of paths) {
            const entry = (0,content/* repositoryEntry */.Fp)(this.#place.repo, path, filter);
            if (!entry)
                continue;
            const to = entry.type === 'folder' || !(intoFolder || wild) ? target : external_node_path_.posix.join(target, external_node_path_.posix.basename(path));
            if (instruction.keyword === 'ADD' && entry.type === 'file' && /\.(tar|tgz|tbz2?|txz)(\.\w+)?$|\.tar\.\w+$/.test(path)) {
                this.#tree.files.forget(target);
                continue;
            }
            const mode = Number.parseInt(instruction.flags.get('chmod')?.value ?? '', 8);
            this.#put(to, entry.type === 'file' && Number.isFinite(mode) ? { ...entry, mode } : entry);
            if (entry.type === 'file' || entry.type === 'folder') {
                this.#tree.placed.push({ source: path, target: to, at: instruction.at, by: 'copy' });
            }
        }
    }
    /** The repository paths that a source word of COPY names. */
    #sources(context, source, filter) {
        const { repo } = this.#place;
        const path = external_node_path_.posix.join(context, external_node_path_.posix.resolve('/', source).slice(1)) || '';
        const relative = path === '.' ? '' : path;
        const allowed = (candidate) => !filter || candidate === context || candidate === '' || filter(candidate);
        if (!/[*?[]/.test(source))
            return repo.kind(relative || '.') !== undefined && allowed(relative) ? [relative || '.'] : [];
        const parts = relative.split('/');
        const fixed = parts.findIndex((part) => /[*?[]/.test(part));
        let found = [parts.slice(0, fixed).join('/')];
        for (const part of parts.slice(fixed)) {
            found = found.flatMap((folder) => repo
                .list(folder || '.')
                .filter((name) => (0,glob/* matchesPath */.$)([part], [name]))
                .map((name) => (folder === '' ? name : `${folder}/${name}`)));
        }
        return found.filter((candidate) => repo.kind(candidate) !== undefined && allowed(candidate));
    }
    #copyFrom(from, source, target, intoFolder) {
        const { stages } = this.#place.dockerfile;
        const named = stages.findIndex((stage, index) => index < this.#index && stage.name?.toLowerCase() === from.toLowerCase());
        const index = named !== -1 ? named : /^\d+$/.test(from) && Number(from) < this.#index ? Number(from) : -1;
        const tree = index === -1 ? namedImageTree(from, this.#place.layoutOf) : stageTree(this.#place, index, this.#made);
        const path = external_node_path_.posix.resolve('/', source);
        if (/[*?[]/.test(source)) {
            this.#tree.files.forget(target);
            return;
        }
        const entry = tree.files.get(path);
        const to = entry?.type === 'file' && intoFolder ? external_node_path_.posix.join(target, external_node_path_.posix.basename(path)) : target;
        if (entry === undefined || entry.type === 'unknown')
            this.#tree.files.forget(to);
        else
            this.#put(to, (0,file_system/* cloneEntry */.gC)(entry));
        for (const placed of tree.placed) {
            if (placed.target === path || placed.target.startsWith(`${path === '/' ? '' : path}/`)) {
                this.#tree.placed.push({ ...placed, target: external_node_path_.posix.join(to, external_node_path_.posix.relative(path, placed.target)) });
            }
        }
    }
    /** Copies merge into folders that are there, as COPY does. */
    #put(target, entry) {
        const { files } = this.#tree;
        const there = files.get(target);
        if (entry.type === 'folder' && there?.type === 'folder') {
            if (!entry.complete)
                there.complete = false;
            for (const [name, child] of entry.entries)
                this.#put(external_node_path_.posix.join(target, name), child);
        }
        else
            files.set(target, (0,file_system/* cloneEntry */.gC)(entry));
    }
    #run(instruction) {
        const script = instruction.heredocs.length > 0 && /^<<-?\S+\s*$/.test(instruction.raw) ? instruction.heredocs[0] : undefined;
        const text = script
            ? script.text
            : instruction.exec
                ? instruction.words.map(({ value }) => value).join(' ')
                : this.#withHeredocs(instruction);
        this.#install(text);
        const context = {
            files: this.#tree.files,
            workdir: this.#workdir,
            environment: { values: this.#environment, complete: false },
            folders: nginxFolders,
            phase: 'build',
            at: () => instruction.at,
        };
        const effects = instruction.exec
            ? (0,script_effects/* runCommand */.d1)(instruction.words.map(({ value }) => value), context)
            : (0,script_effects/* runScript */.j3)(text, context);
        if (!effects.understood)
            this.#tree.understood = false;
    }
    #withHeredocs(instruction) {
        return [instruction.raw, ...instruction.heredocs.map(({ text, name }) => `${text}${name}`)].join('\n');
    }
    /** A package manager that installs nginx brings its files. */
    #install(text) {
        if (this.#tree.layout)
            return;
        const install = /\b(apt-get|apt|apk|yum|dnf|microdnf)\b[^;&|]{0,400}?\b(?:install|add)\b([^;&|]*)/g;
        for (const match of text.matchAll(install)) {
            if (!/(?:^|\s)(nginx|nginx-full|nginx-light|nginx-extras|nginx-core)(?:[=~@<>]\S*)?(?=\s|$)/.test(match[2]))
                continue;
            const layout = (0,nginx_layouts/* packageLayout */.pg)(match[1]);
            if (!layout)
                continue;
            this.#tree.layout = layout;
            addLayout(this.#tree.files, layout);
            return;
        }
    }
}


/***/ }),

/***/ 4173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ isSlip),
/* harmony export */   U: () => (/* binding */ misspeltName)
/* harmony export */ });
/* harmony import */ var _core_nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6661);

/** Shorter names are too often one letter apart by themselves: api and app. */
const shortest = 4;
/** Where containers from outside the project may have names that are near. */
const shortestOutside = 8;
/** Where more than the port tells which service was meant. */
const shortestExpected = 3;
/**
 * The service's name that was meant, or null.
 * @param evidenceOf what is known of a service
 * @param expected whether nginx waits for a service that its configuration never names
 * @param outside whether containers from outside the project may have names that are near
 */
function misspeltName({ target }, projects, evidenceOf, expected, outside) {
    const { host, port } = target;
    if (host === null || port === null || host.length < shortestExpected || !/^[a-z][\w-]*$/.test(host))
        return null;
    for (const project of projects) {
        for (const service of project.services) {
            const isExpected = expected(service);
            for (const name of namesOf(service)) {
                if (Math.min(name.length, host.length) < (isExpected ? shortestExpected : outside ? shortestOutside : shortest))
                    continue;
                if (isSlip(host, name.toLowerCase()) && evidenceOf(service, project).some((item) => item.port === port))
                    return name;
            }
        }
    }
    return null;
}
function namesOf(service) {
    const aliases = [...service.networks.values()].flatMap((network) => network.aliases.map((alias) => alias.value));
    return [service.name, ...aliases, ...(service.containerName ? [service.containerName.value] : [])];
}
/** One wrong letter; a digit, a plural or a part of one or two letters (web-a and web-b, db-ro and db-rw) tells two things apart on purpose. */
function isSlip(written, meant) {
    if (written === meant || (0,_core_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .editDistance */ .Y)(written, meant) !== 1)
        return false;
    if (`${written}s` === meant || `${meant}s` === written)
        return false;
    const letters = (text) => text.replace(/\d/g, '#');
    if (letters(written) === letters(meant) || written.replace(/\d/g, '') === meant.replace(/\d/g, ''))
        return false;
    const single = (text) => text.replace(/(?<=^|[-_])[a-z]{1,2}(?=$|[-_])/g, '?');
    return single(written) === written || single(written) !== single(meant);
}


/***/ }),

/***/ 4533:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Di: () => (/* binding */ networkNames),
/* harmony export */   N7: () => (/* binding */ namespaceMembers),
/* harmony export */   R$: () => (/* binding */ hasOpenNetwork),
/* harmony export */   Tj: () => (/* binding */ sharesNetwork),
/* harmony export */   dR: () => (/* binding */ namespaceOwner)
/* harmony export */ });
/** The network that a service's key stands for, by its real name where one is given. */
function networkNames(service, project) {
    return [...service.networks.keys()].map((key) => realName(project.networks.get(key), key));
}
function realName(network, key) {
    return network?.name ?? key;
}
/** Whether a container outside the project may stand on one of the service's networks. */
function hasOpenNetwork(service, project) {
    return [...service.networks.keys()].some((key) => {
        const network = project.networks.get(key);
        return network !== undefined && (network.external || network.name !== null);
    });
}
function sharesNetwork(a, b, project) {
    const names = new Set(networkNames(a, project));
    return networkNames(b, project).some((name) => names.has(name));
}
/** By project: each service's owner of its network namespace, and who lives there. */
const namespaces = new WeakMap();
function namespacesOf(project) {
    const known = namespaces.get(project);
    if (known !== undefined)
        return known;
    const byName = new Map(project.services.toReversed().map((service) => [service.name, service]));
    const found = { owners: new Map(), members: new Map() };
    for (const service of project.services) {
        const owner = ownerOf(service, byName);
        found.owners.set(service, owner);
        const members = found.members.get(owner);
        if (members)
            members.push(service);
        else
            found.members.set(owner, [service]);
    }
    namespaces.set(project, found);
    return found;
}
function ownerOf(service, byName) {
    let owner = service;
    for (let hops = 0; hops < 20; hops++) {
        const other = /^service:(.+)$/.exec(owner.networkMode?.value ?? '')?.[1];
        const next = other === undefined ? undefined : byName.get(other);
        if (next === undefined)
            return owner;
        owner = next;
    }
    return owner;
}
/** The service whose network namespace a service uses: itself, or the one that `network_mode: service:x` names. */
function namespaceOwner(service, project) {
    return namespacesOf(project).owners.get(service) ?? ownerOf(service, new Map(project.services.map((one) => [one.name, one])));
}
/** All services that live in one network namespace. */
function namespaceMembers(service, project) {
    return namespacesOf(project).members.get(namespaceOwner(service, project)) ?? [];
}


/***/ }),

/***/ 2543:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Bs: () => (/* binding */ besideNginx),
  n4: () => (/* binding */ findNamed),
  PW: () => (/* binding */ isAddress),
  cW: () => (/* binding */ isLoopbackHost),
  i3: () => (/* binding */ mayBeOutside),
  AN: () => (/* binding */ publishes),
  xw: () => (/* binding */ reachOf),
  If: () => (/* binding */ reachableNames)
});

// EXTERNAL MODULE: ./lib/core/nearest.js
var nearest = __webpack_require__(6661);
// EXTERNAL MODULE: ./lib/stack/misspelt.js
var misspelt = __webpack_require__(4173);
// EXTERNAL MODULE: ./lib/stack/networks.js
var networks = __webpack_require__(4533);
// EXTERNAL MODULE: ./lib/stack/sockets.js
var sockets = __webpack_require__(5078);
// EXTERNAL MODULE: ./lib/compose/hide-variables.js
var hide_variables = __webpack_require__(8174);
;// CONCATENATED MODULE: ./lib/stack/uncertain.js
/** Names, networks and ports that hang on variables which nothing in the repository sets for certain: they support a target, they never contradict one. */

const because = 'it hangs on a variable that no file sets';
/** Why a fault of reach can't be held against a target: what it rests on may be something else at the deploy. Null without such a reason. */
function variableDoubt(host, reach, { project, nginx, variants }) {
    if (project === null || reach.kind === 'service' || reach.kind === 'external' || reach.kind === 'unverifiable')
        return null;
    if (nginx.service?.networkMode?.uncertain)
        return because;
    switch (reach.kind) {
        case 'unknown':
            return [...variants, project].some((other) => mayBeNamed(host, other)) ? because : null;
        case 'no-shared-network':
            return [reach.service, nginx.service].some((service) => service !== null && hasUncertainNetwork(service)) ? because : null;
        case 'loopback':
            return project.services.some((service) => service.networkMode?.uncertain) ? because : null;
        case 'not-published':
            return reach.service.ports.some((port) => port.uncertain) ? because : null;
        default:
            return null;
    }
}
/** Whether a service answers to a host only by a name that hangs on such a variable. */
function isUncertainName(service, via, host) {
    switch (via) {
        case 'container_name':
            return service.containerName?.uncertain === true;
        case 'hostname':
            return service.hostname?.uncertain === true;
        case 'alias':
            return [...service.networks.values()].every((network) => network.aliases.every((alias) => alias.uncertain || alias.value.toLowerCase() !== host));
        default:
            return false;
    }
}
function hasUncertainNetwork(service) {
    return service.networkMode?.uncertain === true || [...service.networks.values()].some((network) => network.uncertain);
}
/** Whether a name of the project that holds such a variable may come out as this host. */
function mayBeNamed(host, project) {
    return project.services.some((service) => {
        const names = [service.containerName, service.hostname];
        for (const network of service.networks.values())
            names.push(...network.aliases);
        const pairs = [...service.extraHosts, ...service.links].filter((entry) => entry.uncertain);
        return pairs.some(({ written }) => fits(host, written)) || names.some((name) => name?.uncertain && fits(host, name.written));
    });
}
/** Whether a text could become a host's name, or hold it, when its variables are filled in. */
function fits(host, written) {
    if (written === undefined)
        return true;
    const [first = '', ...rest] = (0,hide_variables/* hideVariables */.q)(written.toLowerCase()).split(/[=:]/)[0]?.split(hide_variables/* hidden */.R) ?? [];
    if (!host.startsWith(first))
        return false;
    let at = first.length;
    for (const part of rest) {
        const found = host.indexOf(part, at);
        if (found === -1)
            return false;
        at = found + part.length;
    }
    return host.endsWith(rest.at(-1) ?? first);
}

;// CONCATENATED MODULE: ./lib/stack/reach.js





/** Said of a name on a network that containers of other projects may join. */
const mayBeOutside = 'containers outside the project may join its network';
/** Said of a loopback target in a container of which nobody knows what else it runs. */
const besideNginx = 'another process of nginx’s container may listen there';
const ipv4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;
function isAddress(host) {
    return ipv4.test(host) || host.includes(':');
}
function isLoopbackHost(host) {
    return host === 'localhost' || /^127(?:\.\d{1,3}){3}$/.test(host) || host === '::1' || host === '0.0.0.0' || host === '::';
}
function reachOf(target, input) {
    const at = (reach, project = input.project, others = []) => ({ reach, project, others });
    if (target.socket !== null)
        return at((0,sockets/* socketReach */.RN)(target.socket, input));
    if (target.host === null)
        return at({ kind: 'unverifiable', because: 'its host hangs on a value that no file tells' });
    if (/[$%{}]/.test(target.host))
        return at({ kind: 'unverifiable', because: 'its host holds a variable' });
    const reached = input.nginx.kind === 'host' ? fromHost(target, input) : fromContainer(target, input);
    const doubt = doubtAbout(target, reached.reach, input.nginx) ?? variableDoubt(target.host, reached.reach, input);
    return doubt === null ? reached : at({ kind: 'unverifiable', because: doubt });
}
/** Why a fault of reach can't be held against a target: nothing loads its file for sure, or it may be another name altogether. */
function doubtAbout(target, { kind }, nginx) {
    if (kind === 'service' || kind === 'external' || kind === 'unverifiable')
        return null;
    if (nginx.assumed)
        return nginx.writtenFor === 'strong' ? null : 'nothing in the repository loads this file for sure';
    if (nginx.treeKnown)
        return null;
    const path = nginx.tree.placed.find(({ source, by }) => source === target.at.file && by !== 'template')?.target;
    if (path !== undefined && !nginx.tree.isKnown(path))
        return 'a script may change this file';
    // `http://name:80` is never an upstream block; a bare name may be one in a file that nobody knows.
    return kind === 'unknown' && !target.portWritten ? 'an upstream of this name may be in a file that is not known' : null;
}
// ---- nginx on the machine itself, or in a container with the host's network
function fromHost(target, input) {
    const { project, variants, nginx } = input;
    const host = target.host;
    const none = (reach) => ({ reach, project, others: [] });
    if (!isLoopbackHost(host)) {
        const mapped = nginx.service?.extraHosts.find((entry) => entry.value.host.toLowerCase() === host)?.value.address;
        const byAddress = project === null ? undefined : serviceWithAddress(mapped ?? host, project);
        if (project !== null && byAddress !== undefined)
            return {
                reach: { kind: 'service', service: byAddress, self: false, via: mapped === undefined ? 'address' : 'extra_host' },
                project,
                others: [],
            };
        if (isAddress(host))
            return none({ kind: 'external', because: 'it is an address outside the stack' });
        // A configuration that no service loads may be meant for a container all the same: a service of that name supports it.
        const named = nginx.service === null ? findNamed(host, project, variants) : undefined;
        if (named !== undefined)
            return { reach: { kind: 'service', service: named.service, self: false, via: named.via }, project: named.project, others: [] };
        if ((0,misspelt/* isSlip */.B)(host, 'localhost'))
            return none({ kind: 'unknown', nearest: 'localhost', misspelt: true });
        return none(host.includes('.')
            ? { kind: 'external', because: 'it is a name outside the stack' }
            : { kind: 'unverifiable', because: 'nginx on the host resolves it by the host' });
    }
    if (project === null)
        return none({ kind: 'unverifiable', because: 'no compose project is known behind it' });
    for (const candidate of [project, ...variants.filter((variant) => variant !== project)]) {
        const publishing = candidate.services.find((service) => service !== nginx.service && service.ports.some((port) => publishes(port.published, target.port)));
        if (publishing !== undefined)
            return { reach: { kind: 'service', service: publishing, self: false, via: 'published' }, project: candidate, others: [] };
    }
    const beside = project.services.filter((service) => service !== nginx.service && service.networkMode?.value === 'host');
    const first = beside[0];
    if (first !== undefined)
        return { reach: { kind: 'service', service: first, self: false, via: 'namespace' }, project, others: beside.slice(1) };
    if (target.port !== null && input.listens.has(target.port) && nginx.service !== null)
        return { reach: { kind: 'service', service: nginx.service, self: true, via: 'namespace' }, project, others: [] };
    const inside = variants.length > 1
        ? []
        : project.services.filter((service) => service.ports.some((port) => port.target === target.port) ||
            service.expose.some((range) => target.port !== null && range.from <= target.port && target.port <= range.to));
    const only = inside.length === 1 ? inside[0] : undefined;
    if (only !== undefined) {
        const published = only.ports.filter((port) => port.target === target.port).map((port) => port.published);
        if (!published.includes(null)) {
            const item = only.ports.find((port) => port.target === target.port);
            return none({
                kind: 'not-published',
                service: only,
                published: published.filter((port) => port !== null),
                at: item?.at ?? only.expose[0]?.at ?? only.at,
            });
        }
    }
    return none({ kind: 'unverifiable', because: 'something else on that host may listen there' });
}
/** Whether a published port, or a range of them, covers a port. */
function publishes(published, port) {
    if (published === null || port === null)
        return false;
    const range = /^(\d+)(?:-(\d+))?$/.exec(published);
    return range !== null && Number(range[1]) <= port && port <= Number(range[2] ?? range[1]);
}
// ---- nginx in a container of the project
function fromContainer(target, input) {
    const { nginx, project, variants } = input;
    const host = target.host;
    const service = nginx.service;
    const none = (reach) => ({ reach, project, others: [] });
    if (service === null || project === null)
        return none({ kind: 'unverifiable', because: 'no compose project is known' });
    const owner = (0,networks/* namespaceOwner */.dR)(service, project);
    const mode = owner.networkMode?.value ?? null;
    if (mode === 'host')
        return fromHost(target, input);
    if (isLoopbackHost(host))
        return loopback(target, input, service, project);
    const mapped = owner.extraHosts.concat(service.extraHosts).find((entry) => entry.value.host.toLowerCase() === host)?.value.address;
    if (mapped !== undefined) {
        const there = serviceWithAddress(mapped, project);
        if (there !== undefined)
            return { reach: { kind: 'service', service: there, self: there === service, via: 'extra_host' }, project, others: [] };
        return isLoopbackHost(mapped)
            ? loopback(target, input, service, project)
            : none({ kind: 'external', because: `extra_hosts gives it as ${mapped}` });
    }
    if (/^(?:host|gateway)\.docker\.internal$|^kubernetes\.docker\.internal$|^host\.containers\.internal$|^docker\.for\.(?:mac|win)\./.test(host))
        return none({ kind: 'external', because: 'it is the host that Docker runs on' });
    if (isAddress(host)) {
        const there = serviceWithAddress(host, project);
        if (there !== undefined)
            return { reach: { kind: 'service', service: there, self: there === service, via: 'address' }, project, others: [] };
        return none({ kind: 'external', because: 'it is an address outside the stack' });
    }
    const named = findReachable(host, owner, project);
    if (named !== undefined)
        return { reach: started(named, service, project, host), project, others: named.others };
    if (mode !== null)
        return none({ kind: 'unverifiable', because: `the network of ${owner.name} is ${mode}` });
    for (const variant of variants) {
        if (variant === project)
            continue;
        const there = findNamed(host, variant, []);
        if (there !== undefined)
            return {
                reach: { kind: 'service', service: there.service, self: there.service.name === service.name, via: there.via },
                project: variant,
                others: [],
            };
    }
    const apart = findNamed(host, project, []);
    if (apart !== undefined) {
        if ((0,networks/* namespaceOwner */.dR)(apart.service, project) !== apart.service)
            return none({ kind: 'unverifiable', because: `${apart.service.name} lives in another container's network` });
        if (apart.service.networkMode !== null || apart.via === 'link')
            return none({ kind: 'unverifiable', because: `the network of ${apart.service.name} is not one of the project's` });
        const bothOpen = (0,networks/* hasOpenNetwork */.R$)(owner, project) || (0,networks/* hasOpenNetwork */.R$)(apart.service, project);
        if (bothOpen && (0,networks/* hasOpenNetwork */.R$)(owner, project) && (0,networks/* hasOpenNetwork */.R$)(apart.service, project))
            return none({ kind: 'unverifiable', because: 'networks from outside the project may be the same' });
        return none({
            kind: 'no-shared-network',
            service: apart.service,
            nginxNetworks: (0,networks/* networkNames */.Di)(owner, project),
            serviceNetworks: (0,networks/* networkNames */.Di)(apart.service, project),
        });
    }
    if (isGenerated(host, project))
        return none({ kind: 'unverifiable', because: 'it is a name that Docker makes' });
    if (host.includes('.'))
        return none({ kind: 'external', because: 'it is a name outside the stack' });
    if ((0,networks/* hasOpenNetwork */.R$)(owner, project))
        return none({ kind: 'unverifiable', because: mayBeOutside });
    return none({ kind: 'unknown', nearest: suggestion(host, owner, project) });
}
/** So many unknown names of a project get a suggestion: comparing names takes time, and a file may hold a hundred thousand. */
const mostSuggestions = 500;
const suggestions = new WeakMap();
function suggestion(host, owner, project) {
    const known = suggestions.get(project) ?? new Map();
    suggestions.set(project, known);
    const key = `${owner.name} ${host}`;
    const told = known.get(key);
    if (told !== undefined || known.size >= mostSuggestions)
        return told ?? null;
    const near = (0,nearest/* nearest */.p)(host, reachableNames(owner, project));
    known.set(key, near);
    return near;
}
/** The services that answer to a name on the networks of `owner`. */
function findReachable(host, owner, project) {
    const link = owner.links.find((entry) => entry.value.alias.toLowerCase() === host || (entry.value.alias === '' && entry.value.service.toLowerCase() === host));
    const linked = link && project.services.find((other) => other.name === link.value.service);
    const found = [];
    for (const other of maybeNamed(host, project)) {
        const via = nameOf(other, host, project);
        if (via === undefined || (other !== owner && !(0,networks/* sharesNetwork */.Tj)(owner, other, project)))
            continue;
        found.push({ service: other, via });
    }
    if (found.length === 0 && linked !== undefined)
        return (0,networks/* sharesNetwork */.Tj)(owner, linked, project) ? { service: linked, via: 'link', others: [] } : undefined;
    const first = found[0];
    return first === undefined ? undefined : { ...first, others: found.slice(1).map((entry) => entry.service) };
}
const servicesByName = new WeakMap();
/** The services that `nameOf` may know by a name, in the project's order: a project may have thousands, and be asked for each. */
function maybeNamed(host, project) {
    const byName = namesOf(project);
    const found = new Set();
    const take = (name) => {
        for (const service of byName.get(name) ?? [])
            found.add(service);
    };
    // Behind a dot may stand the name of a network.
    for (let end = host.length; end > 0; end = host.lastIndexOf('.', end - 1)) {
        const bare = host.slice(0, end);
        take(bare);
        const prefix = `${project.name.toLowerCase()}-`;
        if (bare.startsWith(prefix))
            take(bare.slice(prefix.length).replace(/-\d+$/, ''));
    }
    return found.size < 2 ? [...found] : project.services.filter((service) => found.has(service));
}
function namesOf(project) {
    let byName = servicesByName.get(project);
    if (byName === undefined) {
        byName = new Map();
        for (const service of project.services) {
            const aliases = [...service.networks.values()].flatMap((network) => network.aliases.map((alias) => alias.value));
            for (const name of [service.name, service.containerName?.value, service.hostname?.value, ...aliases]) {
                if (name === undefined)
                    continue;
                const key = name.toLowerCase();
                byName.set(key, (byName.get(key) ?? new Set()).add(service));
            }
        }
        servicesByName.set(project, byName);
    }
    return byName;
}
/** How a service answers to a name, whatever the network; undefined when it does not. */
function nameOf(service, host, project) {
    if (service.networkMode !== null)
        return undefined;
    const bare = [...service.networks.keys()].reduce((name, key) => {
        const real = project.networks.get(key)?.name ?? `${project.name}_${key}`;
        return name.endsWith(`.${real.toLowerCase()}`) ? name.slice(0, -real.length - 1) : name;
    }, host);
    if (service.name.toLowerCase() === bare)
        return 'name';
    for (const network of service.networks.values())
        if (network.aliases.some((alias) => alias.value.toLowerCase() === bare || alias.value.toLowerCase() === host))
            return 'alias';
    if (service.containerName?.value.toLowerCase() === bare)
        return 'container_name';
    if (service.hostname?.value.toLowerCase() === bare || service.hostname?.value.toLowerCase() === host)
        return 'hostname';
    const generated = new RegExp(`^${escaped(project.name.toLowerCase())}-${escaped(service.name.toLowerCase())}-\\d+$`);
    return generated.test(bare) ? 'container_name' : undefined;
}
/** The service that answers to a name on whatever network of the project or of its variants; undefined when none does. */
function findNamed(host, project, variants) {
    for (const candidate of project === null ? variants : [project, ...variants.filter((variant) => variant !== project)]) {
        for (const service of maybeNamed(host, candidate)) {
            const via = nameOf(service, host, candidate);
            if (via !== undefined)
                return { service, via, project: candidate };
        }
    }
    return undefined;
}
/** The service, unless it is one that does not start together with nginx. */
function started(named, nginx, project, host) {
    const { service, via, others } = named;
    const reach = {
        kind: 'service',
        service,
        self: service === nginx || (0,networks/* namespaceOwner */.dR)(service, project) === (0,networks/* namespaceOwner */.dR)(nginx, project),
        via,
        ...(isUncertainName(service, via, host) && { uncertain: true }),
    };
    if (service === nginx || others.length > 0)
        return reach;
    if (service.replicas?.value === 0 && !service.replicas.uncertain)
        return { kind: 'not-started', service, because: 'replicas', at: service.replicas.at };
    const profile = service.profiles[0];
    if (profile === undefined || service.profiles.some((entry) => entry.uncertain))
        return reach;
    const own = nginx.profiles.map((entry) => entry.value);
    if (own.some((name) => service.profiles.some((entry) => entry.value === name)))
        return reach;
    return { kind: 'not-started', service, because: 'profile', at: profile.at };
}
function serviceWithAddress(address, project) {
    return project.services.find((service) => [...service.networks.values()].some((network) => network.ipv4 === address || network.ipv6 === address));
}
/** swarm's `tasks.x` and `stack_x`, version 1's `project_x_1`. */
function isGenerated(host, project) {
    if (host.startsWith('tasks.'))
        return true;
    const names = serviceNames(project);
    const endsIn = (text, mark) => {
        for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1))
            if (names.has(text.slice(at + 1)))
                return true;
        return false;
    };
    const unnumbered = (mark) => (new RegExp(`${mark}\\d+$`).test(host) ? host.replace(/\d+$/, '').slice(0, -1) : '');
    return endsIn(host, '_') || endsIn(unnumbered('_'), '_') || endsIn(unnumbered('-'), '-');
}
const lowerNames = new WeakMap();
function serviceNames(project) {
    let names = lowerNames.get(project);
    if (names === undefined) {
        names = new Set(project.services.map((service) => service.name.toLowerCase()));
        lowerNames.set(project, names);
    }
    return names;
}
/** Every name that nginx could have meant. */
function reachableNames(owner, project) {
    const names = [];
    for (const service of project.services) {
        if (service === owner || !(0,networks/* sharesNetwork */.Tj)(owner, service, project))
            continue;
        names.push(service.name);
        for (const network of service.networks.values())
            names.push(...network.aliases.map((alias) => alias.value));
        if (service.containerName)
            names.push(service.containerName.value);
        if (service.hostname)
            names.push(service.hostname.value);
    }
    return names;
}
function loopback(target, input, service, project) {
    const { nginx, listens } = input;
    const beside = (0,networks/* namespaceMembers */.N7)(service, project).filter((other) => other !== service);
    const first = beside[0];
    if (first !== undefined)
        return { reach: { kind: 'service', service: first, self: true, via: 'namespace' }, project, others: beside.slice(1) };
    if ((0,networks/* namespaceOwner */.dR)(service, project).networkMode !== null)
        return { reach: { kind: 'unverifiable', because: 'nginx lives in another container’s network' }, project, others: [] };
    if (target.port !== null && listens.has(target.port))
        return { reach: { kind: 'service', service, self: true, via: 'namespace' }, project, others: [] };
    if (nginx.sharesContainer)
        return { reach: { kind: 'service', service, self: true, via: 'namespace' }, project, others: [] };
    if (nginx.image === null || !isPlainNginx(nginx))
        return { reach: { kind: 'unverifiable', because: besideNginx }, project, others: [] };
    return { reach: { kind: 'loopback', listeners: [...listens].map(String) }, project, others: [] };
}
/** Whether nginx's container is known to run nginx alone. */
function isPlainNginx(nginx) {
    const base = nginx.imageFacts?.base ?? nginx.image;
    const { entrypoint, cmd } = nginx.imageFacts ?? { entrypoint: null, cmd: null };
    const start = entrypoint !== null && entrypoint.length > 0 ? entrypoint : (cmd ?? []);
    if (nginx.service?.entrypoint === null && nginx.service.command === null && /^(?:\/\S*\/)?nginx$/.test(start[0]?.value ?? ''))
        return true;
    return base !== null && /(?:^|\/)(?:nginx|nginx-unprivileged|openresty|angie)(?:[:@]|$)/i.test(base);
}
function escaped(text) {
    return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}


/***/ }),

/***/ 8501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ listenPorts),
  r: () => (/* binding */ resolveRoutes)
});

// NAMESPACE OBJECT: ./lib/stack/evidence/programs/dotnet.js
var dotnet_namespaceObject = {};
__webpack_require__.r(dotnet_namespaceObject);
__webpack_require__.d(dotnet_namespaceObject, {
  readers: () => (readers),
  urlBinds: () => (urlBinds)
});

// NAMESPACE OBJECT: ./lib/stack/evidence/programs/java.js
var java_namespaceObject = {};
__webpack_require__.r(java_namespaceObject);
__webpack_require__.d(java_namespaceObject, {
  readers: () => (java_readers)
});

// NAMESPACE OBJECT: ./lib/stack/evidence/programs/node.js
var node_namespaceObject = {};
__webpack_require__.r(node_namespaceObject);
__webpack_require__.d(node_namespaceObject, {
  conventions: () => (conventions),
  readers: () => (node_readers)
});

// NAMESPACE OBJECT: ./lib/stack/evidence/programs/php.js
var php_namespaceObject = {};
__webpack_require__.r(php_namespaceObject);
__webpack_require__.d(php_namespaceObject, {
  conventions: () => (php_conventions),
  readers: () => (php_readers)
});

// NAMESPACE OBJECT: ./lib/stack/evidence/programs/python.js
var python_namespaceObject = {};
__webpack_require__.r(python_namespaceObject);
__webpack_require__.d(python_namespaceObject, {
  conventions: () => (python_conventions),
  readers: () => (python_readers)
});

// NAMESPACE OBJECT: ./lib/stack/evidence/programs/ruby.js
var ruby_namespaceObject = {};
__webpack_require__.r(ruby_namespaceObject);
__webpack_require__.d(ruby_namespaceObject, {
  conventions: () => (ruby_conventions),
  readers: () => (ruby_readers)
});

// NAMESPACE OBJECT: ./lib/stack/evidence/programs/servers.js
var servers_namespaceObject = {};
__webpack_require__.r(servers_namespaceObject);
__webpack_require__.d(servers_namespaceObject, {
  conventions: () => (servers_conventions),
  readers: () => (servers_readers)
});

// EXTERNAL MODULE: ./lib/core/nearest.js
var nearest = __webpack_require__(6661);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/stack/evidence/bind.js
var bind = __webpack_require__(1861);
;// CONCATENATED MODULE: ./lib/stack/evidence/start-files.js

const mostHits = 40;
const javascript = /\.(?:[cm]?[jt]sx?)$/;
const python = /\.py$/;
const patterns = [
    {
        files: javascript,
        program: 'the app',
        pattern: /\.listen\(\s*(?:(?:Number|parseInt|\+)\s*\(?\s*)?(?<value>[^,)\n]{1,120}(?:,\s*10\s*\)\s*(?:\|\||\?\?)\s*\d{2,5})?)(?:,\s*(?:\d+\s*\)?\s*,\s*)?['"`](?<host>[\w.:]+)['"`])?/g,
    },
    { files: javascript, program: 'the app', pattern: /\.listen\(\s*\{[^{}]{0,200}?\bport\s*:\s*(?<value>[^,}\n]{1,120})/g },
    { files: javascript, program: 'the app', pattern: /\b(?:Bun|Deno)\.serve\(\s*\{[^{}]{0,200}?\bport\s*:\s*(?<value>[^,}\n]{1,120})/g },
    { files: javascript, program: 'the app', pattern: /\bserve\(\s*\{[^{}]{0,200}?\bport\s*:\s*(?<value>[^,}\n]{1,120})/g },
    {
        files: /(?:vite|nuxt|rsbuild|astro|vue|webpack)\.config\.[cm]?[jt]s$/,
        program: 'the dev server',
        pattern: /\bport\s*:\s*(?<value>[^,}\n]{1,120})/g,
    },
    {
        files: python,
        program: 'uvicorn',
        protocol: 'http',
        pattern: /\buvicorn\.run\([^()]{0,300}?(?:\([^()]{0,80}\)[^()]{0,200}?){0,3}\bport\s*=\s*(?<value>(?:int\()?(?:[\w.]{1,30}\([^()\n]{1,80}\)|[^,\n]{1,120}))/g,
    },
    {
        files: python,
        program: 'the app',
        protocol: 'http',
        pattern: /(?<!\buvicorn)\.run\([^()]{0,300}?\bport\s*=\s*(?<value>(?:int\()?(?:[\w.]{1,30}\([^()\n]{1,80}\)|[^,\n]{1,120}))/g,
    },
    // Options from a dictionary: which port, only the running program knows.
    { files: python, program: 'the app', pattern: /\b(?:uvicorn|app|hypercorn|socketio|web)\.run\([^()]{0,300}?\*\*(?<value>\w{1,60})/g },
    { files: python, program: 'the app', pattern: /\brun_app\([^()]{0,200}?\bport\s*=\s*(?<value>[^,\n]{1,120})/g },
    { files: python, program: 'waitress', pattern: /\bserve\([^()]{0,200}?\bport\s*=\s*(?<value>[^,\n]{1,120})/g },
    { files: python, program: 'waitress', pattern: /\bserve\([^()]{0,200}?\blisten\s*=\s*['"](?<address>[\w.*:[\]]+)['"]/g },
    {
        files: python,
        program: 'the app',
        pattern: /(?:HTTPServer|TCPServer|WSGIServer|make_server|start_server|bind)\(\s*\(?\s*['"](?<host>[\w.:]*)['"]\s*,\s*(?<value>[^,)\n]{1,80})/g,
    },
    { files: python, program: 'the app', pattern: /\.listen\(\s*(?<value>[^,)\n]{1,120})/g },
    { files: python, program: 'grpc', protocol: 'grpc', pattern: /\badd_(?:in)?secure_port\(\s*f?['"](?<address>[\w.*:[\]]+)['"]/g },
    { files: python, program: 'the app', pattern: /add_argument\(\s*['"]--port['"][^()]{0,200}?\bdefault\s*=\s*(?<value>\d{2,5})/g },
    {
        files: /gunicorn[\w.-]*\.py$/,
        program: 'gunicorn',
        protocol: 'http',
        pattern: /^\s*bind\s*=\s*\[?\s*f?['"](?<address>[^'"\n]{1,200})['"]/gm,
    },
    {
        files: /\.go$/,
        program: 'the app',
        pattern: /\b(?:ListenAndServe(?:TLS)?|Run|Listen|Start|Serve)\(\s*"(?<address>[\w.\-[\]]*:\d{2,5})"/g,
    },
    { files: /\.go$/, program: 'the app', pattern: /\bAddr\s*:\s*"(?<address>[\w.\-[\]]*:\d{2,5})"/g },
    { files: /\.go$/, program: 'the app', pattern: /\bnet\.Listen\(\s*"tcp\d?"\s*,\s*"(?<address>[\w.\-[\]]*:\d{2,5})"/g },
    { files: /\.rs$/, program: 'the app', pattern: /\bbind\(\s*&?\(?\s*"(?<address>[\w.[\]:]+:\d{2,5})"/g },
    { files: /\.rs$/, program: 'the app', pattern: /\bbind\(\s*\(\s*"(?<host>[\w.:]+)"\s*,\s*(?<value>\d{2,5})/g },
    { files: /\.rs$/, program: 'the app', pattern: /SocketAddr::from\(\(\s*\[[^\]]{1,40}\]\s*,\s*(?<value>\d{2,5})/g },
    { files: /\.cs$/, program: 'the app', pattern: /\b(?:UseUrls|Run)\(\s*"(?<address>https?:\/\/[^"\s;]{1,80})"/g },
    { files: /\.cs$/, program: 'the app', pattern: /\bListen(?:AnyIP|Localhost)\(\s*(?<value>\d{2,5})/g },
    { files: /appsettings(?:\.\w+)?\.json$/, program: 'the app', pattern: /"(?:Urls|Url)"\s*:\s*"(?<address>https?:\/\/[^"\s;]{1,80})"/g },
    {
        files: /(?:application|bootstrap)[\w-]*\.properties$/,
        program: 'spring',
        pattern: /^[ \t]*(?:server\.port|quarkus\.http\.port)\s*[=:]\s*(?<value>\S{1,80})/gm,
    },
    {
        files: /(?:application|bootstrap)[\w-]*\.ya?ml$/,
        program: 'spring',
        pattern: /^server:[^\S\n]*\n(?:[ \t]+\S[^\n]*\n|[ \t]*\n){0,20}?[ \t]+port:[ \t]*(?<value>\S{1,80})/gm,
    },
    { files: /puma\.rb$/, program: 'puma', protocol: 'http', pattern: /^\s*port\s*\(?\s*(?<value>[^\n]{1,120})/gm },
    {
        files: /(?:puma|unicorn)[\w.-]*\.rb$/,
        program: 'puma',
        protocol: 'http',
        pattern: /^\s*(?:bind|listen)\s*\(?\s*['"](?<address>[^'"\n]{1,200})['"]/gm,
    },
    { files: /\.rb$|config\.ru$/, program: 'the app', pattern: /\bset\s*:port\s*,\s*(?<value>\d{2,5})/g },
    {
        files: /(?:^|\/)(?:php-?fpm|www|zz-[\w.-]*|docker|pools?|[\w-]*fpm[\w-]*|default)\.conf$|fpm(?:\.d|\/pool\.d)?\/[\w.-]+\.conf$/,
        program: 'php-fpm',
        protocol: 'fastcgi',
        pattern: /^[ \t]*listen[ \t]*=[ \t]*(?<address>[^\s;]{1,200})/gm,
    },
    {
        files: /(?:ports|apache[\w-]*|httpd[\w-]*|000-default|vhost[\w-]*|default)\.conf$/,
        program: 'apache',
        protocol: 'http',
        pattern: /^[ \t]*Listen[ \t]+(?<address>[\w.:[\]*]{2,60})/gm,
    },
    {
        files: /(?:apache[\w-]*|httpd[\w-]*|000-default|vhost[\w-]*|default)\.conf$/,
        program: 'apache',
        protocol: 'http',
        pattern: /<VirtualHost[ \t]+[\w.*[\]_]{1,60}:(?<value>\d{2,5})/g,
    },
    {
        files: /\.conf(?:\.template)?$|(?:^|\/)nginx[\w.-]*$/,
        program: 'nginx',
        protocol: null,
        pattern: /^[ \t]*listen[ \t]+(?<address>[\w.:[\]*]{2,60})[^;=\n]{0,120};/gm,
    },
    { files: /Caddyfile[\w.-]*$/, program: 'caddy', protocol: 'http', pattern: /^(?:https?:\/\/)?[\w.*-]*:(?<value>\d{2,5})\s*(?:,|\{|$)/gm },
    { files: /mosquitto[\w.-]*\.conf$/, program: 'mosquitto', protocol: 'tcp', pattern: /^[ \t]*(?:listener|port)[ \t]+(?<value>\d{2,5})/gm },
    { files: /\.(?:ex|exs)$/, program: 'phoenix', pattern: /\bport:\s*(?<value>\d{2,5})/g },
    {
        files: /(?:^|\/)\.env(?:\.\w+)?$/,
        program: 'the app',
        pattern: /^(?:export\s+)?(?:APP_|SERVER_|HTTP_)?PORT\s*=\s*["']?(?<value>\d{2,5})/gm,
    },
];
/** Every port that a file says is listened on. `lookup` gives the environment that the program sees. */
function bindsOfFile(source, lookup) {
    const found = [];
    if (/\.ini$/.test(source.file))
        found.push(...uwsgiBinds(source, lookup));
    for (const { files, pattern, program, protocol } of patterns) {
        if (!files.test(source.file))
            continue;
        let hits = 0;
        for (const match of source.text.matchAll(pattern)) {
            if (++hits > mostHits)
                break;
            if (isComment(source.text, match.index))
                continue;
            const groups = match.groups ?? {};
            const at = source.locate(match.index, match.index + match[0].length);
            const base = { program, protocol: protocol ?? null, at };
            if (groups.address !== undefined) {
                const parsed = (0,bind/* parseAddress */.or)(groups.address.trim());
                if (parsed !== null)
                    found.push({ ...base, ...parsed, certain: true, variable: null });
                continue;
            }
            const value = portValueOf(groups.value ?? '', source.text, lookup, 0);
            // A `.listen(config.get('port'))` beside another one may be the port that counts.
            if (value === null && (match[0].includes('**') || (files === javascript && isCallWithValue(match[0], groups.value))))
                found.push({ ...base, port: null, socket: null, address: null, certain: false, variable: null });
            else if (value !== null)
                found.push({
                    ...base,
                    port: value.port,
                    socket: null,
                    address: groups.host || null,
                    certain: value.certain,
                    variable: value.variable,
                });
        }
    }
    return found;
}
/** Whether `.listen(…)` has a first argument that is neither a function nor a socket: a port that only the running program knows. */
function isCallWithValue(call, value) {
    return (call.startsWith('.listen(') &&
        value !== undefined &&
        /^[A-Za-z_+(]/.test(value.trim()) &&
        !/^(?:async\b|function\b|\()|sock|path|pipe/i.test(value.trim()));
}
function isComment(text, at) {
    const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
    return /^\s*(?:\/\/|#|\*|;)/.test(line) || (line.includes('//') === true && !/["'`].*\/\//.test(line) && /\s\/\//.test(line));
}
/** `3000`, `"3000"`, `PORT`, `process.env.PORT || 3000`, `os.environ.get("PORT", 8000)`, `ENV.fetch("PORT") { 3000 }`, `${PORT:8080}`. */
function portValueOf(expression, text, lookup, depth) {
    const trimmed = expression.trim().replace(/[;)]+$/, '');
    const literal = /^\+?["'`]?(\d{2,5})["'`]?$/.exec(trimmed);
    if (literal) {
        const port = (0,bind/* portOf */.HM)(literal[1]);
        return port === null ? null : { port, certain: true, variable: null };
    }
    const environment = /(?:process\.env\.|process\.env\[["']|import\.meta\.env\.|Bun\.env\.|Deno\.env\.get\(["']|env\(["']|environ(?:\.get)?[[(]\s*["']|getenv\(["']|ENV\.fetch\(["']|ENV\[["']|System\.get_env\(["']|\$\{)([A-Za-z_]\w*)/.exec(trimmed);
    if (environment) {
        const variable = environment[1];
        const set = (0,bind/* portOf */.HM)(lookup(variable));
        if (set !== null)
            return { port: set, certain: true, variable };
        // parseInt's second argument is no port.
        const behind = trimmed.slice(environment.index + environment[0].length).replace(/,\s*10\s*\)/, ')');
        const fallback = /(?:\|\||\?\?|,|\{|:|or)\s*["'`]?(\d{2,5})\b/.exec(behind);
        const port = (0,bind/* portOf */.HM)(fallback?.[1]);
        if (port !== null)
            return { port, certain: false, variable };
        const named = /(?:\|\||\?\?|,)\s*([A-Za-z_]\w*)/.exec(behind);
        return named && depth < 3 ? uncertain(ofName(named[1], text, lookup, depth + 1), variable) : null;
    }
    const name = /^(?:int\(|Number\(|parseInt\(|str\()?\s*(?:this\.|self\.|config\.|settings\.|args\.|options\.)?([A-Za-z_]\w*)\b/.exec(trimmed);
    // Of `base + 1` the base says nothing.
    if (name && /^\s*[-+*]\s*\w/.test(trimmed.slice(name[0].length)))
        return null;
    return name && depth < 3 ? ofName(name[1], text, lookup, depth + 1) : null;
}
function uncertain(value, variable) {
    return value === null ? null : { ...value, certain: false, variable };
}
function ofName(name, text, lookup, depth) {
    if (name.length > 60)
        return null;
    const assigned = new RegExp(`\\b${name}\\s*(?::\\s*\\w+\\s*)?(?::?=|:)\\s*([^\\n;]{1,160})`, 'g');
    for (const match of text.matchAll(assigned)) {
        if (isComment(text, match.index))
            continue;
        const value = portValueOf(match[1].replace(/,\s*$/, ''), text, lookup, depth);
        if (value !== null)
            return isParameter(name, text) ? { ...value, certain: false } : value;
    }
    return null;
}
/** Whether some function takes the name: then another part of the file may say what it is. */
function isParameter(name, text) {
    const words = `[^()\\n]{0,200}\\b${name}\\b[^()\\n]{0,200}`;
    return new RegExp(`\\b(?:function\\b[ \\w*]{0,60}|def[ \\t]+\\w{1,60})\\(${words}|\\(${words}\\)[ \\t]*(?::[ \\t]*\\w+[ \\t]*)?=>`).test(text);
}
/** `socket = :8000` and the like in the [uwsgi] section of an ini file. */
function uwsgiBinds(source, lookup) {
    if (!/^\s*\[uwsgi\]/m.test(source.text))
        return [];
    const protocols = {
        http: 'http',
        'http-socket': 'http',
        https: 'https',
        socket: 'uwsgi',
        'uwsgi-socket': 'uwsgi',
        'fastcgi-socket': 'fastcgi',
    };
    const spoken = /^[ \t]*protocol[ \t]*=[ \t]*(\w+)/m.exec(source.text)?.[1];
    const found = [];
    for (const match of source.text.matchAll(/^[ \t]*([\w-]{2,20})[ \t]*=[ \t]*([^\s#;]{1,200})/gm)) {
        const protocol = protocols[match[1]];
        if (protocol === undefined)
            continue;
        const text = match[2].replace(/\$\(([A-Za-z_]\w*)\)/g, (whole, name) => lookup(name) ?? whole);
        const parsed = (0,bind/* uwsgiFileAddress */.u8)(text);
        if (parsed === null)
            continue;
        const told = protocol === 'uwsgi' && spoken === 'http' ? 'http' : protocol;
        found.push({
            ...parsed,
            program: 'uwsgi',
            protocol: told,
            at: source.locate(match.index, match.index + match[0].length),
            certain: true,
            variable: null,
        });
    }
    return found;
}

;// CONCATENATED MODULE: ./lib/stack/evidence/nearby.js
/** Files of the build context that say what a program listens on, though no command leads to them: they support, they never contradict. */


const mostFiles = 400;
const mostFolders = 160;
const deepest = 7;
const sourceFile = /\.(?:[cm]?[jt]sx?|py|go|rs|cs|rb|ru|ex|exs|ini|properties|ya?ml|json|conf)$|Caddyfile|^\.env/;
const skipped = /^(?:node_modules|vendor|test|tests|__tests__|spec|docs?|dist|public|static|assets|migrations|\.git|\.github|\.next|venv|\.venv|target|nginx|e2e)$/i;
const configuration = /\.(?:ya?ml|json|conf)$/;
const wanted = /^(?:application|bootstrap|appsettings)|fpm|www\.conf|ports\.conf|zz-docker|000-default|httpd|apache/i;
function nearbyEvidence(files, lookup) {
    const found = [];
    for (const place of nearbyFiles(files)) {
        const source = files.readPlace(place);
        if (source === undefined || source.text.length > 64 * 1024)
            continue;
        for (const bind of bindsOfFile(source, lookup)) {
            if (bind.program === 'nginx' || (bind.port === null && bind.socket === null))
                continue;
            found.push({
                port: bind.port,
                socket: bind.socket,
                strength: 'suggests',
                kind: 'start-file',
                certain: false,
                program: null,
                protocol: null,
                address: bind.address,
                says: `${place} listens on ${bind.socket ?? bind.port}`,
                at: bind.at,
            });
        }
    }
    return found;
}
/** The small source files of a build context, the top ones first. */
function nearbyFiles(files) {
    const found = [];
    const folders = files.sourceFolders().map((folder) => [folder, 0]);
    let visited = 0;
    for (let next = folders.shift(); next !== undefined && visited < mostFolders && found.length < mostFiles; next = folders.shift()) {
        visited++;
        const [folder, depth] = next;
        for (const name of files.list(folder).slice(0, 500)) {
            const place = external_node_path_.posix.join(folder, name);
            if (sourceFile.test(name)) {
                if (!configuration.test(name) || wanted.test(name))
                    found.push(place);
            }
            else if (depth < deepest && !name.includes('.') && !skipped.test(name) && files.kind(place) === 'directory')
                folders.push([place, depth + 1]);
        }
    }
    return found.slice(0, mostFiles);
}
const mentionedPorts = new WeakMap();
/** Whether a small file of the build context names a port beside a word that speaks of ports or addresses. */
function mentionsPort(files, port) {
    let mentioned = mentionedPorts.get(files);
    if (mentioned === undefined) {
        mentioned = numbersBesideWords(files);
        mentionedPorts.set(files, mentioned);
    }
    return mentioned.has(String(port));
}
function numbersBesideWords(files) {
    const found = new Set();
    for (const place of nearbyFiles(files)) {
        const source = files.readPlace(place);
        if (source === undefined || source.text.length > 64 * 1024)
            continue;
        for (const line of source.text.split('\n')) {
            if (line.length >= 500 || !/port|listen|bind|addr|serve|host|:/i.test(line))
                continue;
            for (const [number] of line.matchAll(/(?<![\w.])\d{1,5}(?![\w.])/g))
                found.add(number);
        }
    }
    return found;
}

// EXTERNAL MODULE: ./lib/nginx/include.js + 1 modules
var include = __webpack_require__(1606);
// EXTERNAL MODULE: ./lib/nginx/match.js
var match = __webpack_require__(405);
;// CONCATENATED MODULE: ./lib/stack/loops.js
/** Whether a request that nginx hands on to itself comes back to the same location, for ever. */


/** True only where server and location (for a connection: the listening port) are known and are the ones that the request came from. */
function comesBack(route, target, config) {
    const { server, locationDirective } = route;
    if (route.name !== 'proxy_pass' || server === null || target.port === null)
        return false;
    // A connection has nothing but the port to tell servers apart, and whatever chose this target the first time chooses it again.
    if (route.context === 'stream')
        return listensOn(server, target.port);
    if (locationDirective === null || target.protocol !== 'http' || changesCourse(route) || !listensOn(server, target.port))
        return false;
    if (serverOf(route, target, server, config) !== server)
        return false;
    if (keepsPath(route))
        return true;
    const path = samplePath(route);
    return path !== null && (0,match/* locationFor */.D3)(server, path) === locationDirective;
}
/**
 * True where nothing answers on the target's port but servers of this nginx that send every client to https, whence the request came:
 * the client goes round in a circle, and no application is ever asked.
 */
function isSentBack(route, target, config) {
    const { server } = route;
    const port = target.port;
    if (route.name !== 'proxy_pass' || route.context !== 'http' || target.protocol !== 'http' || server === null || port === null)
        return false;
    if (!server.listens.some((listen) => listen.ssl) || listensOn(server, port))
        return false;
    // With another name the redirect leads to another server.
    const host = hostHeader(route);
    if (host !== null && !/^\$(?:host|http_host|server_name)$/.test(host) && !server.names.includes(host))
        return false;
    const there = config.servers.filter((other) => other.context === 'http' && listensOn(other, port));
    const path = pathThere(route);
    return there.length > 0 && there.every((other) => sendsToHttps(other, server, path));
}
/** A path of the route as it arrives at the target; null where that is not plain to see. */
function pathThere(route) {
    const path = samplePath(route);
    if (path !== null || route.locationDirective === null || !keepsPath(route))
        return path;
    const { modifier, argument } = (0,match/* locationArgument */.XR)(route.locationDirective);
    return /^(?:|\^~|=)$/.test(modifier) && argument.startsWith('/') ? argument : null;
}
/** Whether a server, or its location for a path, does nothing but redirect to the https of the same name. */
function sendsToHttps(server, from, path) {
    const location = path === null ? null : (0,match/* locationFor */.D3)(server, path);
    const own = (node) => {
        const [status, url] = node.args.map((word) => word.text);
        const host = /^https:\/\/([^/:]+)/.exec(url ?? '')?.[1];
        if (node.name !== 'return' || !/^30[1278]$/.test(status ?? '') || host === undefined)
            return false;
        const port = Number(/^https:\/\/[^/:]+:(\d+)/.exec(url ?? '')?.[1] ?? 443);
        if (!from.listens.some((listen) => listen.ssl && (listen.port === port || port === 443)))
            return false;
        return /^\$(?:host|http_host|server_name)(?:\$|$)/.test(host) || from.names.includes(host.replace(/\$.*$/, ''));
    };
    return [server.directive, location].some((block) => block !== null && [...(0,include/* directivesIn */.WS)(block.block)].some(own));
}
/** Whether a server answers on a port of the loopback address: a `listen` on another address leaves that free for others. */
function listensOn(server, port) {
    if (server.listens.length === 0)
        return server.context === 'http';
    return server.listens.some(({ udp, port: first, lastPort, address }) => !udp &&
        first !== null &&
        first <= port &&
        port <= (lastPort ?? first) &&
        (address === null || /^(?:0\.0\.0\.0|127\.\S+|localhost|::1?)$/.test(address)));
}
/** Rewrites and conditions may lead elsewhere the second time; a condition that only refuses leads nowhere. */
function changesCourse(route) {
    const blocks = route.scope.slice(route.scope.findIndex((node) => node.name === 'server'));
    return blocks.some((block) => block.name === 'if' || said(block).steers);
}
const saidByBlock = new WeakMap();
/** Read once for each block: a server may have many thousand routes. */
function said(block) {
    let found = saidByBlock.get(block);
    if (found === undefined) {
        const inside = [...(0,include/* directivesIn */.WS)(block.block)];
        const headers = inside.filter((node) => node.name === 'proxy_set_header');
        const host = headers.find((node) => node.args[0]?.text.toLowerCase() === 'host')?.args[1]?.text ?? null;
        found = { steers: inside.some((node) => !refuses(node) && steers(node)), host: headers.length > 0 ? host : undefined };
        saidByBlock.set(block, found);
    }
    return found;
}
function steers(node) {
    return /^(?:if|rewrite|return|try_files|error_page|internal|auth_request|limit_except)$/.test(node.name);
}
function refuses(node) {
    const inside = [...(0,include/* directivesIn */.WS)(node.block)];
    return (node.name === 'if' &&
        inside.length > 0 &&
        inside.every((inner) => inner.name === 'return' && /^[45]\d\d$/.test(inner.args[0]?.text ?? '')));
}
function serverOf(route, target, server, config) {
    const port = target.port;
    const host = hostHeader(route);
    if (host === null)
        return (0,match/* serverFor */.xY)(config, { host: target.upstream ?? target.host ?? '', port });
    if (!server.listens.some((listen) => listen.port === port && !listen.ssl) || !/^\$(?:host|http_host|server_name)$/.test(host))
        return null;
    // The name that chose this server chooses it on the other port too, unless another server answers to it there.
    const names = server.names.filter((name) => /^[\w.-]+$/.test(name));
    const other = config.servers.some((one) => one !== server && one.context === 'http' && listensOn(one, port));
    if (!other || server.listens.every((listen) => listen.port === port))
        return server;
    return names.length > 0 &&
        names.length === server.names.length &&
        names.every((name) => (0,match/* serverFor */.xY)(config, { host: name, port }) === server)
        ? server
        : null;
}
/** The Host header that is sent on; null for nginx's own choice, the target's host. */
function hostHeader(route) {
    for (const block of [...route.scope].reverse()) {
        const { host } = said(block);
        if (host !== undefined)
            return host;
    }
    return null;
}
/** Without a path of its own the target gets the request's, which the same location takes again, whatever its pattern. */
function keepsPath(route) {
    const { argument } = (0,match/* locationArgument */.XR)(route.locationDirective);
    return !argument.startsWith('@') && /^http:\/\/\$?[\w.-]+(?::\d+)?$/.test(route.target);
}
/** A path that the location takes, as it comes back: the target's own, which replaces the location's. */
function samplePath(route) {
    const { modifier, argument } = (0,match/* locationArgument */.XR)(route.locationDirective);
    if ((modifier !== '' && modifier !== '^~' && modifier !== '=') || !argument.startsWith('/'))
        return null;
    return /^http:\/\/[^/]+(\/[^$]*)$/.exec(route.target)?.[1] ?? null;
}

// EXTERNAL MODULE: ./lib/stack/reach.js + 1 modules
var stack_reach = __webpack_require__(2543);
// EXTERNAL MODULE: ./lib/stack/written-for.js
var written_for = __webpack_require__(5237);
;// CONCATENATED MODULE: ./lib/stack/meant-by-loopback.js



/** So many services a configuration must name before its nginx is one of the project's containers. */
const leastNamed = 2;
/** Where every PHP-FPM listens that nobody configured, the one beside nginx too. */
const fpmDefault = 9000;
/** The services that the configuration names: what can resolve those names is in a container of the project. */
function namedServices({ config, nginx, project, variants }, listens) {
    const found = new Map();
    for (const target of config.routes.flatMap((route) => route.endpoints)) {
        if (target.host === null || target.host.includes('.') || (0,stack_reach/* isLoopbackHost */.cW)(target.host))
            continue;
        const { reach } = (0,stack_reach/* reachOf */.xw)(target, { nginx, project, variants, listens });
        if (reach.kind !== 'service' || reach.self)
            continue;
        found.set(reach.service, [...(found.get(reach.service) ?? []), target]);
    }
    return found;
}
/**
 * Another service of the project that listens on that very port, where nothing says that nginx's own container does and
 * the configuration shows that it is read in a container; null where one of these fails.
 */
function meantByLoopback(target, { reach, others }, { nginx, project, config, imageOf, repository }, listens, named, knowledge) {
    const { port, host } = target;
    if (project === null || port === null || host === null || !(0,stack_reach/* isLoopbackHost */.cW)(host) || target.down || others.length > 0)
        return null;
    if (listens.has(port))
        return null;
    const { service } = nginx;
    const says = (one, kinds) => knowledge(one, project).evidence.some((item) => item.port === port && !kinds.includes(item.kind));
    const declaring = project.services.filter((one) => one !== service && says(one, ['start-file', 'label']));
    const candidates = declaring.length > 0 ? declaring : project.services.filter((one) => one !== service && says(one, ['label']));
    if (service === null) {
        if (!nginx.assumed || project.services.some((one) => one.networkMode !== null) || buildsAllInOne(repository))
            return null;
        if (asksDockersDns(config, target.at.file))
            return candidates[0] ?? null;
        // One file with the same port of the same service, by its name here and by the loopback address there: nowhere are both right.
        const alsoByName = (one) => named.get(one)?.some((other) => other.port === port && other.at.file === target.at.file) === true;
        return candidates.find((one) => alsoByName(one) || (named.size >= leastNamed && named.has(one))) ?? null;
    }
    if (!mayHoldMore(reach, nginx) || nginx.startsOthers || (target.protocol === 'fastcgi' && port === fpmDefault))
        return null;
    if ((nginx.assumed && !(0,written_for/* pairedWith */.k)(nginx)) || service.networkMode !== null)
        return null;
    const called = /nginx/i.test(`${service.name} ${service.image?.value ?? ''}`);
    const waits = (one) => service.dependsOn.some(({ value }) => value.service === one.name);
    if ((!called && named.size === 0 && !candidates.some(waits)) || says(service, ['start-file', 'label']))
        return null;
    const image = imageOf(service)?.facts?.base ?? service.image?.value;
    // A well-known image that happens to have the port (8080, 3000) is no sign that nginx's container has no program of its own there.
    const byChance = (one) => !named.has(one) && knowledge(one, project).evidence.some((item) => item.kind === 'image' && item.port === port);
    return candidates.find((one) => (one.image?.value === undefined || one.image.value !== image) && !byChance(one)) ?? null;
}
/** Whether the target is nginx's own container, of which nobody knows what else it runs. */
function mayHoldMore(reach, nginx) {
    if (reach.kind === 'service')
        return reach.self && reach.via === 'namespace' && reach.service === nginx.service;
    return reach.kind === 'unverifiable' && (reach.because === stack_reach/* besideNginx */.Bs || nginx.assumed);
}
const mostDockerfiles = 200;
const allInOne = new WeakMap();
/** Whether an image of the repository holds nginx beside the app: then a configuration that nothing loads may be that image's. */
function buildsAllInOne(repository) {
    const before = allInOne.get(repository);
    if (before !== undefined)
        return before;
    const files = repository.files();
    const dockerfiles = files
        .filter((path) => /(?:^|\/)(?:[\w-]+\.)?(?:docker|container)file(?:\.[\w.-]+)?$/i.test(path))
        .slice(0, mostDockerfiles);
    const found = files.some((path) => /(?:^|\/)(?:supervisord?[\w.-]*\.(?:conf|ini)|s6-overlay\/|Procfile$)/.test(path)) ||
        dockerfiles.some((path) => /\b(?:install|add)\b[^&|;#]{0,2000}\bnginx\b/.test(repository.source(path)?.text ?? ''));
    allInOne.set(repository, found);
    return found;
}
/** Whether a `resolver` of a file is Docker's own DNS alone, which answers in containers and nowhere else. */
function asksDockersDns({ directives }, file) {
    const open = [...(0,include/* directivesIn */.WS)(directives)];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
        if (node.name === 'resolver' && node.file.origin === file) {
            const addresses = node.args.map((word) => word.text).filter((text) => !text.includes('='));
            if (addresses.length > 0 && addresses.every((address) => /^127\.0\.0\.11(?::53)?$/.test(address)))
                return true;
        }
        open.push(...(0,include/* directivesIn */.WS)(node.block));
    }
    return false;
}

// EXTERNAL MODULE: ./lib/stack/misspelt.js
var misspelt = __webpack_require__(4173);
// EXTERNAL MODULE: ./lib/stack/networks.js
var networks = __webpack_require__(4533);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./lib/core/yaml-documents.js
var yaml_documents = __webpack_require__(1327);
;// CONCATENATED MODULE: ./lib/stack/own-network.js
/**
 * Whether a network that carries a `name:` of its own is made by the project itself. Another file of the project may call the
 * same network external, so the merged network does not tell it: the files are asked one by one.
 */


const largest = 512 * 1024;
/** True when every network of the service with a name of its own is declared, not as external, in a file of the project. */
function makesItsNetworks(service, project, repository) {
    for (const key of service.networks.keys()) {
        const network = project.networks.get(key);
        if (network === undefined || (!network.external && network.name === null))
            continue;
        if (!network.external)
            continue;
        if (!project.files.some((file) => declares(file, key, repository)))
            return false;
    }
    return true;
}
function declares(file, key, repository) {
    const source = repository.source(file);
    if (source === undefined || source.text.length > largest)
        return false;
    const documents = (0,yaml_documents/* yamlDocuments */.O)(source.text);
    const root = typeof documents === 'string' ? undefined : documents[0]?.contents;
    const networks = (0,dist/* isMap */.jh)(root) ? root.get('networks') : undefined;
    const network = (0,dist/* isMap */.jh)(networks) ? networks.get(key) : undefined;
    if (!(0,dist/* isMap */.jh)(network))
        return false;
    const external = network.get('external');
    return external === undefined || external === null || external === false;
}

;// CONCATENATED MODULE: ./lib/stack/evidence/configured.js
/** Configuration that is mounted or copied into a well-known image: nginx's `listen`, php-fpm's `listen =`, apache's `Listen`. */


const configured_mostFiles = 60;
/** `present`: something of the repository, or of a volume, lies where the image's configuration is read. */
function configuredListens(files, service, image, row, lookup) {
    const roots = row.configuration ?? [];
    const under = (path) => roots.some((root) => path === root || path.startsWith(`${root}/`) || root.startsWith(`${path.replace(/\/$/, '')}/`));
    let present = false;
    const places = new Set();
    for (const mount of service.volumes) {
        if (!under(external_node_path_.posix.normalize(mount.target)))
            continue;
        present = true;
        if (mount.type === 'bind' && mount.source !== null)
            collect(mount.source, files, places, 0);
    }
    for (const mount of [...service.configs, ...service.secrets])
        present ||= under(mount.target);
    const stage = image?.dockerfile?.stages[image.stage ?? -1];
    let workdir = '/';
    for (const instruction of stage?.instructions ?? []) {
        const words = instruction.words.map((word) => word.value);
        if (instruction.keyword === 'WORKDIR' && words[0] !== undefined)
            workdir = external_node_path_.posix.resolve(workdir, words[0]);
        if (instruction.keyword === 'RUN' && roots.some((root) => instruction.raw.includes(root)))
            present = true;
        if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD')
            continue;
        const target = words.at(-1);
        if (target === undefined || !under(external_node_path_.posix.resolve(workdir, target)))
            continue;
        present = true;
        if (instruction.flags.has('from'))
            continue;
        for (const source of words.slice(0, -1))
            collect(external_node_path_.posix.join(files.context ?? '', source.replace(/^\/+/, '')), files, places, 0);
    }
    const evidence = [];
    for (const place of [...places].slice(0, configured_mostFiles)) {
        const source = files.readPlace(place);
        if (source === undefined)
            continue;
        for (const bind of bindsOfFile(source, lookup)) {
            evidence.push({
                port: bind.port,
                socket: bind.socket,
                strength: 'binds',
                kind: bind.program === 'nginx' ? 'listen' : 'start-file',
                certain: false,
                program: bind.program,
                protocol: bind.program === 'nginx' ? 'http' : bind.protocol,
                address: bind.address,
                says: `${source.file} listens on ${bind.socket ?? bind.port}`,
                at: bind.at,
            });
        }
    }
    return { evidence, present };
}
function collect(place, files, places, depth) {
    if (places.size > configured_mostFiles || depth > 3)
        return;
    const kind = files.kind(place);
    if (kind === 'file')
        places.add(place);
    else if (kind === 'directory')
        for (const name of files.list(place).slice(0, 200))
            collect(external_node_path_.posix.join(place, name), files, places, depth + 1);
}

;// CONCATENATED MODULE: ./lib/stack/evidence/declared.js

const mostPorts = 400;
const none = { socket: null, address: null, program: null, certain: true };
/** `ports` (their container side), `expose`, and EXPOSE of the image's Dockerfile. TCP alone, unless `udp`. */
function declaredPorts(service, facts) {
    const found = [];
    const wide = service.expose.some(({ from, to }) => to - from >= mostPorts);
    // Of more ports than are written down here, any other may be the target's.
    const all = service.ports.length <= mostPorts && (facts?.expose.length ?? 0) <= mostPorts && !wide;
    for (const item of service.ports.slice(0, mostPorts)) {
        found.push({
            ...none,
            certain: all && !item.targetUncertain && item.protocol === 'tcp',
            port: item.target,
            strength: 'declares',
            kind: 'ports',
            protocol: item.protocol === 'udp' ? 'tcp' : null,
            says: `ports of ${service.name} names ${item.target}`,
            at: item.targetAt,
        });
    }
    for (const range of service.expose) {
        for (let port = range.from; port <= range.to && port - range.from < mostPorts && found.length < 2 * mostPorts; port++) {
            found.push({
                ...none,
                certain: all && !range.uncertain && range.protocol === 'tcp',
                port,
                strength: 'declares',
                kind: 'expose',
                protocol: null,
                says: `expose of ${service.name} names ${port}`,
                at: range.at,
            });
        }
    }
    for (const { value, at } of facts?.expose.slice(0, mostPorts) ?? []) {
        found.push({
            ...none,
            certain: all && value.protocol === 'tcp',
            port: value.port,
            strength: 'declares',
            kind: 'EXPOSE',
            protocol: null,
            says: `the image of ${service.name} exposes ${value.port}`,
            at,
        });
    }
    return found;
}
/** Ports that a health check asks inside the container. */
function healthcheckEvidence(service, facts, lookup) {
    if (service.healthcheck?.disabled)
        return [];
    if (service.healthcheck?.test)
        return healthPorts(textOf(service.healthcheck.test), service, lookup).map((port) => ({
            ...of(port, 'healthcheck', service.healthcheck?.at ?? null, service),
            certain: !service.healthcheck?.test?.uncertain,
        }));
    const own = facts?.healthcheck;
    return own ? healthPorts(own.value, service, lookup).map((port) => of(port, 'HEALTHCHECK', own.at, service)) : [];
}
function of(port, kind, at, service) {
    return { ...none, port, strength: 'suggests', kind, protocol: null, says: `the health check of ${service.name} asks port ${port}`, at };
}
function textOf(command) {
    return command.words.map((word) => word.value).join(' ');
}
function healthPorts(raw, service, lookup) {
    const text = raw
        .slice(0, 4000)
        .replace(/\$\{?([A-Za-z_]\w*)(?::?-([^}]*))?\}?/g, (whole, name, fallback) => lookup(name) ?? fallback ?? whole);
    const name = service.name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const host = `(?:localhost|127\\.0\\.0\\.1|0\\.0\\.0\\.0|\\[::1?\\]|\\$\\(hostname\\)|${name})`;
    const ports = new Set();
    const take = (value) => {
        const port = (0,bind/* portOf */.HM)(value);
        if (port !== null)
            ports.add(port);
    };
    for (const match of text.matchAll(new RegExp(`(?<![\\w.-])${host}[:/ '",]{1,4}(\\d{2,5})(?!\\d)`, 'gi')))
        take(match[1]);
    for (const match of text.matchAll(new RegExp(`(https?)://${host}(?=[/\\s'"]|$)`, 'gi')))
        take(match[1]?.toLowerCase() === 'https' ? '443' : '80');
    return [...ports];
}
/** Labels that a reverse proxy reads for the port: traefik's `loadbalancer.server.port`, caddy's `{{upstreams 8080}}`. */
function labelEvidence(service) {
    const found = [];
    for (const [name, { value, at, uncertain }] of service.labels) {
        const port = /(?:^|\.)port$/i.test(name) && !/prometheus|metrics/i.test(name)
            ? (0,bind/* portOf */.HM)(value)
            : (0,bind/* portOf */.HM)(/\{\{\s*upstreams\s+(?:https?\s+)?(\d{2,5})\s*\}\}/.exec(value)?.[1]);
        if (port !== null)
            found.push({
                ...none,
                certain: !uncertain,
                port,
                strength: 'suggests',
                kind: 'label',
                protocol: null,
                says: `the label ${name} says ${port}`,
                at,
            });
    }
    return found;
}

;// CONCATENATED MODULE: ./lib/stack/evidence/programs/convention.js
/** How a program says what it listens on, as a table of its options, variables and defaults. */

const everywhere = '0.0.0.0';
const loopback = '127.0.0.1';
/** The options that most programs have. */
const longOptions = { host: ['--host'], port: ['--port'] };
const shortOptions = { host: ['-h', '--host'], port: ['-p', '--port'] };
const capitalOptions = { host: ['-H', '--host'], port: ['-p', '--port'] };
/** `NAME_HOST` and `NAME_PORT`. */
function variables(name) {
    return { hostVariables: [`${name}_HOST`], portVariables: [`${name}_PORT`] };
}
function byDefault(port, address) {
    return { defaultPort: port, defaultAddress: address };
}
function convention_listensOn(program, binds) {
    return { kind: 'binds', program, binds };
}
/** What a program listens on by its convention; `name` is how findings call it. */
function byConvention(name, convention, invocation) {
    const { args, lookup } = invocation;
    const base = { program: name, protocol: protocolOf(convention, args), by: 'written' };
    const written = (0,bind/* options */.fF)(args, convention.bind ?? []).flatMap((word) => boundAt(word, base));
    if (written.length > 0)
        return written;
    const told = (convention.bindVariables ?? []).flatMap((variable) => {
        const parsed = (0,bind/* parseAddress */.or)(lookup(variable) ?? '');
        return parsed ? [{ ...base, ...parsed, at: null, certain: true }] : [];
    });
    return told.length > 0 ? told : atHostAndPort(base, convention, invocation);
}
function protocolOf(convention, args) {
    return hasOption(args, convention.tls ?? []) ? 'https' : (convention.protocol ?? 'http');
}
/** Where host and port are said apart from each other: by option, by variable, by default. */
function atHostAndPort(base, convention, invocation) {
    const { args, lookup } = invocation;
    const at = { ...base, socket: null, address: addressOf(convention, invocation) };
    const word = portWord(convention, args);
    if (word !== undefined) {
        const port = (0,bind/* portOf */.HM)(word.text);
        return [{ ...at, port, at: word.at, certain: port !== null && word.literal }];
    }
    // `--port` whose value came out empty: nobody knows the port.
    const empty = (convention.port ?? []).some((flag) => args.some(({ text }) => text === flag || text === `${flag}=`));
    if (empty)
        return [{ ...at, port: null, at: null, certain: false }];
    const variable = (0,bind/* portOf */.HM)(firstSet(convention.portVariables, lookup));
    if (variable !== null)
        return [{ ...at, port: variable, at: null, certain: true }];
    if (convention.defaultPort === undefined)
        return [];
    const certain = !hasOption(args, convention.unless ?? []) && args.every(({ literal }) => literal);
    const host = (0,bind/* option */.uK)(args, convention.host ?? []);
    return [{ ...at, by: 'default', port: convention.defaultPort, at: host?.at ?? null, certain }];
}
function portWord(convention, args) {
    const word = (0,bind/* option */.uK)(args, convention.port ?? []);
    if (word !== undefined || !convention.positional)
        return word;
    return (0,bind/* positionals */.g9)(args, convention.positional).find(({ text }) => /^\d+$/.test(text));
}
function addressOf(convention, { args, lookup }) {
    const flags = convention.host ?? [];
    const word = (0,bind/* option */.uK)(args, flags);
    const told = word === undefined ? firstSet(convention.hostVariables, lookup) : word.literal ? word.text : null;
    // A bare `--host`, as vite has it, means some other address than the default.
    const bare = args.some(({ text }) => flags.includes(text));
    return told ?? (bare || word !== undefined ? null : (convention.defaultAddress ?? null));
}
/** Whether one of the options is there, with a value or without. */
function hasOption(args, flags) {
    return args.some(({ text }) => flags.some((flag) => text === flag || text.startsWith(`${flag}=`)));
}
/** What a word with an address binds; one that no file tells binds something unknown. */
function boundAt(word, base) {
    const parsed = (0,bind/* parseAddress */.or)(word.text);
    if (parsed === null)
        return word.literal ? [] : [{ ...base, port: null, socket: null, address: null, at: word.at, certain: false }];
    return [{ ...base, ...parsed, at: word.at, certain: word.literal }];
}
function firstSet(names, lookup) {
    for (const name of names ?? []) {
        const value = lookup(name);
        if (value !== undefined && value !== '')
            return value;
    }
    return null;
}
/** The words of a variable that holds options, as GUNICORN_CMD_ARGS. */
function splitOptions(text) {
    if (text === undefined)
        return [];
    return text
        .split(/\s+/)
        .filter((word) => word !== '')
        .slice(0, 200)
        .map((word) => ({ text: word.replace(/^["']|["']$/g, ''), literal: true, at: null }));
}

;// CONCATENATED MODULE: ./lib/stack/evidence/programs/dotnet.js
/** ASP.NET. */


const readers = { dotnet };
function dotnet({ program, args }) {
    const urls = (0,bind/* option */.uK)(args, ['--urls', '--server.urls']);
    if (urls === undefined)
        return { kind: 'unknown', program };
    return convention_listensOn(program, urlBinds(urls.text, program, urls.at, urls.literal));
}
/** `http://+:5000;https://+:5001`, as ASP.NET takes it. */
function urlBinds(text, program, at, certain) {
    const urls = text
        .split(';')
        .map((url) => url.trim())
        .filter((url) => url !== '');
    return urls.slice(0, 20).flatMap((url) => {
        const protocol = url.startsWith('https') ? 'https' : 'http';
        const parsed = (0,bind/* parseAddress */.or)(withPort(url, protocol === 'https' ? 443 : 80));
        return parsed === null ? [] : [{ ...parsed, protocol, program, at, by: 'written', certain }];
    });
}
function withPort(url, port) {
    return /:\d+/.test(url.replace(/^\w+:\/\//, '')) ? url : `${url.replace(/\/+$/, '')}:${port}`;
}

;// CONCATENATED MODULE: ./lib/stack/evidence/environment.js


/** Names that mean a service's own port in nearly every program that reads them. */
const ownPort = /^(?:PORT|HTTP_PORT|SERVER_PORT|APP_PORT|LISTEN_PORT|WEB_PORT|API_PORT|SERVICE_PORT|BIND_PORT|CONTAINER_PORT|INTERNAL_PORT|NODE_PORT|APPLICATION_PORT|UVICORN_PORT|GUNICORN_PORT|FLASK_RUN_PORT|FLASK_PORT|KC_HTTP_PORT|NITRO_PORT|NUXT_PORT|ROCKET_PORT|QUARKUS_HTTP_PORT|MICRONAUT_SERVER_PORT|N8N_PORT|GF_SERVER_HTTP_PORT|PGADMIN_LISTEN_PORT|VIRTUAL_PORT|STREAMLIT_SERVER_PORT)$/;
const ownAddress = /^(?:LISTEN|LISTEN_ADDR(?:ESS)?|BIND|BIND_ADDR(?:ESS)?|ADDR|ADDRESS|HTTP_ADDR(?:ESS)?|SERVER_ADDR(?:ESS)?|WEB_BIND|GUNICORN_BIND|APP_ADDR)$/;
/** ASP.NET's own. */
const urls = /^(?:ASPNETCORE_URLS|DOTNET_URLS|URLS|ASPNETCORE__URLS)$/;
const portLists = /^(?:ASPNETCORE|DOTNET)_HTTPS?_PORTS$/;
const anyPort = /(?:^|_)(?:PORT|HTTP_ADDR|LISTEN_ADDR(?:ESS)?|BIND_ADDR(?:ESS)?|LISTEN|BIND)(?:_\d)?$/;
/** Variables that say where something else listens. */
const foreign = /(?:^|_)(?:DB|DATABASE|PG|POSTGRES(?:QL)?|MYSQL|MARIADB|SQL|MONGO(?:DB)?|REDIS|VALKEY|CACHE|MEMCACHED?|SMTP|MAIL(?:ER)?|EMAIL|IMAP|POP3?|RABBIT(?:MQ)?|AMQP|KAFKA|ZOOKEEPER|BROKER|QUEUE|NATS|ELASTIC(?:SEARCH)?|ES|SOLR|LDAP|MQTT|S3|PROXY|REMOTE|UPSTREAM|OTEL|JAEGER|STATSD|GRAYLOG|LOGSTASH|CONSUL|EUREKA|VAULT|FTP|SFTP|SSH|DEBUG|XDEBUG|JMX|MANAGEMENT|METRICS?|PROMETHEUS|EXPORTER|ADVERTISED|EXTERNAL|PUBLIC|HOST|PUBLISHED)_/;
/** What an environment says about the service's own port. `others` are the names of the project's other services. */
function environmentEvidence(entries, service, others) {
    const found = [];
    for (const { name, value, at, certain, kind } of entries) {
        if (value === null || value === '' || value.length > 300)
            continue;
        const base = { kind, at, socket: null, protocol: null, address: null, program: null };
        const says = `${name} is ${value}`;
        if (urls.test(name)) {
            for (const bind of urlBinds(value, 'ASP.NET', at, certain)) {
                found.push({
                    ...base,
                    port: bind.port,
                    socket: bind.socket,
                    address: bind.address,
                    protocol: bind.protocol,
                    strength: name === 'URLS' ? 'declares' : 'binds',
                    says,
                    certain,
                    program: 'ASP.NET',
                });
            }
        }
        else if (portLists.test(name)) {
            for (const part of value.split(/[;,\s]+/).slice(0, 20)) {
                const port = (0,bind/* portOf */.HM)(part);
                if (port !== null)
                    found.push({
                        ...base,
                        port,
                        protocol: name.includes('HTTPS') ? 'https' : 'http',
                        strength: 'binds',
                        says,
                        certain,
                        program: 'ASP.NET',
                    });
            }
        }
        else if (isOwn(name, service)) {
            const port = (0,bind/* portOf */.HM)(value);
            if (port !== null)
                found.push({ ...base, port, strength: 'declares', says, certain });
            else if (ownAddress.test(name))
                pushAddress(found, base, value, says, certain, 'declares');
        }
        else if (ownAddress.test(name)) {
            pushAddress(found, base, value, says, certain, 'declares');
        }
        else if (anyPort.test(name.toUpperCase().replaceAll('__', '_')) &&
            !foreign.test(`${name.toUpperCase()}_`.replace(/_PORT(?:_\d)?_$/, '_')) &&
            !namesOther(name, service, others)) {
            const port = (0,bind/* portOf */.HM)(value);
            if (port !== null)
                found.push({ ...base, port, strength: 'suggests', says, certain: false });
            else
                pushAddress(found, base, value, says, false, 'suggests');
        }
    }
    return found;
}
function pushAddress(found, base, value, says, certain, strength) {
    const parsed = (0,bind/* parseAddress */.or)(value);
    if (parsed === null || (parsed.address !== null && !/^(?:0\.0\.0\.0|::|127\.0\.0\.1|localhost|::1)$/.test(parsed.address)))
        return;
    found.push({ ...base, ...parsed, strength, says, certain });
}
function isOwn(name, service) {
    if (ownPort.test(name))
        return true;
    const own = /^(\w+)_PORT$/.exec(name.toUpperCase())?.[1];
    return own !== undefined && own === service.name.toUpperCase().replaceAll('-', '_') && !/^(?:DB|DATABASE|REDIS|POSTGRES)$/.test(own);
}
function namesOther(name, service, others) {
    const upper = name.toUpperCase();
    return others.some((other) => {
        if (other === service.name)
            return false;
        const prefix = other.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_');
        return upper.startsWith(`${prefix}_`);
    });
}

;// CONCATENATED MODULE: ./lib/stack/evidence/image-ports.js
/** Patterns of Docker Official Images, which anybody may publish a namesake of. */
const ofLibrary = new Set();
function library(name) {
    const pattern = new RegExp(`(?:^|/)(?:library/)?${name}$`);
    ofLibrary.add(pattern);
    return pattern;
}
const exact = (path) => new RegExp(`(?:^|/)${path.replaceAll('.', '\\.')}$`);
/** Pages of Docker Official Images; each links the Dockerfile that EXPOSEs the port. */
const officialImage = (...names) => names.map((name) => `https://hub.docker.com/_/${name}`).join(' ');
/** Pages of images on Docker Hub that their makers publish. */
const hub = (...names) => names.map((name) => `https://hub.docker.com/r/${name}`).join(' ');
/** What the PHP applications among the official images are built on: FPM on 9000, Apache on 80. */
const phpTemplate = 'https://github.com/docker-library/php/blob/master/Dockerfile-linux.template';
const imagePorts = [
    // Bitnami's images run without root, so they listen elsewhere than the official ones.
    {
        image: exact('bitnami(?:legacy)?/(?:nginx|apache|wordpress|drupal|joomla|mediawiki|matomo|phpmyadmin|moodle|prestashop|opencart|magento)'),
        ports: [8080, 8443],
        protocol: 'http',
        variables: [
            'NGINX_HTTP_PORT_NUMBER',
            'NGINX_HTTPS_PORT_NUMBER',
            'APACHE_HTTP_PORT_NUMBER',
            'APACHE_HTTPS_PORT_NUMBER',
            'WORDPRESS_HTTP_PORT_NUMBER',
        ],
        configuration: ['/opt/bitnami'],
        source: 'https://github.com/bitnami/containers/tree/main/bitnami',
    },
    {
        image: library('(?:php|wordpress|nextcloud|drupal|matomo|friendica|freshrss|monica|backdrop|joomla|phpmyadmin)'),
        tag: /fpm/,
        ports: [9000],
        protocol: 'fastcgi',
        configuration: ['/usr/local/etc'],
        source: phpTemplate,
    },
    { image: exact('freshrss/freshrss'), ports: [80], protocol: 'http', variables: ['LISTEN'], source: hub('freshrss/freshrss') },
    {
        image: library('(?:wordpress|nextcloud|drupal|matomo|joomla|phpmyadmin|mediawiki|backdrop|friendica|monica)'),
        tag: /^(?!.*fpm)/,
        ports: [80],
        protocol: 'http',
        variables: ['APACHE_PORT'],
        configuration: ['/etc/apache2'],
        source: phpTemplate,
    },
    { image: library('php'), tag: /apache/, ports: [80], protocol: 'http', configuration: ['/etc/apache2'], source: officialImage('php') },
    {
        image: exact('pimcore/pimcore'),
        ports: [9000],
        protocol: 'fastcgi',
        configuration: ['/usr/local/etc'],
        source: hub('pimcore/pimcore'),
    },
    {
        image: exact('bitnami(?:legacy)?/php-fpm'),
        ports: [9000],
        protocol: 'fastcgi',
        configuration: ['/opt/bitnami/php/etc'],
        source: 'https://github.com/bitnami/containers/tree/main/bitnami/php-fpm',
    },
    {
        image: /(?:^|\/)[\w.-]*(?:php-?fpm|fpm-php)[\w.-]*$/,
        ports: [9000],
        protocol: 'fastcgi',
        configuration: ['/usr/local/etc', '/etc/php', '/etc/php8'],
        source: 'https://github.com/php/php-src/blob/master/sapi/fpm/www.conf.in',
    },
    { image: library('httpd'), ports: [80], protocol: 'http', configuration: ['/usr/local/apache2/conf'], source: officialImage('httpd') },
    {
        image: library('(?:nginx|openresty)'),
        ports: [80],
        protocol: 'http',
        configuration: ['/etc/nginx', '/usr/local/openresty'],
        source: `${officialImage('nginx')} ${hub('openresty/openresty')}`,
    },
    {
        image: exact('openresty/openresty'),
        ports: [80],
        protocol: 'http',
        configuration: ['/etc/nginx', '/usr/local/openresty'],
        source: hub('openresty/openresty'),
    },
    {
        image: exact('nginxinc/nginx-unprivileged'),
        ports: [8080],
        protocol: 'http',
        configuration: ['/etc/nginx'],
        source: hub('nginxinc/nginx-unprivileged'),
    },
    { image: library('caddy'), ports: [80, 443, 2019], protocol: 'http', configuration: ['/etc/caddy'], source: officialImage('caddy') },
    {
        image: library('traefik'),
        ports: [80, 443, 8080],
        protocol: 'http',
        configuration: ['/etc/traefik', '/traefik.yml', '/traefik.toml'],
        source: officialImage('traefik'),
    },
    { image: library('haproxy'), ports: [], protocol: 'tcp', configuration: ['/usr/local/etc/haproxy'], source: officialImage('haproxy') },
    { image: library('varnish'), ports: [80, 8443], protocol: 'http', variables: ['VARNISH_HTTP_PORT'], source: officialImage('varnish') },
    { image: library('tomcat'), ports: [8080], protocol: 'http', configuration: ['/usr/local/tomcat/conf'], source: officialImage('tomcat') },
    { image: library('jetty'), ports: [8080, 8443], protocol: 'http', configuration: ['/var/lib/jetty'], source: officialImage('jetty') },
    { image: library('ghost'), ports: [2368], protocol: 'http', variables: ['server__port'], source: officialImage('ghost') },
    { image: library('redmine'), ports: [3000], protocol: 'http', source: officialImage('redmine') },
    { image: library('odoo'), ports: [8069, 8071, 8072], protocol: 'http', configuration: ['/etc/odoo'], source: officialImage('odoo') },
    { image: library('sonarqube'), ports: [9000], protocol: 'http', variables: ['SONAR_WEB_PORT'], source: officialImage('sonarqube') },
    { image: library('adminer'), tag: /^(?!.*fastcgi)/, ports: [8080], protocol: 'http', source: officialImage('adminer') },
    { image: library('adminer'), tag: /fastcgi/, ports: [9000], protocol: 'fastcgi', source: officialImage('adminer') },
    {
        image: library('mongo-express'),
        ports: [8081],
        protocol: 'http',
        variables: ['PORT', 'VCAP_APP_PORT'],
        source: officialImage('mongo-express'),
    },
    {
        image: library('registry'),
        ports: [5000],
        protocol: 'http',
        variables: ['REGISTRY_HTTP_ADDR'],
        configuration: ['/etc/docker/registry', '/etc/distribution'],
        source: officialImage('registry'),
    },
    {
        image: library('kibana'),
        ports: [5601],
        protocol: 'http',
        variables: ['SERVER_PORT'],
        configuration: ['/usr/share/kibana/config'],
        source: officialImage('kibana'),
    },
    {
        image: exact('kibana/kibana'),
        ports: [5601],
        protocol: 'http',
        variables: ['SERVER_PORT'],
        configuration: ['/usr/share/kibana/config'],
        source: 'https://www.docker.elastic.co/r/kibana',
    },
    {
        image: library('elasticsearch'),
        ports: [9200, 9300],
        protocol: 'http',
        variables: ['http.port'],
        configuration: ['/usr/share/elasticsearch/config'],
        source: officialImage('elasticsearch'),
    },
    {
        image: exact('elasticsearch/elasticsearch'),
        ports: [9200, 9300],
        protocol: 'http',
        variables: ['http.port'],
        configuration: ['/usr/share/elasticsearch/config'],
        source: 'https://www.docker.elastic.co/r/elasticsearch',
    },
    {
        image: exact('opensearchproject/opensearch'),
        ports: [9200, 9300, 9600],
        protocol: 'http',
        configuration: ['/usr/share/opensearch/config'],
        source: hub('opensearchproject/opensearch'),
    },
    {
        image: exact('opensearchproject/opensearch-dashboards'),
        ports: [5601],
        protocol: 'http',
        configuration: ['/usr/share/opensearch-dashboards/config'],
        source: hub('opensearchproject/opensearch-dashboards'),
    },
    { image: library('solr'), ports: [8983], protocol: 'http', variables: ['SOLR_PORT'], source: officialImage('solr') },
    {
        image: library('influxdb'),
        ports: [8086],
        protocol: 'http',
        variables: ['INFLUXD_HTTP_BIND_ADDRESS', 'INFLUXDB_HTTP_BIND_ADDRESS'],
        configuration: ['/etc/influxdb', '/etc/influxdb2'],
        source: officialImage('influxdb'),
    },
    { image: library('chronograf'), ports: [8888], protocol: 'http', source: officialImage('chronograf') },
    {
        image: library('neo4j'),
        ports: [7474, 7473, 7687],
        protocol: 'http',
        variables: ['NEO4J_server_http_listen__address', 'NEO4J_dbms_connector_http_listen__address'],
        configuration: ['/conf', '/var/lib/neo4j/conf'],
        source: officialImage('neo4j'),
    },
    { image: library('couchdb'), ports: [5984], protocol: 'http', configuration: ['/opt/couchdb/etc'], source: officialImage('couchdb') },
    {
        image: library('rabbitmq'),
        ports: [5672, 5671, 15672, 15671, 15692, 25672, 4369, 61613, 1883, 15674, 15675],
        protocol: 'tcp',
        configuration: ['/etc/rabbitmq'],
        source: officialImage('rabbitmq'),
    },
    {
        image: library('(?:postgres|postgis)'),
        ports: [5432],
        protocol: 'tcp',
        variables: ['PGPORT'],
        configuration: ['/etc/postgresql'],
        source: `${officialImage('postgres')} ${hub('postgis/postgis')}`,
    },
    {
        image: exact('(?:postgis/postgis|mdillon/postgis|timescale/timescaledb|timescale/timescaledb-ha|pgvector/pgvector|debezium/postgres|pgautoupgrade/pgautoupgrade|supabase/postgres)'),
        ports: [5432],
        protocol: 'tcp',
        variables: ['PGPORT'],
        source: hub('postgis/postgis', 'mdillon/postgis', 'timescale/timescaledb', 'timescale/timescaledb-ha', 'pgvector/pgvector', 'debezium/postgres', 'pgautoupgrade/pgautoupgrade', 'supabase/postgres'),
    },
    {
        image: library('(?:mysql|mariadb|percona)'),
        ports: [3306, 33060],
        protocol: 'tcp',
        variables: ['MYSQL_TCP_PORT'],
        configuration: ['/etc/mysql', '/etc/my.cnf', '/etc/my.cnf.d'],
        source: officialImage('mysql', 'mariadb', 'percona'),
    },
    {
        image: library('mongo'),
        ports: [27017],
        protocol: 'tcp',
        configuration: ['/etc/mongo', '/etc/mongod.conf'],
        source: officialImage('mongo'),
    },
    {
        image: library('(?:redis|valkey)'),
        ports: [6379],
        protocol: 'tcp',
        configuration: ['/usr/local/etc/redis', '/etc/redis'],
        source: officialImage('redis', 'valkey'),
    },
    {
        image: exact('(?:valkey/valkey|redis/redis-stack-server)'),
        ports: [6379],
        protocol: 'tcp',
        source: hub('valkey/valkey', 'redis/redis-stack-server'),
    },
    { image: exact('redis/redis-stack'), ports: [6379, 8001], protocol: 'tcp', source: hub('redis/redis-stack') },
    { image: library('memcached'), ports: [11211], protocol: 'tcp', source: officialImage('memcached') },
    {
        image: library('nats'),
        ports: [4222, 8222, 6222],
        protocol: 'tcp',
        configuration: ['/etc/nats', '/nats-server.conf'],
        source: officialImage('nats'),
    },
    {
        image: library('eclipse-mosquitto'),
        ports: [1883],
        protocol: 'tcp',
        configuration: ['/mosquitto'],
        source: officialImage('eclipse-mosquitto'),
    },
    { image: library('(?:cassandra)'), ports: [9042, 7000, 7001, 7199, 9160], protocol: 'tcp', source: officialImage('cassandra') },
    { image: library('zookeeper'), ports: [2181, 2888, 3888, 8080], protocol: 'tcp', source: officialImage('zookeeper') },
    {
        image: library('consul'),
        ports: [8500, 8600, 8300, 8301, 8302],
        protocol: 'http',
        configuration: ['/consul/config'],
        source: officialImage('consul'),
    },
    {
        image: exact('hashicorp/consul'),
        ports: [8500, 8600, 8300, 8301, 8302],
        protocol: 'http',
        configuration: ['/consul/config'],
        source: hub('hashicorp/consul'),
    },
    {
        image: library('vault'),
        ports: [8200],
        protocol: 'http',
        variables: ['VAULT_DEV_LISTEN_ADDRESS', 'VAULT_LOCAL_CONFIG'],
        configuration: ['/vault/config'],
        source: officialImage('vault'),
    },
    {
        image: exact('hashicorp/vault'),
        ports: [8200],
        protocol: 'http',
        variables: ['VAULT_DEV_LISTEN_ADDRESS', 'VAULT_LOCAL_CONFIG'],
        configuration: ['/vault/config'],
        source: hub('hashicorp/vault'),
    },
    {
        image: exact('clickhouse/clickhouse-server'),
        ports: [8123, 9000, 9009],
        protocol: 'http',
        configuration: ['/etc/clickhouse-server'],
        source: hub('clickhouse/clickhouse-server'),
    },
    { image: exact('dpage/pgadmin4'), ports: [80, 443], protocol: 'http', variables: ['PGADMIN_LISTEN_PORT'], source: hub('dpage/pgadmin4') },
    {
        image: exact('grafana/grafana(?:-enterprise|-oss)?'),
        ports: [3000],
        protocol: 'http',
        variables: ['GF_SERVER_HTTP_PORT', 'GF_PATHS_CONFIG', 'GF_SERVER_HTTP_PORT__FILE'],
        configuration: ['/etc/grafana/grafana.ini'],
        source: hub('grafana/grafana'),
    },
    { image: exact('grafana/loki'), ports: [3100, 9095], protocol: 'http', configuration: ['/etc/loki'], source: hub('grafana/loki') },
    {
        image: exact('grafana/tempo'),
        ports: [3200, 4317, 4318],
        protocol: 'http',
        configuration: ['/etc/tempo'],
        source: hub('grafana/tempo'),
    },
    { image: exact('prom/prometheus'), ports: [9090], protocol: 'http', source: hub('prom/prometheus') },
    { image: exact('prom/alertmanager'), ports: [9093, 9094], protocol: 'http', source: hub('prom/alertmanager') },
    { image: exact('prom/pushgateway'), ports: [9091], protocol: 'http', source: hub('prom/pushgateway') },
    { image: exact('prom/node-exporter'), ports: [9100], protocol: 'http', source: hub('prom/node-exporter') },
    { image: exact('prom/blackbox-exporter'), ports: [9115], protocol: 'http', source: hub('prom/blackbox-exporter') },
    { image: exact('nginx/nginx-prometheus-exporter'), ports: [9113], protocol: 'http', source: hub('nginx/nginx-prometheus-exporter') },
    {
        image: /(?:^|\/)cadvisor(?:\/cadvisor)?$/,
        ports: [8080],
        protocol: 'http',
        source: 'https://github.com/google/cadvisor/blob/master/deploy/Dockerfile',
    },
    {
        image: exact('jaegertracing/all-in-one'),
        ports: [16686, 14268, 14250, 14269, 4317, 4318, 5778, 9411],
        protocol: 'http',
        source: hub('jaegertracing/all-in-one'),
    },
    { image: exact('openzipkin/zipkin'), ports: [9411], protocol: 'http', variables: ['QUERY_PORT'], source: hub('openzipkin/zipkin') },
    {
        image: exact('minio/minio'),
        ports: [9000],
        protocol: 'http',
        variables: ['MINIO_ADDRESS', 'MINIO_CONSOLE_ADDRESS'],
        configuration: ['/etc/default/minio'],
        source: hub('minio/minio'),
    },
    { image: exact('swaggerapi/swagger-ui'), ports: [8080], protocol: 'http', variables: ['PORT'], source: hub('swaggerapi/swagger-ui') },
    {
        image: exact('swaggerapi/swagger-editor'),
        ports: [8080],
        protocol: 'http',
        variables: ['PORT'],
        source: hub('swaggerapi/swagger-editor'),
    },
    {
        image: exact('provectuslabs/kafka-ui'),
        ports: [8080],
        protocol: 'http',
        variables: ['SERVER_PORT'],
        source: hub('provectuslabs/kafka-ui'),
    },
    {
        image: exact('tchiotludo/akhq'),
        ports: [8080, 28081],
        protocol: 'http',
        variables: ['MICRONAUT_SERVER_PORT'],
        source: hub('tchiotludo/akhq'),
    },
    {
        image: exact('keycloak/keycloak'),
        ports: [8080, 8443, 9000],
        protocol: 'http',
        variables: ['KC_HTTP_PORT', 'KC_HTTPS_PORT'],
        source: 'https://quay.io/repository/keycloak/keycloak https://www.keycloak.org/server/containers',
    },
    {
        image: exact('jboss/keycloak'),
        ports: [8080, 8443, 9990],
        protocol: 'http',
        variables: ['JBOSS_HTTP_PORT'],
        source: hub('jboss/keycloak'),
    },
    { image: exact('jenkins/jenkins'), ports: [8080, 50000], protocol: 'http', variables: ['JENKINS_OPTS'], source: hub('jenkins/jenkins') },
    {
        image: exact('gitea/gitea'),
        ports: [3000, 22],
        protocol: 'http',
        variables: ['HTTP_PORT', 'GITEA__server__HTTP_PORT'],
        source: 'https://github.com/go-gitea/gitea/blob/main/Dockerfile',
    },
    {
        image: exact('forgejo/forgejo'),
        ports: [3000, 22],
        protocol: 'http',
        variables: ['HTTP_PORT', 'FORGEJO__server__HTTP_PORT'],
        source: 'https://codeberg.org/forgejo/forgejo/src/branch/forgejo/Dockerfile',
    },
    {
        image: exact('gitlab/gitlab-(?:ce|ee)'),
        ports: [80, 443, 22],
        protocol: 'http',
        variables: ['GITLAB_OMNIBUS_CONFIG'],
        configuration: ['/etc/gitlab'],
        source: hub('gitlab/gitlab-ce', 'gitlab/gitlab-ee'),
    },
    { image: exact('portainer/portainer(?:-ce|-ee)?'), ports: [9000, 9443, 8000], protocol: 'http', source: hub('portainer/portainer') },
    { image: exact('metabase/metabase'), ports: [3000], protocol: 'http', variables: ['MB_JETTY_PORT'], source: hub('metabase/metabase') },
    { image: exact('apache/superset'), ports: [8088], protocol: 'http', variables: ['SUPERSET_PORT'], source: hub('apache/superset') },
    {
        image: exact('apache/airflow'),
        ports: [8080],
        protocol: 'http',
        variables: ['AIRFLOW__WEBSERVER__WEB_SERVER_PORT', 'AIRFLOW__API__PORT'],
        source: hub('apache/airflow'),
    },
    { image: exact('n8nio/n8n'), ports: [5678], protocol: 'http', variables: ['N8N_PORT'], source: hub('n8nio/n8n') },
    {
        image: exact('nodered/node-red'),
        ports: [1880],
        protocol: 'http',
        variables: ['PORT'],
        configuration: ['/data'],
        source: hub('nodered/node-red'),
    },
    { image: exact('directus/directus'), ports: [8055], protocol: 'http', variables: ['PORT'], source: hub('directus/directus') },
    {
        image: exact('hasura/graphql-engine'),
        ports: [8080],
        protocol: 'http',
        variables: ['HASURA_GRAPHQL_SERVER_PORT'],
        source: hub('hasura/graphql-engine'),
    },
    {
        image: exact('postgrest/postgrest'),
        ports: [3000, 3001],
        protocol: 'http',
        variables: ['PGRST_SERVER_PORT'],
        source: hub('postgrest/postgrest'),
    },
    {
        image: exact('louislam/uptime-kuma'),
        ports: [3001],
        protocol: 'http',
        variables: ['UPTIME_KUMA_PORT', 'PORT'],
        source: hub('louislam/uptime-kuma'),
    },
    {
        image: exact('vaultwarden/server'),
        ports: [80, 3012],
        protocol: 'http',
        variables: ['ROCKET_PORT'],
        source: hub('vaultwarden/server'),
    },
    {
        image: exact('home-assistant/home-assistant'),
        ports: [8123],
        protocol: 'http',
        configuration: ['/config'],
        source: 'https://www.home-assistant.io/installation/linux#docker-compose',
    },
    { image: exact('jellyfin/jellyfin'), ports: [8096, 8920], protocol: 'http', source: hub('jellyfin/jellyfin') },
    { image: exact('etherpad/etherpad'), ports: [9001], protocol: 'http', variables: ['PORT'], source: hub('etherpad/etherpad') },
    {
        image: exact('axllent/mailpit'),
        ports: [1025, 8025],
        protocol: 'http',
        variables: ['MP_UI_BIND_ADDR', 'MP_SMTP_BIND_ADDR'],
        source: hub('axllent/mailpit'),
    },
    {
        image: exact('mailhog/mailhog'),
        ports: [1025, 8025],
        protocol: 'http',
        variables: ['MH_UI_BIND_ADDR'],
        source: hub('mailhog/mailhog'),
    },
    {
        image: exact('maildev/maildev'),
        ports: [1080, 1025],
        protocol: 'http',
        variables: ['MAILDEV_WEB_PORT'],
        source: hub('maildev/maildev'),
    },
    { image: exact('sj26/mailcatcher'), ports: [1080, 1025], protocol: 'http', source: hub('sj26/mailcatcher') },
    { image: exact('mher/flower'), ports: [5555], protocol: 'http', variables: ['FLOWER_PORT'], source: hub('mher/flower') },
    { image: exact('datalust/seq'), ports: [80, 5341, 443], protocol: 'http', source: hub('datalust/seq') },
    {
        image: exact('oauth2-proxy/oauth2-proxy'),
        ports: [4180, 4443],
        protocol: 'http',
        variables: ['OAUTH2_PROXY_HTTP_ADDRESS'],
        configuration: ['/etc/oauth2-proxy', '/oauth2-proxy.cfg'],
        source: 'https://quay.io/repository/oauth2-proxy/oauth2-proxy https://github.com/oauth2-proxy/oauth2-proxy/blob/master/Dockerfile',
    },
    {
        image: exact('qdrant/qdrant'),
        ports: [6333, 6334, 6335],
        protocol: 'http',
        variables: ['QDRANT__SERVICE__HTTP_PORT'],
        configuration: ['/qdrant/config'],
        source: hub('qdrant/qdrant'),
    },
    { image: exact('ollama/ollama'), ports: [11434], protocol: 'http', variables: ['OLLAMA_HOST'], source: hub('ollama/ollama') },
    {
        image: exact('open-webui/open-webui'),
        ports: [8080],
        protocol: 'http',
        variables: ['PORT'],
        source: 'https://github.com/open-webui/open-webui/blob/main/Dockerfile',
    },
    {
        image: exact('getmeili/meilisearch'),
        ports: [7700],
        protocol: 'http',
        variables: ['MEILI_HTTP_ADDR'],
        source: 'https://github.com/meilisearch/meilisearch/blob/main/Dockerfile',
    },
    {
        image: exact('typesense/typesense'),
        ports: [8108],
        protocol: 'http',
        variables: ['TYPESENSE_API_PORT'],
        source: hub('typesense/typesense'),
    },
    {
        image: exact('confluentinc/cp-schema-registry'),
        ports: [8081],
        protocol: 'http',
        variables: ['SCHEMA_REGISTRY_LISTENERS'],
        source: hub('confluentinc/cp-schema-registry'),
    },
    {
        image: exact('dessalines/lemmy-ui'),
        ports: [1234],
        protocol: 'http',
        variables: ['LEMMY_UI_HOST'],
        source: hub('dessalines/lemmy-ui'),
    },
    { image: exact('taigaio/taiga-back'), ports: [8000], protocol: 'http', source: hub('taigaio/taiga-back') },
    { image: exact('taigaio/taiga-front'), ports: [80], protocol: 'http', source: hub('taigaio/taiga-front') },
    { image: exact('taigaio/taiga-protected'), ports: [8003], protocol: 'http', source: hub('taigaio/taiga-protected') },
    { image: exact('taigaio/taiga-events'), ports: [8888], protocol: 'http', source: hub('taigaio/taiga-events') },
    {
        image: exact('mailu/admin'),
        ports: [80, 8080],
        protocol: 'http',
        source: 'https://github.com/Mailu/Mailu/blob/master/core/admin/Dockerfile',
    },
    {
        image: exact('linuxserver/phpmyadmin'),
        ports: [80, 443],
        protocol: 'http',
        source: 'https://docs.linuxserver.io/images/docker-phpmyadmin/',
    },
    // Its frontend is an nginx with the built pages.
    {
        image: exact('doccano/doccano'),
        tag: /^(?:frontend|nginx)/,
        ports: [8080],
        protocol: 'http',
        configuration: ['/etc/nginx'],
        source: hub('doccano/doccano'),
    },
    { image: exact('doccano/doccano'), ports: [8000], protocol: 'http', variables: ['PORT'], source: hub('doccano/doccano') },
    { image: exact('collabora/code'), ports: [9980], protocol: 'http', source: hub('collabora/code') },
    { image: exact('onlyoffice/documentserver'), ports: [80, 443], protocol: 'http', source: hub('onlyoffice/documentserver') },
    { image: exact('gotenberg/gotenberg'), ports: [3000], protocol: 'http', variables: ['API_PORT'], source: hub('gotenberg/gotenberg') },
    {
        image: exact('(?:imgproxy|darthsim)/imgproxy'),
        ports: [8080],
        protocol: 'http',
        variables: ['IMGPROXY_BIND'],
        source: hub('imgproxy/imgproxy', 'darthsim/imgproxy'),
    },
    { image: exact('dunglas/mercure'), ports: [80, 443], protocol: 'http', variables: ['SERVER_NAME'], source: hub('dunglas/mercure') },
    {
        image: exact('soketi/soketi'),
        ports: [6001, 9601],
        protocol: 'http',
        variables: ['SOKETI_PORT'],
        source: 'https://docs.soketi.app/getting-started/environment-variables',
    },
    {
        image: exact('centrifugo/centrifugo'),
        ports: [8000],
        protocol: 'http',
        variables: ['CENTRIFUGO_PORT'],
        source: hub('centrifugo/centrifugo'),
    },
    { image: exact('thecodingmachine/php'), tag: /fpm/, ports: [9000], protocol: 'fastcgi', source: hub('thecodingmachine/php') },
    { image: exact('thecodingmachine/php'), tag: /apache/, ports: [80], protocol: 'http', source: hub('thecodingmachine/php') },
    {
        image: exact('techarohq/anubis'),
        ports: [8923, 9090],
        protocol: 'http',
        variables: ['BIND', 'METRICS_BIND'],
        source: 'https://anubis.techaro.lol/docs/admin/installation',
    },
    {
        image: exact('tiangolo/uvicorn-gunicorn(?:-fastapi|-starlette)?'),
        ports: [80],
        protocol: 'http',
        variables: ['PORT', 'BIND'],
        source: hub('tiangolo/uvicorn-gunicorn'),
    },
    {
        image: exact('tiangolo/uwsgi-nginx(?:-flask)?'),
        ports: [80],
        protocol: 'http',
        variables: ['LISTEN_PORT'],
        source: hub('tiangolo/uwsgi-nginx'),
    },
];
/** The row for an image reference, or null. A reference with variables in it is no known image. */
function knownImagePorts(reference) {
    if (reference === null || /[$\s]/.test(reference))
        return null;
    const bare = reference.replace(/@.*$/, '');
    const slash = bare.lastIndexOf('/');
    const colon = bare.indexOf(':', slash + 1);
    const path = (colon === -1 ? bare : bare.slice(0, colon)).toLowerCase();
    const tag = colon === -1 ? 'latest' : bare.slice(colon + 1);
    const row = imagePorts.find((candidate) => candidate.image.test(path) && (candidate.tag === undefined || candidate.tag.test(tag)));
    if (row === undefined)
        return null;
    return ofLibrary.has(row.image) && !isOfficial(path) ? { ...row, namesake: true } : row;
}
/** `wordpress`, `library/wordpress` and a mirror's `registry.example/dockerhub/library/wordpress`, but not `acme/wordpress`. */
function isOfficial(path) {
    const folders = path.split('/').slice(0, -1);
    const registry = /[.:]|^localhost$/.test(folders[0] ?? '') ? folders.shift() : undefined;
    return (folders.every((folder) => /^library$|mirror|prox|cache|docker|hub/.test(folder)) && !/^(?:lscr|ghcr|quay)\.io$/.test(registry ?? ''));
}

;// CONCATENATED MODULE: ./lib/stack/evidence/programs/any-program.js
/** A program that nobody here knows: options that nearly every server means in one way. */

const commonBind = [
    '--bind',
    '--listen',
    '-listen',
    '--addr',
    '-addr',
    '--address',
    '-address',
    '--http-addr',
    '--http-address',
    '--listen-address',
    '--web.listen-address',
    '--server.address',
    '--http',
    '-http',
];
const commonPort = ['--port', '-port', '--http-port', '-http-port', '--server-port', '--server.port', '--listen-port', '--web-port'];
const commonHost = ['--host', '-host', '--hostname', '--bind', '--address', '--ip'];
const listenWord = /^(?:0\.0\.0\.0|\[::\]|\*|127\.0\.0\.1|localhost)?:\d{2,5}$/;
/** What an unknown program listens on, as far as its command line tells. */
function anyProgram({ program, args }) {
    const base = { program, protocol: null, by: 'written', socket: null };
    const address = commonAddress(args);
    const atPort = (word, certain) => {
        const port = (0,bind/* portOf */.HM)(word.text);
        return port === null ? [] : [{ ...base, port, address, at: word.at, certain }];
    };
    // With a name as its host a program is most likely the client of that port.
    const binds = (0,bind/* options */.fF)(args, commonPort).flatMap((word) => atPort(word, word.literal && !isName(address)));
    for (const word of (0,bind/* options */.fF)(args, commonBind)) {
        const parsed = (0,bind/* parseAddress */.or)(word.text);
        if (parsed !== null)
            binds.push({ ...base, ...parsed, at: word.at, certain: word.literal && !isName(parsed.address) });
    }
    for (const word of listenWords(args)) {
        const parsed = (0,bind/* parseAddress */.or)(word.text);
        if (parsed === null || binds.some((bind) => bind.port === parsed.port))
            continue;
        binds.push({ ...base, ...parsed, at: word.at, certain: word.literal && word.text.includes('.') });
    }
    return [...binds, ...(0,bind/* options */.fF)(args, ['-p', '-P']).flatMap((word) => atPort(word, false))];
}
/** Whether an address is the name of a machine, where a server would have one of its own addresses. */
function isName(address) {
    return address !== null && /[a-z]/i.test(address) && address !== 'localhost' && !address.includes(':');
}
function commonAddress(args) {
    const word = (0,bind/* option */.uK)(args, commonHost);
    return word?.literal && (0,bind/* portOf */.HM)(word.text) === null && (0,bind/* parseAddress */.or)(word.text) === null ? word.text : null;
}
/** Words like `:8080`. The value of an unknown option may be another listener than the one that serves: metrics, gRPC. */
function listenWords(args) {
    return args.filter((word, at) => {
        const before = args[at - 1]?.text ?? '';
        return (!before.startsWith('-') || before.includes('=')) && listenWord.test(word.text);
    });
}

;// CONCATENATED MODULE: ./lib/stack/evidence/programs/java.js
/** Java: the port stands in a system property. */


const java_readers = { java };
const properties = ['-Dserver.port', '--server.port', '-Dquarkus.http.port', '-Dmicronaut.server.port', '-Djetty.http.port', '-Dhttp.port'];
function java({ program, args, lookup }) {
    const all = [...splitOptions(lookup('JAVA_TOOL_OPTIONS')), ...splitOptions(lookup('JAVA_OPTS')), ...args];
    const word = (0,bind/* option */.uK)(all, properties);
    if (word === undefined)
        return { kind: 'unknown', program };
    const port = (0,bind/* portOf */.HM)(word.text);
    const base = { socket: null, address: null, protocol: null, program: 'java', by: 'written' };
    return convention_listensOn(program, [{ ...base, port, at: word.at, certain: word.literal && port !== null }]);
}

;// CONCATENATED MODULE: ./lib/stack/evidence/programs/node.js
/** Node.js: servers of frameworks, development servers, file servers. */


const conventions = {
    'next start': { host: ['-H', '--hostname'], port: ['-p', '--port'], portVariables: ['PORT'], ...byDefault(3000, everywhere) },
    'next dev': { host: ['-H', '--hostname'], port: ['-p', '--port'], portVariables: ['PORT'], ...byDefault(3000, everywhere) },
    'nuxt dev': {
        host: ['--host', '-h'],
        port: ['--port', '-p'],
        hostVariables: ['NUXT_HOST', 'NITRO_HOST', 'HOST'],
        portVariables: ['NUXT_PORT', 'NITRO_PORT', 'PORT'],
        defaultPort: 3000,
    },
    'nuxt start': {
        host: ['--host', '-H'],
        port: ['--port', '-p'],
        hostVariables: ['NUXT_HOST', 'HOST'],
        portVariables: ['NUXT_PORT', 'PORT'],
        defaultPort: 3000,
    },
    vite: { ...longOptions, defaultPort: 5173 },
    'vite preview': { ...longOptions, defaultPort: 4173 },
    'astro dev': { ...longOptions, defaultPort: 4321 },
    'astro preview': { ...longOptions, defaultPort: 4321 },
    'ng serve': { ...longOptions, defaultPort: 4200 },
    'vue-cli-service serve': { ...longOptions, portVariables: ['PORT'], defaultPort: 8080 },
    'react-scripts start': { hostVariables: ['HOST'], portVariables: ['PORT'], ...byDefault(3000, everywhere) },
    'webpack serve': { ...longOptions, defaultPort: 8080 },
    'webpack-dev-server': { ...longOptions, defaultPort: 8080 },
    'gatsby develop': { ...capitalOptions, defaultPort: 8000 },
    'remix-serve': { portVariables: ['PORT'], ...byDefault(3000, everywhere) },
    'react-router-serve': { portVariables: ['PORT'], ...byDefault(3000, everywhere) },
    serve: { bind: ['-l', '--listen'], port: ['-p', '--port'], portVariables: ['PORT'], ...byDefault(3000, everywhere) },
    'http-server': { host: ['-a'], port: ['-p', '--port'], portVariables: ['PORT'], ...byDefault(8080, everywhere), tls: ['-S', '--tls'] },
    'json-server': { ...capitalOptions, defaultPort: 3000 },
    'live-server': { ...longOptions, portVariables: ['PORT'], defaultPort: 8080 },
    'storybook dev': { ...shortOptions, defaultPort: 6006 },
    strapi: { portVariables: ['PORT'], hostVariables: ['HOST'] },
    'directus start': { portVariables: ['PORT'], hostVariables: ['HOST'], defaultPort: 8055 },
    n8n: { portVariables: ['N8N_PORT'], defaultPort: 5678 },
    'node-red': { port: ['-p', '--port'], portVariables: ['PORT'], defaultPort: 1880 },
};
const node_readers = { vite, next, nuxt, nuxi: nuxt };
function vite(invocation) {
    const sub = (0,bind/* positionals */.g9)(invocation.args, ['--port', '--host', '--config', '-c', '--mode', '-m'])[0]?.text;
    if (sub === 'build' || sub === 'optimize')
        return convention_listensOn('vite', []);
    const name = sub === 'preview' ? 'vite preview' : 'vite';
    return convention_listensOn(name, doubted(byConvention(name, conventions[name], invocation)));
}
function next(invocation) {
    const mode = modeOf(invocation);
    if (mode === null)
        return convention_listensOn('next', []);
    const name = `next ${mode}`;
    return convention_listensOn(name, byConvention(name, conventions[name], invocation));
}
function nuxt(invocation) {
    const mode = modeOf(invocation);
    if (mode === null)
        return convention_listensOn('nuxt', []);
    const name = `nuxt ${mode}`;
    return convention_listensOn(name, doubted(byConvention(name, conventions[name], invocation)));
}
/** Null for a sub-command that does a job and ends. */
function modeOf({ args }) {
    const sub = (0,bind/* positionals */.g9)(args, ['-p', '--port', '-H', '--hostname', '--host'])[0]?.text;
    if (sub === 'build' || sub === 'generate' || sub === 'prepare' || sub === 'export')
        return null;
    return sub === 'start' || sub === 'preview' ? 'start' : 'dev';
}
/** Port and host may stand in vite.config or nuxt.config as well, so that a default proves nothing. */
function doubted(binds) {
    return binds.map((bind) => (bind.by === 'default' ? { ...bind, certain: false } : bind));
}

;// CONCATENATED MODULE: ./lib/stack/evidence/programs/php.js
/** PHP: its built-in server, php-fpm, Laravel's artisan. */


const php_conventions = {
    'artisan serve': { ...longOptions, ...variables('SERVER'), ...byDefault(8000, loopback) },
    'artisan octane:start': { ...longOptions, ...variables('OCTANE'), ...byDefault(8000, loopback) },
    'artisan octane:frankenphp': { ...longOptions, ...variables('OCTANE'), ...byDefault(8000, loopback) },
    'artisan reverb:start': { ...longOptions, ...variables('REVERB_SERVER'), ...byDefault(8080, everywhere) },
    'artisan websockets:serve': { ...longOptions, ...byDefault(6001, everywhere) },
    'frankenphp php-server': { bind: ['--listen', '-l'], defaultPort: 80 },
};
const php_readers = {
    php,
    php8: php,
    'php-fpm': fpm,
    'php-fpm7': fpm,
    'php-fpm8': fpm,
    artisan,
};
function php({ args, lookup }) {
    const server = (0,bind/* option */.uK)(args, ['-S']);
    if (server !== undefined)
        return convention_listensOn('php -S', boundAt(server, { program: 'php -S', protocol: 'http', by: 'written' }));
    const script = args.findIndex((word) => /(^|\/)artisan$/.test(word.text));
    if (script >= 0)
        return artisan({ program: 'artisan', args: args.slice(script + 1), lookup });
    return { kind: 'unknown', program: 'php' };
}
/** Its pools may listen elsewhere: the image's own listens on 9000. */
function fpm({ program }) {
    const pool = { port: 9000, socket: null, address: null, protocol: 'fastcgi', program, at: null, by: 'default', certain: false };
    return convention_listensOn(program, [pool]);
}
/** artisan's other commands do a job and end. */
function artisan({ program, args, lookup }) {
    const name = `artisan ${args[0]?.text}`;
    const convention = Object.hasOwn(php_conventions, name) ? php_conventions[name] : undefined;
    if (convention === undefined)
        return convention_listensOn(program, []);
    return convention_listensOn(name, byConvention(`php ${name}`, convention, { program, args: args.slice(1), lookup }));
}

;// CONCATENATED MODULE: ./lib/stack/evidence/programs/python.js
/** Python's servers, and the tools that bring one. */


const addressOptions = { host: ['--address'], port: ['--port'] };
const jupyterPort = ['--port', '--ServerApp.port', '--NotebookApp.port'];
const python_conventions = {
    uvicorn: {
        ...longOptions,
        bind: ['--uds'],
        ...variables('UVICORN'),
        ...byDefault(8000, loopback),
        unless: ['--fd', '--env-file'],
        tls: ['--ssl-keyfile'],
    },
    hypercorn: { bind: ['-b', '--bind'], ...byDefault(8000, loopback), unless: ['-c', '--config', '--insecure-bind'], tls: ['--keyfile'] },
    daphne: {
        host: ['-b', '--bind'],
        port: ['-p', '--port'],
        bind: ['-u', '--unix-socket'],
        ...byDefault(8000, loopback),
        unless: ['-e', '--endpoint', '--fd'],
    },
    granian: { ...longOptions, ...variables('GRANIAN'), ...byDefault(8000, loopback), tls: ['--ssl-keyfile'] },
    'waitress-serve': { ...longOptions, bind: ['--listen'], ...byDefault(8080, everywhere), unless: ['--unix-socket'] },
    sanic: { ...capitalOptions, ...byDefault(8000, loopback), unless: ['--unix', '-u'], tls: ['--key', '--cert', '--tls'] },
    'fastapi run': { ...longOptions, ...byDefault(8000, everywhere) },
    'fastapi dev': { ...longOptions, ...byDefault(8000, loopback) },
    'litestar run': { ...capitalOptions, ...variables('LITESTAR'), ...byDefault(8000, loopback) },
    'flask run': { ...shortOptions, ...variables('FLASK_RUN'), ...byDefault(5000, loopback), tls: ['--cert'] },
    'streamlit run': {
        host: ['--server.address'],
        port: ['--server.port'],
        hostVariables: ['STREAMLIT_SERVER_ADDRESS'],
        portVariables: ['STREAMLIT_SERVER_PORT'],
        defaultPort: 8501,
    },
    'chainlit run': { host: ['--host', '-H'], port: ['--port', '-p'], ...variables('CHAINLIT'), defaultPort: 8000 },
    'mlflow server': { ...shortOptions, ...variables('MLFLOW'), ...byDefault(5000, loopback) },
    'mlflow ui': { ...shortOptions, ...variables('MLFLOW'), ...byDefault(5000, loopback) },
    'prefect server': { ...longOptions, ...variables('PREFECT_SERVER_API'), defaultPort: 4200 },
    'dagster-webserver': { ...shortOptions, ...byDefault(3000, loopback) },
    jupyter: { host: ['--ip', '--ServerApp.ip', '--NotebookApp.ip'], port: jupyterPort, portVariables: ['JUPYTER_PORT'], defaultPort: 8888 },
    'start-notebook.sh': { host: ['--ip', '--ServerApp.ip'], port: jupyterPort, defaultPort: 8888 },
    'http.server': {
        host: ['-b', '--bind'],
        positional: ['-b', '--bind', '-d', '--directory', '-p', '--protocol'],
        ...byDefault(8000, everywhere),
    },
    'airflow webserver': {
        host: ['-H', '--hostname'],
        port: ['-p', '--port'],
        portVariables: ['AIRFLOW__WEBSERVER__WEB_SERVER_PORT'],
        defaultPort: 8080,
    },
    'airflow api-server': { ...capitalOptions, portVariables: ['AIRFLOW__API__PORT'], defaultPort: 8080 },
    locust: { host: ['--web-host'], port: ['-P', '--web-port'], portVariables: ['LOCUST_WEB_PORT'], defaultPort: 8089 },
    'mkdocs serve': { bind: ['-a', '--dev-addr'], ...byDefault(8000, loopback), unless: ['-f', '--config-file'] },
    'bokeh serve': { ...addressOptions, defaultPort: 5006 },
    'panel serve': { ...addressOptions, defaultPort: 5006 },
    'vllm serve': { ...longOptions, defaultPort: 8000 },
    'celery flower': {
        ...addressOptions,
        hostVariables: ['FLOWER_ADDRESS'],
        portVariables: ['FLOWER_PORT'],
        defaultPort: 5555,
        unless: ['--conf', '--unix-socket', '--unix_socket'],
    },
    flower: { ...addressOptions, portVariables: ['FLOWER_PORT'], defaultPort: 5555, unless: ['--conf'] },
};
const python_readers = {
    gunicorn,
    uwsgi: ({ program, args }) => convention_listensOn(program, uwsgiOptions(args)),
    'django-admin': django,
    'manage.py': django,
    celery,
    jupyter,
    'jupyter-lab': jupyter,
    'jupyter-notebook': jupyter,
};
function gunicorn({ program, args, lookup }) {
    const all = [...splitOptions(lookup('GUNICORN_CMD_ARGS')), ...args];
    const config = hasOption(all, ['-c', '--config']) || all.some((word) => /^-c./.test(word.text));
    // The configuration may turn TLS on.
    const protocol = hasOption(all, ['--certfile', '--keyfile']) ? 'https' : config ? null : 'http';
    const base = { program, protocol, by: 'written' };
    const words = (0,bind/* options */.fF)(all, ['-b', '--bind']);
    const binds = words.flatMap((word) => word.text.split(',').flatMap((text) => boundAt({ ...word, text }, base)));
    if (words.length > 0)
        return convention_listensOn(program, binds);
    // Without --bind: $PORT on all addresses, else 127.0.0.1:8000; ./gunicorn.conf.py is read in any case.
    const port = (0,bind/* portOf */.HM)(lookup('PORT'));
    if (port !== null)
        return convention_listensOn(program, [{ ...base, port, socket: null, address: everywhere, at: null, certain: !config }]);
    const certain = !config && !hasOption(all, ['--paste', '--paster']) && args.every((word) => word.literal);
    return convention_listensOn(program, [{ ...base, by: 'default', port: 8000, socket: null, address: loopback, at: null, certain }]);
}
const uwsgiProtocols = [
    ['--http', 'http'],
    ['--http-socket', 'http'],
    ['--httprouter', 'http'],
    ['--https', 'https'],
    ['--https-socket', 'https'],
    ['--socket', 'uwsgi'],
    ['-s', 'uwsgi'],
    ['--uwsgi-socket', 'uwsgi'],
    ['--fastcgi-socket', 'fastcgi'],
];
function uwsgiOptions(args) {
    const spoken = (0,bind/* option */.uK)(args, ['--protocol'])?.text;
    return uwsgiProtocols.flatMap(([flag, protocol]) => {
        const told = protocol === 'uwsgi' && (spoken === 'http' || spoken === 'fastcgi') ? spoken : protocol;
        return (0,bind/* options */.fF)(args, [flag]).flatMap((word) => {
            // Behind the address of https stand its certificate and key.
            const text = protocol === 'https' ? word.text.split(',')[0] : word.text;
            return boundAt({ ...word, text }, { program: 'uwsgi', protocol: told, by: 'written' });
        });
    });
}
function celery(invocation) {
    const at = invocation.args.findIndex((word) => word.text === 'flower');
    if (at === -1)
        return convention_listensOn('celery', []);
    const behind = { ...invocation, args: invocation.args.slice(at + 1) };
    return convention_listensOn('celery flower', byConvention('celery flower', python_conventions['celery flower'], behind));
}
function jupyter(invocation) {
    return convention_listensOn('jupyter', byConvention('jupyter', python_conventions.jupyter, invocation));
}
const djangoServers = ['runserver', 'runserver_plus', 'runsslserver', 'testserver'];
function django({ args }) {
    const sub = args.findIndex((word) => djangoServers.includes(word.text));
    const command = args[sub];
    if (command === undefined)
        return djangoJob(args[0]?.text);
    const program = `manage.py ${command.text}`;
    const base = { program, protocol: command.text === 'runsslserver' ? 'https' : 'http', by: 'written' };
    const word = (0,bind/* positionals */.g9)(args.slice(sub + 1), ['--settings', '--pythonpath', '-v', '--verbosity'])[0];
    if (word === undefined) {
        const certain = args.every((arg) => arg.literal);
        return convention_listensOn(program, [{ ...base, by: 'default', port: 8000, socket: null, address: loopback, at: command.at, certain }]);
    }
    const parsed = (0,bind/* parseAddress */.or)(word.text === '0' ? '' : word.text.replace(/^0:/, '0.0.0.0:'));
    if (parsed === null)
        return convention_listensOn(program, [{ ...base, port: null, socket: null, address: null, at: word.at, certain: false }]);
    // A port alone stays on 127.0.0.1.
    const address = /^\d+$/.test(word.text) ? loopback : parsed.address;
    return convention_listensOn(program, [{ ...base, ...parsed, address, at: word.at, certain: word.literal }]);
}
/** Any other sub-command of manage.py: packages bring servers of their own, the rest does a job and ends. */
function djangoJob(command) {
    const serves = command !== undefined && /^(?:rungunicorn|runuwsgi|run.*server.*|qcluster)$/.test(command);
    return serves ? { kind: 'unknown', program: `manage.py ${command}` } : convention_listensOn('manage.py', []);
}

;// CONCATENATED MODULE: ./lib/stack/evidence/programs/ruby.js
/** Ruby's servers. */


const ruby_conventions = {
    'rails server': { host: ['-b', '--binding'], port: ['-p', '--port'], portVariables: ['PORT'], defaultPort: 3000 },
    rackup: { host: ['-o', '--host'], port: ['-p', '--port'], defaultPort: 9292 },
    thin: { host: ['-a', '--address'], port: ['-p', '--port'], bind: ['-S', '--socket'], defaultPort: 3000 },
    unicorn: { bind: ['-l', '--listen'], host: ['-o', '--host'], port: ['-p', '--port'], defaultPort: 8080, unless: ['-c', '--config-file'] },
    unicorn_rails: {
        bind: ['-l', '--listen'],
        host: ['-o', '--host'],
        port: ['-p', '--port'],
        defaultPort: 8080,
        unless: ['-c', '--config-file'],
    },
    'passenger start': {
        host: ['-a', '--address'],
        port: ['-p', '--port'],
        bind: ['-S', '--socket'],
        portVariables: ['PASSENGER_PORT'],
        ...byDefault(3000, everywhere),
    },
    'jekyll serve': { host: ['-H', '--host'], port: ['-P', '--port'], ...byDefault(4000, loopback), unless: ['--config'] },
};
const ruby_readers = { puma, rails };
function puma({ program, args, lookup }) {
    const base = { program, by: 'written', protocol: 'http' };
    const binds = (0,bind/* options */.fF)(args, ['-b', '--bind']).flatMap((word) => {
        const text = word.text.replace(/\?.*$/, '');
        return boundAt({ ...word, text }, { ...base, protocol: text.startsWith('ssl:') ? 'https' : 'http' });
    });
    const word = (0,bind/* option */.uK)(args, ['-p', '--port']);
    const port = (0,bind/* portOf */.HM)(word?.text);
    if (word !== undefined && port !== null)
        binds.push({ ...base, port, socket: null, address: everywhere, at: word.at, certain: word.literal });
    if (binds.length > 0)
        return convention_listensOn(program, binds);
    // config/puma.rb of every Rails application reads PORT and falls back to 3000; puma alone to 9292.
    const fallback = { ...base, by: 'default', port: (0,bind/* portOf */.HM)(lookup('PORT')), socket: null, address: null, at: null, certain: false };
    return convention_listensOn(program, [fallback]);
}
function rails(invocation) {
    const command = invocation.args[0]?.text;
    if (command === undefined)
        return null;
    if (command !== 's' && command !== 'server')
        return convention_listensOn('rails', []);
    return convention_listensOn('rails server', byConvention('rails server', ruby_conventions['rails server'], invocation));
}

;// CONCATENATED MODULE: ./lib/stack/evidence/programs/servers.js

const servers_conventions = {
    'hugo server': { host: ['--bind'], port: ['-p', '--port'], ...byDefault(1313, loopback), unless: ['--config'] },
    'caddy file-server': { bind: ['--listen'], defaultPort: 80 },
    'caddy reverse-proxy': { bind: ['--from'] },
    'grafana-server': { portVariables: ['GF_SERVER_HTTP_PORT'], defaultPort: 3000 },
    prometheus: { bind: ['--web.listen-address'], ...byDefault(9090, everywhere) },
    alertmanager: { bind: ['--web.listen-address'], defaultPort: 9093 },
    'minio server': {
        bind: ['--address', '--console-address'],
        bindVariables: ['MINIO_ADDRESS', 'MINIO_CONSOLE_ADDRESS'],
        defaultPort: 9000,
        unless: ['--config'],
    },
    'redis-server': { port: ['--port'], defaultPort: 6379, protocol: 'tcp', unless: ['--tls-port', '--unixsocket'] },
    mongod: { port: ['--port'], defaultPort: 27017, protocol: 'tcp', unless: ['--config', '-f'] },
    mosquitto: { port: ['-p'], protocol: 'tcp', defaultPort: 1883, unless: ['-c'] },
    'ollama serve': { bindVariables: ['OLLAMA_HOST'], defaultPort: 11434 },
    'oauth2-proxy': {
        bind: ['--http-address', '-http-address', '--https-address'],
        bindVariables: ['OAUTH2_PROXY_HTTP_ADDRESS', 'OAUTH2_PROXY_HTTPS_ADDRESS'],
        unless: ['--config'],
    },
    'kc.sh': {
        port: ['--http-port', '--https-port'],
        portVariables: ['KC_HTTP_PORT', 'KC_HTTPS_PORT'],
        defaultPort: 8080,
        unless: ['--http-enabled'],
    },
};
const servers_readers = {
    'apache2-foreground': apache,
    'httpd-foreground': apache,
    apache2ctl: apache,
    apachectl: apache,
    httpd: apache,
    // What an nginx listens on stands in its configuration, not on its command line.
    nginx: ({ program }) => ({ kind: 'unknown', program }),
    grafana: (invocation) => convention_listensOn('grafana-server', byConvention('grafana-server', servers_conventions['grafana-server'], invocation)),
};
function apache({ program }) {
    const site = {
        port: 80,
        socket: null,
        address: null,
        protocol: 'http',
        program: 'apache',
        at: null,
        by: 'default',
        certain: false,
    };
    return convention_listensOn(program, [site]);
}

;// CONCATENATED MODULE: ./lib/stack/evidence/programs.js
/**
 * What a program listens on, by its name and its command line. One file for each family of programs in programs/; each line
 * there is the program's own documentation, and a default is only taken where it does not hang on a file that may say otherwise.
 */










const programs_conventions = new Map([node_namespaceObject, php_namespaceObject, python_namespaceObject, ruby_namespaceObject, servers_namespaceObject].flatMap((family) => Object.entries(family.conventions)));
const programs_readers = new Map([dotnet_namespaceObject, java_namespaceObject, node_namespaceObject, php_namespaceObject, python_namespaceObject, ruby_namespaceObject, servers_namespaceObject].flatMap((family) => Object.entries(family.readers)));
/** Programs that do a job and end, or that listen on nothing that nginx could reach. */
const silent = /^(?:echo|sleep|cd|mkdir|chown|chmod|cp|mv|rm|ln|ls|cat|cut|tr|sed|awk|grep|touch|printf|set|export|source|\.|test|\[|\[\[|true|false|until|while|do|done|fi|then|if|exit|return|nc|ncat|curl|wget|ping|getent|psql|pg_isready|mysqladmin|mysql|redis-cli|mc|alembic|prisma|knex|sequelize|typeorm|apt-get|apt|apk|yum|pip|pip3|composer|envsubst|git|find|date|id|whoami|pwd|read|local|shift|trap|unset|umask|crond|cron|wait|kill|tail)$/;
/** Whether a program of this name listens on nothing. */
function isSilent(program) {
    return silent.test(program);
}
/** Programs that start several others, so that what one binds says nothing about the rest. */
const several = /^(?:supervisord|s6-svscan|init|runsvdir|foreman|honcho|overmind|hivemind|goreman|concurrently|npm-run-all|run-p|turbo|lerna|nx|pm2|pm2-runtime|pm2-docker|systemd|monit|procodile|parallel)$/;
/** What one program listens on, by its own conventions. `program` of the invocation is the bare name. */
function startOf(invocation) {
    const { program, args } = invocation;
    const own = programs_readers.get(program)?.(invocation) ?? null;
    if (own !== null)
        return own;
    if (silent.test(program))
        return convention_listensOn(program, []);
    if (several.test(program))
        return { kind: 'several', program };
    // Options may stand in front of the sub-command: flask --app shop run.
    const names = (0,bind/* positionals */.g9)(args, []).map((word) => `${program} ${word.text}`);
    const name = names.slice(0, 6).find((words) => programs_conventions.has(words)) ?? program;
    const convention = programs_conventions.get(name);
    if (convention !== undefined)
        return convention_listensOn(name, byConvention(name, convention, invocation));
    const binds = anyProgram(invocation);
    return binds.length > 0 ? convention_listensOn(program, binds) : { kind: 'unknown', program };
}

;// CONCATENATED MODULE: ./lib/stack/evidence/service-files.js
/** From a path in a service's container to the repository file that lies there, as far as mounts and COPY lines tell. */

const deepestStage = 8;
const largestScript = 256 * 1024;
class ServiceFiles {
    #repository;
    #service;
    #image;
    constructor(repository, service, image) {
        this.#repository = repository;
        this.#service = service;
        this.#image = image;
    }
    /** The folder that a relative path starts from. */
    get workdir() {
        return this.#service.workingDir?.value ?? this.#image?.facts?.workdir ?? '/';
    }
    /** The image that the service's own one is built from at last, else the image itself; null where nobody knows it. */
    get base() {
        return this.#image?.facts?.base ?? this.#service.image?.value ?? null;
    }
    /** The repository folder that the image is built from; null without a build. */
    get context() {
        return this.#service.build?.context?.value ?? null;
    }
    /** Where the service's own source may lie: its build context, else a folder beside the compose file that is called like it. */
    sourceFolders() {
        if (this.context !== null)
            return [this.#contextFrom(this.context)];
        const beside = external_node_path_.posix.dirname(this.#service.at.file);
        const named = [external_node_path_.posix.join(beside, this.#service.name), this.#service.name];
        return [...new Set(named)].filter((folder) => this.#repository.kind(folder) === 'directory').slice(0, 1);
    }
    /**
     * A context that is not where the compose file names it, but is there from a folder further up: the file is used with
     * `--project-directory`, or copied up before the deploy.
     */
    #contextFrom(context) {
        const own = external_node_path_.posix.dirname(this.#service.at.file);
        const written = external_node_path_.posix.relative(own, context || '.');
        if (this.#repository.kind(context || '.') === 'directory' || written === '' || written.startsWith('..'))
            return context;
        for (let folder = own; folder !== '.';) {
            folder = external_node_path_.posix.dirname(folder);
            const place = external_node_path_.posix.join(folder, written);
            if (this.#repository.kind(place) === 'directory')
                return place;
        }
        return context;
    }
    /** The repository paths that may lie at a path of the container; the surest first. */
    places(path) {
        const full = external_node_path_.posix.resolve(this.workdir, path);
        const mounted = this.#mounted(full);
        if (mounted !== undefined)
            return mounted === null ? [] : [mounted];
        const stage = this.#image?.stage ?? null;
        const copied = stage === null ? [] : this.#copied(full, stage, 0);
        return [...new Set(copied)];
    }
    /** The text of the file at a path of the container. */
    read(path) {
        for (const place of this.places(path)) {
            const source = this.readPlace(place);
            if (source !== undefined)
                return source;
        }
        return undefined;
    }
    /** The text of a program that is a script: a bare name is looked for on the image's PATH. */
    program(name) {
        if (name.includes('/'))
            return this.read(name);
        const path = this.#image?.facts?.env.get('PATH')?.value ?? '';
        const folders = [...path.split(':'), '/usr/local/bin', '/usr/bin', '/bin', '/usr/local/sbin'];
        for (const folder of ['.', ...folders.filter((entry) => entry.startsWith('/')).slice(0, 20)]) {
            const source = this.read(`${folder}/${name}`);
            if (source !== undefined)
                return source;
        }
        return undefined;
    }
    /**
     * Whether a program may be one that the repository builds itself: it lies where no package manager puts a program, or the
     * Dockerfile compiles or copies something of that name.
     */
    isOwnProgram(path) {
        const name = path.slice(path.lastIndexOf('/') + 1);
        if (path.includes('/') && !/(?:^|[/.])s?bin$/.test(external_node_path_.posix.dirname(path)) && !name.includes('.'))
            return true;
        const built = new RegExp(`(?:\\s-o[ =]?|/)${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?=[\\s"']|$)`);
        return (this.#image?.dockerfile?.stages ?? []).some((stage) => stage.instructions.some(({ keyword, raw }) => {
            if (keyword === 'RUN')
                return (/\b(?:go|cargo|gcc|g\+\+|clang|make|cmake|zig|swift|dotnet|gradle|mvn|nim|crystal|ghc|stack|cabal)\b/.test(raw) &&
                    built.test(raw));
            return (keyword === 'COPY' || keyword === 'ADD') && raw.length < 4000 && built.test(raw);
        }));
    }
    readPlace(place) {
        if (this.#repository.kind(place) !== 'file')
            return undefined;
        const source = this.#repository.source(place);
        return source !== undefined && source.text.length <= largestScript ? source : undefined;
    }
    kind(place) {
        return this.#repository.kind(place);
    }
    list(place) {
        return this.#repository.list(place);
    }
    /** undefined: no mount covers it. null: a mount covers it whose content is not in the repository. */
    #mounted(full) {
        let best;
        for (const mount of this.#service.volumes) {
            const target = external_node_path_.posix.normalize(mount.target).replace(/\/$/, '') || '/';
            const covers = full === target || target === '/' || full.startsWith(`${target}/`);
            if (!covers || (best !== undefined && best.target.length > target.length))
                continue;
            best = { target, source: mount.type === 'bind' ? mount.source : null };
        }
        if (best === undefined)
            return undefined;
        if (best.source === null)
            return undefined; // a named volume is seeded from the image
        const rest = full.slice(best.target.length).replace(/^\//, '');
        return rest === '' ? best.source : external_node_path_.posix.join(best.source, rest);
    }
    #copied(full, stageIndex, depth) {
        const stages = this.#image?.dockerfile?.stages ?? [];
        const stage = stages[stageIndex];
        if (stage === undefined || depth > deepestStage)
            return [];
        const found = [];
        for (const { instruction, workdir } of withWorkdirs(stage).reverse()) {
            if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD')
                continue;
            const from = instruction.flags.get('from')?.value;
            for (const source of this.#sourcesFor(full, instruction, workdir, from === undefined)) {
                if (from === undefined)
                    found.push(source);
                else {
                    const other = stages.findIndex((candidate, at) => at < stageIndex && (candidate.name?.toLowerCase() === from.toLowerCase() || String(at) === from));
                    if (other >= 0)
                        found.push(...this.#copied(external_node_path_.posix.resolve('/', source), other, depth + 1));
                }
                if (found.length > 8)
                    return found;
            }
        }
        if (stage.parent !== null && stage.parent < stageIndex)
            found.push(...this.#copied(full, stage.parent, depth + 1));
        return found;
    }
    #sourcesFor(full, instruction, workdir, fromContext) {
        const words = instruction.words.map((word) => word.value);
        const written = words.at(-1);
        if (written === undefined || words.length < 2)
            return [];
        const target = external_node_path_.posix.resolve(workdir, written);
        const sources = words.slice(0, -1);
        const context = this.context ?? '';
        const into = written.endsWith('/') || written === '.' || sources.length > 1;
        return sources.flatMap((word) => {
            if (/[*?[]/.test(word)) {
                const name = external_node_path_.posix.basename(full);
                return external_node_path_.posix.dirname(full) === target && fromContext ? [external_node_path_.posix.join(context, external_node_path_.posix.dirname(word.replace(/^\/+/, '')), name)] : [];
            }
            const source = fromContext ? external_node_path_.posix.join(context, word.replace(/^\/+/, '')) : word;
            const below = full === target
                ? ''
                : full.startsWith(target === '/' ? '/' : `${target}/`)
                    ? full.slice(target === '/' ? 1 : target.length + 1)
                    : null;
            if (below === null)
                return [];
            const isFolder = fromContext ? this.#repository.kind(source) === 'directory' : !/\.\w{1,5}$/.test(external_node_path_.posix.basename(source));
            if (isFolder)
                return [external_node_path_.posix.join(source, below)];
            if (into || below !== '')
                return below === external_node_path_.posix.basename(source) ? [source] : [];
            return [source];
        });
    }
}
function withWorkdirs(stage) {
    let workdir = '/';
    return stage.instructions.map((instruction) => {
        if (instruction.keyword === 'WORKDIR' && instruction.words[0] !== undefined)
            workdir = external_node_path_.posix.resolve(workdir, instruction.words[0].value);
        return { instruction, workdir };
    });
}

;// CONCATENATED MODULE: ./lib/stack/evidence/shell-words.js
/** A longer line is read up to here. */
const mostWords = 4000;
/** Splits a shell text into words and operators; variables are put in where `lookup` or a default knows them. */
function shellWords(text, at, lookup) {
    return new ShellReader(text, at, lookup).read();
}
class ShellReader {
    #text;
    #at;
    #lookup;
    #tokens = [];
    #next = 0;
    /** The word so far; null between words. */
    #word = null;
    #start = 0;
    #literal = true;
    constructor(text, at, lookup) {
        this.#text = text;
        this.#at = at;
        this.#lookup = lookup;
    }
    read() {
        while (this.#next < this.#text.length && this.#tokens.length < mostWords)
            this.#step(this.#text[this.#next]);
        this.#flush();
        return this.#tokens;
    }
    #step(sign) {
        if (sign === '\\')
            this.#escape();
        else if (sign === "'")
            this.#singleQuoted();
        else if (sign === '"')
            this.#doubleQuoted();
        else if (sign === '$')
            this.#variable();
        else if (sign === '`')
            this.#backQuoted();
        else if (sign === '#' && this.#word === null)
            this.#next = this.#indexOf('\n', this.#next);
        else if (sign === '&' || sign === '|')
            this.#ampersandOrPipe(sign);
        else if (/[\n;()]/.test(sign))
            this.#operator(';', 1);
        else if (/\s/.test(sign)) {
            this.#flush();
            this.#next++;
        }
        else
            this.#add(sign, 1);
    }
    #flush() {
        if (this.#word !== null)
            this.#tokens.push({ text: this.#word, literal: this.#literal, at: this.#at(this.#start) });
        this.#word = null;
        this.#literal = true;
    }
    /** Adds to the word what so many characters stand for. */
    #add(piece, length) {
        if (this.#word === null)
            this.#start = this.#next;
        this.#word = (this.#word ?? '') + piece;
        this.#next += length;
    }
    #operator(operator, length) {
        this.#flush();
        this.#tokens.push({ operator });
        this.#next += length;
    }
    /** Where a sign stands next, or the end of the text. */
    #indexOf(sign, from) {
        const found = this.#text.indexOf(sign, from);
        return found === -1 ? this.#text.length : found;
    }
    /** A line end behind a backslash goes on with the line. */
    #escape() {
        const escaped = this.#text[this.#next + 1];
        if (escaped === '\r')
            this.#next += 3;
        else if (escaped === '\n')
            this.#next += 2;
        else
            this.#add(escaped ?? '', 2);
    }
    #singleQuoted() {
        const end = this.#indexOf("'", this.#next + 1);
        this.#add(this.#text.slice(this.#next + 1, end), end + 1 - this.#next);
    }
    #doubleQuoted() {
        this.#add('', 1);
        while (this.#next < this.#text.length && this.#text[this.#next] !== '"') {
            const sign = this.#text[this.#next];
            const escaped = sign === '\\' ? /["\\$`\n]/.exec(this.#text[this.#next + 1] ?? '')?.[0] : undefined;
            if (escaped !== undefined)
                this.#add(escaped === '\n' ? '' : escaped, 2);
            else if (sign === '$')
                this.#variable();
            else
                this.#add(sign, 1);
        }
        this.#next++;
    }
    #variable() {
        const found = variableAt(this.#text, this.#next, this.#lookup);
        if (found === null) {
            this.#add('$', 1);
            return;
        }
        if (found.value === undefined)
            this.#literal = false;
        this.#add(found.value ?? '', found.end - this.#next);
    }
    #backQuoted() {
        this.#literal = false;
        this.#add('', this.#indexOf('`', this.#next + 1) + 1 - this.#next);
    }
    #ampersandOrPipe(sign) {
        const after = this.#text[this.#next + 1];
        // `2>&1` and `&>` redirect; they end no command.
        if (sign === '&' && (after === '>' || /[<>]$/.test(this.#word ?? '')))
            this.#add(sign, 1);
        else if (after === sign)
            this.#operator(sign + sign, 2);
        else
            this.#operator(sign, 1);
    }
}
/** `$NAME`, `${NAME}`, `${NAME:-default}`; `$(…)` is an output that nobody knows. */
function variableAt(text, from, lookup) {
    if (text[from + 1] === '(')
        return { value: undefined, end: closingParenthesis(text, from + 1) };
    const rest = text.slice(from, from + 400);
    const plain = /^\$([A-Za-z_]\w*)/.exec(rest);
    if (plain)
        return { value: lookup(plain[1]), end: from + plain[0].length };
    const braced = /^\$\{([A-Za-z_]\w*)(?::?([-+=?])([^${}]*))?\}/.exec(rest);
    if (braced) {
        const value = lookup(braced[1]);
        const end = from + braced[0].length;
        if (braced[2] === '-' || braced[2] === '=')
            return { value: value === undefined || value === '' ? braced[3] : value, end };
        return { value, end };
    }
    const special = /^\$(?:[@*#?!$0-9-]|\{[^}]*\})/.exec(rest);
    return special ? { value: undefined, end: from + special[0].length } : null;
}
/** Behind the parenthesis that closes the one at `from`. */
function closingParenthesis(text, from) {
    let depth = 0;
    for (let i = from; i < text.length; i++) {
        if (text[i] === '(')
            depth++;
        else if (text[i] === ')' && --depth === 0)
            return i + 1;
    }
    return text.length;
}

;// CONCATENATED MODULE: ./lib/stack/evidence/command-line.js

const command_line_deepest = 6;
const shells = new Set(['sh', 'bash', 'ash', 'dash', 'zsh']);
/** The last part of a path: `/usr/local/bin/gunicorn` is `gunicorn`. */
function programName(word) {
    return word.slice(word.lastIndexOf('/') + 1);
}
/**
 * The programs that a command starts, in order, with `sh -c`, `exec`, waiters, process reapers and the like taken off.
 * @param shell the words are one shell line (`CMD python app.py`), not an argument list
 */
function programsOf(words, shell, lookup) {
    const first = words[0];
    if (first === undefined)
        return [];
    if (shell)
        return ofShell(words.map((word) => word.value).join(' '), first.at, lookup, 0);
    const plain = words.slice(0, mostWords).map((word) => ({ text: word.value, literal: !word.value.includes('$'), at: word.at }));
    return unwrap({ words: plain, environment: new Map(), beside: false }, lookup, 0);
}
/** The programs of a shell script's text, line by line. */
function programsOfScript(text, at, lookup) {
    return ofLines(shellWords(text, at, lookup), lookup, 1);
}
function ofShell(text, at, lookup, depth) {
    return ofLines(shellWords(text, () => at, lookup), lookup, depth);
}
function ofLines(tokens, lookup, depth) {
    const found = [];
    let words = [];
    const assigned = new Map();
    const known = (name) => assigned.get(name) ?? lookup(name);
    const end = (beside) => {
        if (words.length > 0) {
            const command = { words, environment: new Map(), beside };
            takeAssignments(command, assigned);
            if (command.words.length > 0)
                found.push(...unwrap(command, known, depth));
        }
        words = [];
    };
    for (const token of tokens) {
        if ('operator' in token)
            end(token.operator === '&' || token.operator === '|');
        else
            words.push(token);
    }
    end(false);
    return found;
}
/** `A=B command` sets A for the command alone; `A=B` and `export A=B` for all that follow. */
function takeAssignments(command, forAll) {
    const keywords = new Set(['then', 'else', 'do', 'if', '{', '(', '!', 'elif', 'while', 'until']);
    while (command.words[0] !== undefined && keywords.has(command.words[0].text))
        command.words = command.words.slice(1);
    const exports = command.words[0]?.text === 'export';
    let rest = exports ? command.words.slice(1) : command.words;
    const own = new Map();
    for (let word = rest[0]; word !== undefined; word = rest[0]) {
        const pair = /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(word.text);
        if (!pair)
            break;
        if (word.literal)
            own.set(pair[1], pair[2]);
        rest = rest.slice(1);
    }
    if (exports || rest.length === 0) {
        for (const [name, value] of own)
            forAll.set(name, value);
        command.words = [];
        return;
    }
    for (const [name, value] of own)
        command.environment.set(name, value);
    command.words = rest;
}
/** Programs that only start another one, and how many words of their own they take. */
function unwrap(command, lookup, depth) {
    if (depth > command_line_deepest || command.words.length === 0)
        return [];
    const words = command.words;
    const name = programName(words[0].text);
    const again = (from) => unwrap({ ...command, words: words.slice(from) }, lookup, depth + 1);
    if (shells.has(name)) {
        const flag = words.findIndex((word, at) => at > 0 && /^-[a-z]*c$/.test(word.text));
        const line = flag > 0 ? words[flag + 1] : undefined;
        if (line !== undefined) {
            return ofShell(line.text, line.at, (n) => command.environment.get(n) ?? lookup(n), depth + 1).map((inner) => ({
                ...inner,
                environment: new Map([...command.environment, ...inner.environment]),
                beside: inner.beside || command.beside,
            }));
        }
        const script = words.findIndex((word, at) => at > 0 && !/^[-+]/.test(word.text));
        // A script: what it starts is read from its file; a command that it is given often follows it ("$@").
        return script > 0 ? scriptAndRest(command, script, lookup, depth) : [];
    }
    if (isWaiter(name)) {
        const behind = words.findIndex((word) => word.text === '--');
        if (behind > 0)
            return again(behind + 1);
        return afterOptions(command, waiterOptions(name), lookup, depth, true);
    }
    if (name === 'env')
        return ofEnv(command, lookup, depth);
    const plain = wrappers.get(name);
    if (plain !== undefined) {
        const behind = words.findIndex((word) => word.text === '--');
        if (behind > 0)
            return again(behind + 1);
        return afterOptions(command, plain, lookup, depth, false);
    }
    const pair = words[1] ? `${name} ${words[1].text}` : name;
    if (runners.has(pair)) {
        const behind = words.findIndex((word) => word.text === '--');
        if (behind > 0 && (name === 'doppler' || name === 'infisical' || name === 'op'))
            return again(behind + 1);
        const from = words.findIndex((word, at) => at > 1 && !word.text.startsWith('-'));
        return from > 0 ? again(from) : [command];
    }
    if (/\.sh$/.test(name) || /entrypoint/.test(name))
        return scriptAndRest(command, 0, lookup, depth);
    return [command];
}
/** `entrypoint.sh gunicorn …`: the script itself, and the command that it is handed. */
function scriptAndRest(command, script, lookup, depth) {
    const own = { ...command, words: command.words.slice(script, script + 1) };
    const rest = command.words.slice(script + 1);
    return rest.length === 0 ? [own] : [own, ...unwrap({ ...command, words: rest }, lookup, depth + 1)];
}
function ofEnv(command, lookup, depth) {
    const environment = new Map(command.environment);
    let at = 1;
    for (; at < command.words.length; at++) {
        const text = command.words[at].text;
        const pair = /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(text);
        if (pair)
            environment.set(pair[1], pair[2]);
        else if (!text.startsWith('-'))
            break;
    }
    return unwrap({ ...command, environment, words: command.words.slice(at) }, lookup, depth + 1);
}
const wrappers = new Map([
    ['exec', { valued: ['-a'], positional: 0 }],
    ['command', { valued: [], positional: 0 }],
    ['nohup', { valued: [], positional: 0 }],
    ['time', { valued: [], positional: 0 }],
    ['nice', { valued: ['-n'], positional: 0 }],
    ['tini', { valued: ['-p', '-e'], positional: 0 }],
    ['dumb-init', { valued: ['-r', '--rewrite'], positional: 0 }],
    ['catatonit', { valued: [], positional: 0 }],
    ['gosu', { valued: [], positional: 1 }],
    ['su-exec', { valued: [], positional: 1 }],
    ['setpriv', { valued: [], positional: 0 }],
    ['stdbuf', { valued: ['-i', '-o', '-e'], positional: 0 }],
    ['timeout', { valued: ['-s', '-k'], positional: 1 }],
    ['xvfb-run', { valued: ['-n', '-s'], positional: 0 }],
    ['ddtrace-run', { valued: [], positional: 0 }],
    ['opentelemetry-instrument', { valued: ['--traces_exporter', '--metrics_exporter', '--service_name'], positional: 0 }],
    ['pidproxy', { valued: [], positional: 1 }],
    ['npx', { valued: ['-p', '--package'], positional: 0 }],
    ['pnpx', { valued: [], positional: 0 }],
    ['bunx', { valued: [], positional: 0 }],
    ['cross-env', { valued: [], positional: 0 }],
    ['dotenv', { valued: ['-e', '-f'], positional: 0 }],
]);
const runners = new Set([
    'poetry run',
    'pipenv run',
    'uv run',
    'pdm run',
    'rye run',
    'hatch run',
    'conda run',
    'micromamba run',
    'bundle exec',
    'pnpm exec',
    'pnpm dlx',
    'npm exec',
    'newrelic-admin run-program',
    'doppler run',
    'infisical run',
    'op run',
]);
function isWaiter(name) {
    return /^(?:wait[-_]?for(?:[-_].*)?|waitforit|wait|dockerize|await|wait4x|wtfc|pg_isready)(?:\.sh|\.py)?$/i.test(name);
}
function waiterOptions(name) {
    if (name === 'dockerize') {
        return {
            valued: ['-wait', '-timeout', '-template', '-stdout', '-stderr', '-wait-retry-interval', '-wait-http-header', '-delims', '-env'],
            positional: 0,
        };
    }
    return { valued: ['-t', '--timeout', '-h', '--host', '-p', '--port'], positional: 1 };
}
function afterOptions(command, wrapper, lookup, depth, waits) {
    let at = 1;
    let positional = wrapper.positional;
    const environment = new Map(command.environment);
    for (; at < command.words.length; at++) {
        const text = command.words[at].text;
        const pair = /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(text);
        if (wrapper.valued.includes(text))
            at++;
        else if (text.startsWith('-'))
            continue;
        else if (pair)
            environment.set(pair[1], pair[2]);
        else if (waits && /^[\w.-]+:\d+$/.test(text))
            positional = 0;
        else if (positional > 0)
            positional--;
        else
            break;
    }
    return unwrap({ ...command, environment, words: command.words.slice(at) }, lookup, depth + 1);
}

// EXTERNAL MODULE: ./lib/docker/image-reference.js
var image_reference = __webpack_require__(977);
;// CONCATENATED MODULE: ./lib/stack/evidence/unset-variable.js
/**
 * `listen(process.env.PORT || 5000)` listens on 5000 where nothing sets PORT. Whether nothing does is the question: compose and the
 * Dockerfile are read, so what is left is a library that loads a .env file by itself, and an image that nobody here knows.
 */

/** The official images of languages and systems: they set no variable that an app takes its port from. (Bun reads .env by itself.) */
const official = /^(?:library\/)?(?:node|python|ruby|debian|ubuntu|alpine)$|^denoland\/deno$/;
/** Files that name what a program loads; one of them naming such a library is enough to doubt. */
const manifests = ['package.json', 'requirements.txt', 'pyproject.toml', 'Pipfile', 'setup.py', 'environment.yml', 'Gemfile', 'deno.json'];
const loaders = /dotenv|env-?cmd|env-?file|environs|decouple|pydantic[-_]settings|BaseSettings|dynaconf|nconf|convict|loadEnv|load_env|figaro|["']config["']\s*:|cross-env/i;
/** Files that set variables for what is started. */
const ownEnvironments = ['.env', 'nodemon.json'];
/** What a program does to its own environment or to the port before it listens. */
const changes = /process\.env(?:\.\w+|\[[^\]]{1,60}\])\s*(?:\|\||\?\?)?=(?!=)|environ\[[^\]]{1,60}\]\s*=(?!=)|environ\.(?:setdefault|update)|putenv|argv|argparse|click\.option|commander|yargs/;
/** `PORT || API_PORT || 4000` and `PORT || (production ? 80 : 3000)`: the last number is not the only one that it may be. */
const choices = /(?:process\.env|environ|getenv|ENV)\b[^\n;]{0,80}(?:\|\||\?\?|,|\bor\b)[^\n;]{0,40}\b(?:process\.env|environ|getenv|ENV)\b|\?\s*["'`]?\d{2,5}["'`]?\s*:|\b\d{2,5}\s+if\s/;
/** The binds of a program that it was told to run: a fallback is the program's default where nothing can have set its variable. */
function withFallbacks(binds, text, lookup, files) {
    const fallbacks = binds.filter((bind) => isFallback(bind, lookup));
    const holds = fallbacks.length > 0 && !mayBeLoaded(text, files);
    return binds.map((bind) => ({ ...bind, ...(holds && fallbacks.includes(bind) ? { by: 'default', certain: true } : { by: 'written' }) }));
}
function isFallback({ variable, certain, port }, lookup) {
    return variable !== null && !certain && port !== null && lookup(variable) === undefined;
}
function mayBeLoaded(text, files) {
    const base = (0,image_reference/* parseImage */.z)(files.base ?? '');
    if (base === undefined || base.registry !== null || !official.test(base.repository))
        return true;
    if (loaders.test(text) || changes.test(text) || choices.test(text) || importsOwn(text) || isAssignedTwice(text))
        return true;
    if (ownEnvironments.some((name) => files.read(name) !== undefined))
        return true;
    return manifests.some((name) => loaders.test(files.read(name)?.text ?? ''));
}
/** `let port = process.env.PORT || 3000; if (…) port = 80;`: which one holds, nobody has followed. */
function isAssignedTwice(text) {
    const names = [...text.matchAll(/\b(\w{0,30}port\w{0,30})\s*(?::\s*\w{1,30}\s*)?=(?![=>])/gi)].map((match) => match[1]);
    return new Set(names).size < names.length;
}
/** What a file of the repository's own does to the environment before, nobody has read: `import './env.js'`, `from . import settings`. */
function importsOwn(text) {
    return (/(?:require\(|from|import)\s*['"]\.{1,2}\/[^'"]*(?:env|config|setting)/i.test(text) ||
        /^\s*(?:from\s+\S*(?:env|config|setting)\S*\s+import|import\s+\S*(?:env|config|setting))/im.test(text));
}

;// CONCATENATED MODULE: ./lib/stack/evidence/starts.js
/** What a service's container starts: from its command line through scripts, package.json and configuration files. */






const starts_deepest = 5;
const mostSteps = 2000;
function startedBy(words, shell, lookup, files) {
    const started = { binds: [], opaque: false, several: false };
    for (const command of programsOf(words, shell, lookup))
        follow(command, lookup, files, started, 0);
    return started;
}
function follow(command, lookup, files, started, depth) {
    const first = command.words[0];
    if (first === undefined)
        return;
    const known = (name) => command.environment.get(name) ?? lookup(name);
    if (command.beside)
        started.several = true;
    started.steps = (started.steps ?? 0) + 1;
    if (depth > starts_deepest || started.steps > mostSteps) {
        started.opaque = true;
        return;
    }
    const name = programName(first.text);
    const args = command.words.slice(1);
    if (/\.(?:sh|bash)$/.test(name) || (/entrypoint/.test(name) && !name.includes('.'))) {
        script(first.text, known, files, started, depth);
        return;
    }
    if (/^(?:npm|yarn|pnpm|bun)$/.test(name)) {
        const run = packageScript(name, args);
        if (run !== null) {
            ofPackage(run, passedOn(name, args, run), known, files, started, depth);
            return;
        }
    }
    if (/^python(?:\d(?:\.\d+)?)?$/.test(name)) {
        interpreter(args, ['-W', '-X', '-c'], known, files, started, depth, 'python');
        return;
    }
    if (/^(?:node|nodejs|nodemon|ts-node|ts-node-dev|tsx|bun|deno|babel-node|node-dev)$/.test(name)) {
        interpreter(args, ['-r', '--require', '--import', '--loader', '-w', '--watch', '-e', '--ext', '--ignore', '-P', '--project', '--config'], known, files, started, depth, 'node');
        return;
    }
    if (name === 'ruby') {
        interpreter(args, ['-r', '-I'], known, files, started, depth, 'ruby');
        return;
    }
    const managed = /^pm2(?:-runtime|-docker)?$/.test(name) ? managedByPm2(args) : null;
    if (managed !== null) {
        follow({ ...command, words: managed }, lookup, files, started, depth + 1);
        return;
    }
    if (name === 'supervisord') {
        supervisor(args, known, files, started, depth);
        return;
    }
    if (isScript(first.text, files)) {
        script(first.text, known, files, started, depth);
        return;
    }
    const before = started.binds.length;
    settle({ program: name, args, lookup: known }, files, started);
    if (files.isOwnProgram(first.text))
        doubtDefaults(started, before);
}
/** A program of the repository's own that is only called like a well-known one: its defaults are its own. */
function doubtDefaults(started, from) {
    const doubtful = started.binds.slice(from).map((bind) => (bind.by === 'default' ? { ...bind, certain: false } : bind));
    if (doubtful.some((bind) => bind.by === 'default'))
        started.opaque = true;
    started.binds.splice(from, doubtful.length, ...doubtful);
}
/** The one program that `pm2-runtime npm -- start` or `pm2-runtime start server.js` keeps running; null for a list of programs. */
function managedByPm2(args) {
    const from = args[0]?.text === 'start' ? 1 : 0;
    const [program, ...rest] = args.slice(from);
    if (program === undefined)
        return null;
    const end = rest.findIndex((word) => word.text === '--');
    const own = end === -1 ? [] : rest.slice(end + 1);
    if (/^(?:npm|yarn|pnpm)$/.test(program.text))
        return own.length > 0 ? [program, ...own] : null;
    return /\.[cm]?[jt]s$/.test(program.text) && !/(?:ecosystem|pm2|process)/.test(program.text)
        ? [{ ...program, text: 'node' }, program, ...own]
        : null;
}
function settle(invocation, files, started) {
    const start = startOf(invocation);
    if (invocation.program === 'flask' && start.kind === 'binds') {
        started.binds.push(...withFlaskFiles(invocation, start.binds, files));
        return;
    }
    const configured = configuredBinds(invocation, files);
    if (configured === 'unread') {
        // The file may well move what is the default without it.
        if (start.kind === 'binds')
            started.binds.push(...start.binds.map((bind) => (bind.by === 'default' ? { ...bind, certain: false } : bind)));
        else if (start.kind === 'several')
            started.several = true;
        started.opaque ||= start.kind !== 'binds' || start.binds.every((bind) => bind.by === 'default');
        return;
    }
    if (configured !== null && (start.kind !== 'binds' || start.binds.every((bind) => bind.by === 'default'))) {
        started.binds.push(...configured);
        return;
    }
    if (start.kind === 'binds')
        started.binds.push(...start.binds);
    else if (start.kind === 'several')
        started.several = true;
    else
        started.opaque = true;
}
/**
 * `flask` takes variables that the container lacks from .env and .flaskenv in the folder that it starts in: where python-dotenv is
 * installed and the files are in the image. Where they move its port, neither port is certain.
 */
function withFlaskFiles({ lookup, ...rest }, without, files) {
    const values = new Map();
    for (const name of ['.flaskenv', '.env']) {
        const source = files.read(name);
        for (const match of source?.text.matchAll(/^[ \t]*(?:export[ \t]+)?(FLASK_\w+)[ \t]*=[ \t]*["']?([^\s"'#]*)/gm) ?? [])
            values.set(match[1], match[2]);
    }
    const start = values.size === 0 ? null : startOf({ ...rest, lookup: (name) => lookup(name) ?? values.get(name) });
    if (start?.kind !== 'binds')
        return without;
    const same = start.binds.every((bind) => without.some(({ port, address }) => port === bind.port && address === bind.address));
    return same ? without : [...without, ...start.binds].map((bind) => ({ ...bind, certain: false }));
}
/** Programs that read a file for what they listen on. Null: no such file is known; `unread`: there is one, and what it binds is not literal. */
function configuredBinds({ program, args, lookup }, files) {
    const paths = [];
    if (program === 'gunicorn') {
        const word = (0,bind/* option */.uK)(args, ['-c', '--config']);
        paths.push((word?.text ?? './gunicorn.conf.py').replace(/^file:/, ''));
    }
    else if (program === 'uwsgi') {
        const word = (0,bind/* option */.uK)(args, ['--ini', '-i']) ?? args.find((arg) => /\.ini$/.test(arg.text));
        if (word !== undefined)
            paths.push(word.text);
    }
    else if (program === 'puma') {
        paths.push((0,bind/* option */.uK)(args, ['-C', '--config'])?.text ?? 'config/puma.rb');
    }
    else if (program === 'rails' || program === 'bin/rails') {
        paths.push('config/puma.rb');
    }
    else if (program === 'unicorn' || program === 'unicorn_rails') {
        const word = (0,bind/* option */.uK)(args, ['-c', '--config-file']);
        if (word !== undefined)
            paths.push(word.text);
    }
    else if (program === 'caddy') {
        paths.push((0,bind/* option */.uK)(args, ['--config', '-config'])?.text ?? '/etc/caddy/Caddyfile');
    }
    else if (program === 'mosquitto') {
        const word = (0,bind/* option */.uK)(args, ['-c']);
        if (word !== undefined)
            paths.push(word.text);
    }
    let speaks = false;
    const binds = paths.flatMap((path) => {
        const source = files.read(path);
        speaks ||= source !== undefined && /^[^#;\n]*(?:bind|port|listen|socket|http)/im.test(source.text);
        return source === undefined ? [] : withFallbacks(bindsOfFile(source, lookup), source.text, lookup, files);
    });
    if (binds.length > 0)
        return binds;
    return speaks ? 'unread' : null;
}
function isScript(path, files) {
    const source = files.program(path);
    return source !== undefined && /^#!.*\b(?:ba|da|a|z)?sh\b/.test(source.text.slice(0, 100));
}
function script(path, lookup, files, started, depth) {
    const source = files.program(path);
    if (source === undefined) {
        // Nearly every entry point ends in exec "$@"; what else it starts nobody knows.
        started.opaque = true;
        return;
    }
    const commands = programsOfScript(source.text, (offset) => source.locate(offset, offset), lookup).slice(0, 400);
    for (const command of commands)
        follow(command, lookup, files, started, depth + 1);
    if (/(^|\s)(if|case|while|for)\s/.test(source.text) && new Set(started.binds.map((bind) => bind.port)).size > 1)
        started.several = true;
}
function packageScript(name, args) {
    const words = args.filter((word) => !word.text.startsWith('-'));
    const first = words[0]?.text;
    if (first === undefined)
        return null;
    if (first === 'run' || first === 'run-script')
        return words[1]?.text ?? null;
    if (first === 'start' || first === 'test' || first === 'stop')
        return first;
    return name === 'npm' || /^(?:install|ci|add|exec|dlx|global|cache|config|build)$/.test(first)
        ? null
        : /\.[cm]?[jt]s$/.test(first)
            ? null
            : first;
}
/** What the script gets behind its own words: npm hands on what stands behind `--`, the others all that stands behind the script's name. */
function passedOn(name, args, run) {
    const end = args.findIndex((word) => word.text === '--');
    // pnpm hands the `--` on as well, and what stands behind it then is for the program to take or leave.
    if (end !== -1)
        return args.slice(end + 1).map((word) => (name === 'pnpm' ? { ...word, literal: false } : word));
    return name === 'npm' ? [] : args.slice(args.findIndex((word) => word.text === run) + 1);
}
/** A word as a shell would have to read it; one that nobody knows stays a variable without a value. */
function asShellWord({ text, literal }) {
    return literal ? `'${text.replaceAll("'", "'\\''")}'` : '"$?"';
}
function ofPackage(run, more, lookup, files, started, depth) {
    const source = files.read('package.json') ?? (files.context === null ? undefined : files.readPlace(external_node_path_.posix.join(files.context, 'package.json')));
    let line;
    try {
        line =
            source === undefined
                ? undefined
                : JSON.parse(source.text.replace(/^\uFEFF/, '')).scripts?.[run];
    }
    catch {
        line = undefined;
    }
    if (source === undefined || typeof line !== 'string') {
        started.opaque = true;
        return;
    }
    const offset = Math.max(0, source.text.indexOf(JSON.stringify(run)));
    const at = source.locate(offset, offset + run.length + 2);
    const whole = [line, ...more.map(asShellWord)].join(' ');
    for (const command of programsOf([{ value: whole, at }], true, lookup))
        follow(command, lookup, files, started, depth + 1);
}
function interpreter(args, valued, outer, files, started, depth, language) {
    // `node --env-file=.env`: any variable may stand in that file, so that no fallback is certain.
    const lookup = args.some(({ text }) => text.startsWith('--env-file')) ? (name) => outer(name) ?? '' : outer;
    for (let at = 0; at < args.length; at++) {
        const word = args[at];
        if (language === 'python' && word.text === '-m') {
            const module = args[at + 1];
            if (module === undefined)
                break;
            const name = module.text.replace(/\.(?:__main__|main|cmd|bin)$/, '');
            const rest = args.slice(at + 2);
            if (name === 'http.server' || !name.includes('.')) {
                settleModule(name, rest, lookup, files, started, depth);
                return;
            }
            const source = files.read(`${module.text.replaceAll('.', '/')}.py`);
            ofSource(source, lookup, files, started, rest);
            return;
        }
        if (word.text === '--exec' || word.text === '-x') {
            const line = args[at + 1];
            if (line !== undefined && line.at !== null) {
                for (const command of programsOf([{ value: line.text, at: line.at }], true, lookup))
                    follow(command, lookup, files, started, depth + 1);
                return;
            }
        }
        if (valued.includes(word.text)) {
            at++;
            continue;
        }
        if (word.text.startsWith('-'))
            continue;
        const rest = args.slice(at + 1);
        const name = programName(word.text);
        if (name === 'manage.py') {
            settle({ program: 'manage.py', args: rest, lookup }, files, started);
            return;
        }
        if (language === 'node' && (word.text === 'run' || word.text === 'task' || word.text === 'watch' || word.text === 'serve'))
            continue;
        const tool = /node_modules\/(?:\.bin\/)?(?:@[\w-]+\/)?([\w-]+)/.exec(word.text)?.[1];
        if (tool !== undefined) {
            settle({ program: tool, args: rest, lookup }, files, started);
            return;
        }
        if (/\.output\/server\/index\.mjs$/.test(word.text)) {
            // Nitro's server: NITRO_PORT, else PORT, else 3000, on all addresses.
            const port = Number(lookup('NITRO_PORT') ?? lookup('PORT') ?? 3000);
            started.binds.push({
                port,
                socket: null,
                address: lookup('NITRO_HOST') ?? lookup('HOST') ?? '0.0.0.0',
                protocol: 'http',
                program: 'nuxt',
                at: word.at,
                by: 'default',
                certain: true,
            });
            return;
        }
        const source = files.read(word.text) ?? files.read(`${word.text}.js`) ?? files.read(`${word.text}/index.js`);
        if (language === 'ruby' && /(?:^|\/)(?:rails|puma|unicorn|thin|rackup)$/.test(word.text)) {
            settle({ program: name, args: rest, lookup }, files, started);
            return;
        }
        ofSource(source, lookup, files, started, rest);
        return;
    }
    started.opaque = true;
}
function settleModule(name, rest, lookup, files, started, depth) {
    const source = files.read(`${name}/__main__.py`) ?? files.read(`${name}.py`);
    if (source !== undefined) {
        ofSource(source, lookup, files, started, rest);
        return;
    }
    follow({ words: [{ text: name, literal: true, at: rest[0]?.at ?? null }, ...rest], environment: new Map(), beside: false }, lookup, files, started, depth + 1);
}
/** The script that an interpreter was told to run: what it listens on, where it says so itself. */
function ofSource(source, lookup, files, started, rest) {
    const given = startOf({ program: 'the app', args: rest, lookup });
    if (given.kind === 'binds' && given.binds.length > 0) {
        started.binds.push(...given.binds);
        return;
    }
    const binds = source === undefined ? [] : bindsOfFile(source, lookup);
    if (binds.length === 0) {
        started.opaque = true;
        return;
    }
    for (const bind of withFallbacks(binds, source?.text ?? '', lookup, files))
        started.binds.push({ ...bind, program: bind.program === 'the app' ? (source?.file ?? 'the app') : bind.program });
    // One script that opens several ports may open more that are not literal.
    if (new Set(binds.map((bind) => bind.port)).size > 1)
        started.several = true;
}
function supervisor(args, lookup, files, started, depth) {
    started.several = true;
    const path = (0,bind/* option */.uK)(args, ['-c', '--configuration'])?.text;
    const source = [path, '/etc/supervisor/supervisord.conf', '/etc/supervisord.conf', '/etc/supervisor/conf.d/supervisord.conf']
        .map((candidate) => (candidate === undefined ? undefined : files.read(candidate)))
        .find((candidate) => candidate !== undefined);
    if (source === undefined) {
        started.opaque = true;
        return;
    }
    let programs = 0;
    for (const match of source.text.matchAll(/^[ \t]*command[ \t]*=[ \t]*([^\n]{1,2000})/gm)) {
        if (++programs > 40)
            break;
        const at = source.locate(match.index, match.index + match[0].length);
        for (const command of programsOf([{ value: match[1].replace(/%\(ENV_(\w+)\)s/g, '$$$1'), at }], true, lookup))
            follow(command, lookup, files, started, depth + 1);
    }
}

// EXTERNAL MODULE: ./lib/stack/service-image.js + 4 modules
var service_image = __webpack_require__(1050);
;// CONCATENATED MODULE: ./lib/stack/ports.js









function knowledgeOf(service, project, image, repository) {
    const files = new ServiceFiles(repository, service, image);
    const facts = image?.facts ?? null;
    const environment = environmentOf(service, image);
    const known = service.missingEnvFiles.length === 0;
    const asked = { unknown: false };
    const lookup = (name) => {
        const entry = environment.get(name);
        if (entry !== undefined && !entry.certain)
            asked.unknown = true;
        return entry?.certain ? (entry.value ?? undefined) : undefined;
    };
    const started = effectiveStart(service, image, lookup, files);
    const doubtful = startIsUncertain(service);
    started.opaque ||= doubtful;
    const evidence = [];
    // A default holds only where none of the variables that the program reads has a value that nobody knows.
    for (const bind of started.binds) {
        const item = fromBind(bind.bind, bind.kind, known && !asked.unknown, bind.at);
        evidence.push(doubtful ? { ...item, certain: false } : item);
    }
    // What is built from files that nobody sees may listen on more than the compose file says.
    const named = new Set([...service.ports.map((port) => port.target), ...service.expose.map((range) => range.from)]);
    const unseen = service.build !== null && (image?.dockerfile ?? null) === null;
    evidence.push(...declaredPorts(service, facts).map((item) => (unseen ? { ...item, certain: false, unseen: named.size === 1 } : item)));
    evidence.push(...environmentEvidence(environment.values(), service, project.services.map((other) => other.name)).map((item) => (known ? item : { ...item, certain: false })));
    evidence.push(...healthcheckEvidence(service, facts, lookup), ...labelEvidence(service));
    const row = knownImagePorts(facts?.base ?? service.image?.value ?? null) ??
        (service.build === null ? null : knownImagePorts(service.image?.value ?? null));
    const configured = row === null ? { evidence: [], present: false } : configuredListens(files, service, image, row, lookup);
    evidence.push(...configured.evidence);
    if (row !== null) {
        const present = configured.present || namesOwnFile(row, service);
        evidence.push(...imageEvidence(row, service, started, present, lookup, image));
    }
    evidence.push(...nearbyEvidence(files, lookup));
    const interpolated = isInterpolated(service, project, repository) || ownPortIsUncertain(service, evidence);
    return { evidence, several: started.several, opaque: started.opaque, interpolated, files };
}
/** Whether a variable that nothing sets for certain has a part in what the container starts. */
function startIsUncertain(service) {
    const { command, entrypoint, workingDir, build } = service;
    const ofBuild = [build?.context, build?.dockerfile, build?.dockerfileInline, build?.target];
    return (command?.uncertain === true ||
        entrypoint?.uncertain === true ||
        (0,service_image/* isNamedByVariable */.lL)(service) ||
        [workingDir, ...ofBuild].some((value) => value?.uncertain));
}
/** Whether the container side of its ports, or its own port in the environment, is a value of a sample. */
function ownPortIsUncertain(service, evidence) {
    return (service.ports.some((port) => port.targetUncertain) ||
        service.expose.some((range) => range.uncertain) ||
        evidence.some((item) => item.kind === 'environment' && !item.certain && item.strength !== 'suggests'));
}
/** The container's environment: the image's ENV under compose's. */
function environmentOf(service, image) {
    const entries = new Map();
    for (const [name, { value, at }] of image?.facts?.env ?? [])
        entries.set(name, { name, value, at, certain: !value.includes('$'), kind: 'ENV' });
    for (const [name, { value, at, uncertain }] of service.environment)
        entries.set(name, { name, value, at, certain: !uncertain && value !== null, kind: 'environment' });
    return entries;
}
/** compose's `entrypoint` and `command` over the image's; an `entrypoint` of compose drops the image's CMD. */
function effectiveStart(service, image, lookup, files) {
    const facts = image?.facts ?? null;
    const entry = service.entrypoint ?? null;
    const result = { binds: [], opaque: false, several: false, own: false };
    const add = (words, shell, kind) => {
        const first = words[0];
        if (first === undefined)
            return;
        result.own = true;
        const started = startedBy(words, shell, lookup, files);
        result.opaque ||= started.opaque;
        result.several ||= started.several;
        for (const bind of started.binds)
            result.binds.push({ bind, kind, at: bind.at ?? first.at });
    };
    const imageEntry = entry === null && facts?.entrypoint != null && facts.entrypoint.length > 0 ? facts.entrypoint : null;
    const ownEntry = entry?.words ?? imageEntry ?? [];
    const entryKind = entry !== null ? 'entrypoint' : 'ENTRYPOINT';
    const command = service.command?.words ?? (entry === null ? (facts?.cmd ?? []) : []);
    const commandKind = service.command !== null ? 'command' : 'CMD';
    const commandShell = service.command === null && (facts?.cmdShell ?? false);
    const entryShell = entry === null && (facts?.entrypointShell ?? false);
    if (ownEntry.length === 0)
        add(commandShell ? command : behindEntryPoint(command, service, facts), commandShell, commandKind);
    else if (entryShell)
        add(ownEntry, true, entryKind);
    else if (commandShell) {
        add(ownEntry, false, entryKind);
        add(command, true, commandKind);
    }
    else
        add([...ownEntry, ...command], false, command.length > 0 && ownEntry.length > 0 && service.command !== null ? 'command' : entryKind);
    if (!result.own)
        result.opaque = true;
    return result;
}
/** A command of nothing but options is for the image's own program, which is mostly called like the image: `--web.listen-address=:9091`. */
function behindEntryPoint(command, service, facts) {
    const [first] = command;
    if (first === undefined || !first.value.startsWith('-'))
        return command;
    const path = (facts?.base ?? service.image?.value ?? '').replace(/[:@][^/]*$/, '');
    const name = path.slice(path.lastIndexOf('/') + 1) || service.name;
    // traefik/whoami is a server, the whoami of a shell is none.
    return [{ value: isSilent(name) ? `${name}-server` : name, at: first.at }, ...command];
}
function fromBind(bind, kind, environmentKnown, at) {
    const where = bind.socket ?? (bind.address !== null && bind.port !== null ? `${bind.address}:${bind.port}` : String(bind.port));
    const says = bind.by === 'default' ? `${bind.program} listens on ${where} when nothing else is said` : `${bind.program} listens on ${where}`;
    return {
        port: bind.port,
        socket: bind.socket,
        strength: 'binds',
        kind,
        ...(bind.by === 'default' ? { byDefault: true } : {}),
        certain: bind.certain && (environmentKnown || bind.by === 'written'),
        program: bind.program,
        protocol: bind.protocol,
        address: bind.address,
        says,
        at,
    };
}
/** Whether the command names a file that the service mounts: where the image reads a configuration at all, it is most likely another one. */
function namesOwnFile({ configuration }, { command, volumes, configs }) {
    if (configuration === undefined || command === null)
        return false;
    const targets = [...volumes, ...configs].map(({ target }) => target.replace(/\/$/, ''));
    return command.words.some(({ value }) => [...value.matchAll(/(?<![\w.-])\/[\w./-]{2,200}/g)].some(([path]) => targets.some((target) => path === target || path.startsWith(`${target}/`))));
}
/** The image's default holds unless a variable, a configuration or another command may have moved it. */
function imageEvidence(row, service, started, configured, lookup, image) {
    const moved = (row.variables ?? []).some((name) => service.environment.has(name) || lookup(name) !== undefined);
    const own = started.own && (image?.dockerfile != null ? started.opaque || started.binds.length > 0 : started.binds.length > 0);
    const name = image?.facts?.base ?? service.image?.value ?? 'its image';
    // The one port of an image is moved, not doubled, by an option that names another.
    const [only] = row.ports;
    const given = started.binds.filter(({ bind }) => bind.by === 'written' && bind.certain && bind.port !== null);
    if (row.ports.length === 1 && !started.several && given.length > 0 && given.every(({ bind }) => bind.port !== only))
        return [];
    return row.ports.map((port) => ({
        port,
        socket: null,
        strength: 'suggests',
        kind: 'image',
        certain: !moved &&
            row.namesake !== true &&
            !configured &&
            !own &&
            (image?.dockerfile == null || !started.own) &&
            !(image?.dockerfile == null && (0,service_image/* isNamedByVariable */.lL)(service)),
        program: null,
        protocol: row.protocol,
        address: null,
        says: `${name} listens on ${port} unless told otherwise`,
        at: image?.dockerfile == null ? (service.image?.at ?? null) : null,
    }));
}
/** Whether the service's ports, its command or a variable that names a port hang on a variable that is set nowhere. */
function isInterpolated(service, project, repository) {
    const starts = project.services.filter((other) => other.at.file === service.at.file).map((other) => other.at.start.line);
    const next = Math.min(...starts.filter((line) => line > service.at.start.line), Number.MAX_SAFE_INTEGER);
    return project.unsetVariables.some(({ at }) => at.file === service.at.file && at.start.line >= service.at.start.line && at.start.line < next && speaksOfPorts(at, repository));
}
/** Whether a line of a compose file stands in a section that can say what a service listens on. */
function speaksOfPorts(at, repository) {
    const line = (number) => repository.lineOf(at.file, number) ?? '';
    const own = line(at.start.line);
    const indent = (text) => text.length - text.trimStart().length;
    let key = /^\s*(?:-\s+)?([\w.-]+)\s*:(?:\s|$)/.exec(own)?.[1] ?? '';
    const depth = indent(own);
    for (let number = at.start.line - 1; number > 0 && at.start.line - number < 300 && depth > 0; number--) {
        const text = line(number);
        const found = /^\s*([\w.-]+)\s*:\s*(?:[|>&*].*)?$/.exec(text);
        if (text.trim() === '' ||
            text.trim().startsWith('#') ||
            indent(text) > depth ||
            (indent(text) === depth && (!own.trim().startsWith('-') || !found)))
            continue;
        if (found === null && indent(text) >= depth)
            continue;
        key = found?.[1] ?? key;
        break;
    }
    if (key === 'environment' || key === 'args')
        return /(?:PORT|ADDR|LISTEN|BIND|URLS?)\w*["']?\s*[=:]/i.test(own);
    if ([
        'volumes',
        'depends_on',
        'labels',
        'networks',
        'logging',
        'deploy',
        'build',
        'image',
        'env_file',
        'container_name',
        'healthcheck',
        'extra_hosts',
        'secrets',
        'configs',
    ].includes(key))
        return false;
    return !/^\s*(?:image|container_name|restart|hostname|platform|user)\s*:/.test(own);
}

;// CONCATENATED MODULE: ./lib/stack/started-by-hand.js
const scripts = /(?:\.(?:sh|bash|zsh|ps1|bat|cmd|mk|ya?ml|json|md|txt|groovy|service)|(?:^|\/)(?:[Mm]akefile|[Jj]ustfile|Jenkinsfile|Vagrantfile))$/;
const started_by_hand_mostFiles = 2000;
const started_by_hand_largest = 256 * 1024;
const known = new WeakMap();
/** The values of `--name`, `--network-alias` and `--alias` of every docker or podman command, in lower case. */
function namesStartedByHand(repository) {
    const before = known.get(repository);
    if (before !== undefined)
        return before;
    const names = new Set();
    for (const file of repository
        .files()
        .filter((path) => scripts.test(path))
        .slice(0, started_by_hand_mostFiles)) {
        const text = repository.source(file)?.text ?? '';
        if (text.length > started_by_hand_largest || !/\b(?:docker|podman|nerdctl)\b/.test(text))
            continue;
        for (const match of text.matchAll(/--(?:name|network-alias|net-alias|alias)[ \t=]+["']?([A-Za-z0-9][\w.-]{0,127})/g))
            names.add(match[1].toLowerCase());
    }
    known.set(repository, names);
    return names;
}

;// CONCATENATED MODULE: ./lib/stack/resolve.js











/** So many different services must answer before a name that none answers is called a stray. */
const leastKnown = 3;
/** Of nginx's own listen directives so many stand as evidence beside one target. */
const mostOwnListens = 50;
function resolveRoutes(input) {
    const { config, nginx, project, variants } = input;
    const listens = listenPorts(config, nginx);
    const known = new Map();
    const knowledge = (service, of) => {
        const found = known.get(service) ?? knowledgeOf(service, of, input.imageOf(service), input.repository);
        if (!known.has(service))
            found.evidence.push(...configuredPorts(input.declaredPorts?.get(service.name) ?? []));
        known.set(service, found);
        return found;
    };
    const named = namedServices(input, listens);
    const unread = unreadBecause(project);
    const used = config.routes.length;
    const routes = [...config.routes, ...unusedUpstreams(config)].map((route) => {
        const resolved = { route, endpoints: [] };
        for (const target of route.endpoints) {
            const reached = unread !== null ? { reach: unread, project: null, others: [] } : (0,stack_reach/* reachOf */.xw)(target, { nginx, project, variants, listens });
            const back = comingBack(route, target, reached, input, listens);
            if (back !== null)
                reached.reach = { kind: 'loopback', listeners: [...listens].map(String), comesBack: back };
            const meant = meantByLoopback(target, reached, input, listens, named, knowledge);
            if (meant !== null)
                reached.reach = { kind: 'loopback', listeners: [...listens].map(String), meant };
            resolved.endpoints.push(endpointOf(target, resolved, reached, input, knowledge));
        }
        return resolved;
    });
    tellStrayNames(routes.slice(0, used), input);
    forgiveNamesOfScripts(routes, input);
    tellMisspeltNames(routes, input, named, knowledge);
    return { routes: routes.slice(0, used), unused: routes.slice(used) };
}
/** The upstreams that no route's target leads to, each as a route of its own block. */
function unusedUpstreams({ routes, upstreams }) {
    const used = new Set(routes.flatMap((route) => route.endpoints.map(({ upstream }) => `${route.context} ${upstream}`)));
    return upstreams
        .filter(({ context, name }) => !used.has(`${context} ${name}`))
        .map(({ context, name, directive, peers }) => ({
        context,
        server: null,
        location: null,
        locationDirective: null,
        directive,
        name: 'upstream',
        target: name,
        endpoints: peers,
        scope: [directive],
    }));
}
/** A compose file that can't be read tells no services: nothing is known of where nginx stands, nor of what it hands on to. */
function unreadBecause(project) {
    const problem = project?.services.length === 0 ? project.problems[0] : undefined;
    return problem === undefined ? null : { kind: 'unverifiable', because: `${problem.at.file} can't be read` };
}
/** How a request that nginx hands on to a port of its own ends where it began; null where it does not. */
function comingBack(route, target, reached, input, listens) {
    if (handsToItself(reached, target, input, listens) && comesBack(route, target, input.config))
        return 'handed on';
    if (target.host === null || !(0,stack_reach/* isLoopbackHost */.cW)(target.host) || !isSentBack(route, target, input.config))
        return null;
    // Another file of the same nginx may have the server that answers there.
    return input.nginx.assumed && !isWholeFile(input.config) ? null : 'redirected';
}
/** Whether the main file stands in the repository, so that its servers are not put together by guess. */
function isWholeFile({ files, main }) {
    return files.find(({ path }) => path === main)?.origin != null;
}
/** Whether a target is a port of nginx's own servers, with nothing else in its network namespace. */
function handsToItself({ reach, others }, target, { nginx }, listens) {
    return (reach.kind === 'service' &&
        reach.self &&
        reach.service === nginx.service &&
        others.length === 0 &&
        target.port !== null &&
        listens.has(target.port));
}
/**
 * A slip of one letter is told where an unknown name is not: see misspelt.ts. On a network from outside the project only in a
 * long name, or where nginx waits for the service that was meant (`depends_on`, `links`) and no other target names it.
 */
function tellMisspeltNames(routes, input, named, knowledge) {
    const { project, variants, nginx } = input;
    if (project === null)
        return;
    const outside = nginx.service !== null && [...nginx.service.networks.keys()].some((key) => project.networks.get(key)?.external === true);
    const awaited = new Set([
        ...(nginx.service?.dependsOn.map((entry) => entry.value.service) ?? []),
        ...(nginx.service?.links.map((entry) => entry.value.service) ?? []),
    ]);
    const expected = (service) => (awaited.has(service.name) && ![...named.keys()].some((other) => other.name === service.name)) || ((0,written_for/* pairedWith */.k)(nginx) && !outside);
    for (const endpoint of routes.flatMap((route) => route.endpoints)) {
        if (endpoint.reach.kind !== 'unverifiable' && !(endpoint.reach.kind === 'unknown' && nginx.assumed))
            continue;
        const evidenceOf = (service, of) => knowledge(service, of).evidence;
        const meant = (0,misspelt/* misspeltName */.U)(endpoint, [...new Set([project, ...variants])], evidenceOf, expected, outside);
        if (meant !== null)
            endpoint.reach = { kind: 'unknown', nearest: meant, misspelt: true };
    }
}
/**
 * On a network with a name of its own, containers of other projects may answer. But where the project makes that network
 * itself and nearly all names of the configuration are services of the project, the few that are nothing are left over.
 */
function tellStrayNames(routes, { nginx, project, repository }) {
    if (project === null || nginx.service === null)
        return;
    const endpoints = routes.flatMap((route) => route.endpoints);
    const hosts = (wanted) => new Set(endpoints.filter(wanted).map(({ target }) => target.host));
    const known = hosts(({ reach }) => reach.kind === 'service' && !reach.self).size;
    const stray = endpoints.filter(({ reach }) => reach.kind === 'unverifiable' && reach.because === stack_reach/* mayBeOutside */.i3);
    const strayHosts = new Set(stray.map(({ target }) => target.host)).size;
    if (strayHosts === 0 || known < leastKnown || strayHosts * 3 > known || !makesItsNetworks(nginx.service, project, repository))
        return;
    for (const endpoint of stray)
        endpoint.reach = { kind: 'unknown', nearest: (0,nearest/* nearest */.p)(endpoint.target.host ?? '', (0,stack_reach/* reachableNames */.If)(nginx.service, project)) };
}
/** What a script of the repository starts with `docker run --name` may join the project's network. */
function forgiveNamesOfScripts(routes, { repository }) {
    for (const endpoint of routes.flatMap((route) => route.endpoints)) {
        const { reach, target } = endpoint;
        if (reach.kind !== 'unknown' || target.host === null || !namesStartedByHand(repository).has(target.host))
            continue;
        endpoint.reach = { kind: 'unverifiable', because: 'a script of the repository starts a container of that name' };
    }
}
function endpointOf(target, route, reached, input, knowledge) {
    const { reach, project } = reached;
    if (!('service' in reach) || project === null)
        return { target, route, reach, evidence: [], start: null };
    const main = knowledge(reach.service, project);
    const evidence = [...main.evidence];
    if (project !== input.project)
        evidence.splice(0, evidence.length, ...evidence.map(supporting));
    const override = overridingFile(input);
    if (override !== null)
        evidence.splice(0, evidence.length, ...evidence.map((item) => (item.at?.file === override ? supporting(item) : item)));
    if (reach.kind === 'service' && reach.self)
        evidence.push(...ownListens(input.config, input.nginx, target.port));
    const others = new Set(reached.others);
    // Containers that live in the network of the service listen at its name, too.
    for (const member of (0,networks/* namespaceMembers */.N7)(reach.service, project))
        if (member !== reach.service && member !== input.nginx.service)
            others.add(member);
    for (const other of others)
        evidence.push(...knowledge(other, project).evidence.map(supporting));
    for (const variant of input.variants) {
        if (variant === project)
            continue;
        const same = variant.services.find((service) => service.name === reach.service.name);
        if (same !== undefined)
            evidence.push(...knowledge(same, variant).evidence.map((item) => ({ ...item, certain: false, variant: true })));
    }
    const shared = others.size > 0;
    const unsaid = target.port !== null && !evidence.some((item) => item.port === target.port);
    const inCommand = unsaid && optionNames(reach.service, target.port);
    const mentioned = inCommand || (unsaid && mentionsPort(main.files, target.port));
    return {
        target,
        route,
        reach,
        evidence,
        start: { several: main.several || shared, opaque: main.opaque, interpolated: main.interpolated, mentioned, inCommand },
    };
}
/** Whether an option of the service's command has the port in its value: `--entrypoints.web.address=:8000`, `-a :6081`. */
function optionNames({ command, entrypoint }, port) {
    const pattern = new RegExp(`(?:^|[=:\\s])${port}(?:$|[\\s/;'"])`);
    return [...(entrypoint?.words ?? []), ...(command?.words ?? [])].some(({ value }) => value.length < 2000 && pattern.test(value));
}
/**
 * The file of a variant (docker-compose.dev.yml) on top of a base that has the nginx already. People start such a variant to
 * work on one service past nginx, so what it says does not contradict a configuration that was written for the base.
 */
function overridingFile({ project, variants, nginx }) {
    if (project === null || project.variant === null || nginx.service === null)
        return null;
    const base = variants.find((other) => other.variant === null);
    const known = base?.services.some((service) => service.name === nginx.service?.name) ?? false;
    const override = project.files.at(-1) ?? null;
    // Where it brings a configuration for nginx as well, the two were written for each other.
    const brings = nginx.service.volumes.some((mount) => mount.at.file === override && mount.type === 'bind' && /\.conf|nginx/i.test(`${mount.source} ${mount.target}`));
    return known && !brings ? override : null;
}
function supporting(item) {
    return item.certain ? { ...item, certain: false } : item;
}
/** The TCP ports of nginx's own servers; a server without `listen` has 80, or 8000 when nginx is not root. */
function listenPorts(config, nginx) {
    const ports = new Set();
    for (const server of config.servers) {
        for (const listen of server.listens)
            if (listen.port !== null && !listen.udp)
                ports.add(listen.port);
        if (server.listens.length === 0 && server.context === 'http')
            ports.add(nginx.unprivileged ? 8000 : 80);
    }
    return ports;
}
const listensByConfig = new WeakMap();
/** What nginx itself listens on: all of it, or of very many those on the port that is asked for and some others. */
function ownListens(config, nginx, port) {
    const all = listensByConfig.get(config) ?? readListens(config, nginx);
    listensByConfig.set(config, all);
    if (all.length <= mostOwnListens)
        return all;
    return [...all.filter((item) => item.port === port).slice(0, mostOwnListens), ...all.slice(0, mostOwnListens)];
}
function readListens(config, nginx) {
    const found = [];
    for (const server of config.servers) {
        for (const listen of server.listens) {
            const at = listen.directive.at;
            const base = {
                socket: listen.socket,
                port: listen.port,
                strength: 'binds',
                kind: 'listen',
                certain: true,
                program: 'nginx',
                // What a server of `stream` takes is whatever its own target speaks.
                protocol: server.context === 'stream' ? null : listen.ssl ? 'https' : 'http',
                address: listen.address,
            };
            found.push({ ...base, says: `nginx listens on ${listen.text}`, at });
        }
        if (server.listens.length === 0 && server.context === 'http') {
            const port = nginx.unprivileged ? 8000 : 80;
            found.push({
                port,
                socket: null,
                strength: 'binds',
                kind: 'listen',
                certain: true,
                program: 'nginx',
                protocol: 'http',
                address: null,
                says: `nginx listens on ${port} without a listen`,
                at: server.directive.at,
            });
        }
    }
    return found;
}
/** What people declare in .nginx-gate.yml outweighs what is guessed: they say it where no file does. */
function configuredPorts(declared) {
    return declared.map(({ value, at }) => ({
        port: value,
        socket: null,
        strength: 'binds',
        kind: 'configuration',
        certain: true,
        program: null,
        protocol: null,
        address: null,
        says: `.nginx-gate.yml says that it listens on ${value}`,
        at,
    }));
}


/***/ }),

/***/ 7096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d1: () => (/* binding */ runCommand),
  j3: () => (/* binding */ runScript)
});

// UNUSED EXPORTS: newEffects

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/stack/content.js
var content = __webpack_require__(6997);
// EXTERNAL MODULE: ./lib/stack/edited.js
var stack_edited = __webpack_require__(9095);
// EXTERNAL MODULE: ./lib/stack/file-system.js
var file_system = __webpack_require__(9296);
// EXTERNAL MODULE: ./lib/stack/glob.js
var glob = __webpack_require__(3416);
;// CONCATENATED MODULE: ./lib/stack/script-files.js





/** The file system under the hands of a script: what its commands do there, as far as that is certain; what isn't becomes a guess or unknown. */
class ScriptFiles {
    files;
    /** The folders of nginx. */
    #folders;
    /** Called when a whole folder of nginx's became unknown. */
    #onLost;
    workdir;
    constructor(files, workdir, folders, onLost) {
        this.files = files;
        this.workdir = workdir;
        this.#folders = folders;
        this.#onLost = onLost;
    }
    /** The absolute path of a word. */
    path(text) {
        return external_node_path_.posix.resolve(this.workdir, text.replace(/(.)\/+$/, '$1'));
    }
    /** A command that nobody knows may change whatever path of nginx it names. */
    forgetNamed(text) {
        for (const match of text.matchAll(/(?:\/[\w.@%+*-]+)+\/?/g)) {
            const path = match[0].replace(/\/+$/, '').replace(/\/[^/]*\*.*$/, '');
            if (this.#folders.some((folder) => path === folder || folder.startsWith(`${path}/`))) {
                if (path.length > 4)
                    this.#forgetFolder(path);
            }
            else if (this.#folders.some((folder) => path.startsWith(`${folder}/`)))
                this.#forgetPath(path);
            else if (/\.(pem|crt|key|conf|htpasswd)$/.test(path))
                this.files.forget(path);
        }
    }
    /** A text that nobody can follow may do anything to the folders that it names. */
    forgetMentioned(text) {
        if (!this.#folders.some((folder) => text.includes(folder)))
            return;
        for (const folder of this.#folders)
            this.files.forgetAll(folder);
    }
    #forgetFolder(path) {
        this.files.forgetAll(path);
        this.#onLost();
    }
    /** A folder of nginx's is forgotten whole, a file alone. */
    #forgetPath(path) {
        if (this.files.get(path)?.type === 'folder')
            this.#forgetFolder(path);
        else
            this.files.forget(path);
    }
    remove(args, certain) {
        for (const path of this.#operands(args))
            this.#removeOne(path, certain);
    }
    #removeOne(path, certain) {
        if (certain) {
            this.files.remove(path);
            return;
        }
        const entry = this.files.get(path, false);
        if (entry?.type === 'file')
            this.files.set(path, { ...entry, guess: true });
        else if (entry?.type === 'folder')
            entry.complete = false;
        else if (entry !== undefined)
            this.files.set(path, { type: 'unknown' });
    }
    /** cp, mv and install. @returns false where the words don't tell what goes where */
    copy(name, args, certain) {
        const paths = this.#operands(args);
        const target = paths.at(-1);
        const words = plain(args);
        if (!target || paths.length < 2 || words.some(({ dynamic, text }) => dynamic && !/^[^$`]*$/.test(text)))
            return false;
        const into = this.files.get(target)?.type === 'folder' || (words.at(-1)?.text.endsWith('/') ?? false) || paths.length > 2;
        for (const source of paths.slice(0, -1)) {
            const to = into ? external_node_path_.posix.join(target, external_node_path_.posix.basename(source)) : target;
            if (certain)
                this.#place(to, this.files.get(source, false));
            else
                this.files.forget(to);
            if (name === 'mv') {
                if (certain)
                    this.files.remove(source);
                else
                    this.files.forget(source);
            }
        }
        return true;
    }
    #place(to, entry) {
        const { files } = this;
        const there = files.get(to);
        if (entry === undefined || entry.type === 'unknown')
            files.forget(to);
        else if (entry.type === 'folder' && there?.type === 'folder') {
            for (const [name, child] of entry.entries)
                this.#place(external_node_path_.posix.join(to, name), child);
        }
        else
            files.set(files.get(to, false)?.type === 'link' ? files.real(to) : to, (0,file_system/* cloneEntry */.gC)(entry));
    }
    /** @returns false where the words don't tell what is linked */
    link(args, certain) {
        const words = plain(args);
        const [target, name] = words;
        if (!target || words.length > 2 || words.some(({ dynamic }) => dynamic))
            return false;
        const symbolic = args.some(({ text }) => /^-\w*s|^--symbolic/.test(text));
        const where = name?.text ?? '.';
        const path = this.path(where);
        const into = this.files.get(path)?.type === 'folder' && !args.some(({ text }) => /^-\w*[nT]/.test(text));
        const to = into || where.endsWith('/') ? external_node_path_.posix.join(path, external_node_path_.posix.basename(target.text)) : path;
        if (!certain)
            this.files.forget(to);
        else if (symbolic)
            this.files.set(to, { type: 'link', target: target.text });
        else
            this.#place(to, this.files.get(this.path(target.text)));
        return true;
    }
    makeFolders(args, certain) {
        if (certain)
            for (const { text, dynamic } of plain(args))
                if (!dynamic)
                    this.files.folder(this.path(text));
    }
    touch(args, certain, at) {
        for (const { text, dynamic } of plain(args)) {
            const path = this.path(text);
            if (!dynamic && certain && this.files.get(path) === undefined)
                this.files.set(path, (0,content/* madeFile */.wM)('', at));
        }
    }
    /** Only what makes a file executable matters: a script that isn't is not run. */
    chmod(args, certain) {
        const [mode, ...words] = plain(args);
        const executable = /x|^0?[1357]\d\d$/.test(mode?.text ?? '') && !/-x/.test(mode?.text ?? '');
        for (const path of words.flatMap((word) => this.#expand(word))) {
            const entry = this.files.get(path);
            if (entry?.type === 'file' && certain && executable)
                this.files.set(this.files.real(path), { ...entry, mode: 0o755 });
        }
    }
    /** `sed -i`. */
    editInPlace(args, certain) {
        const expressions = [];
        const words = [];
        for (let index = 0; index < args.length; index++) {
            const word = args[index];
            if (/^(-\w*e|--expression)$/.test(word.text) && args[index + 1])
                expressions.push(args[++index]);
            else if (word.text.startsWith('-'))
                continue;
            else if (expressions.length === 0)
                expressions.push(word);
            else
                words.push(word);
        }
        for (const path of words.flatMap((word) => this.#expand(word)))
            this.#edit(path, expressions, certain);
    }
    #edit(path, expressions, certain) {
        const { files } = this;
        const entry = files.get(path);
        if (entry?.type !== 'file') {
            if (entry !== undefined)
                this.#forgetPath(path);
            return;
        }
        const before = entry.content.text();
        let text = before;
        let sure = certain;
        for (const { text: expression, dynamic } of expressions) {
            const vague = dynamic && /[`]|\$\(|\$\{?[A-Za-z_]\w*\}?[^A-Za-z_]*$/.test(expression);
            const next = vague ? undefined : (0,stack_edited/* substitute */.V2)(text, expression);
            // The rendition of an image's own file isn't that file to the letter: a pattern that finds nothing may have found something.
            if (next === undefined || (entry.content.kind === 'image' && next === text))
                sure &&= entry.content.kind === 'image' && (0,stack_edited/* isHarmless */.EW)(expression);
            text = next ?? text;
        }
        const edited = text === before ? entry : (0,stack_edited/* editedFile */.m9)(entry.content, text, entry.mode);
        files.set(files.real(path), sure ? edited : { ...edited, guess: true });
    }
    put(path, { text, append, certain, at }) {
        const { files } = this;
        if (path.startsWith('/dev/'))
            return;
        const before = files.get(path);
        const real = files.real(path);
        const known = text !== undefined && certain;
        if (append && before?.type === 'file') {
            const longer = text === undefined ? before : (0,stack_edited/* appendedFile */.Ol)(before, text, at);
            files.set(real, known ? longer : { ...longer, guess: true });
        }
        else if (text === undefined || (append && before !== undefined))
            files.set(real, { type: 'unknown' });
        else
            files.set(real, known ? (0,content/* madeFile */.wM)(text, at) : { ...(0,content/* madeFile */.wM)(text, at), guess: true });
    }
    #operands(args) {
        return plain(args).flatMap((word) => this.#expand(word));
    }
    /** The paths of a word; a glob in its last part is matched against the files. */
    #expand({ text, dynamic }) {
        const path = this.path(text);
        if (!dynamic)
            return [path];
        const folder = external_node_path_.posix.dirname(path);
        if (/[$`]/.test(text) || /[*?[]/.test(folder)) {
            this.forgetNamed(text);
            return [];
        }
        const pattern = external_node_path_.posix.basename(path);
        const names = this.files.list(folder).filter((name) => !name.startsWith('.') && (0,glob/* matchesName */.H)(pattern, name));
        return names.map((name) => external_node_path_.posix.join(folder, name));
    }
}
/** The words that are no options. */
function plain(args) {
    return args.filter(({ text }) => !text.startsWith('-'));
}

;// CONCATENATED MODULE: ./lib/stack/script-output.js
/**
 * What a command prints, when that is certain: echo, printf, cat, and tee behind them.
 * @param read the text of a file, where it is known
 */
function printedBy(command, read) {
    const [first, ...args] = command.words;
    const name = first?.text ?? '';
    if (name === 'echo')
        return echo(args);
    if (name === 'printf')
        return printf(args);
    if (command.heredoc && !/[$`]/.test(command.heredoc.text))
        return command.heredoc.text;
    if (name === 'tee' && command.pipedFrom)
        return printedBy(command.pipedFrom, read);
    const [file] = args;
    return name === 'cat' && args.length === 1 && file && !file.dynamic ? read(file.text) : undefined;
}
function echo(args) {
    const flags = args.filter(({ text }, index) => index < 2 && /^-[neE]+$/.test(text));
    const body = args
        .slice(flags.length)
        .map(({ text }) => text)
        .join(' ');
    const escapes = flags.some(({ text }) => text.includes('e'));
    if (isVague(args) || (!escapes && body.includes('\\')))
        return undefined;
    return (escapes ? unescaped(body) : body) + (flags.some(({ text }) => text.includes('n')) ? '' : '\n');
}
function printf(args) {
    const [format, ...values] = args.map(({ text }) => text);
    if (isVague(args) || format === undefined)
        return undefined;
    if (/^%s(\\n)?$/.test(format))
        return values.map((value) => value + (format.endsWith('\\n') ? '\n' : '')).join('');
    return format.includes('%') ? undefined : unescaped(format);
}
function isVague(args) {
    return args.some(({ dynamic, text }) => dynamic && /[$`]/.test(text));
}
function unescaped(text) {
    return text.replace(/\\([ntr\\"'$])/g, (_, char) => ({ n: '\n', t: '\t', r: '\r' })[char] ?? char);
}

;// CONCATENATED MODULE: ./lib/stack/script-variables.js
/** The variables that a script sets: to plain text and once, or (null) in some other way. */
function assignedOnce(script) {
    const found = new Map();
    for (const match of script.matchAll(/(?:^|[\n;]|export )[ \t]*([A-Za-z_]\w*)=(?:"([^"$`\n]*)"|'([^'\n]*)'|([^\s"'$`;&|]*))(?=[\s;]|$)/g)) {
        const name = match[1];
        found.set(name, found.has(name) ? null : (match[2] ?? match[3] ?? match[4] ?? ''));
    }
    for (const match of script.matchAll(/\b(?:read|for)\s+(?:-r\s+)?([A-Za-z_]\w*)/g))
        found.set(match[1], null);
    for (const match of script.matchAll(/(?<![\w$])([A-Za-z_]\w*)=["']?[^\s"'$`]{0,200}[$`]/g))
        found.set(match[1], null);
    return found;
}

;// CONCATENATED MODULE: ./lib/stack/shell.js
const opening = new Set(['if', 'for', 'while', 'until', 'case', 'select', '{', '(', '[[']);
const closing = new Set(['fi', 'done', 'esac', '}', ')']);
const neutral = new Set(['then', 'else', 'elif', 'do', '!', 'time']);
const longestScript = 256 * 1024;
/**
 * The simple commands of a POSIX shell script in order. It understands quoting, redirections, pipes, here-documents and
 * comments; commands inside compound commands come out as uncertain. Undefined when the text can't be split for sure.
 * @param lookup the value of a variable, or undefined when it isn't known
 */
function shellCommands(script, lookup = () => undefined) {
    if (script.length > longestScript)
        return undefined;
    const tokens = tokenize(script, lookup);
    return tokens && group(tokens.tokens, tokens.heredocs);
}
function tokenize(script, lookup) {
    const tokens = [];
    const heredocs = new Map();
    const waiting = [];
    let at = 0;
    while (at < script.length) {
        const char = script[at];
        if (char === '\\' && script[at + 1] === '\n')
            at += 2;
        else if (char === '\\' && script[at + 1] === '\r' && script[at + 2] === '\n')
            at += 3;
        else if (char === ' ' || char === '\t' || char === '\r')
            at++;
        else if (char === '#')
            at = lineEnd(script, at);
        else if (char === '\n') {
            tokens.push({ kind: 'operator', text: '\n', offset: at });
            at++;
            for (const heredoc of waiting.splice(0))
                at = readHeredoc(script, at, heredoc);
        }
        else {
            const heredoc = /^<<(-?)\s*(["']?)([A-Za-z_][\w.]*)\2/.exec(script.slice(at, at + 200));
            const operator = /^(?:\d?>>|\d?>&\d?|&>>?|\d?>\|?|<<<|<>|<&\d?|<|\|\||&&|;;|\||&|;|\(|\))/.exec(script.slice(at, at + 4));
            if (heredoc && !script.startsWith('<<<', at)) {
                const entry = { strip: heredoc[1] === '-', name: heredoc[3], at: tokens.length, text: '', offset: 0 };
                waiting.push(entry);
                heredocs.set(tokens.length, entry);
                tokens.push({ kind: 'operator', text: '<<', offset: at });
                at += heredoc[0].length;
            }
            else if (operator) {
                tokens.push({ kind: 'operator', text: operator[0], offset: at });
                at += operator[0].length;
            }
            else {
                const word = readWord(script, at, lookup);
                if (!word)
                    return undefined;
                tokens.push({ kind: 'word', word: word.word, raw: script.slice(at, word.end), offset: at });
                at = word.end;
            }
        }
    }
    return { tokens, heredocs };
}
function lineEnd(script, at) {
    const end = script.indexOf('\n', at);
    return end === -1 ? script.length : end;
}
function readHeredoc(script, from, heredoc) {
    heredoc.offset = from;
    let at = from;
    while (at < script.length) {
        const end = lineEnd(script, at);
        const raw = script.slice(at, end);
        const line = heredoc.strip ? raw.replace(/^\t+/, '') : raw;
        at = Math.min(end + 1, script.length);
        if (line.replace(/\r$/, '') === heredoc.name)
            break;
        heredoc.text += `${line}\n`;
    }
    return at;
}
function readWord(script, from, lookup) {
    let at = from;
    let text = '';
    let dynamic = false;
    let quote = '';
    while (at < script.length) {
        const char = script[at];
        if (quote === "'") {
            if (char === "'")
                quote = '';
            else
                text += char;
            at++;
        }
        else if (char === '\\') {
            const next = script[at + 1] ?? '';
            if (next !== '\n')
                text += quote === '"' && !'"$`\\'.includes(next) ? char + next : next;
            at += 2;
        }
        else if (char === '"' || (char === "'" && quote === '')) {
            quote = quote === char ? '' : char;
            at++;
        }
        else if (char === '$' || char === '`') {
            const part = readDollar(script, at, lookup);
            if (!part)
                return undefined;
            text += part.text;
            dynamic ||= part.dynamic;
            at = part.end;
        }
        else if (quote === '' && /[\s;&|<>()]/.test(char))
            break;
        else {
            if (quote === '' && (char === '*' || char === '?' || char === '['))
                dynamic = true;
            text += char;
            at++;
        }
    }
    return quote === '' ? { word: { text, dynamic }, end: at } : undefined;
}
function readDollar(script, at, lookup) {
    const name = /^\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})/.exec(script.slice(at, at + 200));
    if (name) {
        const value = lookup((name[1] ?? name[2]));
        return { text: value ?? name[0], dynamic: value === undefined, end: at + name[0].length };
    }
    const pairs = [
        ['$((', '))'],
        ['$(', ')'],
        ['${', '}'],
    ];
    for (const [open, close] of pairs) {
        if (!script.startsWith(open, at))
            continue;
        const end = closingOf(script, at + open.length, open.at(-1), close.at(-1), close.length);
        return end === undefined ? undefined : { text: script.slice(at, end), dynamic: true, end };
    }
    if (script[at] === '`') {
        const end = script.indexOf('`', at + 1);
        return end === -1 ? undefined : { text: script.slice(at, end + 1), dynamic: true, end: end + 1 };
    }
    const special = /^\$[@*#?!$0-9-]/.test(script.slice(at, at + 2));
    return special ? { text: script.slice(at, at + 2), dynamic: true, end: at + 2 } : { text: '$', dynamic: false, end: at + 1 };
}
function closingOf(script, from, open, close, depth) {
    let level = depth;
    for (let at = from; at < script.length; at++) {
        const char = script[at];
        if (char === '\\')
            at++;
        else if (char === open)
            level++;
        else if (char === close && --level === 0)
            return at + 1;
    }
    return undefined;
}
function group(tokens, heredocs) {
    const commands = [];
    /** The compound commands that are open. */
    const open = [];
    let alternative = false;
    let piped = null;
    let now = fresh(0);
    const finish = (operator) => {
        if (now.words.length > 0 || now.redirects.length > 0) {
            now.certain &&= open.length === 0 && !alternative;
            now.pipedFrom = piped;
            now.background = operator === '&';
            commands.push(now);
            piped = operator === '|' ? now : null;
        }
        else if (operator !== '\n')
            piped = null;
        if (operator === '||' || (operator === '&&' && isTest(commands.at(-1))))
            alternative = true;
        else if (operator === ';' || operator === '\n' || operator === '&')
            alternative = false;
        now = fresh(0);
    };
    for (let index = 0; index < tokens.length; index++) {
        const token = tokens[index];
        if (token.kind === 'operator') {
            const { text } = token;
            if (text === '<<') {
                const heredoc = heredocs.get(index);
                now.heredoc = { text: heredoc.text, offset: heredoc.offset };
            }
            else if (/[<>]/.test(text)) {
                const target = tokens[index + 1];
                if (/&\d?$/.test(text) && !/^&>/.test(text) && /\d$/.test(text))
                    continue;
                if (target?.kind === 'word') {
                    index++;
                    const operator = text.includes('<<<') ? '<<<' : text.includes('>>') ? '>>' : text.includes('>') ? '>' : '<';
                    if (!/^[2-9]/.test(text) || operator === '<')
                        now.redirects.push({ operator, target: target.word });
                }
            }
            else if (text === '(') {
                finish(text);
                open.push(text);
            }
            else if (text === ')') {
                finish(text);
                // The bracket behind a pattern of `case` closes nothing.
                if (open.at(-1) === '(')
                    open.pop();
            }
            else
                finish(text);
            continue;
        }
        if (now.words.length === 0 && neutral.has(token.raw))
            continue;
        if (now.words.length === 0 && opening.has(token.raw) && token.raw !== '[[') {
            open.push(token.raw);
            continue;
        }
        if (now.words.length === 0 && closing.has(token.raw)) {
            finish(';');
            open.pop();
            continue;
        }
        if (now.words.length === 0)
            now.offset = token.offset;
        now.words.push(token.word);
    }
    finish(';');
    return commands;
}
/** A command whose exit status is a question, so that what follows `&&` may not run. */
function isTest(command) {
    return /^(\[|\[\[|test|grep|egrep|command|which|type)$/.test(command?.words[0]?.text ?? '');
}
function fresh(offset) {
    return { words: [], redirects: [], heredoc: null, pipedFrom: null, certain: true, background: false, offset };
}

// EXTERNAL MODULE: ./lib/stack/templates.js
var templates = __webpack_require__(4871);
;// CONCATENATED MODULE: ./lib/stack/script-effects.js






const deepestScript = 5;
/** Commands that do a job and end, or that are nginx; whatever else is started keeps running, so that the container holds more than nginx. */
const passing = /^(sleep|wait|true|:|echo|printf|exit|set|nginx|openresty|angie|trap|date|test|\[|\[\[|cat|tail|kill|chmod|chown|mkdir|rm|cp|mv|ln|sed|envsubst|export|unset|shift|cd|openssl|certbot|inotifywait|until|nc|curl|wget|break|continue|return|local|read|touch|which|command|ls|find|grep|awk|tr|cut|sort|head|exec|source|\.|getopts|eval|id|hostname|env|dockerize|wait-for-it\.sh|crond?)$/;
/** What stands before a command and starts it. */
const starters = /^(exec|sudo|env|nohup|gosu|su-exec|tini|dumb-init|\/sbin\/tini|\/usr\/bin\/tini|\/usr\/bin\/dumb-init)$/;
function newEffects() {
    return {
        understood: true,
        passesOn: false,
        nginx: null,
        startsOthers: false,
        official: null,
        exported: new Map(),
        exports: false,
        rendered: [],
    };
}
/** Does to the files what the script would do as far as that is certain; what isn't becomes unknown. */
function runScript(script, context, effects = newEffects(), depth = 0) {
    new ScriptRunner(context, effects, depth).run(script);
    return effects;
}
/** Does what one command in exec form does. */
function runCommand(words, context, effects = newEffects()) {
    const command = {
        words: words.map((text) => ({ text, dynamic: false })),
        redirects: [],
        heredoc: null,
        pipedFrom: null,
        certain: true,
        background: false,
        offset: 0,
    };
    new ScriptRunner(context, effects, 0).command(command);
    return effects;
}
class ScriptRunner {
    #context;
    #effects;
    #depth;
    #files;
    constructor(context, effects, depth) {
        this.#context = context;
        this.#effects = effects;
        this.#depth = depth;
        this.#files = new ScriptFiles(context.files, context.workdir, context.folders, () => {
            effects.understood = false;
        });
    }
    run(script) {
        const assigned = assignedOnce(script);
        const commands = shellCommands(script, (name) => {
            const own = assigned.get(name);
            return own === null ? undefined : (own ?? this.#context.environment.values.get(name) ?? undefined);
        });
        if (!commands) {
            this.#opaque(script);
            return;
        }
        for (const command of commands)
            this.command(command);
    }
    command(command) {
        const [first, ...args] = startedWords(command.words);
        if (first === undefined) {
            this.#redirect(command, undefined);
            return;
        }
        const call = { name: external_node_path_.posix.basename(first.text), args, command };
        if (!this.#onFiles(call) && !this.#inShell(call))
            this.#unknown(first, args, command);
    }
    /** Commands that change files. @returns false for others, and where their words don't tell what they do */
    #onFiles({ name, args, command }) {
        const { certain } = command;
        switch (name) {
            case 'rm':
            case 'unlink':
                this.#files.remove(args, certain);
                return true;
            case 'mv':
            case 'cp':
            case 'install':
                return this.#files.copy(name, args, certain);
            case 'ln':
                return this.#files.link(args, certain);
            case 'mkdir':
                this.#files.makeFolders(args, certain);
                return true;
            case 'touch':
                this.#files.touch(args, certain, this.#context.at(command.offset, 1));
                return true;
            case 'chmod':
                this.#files.chmod(args, certain);
                return true;
            case 'sed':
                if (args.some(({ text }) => /^-\w*i|^--in-place/.test(text)))
                    this.#files.editInPlace(args, certain);
                else
                    this.#redirect(command, undefined);
                return true;
            case 'echo':
            case 'printf':
            case 'cat':
            case 'tee':
                this.#write(name, args, command);
                return true;
            case 'envsubst':
                this.#envsubst(args, command);
                return true;
        }
        return false;
    }
    /** Commands that change what the shell itself knows or runs. @returns false for others */
    #inShell({ name, args, command }) {
        switch (name) {
            case 'cd':
                if (args[0] && !args[0].dynamic && command.certain)
                    this.#files.workdir = this.#files.path(args[0].text);
                return true;
            case 'export':
                this.#export(args, command.certain);
                return true;
            case '.':
            case 'source':
            case 'sh':
            case 'bash':
            case 'ash':
            case 'dash':
                this.#shell(args, command);
                return true;
            case 'nginx':
            case 'openresty':
            case 'angie':
            case 'nginx-debug':
                // With these it tests, tells or signals, and ends.
                if (!args.some(({ text }) => /^-[stTvV]$/.test(text)))
                    this.#effects.nginx = [name, ...args.map(({ text }) => text)];
                return true;
            case 'chown':
            case 'chgrp':
            case 'setcap':
            case 'ls':
            case 'test':
            case '[':
            case '[[':
            case 'nc':
                return !command.redirects.some(({ operator }) => operator.startsWith('>'));
            case '$@':
            case '"$@"':
                this.#effects.passesOn = true;
                return true;
        }
        return false;
    }
    #unknown(first, args, command) {
        this.#redirect(command, undefined);
        const entry = first.text.includes('/') && !first.dynamic ? this.#context.files.get(this.#files.path(first.text)) : undefined;
        if (entry?.type === 'file' && entry.content.kind !== 'image' && this.#depth < deepestScript && looksLikeScript(entry)) {
            if (handsOn(args))
                this.#effects.passesOn ||= this.#context.phase === 'start';
            this.#nested(entry);
            return;
        }
        if (this.#context.phase === 'start')
            this.#started(first, args, entry?.type === 'unknown');
        for (const word of args)
            this.#files.forgetNamed(word.text);
    }
    /** A program that the container starts. */
    #started(first, args, isLost) {
        if (first.text === '/docker-entrypoint.sh') {
            this.#effects.official = handsOn(args) ? 'own arguments' : args.map(({ text }) => text);
        }
        else if (!passing.test(external_node_path_.posix.basename(first.text))) {
            this.#effects.startsOthers = true;
            if (first.dynamic || /\.(sh|py|pl|rb|js)$/.test(first.text) || isLost)
                this.#effects.understood = false;
        }
    }
    #nested(entry) {
        const at = (offset, length) => entry.content.locate(offset, offset + length) ?? this.#context.at(0, 0);
        this.#deeper(entry.content.text(), { at });
    }
    #deeper(script, changed = {}) {
        runScript(script, { ...this.#context, workdir: this.#files.workdir, ...changed }, this.#effects, this.#depth + 1);
    }
    #export(args, certain) {
        for (const { text, dynamic } of args) {
            const cut = text.indexOf('=');
            if (cut === -1 || dynamic || !certain)
                this.#effects.exports = true;
            else
                this.#effects.exported.set(text.slice(0, cut), text.slice(cut + 1));
        }
    }
    /** `sh -c TEXT`, `sh FILE`, `. FILE`, `sh <<END`. */
    #shell(args, command) {
        const text = args[args.findIndex((word) => /^-\w*c\w*$/.test(word.text)) + 1]?.text;
        if (args.some((word) => /^-\w*c\w*$/.test(word.text)) && text !== undefined) {
            if (command.certain && this.#depth < deepestScript)
                this.#deeper(text);
            else
                this.#opaque(text);
            return;
        }
        const script = args.find((word) => !word.text.startsWith('-'));
        if (!script) {
            if (command.heredoc)
                this.#opaque(command.heredoc.text);
            return;
        }
        const entry = script.dynamic ? undefined : this.#context.files.get(this.#files.path(script.text));
        if (entry?.type === 'file' && this.#depth < deepestScript && entry.content.kind !== 'image')
            this.#nested(entry);
        else if (this.#context.phase === 'start')
            this.#effects.understood = false;
        for (const word of args)
            this.#files.forgetNamed(word.text);
    }
    #opaque(text) {
        this.#files.forgetMentioned(text);
        this.#effects.understood = false;
    }
    #write(name, args, command) {
        const text = printedBy({ ...command, words: [{ text: name, dynamic: false }, ...args] }, (path) => this.#textOf(path));
        const append = args.some((word) => word.text === '-a');
        if (name === 'tee')
            for (const to of plain(args))
                if (!to.dynamic)
                    this.#put(to.text, text, command, append);
        this.#redirect(command, text);
    }
    #textOf(path) {
        const entry = this.#context.files.get(this.#files.path(path));
        return entry?.type === 'file' && entry.content.kind !== 'image' ? entry.content.text() : undefined;
    }
    #redirect(command, text) {
        for (const { operator, target } of command.redirects) {
            if (!operator.startsWith('>'))
                continue;
            if (target.dynamic)
                this.#files.forgetNamed(target.text);
            else
                this.#put(target.text, text, command, operator === '>>');
        }
    }
    #put(word, text, { certain, offset }, append) {
        this.#files.put(this.#files.path(word), { text, append, certain, at: this.#context.at(offset, 1) });
    }
    #envsubst(args, command) {
        const input = command.redirects.find(({ operator }) => operator === '<')?.target ?? catBefore(command);
        const output = command.redirects.find(({ operator }) => operator === '>')?.target;
        if (!output)
            return;
        if (output.dynamic) {
            this.#files.forgetNamed(output.text);
            return;
        }
        const { files, environment } = this.#context;
        const target = this.#files.path(output.text);
        const template = input && !input.dynamic ? files.get(this.#files.path(input.text)) : undefined;
        const list = args.find(({ text }) => !text.startsWith('-'));
        const unreadable = (list?.dynamic && !/\$\{?[A-Za-z_]/.test(list.text)) || list?.text.includes('$(');
        if (template?.type !== 'file' || !command.certain || unreadable) {
            files.set(target, { type: 'unknown' });
            return;
        }
        const names = list && new Set([...list.text.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map((match) => match[1]));
        const rendered = (0,templates/* renderTemplate */.Xm)(template.content.text(), environment, (name) => names === undefined || names.has(name));
        files.set(files.real(target), (0,templates/* renderedFile */.C3)(template.content, rendered, 0o644));
        this.#effects.rendered.push({ template, target, leftOver: rendered.leftOver });
    }
}
/** The words of a command behind assignments and what only starts it: `A=1 exec tini -- nginx` is `nginx`. */
function startedWords(all) {
    const words = [...all];
    const isAssignment = (word) => word !== undefined && /^[A-Za-z_]\w*=/.test(word.text);
    while (isAssignment(words[0]))
        words.shift();
    if (!starters.test(words[0]?.text ?? ''))
        return words;
    words.shift();
    while (words[0]?.text.startsWith('-') || isAssignment(words[0]))
        words.shift();
    return words;
}
function handsOn(args) {
    return args.some(({ text }) => text === '$@');
}
/** The file in `cat FILE | envsubst`. */
function catBefore({ pipedFrom }) {
    return pipedFrom?.words[0]?.text === 'cat' && pipedFrom.words.length === 2 ? pipedFrom.words[1] : undefined;
}
function looksLikeScript(entry) {
    if (entry.content.bytes() !== undefined)
        return false;
    return /^#!.*\b(sh|bash|ash|dash)\b/.test(entry.content.text().slice(0, 80)) || !entry.content.text().startsWith('#!');
}


/***/ }),

/***/ 1050:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lL: () => (/* binding */ isNamedByVariable),
  Dr: () => (/* binding */ serviceImage)
});

// UNUSED EXPORTS: readDockerfile

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/compose/hide-variables.js
var hide_variables = __webpack_require__(8174);
// EXTERNAL MODULE: ./lib/core/embedded.js
var embedded = __webpack_require__(3469);
// EXTERNAL MODULE: ./node_modules/dockerfile-ast/lib/main.js
var main = __webpack_require__(8390);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
;// CONCATENATED MODULE: ./lib/docker/expand.js
/**
 * One word of a Dockerfile as the builder reads it: quotes and escapes resolved, `$NAME`, `${NAME}`, `${NAME:-…}`, `${NAME-…}`,
 * `${NAME:+…}` and `${NAME+…}` replaced. Pattern removal (`${NAME#…}`) keeps the value as it is and counts as unset.
 * Single quotes and an escaped dollar keep it literal; a name that nothing defines becomes empty.
 */
function expandWord(word, scope, escapedBy = '\\') {
    const reader = new WordReader(word, scope, escapedBy);
    return { text: reader.read(''), unset: reader.unset };
}
const deepest = 20;
/** Values put more than this many characters into no word: a variable that is made of itself twice doubles with every line. */
const mostInserted = 64 * 1024;
class WordReader {
    unset = [];
    #word;
    #scope;
    #escape;
    #at = 0;
    #depth = 0;
    #inserted = 0;
    constructor(word, scope, escapedBy) {
        this.#word = word;
        this.#scope = scope;
        this.#escape = escapedBy;
    }
    /** Reads up to `stop` outside quotes (or the end); `stop` is consumed. */
    read(stop) {
        let out = '';
        let quote = '';
        while (this.#at < this.#word.length) {
            const char = this.#word[this.#at];
            if (quote === '' && char === stop) {
                this.#at++;
                return out;
            }
            if (quote === "'") {
                this.#at++;
                if (char === "'")
                    quote = '';
                else
                    out += char;
            }
            else if (char === this.#escape) {
                const next = this.#word[this.#at + 1];
                this.#at += 2;
                if (next === undefined)
                    out += char;
                else
                    out += quote === '"' && next !== '"' && next !== '$' && next !== this.#escape ? char + next : next;
            }
            else if (char === '"' || char === "'") {
                this.#at++;
                if (quote === '')
                    quote = char;
                else if (quote === char)
                    quote = '';
                else
                    out += char;
            }
            else if (char === '$')
                out += this.#variable();
            else {
                this.#at++;
                out += char;
            }
        }
        return out;
    }
    #variable() {
        const plain = /^\$([A-Za-z_]\w*|[0-9@*#?!$-])/.exec(this.#word.slice(this.#at, this.#at + 256));
        if (plain) {
            this.#at += plain[0].length;
            return this.#value(plain[1]);
        }
        const braced = /^\$\{([A-Za-z_]\w*|[0-9@*#?!$-])/.exec(this.#word.slice(this.#at, this.#at + 256));
        if (!braced || this.#depth >= deepest) {
            this.#at++;
            return '$';
        }
        this.#at += braced[0].length;
        return this.#modified(braced[1]);
    }
    #modified(name) {
        const operator = /^(:?[-+?]|##?|%%?|\/\/?)/.exec(this.#word.slice(this.#at, this.#at + 2))?.[0] ?? '';
        this.#at += operator.length;
        this.#depth++;
        const before = this.unset.length;
        const operand = this.read('}');
        this.#depth--;
        const value = this.#scope(name);
        const given = operator.startsWith(':') ? value !== undefined && value !== '' : value !== undefined;
        if (operator.endsWith('-')) {
            if (given)
                this.unset.length = before;
            return given ? this.#bounded(value) : operand;
        }
        if (operator.endsWith('+')) {
            if (!given)
                this.unset.length = before;
            return given ? operand : '';
        }
        if (/[#%/]/.test(operator))
            this.unset.push(name);
        return this.#value(name);
    }
    #value(name) {
        const value = this.#scope(name);
        if (value === undefined)
            this.unset.push(name);
        return this.#bounded(value ?? '');
    }
    #bounded(value) {
        this.#inserted += value.length;
        return this.#inserted > mostInserted ? '' : value;
    }
}

;// CONCATENATED MODULE: ./lib/docker/instruction-text.js
/** Joins the logical line that begins at `from`: it ends at the first line end that is not escaped. */
function joinLine(source, from, end, escapedBy) {
    let text = '';
    const offsets = [];
    let at = from;
    let lineStart = false;
    while (at < end) {
        if (lineStart) {
            const comment = commentOrBlankEnd(source, at, end);
            if (comment !== undefined) {
                at = comment;
                continue;
            }
            lineStart = false;
        }
        const char = source[at];
        if (char === escapedBy) {
            const after = continuationEnd(source, at, end);
            if (after !== undefined) {
                at = after;
                lineStart = true;
                continue;
            }
        }
        if (char === '\n') {
            at++;
            break;
        }
        if (char !== '\r') {
            offsets.push(at);
            text += char;
        }
        at++;
    }
    offsets.push(at);
    return { joined: { text, offsets }, next: at };
}
/** The offset behind `\` + blanks + line end, or undefined when the escape doesn't end its line. */
function continuationEnd(source, at, end) {
    let next = at + 1;
    while (next < end && (source[next] === ' ' || source[next] === '\t' || source[next] === '\r'))
        next++;
    return next >= end ? next : source[next] === '\n' ? next + 1 : undefined;
}
function commentOrBlankEnd(source, at, end) {
    let next = at;
    while (next < end && (source[next] === ' ' || source[next] === '\t' || source[next] === '\r'))
        next++;
    if (next >= end || (source[next] !== '#' && source[next] !== '\n'))
        return undefined;
    const lineEnd = source.indexOf('\n', next);
    return lineEnd === -1 || lineEnd >= end ? end : lineEnd + 1;
}
/** Splits at blanks outside quotes. */
function splitWords({ text, offsets }, escapedBy) {
    const words = [];
    let start = -1;
    let quote = '';
    for (let at = 0; at <= text.length; at++) {
        const char = text[at];
        if (char === undefined || (quote === '' && (char === ' ' || char === '\t'))) {
            if (start !== -1)
                words.push({ text: text.slice(start, at), start: offsets[start], end: offsets[at - 1] + 1 });
            start = -1;
            continue;
        }
        if (start === -1)
            start = at;
        if (char === escapedBy && quote !== "'")
            at++;
        else if (quote !== '')
            quote = char === quote ? '' : quote;
        else if (char === '"' || char === "'")
            quote = char;
    }
    return words;
}
/** The strings of a JSON form `["a", "b"]`, or undefined when the text is none (the builder then reads it as shell form). */
function jsonWords({ text, offsets }) {
    const from = text.search(/\S/);
    if (from === -1 || text[from] !== '[')
        return undefined;
    let parsed;
    try {
        parsed = JSON.parse(text);
    }
    catch {
        return undefined;
    }
    if (!Array.isArray(parsed) || !parsed.every((item) => typeof item === 'string'))
        return undefined;
    const words = [];
    const item = /"(?:[^"\\]|\\.)*"/g;
    for (const value of parsed) {
        const match = item.exec(text);
        if (!match)
            return undefined;
        words.push({
            text: value,
            start: offsets[match.index] + 1,
            end: offsets[match.index + match[0].length - 1],
        });
    }
    return words;
}
function readHeredocs(source, line, from, end) {
    const found = [];
    let at = from;
    for (const opener of line.matchAll(/(?<![<\w])<<(-?)(["']?)([A-Za-z_][\w.]*)\2/g)) {
        const [, strip, quote, name] = opener;
        const start = at;
        let text = '';
        let bodyEnd = at;
        while (at < end) {
            const lineEnd = source.text.indexOf('\n', at);
            const next = lineEnd === -1 || lineEnd >= end ? end : lineEnd + 1;
            const raw = source.text.slice(at, next);
            const content = strip === '-' ? raw.replace(/^\t+/, '') : raw;
            bodyEnd = at;
            at = next;
            if (content.replace(/\r?\n$/, '') === name)
                break;
            text += content;
            bodyEnd = at;
        }
        found.push({ name: name, quoted: quote !== '', text, start, end: bodyEnd });
    }
    return found;
}

// EXTERNAL MODULE: ./lib/docker/known-images.js
var known_images = __webpack_require__(2494);
;// CONCATENATED MODULE: ./lib/docker/dockerfile.js





/** A longer Dockerfile is not read: nobody writes one, and its parser needs time that grows with the square of a line's length. */
const longestDockerfile = 512 * 1024;
/** More stages are not read: each is built on the files of those before it. */
const mostStages = 200;
/** Words of these are substituted by the builder; RUN, CMD, ENTRYPOINT and HEALTHCHECK are left to the shell. */
const substituted = new Set(['ADD', 'COPY', 'ENV', 'EXPOSE', 'LABEL', 'STOPSIGNAL', 'USER', 'VOLUME', 'WORKDIR', 'ARG', 'FROM']);
const withFlags = new Set(['ADD', 'COPY', 'RUN', 'HEALTHCHECK', 'FROM']);
const withJson = new Set(['ADD', 'COPY', 'RUN', 'CMD', 'ENTRYPOINT', 'SHELL', 'VOLUME']);
const withHeredocs = new Set(['ADD', 'COPY', 'RUN']);
/**
 * Reads a Dockerfile as `docker build` would with these build arguments.
 * @param source the text; its `file` is what locations name
 * @param args `build.args`; a null value is an argument that nobody gave
 */
function parseDockerfile(source, args = new Map()) {
    const dockerfile = { file: source.file, stages: [], problems: [] };
    if (source.text.length > longestDockerfile) {
        dockerfile.problems.push({ message: 'This Dockerfile is too long to be read.', at: source.locate(0, 0) });
        return dockerfile;
    }
    try {
        new DockerfileReader(source, args, dockerfile).read();
    }
    catch (error) {
        dockerfile.problems.push({ message: `This Dockerfile can't be read: ${(0,errors/* messageOf */.b)(error)}`, at: source.locate(0, 0) });
    }
    return dockerfile;
}
class DockerfileReader {
    #source;
    #args;
    #out;
    #globals = new Map();
    #environment = new Map();
    #stageArgs = new Map();
    /** The environment at the end of each stage, for those that build on it. */
    #ends = [];
    #escape = '\\';
    constructor(source, args, out) {
        this.#source = source;
        this.#args = args;
        this.#out = out;
    }
    read() {
        const text = this.#source.text.replace(/^\uFEFF/, ' ');
        const parsed = main.DockerfileParser.parse(text);
        this.#escape = parsed.getEscapeCharacter() || '\\';
        for (const instruction of parsed.getInstructions())
            this.#instruction(instruction);
    }
    #instruction(parsed) {
        const range = parsed.getRange();
        const start = this.#offset(range.start);
        const end = this.#offset(range.end);
        const keyword = parsed.getKeyword();
        const nameEnd = this.#offset(parsed.getInstructionRange().end);
        const { joined, next } = joinLine(this.#source.text, nameEnd, end, this.#escape);
        const { flags, rest } = withFlags.has(keyword) ? this.#flags(joined) : { flags: new Map(), rest: joined };
        const json = withJson.has(keyword) ? jsonWords(rest) : undefined;
        const raw = json ?? splitWords(rest, this.#escape);
        const heredocs = withHeredocs.has(keyword) ? readHeredocs(this.#source, rest.text, next, end) : [];
        const instruction = {
            keyword,
            at: this.#source.locate(start, end),
            words: raw.map((word) => this.#word(keyword, word, json !== undefined)),
            flags,
            exec: json !== undefined,
            heredocs: heredocs.map(({ name, quoted, text, start, end }) => ({
                name,
                text: quoted || keyword === 'RUN' ? text : this.#expandBody(text),
                at: this.#source.locate(start, end),
            })),
            raw: rest.text.trim(),
        };
        this.#take(instruction, raw);
    }
    #take(instruction, raw) {
        if (instruction.keyword === 'FROM') {
            this.#from(instruction);
            return;
        }
        const stage = this.#out.stages.at(-1);
        if (instruction.keyword === 'ARG')
            this.#arg(raw, stage === undefined);
        if (instruction.keyword === 'ENV') {
            instruction.words = this.#assignments(raw);
            for (const { value } of instruction.words) {
                const cut = value.indexOf('=');
                this.#environment.set(value.slice(0, cut), value.slice(cut + 1));
            }
        }
        if (instruction.keyword === 'LABEL')
            instruction.words = this.#assignments(raw);
        if (stage) {
            stage.instructions.push(instruction);
            this.#ends[this.#out.stages.length - 1] = this.#environment;
        }
        else if (instruction.keyword !== 'ARG') {
            this.#out.problems.push({ message: `${instruction.keyword} stands before the first FROM.`, at: instruction.at });
        }
    }
    #from(instruction) {
        const [base, as, name] = instruction.words;
        if (this.#out.stages.length >= mostStages)
            throw new Error(`it has more than ${mostStages} stages`);
        if (!base) {
            this.#out.problems.push({ message: 'FROM names no image.', at: instruction.at });
            return;
        }
        const parent = this.#stageIndex(base.value);
        const stage = {
            name: as?.value.toLowerCase() === 'as' && name ? name.value : null,
            base,
            parent,
            at: instruction.at,
            instructions: [],
            args: new Map(),
        };
        this.#environment = new Map(parent === null ? (0,known_images/* imageEnvironment */.Xg)(base.value) : this.#ends[parent]);
        this.#stageArgs = stage.args;
        this.#out.stages.push(stage);
        this.#ends.push(this.#environment);
    }
    #stageIndex(name) {
        const index = this.#out.stages.findIndex((stage) => stage.name?.toLowerCase() === name.toLowerCase());
        return index === -1 ? null : index;
    }
    #arg(raw, global) {
        for (const word of raw) {
            const cut = word.text.indexOf('=');
            const name = cut === -1 ? word.text : word.text.slice(0, cut);
            const fallback = cut === -1 ? undefined : expandWord(word.text.slice(cut + 1), this.#scope, this.#escape).text;
            const given = this.#args.get(name) ?? undefined;
            const value = given ?? fallback ?? (global ? undefined : this.#globals.get(name));
            if (value !== undefined)
                (global ? this.#globals : this.#stageArgs).set(name, value);
        }
    }
    /** `NAME=value …`, or the old form `NAME value with blanks`. */
    #assignments(raw) {
        const [first, ...rest] = raw;
        if (!first)
            return [];
        const at = (from, to) => this.#source.locate(from.start, to.end);
        if (!first.text.includes('=')) {
            const value = rest.map((word) => expandWord(word.text, this.#scope, this.#escape).text).join(' ');
            return rest.length === 0 ? [] : [{ value: `${first.text}=${value}`, at: at(first, rest.at(-1)) }];
        }
        const before = new Map(this.#environment);
        const scope = (name) => before.get(name) ?? this.#stageArgs.get(name);
        return raw
            .filter((word) => word.text.includes('='))
            .map((word) => ({ value: expandWord(word.text, scope, this.#escape).text, at: at(word, word) }));
    }
    #word(keyword, word, json) {
        const at = this.#source.locate(word.start, word.end);
        if (!substituted.has(keyword))
            return { value: word.text, at };
        if (json)
            return { value: expandWord(word.text, this.#scope, '\0').text, at };
        return { value: expandWord(word.text, keyword === 'FROM' ? this.#globalScope : this.#scope, this.#escape).text, at };
    }
    #expandBody(text) {
        return text
            .split('\n')
            .map((line) => expandWord(line.replace(/["']/g, '\\$&'), this.#scope, '\\').text)
            .join('\n');
    }
    #flags(joined) {
        const flags = new Map();
        let at = 0;
        for (;;) {
            const match = /^\s*--([A-Za-z][\w-]*)(?:=(\S*))?(?=\s|$)/.exec(joined.text.slice(at, at + 4096));
            if (!match)
                break;
            const start = at + match[0].indexOf('--');
            at += match[0].length;
            flags.set(match[1].toLowerCase(), {
                value: expandWord(match[2] ?? '', this.#out.stages.length === 0 ? this.#globalScope : this.#scope, this.#escape).text,
                at: this.#source.locate(joined.offsets[start], joined.offsets[at]),
            });
        }
        return { flags, rest: { text: joined.text.slice(at), offsets: joined.offsets.slice(at) } };
    }
    #scope = (name) => this.#out.stages.length === 0 ? this.#globalScope(name) : (this.#environment.get(name) ?? this.#stageArgs.get(name));
    #globalScope = (name) => this.#globals.get(name);
    #offset(position) {
        return this.#source.lineStart(position.line + 1) + position.character;
    }
}

;// CONCATENATED MODULE: ./lib/docker/image-facts.js

/** What is known of an image that is only named. `entrypoint` and `cmd` are null: they are the image's own. */
function namedImageFacts(reference) {
    return {
        base: reference,
        entrypoint: null,
        entrypointShell: false,
        cmd: null,
        cmdShell: false,
        env: new Map(),
        expose: [],
        healthcheck: null,
        workdir: '/',
        user: reference === null ? null : (0,known_images/* imageUser */.Rc)(reference),
    };
}
/** The stage that a build ends with: the one named by `target` (name or number), else the last; undefined when there is none. */
function finalStage(dockerfile, target) {
    if (target === null || target === '')
        return dockerfile.stages.length === 0 ? undefined : dockerfile.stages.length - 1;
    const named = dockerfile.stages.findIndex((stage) => stage.name?.toLowerCase() === target.toLowerCase());
    if (named !== -1)
        return named;
    const index = /^\d+$/.test(target) ? Number(target) : -1;
    return index >= 0 && index < dockerfile.stages.length ? index : undefined;
}
/** The stages that a stage builds on, the oldest first, itself last. */
function stageChain(dockerfile, index) {
    const chain = [];
    for (let at = index; at !== null;) {
        const stage = dockerfile.stages[at];
        if (!stage)
            break;
        chain.unshift(stage);
        // A stage can only build on an earlier one, so this ends.
        at = stage.parent !== null && stage.parent < at ? stage.parent : null;
    }
    return chain;
}
/** ENTRYPOINT, CMD, ENV, EXPOSE, HEALTHCHECK, WORKDIR and USER as the built image has them, gathered through its stages. */
function imageFactsOf(dockerfile, index) {
    const chain = stageChain(dockerfile, index);
    const base = chain[0]?.base.value || null;
    const facts = namedImageFacts(base);
    for (const stage of chain) {
        for (const instruction of stage.instructions)
            apply(facts, instruction);
        // An ENTRYPOINT empties the CMD of what the stage builds on.
        const has = (keyword) => stage.instructions.some((instruction) => instruction.keyword === keyword);
        if (has('ENTRYPOINT') && !has('CMD'))
            facts.cmd = [];
    }
    return facts;
}
function apply(facts, instruction) {
    switch (instruction.keyword) {
        case 'ENTRYPOINT':
            facts.entrypoint = commandOf(instruction);
            facts.entrypointShell = !instruction.exec;
            break;
        case 'CMD':
            facts.cmd = commandOf(instruction);
            facts.cmdShell = !instruction.exec;
            break;
        case 'ENV':
            for (const { value, at } of instruction.words) {
                const cut = value.indexOf('=');
                facts.env.set(value.slice(0, cut), { value: value.slice(cut + 1), at });
            }
            break;
        case 'EXPOSE':
            for (const word of instruction.words)
                facts.expose.push(...exposed(word));
            break;
        case 'HEALTHCHECK':
            facts.healthcheck = /^none\b/i.test(instruction.raw) ? null : { value: instruction.raw, at: instruction.at };
            break;
        case 'WORKDIR': {
            const to = instruction.words.map((word) => word.value).join(' ');
            facts.workdir = to.startsWith('/') ? to : `${facts.workdir.replace(/\/$/, '')}/${to}`;
            break;
        }
        case 'USER':
            facts.user = instruction.words[0]?.value ?? facts.user;
            break;
    }
}
/** The words of the JSON form, or the shell form's whole text as one word. */
function commandOf(instruction) {
    return instruction.exec ? instruction.words : [{ value: instruction.raw, at: instruction.at }];
}
function exposed({ value, at }) {
    const match = /^(\d{1,5})(?:-(\d{1,5}))?(?:\/(\w+))?$/.exec(value);
    if (!match)
        return [];
    const from = Number(match[1]);
    const to = Math.min(match[2] === undefined ? from : Number(match[2]), 65535, from + 1000);
    const ports = [];
    for (let port = from; port <= to; port++)
        ports.push({ value: { port, protocol: (match[3] ?? 'tcp').toLowerCase() }, at });
    return ports;
}

;// CONCATENATED MODULE: ./lib/stack/service-image.js





const cache = new WeakMap();
const parsed = new WeakMap();
/** The image that a service runs; read once for a repository and service. */
function serviceImage(repo, service) {
    const known = cache.get(repo) ?? new WeakMap();
    cache.set(repo, known);
    const image = known.get(service) ?? readServiceImage(repo, service);
    known.set(service, image);
    return image;
}
function readServiceImage(repo, service) {
    const { build } = service;
    const dockerfile = build && readDockerfile(repo, build);
    const named = service.image?.value || null;
    if (!build || !dockerfile) {
        // A service that is built from what isn't here: its image is only a name for the result.
        return {
            facts: namedImageFacts(build ? null : named),
            dockerfile: null,
            stage: null,
            chain: [],
            context: build?.context?.value ?? null,
        };
    }
    const stage = finalStage(dockerfile, build.target?.value ?? null);
    if (stage === undefined)
        return { facts: namedImageFacts(null), dockerfile, stage: null, chain: [], context: build.context?.value ?? null };
    return {
        facts: imageFactsOf(dockerfile, stage),
        dockerfile,
        stage,
        chain: stageChain(dockerfile, stage),
        context: build.context?.value ?? null,
    };
}
/** The Dockerfile of a build with its build arguments; null when it is not in the repository. */
function readDockerfile(repo, build) {
    const args = new Map([...build.args].map(([name, value]) => [name, argumentOf(name, value)]));
    if (build.dockerfileInline) {
        const { value, at } = build.dockerfileInline;
        return parseDockerfile(new embedded/* EmbeddedSource */.a(repo.source(at.file), at, value), args);
    }
    const path = build.dockerfile?.value ?? (build.context === null ? undefined : external_node_path_.posix.join(build.context.value, 'Dockerfile'));
    // The builder takes `dockerfile` where there is no `Dockerfile` (BuildKit's dockerui, moby issue 10858).
    const source = path === undefined ? undefined : (repo.source(path) ?? repo.source(path.replace(/(^|\/)Dockerfile$/, '$1dockerfile')));
    if (!source)
        return null;
    const known = parsed.get(repo) ?? new Map();
    parsed.set(repo, known);
    const key = JSON.stringify([source.file, ...[...args].sort()]);
    const dockerfile = known.get(key) ?? parseDockerfile(source, args);
    known.set(key, dockerfile);
    return dockerfile;
}
/** Whether a variable that nothing sets for certain may make it another program's image; a version alone does not. */
function isNamedByVariable({ build, image }) {
    if (build !== null || !image?.uncertain)
        return false;
    const last = (0,hide_variables/* hideVariables */.q)(image.written ?? hide_variables/* hidden */.R).replace(/^.*\//, '');
    return last.replace(/[:@].*$/, '').includes(hide_variables/* hidden */.R);
}
/** What a base image is chosen by: a sample's version is as good as another. */
const choosesImage = /VERSION|TAG|IMAGE|BASE|REGISTRY|VARIANT/i;
/** An argument that nobody knows stays a variable in all that is made of it. */
function argumentOf(name, { value, uncertain }) {
    if (!uncertain || (value !== null && value !== '' && choosesImage.test(name)))
        return value;
    return `\${${name}}`;
}


/***/ }),

/***/ 5078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RN: () => (/* binding */ socketReach),
/* harmony export */   lW: () => (/* binding */ pathIn),
/* harmony export */   nk: () => (/* binding */ sharedPath)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/** Unix sockets: which containers see the folder that a socket lies in. */

/** The volume or folder that covers a path of a service, and the path's rest in it; null when none does. */
function sharedPath(service, path) {
    const full = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(path);
    let best = null;
    for (const mount of service.volumes) {
        const target = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(mount.target).replace(/\/$/, '');
        if (full !== target && !full.startsWith(`${target}/`))
            continue;
        if (best !== null && best.target.length >= target.length)
            continue;
        const source = mount.type === 'volume' ? mount.source : (mount.source ?? mount.outside);
        best =
            source === null || mount.type === 'tmpfs' ? null : { target, source: `${mount.type}:${source}`, rest: full.slice(target.length) };
    }
    return best;
}
const hangsOnVariable = { kind: 'unverifiable', because: 'a mount hangs on a variable that no file sets' };
function socketReach(path, input) {
    const { nginx, project } = input;
    if (/[$%{}]/.test(path))
        return { kind: 'unverifiable', because: 'the path holds a variable' };
    if (nginx.kind === 'host' || project === null || nginx.service === null)
        return { kind: 'unverifiable', because: 'the socket lies on the host' };
    const service = nginx.service;
    if (service.volumesFrom.length > 0)
        return { kind: 'unverifiable', because: 'volumes_from may bring the folder' };
    const own = sharedPath(service, path);
    if (own === null) {
        if (nginx.sharesContainer)
            return { kind: 'service', service, self: true, via: 'namespace' };
        const base = nginx.imageFacts?.base ?? nginx.image;
        const plain = base !== null && /(?:^|\/)(?:nginx|nginx-unprivileged|openresty|angie)(?:[:@]|$)/i.test(base);
        if (service.volumes.some((mount) => mount.targetUncertain))
            return hangsOnVariable;
        return plain && nginx.image !== null
            ? { kind: 'socket-not-shared', because: 'no volume' }
            : { kind: 'unverifiable', because: 'another process of nginx’s container may make it' };
    }
    const other = sharing(own, service, project);
    const unsure = project.services.some((one) => one.volumes.some((mount) => mount.uncertain));
    if (other !== undefined)
        return { kind: 'service', service: other, self: false, via: 'volume', ...(unsure && { uncertain: true }) };
    if (nginx.sharesContainer)
        return { kind: 'service', service, self: true, via: 'namespace' };
    if (unsure)
        return hangsOnVariable;
    const [kind] = own.source.split(':', 1);
    const external = kind === 'volume' && (project.volumes.get(own.source.slice(7))?.external || project.volumes.get(own.source.slice(7))?.name !== null);
    // A folder of the host may hold a socket of the host's own; an external volume one of another project.
    return kind === 'volume' && !external
        ? { kind: 'socket-not-shared', because: `no other service mounts the volume ${own.source.slice(7)}` }
        : { kind: 'unverifiable', because: 'the folder comes from outside the project' };
}
function sharing(own, nginx, project) {
    return project.services.find((service) => service !== nginx &&
        service.volumes.some((mount) => `${mount.type}:${mount.type === 'volume' ? mount.source : (mount.source ?? mount.outside)}` === own.source));
}
/** The same file as another service sees it; null when it does not mount the folder. */
function pathIn(service, own) {
    for (const mount of service.volumes) {
        const source = mount.type === 'volume' ? mount.source : (mount.source ?? mount.outside);
        if (`${mount.type}:${source}` === own.source)
            return node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(mount.target).replace(/\/$/, '') + own.rest;
    }
    return null;
}


/***/ }),

/***/ 4871:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C3: () => (/* binding */ renderedFile),
/* harmony export */   Xm: () => (/* binding */ renderTemplate),
/* harmony export */   un: () => (/* binding */ templateSettings)
/* harmony export */ });
/** UTF-16 units; a template that grows beyond is not rendered further. */
const longestText = 16 * 1024 * 1024;
const reference = /\$(?:([A-Za-z_][A-Za-z0-9_]*)|\{([A-Za-z_][A-Za-z0-9_]*)\})/g;
/**
 * What GNU envsubst makes of a text: `$NAME` and `${NAME}` are replaced where `replaces` says so, all else stays.
 * A name whose value isn't known stays as it is written, so that nobody takes it for a value.
 * @param replaces whether envsubst was asked to replace this name; a name that it replaces and that nothing defines becomes empty
 */
function renderTemplate(template, environment, replaces) {
    const segments = [];
    const leftOver = [];
    let text = '';
    let from = 0;
    const literal = (to) => {
        if (to === from)
            return;
        segments.push({ start: text.length, end: text.length + to - from, from, to, literal: true });
        text += template.slice(from, to);
        from = to;
    };
    for (const match of template.matchAll(reference)) {
        const name = (match[1] ?? match[2]);
        const start = match.index;
        const end = start + match[0].length;
        const defined = environment.values.has(name);
        const value = environment.values.get(name);
        const tooLong = text.length + (value?.length ?? 0) > longestText;
        if (!replaces(name) || (!defined && !environment.complete) || value === null || tooLong) {
            leftOver.push({
                name,
                start,
                end,
                because: value === null || tooLong || (!defined && !environment.complete) ? 'unknown value' : 'undefined',
            });
            continue;
        }
        literal(start);
        segments.push({ start: text.length, end: text.length + (value?.length ?? 0), from: start, to: end, literal: false });
        text += value ?? '';
        from = end;
    }
    literal(template.length);
    return {
        text,
        leftOver,
        source: (start, end) => sourceSpan(segments, template.length, start, end),
        variable: (start, end) => {
            const segment = segments[segmentAt(segments, start)];
            if (segment === undefined || segment.literal || segment.start !== start || segment.end !== end)
                return null;
            return template.slice(segment.from, segment.to).replace(/^\$\{?|\}$/g, '');
        },
    };
}
function sourceSpan(segments, length, start, end) {
    const first = segments[segmentAt(segments, start)];
    const last = segments[segmentAt(segments, Math.max(start, end - 1))];
    const from = !first ? length : first.literal ? first.from + Math.min(start - first.start, first.to - first.from) : first.from;
    const to = !last ? length : last.literal ? last.from + Math.min(end - last.start, last.to - last.from) : last.to;
    return { start: from, end: Math.max(from, to) };
}
/** The index of the segment that holds an offset; the last one that begins at or before it. */
function segmentAt(segments, offset) {
    let low = 0;
    let high = segments.length - 1;
    while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (segments[middle].start <= offset)
            low = middle;
        else
            high = middle - 1;
    }
    // Empty substitutions share their start with what follows; the offset belongs to the first that isn't empty.
    while (low > 0 && segments[low].start === offset && segments[low - 1].end > offset)
        low--;
    return low;
}
/** A rendered template as a file that leads back to the template. */
function renderedFile(template, rendered, mode) {
    return {
        type: 'file',
        mode,
        content: {
            kind: 'template',
            origin: template.origin,
            text: () => rendered.text,
            bytes: () => undefined,
            locate: (start, end) => {
                const span = rendered.source(start, end);
                return template.locate(span.start, span.end);
            },
            isWritten: (start, end) => {
                const span = rendered.source(start, end);
                return template.text().slice(span.start, span.end) === rendered.text.slice(start, end);
            },
            variableAt: (start, end) => rendered.variable(start, end),
        },
    };
}
function templateSettings(environment) {
    let certain = true;
    const setting = (name, fallback) => {
        const value = environment.values.get(name);
        if (value === null)
            certain = false;
        return value ? value : fallback;
    };
    const filter = patternOf(setting('NGINX_ENVSUBST_FILTER', ''));
    return {
        templates: setting('NGINX_ENVSUBST_TEMPLATE_DIR', '/etc/nginx/templates'),
        suffix: setting('NGINX_ENVSUBST_TEMPLATE_SUFFIX', '.template'),
        output: setting('NGINX_ENVSUBST_OUTPUT_DIR', '/etc/nginx/conf.d'),
        streamSuffix: setting('NGINX_ENVSUBST_STREAM_TEMPLATE_SUFFIX', '.stream-template'),
        streamOutput: setting('NGINX_ENVSUBST_STREAM_OUTPUT_DIR', '/etc/nginx/stream-conf.d'),
        filter,
        certain: certain && filter !== null,
    };
}
/** The filter is an awk pattern from the repository: only shapes that can't take long to match are understood. */
function patternOf(filter) {
    if (filter.length > 200 || !/^[\w^$|.()[\]-]*[\w^$|.()[\]*+-]*$/.test(filter) || /[*+)][*+]|\([^)]*[*+][^)]*\)[*+]/.test(filter))
        return null;
    if (/[(].*[*+].*[)]/.test(filter))
        return null;
    try {
        return new RegExp(filter);
    }
    catch {
        return null;
    }
}


/***/ }),

/***/ 7905:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ judge)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/stack/evidence/bind.js
var bind = __webpack_require__(1861);
;// CONCATENATED MODULE: ./lib/stack/port-contradiction.js
/**
 * When evidence contradicts a target's port that no evidence supports. The measurements behind the rules are in docs/port-evidence.md.
 */

/** Ports that a service opens beside the one that it serves on: debuggers, metrics, shells, mail, a browser's live reload. */
const besides = new Set([
    22, 25, 110, 143, 465, 587, 993, 995, 1099, 2222, 2345, 5005, 5678, 5858, 6060, 7199, 8005, 8009, 8787, 9003, 9010, 9102, 9229, 9230,
    9237, 9464, 9999, 24678, 35729, 40000, 5900, 6006, 8778, 9875, 15692,
]);
/** Protocols of their own that a program speaks beside its web side: what nginx serves need not be published, these must be. */
const protocols = new Set([
    21, 53, 389, 514, 554, 636, 1194, 1514, 1883, 1935, 3478, 4222, 5060, 5061, 5222, 5269, 5349, 5432, 5671, 5672, 6379, 6667, 7687, 8554,
    8883, 9092, 9094, 12201, 24224, 27017, 33060, 50000, 61616,
]);
function isBeside(port, protocol) {
    return besides.has(port) || ((protocol === 'http' || protocol === 'https') && protocols.has(port));
}
const leastFollowing = 2;
/** Two ports of one program: plain and TLS. */
const twins = [
    [80, 443],
    [8080, 8443],
    [8000, 8443],
    [3000, 3443],
];
/** The customary port of a protocol: on a service of which nothing is known it is a fair guess. */
const customary = { fastcgi: [9000], uwsgi: [3031], grpc: [50051], memcached: [11211] };
/** The statements that contradict the target's port; empty when nothing does. Called only when no statement supports it. */
function contradiction(endpoint, stack) {
    const { target, evidence, start } = endpoint;
    if (target.port === null || start === null)
        return [];
    const binds = evidence.filter((item) => item.strength === 'binds' && item.certain && item.port !== null);
    if (binds.length > 0 &&
        !start.several &&
        !start.opaque &&
        !start.inCommand &&
        evidence.every((item) => item.strength !== 'binds' || item.port !== null))
        return binds;
    if (start.mentioned)
        return [];
    const pool = elsewhereThanPhp(endpoint);
    if (pool.length > 0)
        return pool;
    if (start.several)
        return [];
    const unanimous = start.interpolated ? [] : told(evidence, port(endpoint));
    if (unanimous.length > 0)
        return unanimous;
    if (start.interpolated)
        return agreed(evidence) ? byDeclaration(endpoint, stack) : [];
    // A bind whose port nobody knows may be the target's.
    if (evidence.some((item) => item.strength === 'binds' && item.port === null && item.socket === null))
        return [];
    return byDeclaration(endpoint, stack);
}
/**
 * The binds that outweigh the only statements for the target's port: what is declared (EXPOSE, `expose`, `ports`) opens
 * nothing, and an option on the command line of the one program says where it listens.
 */
function outweighed(matching, { evidence, start }) {
    if (start === null || start.several || start.opaque || start.interpolated || start.mentioned)
        return [];
    if (matching.some((item) => item.strength !== 'declares'))
        return [];
    const binds = evidence.filter((item) => item.strength === 'binds' && item.variant !== true);
    const byCommand = (item) => item.certain && item.port !== null && commands.has(item.kind) && item.program !== null && !item.byDefault;
    return binds.length > 0 && binds.every(byCommand) ? binds : [];
}
const commands = new Set(['command', 'CMD', 'entrypoint', 'ENTRYPOINT']);
const port = ({ target }) => target.port;
/** Who says it: the compose file, the Dockerfile, or a file of the source. */
const voices = {
    ports: 'compose',
    expose: 'compose',
    healthcheck: 'compose',
    environment: 'compose',
    command: 'compose',
    entrypoint: 'compose',
    EXPOSE: 'Dockerfile',
    ENV: 'Dockerfile',
    HEALTHCHECK: 'Dockerfile',
    CMD: 'Dockerfile',
    ENTRYPOINT: 'Dockerfile',
    'start-file': 'source',
};
/**
 * Statements of at least three kinds, from two places that are written apart from each other, that all name one port. Each may be
 * doubtful by itself (an env_file is absent, a variant says it): that all are wrong, and in the same way, is not what happens.
 */
function told(evidence, target) {
    const says = evidence.filter(({ kind, port, address }) => port !== null && kind in voices && !besides.has(port) && !protocols.has(port) && !(0,bind/* isLoopback */.U9)(address));
    const first = says[0]?.port;
    if (first == null || first === target || says.some((item) => item.port !== first) || twinOf(first, target))
        return [];
    if (evidence.some((item) => item.strength === 'binds' && item.port === null && item.socket === null))
        return [];
    const kinds = new Set(says.map(({ kind }) => kind));
    return kinds.size >= 3 && new Set(says.map(({ kind }) => voices[kind])).size >= 2 ? says : [];
}
function twinOf(a, b) {
    return twins.some(([plain, tls]) => (a === plain && b === tls) || (a === tls && b === plain));
}
/**
 * PHP-FPM of the official images listens on 9000, where nothing of the service's files configures a pool. Nothing else there
 * speaks FastCGI, however many programs are started beside it.
 */
function elsewhereThanPhp({ target, evidence, start }) {
    if (target.protocol !== 'fastcgi' || start?.interpolated)
        return [];
    const image = evidence.filter((item) => item.kind === 'image' && item.protocol === 'fastcgi');
    const others = evidence.filter((item) => item.kind !== 'image' && (item.socket !== null || item.port === null || item.kind === 'start-file'));
    return image.length > 0 && others.length === 0 && image.every((item) => item.port === 9000) ? image : [];
}
/** The compose file and the Dockerfile, written apart from each other, name one and the same port and no other. */
function agreed(evidence) {
    const ports = (kinds) => new Set(evidence.filter((item) => item.certain && kinds.includes(item.kind)).map((item) => item.port));
    const compose = ports(['ports', 'expose']);
    const image = ports(['EXPOSE']);
    return compose.size === 1 && image.size === 1 && [...compose][0] === [...image][0];
}
function byDeclaration(endpoint, stack) {
    const { target, evidence, route } = endpoint;
    const port = target.port;
    const says = evidence.filter((item) => (item.certain || (item.unseen && followsDeclarations(endpoint, stack))) &&
        item.port !== null &&
        item.kind !== 'label' &&
        !(0,bind/* isLoopback */.U9)(item.address) &&
        !isBeside(item.port, target.protocol));
    // A health check alone may ask a port of its own (management, metrics).
    if (says.every((item) => item.kind === 'healthcheck' || item.kind === 'HEALTHCHECK'))
        return [];
    if (twins.some(([plain, tls]) => (port === plain && says.some((item) => item.port === tls)) || (port === tls && says.some((item) => item.port === plain))))
        return [];
    const usual = customary[target.protocol];
    if (usual?.includes(port))
        return [];
    // A second listener of the same program is as likely as a fault where the service's declared port is used beside this one.
    const listed = new Set(says.filter(({ kind }) => kind === 'EXPOSE').map((item) => item.port)).size > 1;
    // Where the image names all its listeners, a second one would be among them.
    if (!listed && usedElsewhere(endpoint, says, stack)) {
        const web = target.protocol === 'http' || target.protocol === 'https';
        if (!web || isSecondChannel(route.route.location))
            return [];
    }
    // What the process reads for its port says more than what an image once declared.
    const bound = says.filter((item) => item.strength === 'binds');
    return bound.length > 0 ? bound : says;
}
/** Whether the configuration uses at least two other services at a port that compose declares for them: then it does so on principle. */
function followsDeclarations({ reach }, stack) {
    const { following } = useOf(stack);
    return following.size - (following.has(serviceIn(reach)) ? 1 : 0) >= leastFollowing;
}
function serviceIn(reach) {
    return 'service' in reach ? reach.service.name : null;
}
const useByRoutes = new WeakMap();
function useOf({ routes }) {
    const known = useByRoutes.get(routes);
    if (known !== undefined)
        return known;
    const use = { following: new Set(), ports: new Map() };
    for (const { target, reach, evidence } of routes.flatMap((route) => route.endpoints)) {
        const service = serviceIn(reach);
        if (service === null)
            continue;
        const key = `${service} ${target.port}`;
        use.ports.set(key, (use.ports.get(key) ?? 0) + 1);
        if (!use.following.has(service) && evidence.some(({ port, kind }) => port === target.port && (kind === 'ports' || kind === 'expose')))
            use.following.add(service);
    }
    useByRoutes.set(routes, use);
    return use;
}
/** Whether another endpoint of the stack uses the same service at a port that it declares. */
function usedElsewhere(endpoint, says, stack) {
    const { ports } = useOf(stack);
    const service = serviceIn(endpoint.reach);
    return says.some(({ port }) => (ports.get(`${service} ${port}`) ?? 0) > (port === endpoint.target.port ? 1 : 0));
}
/** Locations that are often served by a second listener of the same program: web sockets, live reload, metrics, consoles. */
function isSecondChannel(location) {
    return (location !== null &&
        /(?:^|[/_.-])(?:ws|wss|websockets?|sockets?|sockjs(?:-node)?|socket\.io|hmr|_hmr|cable|live|livereload|metrics|debug|pprof|console|admin|grpc|rpc|mqtt|stream|events?|sse|echo|reverb|mercure|hub|signalr|management|actuator|health)(?:$|[/_.)-])/i.test(location));
}

;// CONCATENATED MODULE: ./lib/stack/protocol.js
/** Servers that speak HTTP/1 alone where they have no TLS, by their own documentation: gRPC needs HTTP/2. */
const http1Only = /^(?:gunicorn|uvicorn|waitress(?:-serve)?|flask run|manage\.py runserver(?:_plus)?|puma|unicorn(?:_rails)?|thin|streamlit run|php -S|artisan serve|http\.server)$/;
/** The fault where certain evidence says that another protocol is spoken on the target's port; null without one. */
function protocolFault(endpoint, service, statements) {
    const own = statements.filter((item) => isOfSameFile(item, endpoint));
    const matching = own.length > 0 ? own : statements;
    const spoken = matching.filter((item) => item.certain && item.protocol !== null && item.protocol !== 'tcp' && (item.strength === 'binds' || item.protocol === 'fastcgi'));
    const first = spoken[0];
    if (first === undefined || !spoken.every((item) => item.protocol === first.protocol))
        return null;
    if (matching.some((item) => item.strength === 'binds' && item.protocol !== null && item.protocol !== first.protocol))
        return null;
    const expected = endpoint.target.protocol;
    const fits = accepts(expected);
    if (fits === null || fits.includes(first.protocol))
        return null;
    // Many a server of HTTP takes HTTP/2 without TLS as well, and with it gRPC.
    if (expected === 'grpc' && first.protocol === 'http' && !http1Only.test(first.program ?? ''))
        return null;
    return { check: 'protocol-mismatch', service, speaks: first.protocol, evidence: first, expected };
}
/** A server of the very file that the target stands in: where that is loaded, the port is that server's. */
function isOfSameFile({ kind, at }, { reach, target }) {
    return reach.kind === 'service' && reach.self && kind === 'listen' && at?.file === target.at.file;
}
/** What an endpoint of one of nginx's protocols may speak; null where nothing is concluded. */
function accepts(protocol) {
    switch (protocol) {
        case 'http':
            return ['http', 'grpc'];
        case 'https':
            return ['https'];
        case 'fastcgi':
            return ['fastcgi'];
        case 'uwsgi':
        case 'suwsgi':
            return ['uwsgi'];
        case 'grpc':
            return ['grpc'];
        default:
            return null;
    }
}

// EXTERNAL MODULE: ./lib/stack/sockets.js
var sockets = __webpack_require__(5078);
;// CONCATENATED MODULE: ./lib/stack/verdict.js
/** What is said of an endpoint: right, wrong and by which check, outside the stack, or unverified. */





const judged = new WeakMap();
/** The verdict on one endpoint of a stack; the same answer for every caller. */
function judge(endpoint, stack) {
    let judgement = judged.get(endpoint);
    if (judgement === undefined) {
        judgement = decide(endpoint, stack);
        if (stack.nginx.assumed && judgement.fault !== null && !isSureOfAssumed(judgement.fault, endpoint, stack))
            judgement = unverified('nothing in the repository loads this configuration');
        if (judgement.fault !== null && hangsOnVariable(endpoint, stack) && !isSureByItself(judgement.fault, endpoint))
            judgement = unverified('it hangs on a variable that nothing in the repository sets');
        if (judgement.verdict === 'ok' && isRefused(endpoint, stack))
            judgement = unverified('nginx refuses the block that it stands in');
        judged.set(endpoint, judgement);
    }
    return judgement;
}
/**
 * A configuration that nothing loads for sure is listed, and verified where the project answers. It is called wrong for a slip of
 * one letter, for the loopback address beside names of the project, and where it was evidently written for one of its services.
 */
function isSureOfAssumed(fault, { reach, target }, { nginx }) {
    if (reach.kind === 'unknown' && reach.misspelt === true)
        return true;
    if (reach.kind === 'loopback' && reach.meant !== undefined)
        return true;
    if (reach.kind === 'loopback' && reach.comesBack === 'redirected')
        return true;
    // What a server of the same file listens on is nginx's own wherever the file is loaded.
    if (fault.check === 'protocol-mismatch' && fault.evidence.kind === 'listen' && fault.evidence.at?.file === target.at.file)
        return true;
    if (fault.check === 'unknown-host' || fault.check === 'loopback-target')
        return nginx.writtenFor === 'strong';
    return nginx.writtenFor !== null && (fault.check === 'port-mismatch' || fault.check === 'published-port');
}
/**
 * What is wrong wherever this file is loaded: a slip of one letter, and the loopback address in nginx's container where a service
 * of the project declares exactly that port.
 */
function isSureByItself(fault, { reach }) {
    if (reach.kind === 'unknown')
        return reach.misspelt === true;
    return fault.check === 'loopback-target' && fault.suggestions.length > 0;
}
/** Whether the name of the service, or the file that the target stands in, is chosen by a variable that nothing sets for certain. */
function hangsOnVariable({ reach, target }, { nginx }) {
    if (reach.kind === 'service' && reach.uncertain)
        return true;
    const places = nginx.tree.placed.filter(({ source, by }) => by !== 'template' && (source === target.at.file || source === '' || target.at.file.startsWith(`${source}/`)));
    return places.some((place) => place.uncertain) && places.every((place) => place.uncertain);
}
/** Whether a directive around the target, or the one that hands on, is one that nginx does not take there. */
function isRefused({ route: { route } }, { config }) {
    const refused = config.problems.filter(({ check }) => check === 'wrong-context' || check === 'unknown-directive');
    return [...route.scope, route.directive].some((node) => refused.some(({ file, start }) => file.path === node.file.path && start === node.word.start));
}
function decide(endpoint, stack) {
    const { reach, target } = endpoint;
    switch (reach.kind) {
        case 'external':
            return { verdict: 'external', reason: reach.because, fault: null };
        case 'unverifiable':
            return unverified(reach.because);
        case 'unknown':
            // A bare name may be an upstream of a file that nobody knows.
            if (!stack.nginx.treeKnown && !target.portWritten && target.upstream === null)
                return unverified('an upstream of this name may stand in a file that is not in the repository');
            return wrong({ check: 'unknown-host', nearest: reach.nearest });
        case 'not-started':
            return notStarted(reach, endpoint, stack);
        case 'no-shared-network':
            return wrong({
                check: 'no-shared-network',
                service: reach.service,
                nginxNetworks: reach.nginxNetworks,
                serviceNetworks: reach.serviceNetworks,
            });
        case 'loopback':
            return target.down
                ? unverified('the peer is down')
                : wrong({
                    check: 'loopback-target',
                    listeners: reach.listeners,
                    suggestions: reach.meant === undefined ? listeningOn(target.port, stack) : [reach.meant],
                    comesBack: reach.comesBack ?? null,
                });
        case 'not-published':
            return target.down
                ? unverified('the peer is down')
                : wrong({ check: 'not-published', service: reach.service, published: reach.published, at: reach.at });
        case 'socket-not-shared':
            return target.down ? unverified('the peer is down') : wrong({ check: 'socket-not-shared', because: reach.because, bound: null });
        case 'service':
            return target.down ? unverified('the peer is down') : atService(endpoint, reach.service, stack);
    }
}
function wrong(fault) {
    return { verdict: 'wrong', reason: fault.check, fault };
}
function unverified(reason) {
    return { verdict: 'unverified', reason, fault: null };
}
function notStarted(reach, endpoint, stack) {
    // A name that is resolved per request may lead to a service that is started only sometimes: that is what it is written for.
    if (endpoint.target.resolved === 'runtime')
        return unverified(`${reach.service.name} is not always started`);
    if (reach.because === 'profile') {
        const targets = [...stack.routes, ...stack.unused]
            .flatMap((route) => route.endpoints.map((other) => other.reach))
            .filter((other) => 'service' in other);
        const profiles = new Set(targets.flatMap((other) => ('service' in other ? other.service.profiles.map((entry) => entry.value) : [])));
        // Where no target of nginx starts without a profile, a plain start is not how the project runs.
        const plain = targets.some((other) => other.kind === 'service' && !other.self && other.service.profiles.length === 0);
        if (!plain)
            return unverified(`everything that nginx hands on to is behind a profile`);
        // Several profiles that stand for each other (dev, prod): the plain start is not meant.
        if (profiles.size > 1 || (stack.nginx.service?.profiles.length ?? 0) > 0)
            return unverified(`${reach.service.name} is behind a profile`);
    }
    return wrong({ check: 'service-not-started', service: reach.service, because: reach.because, at: reach.at });
}
/** Services that declare a port, in this project or in a variant of it, as what was probably meant. */
function listeningOn(port, { project, variants, nginx }) {
    if (port === null)
        return [];
    const declares = (service) => service.ports.some((item) => item.target === port || item.published === String(port)) ||
        service.expose.some((range) => range.from <= port && port <= range.to);
    const services = (project?.services ?? []).filter((service) => service !== nginx.service);
    const found = services.filter(declares);
    if (found.length > 0)
        return found;
    return services.filter(({ name }) => variants.some((variant) => variant.services.some((other) => other.name === name && declares(other))));
}
function atService(endpoint, service, stack) {
    const { target, evidence, reach } = endpoint;
    if (target.socket !== null)
        return atSocket(endpoint, service, stack);
    if (target.port === null)
        return unverified('its port is not known');
    const via = reach.kind === 'service' ? reach.via : 'name';
    const hostSide = via === 'published';
    if (hostSide)
        return { verdict: 'ok', reason: `published by ${service.name}`, fault: null };
    const matching = evidence.filter((item) => item.port === target.port);
    const judgesFaults = stack.nginx.kind === 'service' && stack.nginx.service?.networkMode?.value !== 'host';
    if (matching.length === 0) {
        if (stack.nginx.assumed && stack.nginx.writtenFor === 'names' && reach.kind === 'service' && !reach.self) {
            const says = told(evidence, target.port);
            return says.length > 0 && !endpoint.start?.mentioned && !endpoint.start?.interpolated
                ? wrong({ check: 'port-mismatch', service, says })
                : unverified(notNamed(endpoint, service));
        }
        if (!judgesFaults || stack.nginx.service === null)
            return unverified(notNamed(endpoint, service));
        if (reach.kind === 'service' && reach.self && reach.via === 'namespace')
            return unverified('another process of that container may listen there');
        const published = service.ports.find((item) => item.published === String(target.port) && item.target !== target.port && item.protocol !== 'udp' && !item.uncertain);
        if (published !== undefined && !evidence.some((item) => item.port === null))
            return wrong({ check: 'published-port', service, container: published.target, at: published.at });
        const says = contradiction(endpoint, stack);
        return says.length > 0 ? wrong({ check: 'port-mismatch', service, says }) : unverified(notNamed(endpoint, service));
    }
    if (judgesFaults) {
        const elsewhere = outweighed(matching, endpoint);
        if (elsewhere.length > 0)
            return wrong({ check: 'port-mismatch', service, says: elsewhere });
        const bind = loopbackBind(endpoint, matching);
        if (bind !== null)
            return wrong({ check: 'app-binds-loopback', service, bind });
        const fault = protocolFault(endpoint, service, matching);
        if (fault !== null)
            return wrong(fault);
    }
    const best = matching.find((item) => item.strength === 'binds' && item.certain) ??
        matching.find((item) => item.strength === 'declares') ??
        matching[0];
    return { verdict: 'ok', reason: best?.says ?? null, fault: null };
}
/** Why a port that nothing supports is not called wrong: what the files do say of the service. */
function notNamed({ evidence, target }, { name }) {
    const ports = [...new Set(evidence.flatMap((item) => (item.strength === 'suggests' || item.port === null ? [] : [item.port])))];
    if (ports.length === 0)
        return `no file says what ${name} listens on`;
    return `no file says that ${name} listens on ${target.port}, only that it has ${ports.slice(0, 3).join(', ')}`;
}
/** The process binds 127.0.0.1 alone on the target's port, for certain, and nothing says otherwise. */
function loopbackBind(endpoint, matching) {
    const { reach, start } = endpoint;
    if (reach.kind !== 'service' || reach.self || start === null || start.several || start.opaque)
        return null;
    const binds = matching.filter((item) => item.strength === 'binds');
    const first = binds.find((item) => item.certain && (0,bind/* isLoopback */.U9)(item.address));
    if (first === undefined)
        return null;
    return endpoint.evidence.some((item) => item.strength === 'binds' && (item.port === endpoint.target.port || item.port === null) && !(0,bind/* isLoopback */.U9)(item.address))
        ? null
        : first;
}
function atSocket(endpoint, service, stack) {
    const { target, evidence, start, reach } = endpoint;
    const nginx = stack.nginx.service;
    const path = target.socket;
    if (reach.kind === 'service' && reach.self)
        return evidence.some((item) => item.socket === path)
            ? { verdict: 'ok', reason: 'a process of the same container binds it', fault: null }
            : unverified('no file says which process of that container binds it');
    const shared = nginx === null ? null : (0,sockets/* sharedPath */.nk)(nginx, path);
    const there = shared === null ? null : (0,sockets/* pathIn */.lW)(service, shared);
    const sharers = stack.project?.services.filter((other) => other !== nginx && shared !== null && (0,sockets/* pathIn */.lW)(other, shared) !== null) ?? [];
    if (evidence.some((item) => item.socket !== null && (item.socket === there || item.socket === path)))
        return { verdict: 'ok', reason: `${service.name} binds it`, fault: null };
    // A pool of php-fpm is read by nothing else, so it need not be the command that names it.
    const pool = evidence.find(({ kind, program, socket }) => kind === 'start-file' && program === 'php-fpm' && socket !== null && there !== null && external_node_path_.posix.dirname(socket) === external_node_path_.posix.dirname(there));
    const bound = pool ?? evidence.find((item) => item.strength === 'binds' && item.certain && (item.socket !== null || item.port !== null));
    if (bound !== undefined &&
        sharers.length === 1 &&
        start !== null &&
        !start.several &&
        (!start.opaque || bound === pool) &&
        evidence.every((item) => item.socket === null || item.socket === bound.socket)) {
        return wrong({ check: 'socket-not-shared', because: 'other path', bound });
    }
    return { verdict: 'ok', reason: `${service.name} shares the folder`, fault: null };
}


/***/ }),

/***/ 5237:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ writtenFor),
/* harmony export */   k: () => (/* binding */ pairedWith)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _core_nearest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6661);
/* harmony import */ var _docker_known_images_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2494);
/* harmony import */ var _image_tree_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4952);
/* harmony import */ var _service_image_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1050);
/**
 * Whom a configuration was written for that nothing puts into a container for sure: its mount names a file that only the deploy
 * makes, the Dockerfile that copies it is not in the repository, or its folder is called like the service.
 */





/** Whether a configuration that nothing loads for sure was written for a service that is known. */
function pairedWith({ writtenFor }) {
    return writtenFor === 'strong' || writtenFor === 'likely';
}
/** Suffixes of files that are copied to their real name before the first start. */
const copied = /\.(example|sample|dist|tmpl|tpl|j2|template)$/i;
const front = /nginx|proxy|gateway|ingress|balancer/i;
function writtenFor(file, project, stacks, repository) {
    const own = stacks.filter((stack) => stack.project === project && stack.nginx.service !== null);
    const stackOf = (service) => own.find((stack) => stack.nginx.service === service);
    const strong = (service) => ({ service, stack: stackOf(service), evidence: 'strong' });
    for (const stack of own) {
        const service = stack.nginx.service;
        if (isAwaited(file, service, project, repository))
            return strong(service);
        if (isMounted(file, service))
            return { service, stack, evidence: stack.nginx.treeKnown ? 'likely' : 'strong' };
    }
    for (const service of project.services)
        if (isBuiltInto(file, service, repository))
            return strong(service);
    const named = calledLike(file, project, repository);
    return named === null ? null : { service: named, stack: stackOf(named), evidence: 'likely' };
}
/** The file lies in a folder that the nginx service mounts. */
function isMounted(file, service) {
    return service.volumes.some(({ type, source, target }) => {
        if (type !== 'bind' || source === null)
            return false;
        return source === '' ? _image_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .nginxFolders */ .Ck.some((folder) => folder === node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve('/', target)) : file.startsWith(`${source}/`);
    });
}
/** A mount of the nginx service names what is not there, and the file is that but for a suffix or for the folder that a deploy copies it to. */
function isAwaited(file, service, project, repository) {
    const names = [file, file.replace(copied, '')];
    return service.volumes.some(({ type, source, target }) => {
        if (type !== 'bind' || source === null || source === '' || repository.kind(source) !== undefined)
            return false;
        if (!_image_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .nginxFolders */ .Ck.some((folder) => target === folder || target.startsWith(`${folder}/`)))
            return false;
        const written = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.relative(project.directory || '.', source);
        if (written === '' || written.startsWith('..'))
            return names.includes(source);
        return names.some((name) => `/${name}`.endsWith(`/${written}`) || `/${name}`.includes(`/${written}/`) || sameFileNearBy(name, source, project));
    });
}
/** The compose file mounts ./nginx/conf/shop.conf, and shop.conf lies beside the compose file. */
function sameFileNearBy(file, source, project) {
    return (node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(file) === node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(source) && /\.(conf|template)$/.test(file) && node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(file) === (project.directory || '.'));
}
/** The file lies in a build context whose Dockerfile is not in the repository. */
function isBuiltInto(file, service, repository) {
    const context = service.build?.context?.value;
    if (context === undefined || context === '' || !file.startsWith(`${context}/`))
        return false;
    if ((0,_service_image_js__WEBPACK_IMPORTED_MODULE_3__/* .serviceImage */ .Dr)(repository, service).dockerfile !== null)
        return false;
    return front.test(service.name) || front.test(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(context));
}
/** The one service that calls itself nginx or a proxy, of which no file tells what it reads, and that the file's folder is called like. */
function calledLike(file, project, repository) {
    const folders = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(file).toLowerCase().split('/');
    const unseen = project.services.filter((service) => front.test(service.name) && isUnseen(service, repository));
    const [only] = unseen;
    if (only === undefined || unseen.length > 1)
        return null;
    const name = only.name.toLowerCase();
    return folders.some((folder) => folder === name || (folder.length >= 5 && (0,_core_nearest_js__WEBPACK_IMPORTED_MODULE_4__/* .editDistance */ .Y)(folder, name) === 1)) ? only : null;
}
/** Neither a Dockerfile nor a well-known image tells what lies in it. */
function isUnseen(service, repository) {
    const image = (0,_service_image_js__WEBPACK_IMPORTED_MODULE_3__/* .serviceImage */ .Dr)(repository, service);
    return image.dockerfile === null && (image.facts.base === null || (0,_docker_known_images_js__WEBPACK_IMPORTED_MODULE_1__/* .nginxImage */ .yU)(image.facts.base) === undefined);
}


/***/ })

};
