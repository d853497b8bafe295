/** A shell in a container is what an intruder wants; its log is what you want. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Sessions in containers are logged', ja: 'コンテナへのセッションが記録される' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.ecs.cluster',
  why: {
    en: 'With NONE nobody can tell what was typed in a shell of a container.',
    ja: 'NONE では、コンテナのシェルで何が実行されたか分かりません。',
  },
  fix: {
    summary: {
      en: 'Set logging of execute_command_configuration to DEFAULT or OVERRIDE.',
      ja: 'execute_command_configuration の logging を DEFAULT か OVERRIDE にしてください。',
    },
    terraform: `resource "aws_ecs_cluster" "orders" {
  name = "orders"
  configuration {
    execute_command_configuration {
      logging = "DEFAULT"
    }
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::ECS::Cluster
    Properties:
      ClusterName: orders
      Configuration:
        ExecuteCommandConfiguration:
          Logging: DEFAULT`,
    cli: 'aws ecs update-cluster --cluster NAME --configuration executeCommandConfiguration={logging=DEFAULT}',
  },
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html'],
  equivalents: ['CKV_AWS_223'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (cluster.execLogging !== 'NONE') return pass();
    return fail({
      en: `Cluster ${cluster.name} does not log sessions in its containers`,
      ja: `クラスター ${cluster.name} はコンテナへのセッションを記録していません`,
    });
  },
  examples: [
    fails(
      'none',
      `resource "aws_ecs_cluster" "orders" {
  name = "orders"
  configuration {
    execute_command_configuration {
      logging = "NONE"
    }
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ECS::Cluster
    Properties:
      ClusterName: orders
      Configuration:
        ExecuteCommandConfiguration:
          Logging: NONE`,
      },
    ),
    passes(
      "the task's log",
      `resource "aws_ecs_cluster" "orders" {
  name = "orders"
  configuration {
    execute_command_configuration {
      logging = "DEFAULT"
    }
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ECS::Cluster
    Properties:
      ClusterName: orders
      Configuration:
        ExecuteCommandConfiguration:
          Logging: DEFAULT`,
      },
    ),
    passes(
      'not written',
      `resource "aws_ecs_cluster" "orders" {
  name = "orders"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ECS::Cluster
    Properties:
      ClusterName: orders`,
      },
    ),
  ],
});
