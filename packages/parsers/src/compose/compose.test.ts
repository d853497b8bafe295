import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startLine } from '@kumomori/model';
import { evaluateCode } from '../code/index.ts';
import type { CodeReading } from '../code/index.ts';

function read(text: string): CodeReading {
  return evaluateCode({ root: 'app', paths: ['compose.yaml'], read: () => ({ kind: 'text', text }) });
}

test('services stand at the line with their name and inherit what they extend', () => {
  const { roots } = read(
    'x-a: &a\n  privileged: true\nservices:\n  base:\n    <<: *a\n    user: app\n  web:\n    extends: base\n    user: ${WHO:-web}\n    image: web:${TAG}\n',
  );
  const [, web] = roots[0]?.resources ?? [];
  assert.ok(web);
  assert.deepEqual(
    [web.address, startLine(web.block.head), web.block.head.source.text.slice(web.block.head.start, web.block.head.end)],
    ['service:web', 7, 'web:'],
  );
  const kinds = [...web.block.attributes].map(([name, { value }]) => [
    name,
    value.kind === 'string' || value.kind === 'bool' ? value.value : value.kind,
  ]);
  assert.deepEqual(Object.fromEntries(kinds), { privileged: true, user: 'web', extends: 'base', image: 'template', serviceName: 'web' });
});

const broken: readonly (readonly [string, string, RegExp])[] = [
  ['no services', 'version: "3"\n', /no services/],
  ['services that are a list', 'services: [a]\n', /no services/],
  ['no YAML', 'services:\n  web: [\n', /not valid YAML/],
];
for (const [name, text, message] of broken) {
  test(`${name} is said and stops nothing`, () => assert.match(read(text).diagnostics[0]?.message ?? '', message));
}

test('a service that extends itself does not hang', () => {
  assert.equal(read('services:\n  a:\n    extends: b\n  b:\n    extends: a\n').roots[0]?.resources.length, 2);
});

test('a service whose name stands nowhere above it has a place inside the text', () => {
  const [service] = read('services:\n  \n\n  : {image: a}\n').roots[0]?.resources ?? [];
  const { range, head } = service?.block ?? {};
  assert.ok(range && head && head.start <= head.end && range.start <= head.start && range.end <= range.source.text.length);
});
