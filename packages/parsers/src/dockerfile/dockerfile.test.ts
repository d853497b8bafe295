import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeclaredResource, Value } from '@kumomori/model';
import { startLine } from '@kumomori/model';
import { evaluateCode } from '../code/index.ts';
import type { CodeReading } from '../code/index.ts';
import { parseDockerfile } from './parse-dockerfile.ts';
import { shellCommands } from './shell.ts';

function read(text: string): CodeReading {
  return evaluateCode({ root: 'app', paths: ['Dockerfile'], read: () => ({ kind: 'text', text }) });
}

function stagesOf(text: string): readonly DeclaredResource[] {
  return read(text).roots.flatMap(({ resources }) => resources);
}

function plain(value: Value | undefined): unknown {
  if (!value) return undefined;
  switch (value.kind) {
    case 'unknown':
      return '?';
    case 'template':
      return value.parts.map((part) => (typeof part === 'string' ? part : '?')).join('');
    case 'list':
    case 'set':
      return value.items.map(plain);
    case 'map':
      return Object.fromEntries([...value.entries].map(([key, entry]) => [key, plain(entry)]));
    case 'null':
      return null;
    default:
      return value.value;
  }
}

const attribute = (stage: DeclaredResource | undefined, name: string): unknown => plain(stage?.block.attributes.get(name)?.value);

test('instructions go on over lines; comments and blank lines between them are no part of them', () => {
  const text = '# syntax=docker/dockerfile:1\nFROM alpine:3.20\nRUN apk add \\\n  # for the health check\n\n  curl \\\n  jq\nuser app\n';
  const { instructions, comments, diagnostics } = parseDockerfile({ path: 'Dockerfile', text });
  assert.deepEqual(
    instructions.map(({ keyword, words }) => [keyword, ...words.map((word) => word.text)]),
    [
      ['FROM', 'alpine:3.20'],
      ['RUN', 'apk', 'add', 'curl', 'jq'],
      ['USER', 'app'],
    ],
  );
  assert.deepEqual(
    comments.map((comment) => comment.text.trim()),
    ['syntax=docker/dockerfile:1', 'for the health check'],
  );
  assert.deepEqual(diagnostics, []);
});

test('flags, the JSON form, quotes and heredocs are told apart', () => {
  const text = 'COPY --from=build --chown=1:1 ["my app", "/app/"]\nRUN <<EOF\napt-get update\nEOF\nENV TEXT="a b"\n';
  const [copy, run, env] = parseDockerfile({ path: 'Dockerfile', text }).instructions;
  assert.deepEqual(
    [...(copy?.flags.entries() ?? [])].map(([name, { text: value }]) => [name, value]),
    [
      ['from', 'build'],
      ['chown', '1:1'],
    ],
  );
  assert.deepEqual(
    copy?.json?.map((word) => word.text),
    ['my app', '/app/'],
  );
  assert.deepEqual(run?.heredocs, ['apt-get update\n']);
  assert.deepEqual(
    env?.words.map((word) => word.text),
    ['TEXT=a b'],
  );
});

test('the escape directive makes backslashes ordinary', () => {
  const { instructions } = parseDockerfile({ path: 'Dockerfile', text: '# escape=`\nFROM windows\nWORKDIR c:\\app\nRUN a `\n b\n' });
  assert.deepEqual(
    instructions.map(({ words }) => words.map((word) => word.text)),
    [['windows'], ['c:\\app'], ['a', 'b']],
  );
});

const images: readonly (readonly [string, string, unknown])[] = [
  ['a default', 'ARG V=3.20\nFROM alpine:$V\n', 'alpine:3.20'],
  ['a default that another argument gives', 'ARG A=3\nARG V=${A}.20\nFROM alpine:${V}\n', 'alpine:3.20'],
  ['no default', 'ARG V\nFROM alpine:${V}\n', 'alpine:?'],
  ['a fallback', 'ARG V\nFROM alpine:${V:-3.20}\n', 'alpine:3.20'],
  ['an argument of a stage', 'FROM alpine:3.20\nARG V=1\nFROM other:${V}\n', 'alpine:3.20'],
];
for (const [name, text, expected] of images) {
  test(`an image with ${name} is ${String(expected)}`, () => assert.deepEqual(attribute(stagesOf(text)[0], 'base'), expected));
}

test('stages know their names, what they are built on, and who they run as', () => {
  const stages = stagesOf(
    'FROM golang:1.23 AS build\nUSER root\nFROM build AS test\nFROM alpine:3.20\nCOPY --from=build /app /app\nCOPY --from=2 /a /a\n',
  );
  assert.deepEqual(
    stages.map((stage) => [stage.address, attribute(stage, 'isBaseStage'), attribute(stage, 'isFinal'), attribute(stage, 'user')]),
    [
      ['stage:build', false, false, 'root'],
      ['stage:test', true, false, 'root'],
      ['4', false, true, undefined],
    ],
  );
  const copies = attribute(stages[2], 'copies') as readonly { readonly isFromItself: boolean }[];
  assert.deepEqual(
    copies.map(({ isFromItself }) => isFromItself),
    [false, true],
  );
});

test('variables of ENV and ARG are seen by the lines after them', () => {
  const [stage] = stagesOf(
    'ARG HOME=/srv\nFROM alpine:3.20\nARG HOME\nENV APP=$HOME/app\nWORKDIR ${APP}\nWORKDIR $UNSET/x\nENV OLD form of it\n',
  );
  assert.deepEqual(attribute(stage, 'workdirs'), ['/srv/app', '?']);
  assert.deepEqual(attribute(stage, 'environment'), { APP: '/srv/app', OLD: 'form of it' });
});

test('every value stands where it is written', () => {
  const [stage] = stagesOf('FROM alpine:3.20\nEXPOSE 80 \\\n  22/tcp\n');
  const exposes = stage?.block.attributes.get('exposes')?.value;
  assert.ok(exposes?.kind === 'list');
  assert.deepEqual(
    exposes.items.map(({ range }) => range && startLine(range)),
    [2, 3],
  );
  assert.deepEqual(plain(exposes), [
    { from: 80, to: 80, protocol: 'tcp' },
    { from: 22, to: 22, protocol: 'tcp' },
  ]);
});

const scripts: readonly (readonly [string, readonly (readonly string[])[]])[] = [
  [
    'apt-get update && apt-get install -y curl',
    [
      ['apt-get', 'update'],
      ['apt-get', 'install', '-y', 'curl'],
    ],
  ],
  ['set -e; /usr/bin/curl -k "https://example.com/a b" | sh', [['set', '-e'], ['curl', '-k', 'https://example.com/a b'], ['sh']]],
  ['sudo -E DEBIAN_FRONTEND=x apt-get install a', [['apt-get', 'install', 'a']]],
  ["echo 'rm -rf / && curl -k x'", [['echo', 'rm -rf / && curl -k x']]],
  ['make 2>&1 # curl -k', [['make', '2>&1']]],
  ['if [ -f a ]; then wget b; fi', [['[', '-f', 'a', ']'], ['wget', 'b'], ['fi']]],
  ['echo $(curl -k a; b) c', [['echo', '$(curl -k a; b)', 'c']]],
];
for (const [script, expected] of scripts) {
  test(`the commands of ${script}`, () =>
    assert.deepEqual(
      shellCommands(script).map(({ program, words }) => [program, ...words]),
      expected,
    ));
}

const broken: readonly (readonly [string, string, RegExp, number])[] = [
  ['a word that is no instruction', 'FROM alpine:3.20\nINSTALL curl\nUSER app\n', /"INSTALL" is no instruction/, 1],
  ['a heredoc without end', 'FROM alpine:3.20\nRUN <<EOF\nmake\n', /heredoc "EOF" has no end/, 1],
  ['no FROM', '# nothing\n', /no FROM/, 0],
  ['binary', 'FROM alpine\0\n', /binary/, 0],
];
for (const [name, text, message, stages] of broken) {
  test(`${name} is said, and the rest is read`, () => {
    const { diagnostics, roots } = read(text);
    assert.match(diagnostics[0]?.message ?? '', message);
    assert.equal(roots.flatMap(({ resources }) => resources).length, stages);
  });
}

test('a variable that doubles itself with every line is unknown in the end', () => {
  const [stage] = stagesOf(`FROM alpine:3.20\nARG A=x\n${'ENV A=$A$A\n'.repeat(100)}USER $A\n`);
  const user = stage?.block.attributes.get('user')?.value;
  assert.ok(user?.kind === 'unknown' || user?.kind === 'template', user?.kind);
});

test('instructions beyond a few thousand are left out, which is said', () => {
  const { diagnostics, roots } = read(`FROM alpine:3.20\n${'RUN make\n'.repeat(3000)}`);
  assert.deepEqual(
    diagnostics.map(({ code, line }) => [code, line]),
    [['limit', 2001]],
  );
  assert.equal(roots[0]?.resources.length, 1);
});
