/** A file with credentials or customer data deserves the key that its bucket may not have. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Uploaded objects name a KMS key', ja: 'アップロードされるオブジェクトが KMS キーを指定している' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.s3.object',
  why: {
    en: 'Without a key the object is encrypted as its bucket happens to be configured.',
    ja: 'キーを指定しないと、暗号化はバケットの設定任せになります。',
  },
  fix: {
    summary: { en: 'Set kms_key_id for the object.', ja: 'オブジェクトに kms_key_id を設定してください。' },
    terraform: `resource "aws_s3_object" "config" {
  bucket     = "orders-bucket"
  key        = "config.json"
  source     = "config.json"
  kms_key_id = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555"
}`,
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/specifying-kms-encryption.html'],
  equivalents: ['CKV_AWS_181', 'CKV_AWS_186'],
  noFramework: 'no control mapping yet',
  evaluate(file) {
    if (file.hasKmsKey) return pass();
    return fail({ en: `Object ${file.name} names no KMS key`, ja: `オブジェクト ${file.name} に KMS キーの指定がありません` });
  },
  examples: [
    fails(
      'none',
      `resource "aws_s3_object" "config" {
  bucket = "orders-bucket"
  key    = "config.json"
  source = "config.json"
}`,
    ),
    fails(
      'a copy',
      `resource "aws_s3_object_copy" "config" {
  bucket = "orders-bucket"
  key    = "copy.json"
  source = "other-bucket/config.json"
}`,
    ),
    passes(
      'a key',
      `resource "aws_kms_key" "orders" {}
resource "aws_s3_bucket_object" "config" {
  bucket     = "orders-bucket"
  key        = "config.json"
  source     = "config.json"
  kms_key_id = aws_kms_key.orders.arn
}`,
    ),
  ],
});
