/**
 * What a program listens on, by its name and its command line. One file for each family of programs in programs/; each line
 * there is the program's own documentation, and a default is only taken where it does not hang on a file that may say otherwise.
 */
import { type Invocation, positionals, type Start } from './bind.ts';
import { anyProgram } from './programs/any-program.ts';
import { byConvention, type Convention, listensOn, type Readers } from './programs/convention.ts';
import * as dotnet from './programs/dotnet.ts';
import * as java from './programs/java.ts';
import * as node from './programs/node.ts';
import * as php from './programs/php.ts';
import * as python from './programs/python.ts';
import * as ruby from './programs/ruby.ts';
import * as servers from './programs/servers.ts';

const conventions = new Map<string, Convention>([node, php, python, ruby, servers].flatMap((family) => Object.entries(family.conventions)));

const readers = new Map<string, Readers[string]>(
  [dotnet, java, node, php, python, ruby, servers].flatMap((family) => Object.entries(family.readers)),
);

/** Programs that do a job and end, or that listen on nothing that nginx could reach. */
const silent =
  /^(?:echo|sleep|cd|mkdir|chown|chmod|cp|mv|rm|ln|ls|cat|cut|tr|sed|awk|grep|touch|printf|set|export|source|\.|test|\[|\[\[|true|false|until|while|do|done|fi|then|if|exit|return|nc|ncat|curl|wget|ping|getent|psql|pg_isready|mysqladmin|mysql|redis-cli|mc|alembic|prisma|knex|sequelize|typeorm|apt-get|apt|apk|yum|pip|pip3|composer|envsubst|git|find|date|id|whoami|pwd|read|local|shift|trap|unset|umask|crond|cron|wait|kill|tail)$/;

/** Whether a program of this name listens on nothing. */
export function isSilent(program: string): boolean {
  return silent.test(program);
}

/** Programs that start several others, so that what one binds says nothing about the rest. */
const several =
  /^(?:supervisord|s6-svscan|init|runsvdir|foreman|honcho|overmind|hivemind|goreman|concurrently|npm-run-all|run-p|turbo|lerna|nx|pm2|pm2-runtime|pm2-docker|systemd|monit|procodile|parallel)$/;

/** What one program listens on, by its own conventions. `program` of the invocation is the bare name. */
export function startOf(invocation: Invocation): Start {
  const { program, args } = invocation;
  const own = readers.get(program)?.(invocation) ?? null;
  if (own !== null) return own;
  if (silent.test(program)) return listensOn(program, []);
  if (several.test(program)) return { kind: 'several', program };
  // Options may stand in front of the sub-command: flask --app shop run.
  const names = positionals(args, []).map((word) => `${program} ${word.text}`);
  const name = names.slice(0, 6).find((words) => conventions.has(words)) ?? program;
  const convention = conventions.get(name);
  if (convention !== undefined) return listensOn(name, byConvention(name, convention, invocation));
  const binds = anyProgram(invocation);
  return binds.length > 0 ? listensOn(program, binds) : { kind: 'unknown', program };
}
