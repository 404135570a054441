/** What `init` writes. `folder` is the folder that is checked, relative to the repository's top; '' for all. */

export function checkWorkflow(folder: string): string {
  return `name: nginx-gate
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
        with:
          persist-credentials: false
      - uses: OWNER/nginx-gate@v1
${folder === '' ? '' : `        with:\n${workingDirectory(folder)}`}`;
}

export function smokeWorkflow(folder: string): string {
  return `name: nginx-gate smoke
# Runs for GitHub deployments. Do you deploy in a workflow of your own? Then put the last step behind the one that deploys.
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
        with:
          persist-credentials: false
      - uses: OWNER/nginx-gate@v1
        with:
          mode: smoke
${folder === '' ? '' : workingDirectory(folder)}          # base-url: https://shop.example   # the deployment's environment_url unless you name one
`;
}

function workingDirectory(folder: string): string {
  return `          working-directory: ${JSON.stringify(folder)}\n`;
}

export const configuration = `# nginx-gate reads this file; every key may be left out.
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
