/** Versions turn an overwritten, encrypted or deleted object into an annoyance instead of a loss. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Object versioning is on', ja: 'オブジェクトのバージョニングが有効である' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.s3.bucket',
  why: {
    en: 'Without versions an overwritten or deleted object is gone, whether by mistake, by a life-cycle rule or by ransomware.',
    ja: 'バージョニングがないと、誤操作・ライフサイクルルール・ランサムウェアで上書きや削除されたデータは戻りません。',
  },
  fix: {
    edits: {
      terraform: [{ beside: 'aws_s3_bucket_versioning', by: 'bucket', values: { 'versioning_configuration.status': 'Enabled' } }],
      cloudformation: [{ set: 'VersioningConfiguration.Status', value: 'Enabled' }],
    },
    summary: {
      en: 'Add an aws_s3_bucket_versioning with status Enabled.',
      ja: 'status が Enabled の aws_s3_bucket_versioning を追加してください。',
    },
    terraform: `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}

resource "aws_s3_bucket_versioning" "orders" {
  bucket = aws_s3_bucket.orders.id

  versioning_configuration {
    status = "Enabled"
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
      VersioningConfiguration:
        Status: Enabled`,
    cli: 'aws s3api put-bucket-versioning --bucket NAME --versioning-configuration Status=Enabled',
    console: {
      en: 'S3 → the bucket → Properties → Bucket Versioning → Edit → Enable → Save.',
      ja: 'S3 → 対象バケット → プロパティ → バケットのバージョニング → 編集 → 有効にする → 保存。',
    },
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html'],
  equivalents: [
    'CKV_AWS_21',
    'AVD-AWS-0090',
    'tfsec:aws-s3-enable-versioning',
    'terrascan:AC_AWS_0214',
    'S3.14',
    'prowler:s3_bucket_object_versioning',
    'cloudsploit:bucketVersioning',
  ],
  evaluate(bucket) {
    const { status } = bucket.versioning;
    if (status === 'Enabled') return pass();
    return fail({ en: `Bucket ${bucket.name} has versioning ${status}`, ja: `バケット ${bucket.name} のバージョニングは ${status} です` });
  },
  examples: [
    fails('nothing written', `resource "aws_s3_bucket" "orders" {\n  bucket = "orders-bucket"\n}`, {
      cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket`,
    }),
    fails('suspended, through a module argument', {
      'main.tf': `module "orders" {\n  source     = "./bucket"\n  versioning = "Suspended"\n}`,
      'bucket/main.tf': `variable "versioning" {
  default = "Enabled"
}
resource "aws_s3_bucket" "this" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_versioning" "this" {
  bucket = aws_s3_bucket.this.id
  versioning_configuration {
    status = var.versioning
  }
}`,
    }),
    passes(
      'legacy inline block',
      `resource "aws_s3_bucket" "orders" {\n  bucket = "orders-bucket"\n  versioning {\n    enabled = true\n  }\n}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
      VersioningConfiguration:
        Status: Enabled`,
      },
    ),
    isUnknown(
      'the status is handed in',
      `variable "status" {}
resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_versioning" "orders" {
  bucket = "orders-bucket"
  versioning_configuration {
    status = var.status
  }
}`,
      {
        cloudformation: `Parameters:
  Status:
    Type: String
Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
      VersioningConfiguration:
        Status: !Ref Status`,
      },
    ),
    fails('suspended, through a parameter', {
      cloudformation: `Parameters:
  Versioning:
    Type: String
    Default: Suspended
Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
      VersioningConfiguration:
        Status: !Ref Versioning`,
    }),
  ],
});
