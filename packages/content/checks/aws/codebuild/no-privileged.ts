/** A privileged build is root on its host, whatever the pull request says. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Build environments are not privileged', ja: 'ビルド環境が特権モードで動かない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.codebuild.project',
  why: {
    en: 'A privileged build runs the scripts of a pull request as root of its host; only building images needs it.',
    ja: '特権モードのビルドは、プルリクエストのスクリプトをホストの root として実行します。必要なのはイメージのビルドだけです。',
  },
  fix: {
    summary: {
      en: 'Leave privileged_mode out, or build images without a daemon.',
      ja: 'privileged_mode を外すか、デーモンを使わずにイメージをビルドしてください。',
    },
    terraform: `resource "aws_codebuild_project" "orders" {
  name         = "orders"
  service_role = "arn:aws:iam::123456789012:role/build"
  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"
    type         = "LINUX_CONTAINER"
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::CodeBuild::Project
    Properties:
      Name: orders
      ServiceRole: arn:aws:iam::123456789012:role/build
      Environment:
        ComputeType: BUILD_GENERAL1_SMALL
        Image: aws/codebuild/standard:7.0
        Type: LINUX_CONTAINER`,
    cli: 'aws codebuild update-project --name NAME --environment file://environment.json',
  },
  references: ['https://docs.aws.amazon.com/codebuild/latest/userguide/create-project.html'],
  equivalents: ['CKV_AWS_316', 'CodeBuild.5', 'cloudsploit:buildProjectEnvPriviligedMode'],
  evaluate(project) {
    if (!project.isPrivileged) return pass();
    return fail({
      en: `Build project ${project.name} runs privileged`,
      ja: `ビルドプロジェクト ${project.name} は特権モードで動きます`,
    });
  },
  examples: [
    fails(
      'privileged',
      `resource "aws_codebuild_project" "orders" {
  name         = "orders"
  service_role = "arn:aws:iam::123456789012:role/build"
  environment {
    compute_type    = "BUILD_GENERAL1_SMALL"
    image           = "aws/codebuild/standard:7.0"
    type            = "LINUX_CONTAINER"
    privileged_mode = true
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::CodeBuild::Project
    Properties:
      Name: orders
      ServiceRole: arn:aws:iam::123456789012:role/build
      Environment:
        ComputeType: BUILD_GENERAL1_SMALL
        Image: aws/codebuild/standard:7.0
        Type: LINUX_CONTAINER
        PrivilegedMode: true`,
      },
    ),
    passes(
      'not written',
      `resource "aws_codebuild_project" "orders" {
  name         = "orders"
  service_role = "arn:aws:iam::123456789012:role/build"
  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"
    type         = "LINUX_CONTAINER"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::CodeBuild::Project
    Properties:
      Name: orders
      ServiceRole: arn:aws:iam::123456789012:role/build
      Environment:
        ComputeType: BUILD_GENERAL1_SMALL
        Image: aws/codebuild/standard:7.0
        Type: LINUX_CONTAINER`,
      },
    ),
  ],
});
