/** What an output format is: one file, one function from the report to text. */
import type { CatalogueEntry, Findings, Framework, Language, ScanReport } from '@kumomori/model';

/** The answer of a cloud's API that evidence points at. */
export interface RecordedAnswer {
  /** `s3:GetBucketPolicy` */
  readonly call: string;
  readonly account: string;
  /** `global` where there is none. */
  readonly region: string;
  /** ISO 8601 in UTC; null when the line is not at hand. */
  readonly at: string | null;
}

export interface OutputContext {
  readonly language: Language;
  readonly color: boolean;
  /** Columns of the terminal; formats for files ignore it. */
  readonly width: number;
  /** Lines of a scanned file for code frames, without line ends; null when it is not at hand. Files over 1 MiB are not kept. */
  linesOf(file: string): readonly string[] | null;
  /** A file of the report relative to the TARGET (`origin.target`) it belongs to; absolute outside of it. */
  relativeToTarget(file: string, target: string): string;
  /** For a line of a snapshot's file the call that it records; null for code. */
  answerAt(file: string, line: number): RecordedAnswer | null;
  /** The checks that ran, by id: why, fix, references. */
  readonly catalogue: ReadonlyMap<string, CatalogueEntry>;
  readonly frameworks: readonly Framework[];
  /** How many findings the table shows in full; 0 for all. */
  readonly limit: number;
  /** Where the HTML report was written, when it was. */
  readonly htmlReport: string | null;
}

/** Its findings may be on the disk: an output walks through them and keeps only what it needs. */
export type AnyReport = ScanReport<Findings>;

export interface OutputFormat {
  /** As given to `--format`. */
  readonly name: string;
  render(report: AnyReport, context: OutputContext): string;
  /** The same text in pieces, for formats whose text can become longer than memory or a string allows. */
  pieces?(report: AnyReport, context: OutputContext): Iterable<string>;
}
