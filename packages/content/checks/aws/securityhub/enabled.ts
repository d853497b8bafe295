/** One place where all findings of an account come together. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Security Hub is on', ja: 'Security Hub が有効である' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'detective',
  on: 'aws.core.account',
  why: {
    en: 'Without Security Hub findings of GuardDuty, Inspector and Config stay in separate consoles that nobody opens.',
    ja: 'Security Hub がないと、GuardDuty・Inspector・Config の検出結果が別々の画面に残り、見られません。',
  },
  fix: {
    summary: { en: 'Add an aws_securityhub_account.', ja: 'aws_securityhub_account を追加してください。' },
    terraform: `resource "aws_guardduty_detector" "main" {}

resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = "trail-logs"
}

resource "aws_securityhub_account" "this" {}`,
    cli: 'aws securityhub enable-security-hub',
    console: { en: 'Security Hub → Go to Security Hub → Enable.', ja: 'Security Hub → Security Hub に移動 → 有効化。' },
  },
  references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-settingup.html'],
  equivalents: ['prowler:securityhub_enabled', 'cloudsploit:securityHubEnabled'],
  evaluate(account) {
    if (account.securityHub) return pass();
    return fail({
      en: `The account (${account.name}) leaves Security Hub off`,
      ja: `アカウント (${account.name}) で Security Hub が有効になっていません`,
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
resource "aws_securityhub_account" "this" {}`,
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
  Hub:
    Type: AWS::SecurityHub::Hub
    Properties:
      EnableDefaultStandards: true`,
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
    isUnknown(
      'behind a switch nobody set',
      `variable "on" {}
resource "aws_guardduty_detector" "main" {}
resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = "trail-logs"
}
resource "aws_securityhub_account" "this" {
  count = var.on
}`,
    ),
  ],
});
