/** One of four kinds of characters; length counts for more (password-policy-min-length). */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Password policy requires an uppercase letter', ja: 'パスワードポリシーが大文字を要求する' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.iam.password-policy',
  why: { en: 'Words in lower case are the first that guessing tools try.', ja: '小文字だけの単語は推測ツールが最初に試します。' },
  fix: {
    edits: { terraform: [{ set: 'require_uppercase_characters', value: true }] },
    summary: { en: 'Set require_uppercase_characters to true.', ja: 'require_uppercase_characters を true にしてください。' },
    terraform: `resource "aws_iam_account_password_policy" "strict" {
  minimum_password_length = 14
  require_uppercase_characters = true
}`,
    cli: 'aws iam update-account-password-policy --require-uppercase-characters',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html'],
  equivalents: [
    'CKV_AWS_15',
    'AVD-AWS-0061',
    'tfsec:aws-iam-require-uppercase-in-passwords',
    'IAM.11',
    'prowler:iam_password_policy_uppercase',
    'cloudsploit:passwordRequiresUppercase',
  ],
  evaluate(policy) {
    if (policy.requiresUppercase) return pass();
    return fail({
      en: `Password policy ${policy.name} accepts passwords without an uppercase letter`,
      ja: `パスワードポリシー ${policy.name} は大文字のないパスワードを受け付けます`,
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
  require_uppercase_characters = false
}`,
    ),
    passes(
      'written',
      `resource "aws_iam_account_password_policy" "main" {
  require_uppercase_characters = true
}`,
    ),
    isUnknown(
      'handed in',
      `variable "strictness" {}
resource "aws_iam_account_password_policy" "main" {
  require_uppercase_characters = var.strictness
}`,
    ),
  ],
});
