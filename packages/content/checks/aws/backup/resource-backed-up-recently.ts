/** A plan that fails every night looks like a plan. */
import type { ExampleCall } from '@kumomori/model';
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

const resource = (LastBackupTime: string): readonly ExampleCall[] => [
  {
    call: 'backup:ListProtectedResources',
    region: 'ap-northeast-1',
    response: {
      Results: [
        { ResourceArn: 'arn:aws:rds:ap-northeast-1:123456789012:db:orders', ResourceType: 'RDS', ResourceName: 'orders', LastBackupTime },
      ],
    },
  },
];

export const check = defineCheck({
  title: { en: 'The last backup of a resource is recent', ja: 'リソースの直近のバックアップが新しい' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.backup.protected-resource',
  why: {
    en: 'Backups stop quietly when a tag, a role or a key changes; that is noticed on the day the data is gone.',
    ja: 'タグやロール、キーの変更でバックアップは静かに止まり、データを失った日に気付くことになります。',
  },
  fix: {
    summary: {
      en: 'Look at the failed jobs, and at the selection that should have named the resource.',
      ja: '失敗したジョブと、リソースを選ぶはずの割り当てを確認してください。',
    },
    cli: 'aws backup list-backup-jobs --by-resource-arn ARN',
    console: { en: 'AWS Backup → Protected resources → Last backup.', ja: 'AWS Backup → 保護されたリソース → 最後のバックアップ。' },
  },
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/API_ListProtectedResources.html'],
  equivalents: [],
  noFramework: 'controls on backups are linked through the checks of plans',
  params: {
    days: {
      type: 'number',
      default: 7,
      min: 1,
      description: { en: 'Days since the last backup at most', ja: '直近のバックアップからの日数の上限' },
    },
  },
  evaluate(resource, { days }) {
    if (resource.backupDays <= days) return pass();
    return fail({
      en: `The last backup of ${resource.name} is ${resource.backupDays} days old`,
      ja: `${resource.name} の直近のバックアップは ${resource.backupDays} 日前のものです`,
    });
  },
  examples: [
    fails('in spring', { live: resource('2026-04-01T00:00:00Z') }),
    passes('last night', { live: resource('2026-06-30T18:00:00Z') }),
  ],
});
