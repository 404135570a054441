/**
 * Stand-ins for the secrets that come at deploy time: a self-signed pair, Diffie-Hellman parameters, an empty revocation list.
 * Made anew in each run, so that no private key stands in the source.
 */
import { createDiffieHellmanGroup, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** PEM texts that go together: each certificate file may take the place of any other. */
export interface StandIns {
  certificate: string;
  key: string;
  revocationList: string;
  /** 2048 bits, group 14 of RFC 3526. */
  dhParameters: string;
  /** 80 bytes, as `ssl_session_ticket_key` wants them. */
  ticketKey: Uint8Array;
}

const ecdsaWithSha256 = '1.2.840.10045.4.3.2';
const commonName = '2.5.4.3';

/** A pair on P-256 with SHA-256, which every security level of OpenSSL takes. */
export function makeStandIns(): StandIns {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const name = sequence(der(0x31, sequence(oid(commonName), der(0x0c, Buffer.from('nginx-gate stand-in')))));
  const certificate = signed(privateKey, certificateBody(name, publicKey));
  const list = signed(privateKey, sequence(sequence(oid(ecdsaWithSha256)), name, time('20200101000000Z')));
  return {
    certificate: pem('CERTIFICATE', certificate),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    revocationList: pem('X509 CRL', list),
    dhParameters: pem('DH PARAMETERS', dhParameters()),
    ticketKey: randomBytes(80),
  };
}

function certificateBody(name: Buffer, publicKey: KeyObject): Buffer {
  const version3 = der(0xa0, integer(Buffer.from([2])));
  const validity = sequence(time('20200101000000Z'), time('20991231235959Z'));
  const key = publicKey.export({ type: 'spki', format: 'der' });
  return sequence(version3, integer(Buffer.from([1])), sequence(oid(ecdsaWithSha256)), name, validity, name, key);
}

function dhParameters(): Buffer {
  const group = createDiffieHellmanGroup('modp14');
  return sequence(integer(group.getPrime()), integer(group.getGenerator()));
}

function signed(key: KeyObject, body: Buffer): Buffer {
  return sequence(body, sequence(oid(ecdsaWithSha256)), der(0x03, Buffer.from([0]), sign('sha256', body, key)));
}

/** One value in DER: tag, length, content. */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  if (content.length < 0x80) return Buffer.concat([Buffer.from([tag, content.length]), content]);
  const length = content.length < 0x100 ? [0x81, content.length] : [0x82, content.length >> 8, content.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

function sequence(...parts: Buffer[]): Buffer {
  return der(0x30, ...parts);
}

function integer(bytes: Buffer): Buffer {
  return (bytes[0] ?? 0) & 0x80 ? der(0x02, Buffer.from([0]), bytes) : der(0x02, bytes);
}

function time(text: string): Buffer {
  return der(0x18, Buffer.from(text));
}

function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return der(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(value: number): number[] {
  const digits = [value & 0x7f];
  for (let rest = value >> 7; rest > 0; rest >>= 7) digits.unshift((rest & 0x7f) | 0x80);
  return digits;
}

function pem(label: string, bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}
