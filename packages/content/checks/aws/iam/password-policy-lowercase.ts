/** One of four kinds of characters; benchmarks ask for each of them by itself. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Password policy requires a lowercase letter', ja: 'パスワードポリシーが小文字を要求する' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.iam.password-policy',
  why: { en: 'Mixed case multiplies what a guesser has to try.', ja: '大文字と小文字が混ざると、試すべき組み合わせが大きく増えます。' },
  fix: {
    edits: { terraform: [{ set: 'require_lowercase_characters', value: true }] },
    summary: { en: 'Set require_lowercase_characters to true.', ja: 'require_lowercase_characters を true にしてください。' },
    terraform: `resource "aws_iam_account_password_policy" "strict" {
  minimum_password_length = 14
  require_lowercase_characters = true
}`,
    cli: 'aws iam update-account-password-policy --require-lowercase-characters',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html'],
  equivalents: [
    'CKV_AWS_11',
    'AVD-AWS-0058',
    'tfsec:aws-iam-require-lowercase-in-passwords',
    'IAM.12',
    'prowler:iam_password_policy_lowercase',
    'cloudsploit:passwordRequiresLowercase',
  ],
  evaluate(policy) {
    if (policy.requiresLowercase) return pass();
    return fail({
      en: `Password policy ${policy.name} accepts passwords without a lowercase letter`,
      ja: `パスワードポリシー ${policy.name} は小文字のないパスワードを受け付けます`,
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
  require_lowercase_characters = false
}`,
    ),
    passes(
      'written',
      `resource "aws_iam_account_password_policy" "main" {
  require_lowercase_characters = true
}`,
    ),
    isUnknown(
      'handed in',
      `variable "strictness" {}
resource "aws_iam_account_password_policy" "main" {
  require_lowercase_characters = var.strictness
}`,
    ),
  ],
});
