/**
 * All checks of a stack. Their order decides which of several findings about one target is told:
 * name, started, network, loopback, published port, port, protocol.
 */
import { appBindsLoopback } from './app-binds-loopback.ts';
import type { Check } from './check.ts';
import { composeDollar } from './compose-dollar.ts';
import { composeInvalid } from './compose-invalid.ts';
import { configNotLoaded } from './config-not-loaded.ts';
import { defaultServerShadow } from './default-server-shadow.ts';
import { doubleSlash } from './double-slash.ts';
import { duplicateDirective } from './duplicate-directive.ts';
import { hostGatewayMissing } from './host-gateway-missing.ts';
import { includeCycle } from './include-cycle.ts';
import { listenMismatch } from './listen-mismatch.ts';
import { localhostFamily } from './localhost-family.ts';
import { loopbackTarget } from './loopback-target.ts';
import { missingFile } from './missing-file.ts';
import { missingResolver } from './missing-resolver.ts';
import { mountSourceMissing } from './mount-source-missing.ts';
import { noSharedNetwork } from './no-shared-network.ts';
import { notPublished } from './not-published.ts';
import { portMismatch } from './port-mismatch.ts';
import { protocolMismatch } from './protocol-mismatch.ts';
import { publishedPort } from './published-port.ts';
import { resolverCannotKnow } from './resolver-cannot-know.ts';
import { scriptPathMismatch } from './script-path-mismatch.ts';
import { serviceNotStarted } from './service-not-started.ts';
import { socketNotShared } from './socket-not-shared.ts';
import { startupOrder } from './startup-order.ts';
import { syntax } from './syntax.ts';
import { templateVariableUnset } from './template-variable-unset.ts';
import { timeoutHidesFault } from './timeout-hides-fault.ts';
import { unknownDirective } from './unknown-directive.ts';
import { unknownHost } from './unknown-host.ts';
import { upstreamInOtherContext } from './upstream-in-other-context.ts';
import { upstreamSniMissing } from './upstream-sni-missing.ts';
import { wrongArguments } from './wrong-arguments.ts';
import { wrongContext } from './wrong-context.ts';

export const checks: readonly Check[] = [
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
  composeInvalid,
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
const toldElsewhere: readonly Omit<Check, 'run'>[] = [
  { id: 'nginx-test', severity: 'error', summary: 'what the real `nginx -t` said that no check has said on that line' },
  { id: 'ignore-unused', severity: 'warning', summary: 'a comment suppresses a finding that is not there' },
  { id: 'ignore-without-reason', severity: 'warning', summary: 'a comment suppresses a finding and does not say why' },
];

/** Everything that a finding of `check` may be, as lists and pages show it. */
export const described: readonly Omit<Check, 'run'>[] = [...checks, ...toldElsewhere];

/** Every id that a finding of `check` may carry. */
export const checkIds: readonly string[] = described.map((check) => check.id);
