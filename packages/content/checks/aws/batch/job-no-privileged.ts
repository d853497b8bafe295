/** A privileged container is root on its host. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Batch containers are not privileged', ja: 'Batch のコンテナが特権モードで動かない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.batch.job-definition',
  why: {
    en: 'A privileged container has all rights of the host, and with them the other jobs and their roles.',
    ja: '特権コンテナはホストのすべての権限を持ち、同居する他のジョブやそのロールにも手が届きます。',
  },
  fix: {
    summary: {
      en: 'Take privileged out of the container properties.',
      ja: 'コンテナのプロパティから privileged を外してください。',
    },
    terraform: `resource "aws_batch_job_definition" "report" {
  name = "report"
  type = "container"
  container_properties = jsonencode({
    image = "report:7"
  })
}`,
    cloudformation: `Resources:
  Report:
    Type: AWS::Batch::JobDefinition
    Properties:
      JobDefinitionName: report
      Type: container
      ContainerProperties:
        Image: report:7`,
  },
  references: ['https://docs.aws.amazon.com/batch/latest/userguide/job_definition_parameters.html'],
  equivalents: ['CKV_AWS_210'],
  noFramework: 'no control mapping yet',
  evaluate(job) {
    if (!job.isPrivileged) return pass();
    return fail({
      en: `Job definition ${job.name} runs its container privileged`,
      ja: `ジョブ定義 ${job.name} のコンテナは特権モードで動きます`,
    });
  },
  examples: [
    fails(
      'privileged',
      `resource "aws_batch_job_definition" "report" {
  name = "report"
  type = "container"
  container_properties = jsonencode({
    image      = "report:7"
    privileged = true
  })
}`,
      {
        cloudformation: `Resources:
  Report:
    Type: AWS::Batch::JobDefinition
    Properties:
      JobDefinitionName: report
      Type: container
      ContainerProperties:
        Image: report:7
        Privileged: true`,
      },
    ),
    passes(
      'not written',
      `resource "aws_batch_job_definition" "report" {
  name = "report"
  type = "container"
  container_properties = jsonencode({
    image = "report:7"
  })
}`,
      {
        cloudformation: `Resources:
  Report:
    Type: AWS::Batch::JobDefinition
    Properties:
      JobDefinitionName: report
      Type: container
      ContainerProperties:
        Image: report:7`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "container" {}
resource "aws_batch_job_definition" "report" {
  name                 = "report"
  type                 = "container"
  container_properties = var.container
}`,
    ),
  ],
});
