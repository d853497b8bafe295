/** Exceptions as data. Times are ISO-8601 UTC, days `YYYY-MM-DD`. */
import type { Severity } from '@kumomori/model';
import type { TrackedFinding, WorkflowActor } from '../lifecycle/index.ts';

/**
 * Which findings are meant: all that is given has to fit, in each list one is enough, and none of `except`. `*` and `?` are wildcards. Tag keys
 * without regard to letter case.
 */
export interface ExceptionSelector {
  readonly checks?: readonly string[];
  readonly fingerprints?: readonly string[];
  readonly targets?: readonly string[];
  readonly resourceTypes?: readonly string[];
  /** Names or ids. */
  readonly resources?: readonly string[];
  readonly accounts?: readonly string[];
  readonly regions?: readonly string[];
  /** `production`, `staging`, `development`, `sandbox`, `unknown`. */
  readonly environments?: readonly string[];
  readonly departments?: readonly string[];
  readonly tags?: Readonly<Record<string, string>>;
  readonly except?: readonly ExceptionSelector[];
}

/** A finding with what selectors ask beside it. */
export interface SelectableFinding extends TrackedFinding {
  readonly tags: Readonly<Record<string, string>>;
  readonly environment: string;
  readonly department: string | null;
}

/** Why the risk is borne. */
export type ExceptionCategory = 'intended' | 'compensating-control' | 'accepted-risk' | 'planned-fix' | 'vendor-dependency';

export interface ExceptionDraft {
  readonly selector: ExceptionSelector;
  readonly category: ExceptionCategory;
  readonly reason: string;
  /** What protects instead. */
  readonly compensatingControl: string | null;
  /** The gravest finding it may hold; it decides who approves and for how long. One that becomes graver is not held any more. */
  readonly severity: Severity;
  /** Id of the user who answers for it. */
  readonly owner: string;
  /** The last day it holds. */
  readonly expires: string;
}

export interface ExceptionRecord extends ExceptionDraft {
  readonly id: string;
  readonly requestedBy: WorkflowActor;
  readonly requestedAt: string;
  readonly approvalsNeeded: number;
  readonly approvals: readonly { readonly by: WorkflowActor; readonly at: string; readonly note: string | null }[];
  /** Set when it was turned down, or taken back. */
  readonly ended: {
    readonly kind: 'rejected' | 'withdrawn';
    readonly by: WorkflowActor;
    readonly at: string;
    readonly note: string;
  } | null;
  /** Those of kumomori.yaml were reviewed where the file is: they need no approval here and are only shown. */
  readonly source: { readonly kind: 'request' } | { readonly kind: 'file'; readonly file: string; readonly line: number };
}

export type ExceptionStatus = 'requested' | 'active' | 'expired' | 'rejected' | 'withdrawn';

export interface ExceptionPolicy {
  /** In which days begin and end. */
  readonly timeZone: string;
  /** From the day of the request to the last day it may hold. */
  readonly maxDays: Readonly<Record<Severity, number>>;
  readonly approverRoles: Readonly<Record<Severity, readonly WorkflowActor['role'][]>>;
  /** How many people have to approve. */
  readonly approvals: Readonly<Record<Severity, number>>;
  readonly needsCompensatingControl: readonly Severity[];
  /** Days before its end when its owner is told. */
  readonly warnDays: readonly number[];
}
