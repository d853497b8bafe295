/** What is said of a row in every format. */
import type { Messages } from '../../i18n/index.ts';
import type { ReviewOutputRow } from './report.ts';

const OLD_KEY_DAYS = 90;

/** The risks of one row, worst first; empty: none that is known. */
export function risksOf(row: ReviewOutputRow, { leastPrivilege }: Messages): readonly string[] {
  const { risks } = leastPrivilege.review;
  const outsiders = row.outsiders.map((each) => (each === '*' ? risks.everyone : each)).join(', ');
  const oldest = Math.max(0, ...row.keys.flatMap(({ ageDays, isActive }) => (ageDays !== null && isActive !== false ? ageDays : [])));
  return [
    ...(row.administrator === 'yes' ? [risks.administrator] : row.administrator === 'if' ? [risks.administratorIf] : []),
    ...(row.escalation.length > 0 ? [risks.escalation(row.escalation.length)] : []),
    ...(outsiders === '' ? [] : [risks.outsiders(outsiders)]),
    ...(row.hasPassword === true && row.hasMfa === false ? [risks.noMfa] : []),
    ...(oldest > OLD_KEY_DAYS ? [risks.oldKey(oldest)] : []),
  ];
}

export function lastUseOf({ status, lastUsed }: ReviewOutputRow, { leastPrivilege }: Messages): string {
  if (lastUsed !== null) return lastUsed.slice(0, 10);
  return status === 'unused' ? leastPrivilege.never : leastPrivilege.notKnown;
}

/** Departments by name; within each the order of the rows stays. */
export function byDepartment(rows: readonly ReviewOutputRow[]): readonly (readonly [string, readonly ReviewOutputRow[]])[] {
  return [...Map.groupBy(rows, ({ department }) => department)].toSorted(([a], [b]) => (a < b ? -1 : 1));
}
