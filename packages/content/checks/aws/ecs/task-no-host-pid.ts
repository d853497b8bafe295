/** A container that sees the host's processes reads their memory and their secrets. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Tasks do not share the host process namespace', ja: 'タスクがホストのプロセス名前空間を共有しない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.ecs.task-definition',
  why: {
    en: "A container that sees the host's processes reads their environment and can stop them.",
    ja: 'ホストのプロセスが見えるコンテナは、環境変数の読み取りやプロセスの停止ができます。',
  },
  fix: {
    summary: {
      en: 'Take pid_mode = "host" out.',
      ja: 'pid_mode = "host" を外してください。',
    },
    terraform: `resource "aws_ecs_task_definition" "orders" {
  family = "orders"
  container_definitions = jsonencode([
    { name = "app", image = "orders:1.8", memory = 512 }
  ])
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: orders
      ContainerDefinitions:
        - Name: app
          Image: orders:1.8
          Memory: 512`,
    cli: 'aws ecs register-task-definition --cli-input-json file://task-definition.json',
  },
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html'],
  equivalents: ['CKV_AWS_335', 'ECS.3', 'prowler:ecs_task_definitions_host_namespace_not_shared'],
  evaluate(task) {
    if (task.pidMode !== 'host') return pass();
    return fail({
      en: `Task ${task.name} shares the process namespace of the host`,
      ja: `タスク ${task.name} はホストのプロセス名前空間を共有しています`,
    });
  },
  examples: [
    fails(
      'host',
      `resource "aws_ecs_task_definition" "orders" {
  family   = "orders"
  pid_mode = "host"
  container_definitions = jsonencode([
    { name = "app", image = "orders:1.8", memory = 512 }
  ])
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: orders
      PidMode: host
      ContainerDefinitions:
        - Name: app
          Image: orders:1.8
          Memory: 512`,
      },
    ),
    passes(
      'not written',
      `resource "aws_ecs_task_definition" "orders" {
  family = "orders"
  container_definitions = jsonencode([
    { name = "app", image = "orders:1.8", memory = 512 }
  ])
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: orders
      ContainerDefinitions:
        - Name: app
          Image: orders:1.8
          Memory: 512`,
      },
    ),
  ],
});
