/** The bucket that was made public "temporarily" and still is months later: the most common cloud data leak. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, pass, passes, publicAccess } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Nobody outside the organization can list or read the bucket', ja: '組織外の誰もバケットを一覧・読み取りできない' },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.s3.bucket',
  why: {
    en: 'Readable by everyone means copied by strangers: public buckets are searched for around the clock.',
    ja: '誰でも読めるバケットは常に探索されており、内容は第三者に複製されます。',
  },
  fix: {
    edits: {
      terraform: [
        {
          beside: 'aws_s3_bucket_public_access_block',
          by: 'bucket',
          values: { block_public_acls: true, block_public_policy: true, ignore_public_acls: true, restrict_public_buckets: true },
        },
      ],
      cloudformation: [
        { set: 'PublicAccessBlockConfiguration.BlockPublicAcls', value: true },
        { set: 'PublicAccessBlockConfiguration.BlockPublicPolicy', value: true },
        { set: 'PublicAccessBlockConfiguration.IgnorePublicAcls', value: true },
        { set: 'PublicAccessBlockConfiguration.RestrictPublicBuckets', value: true },
      ],
    },
    cautions: ['closes-access'],
    summary: {
      en: 'Remove the public ACL or policy statement and turn on block public access; serve public files through CloudFront.',
      ja: '公開 ACL や公開ポリシーを削除し、パブリックアクセスブロックを有効にしてください。公開するファイルは CloudFront 経由で配信してください。',
    },
    terraform: `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}

resource "aws_s3_bucket_public_access_block" "orders" {
  bucket                  = aws_s3_bucket.orders.id
  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = true
  restrict_public_buckets = true
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
      PublicAccessBlockConfiguration:
        BlockPublicAcls: true
        IgnorePublicAcls: true
        BlockPublicPolicy: true
        RestrictPublicBuckets: true`,
    cli: 'aws s3api put-bucket-acl --bucket NAME --acl private; aws s3api delete-bucket-policy --bucket NAME',
    console: {
      en: 'S3 → the bucket → Permissions → Block public access → Edit → Block all public access; then review Bucket policy and ACL.',
      ja: 'S3 → 対象バケット → アクセス許可 → ブロックパブリックアクセスをすべて有効化し、バケットポリシーと ACL を見直します。',
    },
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html'],
  equivalents: [
    'CKV_AWS_20',
    'AVD-AWS-0092',
    'tfsec:aws-s3-no-public-access-with-acl',
    'S3.2',
    'prowler:s3_bucket_public_access',
    'prowler:s3_bucket_public_list_acl',
    'cloudsploit:bucketAllUsersAcl',
    'cloudsploit:bucketAllUsersPolicy',
  ],
  evaluate(bucket) {
    const access = publicAccess(bucket, 'read');
    if (!access) return pass();
    const by =
      access.through === 'acl'
        ? { en: `the ACL ${access.detail}`, ja: `ACL ${access.detail}` }
        : { en: `its policy (${access.detail})`, ja: `バケットポリシー (${access.detail})` };
    return fail({
      en: `Bucket ${bucket.name} can be read by everyone through ${by.en}`,
      ja: `バケット ${bucket.name} は ${by.ja} により誰でも読み取れます`,
    });
  },
  examples: [
    fails(
      'the ACL of a bucket that is elsewhere',
      `resource "aws_s3_bucket_acl" "campaign" {
  bucket = "campaign-site"
  acl    = "public-read"
}`,
    ),
    isNotApplicable(
      'a private ACL of a bucket that is elsewhere',
      `resource "aws_s3_bucket_acl" "orders" {
  bucket = "orders-bucket"
  acl    = "private"
}`,
    ),
    passes(
      'block and ACL of a bucket that is elsewhere, no policy',
      `resource "aws_s3_bucket_acl" "campaign" {
  bucket = "campaign-site"
  acl    = "public-read"
}
resource "aws_s3_bucket_policy" "campaign" {
  bucket = "campaign-site"
  policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}
resource "aws_s3_bucket_public_access_block" "campaign" {
  bucket             = "campaign-site"
  ignore_public_acls = true
}`,
    ),
    fails(
      'canned ACL of the companion resource',
      `resource "aws_s3_bucket" "campaign" {
  bucket = "campaign-site"
}
resource "aws_s3_bucket_acl" "campaign" {
  bucket = aws_s3_bucket.campaign.id
  acl    = "public-read"
}`,
    ),
    fails(
      'policy document for everyone',
      `resource "aws_s3_bucket" "campaign" {
  bucket = "campaign-site"
}
data "aws_iam_policy_document" "public" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["\${aws_s3_bucket.campaign.arn}/*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}
resource "aws_s3_bucket_policy" "public" {
  bucket = aws_s3_bucket.campaign.id
  policy = data.aws_iam_policy_document.public.json
}`,
    ),
    fails(
      'grant to every AWS account, jsonencode policy elsewhere harmless',
      `resource "aws_s3_bucket" "reports" {
  bucket = "reports-bucket"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "123456789012" }, Action = "s3:*", Resource = "*" }] })
}
resource "aws_s3_bucket_acl" "reports" {
  bucket = aws_s3_bucket.reports.bucket
  access_control_policy {
    owner {
      id = "owner"
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
    passes(
      'public policy, but public access is restricted',
      `resource "aws_s3_bucket" "campaign" {
  bucket = "campaign-site"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": ["s3:GetObject"], "Resource": "*"}]}
  JSON
}
resource "aws_s3_bucket_public_access_block" "campaign" {
  bucket                  = aws_s3_bucket.campaign.id
  restrict_public_buckets = true
}`,
    ),
    passes(
      'everyone of one organization',
      `resource "aws_s3_bucket" "shared" {
  bucket = "shared-bucket"
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:GetObject"
      Resource  = "*"
      Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-exampleorg" } }
    }]
  })
}`,
    ),
    passes(
      'through CloudFront only',
      `resource "aws_s3_bucket" "site" {
  bucket = "site-bucket"
}
resource "aws_s3_bucket_policy" "site" {
  bucket = aws_s3_bucket.site.id
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "cloudfront.amazonaws.com" }
      Action    = "s3:GetObject"
      Resource  = "\${aws_s3_bucket.site.arn}/*"
    }]
  })
}`,
    ),
    isUnknown(
      'the policy is handed in',
      `variable "policy" {}
resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
  policy = var.policy
}`,
    ),
    isNotApplicable(
      'only versioning of a bucket that is elsewhere',
      `resource "aws_s3_bucket_versioning" "orders" {
  bucket = "orders-bucket"
  versioning_configuration {
    status = "Enabled"
  }
}`,
    ),
    fails('canned ACL of a template', {
      cloudformation: `Resources:
  Campaign:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: campaign-site
      AccessControl: PublicRead`,
    }),
    fails('bucket policy for everyone', {
      cloudformation: `Resources:
  Campaign:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
  CampaignPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Campaign
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: '*'
            Action: s3:GetObject
            Resource: !Sub \${Campaign.Arn}/*`,
    }),
    passes('public policy, but the template restricts public access', {
      cloudformation: `Resources:
  Campaign:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: campaign-site
      PublicAccessBlockConfiguration:
        RestrictPublicBuckets: true
  CampaignPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Campaign
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: '*'
            Action: s3:GetObject
            Resource: !Sub \${Campaign.Arn}/*`,
    }),
    passes('through CloudFront only, in a template', {
      cloudformation: `Resources:
  Site:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
  SitePolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Site
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              Service: cloudfront.amazonaws.com
            Action: s3:GetObject
            Resource: !Sub \${Site.Arn}/*`,
    }),
    isUnknown('the principal is a parameter', {
      cloudformation: `Parameters:
  Reader:
    Type: String
Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
  OrdersPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Orders
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: !Ref Reader
            Action: s3:GetObject
            Resource: '*'`,
    }),
    isNotApplicable('only the policy of a bucket that is elsewhere', {
      cloudformation: `Resources:
  OrdersPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: orders-bucket
      PolicyDocument:
        Statement: []`,
    }),
  ],
});
