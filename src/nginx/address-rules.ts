import { type Complaint, wrong } from './complaint.ts';
import type { Word } from './model.ts';
import { isTemplate } from './parameters.ts';

/** What an address may be besides host and port. */
export interface AddressForm {
  /** Whether a path may follow. */
  uri: boolean;
  /** Whether nginx takes it without a port. */
  defaultPort: boolean;
  /** The address of a `listen`: a port alone or a range will do. */
  listen?: boolean;
}

/**
 * What nginx's own reading of an address refuses (`ngx_parse_url`), without resolving names.
 * @param text the address, without scheme
 * @param where what nginx calls it: `in upstream`, or `of the "listen" directive` behind the quoted text
 */
export function checkAddress(word: Word, text: string, form: AddressForm): Complaint | null {
  if (isTemplate(text)) return null;
  const fault = addressFault(text, form);
  if (fault === null) return null;
  const says = form.listen ? `${fault} in "${text}" of the "listen" directive` : `${fault} in upstream "${text}"`;
  return wrong(
    says,
    `nginx can't read the address "${text}": ${fault}.`,
    fault === 'no port' ? `Write the port: ${text}:PORT.` : null,
    word,
  );
}

function addressFault(text: string, form: AddressForm): string | null {
  if (/^unix:/i.test(text)) return socketFault(text.slice(5), form);
  if (text.startsWith('[')) return inet6Fault(text, form);
  const path = text.search(/[/?]/);
  if (path >= 0 && !form.uri) return 'invalid host';
  const authority = path < 0 ? text : text.slice(0, path);
  const colon = authority.indexOf(':');
  if (colon < 0) {
    if (form.listen && /^\d+(-\d+)?$/.test(authority)) return portFault(authority);
    if (authority === '') return 'no host';
    return form.defaultPort ? null : 'no port';
  }
  const port = authority.slice(colon + 1);
  if (form.listen ? !/^\d+(-\d+)?$/.test(port) : !/^\d+$/.test(port)) return 'invalid port';
  return portFault(port) ?? (colon === 0 ? 'no host' : null);
}

function inet6Fault(text: string, form: AddressForm): string | null {
  const match = /^\[([^\]]*)\](?::([^/?]*))?(.*)$/s.exec(text);
  if (match === null) return 'invalid host';
  const [, address = '', port, rest = ''] = match;
  if (rest !== '' && (!form.uri || !/^[/?]/.test(rest))) return /^[/?]/.test(rest) ? 'invalid host' : 'invalid port';
  if (port === undefined && !form.defaultPort && !form.listen) return 'no port';
  if (port !== undefined) {
    if (form.listen ? !/^\d+(-\d+)?$/.test(port) : !/^\d+$/.test(port)) return 'invalid port';
    const fault = portFault(port);
    if (fault !== null) return fault;
  }
  return /^[0-9a-fA-F:.]+$/.test(address) && address.includes(':') ? null : 'invalid IPv6 address';
}

function socketFault(path: string, form: AddressForm): string | null {
  const end = form.uri ? path.indexOf(':') : -1;
  const socket = end < 0 ? path : path.slice(0, end);
  if (socket === '') return 'no path in the unix domain socket';
  return Buffer.byteLength(socket) > 107 ? 'too long path in the unix domain socket' : null;
}

function portFault(text: string): string | null {
  const [from = 0, to] = text.split('-').map(Number);
  if (to !== undefined && (to < 1 || to > 65535)) return 'invalid port';
  if (from < 1 || from > 65535) return 'invalid port';
  return to !== undefined && from > to ? 'invalid port range' : null;
}
