/** Trees and proofs: RFC 6962 §2.1, against a second, slower way of saying the same. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { consistencyProof, GrowingTree, inclusionProof, isConsistent, isIncluded, leafHash, treeRoot } from './merkle.ts';

const leaves = Array.from({ length: 40 }, (_, index) => leafHash(Buffer.from(`line ${index}`)));

function slowRoot(hashes: readonly Buffer[]): Buffer {
  if (hashes.length <= 1) return hashes[0] ?? createHash('sha256').digest();
  let split = 1;
  while (split * 2 < hashes.length) split *= 2;
  const parts = [slowRoot(hashes.slice(0, split)), slowRoot(hashes.slice(split))];
  return createHash('sha256')
    .update(Buffer.concat([Buffer.of(1), ...parts]))
    .digest();
}

test('the root of an empty tree and of one leaf are those of the standard', () => {
  assert.equal(treeRoot([]).toString('hex'), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  assert.equal(leafHash(Buffer.alloc(0)).toString('hex'), '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
});

test('every leaf of every size is proved, and no other leaf by the same proof', () => {
  for (let size = 1; size <= leaves.length; size += 1) {
    const tree = leaves.slice(0, size);
    const root = treeRoot(tree);
    assert.deepEqual(root, slowRoot(tree));
    for (let index = 0; index < size; index += 1) {
      const proof = inclusionProof(tree, index);
      assert.ok(isIncluded(tree[index] ?? root, index, { size, root, proof }), `${index} of ${size}`);
      assert.ok(!isIncluded(leafHash(Buffer.from('forged')), index, { size, root, proof }));
      if (size > 1) assert.ok(!isIncluded(tree[index] ?? root, (index + 1) % size, { size, root, proof }), `${index} of ${size} elsewhere`);
    }
  }
});

test('a tree that grows leaf by leaf has the same roots', () => {
  const tree = new GrowingTree();
  assert.deepEqual(tree.root(), treeRoot([]));
  for (const leaf of leaves) {
    tree.push(leaf);
    assert.deepEqual(tree.root(), treeRoot(leaves.slice(0, tree.size)));
  }
});

test('growing is proved; a past that was rewritten is not', () => {
  for (let size = 1; size <= leaves.length; size += 1) {
    const root = treeRoot(leaves.slice(0, size));
    for (let old = 1; old <= size; old += 1) {
      const proof = consistencyProof(leaves.slice(0, size), old);
      const oldRoot = treeRoot(leaves.slice(0, old));
      assert.ok(isConsistent({ size: old, root: oldRoot }, { size, root, proof }), `${old} to ${size}`);
      assert.ok(!isConsistent({ size: old, root: leafHash(Buffer.from('other')) }, { size, root, proof }), `${old} to ${size}, forged`);
    }
  }
});

test('a leaf that is not there has no proof', () => {
  assert.throws(() => inclusionProof(leaves.slice(0, 3), 3), RangeError);
  assert.throws(() => consistencyProof(leaves.slice(0, 3), 4), RangeError);
});
