import { posix } from 'node:path';
import { hidden, hideVariables } from '../compose/hide-variables.ts';
import type { Build, EnvironmentValue, Service } from '../compose/model.ts';
import { EmbeddedSource } from '../core/embedded.ts';
import type { Repository } from '../core/repository.ts';
import { parseDockerfile } from '../docker/dockerfile.ts';
import { finalStage, imageFactsOf, namedImageFacts, stageChain } from '../docker/image-facts.ts';
import type { Dockerfile, ImageFacts, Stage } from '../docker/model.ts';

/** The image of a service: what it is built from, or only its name. */
export interface ServiceImage {
  facts: ImageFacts;
  /** Null when the service builds nothing, or its Dockerfile is not in the repository. */
  dockerfile: Dockerfile | null;
  /** Index of the stage that the build ends with; null without a Dockerfile. */
  stage: number | null;
  /** The stages that the final one builds on, the oldest first, itself last; empty without a Dockerfile. */
  chain: Stage[];
  /** The build context, repository-relative ('' is the top); null when it lies outside or there is none. */
  context: string | null;
}

const cache = new WeakMap<Repository, WeakMap<Service, ServiceImage>>();
const parsed = new WeakMap<Repository, Map<string, Dockerfile>>();

/** The image that a service runs; read once for a repository and service. */
export function serviceImage(repo: Repository, service: Service): ServiceImage {
  const known = cache.get(repo) ?? new WeakMap<Service, ServiceImage>();
  cache.set(repo, known);
  const image = known.get(service) ?? readServiceImage(repo, service);
  known.set(service, image);
  return image;
}

function readServiceImage(repo: Repository, service: Service): ServiceImage {
  const { build } = service;
  const dockerfile = build && readDockerfile(repo, build);
  const named = service.image?.value || null;
  if (!build || !dockerfile) {
    // A service that is built from what isn't here: its image is only a name for the result.
    return {
      facts: namedImageFacts(build ? null : named),
      dockerfile: null,
      stage: null,
      chain: [],
      context: build?.context?.value ?? null,
    };
  }
  const stage = finalStage(dockerfile, build.target?.value ?? null);
  if (stage === undefined)
    return { facts: namedImageFacts(null), dockerfile, stage: null, chain: [], context: build.context?.value ?? null };
  return {
    facts: imageFactsOf(dockerfile, stage),
    dockerfile,
    stage,
    chain: stageChain(dockerfile, stage),
    context: build.context?.value ?? null,
  };
}

/** The Dockerfile of a build with its build arguments; null when it is not in the repository. */
export function readDockerfile(repo: Repository, build: Build): Dockerfile | null {
  const args = new Map([...build.args].map(([name, value]) => [name, argumentOf(name, value)]));
  if (build.dockerfileInline) {
    const { value, at } = build.dockerfileInline;
    return parseDockerfile(new EmbeddedSource(repo.source(at.file), at, value), args);
  }
  const path = build.dockerfile?.value ?? (build.context === null ? undefined : posix.join(build.context.value, 'Dockerfile'));
  // The builder takes `dockerfile` where there is no `Dockerfile` (BuildKit's dockerui, moby issue 10858).
  const source = path === undefined ? undefined : (repo.source(path) ?? repo.source(path.replace(/(^|\/)Dockerfile$/, '$1dockerfile')));
  if (!source) return null;
  const known = parsed.get(repo) ?? new Map<string, Dockerfile>();
  parsed.set(repo, known);
  const key = JSON.stringify([source.file, ...[...args].sort()]);
  const dockerfile = known.get(key) ?? parseDockerfile(source, args);
  known.set(key, dockerfile);
  return dockerfile;
}

/** Whether a variable that nothing sets for certain may make it another program's image; a version alone does not. */
export function isNamedByVariable({ build, image }: Service): boolean {
  if (build !== null || !image?.uncertain) return false;
  const last = hideVariables(image.written ?? hidden).replace(/^.*\//, '');
  return last.replace(/[:@].*$/, '').includes(hidden);
}

/** What a base image is chosen by: a sample's version is as good as another. */
const choosesImage = /VERSION|TAG|IMAGE|BASE|REGISTRY|VARIANT/i;

/** An argument that nobody knows stays a variable in all that is made of it. */
function argumentOf(name: string, { value, uncertain }: EnvironmentValue): string | null {
  if (!uncertain || (value !== null && value !== '' && choosesImage.test(name))) return value;
  return `\${${name}}`;
}
