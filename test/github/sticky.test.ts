/** Which comment is ours. In this process; test/github/action.test.ts writes them from the bundle. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { makeClient } from '../../src/github/client.ts';
import { writeSticky } from '../../src/github/comment.ts';
import { FakeGithub } from './fake-github.ts';

const repository = { owner: 'o', repo: 'r' };
const mark = '<!-- nginx-gate:one -->';
let github: FakeGithub;
beforeEach(async () => {
  github = await new FakeGithub().start();
});
afterEach(async () => {
  expect(github.violations).toEqual([]);
  await github.stop();
});

function write(body: string, id = 'one') {
  return writeSticky(makeClient('t', github.url), repository, 7, { id, body, create: true });
}

test.each([
  ['below its mark', `${mark}\nold\n\nPS: looked at it, Ann`],
  ['above its mark', `We know, see below. Ann\n\n${mark}\nold`],
  ['with line ends of a browser', `Ann was here\r\n${mark}\r\nold`],
])('ours that a person edited %s is written anew, not doubled', async (_, edited) => {
  const ours = github.addComment(edited);
  await write('new');
  expect(github.comments).toEqual([{ ...ours, body: `${mark}\nnew` }]);
});

test.each([
  ['quotes it', `> ${mark}\n> old\n\nWhat is this?`],
  ['shows it in a block of code', `The comment says\n\n\`\`\`html\n${mark}\nold\n\`\`\``],
  ['names it in a sentence', `Look for ${mark} in the comments.`],
  ['carries the mark of another configuration', '<!-- nginx-gate:two -->\nold'],
])("another bot's comment that %s stays", async (_, body) => {
  const other = github.addComment(body, 'helper[bot]');
  await write('new');
  expect(github.comments).toEqual([other, expect.objectContaining({ body: `${mark}\nnew` })]);
});

test('each configuration of the gate keeps its own', async () => {
  for (const body of ['a', 'b']) for (const id of ['one', 'two', 'three']) await write(`${id} ${body}`, id);
  expect(github.comments.map((comment) => comment.body.split('\n')[1])).toEqual(['one b', 'two b', 'three b']);
});

test('one that is deleted between finding and updating is made anew', async () => {
  await write('old');
  github.faults = [{ method: 'PATCH', path: /./, status: 404, message: 'Not Found' }];
  await write('new');
  expect(github.comments.map((comment) => comment.body)).toEqual([`${mark}\nold`, `${mark}\nnew`]);
});
