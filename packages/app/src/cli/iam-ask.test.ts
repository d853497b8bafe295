/** `kumomori iam who-can` and `iam can`, as a user meets them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CliRun, FolderFiles } from '../testing/index.ts';
import { runWithFiles } from '../testing/index.ts';
import type { WhoCanResult } from '../use-cases/index.ts';

const CODE = `resource "aws_iam_user" "hanako" {
  name = "hanako"
}
resource "aws_iam_user_policy" "read" {
  name = "read-orders"
  user = aws_iam_user.hanako.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["s3:GetObject", "iam:CreateAccessKey"], Resource = "*" }]
  })
}
`;
const READ = ['--action', 's3:GetObject', '--resource', 'arn:aws:s3:::orders-bucket/2026/07.csv', '--account', '123456789012'];

const run = (args: readonly string[], files: FolderFiles = {}): Promise<CliRun> =>
  runWithFiles({ 'main.tf': CODE, ...files }, args, { columns: 120 });

test('who-can lists everybody with place, and the statement when asked', async () => {
  const { exitCode, stdout } = await run(['iam', 'who-can', '.', ...READ, '--explain']);
  assert.equal(exitCode, 0);
  assert.match(stdout, /^1 principal can do s3:GetObject on arn:aws:s3:::orders-bucket\/2026\/07\.csv\./);
  assert.match(stdout, /arn:aws:iam::123456789012:user\/hanako +user +main\.tf:1/);
  assert.match(stdout, /\+ .*read-orders \[main\.tf:9\]: allows it/);
});

test('the same in Japanese, as Markdown and as JSON', async () => {
  const japanese = await run(['iam', 'who-can', '.', ...READ, '--format', 'markdown', '--lang', 'ja']);
  assert.match(japanese.stdout, /プリンシパルは 1 件です/);
  assert.match(japanese.stdout, /\| `arn:aws:iam::123456789012:user\/hanako` \| ユーザー \|/);
  const { stdout } = await run(['iam', 'who-can', '.', ...READ, '--format', 'json']);
  const result = JSON.parse(stdout) as WhoCanResult; // the command's own
  const [grantee] = result.grantees;
  assert.deepEqual([grantee?.principal, grantee?.condition, grantee?.because[0]?.line], ['arn:aws:iam::123456789012:user/hanako', null, 9]);
});

test('can sums up by service and names what is dangerous', async () => {
  const { stdout } = await run(['iam', 'can', '.', '--principal', 'hanako']);
  assert.match(stdout, /read-orders \[main\.tf:4\]/);
  assert.match(stdout, /iam:CreateAccessKey: \*/);
  assert.match(stdout, /s3 +read 1\/\d+/);
});

test('rights on buckets that no code makes count too, when their name is a pattern', async () => {
  const pattern = CODE.replace('Resource = "*"', 'Resource = ["arn:aws:s3:::orders-*/*"]');
  const { stdout } = await run(['iam', 'can', '.', '--principal', 'hanako', '--account', '123456789012'], { 'main.tf': pattern });
  assert.match(stdout, /s3 +read 1\/\d+ +arn:aws:s3:::orders-\*\/\*/);
});

test('a principal that is not there and a file without policies are complaints, not crashes', async () => {
  const missing = await run(['iam', 'can', '.', '--principal', 'taro']);
  assert.equal(missing.exitCode, 2);
  assert.match(missing.stderr, /no user or role here is called taro/);
  const bad = await run(['iam', 'who-can', '.', ...READ, '--managed-policies', 'bad.json'], { 'bad.json': '{"Policies": 1}' });
  assert.equal(bad.exitCode, 2);
  assert.match(bad.stderr, /bad\.json holds no managed policies of AWS/);
});
