/** A deny for everyone without a way out can only be removed by the root user. */
import type { PolicyStatement } from '@kumomori/model';
import { any, coversAction, defineCheck, fail, fails, findStatement, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Bucket policy does not lock out everybody but root', ja: 'バケットポリシーが root 以外の全員を締め出していない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.s3.bucket-policy',
  why: {
    en: 'A deny of all actions for all principals also hits administrators; only the root user can delete such a policy.',
    ja: '全プリンシパルへの全操作拒否は管理者にも効き、そのポリシーを消せるのは root ユーザーだけになります。',
  },
  fix: {
    summary: {
      en: 'Add a condition or NotPrincipal to the deny that leaves out those who manage the bucket.',
      ja: 'バケットの管理者を除外する条件か NotPrincipal を拒否ステートメントに加えてください。',
    },
    terraform: `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_policy" "orders" {
  bucket = aws_s3_bucket.orders.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = ["arn:aws:s3:::orders-bucket", "arn:aws:s3:::orders-bucket/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}`,
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html'],
  equivalents: ['CKV_AWS_93'],
  noFramework: 'no control mapping yet',
  evaluate(policy) {
    const closed = findStatement(policy.document, locksOut);
    if (!closed) return pass();
    return fail(
      {
        en: `Policy of bucket ${policy.name} denies every action to everybody`,
        ja: `バケット ${policy.name} のポリシーは全員に対してすべての操作を拒否しています`,
      },
      { at: ['document'] },
    );
  },
  examples: [
    fails(
      'deny everything',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_policy" "orders" {
  bucket = aws_s3_bucket.orders.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{ Effect = "Deny", Principal = { AWS = "*" }, Action = "s3:*", Resource = "*" }]
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
            Principal: { AWS: "*" }
            Action: s3:*
            Resource: "*"`,
      },
    ),
    passes(
      'only plain HTTP',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_policy" "orders" {
  bucket = aws_s3_bucket.orders.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{ Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "*", Condition = { Bool = { "aws:SecureTransport" = "false" } } }]
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
            Resource: "*"
            Condition: { Bool: { "aws:SecureTransport": "false" } }`,
      },
    ),
    passes(
      'only deletions of objects',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_policy" "orders" {
  bucket = aws_s3_bucket.orders.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{ Effect = "Deny", Principal = "*", Action = "s3:DeleteObject", Resource = "arn:aws:s3:::orders-bucket/*" }]
  })
}`,
    ),
  ],
});

/** Nobody is spared by a condition, and the actions include those that would repair the policy. */
function locksOut(statement: PolicyStatement): boolean {
  return (
    statement.effect === 'Deny' &&
    any(statement.principals, ({ type, value }) => type === 'AWS' && value === '*') &&
    coversAction(statement, 's3:PutBucketPolicy') &&
    coversAction(statement, 's3:DeleteBucketPolicy') &&
    none(statement.conditions, () => true)
  );
}
