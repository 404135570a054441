/** Node.js: servers of frameworks, development servers, file servers. */
import { type Bind, type Invocation, positionals, type Start } from '../bind.ts';
import {
  byConvention,
  byDefault,
  type Conventions,
  capitalOptions,
  everywhere,
  listensOn,
  longOptions,
  type Readers,
  shortOptions,
} from './convention.ts';

export const conventions = {
  'next start': { host: ['-H', '--hostname'], port: ['-p', '--port'], portVariables: ['PORT'], ...byDefault(3000, everywhere) },
  'next dev': { host: ['-H', '--hostname'], port: ['-p', '--port'], portVariables: ['PORT'], ...byDefault(3000, everywhere) },
  'nuxt dev': {
    host: ['--host', '-h'],
    port: ['--port', '-p'],
    hostVariables: ['NUXT_HOST', 'NITRO_HOST', 'HOST'],
    portVariables: ['NUXT_PORT', 'NITRO_PORT', 'PORT'],
    defaultPort: 3000,
  },
  'nuxt start': {
    host: ['--host', '-H'],
    port: ['--port', '-p'],
    hostVariables: ['NUXT_HOST', 'HOST'],
    portVariables: ['NUXT_PORT', 'PORT'],
    defaultPort: 3000,
  },
  vite: { ...longOptions, defaultPort: 5173 },
  'vite preview': { ...longOptions, defaultPort: 4173 },
  'astro dev': { ...longOptions, defaultPort: 4321 },
  'astro preview': { ...longOptions, defaultPort: 4321 },
  'ng serve': { ...longOptions, defaultPort: 4200 },
  'vue-cli-service serve': { ...longOptions, portVariables: ['PORT'], defaultPort: 8080 },
  'react-scripts start': { hostVariables: ['HOST'], portVariables: ['PORT'], ...byDefault(3000, everywhere) },
  'webpack serve': { ...longOptions, defaultPort: 8080 },
  'webpack-dev-server': { ...longOptions, defaultPort: 8080 },
  'gatsby develop': { ...capitalOptions, defaultPort: 8000 },
  'remix-serve': { portVariables: ['PORT'], ...byDefault(3000, everywhere) },
  'react-router-serve': { portVariables: ['PORT'], ...byDefault(3000, everywhere) },
  serve: { bind: ['-l', '--listen'], port: ['-p', '--port'], portVariables: ['PORT'], ...byDefault(3000, everywhere) },
  'http-server': { host: ['-a'], port: ['-p', '--port'], portVariables: ['PORT'], ...byDefault(8080, everywhere), tls: ['-S', '--tls'] },
  'json-server': { ...capitalOptions, defaultPort: 3000 },
  'live-server': { ...longOptions, portVariables: ['PORT'], defaultPort: 8080 },
  'storybook dev': { ...shortOptions, defaultPort: 6006 },
  strapi: { portVariables: ['PORT'], hostVariables: ['HOST'] },
  'directus start': { portVariables: ['PORT'], hostVariables: ['HOST'], defaultPort: 8055 },
  n8n: { portVariables: ['N8N_PORT'], defaultPort: 5678 },
  'node-red': { port: ['-p', '--port'], portVariables: ['PORT'], defaultPort: 1880 },
} as const satisfies Conventions;

export const readers: Readers = { vite, next, nuxt, nuxi: nuxt };

function vite(invocation: Invocation): Start {
  const sub = positionals(invocation.args, ['--port', '--host', '--config', '-c', '--mode', '-m'])[0]?.text;
  if (sub === 'build' || sub === 'optimize') return listensOn('vite', []);
  const name = sub === 'preview' ? 'vite preview' : 'vite';
  return listensOn(name, doubted(byConvention(name, conventions[name], invocation)));
}

function next(invocation: Invocation): Start {
  const mode = modeOf(invocation);
  if (mode === null) return listensOn('next', []);
  const name = `next ${mode}` as const;
  return listensOn(name, byConvention(name, conventions[name], invocation));
}

function nuxt(invocation: Invocation): Start {
  const mode = modeOf(invocation);
  if (mode === null) return listensOn('nuxt', []);
  const name = `nuxt ${mode}` as const;
  return listensOn(name, doubted(byConvention(name, conventions[name], invocation)));
}

/** Null for a sub-command that does a job and ends. */
function modeOf({ args }: Invocation): 'start' | 'dev' | null {
  const sub = positionals(args, ['-p', '--port', '-H', '--hostname', '--host'])[0]?.text;
  if (sub === 'build' || sub === 'generate' || sub === 'prepare' || sub === 'export') return null;
  return sub === 'start' || sub === 'preview' ? 'start' : 'dev';
}

/** Port and host may stand in vite.config or nuxt.config as well, so that a default proves nothing. */
function doubted(binds: readonly Bind[]): Bind[] {
  return binds.map((bind) => (bind.by === 'default' ? { ...bind, certain: false } : bind));
}
