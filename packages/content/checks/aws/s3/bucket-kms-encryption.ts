/** KMS leaves a trace of each decryption; keys of S3 do not. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Bucket is encrypted with KMS', ja: 'バケットが KMS で暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.s3.bucket',
  why: {
    en: 'With SSE-S3 whoever may read an object reads it decrypted; with KMS the use of the key is a permission and a log entry of its own.',
    ja: 'SSE-S3 では読み取り権限だけで復号されます。KMS なら鍵の使用が別の権限となり、記録も残ります。',
  },
  fix: {
    edits: {
      terraform: [
        {
          beside: 'aws_s3_bucket_server_side_encryption_configuration',
          by: 'bucket',
          values: { 'rule.apply_server_side_encryption_by_default.sse_algorithm': 'aws:kms' },
        },
      ],
      cloudformation: [
        { set: 'BucketEncryption.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault.SSEAlgorithm', value: 'aws:kms' },
      ],
    },
    cautions: ['changes-permissions', 'costs'],
    summary: { en: 'Set the default encryption of the bucket to aws:kms.', ja: 'バケットの既定の暗号化を aws:kms にしてください。' },
    terraform: `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_server_side_encryption_configuration" "orders" {
  bucket = aws_s3_bucket.orders.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "aws:kms"
    }
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault:
              SSEAlgorithm: aws:kms`,
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html'],
  equivalents: ['CKV_AWS_145'],
  noFramework: 'no control mapping yet',
  evaluate(bucket) {
    if (bucket.encryption.algorithm?.startsWith('aws:kms')) return pass();
    return fail({
      en: `Bucket ${bucket.name} is not encrypted with KMS by default`,
      ja: `バケット ${bucket.name} の既定の暗号化は KMS ではありません`,
    });
  },
  examples: [
    fails(
      'keys of S3',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_server_side_encryption_configuration" "orders" {
  bucket = aws_s3_bucket.orders.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault:
              SSEAlgorithm: AES256`,
      },
    ),
    fails(
      'nothing written',
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
      'key of AWS in KMS',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_server_side_encryption_configuration" "orders" {
  bucket = aws_s3_bucket.orders.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "aws:kms"
    }
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault:
              SSEAlgorithm: aws:kms`,
      },
    ),
    passes(
      'two layers',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_server_side_encryption_configuration" "orders" {
  bucket = aws_s3_bucket.orders.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "aws:kms:dsse"
    }
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault:
              SSEAlgorithm: aws:kms:dsse`,
      },
    ),
  ],
});
