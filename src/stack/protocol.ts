/** Whether nginx speaks to an endpoint in the protocol that is spoken there. */
import type { Service } from '../compose/model.ts';
import type { Endpoint, PortEvidence } from './model.ts';
import type { Fault } from './verdict.ts';

/** Servers that speak HTTP/1 alone where they have no TLS, by their own documentation: gRPC needs HTTP/2. */
const http1Only =
  /^(?:gunicorn|uvicorn|waitress(?:-serve)?|flask run|manage\.py runserver(?:_plus)?|puma|unicorn(?:_rails)?|thin|streamlit run|php -S|artisan serve|http\.server)$/;

/** The fault where certain evidence says that another protocol is spoken on the target's port; null without one. */
export function protocolFault(endpoint: Endpoint, service: Service, statements: readonly PortEvidence[]): Fault | null {
  const own = statements.filter((item) => isOfSameFile(item, endpoint));
  const matching = own.length > 0 ? own : statements;
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
  // Many a server of HTTP takes HTTP/2 without TLS as well, and with it gRPC.
  if (expected === 'grpc' && first.protocol === 'http' && !http1Only.test(first.program ?? '')) return null;
  return { check: 'protocol-mismatch', service, speaks: first.protocol as string, evidence: first, expected };
}

/** A server of the very file that the target stands in: where that is loaded, the port is that server's. */
function isOfSameFile({ kind, at }: PortEvidence, { reach, target }: Endpoint): boolean {
  return reach.kind === 'service' && reach.self && kind === 'listen' && at?.file === target.at.file;
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
