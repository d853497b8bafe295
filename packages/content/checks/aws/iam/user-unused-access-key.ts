/** A key that nobody uses is missed by nobody when it is stolen. */
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
  title: { en: 'Access keys unused for 45 days are disabled', ja: '45 日間使われていないアクセスキーが無効化されている' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.iam.access-key-use',
  why: {
    en: 'Unused keys belong to people who left and machines that are gone; their misuse is noticed by nobody.',
    ja: '使われないキーは退職者や廃止済みの機器のものが多く、悪用されても気付かれません。',
  },
  fix: {
    summary: { en: 'Deactivate the key, and delete it when nothing breaks.', ja: 'キーを無効化し、支障がなければ削除してください。' },
    cli: 'aws iam update-access-key --user-name USER --access-key-id KEY --status Inactive',
    console: {
      en: 'IAM → Users → the user → Security credentials → Access keys → Deactivate.',
      ja: 'IAM → ユーザー → 対象 → セキュリティ認証情報 → アクセスキー → 無効化。',
    },
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_finding-unused.html'],
  equivalents: [
    'IAM.8',
    'IAM.22',
    'prowler:iam_user_accesskey_unused',
    'cloudsploit:accessKeysLastUsed',
    'steampipe:iam_user_unused_credentials_45',
  ],
  params: { days: { type: 'number', default: 45, min: 1, description: { en: 'Days without use at most', ja: '使われない日数の上限' } } },
  evaluate(key, { days }) {
    if (!key.isActive) return notApplicable({ en: 'The key is not active', ja: 'キーは有効ではありません' });
    const idle = key.unusedDays ?? key.ageDays;
    if (idle <= days) return pass();
    return fail(
      {
        en: `Access key ${key.name} of ${key.user} was not used for ${idle} days`,
        ja: `${key.user} のアクセスキー ${key.name} は ${idle} 日間使われていません`,
      },
      { at: ['unusedDays'] },
    );
  },
  examples: [
    fails('half a year', { live: key({ made: '2025-06-01T00:00:00Z', used: '2026-01-02T00:00:00Z' }) }),
    fails('never', { live: key({ made: '2026-01-02T00:00:00Z' }) }),
    passes('yesterday', { live: key({ made: '2025-06-01T00:00:00Z', used: '2026-06-30T00:00:00Z' }) }),
    passes('made a week ago', { live: key({ made: '2026-06-24T00:00:00Z' }) }),
    isNotApplicable('not active', { live: key({ made: '2025-06-01T00:00:00Z', status: 'Inactive' }) }),
  ],
});
