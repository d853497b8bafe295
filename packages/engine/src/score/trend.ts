/** What was open on each day. */
import type { Severity } from '@kumomori/model';
import { addDays, dayIn } from '../calendar/index.ts';
import type { FindingState, HistoryEntry } from '../lifecycle/index.ts';
import { isClosed } from '../lifecycle/index.ts';

export interface TrendFinding {
  readonly severity: Severity;
  readonly firstSeenAt: string;
  readonly history: readonly Pick<HistoryEntry, 'at' | 'from' | 'to'>[];
}

export interface TrendPoint {
  readonly day: string;
  /** Open at the end of the day, by the severity they have now. */
  readonly open: Readonly<Record<Severity, number>>;
  /** Held by exceptions at the end of the day. */
  readonly accepted: number;
  /** During the day. */
  readonly found: number;
  readonly reopened: number;
  readonly verified: number;
}

const MAX_DAYS = 3660;

/** One point for each day from the first to the last, both included, on the clocks of a time zone. O(days + history · log). */
export function openTrend(
  findings: Iterable<TrendFinding>,
  { from, to, timeZone }: { readonly from: string; readonly to: string; readonly timeZone: string },
): readonly TrendPoint[] {
  const days: string[] = [];
  for (let day = from; day <= to && days.length < MAX_DAYS; day = addDays(day, 1)) days.push(day);
  const numbers = new Map(days.map((day, index) => [day, index]));
  const points = days.map(() => ({ open: none(), accepted: 0, found: 0, reopened: 0, verified: 0 }));
  /** Changes of what is open count from their day on; those before the first day from it on. */
  const pointAt = (day: string): (typeof points)[number] | undefined => points[day < from ? 0 : (numbers.get(day) ?? -1)];
  for (const finding of findings) {
    const firstDay = dayIn(finding.firstSeenAt, timeZone);
    const first = pointAt(firstDay);
    if (first && firstDay >= from) first.found += 1;
    if (first) first.open[finding.severity] += 1;
    let state: FindingState = 'new';
    for (const { at, to: next } of finding.history.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
      const day = dayIn(at, timeZone);
      const point = pointAt(day);
      if (point && next !== state) {
        point.open[finding.severity] += Number(isClosed(state)) - Number(isClosed(next));
        point.accepted += Number(next === 'exception') - Number(state === 'exception');
        if (day >= from && next === 'verified') point.verified += 1;
        if (day >= from && next === 'reopened') point.reopened += 1;
      }
      state = next;
    }
  }
  return summedUp(days, points);
}

function summedUp(days: readonly string[], changes: readonly Omit<TrendPoint, 'day'>[]): readonly TrendPoint[] {
  const open = none();
  let accepted = 0;
  return changes.map((change, index) => {
    for (const severity of ['critical', 'high', 'medium', 'low', 'info'] as const) open[severity] += change.open[severity];
    accepted += change.accepted;
    return { ...change, day: days[index] ?? '', open: { ...open }, accepted };
  });
}

function none(): Record<Severity, number> {
  return { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
}
