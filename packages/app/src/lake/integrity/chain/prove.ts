/** Proof that one file of a lake is what was written into it: kept in an evidence bundle, checked without the lake. */
import type { JsonObject } from '@kumomori/model';
import { z } from 'zod';
import { ledgerPath } from '../../ledger.ts';
import { inclusionProof, isIncluded, leafHash } from '../merkle.ts';
import { headLines } from './files.ts';
import { headSchema, isOwnHead } from './head.ts';
import type { Head } from './head.ts';
import { linesOf } from './lines.ts';

const schema = z.strictObject({
  kind: z.literal('kumomori-lake-inclusion'),
  path: z.string(),
  sha256: z.string(),
  /** The ledger's line that wrote it, as it stands there. */
  entry: z.string(),
  /** Number of that entry from 0. */
  index: z.int().nonnegative(),
  /** Hex, from the leaf up: RFC 6962 §2.1.1. */
  siblings: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
  head: headSchema,
});

export type LakeProof = Readonly<z.infer<typeof schema>>;

export function readProof(text: string): LakeProof | null {
  try {
    const read = schema.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** Null where no sealed entry wrote the file. */
export function proofOf(lake: string, path: string): LakeProof | null {
  const head = lastHead(lake);
  if (!head) return null;
  const entries = [...linesOf(ledgerPath(lake))].slice(0, head.size);
  const texts = entries.map((entry) => entry.toString('utf8'));
  const index = texts.findLastIndex((text) => hashIn(text, path) !== null);
  const entry = texts[index];
  if (entry === undefined) return null;
  const siblings = inclusionProof(
    entries.map((bytes) => leafHash(bytes)),
    index,
  ).map((hash) => hash.toString('hex'));
  return { kind: 'kumomori-lake-inclusion', path, sha256: hashIn(entry, path) ?? '', entry, index, siblings, head };
}

/** Whether the proof holds in itself: the entry names the file and its hash, and lies under the signed root. Whose key signed is another question. */
export function holds({ path, sha256, entry, index, siblings, head }: LakeProof): boolean {
  const tree = { size: head.size, root: Buffer.from(head.root, 'hex'), proof: siblings.map((each) => Buffer.from(each, 'hex')) };
  return isOwnHead(head) && hashIn(entry, path) === sha256 && isIncluded(leafHash(Buffer.from(entry, 'utf8')), index, tree);
}

/** Null for a lake that was never sealed. */
export function lastHead(lake: string): Head | null {
  return headLines(lake).findLast(({ head }) => head !== null)?.head ?? null;
}

function hashIn(entry: string, path: string): string | null {
  let record: JsonObject;
  try {
    record = JSON.parse(entry) as JsonObject;
  } catch {
    return null;
  }
  const added = record['added'];
  if (!Array.isArray(added)) return null;
  for (const file of added) {
    if (typeof file !== 'object' || file === null || Array.isArray(file)) continue;
    const hash = (file as JsonObject)['sha256'];
    if ((file as JsonObject)['path'] === path && typeof hash === 'string') return hash;
  }
  return null;
}
