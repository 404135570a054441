import { targetCheck } from './target.ts';
import { addressOf, answers502, handsOn, placesOf } from './words.ts';

const right: Record<string, string> = {
  http: 'proxy_pass http://',
  https: 'proxy_pass https://',
  fastcgi: 'fastcgi_pass',
  uwsgi: 'uwsgi_pass',
  grpc: 'grpc_pass',
};

export const protocolMismatch = targetCheck(
  'protocol-mismatch',
  'error',
  'nginx speaks another protocol than the app',
  (endpoint, { service, speaks, evidence, expected }) => ({
    message: `${handsOn(endpoint)} ${addressOf(endpoint)} in ${spell(expected)}, but ${service.name} speaks ${spell(speaks)} there.`,
    why: answers502(endpoint),
    fix: { message: `Use ${right[speaks] ?? speaks}.` },
    related: placesOf([evidence]),
  }),
);

function spell(protocol: string): string {
  return protocol === 'fastcgi'
    ? 'FastCGI'
    : protocol === 'uwsgi'
      ? "uwsgi's own protocol"
      : protocol === 'grpc'
        ? 'gRPC'
        : protocol.toUpperCase();
}
