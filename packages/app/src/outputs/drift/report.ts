/** What a comparison of code and live accounts found: what every output of `drift` is made from. Plain data; `json` prints it as it is. */
import type { CoverageGap, Diagnostic, Json, ProvenanceStep, Severity, Status } from '@kumomori/model';

export const driftKinds = ['changed', 'missing', 'unmanaged', 'code-ahead'] as const;
export type DriftKindName = (typeof driftKinds)[number];

export interface DriftReport {
  readonly schemaVersion: '1';
  readonly tool: { readonly name: 'kumomori'; readonly version: string };
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly code: string;
  readonly state: readonly string[];
  readonly live: string;
  readonly summary: DriftSummary;
  /** What got worse first, by severity; expected drift last. */
  readonly drifts: readonly DriftEntry[];
  readonly notCompared: readonly NotComparedEntry[];
  /** Live resources in no code that count for nothing, by who made them. */
  readonly madeByCloud: readonly { readonly type: string; readonly id: string; readonly madeBy: string }[];
  readonly coverage: readonly CoverageGap[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface DriftSummary {
  /** Resources of the code whose live counterpart was found. */
  readonly matched: number;
  readonly changed: number;
  readonly missing: number;
  readonly unmanaged: number;
  readonly codeAhead: number;
  readonly expected: number;
  /** Checks that fail live and not in the code, those of unmanaged resources among them; expected drift left out. */
  readonly worse: Readonly<Record<Severity, number>>;
  readonly better: number;
  readonly notCompared: number;
}

export interface DriftEntry {
  readonly kind: DriftKindName;
  readonly provider: string;
  /** `aws.s3.bucket`; of blocks that no check knows the block type. */
  readonly type: string;
  readonly name: string;
  /** In the code; null for what is unmanaged. */
  readonly address: string | null;
  /** Of the live resource: ARN or id; null for what is missing. */
  readonly id: string | null;
  readonly account: string | null;
  readonly region: string | null;
  readonly file: string | null;
  readonly line: number | null;
  /** Where the snapshot tells of it. */
  readonly liveFile: string | null;
  readonly liveLine: number | null;
  readonly confidence: 'certain' | 'likely' | null;
  readonly matchedBy: string | null;
  /** The highest severity of what got worse. */
  readonly severity: Severity | null;
  readonly attributes: readonly DriftAttribute[];
  readonly checks: readonly DriftCheck[];
  readonly change: DriftChange | null;
  readonly remedies: DriftRemedies;
  /** Null unless kumomori.yaml expects all of it. */
  readonly expected: DriftExpectation | null;
}

export interface DriftAttribute {
  readonly path: string;
  readonly code: Json;
  readonly codeState: 'explicit' | 'default' | 'absent';
  readonly live: Json;
  readonly file: string | null;
  readonly line: number | null;
  readonly provenance: readonly ProvenanceStep[];
  readonly liveFile: string | null;
  readonly liveLine: number | null;
  readonly expected: DriftExpectation | null;
}

export interface DriftCheck {
  readonly checkId: string;
  readonly title: string;
  readonly severity: Severity;
  readonly direction: 'worse' | 'better';
  readonly code: Status | null;
  readonly live: Status | null;
  readonly message: string | null;
}

export interface DriftChange {
  readonly time: string;
  readonly event: string;
  readonly principal: string;
  readonly sourceIp: string | null;
  readonly via: string | null;
  readonly eventId: string | null;
}

export interface DriftRemedies {
  /** Sentences: how the code takes over what is live, where no edit says it. */
  readonly adopt: readonly string[];
  /** Lines of the code that do so by themselves. */
  readonly edits: readonly DriftEdit[];
  /** How what is live goes back to what the code says. */
  readonly revert: readonly string[];
  /** Terraform `import` block; null where none fits, or the id is not known. */
  readonly importBlock: string | null;
}

export interface DriftEdit {
  readonly file: string;
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

export interface DriftExpectation {
  readonly owner: string;
  readonly reason: string;
  readonly expires: string;
  readonly file: string;
  readonly line: number;
}

export interface NotComparedEntry {
  readonly address: string;
  readonly type: string;
  /** Null: the whole resource. */
  readonly path: string | null;
  readonly reason: string;
  /** In the user's language. */
  readonly detail: string;
  readonly file: string | null;
  readonly line: number | null;
}

export interface DriftOutputContext {
  readonly language: 'en' | 'ja';
  readonly color: boolean;
  readonly width: number;
  /** How many entries the table shows in full; 0: all. */
  readonly limit: number;
}

export interface DriftFormat {
  readonly name: string;
  render(report: DriftReport, context: DriftOutputContext): string;
}
