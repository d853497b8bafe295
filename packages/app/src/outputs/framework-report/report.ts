/** What a scan says about one framework: the same for every format. */
import type { CodeKind, ControlStatus, FrameworkAbout, Severity, Suppression, Text } from '@kumomori/model';

/** How many resources, each with the worst verdict that a control's checks gave it. */
export interface ResourceCounts {
  /** Null when the scan did not keep its passes. */
  readonly pass: number | null;
  readonly fail: number;
  readonly unknown: number;
  /** Of those that fail or are unknown: under an exception. */
  readonly accepted: number;
}

/**
 * `not-applicable`: nothing it judges was of its concern; `no-resource`: what it judges was read in full and there was none; `not-collected`:
 * an account was never asked for it, or refused; `no-account`: no account of its cloud was looked at; `no-source`: what it judges cannot be
 * read from this input; `not-run`: it was not selected; `no-result`: the scan does not say.
 */
export type CheckState =
  | 'fail'
  | 'unknown'
  | 'pass'
  | 'not-applicable'
  | 'no-resource'
  | 'not-collected'
  | 'no-account'
  | 'no-source'
  | 'not-run'
  | 'no-result';

export interface ReportedCheck {
  readonly id: string;
  readonly title: Text;
  readonly severity: Severity;
  readonly state: CheckState;
  readonly counts: ResourceCounts;
  /** Why there may be more resources than it judged: `aws:123456789012 iam:ListUsers was not called`; null when it saw all. */
  readonly lacks: string | null;
}

/** A resource that fails or is undecided, with where to look. */
export interface ReportedResource {
  readonly fingerprint: string;
  readonly checkId: string;
  readonly status: 'fail' | 'unknown';
  readonly severity: Severity;
  readonly type: string;
  readonly name: string;
  readonly id: string;
  readonly account: string | null;
  readonly region: string | null;
  /** `main.tf:12`, or the id of something live. */
  readonly place: string;
  readonly message: Text;
  /** The attribute that decided, with its value; empty when none is known. */
  readonly evidence: string;
  /** Further instances made from the same code. */
  readonly instances: number;
  readonly suppressed: Suppression | null;
}

export type AnswerStatus = 'met' | 'not-met' | 'in-progress' | 'not-applicable';

/** What a person answered for a control. */
export interface ManualAnswer {
  readonly status: AnswerStatus;
  readonly note: string | null;
  readonly by: string;
  /** YYYY-MM-DD */
  readonly date: string;
  /** Where the proof is: a link or a document's name. */
  readonly evidence: readonly string[];
}

export interface ReportedControl {
  readonly control: string;
  readonly title: Text;
  /** Key of its chapter; null when the framework has none. */
  readonly group: string | null;
  readonly status: ControlStatus;
  /** Not assessed although some of its checks passed: others could not look. */
  readonly isPartial: boolean;
  /** Everything that fails is under an exception. */
  readonly isAccepted: boolean;
  /** Of its failing checks; null when none fails. */
  readonly severity: Severity | null;
  readonly counts: ResourceCounts;
  readonly checks: readonly ReportedCheck[];
  readonly resources: readonly ReportedResource[];
  /** What to ask; null when checks answer the control alone. */
  readonly question: Text | null;
  /** Stands beside what the checks say, never in its place. */
  readonly answer: ManualAnswer | null;
}

export type ControlCounts = Readonly<Record<ControlStatus, number>>;

/** Passed among all that were decided or should have been: an unknown control is none that passed. */
export interface Score {
  readonly passed: number;
  /** pass + fail + unknown */
  readonly assessed: number;
  /** 0 to 100, rounded down; null when nothing was assessed. */
  readonly percent: number | null;
}

export interface ReportedGroup {
  readonly key: string;
  readonly title: Text;
  readonly counts: ControlCounts;
}

/** What an earlier report about the same framework said. */
export interface ReportTrend {
  /** ISO 8601 in UTC. */
  readonly scannedAt: string;
  readonly score: Score;
  readonly counts: ControlCounts;
  /** Controls whose status differs, in the framework's order. */
  readonly changes: readonly { readonly control: string; readonly title: Text; readonly from: ControlStatus; readonly to: ControlStatus }[];
  /** Of findings that fail, each counted once. */
  readonly failures: { readonly added: number; readonly gone: number; readonly before: number; readonly now: number };
}

export interface FrameworkReport {
  readonly tool: { readonly name: string; readonly version: string };
  /** ISO 8601 in UTC. */
  readonly scannedAt: string;
  readonly framework: {
    readonly id: string;
    readonly version: string;
    readonly name: Text;
    readonly mapping: 'inherited' | 'own';
    readonly complete: boolean;
    readonly isUsers: boolean;
    readonly about: FrameworkAbout | null;
  };
  readonly targets: readonly { readonly kind: CodeKind; readonly path: string }[];
  readonly resources: number;
  readonly score: Score;
  readonly counts: ControlCounts;
  /** Of the manual controls. */
  readonly answers: Readonly<Record<AnswerStatus | 'open', number>>;
  readonly groups: readonly ReportedGroup[];
  /** In the framework's order. */
  readonly controls: readonly ReportedControl[];
  /** What could not be looked at. */
  readonly gaps: readonly string[];
  /** Passes were not kept by the scan: their numbers are not known. */
  readonly knowsPasses: boolean;
  /** Null when nothing was given to compare with. */
  readonly trend: ReportTrend | null;
}

export const controlStatuses = ['pass', 'fail', 'unknown', 'not-assessed', 'manual'] as const satisfies readonly ControlStatus[];

/** Failing controls, the gravest and those with most resources first. */
export function worstControls({ controls }: FrameworkReport, limit: number): readonly ReportedControl[] {
  const weight: Readonly<Record<Severity, number>> = { critical: 0, high: 1, medium: 2, low: 3, info: 4 };
  return controls
    .filter(({ status }) => status === 'fail')
    .toSorted(
      (a, b) =>
        Number(a.isAccepted) - Number(b.isAccepted) ||
        weight[a.severity ?? 'info'] - weight[b.severity ?? 'info'] ||
        b.counts.fail - a.counts.fail,
    )
    .slice(0, limit);
}
