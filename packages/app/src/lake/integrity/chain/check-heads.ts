/** The heads of a chain: each signed, each over the one before. */
import { keyFingerprint } from '../../../signatures/index.ts';
import type { TamperProblem } from '../problem.ts';
import type { HeadLine } from './files.ts';
import { HEADS } from './files.ts';
import type { Head } from './head.ts';
import { headHash, isOwnHead } from './head.ts';

export interface CheckedHeads {
  readonly problems: readonly TamperProblem[];
  /** Heads whose signature holds, by somebody who may sign. */
  readonly trusted: readonly Head[];
  /** Fingerprint of the key that signs now; null where there is no head. */
  readonly key: string | null;
}

/** `trustedKey`: fingerprint of the first key; null: the first head's own is believed. */
export function checkHeads(lines: readonly HeadLine[], trustedKey: string | null): CheckedHeads {
  const problems: TamperProblem[] = [];
  const trusted: Head[] = [];
  const hashes = new Set(lines.flatMap(({ head }) => (head ? [headHash(head)] : [])));
  let expectedKey = trustedKey ?? firstKey(lines);
  let before: Head | null = null;
  for (const { line, head } of lines) {
    const object = `${HEADS}:${line}`;
    if (!head) {
      problems.push({ object, kind: 'edited', reason: 'head-unreadable', facts: [] });
      continue;
    }
    const problem = sealOf(head, expectedKey) ?? linkOf(head, before, hashes);
    if (problem) problems.push({ object, facts: [], ...problem });
    if (problem?.kind !== 'bad-signature') {
      trusted.push(head);
      expectedKey = head.nextKey === null ? expectedKey : keyFingerprint(head.nextKey);
    }
    before = head;
  }
  return { problems, trusted, key: expectedKey };
}

function firstKey(lines: readonly HeadLine[]): string | null {
  const first = lines.find(({ head }) => head !== null)?.head;
  return first ? keyFingerprint(first.signature.publicKey) : null;
}

type Wrong = Pick<TamperProblem, 'kind' | 'reason'>;

function sealOf(head: Head, expectedKey: string | null): Wrong | null {
  if (!isOwnHead(head)) return { kind: 'bad-signature', reason: 'head-signature' };
  return keyFingerprint(head.signature.publicKey) === expectedKey ? null : { kind: 'bad-signature', reason: 'head-key' };
}

function linkOf({ previous }: Head, before: Head | null, hashes: ReadonlySet<string>): Wrong | null {
  if (previous === (before === null ? null : headHash(before))) return null;
  if (previous !== null && !hashes.has(previous)) return { kind: 'deleted', reason: 'head-before-missing' };
  return { kind: 'reordered', reason: 'head-moved' };
}
