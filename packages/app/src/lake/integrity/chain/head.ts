/** Signed heads of a growing tree: what was sealed when, each over the one before. */
import { createHash } from 'node:crypto';
import type { JsonObject } from '@kumomori/model';
import { canonicalJson } from '@kumomori/model';
import { z } from 'zod';
import type { SigningKey } from '../../../signatures/index.ts';
import { isSigned } from '../../../signatures/index.ts';

/** A line of the heads file. */
export const headSchema = z.strictObject({
  version: z.literal(1),
  /** Entries that are sealed: all of the ledger up to here. */
  size: z.int().nonnegative(),
  /** Hex; RFC 6962 root over the hashes of those entries. */
  root: z.string().regex(/^[0-9a-f]{64}$/),
  /** Hex SHA-256 of the head before, null for the first. */
  previous: z.string().nullable(),
  /** ISO 8601. */
  at: z.string(),
  /** PEM of the key that signs from the next head on; null: the same. */
  nextKey: z.string().nullable(),
  signature: z.strictObject({ algorithm: z.literal('Ed25519'), publicKey: z.string(), value: z.string() }),
});

export type Head = z.infer<typeof headSchema>;

export function readHead(line: string): Head | null {
  try {
    const read = headSchema.safeParse(JSON.parse(line));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

export function signHead(content: Omit<Head, 'version' | 'signature'>, key: SigningKey): Head {
  const unsigned = { version: 1 as const, ...content };
  return { ...unsigned, signature: key.sign(unsigned satisfies JsonObject) };
}

/** Whether the head is as its own key signed it. */
export function isOwnHead({ signature, ...content }: Head): boolean {
  return isSigned(content satisfies JsonObject, signature);
}

/** What the next head names as the one before. */
export function headHash(head: Head): string {
  return createHash('sha256')
    .update(canonicalJson(head satisfies JsonObject))
    .digest('hex');
}
