/** Time stamps of heads, beside the chain: one answer of an authority for each head that was stamped, named by the head's hash. */
import type { X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHAIN_FOLDER, headHash, headLines } from './chain/index.ts';
import type { TamperProblem } from './problem.ts';
import { readStamp } from './timestamp/index.ts';

const STAMPS = `${CHAIN_FOLDER}/stamps`;
const NAME = /^([0-9a-f]{64})\.tsr$/;

export interface StampedHead {
  /** When the head says it was made, and when the authority saw it. */
  readonly sealedAt: string;
  readonly at: string;
  readonly authority: string;
  /** Null: no certificates to trust were given. */
  readonly isTrusted: boolean | null;
  readonly size: number;
}

/** Keeps an answer that was checked; the path below the lake. */
export function keepStamp(lake: string, hash: string, response: Uint8Array): string {
  mkdirSync(join(lake, STAMPS), { recursive: true });
  const path = `${STAMPS}/${hash}.tsr`;
  writeFileSync(join(lake, path), response);
  return path;
}

/** All stamps of a lake against its heads. */
export function checkStamps(
  lake: string,
  trusted: readonly X509Certificate[] | null,
): { readonly stamps: readonly StampedHead[]; readonly problems: readonly TamperProblem[] } {
  const folder = join(lake, STAMPS);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => NAME.test(name)) : [];
  const heads = new Map(headLines(lake).flatMap(({ head }) => (head ? [[headHash(head), head] as const] : [])));
  const stamps: StampedHead[] = [];
  const problems: TamperProblem[] = [];
  for (const name of names.toSorted()) {
    const object = `${STAMPS}/${name}`;
    const hash = NAME.exec(name)?.[1] ?? '';
    const stamp = readStamp(readFileSync(join(folder, name)), { digest: Buffer.from(hash, 'hex'), nonce: null, trusted });
    const head = heads.get(hash);
    if (typeof stamp === 'string') problems.push({ object, kind: 'edited', reason: 'stamp-broken', facts: [stamp] });
    else if (!head) problems.push({ object, kind: 'truncated', reason: 'stamp-headless', facts: [stamp.at] });
    else {
      if (stamp.isTrusted === false) problems.push({ object, kind: 'bad-signature', reason: 'stamp-untrusted', facts: [stamp.authority] });
      stamps.push({ sealedAt: head.at, size: head.size, ...stamp });
    }
  }
  return { stamps: stamps.toSorted((a, b) => (a.at < b.at ? -1 : 1)), problems };
}
