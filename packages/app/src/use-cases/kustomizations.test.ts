import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { evaluateCode } from '@kumomori/parsers';
import type { FileTree } from '@kumomori/parsers';
import { buildKustomizations } from './kustomizations.ts';

const POD = 'apiVersion: v1\nkind: Pod\nmetadata: { name: orders }\nspec: { containers: [{ name: app, image: orders }] }\n';

function treeOf(files: Readonly<Record<string, string>>): FileTree {
  return {
    root: tmpdir(),
    paths: Object.keys(files),
    read: (path) => (files[path] === undefined ? { kind: 'missing' } : { kind: 'text', text: files[path] }),
  };
}

function program(script: string): readonly (readonly string[])[] {
  const path = join(mkdtempSync(join(tmpdir(), 'kustomize-')), 'kustomize');
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return [[path, 'build']];
}

function placesIn(tree: FileTree): readonly (readonly string[])[] {
  return evaluateCode(tree).roots.flatMap(({ resources }) => resources.map(({ address, block }) => [address, block.range.source.path]));
}

const remote = treeOf({
  'overlay/kustomization.yaml': 'resources:\n  - pod.yaml\n  - https://example.com/bases/cache?ref=v1\n',
  'overlay/pod.yaml': POD,
});
const ofBase =
  'printf "apiVersion: v1\\nkind: Pod\\nmetadata: { name: cache }\\n---\\napiVersion: v1\\nkind: Pod\\nmetadata: { name: orders }\\n"';

test('what only the program knows comes from its output; our own objects keep their lines, and nothing is reported as unread', () => {
  const { tree, diagnostics } = buildKustomizations(remote, program(ofBase));
  assert.deepEqual(placesIn(tree), [
    ['default/Pod/orders', 'overlay/pod.yaml'],
    ['default/Pod/cache', 'overlay/kustomize-build.yaml'],
  ]);
  assert.deepEqual([...diagnostics, ...evaluateCode(tree).diagnostics], []);
});

test('replacements change objects, so the output stands for all of them', () => {
  const { tree } = buildKustomizations(
    treeOf({ 'kustomization.yaml': 'resources: [pod.yaml]\nreplacements:\n  - path: names.yaml\n', 'pod.yaml': POD }),
    program('printf "apiVersion: v1\\nkind: Pod\\nmetadata: { name: orders }\\n"'),
  );
  assert.deepEqual(placesIn(tree), [['default/Pod/orders', 'kustomize-build.yaml']]);
});

test('a kustomization that we read as a whole is not built', () => {
  const { tree, diagnostics } = buildKustomizations(
    treeOf({ 'kustomization.yaml': 'resources: [pod.yaml]\n', 'pod.yaml': POD }),
    program('exit 1'),
  );
  assert.deepEqual(placesIn(tree), [['default/Pod/orders', 'pod.yaml']]);
  assert.deepEqual(diagnostics, []);
});

test('what the program says when it fails is told, and our own reading stands', () => {
  const { tree, diagnostics } = buildKustomizations(remote, program('echo "Error: no such host" >&2; exit 1'));
  assert.deepEqual(
    diagnostics.map(({ file, message }) => [file, message]),
    [['overlay', 'kustomize build failed: Error: no such host']],
  );
  assert.deepEqual(placesIn(tree), [['default/Pod/orders', 'overlay/pod.yaml']]);
});

test('without a program it is said once', () => {
  const { diagnostics } = buildKustomizations(remote, [['/does/not/exist/kustomize', 'build']]);
  assert.deepEqual(
    diagnostics.map(({ message }) => message),
    ['neither kustomize nor kubectl is installed'],
  );
});
