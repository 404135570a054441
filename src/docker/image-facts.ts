import type { Located } from '../core/source.ts';
import { imageUser } from './known-images.ts';
import type { Dockerfile, ImageFacts, Instruction, Stage } from './model.ts';

/** What is known of an image that is only named. `entrypoint` and `cmd` are null: they are the image's own. */
export function namedImageFacts(reference: string | null): ImageFacts {
  return {
    base: reference,
    entrypoint: null,
    entrypointShell: false,
    cmd: null,
    cmdShell: false,
    env: new Map(),
    expose: [],
    healthcheck: null,
    workdir: '/',
    user: reference === null ? null : imageUser(reference),
  };
}

/** The stage that a build ends with: the one named by `target` (name or number), else the last; undefined when there is none. */
export function finalStage(dockerfile: Dockerfile, target: string | null): number | undefined {
  if (target === null || target === '') return dockerfile.stages.length === 0 ? undefined : dockerfile.stages.length - 1;
  const named = dockerfile.stages.findIndex((stage) => stage.name?.toLowerCase() === target.toLowerCase());
  if (named !== -1) return named;
  const index = /^\d+$/.test(target) ? Number(target) : -1;
  return index >= 0 && index < dockerfile.stages.length ? index : undefined;
}

/** The stages that a stage builds on, the oldest first, itself last. */
export function stageChain(dockerfile: Dockerfile, index: number): Stage[] {
  const chain: Stage[] = [];
  for (let at: number | null = index; at !== null; ) {
    const stage: Stage | undefined = dockerfile.stages[at];
    if (!stage) break;
    chain.unshift(stage);
    // A stage can only build on an earlier one, so this ends.
    at = stage.parent !== null && stage.parent < at ? stage.parent : null;
  }
  return chain;
}

/** ENTRYPOINT, CMD, ENV, EXPOSE, HEALTHCHECK, WORKDIR and USER as the built image has them, gathered through its stages. */
export function imageFactsOf(dockerfile: Dockerfile, index: number): ImageFacts {
  const chain = stageChain(dockerfile, index);
  const base = chain[0]?.base.value || null;
  const facts = namedImageFacts(base);
  for (const stage of chain) {
    for (const instruction of stage.instructions) apply(facts, instruction);
    // An ENTRYPOINT empties the CMD of what the stage builds on.
    const has = (keyword: string) => stage.instructions.some((instruction) => instruction.keyword === keyword);
    if (has('ENTRYPOINT') && !has('CMD')) facts.cmd = [];
  }
  return facts;
}

function apply(facts: ImageFacts, instruction: Instruction): void {
  switch (instruction.keyword) {
    case 'ENTRYPOINT':
      facts.entrypoint = commandOf(instruction);
      facts.entrypointShell = !instruction.exec;
      break;
    case 'CMD':
      facts.cmd = commandOf(instruction);
      facts.cmdShell = !instruction.exec;
      break;
    case 'ENV':
      for (const { value, at } of instruction.words) {
        const cut = value.indexOf('=');
        facts.env.set(value.slice(0, cut), { value: value.slice(cut + 1), at });
      }
      break;
    case 'EXPOSE':
      for (const word of instruction.words) facts.expose.push(...exposed(word));
      break;
    case 'HEALTHCHECK':
      facts.healthcheck = /^none\b/i.test(instruction.raw) ? null : { value: instruction.raw, at: instruction.at };
      break;
    case 'WORKDIR': {
      const to = instruction.words.map((word) => word.value).join(' ');
      facts.workdir = to.startsWith('/') ? to : `${facts.workdir.replace(/\/$/, '')}/${to}`;
      break;
    }
    case 'USER':
      facts.user = instruction.words[0]?.value ?? facts.user;
      break;
  }
}

/** The words of the JSON form, or the shell form's whole text as one word. */
function commandOf(instruction: Instruction): Located<string>[] {
  return instruction.exec ? instruction.words : [{ value: instruction.raw, at: instruction.at }];
}

function exposed({ value, at }: Located<string>): Located<{ port: number; protocol: string }>[] {
  const match = /^(\d{1,5})(?:-(\d{1,5}))?(?:\/(\w+))?$/.exec(value);
  if (!match) return [];
  const from = Number(match[1]);
  const to = Math.min(match[2] === undefined ? from : Number(match[2]), 65535, from + 1000);
  const ports: Located<{ port: number; protocol: string }>[] = [];
  for (let port = from; port <= to; port++) ports.push({ value: { port, protocol: (match[3] ?? 'tcp').toLowerCase() }, at });
  return ports;
}
