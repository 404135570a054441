import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { GateError } from '../core/errors.ts';
import { Repository } from '../core/repository.ts';

const check = (folder: string) => `name: nginx-gate
on: pull_request

permissions:
  contents: read
  pull-requests: write # only for the comment; leave it out and the annotations stay

concurrency:
  group: nginx-gate-\${{ github.ref }}
  cancel-in-progress: true

jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - uses: OWNER/nginx-gate@v1
${folder === '' ? '' : `        with:\n          working-directory: ${JSON.stringify(folder)}\n`}`;

const smoke = (folder: string) => `name: nginx-gate smoke
on: deployment_status

permissions:
  contents: read
  pull-requests: write # only for the comment

jobs:
  smoke:
    if: github.event.deployment_status.state == 'success'
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - uses: OWNER/nginx-gate@v1
        with:
          mode: smoke
${folder === '' ? '' : `          working-directory: ${JSON.stringify(folder)}\n`}          # base-url: https://shop.example   # the deployment's environment_url unless you name one
`;

const configuration = `# nginx-gate reads this file; every key may be left out.
# checks:
#   startup-order: off
#   double-slash: error
# exclude:
#   - legacy/**
# services:
#   api:
#     ports: [3000]   # where no file says what a service listens on
# smoke:
#   routes:
#     - path: /health
#       status: 200
`;

/**
 * Writes the two workflows and the configuration for the repository around `folder`; a file that exists is kept
 * unless `force` says otherwise. Returns what to tell the user.
 * @throws GateError when the folder is none, or can't be written
 */
export function init(folder: string, force: boolean): string {
  const repo = Repository.around(folder);
  const files: [string, string][] = [
    ['.github/workflows/nginx-gate.yml', check(repo.scope)],
    ['.github/workflows/nginx-gate-smoke.yml', smoke(repo.scope)],
    [repo.scope === '' ? '.nginx-gate.yml' : `${repo.scope}/.nginx-gate.yml`, configuration],
  ];
  const told = files.map(([path, text]) => `${place(repo, path, text, force)}  ${path}`);
  return `${told.join('\n')}\n\nCommit these files; the next pull request is checked.\n`;
}

function place(repo: Repository, path: string, text: string, force: boolean): string {
  const target = join(repo.root, path);
  // A link could lead the write out of the repository.
  if (repo.isForeign(path)) throw new GateError(`${path} is a link that leads out of the repository.`);
  if (existsSync(target) && !(force && statSync(target).isFile())) return 'kept   ';
  try {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  } catch (error) {
    throw new GateError(`${path} can't be written: ${(error as Error).message}`);
  }
  return 'written';
}
