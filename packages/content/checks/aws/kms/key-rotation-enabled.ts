/** Without rotation one key material protects the data of all years, and whatever leaked of it once stays useful. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Symmetric customer keys rotate yearly', ja: '対称カスタマー管理キーが毎年ローテーションされる' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.kms.key',
  why: {
    en: 'Rotation limits how much data one key material protects; KMS keeps the old ones, so nothing has to be encrypted again.',
    ja: 'ローテーションにより 1 つのキーマテリアルで保護されるデータ量が限られます。古いキーマテリアルは KMS が保持するため再暗号化は不要です。',
  },
  fix: {
    edits: {
      terraform: [{ of: ['aws_kms_key'], set: 'enable_key_rotation', value: true }],
      cloudformation: [{ of: ['AWS::KMS::Key'], set: 'EnableKeyRotation', value: true }],
    },
    summary: { en: 'Set enable_key_rotation to true.', ja: 'enable_key_rotation を true にしてください。' },
    terraform: `resource "aws_kms_key" "orders" {
  description         = "orders data"
  enable_key_rotation = true
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::KMS::Key
    Properties:
      Description: orders
      EnableKeyRotation: true`,
    cli: 'aws kms enable-key-rotation --key-id KEY',
    console: {
      en: 'KMS → Customer managed keys → the key → Key rotation → Automatically rotate → Save.',
      ja: 'KMS → カスタマー管理型のキー → 対象 → キーのローテーション → 自動ローテーションを有効化して保存します。',
    },
  },
  references: [
    'https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html',
    'https://docs.aws.amazon.com/kms/latest/developerguide/rotating-keys-enable.html',
  ],
  equivalents: [
    'CKV_AWS_7',
    'AVD-AWS-0065',
    'tfsec:aws-kms-auto-rotate-keys',
    'KMS.4',
    'prowler:kms_cmk_rotation_enabled',
    'cloudsploit:kmsKeyRotation',
  ],
  evaluate(key) {
    if (key.usage !== 'ENCRYPT_DECRYPT' || key.spec !== 'SYMMETRIC_DEFAULT')
      return notApplicable({ en: 'KMS rotates only symmetric encryption keys', ja: '自動ローテーションは対称暗号化キーだけが対象です' });
    if (key.material !== 'aws')
      return notApplicable({
        en: 'KMS does not rotate imported, custom store or replica keys',
        ja: 'インポート・カスタムストア・レプリカのキーは自動ローテーションの対象外です',
      });
    if (key.rotates) return pass();
    return fail({ en: `Key ${key.name} does not rotate`, ja: `キー ${key.name} はローテーションが無効です` }, { at: ['rotates'] });
  },
  examples: [
    fails('not written', `resource "aws_kms_key" "orders" {\n  description = "orders data"\n}`),
    fails('switched off through a module', {
      'main.tf': `module "key" {\n  source = "./key"\n  rotate = false\n}`,
      'key/main.tf': `variable "rotate" {\n  default = true\n}\nresource "aws_kms_key" "this" {\n  enable_key_rotation = var.rotate\n}`,
    }),
    passes('switched on', `resource "aws_kms_key" "orders" {\n  enable_key_rotation     = true\n  rotation_period_in_days = 180\n}`),
    isUnknown('handed in', `variable "rotate" {}\nresource "aws_kms_key" "orders" {\n  enable_key_rotation = var.rotate\n}`),
    isNotApplicable(
      'signing key',
      `resource "aws_kms_key" "tokens" {\n  key_usage                = "SIGN_VERIFY"\n  customer_master_key_spec = "ECC_NIST_P256"\n}`,
    ),
    isNotApplicable('asymmetric encryption', `resource "aws_kms_key" "inbox" {\n  customer_master_key_spec = "RSA_4096"\n}`),
    isNotApplicable('imported material', `resource "aws_kms_external_key" "orders" {\n  description = "brought along"\n}`),
    isNotApplicable(
      'replica follows its primary',
      `resource "aws_kms_replica_key" "orders" {\n  primary_key_arn = "arn:aws:kms:us-east-1:123456789012:key/mrk-1111"\n}`,
    ),
    fails('not written in a template', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::KMS::Key
    Properties:
      Description: orders`,
    }),
    fails('switched off by a parameter', {
      cloudformation: `Parameters:
  Rotate:
    Type: String
    Default: 'false'
Resources:
  Orders:
    Type: AWS::KMS::Key
    Properties:
      Description: orders
      EnableKeyRotation: !Ref Rotate`,
    }),
    passes('switched on in a template', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::KMS::Key
    Properties:
      Description: orders
      EnableKeyRotation: true`,
    }),
    isUnknown('handed in by a parameter', {
      cloudformation: `Parameters:
  Rotate:
    Type: String
Resources:
  Orders:
    Type: AWS::KMS::Key
    Properties:
      Description: orders
      EnableKeyRotation: !Ref Rotate`,
    }),
    isNotApplicable('signing key in a template', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::KMS::Key
    Properties:
      Description: orders
      KeyUsage: SIGN_VERIFY
      KeySpec: RSA_2048`,
    }),
    isNotApplicable('imported material in a template', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::KMS::Key
    Properties:
      Description: orders
      Origin: EXTERNAL`,
    }),
  ],
});
