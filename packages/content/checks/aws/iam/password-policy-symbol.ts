/** Which characters count as symbols is fixed by IAM: ! @ # $ % ^ & * ( ) _ + - = [ ] { } | and the apostrophe. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Password policy requires a symbol', ja: 'パスワードポリシーが記号を要求する' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.iam.password-policy',
  why: { en: 'A symbol takes the password out of most word lists.', ja: '記号があれば、ほとんどの辞書攻撃の対象から外れます。' },
  fix: {
    edits: { terraform: [{ set: 'require_symbols', value: true }] },
    summary: { en: 'Set require_symbols to true.', ja: 'require_symbols を true にしてください。' },
    terraform: `resource "aws_iam_account_password_policy" "strict" {
  minimum_password_length = 14
  require_symbols = true
}`,
    cli: 'aws iam update-account-password-policy --require-symbols',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html'],
  equivalents: [
    'CKV_AWS_14',
    'AVD-AWS-0060',
    'tfsec:aws-iam-require-symbols-in-passwords',
    'IAM.13',
    'prowler:iam_password_policy_symbol',
    'cloudsploit:passwordRequiresSymbols',
  ],
  evaluate(policy) {
    if (policy.requiresSymbol) return pass();
    return fail({
      en: `Password policy ${policy.name} accepts passwords without a symbol`,
      ja: `パスワードポリシー ${policy.name} は記号のないパスワードを受け付けます`,
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
  require_symbols = false
}`,
    ),
    passes(
      'written',
      `resource "aws_iam_account_password_policy" "main" {
  require_symbols = true
}`,
    ),
    isUnknown(
      'handed in',
      `variable "strictness" {}
resource "aws_iam_account_password_policy" "main" {
  require_symbols = var.strictness
}`,
    ),
  ],
});
