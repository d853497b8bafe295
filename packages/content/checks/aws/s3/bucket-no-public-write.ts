/** Whoever can write can plant malware, run up the bill, or wipe the data. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, pass, passes, publicAccess } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Nobody outside the organization can write to the bucket', ja: '組織外の誰もバケットに書き込めない' },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.s3.bucket',
  why: {
    en: 'A bucket that strangers can write to gets malware, illegal files and deletions, and the owner pays for it.',
    ja: '第三者が書き込めるバケットには、マルウェアや違法なファイルが置かれ、データが消され、その費用は所有者が負担します。',
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
      en: 'Remove the ACL or policy statement that lets everyone write, and turn on block public access.',
      ja: '全員に書き込みを許す ACL やポリシーを削除し、パブリックアクセスブロックを有効にしてください。',
    },
    terraform: `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}

resource "aws_s3_bucket_public_access_block" "orders" {
  bucket                  = aws_s3_bucket.orders.id
  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = true
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
    cli: 'aws s3api put-bucket-acl --bucket NAME --acl private; aws s3api delete-bucket-policy --bucket NAME',
    console: {
      en: 'S3 → the bucket → Permissions → Block public access → Edit → Block all public access; then review Bucket policy and ACL.',
      ja: 'S3 → 対象バケット → アクセス許可 → ブロックパブリックアクセスをすべて有効化し、バケットポリシーと ACL を見直します。',
    },
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html'],
  equivalents: ['CKV_AWS_57', 'S3.3', 'prowler:s3_bucket_policy_public_write_access', 'prowler:s3_bucket_public_write_acl'],
  evaluate(bucket) {
    const access = publicAccess(bucket, 'write');
    if (!access) return pass();
    const by =
      access.through === 'acl'
        ? { en: `the ACL ${access.detail}`, ja: `ACL ${access.detail}` }
        : { en: `its policy (${access.detail})`, ja: `バケットポリシー (${access.detail})` };
    return fail({
      en: `Bucket ${bucket.name} can be written to by everyone through ${by.en}`,
      ja: `バケット ${bucket.name} は ${by.ja} により誰でも書き込めます`,
    });
  },
  examples: [
    fails(
      'the ACL of a bucket that is elsewhere',
      `resource "aws_s3_bucket_acl" "campaign" {
  bucket = "campaign-site"
  acl    = "public-read-write"
}`,
    ),
    isNotApplicable(
      'a private ACL of a bucket that is elsewhere',
      `resource "aws_s3_bucket_acl" "orders" {
  bucket = "orders-bucket"
  acl    = "private"
}`,
    ),
    passes(
      'block and ACL of a bucket that is elsewhere, no policy',
      `resource "aws_s3_bucket_acl" "campaign" {
  bucket = "campaign-site"
  acl    = "public-read-write"
}
resource "aws_s3_bucket_policy" "campaign" {
  bucket = "campaign-site"
  policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}
resource "aws_s3_bucket_public_access_block" "campaign" {
  bucket             = "campaign-site"
  ignore_public_acls = true
}`,
    ),
    fails('legacy inline ACL', `resource "aws_s3_bucket" "uploads" {\n  bucket = "uploads-bucket"\n  acl    = "public-read-write"\n}`, {
      cloudformation: `Resources:
  Uploads:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: uploads-bucket
      AccessControl: PublicReadWrite`,
    }),
    fails(
      'policy with a wildcard action for everyone',
      `resource "aws_s3_bucket" "uploads" {
  bucket = "uploads-bucket"
}
resource "aws_s3_bucket_policy" "uploads" {
  bucket = aws_s3_bucket.uploads.id
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { AWS = ["*"] }, Action = "s3:*", Resource = "\${aws_s3_bucket.uploads.arn}/*" }]
  })
}`,
    ),
    passes(
      'readable by everyone is another question',
      `resource "aws_s3_bucket" "site" {\n  bucket = "site-bucket"\n  acl    = "public-read"\n}`,
      {
        cloudformation: `Resources:
  Site:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: site-bucket
      AccessControl: PublicRead`,
      },
    ),
    passes(
      'a public ACL that the block ignores',
      `resource "aws_s3_bucket" "uploads" {
  bucket = "uploads-bucket"
  acl    = "public-read-write"
}
resource "aws_s3_bucket_public_access_block" "uploads" {
  bucket             = aws_s3_bucket.uploads.id
  ignore_public_acls = true
}`,
      {
        cloudformation: `Resources:
  Uploads:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: uploads-bucket
      AccessControl: PublicReadWrite
      PublicAccessBlockConfiguration:
        IgnorePublicAcls: true`,
      },
    ),
    isUnknown(
      'the ACL is handed in',
      `variable "acl" {}\nresource "aws_s3_bucket" "uploads" {\n  bucket = "uploads-bucket"\n  acl    = var.acl\n}`,
      {
        cloudformation: `Parameters:
  Acl:
    Type: String
Resources:
  Uploads:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: uploads-bucket
      AccessControl: !Ref Acl`,
      },
    ),
  ],
});
