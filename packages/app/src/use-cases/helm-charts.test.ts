import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { evaluateCode } from '@kumomori/parsers';
import type { FileTree } from '@kumomori/parsers';
import { renderCharts } from './helm-charts.ts';

const files: Readonly<Record<string, string>> = {
  'shop/Chart.yaml': 'apiVersion: v2\nname: shop\n',
  'shop/templates/pod.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: { name: {{ .Release.Name }} }\n',
  'shop/charts/cache/Chart.yaml': 'apiVersion: v2\nname: cache\n',
};
const tree: FileTree = {
  root: tmpdir(),
  paths: Object.keys(files),
  read: (path) => (files[path] === undefined ? { kind: 'missing' } : { kind: 'text', text: files[path] }),
};

/** A program that writes one pod, or fails. */
function helm(script: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'helm-')), 'helm');
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

test('the output of helm is scanned like plain manifests, and the chart is no longer reported as unread', () => {
  const program = helm('printf "# Source: shop/templates/pod.yaml\\napiVersion: v1\\nkind: Pod\\nmetadata: { name: %s }\\n" "$2"');
  const { tree: rendered, diagnostics } = renderCharts(tree, program);
  const { roots, diagnostics: said } = evaluateCode(rendered);
  assert.deepEqual(
    roots.flatMap(({ resources }) => resources.map(({ address, block }) => [address, block.range.source.path])),
    [['default/Pod/release', 'shop/helm-template.yaml']],
  );
  assert.deepEqual([...diagnostics, ...said], []);
});

test('a chart that helm refuses is left out with what helm said', () => {
  const { diagnostics } = renderCharts(tree, helm('echo "Error: values are missing" >&2; exit 1'));
  assert.deepEqual(
    diagnostics.map(({ file, message }) => [file, message]),
    [['shop/Chart.yaml', 'helm template failed: Error: values are missing']],
  );
});

test('without the program nothing is rendered', () => {
  const { diagnostics } = renderCharts(tree, '/does/not/exist/helm');
  assert.deepEqual(
    diagnostics.map(({ message }) => message),
    ['helm is not installed'],
  );
});

test('broken output of helm is one line at the chart, and what is whole in it is read', () => {
  const program = helm('printf "kind: [\\n---\\napiVersion: v1\\nkind: Pod\\nmetadata: { name: orders }\\n"');
  const { roots, diagnostics } = evaluateCode(renderCharts(tree, program).tree);
  assert.deepEqual(
    diagnostics.map(({ code, file, line }) => [code, file, line]),
    [['yaml-syntax', 'shop/helm-template.yaml', 2]],
  );
  assert.deepEqual(
    roots.flatMap(({ resources }) => resources.map(({ address }) => address)),
    ['default/Pod/orders'],
  );
});
