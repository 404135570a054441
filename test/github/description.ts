/** GitHub's own description of the endpoints that we use, as validators. scripts/github-description.js writes openapi.json. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  schema: { type?: string | string[] };
}

interface Operation {
  parameters: Parameter[];
  body: object | null;
  answers: Record<string, object | null>;
}

const { paths } = JSON.parse(readFileSync(join(import.meta.dirname, 'openapi.json'), 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
};
const ajv = new Ajv({ strict: false, allErrors: true });
const compiled = new Map<object, ValidateFunction>();

function complaints(schema: object, value: unknown, what: string): string[] {
  let validate = compiled.get(schema);
  if (!validate) {
    validate = ajv.compile(schema);
    compiled.set(schema, validate);
  }
  return validate(value) ? [] : (validate.errors ?? []).map((error) => `${what}${error.instancePath} ${error.message}`);
}

/** The operation behind a request, and the values in its path. */
export interface Matched {
  path: string;
  operation: Operation;
  values: Record<string, string>;
}

export function match(method: string, url: URL): Matched | null {
  for (const [path, methods] of Object.entries(paths)) {
    const operation = methods[method.toLowerCase()];
    const pattern = new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
    const found = operation && pattern.exec(url.pathname);
    if (found)
      return {
        path,
        operation,
        values: Object.fromEntries(Object.entries(found.groups ?? {}).map(([k, v]) => [k, decodeURIComponent(v)])),
      };
  }
  return null;
}

/** What GitHub's description has against a request. */
export function requestFaults(matched: Matched, url: URL, body: unknown): string[] {
  const faults: string[] = [];
  const known = new Set(matched.operation.parameters.filter((p) => p.in === 'query').map((p) => p.name));
  for (const name of url.searchParams.keys()) if (!known.has(name)) faults.push(`query ${name} is not described`);
  for (const parameter of matched.operation.parameters) {
    const text = parameter.in === 'query' ? url.searchParams.get(parameter.name) : (matched.values[parameter.name] ?? null);
    if (text === null) {
      if (parameter.required) faults.push(`${parameter.name} is missing`);
      continue;
    }
    const value = parameter.schema.type === 'integer' ? Number(text) : text;
    faults.push(...complaints(parameter.schema, value, parameter.name));
  }
  if (matched.operation.body)
    faults.push(...complaints(matched.operation.body, body, 'body'), ...undescribed(matched.operation.body, body));
  return faults;
}

/** GitHub ignores what it does not know; a misspelt property must not pass for that. */
function undescribed(schema: object, body: unknown): string[] {
  const known = (schema as { properties?: Record<string, unknown> }).properties ?? {};
  return Object.keys((body ?? {}) as object).flatMap((name) => (Object.hasOwn(known, name) ? [] : [`body.${name} is not described`]));
}

/** What GitHub's description has against an answer of the test server. */
export function answerFaults(matched: Matched, status: number, body: unknown): string[] {
  const schema = matched.operation.answers[String(status)];
  if (schema === undefined && status < 300) return [`status ${status} is not described`];
  return schema ? complaints(schema, body, 'answer') : [];
}
