import type { ScanSummary, Severity, Status } from '@kumomori/model';
import type { Grouped } from './group.ts';

/** Counts verdicts of every status; suppressed ones only as suppressed. */
export function summarize({ findings, others }: Grouped, { resources, checks }: Pick<ScanSummary, 'resources' | 'checks'>): ScanSummary {
  const bySeverity: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  const counts = { pass: 0, fail: 0, unknown: 0, notApplicable: 0, suppressed: 0 };
  for (const { status, suppressed, severity } of findings) {
    if (suppressed && (status === 'fail' || status === 'unknown')) counts.suppressed += 1;
    else counts[countOf(status)] += 1;
    if (status === 'fail' && !suppressed) bySeverity[severity] += 1;
  }
  for (const { status, count } of others) counts[countOf(status)] += count;
  return { resources, checks, ...counts, bySeverity };
}

function countOf(status: Status): 'pass' | 'fail' | 'unknown' | 'notApplicable' {
  return status === 'not-applicable' ? 'notApplicable' : status;
}
