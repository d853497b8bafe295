/** The root user can only be kept by its password and this. */
import type { ExampleCall } from '@kumomori/model';
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

const summary = (mfa: number, password = 1): ExampleCall => ({
  call: 'iam:GetAccountSummary',
  response: { SummaryMap: { AccountMFAEnabled: mfa, AccountPasswordPresent: password } },
});

export const check = defineCheck({
  title: { en: 'Root sign-in is protected by MFA', ja: 'ルートユーザーのサインインに MFA が設定されている' },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.iam.root',
  why: {
    en: 'The password of the root user is often known to several people and kept in a mailbox; with MFA it is not enough.',
    ja: 'ルートのパスワードは複数人やメールから漏れやすく、MFA があれば漏えいだけでは侵入されません。',
  },
  fix: {
    summary: {
      en: 'Register an MFA device for the root user, or remove the root credentials of member accounts centrally.',
      ja: 'ルートユーザーに MFA デバイスを登録するか、メンバーアカウントのルート認証情報を一括で無効化してください。',
    },
    cli: 'aws iam enable-organizations-root-credentials-management   # member accounts need no root password then',
    console: {
      en: 'Sign in as root → Security credentials → Assign MFA device.',
      ja: 'root でサインイン → セキュリティ認証情報 → MFA デバイスの割り当て。',
    },
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/enable-mfa-for-root.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user-access-management.html',
  ],
  equivalents: [
    'IAM.9',
    'prowler:iam_root_mfa_enabled',
    'cloudsploit:rootMfaEnabled',
    'steampipe:iam_root_user_account_console_access_mfa_enabled',
  ],
  evaluate(root) {
    if (!root.hasPassword) return notApplicable({ en: 'The root user has no password', ja: 'ルートユーザーにパスワードがありません' });
    if (root.hasMfa) return pass();
    return fail(
      { en: `The root user ${root.name} signs in without MFA`, ja: `ルートユーザー ${root.name} は MFA なしでサインインできます` },
      { at: ['hasMfa'] },
    );
  },
  examples: [
    fails('a password alone', { live: [summary(0)] }),
    passes('with MFA', { live: [summary(1)] }),
    isNotApplicable('credentials were removed centrally', { live: [summary(0, 0)] }),
  ],
});
