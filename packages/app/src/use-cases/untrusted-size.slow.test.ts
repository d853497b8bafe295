/** Code that is large on purpose: the report stays small and the process alive. No time is measured here. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scanFiles } from '../testing/index.ts';

const bucket = (name: string): string => `resource "aws_s3_bucket" "${name}" {\n  bucket = "${name}-bucket"\n}\n`;

test('a name of a megabyte in every instance does not multiply into the report', async () => {
  const name = 'join("", [for i in range(1000) : "' + 'a'.repeat(1000) + '"])';
  const code = `locals {\n  name = ${name}\n}\nresource "aws_s3_bucket" "orders" {\n  count  = 500\n  bucket = local.name\n}\n`;
  const { report } = await scanFiles({ 'main.tf': code }, { checks: ['CKV_AWS_21'] });
  const [finding] = report.findings;
  assert.equal(finding?.instances.length, 500);
  assert.ok((finding?.message.en.length ?? 0) < 2000 && finding.resource.name.length < 1000);
});

test('a great many suppression comments are each looked at where they stand', async () => {
  const comments = '# kumomori:ignore aws-s3-bucket-versioningg\n\n'.repeat(150_000);
  const { report } = await scanFiles({ 'main.tf': bucket('orders') + comments }, { checks: ['CKV_AWS_21'] });
  assert.deepEqual([report.summary.fail, report.diagnostics.filter((each) => each.code === 'ignore-unknown').length], [1, 150_000]);
});

test('names that every object knows are ordinary names', async () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
  const code = names.map(
    (name) =>
      `variable "${name}" {\n  default = { "${name}" = "${name}-bucket" }\n}\nresource "aws_s3_bucket" "${name}" {\n  bucket = var.${name}["${name}"]\n  tags   = { "${name}" = "x" }\n}\n`,
  );
  const { report } = await scanFiles({ 'main.tf': code.join('') }, { checks: ['CKV_AWS_21'] });
  assert.deepEqual(
    new Map(report.findings.map(({ resource }) => [resource.name, Object.entries(resource.tags)])),
    new Map(names.map((name) => [`${name}-bucket`, [[name, 'x']]])),
  );
  const config = 'version: 1\nparameters: { aws-s3-bucket-required-tags: { constructor: [Owner] } }\n';
  await assert.rejects(scanFiles({ 'main.tf': bucket('orders'), 'kumomori.yaml': config }), { code: 'config-invalid' });
});
