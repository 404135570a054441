/** Whether nginx speaks to an endpoint in the protocol that is spoken there. */
import type { Service } from '../compose/model.ts';
import type { Endpoint, PortEvidence } from './model.ts';
import type { Fault } from './verdict.ts';

/** The fault where certain evidence says that another protocol is spoken on the target's port; null without one. */
export function protocolFault(endpoint: Endpoint, service: Service, matching: readonly PortEvidence[]): Fault | null {
  const spoken = matching.filter(
    (item) =>
      item.certain && item.protocol !== null && item.protocol !== 'tcp' && (item.strength === 'binds' || item.protocol === 'fastcgi'),
  );
  const first = spoken[0];
  if (first === undefined || !spoken.every((item) => item.protocol === first.protocol)) return null;
  if (matching.some((item) => item.strength === 'binds' && item.protocol !== null && item.protocol !== first.protocol)) return null;
  const expected = endpoint.target.protocol;
  const fits = accepts(expected);
  if (fits === null || fits.includes(first.protocol as string)) return null;
  return { check: 'protocol-mismatch', service, speaks: first.protocol as string, evidence: first, expected };
}

/** What an endpoint of one of nginx's protocols may speak; null where nothing is concluded. */
function accepts(protocol: Endpoint['target']['protocol']): string[] | null {
  switch (protocol) {
    case 'http':
      return ['http', 'grpc'];
    case 'https':
      return ['https'];
    case 'fastcgi':
      return ['fastcgi'];
    case 'uwsgi':
    case 'suwsgi':
      return ['uwsgi'];
    case 'grpc':
      return ['grpc'];
    default:
      return null;
  }
}
