/**
 * Merkle trees as certificate logs use them: RFC 6962 §2.1. A leaf's hash is SHA-256 of 0x00 and its bytes, an inner node's of 0x01 and both
 * children; the left subtree of n leaves has the largest power of two below n.
 */
import { createHash } from 'node:crypto';

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

export function leafHash(bytes: Buffer): Buffer {
  return createHash('sha256').update(LEAF).update(bytes).digest();
}

/** Of no leaves: the hash of nothing. */
export function treeRoot(leaves: readonly Buffer[]): Buffer {
  return leaves.length === 0 ? createHash('sha256').digest() : rootOf(leaves, 0, leaves.length);
}

/** A tree that only grows, in memory for its right edge alone. */
export class GrowingTree {
  /** Roots of the full subtrees, largest first. */
  readonly #peaks: Buffer[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  push(leaf: Buffer): void {
    this.#peaks.push(leaf);
    this.#size += 1;
    for (let rest = this.#size; rest % 2 === 0; rest = half(rest)) {
      const right = this.#peaks.pop();
      const left = this.#peaks.pop();
      if (left && right) this.#peaks.push(nodeHash(left, right));
    }
  }

  root(): Buffer {
    const peaks = this.#peaks.toReversed();
    const last = peaks.shift();
    return last ? peaks.reduce((root, peak) => nodeHash(peak, root), last) : treeRoot([]);
  }
}

/** Siblings from the leaf up to the root (audit path, §2.1.1). Throws RangeError for a leaf that is not there. */
export function inclusionProof(leaves: readonly Buffer[], index: number): readonly Buffer[] {
  if (!(index >= 0 && index < leaves.length)) throw new RangeError(`leaf ${index} of ${leaves.length}`);
  const proof: Buffer[] = [];
  let [from, until] = [0, leaves.length];
  while (until - from > 1) {
    const middle = from + splitOf(until - from);
    if (index < middle) {
      proof.unshift(rootOf(leaves, middle, until));
      until = middle;
    } else {
      proof.unshift(rootOf(leaves, from, middle));
      from = middle;
    }
  }
  return proof;
}

/** Whether `proof` shows that the leaf is number `index` of the tree of `size` leaves with this root (RFC 9162 §2.1.3.2). */
export function isIncluded(leaf: Buffer, index: number, { size, root, proof }: TreeProof): boolean {
  if (!(index >= 0 && index < size)) return false;
  let [node, last] = [index, size - 1];
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else hash = nodeHash(hash, sibling);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && hash.equals(root);
}

export interface TreeProof {
  readonly size: number;
  readonly root: Buffer;
  readonly proof: readonly Buffer[];
}

/** Shows that the tree of the first `size` leaves is a beginning of this one (§2.1.2). Empty for the whole tree. */
export function consistencyProof(leaves: readonly Buffer[], size: number): readonly Buffer[] {
  if (!(size > 0 && size <= leaves.length)) throw new RangeError(`${size} of ${leaves.length} leaves`);
  return subProof(leaves, [0, leaves.length], { size, isWhole: true });
}

/** Whether `proof` shows that a tree with the old root grew into the new one (RFC 9162 §2.1.4.2). */
export function isConsistent(old: { readonly size: number; readonly root: Buffer }, { size, root, proof }: TreeProof): boolean {
  if (old.size === size) return proof.length === 0 && old.root.equals(root);
  if (!(old.size > 0 && old.size < size)) return false;
  const path = Number.isInteger(Math.log2(old.size)) ? [old.root, ...proof] : [...proof];
  let [node, last] = [old.size - 1, size - 1];
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  const [first, ...rest] = path;
  if (!first) return false;
  let [oldHash, newHash] = [first, first];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      oldHash = nodeHash(sibling, oldHash);
      newHash = nodeHash(sibling, newHash);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else newHash = nodeHash(newHash, sibling);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && oldHash.equals(old.root) && newHash.equals(root);
}

function subProof(
  leaves: readonly Buffer[],
  [from, until]: readonly [number, number],
  { size, isWhole }: { readonly size: number; readonly isWhole: boolean },
): readonly Buffer[] {
  const count = until - from;
  if (size === count) return isWhole ? [] : [rootOf(leaves, from, until)];
  const split = splitOf(count);
  const middle = from + split;
  if (size <= split) return [...subProof(leaves, [from, middle], { size, isWhole }), rootOf(leaves, middle, until)];
  return [...subProof(leaves, [middle, until], { size: size - split, isWhole: false }), rootOf(leaves, from, middle)];
}

function rootOf(leaves: readonly Buffer[], from: number, until: number): Buffer {
  if (until - from === 1) return leaves[from] ?? Buffer.alloc(0);
  const middle = from + splitOf(until - from);
  return nodeHash(rootOf(leaves, from, middle), rootOf(leaves, middle, until));
}

function nodeHash(left: Buffer, right: Buffer): Buffer {
  return createHash('sha256').update(NODE).update(left).update(right).digest();
}

/** Largest power of two below `count`. */
function splitOf(count: number): number {
  return 2 ** (32 - Math.clz32(count - 1) - 1);
}

function half(value: number): number {
  return Math.floor(value / 2);
}
