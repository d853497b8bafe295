/** `kumomori iam diff`, as a user meets it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CliRun, FolderFiles } from '../testing/index.ts';
import { runWithFiles } from '../testing/index.ts';

const diff = (files: FolderFiles, ...args: readonly string[]): Promise<CliRun> =>
  runWithFiles(files, ['iam', 'diff', ...args], { columns: 200 });

const policy = (...statements: readonly object[]): string => JSON.stringify({ Version: '2012-10-17', Statement: statements });
const allow = (action: string, resource: string, more: object = {}): object => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
  ...more,
});

interface Change {
  readonly kind: string;
  readonly actions: readonly string[];
  readonly resource: string;
  readonly afterCondition: string | null;
}

async function changes(before: string, after: string): Promise<readonly (readonly unknown[])[]> {
  const { stdout } = await diff({ 'old.json': before, 'new.json': after }, 'old.json', 'new.json', '--format', 'json');
  const { principals } = JSON.parse(stdout) as { principals: readonly { changes: readonly Change[] }[] }; // the command's own schema
  return principals.flatMap((each) =>
    each.changes.map(({ kind, actions, resource, afterCondition }) => [kind, actions.join(' '), resource, afterCondition]),
  );
}

test('what a policy opens and closes is told by meaning, not by text', async () => {
  const orders = 'arn:aws:s3:::orders-bucket/*';
  assert.deepEqual(
    await changes(policy(allow('s3:GetObject', orders)), policy(allow('s3:getobject', orders), allow('s3:GetObject', orders))),
    [],
  );
  assert.deepEqual(await changes(policy(allow('s3:GetObject', orders)), policy(allow('s3:GetObject', '*'))), [
    ['opened', 's3:GetObject', '*', null],
  ]);
  assert.deepEqual(
    await changes(policy(allow('sqs:*', '*')), policy(allow('sqs:*', '*'), { Effect: 'Deny', Action: 'sqs:DeleteQueue', Resource: '*' })),
    [['closed', 'sqs:DeleteQueue', '*', null]],
  );
  assert.deepEqual(
    await changes(
      policy(allow('sqs:SendMessage', '*')),
      policy(allow('sqs:SendMessage', '*', { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } })),
    ),
    [['narrowed', 'sqs:SendMessage', '*', 'aws:MultiFactorAuthPresent Bool "true"']],
  );
});

test('a deny in the middle of two overlapping patterns is found', async () => {
  const old = policy(allow('s3:GetObject', 'arn:aws:s3:::a-*/public/*'));
  const now = policy(allow('s3:GetObject', 'arn:aws:s3:::a-*/public/*'), {
    Effect: 'Deny',
    Action: 's3:GetObject',
    Resource: 'arn:aws:s3:::*/*.csv',
  });
  assert.deepEqual(await changes(old, now), [['closed', 's3:GetObject', 'arn:aws:s3:::a-*/public/*.csv', null]]);
});

const role = (actions: string): string => `
resource "aws_iam_role" "app" {
  name = "app"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }] })
}
resource "aws_iam_role_policy" "app" {
  role   = aws_iam_role.app.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = [${actions}], Resource = "*" }] })
}
`;

test('two folders of code are compared principal by principal, in both languages', async () => {
  const files = { 'base/main.tf': role('"sqs:SendMessage"'), 'head/main.tf': role('"sqs:SendMessage", "iam:PassRole"') };
  const { stdout, exitCode } = await diff(files, 'base', 'head');
  assert.equal(exitCode, 0);
  assert.equal(
    stdout,
    [
      'changed: aws_iam_role.app (arn:aws:iam::000000000000:role/app)',
      '  + becomes possible',
      '      iam:PassRole',
      '      * · write 1',
      '',
      '1 principal with changes, 0 without',
      '',
    ].join('\n'),
  );
  assert.match(
    (await diff(files, 'base', 'head', '--lang', 'ja', '--format', 'markdown')).stdout,
    /可能になる \| iam:PassRole \| \\?\*|可能になる/,
  );
});

test('what cannot be compared is said', async () => {
  const files = { 'old.json': policy(), 'bad.json': '{', 'base/main.tf': role('"sqs:SendMessage"') };
  assert.deepEqual(
    [await diff(files, 'old.json', 'bad.json'), await diff(files, 'old.json', 'base'), await diff(files, 'old.json', 'gone.json')].map(
      ({ exitCode, stderr }) => [exitCode, stderr],
    ),
    [
      [2, 'kumomori: bad.json is not JSON\n'],
      [2, 'kumomori: old.json and base cannot be compared: one is a policy, the other is not\n'],
      [2, 'kumomori: gone.json cannot be read\n'],
    ],
  );
});
