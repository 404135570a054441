import { describe, expect, test } from '@jest/globals';
import { imagePorts, knownImagePorts } from '../../src/stack/evidence/image-ports.ts';

describe('ports of well-known images', () => {
  test.each<[string, number[] | null]>([
    ['php:8.4-fpm', [9000]],
    ['php:8.4-apache', [80]],
    ['php:8.4-cli', null],
    ['wordpress', [80]],
    ['wordpress:6-fpm-alpine', [9000]],
    ['docker.io/library/postgres:17', [5432]],
    ['mirror.gcr.io/postgres:17.9-bookworm', [5432]],
    ['registry.example:5000/mirror/library/redis', [6379]],
    ['postgres@sha256:0123', [5432]],
    ['grafana/grafana-oss:11.1.0', [3000]],
    ['quay.io/keycloak/keycloak:26', [8080, 8443, 9000]],
    ['doccano/doccano:backend', [8000]],
    ['doccano/doccano:frontend', [8080]],
    ['someone/postgres-backup', null],
    ['shop/api:3', null],
    ['php:$' + '{PHP_VERSION}', null],
  ])('%s', (reference, ports) => {
    expect(knownImagePorts(reference)?.ports ?? null).toEqual(ports);
  });

  test('nothing is known of no image', () => {
    expect(knownImagePorts(null)).toBeNull();
  });

  test('each row names where it is from', () => {
    for (const { source } of imagePorts) expect(source).toMatch(/^https:\/\/[\w.-]+\/\S+(?: https:\/\/[\w.-]+\/\S+)*$/);
  });

  test('no row lies behind another that takes all its images', () => {
    const same = imagePorts.filter((row, at) =>
      imagePorts.slice(0, at).some((earlier) => earlier.tag === undefined && earlier.image.source === row.image.source),
    );
    expect(same).toEqual([]);
  });
});
