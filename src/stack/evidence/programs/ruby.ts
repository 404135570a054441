/** Ruby's servers. */
import { type Invocation, option, options, portOf, type Start } from '../bind.ts';
import { boundAt, byConvention, byDefault, type Conventions, everywhere, listensOn, loopback, type Readers } from './convention.ts';

export const conventions = {
  'rails server': { host: ['-b', '--binding'], port: ['-p', '--port'], portVariables: ['PORT'], defaultPort: 3000 },
  rackup: { host: ['-o', '--host'], port: ['-p', '--port'], defaultPort: 9292 },
  thin: { host: ['-a', '--address'], port: ['-p', '--port'], bind: ['-S', '--socket'], defaultPort: 3000 },
  unicorn: { bind: ['-l', '--listen'], host: ['-o', '--host'], port: ['-p', '--port'], defaultPort: 8080, unless: ['-c', '--config-file'] },
  unicorn_rails: {
    bind: ['-l', '--listen'],
    host: ['-o', '--host'],
    port: ['-p', '--port'],
    defaultPort: 8080,
    unless: ['-c', '--config-file'],
  },
  'passenger start': {
    host: ['-a', '--address'],
    port: ['-p', '--port'],
    bind: ['-S', '--socket'],
    portVariables: ['PASSENGER_PORT'],
    ...byDefault(3000, everywhere),
  },
  'jekyll serve': { host: ['-H', '--host'], port: ['-P', '--port'], ...byDefault(4000, loopback), unless: ['--config'] },
} as const satisfies Conventions;

export const readers: Readers = { puma, rails };

function puma({ program, args, lookup }: Invocation): Start {
  const base = { program, by: 'written', protocol: 'http' } as const;
  const binds = options(args, ['-b', '--bind']).flatMap((word) => {
    const text = word.text.replace(/\?.*$/, '');
    return boundAt({ ...word, text }, { ...base, protocol: text.startsWith('ssl:') ? 'https' : 'http' });
  });
  const word = option(args, ['-p', '--port']);
  const port = portOf(word?.text);
  if (word !== undefined && port !== null)
    binds.push({ ...base, port, socket: null, address: everywhere, at: word.at, certain: word.literal });
  if (binds.length > 0) return listensOn(program, binds);
  // config/puma.rb of every Rails application reads PORT and falls back to 3000; puma alone to 9292.
  const fallback = { ...base, by: 'default', port: portOf(lookup('PORT')), socket: null, address: null, at: null, certain: false } as const;
  return listensOn(program, [fallback]);
}

function rails(invocation: Invocation): Start | null {
  const command = invocation.args[0]?.text;
  if (command === undefined) return null;
  if (command !== 's' && command !== 'server') return listensOn('rails', []);
  return listensOn('rails server', byConvention('rails server', conventions['rails server'], invocation));
}
