/** The account of somebody who left is a door that nobody watches. */
import type { ExampleCall } from '@kumomori/model';
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

const user = (more: { readonly made?: string; readonly used?: string }): readonly ExampleCall[] => [
  {
    call: 'iam:GetAccountAuthorizationDetails',
    response: { UserDetailList: [{ UserName: 'auditor', Arn: 'arn:aws:iam::123456789012:user/auditor' }] },
  },
  more.made === undefined
    ? { call: 'iam:GetLoginProfile', request: { UserName: 'auditor' }, error: 'NoSuchEntity' }
    : { call: 'iam:GetLoginProfile', request: { UserName: 'auditor' }, response: { LoginProfile: { CreateDate: more.made } } },
  {
    call: 'iam:ListUsers',
    response: { Users: [{ UserName: 'auditor', ...(more.used !== undefined && { PasswordLastUsed: more.used }) }] },
  },
];

export const check = defineCheck({
  title: { en: 'Console passwords unused for 45 days are disabled', ja: '45 日間使われていないコンソールパスワードが無効化されている' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.iam.user-credentials',
  why: {
    en: 'A password that nobody uses belongs to somebody who left or changed teams; its misuse is noticed by nobody.',
    ja: '使われないパスワードは退職者や異動者のものが多く、悪用されても気付かれません。',
  },
  fix: {
    summary: {
      en: 'Delete the password of the user, and the user when nothing else needs it.',
      ja: 'ユーザーのパスワードを削除し、不要であればユーザーも削除してください。',
    },
    cli: 'aws iam delete-login-profile --user-name USER',
    console: {
      en: 'IAM → Users → the user → Security credentials → Manage console access → Disable.',
      ja: 'IAM → ユーザー → 対象 → セキュリティ認証情報 → コンソールアクセスの管理 → 無効化。',
    },
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_finding-unused.html'],
  equivalents: [
    'IAM.8',
    'IAM.22',
    'prowler:iam_user_console_access_unused',
    'cloudsploit:usersPasswordLastUsed',
    'steampipe:iam_user_unused_credentials_45',
  ],
  params: { days: { type: 'number', default: 45, min: 1, description: { en: 'Days without use at most', ja: '使われない日数の上限' } } },
  evaluate(user, { days }) {
    if (!user.hasPassword) return notApplicable({ en: 'The user has no password', ja: 'パスワードがありません' });
    const idle = user.passwordUnusedDays ?? user.passwordAgeDays;
    if (idle === undefined || idle <= days) return pass();
    return fail(
      { en: `User ${user.name} did not sign in for ${idle} days`, ja: `ユーザー ${user.name} は ${idle} 日間サインインしていません` },
      { at: ['passwordUnusedDays'] },
    );
  },
  examples: [
    fails('half a year', { live: user({ made: '2025-01-02T00:00:00Z', used: '2026-01-02T00:00:00Z' }) }),
    fails('never, since a year', { live: user({ made: '2025-06-01T00:00:00Z' }) }),
    passes('yesterday', { live: user({ made: '2025-01-02T00:00:00Z', used: '2026-06-30T00:00:00Z' }) }),
    passes('made a week ago', { live: user({ made: '2026-06-24T00:00:00Z' }) }),
    isNotApplicable('no password', { live: user({}) }),
  ],
});
