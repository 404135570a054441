export const id = 171;
export const ids = [171];
export const modules = {

/***/ 8345:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ causes)
/* harmony export */ });
const table = {
    'app-not-running': {
        short: 'the app does not run',
        why: 'Nothing listens at the address that nginx connects to: the app is stopped, still starting, or crashed at its start.',
        fix: 'Start the app, and read its own log for why it ended.',
        tellApart: 'No listener at all in the app’s network namespace (`ss -ltn`), or its container is exited or restarting.',
    },
    'wrong-port': {
        short: 'the app listens on another port',
        why: 'The app runs, but listens on another port than the configuration names.',
        fix: 'Put the port that the app listens on (in a container its own port, not the published one) into the target.',
        tellApart: '`ss -ltn` in the app’s network namespace shows a listener, on another port.',
    },
    'app-binds-loopback': {
        short: 'the app listens on its own loopback only',
        why: 'The app listens on 127.0.0.1 of its own container or host, where nginx cannot reach it.',
        fix: 'Let the app listen on 0.0.0.0 (and [::]) instead of 127.0.0.1 or localhost.',
        tellApart: '`ss -ltn` shows the right port on 127.0.0.1 or [::1]; a request inside the app’s container answers, one from nginx does not.',
    },
    'address-family': {
        short: 'the app listens on another address or family',
        why: 'The app listens on the other address family: on ::1 and not on 127.0.0.1, or the other way round.',
        fix: 'Name the address that the app listens on instead of localhost, or let the app listen on both families.',
        tellApart: '`ss -ltn` shows the right port on the other family; `curl -4` and `curl -6` differ.',
    },
    'stale-address': {
        short: 'nginx uses an address that the name no longer has',
        why: 'The name resolves to another address now: nginx resolved it when it started, and the app has been recreated since.',
        fix: 'Reload nginx after each deploy, or resolve at run time with `resolver` and a variable (or `resolve` on the server line).',
        tellApart: 'The address in the `upstream:` field is not the address that the name has now.',
    },
    'stale-config': {
        short: 'nginx runs an older configuration than the files',
        why: 'nginx still runs an older configuration than the files say.',
        fix: 'Test and reload nginx (`nginx -t`, then `nginx -s reload`), or recreate its container.',
        tellApart: 'The `upstream:` field shows a host or port that no file names any more.',
    },
    'socket-missing': {
        short: 'the socket is not there',
        why: 'The unix socket that the configuration names does not exist where nginx looks.',
        fix: 'Start the app, name the path that it creates, and share the socket’s folder with nginx’s container.',
        tellApart: '`ls -l` at that path, in nginx’s own file system, finds nothing.',
    },
    'socket-permission': {
        short: 'nginx’s worker may not use the socket',
        why: 'nginx’s worker user may not connect to the unix socket.',
        fix: 'Give the socket a group and mode that the worker user has (php-fpm: listen.owner, listen.group, listen.mode), and each folder above it `x`.',
        tellApart: '`namei -l` on the path shows an owner or mode that shuts the worker user out.',
    },
    'socket-refused': {
        short: 'nobody accepts on the socket',
        why: 'The unix socket is there, but nobody accepts on it: its process is dead, or its queue is full.',
        fix: 'Restart the app so that it makes its socket anew; give it more workers or a longer backlog when it is only busy.',
        tellApart: '111 means that no process listens on it any more (`ss -lx`); 11 means that its queue is full.',
    },
    selinux: {
        short: 'the kernel forbids nginx to connect',
        why: 'The kernel’s access control forbids nginx to connect to the network.',
        fix: 'On SELinux: `setsebool -P httpd_can_network_connect 1`.',
        tellApart: '`ausearch -m avc -c nginx` shows the denial, and a request by hand as root answers.',
    },
    unreachable: {
        short: 'there is no way to the address',
        why: 'There is no way to the address: a firewall rejects it, nobody has it, or there is no route.',
        fix: 'Attach nginx and the app to one network, or let the firewall pass nginx’s connection.',
        tellApart: 'The failure is immediate or comes after some three seconds, with 113 or 101; the app itself runs.',
    },
    'connect-timeout': {
        short: 'the connection is never answered',
        why: 'Nothing answered while connecting: packets are dropped, the address belongs to nobody, or the app’s accept queue is full.',
        fix: 'Let the firewall or security group pass nginx’s connection, and check that the address is the app’s.',
        tellApart: 'A direct connection hangs as well; one to a closed port of the same host would be refused at once.',
    },
    'response-timeout': {
        short: 'the app does not answer in time',
        why: 'The app took the connection but did not answer in the time that nginx waits.',
        fix: 'Find what the app waits for; raise the read timeout of this location only when the request really needs that long.',
        tellApart: 'A direct request connects at once and then takes as long, or never ends.',
    },
    'app-crashed': {
        short: 'the app ended or hung up before it answered',
        why: 'The app closed the connection before it had answered: it ended, was killed, or gave up on this request.',
        fix: 'Read the app’s own log at that second (exception, out of memory, worker timeout).',
        tellApart: 'A direct request gets an empty reply, and the app’s process or container is newer than the request.',
    },
    'connection-reset': {
        short: 'the app’s side resets the connection',
        why: 'The app’s side reset the connection instead of answering.',
        fix: 'Look for a killed worker, a limit that cuts requests, or a keep-alive time of the app that is shorter than nginx’s.',
        tellApart: 'A direct request is reset as well; when it answers over TLS or FastCGI, the protocol is the fault.',
    },
    'invalid-response': {
        short: 'the app’s answer breaks the protocol',
        why: 'The app’s answer breaks the protocol, so nginx refuses it.',
        fix: 'Mend the header or length that the app writes; the log line names it.',
        tellApart: 'A direct request answers, with a malformed, doubled or contradicting header.',
    },
    'header-too-big': {
        short: 'the app’s headers do not fit nginx’s buffer',
        why: 'The app’s response headers are larger than nginx’s buffer for them.',
        fix: 'Make the cookies and headers smaller, or raise `proxy_buffer_size` (`fastcgi_buffer_size` …) for this location.',
        tellApart: 'A direct request answers, with several kilobytes of headers.',
    },
    'tls-to-plain': {
        short: 'nginx speaks TLS to a plain port',
        why: 'nginx speaks TLS to a port that speaks plain text.',
        fix: 'Use `http://` (or `grpc://`) for this target, or the app’s TLS port.',
        tellApart: 'A direct plain request answers, a direct TLS request does not.',
    },
    'plain-to-tls': {
        short: 'nginx speaks plain text to a TLS port',
        why: 'nginx speaks plain text to a port that speaks TLS.',
        fix: 'Use `https://` (or `grpcs://`) for this target, or the app’s plain port.',
        tellApart: 'A direct TLS request answers, a direct plain request does not (or answers 400).',
    },
    'tls-handshake': {
        short: 'the TLS handshake with the app fails',
        why: 'The TLS handshake with the app failed: no common version, no server name sent, or a client certificate wanted.',
        fix: 'Set `proxy_ssl_server_name on`, fitting `proxy_ssl_protocols`, or `proxy_ssl_certificate`, as the alert says.',
        tellApart: 'Alert 112 and often 40: server name; 70: version; 116 or 42–48: client certificate.',
    },
    'tls-verify': {
        short: 'the app’s certificate is not trusted',
        why: 'The app’s certificate is not trusted, has expired, or is for another name.',
        fix: 'Set `proxy_ssl_trusted_certificate` to the right CA and `proxy_ssl_name` to the name in the certificate.',
        tellApart: 'A direct TLS request that does not verify answers.',
    },
    'protocol-mismatch': {
        short: 'the port speaks another protocol',
        why: 'The port speaks another protocol than the directive does.',
        fix: 'Use the directive of the app’s protocol (proxy_pass, fastcgi_pass, uwsgi_pass, grpc_pass), or the port that speaks this one.',
        tellApart: 'The first bytes of the answer belong to another protocol: `HTTP` has 72 as its first byte and 4740180 as an HTTP/2 length.',
    },
    'name-not-resolved': {
        short: 'the name does not resolve',
        why: 'The name could not be resolved by the DNS server that nginx asks.',
        fix: 'Correct the name, start what carries it on a network of nginx’s, or name a resolver that knows it (127.0.0.11 in Docker).',
        tellApart: 'Code 3 is a name that does not exist there; 2 and 5 are the server’s refusal; 110 is a server that does not answer.',
    },
    'no-resolver': {
        short: 'no resolver is named for a target with variables',
        why: 'The target holds a variable, so its name is resolved per request, and no `resolver` says by whom.',
        fix: 'Add `resolver 127.0.0.11 valid=10s;` (Docker’s DNS; elsewhere your own), or write the target without a variable.',
        tellApart: '`nginx -t` passes; every request of this location fails.',
    },
    'no-live-upstreams': {
        short: 'no peer of the group is in use',
        why: 'Every peer of the group is set aside after failures, or is marked down.',
        fix: 'Mend the peer that failed first: its own line stands earlier in the log.',
        tellApart: 'The `upstream:` field shows the group’s name; it heals by itself after fail_timeout when the peers do.',
    },
    'rate-limited': {
        short: 'nginx’s own limit rejects the request',
        why: 'nginx itself rejected the request by limit_req or limit_conn.',
        fix: 'Raise the rate or burst of the zone, or key it by what tells your clients apart.',
        tellApart: 'The app was never asked: a direct request answers.',
    },
    'body-too-large': {
        short: 'nginx rejected a request body as too large',
        why: 'The request body is larger than client_max_body_size, so nginx rejected it.',
        fix: 'Raise `client_max_body_size` for this location to what the app accepts.',
        tellApart: 'The status is 413, and the app was never asked.',
    },
    'script-not-found': {
        short: 'the FastCGI server does not find the script',
        why: 'The FastCGI server has no readable script at SCRIPT_FILENAME.',
        fix: 'Make root and `fastcgi_param SCRIPT_FILENAME` name the path as the FastCGI server sees it.',
        tellApart: 'The connection itself works: the message comes from the FastCGI server’s standard error.',
    },
    'nginx-local': {
        short: 'nginx itself could not do it',
        why: 'nginx itself could not do it: workers, file descriptors, local ports, disk, temporary files, or a target that its variables make invalid.',
        fix: 'Mend what the message names on nginx’s side; the app is not involved.',
        tellApart: 'A direct request answers, and the status is mostly 500 rather than 502.',
    },
    'nginx-down': {
        short: 'nginx does not answer',
        why: 'nginx does not answer at all.',
        fix: 'Start nginx and read its first lines: `nginx -t` says what stops it.',
        tellApart: 'No port of nginx’s accepts a connection.',
    },
    'app-error': {
        short: 'the app itself answers with an error',
        why: 'The app itself answered with an error; nginx only passed it on.',
        fix: 'Read the app’s own log for this request.',
        tellApart: 'A direct request gets the same status, and nginx’s error log has no line about the upstream.',
    },
    'unexpected-response': {
        short: 'something else answered than was expected',
        why: 'The answer is not the one that was expected: another server block or location answered, or status, body or headers differ.',
        fix: 'Check which server block and location take this request, and correct the names or the expectation.',
        tellApart: 'The `server:` field names another server block, or nginx looked for a file instead of asking the app.',
    },
};
const causes = table;


/***/ }),

/***/ 1424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ER: () => (/* binding */ parseEntry),
/* harmony export */   Jd: () => (/* binding */ logEntries),
/* harmony export */   iS: () => (/* binding */ upstreamAddress)
/* harmony export */ });
const levels = 'emerg|alert|crit|error|warn|notice|info|debug';
const dated = new RegExp(`(\\d{4}/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d) \\[(${levels})\\] \\d+#\\d+: (?:\\*(\\d+) )?`);
const undated = new RegExp(`(?:^|[\\s|:])\\[(${levels})\\] (?:\\d+#\\d+: )?(?:\\*(\\d+) )?`);
/** What nginx sets as `while …` (ngx_http_request.c, ngx_http_upstream.c, ngx_stream_proxy_module.c, ngx_resolver.c). */
const phases = [
    'reading response header from upstream',
    'connecting to upstream',
    'SSL handshaking to upstream',
    'sending request to upstream',
    'reading upstream',
    'proxying upgraded connection',
    'sending to client',
    'reading client request line',
    'reading client request headers',
    'reading client pipelined request line',
    'waiting for request',
    'SSL handshaking',
    'reading PROXY protocol',
    'sending response to client',
    'closing request',
    'logging request',
    'keepalive',
    'resolving',
    'proxying and reading from upstream',
    'proxying and sending to upstream',
    'proxying and reading from client',
    'proxying and sending to client',
    'proxying connection',
    'initializing session',
    'prereading client data',
    'requesting certificate status',
    'processing HTTP/2 connection',
    'processing SPDY',
];
/** nginx cuts an entry at 2048 bytes (NGX_MAX_ERROR_STR); a few prefixes of collectors come on top. More is never read. */
const longestEntry = 16_384;
/** In bytes: an entry that is shorter than this was surely not cut. */
const cutAt = 1900;
/** Takes the wrapping of Docker's json-file driver off one line; any other text stays as it is. */
function unwrapped(text) {
    if (!text.startsWith('{'))
        return text;
    try {
        const parsed = JSON.parse(text);
        if (typeof parsed === 'object' && parsed !== null) {
            for (const key of ['log', 'message', 'MESSAGE']) {
                const value = Reflect.get(parsed, key);
                if (typeof value === 'string')
                    return value;
            }
        }
    }
    catch {
        return text.replaceAll('\\"', '"');
    }
    return text;
}
/**
 * The entries of a log's text, in order. A physical line without a head of nginx's belongs to the entry before it
 * (FastCGI's standard error comes with line ends), unless it is an access log's line.
 */
function logEntries(text) {
    const entries = [];
    for (const line of text.split(/\r?\n/)) {
        const plain = unwrapped(line).trimEnd();
        if (plain === '')
            continue;
        const last = entries.length - 1;
        const before = entries[last] ?? '';
        const hasHead = dated.test(plain) || undated.test(plain);
        // What looks like a head inside an application's words is the application's, unless nginx may have cut them off.
        if (isContinuation(before) && (!hasHead || Buffer.byteLength(before) < cutAt))
            entries[last] = `${before}\n${plain}`;
        else if (hasHead)
            entries.push(plain);
    }
    return entries.map(parseEntry);
}
/** An entry that is not finished: FastCGI's standard error whose quote is still open. */
function isContinuation(entry) {
    const at = entry.indexOf('FastCGI sent in stderr: "');
    return at !== -1 && entry.length < longestEntry && !entry.includes('" while ', at);
}
/** Takes one entry apart, from the left, as everything to the right of the request line is the client's to choose. */
function parseEntry(given) {
    const whole = unwrapped(given.slice(0, longestEntry)).trim();
    const head = dated.exec(whole);
    const bare = head ? null : undated.exec(whole);
    const found = head ?? bare;
    const text = found ? whole.slice(found.index).replace(/^[\s|:]+/, '') : whole;
    const rest = found ? whole.slice(found.index + found[0].length) : whole.replace(/^nginx: /, '');
    const connection = head?.[3] ?? bare?.[2];
    return {
        text,
        time: head?.[1] ?? null,
        level: head?.[2] ?? bare?.[1] ?? null,
        connection: connection === undefined ? null : Number(connection),
        ...fieldsOf(rest),
    };
}
/** Each field, with what ends it: the fields that may follow. The order is nginx's own. */
const order = [
    { name: 'request', opens: ', request: "' },
    { name: 'subrequest', opens: ', subrequest: "' },
    { name: 'upstream', opens: ', upstream: "' },
    { name: 'host', opens: ', host: "' },
    { name: 'referrer', opens: ', referrer: "' },
];
function fieldsOf(rest) {
    const clientAt = startOfFields(rest);
    const words = rest.slice(0, clientAt);
    const { message, phase, resolver } = spokenPart(words);
    const fields = {
        message,
        errno: errnoOf(message),
        phase,
        client: null,
        server: null,
        request: null,
        subrequest: null,
        upstream: null,
        host: null,
        resolver,
    };
    let left = rest.slice(clientAt);
    const client = /^, (?:udp )?client: ([^\s,]*)/.exec(left);
    if (client) {
        fields.client = client[1] ?? null;
        left = left.slice(client[0].length);
    }
    const server = /^, server: ([^,\n]*)/.exec(left);
    if (server) {
        fields.server = server[1] ?? '';
        left = left.slice(server[0].length);
    }
    for (const [index, { name, opens }] of order.entries()) {
        if (!left.startsWith(opens))
            continue;
        const value = left.slice(opens.length);
        const end = name === 'referrer' ? value.length : endOfField(value, name, index);
        if (name !== 'referrer')
            fields[name] = value.slice(0, end).replace(/"$/, '');
        left = value.slice(end).replace(/^"/, '');
    }
    return fields;
}
/** Where `, client: ` begins; behind the closing quote of what an application wrote itself. */
function startOfFields(rest) {
    const quoted = rest.startsWith('FastCGI sent in stderr: "') ? rest.indexOf('" while ') : 0;
    const from = Math.max(0, quoted);
    const places = [', client: ', ', udp client: '].map((f) => rest.indexOf(f, from)).filter((at) => at !== -1);
    return places.length === 0 ? rest.length : Math.min(...places);
}
function spokenPart(words) {
    const resolverAt = words.lastIndexOf(', resolver: ');
    const resolver = resolverAt === -1 ? null : words.slice(resolverAt + 12).trim();
    const spoken = resolverAt === -1 ? words : words.slice(0, resolverAt);
    const at = spoken.lastIndexOf(' while ');
    const doing = at === -1 ? '' : spoken.slice(at + 7);
    const phase = phases.find((p) => doing === p || doing.startsWith(`${p},`)) ?? null;
    // A cut entry may end in the middle of the phase; three words are enough to know it.
    const cut = phase === null && doing.length >= 12 ? (phases.find((p) => p.startsWith(doing)) ?? null) : null;
    const said = phase ?? cut;
    return { message: said === null ? spoken : spoken.slice(0, at), phase: said, resolver };
}
/** The request line ends at its protocol; a quote inside the path is the client's. */
function endOfField(value, name, index) {
    const enders = order.slice(index + 1).map((f) => `"${f.opens}`);
    if (name === 'upstream')
        enders.push('", bytes from/to client:');
    const ends = enders.flatMap((ender) => placesOf(value, ender));
    if (value.endsWith('"'))
        ends.push(value.length - 1);
    ends.sort((a, b) => a - b);
    const finished = name === 'request' ? ends.find((at) => / HTTP\/\d(?:\.\d)?$/.test(value.slice(Math.max(0, at - 9), at))) : undefined;
    return finished ?? ends[0] ?? value.length;
}
function placesOf(text, part) {
    const places = [];
    for (let at = text.indexOf(part); at !== -1 && places.length < 100; at = text.indexOf(part, at + 1))
        places.push(at);
    return places;
}
/** The number alone counts: its text is the C library's and the locale's. */
function errnoOf(message) {
    const application = message.indexOf('FastCGI sent in stderr: "');
    if (application === 0)
        return null;
    const found = / \((\d{1,3}): /.exec(message);
    return found ? Number(found[1]) : null;
}
/** Reads the `upstream:` field: `http://172.18.0.3:3000/x`, `fastcgi://unix:/run/php.sock:`, `http://[::1]:80/`, `backend`. */
function upstreamAddress(upstream) {
    const scheme = /^([a-z]+):\/\//.exec(upstream)?.[1] ?? null;
    const rest = scheme === null ? upstream : upstream.slice(scheme.length + 3);
    if (rest.startsWith('unix:')) {
        const socket = rest.slice(5).split(':', 1)[0] ?? '';
        return { scheme, host: null, port: null, socket };
    }
    const found = /^(?:\[([^\]]*)\]|([^:/]*))(?::(\d{1,5}))?/.exec(rest);
    return {
        scheme,
        host: found?.[1] ?? found?.[2] ?? null,
        port: found?.[3] === undefined ? null : Number(found[3]),
        socket: null,
    };
}


/***/ }),

/***/ 9105:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ ruleFor)
/* harmony export */ });
/* unused harmony export messageRules */
const connecting = ['connecting to upstream'];
const handshaking = ['SSL handshaking to upstream'];
const heading = ['reading response header from upstream'];
const bodying = ['reading upstream', 'proxying and reading from upstream'];
const upgraded = ['proxying upgraded connection'];
const later = [...handshaking, 'sending request to upstream', ...heading, ...bodying, ...upgraded, 'proxying and sending to upstream'];
function fault(id, says, causes, more = {}) {
    return { id, says, causes, weight: 'fault', ...more };
}
const connectingRules = [
    fault('connect-unix-missing', /^connect\(\) to unix:.{0,200} failed \(2: /, ['socket-missing', 'app-not-running']),
    fault('connect-unix-permission', /^connect\(\) to unix:.{0,200} failed \((?:13|1): /, ['socket-permission', 'selinux']),
    fault('connect-unix-refused', /^connect\(\) to unix:.{0,200} failed \(111: /, ['socket-refused', 'app-not-running'], {
        means: 'The socket file is there, but the process that made it no longer listens.',
    }),
    fault('connect-unix-busy', /^connect\(\) to unix:.{0,200} failed \(11: /, ['socket-refused'], {
        means: 'The accept queue of the socket is full: every worker of the app is busy.',
    }),
    fault('connect-refused', /^connect\(\) (?:to \S{1,100} )?failed \(111: /, [
        'app-not-running',
        'wrong-port',
        'app-binds-loopback',
        'address-family',
        'stale-address',
        'stale-config',
    ]),
    fault('connect-denied', /^connect\(\) (?:to \S{1,100} )?failed \(13: /, ['selinux', 'unreachable']),
    fault('connect-not-permitted', /^connect\(\) (?:to \S{1,100} )?failed \(1: /, ['unreachable', 'selinux'], {
        means: 'A policy on nginx’s own host (nftables, cgroup, eBPF) forbids this connection.',
    }),
    fault('connect-unreachable', /^connect\(\) (?:to \S{1,100} )?failed \((?:113|101|100|22): /, [
        'unreachable',
        'app-not-running',
        'stale-address',
    ]),
    fault('connect-kernel-timeout', /^connect\(\) (?:to \S{1,100} )?failed \(110: /, ['connect-timeout', 'stale-address', 'app-not-running']),
    fault('connect-reset', /^connect\(\) (?:to \S{1,100} )?failed \(104: /, ['connection-reset', 'tls-handshake']),
    fault('connect-no-local-port', /^connect\(\) (?:to \S{1,100} )?failed \(9[89]: /, ['nginx-local'], {
        means: 'No local port is left towards this address, or the address family is switched off on nginx’s host.',
    }),
    fault('connect-no-family', /^connect\(\) (?:to \S{1,100} )?failed \(97: /, ['address-family', 'nginx-local']),
    fault('connect-other', /^connect\(\) (?:to .{1,200} )?failed \(\d+: /, ['unreachable', 'app-not-running']),
    fault('timeout-connecting', /^upstream timed out \(110/, ['connect-timeout', 'stale-address', 'app-not-running'], { phases: connecting }),
    fault('timeout-handshaking', /^upstream timed out \(110/, ['response-timeout', 'tls-to-plain'], { phases: handshaking }),
    fault('timeout-later', /^upstream timed out \(110/, ['response-timeout'], { phases: later }),
    fault('timeout-unknown-phase', /^upstream timed out/, ['response-timeout', 'connect-timeout']),
    {
        id: 'no-live-upstreams',
        says: /^no live upstreams/,
        causes: ['no-live-upstreams'],
        weight: 'consequence',
    },
    {
        id: 'peer-set-aside',
        says: /^upstream server temporarily disabled/,
        causes: ['no-live-upstreams'],
        weight: 'consequence',
        means: 'One peer of the group is set aside for fail_timeout; the line before says what it did.',
    },
];
const tlsRules = [
    fault('tls-wrong-version', /^SSL_do_handshake\(\) failed \(SSL: .{0,300}(?:wrong version number|packet length too long|http request)/, [
        'tls-to-plain',
        'tls-handshake',
    ]),
    fault('tls-plain-first', /^upstream prematurely sent response/, ['tls-to-plain', 'protocol-mismatch'], {
        means: 'The peer spoke first, in plain text, before any TLS.',
    }),
    fault('tls-alert-name', /^SSL_\w+\(\) failed \(SSL: .{0,300}(?:alert number 112\b|unrecognized name)/, ['tls-handshake'], {
        means: 'The peer chooses by the server name, and nginx sent none or another one: `proxy_ssl_server_name on`, `proxy_ssl_name`.',
    }),
    fault('tls-alert-handshake', /^SSL_\w+\(\) failed \(SSL: .{0,300}alert number 40\b/, ['tls-handshake'], {
        means: 'The peer refused the handshake: server name missing, no common cipher, or a client certificate wanted.',
    }),
    fault('tls-alert-version', /^SSL_\w+\(\) failed \(SSL: .{0,300}(?:alert number 70\b|unsupported protocol|alert protocol version)/, ['tls-handshake'], {
        means: 'nginx and the peer have no TLS version in common: `proxy_ssl_protocols`.',
    }),
    fault('tls-alert-client', /^SSL_\w+\(\) failed \(SSL: .{0,300}alert number (?:116|4[2-9])\b/, ['tls-handshake'], {
        means: 'The peer wants a client certificate, or does not accept the one it got: `proxy_ssl_certificate`.',
    }),
    fault('tls-alert-alpn', /^SSL_\w+\(\) failed \(SSL: .{0,300}alert number 120\b/, ['tls-handshake', 'protocol-mismatch']),
    fault('tls-handshake-closed', /^peer closed connection in SSL handshake/, ['tls-handshake', 'tls-to-plain', 'connection-reset']),
    fault('tls-verify', /^upstream SSL certificate verify error: /, ['tls-verify']),
    fault('tls-name', /^upstream SSL certificate does not match "/, ['tls-verify']),
    fault('tls-own-certificate', /^cannot load certificate/, ['nginx-local', 'tls-handshake']),
    fault('tls-handshake-other', /^SSL_do_handshake\(\) failed/, ['tls-handshake', 'tls-to-plain']),
    fault('tls-setting-up', /^SSL_set_(?:tlsext_host_name|alpn_protos)\(/, ['nginx-local', 'tls-handshake']),
    {
        id: 'tls-to-client',
        says: /^SSL_(?:write|shutdown)\(\) failed/,
        phases: ['sending to client', 'sending response to client'],
        causes: ['nginx-local'],
        weight: 'harmless',
        means: 'The client went away.',
    },
    fault('tls-alert-other', /^SSL_\w+\(\) failed \(SSL: .{0,300}alert number \d+/, ['tls-handshake']),
    fault('tls-broken', /^SSL_(?:read|write|shutdown|read_early_data)\(\) failed/, ['connection-reset', 'tls-handshake', 'app-crashed']),
];
const closingRules = [
    fault('closed-before-header', /^upstream prematurely closed connection/, ['app-crashed', 'plain-to-tls', 'protocol-mismatch', 'connection-reset'], {
        phases: heading,
    }),
    fault('closed-early', /^upstream prematurely closed (?:connection|stream)/, ['app-crashed']),
    fault('fastcgi-closed-early', /^upstream prematurely closed FastCGI (?:stdout|request)/, ['app-crashed', 'script-not-found']),
    fault('dns-unreachable', /^(?:recv|send|connect|sendmsg)\(\) (?:to \S{1,100} )?failed \(\d+: /, ['name-not-resolved'], {
        phases: ['resolving'],
        means: 'The DNS server that `resolver` names does not take questions there.',
    }),
    {
        id: 'client-gone-writing',
        says: /^(?:writev|send|sendfile|recv|readv)\(\) failed/,
        phases: [
            'sending to client',
            'sending response to client',
            'proxying and reading from client',
            'proxying and sending to client',
            'keepalive',
            'waiting for request',
        ],
        causes: ['connection-reset'],
        weight: 'harmless',
        means: 'The client went away.',
    },
    fault('udp-refused', /^recv\(\) failed \(111: /, [
        'app-not-running',
        'wrong-port',
        'app-binds-loopback',
        'address-family',
        'stale-address',
    ]),
    fault('reset-before-header', /^(?:recv|readv)\(\) failed \(104: /, ['connection-reset', 'app-crashed', 'plain-to-tls', 'protocol-mismatch'], {
        phases: heading,
    }),
    fault('reset', /^(?:recv|readv|writev|send|sendfile|sendfile64)\(\) failed \((?:104|32): /, ['connection-reset', 'app-crashed']),
    fault('read-unreachable', /^(?:recv|readv|writev|send)\(\) failed \((?:113|101): /, ['unreachable']),
    fault('read-timeout', /^(?:recv|readv|writev|send)\(\) failed \(110: /, ['response-timeout']),
    fault('temporary-write', /^(?:pwritev?|pwritev2|writev?|lseek|pread)\(\) "/, ['nginx-local'], {
        means: 'nginx could not write or read a temporary file: disk full, quota or I/O error.',
    }),
    {
        id: 'syslog-lost',
        says: /^send\(\) failed \(\d+: [^)]{0,200}\)$/,
        isAlone: true,
        causes: ['nginx-local'],
        weight: 'harmless',
        means: 'nginx could not hand a log line to its syslog server (`error_log syslog:…`); no request failed.',
    },
    fault('read-other', /^(?:recv|readv|writev|send|sendfile)\(\) failed/, ['connection-reset']),
    fault('kevent-closed', /^kevent\(\) reported that upstream closed connection/, ['connection-reset']),
];
const responseRules = [
    fault('not-http', /^upstream sent no valid HTTP\/1\.0 header/, ['protocol-mismatch', 'invalid-response', 'plain-to-tls']),
    fault('bad-gzip', /^inflate(?:Init2|End)?\(\) failed: /, ['invalid-response'], {
        means: 'The app calls its answer gzip, and nginx cannot unpack it.',
    }),
    fault('header-too-big', /^upstream sent too big (?:header|trailers|early hints)/, ['header-too-big']),
    fault('http2-header-too-big', /^upstream sent too large http2 header/, ['header-too-big', 'invalid-response']),
    fault('fastcgi-version', /^upstream sent unsupported FastCGI protocol version: /, ['protocol-mismatch'], {
        means: 'The port does not speak FastCGI; the number is the answer’s first byte (72 is the H of HTTP).',
    }),
    fault('fastcgi-record', /^upstream sent (?:invalid FastCGI record type|unexpected FastCGI )/, ['invalid-response', 'protocol-mismatch']),
    fault('http2-to-http1', /^upstream sent too large http2 frame: 4740180\b/, ['protocol-mismatch', 'plain-to-tls'], {
        means: 'The answer begins with HTT: an HTTP/1 server, or a TLS port that complains in HTTP/1.',
    }),
    fault('http2-to-tls', /^upstream sent too large http2 frame: 137[67]\d{3}\b/, ['plain-to-tls', 'protocol-mismatch'], {
        means: 'The answer is a TLS alert.',
    }),
    fault('not-http2', /^upstream sent (?:too large http2 frame: |unexpected http2 frame|too short http2 frame)/, ['protocol-mismatch']),
    fault('stream-refused', /^upstream (?:rejected request with error|sent goaway with error) /, ['connection-reset', 'app-error'], {
        means: 'The HTTP/2 server ended the stream or the connection on purpose; the number is its error code (7 refused, 11 too much).',
    }),
    {
        id: 'header-twice-ignored',
        says: /^upstream sent duplicate header line: .{0,1500}, ignored/,
        causes: ['invalid-response'],
        weight: 'harmless',
        means: 'The app sent a header twice; nginx kept the first.',
    },
    {
        id: 'body-longer',
        says: /^upstream sent (?:more data than specified in "Content-Length"|data after )/,
        causes: ['invalid-response'],
        weight: 'harmless',
        means: 'The app sent more than it had announced; the client got the announced part.',
    },
    fault('script-not-found', /^FastCGI sent in stderr: "[^"]{0,1500}Primary script unknown/, ['script-not-found']),
    fault('script-not-given', /No input file specified/, ['script-not-found']),
    fault('script-not-readable', /^FastCGI sent in stderr: "[^"]{0,1500}Unable to open primary script/, ['script-not-found'], {
        means: 'The script is there, but the pool’s user may not read it.',
    }),
    fault('script-not-allowed', /^FastCGI sent in stderr: "[^"]{0,1500}security\.limit_extensions/, ['script-not-found'], {
        means: 'The path does not end in an extension that the pool runs (security.limit_extensions).',
    }),
    fault('script-fatal', /^FastCGI sent in stderr: "[\s\S]{0,1500}PHP (?:Fatal|Parse) error/, ['app-error']),
    {
        id: 'script-says',
        says: /^FastCGI sent in stderr: "/,
        causes: ['app-error'],
        weight: 'harmless',
        means: 'The application wrote to its standard error; that alone is no fault.',
    },
    fault('upgrade-in-subrequest', /^connection upgrade in subrequest/, ['invalid-response']),
    fault('invalid-response', /^upstream (?:sent|violated) /, ['invalid-response', 'protocol-mismatch']),
];
const resolvingRules = [
    fault('no-resolver', /^no resolver defined to resolve /, ['no-resolver']),
    fault('name-not-found', /could not be resolved \(3: /, ['name-not-resolved', 'app-not-running'], {
        means: 'The name does not exist for the server that `resolver` names.',
    }),
    fault('name-timeout', /could not be resolved \(110: /, ['name-not-resolved'], {
        means: 'The DNS server that `resolver` names does not answer.',
    }),
    fault('name-failed', /could not be resolved/, ['name-not-resolved']),
    {
        id: 'dns-odd-answer',
        says: /^(?:DNS error|invalid (?:\S+ )?DNS response|unexpected (?:DNS response|RR )|wrong ident|no (?:A or CNAME|SRV|PTR) type|unknown query |invalid in-addr\.arpa|could not cancel .{0,200} resolving|send\(\) incomplete|buffer overflow|unexpected A record)/,
        causes: ['name-not-resolved'],
        weight: 'consequence',
        means: 'A late or odd answer of the DNS server.',
    },
];
const nginxsOwn = 'nginx made no request to the app: its own configuration or resources stopped it.';
const ownRules = [
    fault('body-too-large', /^client intended to send too large (?:chunked )?body/, ['body-too-large']),
    {
        id: 'limit-dry-run',
        says: /^(?:limiting|delaying) (?:requests?|connections), dry run/,
        causes: ['rate-limited'],
        weight: 'harmless',
        means: 'A dry run: nothing was rejected.',
    },
    fault('limited', /^limiting (?:requests|connections)/, ['rate-limited']),
    {
        id: 'delayed',
        says: /^delaying request/,
        causes: ['rate-limited'],
        weight: 'harmless',
        means: 'The request waited in the burst and went on.',
    },
    {
        id: 'subrequest-for-auth',
        says: /^auth request unexpected status: /,
        causes: ['app-error', 'nginx-local'],
        weight: 'consequence',
        means: 'The auth_request’s own target failed; its line stands before this one, with `subrequest:`.',
    },
    {
        id: 'connections-reused',
        says: /^\d+ worker_connections are not enough, reusing/,
        causes: ['nginx-local'],
        weight: 'harmless',
        means: 'Few connections are left.',
    },
    fault('worker-connections', /^\d+ worker_connections are not enough/, ['nginx-local']),
    fault('worker-died', /^worker process \d+ exited on signal/, ['nginx-local']),
    fault('bind', /^bind\(\S{0,200}\) failed/, ['nginx-local'], { means: '`proxy_bind` names an address that nginx’s host does not have.' }),
    fault('socket-family', /^socket\(\) failed \(97: /, ['nginx-local', 'address-family']),
    fault('sockets', /^(?:socket\(\) failed|the new socket has number)/, ['nginx-local']),
    fault('variable-target', /^(?:invalid URL prefix in "|(?:invalid|no|too long) .{0,60} in upstream "|zero length URI|invalid local address)/, ['nginx-local'], {
        means: 'The target’s variables make no valid address.',
    }),
    fault('no-upstream-configuration', /^no upstream configuration/, ['nginx-local'], { means: nginxsOwn }),
    fault('proxy-protocol', /^(?:broken header: "|could not send PROXY protocol header)/, ['protocol-mismatch'], {
        means: 'This listener expects the PROXY protocol, and the one in front does not send it.',
    }),
    fault('temporary-file', /^(?:open|mkdir)\(\) ".{0,1500}" failed/, ['nginx-local'], { phases: bodying }),
    fault('temporary-full', /^(?:open|mkdir)\(\) ".{0,1500}" failed \((?:24|28|30|122): /, ['nginx-local']),
    fault('temporary-body', /^(?:open|mkdir)\(\) ".{0,1500}(?:client_body|_temp\/|tmp_body|\/body\/|\/proxy\/)[^"]{0,200}" failed/, [
        'nginx-local',
    ]),
    fault('file-forbidden', /^open\(\) ".{0,1500}" failed \(13: /, ['unexpected-response', 'nginx-local'], {
        means: 'nginx looked for a file that its worker user may not read; it never asked an app.',
    }),
    fault('file-missing', /^(?:open\(\) |)".{0,1500}" (?:failed|is not found) \((?:2|20): /, ['unexpected-response', 'stale-config'], {
        means: 'nginx looked for a file instead of handing on: the request did not reach the location that you expect.',
    }),
    fault('forbidden', /^(?:access forbidden by rule|directory index of ")/, ['unexpected-response'], {
        means: 'nginx refused by its own rule.',
    }),
    {
        id: 'buffered',
        says: /^an? (?:upstream response|client request body) is buffered to a temporary file/,
        causes: ['nginx-local'],
        weight: 'harmless',
        means: 'Larger than the buffers; it goes through a file on disk.',
    },
    {
        id: 'client-gone',
        says: /^(?:epoll_wait\(\) reported that )?client (?:prematurely closed connection|timed out|closed|[\d.:a-f]+ closed)/,
        causes: ['response-timeout'],
        weight: 'harmless',
        means: 'The client gave up or was too slow; with status 499 its time-out is shorter than the app’s answer.',
    },
    fault('own', /^(?:rewrite or internal redirection cycle|could not find named location|cache file "|cache "|\S+_buffer_size \d+ is not enough for cache key|thread pool "|thread operation took too long)/, ['nginx-local']),
    fault('own-protocol', /^(?:fastcgi request|uwsgi request|scgi request|suwsgi protocol requires|grpcs protocol requires|too long http2|no buffer space in grpc|no connection data found for keepalive|invalid header after joining|pcre2?_(?:match|exec)\(\) failed)/, ['nginx-local'], { means: nginxsOwn }),
    fault('own-system', /^(?:setsockopt\(|ioctl\(|close\(\) socket|unlink\(\) |could not enable transparent|recycled buffer in pipe|buffered data on next upstream|shutdown\(\) failed)/, ['nginx-local'], { weight: 'harmless', means: 'A system call of nginx’s own failed.' }),
    {
        id: 'stream-told',
        says: /(?:proxy \S{1,200} connected to |^udp done|^udp timed out|disconnected|^shutdown timeout)/,
        causes: ['nginx-local'],
        weight: 'harmless',
        means: 'What nginx tells about a finished session.',
    },
];
/** In order: the special before the general. Derived from nginx 1.22–1.29's sources and from provoked faults. */
const messageRules = [
    ...connectingRules,
    ...tlsRules,
    ...closingRules,
    ...responseRules,
    ...resolvingRules,
    ...ownRules,
];
/** The rule for an entry, or undefined for a message that nobody knows. */
function ruleFor(entry) {
    return messageRules.find((rule) => (!rule.isAlone || (entry.phase === null && entry.client === null)) &&
        (rule.phases === undefined || (entry.phase !== null && rule.phases.includes(entry.phase))) &&
        rule.says.test(entry.message));
}


/***/ }),

/***/ 368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ tlsProtocols)
/* harmony export */ });
/** The protocols in which nginx speaks TLS to an endpoint. */
const tlsProtocols = new Set(['https', 'grpcs', 'suwsgi', 'tls']);


/***/ }),

/***/ 1739:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rf: () => (/* binding */ firstFault),
/* harmony export */   rf: () => (/* binding */ signs)
/* harmony export */ });
/* unused harmony exports shortened, isLoopback */
/* harmony import */ var _error_log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1424);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9105);
/* harmony import */ var _protocols_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(368);
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(483);




/** The first entry that says why this request failed. What follows it is its consequence. */
function firstFault(log) {
    for (const entry of log) {
        const rule = (0,_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .ruleFor */ .s)(entry);
        if (rule?.weight === 'fault')
            return { entry, rule };
    }
    return null;
}
function isLogged(...ids) {
    return ({ log }) => {
        const fault = firstFault(log);
        return fault && ids.includes(fault.rule.id) ? `the error log says “${shortened(fault.entry)}”` : null;
    };
}
/** What the entry says, without the client's fields. */
function shortened(entry) {
    const words = entry.phase === null ? entry.message : `${entry.message} while ${entry.phase}`;
    return words.length > 200 ? `${words.slice(0, 200)}…` : words;
}
function hasDirect(outcomes, probes = ['as-nginx']) {
    return ({ direct }) => {
        const found = direct.find((d) => probes.includes(d.probe) && outcomes.includes(d.outcome));
        return found ? `a direct request to ${found.address} (${probeWords[found.probe]}): ${found.result}` : null;
    };
}
const probeWords = {
    'as-nginx': 'as nginx sends it',
    plain: 'in plain text',
    tls: 'over TLS',
    'tls-name': 'over TLS with the server’s name',
    http: 'over HTTP',
    http2: 'over HTTP/2',
    fastcgi: 'in FastCGI',
    name: 'by its name',
    upgrade: 'asking for a WebSocket',
};
/** The log when it speaks, else the direct result: a log that is silent (level crit, another file) proves nothing. */
function loggedOrDirect(ids, outcomes) {
    const logged = isLogged(...ids);
    const direct = hasDirect(outcomes);
    return (o) => logged(o) ?? (firstFault(o.log) || !failed(o) ? null : direct(o));
}
/** nginx's answer is a failure of the kind that an upstream causes. */
function failed(o) {
    return o.nginx.status === null || (0,_status_js__WEBPACK_IMPORTED_MODULE_3__/* .isServerError */ .G)(o.nginx.status) || o.log.length > 0;
}
function isLoopback(address) {
    return /^127\./.test(address) || address === '::1' || address.startsWith('::ffff:127.') || address === 'localhost';
}
const isIpv6 = (address) => address.includes(':');
/** The address that nginx really connected to: the log's, else the direct request's. */
function connectedTo(o) {
    const fault = firstFault(o.log);
    if (fault?.entry.upstream) {
        const address = (0,_error_log_js__WEBPACK_IMPORTED_MODULE_0__/* .upstreamAddress */ .iS)(fault.entry.upstream);
        if (address.port !== null || address.socket !== null)
            return address;
    }
    const tried = o.direct.find((d) => d.probe === 'as-nginx');
    if (tried === undefined)
        return o.target.host === null ? null : { scheme: null, ...o.target };
    return (0,_error_log_js__WEBPACK_IMPORTED_MODULE_0__/* .upstreamAddress */ .iS)(tried.address);
}
const shown = (l) => `${isIpv6(l.address) ? `[${l.address}]` : l.address}:${l.port}${l.process === null ? '' : ` (${l.process})`}`;
const listed = (listeners) => listeners.slice(0, 5).map(shown).join(', ');
/** The listeners on the target's port that do not take this address, as far as their address says. */
function samePort(o) {
    const to = connectedTo(o);
    if (to?.port == null || to.host === null || o.app.listeners === null)
        return null;
    const port = to.port;
    return { port, address: to.host, listeners: o.app.listeners.filter((l) => l.port === port) };
}
/** What `proxy_buffer_size` is where nobody sets it: a page, in bytes. */
const usualBuffer = 4096;
/** Every sign that the table of causes can ask for. */
const signs = {
    'nginx does not answer': ({ nginx }) => (nginx.failure === 'no-connection' ? 'nginx accepts no connection' : null),
    'nginx’s certificate': ({ nginx }) => nginx.failure === 'untrusted' ? 'nginx’s own certificate is not trusted by the given authority' : null,
    'nginx’s handshake': ({ nginx }) => (nginx.failure === 'tls' ? 'the TLS handshake with nginx itself fails' : null),
    'no answer in time': ({ nginx }) => (nginx.failure === 'timeout' ? 'no answer came through nginx in time' : null),
    'speaks plain': ({ protocol }) => (['http', 'grpc', 'tcp', 'uwsgi'].includes(protocol) ? `nginx speaks ${protocol} in plain text` : null),
    'speaks TLS': ({ protocol }) => (_protocols_js__WEBPACK_IMPORTED_MODULE_2__/* .tlsProtocols */ .l.has(protocol) ? 'nginx speaks TLS' : null),
    'speaks no HTTP': ({ protocol }) => ['fastcgi', 'uwsgi', 'suwsgi', 'scgi', 'memcached', 'grpc'].includes(protocol) ? `nginx speaks ${protocol}` : null,
    'speaks HTTP': ({ protocol }) => (protocol === 'http' ? 'nginx speaks HTTP' : null),
    'log: refused': isLogged('connect-refused', 'udp-refused'),
    refused: loggedOrDirect(['connect-refused', 'udp-refused'], ['refused']),
    'not reached': loggedOrDirect([
        'connect-refused',
        'udp-refused',
        'connect-unreachable',
        'connect-kernel-timeout',
        'timeout-connecting',
        'connect-other',
        'connect-reset',
    ], ['refused', 'unreachable', 'connect-timeout', 'not-resolved']),
    'log: TLS to plain': isLogged('tls-wrong-version', 'tls-plain-first'),
    'log: TLS refused': isLogged('tls-alert-name', 'tls-alert-handshake', 'tls-alert-version', 'tls-alert-client', 'tls-alert-alpn', 'tls-alert-other', 'tls-handshake-closed', 'tls-handshake-other'),
    'log: not trusted': isLogged('tls-verify', 'tls-name'),
    'log: another protocol': isLogged('fastcgi-version', 'http2-to-http1', 'not-http2', 'proxy-protocol'),
    'log: TLS answer': isLogged('http2-to-tls'),
    'log: not HTTP': isLogged('not-http'),
    'log: header too big': isLogged('header-too-big', 'http2-header-too-big'),
    'log: invalid response': isLogged('invalid-response', 'fastcgi-record', 'upgrade-in-subrequest'),
    'direct: invalid answer': hasDirect(['invalid']),
    'log: closed early': isLogged('closed-before-header', 'closed-early', 'fastcgi-closed-early'),
    'log: reset': isLogged('reset-before-header', 'reset', 'connect-reset', 'tls-broken', 'read-other', 'kevent-closed', 'stream-refused'),
    'log: reset or closed': isLogged('closed-before-header', 'closed-early', 'reset-before-header', 'reset', 'connect-reset', 'http2-to-http1', 'not-http', 'fastcgi-closed-early'),
    'log: no resolver': isLogged('no-resolver'),
    'log: not resolved': isLogged('name-not-found', 'name-timeout', 'name-failed', 'dns-unreachable'),
    'log: body too large': isLogged('body-too-large'),
    'log: limited': isLogged('limited'),
    'log: script not found': isLogged('script-not-found', 'script-not-given', 'script-not-readable', 'script-not-allowed'),
    'log: script failed': isLogged('script-fatal'),
    'log: nginx itself': ({ log }) => {
        const fault = firstFault(log);
        return fault?.rule.causes[0] === 'nginx-local' ? `the error log says “${shortened(fault.entry)}”` : null;
    },
    'log: a file was looked for': isLogged('file-missing', 'file-forbidden', 'forbidden'),
    'log: no live upstreams': ({ log }) => log.some((e) => (0,_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .ruleFor */ .s)(e)?.id === 'no-live-upstreams') ? 'the error log says “no live upstreams”' : null,
    'peer marked down': ({ target }) => (target.down ? `${target.written} is marked down` : null),
    'log: socket missing': isLogged('connect-unix-missing'),
    'log: socket denied': isLogged('connect-unix-permission'),
    'log: socket refused': isLogged('connect-unix-refused', 'connect-unix-busy'),
    'socket missing': ({ target, app, log }) => target.socket !== null && app.socket?.exists === false && !firstFault(log) ? `there is no ${target.socket}` : null,
    'socket dead': ({ target, app, log }) => target.socket !== null && app.socket?.exists && app.socket.listened === false && !firstFault(log)
        ? `nothing listens on ${target.socket}`
        : null,
    denied: loggedOrDirect(['connect-denied'], ['denied']),
    unreachable: loggedOrDirect(['connect-unreachable', 'connect-not-permitted', 'connect-other', 'read-unreachable'], ['unreachable']),
    'connecting timed out': loggedOrDirect(['timeout-connecting', 'connect-kernel-timeout'], ['connect-timeout']),
    'answering timed out': loggedOrDirect(['timeout-handshaking', 'timeout-later', 'timeout-unknown-phase', 'read-timeout'], ['response-timeout', 'connect-timeout']),
    'direct: answers': hasDirect(['answered', 'connected', 'cut']),
    'direct: answer goes on': ({ direct }) => {
        const found = direct.find((d) => d.probe === 'as-nginx' && d.goesOn);
        return found ? `a direct request to ${found.address} gets ${found.result}` : null;
    },
    'direct: closed early': (o) => (firstFault(o.log) || !failed(o) ? null : hasDirect(['closed'])(o)),
    'direct: reset': (o) => (firstFault(o.log) || !failed(o) ? null : hasDirect(['reset'])(o)),
    'direct: plain answers': hasDirect(['answered'], ['plain']),
    'direct: TLS answers': hasDirect(['answered'], ['tls', 'tls-name']),
    'direct: TLS to plain': hasDirect(['tls-plain']),
    'direct: not trusted': (o) => (firstFault(o.log) ? null : hasDirect(['tls-untrusted'])(o)),
    'direct: TLS refused': (o) => (firstFault(o.log) || !failed(o) ? null : hasDirect(['tls-failed'])(o)),
    'direct: TLS fails': hasDirect(['tls-failed']),
    'direct: HTTP answers': hasDirect(['answered'], ['http']),
    'direct: FastCGI answers': hasDirect(['answered'], ['fastcgi']),
    'direct: HTTP/2 answers': hasDirect(['answered'], ['http2']),
    'direct: another protocol': hasDirect(['other-protocol']),
    'direct: header too big': ({ direct, log, nginx }) => {
        const big = direct.find((d) => d.probe === 'as-nginx' && d.outcome === 'answered' && (d.headerBytes ?? 0) > usualBuffer);
        if (!big || firstFault(log) || nginx.status !== 502)
            return null;
        return `a direct request to ${big.address} is answered with ${big.headerBytes} bytes of headers, and nginx keeps one page (4 or 8 kB) for them unless it is told otherwise`;
    },
    'direct: invalid': (o) => (firstFault(o.log) || !failed(o) ? null : hasDirect(['invalid'])(o)),
    'direct: not resolved': (o) => (firstFault(o.log) || !failed(o) ? null : hasDirect(['not-resolved'])(o)),
    'direct: by its name it answers': hasDirect(['answered', 'connected'], ['name']),
    'direct: same failure': ({ direct, nginx }) => {
        const same = direct.find((d) => d.probe === 'as-nginx' && d.outcome === 'answered' && (0,_status_js__WEBPACK_IMPORTED_MODULE_3__/* .isServerError */ .G)(d.status));
        return same && (0,_status_js__WEBPACK_IMPORTED_MODULE_3__/* .isServerError */ .G)(nginx.status) ? `a direct request to ${same.address} gets ${same.result} as well` : null;
    },
    'app gone': ({ app }) => app.state === 'gone' || app.state === 'restarting' ? `${app.name ?? 'the app'} ${app.says ?? 'does not run'}` : null,
    'on no shared network': ({ app }) => (app.isApart ? `${app.name ?? 'the app'} runs, but shares no network with nginx now` : null),
    'app ended during this run': ({ app }) => app.endedDuringRun ? `${app.name ?? 'the app'} ended while these requests ran${app.state === 'gone' ? ` and ${app.says}` : ''}` : null,
    'nothing listens': ({ app }) => app.listeners !== null && app.listeners.length === 0
        ? `nothing listens in ${app.name ?? 'that network namespace'}${app.state === null && app.says !== null ? `; ${app.says}` : ''}`
        : null,
    'listens on loopback': (o) => {
        const found = samePort(o);
        if (!found || found.listeners.length === 0 || isLoopback(found.address))
            return null;
        return found.listeners.every((l) => isLoopback(l.address)) ? `it listens on ${listed(found.listeners)}` : null;
    },
    'listens on another address': (o) => {
        const found = samePort(o);
        if (!found || found.listeners.length === 0)
            return null;
        const all = isIpv6(found.address) ? '::' : '0.0.0.0';
        const taken = found.listeners.some((l) => l.address === found.address || l.address === all || l.address === '*');
        return taken ? null : `it listens on ${listed(found.listeners)}, not on ${found.address}`;
    },
    'listens on another port': (o) => {
        const found = samePort(o);
        const others = o.app.listeners ?? [];
        return found && found.listeners.length === 0 && others.length > 0 ? `it listens on ${listed(others)}, not on ${found.port}` : null;
    },
    'address is not the name’s any more': (o) => {
        const to = connectedTo(o);
        const now = o.app.addressesNow;
        if (to?.host == null || now === null || now.length === 0 || now.includes(to.host) || o.foreignUpstream !== null)
            return null;
        return `nginx connected to ${to.host}, but ${o.target.host} is ${now.slice(0, 4).join(', ')} now`;
    },
    'answered from elsewhere': ({ isStray, nginx, target, direct }) => isStray
        ? `nginx answered ${nginx.status}, but no address of ${target.host} takes a connection now (${direct[0]?.address}: ${direct[0]?.result})`
        : null,
    'upstream of no file': ({ foreignUpstream }) => foreignUpstream === null ? null : `nginx handed on to ${foreignUpstream}, which is in no file any more`,
    'own 5xx': ({ nginx }) => ((0,_status_js__WEBPACK_IMPORTED_MODULE_3__/* .isServerError */ .G)(nginx.status) ? `nginx answered ${nginx.status}` : null),
    'a return of its own': ({ ownReturn }) => (ownReturn ? `the configuration has \`${ownReturn}\` for some requests here` : null),
    'nginx alone': ({ nginx, log }) => nginx.status !== null && ![502, 504].includes(nginx.status) && firstFault(log) === null
        ? 'nginx’s log says nothing about an upstream'
        : null,
    'cut answer': ({ nginx }) => (nginx.failure === 'cut' ? 'the answer through nginx was cut' : null),
    'not what was expected': ({ nginx }) => nginx.unmet,
    'WebSocket lost': ({ upgrade }) => upgrade
        ? `${upgrade.address} takes a WebSocket upgrade (101), through nginx it is answered with ${upgrade.through ?? 'nothing'}`
        : null,
    'another server block': ({ nginx }) => (nginx.otherServer === null ? null : `the server block of ${nginx.otherServer} answered`),
    'any fault in the log': ({ log }) => {
        const fault = firstFault(log);
        return fault ? `the error log says “${shortened(fault.entry)}”` : null;
    },
};


/***/ }),

/***/ 483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ isServerError)
/* harmony export */ });
/** Whether a status says that a server failed. What lies outside HTTP's ranges (999 against robots) is an answer like any other. */
function isServerError(status) {
    return status !== null && status >= 500 && status <= 599;
}


/***/ })

};
