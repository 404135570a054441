/** Every cause that smoke and `explain` can name. The ids are a contract: `smoke/<id>` is the check of a finding. */
export type CauseId = keyof typeof causes;

/** What one cause means, for a person who has only the log line. */
export interface Cause {
  /** In a few words, for messages. */
  short: string;
  /** One sentence: what happened. */
  why: string;
  /** The smallest change that mends it. */
  fix: string;
  /** How to know this cause from the others that leave the same line. */
  tellApart: string;
}

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
    tellApart:
      '`ss -ltn` shows the right port on 127.0.0.1 or [::1]; a request inside the app’s container answers, one from nginx does not.',
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
} satisfies Record<string, Cause>;

export const causes: { readonly [id in keyof typeof table]: Cause } = table;
