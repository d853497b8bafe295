import type { Finding, ScanSummary, Severity } from '@kumomori/model';

/** Counts findings of every status; suppressed ones only as suppressed. */
export function summarize(findings: readonly Finding[], { resources, checks }: Pick<ScanSummary, 'resources' | 'checks'>): ScanSummary {
  const bySeverity: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  const counts = { pass: 0, fail: 0, unknown: 0, notApplicable: 0, suppressed: 0 };
  for (const { status, suppressed, severity } of findings) {
    if (suppressed && (status === 'fail' || status === 'unknown')) counts.suppressed += 1;
    else if (status === 'not-applicable') counts.notApplicable += 1;
    else counts[status] += 1;
    if (status === 'fail' && !suppressed) bySeverity[severity] += 1;
  }
  return { resources, checks, ...counts, bySeverity };
}
