import { createPrivateKey, X509Certificate } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { makeStandIns } from '../../src/nginx-test/certificate.ts';

test('the stand-in certificate is a sound one, belongs to its key, and is new each time', () => {
  const { certificate, key, ticketKey } = makeStandIns();
  const read = new X509Certificate(certificate);
  expect(read.subject).toBe('CN=nginx-gate stand-in');
  expect(read.verify(read.publicKey)).toBe(true);
  expect(read.checkPrivateKey(createPrivateKey(key))).toBe(true);
  expect(new Date(read.validTo).getUTCFullYear()).toBe(2099);
  expect(ticketKey).toHaveLength(80);
  expect(makeStandIns().key).not.toBe(key);
});
