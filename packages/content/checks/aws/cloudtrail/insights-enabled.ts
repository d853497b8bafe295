/** Ten thousand calls where there were ten yesterday deserve a look. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'CloudTrail Insights watches call-rate anomalies', ja: 'CloudTrail Insights が呼び出し量の異常を監視している' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.cloudtrail.trail',
  why: {
    en: 'A sudden burst of calls or errors, the usual sign of a stolen key being tried out, goes unnoticed.',
    ja: '盗んだ鍵を試すときに起こる呼び出しやエラーの急増に気づけません。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'insight_selector.insight_type', value: 'ApiCallRateInsight' }],
      cloudformation: [{ set: 'InsightSelectors[0].InsightType', value: 'ApiCallRateInsight' }],
    },
    cautions: ['costs'],
    summary: { en: 'Add an insight selector for call rates.', ja: '呼び出し量の Insights セレクターを追加してください。' },
    terraform: `resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = "trail-logs"
  insight_selector {
    insight_type = "ApiCallRateInsight"
  }
}`,
    cloudformation: `Resources:
  Main:
    Type: AWS::CloudTrail::Trail
    Properties:
      TrailName: main-trail
      IsLogging: true
      S3BucketName: trail-logs
      InsightSelectors:
        - InsightType: ApiCallRateInsight`,
  },
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-insights-events-with-cloudtrail.html'],
  equivalents: ['prowler:cloudtrail_insights_exist'],
  evaluate(trail) {
    if (trail.hasInsights) return pass();
    return fail({ en: `Trail ${trail.name} has no Insights`, ja: `証跡 ${trail.name} で Insights が有効になっていません` });
  },
  examples: [
    fails(
      'none',
      `resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = "trail-logs"
}`,
      {
        cloudformation: `Resources:
  Main:
    Type: AWS::CloudTrail::Trail
    Properties:
      TrailName: main-trail
      IsLogging: true
      S3BucketName: trail-logs`,
      },
    ),
    passes(
      'call rates',
      `resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = "trail-logs"
  insight_selector {
    insight_type = "ApiCallRateInsight"
  }
}`,
      {
        cloudformation: `Resources:
  Main:
    Type: AWS::CloudTrail::Trail
    Properties:
      TrailName: main-trail
      IsLogging: true
      S3BucketName: trail-logs
      InsightSelectors:
        - InsightType: ApiCallRateInsight`,
      },
    ),
  ],
});
