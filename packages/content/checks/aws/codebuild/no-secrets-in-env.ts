/** Variables of a build show in the console, in its log and in every script that it runs. */
import { credentialIn, defineCheck, describeCredential, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Build projects hold no clear-text credentials', ja: 'ビルドプロジェクトに平文の認証情報がない' },
  severity: 'critical',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.codebuild.project',
  why: {
    en: 'Plain variables and source addresses show to everybody who may read the project, and to every script of the build.',
    ja: '平文の環境変数やソースの URL は、プロジェクトを参照できる全員とビルド中の全スクリプトに見えます。',
  },
  fix: {
    summary: {
      en: 'Name a parameter or secret by the types PARAMETER_STORE or SECRETS_MANAGER, and change what leaked.',
      ja: 'PARAMETER_STORE か SECRETS_MANAGER 型で参照し、漏れた値は変更してください。',
    },
    terraform: `resource "aws_codebuild_project" "orders" {
  name         = "orders"
  service_role = "arn:aws:iam::123456789012:role/build"
  source {
    type     = "GITHUB"
    location = "https://github.com/example/orders.git"
  }
  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"
    type         = "LINUX_CONTAINER"
    environment_variable {
      name  = "DB_PASSWORD"
      value = "orders/db"
      type  = "SECRETS_MANAGER"
    }
    environment_variable {
      name  = "STAGE"
      value = "production"
    }
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::CodeBuild::Project
    Properties:
      Name: orders
      ServiceRole: arn:aws:iam::123456789012:role/build
      Source:
        Type: GITHUB
        Location: https://github.com/example/orders.git
      Environment:
        ComputeType: BUILD_GENERAL1_SMALL
        Image: aws/codebuild/standard:7.0
        Type: LINUX_CONTAINER
        EnvironmentVariables:
          - Name: DB_PASSWORD
            Value: orders/db
            Type: SECRETS_MANAGER
          - Name: STAGE
            Value: production`,
    cli: 'aws codebuild update-project --name NAME --environment file://environment.json',
  },
  references: [
    'https://docs.aws.amazon.com/codebuild/latest/userguide/change-project.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html',
  ],
  equivalents: [
    'prowler:codebuild_project_no_secrets_in_variables',
    'prowler:codebuild_project_source_repo_url_no_sensitive_credentials',
    'CodeBuild.1',
    'CodeBuild.2',
  ],
  evaluate(project) {
    const credential = credentialIn(project.credentials);
    if (credential) {
      const { en, ja } = describeCredential(credential.kind);
      return fail({
        en: `Build project ${project.name} holds ${en} in the environment variable ${credential.variable}`,
        ja: `ビルドプロジェクト ${project.name} の環境変数 ${credential.variable} に${ja}が含まれています`,
      });
    }
    if (!project.sourceHoldsCredentials) return pass();
    return fail({
      en: `The source address of build project ${project.name} holds credentials`,
      ja: `ビルドプロジェクト ${project.name} のソースの URL に認証情報が含まれています`,
    });
  },
  examples: [
    fails(
      'a password',
      `resource "aws_codebuild_project" "orders" {
  name         = "orders"
  service_role = "arn:aws:iam::123456789012:role/build"
  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"
    type         = "LINUX_CONTAINER"
    environment_variable {
      name  = "DB_PASSWORD"
      value = "Winter2026-orders"
    }
  }
}`,
    ),
    fails('a password', {
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
        EnvironmentVariables:
          - Name: DB_PASSWORD
            Value: Winter2026-orders`,
    }),
    fails(
      'in the address of the source',
      `resource "aws_codebuild_project" "orders" {
  name         = "orders"
  service_role = "arn:aws:iam::123456789012:role/build"
  source {
    type     = "GITHUB"
    location = format("https://builder:%s@github.com/example/orders.git", "Winter2026")
  }
}`,
    ),
    passes(
      'from Secrets Manager',
      `resource "aws_codebuild_project" "orders" {
  name         = "orders"
  service_role = "arn:aws:iam::123456789012:role/build"
  source {
    type     = "GITHUB"
    location = "https://github.com/example/orders.git"
  }
  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"
    type         = "LINUX_CONTAINER"
    environment_variable {
      name  = "DB_PASSWORD"
      value = "orders/db"
      type  = "SECRETS_MANAGER"
    }
    environment_variable {
      name  = "STAGE"
      value = "production"
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
      Source:
        Type: GITHUB
        Location: https://github.com/example/orders.git
      Environment:
        ComputeType: BUILD_GENERAL1_SMALL
        Image: aws/codebuild/standard:7.0
        Type: LINUX_CONTAINER
        EnvironmentVariables:
          - Name: DB_PASSWORD
            Value: orders/db
            Type: SECRETS_MANAGER
          - Name: STAGE
            Value: production`,
      },
    ),
  ],
});
