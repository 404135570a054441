// Writes test/github/openapi.json: the part of GitHub's own OpenAPI description that our requests touch, from the npm package
// @octokit/openapi (MIT), which is too large (385 MB) to be a dependency. Run it again when a new endpoint is used.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const repo = '/repos/{owner}/{repo}';
const used = {
  [`${repo}/issues/{issue_number}/comments`]: ['get', 'post'],
  [`${repo}/issues/comments/{comment_id}`]: ['patch', 'delete'],
  [`${repo}/pulls/{pull_number}`]: ['get'],
  [`${repo}/pulls/{pull_number}/files`]: ['get'],
  [`${repo}/pulls/{pull_number}/comments`]: ['get', 'post'],
  [`${repo}/pulls/{pull_number}/reviews`]: ['post'],
  [`${repo}/commits/{commit_sha}/pulls`]: ['get'],
  [`${repo}/statuses/{sha}`]: ['post'],
  '/user': ['get'],
};
/** Answers are kept to this depth: enough to hold the test server's answers against. */
const answerDepth = 4;

const folder = mkdtempSync(join(tmpdir(), 'github-description-'));
try {
  execFileSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', '--no-save', '@octokit/openapi'], { stdio: 'inherit' });
  const home = join(folder, 'node_modules', '@octokit', 'openapi');
  const { version, license } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const whole = JSON.parse(readFileSync(join(home, 'generated', 'api.github.com.json'), 'utf8'));
  const paths = Object.fromEntries(
    Object.entries(used).map(([path, methods]) => [
      path,
      Object.fromEntries(methods.map((method) => [method, operation(whole, path, method)])),
    ]),
  );
  const slice = { source: `@octokit/openapi ${version}, ${license} licence, copyright Octokit contributors`, paths };
  writeFileSync(join(import.meta.dirname, '..', 'test', 'github', 'openapi.json'), `${JSON.stringify(slice, null, 1)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function operation(whole, path, method) {
  const { parameters = [], requestBody, responses } = whole.paths[path][method];
  return {
    parameters: parameters
      .map((parameter) => resolved(whole, parameter))
      .map(({ name, in: where, required, schema }) => ({
        name,
        in: where,
        required: required ?? false,
        schema: plain(whole, schema, 8, true),
      })),
    body: requestBody ? plain(whole, requestBody.content['application/json'].schema, 8, true) : null,
    answers: Object.fromEntries(
      Object.entries(responses).map(([status, response]) => {
        const schema = resolved(whole, response).content?.['application/json']?.schema;
        return [status, schema && Number(status) < 300 ? plain(whole, schema, answerDepth, false) : null];
      }),
    ),
  };
}

function resolved(whole, value) {
  return value.$ref
    ? value.$ref
        .slice(2)
        .split('/')
        .reduce((at, key) => at[key], whole)
    : value;
}

/** A schema as JSON Schema, references put in, prose and examples left out; `required` only where `strict`. */
function plain(whole, schema, depth, strict) {
  const from = resolved(whole, schema);
  if (depth === 0) return {};
  const to = {};
  for (const key of ['enum', 'minimum', 'maximum', 'minLength', 'maxLength', 'pattern', 'minItems', 'maxItems'])
    if (from[key] !== undefined) to[key] = from[key];
  if (from.type) to.type = from.nullable ? [from.type, 'null'] : from.type;
  if (from.enum && from.nullable) to.enum = [...from.enum, null];
  if (strict && from.required?.length) to.required = from.required;
  if (strict && from.additionalProperties === false) to.additionalProperties = false;
  if (from.properties)
    to.properties = Object.fromEntries(
      Object.entries(from.properties).map(([name, inner]) => [name, plain(whole, inner, depth - 1, strict)]),
    );
  if (from.items) to.items = plain(whole, from.items, depth - (strict ? 1 : 0), strict);
  for (const key of ['allOf', 'anyOf', 'oneOf'])
    if (from[key])
      to[key === 'oneOf' ? 'anyOf' : key] = from[key]
        .map((inner) => plain(whole, inner, depth, strict))
        .concat(from.nullable && key !== 'allOf' ? [{ type: 'null' }] : []);
  return to;
}
