import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { inFolder } from '../testing/index.ts';
import { SpoolError, SpoolFile, mergeSorted, sortLines } from './index.ts';

test('sorted sequences are merged in order; of equal values that of the earlier sequence comes first', () => {
  const sequences = ['ad', 'aabz', '', 'c'].map((letters, place) => [...letters].map((letter) => ({ letter, place })));
  const merged = [...mergeSorted(sequences, (a, b) => a.letter.localeCompare(b.letter))].map(({ letter, place }) => letter + place);
  assert.deepEqual(merged, ['a0', 'a1', 'a1', 'b1', 'c3', 'd0', 'z1']);
  assert.deepEqual([...mergeSorted<number>([], (a, b) => a - b)], []);
});

test('lines come back as they were written, however long they are and wherever a read ends', async () => {
  await inFolder({}, (folder) => {
    const file = new SpoolFile(folder);
    const lines = Array.from({ length: 500 }, (_, index) => `${index} ${'雲守🌥'.repeat((index * 37) % 400)}`);
    const long = ['', 'x'.repeat(200_000), '守'.repeat(70_000)];
    const [first, second] = [file.append(lines), file.append(long)];
    assert.deepEqual([...file.read(second)], long);
    assert.deepEqual([...file.read(first)], lines);
    assert.deepEqual(readdirSync(folder), []);
    file.close();
    assert.throws(() => [...file.read(first)], SpoolError);
  });
});

test('more lines than fit into one run are sorted, and only those need a file', async () => {
  await inFolder({}, (folder) => {
    let opened = 0;
    const open = (): SpoolFile => {
      opened += 1;
      return new SpoolFile(folder);
    };
    const lines = Array.from({ length: 250_000 }, (_, index) => String((index * 7919) % 250_000));
    assert.deepEqual([...sortLines(lines, open)], lines.toSorted());
    assert.deepEqual([...sortLines(['b', 'a'], open)], ['a', 'b']);
    assert.equal(opened, 1);
  });
});

test('a folder that cannot hold the file is named', () => {
  assert.throws(
    () => new SpoolFile('/nowhere/at/all'),
    (error) =>
      error instanceof SpoolError && error.trouble === 'unusable' && error.folder === '/nowhere/at/all' && error.detail === 'ENOENT',
  );
});
