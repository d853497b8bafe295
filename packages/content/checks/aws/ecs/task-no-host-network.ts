/** A container in the host's network reaches its metadata service and everything that listens on localhost. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Tasks do not share the host network', ja: 'タスクがホストのネットワークを共有しない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.ecs.task-definition',
  why: {
    en: "In the host's network a container takes the role of the instance and reaches agents that listen on localhost only.",
    ja: 'ホストのネットワークでは、コンテナがインスタンスのロールを奪い、localhost だけで待つエージェントにも到達できます。',
  },
  fix: {
    summary: {
      en: 'Set network_mode to awsvpc.',
      ja: 'network_mode を awsvpc にしてください。',
    },
    terraform: `resource "aws_ecs_task_definition" "orders" {
  family       = "orders"
  network_mode = "awsvpc"
  container_definitions = jsonencode([
    { name = "app", image = "orders:1.8", memory = 512 }
  ])
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: orders
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: app
          Image: orders:1.8
          Memory: 512`,
    cli: 'aws ecs register-task-definition --cli-input-json file://task-definition.json',
  },
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking.html'],
  equivalents: ['ECS.17', 'prowler:ecs_task_definitions_host_networking_mode_users'],
  noFramework: 'no control mapping yet',
  evaluate(task) {
    if (task.networkMode !== 'host') return pass();
    return fail({
      en: `Task ${task.name} shares the network of the host`,
      ja: `タスク ${task.name} はホストのネットワークを共有しています`,
    });
  },
  examples: [
    fails(
      'host',
      `resource "aws_ecs_task_definition" "orders" {
  family       = "orders"
  network_mode = "host"
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
      NetworkMode: host
      ContainerDefinitions:
        - Name: app
          Image: orders:1.8
          Memory: 512`,
      },
    ),
    passes(
      'a network of its own',
      `resource "aws_ecs_task_definition" "orders" {
  family       = "orders"
  network_mode = "awsvpc"
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
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: app
          Image: orders:1.8
          Memory: 512`,
      },
    ),
  ],
});
