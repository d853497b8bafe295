/** Workers run the code of workflows. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Airflow workers log', ja: 'Airflow のワーカーがログを出力する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.mwaa.environment',
  why: {
    en: 'Workers run the code of workflows with access to your data; their log is the only account of what it did.',
    ja: 'ワーカーはデータにアクセスするコードを実行します。何をしたかはワーカーのログでしか分かりません。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'logging_configuration.worker_logs.enabled', value: true }],
      cloudformation: [{ set: 'LoggingConfiguration.WorkerLogs.Enabled', value: true }],
    },
    summary: {
      en: 'Turn worker logs on.',
      ja: 'ワーカーのログを有効にしてください。',
    },
    terraform: `resource "aws_mwaa_environment" "reports" {
  name               = "reports"
  dag_s3_path        = "dags/"
  execution_role_arn = "arn:aws:iam::123456789012:role/airflow"
  source_bucket_arn  = "arn:aws:s3:::orders-dags"
  logging_configuration {
    worker_logs {
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
        WorkerLogs:
          Enabled: true
          LogLevel: INFO`,
    cli: 'aws mwaa update-environment --name NAME --logging-configuration WorkerLogs={Enabled=true,LogLevel=INFO}',
  },
  references: ['https://docs.aws.amazon.com/mwaa/latest/userguide/monitoring-airflow.html'],
  equivalents: ['CKV_AWS_243'],
  noFramework: 'no control mapping yet',
  evaluate(environment) {
    if (environment.workerLogs) return pass();
    return fail({
      en: `The workers of environment ${environment.name} do not log`,
      ja: `環境 ${environment.name} のワーカーはログを出力していません`,
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
    worker_logs {
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
        WorkerLogs:
          Enabled: true
          LogLevel: INFO`,
      },
    ),
  ],
});
