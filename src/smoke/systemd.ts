import type { Place, Ran } from './vantage.ts';

/** A service as systemd sees it. */
export interface Unit {
  /** `php8.2-fpm.service`. */
  name: string;
  /** active, inactive, failed, activating … */
  state: string;
}

/** What runs an nginx as a unit. */
const nginxUnits = ['nginx', 'openresty', 'angie'] as const;
const brief = { timeout: 10 };

/** The state of nginx's own unit; null without systemd, or when no unit of nginx's is known to it. */
export async function nginxUnit(place: Place): Promise<Unit | null> {
  const ran = await place.run(['systemctl', 'is-active', ...nginxUnits], brief);
  const states = ran.stdout.trim().split('\n');
  // An unknown unit is said to be inactive as well.
  const known = nginxUnits.flatMap((name, index) => ({ name: `${name}.service`, state: states[index] ?? 'unknown' }));
  return known.find(({ state }) => /^(?:active|activating|failed|reloading|deactivating)$/.test(state)) ?? null;
}

/** What nginx's unit wrote to the journal, without the journal's own columns; empty where it may not be read. */
export async function nginxJournal(place: Place, lines: '20' | '5000'): Promise<string> {
  const words = ['journalctl', ...nginxUnits.flatMap((name) => ['-u', name]), '--no-pager', '-q', '-o', 'cat', '-n', lines];
  const ran = await place.run(words, { timeout: 20 });
  // Who may not read the journal is shown none of it, and no failure either.
  if (ran.stdout.trim() !== '') return ran.stdout;
  return (await place.run(['sudo', '-n', ...words], { timeout: 20 })).stdout;
}

/** Runs it, and again as root where that needs no password, when it fails. */
export async function asRootIfNeeded(place: Place, words: readonly string[], args: readonly string[] = [], timeout = 20): Promise<Ran> {
  const first = await place.run(words, { args, timeout });
  if (first.code === 0) return first;
  const second = await place.run(['sudo', '-n', ...words], { args, timeout });
  return second.code === 0 ? second : first;
}

/** The php-fpm unit behind a socket, whatever version its name carries; null where there is none. */
export async function phpFpmUnit(place: Place, socket: string | null): Promise<Unit | null> {
  const units = (await listedUnits(place, [])).filter(({ name }) => /^php[\d.]*-?fpm[\w.@-]*\.service$/.test(name));
  const version = /php-?([\d.]+\d)/.exec(socket ?? '')?.[1];
  const versioned = version === undefined ? undefined : units.find(({ name }) => name.includes(version));
  // Several versions run side by side: without one in the socket's name nobody knows which is meant.
  return versioned ?? (units.length === 1 ? (units[0] ?? null) : null);
}

/** The names of all units that have failed. */
export async function failedUnits(place: Place): Promise<string[]> {
  return (await listedUnits(place, ['--state', 'failed'])).filter(({ state }) => state === 'failed').map(({ name }) => name);
}

/** `NAME.service loaded active running Description`, after a mark (●) where something is wrong. */
async function listedUnits(place: Place, more: readonly string[]): Promise<Unit[]> {
  const words = ['systemctl', 'list-units', '--all', '--plain', '--no-legend', '--no-pager', '--type', 'service', ...more];
  const ran = await place.run(words, brief);
  return ran.stdout.split('\n').flatMap((line) => {
    const found = /^[^\w]*([\w@.:\\-]{1,256}\.service)\s+\S+\s+(\S+)/.exec(line);
    return found?.[1] && found[2] ? [{ name: found[1], state: found[2] }] : [];
  });
}
