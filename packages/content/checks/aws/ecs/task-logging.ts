/** What a container printed is gone with it. */
import { defineCheck, fail, fails, find, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Containers log', ja: 'コンテナがログを出力する' },
  severity: 'high',
  priority: 'P1',
  controlType: 'detective',
  on: 'aws.ecs.task-definition',
  why: {
    en: 'Without a log driver what a container printed is lost when it stops, the traces of an intrusion included.',
    ja: 'ログドライバーがないと、停止時に出力が失われ、侵入の痕跡も消えます。',
  },
  fix: {
    summary: {
      en: 'Add logConfiguration to each container.',
      ja: '各コンテナに logConfiguration を追加してください。',
    },
    terraform: `resource "aws_ecs_task_definition" "orders" {
  family = "orders"
  container_definitions = jsonencode([
    {
      name             = "app"
      image            = "orders:1.8"
      memory           = 512
      logConfiguration = { logDriver = "awslogs", options = { awslogs-group = "/ecs/orders" } }
    }
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
          LogConfiguration:
            LogDriver: awslogs
            Options:
              awslogs-group: /ecs/orders`,
    cli: 'aws ecs register-task-definition --cli-input-json file://task-definition.json',
  },
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html'],
  equivalents: ['ECS.9', 'prowler:ecs_task_definitions_logging_enabled'],
  evaluate(task) {
    const silent = find(task.containers, (container) => !container.logs);
    if (!silent) return pass();
    const label = shown(() => silent.label) ?? '';
    return fail({
      en: `A container of task ${task.name} does not log (${label})`,
      ja: `タスク ${task.name} にログを出力しないコンテナがあります (${label})`,
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
    passes(
      'to CloudWatch',
      `resource "aws_ecs_task_definition" "orders" {
  family = "orders"
  container_definitions = jsonencode([
    {
      name             = "app"
      image            = "orders:1.8"
      memory           = 512
      logConfiguration = { logDriver = "awslogs", options = { awslogs-group = "/ecs/orders" } }
    }
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
          LogConfiguration:
            LogDriver: awslogs
            Options:
              awslogs-group: /ecs/orders`,
      },
    ),
  ],
});
