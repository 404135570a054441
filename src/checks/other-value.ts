/** The fix that puts another host or port into a target: where it is written, or where its template's variable is set. */
import type { Draft, Related } from '../core/finding.ts';
import type { Endpoint, Stack } from '../stack/model.ts';
import { edits } from './words.ts';

type Fix = Required<Pick<Draft, 'related'>> & { fix: NonNullable<Draft['fix']> };

export function otherPort({ target }: Endpoint, stack: Stack, port: number): Fix {
  if (!target.portWritten) {
    const address = `${target.host}:${port}`;
    return { fix: { message: `Write ${address}.`, ...edits(target.hostAt, address) }, related: [] };
  }
  return atVariable(target.portVariable, stack, String(port)) ?? written(`Use port ${port}.`, target.portAt, String(port));
}

export function otherHost({ target }: Endpoint, stack: Stack, host: string): Fix {
  return atVariable(target.hostVariable, stack, host) ?? written(`Use ${host}.`, target.hostAt, host);
}

function written(message: string, at: Endpoint['target']['hostAt'], value: string): Fix {
  return { fix: { message, ...edits(at, value) }, related: [] };
}

/** No edit: the value may itself be put together from variables. */
function atVariable(name: string | null, stack: Stack, value: string): Fix | null {
  const set = name === null ? undefined : stack.nginx.service?.environment.get(name);
  if (name === null || set === undefined) return null;
  const related: Related[] = [{ location: set.at, label: `${name} is set here` }];
  return { fix: { message: `Set ${name} to ${value}, in ${set.at.file}:${set.at.start.line}.` }, related };
}
