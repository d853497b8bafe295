/** One object with a public ACL is published, however private its bucket. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Uploaded objects have no public ACL', ja: 'アップロードされるオブジェクトの ACL が公開でない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.s3.object',
  why: {
    en: 'The object is readable by everyone as soon as it is uploaded, unless the bucket ignores public ACLs.',
    ja: 'バケットが公開 ACL を無視しない限り、アップロードした時点で誰でも読めるようになります。',
  },
  fix: {
    summary: {
      en: 'Remove the ACL, and publish through CloudFront where something is to be public.',
      ja: 'ACL を削除し、公開が必要なものは CloudFront を通してください。',
    },
    terraform: `resource "aws_s3_object" "report" {
  bucket = "orders-bucket"
  key    = "report.pdf"
  source = "report.pdf"
}`,
    cli: 'aws s3api put-object-acl --bucket BUCKET --key KEY --acl private',
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(file) {
    if (!['public-read', 'public-read-write', 'authenticated-read'].includes(file.acl)) return pass();
    return fail({ en: `Object ${file.name} has the ACL ${file.acl}`, ja: `オブジェクト ${file.name} の ACL は ${file.acl} です` });
  },
  examples: [
    fails(
      'everybody',
      `resource "aws_s3_object" "report" {
  bucket = "orders-bucket"
  key    = "report.pdf"
  source = "report.pdf"
  acl = "public-read"
}`,
    ),
    passes(
      'by default',
      `resource "aws_s3_object" "report" {
  bucket = "orders-bucket"
  key    = "report.pdf"
  source = "report.pdf"
}`,
    ),
    passes(
      'the owner of the bucket',
      `resource "aws_s3_object" "report" {
  bucket = "orders-bucket"
  key    = "report.pdf"
  source = "report.pdf"
  acl = "bucket-owner-full-control"
}`,
    ),
  ],
});
