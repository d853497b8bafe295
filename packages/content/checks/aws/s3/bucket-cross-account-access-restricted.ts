/** Who may rewrite the policy or the ACL of a bucket owns its data. */
import type { PolicyStatement } from '@kumomori/model';
import { any, coversAction, defineCheck, fail, fails, findStatement, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Other accounts get no dangerous bucket actions', ja: '他アカウントに危険なバケット操作を許可していない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.s3.bucket-policy',
  why: {
    en: 'Another account that may change policy, ACL or encryption of the bucket can take over or destroy its data.',
    ja: '他アカウントがポリシー・ACL・暗号化の設定を変更できると、データの奪取や破壊が可能になります。',
  },
  fix: {
    summary: {
      en: 'Take the actions that change the bucket away from principals of other accounts.',
      ja: '他アカウントのプリンシパルからバケット設定を変更する操作を取り除いてください。',
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
      Principal = { AWS = "arn:aws:iam::123456789012:root" }
      Action    = ["s3:GetObject", "s3:PutObject"]
      Resource  = "arn:aws:s3:::orders-bucket/*"
    }]
  })
}`,
    cli: 'aws s3api put-bucket-policy --bucket NAME --policy file://policy.json',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html',
  ],
  equivalents: ['S3.6', 'prowler:s3_bucket_cross_account_access'],
  evaluate(policy) {
    const open = findStatement(
      policy.document,
      (statement) => namesOtherAccount(statement) && dangerous.some((action) => coversAction(statement, action)),
    );
    if (!open) return pass();
    const action = dangerous.find((each) => coversAction(open, each)) ?? '';
    return fail(
      {
        en: `Policy of bucket ${policy.name} lets another account call ${action}`,
        ja: `バケット ${policy.name} のポリシーは他アカウントに ${action} を許可しています`,
      },
      { at: ['document'] },
    );
  },
  examples: [
    fails(
      'an account may rewrite the policy',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_policy" "orders" {
  bucket = aws_s3_bucket.orders.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::123456789012:root" }, Action = ["s3:GetObject", "s3:PutBucketPolicy"], Resource = "arn:aws:s3:::orders-bucket" }]
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
            Principal: { AWS: "arn:aws:iam::123456789012:root" }
            Action: ["s3:GetObject", "s3:PutBucketPolicy"]
            Resource: arn:aws:s3:::orders-bucket`,
      },
    ),
    fails(
      'every action by wildcard',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_policy" "orders" {
  bucket = aws_s3_bucket.orders.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "123456789012" }, Action = "s3:*", Resource = "arn:aws:s3:::orders-bucket/*" }]
  })
}`,
    ),
    passes(
      'read and write only',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_policy" "orders" {
  bucket = aws_s3_bucket.orders.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::123456789012:role/partner" }, Action = ["s3:GetObject", "s3:PutObject"], Resource = "arn:aws:s3:::orders-bucket/*" }]
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
            Principal: { AWS: "arn:aws:iam::123456789012:role/partner" }
            Action: ["s3:GetObject", "s3:PutObject"]
            Resource: arn:aws:s3:::orders-bucket/*`,
      },
    ),
    passes(
      'a role of this code',
      `resource "aws_iam_role" "admin" {
  name = "orders-admin"
  assume_role_policy = "{}"
}
resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_policy" "orders" {
  bucket = aws_s3_bucket.orders.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = aws_iam_role.admin.arn }, Action = "s3:*", Resource = "arn:aws:s3:::orders-bucket/*" }]
  })
}`,
    ),
  ],
});

/** Source: AWS Security Hub user guide, control S3.6, read 2026-11-22. */
const dangerous = ['s3:DeleteBucketPolicy', 's3:PutBucketAcl', 's3:PutBucketPolicy', 's3:PutEncryptionConfiguration', 's3:PutObjectAcl'];

/** An account or principal written out. The one of a resource in this code is a hole in the text and belongs to nobody else. */
function namesOtherAccount(statement: PolicyStatement): boolean {
  return (
    statement.effect === 'Allow' &&
    any(statement.principals, ({ type, value }) => type === 'AWS' && (value === '*' || /(^|::)\d{12}(:|$)/.test(value)))
  );
}
