/** Artifacts hold the code that will run, and settings baked into it. */
import { defineCheck, fail, fails, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Build artifacts are encrypted', ja: 'ビルド成果物が暗号化されている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.codebuild.project',
  why: {
    en: 'Artifacts hold the code that will run, with the settings baked into it; CodeBuild encrypts them unless told otherwise.',
    ja: '成果物には実行されるコードと組み込まれた設定が含まれます。CodeBuild は明示的に無効化しない限り暗号化します。',
  },
  fix: {
    summary: {
      en: 'Take encryption_disabled out.',
      ja: 'encryption_disabled を外してください。',
    },
    terraform: `resource "aws_codebuild_project" "orders" {
  name         = "orders"
  service_role = "arn:aws:iam::123456789012:role/build"
  artifacts {
    type     = "S3"
    location = "orders-artifacts"
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::CodeBuild::Project
    Properties:
      Name: orders
      ServiceRole: arn:aws:iam::123456789012:role/build
      Artifacts:
        Type: S3
        Location: orders-artifacts`,
    cli: 'aws codebuild update-project --name NAME --artifacts file://artifacts.json',
  },
  references: ['https://docs.aws.amazon.com/codebuild/latest/userguide/security-encryption.html'],
  equivalents: ['CKV_AWS_78', 'AVD-AWS-0018', 'tfsec:aws-codebuild-enable-encryption', 'prowler:codebuild_project_s3_artifacts_encrypted'],
  noFramework: 'no control mapping yet',
  evaluate(project) {
    if (none(project.artifacts, (artifact) => artifact.encryptionDisabled && artifact.type !== 'NO_ARTIFACTS')) return pass();
    return fail({
      en: `Build project ${project.name} does not encrypt its artifacts`,
      ja: `ビルドプロジェクト ${project.name} は成果物を暗号化していません`,
    });
  },
  examples: [
    fails(
      'disabled',
      `resource "aws_codebuild_project" "orders" {
  name         = "orders"
  service_role = "arn:aws:iam::123456789012:role/build"
  artifacts {
    type                = "S3"
    location            = "orders-artifacts"
    encryption_disabled = true
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::CodeBuild::Project
    Properties:
      Name: orders
      ServiceRole: arn:aws:iam::123456789012:role/build
      Artifacts:
        Type: S3
        Location: orders-artifacts
        EncryptionDisabled: true`,
      },
    ),
    fails(
      'secondary artifacts',
      `resource "aws_codebuild_project" "orders" {
  name         = "orders"
  service_role = "arn:aws:iam::123456789012:role/build"
  artifacts {
    type     = "S3"
    location = "orders-artifacts"
  }
  secondary_artifacts {
    artifact_identifier = "reports"
    type                = "S3"
    location            = "orders-reports"
    encryption_disabled = true
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::CodeBuild::Project
    Properties:
      Name: orders
      ServiceRole: arn:aws:iam::123456789012:role/build
      Artifacts:
        Type: S3
        Location: orders-artifacts
      SecondaryArtifacts:
        - ArtifactIdentifier: reports
          Type: S3
          Location: orders-reports
          EncryptionDisabled: true`,
      },
    ),
    passes(
      'encrypted by default',
      `resource "aws_codebuild_project" "orders" {
  name         = "orders"
  service_role = "arn:aws:iam::123456789012:role/build"
  artifacts {
    type     = "S3"
    location = "orders-artifacts"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::CodeBuild::Project
    Properties:
      Name: orders
      ServiceRole: arn:aws:iam::123456789012:role/build
      Artifacts:
        Type: S3
        Location: orders-artifacts`,
      },
    ),
    passes(
      'no artifacts to encrypt',
      `resource "aws_codebuild_project" "orders" {
  name         = "orders"
  service_role = "arn:aws:iam::123456789012:role/build"
  artifacts {
    type                = "NO_ARTIFACTS"
    encryption_disabled = true
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::CodeBuild::Project
    Properties:
      Name: orders
      ServiceRole: arn:aws:iam::123456789012:role/build
      Artifacts:
        Type: NO_ARTIFACTS
        EncryptionDisabled: true`,
      },
    ),
  ],
});
