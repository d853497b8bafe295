/** A task with a public address is reached past the load balancer and its filters. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Services get no public address', ja: 'サービスにパブリックアドレスを割り当てない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.ecs.service',
  why: {
    en: 'A task with a public address can be reached past the load balancer, its certificate and its web ACL.',
    ja: 'パブリックアドレスを持つタスクは、ロードバランサーや証明書、Web ACL を迂回して到達されます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'network_configuration[*].assign_public_ip', value: false }],
      cloudformation: [
        { of: ['AWS::ECS::Service'], set: 'NetworkConfiguration.AwsvpcConfiguration[*].AssignPublicIp', value: 'DISABLED' },
        { of: ['AWS::ECS::TaskSet'], set: 'NetworkConfiguration.AwsVpcConfiguration[*].AssignPublicIp', value: 'DISABLED' },
      ],
    },
    cautions: ['closes-access', 'closes-outbound'],
    summary: {
      en: 'Set assign_public_ip to false and use private subnets.',
      ja: 'assign_public_ip を false にし、プライベートサブネットを使ってください。',
    },
    terraform: `resource "aws_ecs_service" "orders" {
  name            = "orders"
  cluster         = "orders"
  task_definition = "orders:7"
  network_configuration {
    subnets          = ["subnet-0123456789abcdef0"]
    assign_public_ip = false
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::ECS::Service
    Properties:
      ServiceName: orders
      Cluster: orders
      TaskDefinition: orders:7
      NetworkConfiguration:
        AwsvpcConfiguration:
          Subnets: [subnet-0123456789abcdef0]
          AssignPublicIp: DISABLED`,
    cli: 'aws ecs update-service --cluster CLUSTER --service NAME --network-configuration file://network.json',
  },
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html'],
  equivalents: [
    'CKV_AWS_333',
    'ECS.2',
    'ECS.16',
    'prowler:ecs_service_no_assign_public_ip',
    'prowler:ecs_task_set_no_assign_public_ip',
    'cloudsploit:ecsServicePublicIpDisabled',
  ],
  evaluate(service) {
    if (!service.assignsPublicIp) return pass();
    return fail({
      en: `Tasks of service ${service.name} get public addresses`,
      ja: `サービス ${service.name} のタスクにパブリックアドレスが割り当てられます`,
    });
  },
  examples: [
    fails(
      'assigned',
      `resource "aws_ecs_service" "orders" {
  name            = "orders"
  cluster         = "orders"
  task_definition = "orders:7"
  network_configuration {
    subnets          = ["subnet-0123456789abcdef0"]
    assign_public_ip = true
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ECS::Service
    Properties:
      ServiceName: orders
      Cluster: orders
      TaskDefinition: orders:7
      NetworkConfiguration:
        AwsvpcConfiguration:
          Subnets: [subnet-0123456789abcdef0]
          AssignPublicIp: ENABLED`,
      },
    ),
    passes(
      'private',
      `resource "aws_ecs_service" "orders" {
  name            = "orders"
  cluster         = "orders"
  task_definition = "orders:7"
  network_configuration {
    subnets          = ["subnet-0123456789abcdef0"]
    assign_public_ip = false
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ECS::Service
    Properties:
      ServiceName: orders
      Cluster: orders
      TaskDefinition: orders:7
      NetworkConfiguration:
        AwsvpcConfiguration:
          Subnets: [subnet-0123456789abcdef0]
          AssignPublicIp: DISABLED`,
      },
    ),
    passes(
      'not written',
      `resource "aws_ecs_service" "orders" {
  name            = "orders"
  cluster         = "orders"
  task_definition = "orders:7"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ECS::Service
    Properties:
      ServiceName: orders
      Cluster: orders
      TaskDefinition: orders:7`,
      },
    ),
  ],
});
