/** Log files against what the digests list. */
import type { TamperProblem } from '../problem.ts';
import type { ChainResult } from './chains.ts';
import type { ListedLog } from './digest.ts';
import type { LogName } from './names.ts';
import { nameOf } from './names.ts';
import type { InflatedHash } from './objects.ts';

export interface LogChecks {
  /** Log files that digests list. */
  readonly listed: number;
  readonly problems: readonly TamperProblem[];
  /** Log files that no digest can speak of yet: newer than the last one. */
  readonly tooNew: readonly string[];
  /** Log files of a time whose digests are missing or can't be relied on, or from before the chain begins. */
  readonly unproven: readonly string[];
}

export interface LogOptions {
  readonly hash: (key: string) => Promise<InflatedHash>;
  readonly asOf: number;
  readonly onLog?: () => void;
}

/** A digest follows within the hour after its own; what is still without one later should have had it. */
const DUE = 2 * 3_600_000;
/** A file's name is rounded and it may be delivered minutes later, into the next digest. */
const LATE = 15 * 60_000;

/** `present`: keys of the log files that are there. */
export async function checkLogs(
  present: ReadonlySet<string>,
  chains: readonly ChainResult[],
  { hash, asOf, onLog }: LogOptions,
): Promise<LogChecks> {
  const listed = new Map<string, ListedLog>();
  for (const { trusted } of chains) for (const { logs } of trusted) for (const log of logs) listed.set(log.key, log);
  const problems: TamperProblem[] = [];
  const homes = new Map([...listed.values()].map((log) => [log.hash, log.key]));
  for (const log of listed.values()) {
    onLog?.();
    const problem = present.has(log.key)
      ? compared(log, await hash(log.key), homes)
      : ({ object: log.key, kind: 'deleted', reason: 'log-missing', facts: [] } satisfies TamperProblem);
    if (problem) problems.push(problem);
  }
  const rest = [...present].filter((key) => !listed.has(key));
  const sorted = sortUnlisted(rest, chains, asOf);
  return { ...sorted, listed: listed.size, problems: [...problems, ...sorted.problems] };
}

function compared(log: ListedLog, actual: InflatedHash, homes: ReadonlyMap<string, string>): TamperProblem | null {
  if (actual.sha256 === log.hash) return null;
  const home = actual.sha256 === null ? undefined : homes.get(actual.sha256);
  if (home !== undefined) return { object: log.key, kind: 'reordered', reason: 'log-swapped', facts: [home] };
  return actual.isCut
    ? { object: log.key, kind: 'truncated', reason: 'log-cut', facts: [] }
    : { object: log.key, kind: 'edited', reason: 'log-changed', facts: [] };
}

/** What no digest lists: put in by somebody, not covered yet, or of a time nobody can vouch for. */
function sortUnlisted(keys: readonly string[], chains: readonly ChainResult[], asOf: number): Omit<LogChecks, 'listed'> {
  const problems = new Map<string, TamperProblem>();
  const tooNew: string[] = [];
  const unproven: string[] = [];
  for (const key of keys) {
    const name = nameOf(key);
    if (name?.kind !== 'log') continue;
    const own = chains.filter((chain) => !chain.isBackfill && chain.account === name.account && chain.region === name.region);
    const verdict = verdictOf(key, name, own, asOf);
    if (verdict === 'too-new') tooNew.push(key);
    else if (verdict === 'unproven') unproven.push(key);
    else problems.set(`${verdict.object}\n${verdict.kind}`, verdict);
  }
  return { problems: [...problems.values()], tooNew, unproven };
}

function verdictOf(
  key: string,
  { account, region, time }: LogName,
  chains: readonly ChainResult[],
  asOf: number,
): TamperProblem | 'too-new' | 'unproven' {
  const [longest] = [...chains].sort((a, b) => b.until - a.until);
  if (!longest) return { object: `${account}/${region}`, kind: 'deleted', reason: 'region-without-digests', facts: [] };
  const isUnproven = chains.some((chain) => chain.unproven.some(([from, until]) => time >= from - LATE && time <= until + LATE));
  if (isUnproven) return 'unproven';
  const first = chains.reduce((a, b) => (b.from < a.from ? b : a), longest);
  if (time > longest.until - LATE) {
    if (asOf < time + DUE) return 'too-new';
    const inside = time <= longest.until;
    return inside
      ? { object: key, kind: 'inserted', reason: 'log-unlisted', facts: [] }
      : { object: longest.lastKey, kind: 'truncated', reason: 'log-after-last-digest', facts: [key] };
  }
  if (time <= first.from + LATE) {
    // Files from before a chain's true beginning were never promised; where the chain goes on before, its digest is what is missing.
    if (first.previousOutside === null || time > first.from) return 'unproven';
    return { object: first.previousOutside, kind: 'deleted', reason: 'digest-missing-with-logs', facts: [key] };
  }
  return { object: key, kind: 'inserted', reason: 'log-unlisted', facts: [] };
}
