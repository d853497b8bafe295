/** Both sides of a comparison share what is the same on both; each must still be told as if it had been read alone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FolderFiles } from '../testing/index.ts';
import { inFolder } from '../testing/index.ts';
import { diffAttackPaths } from './diff-paths.ts';
import { findAttackPaths } from './find-paths.ts';

/** A bucket of personal data that `readers` may read. */
const STORE = `
variable "name" {}
variable "readers" { default = "arn:aws:iam::123456789012:role/orders" }
resource "aws_s3_bucket" "store" {
  bucket = var.name
  tags   = { DataClass = "personal" }
}
resource "aws_s3_bucket_public_access_block" "store" {
  bucket                  = aws_s3_bucket.store.id
  block_public_acls       = true
  block_public_policy     = false
  ignore_public_acls      = true
  restrict_public_buckets = false
}
resource "aws_s3_bucket_policy" "store" {
  bucket = aws_s3_bucket.store.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = var.readers }, Action = "s3:GetObject", Resource = "\${aws_s3_bucket.store.arn}/*" }] })
}
`;
const called = (argument: string): string => `module "store" {\n  source = "../modules/store"\n  name   = "orders-bucket"\n${argument}}\n`;

const BASE: FolderFiles = {
  'orders/main.tf': `variable "readers" { default = "arn:aws:iam::123456789012:role/orders" }\n${called('  readers = var.readers\n')}`,
  'billing/main.tf': called('').replace('orders-bucket', 'orders-bucket-bills'),
  'modules/store/main.tf': STORE,
};

interface Change {
  readonly name: string;
  readonly head: FolderFiles;
  /** Goals of the paths that are opened. */
  readonly opened: readonly string[];
}

const changes: readonly Change[] = [
  { name: 'nothing', head: {}, opened: [] },
  {
    name: 'a file of one root',
    head: { 'orders/main.tf': called('  readers = "*"\n') },
    opened: ['module.store.aws_s3_bucket.store'],
  },
  { name: 'variables of one root', head: { 'orders/terraform.tfvars': 'readers = "*"' }, opened: ['module.store.aws_s3_bucket.store'] },
  {
    name: 'the same text under another call',
    head: {
      'orders/main.tf': called('').replace('"store"', '"shop"').replace('modules/store', 'modules/shop'),
      'modules/shop/main.tf': STORE.replace('"arn:aws:iam::123456789012:role/orders"', '"*"'),
    },
    opened: ['module.shop.aws_s3_bucket.store'],
  },
  {
    name: 'another root before all others',
    head: { 'accounts/main.tf': called('  readers = "*"\n').replace('orders-bucket', 'orders-bucket-people') },
    opened: ['module.store.aws_s3_bucket.store'],
  },
];

for (const { name, head, opened } of changes) {
  for (const isReversed of [false, true]) {
    test(`both sides of a comparison are told as they are alone: ${name}${isReversed ? ', the other way round' : ''}`, async () => {
      const under = (folder: string, files: FolderFiles): FolderFiles =>
        Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
      await inFolder({ ...under('base', BASE), ...under('head', { ...BASE, ...head }) }, async (cwd) => {
        const options = {
          language: 'en',
          ...{ cwd, now: () => new Date('2026-11-22T09:00:00Z'), account: '123456789012' },
          ...{ configFile: null, varFiles: [], workspace: null },
        } as const;
        const [before, after] = isReversed ? ['head', 'base'] : ['base', 'head'];
        const { diff, after: told } = await diffAttackPaths({ ...options, before: [before], after: [after] });
        const [alone, earlier] = [
          await findAttackPaths({ ...options, targets: [after] }),
          await findAttackPaths({ ...options, targets: [before] }),
        ];
        assert.deepEqual(told.exposure, alone.exposure);
        assert.deepEqual(told.summary, alone.summary);
        assert.deepEqual(
          told.paths.map(({ id, steps }) => ({ id, steps })),
          alone.paths.map(({ id, steps }) => ({ id, steps })),
        );
        const goals = (isReversed ? diff.closed : diff.opened).map(({ goal }) => goal.node);
        assert.deepEqual(goals, opened);
        assert.deepEqual(isReversed ? diff.opened : diff.closed, []);
        assert.equal(earlier.paths.length + diff.opened.length - diff.closed.length, alone.paths.length);
      });
    });
  }
}
