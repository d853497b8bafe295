/**
 * Which objects of cloud storage a lake has read, by where they lay and which content they were: they are not fetched again. What the lake holds is
 * told by its ledger alone; without this file everything is fetched once more, and nothing is doubled.
 */
import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { jsonOf } from '@kumomori/model';
import { writeFailure } from './errors.ts';
import { OWN_FOLDER } from './ledger.ts';

export interface FetchedObjects {
  has(identity: string): boolean;
  /** On the disk when it returns. Throws LakeErrors. */
  note(identities: readonly string[]): void;
}

/** Of whoever holds the lake's lock. A line that a killed process left half-written counts for nothing. */
export function openFetched(lake: string): FetchedObjects {
  const path = join(lake, OWN_FOLDER, 'fetched.jsonl');
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const known = new Set<string>();
  for (const line of text.split('\n')) {
    const identity = line === '' ? undefined : jsonOf(line);
    if (typeof identity === 'string') known.add(digestOf(identity));
  }
  let isTorn = text !== '' && !text.endsWith('\n');
  return {
    has: (identity) => known.has(digestOf(identity)),
    note(identities) {
      const fresh = [...new Set(identities)].filter((each) => !known.has(digestOf(each)));
      if (fresh.length === 0) return;
      const lines = fresh.map((each) => `${JSON.stringify(each)}\n`).join('');
      append(path, isTorn ? `\n${lines}` : lines);
      isTorn = false;
      for (const each of fresh) known.add(digestOf(each));
    },
  };
}

function append(path: string, lines: string): void {
  try {
    const descriptor = openSync(path, 'a', 0o640);
    try {
      const bytes = Buffer.from(lines);
      for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (cause) {
    throw writeFailure(path, cause);
  }
}

/** Millions of them are in memory; 96 bits of a hash are unique enough. */
function digestOf(identity: string): string {
  return createHash('sha256').update(identity).digest('base64url').slice(0, 16);
}
