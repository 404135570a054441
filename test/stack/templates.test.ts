import { describe, expect, test } from '@jest/globals';
import type { Content } from '../../src/stack/file-system.ts';
import { type ContainerEnvironment, renderedFile, renderTemplate, templateSettings } from '../../src/stack/templates.ts';

const environment = (values: Record<string, string | null>, complete = true): ContainerEnvironment => ({
  values: new Map(Object.entries(values)),
  complete,
});
const defined = (env: ContainerEnvironment) => (name: string) => env.values.has(name);

function render(template: string, values: Record<string, string | null>) {
  const env = environment(values);
  return renderTemplate(template, env, defined(env));
}

describe('what is replaced', () => {
  test.each([
    ['$A ${A} $AB ${A:-x} $$A \\$A $', { A: '1' }, '1 1 $AB ${A:-x} $1 \\1 $'],
    ['$host ${host}', {}, '$host ${host}'],
    ['${A}${B}', { A: '', B: 'b' }, 'b'],
    ['${A}', { A: '$B${B}' }, '$B${B}'],
    ['http://${HOST}/', { HOST: null }, 'http://${HOST}/'],
  ])('%s with %j', (template, values, expected) => {
    expect(render(template, values as Record<string, string | null>).text).toBe(expected);
  });

  test('a name that envsubst was asked for and nobody defines becomes empty, unless more may be defined', () => {
    expect(renderTemplate('[$A]', environment({}), () => true).text).toBe('[]');
    expect(renderTemplate('[$A]', environment({}, false), () => true).text).toBe('[$A]');
  });

  test('what stays is told with its reason', () => {
    const { leftOver } = render('$A $B ${C}', { A: '1', B: null });
    expect(leftOver).toEqual([
      { name: 'B', start: 3, end: 5, because: 'unknown value' },
      { name: 'C', start: 6, end: 10, because: 'undefined' },
    ]);
  });
});

test('the value of a variable is not what the template says: no edit can be certain there', () => {
  const template: Content = {
    kind: 'repository',
    origin: 'a.template',
    text: () => 'http://$H:80/',
    bytes: () => undefined,
    locate: () => null,
  };
  const { content } = renderedFile(template, render('http://$H:80/', { H: 'ab' }), 0o644);
  expect(content.text()).toBe('http://ab:80/');
  expect([content.isWritten?.(7, 9), content.isWritten?.(10, 12), content.isWritten?.(0, 13)]).toEqual([false, true, false]);
});

describe('where it came from', () => {
  const template = 'pass http://${HOST}:$PORT/x;';
  const rendered = render(template, { HOST: 'api', PORT: '3000' });
  const from = (text: string) => {
    const start = rendered.text.indexOf(text);
    const span = rendered.source(start, start + text.length);
    return template.slice(span.start, span.end);
  };

  test.each([
    ['pass', 'pass'],
    ['api', '${HOST}'],
    ['p', 'p'],
    ['3000', '$PORT'],
    ['00', '$PORT'],
    ['/x', '/x'],
    ['http://api:3000/x', 'http://${HOST}:$PORT/x'],
    [':3000/', ':$PORT/'],
  ])('%s stands at %s', (text, expected) => {
    expect(from(text)).toBe(expected);
  });

  test('text behind an empty value keeps its own place', () => {
    const other = '${E}api ${E}';
    const span = render(other, { E: '' }).source(0, 3);
    expect(other.slice(span.start, span.end)).toBe('api');
  });
});

describe('settings of the official entry point', () => {
  test('defaults', () => {
    expect(templateSettings(environment({}))).toMatchObject({
      templates: '/etc/nginx/templates',
      suffix: '.template',
      output: '/etc/nginx/conf.d',
      streamSuffix: '.stream-template',
      streamOutput: '/etc/nginx/stream-conf.d',
      certain: true,
    });
  });

  test('a filter that could take long, or a value that nobody knows, makes them uncertain', () => {
    expect(templateSettings(environment({ NGINX_ENVSUBST_FILTER: '(a+)+$' })).certain).toBe(false);
    expect(templateSettings(environment({ NGINX_ENVSUBST_OUTPUT_DIR: null })).certain).toBe(false);
    expect(templateSettings(environment({ NGINX_ENVSUBST_FILTER: '^(A|B)_' })).filter?.test('B_X')).toBe(true);
  });
});
