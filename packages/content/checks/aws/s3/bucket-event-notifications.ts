/** What changes in a bucket is seen by nobody unless the bucket says it. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Object events are delivered somewhere', ja: 'オブジェクトのイベントが通知されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.s3.bucket',
  why: {
    en: 'Nobody notices mass deletion or unexpected uploads while they happen.',
    ja: '大量削除や想定外のアップロードに、起きている最中には誰も気づけません。',
  },
  fix: {
    summary: {
      en: 'Send events to EventBridge, a topic, a queue or a function.',
      ja: 'EventBridge・トピック・キュー・関数のいずれかにイベントを送ってください。',
    },
    terraform: `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_notification" "orders" {
  bucket      = aws_s3_bucket.orders.id
  eventbridge = true
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
      NotificationConfiguration:
        EventBridgeConfiguration:
          EventBridgeEnabled: true`,
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html'],
  equivalents: ['CKV2_AWS_62', 'S3.11', 'prowler:s3_bucket_event_notifications_enabled'],
  evaluate(bucket) {
    if (bucket.sendsEvents) return pass();
    return fail({ en: `Bucket ${bucket.name} sends no events`, ja: `バケット ${bucket.name} はイベントを通知していません` });
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
      'EventBridge',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_notification" "orders" {
  bucket = aws_s3_bucket.orders.id
  eventbridge = true
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
      NotificationConfiguration:
        EventBridgeConfiguration:
          EventBridgeEnabled: true`,
      },
    ),
    passes(
      'a queue',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_notification" "orders" {
  bucket = aws_s3_bucket.orders.id
  queue {
    queue_arn = "arn:aws:sqs:us-east-1:123456789012:uploads"
    events    = ["s3:ObjectCreated:*"]
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
      NotificationConfiguration:
        QueueConfigurations:
          - Event: s3:ObjectCreated:*
            Queue: arn:aws:sqs:us-east-1:123456789012:uploads`,
      },
    ),
  ],
});
