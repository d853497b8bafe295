import assert from 'node:assert/strict';
import { chmodSync, lstatSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { inFolder, runInFolder } from '../testing/index.ts';

const KEY = `# The key of the shop.
resource "aws_kms_key" "orders" {
  description = "orders" # do not rename
}
`;
const FIXED_KEY = KEY.replace(
  '  description = "orders" # do not rename',
  '  description         = "orders" # do not rename\n  enable_key_rotation = true',
);
const ONLY = ['--check', 'aws-kms-key-rotation-enabled'];

const textOf = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');

test('--fix writes the change and reports what is left', async () => {
  await inFolder({ 'main.tf': KEY }, async (folder) => {
    const run = await runInFolder(folder, ['scan', '.', '--fix', ...ONLY, '--format', 'json']);
    assert.equal(textOf(folder, 'main.tf'), FIXED_KEY);
    assert.equal(run.exitCode, 0);
    assert.deepEqual((JSON.parse(run.stdout) as { findings: unknown[] }).findings, []);
    assert.match(run.stderr, /^\+ {2}enable_key_rotation = true$/m);
    assert.match(run.stderr, /fixed aws-kms-key-rotation-enabled at aws_kms_key\.orders \(main\.tf:2\)\n1 finding fixed in 1 file/);
  });
});

test('--dry-run prints a diff that git takes, and writes nothing', async () => {
  await inFolder({ 'infra/main.tf': KEY }, async (folder) => {
    const run = await runInFolder(folder, ['scan', 'infra', '--fix', '--dry-run', ...ONLY]);
    assert.equal(textOf(folder, 'infra/main.tf'), KEY);
    assert.equal(
      run.stdout.trimEnd(),
      `--- a/infra/main.tf
+++ b/infra/main.tf
@@ -1,4 +1,5 @@
 # The key of the shop.
 resource "aws_kms_key" "orders" {
-  description = "orders" # do not rename
+  description         = "orders" # do not rename
+  enable_key_rotation = true
 }`,
    );
    assert.match(run.stderr, /1 finding can be fixed in 1 file/);
    assert.equal(run.exitCode, 0);
  });
});

test('a value that comes from a variable is left, with the line that sets it', async () => {
  const files = {
    'main.tf': 'module "keys" {\n  source = "./keys"\n  rotate = false\n}\n',
    'keys/main.tf': 'variable "rotate" {}\nresource "aws_kms_key" "orders" {\n  enable_key_rotation = var.rotate\n}\n',
  };
  await inFolder(files, async (folder) => {
    const run = await runInFolder(folder, ['scan', '.', '--fix', ...ONLY]);
    assert.equal(textOf(folder, 'keys/main.tf'), files['keys/main.tf']);
    assert.match(run.stderr, /not fixed .* \(keys\/main\.tf:2\): the value comes from .*var\.rotate.*; change it at main\.tf:3/);
    const ja = await runInFolder(folder, ['scan', '.', '--fix', ...ONLY, '--lang', 'ja']);
    assert.match(ja.stderr, /未修正 .*var\.rotate.* から来ています。main\.tf:3 を変更してください/);
  });
});

test('a mark at the beginning, line ends of Windows and the rights of a file stay', async () => {
  const text = `\uFEFF${KEY.replaceAll('\n', '\r\n')}`;
  await inFolder({ 'main.tf': text }, async (folder) => {
    chmodSync(join(folder, 'main.tf'), 0o640);
    await runInFolder(folder, ['scan', '.', '--fix', ...ONLY]);
    assert.equal(textOf(folder, 'main.tf'), `\uFEFF${FIXED_KEY.replaceAll('\n', '\r\n')}`);
    assert.equal(statSync(join(folder, 'main.tf')).mode & 0o777, 0o640);
  });
});

test('a link out of the TARGET is not followed, a file in UTF-16 is left alone', async () => {
  await inFolder({ 'outside.tf': KEY, 'infra/readme.tf': 'locals {}\n' }, async (folder) => {
    symlinkSync('../outside.tf', join(folder, 'infra/linked.tf'));
    await runInFolder(folder, ['scan', 'infra', '--fix', ...ONLY]);
    assert.equal(textOf(folder, 'outside.tf'), KEY);
    assert.ok(lstatSync(join(folder, 'infra/linked.tf')).isSymbolicLink());
    mkdirSync(join(folder, 'wide'));
    const wide = Buffer.from(`\uFEFF${KEY}`, 'utf16le');
    writeFileSync(join(folder, 'wide/main.tf'), wide);
    const run = await runInFolder(folder, ['scan', 'wide', '--fix', ...ONLY]);
    assert.deepEqual([readFileSync(join(folder, 'wide/main.tf')), run.exitCode], [wide, 2]);
  });
});

test('what is suppressed is not fixed', async () => {
  const text = KEY.replace('# The key', '# kumomori:ignore aws-kms-key-rotation-enabled reason="rotated by hand"\n# The key');
  await inFolder({ 'main.tf': text }, async (folder) => {
    const run = await runInFolder(folder, ['scan', '.', '--fix', ...ONLY]);
    assert.equal(textOf(folder, 'main.tf'), text);
    assert.match(run.stderr, /there is nothing to fix automatically/);
  });
});

test('--patches puts a patch of its own into each finding', async () => {
  await inFolder({ 'main.tf': `${KEY}\n${KEY.replaceAll('orders', 'returns')}` }, async (folder) => {
    const run = await runInFolder(folder, ['scan', '.', '--patches', ...ONLY, '--format', 'json']);
    const { findings } = JSON.parse(run.stdout) as { findings: { fix: { patch: string | null } }[] };
    const added = findings.map(({ fix }) => fix.patch?.split('\n').filter((line) => line.startsWith('+') || line.startsWith('@@')));
    assert.deepEqual(added, [
      ['+++ b/main.tf', '@@ -1,6 +1,7 @@', '+  description         = "orders" # do not rename', '+  enable_key_rotation = true'],
      ['+++ b/main.tf', '@@ -5,5 +5,6 @@', '+  description         = "returns" # do not rename', '+  enable_key_rotation = true'],
    ]);
    assert.equal(textOf(folder, 'main.tf').includes('enable_key_rotation'), false);
  });
});

test('a secret beside the change is shown to nobody, and its patch is left out', async () => {
  const secret = ['hunter', '2-', 'Xk9'].join('');
  const text = `resource "aws_db_instance" "orders" {\n  username = "orders"\n  password = "${secret}"\n}\n`;
  const only = ['--check', 'aws-rds-instance-multi-az'];
  await inFolder({ 'main.tf': text }, async (folder) => {
    const dry = await runInFolder(folder, ['scan', '.', '--fix', '--dry-run', ...only]);
    assert.match(dry.stdout, /^\+ {2}multi_az = true$/m);
    const patches = await runInFolder(folder, ['scan', '.', '--patches', ...only, '--format', 'json']);
    assert.match(patches.stdout, /"patch": null/);
    const fixed = await runInFolder(folder, ['scan', '.', '--fix', ...only]);
    assert.match(textOf(folder, 'main.tf'), /multi_az = true/);
    for (const { stdout, stderr } of [dry, patches, fixed]) assert.ok(!`${stdout}${stderr}`.includes(secret));
  });
});

test('SARIF and Markdown carry the patch', async () => {
  await inFolder({ 'main.tf': KEY }, async (folder) => {
    const markdown = await runInFolder(folder, ['scan', '.', '--patches', ...ONLY, '--format', 'markdown']);
    assert.match(markdown.stdout, /```diff\n--- a\/main\.tf\n/);
    const sarif = await runInFolder(folder, ['scan', '.', '--patches', ...ONLY, '--format', 'sarif']);
    const { runs } = JSON.parse(sarif.stdout) as { runs: { results: { fixes: { artifactChanges: { replacements: unknown[] }[] }[] }[] }[] };
    assert.deepEqual(runs[0]?.results[0]?.fixes[0]?.artifactChanges[0]?.replacements, [
      {
        deletedRegion: { startLine: 3, startColumn: 1, endLine: 4, endColumn: 1 },
        insertedContent: { text: '  description         = "orders" # do not rename\n  enable_key_rotation = true\n' },
      },
    ]);
  });
});

test('options that do not go together are refused', async () => {
  await inFolder({ 'main.tf': KEY }, async (folder) => {
    for (const options of [['--dry-run'], ['--fix', '--watch'], ['--fix', '--changed-since', 'x']])
      assert.equal((await runInFolder(folder, ['scan', '.', ...options])).exitCode, 2);
  });
});

test('--dry-run never says that something was fixed; --diff is another question', async () => {
  await inFolder({ 'main.tf': KEY }, async (folder) => {
    const run = await runInFolder(folder, ['scan', '.', '--fix', '--dry-run', ...ONLY]);
    assert.match(run.stderr, /^can be fixed: aws-kms-key-rotation-enabled at aws_kms_key\.orders \(main\.tf:2\)$/m);
    assert.doesNotMatch(run.stderr, /^fixed/m);
    const compared = await runInFolder(folder, ['scan', '.', '--fix', '--diff', 'main']);
    assert.equal(compared.exitCode, 2);
    assert.equal(compared.stderr, 'kumomori: --fix does not go with --diff\n');
    assert.equal(textOf(folder, 'main.tf'), KEY);
  });
});

test('what a fix costs stands in JSON, SARIF and the page as well', async () => {
  const files = { 'main.tf': 'resource "aws_db_instance" "orders" {\n  storage_encrypted = false\n}\n' };
  await inFolder(files, async (folder) => {
    const only = ['--check', 'aws-rds-instance-encrypted', '--patches'];
    const rendered = ['--format', 'json', '--output', 'o.json', '--format', 'sarif', '--output', 'o.sarif', '--html', 'o.html'];
    await runInFolder(folder, ['scan', '.', ...only, ...rendered, '--lang', 'ja']);
    const { findings } = JSON.parse(textOf(folder, 'o.json')) as { findings: { fix: { cautions: unknown } }[] };
    const text = '適用するとリソースは作り直されます。先にデータを移してください。';
    assert.deepEqual(
      findings.map(({ fix }) => fix.cautions),
      [[{ id: 'replaces', text }]],
    );
    const { runs } = JSON.parse(textOf(folder, 'o.sarif')) as {
      runs: { results: { properties: { cautions: unknown }; fixes: { description: { text: string } }[] }[] }[];
    };
    const [result] = runs[0]?.results ?? [];
    assert.deepEqual(result?.properties.cautions, ['replaces']);
    assert.ok(result.fixes[0]?.description.text.endsWith(text));
    assert.ok(textOf(folder, 'o.html').includes('先にデータを移してください'));
  });
});

test('a report takes the place of the old one, and leaves nothing beside it', async () => {
  await inFolder({ 'main.tf': KEY, 'report.json': 'old' }, async (folder) => {
    await runInFolder(folder, ['scan', '.', ...ONLY, '--format', 'json', '--output', 'report.json']);
    assert.ok(textOf(folder, 'report.json').startsWith('{'));
    assert.deepEqual(readdirSync(folder).toSorted(), ['main.tf', 'report.json']);
  });
});
