/** What scanned code could do to the terminal and to files of the one who scans it. */
import assert from 'node:assert/strict';
import { existsSync, lstatSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { FolderFiles } from '../testing/index.ts';
import { inFolder, runInFolder, runWithFiles } from '../testing/index.ts';

// Control sequences of the terminal (C0, C1), and marks that turn the direction of reading.
const DANGEROUS = /(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;
const written = String.raw`\u001b]0;owned\u0007\u009b2J\u202e`;
const raw = '\u001b]0;owned\u0007\u009b2J\u202e';

const exception = `version: 1\nexceptions:\n  - checks: [aws-s3-bucket-versioning]\n    owner: "a${written}"\n    reason: "b${written}"\n    expires: 2027-01-31\n`;
const bucket = `resource "aws_s3_bucket" "orders" {\n  bucket = "orders-${written}"\n  tags = { "${written}" = "${written}" }\n}\nlocals {\n  a = ${raw}\n}\n`;

const runs: readonly (readonly [name: string, argv: readonly string[], files: FolderFiles])[] = [
  ['the preview of exceptions', ['scan', '.', '--preview-exceptions'], { 'main.tf': bucket, 'kumomori.yaml': exception }],
  ['the same as JSON', ['scan', '.', '--preview-exceptions', '--format', 'json'], { 'main.tf': bucket, 'kumomori.yaml': exception }],
  ['a mistake in kumomori.yaml', ['scan', '.'], { 'main.tf': bucket, 'kumomori.yaml': `version: 1\n"${written}": 1\n` }],
  ['broken YAML', ['scan', '.'], { 'main.tf': bucket, 'kumomori.yaml': `version: 1\na: @${raw}\n` }],
  ...['table', 'json', 'csv', 'markdown', 'sarif', 'gitlab', 'ocsf', 'junit'].map(
    (format) => [`format ${format}`, ['scan', '.', '--limit', '0', '--format', format], { [`${raw}/main.tf`]: bucket }] as const,
  ),
];

for (const [name, argv, files] of runs) {
  test(`control characters of scanned code do not reach the terminal: ${name}`, async () => {
    const { stdout, stderr } = await runWithFiles(files, argv);
    assert.ok((stdout + stderr).length > 0);
    assert.deepEqual([stdout.replaceAll('\r\n', '\n').match(DANGEROUS), stderr.match(DANGEROUS)], [null, null]);
  });
}

test('control characters of a report do not reach the terminal', async () => {
  await inFolder({ 'main.tf': bucket }, async (folder) => {
    await runInFolder(folder, ['scan', '.', '--check', 'aws-s3-bucket-versioning', '--format', 'json', '--output', 'report.json']);
    const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
    const [finding] = report.findings;
    Object.assign(finding, { message: raw, severity: raw, status: raw });
    Object.assign(finding.origin, { address: raw, file: raw });
    finding.evidence = [{ path: raw, value: raw, state: 'explicit', file: raw, line: 1, reason: raw }];
    writeFileSync(join(folder, 'report.json'), JSON.stringify(report));
    const { exitCode, stdout } = await runInFolder(folder, ['explain', finding.fingerprint, '--report', 'report.json']);
    assert.equal(exitCode, 0);
    assert.doesNotMatch(stdout, DANGEROUS);
  });
});

test('an output file that is a link in the working folder is not followed', async () => {
  await inFolder({ 'checkout/main.tf': bucket, profile: 'mine' }, async (folder) => {
    const checkout = join(folder, 'checkout');
    symlinkSync('../profile', join(checkout, 'kumomori.sarif'));
    symlinkSync('..', join(checkout, 'out'));
    for (const file of ['kumomori.sarif', 'out/report.sarif', 'out/new/report.sarif']) {
      const { exitCode, stderr } = await runInFolder(checkout, ['scan', '.', '--format', 'sarif', '--output', file]);
      assert.deepEqual(
        [exitCode, stderr],
        [2, `kumomori: ${file} cannot be written\n  it is, or lies behind, a symbolic link in the working folder\n`],
      );
    }
    assert.equal(readFileSync(join(folder, 'profile'), 'utf8'), 'mine');
    assert.ok(lstatSync(join(checkout, 'kumomori.sarif')).isSymbolicLink());
    assert.deepEqual([existsSync(join(folder, 'report.sarif')), existsSync(join(folder, 'new'))], [false, false]);
  });
});
