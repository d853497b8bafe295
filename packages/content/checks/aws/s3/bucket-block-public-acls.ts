/** One upload with `public-read` publishes an object; this switch refuses the request. */
import { defineCheck, fail, fails, isSwitchOn, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Bucket refuses new public ACLs', ja: 'バケットが公開 ACL の設定を拒否する' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.s3.bucket',
  why: {
    en: 'Uploads with a public ACL go through, and the object is on the internet from then on.',
    ja: '公開 ACL を付けたアップロードが受け付けられ、そのオブジェクトはインターネットに公開されます。',
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
      en: 'Set block_public_acls to true in the public access block of the bucket.',
      ja: 'バケットのパブリックアクセスブロックで block_public_acls を true にしてください。',
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
  equivalents: ['CKV_AWS_53', 'AVD-AWS-0086', 'tfsec:aws-s3-block-public-acls'],
  noFramework: 'no control mapping yet',
  evaluate(bucket) {
    if (isSwitchOn(bucket, 'blockPublicAcls')) return pass();
    return fail({
      en: `Bucket ${bucket.name} does not turn on BlockPublicAcls`,
      ja: `バケット ${bucket.name} で BlockPublicAcls が有効になっていません`,
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
  block_public_acls = false
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
        BlockPublicAcls: false
        IgnorePublicAcls: true
        BlockPublicPolicy: true
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
  block_public_acls = var.lock
  ignore_public_acls = true
  block_public_policy = true
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
        BlockPublicAcls: !Ref Lock
        IgnorePublicAcls: true
        BlockPublicPolicy: true
        RestrictPublicBuckets: true`,
      },
    ),
  ],
});
