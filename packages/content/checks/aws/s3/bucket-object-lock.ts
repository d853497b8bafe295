/** Records under Object Lock survive ransomware and angry administrators. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Object Lock protects records from deletion', ja: 'Object Lock で記録を削除から守る' },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.s3.bucket',
  why: {
    en: 'Without a lock, whoever takes over an administrator deletes or overwrites the only copy.',
    ja: 'ロックがないと、管理者権限を奪った者が唯一のコピーを消去・上書きできます。',
  },
  fix: {
    summary: {
      en: 'Create the bucket with Object Lock and set a default retention.',
      ja: 'Object Lock を有効にしてバケットを作り、既定の保持期間を設定してください。',
    },
    terraform: `resource "aws_s3_bucket" "records" {
  bucket              = "orders-records"
  object_lock_enabled = true
}`,
    cloudformation: `Resources:
  Records:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-records
      ObjectLockEnabled: true`,
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html'],
  equivalents: ['CKV_AWS_143', 'S3.15', 'prowler:s3_bucket_object_lock'],
  evaluate(bucket) {
    if (bucket.objectLock) return pass();
    return fail({ en: `Bucket ${bucket.name} has no Object Lock`, ja: `バケット ${bucket.name} に Object Lock がありません` });
  },
  examples: [
    fails(
      'none',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket`,
      },
    ),
    passes(
      'at creation',
      `resource "aws_s3_bucket" "records" {
  bucket = "orders-records"
  object_lock_enabled = true
}`,
      {
        cloudformation: `Resources:
  Records:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-records
      ObjectLockEnabled: true`,
      },
    ),
    passes(
      'configured beside it',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_object_lock_configuration" "orders" {
  bucket = aws_s3_bucket.orders.id
  rule {
    default_retention {
      mode = "GOVERNANCE"
      days = 30
    }
  }
}`,
    ),
  ],
});
