/** The register of exceptions: what an auditor asks for. */
import type { Severity } from '@kumomori/model';
import { severities } from '@kumomori/model';
import { dayIn, daysBetween } from '../calendar/index.ts';
import { ExceptionIndex } from './cover.ts';
import { exceptionStatus } from './status.ts';
import type { ExceptionPolicy, ExceptionRecord, ExceptionStatus, SelectableFinding } from './types.ts';

export interface ExceptionRow {
  readonly exception: ExceptionRecord;
  readonly status: ExceptionStatus;
  /** To its last day; 0 on it, negative afterwards. */
  readonly daysLeft: number;
  /** Active, and within the days in which its owner is told. */
  readonly isEndingSoon: boolean;
  /** Findings it holds. */
  readonly held: number;
  readonly heldBySeverity: Readonly<Record<Severity, number>>;
  /** Active, and no finding that is left fits it: it can go. */
  readonly isUnused: boolean;
}

/** Rows in order: those that wait, active ones by their end, then all others, the latest end first; ties by id. */
export function exceptionRegister(
  exceptions: readonly ExceptionRecord[],
  findings: Iterable<SelectableFinding>,
  { at, policy }: { readonly at: string; readonly policy: ExceptionPolicy },
): readonly ExceptionRow[] {
  const counted = new Map(exceptions.map(({ id }) => [id, { fitting: 0, held: noneYet() }]));
  const index = new ExceptionIndex(exceptions);
  for (const finding of findings) {
    if (finding.state === 'verified') continue;
    if (finding.state === 'exception' && finding.exceptionId !== null) {
      const own = counted.get(finding.exceptionId);
      if (own) own.held[finding.severity] += 1;
    }
    for (const { id } of index.fitting(finding)) {
      const each = counted.get(id);
      if (each) each.fitting += 1;
    }
  }
  const today = dayIn(at, policy.timeZone);
  const soonest = Math.max(0, ...policy.warnDays);
  const rows = exceptions.map((exception): ExceptionRow => {
    const status = exceptionStatus(exception, at, policy);
    const daysLeft = daysBetween(today, exception.expires);
    const { fitting, held } = counted.get(exception.id) ?? { fitting: 0, held: noneYet() };
    return {
      ...{ exception, status, daysLeft, heldBySeverity: held },
      held: severities.reduce((sum, severity) => sum + held[severity], 0),
      isEndingSoon: status === 'active' && daysLeft <= soonest,
      isUnused: status === 'active' && fitting === 0,
    };
  });
  return rows.sort(compareRows);
}

function noneYet(): Record<Severity, number> {
  return { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
}

function compareRows(a: ExceptionRow, b: ExceptionRow): number {
  const byStatus = rankOf(a.status) - rankOf(b.status);
  if (byStatus !== 0) return byStatus;
  const [first, second] = a.status === 'requested' || a.status === 'active' ? [a, b] : [b, a];
  if (first.exception.expires !== second.exception.expires) return first.exception.expires < second.exception.expires ? -1 : 1;
  return a.exception.id < b.exception.id ? -1 : 1;
}

function rankOf(status: ExceptionStatus): number {
  if (status === 'requested') return 0;
  return status === 'active' ? 1 : 2;
}
