/** Data that nobody needs any more can still leak. */
import { any, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'A lifecycle rule expires or tiers old data', ja: 'ライフサイクルルールで古いデータを削除・移動する' },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.s3.bucket',
  why: {
    en: 'What is never deleted piles up, costs money and is there to be stolen years later.',
    ja: '削除されないデータは溜まり続け、費用がかかり、何年も後に盗まれる材料になります。',
  },
  fix: {
    summary: {
      en: 'Add an enabled lifecycle rule that expires or moves old objects.',
      ja: '古いオブジェクトを失効または移動させる有効なライフサイクルルールを追加してください。',
    },
    terraform: `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_lifecycle_configuration" "orders" {
  bucket = aws_s3_bucket.orders.id
  rule {
    id     = "old"
    status = "Enabled"
    expiration {
      days = 730
    }
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
      LifecycleConfiguration:
        Rules:
          - Id: old
            Status: Enabled
            ExpirationInDays: 730`,
    cli: 'aws s3api put-bucket-lifecycle-configuration --bucket NAME --lifecycle-configuration file://rules.json',
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html'],
  equivalents: ['CKV2_AWS_61', 'S3.13', 'S3.10', 'prowler:s3_bucket_lifecycle_enabled', 'cloudsploit:bucketLifecycleConfiguration'],
  evaluate(bucket) {
    if (any(bucket.lifecycleRules, (rule) => rule.isEnabled)) return pass();
    return fail({
      en: `Bucket ${bucket.name} has no lifecycle rule that is on`,
      ja: `バケット ${bucket.name} に有効なライフサイクルルールがありません`,
    });
  },
  examples: [
    fails(
      'no rule',
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
    fails(
      'switched off',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_lifecycle_configuration" "orders" {
  bucket = aws_s3_bucket.orders.id
  rule {
    id     = "old"
    status = "Disabled"
    expiration {
      days = 730
    }
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
      LifecycleConfiguration:
        Rules:
          - Id: old
            Status: Disabled
            ExpirationInDays: 730`,
      },
    ),
    passes(
      'a rule',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_lifecycle_configuration" "orders" {
  bucket = aws_s3_bucket.orders.id
  rule {
    id     = "old"
    status = "Enabled"
    expiration {
      days = 730
    }
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
      LifecycleConfiguration:
        Rules:
          - Id: old
            Status: Enabled
            ExpirationInDays: 730`,
      },
    ),
    passes(
      'legacy inline rule',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
  lifecycle_rule {
    enabled = true
    expiration {
      days = 730
    }
  }
}`,
    ),
  ],
});
