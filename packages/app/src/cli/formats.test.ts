/** Formats beside Terraform, as a user meets them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runWithFiles } from '../testing/index.ts';

interface Found {
  readonly origin: { readonly kind: string; readonly address: string; readonly file: string; readonly startLine: number };
  readonly evidence: readonly { readonly file: string; readonly line: number; readonly value: unknown }[];
}

function findingsIn(stdout: string): readonly Found[] {
  return (JSON.parse(stdout) as { readonly findings: readonly Found[] }).findings; // what contracts.md §2 promises
}

const database =
  'variable "public" {\n  default = true\n}\nresource "aws_db_instance" "orders" {\n  identifier          = "orders"\n  publicly_accessible = var.public\n}\n';
const plan = JSON.stringify({
  format_version: '1.2',
  terraform_version: '1.9.0',
  resource_changes: [
    {
      address: 'aws_db_instance.orders',
      mode: 'managed',
      type: 'aws_db_instance',
      name: 'orders',
      provider_name: 'registry.example/hashicorp/aws',
      change: {
        actions: ['create'],
        before: null,
        after: { identifier: 'orders', publicly_accessible: true, password: 'drawn-by-lot' },
        after_unknown: {},
        after_sensitive: { password: true },
      },
    },
  ],
});
const check = ['--check', 'aws-rds-instance-not-public', '--format', 'json'];

test('a plan is judged by its values and shown in the plan', async () => {
  const { stdout, exitCode } = await runWithFiles({ 'plan.json': plan }, ['scan', 'plan.json', ...check]);
  const [finding] = findingsIn(stdout);
  assert.equal(exitCode, 1);
  assert.deepEqual(
    [finding?.origin.kind, finding?.origin.address, finding?.origin.file],
    ['terraform-plan', 'aws_db_instance.orders', 'plan.json'],
  );
  assert.doesNotMatch(stdout, /drawn-by-lot/);
});

test('with --source a finding of a plan stands on the line of the code, the file being the one of that folder', async () => {
  const { stdout } = await runWithFiles(
    {
      'out/plan.json': plan,
      'infra/main.tf': database,
    },
    ['scan', 'out/plan.json', '--source', 'infra', ...check],
  );
  const [finding] = findingsIn(stdout);
  assert.deepEqual([finding?.origin.startLine, finding?.evidence[0]?.line], [4, 2]);
  assert.match(finding?.origin.file ?? '', /infra\/main\.tf$/);
});

test('--source with a folder that is not there is refused', async () => {
  const { exitCode, stderr } = await runWithFiles({ 'plan.json': plan }, ['scan', 'plan.json', '--source', 'code']);
  assert.equal(exitCode, 2);
  assert.match(stderr, /code/);
});

test('code frames of plans and states are left out: they hold secrets', async () => {
  const { stdout } = await runWithFiles({ 'plan.json': plan }, ['scan', 'plan.json', '--check', 'aws-rds-instance-not-public']);
  assert.match(stdout, /aws_db_instance\.orders/);
  assert.doesNotMatch(stdout, /drawn-by-lot/);
});

test('a folder of many formats is read as what each file is, and --explain-inputs says why', async () => {
  const files = {
    'main.tf': database,
    'azuredeploy.json': '{"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#", "resources": []}',
    'stack.yaml': 'AWSTemplateFormatVersion: "2010-09-09"\nResources: {}\n',
    'deploy.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: orders\n',
    'notes.yaml': 'orders: 1\n',
  };
  const { stdout, exitCode } = await runWithFiles(files, ['scan', '.', '--explain-inputs', '--format', 'json']);
  assert.equal(exitCode, 0);
  const rows = JSON.parse(stdout) as readonly { readonly file: string; readonly kind: string }[];
  assert.deepEqual(
    rows.map(({ file, kind }) => `${file} ${kind}`),
    ['azuredeploy.json arm', 'deploy.yaml kubernetes', 'main.tf terraform', 'stack.yaml cloudformation'],
  );
  assert.match((await runWithFiles(files, ['scan', '.', '--explain-inputs', '--lang', 'ja'])).stdout, /AWSTemplateFormatVersion がある/);
});
