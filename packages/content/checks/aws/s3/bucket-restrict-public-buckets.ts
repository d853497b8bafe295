/** The last line: even with a public policy only the account itself and AWS services get in. */
import { defineCheck, fail, fails, isSwitchOn, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Bucket with a public policy serves its own account only', ja: '公開ポリシーのあるバケットが自アカウントだけに応じる' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.s3.bucket',
  why: {
    en: 'A public policy that is there already keeps serving strangers and other accounts.',
    ja: '既にある公開ポリシーが、外部の人や他アカウントへの提供を続けてしまいます。',
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
      en: 'Set restrict_public_buckets to true in the public access block of the bucket.',
      ja: 'バケットのパブリックアクセスブロックで restrict_public_buckets を true にしてください。',
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
  equivalents: ['CKV_AWS_56', 'AVD-AWS-0093', 'tfsec:aws-s3-no-public-buckets'],
  noFramework: 'no control mapping yet',
  evaluate(bucket) {
    if (isSwitchOn(bucket, 'restrictPublicBuckets')) return pass();
    return fail({
      en: `Bucket ${bucket.name} does not turn on RestrictPublicBuckets`,
      ja: `バケット ${bucket.name} で RestrictPublicBuckets が有効になっていません`,
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
  block_public_policy = true
  restrict_public_buckets = false
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
        RestrictPublicBuckets: false`,
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
  block_public_policy = true
  restrict_public_buckets = var.lock
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
        BlockPublicPolicy: true
        RestrictPublicBuckets: !Ref Lock`,
      },
    ),
  ],
});
