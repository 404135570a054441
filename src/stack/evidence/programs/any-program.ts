/** A program that nobody here knows: options that nearly every server means in one way. */
import { type Bind, type Invocation, option, options, parseAddress, portOf } from '../bind.ts';
import type { CommandWord } from '../command-line.ts';

const commonBind = [
  '--bind',
  '--listen',
  '-listen',
  '--addr',
  '-addr',
  '--address',
  '-address',
  '--http-addr',
  '--http-address',
  '--listen-address',
  '--web.listen-address',
  '--server.address',
  '--http',
  '-http',
];
const commonPort = ['--port', '-port', '--http-port', '-http-port', '--server-port', '--server.port', '--listen-port', '--web-port'];
const commonHost = ['--host', '-host', '--hostname', '--bind', '--address', '--ip'];

const listenWord = /^(?:0\.0\.0\.0|\[::\]|\*|127\.0\.0\.1|localhost)?:\d{2,5}$/;

/** What an unknown program listens on, as far as its command line tells. */
export function anyProgram({ program, args }: Invocation): Bind[] {
  const base = { program, protocol: null, by: 'written', socket: null } as const;
  const address = commonAddress(args);
  const atPort = (word: CommandWord, certain: boolean): Bind[] => {
    const port = portOf(word.text);
    return port === null ? [] : [{ ...base, port, address, at: word.at, certain }];
  };
  // With a name as its host a program is most likely the client of that port.
  const binds = options(args, commonPort).flatMap((word) => atPort(word, word.literal && !isName(address)));
  for (const word of options(args, commonBind)) {
    const parsed = parseAddress(word.text);
    if (parsed !== null) binds.push({ ...base, ...parsed, at: word.at, certain: word.literal && !isName(parsed.address) });
  }
  for (const word of listenWords(args)) {
    const parsed = parseAddress(word.text);
    if (parsed === null || binds.some((bind) => bind.port === parsed.port)) continue;
    binds.push({ ...base, ...parsed, at: word.at, certain: word.literal && word.text.includes('.') });
  }
  return [...binds, ...options(args, ['-p', '-P']).flatMap((word) => atPort(word, false))];
}

/** Whether an address is the name of a machine, where a server would have one of its own addresses. */
function isName(address: string | null): boolean {
  return address !== null && /[a-z]/i.test(address) && address !== 'localhost' && !address.includes(':');
}

function commonAddress(args: readonly CommandWord[]): string | null {
  const word = option(args, commonHost);
  return word?.literal && portOf(word.text) === null && parseAddress(word.text) === null ? word.text : null;
}

/** Words like `:8080`. The value of an unknown option may be another listener than the one that serves: metrics, gRPC. */
function listenWords(args: readonly CommandWord[]): CommandWord[] {
  return args.filter((word, at) => {
    const before = args[at - 1]?.text ?? '';
    return (!before.startsWith('-') || before.includes('=')) && listenWord.test(word.text);
  });
}
