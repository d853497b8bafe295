/** A password that leaked unnoticed works until it changes. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Passwords expire within 90 days', ja: 'パスワードが 90 日以内に失効する' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.iam.password-policy',
  why: {
    en: 'A password that leaked unnoticed opens the console until somebody changes it.',
    ja: '気づかれずに漏れたパスワードは、変更されるまでコンソールへの侵入を許します。',
  },
  fix: {
    edits: { terraform: [{ set: 'max_password_age', value: 90 }] },
    summary: { en: 'Set max_password_age to 90.', ja: 'max_password_age を 90 にしてください。' },
    terraform: `resource "aws_iam_account_password_policy" "strict" {
  minimum_password_length = 14
  max_password_age = 90
}`,
    cli: 'aws iam update-account-password-policy --max-password-age 90',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html'],
  equivalents: [
    'CKV_AWS_9',
    'AVD-AWS-0062',
    'tfsec:aws-iam-set-max-password-age',
    'IAM.17',
    'prowler:iam_password_policy_expires_passwords_within_90_days_or_less',
    'cloudsploit:maxPasswordAge',
    'cloudsploit:passwordExpiration',
  ],
  params: {
    longestDays: {
      type: 'number',
      default: 90,
      min: 1,
      description: { en: 'Longest life of a password in days', ja: 'パスワードの最長有効日数' },
    },
  },
  evaluate(policy, { longestDays }) {
    if (policy.maximumAgeDays > 0 && policy.maximumAgeDays <= longestDays) return pass();
    return fail({
      en: `Password policy ${policy.name} lets passwords live ${policy.maximumAgeDays === 0 ? 'for ever' : `${policy.maximumAgeDays} days`}, at most ${longestDays} are wanted`,
      ja: `パスワードポリシー ${policy.name} ではパスワードの有効期間が${policy.maximumAgeDays === 0 ? '無期限' : ` ${policy.maximumAgeDays} 日`}です (上限: ${longestDays} 日)`,
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
  max_password_age = 0
}`,
    ),
    passes(
      'written',
      `resource "aws_iam_account_password_policy" "main" {
  max_password_age = 90
}`,
    ),
    isUnknown(
      'handed in',
      `variable "strictness" {}
resource "aws_iam_account_password_policy" "main" {
  max_password_age = var.strictness
}`,
    ),
  ],
});
