/** Digits at the end are what people add; still, without any the search is short. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Password policy requires a digit', ja: 'パスワードポリシーが数字を要求する' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.iam.password-policy',
  why: {
    en: 'Without digits a password is a word or two, and word lists hold those.',
    ja: '数字のないパスワードは単語の組み合わせになりやすく、辞書に載っています。',
  },
  fix: {
    edits: { terraform: [{ set: 'require_numbers', value: true }] },
    summary: { en: 'Set require_numbers to true.', ja: 'require_numbers を true にしてください。' },
    terraform: `resource "aws_iam_account_password_policy" "strict" {
  minimum_password_length = 14
  require_numbers = true
}`,
    cli: 'aws iam update-account-password-policy --require-numbers',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html'],
  equivalents: [
    'CKV_AWS_12',
    'AVD-AWS-0059',
    'tfsec:aws-iam-require-numbers-in-passwords',
    'IAM.14',
    'prowler:iam_password_policy_number',
    'cloudsploit:passwordRequiresNumbers',
  ],
  evaluate(policy) {
    if (policy.requiresNumber) return pass();
    return fail({
      en: `Password policy ${policy.name} accepts passwords without a digit`,
      ja: `パスワードポリシー ${policy.name} は数字のないパスワードを受け付けます`,
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
  require_numbers = false
}`,
    ),
    passes(
      'written',
      `resource "aws_iam_account_password_policy" "main" {
  require_numbers = true
}`,
    ),
    isUnknown(
      'handed in',
      `variable "strictness" {}
resource "aws_iam_account_password_policy" "main" {
  require_numbers = var.strictness
}`,
    ),
  ],
});
