/** Without this policy S3 also answers plain HTTP, and objects cross the network readable. */
import { defineCheck, deniesPlainHttp, fail, fails, findStatement, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Bucket policy refuses plain-HTTP requests', ja: 'バケットポリシーが平文 HTTP のリクエストを拒否する' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.s3.bucket',
  why: {
    en: 'S3 answers HTTP as well as HTTPS; only a policy keeps objects and signatures from crossing the network in the clear.',
    ja: 'S3 は HTTPS だけでなく HTTP にも応答するため、ポリシーで拒否しない限り、データが平文でネットワークを流れます。',
  },
  fix: {
    edits: {
      terraform: [
        {
          policyOf: 'aws_s3_bucket_policy',
          by: 'bucket',
          attribute: 'policy',
          statement: {
            sid: 'RefusePlainHttp',
            actions: ['s3:*'],
            resources: ['', '/*'],
            condition: { test: 'Bool', variable: 'aws:SecureTransport', value: 'false' },
          },
        },
      ],
    },
    cautions: ['refuses-clients', 'changes-permissions'],
    summary: {
      en: 'Add a Deny for everyone on s3:* when aws:SecureTransport is false.',
      ja: 'aws:SecureTransport が false のとき s3:* を全員に拒否する Deny を追加してください。',
    },
    terraform: `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}

resource "aws_s3_bucket_policy" "orders" {
  bucket = aws_s3_bucket.orders.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "RefusePlainHttp"
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = [aws_s3_bucket.orders.arn, "\${aws_s3_bucket.orders.arn}/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
  OrdersPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Orders
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Deny
            Principal: '*'
            Action: s3:*
            Resource:
              - !GetAtt Orders.Arn
              - !Sub \${Orders.Arn}/*
            Condition:
              Bool:
                aws:SecureTransport: 'false'`,
    cli: 'aws s3api put-bucket-policy --bucket NAME --policy file://tls-only.json',
    console: {
      en: 'S3 → the bucket → Permissions → Bucket policy → Edit → add the Deny statement → Save.',
      ja: 'S3 → 対象バケット → アクセス許可 → バケットポリシー → 編集 → Deny ステートメントを追加 → 保存。',
    },
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html'],
  equivalents: [
    'CKV_AWS_379',
    'S3.5',
    'prowler:s3_bucket_secure_transport_policy',
    'cloudsploit:bucketSecureTransportEnabled',
    'cloudsploit:bucketEncryptionInTransit',
  ],
  evaluate(bucket) {
    const guard = findStatement(bucket.policy, (statement) => deniesPlainHttp(statement, ['s3:GetObject', 's3:PutObject']));
    if (guard) return pass();
    return fail({
      en: `Bucket ${bucket.name} has no policy that refuses plain HTTP`,
      ja: `バケット ${bucket.name} には平文 HTTP を拒否するポリシーがありません`,
    });
  },
  examples: [
    fails('no policy', `resource "aws_s3_bucket" "orders" {\n  bucket = "orders-bucket"\n}`, {
      cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket`,
    }),
    fails(
      'the condition is on the wrong side',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:*", Resource = "*", Condition = { Bool = { "aws:SecureTransport" = "true" } } }]
  })
}`,
    ),
    fails(
      'one network may still use plain HTTP',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
  policy = jsonencode({
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = "*"
      Condition = {
        Bool         = { "aws:SecureTransport" = "false" }
        NotIpAddress = { "aws:SourceIp" = "198.51.100.0/24" }
      }
    }]
  })
}`,
    ),
    passes(
      'AWS services are spared',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
  policy = jsonencode({
    Statement = [{
      Effect    = "Deny"
      Principal = { AWS = "*" }
      Action    = "s3:*"
      Resource  = "*"
      Condition = { Bool = { "aws:SecureTransport" = "false", "aws:PrincipalIsAWSService" = "false" } }
    }]
  })
}`,
    ),
    passes(
      'rendered document',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
data "aws_iam_policy_document" "tls" {
  statement {
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.orders.arn, "\${aws_s3_bucket.orders.arn}/*"]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = [false]
    }
  }
}
resource "aws_s3_bucket_policy" "orders" {
  bucket = aws_s3_bucket.orders.id
  policy = data.aws_iam_policy_document.tls.json
}`,
    ),
    isUnknown(
      'the policy is handed in',
      `variable "policy" {}\nresource "aws_s3_bucket" "orders" {\n  bucket = "orders-bucket"\n  policy = var.policy\n}`,
    ),
    fails('only some requests over plain HTTP are denied', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
  OrdersPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Orders
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Deny
            Principal: '*'
            Action: s3:PutObject
            Resource: !Sub \${Orders.Arn}/*
            Condition:
              Bool:
                aws:SecureTransport: 'false'`,
    }),
    passes('denied in the template', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
  OrdersPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Orders
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Deny
            Principal: '*'
            Action: s3:*
            Resource:
              - !GetAtt Orders.Arn
              - !Sub \${Orders.Arn}/*
            Condition:
              Bool:
                aws:SecureTransport: 'false'`,
    }),
  ],
});
