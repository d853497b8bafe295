/** S3 encrypts by default since 2023; what can still go wrong is a rule that names no algorithm. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

const algorithms = ['AES256', 'aws:kms', 'aws:kms:dsse'];

export const check = defineCheck({
  title: { en: 'Bucket encrypts objects by default', ja: 'バケットが既定でオブジェクトを暗号化する' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.s3.bucket',
  why: {
    en: 'Data at rest must not be readable by whoever gets hold of the storage below it.',
    ja: '保存データは、下位のストレージに触れられる者にも読めない状態でなければなりません。',
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
    summary: {
      en: 'Write a default encryption rule with AES256 or, for sensitive data, aws:kms.',
      ja: '既定の暗号化ルール (AES256、機密データでは aws:kms) を記述してください。',
    },
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
      BucketName: orders-bucket`,
    cli: `aws s3api put-bucket-encryption --bucket NAME --server-side-encryption-configuration '{"Rules":[{"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"AES256"}}]}'`,
    console: {
      en: 'S3 → the bucket → Properties → Default encryption → Edit → choose SSE-S3 or SSE-KMS → Save.',
      ja: 'S3 → 対象バケット → プロパティ → デフォルトの暗号化 → 編集 → SSE-S3 か SSE-KMS を選択 → 保存。',
    },
  },
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-encryption.html',
  ],
  equivalents: [
    'CKV_AWS_19',
    'AVD-AWS-0088',
    'tfsec:aws-s3-enable-bucket-encryption',
    'S3.4',
    'prowler:s3_bucket_default_encryption',
    'cloudsploit:bucketEncryption',
  ],
  evaluate(bucket) {
    const { algorithm } = bucket.encryption;
    if (algorithm !== undefined && algorithms.includes(algorithm)) return pass();
    return fail({
      en: `Bucket ${bucket.name} has a default encryption rule with the algorithm "${algorithm ?? ''}", which S3 does not know`,
      ja: `バケット ${bucket.name} の既定の暗号化ルールのアルゴリズム "${algorithm ?? ''}" は無効です`,
    });
  },
  examples: [
    fails(
      'a rule with an algorithm that does not exist',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
  server_side_encryption_configuration {
    rule {
      apply_server_side_encryption_by_default {
        sse_algorithm = "NONE"
      }
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
              SSEAlgorithm: NONE`,
      },
    ),
    passes('nothing written: SSE-S3 by default', `resource "aws_s3_bucket" "orders" {\n  bucket = "orders-bucket"\n}`, {
      cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket`,
    }),
    passes(
      'a key of its own',
      `resource "aws_kms_key" "orders" {}
resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_server_side_encryption_configuration" "orders" {
  bucket = aws_s3_bucket.orders.id
  rule {
    apply_server_side_encryption_by_default {
      kms_master_key_id = aws_kms_key.orders.arn
      sse_algorithm     = "aws:kms"
    }
  }
}`,
      {
        cloudformation: `Resources:
  OrdersKey:
    Type: AWS::KMS::Key
    Properties:
      EnableKeyRotation: true
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault:
              SSEAlgorithm: aws:kms
              KMSMasterKeyID: !GetAtt OrdersKey.Arn`,
      },
    ),
    passes(
      'a rule that may not exist, with what S3 does anyhow',
      `variable "encrypt" {}
resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
  dynamic "server_side_encryption_configuration" {
    for_each = var.encrypt ? [1] : []
    content {
      rule {
        apply_server_side_encryption_by_default {
          sse_algorithm = "AES256"
        }
      }
    }
  }
}`,
    ),
    isUnknown(
      'the algorithm is handed in',
      `variable "algorithm" {}
resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_server_side_encryption_configuration" "orders" {
  bucket = aws_s3_bucket.orders.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = var.algorithm
    }
  }
}`,
    ),
    isUnknown('the algorithm is a parameter', {
      cloudformation: `Parameters:
  Algorithm:
    Type: String
Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault:
              SSEAlgorithm: !Ref Algorithm`,
    }),
  ],
});
