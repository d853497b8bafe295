/** Console passwords of IAM users are guessed offline and online; length is what counts. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Account password policy demands 14 or more characters', ja: 'アカウントのパスワードポリシーが 14 文字以上を要求する' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.iam.password-policy',
  why: {
    en: 'Without a minimum AWS accepts six characters, which are tried out within hours.',
    ja: '最小長を指定しないと 6 文字のパスワードも受け付けられ、短時間で総当たりされます。',
  },
  fix: {
    edits: { terraform: [{ set: 'minimum_password_length', value: 14 }] },
    summary: { en: 'Set minimum_password_length to 14 or more.', ja: 'minimum_password_length を 14 以上にしてください。' },
    terraform: `resource "aws_iam_account_password_policy" "strict" {
  minimum_password_length        = 14
  password_reuse_prevention      = 24
  allow_users_to_change_password = true
}`,
    cli: 'aws iam update-account-password-policy --minimum-password-length 14',
    console: {
      en: 'IAM → Account settings → Password policy → Edit → Custom → minimum length 14 → Save.',
      ja: 'IAM → アカウント設定 → パスワードポリシー → 編集 → カスタム → 最小長 14 → 保存。',
    },
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html'],
  equivalents: [
    'CKV_AWS_10',
    'AVD-AWS-0063',
    'tfsec:aws-iam-set-minimum-password-length',
    'IAM.15',
    'prowler:iam_password_policy_minimum_length_14',
    'cloudsploit:minPasswordLength',
  ],
  params: {
    minimumLength: {
      type: 'number',
      default: 14,
      min: 6,
      description: { en: 'Fewest characters that are accepted', ja: '許容する最小の文字数' },
    },
  },
  evaluate(policy, { minimumLength }) {
    if (policy.minimumLength >= minimumLength) return pass();
    return fail({
      en: `Password policy ${policy.name} accepts passwords of ${policy.minimumLength} characters, fewer than ${minimumLength}`,
      ja: `パスワードポリシー ${policy.name} は ${policy.minimumLength} 文字のパスワードを許可しています (必要: ${minimumLength} 文字以上)`,
    });
  },
  examples: [
    fails('too short', `resource "aws_iam_account_password_policy" "main" {\n  minimum_password_length = 8\n}`),
    fails('not written: six', `resource "aws_iam_account_password_policy" "main" {\n  require_numbers = true\n}`),
    fails('house rule of 20', `resource "aws_iam_account_password_policy" "main" {\n  minimum_password_length = 14\n}`, {
      params: { minimumLength: 20 },
    }),
    passes('longer than needed', `resource "aws_iam_account_password_policy" "main" {\n  minimum_password_length = 16\n}`),
    isUnknown(
      'the length is handed in',
      `variable "length" {}\nresource "aws_iam_account_password_policy" "main" {\n  minimum_password_length = var.length\n}`,
    ),
  ],
});
