/** The audit log tells an attacker everything about the estate. */
import { defineCheck, fail, fails, isUnknown, pass, passes, publicAccess } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'The trail bucket is not public', ja: '証跡バケットが公開されていない' },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.cloudtrail.trail',
  why: {
    en: 'Audit logs show names, addresses and habits of the whole estate; a public trail bucket is a map for attackers.',
    ja: '監査ログには環境全体の名前・アドレス・運用が現れます。公開された証跡バケットは攻撃者への地図です。',
  },
  fix: {
    summary: {
      en: 'Block public access on the bucket that receives the trail.',
      ja: '証跡を受け取るバケットの公開をブロックしてください。',
    },
    terraform: `resource "aws_s3_bucket" "trail" {
  bucket = "trail-logs"
}

resource "aws_s3_bucket_public_access_block" "trail" {
  bucket                  = aws_s3_bucket.trail.id
  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = true
  restrict_public_buckets = true
}

resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = aws_s3_bucket.trail.id
}`,
    cloudformation: `Resources:
  MainTrail:
    Type: AWS::CloudTrail::Trail
    Properties:
      TrailName: main-trail
      S3BucketName: !Ref TrailLogs
      IsLogging: true
  TrailLogs:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: trail-logs`,
    cli: 'aws s3api put-public-access-block --bucket NAME --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true',
    console: {
      en: 'S3 → the trail bucket → Permissions → Block public access → Edit → Block all public access → Save.',
      ja: 'S3 → 証跡のバケット → アクセス許可 → ブロックパブリックアクセス → 編集 → すべてブロック → 保存。',
    },
  },
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html'],
  equivalents: [
    'AVD-AWS-0161',
    'tfsec:aws-cloudtrail-no-public-log-access',
    'CloudTrail.6',
    'prowler:cloudtrail_logs_s3_bucket_is_not_publicly_accessible',
    'cloudsploit:cloudtrailBucketPrivate',
  ],
  evaluate(trail) {
    const { bucket } = trail;
    const access = publicAccess(bucket, 'read') ?? publicAccess(bucket, 'write');
    if (!access) return pass();
    return fail({
      en: `Trail ${trail.name} writes to a bucket that is public through its ${access.through} (${access.detail})`,
      ja: `証跡 ${trail.name} の書き込み先バケットは ${access.through === 'acl' ? 'ACL' : 'ポリシー'} (${access.detail}) により公開されています`,
    });
  },
  examples: [
    fails(
      'public ACL on the bucket',
      `resource "aws_s3_bucket" "trail" {
  bucket = "trail-logs"
  acl    = "public-read"
}
resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = aws_s3_bucket.trail.id
}`,
      {
        cloudformation: `Resources:
  MainTrail:
    Type: AWS::CloudTrail::Trail
    Properties:
      TrailName: main-trail
      S3BucketName: !Ref TrailLogs
      IsLogging: true
  TrailLogs:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: trail-logs
      AccessControl: PublicRead`,
      },
    ),
    passes(
      'private bucket',
      `resource "aws_s3_bucket" "trail" {
  bucket = "trail-logs"
}
resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = aws_s3_bucket.trail.id
}`,
      {
        cloudformation: `Resources:
  MainTrail:
    Type: AWS::CloudTrail::Trail
    Properties:
      TrailName: main-trail
      S3BucketName: !Ref TrailLogs
      IsLogging: true
  TrailLogs:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: trail-logs`,
      },
    ),
    isUnknown(
      "the bucket is in another account's code",
      `resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = "trail-logs"
}`,
      {
        cloudformation: `Resources:
  MainTrail:
    Type: AWS::CloudTrail::Trail
    Properties:
      TrailName: main-trail
      S3BucketName: trail-logs
      IsLogging: true`,
      },
    ),
  ],
});
