/** A disabled key is either forgotten or needed; both want a decision. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Disabled keys are cleaned up', ja: '無効化されたキーが整理されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.kms.key',
  why: {
    en: 'Data under a disabled key cannot be read; a key nobody needs is an item nobody watches.',
    ja: '無効なキーで暗号化されたデータは読めません。不要なキーは誰にも見守られないまま残ります。',
  },
  fix: {
    summary: {
      en: 'Enable the key, or schedule its deletion once nothing is encrypted with it.',
      ja: 'キーを有効にするか、使われていないことを確かめて削除を予約してください。',
    },
    terraform: `resource "aws_kms_key" "orders" {
  description = "orders"
  is_enabled  = true
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::KMS::Key
    Properties:
      Description: orders`,
    cli: 'aws kms enable-key --key-id ID',
  },
  references: ['https://docs.aws.amazon.com/kms/latest/developerguide/enabling-keys.html'],
  equivalents: ['CKV_AWS_227', 'prowler:kms_cmk_are_used'],
  evaluate(key) {
    if (key.isEnabled) return pass();
    return fail({ en: `Key ${key.name} is disabled`, ja: `キー ${key.name} は無効化されています` });
  },
  examples: [
    fails(
      'disabled',
      `resource "aws_kms_key" "orders" {
  is_enabled = false
}`,
    ),
    passes(
      'by default',
      `resource "aws_kms_key" "orders" {
  description = "orders"
}`,
    ),
    fails('disabled in a template', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::KMS::Key
    Properties:
      Description: orders
      Enabled: false`,
    }),
    passes('by default in a template', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::KMS::Key
    Properties:
      Description: orders`,
    }),
  ],
});
