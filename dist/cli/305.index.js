export const id = 305;
export const ids = [305];
export const modules = {

/***/ 3305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  explainCommand: () => (/* binding */ explainCommand)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/checks/index.js + 39 modules
var checks = __webpack_require__(3939);
// EXTERNAL MODULE: ./lib/core/nearest.js
var nearest = __webpack_require__(6661);
// EXTERNAL MODULE: ./lib/smoke/causes.js
var causes = __webpack_require__(8345);
// EXTERNAL MODULE: ./lib/smoke/error-log.js
var error_log = __webpack_require__(1424);
// EXTERNAL MODULE: ./lib/smoke/messages.js
var messages = __webpack_require__(9105);
;// CONCATENATED MODULE: ./lib/smoke/nginx-t-messages.js
const environment = 'This is about the machine, not about the configuration: the same file can pass elsewhere.';
const configuration = 'This is the configuration’s own fault: it fails on every machine.';
const nginx_t_messages_hidden = 'nginx stops at its first fault, so more may follow.';
function rule(id, says, why, fix, tellApart = configuration) {
    return { id, says, why, fix, tellApart };
}
const configMessageRules = [
    rule('unknown-host', /^host not found in (?:upstream|resolver) "/, 'nginx resolves every literal name when it starts, and this one does not resolve.', 'Correct the name, attach nginx to the network of what carries it, or start that first; with `resolver` and a variable nginx asks per request.', `A name that is no service is a mistake; a service that starts later is a matter of order. ${environment}`),
    rule('nginx-test', /^host not found in /, 'A name in this directive does not resolve.', 'Correct the name, or write an address.', environment),
    rule('missing-file', /^(?:cannot load certificate(?: key)? "|BIO_new_file\("|SSL_CTX_load_verify_locations\("|X509_LOOKUP_load_file\("|cannot load CRL "|PEM_read_bio_\w+\(").{0,600}(?:No such file|no such file|:8000000[2D])/, 'A certificate, key or list that the configuration names is not there, or nginx may not read it.', 'Put the file at this path (mount it, or make it before nginx starts), or correct the path.', environment),
    rule('nginx-test', /^cannot load certificate/, 'A certificate or key cannot be read as PEM.', 'Replace the file by a sound PEM file.'),
    rule('nginx-test', /^SSL_CTX_use_PrivateKey\(.{0,600}mismatch/, 'Certificate and key do not belong together.', 'Deploy the pair that was made together.'),
    rule('nginx-test', /^SSL_(?:CTX|CONF)_?\w*\(/, 'OpenSSL does not accept this value.', 'Use a value that the image’s OpenSSL knows.'),
    rule('nginx-test', /^no "\w*ssl_certificate(?:_key)?" is defined/, 'A TLS listener or client has no certificate or key.', 'Add ssl_certificate and ssl_certificate_key, or take `ssl` off the listen.'),
    rule('missing-file', /^open\(\) "[^"]{1,1000}" failed \((?:2|20): /, 'A file that nginx opens at its start is not there.', 'Correct the path, mount the file, or make its folder before nginx starts.', 'With "in FILE:LINE" it is an include or a map’s file; without, a log or pid file whose folder is missing.'),
    rule('nginx-test', /^(?:open|mkdir|pread)\(\) "[^"]{1,1000}" failed \(/, 'nginx may not open this file or folder, or it is of the wrong kind.', 'Give the user that starts nginx access, or a writable folder (tmpfs).', environment),
    rule('nginx-test', /^chown\(|^could not open error log file/, 'nginx cannot set up its folders and logs as the user that starts it.', 'Start it as root, or give it writable folders.', environment),
    rule('nginx-test', /^get(?:pw|gr)nam\(/, 'The user or group of the `user` directive does not exist in this image.', 'Name a user of the image (nginx or www-data), or make it.', environment),
    rule('nginx-test', /^the "user" directive makes sense only/, 'nginx does not start as root, so `user` has no effect.', 'Nothing to mend; drop the directive if the warning disturbs.', environment),
    rule('nginx-test', /^(?:still could not )?bind\(\)|^try again to bind\(\)/, 'nginx cannot take one of its listen addresses.', 'Free the port (another process has it), allow the user low ports, or correct the address.', 'Code 98 is a port in use, 13 a low port without the right, 99 an address that this machine does not have.'),
    rule('nginx-test', /^socket\(\) \S{1,200} failed \(97: /, 'This machine has no IPv6.', 'Take the `listen [::]:…` line out, or switch IPv6 on.', environment),
    rule('nginx-test', /^(?:dlopen\(\) "|module ")/, 'A module cannot be loaded: missing, or built for another nginx.', 'Use the image that has the module, or install the one of this version.', environment),
    rule('unknown-directive', /^unknown directive "/, 'nginx does not know this directive.', 'Correct its name; if a module brings it, load the module or use the image that has it.', `A slip of the pen, or a module that this image lacks. ${nginx_t_messages_hidden}`),
    rule('wrong-context', /^"[^"]{1,200}" directive is not allowed here/, 'The directive may not stand in this block.', 'Move it to a block where it may stand (http, server, location …).', nginx_t_messages_hidden),
    rule('wrong-arguments', /^invalid number of arguments in "/, 'The directive has too many or too few arguments; often the line before lacks its semicolon.', 'Give it the arguments that it takes, and look at the line before.', nginx_t_messages_hidden),
    rule('syntax', /^(?:directive "[^"]{0,400}" (?:is not terminated|has no opening)|unexpected (?:"|end of file)|too long parameter)/, 'A semicolon, brace or quote is missing or stands too much.', 'Mend it at or before the line that is named: nginx sees it only where the next thing does not fit.', nginx_t_messages_hidden),
    rule('duplicate-directive', /^(?:"[^"]{1,200}" directive is duplicate|duplicate location "|a duplicate |duplicate listen options|duplicate upstream ")/, 'The same thing is defined twice where nginx takes one.', 'Remove one of the two.', nginx_t_messages_hidden),
    rule('wrong-arguments', /^(?:invalid (?:value|parameter|condition|number|port|host|port range|keys? zone|zone size|URL prefix|IPv6)|"[^"]{1,200}" directive invalid|no host in upstream)/, 'nginx does not accept this value.', 'Write a value that the directive takes.', nginx_t_messages_hidden),
    rule('nginx-test', /^no port in upstream "/, 'This kind of target needs a port.', 'Add the port, or define an upstream of this name.', nginx_t_messages_hidden),
    rule('nginx-test', /^no servers (?:are inside|in) upstream/, 'The upstream has no server.', 'Add a `server` line.', nginx_t_messages_hidden),
    rule('nginx-test', /^upstream "[^"]{1,400}" may not have port/, 'The target names an upstream block and a port.', 'Take the port off the target; it belongs to the server lines.', nginx_t_messages_hidden),
    rule('template-variable-unset', /^unknown "[^"]{1,200}" variable/, 'A variable that nginx does not define and nothing sets.', 'Define it with `set` or `map`, correct its name, or let the template’s variable be rendered.', nginx_t_messages_hidden),
    rule('missing-resolver', /^no resolver defined/, 'A name must be resolved at run time and no resolver is named.', 'Add `resolver 127.0.0.11 valid=10s;` (Docker’s DNS; elsewhere your own).', nginx_t_messages_hidden),
    rule('nginx-test', /^"(?:proxy|grpc)_pass" cannot have URI part/, 'A target in a regex or named location, `if` or `limit_except` takes no path.', 'Take the path off the target, and use `rewrite` where it is needed.', nginx_t_messages_hidden),
    rule('nginx-test', /^conflicting server name "/, 'Two server blocks claim the same name on the same address; the later is ignored.', 'Give each its own name, or remove the one that nobody needs (often the image’s default.conf).', 'A warning: nginx starts, and the first block answers.'),
    rule('nginx-test', /^"ssl_stapling" ignored|^\d+ worker_connections exceed/, 'A note about the machine or the certificate; nginx starts.', 'Nothing has to be mended.', environment),
    rule('nginx-test', /^the "[^"]{1,200}" directive is deprecated/, 'The directive is deprecated.', 'Use the one that the message names.', 'A warning: nginx starts.'),
    rule('nginx-test', /^(?:pcre2?_compile\(\) failed|unknown log format|zero size shared memory|"\w+" zone "|zone "|keys zone|could not build|"load_module" directive is specified too late|no "events" section|location "|"(?:alias|root)" directive|"\w+_(?:busy_buffers_size|temp_file_write_size|max_temp_file_size)"|"proxy_redirect default"|load balancing method redefined|protocol options redefined|low address bits|duplicate |server name "|mmap\(|munmap\()/, 'nginx does not accept the configuration as it is.', 'Mend what the message names, at the line that it names.', nginx_t_messages_hidden),
    rule('nginx-test', /^no (?:proxy|grpc|uwsgi)_ssl_trusted_certificate for|^no ssl_(?:client|trusted)_certificate for/, 'Verifying a certificate needs a list of trusted ones, and none is named.', 'Name the CA with proxy_ssl_trusted_certificate (or the directive that the message names).'),
    rule('nginx-test', /^(?:GeoIP|MMDB)_open\("/, 'The database that the module opens is not there.', 'Put the database at this path.', environment),
    rule('nginx-test', /^configuration file \S{1,1000} test failed/, 'The test failed; the message before this one says why.', 'Mend what the first message names.', nginx_t_messages_hidden),
];

// EXTERNAL MODULE: ./lib/smoke/signs.js
var signs = __webpack_require__(1739);
;// CONCATENATED MODULE: ./lib/smoke/explain.js





/** More is no log line; the rest is not read. */
const longest = 65_536;
/**
 * What a line of nginx's error log, or of `nginx -t`, means. Several lines may be given: the first that says why is explained.
 * The ids are those of smoke's causes, and for `nginx -t` those of the checks that tell the same.
 */
function explainLine(text) {
    const entry = chosenEntry(text.slice(0, longest));
    const configured = configurationFault(entry);
    if (configured)
        return configured;
    const rule = (0,messages/* ruleFor */.s)(entry);
    const ids = rule?.causes ?? [];
    return {
        schema: 'nginx-gate-explain/1',
        kind: 'log',
        fields: fieldsOf(entry),
        causes: ids.map((id, index) => {
            const { why, fix, tellApart } = causes/* causes */.p[id];
            return { id, why: (index === 0 && rule?.means) || why, fix, tellApart };
        }),
    };
}
function chosenEntry(text) {
    const entries = (0,error_log/* logEntries */.Jd)(text);
    if (entries.length === 0)
        return (0,error_log/* parseEntry */.ER)(text);
    return (0,signs/* firstFault */.Rf)(entries)?.entry ?? entries.find((e) => (0,messages/* ruleFor */.s)(e)) ?? entries[0] ?? (0,error_log/* parseEntry */.ER)(text);
}
/** `in /etc/nginx/conf.d/app.conf:7` at the end of a message about the configuration. */
const place = / in (\S{1,1000}):(\d{1,7})$/;
function configurationFault(entry) {
    // A request's entry has its connection's number or its client; what nginx says about its configuration has neither.
    if (entry.connection !== null || entry.client !== null || entry.phase !== null)
        return null;
    const message = entry.message.replace(/^nginx: (?:\[\w+\] )?/, '');
    const found = configMessageRules.find((rule) => rule.says.test(message));
    const at = place.exec(message);
    if (!found && at === null && message === entry.message)
        return null;
    const fields = fieldsOf({ ...entry, message: at ? message.slice(0, at.index) : message });
    if (at?.[1] !== undefined) {
        fields.file = at[1];
        fields.line = Number(at[2]);
    }
    const known = found ? [{ id: found.id, why: found.why, fix: found.fix, tellApart: found.tellApart }] : [];
    return { schema: 'nginx-gate-explain/1', kind: 'nginx-t', fields, causes: known };
}
function fieldsOf(entry) {
    const { time, level, connection, message, errno, phase, client, server, request, subrequest, upstream, host, resolver } = entry;
    const all = { time, level, connection, message, errno, phase, client, server, request, subrequest, upstream, host, resolver };
    const fields = {};
    for (const [name, value] of Object.entries(all))
        if (value !== null)
            fields[name] = value;
    return fields;
}

// EXTERNAL MODULE: ./lib/gate/rules.js + 1 modules
var rules = __webpack_require__(6136);
;// CONCATENATED MODULE: ./lib/gate/explain.js





/** What a check, or a line of nginx's log or of `nginx -t`, means. @throws GateError for a word that is no check */
function explain(text) {
    const page = (0,rules/* pageOf */.ZZ)(text);
    if (page !== undefined)
        return checkExplanation(text, page);
    if (/^[a-z0-9/-]+$/.test(text))
        throw new errors/* GateError */.u(unknownCheck(text));
    return explainLine(text);
}
function unknownCheck(word) {
    const near = (0,nearest/* nearest */.p)(word, rules/* explained */.to);
    return `There is no check "${word}"${near ? `; did you mean "${near}"?` : `. The checks are ${rules/* explained */.to.join(', ')}.`}`;
}
/** A check as an explanation: its summary says why, the last section of its page what to do. */
function checkExplanation(id, page) {
    const check = checks/* described */.WY.find((c) => c.id === id);
    return {
        schema: 'nginx-gate-explain/1',
        kind: 'check',
        fields: { check: id, severity: check?.severity ?? 'error' },
        causes: [{ id, why: check?.summary ?? firstParagraph(page), fix: section(page, 'What to do'), tellApart: '' }],
    };
}
function firstParagraph(page) {
    const parts = page.split(/\n{2,}/);
    const first = parts.find((part) => part.trim() !== '' && !part.startsWith('#')) ?? '';
    return first.replace(/\s+/g, ' ').trim();
}
/** The text below a heading. */
function section(page, heading) {
    const found = page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
    return found.slice(heading.length).trim();
}

// EXTERNAL MODULE: ./lib/report/visible.js
var visible = __webpack_require__(5944);
// EXTERNAL MODULE: ./lib/command-line/output.js
var output = __webpack_require__(8273);
;// CONCATENATED MODULE: ./lib/command-line/explain.js





/** `nginx-gate explain`: a check's page, or what a line of nginx's log or of `nginx -t` means. @throws GateError when nothing is named */
function explainCommand(line) {
    const text = line.rest.join(' ').trim();
    if (text === '')
        throw new errors/* GateError */.u(`Name a check or a log line: nginx-gate explain port-mismatch. The checks are ${rules/* explained */.to.join(', ')}.`);
    const format = line.value('format');
    if (format !== 'text' && format !== 'json')
        throw new errors/* GateError */.u('explain prints --format text or json.');
    const explanation = explain(text);
    (0,output/* writeReport */.u5)(format === 'json' ? `${JSON.stringify(explanation, null, 2)}\n` : ((0,rules/* pageOf */.ZZ)(text) ?? textOf(explanation)), undefined);
    return 0;
}
function textOf({ fields, causes }) {
    const known = Object.entries(fields).flatMap(([name, value]) => (value === '' ? [] : [`  ${name.padEnd(10)} ${(0,visible/* visible */.RK)(String(value))}`]));
    const seen = known.length > 0 ? `${known.join('\n')}\n\n` : '';
    if (causes.length === 0)
        return `${seen}Nobody knows this line: it is none of nginx's messages that nginx-gate has learnt.\n`;
    const told = causes.map(({ id, why, fix, tellApart }, i) => {
        const lines = [`${i + 1}. ${id}: ${why}`, `   fix: ${fix}`, ...(tellApart ? [`   tell apart: ${tellApart}`] : [])];
        return `${lines.join('\n')}\n`;
    });
    return `${seen}${told.join('\n')}`;
}


/***/ })

};
