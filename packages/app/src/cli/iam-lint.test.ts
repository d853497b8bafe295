/** `kumomori iam lint`, as a user meets it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LINTS } from '@kumomori/engine';
import { iamLint as english } from '../i18n/iam-lint.en.ts';
import { iamLint as japanese } from '../i18n/iam-lint.ja.ts';
import type { CliRun, FolderFiles } from '../testing/index.ts';
import { runWithFiles } from '../testing/index.ts';

const lint = (files: FolderFiles, ...args: readonly string[]): Promise<CliRun> =>
  runWithFiles(files, ['iam', 'lint', ...args], { columns: 200 });

const slip = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObjet', Resource: 'arn:aws:s3:::orders-bucket/*' }],
});
const right = slip.replace('GetObjet', 'GetObject');

test('a slip in a policy file is told with the action that was meant', async () => {
  const { exitCode, stdout } = await lint({ 'orders.json': slip }, 'orders.json');
  assert.equal(exitCode, 1);
  assert.equal(
    stdout,
    'error action-unknown orders.json Statement[0].Action\n    There is no action s3:GetObjet; s3:GetObject was probably meant.\n1 finding in 1 policy\n',
  );
});

test('the same in Japanese', async () => {
  const { stdout } = await lint({ 'orders.json': slip }, 'orders.json', '--lang', 'ja');
  assert.match(stdout, /誤り action-unknown orders\.json/);
  assert.match(stdout, /s3:GetObjet というアクションはありません/);
});

test('nothing is wrong with a right policy, and the exit code says so', async () => {
  assert.deepEqual(await lint({ 'orders.json': right }, 'orders.json'), { exitCode: 0, stdout: '0 findings in 1 policy\n', stderr: '' });
});

test('--fail-on decides about the exit code', async () => {
  assert.equal((await lint({ 'orders.json': slip }, 'orders.json', '--fail-on', 'none')).exitCode, 0);
});

test('policies of Terraform are found where they are written', async () => {
  const files = {
    'main.tf': `resource "aws_iam_role" "partner" {
  name = "partner"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::999988887777:root" }
      Action    = "sts:AssumeRole"
    }]
  })
}
`,
  };
  const { exitCode, stdout } = await lint(files, '.', '--account', '123456789012', '--format', 'json');
  const { findings, policies } = JSON.parse(stdout) as { readonly policies: number; readonly findings: readonly Record<string, unknown>[] };
  assert.equal(exitCode, 1);
  assert.equal(policies, 1);
  assert.deepEqual(
    findings.map(({ id, node, kind, file, line }) => ({ id, node, kind, file, line })),
    [{ id: 'trust-without-external-id', node: 'aws_iam_role.partner', kind: 'trust', file: 'main.tf', line: 5 }],
  );
});

test('a file that cannot be read is a wrong use', async () => {
  const { exitCode, stderr } = await lint({}, 'missing.json');
  assert.equal(exitCode, 2);
  assert.match(stderr, /missing\.json/);
});

test('every lint has a text in both languages', () => {
  for (const { lints } of [english, japanese]) {
    assert.deepEqual(Object.keys(lints).toSorted(), Object.keys(LINTS).toSorted());
    for (const text of Object.values(lints)) assert.match(text('iam:PassRole', 'iam:PassedToService'), /[.。]$/);
  }
});
