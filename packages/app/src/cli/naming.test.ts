/** Naming rules that are proposed from the names in the code. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inFolder, runInFolder } from '../testing/index.ts';

const machines = ['prd-orders-web01', 'prd-orders-web02', 'prd-billing-app01', 'stg-orders-web01', 'stg-billing-app01', 'loadtest1'];
const code = [
  ...machines.map(
    (name, index) => `resource "aws_instance" "m${index}" {\n  ami = "ami-0123456789abcdef0"\n  tags = { Name = "${name}" }\n}`,
  ),
  `variable "label" {}\nresource "aws_instance" "unknown" {\n  ami = "ami-0123456789abcdef0"\n  tags = { Name = var.label }\n}`,
  `resource "aws_sqs_queue" "queues" {\n  for_each = toset(["orders", "billing", "stock", "mail", "audit"])\n  name = "prd_\${each.key}"\n}`,
  'resource "aws_s3_bucket" "only" {\n  bucket = "orders-bucket"\n}',
].join('\n');

async function run(cwd: string, ...argv: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await runInFolder(cwd, ['scan', '.', ...argv]);
  assert.equal(exitCode, 0, stderr);
  return stdout;
}

test('the majority becomes a proposal, which the check then holds', async () => {
  await inFolder({ 'main.tf': code }, async (folder) => {
    const { rules, yaml } = JSON.parse(await run(folder, '--propose-naming', '--format', 'json')) as {
      rules: readonly unknown[];
      yaml: string;
    };
    assert.deepEqual(rules, [
      {
        kinds: ['aws_instance'],
        checkId: 'aws-ec2-instance-naming-rule',
        names: 6,
        proposal: {
          grammar: '{env}-{system}-{role}{nn}',
          tokens: ['env=prd|stg', 'system=orders|billing', 'role=web|app'],
          following: 5,
          total: 6,
          others: ['loadtest1'],
        },
      },
      {
        kinds: ['aws_sqs_queue'],
        checkId: null,
        names: 5,
        proposal: { grammar: '{env}_{system}', tokens: ['env=prd'], following: 5, total: 5, others: [] },
      },
    ]);
    await inFolder({ 'main.tf': code, 'kumomori.yaml': `version: 1\n${yaml}` }, async (configured) => {
      const text = await run(configured, '--check', 'aws-ec2-instance-naming-rule', '--format', 'json');
      const { findings } = JSON.parse(text) as { findings: readonly { readonly status: string; readonly message: string }[] };
      assert.deepEqual(
        findings.filter(({ status }) => status === 'fail').map(({ message }) => message.replace(/^.*? is called/, 'is called')),
        ['is called "loadtest1", which does not have the form {env}-{system}-{role}{nn}'],
      );
    });
  });
});

test('as a text, in both languages', async () => {
  await inFolder({ 'main.tf': code }, async (folder) => {
    assert.match(
      await run(folder, '--propose-naming', '--lang', 'en'),
      /5 of 6 names follow \{env\}-\{system\}-\{role\}\{nn\}\n {2}env: prd, stg\n/,
    );
    assert.match(
      await run(folder, '--propose-naming', '--lang', 'ja'),
      /名前 6 件中 5 件が \{env\}-\{system\}-\{role\}\{nn\} に従っています\n/,
    );
    assert.match(
      await run(folder, '--propose-naming', '--lang', 'en'),
      /For kumomori.yaml:\n\nparameters:\n {2}aws-ec2-instance-naming-rule:\n {4}grammar: \['/,
    );
  });
});
