/** A policy for everyone is refused when somebody writes it. */
import { defineCheck, fail, fails, isSwitchOn, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Bucket refuses public bucket policies', ja: 'バケットが公開バケットポリシーを拒否する' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.s3.bucket',
  why: {
    en: 'Whoever may write the policy can publish the whole bucket with one statement.',
    ja: 'ポリシーを書ける人が 1 つのステートメントでバケット全体を公開できてしまいます。',
  },
  fix: {
    edits: {
      terraform: [
        {
          beside: 'aws_s3_bucket_public_access_block',
          by: 'bucket',
          values: { block_public_acls: true, block_public_policy: true, ignore_public_acls: true, restrict_public_buckets: true },
        },
      ],
      cloudformation: [
        { set: 'PublicAccessBlockConfiguration.BlockPublicAcls', value: true },
        { set: 'PublicAccessBlockConfiguration.BlockPublicPolicy', value: true },
        { set: 'PublicAccessBlockConfiguration.IgnorePublicAcls', value: true },
        { set: 'PublicAccessBlockConfiguration.RestrictPublicBuckets', value: true },
      ],
    },
    cautions: ['closes-access'],
    summary: {
      en: 'Set block_public_policy to true in the public access block of the bucket.',
      ja: 'バケットのパブリックアクセスブロックで block_public_policy を true にしてください。',
    },
    terraform: `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_public_access_block" "orders" {
  bucket = aws_s3_bucket.orders.id
  block_public_acls = true
  ignore_public_acls = true
  block_public_policy = true
  restrict_public_buckets = true
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
      PublicAccessBlockConfiguration:
        BlockPublicAcls: true
        IgnorePublicAcls: true
        BlockPublicPolicy: true
        RestrictPublicBuckets: true`,
    cli: 'aws s3api put-public-access-block --bucket NAME --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true',
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html'],
  equivalents: ['CKV_AWS_54', 'AVD-AWS-0087', 'tfsec:aws-s3-block-public-policy'],
  noFramework: 'no control mapping yet',
  evaluate(bucket) {
    if (isSwitchOn(bucket, 'blockPublicPolicy')) return pass();
    return fail({
      en: `Bucket ${bucket.name} does not turn on BlockPublicPolicy`,
      ja: `バケット ${bucket.name} で BlockPublicPolicy が有効になっていません`,
    });
  },
  examples: [
    fails(
      'switched off',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_public_access_block" "orders" {
  bucket = aws_s3_bucket.orders.id
  block_public_acls = true
  ignore_public_acls = true
  block_public_policy = false
  restrict_public_buckets = true
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
      PublicAccessBlockConfiguration:
        BlockPublicAcls: true
        IgnorePublicAcls: true
        BlockPublicPolicy: false
        RestrictPublicBuckets: true`,
      },
    ),
    fails(
      'no public access block',
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
      'switched on',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_public_access_block" "orders" {
  bucket = aws_s3_bucket.orders.id
  block_public_acls = true
  ignore_public_acls = true
  block_public_policy = true
  restrict_public_buckets = true
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
      PublicAccessBlockConfiguration:
        BlockPublicAcls: true
        IgnorePublicAcls: true
        BlockPublicPolicy: true
        RestrictPublicBuckets: true`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "lock" {}
resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_public_access_block" "orders" {
  bucket = aws_s3_bucket.orders.id
  block_public_acls = true
  ignore_public_acls = true
  block_public_policy = var.lock
  restrict_public_buckets = true
}`,
      {
        cloudformation: `Parameters:
  Lock:
    Type: String
Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
      PublicAccessBlockConfiguration:
        BlockPublicAcls: true
        IgnorePublicAcls: true
        BlockPublicPolicy: !Ref Lock
        RestrictPublicBuckets: true`,
      },
    ),
  ],
});
