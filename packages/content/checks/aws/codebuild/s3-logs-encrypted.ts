/** Build logs quote settings, addresses and sometimes secrets. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Build logs in S3 are encrypted', ja: 'S3 のビルドログが暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.codebuild.project',
  why: {
    en: 'Build logs quote settings and addresses, and sometimes secrets; CodeBuild encrypts them unless told otherwise.',
    ja: 'ビルドログには設定やアドレス、時には秘密も出力されます。CodeBuild は明示的に無効化しない限り暗号化します。',
  },
  fix: {
    summary: {
      en: 'Take encryption_disabled out of s3_logs.',
      ja: 's3_logs から encryption_disabled を外してください。',
    },
    terraform: `resource "aws_codebuild_project" "orders" {
  name         = "orders"
  service_role = "arn:aws:iam::123456789012:role/build"
  logs_config {
    s3_logs {
      status   = "ENABLED"
      location = "orders-logs/builds"
    }
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::CodeBuild::Project
    Properties:
      Name: orders
      ServiceRole: arn:aws:iam::123456789012:role/build
      LogsConfig:
        S3Logs:
          Status: ENABLED
          Location: orders-logs/builds`,
    cli: 'aws codebuild update-project --name NAME --logs-config file://logs.json',
  },
  references: ['https://docs.aws.amazon.com/codebuild/latest/userguide/security-encryption.html'],
  equivalents: ['CKV_AWS_311', 'CodeBuild.3', 'prowler:codebuild_project_s3_logs_encrypted'],
  noFramework: 'no control mapping yet',
  evaluate(project) {
    if (!project.s3LogsUnencrypted) return pass();
    return fail({
      en: `Build project ${project.name} does not encrypt its logs in S3`,
      ja: `ビルドプロジェクト ${project.name} は S3 のログを暗号化していません`,
    });
  },
  examples: [
    fails(
      'disabled',
      `resource "aws_codebuild_project" "orders" {
  name         = "orders"
  service_role = "arn:aws:iam::123456789012:role/build"
  logs_config {
    s3_logs {
      status              = "ENABLED"
      location            = "orders-logs/builds"
      encryption_disabled = true
    }
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::CodeBuild::Project
    Properties:
      Name: orders
      ServiceRole: arn:aws:iam::123456789012:role/build
      LogsConfig:
        S3Logs:
          Status: ENABLED
          Location: orders-logs/builds
          EncryptionDisabled: true`,
      },
    ),
    passes(
      'encrypted by default',
      `resource "aws_codebuild_project" "orders" {
  name         = "orders"
  service_role = "arn:aws:iam::123456789012:role/build"
  logs_config {
    s3_logs {
      status   = "ENABLED"
      location = "orders-logs/builds"
    }
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::CodeBuild::Project
    Properties:
      Name: orders
      ServiceRole: arn:aws:iam::123456789012:role/build
      LogsConfig:
        S3Logs:
          Status: ENABLED
          Location: orders-logs/builds`,
      },
    ),
  ],
});
