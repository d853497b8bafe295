/** Data whose own policy lets in other accounts: who is told, and who is not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inFolder } from '../testing/index.ts';
import { customers, policy } from '../testing/path-cases/parts.ts';
import { whoCan } from './ask-access.ts';
import { findAttackPaths } from './find-paths.ts';

const PARTNER = '210987654321';
const IN = 'arn:aws:s3:::orders-bucket/*';

const bucketPolicy = (...statements: readonly object[]): string => `resource "aws_s3_bucket_policy" "customers" {
  bucket = aws_s3_bucket.customers.id
  policy = ${policy(...statements)}
}
`;
const reads = (name: string, more: object = {}) => ({ Principal: { AWS: name }, Action: 's3:GetObject', Resource: IN, ...more });

async function told(code: string, knownAccounts: readonly string[] = []) {
  return inFolder({ 'main.tf': code }, async (cwd) => {
    const { paths } = await findAttackPaths({
      ...{ cwd, language: 'en', now: () => new Date('2026-11-22T09:00:00Z'), account: '123456789012', knownAccounts },
      ...{ configFile: null, varFiles: [], workspace: null, people: null, targets: ['main.tf'] },
    });
    return paths;
  });
}
const brief = async (code: string, known: readonly string[] = []) =>
  (await told(code, known)).map(({ query, entry, steps }) =>
    [query, entry.node, ...steps.map(({ edge, to }) => `${edge} ${to}`)].join(' | '),
  );
const READS = [`cross-account-trust | ${PARTNER} | CAN_READ aws_s3_bucket.customers`];

test('a whole account may read: whoever gets hold of anybody in it; one role of it is how data is shared', async () => {
  const [whole, ...others] = await told(customers + bucketPolicy(reads(`arn:aws:iam::${PARTNER}:root`)));
  assert.ok(whole);
  assert.deepEqual([whole.severity, others], ['high', []]);
  assert.deepEqual(whole.steps[0]?.because, `the policy of aws_s3_bucket.customers lets account ${PARTNER} read it`);
  assert.match(whole.steps[0]?.condition ?? '', /somebody in 210987654321 who may do so is taken over/);
  assert.deepEqual(await told(customers + bucketPolicy(reads(`arn:aws:iam::${PARTNER}:role/reports`))), []);
});

test('to delete logs one role suffices, and weighs less than an account', async () => {
  const logs = (who: string) =>
    (customers + bucketPolicy(reads(who, { Action: 's3:DeleteObject' })))
      .replaceAll('orders-bucket', 'audit-bucket')
      .replace('personal', 'log');
  const [role] = await told(logs(`arn:aws:iam::${PARTNER}:role/reports`));
  const [whole] = await told(logs(PARTNER));
  assert.ok(role && whole);
  assert.deepEqual([role.query, whole.query], ['log-or-backup-deletable', 'log-or-backup-deletable']);
  assert.ok(role.score < whole.score);
});

test('one folder is data as well; other actions, services, the own accounts and known ones are no way in', async () => {
  assert.deepEqual(await brief(customers + bucketPolicy(reads(PARTNER, { Resource: 'arn:aws:s3:::orders-bucket/exports/*' }))), READS);
  assert.deepEqual(await brief(customers + bucketPolicy(reads(PARTNER, { Action: 's3:GetBucketLocation', Resource: '*' }))), []);
  assert.deepEqual(await brief(customers + bucketPolicy({ ...reads(PARTNER), Principal: { Service: 'delivery.logs.amazonaws.com' } })), []);
  assert.deepEqual(await brief(customers + bucketPolicy(reads('123456789012'))), []);
  assert.deepEqual(await brief(customers + bucketPolicy(reads(PARTNER)), [PARTNER]), []);
});

test('encrypted data is read only by whom the key lets in, too', async () => {
  const encrypted = (document: string) => `resource "aws_kms_key" "customers" {
  policy = ${document}
}
resource "aws_s3_bucket_server_side_encryption_configuration" "customers" {
  bucket = aws_s3_bucket.customers.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.customers.arn
    }
  }
}
${customers}${bucketPolicy(reads(PARTNER))}`;
  const own = { Principal: { AWS: 'arn:aws:iam::123456789012:root' }, Action: 'kms:*' };
  assert.deepEqual(await brief(encrypted(policy(own))), []);
  assert.deepEqual(await brief(encrypted(policy(own, { Principal: { AWS: PARTNER }, Action: 'kms:Decrypt' }))), READS);
});

test('whoever of another account writes where a function gets its code has its role', async () => {
  const code = `${customers}resource "aws_s3_bucket" "releases" {
  bucket = "releases-bucket"
}
resource "aws_s3_bucket_policy" "releases" {
  bucket = aws_s3_bucket.releases.id
  policy = ${policy({ Principal: { AWS: PARTNER }, Action: 's3:PutObject', Resource: 'arn:aws:s3:::releases-bucket/*' })}
}
resource "aws_iam_role" "job" {
  name               = "job"
  assume_role_policy = ${policy({ Principal: { Service: 'glue.amazonaws.com' }, Action: 'sts:AssumeRole', Resource: undefined })}
}
resource "aws_iam_role_policy" "job" {
  role   = aws_iam_role.job.name
  policy = ${policy({ Action: 's3:GetObject', Resource: IN })}
}
resource "aws_glue_job" "nightly" {
  name     = "nightly"
  role_arn = aws_iam_role.job.arn
  command {
    script_location = "s3://releases-bucket/nightly.py"
  }
}
`;
  assert.deepEqual(await brief(code), [
    `cross-account-trust | ${PARTNER} | CAN_WRITE aws_s3_bucket.releases | CAN_UPDATE_CODE aws_glue_job.nightly | RUNS_AS aws_iam_role.job | CAN_READ aws_s3_bucket.customers`,
  ]);
  assert.deepEqual(await brief(code.replace('s3:PutObject', 's3:GetObject')), []);
});

test('who-can names the role of another account that the policy names, unless it denies it', async () => {
  const role = `arn:aws:iam::${PARTNER}:role/reports`;
  const who = async (...statements: readonly object[]) =>
    inFolder({ 'main.tf': customers + bucketPolicy(...statements) }, async (cwd) => {
      const asked = { action: 's3:GetObject', resource: 'arn:aws:s3:::orders-bucket/2026/07.csv' };
      const { grantees } = await whoCan({ targets: ['.'], cwd, language: 'en', account: '123456789012', ...asked });
      return grantees.map(({ principal, kind, because }) => [principal, kind, because.map(({ layer }) => layer).join()]);
    });
  assert.deepEqual(await who(reads(role)), [[role, 'outside', 'resource']]);
  assert.deepEqual(await who(reads(role), reads(role, { Effect: 'Deny' })), []);
});
