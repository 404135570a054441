/**
 * All checks of a stack. Their order decides which of several findings about one target is told:
 * name, started, network, loopback, published port, port, protocol.
 */
import { appBindsLoopback } from './app-binds-loopback.ts';
import type { Check } from './check.ts';
import { loopbackTarget } from './loopback-target.ts';
import { noSharedNetwork } from './no-shared-network.ts';
import { notPublished } from './not-published.ts';
import { portMismatch } from './port-mismatch.ts';
import { protocolMismatch } from './protocol-mismatch.ts';
import { publishedPort } from './published-port.ts';
import { serviceNotStarted } from './service-not-started.ts';
import { socketNotShared } from './socket-not-shared.ts';
import { unknownHost } from './unknown-host.ts';

export const checks: readonly Check[] = [
  unknownHost,
  serviceNotStarted,
  noSharedNetwork,
  loopbackTarget,
  notPublished,
  socketNotShared,
  publishedPort,
  portMismatch,
  appBindsLoopback,
  protocolMismatch,
];

/** Ids of findings that no check of the list above makes: they come from elsewhere, and the configuration may name them too. */
const otherIds = [
  'nginx-test',
  'ignore-unused',
  'ignore-without-reason',
  'syntax',
  'unknown-directive',
  'wrong-context',
  'wrong-arguments',
  'duplicate-directive',
  'include-cycle',
  'compose-invalid',
];

/** Every id that a finding of `check` may carry. */
export const checkIds: readonly string[] = [...new Set([...checks.map((check) => check.id), ...otherIds])];
