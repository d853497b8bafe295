/** The scheduler's log says which workflow was started, and by whom. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Airflow schedulers log', ja: 'Airflow のスケジューラーがログを出力する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.mwaa.environment',
  why: {
    en: 'The scheduler log says which workflow ran when; without it a workflow that was slipped in leaves no trace.',
    ja: 'スケジューラーのログにはどのワークフローがいつ動いたかが残ります。ないと、紛れ込んだワークフローに気づけません。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'logging_configuration.scheduler_logs.enabled', value: true }],
      cloudformation: [{ set: 'LoggingConfiguration.SchedulerLogs.Enabled', value: true }],
    },
    summary: {
      en: 'Turn scheduler logs on.',
      ja: 'スケジューラーのログを有効にしてください。',
    },
    terraform: `resource "aws_mwaa_environment" "reports" {
  name               = "reports"
  dag_s3_path        = "dags/"
  execution_role_arn = "arn:aws:iam::123456789012:role/airflow"
  source_bucket_arn  = "arn:aws:s3:::orders-dags"
  logging_configuration {
    scheduler_logs {
      enabled   = true
      log_level = "INFO"
    }
  }
}`,
    cloudformation: `Resources:
  Reports:
    Type: AWS::MWAA::Environment
    Properties:
      Name: reports
      DagS3Path: dags/
      ExecutionRoleArn: arn:aws:iam::123456789012:role/airflow
      SourceBucketArn: arn:aws:s3:::orders-dags
      LoggingConfiguration:
        SchedulerLogs:
          Enabled: true
          LogLevel: INFO`,
    cli: 'aws mwaa update-environment --name NAME --logging-configuration SchedulerLogs={Enabled=true,LogLevel=INFO}',
  },
  references: ['https://docs.aws.amazon.com/mwaa/latest/userguide/monitoring-airflow.html'],
  equivalents: ['CKV_AWS_242'],
  noFramework: 'no control mapping yet',
  evaluate(environment) {
    if (environment.schedulerLogs) return pass();
    return fail({
      en: `The scheduler of environment ${environment.name} does not log`,
      ja: `環境 ${environment.name} のスケジューラーはログを出力していません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_mwaa_environment" "reports" {
  name               = "reports"
  dag_s3_path        = "dags/"
  execution_role_arn = "arn:aws:iam::123456789012:role/airflow"
  source_bucket_arn  = "arn:aws:s3:::orders-dags"
}`,
      {
        cloudformation: `Resources:
  Reports:
    Type: AWS::MWAA::Environment
    Properties:
      Name: reports
      DagS3Path: dags/
      ExecutionRoleArn: arn:aws:iam::123456789012:role/airflow
      SourceBucketArn: arn:aws:s3:::orders-dags`,
      },
    ),
    passes(
      'switched on',
      `resource "aws_mwaa_environment" "reports" {
  name               = "reports"
  dag_s3_path        = "dags/"
  execution_role_arn = "arn:aws:iam::123456789012:role/airflow"
  source_bucket_arn  = "arn:aws:s3:::orders-dags"
  logging_configuration {
    scheduler_logs {
      enabled   = true
      log_level = "INFO"
    }
  }
}`,
      {
        cloudformation: `Resources:
  Reports:
    Type: AWS::MWAA::Environment
    Properties:
      Name: reports
      DagS3Path: dags/
      ExecutionRoleArn: arn:aws:iam::123456789012:role/airflow
      SourceBucketArn: arn:aws:s3:::orders-dags
      LoggingConfiguration:
        SchedulerLogs:
          Enabled: true
          LogLevel: INFO`,
      },
    ),
  ],
});
