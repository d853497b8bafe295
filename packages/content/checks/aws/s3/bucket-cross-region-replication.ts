/** One region, one account: one mistake or outage takes the only copy. */
import { any, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Critical buckets replicate to another region', ja: '重要なバケットを別リージョンへレプリケートする' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.s3.bucket',
  why: {
    en: 'When the region is down or the bucket is emptied, there is no second copy.',
    ja: 'リージョン障害やバケットの消去が起きたとき、二つ目のコピーがありません。',
  },
  fix: {
    summary: {
      en: 'Add a replication rule to a bucket in another region or account.',
      ja: '別リージョンまたは別アカウントのバケットへのレプリケーションルールを追加してください。',
    },
    terraform: `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_replication_configuration" "orders" {
  bucket = aws_s3_bucket.orders.id
  role   = "arn:aws:iam::123456789012:role/replication"
  rule {
    id     = "all"
    status = "Enabled"
    destination {
      bucket = "arn:aws:s3:::orders-bucket-osaka"
    }
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
      VersioningConfiguration:
        Status: Enabled
      ReplicationConfiguration:
        Role: arn:aws:iam::123456789012:role/replication
        Rules:
          - Id: all
            Status: Enabled
            Destination:
              Bucket: arn:aws:s3:::orders-bucket-osaka`,
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html'],
  equivalents: ['CKV_AWS_144', 'S3.7', 'prowler:s3_bucket_cross_region_replication'],
  evaluate(bucket) {
    if (any(bucket.replicationRules, (rule) => rule.isEnabled)) return pass();
    return fail({ en: `Bucket ${bucket.name} is not replicated`, ja: `バケット ${bucket.name} はレプリケートされていません` });
  },
  examples: [
    fails(
      'no replication',
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
      'the rule is off',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_replication_configuration" "orders" {
  bucket = aws_s3_bucket.orders.id
  role   = "arn:aws:iam::123456789012:role/replication"
  rule {
    id     = "all"
    status = "Disabled"
    destination {
      bucket = "arn:aws:s3:::orders-bucket-osaka"
    }
  }
}`,
    ),
    passes(
      'replicated',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_replication_configuration" "orders" {
  bucket = aws_s3_bucket.orders.id
  role   = "arn:aws:iam::123456789012:role/replication"
  rule {
    id     = "all"
    status = "Enabled"
    destination {
      bucket = "arn:aws:s3:::orders-bucket-osaka"
    }
  }
}`,
    ),
    fails('the rule is off in the template', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
      VersioningConfiguration:
        Status: Enabled
      ReplicationConfiguration:
        Role: arn:aws:iam::123456789012:role/replication
        Rules:
          - Id: all
            Status: Disabled
            Destination:
              Bucket: arn:aws:s3:::orders-bucket-osaka`,
    }),
    passes('replicated by the template', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
      VersioningConfiguration:
        Status: Enabled
      ReplicationConfiguration:
        Role: arn:aws:iam::123456789012:role/replication
        Rules:
          - Id: all
            Status: Enabled
            Destination:
              Bucket: arn:aws:s3:::orders-bucket-osaka`,
    }),
  ],
});
