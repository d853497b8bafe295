/** ACLs are the oldest and least visible way to share objects; policies do it better. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'ACLs are switched off (BucketOwnerEnforced)', ja: 'ACL が無効である (BucketOwnerEnforced)' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.s3.bucket',
  why: {
    en: 'With ACLs on, every uploader may share or keep objects of his own, unseen by the bucket policy.',
    ja: 'ACL が有効だと、アップロードした人がポリシーから見えない形でオブジェクトを共有・占有できます。',
  },
  fix: {
    summary: {
      en: 'Set object_ownership to BucketOwnerEnforced and grant access by policy.',
      ja: 'object_ownership を BucketOwnerEnforced にし、アクセスはポリシーで許可してください。',
    },
    terraform: `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_ownership_controls" "orders" {
  bucket = aws_s3_bucket.orders.id
  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
      OwnershipControls:
        Rules:
          - ObjectOwnership: BucketOwnerEnforced`,
    cli: 'aws s3api put-bucket-ownership-controls --bucket NAME --ownership-controls Rules=[{ObjectOwnership=BucketOwnerEnforced}]',
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html'],
  equivalents: ['CKV2_AWS_65', 'S3.12', 'prowler:s3_bucket_acl_prohibited'],
  evaluate(bucket) {
    if (bucket.objectOwnership === 'BucketOwnerEnforced') return pass();
    return fail({
      en: `Bucket ${bucket.name} accepts ACLs (object ownership ${bucket.objectOwnership})`,
      ja: `バケット ${bucket.name} では ACL が有効です (オブジェクト所有権: ${bucket.objectOwnership})`,
    });
  },
  examples: [
    fails(
      'owner preferred',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_ownership_controls" "orders" {
  bucket = aws_s3_bucket.orders.id
  rule {
    object_ownership = "BucketOwnerPreferred"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
      OwnershipControls:
        Rules:
          - ObjectOwnership: BucketOwnerPreferred`,
      },
    ),
    fails(
      'writer owns',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_ownership_controls" "orders" {
  bucket = aws_s3_bucket.orders.id
  rule {
    object_ownership = "ObjectWriter"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
      OwnershipControls:
        Rules:
          - ObjectOwnership: ObjectWriter`,
      },
    ),
    passes(
      'enforced',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_ownership_controls" "orders" {
  bucket = aws_s3_bucket.orders.id
  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
      OwnershipControls:
        Rules:
          - ObjectOwnership: BucketOwnerEnforced`,
      },
    ),
    passes(
      'not written: off since April 2023',
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
  ],
});
