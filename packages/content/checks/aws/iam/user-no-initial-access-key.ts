/** Keys that were made because a box was ticked are used by nobody and rotated by nobody. */
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
  title: { en: 'Console users are not given access keys at creation', ja: 'コンソールユーザーの作成時にアクセスキーを発行しない' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.iam.access-key-use',
  why: {
    en: 'Somebody who signs in to the console seldom needs a key; one made on the side lies in a download folder.',
    ja: 'コンソールを使う人にキーはほぼ不要です。ついでに作られたキーはダウンロードフォルダに残りがちです。',
  },
  fix: {
    summary: {
      en: 'Delete the key; let the user ask for one when it is needed.',
      ja: 'キーを削除し、必要になった時点で申請させてください。',
    },
    cli: 'aws iam delete-access-key --user-name USER --access-key-id KEY',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html'],
  equivalents: ['prowler:iam_user_no_setup_initial_access_key', 'steampipe:iam_user_access_keys_and_password_at_setup'],
  evaluate(key) {
    if (!key.isActive) return notApplicable({ en: 'The key is not active', ja: 'キーは有効ではありません' });
    if (!key.isMadeWithUser) return pass();
    return fail({
      en: `Access key ${key.name} was made together with user ${key.user}, who has a password`,
      ja: `アクセスキー ${key.name} は、パスワードを持つユーザー ${key.user} と同時に作られました`,
    });
  },
  examples: [
    fails('in the same minute', { live: key({ made: '2026-06-01T00:00:20Z', user: '2026-06-01T00:00:00Z' }) }),
    passes('a month later', { live: key({ made: '2026-06-01T00:00:00Z', user: '2026-05-01T00:00:00Z' }) }),
    isNotApplicable('not active', { live: key({ made: '2026-06-01T00:00:20Z', user: '2026-06-01T00:00:00Z', status: 'Inactive' }) }),
  ],
});
