/** The certificate of S3 holds for one label in front of the domain. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Bucket names have no dots', ja: 'バケット名にドットがない' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.s3.bucket',
  why: {
    en: 'The certificate of S3 does not match a name with dots, so that clients turn off its verification.',
    ja: 'ドットを含む名前は S3 の証明書と一致せず、クライアント側で検証を切る原因になります。',
  },
  fix: {
    summary: {
      en: 'Choose a name with hyphens; only buckets for static websites need dots.',
      ja: 'ハイフンを使った名前にしてください。ドットが必要なのは静的ウェブサイトだけです。',
    },
    terraform: `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket`,
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html'],
  equivalents: ['AVD-AWS-0320', 'tfsec:aws-s3-dns-compliant-bucket-names', 'cloudsploit:s3DnsCompliantBucketNames'],
  noFramework: 'no control mapping yet',
  evaluate(bucket) {
    const { bucketName } = bucket;
    if (bucketName === undefined || !bucketName.includes('.')) return pass();
    return fail({ en: `The name of bucket ${bucket.name} has dots`, ja: `バケット ${bucket.name} の名前にドットがあります` });
  },
  examples: [
    fails(
      'dots',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders.example.com"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders.example.com`,
      },
    ),
    passes(
      'hyphens',
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
