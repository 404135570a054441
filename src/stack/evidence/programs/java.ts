/** Java: the port stands in a system property. */
import { type Invocation, option, portOf, type Start } from '../bind.ts';
import { listensOn, type Readers, splitOptions } from './convention.ts';

export const readers: Readers = { java };

const properties = ['-Dserver.port', '--server.port', '-Dquarkus.http.port', '-Dmicronaut.server.port', '-Djetty.http.port', '-Dhttp.port'];

function java({ program, args, lookup }: Invocation): Start {
  const all = [...splitOptions(lookup('JAVA_TOOL_OPTIONS')), ...splitOptions(lookup('JAVA_OPTS')), ...args];
  const word = option(all, properties);
  if (word === undefined) return { kind: 'unknown', program };
  const port = portOf(word.text);
  const base = { socket: null, address: null, protocol: null, program: 'java', by: 'written' } as const;
  return listensOn(program, [{ ...base, port, at: word.at, certain: word.literal && port !== null }]);
}
