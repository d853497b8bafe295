/** What a scan does to the findings that live. */
import type { Severity, Status } from '@kumomori/model';
import { severities } from '@kumomori/model';
import type { FindingChange, Reconciled, ScanEventKind, ScanReason, ScanResults, ScanScope, ScanVerdict, TrackedFinding } from './types.ts';
import { ScopeReader } from './scope.ts';
import { findingKey } from './states.ts';
import { rowOf } from './table.ts';
import { isOver, targetState } from './transition.ts';

/** What a scan says about one finding; `verdict` is null when it could not say anything. */
interface Said {
  readonly event: Exclude<ScanEventKind, 'found'>;
  readonly reason: ScanReason;
  readonly verdict: TrackedFinding['verdict'] | null;
}

/**
 * The changes a scan makes, with a line of history each. `previous`: the findings of the target, at least those in the scan's scope (others
 * stay as they are). What the scan lists as failed or unknown and nobody knew becomes new. A known one that it does not list is over only
 * when it lies in the scope, in no gap, and the scan came to its end; otherwise it stays and is stale. An unknown verdict closes nothing.
 * What people said after the scan began is not undone by it, and a scan older than the last one that judged a finding says nothing about it.
 * Texts, evidence and tags of what a scan lists are not kept here: whoever stores findings writes them for every verdict that is listed.
 * The same scan twice changes nothing the second time; order of findings and verdicts counts for nothing. O(findings · log + gaps).
 */
export function reconcile<T extends TrackedFinding>(previous: Iterable<T>, { scope, verdicts, isPresent }: ScanResults): Reconciled<T> {
  const listed = gravestByFingerprint(verdicts);
  const reader = new ScopeReader(scope);
  const known = new Set<string>();
  const changes: FindingChange<T>[] = [];
  const confirmed: string[] = [];
  for (const finding of previous) {
    if (finding.target !== scope.target) continue;
    known.add(finding.fingerprint);
    const verdict = listed.get(finding.fingerprint);
    if ((!verdict && !reader.holds(finding)) || isEarlier(scope.startedAt, finding.judgedAt)) continue;
    const said = verdict ? saidBy(verdict) : saidBySilence(finding, { scope, reader, isPresent });
    const change = changeOf(finding, said, { scope, severity: verdict?.severity });
    if (change) changes.push(change);
    else if (said.verdict !== null && isEarlier(finding.judgedAt, scope.startedAt)) confirmed.push(findingKey(finding));
  }
  for (const verdict of listed.values())
    if (!known.has(verdict.fingerprint) && isListed(verdict.status)) changes.push(found(verdict, scope));
  return { changes: changes.sort((a, b) => (a.key < b.key ? -1 : 1)), confirmed: confirmed.sort() };
}

/** The findings after a scan: those that changed, those that were confirmed, new ones, and all others. In order of their keys. */
export function applyReconciled<T extends TrackedFinding>(
  previous: Iterable<T>,
  { changes, confirmed }: Reconciled<T>,
  { startedAt }: Pick<ScanScope, 'startedAt'>,
): readonly (T | TrackedFinding)[] {
  const after = new Map<string, T | TrackedFinding>();
  for (const finding of previous) after.set(findingKey(finding), finding);
  for (const key of confirmed) {
    const finding = after.get(key);
    if (finding) after.set(key, { ...finding, judgedAt: startedAt, ...(isOver(finding.verdict) ? {} : { lastSeenAt: startedAt }) });
  }
  for (const change of changes) after.set(change.key, change.after);
  return [...after].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, finding]) => finding);
}

function saidBy({ status }: ScanVerdict): Said {
  switch (status) {
    case 'fail':
      return { event: 'seen', reason: 'fails', verdict: 'fail' };
    case 'unknown':
      return { event: 'not-assessed', reason: 'unknown-verdict', verdict: null };
    case 'pass':
      return { event: 'passed', reason: 'passes', verdict: 'pass' };
    case 'not-applicable':
      return { event: 'passed', reason: 'not-applicable', verdict: 'pass' };
  }
}

/** Failures and unknown verdicts are all listed, so silence about a resource that was seen is a pass. */
function saidBySilence(
  finding: TrackedFinding,
  { scope, reader, isPresent }: Pick<ScanResults, 'scope' | 'isPresent'> & { readonly reader: ScopeReader },
): Said {
  if (!scope.isComplete) return { event: 'not-assessed', reason: 'scan-incomplete', verdict: null };
  if (isPresent?.(finding.resource.id) === true && !isCheckGap(scope, finding))
    return { event: 'passed', reason: 'passes', verdict: 'pass' };
  if (reader.isGap(finding)) return { event: 'not-assessed', reason: 'coverage-gap', verdict: null };
  if (isPresent) return { event: 'gone', reason: 'resource-gone', verdict: 'gone' };
  return { event: 'absent', reason: 'no-longer-found', verdict: 'absent' };
}

/** The check itself did not run everywhere: seeing the resource does not help. */
function isCheckGap({ gaps }: ScanScope, { checkId }: TrackedFinding): boolean {
  return gaps.some(({ checks }) => checks?.includes(checkId) === true);
}

/** Null when it stays as it was. */
function changeOf<T extends TrackedFinding>(
  before: T,
  said: Said,
  { scope, severity }: { readonly scope: ScanScope; readonly severity: Severity | undefined },
): FindingChange<T> | null {
  const row = rowOf(said.event, before.state);
  if (!row) throw new RangeError(`no row for ${said.event} in ${before.state}`); // the table has one for every state
  const isLaterWord = isEarlier(scope.startedAt, before.stateSince) && isWordOnFix(before, said);
  const to = isLaterWord ? before.state : targetState(row, before);
  const staleSince = said.verdict === null ? (before.staleSince ?? scope.startedAt) : null;
  const verdict = isLaterWord ? before.verdict : (said.verdict ?? before.verdict);
  const rated = said.event === 'seen' || before.verdict === 'unknown' ? (severity ?? before.severity) : before.severity;
  const isSame = to === before.state && verdict === before.verdict && (staleSince === null) === (before.staleSince === null);
  // An unknown verdict that stays unknown is no news: that nothing could be judged is what the finding says.
  if (isSame && rated === before.severity) return null;
  if (before.verdict === 'unknown' && said.verdict === null && rated === before.severity) return null;
  const at = isEarlier(scope.finishedAt, before.stateSince) ? before.stateSince : scope.finishedAt;
  const key = findingKey(before);
  const isNew = to !== before.state;
  const after: T = {
    ...before,
    ...{ state: to, stateSince: isNew ? at : before.stateSince, verdict, staleSince, severity: rated },
    lastSeenAt: said.event === 'seen' ? scope.startedAt : before.lastSeenAt,
    judgedAt: said.verdict === null ? before.judgedAt : scope.startedAt,
    reopenCount: before.reopenCount + (isNew && to === 'reopened' && before.state === 'verified' ? 1 : 0),
  };
  const reason = isSame ? 'severity-changed' : reasonOf(said, before);
  const by = { role: 'scan', id: scope.scanId } as const;
  return { key, before, after, entry: { key, at, event: said.event, from: before.state, to, by, reason, note: null } };
}

/** Claimed as fixed while the scan ran: the failure may be from before. Opened again while it ran: so may the pass. */
function isWordOnFix({ state }: TrackedFinding, { event }: Said): boolean {
  return (state === 'fixed-unverified' && event === 'seen') || (state === 'reopened' && event !== 'seen' && event !== 'not-assessed');
}

function reasonOf({ event, reason }: Said, { state, verdict }: TrackedFinding): ScanReason {
  if (event !== 'seen') return reason;
  if (isOver(verdict)) return 'fails-again';
  return state === 'fixed-unverified' ? 'still-fails' : reason;
}

function found<T extends TrackedFinding>(verdict: ScanVerdict, { scanId, target, startedAt, finishedAt }: ScanScope): FindingChange<T> {
  const { fingerprint, checkId, severity, resource, status } = verdict;
  const after: TrackedFinding = {
    ...{ fingerprint, target, checkId, severity, resource, state: 'new', stateSince: finishedAt },
    ...{ verdict: status === 'fail' ? 'fail' : 'unknown', firstSeenAt: startedAt, lastSeenAt: startedAt, judgedAt: startedAt },
    ...{ staleSince: null, reopenCount: 0, exceptionId: null, holdUntil: null },
  };
  const key = findingKey(after);
  const by = { role: 'scan', id: scanId } as const;
  const entry = { key, at: finishedAt, event: 'found', from: null, to: 'new', by, reason: 'first-seen', note: null } as const;
  return { key, before: null, after, entry };
}

function isListed(status: Status): boolean {
  return status === 'fail' || status === 'unknown';
}

const BY_WEIGHT: readonly Status[] = ['fail', 'unknown', 'pass', 'not-applicable'];

/** A finding that is listed several times counts once, at its worst. */
function gravestByFingerprint(verdicts: Iterable<ScanVerdict>): ReadonlyMap<string, ScanVerdict> {
  const gravest = new Map<string, ScanVerdict>();
  for (const verdict of verdicts) {
    const known = gravest.get(verdict.fingerprint);
    if (!known || compareVerdicts(verdict, known) < 0) gravest.set(verdict.fingerprint, verdict);
  }
  return gravest;
}

/** Worst first; ties by text, so that the order they came in counts for nothing. */
function compareVerdicts(a: ScanVerdict, b: ScanVerdict): number {
  const byStatus = BY_WEIGHT.indexOf(a.status) - BY_WEIGHT.indexOf(b.status);
  const bySeverity = byStatus || severities.indexOf(a.severity) - severities.indexOf(b.severity);
  if (bySeverity !== 0) return bySeverity;
  return JSON.stringify(a.resource) < JSON.stringify(b.resource) ? -1 : 1;
}

function isEarlier(a: string, b: string): boolean {
  return Date.parse(a) < Date.parse(b);
}
