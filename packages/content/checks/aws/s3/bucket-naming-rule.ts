/** A bucket whose name fits no rule is often left over from a service that was shut down (IPA study). */
import { defineCheck, fails, grammarOnlyParams, isNotApplicable, isUnknown, judgeName, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'S3 buckets follow the naming rule', ja: 'S3 バケットの名前が命名規則に従っている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.s3.bucket',
  why: {
    en: 'A name outside the rule shows what was made by mistake, for a test or by somebody else; such things hold data that nobody looks after.',
    ja: '規則外の名前は、誤って、試験のために、あるいは他人が作ったものの手がかりです。そうしたものに残るデータは誰も見ていません。',
  },
  fix: {
    summary: {
      en: 'Name it by the rule when it is made next; until then, list it as an exception with an owner, or delete it when nobody needs it.',
      ja: '次に作り直すときに規則に沿った名前にしてください。それまでは所有者を決めて例外に登録し、不要なら削除してください。',
    },
    terraform: `resource "aws_s3_bucket" "orders" {
  bucket = "prd-orders-invoices"
  # ...
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: prd-orders-invoices
      # ...`,
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html'],
  equivalents: [],
  noFramework: 'a rule of your own: it is judged only where a grammar is configured',
  params: grammarOnlyParams,
  evaluate: (bucket, params) =>
    judgeName({ name: bucket.name, ownName: bucket.bucketName, tags: bucket.tags }, params, { en: 'Bucket', ja: 'バケット' }),
  examples: [
    fails(
      'a word for the environment that is not allowed',
      `resource "aws_s3_bucket" "orders" {
  bucket = "prod-orders-invoices"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: prod-orders-invoices`,
        params: { grammar: ['{env}-{system}-{purpose*}'], tokens: ['env=prd|stg|dev'] },
      },
    ),
    fails(
      'another form',
      `resource "aws_s3_bucket" "orders" {
  bucket = "ordersbucket"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: ordersbucket`,
        params: { grammar: ['{env}-{system}-{purpose*}'], tokens: ['env=prd|stg|dev'] },
      },
    ),
    passes(
      'as the rule says',
      `resource "aws_s3_bucket" "orders" {
  bucket = "prd-orders-invoices"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: prd-orders-invoices`,
        params: { grammar: ['{env}-{system}-{purpose*}'], tokens: ['env=prd|stg|dev'] },
      },
    ),
    passes(
      'in an environment that the rule is for',
      `resource "aws_s3_bucket" "orders" {
  bucket = "prd-orders-invoices"

  tags = {
    Environment = "production"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: prd-orders-invoices
      Tags:
        - Key: Environment
          Value: production`,
        params: { grammar: ['{env}-{system}-{purpose*}'], tokens: ['env=prd|stg|dev'], environments: ['production'] },
      },
    ),
    isNotApplicable(
      'an environment that the rule is not for',
      `resource "aws_s3_bucket" "orders" {
  bucket = "ordersbucket"

  tags = {
    Environment = "sandbox"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: ordersbucket
      Tags:
        - Key: Environment
          Value: sandbox`,
        params: { grammar: ['{env}-{system}-{purpose*}'], tokens: ['env=prd|stg|dev'], environments: ['production'] },
      },
    ),
    isNotApplicable(
      'no grammar is configured',
      `resource "aws_s3_bucket" "orders" {
  bucket = "ordersbucket"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: ordersbucket`,
      },
    ),
    isUnknown(
      'the name is handed in',
      `variable "label" {}
resource "aws_s3_bucket" "orders" {
  bucket = var.label
}`,
      { params: { grammar: ['{env}-{system}-{purpose*}'], tokens: ['env=prd|stg|dev'] } },
    ),
  ],
});
