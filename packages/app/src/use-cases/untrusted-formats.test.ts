/** What must not stop a scan, for every format: each is one clear line in both languages, and the rest of the TARGET is still judged. */
import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { FolderFiles } from '../testing/index.ts';
import { scanFiles } from '../testing/index.ts';

const BUCKET = 'resource "aws_s3_bucket" "orders" {\n  bucket = "orders-bucket"\n}\n';
const TEMPLATE = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';
const large = ' '.repeat(17 * 1024 * 1024);
const binary = new Uint8Array([70, 0, 1, 2, 0]);
const laughs = (levels: number): string =>
  Array.from(
    { length: levels },
    (_, at) => `x${at}: &a${at} [${at === 0 ? 'ha' : Array.from({ length: 9 }, () => `*a${at - 1}`).join(', ')}]`,
  ).join('\n');
const deep = (open: string, close: string): string => `${open.repeat(10_000)}1${close.repeat(10_000)}`;
const arm = (rest: string): string => `{"$schema":"${TEMPLATE}","contentVersion":"1.0.0.0",${rest}}`;
const pod = 'apiVersion: v1\nkind: Pod\n';

/** `said`: code and line of each diagnostic about the file; null where nothing is to be said. */
const cases: readonly (readonly [name: string, files: FolderFiles, said: readonly (readonly [string, number | null])[]])[] = [
  ['an empty Bicep file', { 'main.bicep': '' }, []],
  ['a blank Dockerfile', { Dockerfile: ' \n\n' }, [['dockerfile-syntax', 1]]],
  ['an empty compose file', { 'compose.yaml': '' }, [['compose-syntax', 1]]],
  ['an empty state', { 'terraform.tfstate': '' }, [['json-syntax', 1]]],
  ['marks of byte order and carriage returns', { Dockerfile: '\uFEFFFROM alpine:3.20\r\nINSTALL x\r\n' }, [['dockerfile-syntax', 2]]],
  ['a binary Dockerfile', { Dockerfile: binary }, [['binary', null]]],
  ['binary Bicep', { 'main.bicep': binary }, [['binary', null]]],
  ['a binary compose file', { 'compose.yaml': binary }, [['binary', null]]],
  ['a binary state', { 'terraform.tfstate': binary }, [['binary', null]]],
  ['binary YAML', { 'pod.yaml': binary }, [['binary', null]]],
  [
    'a Dockerfile that is no UTF-8',
    { Dockerfile: new Uint8Array([...Buffer.from('FROM alpine:3.20\nLABEL a='), 255, 10]) },
    [['encoding', null]],
  ],
  ['a large Dockerfile', { Dockerfile: `FROM alpine:3.20\n${large}` }, [['too-large', null]]],
  ['large Bicep', { 'main.bicep': large }, [['too-large', null]]],
  ['a large manifest', { 'pod.yaml': pod + large }, [['too-large', null]]],
  ['deep YAML', { 'pod.yaml': `${pod}spec: ${deep('[', ']')}\n` }, [['limit', null]]],
  ['aliases of aliases', { 'pod.yaml': `${laughs(20)}\n${pod}metadata: { name: a }\nspec: *a19\n` }, [['limit', 8]]],
  ['an anchor in itself', { 'compose.yaml': 'services:\n  web: &a\n    image: *a\n' }, [['yaml-syntax', 3]]],
  ['half of a template', { 'azuredeploy.json': `{"$schema":"${TEMPLATE}","resources":[{` }, [['json-syntax', 1]]],
  ['half of a plan', { 'plan.json': '{"format_version":"1.2","resource_changes":[' }, [['json-syntax', 1]]],
  ['wrong types in a template', { 'azuredeploy.json': arm('"parameters":[],"variables":1,"resources":3') }, []],
  ['wrong types in a plan', { 'plan.json': '{"format_version":"1.2","resource_changes":{"a":1},"configuration":[]}' }, []],
  ['a state of an old version', { 'terraform.tfstate': '{"version":3}' }, [['unsupported', 1]]],
  ['services that are a list', { 'compose.yaml': 'services: [web]\n' }, [['compose-syntax', 1]]],
  ['a Bicep module that is not there', { 'main.bicep': "module part './gone.bicep' = { name: 'part' }\n" }, [['module-not-found', 1]]],
  [
    'a linked template that is not there',
    {
      'azuredeploy.json': arm(
        '"resources":[{"type":"Microsoft.Resources/deployments","name":"a","properties":{"templateLink":{"relativePath":"gone.json"}}}]',
      ),
    },
    [['module-not-found', 1]],
  ],
  ['a Bicep file that uses itself', { 'main.bicep': "module part './main.bicep' = { name: 'part' }\n" }, []],
  ['YAML named like a Dockerfile', { Dockerfile: 'services: {}\n' }, [['dockerfile-syntax', 1]]],
  ['a Dockerfile named like compose', { 'compose.yaml': 'FROM alpine:3.20\n' }, [['compose-syntax', 1]]],
];

for (const [name, files, said] of cases) {
  test(`${name} is one clear line, and the bucket beside it is judged`, async () => {
    for (const language of ['en', 'ja'] as const) {
      const { report } = await scanFiles({ ...files, 'main.tf': BUCKET }, { language, checks: ['CKV_AWS_21'] });
      assert.deepEqual(
        report.diagnostics.map(({ code, line }) => [code, line]),
        said,
        JSON.stringify(report.diagnostics),
      );
      assert.deepEqual([...new Set(report.diagnostics.map(({ file }) => file))], said.length > 0 ? Object.keys(files) : []);
      for (const { message } of report.diagnostics) {
        assert.ok(!/\n|\bat .*\.ts/.test(message) && message.length < 300, message);
        if (language === 'ja') assert.match(message, /[ぁ-んァ-ン一-龯]/);
      }
      assert.ok(report.findings.some(({ origin }) => origin.file.endsWith('main.tf')));
    }
  });
}

test('links out of the folder are not followed, whatever format their name is of', async () => {
  const names = ['Dockerfile', 'main.bicep', 'compose.yaml', 'terraform.tfstate'];
  const { report } = await scanFiles(
    { 'main.tf': BUCKET },
    { checks: ['CKV_AWS_21'], prepare: (folder) => names.forEach((name) => symlinkSync('/etc/hostname', join(folder, name))) },
  );
  assert.deepEqual(
    new Map(report.diagnostics.map(({ file, code }) => [file, code])),
    new Map(names.toSorted().map((name) => [name, 'outside-root'])),
  );
});
