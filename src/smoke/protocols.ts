import type { Protocol } from '../core/report.ts';

/** The protocols in which nginx speaks TLS to an endpoint. */
export const tlsProtocols: ReadonlySet<Protocol> = new Set(['https', 'grpcs', 'suwsgi', 'tls']);
