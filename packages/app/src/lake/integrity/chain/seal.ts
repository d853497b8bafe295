/** Seals what a lake's ledger has grown by: hashes of its entries, a root over all of them, a signature. */
import type { SigningKey } from '../../../signatures/index.ts';
import { GrowingTree, leafHash } from '../merkle.ts';
import { appendLines, headLines, HASHES, HEADS, sealedHashes } from './files.ts';
import type { Head } from './head.ts';
import { headHash, signHead } from './head.ts';

export interface SealOptions {
  /** The ledger's entries from the first on, as bytes of their lines. */
  readonly entries: Iterable<Buffer>;
  readonly key: SigningKey;
  /** ISO 8601. */
  readonly at: string;
  /** Signs from the next head on. */
  readonly nextKey?: SigningKey;
}

/** Null where nothing is new. The last line of the chain's heads; never throws for what somebody altered before: that is for `verifyChain` to tell. */
export function sealChain(lake: string, { entries, key, at, nextKey }: SealOptions): Head | null {
  const last = headLines(lake).findLast(({ head }) => head !== null)?.head ?? null;
  const tree = new GrowingTree();
  const fresh: string[] = [];
  const sealed = sealedHashes(lake);
  const size = last?.size ?? 0;
  for (const entry of entries) {
    // What is sealed stays as it was sealed, whatever the ledger says now.
    const known = tree.size < size ? sealed.next().value : undefined;
    const hash = known === undefined ? leafHash(entry) : Buffer.from(known, 'hex');
    if (known === undefined) fresh.push(hash.toString('hex'));
    tree.push(hash);
  }
  if (tree.size === size && !nextKey) return null;
  const root = tree.root().toString('hex');
  const previous = last === null ? null : headHash(last);
  const head = signHead({ size: tree.size, root, previous, at, nextKey: nextKey?.publicKey ?? null }, key);
  // The head first: hashes that are missing can be made again from the ledger, a head cannot.
  appendLines(lake, HEADS, [JSON.stringify(head)]);
  appendLines(lake, HASHES, fresh);
  return head;
}
