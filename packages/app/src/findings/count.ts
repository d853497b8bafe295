/** One walk through the findings for everything that is only counted. */
import type { Finding, Findings, Severity, Status } from '@kumomori/model';
import type { Grouped } from './group.ts';

export interface Counted {
  /** Suppressed ones only as suppressed. */
  readonly pass: number;
  readonly fail: number;
  readonly unknown: number;
  readonly notApplicable: number;
  readonly suppressed: number;
  /** Failing, not suppressed. */
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** For each status the checks that gave it somewhere; a suppressed instance beside an open one counts too. */
  readonly checksOf: Readonly<Record<Status, ReadonlySet<string>>>;
}

/** `visit`: called for every finding on the way. O(findings + instances). */
export function countFindings({ findings, others }: Grouped<Findings>, visit: (finding: Finding) => void = () => {}): Counted {
  const bySeverity: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  const counts = { pass: 0, fail: 0, unknown: 0, notApplicable: 0, suppressed: 0 };
  const checksOf = { pass: new Set<string>(), fail: new Set<string>(), unknown: new Set<string>(), 'not-applicable': new Set<string>() };
  for (const finding of findings) {
    const { status, suppressed, severity, checkId, instances } = finding;
    if (suppressed && (status === 'fail' || status === 'unknown')) counts.suppressed += 1;
    else counts[countOf(status)] += 1;
    if (status === 'fail' && !suppressed) bySeverity[severity] += 1;
    checksOf[status].add(checkId);
    for (const instance of instances) checksOf[instance.status].add(checkId);
    visit(finding);
  }
  for (const { status, count, checkId } of others) {
    counts[countOf(status)] += count;
    checksOf[status].add(checkId);
  }
  return { ...counts, bySeverity, checksOf };
}

function countOf(status: Status): 'pass' | 'fail' | 'unknown' | 'notApplicable' {
  return status === 'not-applicable' ? 'notApplicable' : status;
}
