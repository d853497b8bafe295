/** With an own key the key policy is a second lock, and every use is in the audit log. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Bucket uses a customer-managed KMS key', ja: 'バケットがカスタマーマネージド KMS キーを使う' },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.s3.bucket',
  why: {
    en: 'With keys of S3 or AWS nobody can take away decryption from a principal that may read the bucket.',
    ja: 'S3 や AWS が管理するキーでは、バケットを読める相手から復号の権利だけを取り上げることができません。',
  },
  fix: {
    summary: {
      en: 'Encrypt the bucket by default with a KMS key of your own.',
      ja: '自分で管理する KMS キーをバケットの既定の暗号化に指定してください。',
    },
    terraform: `resource "aws_kms_key" "orders" {}
resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_server_side_encryption_configuration" "orders" {
  bucket = aws_s3_bucket.orders.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "aws:kms"
      kms_master_key_id = aws_kms_key.orders.arn
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
              SSEAlgorithm: aws:kms
              KMSMasterKeyID: !GetAtt OrdersKey.Arn
  OrdersKey:
    Type: AWS::KMS::Key
    Properties:
      EnableKeyRotation: true`,
    cli: 'aws s3api put-bucket-encryption --bucket NAME --server-side-encryption-configuration file://encryption.json',
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html'],
  equivalents: [
    'AVD-AWS-0132',
    'tfsec:aws-s3-encryption-customer-key',
    'S3.17',
    'prowler:s3_bucket_kms_encryption',
    'cloudsploit:bucketEncryption',
  ],
  evaluate(bucket) {
    const { algorithm, hasCustomerKey } = bucket.encryption;
    if (algorithm?.startsWith('aws:kms') && hasCustomerKey) return pass();
    return fail({
      en: `Bucket ${bucket.name} is encrypted with ${algorithm === 'AES256' ? 'keys of S3' : 'a key that AWS manages'}, not with a customer managed key`,
      ja: `バケット ${bucket.name} の暗号化は${algorithm === 'AES256' ? ' S3 のキー' : ' AWS マネージドキー'}で、カスタマーマネージドキーではありません`,
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
      'not written: SSE-S3',
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
      'the key that AWS manages',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_server_side_encryption_configuration" "orders" {
  bucket = aws_s3_bucket.orders.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "aws:kms"
      kms_master_key_id = "alias/aws/s3"
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
              SSEAlgorithm: aws:kms
              KMSMasterKeyID: alias/aws/s3`,
      },
    ),
    fails(
      'KMS without a key of its own',
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
      'own key',
      `resource "aws_kms_key" "orders" {}
resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_server_side_encryption_configuration" "orders" {
  bucket = aws_s3_bucket.orders.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "aws:kms"
      kms_master_key_id = aws_kms_key.orders.arn
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
              SSEAlgorithm: aws:kms
              KMSMasterKeyID: !GetAtt OrdersKey.Arn
  OrdersKey:
    Type: AWS::KMS::Key
    Properties:
      EnableKeyRotation: true`,
      },
    ),
  ],
});
