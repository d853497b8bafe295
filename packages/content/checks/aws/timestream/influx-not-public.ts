/** A database on the internet is tried day and night. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'InfluxDB databases are not public', ja: 'InfluxDB データベースが公開されていない' },
  severity: 'critical',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.timestream.influx-instance',
  why: {
    en: 'A public endpoint lets everybody on the internet try tokens against the database.',
    ja: '公開エンドポイントがあると、インターネット上の誰もがデータベースのトークンを試せます。',
  },
  fix: {
    summary: { en: 'Remove publicly_accessible.', ja: 'publicly_accessible を削除してください。' },
    terraform: `resource "aws_timestreaminfluxdb_db_instance" "metrics" {
  name = "metrics"
}`,
    cloudformation: `Resources:
  Metrics:
    Type: AWS::Timestream::InfluxDBInstance
    Properties:
      Name: metrics`,
  },
  references: ['https://docs.aws.amazon.com/timestream/latest/developerguide/timestream-for-influxdb.html'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    if (!instance.isPublic) return pass();
    return fail({
      en: `Database ${instance.name} is reachable from the internet`,
      ja: `データベース ${instance.name} はインターネットから到達できます`,
    });
  },
  examples: [
    fails(
      'public',
      `resource "aws_timestreaminfluxdb_db_instance" "metrics" {
  name                = "metrics"
  publicly_accessible = true
}`,
      {
        cloudformation: `Resources:
  Metrics:
    Type: AWS::Timestream::InfluxDBInstance
    Properties:
      Name: metrics
      PubliclyAccessible: true`,
      },
    ),
    passes(
      'the default',
      `resource "aws_timestreaminfluxdb_db_instance" "metrics" {
  name = "metrics"
}`,
      {
        cloudformation: `Resources:
  Metrics:
    Type: AWS::Timestream::InfluxDBInstance
    Properties:
      Name: metrics`,
      },
    ),
  ],
});
