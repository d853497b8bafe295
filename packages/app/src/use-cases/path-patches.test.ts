/** Patches of attack paths: small estates, the patch applied, and what is then left. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { inFolder } from '../testing/index.ts';
import { findAttackPaths } from './find-paths.ts';

const HEAD = 'provider "aws" {\n  allowed_account_ids = ["123456789012"]\n}\n';

const BUCKET = `
resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
  tags   = { DataClass = "personal" }
}
`;

/** A role that another account may assume, and that reads the orders. */
function vendor({ trusted, statements }: { readonly trusted: string; readonly statements: string }): string {
  return `${HEAD}${BUCKET}
resource "aws_iam_role" "vendor" {
  name = "vendor"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { AWS = ${trusted} }
    }]
  })
}

# What the vendor may do.
resource "aws_iam_role_policy" "vendor" {
  name = "read"
  role = aws_iam_role.vendor.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [${statements}]
  })
}
`;
}

const READ = '{ Sid = "Read", Effect = "Allow", Action = ["s3:GetObject", "s3:ListBucket"], Resource = "*" }';

async function told(cwd: string) {
  return await findAttackPaths({ cwd, targets: ['.'], language: 'en', now: () => new Date('2026-11-22T09:00:00Z'), patches: true });
}

/** Patches of the only path by summary; each is applied to see that the path is gone. */
async function patchesOf(text: string): Promise<Readonly<Record<string, string | null>>> {
  return await inFolder({ 'main.tf': text }, async (cwd) => {
    const { paths } = await told(cwd);
    assert.equal(paths.length, 1);
    const found: Record<string, string | null> = {};
    for (const { summary, patch } of paths[0]?.fixes ?? []) {
      found[summary] = patch === null ? null : changedLines(patch);
      if (patch === null) continue;
      execFileSync('git', ['apply', '-p1'], { cwd, input: patch });
      assert.deepEqual((await told(cwd)).paths, [], summary);
      writeFileSync(join(cwd, 'main.tf'), text);
    }
    return found;
  });
}

function changedLines(patch: string): string {
  return patch
    .split('\n')
    .filter((line) => /^[-+](?![-+]{2} )/.test(line))
    .map((line) => line.replaceAll(/\s+/g, ' '))
    .join('\n');
}

test('one of several accounts is taken out of a trust, and the action that reads out of a statement', async () => {
  const found = await patchesOf(vendor({ trusted: '["123456789012", "345678901234"]', statements: READ }));
  assert.deepEqual(found, {
    'Narrow who may assume aws_iam_role.vendor':
      '- Principal = { AWS = ["123456789012", "345678901234"] }\n+ Principal = { AWS = ["123456789012"] }',
    'Narrow statement Read of policy read of aws_iam_role.vendor':
      '- Statement = [{ Sid = "Read", Effect = "Allow", Action = ["s3:GetObject", "s3:ListBucket"], Resource = "*" }]\n+ Statement = [{ Sid = "Read", Effect = "Allow", Action = ["s3:ListBucket"], Resource = "*" }]',
  });
});

test('whom else a role should trust is somebody else to say', async () => {
  const found = await patchesOf(vendor({ trusted: '"345678901234"', statements: READ }));
  assert.equal(found['Narrow who may assume aws_iam_role.vendor'], null);
});

test('a statement goes when all of it is used, and others stay', async () => {
  const statements =
    '{ Sid = "All", Effect = "Allow", Action = "s3:*", Resource = "*" }, { Effect = "Allow", Action = "sqs:*", Resource = "*" }';
  const found = await patchesOf(vendor({ trusted: '"345678901234"', statements }));
  const patch = found['Narrow statement All of policy read of aws_iam_role.vendor'];
  assert.match(patch ?? '', /^- .*"s3:\*".*\n\+ Statement = \[\{ Effect = "Allow", Action = "sqs:\*", Resource = "\*" \}\]$/);
});

test('what opens another way is no patch', async () => {
  // The other statement allows the same: to narrow one of them ends nothing, and both are named together.
  const found = await patchesOf(vendor({ trusted: '"345678901234"', statements: `${READ}, ${READ.replace('"Read"', '"Again"')}` }));
  for (const [summary, patch] of Object.entries(found)) if (!summary.includes(';')) assert.equal(patch, null, summary);
});

test('where there is another way, what is told closes both', async () => {
  const one = vendor({ trusted: '["123456789012", "345678901234"]', statements: READ });
  const [, second = ''] = one.split(BUCKET);
  const found = await patchesOf(one + second.replaceAll('vendor', 'partner'));
  const [[summary, patch] = [], ...others] = Object.entries(found);
  assert.match(summary ?? '', /^Narrow .* aws_iam_role\.vendor; Narrow .* aws_iam_role\.partner$/);
  assert.equal(patch?.split('\n').length, 4, 'both roles are changed');
  assert.ok(others.every(([each]) => each.includes('; ')));
});

test('a deny that goes with a statement is no patch', async () => {
  const deny = '{ Effect = "Deny", Action = "s3:GetObject", Resource = "*" }';
  await inFolder({ 'main.tf': vendor({ trusted: '"345678901234"', statements: `${READ}, ${deny}` }) }, async (cwd) => {
    assert.deepEqual((await told(cwd)).paths, []);
  });
});

test('a managed policy is detached where nothing else refers to it, and a public bucket is closed', async () => {
  const text = `${HEAD}${BUCKET}
resource "aws_s3_bucket_policy" "orders" {
  bucket = aws_s3_bucket.orders.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "\${aws_s3_bucket.orders.arn}/*" }]
  })
}
`;
  const found = await patchesOf(text);
  assert.match(found['Close aws_s3_bucket.orders to the public'] ?? '', /\+resource "aws_s3_bucket_public_access_block" "orders"/);
});

test('without being asked nothing is tried', async () => {
  const text = vendor({ trusted: '["123456789012", "345678901234"]', statements: READ });
  await inFolder({ 'main.tf': text }, async (cwd) => {
    const { paths } = await findAttackPaths({ cwd, targets: ['.'], language: 'en', now: () => new Date(0) });
    assert.ok(paths[0]?.fixes.every(({ patch }) => patch === null));
  });
});
