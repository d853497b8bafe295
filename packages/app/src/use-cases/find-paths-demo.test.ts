/** The two scenarios of the field in the estate of the demo: found with their side facts, and gone when they are closed as the report says. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { inFolder } from '../testing/index.ts';
import type { FolderFiles } from '../testing/index.ts';
import { findAttackPaths } from './find-paths.ts';

const ESTATE = join(import.meta.dirname, '../../../../examples/estate');

function filesOf(folder: string): FolderFiles {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((each) => statSync(join(folder, each)).isFile());
  return Object.fromEntries(files.map((each) => [relative('.', each), readFileSync(join(folder, each))]));
}

const demo = filesOf(ESTATE);

async function told(files: FolderFiles) {
  return inFolder(files, async (cwd) => {
    const report = await findAttackPaths({
      ...{ cwd, targets: ['.'], language: 'en', now: () => new Date('2026-11-22T09:00:00Z'), account: null },
      ...{ configFile: null, varFiles: [], workspace: null },
    });
    return report.paths;
  });
}

function changed(path: string, text: string, other: string): FolderFiles {
  const before = demo[path];
  assert.ok(before !== undefined, path);
  const content = before.toString();
  assert.ok(content.includes(text), text);
  return { ...demo, [path]: content.replaceAll(text, other) };
}

test('a port that was opened for a vendor leads by SSH to data of customers, until it is closed', async () => {
  const isScenario = ({ query }: { readonly query: string }) => query === 'internet-ssh-to-sensitive-data';
  const path = (await told(demo)).find(isScenario);
  assert.deepEqual(
    path?.steps.map(({ edge, to }) => [edge, to]),
    [
      ['NET_REACH', 'aws_instance.ops'],
      ['RUNS_AS', 'aws_iam_role.ops'],
      ['CAN_READ', 'module.bucket_customer_data.aws_s3_bucket.this'],
    ],
  );
  assert.equal(path?.severity, 'critical');
  assert.match(path.fixes[0]?.summary ?? '', /^Close aws_instance\.ops to the internet \(.*temporary-vendor-access/);
  assert.ok(path.sideFacts.length > 0);
  const closed = changed('ec/production/terraform.tfvars', 'cidr        = "0.0.0.0/0"', 'cidr        = "203.0.113.0/24"');
  assert.deepEqual((await told(closed)).filter(isScenario), []);
});

test('who left still reads data of customers, until the statement is narrowed', async () => {
  const isScenario = ({ query }: { readonly query: string }) => query === 'leaver-to-sensitive-data';
  const path = (await told(demo)).find(isScenario);
  assert.equal(path?.entry.node, 'module.user["tanaka.kenji"].aws_iam_user.this');
  assert.equal(path.severity, 'critical');
  const [gone, narrowed] = path.fixes.map(({ summary }) => summary);
  assert.match(gone ?? '', /^Delete the user module\.user\["tanaka\.kenji"\]\.aws_iam_user\.this, its keys and its password$/);
  assert.match(narrowed ?? '', /^Narrow statement FileTransfer of policy system-maintenance/);
  const statement = '"Resource": ["arn:aws:s3:::minato-*", "arn:aws:s3:::minato-*/*"]';
  const closed = changed('platform/people/groups.tf', statement, '"Resource": ["arn:aws:s3:::handover", "arn:aws:s3:::handover/*"]');
  const left = (await told(closed)).filter(isScenario);
  assert.ok(left.every(({ steps }) => steps.every(({ to }) => to !== 'module.bucket_customer_data.aws_s3_bucket.this')));
});
