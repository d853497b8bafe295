/** Tells which roles, buckets and keys somebody outside can use. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'An external-access analyzer is active in each region', ja: '外部アクセスのアナライザーが各リージョンで有効である' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'detective',
  on: 'aws.core.account',
  why: {
    en: 'The analyzer finds resources that are shared with the outside, intended or not, the day it happens.',
    ja: 'アナライザーは、意図の有無にかかわらず外部と共有されたリソースをその日のうちに見つけます。',
  },
  fix: {
    summary: {
      en: 'Add an aws_accessanalyzer_analyzer of type ACCOUNT or ORGANIZATION.',
      ja: 'type が ACCOUNT か ORGANIZATION の aws_accessanalyzer_analyzer を追加してください。',
    },
    terraform: `resource "aws_guardduty_detector" "main" {}

resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = "trail-logs"
}

resource "aws_accessanalyzer_analyzer" "this" {
  analyzer_name = "external-access"
  type          = "ACCOUNT"
}`,
    cli: 'aws accessanalyzer create-analyzer --analyzer-name external-access --type ACCOUNT',
    console: {
      en: 'IAM → Access Analyzer → Create analyzer → External access.',
      ja: 'IAM → Access Analyzer → アナライザーを作成 → 外部アクセス。',
    },
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/what-is-access-analyzer.html'],
  equivalents: [
    'AVD-AWS-0175',
    'tfsec:aws-accessanalyzer-enable-access-analyzer',
    'IAM.28',
    'prowler:accessanalyzer_enabled',
    'cloudsploit:accessAnalyzerEnabled',
  ],
  evaluate(account) {
    if (account.externalAccessAnalyzer) return pass();
    return fail({
      en: `The account (${account.name}) has no external-access analyzer`,
      ja: `アカウント (${account.name}) に外部アクセスのアナライザーがありません`,
    });
  },
  examples: [
    fails(
      'trail and GuardDuty, but not this',
      `resource "aws_guardduty_detector" "main" {}
resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = "trail-logs"
}
`,
      {
        cloudformation: `Resources:
  MainTrail:
    Type: AWS::CloudTrail::Trail
    Properties:
      TrailName: main-trail
      S3BucketName: trail-logs
      IsLogging: true
  Detector:
    Type: AWS::GuardDuty::Detector
    Properties:
      Enable: true`,
      },
    ),
    passes(
      'all of them',
      `resource "aws_guardduty_detector" "main" {}
resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = "trail-logs"
}
resource "aws_accessanalyzer_analyzer" "this" {
  analyzer_name = "external-access"
  type          = "ACCOUNT"
}`,
      {
        cloudformation: `Resources:
  MainTrail:
    Type: AWS::CloudTrail::Trail
    Properties:
      TrailName: main-trail
      S3BucketName: trail-logs
      IsLogging: true
  Detector:
    Type: AWS::GuardDuty::Detector
    Properties:
      Enable: true
  Analyzer:
    Type: AWS::AccessAnalyzer::Analyzer
    Properties:
      Type: ACCOUNT`,
      },
    ),
    isNotApplicable(
      'code that sets up something else',
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
    fails(
      'only an analyzer for unused access',
      `resource "aws_guardduty_detector" "main" {}
resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = "trail-logs"
}
resource "aws_accessanalyzer_analyzer" "unused" {
  analyzer_name = "unused"
  type          = "ACCOUNT_UNUSED_ACCESS"
}`,
      {
        cloudformation: `Resources:
  MainTrail:
    Type: AWS::CloudTrail::Trail
    Properties:
      TrailName: main-trail
      S3BucketName: trail-logs
      IsLogging: true
  Detector:
    Type: AWS::GuardDuty::Detector
    Properties:
      Enable: true
  Analyzer:
    Type: AWS::AccessAnalyzer::Analyzer
    Properties:
      Type: ACCOUNT_UNUSED_ACCESS`,
      },
    ),
    isUnknown(
      'of a type that is handed in',
      `variable "type" {}
resource "aws_guardduty_detector" "main" {}
resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = "trail-logs"
}
resource "aws_accessanalyzer_analyzer" "this" {
  analyzer_name = "external-access"
  type          = var.type
}`,
    ),
    isUnknown(
      'behind a switch nobody set',
      `variable "on" {}
resource "aws_guardduty_detector" "main" {}
resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = "trail-logs"
}
resource "aws_accessanalyzer_analyzer" "this" {
  count         = var.on
  analyzer_name = "external-access"
  type          = "ACCOUNT"
}`,
    ),
  ],
});
