/** Evidence that can be deleted is deleted. */
import { anyOf, defineCheck, fail, fails, isNotApplicable, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Trail bucket uses Object Lock or MFA delete', ja: '証跡バケットで Object Lock か MFA Delete が有効である' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.cloudtrail.trail',
  why: {
    en: 'An intruder with administrator rights erases the traces; Object Lock or MFA delete keeps the audit log out of reach.',
    ja: '管理者権限を得た侵入者は痕跡を消します。Object Lock か MFA Delete があれば監査ログには手が届きません。',
  },
  fix: {
    summary: {
      en: 'Turn on Object Lock with a default retention for the trail bucket.',
      ja: '証跡バケットで既定の保持期間つきの Object Lock を有効にしてください。',
    },
    terraform: `resource "aws_s3_bucket" "trail" {
  bucket = "trail-logs"
}

resource "aws_s3_bucket_object_lock_configuration" "trail" {
  bucket = aws_s3_bucket.trail.id

  rule {
    default_retention {
      mode = "COMPLIANCE"
      days = 365
    }
  }
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
      BucketName: trail-logs
      ObjectLockEnabled: true`,
    cli: 'aws s3api put-object-lock-configuration --bucket NAME --object-lock-configuration file://lock.json',
    console: {
      en: 'S3 → the trail bucket → Properties → Object Lock → Edit → default retention → Save.',
      ja: 'S3 → 証跡のバケット → プロパティ → オブジェクトロック → 編集 → デフォルトの保持 → 保存。',
    },
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html'],
  equivalents: ['prowler:cloudtrail_bucket_requires_mfa_delete', 'cloudsploit:cloudtrailBucketDelete', 'cloudsploit:cloudtrailObjectLock'],
  without: { cloudformation: 'MFA delete cannot be written there, so that a bucket without object lock is not judged' },
  evaluate(trail) {
    const { bucket } = trail;
    const isImmutable = anyOf(
      () => bucket.objectLock,
      () => bucket.versioning.mfaDelete === 'Enabled',
    );
    if (isImmutable) return pass();
    return fail({
      en: `Trail ${trail.name} writes to a bucket with neither Object Lock nor MFA delete`,
      ja: `証跡 ${trail.name} の書き込み先バケットには Object Lock も MFA Delete もありません`,
    });
  },
  examples: [
    fails(
      'neither',
      `resource "aws_s3_bucket" "trail" {
  bucket = "trail-logs"
}
resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = aws_s3_bucket.trail.id
}`,
    ),
    passes(
      'object lock',
      `resource "aws_s3_bucket" "trail" {
  bucket = "trail-logs"
  object_lock_enabled = true
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
      ObjectLockEnabled: true`,
      },
    ),
    passes(
      'MFA delete',
      `resource "aws_s3_bucket" "trail" {
  bucket = "trail-logs"
}
resource "aws_s3_bucket_versioning" "trail" {
  bucket = aws_s3_bucket.trail.id
  versioning_configuration {
    status     = "Enabled"
    mfa_delete = "Enabled"
  }
}
resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = aws_s3_bucket.trail.id
}`,
    ),
    isUnknown(
      'no bucket is named at all',
      `resource "aws_cloudtrail" "main" {
  name = "main-trail"
}`,
    ),
    isUnknown(
      'the bucket is not in this code',
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
    isNotApplicable('no object lock in a template: MFA delete may be on all the same', {
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
      VersioningConfiguration:
        Status: Enabled`,
    }),
  ],
});
