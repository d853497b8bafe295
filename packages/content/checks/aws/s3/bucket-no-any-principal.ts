/** A statement for `*` is public unless a condition narrows it down. */
import { defineCheck, fail, fails, findStatement, grantsEveryone, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Bucket policy names its principals', ja: 'バケットポリシーがプリンシパルを明示している' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.s3.bucket-policy',
  why: {
    en: 'A statement that allows every principal without narrowing it makes the bucket public as soon as nothing else blocks it.',
    ja: '条件のない全プリンシパル許可は、ほかの防御がなくなった時点でバケットを公開します。',
  },
  fix: {
    summary: {
      en: 'Name accounts, roles or services instead of "*", or bind the statement to your organization.',
      ja: '"*" の代わりにアカウント・ロール・サービスを明示するか、組織の条件を付けてください。',
    },
    terraform: `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_policy" "orders" {
  bucket = aws_s3_bucket.orders.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:GetObject"
      Resource  = "arn:aws:s3:::orders-bucket/*"
      Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-exampleorg" } }
    }]
  })
}`,
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-bucket-user-policy-specifying-principal-intro.html'],
  equivalents: ['CKV_AWS_70'],
  noFramework: 'no control mapping yet',
  evaluate(policy) {
    const open = findStatement(policy.document, grantsEveryone);
    if (!open) return pass();
    return fail(
      {
        en: `Policy of bucket ${policy.name} allows every principal`,
        ja: `バケット ${policy.name} のポリシーはすべてのプリンシパルを許可しています`,
      },
      { at: ['document'] },
    );
  },
  examples: [
    fails(
      'everyone',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_policy" "orders" {
  bucket = aws_s3_bucket.orders.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = ["*"] }, Action = "s3:ListBucket", Resource = "arn:aws:s3:::orders-bucket" }]
  })
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
  OrdersPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Orders
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { AWS: ["*"] }
            Action: s3:ListBucket
            Resource: arn:aws:s3:::orders-bucket`,
      },
    ),
    passes(
      'a deny for everyone',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_policy" "orders" {
  bucket = aws_s3_bucket.orders.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{ Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::orders-bucket/*" }]
  })
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
  OrdersPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Orders
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Deny
            Principal: "*"
            Action: s3:*
            Resource: arn:aws:s3:::orders-bucket/*`,
      },
    ),
    fails(
      'inside the bucket, as before version 4',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "arn:aws:s3:::orders-bucket/*" }] })
}`,
    ),
  ],
});
