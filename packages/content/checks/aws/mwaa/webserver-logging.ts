/** Logins and clicks in the console are in the web server's log. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Airflow web servers log', ja: 'Airflow の Web サーバーがログを出力する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.mwaa.environment',
  why: {
    en: "Logins and what users did in the console are in the web server's log only.",
    ja: 'ログインや管理画面での操作は Web サーバーのログにしか残りません。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'logging_configuration.webserver_logs.enabled', value: true }],
      cloudformation: [{ set: 'LoggingConfiguration.WebserverLogs.Enabled', value: true }],
    },
    summary: {
      en: 'Turn web server logs on.',
      ja: 'Web サーバーのログを有効にしてください。',
    },
    terraform: `resource "aws_mwaa_environment" "reports" {
  name               = "reports"
  dag_s3_path        = "dags/"
  execution_role_arn = "arn:aws:iam::123456789012:role/airflow"
  source_bucket_arn  = "arn:aws:s3:::orders-dags"
  logging_configuration {
    webserver_logs {
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
        WebserverLogs:
          Enabled: true
          LogLevel: INFO`,
    cli: 'aws mwaa update-environment --name NAME --logging-configuration WebserverLogs={Enabled=true,LogLevel=INFO}',
  },
  references: ['https://docs.aws.amazon.com/mwaa/latest/userguide/monitoring-airflow.html'],
  equivalents: ['CKV_AWS_244'],
  noFramework: 'no control mapping yet',
  evaluate(environment) {
    if (environment.webserverLogs) return pass();
    return fail({
      en: `The web server of environment ${environment.name} does not log`,
      ja: `環境 ${environment.name} の Web サーバーはログを出力していません`,
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
    webserver_logs {
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
        WebserverLogs:
          Enabled: true
          LogLevel: INFO`,
      },
    ),
  ],
});
