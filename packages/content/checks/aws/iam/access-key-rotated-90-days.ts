/** Old keys are in old backups, laptops and repositories. */
import type { ExampleCall } from '@kumomori/model';
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

const key = (more: {
  readonly made: string;
  readonly used?: string;
  readonly status?: string;
  readonly user?: string;
}): readonly ExampleCall[] => [
  {
    call: 'iam:GetAccountAuthorizationDetails',
    response: {
      UserDetailList: [{ UserName: 'ci', Arn: 'arn:aws:iam::123456789012:user/ci', CreateDate: more.user ?? '2024-02-03T04:05:06Z' }],
    },
  },
  {
    call: 'iam:ListAccessKeys',
    request: { UserName: 'ci' },
    response: { AccessKeyMetadata: [{ AccessKeyId: 'key-of-ci', Status: more.status ?? 'Active', CreateDate: more.made }] },
  },
  {
    call: 'iam:GetAccessKeyLastUsed',
    request: { AccessKeyId: 'key-of-ci' },
    response: { AccessKeyLastUsed: more.used === undefined ? {} : { LastUsedDate: more.used } },
  },
  { call: 'iam:GetLoginProfile', request: { UserName: 'ci' }, response: { LoginProfile: { UserName: 'ci' } } },
];

export const check = defineCheck({
  title: { en: 'Active access keys are younger than 90 days', ja: '有効なアクセスキーが 90 日以内に作られている' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.iam.access-key-use',
  why: {
    en: 'The longer a key works, the more copies of it there are that nobody remembers.',
    ja: '長く使うほど、忘れられたコピーが増え、漏えいした場合の影響も長引きます。',
  },
  fix: {
    summary: {
      en: 'Replace the key by a role; where that cannot be, make a new one, switch over, and delete the old one.',
      ja: 'ロールに置き換えてください。できない場合は新しいキーに切り替え、古いキーを削除してください。',
    },
    cli: 'aws iam create-access-key --user-name USER && aws iam delete-access-key --user-name USER --access-key-id OLD',
    console: {
      en: 'IAM → Users → the user → Security credentials → Access keys.',
      ja: 'IAM → ユーザー → 対象 → セキュリティ認証情報 → アクセスキー。',
    },
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id-credentials-access-keys-update.html'],
  equivalents: ['IAM.3', 'prowler:iam_rotate_access_key_90_days', 'cloudsploit:accessKeysRotated', 'steampipe:iam_user_access_key_age_90'],
  params: { days: { type: 'number', default: 90, min: 1, description: { en: 'Age in days at most', ja: '最大の経過日数' } } },
  evaluate(key, { days }) {
    if (!key.isActive) return notApplicable({ en: 'The key is not active', ja: 'キーは有効ではありません' });
    if (key.ageDays <= days) return pass();
    return fail(
      {
        en: `Access key ${key.name} of ${key.user} is ${key.ageDays} days old`,
        ja: `${key.user} のアクセスキー ${key.name} は作成から ${key.ageDays} 日経っています`,
      },
      { at: ['ageDays'] },
    );
  },
  examples: [
    fails('a year', { live: key({ made: '2025-06-01T00:00:00Z' }) }),
    passes('a month', { live: key({ made: '2026-06-01T00:00:00Z' }) }),
    isNotApplicable('not active', { live: key({ made: '2025-06-01T00:00:00Z', status: 'Inactive' }) }),
  ],
});
