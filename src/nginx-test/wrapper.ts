/** The main file for a configuration that is only a part of one. */
import { posix } from 'node:path';
import { NginxConfFile } from 'nginx-conf';
import type { Stack } from '../stack/model.ts';

/** What stands at the top of a main file and nowhere in a part of `http`. */
const mainOnly = new Set(['events', 'http', 'stream', 'mail', 'user', 'worker_processes', 'pid', 'load_module', 'daemon', 'rtmp']);
const httpOnly = new Set(['server', 'upstream', 'map', 'geo', 'limit_req_zone', 'proxy_cache_path', 'log_format', 'split_clients']);

/** Beside the part, so that relative includes start from the same folder. */
export function wrapperPath(stack: Stack): string {
  return posix.join(stack.nginx.prefix, '.nginx-gate.conf');
}

/**
 * A main file around the stack's own, or null when that one is whole. Only for an nginx on the host, whose main file need not be in the
 * repository: a service that is given a part in place of its main file does not start, and that is to be told.
 */
export function wrapperFor(stack: Stack): string | null {
  const { main, tree, kind } = stack.nginx;
  if (kind !== 'host' || tree.read(main) === undefined) return null;
  const top = stack.config.directives.filter((node) => node.file.path === main).map((node) => node.word.text);
  if (top.some((name) => mainOnly.has(name)) || !top.some((name) => httpOnly.has(name))) return null;
  return mainFileAround([main]);
}

/** A whole configuration that includes these files in `http`, in order. */
export function mainFileAround(paths: readonly string[]): string {
  let text = '';
  NginxConfFile.createFromSource('', (error, file) => {
    if (error !== null || file === undefined) throw error ?? new Error('nginx-conf made no file');
    file.nginx._add('events', '', []);
    file.nginx._add('http', '', []);
    for (const path of paths) file.nginx.http?.[0]?._add('include', quoted(path));
    text = file.toString();
  });
  return text;
}

function quoted(path: string): string {
  return `"${path.replace(/[\\"]/g, '\\$&')}"`;
}
