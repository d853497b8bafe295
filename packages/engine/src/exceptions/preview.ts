/** What an exception would hold, before anybody approves it. */
import type { Severity } from '@kumomori/model';
import { severities } from '@kumomori/model';
import { findingKey, isClosed } from '../lifecycle/index.ts';
import { coversFinding, isGraver } from './selector.ts';
import type { ExceptionDraft, SelectableFinding } from './types.ts';

export interface ExceptionPreview {
  /** Open findings it would hold now. */
  readonly held: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** Sorted by number, then name; null: of nobody. */
  readonly byDepartment: readonly { readonly department: string | null; readonly count: number }[];
  /** Open ones that it fits, but that are graver than it may hold. */
  readonly tooGrave: number;
  /** Fitting ones that another exception holds, or that are false positives. */
  readonly heldAlready: number;
  /** Of all open findings that were given. */
  readonly open: number;
  /** Keys of those held, gravest first; at most as many as asked for. */
  readonly sample: readonly string[];
}

/** Counts what a draft would hold of the findings given. O(findings · patterns). */
export function previewException(
  { selector, severity }: Pick<ExceptionDraft, 'selector' | 'severity'>,
  findings: Iterable<SelectableFinding>,
  { sample = 20 }: { readonly sample?: number } = {},
): ExceptionPreview {
  const bySeverity: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  const keys: Record<Severity, string[]> = { critical: [], high: [], medium: [], low: [], info: [] };
  const departments = new Map<string | null, number>();
  const counts = { open: 0, tooGrave: 0, heldAlready: 0 };
  for (const finding of findings) {
    const isOpen = !isClosed(finding.state);
    if (isOpen) counts.open += 1;
    if (finding.state === 'verified' || !coversFinding(selector, finding)) continue;
    if (!isOpen) counts.heldAlready += 1;
    else if (isGraver(finding.severity, severity)) counts.tooGrave += 1;
    else {
      bySeverity[finding.severity] += 1;
      departments.set(finding.department, (departments.get(finding.department) ?? 0) + 1);
      if (keys[finding.severity].length < sample) keys[finding.severity].push(findingKey(finding));
    }
  }
  const byDepartment = [...departments].map(([department, count]) => ({ department, count }));
  return {
    ...counts,
    held: severities.reduce((sum, each) => sum + bySeverity[each], 0),
    bySeverity,
    byDepartment: byDepartment.sort((a, b) => b.count - a.count || ((a.department ?? '') < (b.department ?? '') ? -1 : 1)),
    sample: severities.flatMap((each) => keys[each]).slice(0, sample),
  };
}
