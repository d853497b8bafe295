/** Only a restore shows that there is a backup. */
import type { ExampleCall } from '@kumomori/model';
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

const plan = (LastExecutionTime?: string): readonly ExampleCall[] => [
  {
    call: 'backup:ListRestoreTestingPlans',
    region: 'ap-northeast-1',
    response: {
      RestoreTestingPlans: [
        {
          RestoreTestingPlanArn: 'arn:aws:backup:ap-northeast-1:123456789012:restore-testing-plan:monthly',
          RestoreTestingPlanName: 'monthly',
          CreationTime: '2025-01-02T00:00:00Z',
          ...(LastExecutionTime !== undefined && { LastExecutionTime }),
        },
      ],
    },
  },
];

export const check = defineCheck({
  title: { en: 'Backups were restored as a test within 90 days', ja: '90 日以内にバックアップの復元テストが行われている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.backup.restore-testing',
  why: {
    en: 'A restore that was never tried fails on the day it is needed: keys, roles or formats have changed.',
    ja: '試していない復元は、必要な日に鍵や権限、形式の違いで失敗します。',
  },
  fix: {
    summary: {
      en: 'Let the restore testing plan run at least every quarter, and look why it did not.',
      ja: '復元テストプランを四半期に 1 回以上実行し、実行されなかった原因を確認してください。',
    },
    cli: 'aws backup list-restore-testing-plans',
  },
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing.html'],
  equivalents: [],
  noFramework: 'controls on restores are linked through aws-backup-restore-tested',
  params: {
    days: {
      type: 'number',
      default: 90,
      min: 1,
      description: { en: 'Days since the last test at most', ja: '直近のテストからの日数の上限' },
    },
  },
  evaluate(plan, { days }) {
    const idle = plan.executedDays ?? plan.ageDays;
    if (idle <= days) return pass();
    return fail(
      {
        en: `Restore testing plan ${plan.name} did not run for ${idle} days`,
        ja: `復元テストプラン ${plan.name} は ${idle} 日間実行されていません`,
      },
      { at: ['executedDays'] },
    );
  },
  examples: [
    fails('never', { live: plan() }),
    fails('last year', { live: plan('2025-12-01T00:00:00Z') }),
    passes('this month', { live: plan('2026-06-05T00:00:00Z') }),
  ],
});
