/** "Authenticated users" are all customers of AWS, not yours. */
import { any, anyOf, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Bucket ACL grants nothing to all AWS customers', ja: 'バケット ACL が全 AWS 利用者に何も許可していない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.s3.bucket',
  why: {
    en: 'The group of authenticated users holds everybody with any AWS account; a grant to it is public.',
    ja: '認証済みユーザーグループには AWS アカウントを持つ全員が含まれ、その許可は公開と同じです。',
  },
  fix: {
    summary: {
      en: 'Remove the grant to AuthenticatedUsers and name accounts in the bucket policy.',
      ja: 'AuthenticatedUsers への許可を削除し、バケットポリシーでアカウントを明示してください。',
    },
    terraform: `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_acl" "orders" {
  bucket = aws_s3_bucket.orders.id
  acl    = "private"
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
      AccessControl: LogDeliveryWrite`,
    cli: 'aws s3api put-bucket-acl --bucket NAME --acl private',
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html'],
  equivalents: ['CKV2_AWS_43'],
  noFramework: 'no control mapping yet',
  evaluate(bucket) {
    const isOpen = anyOf(
      () => bucket.acl === 'authenticated-read',
      () => any(bucket.grants, (grant) => grant.uri?.endsWith('/groups/global/AuthenticatedUsers') ?? false),
    );
    if (!isOpen) return pass();
    return fail({
      en: `ACL of bucket ${bucket.name} grants access to all AWS customers`,
      ja: `バケット ${bucket.name} の ACL は AWS の全利用者にアクセスを許可しています`,
    });
  },
  examples: [
    fails(
      'grant to the group',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_acl" "orders" {
  bucket = aws_s3_bucket.orders.id
  access_control_policy {
    owner {
      id = "exampleownerid"
    }
    grant {
      permission = "READ"
      grantee {
        type = "Group"
        uri  = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers"
      }
    }
  }
}`,
    ),
    fails(
      'canned ACL',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_acl" "orders" {
  bucket = aws_s3_bucket.orders.id
  acl    = "authenticated-read"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
      AccessControl: AuthenticatedRead`,
      },
    ),
    passes(
      'log delivery only',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_acl" "orders" {
  bucket = aws_s3_bucket.orders.id
  access_control_policy {
    owner {
      id = "exampleownerid"
    }
    grant {
      permission = "WRITE"
      grantee {
        type = "Group"
        uri  = "http://acs.amazonaws.com/groups/s3/LogDelivery"
      }
    }
  }
}`,
    ),
    passes('canned ACL for log delivery', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
      AccessControl: LogDeliveryWrite`,
    }),
  ],
});
