/** The switches of an access point are fixed when it is made. */
import { defineCheck, fail, fails, openSwitch, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Access points block public access', ja: 'アクセスポイントがパブリックアクセスをブロックする' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.s3.access-point',
  why: {
    en: 'An access point without the block opens its bucket by a second door, and the switches cannot be changed later.',
    ja: 'ブロックのないアクセスポイントはバケットの第二の入口になり、設定は後から変更できません。',
  },
  fix: {
    edits: {
      terraform: [
        { set: 'public_access_block_configuration.block_public_acls', value: true },
        { set: 'public_access_block_configuration.block_public_policy', value: true },
        { set: 'public_access_block_configuration.ignore_public_acls', value: true },
        { set: 'public_access_block_configuration.restrict_public_buckets', value: true },
      ],
    },
    cautions: ['replaces', 'closes-access'],
    summary: {
      en: 'Create the access point anew with all four switches on.',
      ja: '4 項目すべてを有効にしてアクセスポイントを作り直してください。',
    },
    terraform: `resource "aws_s3_access_point" "reports" {
  name   = "reports"
  bucket = "orders-bucket"
  public_access_block_configuration {
    block_public_acls       = true
    ignore_public_acls      = true
    block_public_policy     = true
    restrict_public_buckets = true
  }
}`,
    cloudformation: `Resources:
  Reports:
    Type: AWS::S3::AccessPoint
    Properties:
      Name: reports
      Bucket: orders-bucket`,
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-bpa-settings.html'],
  equivalents: ['CKV_AWS_392', 'S3.19', 'prowler:s3_access_point_public_access_block'],
  evaluate(point) {
    const off = openSwitch(point.switches);
    if (!off) return pass();
    return fail({
      en: `Access point ${point.name} does not turn on ${off}`,
      ja: `アクセスポイント ${point.name} で ${off} が有効になっていません`,
    });
  },
  examples: [
    fails(
      'one switch off',
      `resource "aws_s3_access_point" "reports" {
  name   = "reports"
  bucket = "orders-bucket"
  public_access_block_configuration {
    block_public_policy = false
  }
}`,
      {
        cloudformation: `Resources:
  Reports:
    Type: AWS::S3::AccessPoint
    Properties:
      Name: reports
      Bucket: orders-bucket
      PublicAccessBlockConfiguration:
        BlockPublicAcls: true
        IgnorePublicAcls: true
        BlockPublicPolicy: false
        RestrictPublicBuckets: true`,
      },
    ),
    passes(
      'by default',
      `resource "aws_s3_access_point" "reports" {
  name   = "reports"
  bucket = "orders-bucket"
}`,
      {
        cloudformation: `Resources:
  Reports:
    Type: AWS::S3::AccessPoint
    Properties:
      Name: reports
      Bucket: orders-bucket`,
      },
    ),
  ],
});
