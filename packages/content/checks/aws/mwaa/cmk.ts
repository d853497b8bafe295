import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Airflow environments are encrypted with a customer managed key', ja: 'Airflow 環境がカスタマー管理キーで暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.mwaa.environment',
  why: {
    en: 'The environment keeps connections and variables, passwords among them. With a key of your own you decide who may decrypt them.',
    ja: '環境にはパスワードを含む接続情報や変数が保存されます。自社の鍵なら、復号できる相手を限定できます。',
  },
  fix: {
    summary: {
      en: 'Set kms_key to a KMS key of your own; an environment takes it only when it is created.',
      ja: 'kms_key に自社の KMS キーを指定してください。作成時にのみ設定できます。',
    },
    terraform: `resource "aws_mwaa_environment" "reports" {
  name               = "reports"
  dag_s3_path        = "dags/"
  execution_role_arn = "arn:aws:iam::123456789012:role/airflow"
  source_bucket_arn  = "arn:aws:s3:::orders-dags"
  kms_key            = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
}`,
    cloudformation: `Resources:
  Reports:
    Type: AWS::MWAA::Environment
    Properties:
      Name: reports
      DagS3Path: dags/
      ExecutionRoleArn: arn:aws:iam::123456789012:role/airflow
      SourceBucketArn: arn:aws:s3:::orders-dags
      KmsKey: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
  },
  references: ['https://docs.aws.amazon.com/mwaa/latest/userguide/encryption-at-rest.html'],
  equivalents: ['cloudsploit:environmentAdminPrivileges', 'cloudsploit:environmentDataEncrypted'],
  noFramework: 'no control mapping yet',
  evaluate(environment) {
    if (environment.hasCustomerKey) return pass();
    return fail({
      en: `Airflow environment ${environment.name} is not encrypted with a customer managed key`,
      ja: `Airflow 環境 ${environment.name} はカスタマー管理キーで暗号化されていません`,
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
      'a key of the account',
      `resource "aws_mwaa_environment" "reports" {
  name               = "reports"
  dag_s3_path        = "dags/"
  execution_role_arn = "arn:aws:iam::123456789012:role/airflow"
  source_bucket_arn  = "arn:aws:s3:::orders-dags"
  kms_key            = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
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
      KmsKey: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
      },
    ),
  ],
});
