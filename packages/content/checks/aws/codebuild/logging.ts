/** What a build did is known from its log only. */
import { anyOf, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Build projects log', ja: 'ビルドプロジェクトがログを出力する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.codebuild.project',
  why: {
    en: 'A build that was tampered with shows in its log only; without one nobody can say what was shipped.',
    ja: '改ざんされたビルドの痕跡はログにしか残りません。ないと何が出荷されたか調べられません。',
  },
  fix: {
    summary: {
      en: 'Leave CloudWatch logs on, or send logs to S3.',
      ja: 'CloudWatch Logs を有効のままにするか、S3 にログを送ってください。',
    },
    terraform: `resource "aws_codebuild_project" "orders" {
  name         = "orders"
  service_role = "arn:aws:iam::123456789012:role/build"
  logs_config {
    cloudwatch_logs {
      status = "DISABLED"
    }
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
        CloudWatchLogs:
          Status: DISABLED
        S3Logs:
          Status: ENABLED
          Location: orders-logs/builds`,
    cli: 'aws codebuild update-project --name NAME --logs-config cloudWatchLogs={status=ENABLED}',
  },
  references: ['https://docs.aws.amazon.com/codebuild/latest/userguide/view-build-details.html'],
  equivalents: ['CKV_AWS_314', 'CodeBuild.4', 'prowler:codebuild_project_logging_enabled', 'cloudsploit:codebuildProjectLoggingEnabled'],
  evaluate(project) {
    const isLogged = anyOf(
      () => project.logsToCloudWatch === 'ENABLED',
      () => project.logsToS3 === 'ENABLED',
    );
    if (isLogged) return pass();
    return fail({
      en: `Build project ${project.name} logs nowhere`,
      ja: `ビルドプロジェクト ${project.name} はログを出力していません`,
    });
  },
  examples: [
    fails(
      'both off',
      `resource "aws_codebuild_project" "orders" {
  name         = "orders"
  service_role = "arn:aws:iam::123456789012:role/build"
  logs_config {
    cloudwatch_logs {
      status = "DISABLED"
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
        CloudWatchLogs:
          Status: DISABLED`,
      },
    ),
    passes(
      'to S3',
      `resource "aws_codebuild_project" "orders" {
  name         = "orders"
  service_role = "arn:aws:iam::123456789012:role/build"
  logs_config {
    cloudwatch_logs {
      status = "DISABLED"
    }
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
        CloudWatchLogs:
          Status: DISABLED
        S3Logs:
          Status: ENABLED
          Location: orders-logs/builds`,
      },
    ),
    passes(
      'not written: CloudWatch',
      `resource "aws_codebuild_project" "orders" {
  name         = "orders"
  service_role = "arn:aws:iam::123456789012:role/build"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::CodeBuild::Project
    Properties:
      Name: orders
      ServiceRole: arn:aws:iam::123456789012:role/build`,
      },
    ),
  ],
});
