/** Who read the personal data? Without access logs nobody can say, and logs cannot be collected afterwards. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Server access logs are written to another bucket', ja: 'サーバーアクセスログが別のバケットに記録される' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'detective',
  on: 'aws.s3.bucket',
  why: {
    en: 'After a suspected leak the access log is what tells whether and what was read; it cannot be made afterwards.',
    ja: '漏えいが疑われるとき、何が読まれたかを示せるのはアクセスログだけであり、後から作ることはできません。',
  },
  fix: {
    summary: { en: 'Send server access logs to a bucket kept for logs.', ja: 'サーバーアクセスログをログ専用のバケットに送ってください。' },
    terraform: `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}

resource "aws_s3_bucket_logging" "orders" {
  bucket        = aws_s3_bucket.orders.id
  target_bucket = "access-logs-123456789012"
  target_prefix = "orders/"
}`,
    cloudformation: `Resources:
  Logs:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: log-bucket
      LoggingConfiguration:
        DestinationBucketName: central-logs
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
      LoggingConfiguration:
        DestinationBucketName: !Ref Logs
        LogFilePrefix: orders/`,
    cli: `aws s3api put-bucket-logging --bucket NAME --bucket-logging-status '{"LoggingEnabled":{"TargetBucket":"LOGS","TargetPrefix":"NAME/"}}'`,
    console: {
      en: 'S3 → the bucket → Properties → Server access logging → Edit → Enable → choose the log bucket → Save.',
      ja: 'S3 → 対象バケット → プロパティ → サーバーアクセスのログ記録 → 編集 → 有効 → ログ用バケットを選択 → 保存。',
    },
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html'],
  equivalents: [
    'CKV_AWS_18',
    'AVD-AWS-0089',
    'tfsec:aws-s3-enable-bucket-logging',
    'terrascan:AC_AWS_0497',
    'S3.9',
    'prowler:s3_bucket_server_access_logging_enabled',
    'cloudsploit:bucketLogging',
  ],
  evaluate(bucket) {
    if (bucket.accessLogging) return pass();
    return fail({
      en: `Bucket ${bucket.name} writes no server access log`,
      ja: `バケット ${bucket.name} はサーバーアクセスログを記録していません`,
    });
  },
  examples: [
    fails('nothing written', `resource "aws_s3_bucket" "orders" {\n  bucket = "orders-bucket"\n}`, {
      cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket`,
    }),
    passes(
      'companion resource, target is another bucket of the code',
      `resource "aws_s3_bucket" "logs" {
  bucket = "log-bucket"
  logging {
    target_bucket = "central-logs"
  }
}
resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_logging" "orders" {
  bucket        = aws_s3_bucket.orders.id
  target_bucket = aws_s3_bucket.logs.id
  target_prefix = "orders/"
}`,
    ),
    isUnknown(
      'the target is handed in and may be null',
      `variable "target" {}
resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
  dynamic "logging" {
    for_each = var.target
    content {
      target_bucket = logging.value
    }
  }
}`,
    ),
    passes('logs in another bucket of the template', {
      cloudformation: `Resources:
  Logs:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: log-bucket
      LoggingConfiguration:
        DestinationBucketName: central-logs
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
      LoggingConfiguration:
        DestinationBucketName: !Ref Logs
        LogFilePrefix: orders/`,
    }),
    isUnknown('whether there are logs depends on a parameter', {
      cloudformation: `Parameters:
  Target:
    Type: String
Conditions:
  HasTarget: !Not [!Equals [!Ref Target, '']]
Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
      LoggingConfiguration: !If [HasTarget, { DestinationBucketName: !Ref Target }, !Ref AWS::NoValue]`,
    }),
  ],
});
