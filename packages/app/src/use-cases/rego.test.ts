/** Compiled Rego in a scan. Bundles are built here when the opa program is installed. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { inFolder, runInFolder } from '../testing/index.ts';

const buckets = `variable "state" {}
resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_versioning" "orders" {
  bucket = aws_s3_bucket.orders.id
  versioning_configuration {
    status = var.state
  }
}
`;
const rego = `package main

deny contains sprintf("%s is not prefixed", [input.resource.name]) if {
	input.resource.type == "aws.s3.bucket"
	not startswith(input.resource.name, "acme-")
}

warn contains {"msg": "old versions are lost", "id": "Old versions", "severity": "medium"} if {
	input.resource.type == "aws.s3.bucket"
	input.resource.versioning.status != "Enabled"
}
`;
const hasOpa = spawnSync('opa', ['version']).status === 0;
const withOpa = { skip: hasOpa ? false : 'the opa program is not installed' };

function build(folder: string, entrypoints: readonly string[]): void {
  const flags = entrypoints.flatMap((each) => ['-e', each]);
  execFileSync('opa', ['build', '-t', 'wasm', ...flags, '-o', 'bundle.tar.gz', 'policy.rego'], { cwd: folder });
}

interface Report {
  readonly findings: readonly { readonly checkId: string; readonly status: string; readonly severity: string; readonly message: unknown }[];
  readonly diagnostics: readonly { readonly code: string; readonly message: string }[];
}

const scanning = ['scan', 'infra', '--rego', 'bundle.tar.gz', '--format', 'json', '--include', 'unknown'];

test('rules of a bundle become findings; what depends on unknown values is unknown', withOpa, async () => {
  await inFolder({ 'infra/main.tf': buckets, 'policy.rego': rego }, async (folder) => {
    build(folder, ['main/deny', 'main/warn']);
    const { stdout } = await runInFolder(folder, scanning);
    const { findings }: Report = JSON.parse(stdout);
    assert.deepEqual(
      findings.filter(({ checkId }) => checkId.startsWith('rego-')).map(({ checkId, status, severity }) => [checkId, status, severity]),
      [
        ['rego-main-deny', 'fail', 'high'],
        ['rego-old-versions', 'unknown', 'medium'],
      ],
    );
  });
});

test('a tag that a variable decides is not missing', withOpa, async () => {
  const policy =
    'package main\n\ndeny contains "nobody owns it" if {\n\tinput.resource.type == "aws.s3.bucket"\n\tnot input.resource.tags.Owner\n}\n';
  const bucket = (name: string, tags: string): string =>
    `resource "aws_s3_bucket" "${name}" {\n  bucket = "${name}-bucket"\n  tags   = ${tags}\n}\n`;
  const code = `variable "owner" {}\n${bucket('one', '{ Owner = var.owner }')}${bucket('none', '{}')}`;
  await inFolder({ 'infra/main.tf': code, 'policy.rego': policy }, async (folder) => {
    build(folder, ['main/deny']);
    const { findings }: Report = JSON.parse((await runInFolder(folder, scanning)).stdout);
    const statuses = findings.filter(({ checkId }) => checkId === 'rego-main-deny').map(({ status }) => status);
    assert.deepEqual(statuses.toSorted(), ['fail', 'unknown']);
  });
});

test('a function that OPA does not bring is named', withOpa, async () => {
  const calling = 'package main\n\ndeny contains "a" if http.send({"method": "get", "url": input.resource.name}).status_code == 200\n';
  await inFolder({ 'infra/main.tf': buckets, 'policy.rego': calling }, async (folder) => {
    build(folder, ['main/deny']);
    const { stdout } = await runInFolder(folder, scanning);
    const { diagnostics }: Report = JSON.parse(stdout);
    assert.match(diagnostics.find(({ code }) => code === 'rego')?.message ?? '', /http\.send/);
  });
});

test('what is no bundle is told before anything is scanned', async () => {
  await inFolder({ 'infra/main.tf': buckets, 'bundle.tar.gz': 'no bundle' }, async (folder) => {
    const wrong = await runInFolder(folder, scanning);
    assert.deepEqual([wrong.exitCode, /neither policy\.wasm nor a bundle/.test(wrong.stderr)], [2, true]);
    writeFileSync(join(folder, 'broken.wasm'), Uint8Array.from([0, 0x61, 0x73, 0x6d, 9, 9]));
    const broken = await runInFolder(folder, ['scan', 'infra', '--rego', 'broken.wasm', '--format', 'json']);
    const { diagnostics }: Report = JSON.parse(broken.stdout);
    assert.match(diagnostics.find(({ code }) => code === 'rego')?.message ?? '', /the policy failed/);
  });
});
