/** A password alone is one phishing mail away from somebody else. */
import type { ExampleCall, Json } from '@kumomori/model';
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

const user = (members: { readonly [key: string]: Json }): ExampleCall => ({
  call: 'admin.googleapis.com:users',
  response: { users: [{ id: '100000000000000000001', primaryEmail: 'hanako@example.com', ...members }] },
});

export const check = defineCheck({
  title: { en: 'Users have 2-step verification', ja: 'ユーザーが 2 段階認証を登録している' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.iam.user',
  why: {
    en: 'Passwords are phished, guessed and reused; a second factor stops nearly all of it.',
    ja: 'パスワードは詐取・推測・使い回しされます。2 段階認証はそのほとんどを防ぎます。',
  },
  fix: {
    summary: {
      en: 'Enforce 2-step verification for the organization, with security keys for administrators, and suspend who does not enroll.',
      ja: '組織全体に 2 段階認証を強制し、管理者にはセキュリティキーを求めてください。登録しないユーザーは停止してください。',
    },
    cli: 'gam update user hanako@example.com suspended on',
    console: {
      en: 'Admin console → Security → Authentication → 2-step verification → Enforcement: On.',
      ja: '管理コンソール → セキュリティ → 認証 → 2 段階認証プロセス → 適用: オン。',
    },
  },
  references: ['https://support.google.com/a/answer/9176657'],
  equivalents: ['cloudsploit:mfaEnabled'],
  evaluate(user) {
    if (user.isSuspended) return notApplicable({ en: `${user.name} is suspended`, ja: `${user.name} は停止されています` });
    if (user.hasMfa) return pass();
    return fail({
      en: `User ${user.name} signs in with a password alone`,
      ja: `ユーザー ${user.name} はパスワードだけでサインインします`,
    });
  },
  examples: [
    fails('a password alone', { live: [user({ isEnrolledIn2Sv: false })] }),
    passes('a second factor', { live: [user({ isEnrolledIn2Sv: true })] }),
    isNotApplicable('suspended', { live: [user({ isEnrolledIn2Sv: false, suspended: true })] }),
    isUnknown('it is not said', { live: [user({})] }),
  ],
});
