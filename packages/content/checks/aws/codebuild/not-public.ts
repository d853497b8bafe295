/** Public builds show their logs and artifacts to everybody. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Build projects are not public', ja: 'ビルドプロジェクトが公開されていない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.codebuild.project',
  why: {
    en: 'The logs and artifacts of a public project are open to everybody, with whatever the build printed.',
    ja: '公開プロジェクトのログと成果物は誰でも見られます。ビルドが出力した値もすべて含まれます。',
  },
  fix: {
    edits: { terraform: [{ set: 'project_visibility', value: 'PRIVATE' }], cloudformation: [{ set: 'Visibility', value: 'PRIVATE' }] },
    cautions: ['closes-access'],
    summary: {
      en: 'Set project_visibility to PRIVATE.',
      ja: 'project_visibility を PRIVATE にしてください。',
    },
    terraform: `resource "aws_codebuild_project" "orders" {
  name               = "orders"
  service_role       = "arn:aws:iam::123456789012:role/build"
  project_visibility = "PRIVATE"
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::CodeBuild::Project
    Properties:
      Name: orders
      ServiceRole: arn:aws:iam::123456789012:role/build
      Visibility: PRIVATE`,
    cli: 'aws codebuild update-project-visibility --project-arn ARN --project-visibility PRIVATE',
  },
  references: ['https://docs.aws.amazon.com/codebuild/latest/userguide/public-builds.html'],
  equivalents: ['prowler:codebuild_project_not_publicly_accessible'],
  evaluate(project) {
    if (project.visibility !== 'PUBLIC_READ') return pass();
    return fail({
      en: `Build project ${project.name} is public (${project.visibility})`,
      ja: `ビルドプロジェクト ${project.name} は公開されています (${project.visibility})`,
    });
  },
  examples: [
    fails(
      'public',
      `resource "aws_codebuild_project" "orders" {
  name               = "orders"
  service_role       = "arn:aws:iam::123456789012:role/build"
  project_visibility = "PUBLIC_READ"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::CodeBuild::Project
    Properties:
      Name: orders
      ServiceRole: arn:aws:iam::123456789012:role/build
      Visibility: PUBLIC_READ`,
      },
    ),
    passes(
      'private',
      `resource "aws_codebuild_project" "orders" {
  name               = "orders"
  service_role       = "arn:aws:iam::123456789012:role/build"
  project_visibility = "PRIVATE"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::CodeBuild::Project
    Properties:
      Name: orders
      ServiceRole: arn:aws:iam::123456789012:role/build
      Visibility: PRIVATE`,
      },
    ),
    passes(
      'not written',
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
