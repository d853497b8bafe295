/** What changed since an earlier report, as sentences and rows that several formats share. */
import type { ControlStatus, Text } from '@kumomori/model';
import type { Messages } from '../../i18n/index.ts';
import type { FrameworkReport, ReportTrend } from './report.ts';
import { controlStatuses } from './report.ts';

export interface StatusChange {
  readonly control: string;
  readonly title: Text;
  readonly from: ControlStatus;
  readonly to: ControlStatus;
}

export interface TrendSection {
  readonly heading: string;
  readonly changes: readonly StatusChange[];
}

export function trendLines(trend: ReportTrend, { score }: Pick<FrameworkReport, 'score'>, { reports: texts }: Messages): readonly string[] {
  const percent = (value: number | null): string => (value === null ? '–' : `${value} %`);
  const { added, gone, before, now } = trend.failures;
  return [
    texts.trend.score(percent(trend.score.percent), percent(score.percent)),
    texts.trend.failures(before, now, added, gone),
    ...(trend.changes.length === 0 ? [texts.trend.none] : []),
  ];
}

/** Status, then its number before, its number now, and the difference with a sign. */
export function trendCounts(
  trend: ReportTrend,
  { counts }: Pick<FrameworkReport, 'counts'>,
): readonly (readonly [ControlStatus, number, number, string])[] {
  return controlStatuses.map((status) => {
    const difference = counts[status] - trend.counts[status];
    return [status, trend.counts[status], counts[status], difference > 0 ? `+${difference}` : difference < 0 ? `−${-difference}` : '±0'];
  });
}

/** Newly failing controls first, then those newly passing, then the others; without those of which there are none. */
export function trendSections({ changes }: ReportTrend, { reports: { trend } }: Messages): readonly TrendSection[] {
  const others = changes.filter(({ to }) => to !== 'fail' && to !== 'pass');
  return [
    { heading: trend.failing, changes: changes.filter(({ to }) => to === 'fail') },
    { heading: trend.passing, changes: changes.filter(({ to }) => to === 'pass') },
    { heading: trend.others, changes: others },
  ].filter((section) => section.changes.length > 0);
}
