/** Services that find their bucket by a computed name write to whoever made it first. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Service-generated bucket names have not been claimed by strangers',
    ja: 'サービスが決め打ちするバケット名を第三者に取られていない',
  },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.s3.bucket',
  why: {
    en: 'AWS services and tools look for buckets under names computed from account and region; whoever claims the name in another region receives templates and code, and can change them.',
    ja: 'AWS のサービスやツールはアカウント ID とリージョンから計算した名前のバケットを使います。先に取得した者がテンプレートやコードを受け取り、改ざんできます。',
  },
  fix: {
    summary: {
      en: 'Give the bucket a name with a random part, and bind callers to it with aws:ResourceAccount.',
      ja: 'ランダムな部分を含む名前にし、呼び出し側を aws:ResourceAccount の条件で縛ってください。',
    },
    terraform: `resource "aws_s3_bucket" "assets" {
  bucket_prefix = "orders-assets-"
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket`,
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html'],
  equivalents: ['prowler:s3_bucket_shadow_resource_vulnerability'],
  evaluate(bucket) {
    const { bucketName } = bucket;
    if (bucketName === undefined || !predictable.some((pattern) => pattern.test(bucketName))) return pass();
    return fail({
      en: `Bucket ${bucket.name} has a name that a service computes from account and region`,
      ja: `バケット ${bucket.name} の名前は、サービスがアカウントとリージョンから計算するものです`,
    });
  },
  examples: [
    fails(
      'assets of Glue',
      `data "aws_caller_identity" "current" {}
resource "aws_s3_bucket" "glue" {
  bucket = "aws-glue-assets-\${data.aws_caller_identity.current.account_id}-us-east-1"
}`,
    ),
    fails(
      'default bucket of SageMaker',
      `resource "aws_s3_bucket" "ml" {
  bucket = "sagemaker-eu-west-1-123456789012"
}`,
      {
        cloudformation: `Resources:
  Ml:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: sagemaker-eu-west-1-123456789012`,
      },
    ),
    passes(
      'name of its own',
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
      'name made by Terraform',
      `resource "aws_s3_bucket" "orders" {
  bucket_prefix = "sagemaker-models-"
}`,
    ),
    fails('assets of Glue, in a template', {
      cloudformation: `Resources:
  Glue:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: !Sub aws-glue-assets-\${AWS::AccountId}-us-east-1`,
    }),
    passes('name made by CloudFormation', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      VersioningConfiguration:
        Status: Enabled`,
    }),
  ],
});

/**
 * Names that services and tools compute. Unknown parts (account, region) are holes.
 * Source: public research on bucket names computed by AWS services (2024), general knowledge.
 */
const predictable = [
  /^aws-glue-assets-(?:\d{12}|\uFFFC)-[^-]/,
  /^aws-emr-studio-(?:\d{12}|\uFFFC)-/,
  /^sagemaker-[a-z\uFFFC][a-z0-9-]*-(?:\d{12}|\uFFFC)$/,
  /^aws-codestar-[a-z\uFFFC][a-z0-9-]*-(?:\d{12}|\uFFFC)(?:-|$)/,
  /^cf-templates-[a-z0-9]{12}-/,
  /^cdk-hnb659fds-assets-(?:\d{12}|\uFFFC)-/,
];
