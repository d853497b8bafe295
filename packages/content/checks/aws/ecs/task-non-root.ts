/** Root in a container is one kernel flaw away from root on the host. */
import { defineCheck, fail, fails, find, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Containers do not run as root', ja: 'コンテナが root で動かない' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.ecs.task-definition',
  why: {
    en: 'Root in a container is one flaw of kernel or runtime away from root on the host, and changes files of the image at will.',
    ja: 'コンテナ内の root は、カーネルやランタイムの欠陥 1 つでホストの root になりえ、イメージ内のファイルも自由に変更できます。',
  },
  fix: {
    summary: {
      en: 'Set user to a number other than 0.',
      ja: 'user に 0 以外の番号を指定してください。',
    },
    terraform: `resource "aws_ecs_task_definition" "orders" {
  family = "orders"
  container_definitions = jsonencode([
    { name = "app", image = "orders:1.8", memory = 512, user = "1000" }
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
          Memory: 512
          User: "1000"`,
    cli: 'aws ecs register-task-definition --cli-input-json file://task-definition.json',
  },
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html'],
  equivalents: ['ECS.20'],
  noFramework: 'no control mapping yet',
  evaluate(task) {
    const root = find(task.containers, ({ user }) => user === undefined || /^(?:root|0)(?::|$)/.test(user));
    if (!root) return pass();
    const label = shown(() => root.label) ?? '';
    return fail({
      en: `A container of task ${task.name} may run as root (${label})`,
      ja: `タスク ${task.name} のコンテナが root で動くおそれがあります (${label})`,
    });
  },
  examples: [
    fails(
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
    fails(
      'root and a group',
      `resource "aws_ecs_task_definition" "orders" {
  family = "orders"
  container_definitions = jsonencode([
    { name = "app", image = "orders:1.8", memory = 512, user = "0:1000" }
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
          Memory: 512
          User: "0:1000"`,
      },
    ),
    passes(
      'a number',
      `resource "aws_ecs_task_definition" "orders" {
  family = "orders"
  container_definitions = jsonencode([
    { name = "app", image = "orders:1.8", memory = 512, user = "1000" }
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
          Memory: 512
          User: "1000"`,
      },
    ),
  ],
});
