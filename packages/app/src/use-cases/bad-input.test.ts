/**
 * What is wrong in a file of each format although its text can be read: said twice, missing beside it, of a version that nobody reads, empty,
 * or not readable at all. Each is one clear line in both languages, and the rest of the TARGET is still judged.
 */
import assert from 'node:assert/strict';
import { chmodSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { FolderFiles } from '../testing/index.ts';
import { scanFiles } from '../testing/index.ts';

const BUCKET = 'resource "aws_s3_bucket" "orders" {\n  bucket = "orders-bucket"\n}\n';
const SCHEMA = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';

const stack = (resources: string): string => `AWSTemplateFormatVersion: "2010-09-09"\nResources:\n${resources}`;
const queue = '  Orders:\n    Type: AWS::SQS::Queue\n';
const arm = (resources: string): string => `{\n  "$schema": "${SCHEMA}",\n  "resources": [\n${resources}\n  ]\n}\n`;
const account = '    { "type": "Microsoft.Storage/storageAccounts", "apiVersion": "2023-01-01", "name": "orderslogs" }';
const bicepAccount = (symbol: string): string =>
  `resource ${symbol} 'Microsoft.Storage/storageAccounts@2023-01-01' = {\n  name: 'orderslogs'\n}\n`;
const config = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: orders\n';
const planOf = (version: string): string =>
  `{\n  "format_version": "${version}",\n  "terraform_version": "1.9.0",\n  "resource_changes": []\n}\n`;
const stateOf = (rest: string): string => `{\n  "serial": 1,\n  "lineage": "a",\n  "terraform_version": "1.9.0",\n  ${rest}\n}\n`;

interface Case {
  readonly name: string;
  readonly files: FolderFiles;
  /** Code, line and English text of the only diagnostic; null: nothing is to be said. */
  readonly said: readonly [code: string, line: number | null, message: string] | null;
}

const cases: readonly Case[] = [
  // Said twice
  {
    name: 'a resource of Terraform',
    files: { 'a.tf': 'resource "aws_sqs_queue" "a" {}\nresource "aws_sqs_queue" "a" {}\n' },
    said: ['duplicate-declaration', 2, 'resource "aws_sqs_queue" "a" is declared twice in this module'],
  },
  {
    name: 'an attribute of Terraform',
    files: { 'a.tf': 'resource "aws_sqs_queue" "a" {\n  name = "a"\n  name = "b"\n}\n' },
    said: ['hcl-duplicate-attribute', 3, 'attribute "name" is given twice'],
  },
  {
    name: 'a logical id in YAML',
    files: { 'stack.yaml': stack(queue + queue) },
    said: ['cloudformation', 5, 'the logical id Orders is declared twice; the last one counts'],
  },
  {
    name: 'a logical id in JSON',
    files: {
      'stack.json':
        '{\n  "Resources": {\n    "Orders": { "Type": "AWS::SQS::Queue" },\n    "Orders": { "Type": "AWS::SQS::Queue" }\n  }\n}\n',
    },
    said: ['cloudformation', 4, 'the logical id Orders is declared twice; the last one counts'],
  },
  {
    name: 'a property of a template',
    files: { 'stack.yaml': stack(`${queue}    Properties:\n      QueueName: a\n      QueueName: b\n`) },
    said: ['duplicate-key', 7, 'the key "QueueName" is written twice; the last one counts'],
  },
  {
    name: 'a member of ARM',
    files: {
      'azuredeploy.json': arm('    {\n      "type": "Microsoft.Storage/storageAccounts",\n      "name": "a",\n      "name": "b"\n    }'),
    },
    said: ['duplicate-key', 7, 'the key "name" is written twice; the last one counts'],
  },
  {
    name: 'a resource of ARM',
    files: { 'azuredeploy.json': arm(`${account},\n${account}`) },
    said: ['duplicate-declaration', 5, 'the resource "orderslogs" is declared twice in this template'],
  },
  {
    name: 'a name of Bicep',
    files: { 'main.bicep': "param tls string = 'TLS1_2'\nparam tls string = 'TLS1_0'\n" },
    said: ['duplicate-declaration', 2, 'the name "tls" is declared twice in this file'],
  },
  {
    name: 'a resource of Bicep',
    files: { 'main.bicep': `${bicepAccount('a')}${bicepAccount('b')}` },
    said: ['duplicate-declaration', 4, 'the resource "orderslogs" is declared twice in this template'],
  },
  {
    name: 'a key of a manifest',
    files: { 'a.yaml': `${config}data:\n  a: x\n  a: y\n` },
    said: ['duplicate-key', 7, 'the key "a" is written twice; the last one counts'],
  },
  {
    name: 'a key of a manifest in JSON',
    files: { 'a.json': '{\n"apiVersion": "v1",\n"kind": "ConfigMap",\n"metadata": { "name": "a",\n"name": "b" } }\n' },
    said: ['duplicate-key', 5, 'the key "name" is written twice; the last one counts'],
  },
  {
    name: 'an object of Kubernetes',
    files: { 'a.yaml': `${config}---\n${config}` },
    said: ['duplicate-declaration', 6, 'ConfigMap orders is declared twice in this file; the last one counts'],
  },
  { name: 'an object of Kubernetes in two files', files: { 'base/a.yaml': config, 'test/a.yaml': config }, said: null },
  {
    name: 'a service of compose',
    files: { 'compose.yaml': 'services:\n  web:\n    image: nginx:1.29\n  web:\n    image: nginx:1.28\n' },
    said: ['duplicate-key', 4, 'the key "web" is written twice; the last one counts'],
  },
  // Of a Dockerfile there is a check: docker-image-stage-alias-unique.
  // Not there
  {
    name: 'a nested stack',
    files: {
      'stack.yaml': stack('  Part:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n      TemplateURL: ./parts/gone.yaml\n'),
    },
    said: ['module-not-found', 6, 'the template "./parts/gone.yaml" is not on this disk'],
  },
  {
    name: 'a nested stack of SAM',
    files: {
      'stack.yaml': stack('  Part:\n    Type: AWS::Serverless::Application\n    Properties:\n      Location: gone.yaml\n'),
    },
    said: ['module-not-found', 6, 'the template "gone.yaml" is not on this disk'],
  },
  {
    name: 'a nested stack in a bucket is somewhere else on purpose',
    files: {
      'stack.yaml': stack(
        '  Part:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n      TemplateURL: https://orders-bucket.s3.amazonaws.com/part.yaml\n',
      ),
    },
    said: null,
  },
  {
    name: 'a linked template',
    files: {
      'azuredeploy.json': arm(
        '    {\n      "type": "Microsoft.Resources/deployments",\n      "name": "part",\n      "properties": { "templateLink": { "relativePath": "gone.json" } }\n    }',
      ),
    },
    said: ['module-not-found', 7, 'the template "gone.json" is not on this disk'],
  },
  {
    name: 'a Bicep module',
    files: { 'main.bicep': "\nmodule part 'parts/gone.bicep' = {\n  name: 'part'\n}\n" },
    said: ['module-not-found', 2, 'the template "parts/gone.bicep" is not on this disk'],
  },
  {
    name: 'a resource of a kustomization',
    files: { 'kustomization.yaml': 'resources:\n  - gone.yaml\n' },
    said: ['kustomize', 2, 'gone.yaml does not exist'],
  },
  {
    name: 'a patch of a kustomization',
    files: { 'kustomization.yaml': 'resources:\n  - config.yaml\npatches:\n  - path: gone.yaml\n', 'config.yaml': config },
    said: ['kustomize', 4, 'gone.yaml does not exist'],
  },
  {
    name: 'a service that is extended',
    files: { 'compose.yaml': 'services:\n  web:\n    extends:\n      service: gone\n' },
    said: ['compose-syntax', 4, 'the service "gone" that is extended is not in this file'],
  },
  {
    name: 'a file whose service is extended',
    files: { 'compose.yaml': 'services:\n  web:\n    extends:\n      file: gone.yaml\n      service: base\n' },
    said: ['compose-syntax', 4, 'gone.yaml does not exist'],
  },
  {
    name: 'a service that extends itself',
    files: { 'compose.yaml': 'services:\n  web:\n    extends: web\n' },
    said: ['compose-syntax', 3, 'the service "web" extends itself'],
  },
  { name: 'FROM', files: { Dockerfile: 'RUN true\n' }, said: ['dockerfile-syntax', 1, 'there is no FROM in this Dockerfile'] },
  // Broken, or of a version that nobody reads
  {
    name: 'the output of helm, broken in one document',
    files: { 'shop.yaml': `# Source: shop/templates/a.yaml\n${config}data:\n  a: [\n bad: b\n---\n${config.replace('orders', 'shop')}` },
    said: ['yaml-syntax', 8, 'not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]'],
  },
  {
    name: 'a plan of another format',
    files: { 'plan.json': planOf('2.0') },
    said: ['unsupported', 2, 'a plan of format version 2.0 is not read; up to 1 is'],
  },
  { name: 'a plan of an early format', files: { 'plan.json': planOf('0.2') }, said: null },
  {
    name: 'a state of an old version',
    files: { 'terraform.tfstate': stateOf('"version": 3') },
    said: ['unsupported', 1, 'a state of version 3 is not read; Terraform 0.12 and later write version 4'],
  },
  {
    name: 'a state that is encrypted',
    files: { 'terraform.tfstate': stateOf('"meta": {},\n  "encrypted_data": "bm90aGluZw==",\n  "encryption_version": "v0"') },
    said: ['unsupported', 1, 'the state is encrypted and was not read'],
  },
  {
    name: 'a state that is binary',
    files: { 'terraform.tfstate': new Uint8Array([80, 75, 3, 4, 0, 0]) },
    said: ['binary', null, 'the file is not text and was not read'],
  },
  // Empty
  { name: 'an empty Terraform file', files: { 'a.tf': '' }, said: null },
  { name: 'empty variables', files: { 'a.auto.tfvars': '' }, said: null },
  { name: 'empty Terraform in JSON', files: { 'a.tf.json': '' }, said: ['json-syntax', 1, 'value expected, found the end of the file'] },
  { name: 'an empty state', files: { 'terraform.tfstate': '' }, said: ['json-syntax', 1, 'value expected, found the end of the file'] },
  { name: 'an empty Bicep file', files: { 'main.bicep': '' }, said: null },
  { name: 'empty parameters of Bicep', files: { 'main.bicepparam': '' }, said: null },
  { name: 'empty JSON of any kind', files: { 'azuredeploy.json': '', 'plan.json': '' }, said: null },
  { name: 'empty YAML of any kind', files: { 'a.yaml': '', 'stack.template': '' }, said: null },
  { name: 'an empty kustomization', files: { 'kustomization.yaml': '' }, said: ['kustomize', 1, 'the kustomization is empty'] },
  {
    name: 'an empty chart',
    files: { 'Chart.yaml': '' },
    said: ['helm-template', null, 'this is a Helm chart: templates are not guessed; scan the output of helm template'],
  },
  {
    name: 'an empty compose file',
    files: { 'compose.yaml': '' },
    said: ['compose-syntax', 1, 'there are no services in this compose file'],
  },
  { name: 'an empty Dockerfile', files: { Dockerfile: '' }, said: ['dockerfile-syntax', 1, 'there is no FROM in this Dockerfile'] },
];

for (const { name, files, said } of cases) {
  test(`${name}: ${said ? 'one clear line' : 'nothing to say'}, and the bucket beside it is judged`, async () => {
    for (const language of ['en', 'ja'] as const) {
      const { report } = await scanFiles({ ...files, 'beside/main.tf': BUCKET }, { language, checks: ['CKV_AWS_21'] });
      const lines = report.diagnostics.map(({ code, line, message }) => [code, line, ...(language === 'en' ? [message] : [])]);
      assert.deepEqual(lines, said ? [language === 'en' ? said : said.slice(0, 2)] : []);
      for (const { file, message } of report.diagnostics) {
        assert.equal(file, Object.keys(files)[0]);
        if (language === 'ja') assert.match(message, /[ぁ-んァ-ン一-龯]/);
      }
      assert.ok(report.findings.some(({ origin }) => origin.file === 'beside/main.tf'));
    }
  });
}

const named = ['a.tf', 'a.tf.json', 'terraform.tfstate', 'stack.yaml', 'azuredeploy.json', 'main.bicep', 'Dockerfile', 'compose.yaml'];

const unreadable: readonly (readonly [how: string, make: (path: string) => void, skip: string | false])[] = [
  [
    'nobody may read them',
    (path) => (writeFileSync(path, BUCKET), chmodSync(path, 0o000)),
    process.getuid?.() === 0 && 'root may read all',
  ],
  ['they are links to themselves', (path) => symlinkSync(path, path), false],
];

for (const [why, make, skip] of unreadable) {
  test(`files of every format that cannot be read, because ${why}, are a line each`, { skip }, async () => {
    const { report } = await scanFiles(
      { 'beside/main.tf': BUCKET },
      { checks: ['CKV_AWS_21'], prepare: (folder) => named.forEach((name) => make(join(folder, name))) },
    );
    assert.deepEqual(
      report.diagnostics.map(({ file, code }) => `${file} ${code}`).toSorted(),
      named.map((name) => `${name} unreadable`).toSorted(),
    );
    assert.equal(report.findings.length, 1);
  });
}
