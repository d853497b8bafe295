/** Too much is a bill and a haystack; nothing at all is often a source that stopped. */
import type { ExampleCall } from '@kumomori/model';
import { allOf, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

const group = (storedBytes: number, creationTime: string): readonly ExampleCall[] => [
  {
    call: 'logs:DescribeLogGroups',
    region: 'ap-northeast-1',
    response: { logGroups: [{ logGroupName: '/shop/orders', storedBytes, creationTime: Date.parse(creationTime) }] },
  },
];

export const check = defineCheck({
  title: { en: 'Log volume stays inside the expected band', ja: 'ログの量が想定の範囲に収まっている' },
  severity: 'low',
  priority: 'P0',
  controlType: 'detective',
  on: 'aws.logs.volume',
  why: {
    en: 'A group that stays empty lost its source, or never had one; one that grows without end costs more than it tells.',
    ja: '空のままのロググループは記録元が止まっている可能性があり、増え続けるものは費用に見合いません。',
  },
  fix: {
    summary: {
      en: 'Find out why nothing arrives, or delete the group; shorten the retention of those that are too large.',
      ja: '届かない原因を調べるか、不要なら削除してください。大きすぎるものは保持期間を短くしてください。',
    },
    cli: 'aws logs describe-log-streams --log-group-name GROUP --order-by LastEventTime --descending --max-items 1',
  },
  references: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Monitoring-CloudWatch-Metrics.html'],
  equivalents: [],
  params: {
    maxGib: { type: 'number', default: 500, min: 1, description: { en: 'Stored GiB at most', ja: '保存量の上限 (GiB)' } },
    emptyDays: { type: 'number', default: 30, min: 1, description: { en: 'Days that a group may be empty', ja: '空のままでよい日数' } },
  },
  evaluate(group, { maxGib, emptyDays }) {
    const gib = Math.floor(group.storedBytes / 2 ** 30);
    if (gib > maxGib)
      return fail({ en: `Log group ${group.name} holds ${gib} GiB`, ja: `ロググループ ${group.name} に ${gib} GiB たまっています` });
    const isSilent = allOf(
      () => group.storedBytes === 0,
      () => group.ageDays > emptyDays,
    );
    if (!isSilent) return pass();
    return fail({ en: `Log group ${group.name} holds nothing`, ja: `ロググループ ${group.name} には何も記録されていません` });
  },
  examples: [
    fails('a terabyte', { live: group(2 ** 40, '2025-01-02T00:00:00Z') }),
    fails('nothing for a year', { live: group(0, '2025-06-01T00:00:00Z') }),
    passes('some', { live: group(123_456_789, '2025-01-02T00:00:00Z') }),
    passes('made yesterday', { live: group(0, '2026-06-30T00:00:00Z') }),
  ],
});
