/**
 * Logs and an estate → what each principal does not use, and policies without it. Every proposal together with all others is replayed against all events
 * of all who hold it; what would be refused is given back, and a proposal that still refuses something is not offered.
 */
import type { ActionCatalogue } from '../aws/index.ts';
import { actionTexts } from '../diff/index.ts';
import type { AccountCoverage, PrincipalUsage, UsageLog } from '../usage/index.ts';
import type { HeldPolicy, IamPrincipal, IamWorld } from '../world/index.ts';
import { joinUsages, matchUsage } from './match-usage.ts';
import type { PrincipalUse } from './principal-use.ts';
import { useOfPrincipal } from './principal-use.ts';
import type { ReducedPolicy } from './reduce.ts';
import { reducePolicy } from './reduce.ts';
import type { Replay } from './replay.ts';
import { joinReplays, replay } from './replay.ts';
import type { ActionStates, LastAccessed } from './states.ts';
import { grantedTo, joinStates, statesOf } from './states.ts';

export interface LeastPrivilegeOptions {
  readonly catalogue: ActionCatalogue;
  /** By ARN of the principal. */
  readonly lastAccessed?: ReadonlyMap<string, LastAccessed>;
  /** Accounts that were asked themselves. */
  readonly liveAccounts: ReadonlySet<string>;
  /** ISO 8601. */
  readonly now: string;
  /** Length of the window. */
  readonly days: number;
  readonly since: string | null;
}

export interface PrincipalFindings {
  readonly principal: IamPrincipal;
  readonly usage: PrincipalUsage | undefined;
  readonly coverage: AccountCoverage | undefined;
  readonly use: PrincipalUse;
  readonly states: ActionStates;
  /** Prefixes of services of which nothing is used, needed or beyond sight. */
  readonly unusedServices: readonly string[];
}

interface BoundaryProposal {
  readonly document: object;
  readonly replay: Replay;
}

export interface PolicyProposal {
  readonly policy: HeldPolicy;
  readonly holders: readonly IamPrincipal[];
  /** `replace`: a policy of AWS, which cannot be changed; the document takes its place. `remove`: nothing of it is used. */
  readonly kind: 'edit' | 'replace' | 'remove';
  readonly reduced: ReducedPolicy;
  readonly replay: Replay;
}

export interface NotOffered {
  readonly policy: HeldPolicy;
  readonly holders: readonly IamPrincipal[];
  /** `unused-holders`: nobody who holds it is used; remove them. `use-unknown`: nobody is known to be. */
  readonly reason: 'newly-denied' | 'use-unknown' | 'unknown' | 'no-logs' | 'nothing-to-remove' | 'unused-holders' | 'too-many-requests';
}

export interface LeastPrivilege {
  readonly principals: readonly PrincipalFindings[];
  readonly proposals: readonly PolicyProposal[];
  readonly notOffered: readonly NotOffered[];
  /** Callers of the logs that the estate does not have, most events first. */
  readonly strangers: readonly PrincipalUsage[];
}

const MAX_ROUNDS = 4;

export function proposeLeastPrivilege(world: IamWorld, log: UsageLog, options: LeastPrivilegeOptions): LeastPrivilege {
  const usages = log.principals;
  const matches = matchUsage(world.principals, [...usages.keys(), ...log.assumed.keys()]);
  const findings = findingsOf(world, { log, usages, matches, options });
  const { proposals, notOffered } = proposalsFor(findings, options);
  const strangers = [...usages.values()]
    .filter(({ caller }) => !matches.has(caller.id) && (caller.kind === 'user' || caller.kind === 'role'))
    .toSorted((a, b) => b.events - a.events || (a.caller.id < b.caller.id ? -1 : 1));
  return { principals: findings, proposals, notOffered, strangers };
}

interface Finding {
  readonly log: UsageLog;
  readonly usages: ReadonlyMap<string, PrincipalUsage>;
  readonly matches: ReadonlyMap<string, string>;
  readonly options: LeastPrivilegeOptions;
}

function findingsOf(world: IamWorld, { log, usages, matches, options }: Finding): readonly PrincipalFindings[] {
  const { catalogue, since } = options;
  const { coverage: byAccount, assumed } = log;
  const arnsOf = Map.groupBy([...matches], ([, id]) => id);
  const only = byAccount.size === 1 ? [...byAccount.values()][0] : undefined;
  const sameStates = new Map<number, ActionStates>();
  return world.principals.map((principal): PrincipalFindings => {
    const arns = (arnsOf.get(principal.id) ?? []).map(([arn]) => arn);
    const usage = joinUsages(arns.flatMap((arn) => usages.get(arn) ?? []));
    // Code that does not know its account can only be about the logs' only one.
    const coverage = byAccount.get(principal.account) ?? (principal.account === '000000000000' ? only : undefined);
    const lastAccessed = options.lastAccessed?.get(principal.id);
    // Who holds the same and was never seen is the same case.
    const key = usage || lastAccessed ? null : world.classOf(principal).id;
    const known = key === null ? undefined : sameStates.get(key);
    const states = known ?? statesOf(grantedTo(principal, catalogue), { catalogue, usage, coverage, lastAccessed, since });
    if (key !== null) sameStates.set(key, states);
    const last =
      arns
        .flatMap((arn) => assumed.get(arn)?.last ?? [])
        .toSorted()
        .at(-1) ?? null;
    const isLive = options.liveAccounts.has(principal.account);
    const use = useOfPrincipal(principal, { usage, coverage, assumed: last, states, isLive, now: options.now, days: options.days });
    return { principal, usage, coverage, use, states, unusedServices: unusedServicesOf(states, catalogue) };
  });
}

function unusedServicesOf({ of }: ActionStates, catalogue: ActionCatalogue): readonly string[] {
  const [unused, others] = [new Set<string>(), new Set<string>()];
  for (const [index, state] of of) (state === 'unused' ? unused : others).add(catalogue.names[index]?.split(':')[0] ?? '');
  return [...unused].filter((service) => !others.has(service)).toSorted();
}

/** A boundary of all that is used, needed or beyond sight. Null: none that helps, or it would refuse something. */
export function proposeBoundary({ principal, usage, states }: PrincipalFindings, catalogue: ActionCatalogue): BoundaryProposal | null {
  if (!usage || principal.boundary !== null || principal.unknowns.length > 0) return null;
  const kept = [...states.of].filter(([, state]) => state !== 'unused').map(([index]) => index);
  if (kept.length === 0 || kept.length === states.of.size) return null;
  const actions = actionTexts(
    catalogue,
    kept.toSorted((a, b) => a - b),
  );
  const document = { Version: '2012-10-17', Statement: [{ Sid: 'OnlyWhatIsUsed', Effect: 'Allow', Action: actions, Resource: '*' }] };
  const result = replay(principal, { catalogue, usage, identity: principal.identity.map((each) => each.document), boundary: [document] });
  return result.newlyDenied === 0 && result.dropped === 0 ? { document, replay: result } : null;
}

interface Candidate {
  readonly policy: HeldPolicy;
  readonly holders: PrincipalFindings[];
  readonly isOfAws: boolean;
  readonly spared: Set<string>;
  reduced: ReducedPolicy;
}

function proposalsFor(
  findings: readonly PrincipalFindings[],
  { catalogue }: LeastPrivilegeOptions,
): { readonly proposals: readonly PolicyProposal[]; readonly notOffered: readonly NotOffered[] } {
  const candidates = candidatesOf(findings);
  const notOffered: NotOffered[] = [];
  const open = new Map<string, Candidate>();
  const byHolder = new Map<string, string[]>();
  for (const [key, candidate] of candidates) {
    const reason = reasonAgainst(candidate);
    const { policy, holders } = candidate;
    if (reason !== null) notOffered.push({ policy, holders: holders.map(({ principal }) => principal), reason });
    else {
      reduce(candidate, catalogue);
      open.set(key, candidate);
      for (const { principal } of holders) byHolder.set(principal.id, [...(byHolder.get(principal.id) ?? []), key]);
    }
  }
  const replays = settle(open, { findings, byHolder, catalogue });
  const proposals: PolicyProposal[] = [];
  for (const { policy, holders, isOfAws, reduced } of open.values()) {
    const all = joinReplays(holders.flatMap(({ principal }) => replays.get(principal.id) ?? []));
    const who = holders.map(({ principal }) => principal);
    if (reduced.changes.length === 0) notOffered.push({ policy, holders: who, reason: 'nothing-to-remove' });
    else if (all.newlyDenied > 0) notOffered.push({ policy, holders: who, reason: 'newly-denied' });
    else if (all.dropped > 0) notOffered.push({ policy, holders: who, reason: 'too-many-requests' });
    else
      proposals.push({
        policy,
        holders: who,
        kind: reduced.document === null ? 'remove' : isOfAws ? 'replace' : 'edit',
        reduced,
        replay: all,
      });
  }
  return { proposals, notOffered };
}

/** A policy of AWS is its own proposal for each who holds it: the others need not follow. */
function candidatesOf(findings: readonly PrincipalFindings[]): ReadonlyMap<string, Candidate> {
  const candidates = new Map<string, Candidate>();
  for (const finding of findings) {
    for (const policy of finding.principal.identity) {
      const isOfAws = policy.arn !== null && /^arn:[^:]+:iam::aws:policy\//.test(policy.arn);
      const key = keyOf(policy, isOfAws ? finding.principal.id : '');
      const known = candidates.get(key);
      if (known) known.holders.push(finding);
      else
        candidates.set(key, {
          policy,
          holders: [finding],
          isOfAws,
          spared: new Set(),
          reduced: { document: null, changes: [], removed: [], narrowed: [] },
        });
    }
  }
  return candidates;
}

const numbers = new WeakMap<object, number>();
let last = 0;

/** A block that several modules make differs by what it says in each. */
function keyOf({ arn, place, name, document }: HeldPolicy, holder: string): string {
  const number = numbers.get(document) ?? (last += 1);
  numbers.set(document, number);
  return `${arn ?? `${place?.source.path} ${place?.start} ${name}`} ${number} ${holder}`;
}

function reasonAgainst({ policy, holders }: Candidate): NotOffered['reason'] | null {
  if (policy.unknown !== null) return 'unknown';
  if (holders.some(({ coverage }) => coverage === undefined)) return 'no-logs';
  if (holders.every(({ use }) => use.status === 'unused')) return 'unused-holders';
  if (holders.every(({ use, usage }) => use.status !== 'used' || usage === undefined)) return 'use-unknown';
  return null;
}

function reduce(candidate: Candidate, catalogue: ActionCatalogue): void {
  const states = joinStates(candidate.holders.map((each) => each.states));
  const usages = candidate.holders.flatMap(({ usage }) => usage ?? []);
  candidate.reduced = reducePolicy(candidate.policy.document, { catalogue, states: states.of, usages, spared: candidate.spared });
}

interface Settling {
  readonly findings: readonly PrincipalFindings[];
  readonly byHolder: ReadonlyMap<string, readonly string[]>;
  readonly catalogue: ActionCatalogue;
}

/** All proposals at once, replayed for everybody; actions that would be refused are given back, until none is or it does not help. */
function settle(open: ReadonlyMap<string, Candidate>, { findings, byHolder, catalogue }: Settling): ReadonlyMap<string, Replay> {
  const replays = new Map<string, Replay>();
  let waiting = findings.filter(({ principal, usage }) => usage !== undefined && byHolder.has(principal.id));
  for (let round = 0; round < MAX_ROUNDS && waiting.length > 0; round++) {
    const again = new Set<string>();
    for (const { principal, usage } of waiting) {
      if (!usage) continue;
      const own = (byHolder.get(principal.id) ?? []).flatMap((key) => open.get(key) ?? []);
      const result = replay(principal, { catalogue, usage, identity: proposedFor(principal, own) });
      replays.set(principal.id, result);
      if (result.newlyDenied === 0) continue;
      for (const candidate of own) {
        const before = candidate.spared.size;
        for (const action of result.deniedActions) candidate.spared.add(action);
        if (candidate.spared.size === before) continue;
        reduce(candidate, catalogue);
        for (const holder of candidate.holders) again.add(holder.principal.id);
      }
    }
    waiting = findings.filter(({ principal }) => again.has(principal.id));
  }
  return replays;
}

function proposedFor({ identity }: IamPrincipal, candidates: readonly Candidate[]): readonly object[] {
  return identity.flatMap((held): readonly object[] => {
    const candidate = candidates.find(({ policy }) => policy.document === held.document && keyOf(policy, '') === keyOf(held, ''));
    if (!candidate || candidate.reduced.changes.length === 0) return [held.document];
    return candidate.reduced.document === null ? [] : [candidate.reduced.document];
  });
}
