/** What is kept of a finding beside its text, what happens to it, what a scan says about it. Times are ISO-8601 UTC, days `YYYY-MM-DD`. */
import type { Severity, Status } from '@kumomori/model';

/**
 * - `new`: a scan found it, nobody looked at it yet
 * - `open`: the security team says it is true
 * - `requested`: its owner was asked
 * - `acknowledged`: its owner has read it
 * - `in-progress`: somebody works on it
 * - `fixed-unverified`: somebody says it is fixed; the next scan decides
 * - `verified`: a scan saw that it is over
 * - `exception`: accepted until a day
 * - `false-positive`: no problem at all, says the security team
 * - `reopened`: it came back, or a hold on it ended
 */
export type FindingState =
  | 'new'
  | 'open'
  | 'acknowledged'
  | 'requested'
  | 'in-progress'
  | 'fixed-unverified'
  | 'verified'
  | 'exception'
  | 'false-positive'
  | 'reopened';

/** Kinds of people, and the two that are none: `scan`, and `system` for what follows from data (approved exceptions, days that passed). */
export type ActorRole = 'admin' | 'security' | 'approver' | 'auditor' | 'member' | 'scan' | 'system';

export interface WorkflowActor {
  readonly role: ActorRole;
  /** Id of the user, of the scan; `kumomori` for the system. */
  readonly id: string;
}

/** What is known of the problem itself. `absent`: no longer found, and whether the resource is still there is not known. */
export type FindingVerdict = 'fail' | 'unknown' | 'pass' | 'gone' | 'absent';

/** The resource of a finding, as far as scopes, selectors and owners ask for it. */
export interface FindingResource {
  /** `aws.s3.bucket` */
  readonly type: string;
  /** ARN, cloud id or address in code. */
  readonly id: string;
  readonly name: string;
  readonly account: string | null;
  readonly region: string | null;
}

/** A finding that lives. `target` and `fingerprint` together name it, see {@link findingKey}. */
export interface TrackedFinding {
  readonly fingerprint: string;
  /** Id of the registered account, repository, cluster … whose scans judge it. */
  readonly target: string;
  readonly checkId: string;
  readonly severity: Severity;
  readonly resource: FindingResource;
  readonly state: FindingState;
  readonly stateSince: string;
  readonly verdict: FindingVerdict;
  readonly firstSeenAt: string;
  /** When it last failed; of one that never did, when it was found. */
  readonly lastSeenAt: string;
  /** Start of the last scan that decided it: older scans have nothing to say. */
  readonly judgedAt: string;
  /** Since when scans could not judge it any more; null while they can. */
  readonly staleSince: string | null;
  /** How often it came back after a scan had seen that it was over. */
  readonly reopenCount: number;
  /** The exception that holds it; only in the state `exception`. */
  readonly exceptionId: string | null;
  /** Last day of a false positive that was granted for a time; null: until withdrawn. Only in that state. */
  readonly holdUntil: string | null;
}

/** What a person, or data, does to a finding. */
export type WorkflowEventKind =
  | 'triage'
  | 'request'
  | 'acknowledge'
  | 'start'
  | 'stop'
  | 'claim-fixed'
  | 'retract-claim'
  | 'mark-false-positive'
  | 'end-false-positive'
  | 'grant-exception'
  | 'end-exception'
  | 'reopen';

/** What a scan does to a finding; `found` is its first appearance. */
export type ScanEventKind = 'found' | 'seen' | 'passed' | 'gone' | 'absent' | 'not-assessed';

export type LifecycleEventKind = WorkflowEventKind | ScanEventKind;

export interface WorkflowEvent {
  readonly kind: WorkflowEventKind;
  readonly at: string;
  readonly by: WorkflowActor;
  /** In the person's own words; needed where the table says so. */
  readonly note?: string | null;
  /** Of `grant-exception`. */
  readonly exceptionId?: string;
  /** Of `mark-false-positive`: the last day it holds. */
  readonly holdUntil?: string | null;
  /** Why a hold ends or changes, when data says so and no person. */
  readonly reason?: HoldReason;
}

/** Why a hold ends without a person saying so. `exception-not-covering`: tags, environment or the exception's selector are others now. */
export type HoldReason =
  | 'exception-expired'
  | 'exception-withdrawn'
  | 'exception-not-covering'
  | 'exception-severity-risen'
  | 'exception-replaced'
  | 'hold-expired';

/** Why a scan did something. Ids, not texts. */
export type ScanReason =
  | 'first-seen'
  | 'fails'
  | 'still-fails'
  | 'fails-again'
  | 'passes'
  | 'not-applicable'
  | 'resource-gone'
  | 'no-longer-found'
  | 'unknown-verdict'
  | 'coverage-gap'
  | 'scan-incomplete'
  | 'severity-changed';

/** One line of a finding's history. */
export interface HistoryEntry {
  /** {@link findingKey} */
  readonly key: string;
  readonly at: string;
  readonly event: LifecycleEventKind;
  /** Null when it was found. */
  readonly from: FindingState | null;
  readonly to: FindingState;
  readonly by: WorkflowActor;
  /** Only of scans and of what follows from data. */
  readonly reason: ScanReason | HoldReason | null;
  /** Only of people. */
  readonly note: string | null;
}

/** A finding before and after, with its new line of history. */
export interface FindingChange<T extends TrackedFinding = TrackedFinding> {
  readonly key: string;
  /** Null when it was found. */
  readonly before: T | null;
  readonly after: T | TrackedFinding;
  readonly entry: HistoryEntry;
}

/** A part of the scope that was not looked at; null in a field: all of it. */
export interface ScanGap {
  readonly account: string | null;
  readonly region: string | null;
  readonly resourceTypes: readonly string[] | null;
  readonly checks: readonly string[] | null;
}

/** What a scan looked at; null in a field: all of the target. */
export interface ScanScope {
  readonly scanId: string;
  readonly target: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly accounts: readonly string[] | null;
  readonly regions: readonly string[] | null;
  /** Ids of the checks that ran. */
  readonly checks: readonly string[] | null;
  readonly gaps: readonly ScanGap[];
  /** False when it was canceled or broke off: what it does not list may still be there. */
  readonly isComplete: boolean;
}

/** What a scan says about one finding. Passes need not be listed; failures and unknown verdicts must. */
export interface ScanVerdict {
  readonly fingerprint: string;
  readonly checkId: string;
  readonly severity: Severity;
  readonly status: Status;
  readonly resource: FindingResource;
}

export interface ScanResults {
  readonly scope: ScanScope;
  readonly verdicts: Iterable<ScanVerdict>;
  /** Whether the scan saw a resource, by its id; null when nobody kept that. */
  readonly isPresent: ((resourceId: string) => boolean) | null;
}

export interface Reconciled<T extends TrackedFinding = TrackedFinding> {
  /** Sorted by key. */
  readonly changes: readonly FindingChange<T>[];
  /** Keys of findings that are as they were: only `judgedAt` becomes the scan's start, and of those that fail `lastSeenAt` too. Sorted. */
  readonly confirmed: readonly string[];
}
