/** A tree of CloudTrail's log and digest files → is it what CloudTrail wrote? Offline; source of the rules: CloudTrail user guide, "Validating log file integrity". */
import type { TamperProblem } from '../problem.ts';
import { alignmentOf } from './align.ts';
import type { ChainResult, FoundDigest } from './chains.ts';
import { checkChain } from './chains.ts';
import type { Digest } from './digest.ts';
import { readDigest } from './digest.ts';
import { checkLogs } from './logs.ts';
import { nameOf } from './names.ts';
import type { TrailObjects } from './objects.ts';
import { inflateDigest } from './objects.ts';
import type { PublicKeys } from './public-keys.ts';

export interface TrailCheck {
  readonly digests: number;
  /** Log files whose content was compared, or that should have been there. */
  readonly objects: number;
  readonly chains: readonly ChainResult[];
  readonly problems: readonly TamperProblem[];
  readonly tooNew: readonly string[];
  readonly unproven: readonly string[];
}

/** What must be covered, milliseconds; null: as far as there is something. */
export interface TrailPeriod {
  readonly since: number | null;
  readonly until: number | null;
}

export interface TrailOptions {
  readonly period: TrailPeriod;
  /** Null: signatures are not checked. */
  readonly keys: PublicKeys | null;
  /** Called for each digest and log file. */
  readonly onObject?: () => void;
}

/** Null where there is no digest at all. */
export async function verifyTrail(objects: TrailObjects, { keys, period, onObject }: TrailOptions): Promise<TrailCheck | null> {
  const paths = objects.keys.filter((path) => nameOf(path)?.kind === 'digest');
  if (paths.length === 0) return null;
  const problems: TamperProblem[] = [];
  const read = new Map<string, Digest>();
  const unreadable = new Map<string, TamperProblem>();
  for (const path of paths) {
    onObject?.();
    const inflated = inflateDigest(await objects.read(path));
    const digest = typeof inflated === 'string' ? null : readDigest(inflated);
    if (digest) read.set(path, digest);
    else if (inflated === 'cut') unreadable.set(path, { object: path, kind: 'truncated', reason: 'digest-cut', facts: [] });
    else unreadable.set(path, { object: path, kind: 'edited', reason: 'digest-unreadable', facts: [] });
  }
  const { keyOf } = alignmentOf(read);
  const found: FoundDigest[] = [];
  for (const path of paths) {
    const key = keyOf(path) ?? path;
    const name = nameOf(key);
    const bad = unreadable.get(path);
    if (bad) problems.push({ ...bad, object: key });
    if (name?.kind === 'digest') found.push({ key, name, digest: read.get(path) ?? null, signature: await objects.signature(path) });
  }
  const chains = chainsOf(found).map((each) => checkChain(each, keys));
  const present = new Map<string, string>();
  for (const path of objects.keys) if (nameOf(path)?.kind === 'log') present.set(keyOf(path) ?? path, path);
  const logs = await checkLogs(new Set(present.keys()), chains, {
    hash: async (key) => await objects.hash(present.get(key) ?? key),
    asOf: objects.asOf,
    ...(onObject && { onLog: onObject }),
  });
  return {
    digests: paths.length,
    objects: logs.listed + logs.problems.filter(({ kind }) => kind === 'inserted').length,
    chains,
    problems: [...problems, ...chains.flatMap((chain) => [...chain.problems, ...outsideOf(period, chain)]), ...logs.problems],
    tooNew: logs.tooNew,
    unproven: logs.unproven,
  };
}

/** By trail, account and region, each in the order of its times. */
function chainsOf(found: readonly FoundDigest[]): readonly (readonly FoundDigest[])[] {
  const chains = new Map<string, FoundDigest[]>();
  for (const each of found) {
    const chain = chains.get(each.name.chain);
    if (chain) chain.push(each);
    else chains.set(each.name.chain, [each]);
  }
  return [...chains.values()].map((chain) => chain.sort((a, b) => a.name.time - b.name.time));
}

/** A chain that ends before what was asked for: its tail was cut off, and nothing in the tree itself can tell. */
function outsideOf({ since, until }: TrailPeriod, { from, until: end, lastKey, isBackfill }: ChainResult): readonly TamperProblem[] {
  if (isBackfill) return [];
  const late = since !== null && from > since;
  const early = until !== null && end < until - HOUR;
  return [
    ...(late ? [{ object: lastKey, kind: 'truncated', reason: 'begins-late', facts: [isoTime(from), isoTime(since)] } as const] : []),
    ...(early ? [{ object: lastKey, kind: 'truncated', reason: 'ends-early', facts: [isoTime(end), isoTime(until)] } as const] : []),
  ];
}

const HOUR = 3_600_000;

function isoTime(time: number): string {
  return new Date(time).toISOString();
}
