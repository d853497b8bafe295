/** Metrics show a query that suddenly reads the whole lake. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Workgroup publishes query metrics', ja: 'ワークグループがクエリのメトリクスを出力する' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.athena.workgroup',
  why: {
    en: 'Query metrics show the workgroup that suddenly reads the whole lake, for a bill or for a thief.',
    ja: 'クエリのメトリクスがあれば、突然データレイク全体を読み出すような異常に気づけます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'configuration.publish_cloudwatch_metrics_enabled', value: true }],
      cloudformation: [{ set: 'WorkGroupConfiguration.PublishCloudWatchMetricsEnabled', value: true }],
    },
    summary: {
      en: 'Set publish_cloudwatch_metrics_enabled to true.',
      ja: 'publish_cloudwatch_metrics_enabled を true にしてください。',
    },
    terraform: `resource "aws_athena_workgroup" "reports" {
  name = "reports"
  configuration {
    publish_cloudwatch_metrics_enabled = true
  }
}`,
    cloudformation: `Resources:
  Reports:
    Type: AWS::Athena::WorkGroup
    Properties:
      Name: reports
      WorkGroupConfiguration:
        PublishCloudWatchMetricsEnabled: true`,
    cli: 'aws athena update-work-group --work-group NAME --configuration-updates PublishCloudWatchMetricsEnabled=true',
  },
  references: ['https://docs.aws.amazon.com/athena/latest/ug/athena-cloudwatch-metrics-enable.html'],
  equivalents: ['Athena.4', 'prowler:athena_workgroup_logging_enabled'],
  noFramework: 'no control mapping yet',
  evaluate(workgroup) {
    if (workgroup.publishesMetrics) return pass();
    return fail({
      en: `Workgroup ${workgroup.name} publishes no query metrics`,
      ja: `ワークグループ ${workgroup.name} はクエリのメトリクスを出力していません`,
    });
  },
  examples: [
    fails(
      'switched off',
      `resource "aws_athena_workgroup" "reports" {
  name = "reports"
  configuration {
    publish_cloudwatch_metrics_enabled = false
  }
}`,
      {
        cloudformation: `Resources:
  Reports:
    Type: AWS::Athena::WorkGroup
    Properties:
      Name: reports
      WorkGroupConfiguration:
        PublishCloudWatchMetricsEnabled: false`,
      },
    ),
    passes(
      'switched on',
      `resource "aws_athena_workgroup" "reports" {
  name = "reports"
  configuration {
    publish_cloudwatch_metrics_enabled = true
  }
}`,
      {
        cloudformation: `Resources:
  Reports:
    Type: AWS::Athena::WorkGroup
    Properties:
      Name: reports
      WorkGroupConfiguration:
        PublishCloudWatchMetricsEnabled: true`,
      },
    ),
  ],
});
