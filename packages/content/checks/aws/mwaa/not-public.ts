/** The Airflow console starts jobs with the role of the environment. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Airflow web servers are not public', ja: 'Airflow の Web サーバーが公開されていない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.mwaa.environment',
  why: {
    en: 'The console starts jobs and shows connections; open to the internet it is one stolen login away from your data.',
    ja: '管理画面からジョブの実行や接続情報の参照ができます。公開すると、ログインが 1 つ盗まれるだけでデータに届きます。',
  },
  fix: {
    summary: {
      en: 'Set webserver_access_mode to PRIVATE_ONLY.',
      ja: 'webserver_access_mode を PRIVATE_ONLY にしてください。',
    },
    terraform: `resource "aws_mwaa_environment" "reports" {
  name                  = "reports"
  dag_s3_path           = "dags/"
  execution_role_arn    = "arn:aws:iam::123456789012:role/airflow"
  source_bucket_arn     = "arn:aws:s3:::orders-dags"
  webserver_access_mode = "PRIVATE_ONLY"
}`,
    cloudformation: `Resources:
  Reports:
    Type: AWS::MWAA::Environment
    Properties:
      Name: reports
      DagS3Path: dags/
      ExecutionRoleArn: arn:aws:iam::123456789012:role/airflow
      SourceBucketArn: arn:aws:s3:::orders-dags
      WebserverAccessMode: PRIVATE_ONLY`,
    cli: 'aws mwaa update-environment --name NAME --webserver-access-mode PRIVATE_ONLY',
  },
  references: ['https://docs.aws.amazon.com/mwaa/latest/userguide/configuring-networking.html'],
  equivalents: ['CKV2_AWS_66', 'cloudsploit:mwaaPublicAccess', 'cloudsploit:webServerPublicAccess'],
  noFramework: 'no control mapping yet',
  evaluate(environment) {
    if (environment.webserverAccess !== 'PUBLIC_ONLY') return pass();
    return fail({
      en: `The web server of environment ${environment.name} is public`,
      ja: `環境 ${environment.name} の Web サーバーは公開されています`,
    });
  },
  examples: [
    fails(
      'public',
      `resource "aws_mwaa_environment" "reports" {
  name                  = "reports"
  dag_s3_path           = "dags/"
  execution_role_arn    = "arn:aws:iam::123456789012:role/airflow"
  source_bucket_arn     = "arn:aws:s3:::orders-dags"
  webserver_access_mode = "PUBLIC_ONLY"
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
      WebserverAccessMode: PUBLIC_ONLY`,
      },
    ),
    passes(
      'private',
      `resource "aws_mwaa_environment" "reports" {
  name                  = "reports"
  dag_s3_path           = "dags/"
  execution_role_arn    = "arn:aws:iam::123456789012:role/airflow"
  source_bucket_arn     = "arn:aws:s3:::orders-dags"
  webserver_access_mode = "PRIVATE_ONLY"
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
      WebserverAccessMode: PRIVATE_ONLY`,
      },
    ),
    passes(
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
  ],
});
