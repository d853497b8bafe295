/** A password that leaked once comes back when people may choose it again. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Last 24 passwords cannot be reused', ja: '直近 24 個のパスワードを再利用できない' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.iam.password-policy',
  why: {
    en: 'People return to a password they know; one that leaked before works again.',
    ja: '人は使い慣れたパスワードに戻しがちで、過去に漏れたものが再び有効になります。',
  },
  fix: {
    edits: { terraform: [{ set: 'password_reuse_prevention', value: 24 }] },
    summary: { en: 'Set password_reuse_prevention to 24.', ja: 'password_reuse_prevention を 24 にしてください。' },
    terraform: `resource "aws_iam_account_password_policy" "strict" {
  minimum_password_length = 14
  password_reuse_prevention = 24
}`,
    cli: 'aws iam update-account-password-policy --password-reuse-prevention 24',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html'],
  equivalents: ['CKV_AWS_13', 'IAM.16', 'prowler:iam_password_policy_reuse_24', 'cloudsploit:passwordReusePrevention'],
  params: {
    remembered: {
      type: 'number',
      default: 24,
      min: 1,
      description: { en: 'How many earlier passwords must be refused', ja: '再利用を拒むべき過去のパスワードの数' },
    },
  },
  evaluate(policy, { remembered }) {
    if (policy.refusedEarlierPasswords >= remembered) return pass();
    return fail({
      en: `Password policy ${policy.name} refuses the last ${policy.refusedEarlierPasswords} passwords, fewer than ${remembered}`,
      ja: `パスワードポリシー ${policy.name} が再利用を拒むのは直近 ${policy.refusedEarlierPasswords} 個で、${remembered} 個に足りません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_iam_account_password_policy" "main" {
  minimum_password_length = 16
}`,
    ),
    fails(
      'written as weak',
      `resource "aws_iam_account_password_policy" "main" {
  password_reuse_prevention = 5
}`,
    ),
    passes(
      'written',
      `resource "aws_iam_account_password_policy" "main" {
  password_reuse_prevention = 24
}`,
    ),
    isUnknown(
      'handed in',
      `variable "strictness" {}
resource "aws_iam_account_password_policy" "main" {
  password_reuse_prevention = var.strictness
}`,
    ),
  ],
});
