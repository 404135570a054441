import type { Location } from '../core/source.ts';
import type { Content, FileEntry } from './file-system.ts';

/** The environment of a container as far as it is known. */
export interface ContainerEnvironment {
  /** A null value is a name that is defined, with a value that nobody knows. */
  values: ReadonlyMap<string, string | null>;
  /** False when more names may be defined than `values` holds (an env_file that is not there, a script that exports). */
  complete: boolean;
}

/** One name in a template that was not replaced. */
export interface LeftOver {
  name: string;
  /** Offsets in the template. */
  start: number;
  end: number;
  /** Why: nothing defines it, or its value isn't known. */
  because: 'undefined' | 'unknown value';
}

/** A stretch of the rendered text and the stretch of the template that it came from. */
interface Segment {
  start: number;
  end: number;
  from: number;
  to: number;
  /** Unit for unit the same; else one substitution. */
  literal: boolean;
}

export interface Rendered {
  text: string;
  leftOver: LeftOver[];
  /** The span of the template that a span of the text came from. */
  source(start: number, end: number): { start: number; end: number };
  /** The name whose value a span of the text is, from end to end; null where it is anything else. */
  variable(start: number, end: number): string | null;
}

/** UTF-16 units; a template that grows beyond is not rendered further. */
const longestText = 16 * 1024 * 1024;

const reference = /\$(?:([A-Za-z_][A-Za-z0-9_]*)|\{([A-Za-z_][A-Za-z0-9_]*)\})/g;

/**
 * What GNU envsubst makes of a text: `$NAME` and `${NAME}` are replaced where `replaces` says so, all else stays.
 * A name whose value isn't known stays as it is written, so that nobody takes it for a value.
 * @param replaces whether envsubst was asked to replace this name; a name that it replaces and that nothing defines becomes empty
 */
export function renderTemplate(template: string, environment: ContainerEnvironment, replaces: (name: string) => boolean): Rendered {
  const segments: Segment[] = [];
  const leftOver: LeftOver[] = [];
  let text = '';
  let from = 0;
  const literal = (to: number) => {
    if (to === from) return;
    segments.push({ start: text.length, end: text.length + to - from, from, to, literal: true });
    text += template.slice(from, to);
    from = to;
  };
  for (const match of template.matchAll(reference)) {
    const name = (match[1] ?? match[2]) as string;
    const start = match.index;
    const end = start + match[0].length;
    const defined = environment.values.has(name);
    const value = environment.values.get(name);
    const tooLong = text.length + (value?.length ?? 0) > longestText;
    if (!replaces(name) || (!defined && !environment.complete) || value === null || tooLong) {
      leftOver.push({
        name,
        start,
        end,
        because: value === null || tooLong || (!defined && !environment.complete) ? 'unknown value' : 'undefined',
      });
      continue;
    }
    literal(start);
    segments.push({ start: text.length, end: text.length + (value?.length ?? 0), from: start, to: end, literal: false });
    text += value ?? '';
    from = end;
  }
  literal(template.length);
  return {
    text,
    leftOver,
    source: (start, end) => sourceSpan(segments, template.length, start, end),
    variable: (start, end) => {
      const segment = segments[segmentAt(segments, start)];
      if (segment === undefined || segment.literal || segment.start !== start || segment.end !== end) return null;
      return template.slice(segment.from, segment.to).replace(/^\$\{?|\}$/g, '');
    },
  };
}

function sourceSpan(segments: Segment[], length: number, start: number, end: number): { start: number; end: number } {
  const first = segments[segmentAt(segments, start)];
  const last = segments[segmentAt(segments, Math.max(start, end - 1))];
  const from = !first ? length : first.literal ? first.from + Math.min(start - first.start, first.to - first.from) : first.from;
  const to = !last ? length : last.literal ? last.from + Math.min(end - last.start, last.to - last.from) : last.to;
  return { start: from, end: Math.max(from, to) };
}

/** The index of the segment that holds an offset; the last one that begins at or before it. */
function segmentAt(segments: Segment[], offset: number): number {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle] as Segment).start <= offset) low = middle;
    else high = middle - 1;
  }
  // Empty substitutions share their start with what follows; the offset belongs to the first that isn't empty.
  while (low > 0 && (segments[low] as Segment).start === offset && (segments[low - 1] as Segment).end > offset) low--;
  return low;
}

/** A rendered template as a file that leads back to the template. */
export function renderedFile(template: Content, rendered: Rendered, mode: number): FileEntry {
  return {
    type: 'file',
    mode,
    content: {
      kind: 'template',
      origin: template.origin,
      text: () => rendered.text,
      bytes: () => undefined,
      locate: (start, end): Location | null => {
        const span = rendered.source(start, end);
        return template.locate(span.start, span.end);
      },
      isWritten: (start, end) => {
        const span = rendered.source(start, end);
        return template.text().slice(span.start, span.end) === rendered.text.slice(start, end);
      },
      variableAt: (start, end) => rendered.variable(start, end),
    },
  };
}

/** The settings of the official entry point's 20-envsubst-on-templates.sh, with its defaults. */
export interface TemplateSettings {
  templates: string;
  suffix: string;
  output: string;
  streamSuffix: string;
  streamOutput: string;
  /** A name is replaced only when this matches somewhere in it; null when the pattern is not understood. */
  filter: RegExp | null;
  /** A setting came from a value that nobody knows. */
  certain: boolean;
}

export function templateSettings(environment: ContainerEnvironment): TemplateSettings {
  let certain = true;
  const setting = (name: string, fallback: string) => {
    const value = environment.values.get(name);
    if (value === null) certain = false;
    return value ? value : fallback;
  };
  const filter = patternOf(setting('NGINX_ENVSUBST_FILTER', ''));
  return {
    templates: setting('NGINX_ENVSUBST_TEMPLATE_DIR', '/etc/nginx/templates'),
    suffix: setting('NGINX_ENVSUBST_TEMPLATE_SUFFIX', '.template'),
    output: setting('NGINX_ENVSUBST_OUTPUT_DIR', '/etc/nginx/conf.d'),
    streamSuffix: setting('NGINX_ENVSUBST_STREAM_TEMPLATE_SUFFIX', '.stream-template'),
    streamOutput: setting('NGINX_ENVSUBST_STREAM_OUTPUT_DIR', '/etc/nginx/stream-conf.d'),
    filter,
    certain: certain && filter !== null,
  };
}

/** The filter is an awk pattern from the repository: only shapes that can't take long to match are understood. */
function patternOf(filter: string): RegExp | null {
  if (filter.length > 200 || !/^[\w^$|.()[\]-]*[\w^$|.()[\]*+-]*$/.test(filter) || /[*+)][*+]|\([^)]*[*+][^)]*\)[*+]/.test(filter))
    return null;
  if (/[(].*[*+].*[)]/.test(filter)) return null;
  try {
    return new RegExp(filter);
  } catch {
    return null;
  }
}
