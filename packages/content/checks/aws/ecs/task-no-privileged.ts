/** A privileged container is root on its host. */
import { any, defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Containers are not privileged', ja: 'コンテナが特権モードで動いていない' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.ecs.task-definition',
  why: {
    en: 'A privileged container has all rights of the host; whoever gets into it holds the host and the other containers on it.',
    ja: '特権コンテナはホストのすべての権限を持ちます。侵入されると、ホストと同居する他のコンテナも奪われます。',
  },
  fix: {
    summary: {
      en: 'Take privileged out of the container definition; add single Linux capabilities where needed.',
      ja: 'コンテナ定義から privileged を外し、必要な Linux ケーパビリティだけを追加してください。',
    },
    terraform: `resource "aws_ecs_task_definition" "orders" {
  family = "orders"
  container_definitions = jsonencode([
    {
      name       = "app"
      image      = "orders:1.8"
      memory     = 512
      privileged = false
    }
  ])
}`,
    cli: 'aws ecs register-task-definition --cli-input-json file://task-definition.json',
    console: {
      en: 'ECS → Task definitions → the family → Create new revision → JSON → privileged: false.',
      ja: 'ECS → タスク定義 → 対象 → 新しいリビジョンの作成 → JSON → privileged: false。',
    },
  },
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html'],
  equivalents: ['CKV_AWS_334', 'ECS.4', 'prowler:ecs_task_definitions_no_privileged_containers'],
  evaluate(task) {
    if (!any(task.containers, (each) => each.isPrivileged)) return pass();
    return fail({ en: `Task ${task.name} runs a privileged container`, ja: `タスク ${task.name} に特権モードのコンテナがあります` });
  },
  examples: [
    fails(
      'the second container',
      `resource "aws_ecs_task_definition" "orders" {
  family = "orders"
  container_definitions = jsonencode([
    { name = "app", image = "orders:1.8" },
    { name = "agent", image = "agent:3", privileged = true },
  ])
}`,
    ),
    fails(
      'written as JSON with a part that is not known',
      `variable "image" {}
resource "aws_ecs_task_definition" "orders" {
  family                = "orders"
  container_definitions = <<-EOT
    [{ "name": "app", "image": "\${var.image}", "privileged": true }]
  EOT
}`,
    ),
    passes(
      'not privileged by default',
      `resource "aws_ecs_task_definition" "orders" {
  family                = "orders"
  container_definitions = jsonencode([{ name = "app", image = "orders:1.8" }])
}`,
    ),
    isUnknown(
      'handed in',
      `variable "containers" {}
resource "aws_ecs_task_definition" "orders" {
  family                = "orders"
  container_definitions = var.containers
}`,
    ),
    fails('privileged (CloudFormation)', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: orders
      ContainerDefinitions:
        - Name: app
          Image: orders:1.8
          Memory: 512
          Privileged: true`,
    }),
    passes('not written (CloudFormation)', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: orders
      ContainerDefinitions:
        - Name: app
          Image: orders:1.8
          Memory: 512`,
    }),
  ],
});
