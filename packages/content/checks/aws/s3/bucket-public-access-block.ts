/** A bucket without these switches is one wrong ACL or policy away from the internet: the usual start of a data leak. */
import { defineCheck, fail, fails, openBucketSwitch, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'All four bucket public access blocks are on', ja: 'バケットのパブリックアクセスブロックが 4 つとも有効である' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.s3.bucket',
  why: {
    en: 'With every switch on, no ACL and no bucket policy can make the bucket public, whoever writes it later.',
    ja: '4 つとも有効なら、後から誰が ACL やバケットポリシーを書いても、バケットが公開されることはありません。',
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
      en: 'Add an aws_s3_bucket_public_access_block with all four switches true.',
      ja: '4 項目すべてを true にした aws_s3_bucket_public_access_block を追加してください。',
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
    cli: 'aws s3api put-public-access-block --bucket NAME --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true',
    console: {
      en: 'S3 → the bucket → Permissions → Block public access → Edit → Block all public access → Save.',
      ja: 'S3 → 対象バケット → アクセス許可 → ブロックパブリックアクセス → 編集 → すべてブロック → 保存。',
    },
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html'],
  equivalents: ['CKV2_AWS_6', 'S3.8', 'prowler:s3_bucket_level_public_access_block', 'cloudsploit:bucketPublicAccessBlock'],
  evaluate(bucket) {
    const off = openBucketSwitch(bucket);
    if (!off) return pass();
    return fail({
      en: `Bucket ${bucket.name} does not turn on ${off}`,
      ja: `バケット ${bucket.name} で ${off} が有効になっていません`,
    });
  },
  examples: [
    passes(
      'the account blocks it, in the same code',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_account_public_access_block" "this" {
  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = true
  restrict_public_buckets = true
}`,
    ),
    fails('no public access block', `resource "aws_s3_bucket" "orders" {\n  bucket = "orders-bucket"\n}`, {
      cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket`,
    }),
    fails(
      'one switch left off through a variable',
      `variable "restrict" {
  default = false
}
resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_public_access_block" "orders" {
  bucket                  = aws_s3_bucket.orders.id
  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = true
  restrict_public_buckets = var.restrict
}`,
    ),
    passes('all four on, in another module', {
      'main.tf': `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
module "guard" {
  source = "./guard"
  bucket = aws_s3_bucket.orders.id
}`,
      'guard/main.tf': `variable "bucket" {}
resource "aws_s3_bucket_public_access_block" "this" {
  bucket                  = var.bucket
  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = true
  restrict_public_buckets = true
}`,
    }),
    fails('one switch left off through a parameter', {
      cloudformation: `Parameters:
  Restrict:
    Type: String
    Default: 'false'
Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
      PublicAccessBlockConfiguration:
        BlockPublicAcls: true
        IgnorePublicAcls: true
        BlockPublicPolicy: true
        RestrictPublicBuckets: !Ref Restrict`,
    }),
    passes('all four on', {
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
    }),
  ],
});
