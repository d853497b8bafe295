/** What judging a source writes, and what the server reads. */
import type { CodeKind, CoverageGap, Diagnostic, Finding, FrameworkCoverage, JsonObject, Provider, ScanSummary } from '@kumomori/model';
import type { RecordedAnswer } from '../outputs/index.ts';

export const JUDGED_FILES = {
  findings: 'findings.jsonl',
  resources: 'resources.jsonl',
  paths: 'paths.json',
  pathsInJapanese: 'paths.ja.json',
  result: 'result.json',
} as const;

/** Lines of code around a piece of evidence, or the call that told of it. */
export interface CodeFrame {
  readonly file: string;
  /** The line that decided. */
  readonly line: number;
  /** Number of the first of the lines. */
  readonly from: number;
  readonly lines: readonly string[];
  readonly answer: RecordedAnswer | null;
}

export interface JudgedFinding extends Omit<Finding, 'fixAt'> {
  readonly fixLine: number | null;
  readonly frames: readonly CodeFrame[];
}

export interface SeenResource {
  readonly type: string;
  readonly provider: Provider;
  readonly name: string;
  readonly address: string;
  readonly kind: CodeKind;
  readonly account: string | null;
  readonly region: string | null;
  readonly tags: Readonly<Record<string, string>>;
  /** As its type's shape names the attributes; unknown values as `{ $unknown }`. */
  readonly shape: JsonObject;
  readonly place: { readonly file: string; readonly line: number };
}

export interface JudgedResult {
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly summary: ScanSummary;
  readonly coverage: readonly CoverageGap[];
  readonly diagnostics: readonly Diagnostic[];
  readonly frameworks: readonly FrameworkCoverage[];
  readonly resources: number;
  /** Ids of those that ran. */
  readonly checks: readonly string[];
  readonly unreadable: readonly string[];
}
