/** Deleting a key destroys all data below it; the waiting period is the only time to notice. Code can shorten it, and that is judged. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No key is waiting for deletion unnoticed', ja: '気づかれないまま削除待ちになるキーがない' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.kms.key',
  why: {
    en: 'When the waiting period ends, everything encrypted with the key is lost; a week passes in one holiday.',
    ja: '待機期間が終わると、そのキーで暗号化したデータはすべて失われます。1 週間は休暇の間に過ぎてしまいます。',
  },
  fix: {
    edits: { terraform: [{ set: 'deletion_window_in_days', value: 30 }], cloudformation: [{ set: 'PendingWindowInDays', value: 21 }] },
    summary: {
      en: 'Leave deletion_window_in_days out (30 days) or set it to 14 or more.',
      ja: 'deletion_window_in_days を省略する (30 日) か、14 以上にしてください。',
    },
    terraform: `resource "aws_kms_key" "orders" {
  description             = "orders data"
  enable_key_rotation     = true
  deletion_window_in_days = 30
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::KMS::Key
    Properties:
      Description: orders`,
    cli: 'aws kms cancel-key-deletion --key-id KEY',
    console: {
      en: 'KMS → Customer managed keys → the key with the status Pending deletion → Key actions → Cancel key deletion.',
      ja: 'KMS → カスタマー管理型のキー → 「削除保留中」のキー → キーのアクション → キーの削除をキャンセル。',
    },
  },
  references: ['https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html'],
  equivalents: ['KMS.3', 'prowler:kms_cmk_not_deleted_unintentionally', 'cloudsploit:kmsScheduledDeletion'],
  params: {
    minimumDays: {
      type: 'number',
      default: 14,
      min: 7,
      description: { en: 'Shortest waiting period in days, 7 to 30', ja: '最短の待機期間 (日、7〜30)' },
    },
  },
  evaluate(key, { minimumDays }) {
    if (key.deletionWindowDays >= minimumDays) return pass();
    return fail({
      en: `Key ${key.name} is deleted only ${key.deletionWindowDays} days after somebody asks for it, less than ${minimumDays}`,
      ja: `キー ${key.name} は削除要求から ${key.deletionWindowDays} 日で削除されます (必要: ${minimumDays} 日以上)`,
    });
  },
  examples: [
    fails('the shortest period', `resource "aws_kms_key" "orders" {\n  deletion_window_in_days = 7\n}`, {
      cloudformation: `Resources:
  Orders:
    Type: AWS::KMS::Key
    Properties:
      Description: orders
      PendingWindowInDays: 7`,
    }),
    fails('house rule of 30 days', `resource "aws_kms_key" "orders" {\n  deletion_window_in_days = 20\n}`, { params: { minimumDays: 30 } }),
    passes('not written: 30 days', `resource "aws_kms_key" "orders" {\n  enable_key_rotation = true\n}`),
    passes('three weeks', `resource "aws_kms_external_key" "orders" {\n  deletion_window_in_days = 21\n}`, {
      cloudformation: `Resources:
  Orders:
    Type: AWS::KMS::Key
    Properties:
      Origin: EXTERNAL
      PendingWindowInDays: 21`,
    }),
    isUnknown('handed in', `variable "days" {}\nresource "aws_kms_key" "orders" {\n  deletion_window_in_days = var.days\n}`, {
      cloudformation: `Parameters:
  Days:
    Type: Number
Resources:
  Orders:
    Type: AWS::KMS::Key
    Properties:
      Description: orders
      PendingWindowInDays: !Ref Days`,
    }),
    passes('not written: 30 days in a template', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::KMS::Key
    Properties:
      Description: orders`,
    }),
  ],
});
