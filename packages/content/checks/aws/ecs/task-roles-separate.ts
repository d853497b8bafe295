/** The role that starts a task reads its secrets; the code in it needs not. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Tasks start and run with different roles', ja: 'タスクの起動用と実行用のロールが分かれている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.ecs.task-definition',
  why: {
    en: 'The execution role pulls images and reads secrets; as task role it hands these rights to the code in the container.',
    ja: '実行ロールはイメージの取得やシークレットの参照ができます。タスクロールと兼ねると、その権限がコンテナ内のコードに渡ります。',
  },
  fix: {
    summary: {
      en: 'Make a role of its own for the task.',
      ja: 'タスク専用のロールを作成してください。',
    },
    terraform: `resource "aws_ecs_task_definition" "orders" {
  family                = "orders"
  execution_role_arn    = "arn:aws:iam::123456789012:role/orders-start"
  task_role_arn         = "arn:aws:iam::123456789012:role/orders"
  container_definitions = jsonencode([])
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: orders
      ExecutionRoleArn: arn:aws:iam::123456789012:role/orders-start
      TaskRoleArn: arn:aws:iam::123456789012:role/orders`,
    cli: 'aws ecs register-task-definition --cli-input-json file://task-definition.json',
  },
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html'],
  equivalents: ['CKV_AWS_249'],
  noFramework: 'no control mapping yet',
  evaluate(task) {
    if (!task.sharesRole) return pass();
    return fail({
      en: `Task ${task.name} starts and runs with the same role`,
      ja: `タスク ${task.name} は起動と実行に同じロールを使っています`,
    });
  },
  examples: [
    fails(
      'one role',
      `resource "aws_iam_role" "orders" {
  name               = "orders"
  assume_role_policy = "{}"
}
resource "aws_ecs_task_definition" "orders" {
  family                = "orders"
  execution_role_arn    = aws_iam_role.orders.arn
  task_role_arn         = aws_iam_role.orders.arn
  container_definitions = jsonencode([])
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: orders
      ExecutionRoleArn: arn:aws:iam::123456789012:role/orders
      TaskRoleArn: arn:aws:iam::123456789012:role/orders`,
      },
    ),
    passes(
      'two roles',
      `resource "aws_ecs_task_definition" "orders" {
  family                = "orders"
  execution_role_arn    = "arn:aws:iam::123456789012:role/orders-start"
  task_role_arn         = "arn:aws:iam::123456789012:role/orders"
  container_definitions = jsonencode([])
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: orders
      ExecutionRoleArn: arn:aws:iam::123456789012:role/orders-start
      TaskRoleArn: arn:aws:iam::123456789012:role/orders`,
      },
    ),
    passes(
      'two roles of this code',
      `resource "aws_iam_role" "start" {
  name               = "orders-start"
  assume_role_policy = "{}"
}
resource "aws_iam_role" "orders" {
  name               = "orders"
  assume_role_policy = "{}"
}
resource "aws_ecs_task_definition" "orders" {
  family                = "orders"
  execution_role_arn    = aws_iam_role.start.arn
  task_role_arn         = aws_iam_role.orders.arn
  container_definitions = jsonencode([])
}`,
    ),
  ],
});
