/** Exit codes of `scan` (contracts.md §1) for every format: 0 nothing to say, 1 a finding, 2 nothing that could be read. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runWithFiles } from '../testing/index.ts';

const SCHEMA = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';
const plan = (isPublic: boolean): string =>
  JSON.stringify({
    format_version: '1.2',
    terraform_version: '1.9.0',
    resource_changes: [
      {
        address: 'aws_db_instance.orders',
        mode: 'managed',
        type: 'aws_db_instance',
        name: 'orders',
        provider_name: 'registry.example/hashicorp/aws',
        change: { actions: ['create'], before: null, after: { identifier: 'orders', publicly_accessible: isPublic }, after_unknown: {} },
      },
    ],
  });
const state = (isPublic: boolean): string =>
  JSON.stringify({
    version: 4,
    terraform_version: '1.9.0',
    serial: 1,
    lineage: 'a',
    resources: [
      {
        mode: 'managed',
        type: 'aws_db_instance',
        name: 'orders',
        provider: 'provider["registry.example/hashicorp/aws"]',
        instances: [{ attributes: { identifier: 'orders', publicly_accessible: isPublic } }],
      },
    ],
  });
const database = 'aws-rds-instance-not-public';
const storage = 'azure-storage-https-only';
const privileged = 'k8s-pod-security-privileged';

interface Format {
  readonly name: string;
  readonly file: string;
  readonly check: string;
  readonly good: string;
  readonly bad: string;
}

const formats: readonly Format[] = [
  {
    name: 'Terraform',
    file: 'main.tf',
    check: database,
    good: 'resource "aws_db_instance" "orders" {\n  publicly_accessible = false\n}\n',
    bad: 'resource "aws_db_instance" "orders" {\n  publicly_accessible = true\n}\n',
  },
  { name: 'a plan', file: 'plan.json', check: database, good: plan(false), bad: plan(true) },
  { name: 'a state', file: 'terraform.tfstate', check: database, good: state(false), bad: state(true) },
  {
    name: 'CloudFormation',
    file: 'stack.yaml',
    check: database,
    good: 'Resources:\n  Orders:\n    Type: AWS::RDS::DBInstance\n    Properties: { PubliclyAccessible: false }\n',
    bad: 'Resources:\n  Orders:\n    Type: AWS::RDS::DBInstance\n    Properties: { PubliclyAccessible: true }\n',
  },
  {
    name: 'ARM',
    file: 'azuredeploy.json',
    check: storage,
    good: `{"$schema":"${SCHEMA}","resources":[{"type":"Microsoft.Storage/storageAccounts","apiVersion":"2023-01-01","name":"orders","properties":{"supportsHttpsTrafficOnly":true}}]}`,
    bad: `{"$schema":"${SCHEMA}","resources":[{"type":"Microsoft.Storage/storageAccounts","apiVersion":"2023-01-01","name":"orders","properties":{"supportsHttpsTrafficOnly":false}}]}`,
  },
  {
    name: 'Bicep',
    file: 'main.bicep',
    check: storage,
    good: "resource orders 'Microsoft.Storage/storageAccounts@2023-01-01' = {\n  name: 'orders'\n  properties: { supportsHttpsTrafficOnly: true }\n}\n",
    bad: "resource orders 'Microsoft.Storage/storageAccounts@2023-01-01' = {\n  name: 'orders'\n  properties: { supportsHttpsTrafficOnly: false }\n}\n",
  },
  {
    name: 'Kubernetes',
    file: 'pod.yaml',
    check: privileged,
    good: 'apiVersion: v1\nkind: Pod\nmetadata: { name: orders }\nspec: { containers: [{ name: web, image: nginx:1.29 }] }\n',
    bad: 'apiVersion: v1\nkind: Pod\nmetadata: { name: orders }\nspec: { containers: [{ name: web, image: nginx:1.29, securityContext: { privileged: true } }] }\n',
  },
  {
    name: 'a Dockerfile',
    file: 'Dockerfile',
    check: 'docker-image-user-not-root',
    good: 'FROM alpine:3.20\nUSER 1000\n',
    bad: 'FROM alpine:3.20\nUSER root\n',
  },
  {
    name: 'compose',
    file: 'compose.yaml',
    check: 'docker-compose-no-privileged',
    good: 'services:\n  web:\n    image: nginx:1.29\n',
    bad: 'services:\n  web:\n    image: nginx:1.29\n    privileged: true\n',
  },
];

for (const { name, file, check, good, bad } of formats) {
  test(`exit codes of ${name}: 0 as it should be, 1 with a finding, 2 when nothing can be read`, async () => {
    const argv = ['scan', file, '--check', check, '--fail-on', 'info', '--format', 'json'];
    const results = [
      await runWithFiles({ [file]: good }, argv),
      await runWithFiles({ [file]: bad }, argv),
      await runWithFiles({ [file]: new Uint8Array([80, 75, 3, 4, 0, 0]) }, argv),
    ];
    assert.deepEqual(
      results.map(({ exitCode }) => exitCode),
      [0, 1, 2],
    );
    const [, failed, lost] = results;
    assert.equal(JSON.parse(failed?.stdout ?? '{}').findings[0]?.origin.file, file);
    assert.match(lost?.stderr ?? '', new RegExp(file.replaceAll('.', String.raw`\.`)));
  });
}

test('a broken file beside a sound one changes no exit code', async () => {
  const binary = new Uint8Array([80, 75, 3, 4, 0, 0]);
  const broken = Object.fromEntries(formats.filter(({ file }) => file !== 'main.tf').map(({ file }) => [`broken/${file}`, binary]));
  const [terraform] = formats;
  for (const [text, expected] of [
    [terraform?.good ?? '', 0],
    [terraform?.bad ?? '', 1],
  ] as const)
    assert.equal((await runWithFiles({ ...broken, 'main.tf': text }, ['scan', '.', '--check', database])).exitCode, expected);
});
