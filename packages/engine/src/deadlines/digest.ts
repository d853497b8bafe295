/** What a department is told at once instead of one by one. */
import type { Severity } from '@kumomori/model';
import { severities } from '@kumomori/model';
import { addBusinessDays, dayIn, daysBetween } from '../calendar/index.ts';
import type { BusinessCalendar } from '../calendar/index.ts';
import type { FindingState } from '../lifecycle/index.ts';
import { isClosed } from '../lifecycle/index.ts';

/** What a digest asks about a finding. */
export interface DigestFinding {
  readonly key: string;
  readonly severity: Severity;
  readonly state: FindingState;
  readonly stateSince: string;
  readonly firstSeenAt: string;
  readonly department: string | null;
  readonly dueDay: string | null;
}

/** The first that fits: each finding is listed once. `fixed`: verified since the last digest. */
export type DigestSection = 'overdue' | 'due-soon' | 'reopened' | 'new' | 'fixed';

export interface DigestItem {
  readonly key: string;
  readonly section: DigestSection;
  /** Negative: overdue for so many days; null without a due date. */
  readonly daysLeft: number | null;
}

export interface DepartmentDigest {
  /** Null: of nobody; the security team's own. */
  readonly department: string | null;
  readonly counts: Readonly<Record<DigestSection, number>>;
  /** Everything that is open, listed or not. */
  readonly open: number;
  /** By section, then gravest, then due first; at most as many as asked for. */
  readonly items: readonly DigestItem[];
}

export interface DigestOptions {
  readonly at: string;
  /** When the last digest was sent. */
  readonly since: string;
  readonly calendar: BusinessCalendar;
  /** Business days until the due day that count as soon. */
  readonly soonDays?: number;
  readonly limit?: number;
}

const SECTIONS: readonly DigestSection[] = ['overdue', 'due-soon', 'reopened', 'new', 'fixed'];

/** One digest for each department with something to tell, in order of their ids, nobody's last. O(findings · log). */
export function departmentDigests(findings: Iterable<DigestFinding>, options: DigestOptions): readonly DepartmentDigest[] {
  const { at, calendar, soonDays = 3, limit = 50 } = options;
  const today = dayIn(at, calendar.timeZone);
  const soon = addBusinessDays(today, soonDays, calendar);
  const byDepartment = new Map<string | null, { readonly listed: (DigestFinding & DigestItem)[]; open: number }>();
  for (const finding of findings) {
    const known = byDepartment.get(finding.department) ?? { listed: [], open: 0 };
    byDepartment.set(finding.department, known);
    if (!isClosed(finding.state)) known.open += 1;
    const section = sectionOf(finding, { today, soon, since: options.since });
    const daysLeft = finding.dueDay === null ? null : daysBetween(today, finding.dueDay);
    if (section !== null) known.listed.push({ ...finding, section, daysLeft });
  }
  return [...byDepartment]
    .filter(([, { listed }]) => listed.length > 0)
    .sort(([a], [b]) => compareNames(a, b))
    .map(([department, { listed, open }]) => {
      const counts: Record<DigestSection, number> = { overdue: 0, 'due-soon': 0, reopened: 0, new: 0, fixed: 0 };
      for (const { section } of listed) counts[section] += 1;
      const items = listed.sort(compareItems).slice(0, limit);
      return { department, counts, open, items: items.map(({ key, section, daysLeft }) => ({ key, section, daysLeft })) };
    });
}

function sectionOf(
  { state, stateSince, firstSeenAt, dueDay }: DigestFinding,
  { today, soon, since }: { readonly today: string; readonly soon: string; readonly since: string },
): DigestSection | null {
  const isRecent = (time: string): boolean => Date.parse(time) > Date.parse(since);
  if (state === 'verified') return isRecent(stateSince) ? 'fixed' : null;
  // What is said to be fixed waits for a scan, not for its owner.
  if (isClosed(state) || state === 'fixed-unverified') return null;
  if (dueDay !== null && dueDay < today) return 'overdue';
  if (dueDay !== null && dueDay <= soon) return 'due-soon';
  if (state === 'reopened') return isRecent(stateSince) ? 'reopened' : null;
  return isRecent(firstSeenAt) ? 'new' : null;
}

function compareItems(a: DigestFinding & DigestItem, b: DigestFinding & DigestItem): number {
  const bySection = SECTIONS.indexOf(a.section) - SECTIONS.indexOf(b.section);
  const bySeverity = bySection || severities.indexOf(a.severity) - severities.indexOf(b.severity);
  if (bySeverity !== 0) return bySeverity;
  const byDay = (a.dueDay ?? '9999') < (b.dueDay ?? '9999') ? -1 : (a.dueDay ?? '9999') > (b.dueDay ?? '9999') ? 1 : 0;
  return byDay || (a.key < b.key ? -1 : 1);
}

function compareNames(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
