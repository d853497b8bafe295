/** What an analyzer found. Only a live account says it. Source: IAM Access Analyzer API reference, ListFindingsV2, read 2026-11-22. */
export interface Analyzer {
  /** `ACCOUNT`, `ORGANIZATION` for access from outside; `…_UNUSED_ACCESS`, `…_INTERNAL_ACCESS` answer other questions. */
  readonly type: string;
  /** Findings that nobody resolved or archived, those of the first page (about 100). */
  readonly activeFindings: number;
  /** What the first of them is about. */
  readonly firstResource: string | undefined;
}
