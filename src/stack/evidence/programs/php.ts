/** PHP: its built-in server, php-fpm, Laravel's artisan. */
import { type Invocation, option, type Start } from '../bind.ts';
import {
  boundAt,
  byConvention,
  byDefault,
  type Convention,
  type Conventions,
  everywhere,
  listensOn,
  longOptions,
  loopback,
  type Readers,
  variables,
} from './convention.ts';

export const conventions: Conventions = {
  'artisan serve': { ...longOptions, ...variables('SERVER'), ...byDefault(8000, loopback) },
  'artisan octane:start': { ...longOptions, ...variables('OCTANE'), ...byDefault(8000, loopback) },
  'artisan octane:frankenphp': { ...longOptions, ...variables('OCTANE'), ...byDefault(8000, loopback) },
  'artisan reverb:start': { ...longOptions, ...variables('REVERB_SERVER'), ...byDefault(8080, everywhere) },
  'artisan websockets:serve': { ...longOptions, ...byDefault(6001, everywhere) },
  'frankenphp php-server': { bind: ['--listen', '-l'], defaultPort: 80 },
};

export const readers: Readers = {
  php,
  php8: php,
  'php-fpm': fpm,
  'php-fpm7': fpm,
  'php-fpm8': fpm,
  artisan,
};

function php({ args, lookup }: Invocation): Start {
  const server = option(args, ['-S']);
  if (server !== undefined) return listensOn('php -S', boundAt(server, { program: 'php -S', protocol: 'http', by: 'written' }));
  const script = args.findIndex((word) => /(^|\/)artisan$/.test(word.text));
  if (script >= 0) return artisan({ program: 'artisan', args: args.slice(script + 1), lookup });
  return { kind: 'unknown', program: 'php' };
}

/** Its pools may listen elsewhere: the image's own listens on 9000. */
function fpm({ program }: Invocation): Start {
  const pool = { port: 9000, socket: null, address: null, protocol: 'fastcgi', program, at: null, by: 'default', certain: false } as const;
  return listensOn(program, [pool]);
}

/** artisan's other commands do a job and end. */
function artisan({ program, args, lookup }: Invocation): Start {
  const name = `artisan ${args[0]?.text}`;
  const convention: Convention | undefined = Object.hasOwn(conventions, name) ? conventions[name] : undefined;
  if (convention === undefined) return listensOn(program, []);
  return listensOn(name, byConvention(`php ${name}`, convention, { program, args: args.slice(1), lookup }));
}
