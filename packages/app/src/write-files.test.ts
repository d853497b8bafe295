import assert from 'node:assert/strict';
import { chmodSync, linkSync, lstatSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { inFolder } from './testing/index.ts';
import { makeFolder, writeWhole } from './write-files.ts';

test('a file is replaced with its rights, a link keeps leading to it', async () => {
  await inFolder({ 'report.csv': 'old' }, (folder) => {
    const file = join(folder, 'report.csv');
    chmodSync(file, 0o640);
    symlinkSync('report.csv', join(folder, 'latest.csv'));
    writeWhole(join(folder, 'latest.csv'), ['n', 'ew']);
    assert.deepEqual([readFileSync(file, 'utf8'), statSync(file).mode & 0o777], ['new', 0o640]);
    assert.ok(lstatSync(join(folder, 'latest.csv')).isSymbolicLink());
    assert.deepEqual(readdirSync(folder).toSorted(), ['latest.csv', 'report.csv']);
    assert.throws(() => writeWhole(join(folder, 'latest.csv'), 'x', { follow: false }), { code: 'ELOOP' });
  });
});

test('what cannot be finished leaves the old file as it was, and nothing beside it', async () => {
  await inFolder({ 'report.csv': 'old' }, (folder) => {
    const file = join(folder, 'report.csv');
    const cut = function* (): Generator<string> {
      yield 'half';
      throw new Error('no more');
    };
    assert.throws(() => writeWhole(file, cut()), /no more/);
    assert.equal(readFileSync(file, 'utf8'), 'old');
    assert.deepEqual(readdirSync(folder), ['report.csv']);
  });
});

test('a file with two names keeps both', async () => {
  await inFolder({ a: 'old' }, (folder) => {
    linkSync(join(folder, 'a'), join(folder, 'b'));
    writeWhole(join(folder, 'a'), 'new');
    assert.equal(readFileSync(join(folder, 'b'), 'utf8'), 'new');
  });
});

test('folders are made with all above them; where that cannot be, it is said and not tried for ever', async () => {
  await inFolder({ taken: '' }, (folder) => {
    assert.equal(makeFolder(join(folder, 'a/b/c')), true);
    assert.equal(makeFolder(join(folder, 'a/b/c')), false);
    writeFileSync(join(folder, 'a/b/c/d'), '');
    assert.throws(() => makeFolder(join(folder, 'taken')), { code: 'EEXIST' });
    assert.throws(() => makeFolder(join(folder, 'taken/below')), { code: 'ENOTDIR' });
  });
});

test('a folder in /proc is refused', { skip: process.platform !== 'linux' }, () => {
  assert.throws(() => makeFolder('/proc/kumomori/reports'), { code: 'ENOENT' });
});
