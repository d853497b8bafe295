import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { inFolder } from '../testing/index.ts';
import { MAX_FILE_BYTES, openDiskTree } from './index.ts';

const code = 'resource "aws_s3_bucket" "orders" {}\n';

test('version control, packages and provider plugins are left out, installed modules are not', async () => {
  const files = {
    'main.tf': code,
    'network/main.tf': code,
    '.git/config': '',
    'node_modules/cdk/main.tf': code,
    '.terraform/providers/x/main.tf': code,
    '.terraform/terraform.tfstate': '{}',
    '.terraform/modules/modules.json': '{}',
    'network/.terraform/modules/vpc/main.tf': code,
  };
  const paths = await inFolder(files, (folder) => openDiskTree(folder).tree.paths);
  assert.deepEqual(paths, ['.terraform/modules/modules.json', 'main.tf', 'network/.terraform/modules/vpc/main.tf', 'network/main.tf']);
});

test('a link in a circle ends, a link inside is followed, a link to the outside is not and says so', async () => {
  await inFolder({ 'root/main.tf': code, 'root/shared/bucket.tf': code, 'secret/passwords.tf': code }, (folder) => {
    const root = join(folder, 'root');
    symlinkSync('..', join(root, 'shared/loop'));
    symlinkSync('shared', join(root, 'linked'));
    symlinkSync('../secret', join(root, 'outside'));
    symlinkSync('../secret/passwords.tf', join(root, 'outside.tf'));
    symlinkSync('nowhere.tf', join(root, 'broken.tf'));
    symlinkSync('nowhere', join(root, 'broken'));
    const disk = openDiskTree(root);
    assert.deepEqual(disk.tree.paths, ['linked/bucket.tf', 'main.tf', 'shared/bucket.tf']);
    assert.deepEqual(
      disk
        .diagnostics()
        .map((each) => `${each.severity} ${each.code} ${each.file}`)
        .toSorted(),
      ['error unreadable broken.tf', 'info outside-root outside', 'info outside-root outside.tf'],
    );
    assert.deepEqual(disk.tree.read('outside.tf'), { kind: 'outside' });
    assert.deepEqual(disk.tree.read('../secret/passwords.tf'), { kind: 'outside' });
    assert.deepEqual(disk.tree.read('/etc/passwd'), { kind: 'outside' });
  });
});

const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]));

const texts: readonly { readonly name: string; readonly bytes: string | Uint8Array; readonly expected: object }[] = [
  { name: 'UTF-8 with a byte order mark', bytes: `\uFEFF${code}`, expected: { kind: 'text', text: code } },
  { name: 'UTF-16 with a byte order mark', bytes: utf16('# 設定\n'), expected: { kind: 'text', text: '# 設定\n' } },
  { name: 'CRLF line ends', bytes: 'a = 1\r\nb = 2\r\n', expected: { kind: 'text', text: 'a = 1\r\nb = 2\r\n' } },
  { name: 'NUL bytes', bytes: new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1]), expected: { kind: 'binary' } },
  { name: 'a replacement character of its own', bytes: '# \uFFFD\n', expected: { kind: 'text', text: '# \uFFFD\n' } },
];

for (const { name, bytes, expected } of texts) {
  test(`a file is decoded: ${name}`, async () => {
    await inFolder({ 'main.tf': bytes }, (folder) => {
      const disk = openDiskTree(folder);
      assert.deepEqual(disk.tree.read('main.tf'), expected);
      assert.deepEqual(disk.diagnostics(), []);
    });
  });
}

test('text in another encoding is read with a warning', async () => {
  await inFolder({ 'main.tf': new Uint8Array([0x23, 0x20, 0x90, 0xdd, 0x92, 0xe8, 0x0a]) }, (folder) => {
    const disk = openDiskTree(folder);
    assert.equal(disk.tree.read('main.tf').kind, 'text');
    assert.deepEqual(
      disk.diagnostics().map((each) => [each.severity, each.code, each.file]),
      [['warning', 'encoding', 'main.tf']],
    );
  });
});

test('a file over the limit is not read', async () => {
  await inFolder({ 'main.tf': '' }, (folder) => {
    truncateSync(join(folder, 'main.tf'), MAX_FILE_BYTES + 1);
    assert.deepEqual(openDiskTree(folder).tree.read('main.tf'), { kind: 'too-large' });
  });
});

test('a folder with too many files is cut off with a diagnostic', async () => {
  await inFolder({ 'a.tf': code, 'b.tf': code, 'c.tf': code }, (folder) => {
    const disk = openDiskTree(folder, { maxFiles: 2 });
    assert.equal(disk.tree.paths.length, 2);
    assert.deepEqual(
      disk.diagnostics().map((each) => each.code),
      ['limit'],
    );
  });
});

test('a folder named like a file is no file', async () => {
  await inFolder({ 'main.tf': code }, (folder) => {
    mkdirSync(join(folder, 'folder.tf'));
    writeFileSync(join(folder, 'folder.tf/inner.tf'), code);
    assert.deepEqual(openDiskTree(folder).tree.paths, ['folder.tf/inner.tf', 'main.tf']);
  });
});

test('a pipe with the name of a file is no file, and nobody waits for it', async () => {
  await inFolder({ 'main.tf': code }, (folder) => {
    assert.equal(spawnSync('mkfifo', [join(folder, 'pipe.tf'), join(folder, 'policy.json')]).status, 0);
    symlinkSync('policy.json', join(folder, 'linked.tf'));
    const { tree } = openDiskTree(folder);
    assert.deepEqual(tree.paths, ['main.tf']);
    assert.deepEqual(
      ['pipe.tf', 'policy.json', 'linked.tf'].map((path) => tree.read(path).kind),
      ['missing', 'missing', 'missing'],
    );
  });
});

test('credentials that tools keep in the folder cannot be read, by name or by link', async () => {
  const files = {
    'main.tf': code,
    '.git/config': '[http]',
    '.terraform/terraform.tfstate': '{}',
    'net/.terraform/modules/vpc/main.tf': code,
  };
  await inFolder(files, (folder) => {
    symlinkSync('.git/config', join(folder, 'settings.tf'));
    symlinkSync('.git', join(folder, 'history'));
    const { tree } = openDiskTree(folder);
    assert.deepEqual(tree.paths, ['main.tf', 'net/.terraform/modules/vpc/main.tf']);
    const read = (path: string): string => tree.read(path).kind;
    assert.deepEqual(
      ['.git/config', './.git/config', 'net/../.git/config', join(folder, '.git/config'), 'settings.tf', 'history/config'].map(read),
      Array.from({ length: 6 }, () => 'outside'),
    );
    assert.equal(read('.terraform/terraform.tfstate'), 'outside');
    assert.equal(read('net/.terraform/modules/vpc/main.tf'), 'text');
  });
});

test('folders nested too deep are left out with a diagnostic', async () => {
  await inFolder({ 'a/b/c/main.tf': code, 'main.tf': code }, (folder) => {
    const disk = openDiskTree(folder, { maxDepth: 2 });
    assert.deepEqual(disk.tree.paths, ['main.tf']);
    assert.deepEqual(
      disk.diagnostics().map((each) => `${each.severity} ${each.code} ${each.file}`),
      ['error limit a/b/c'],
    );
  });
});
