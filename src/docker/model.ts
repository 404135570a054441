/** What a Dockerfile says, as far as the gate needs it. Types only. */
import type { Located, Location } from '../core/source.ts';

export interface Dockerfile {
  /** Repository-relative path, or the compose file for `dockerfile_inline`. */
  file: string;
  stages: Stage[];
  problems: { message: string; at: Location }[];
}

export interface Stage {
  name: string | null;
  /** The base after ARG substitution: an image reference, or the name of an earlier stage. */
  base: Located<string>;
  /** Index of the earlier stage that this one builds on, or null when `base` is an image. */
  parent: number | null;
  at: Location;
  instructions: Instruction[];
  /** Values of the build arguments that it declares, at its end; RUN sees them in its environment. */
  args: Map<string, string>;
}

export interface Instruction {
  /** Upper case: COPY, RUN, ENV … */
  keyword: string;
  at: Location;
  /** The words after ARG and ENV substitution, flags left out; JSON form resolved. */
  words: Located<string>[];
  flags: Map<string, Located<string>>;
  /** True for the JSON form of CMD, ENTRYPOINT, RUN, COPY … */
  exec: boolean;
  /** Bodies of here-documents, in order. */
  heredocs: { name: string; text: string; at: Location }[];
  /** The instruction's text after the keyword, lines joined, before substitution. */
  raw: string;
}

/** The image that a service runs, from `image` or from the final stage of its Dockerfile. */
export interface ImageFacts {
  /** The image reference at the end of the stage chain (`nginx:1.27-alpine`), or null when nobody knows. */
  base: string | null;
  entrypoint: Located<string>[] | null;
  entrypointShell: boolean;
  cmd: Located<string>[] | null;
  cmdShell: boolean;
  env: Map<string, Located<string>>;
  expose: Located<{ port: number; protocol: string }>[];
  healthcheck: Located<string> | null;
  workdir: string;
  user: string | null;
}
