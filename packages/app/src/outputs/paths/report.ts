/** What an analysis of attack paths found (contracts.md §4): what every output of `paths` is made from. Plain data in one language; `json` prints it as it is. */
import type { CoverageGap, Diagnostic, Language, Severity } from '@kumomori/model';

export interface PathsReport {
  readonly schemaVersion: '1';
  readonly tool: { readonly name: 'kumomori'; readonly version: string };
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly targets: readonly { readonly kind: string; readonly path: string }[];
  readonly summary: PathsSummary;
  /** The gravest first. */
  readonly paths: readonly PathEntry[];
  readonly exposure: readonly ExposureEntry[];
  /** Changes by how many paths they close, the best first. */
  readonly fixes: readonly PathFix[];
  /** Every node that paths and exposure name. */
  readonly nodes: Readonly<Record<string, PathNode>>;
  readonly coverage: readonly CoverageGap[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface PathsSummary {
  readonly resources: number;
  readonly principals: number;
  readonly paths: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** Resources that the internet reaches, and those of which nobody can say. */
  readonly exposed: number;
  readonly exposureUnknown: number;
  /** Grants whose policy nobody could read: what they allow is in no path. */
  readonly unreadGrants: number;
}

export const nodeKinds = ['internet', 'principal', 'workload', 'data', 'network', 'delivery', 'admin', 'other'] as const;
export type PathNodeKind = (typeof nodeKinds)[number];

export interface PathNode {
  readonly kind: PathNodeKind;
  /** For people. */
  readonly name: string;
  /** `aws_iam_role`, `AWS::S3::Bucket`; null for reserved nodes. */
  readonly type: string | null;
  readonly account: string | null;
  readonly file: string | null;
  readonly line: number | null;
}

export interface PathEntry {
  /** The same over runs and machines while the path is the same. */
  readonly id: string;
  readonly query: string;
  readonly title: string;
  readonly severity: Severity;
  /** 0 to 100: how likely it is walked, times what is lost. */
  readonly score: number;
  readonly entry: PathEnd;
  readonly goal: PathEnd;
  readonly steps: readonly PathStep[];
  /** What makes it worse or easier to overlook, without being part of the way. */
  readonly sideFacts: readonly SideFact[];
  readonly fixes: readonly PathFix[];
  /** Other ways from the same entry to the same goal. */
  readonly alternatives: number;
  /** Some of them, step by step, where they were asked for (`--ways`). */
  readonly otherWays?: readonly (readonly PathStep[])[];
  /** Others who come here first and go on the same way; other goals at the end of it. */
  readonly alsoFrom: readonly string[];
  readonly alsoReaches: readonly string[];
}

export interface PathEnd {
  readonly kind: string;
  readonly node: string;
}

export interface PathStep {
  readonly from: string;
  readonly to: string;
  /** `CAN_ASSUME`, `NET_REACH` … */
  readonly edge: string;
  readonly because: string;
  /** Everything that has to hold beside the step before. */
  readonly requires: readonly string[];
  /** Under which condition it holds; null: always. */
  readonly condition: string | null;
  readonly evidence: readonly PathEvidence[];
}

/** Null: it stands nowhere, as what AWS itself adds. */
export interface PathEvidence {
  readonly file: string | null;
  readonly line: number | null;
}

export interface SideFact {
  readonly text: string;
  readonly evidence: readonly PathEvidence[];
}

export interface PathFix {
  readonly summary: string;
  /** How many of the report's paths it closes, alone. */
  readonly breaksPaths: number;
  readonly patch: string | null;
  readonly evidence: readonly PathEvidence[];
}

export interface ExposureEntry {
  readonly node: string;
  readonly reachable: boolean | 'unknown';
  readonly from: string;
  readonly ports: readonly { readonly protocol: string; readonly from: number; readonly to: number }[];
  /** Stations of the way. */
  readonly because: readonly string[];
  /** The same for people, each with its place. */
  readonly steps: readonly { readonly text: string; readonly file: string | null; readonly line: number | null }[];
  /** Single changes each of which would expose it; null: none, or it is exposed. */
  readonly oneChangeAway: readonly { readonly text: string }[] | null;
}

/** What a change opens and closes. */
export interface PathsDiff {
  readonly schemaVersion: '1';
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly opened: readonly PathEntry[];
  readonly closed: readonly PathEntry[];
  /** Number of paths that both have. */
  readonly kept: number;
  readonly exposed: readonly ExposureEntry[];
  readonly noLongerExposed: readonly ExposureEntry[];
  readonly nodes: Readonly<Record<string, PathNode>>;
}

export interface PathsOutputContext {
  readonly language: Language;
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Paths shown in full by `table`; 0: all. */
  readonly limit: number;
}

export interface PathsFormat {
  readonly name: string;
  render(report: PathsReport, context: PathsOutputContext): string;
  renderDiff(diff: PathsDiff, context: PathsOutputContext): string;
}
