/** Examples of task-no-secrets-in-env. Values that look like secrets are put together so that no scanner trips over this file. */
import type { Example } from '@kumomori/model';
import { fails, isUnknown, passes } from '@kumomori/model';

export const examples: readonly Example[] = [
  fails('a literal password in JSON', {
    'main.tf': `resource "aws_ecs_task_definition" "orders" {
  family                = "orders"
  container_definitions = <<-EOT
    [{ "name": "app", "environment": [
      { "name": "STAGE", "value": "production" },
      { "name": "DATABASE_PASSWORD", "value": "${['Winter', '2026', 'orders'].join('-')}" }
    ] }]
  EOT
}`,
  }),
  fails('from the default of a variable, through a module', {
    'main.tf': `variable "db_password" {
  default = "${['Winter', '2026', 'orders'].join('-')}"
}
module "service" {
  source      = "./service"
  environment = { DB_HOST = "orders.db.example.com", DB_PASSWORD = var.db_password }
}`,
    'service/main.tf': `variable "environment" {
  type = map(string)
}
resource "aws_ecs_task_definition" "this" {
  family = "orders"
  container_definitions = jsonencode([
    { name = "app", environment = [for key, value in var.environment : { name = key, value = value }] }
  ])
}`,
  }),
  fails(
    'a stored secret, written out',
    `data "aws_secretsmanager_secret_version" "db" {
  secret_id = "orders/db"
}
resource "aws_ecs_task_definition" "orders" {
  family = "orders"
  container_definitions = jsonencode([
    { name = "app", environment = [{ name = "DB_PASSWORD", value = data.aws_secretsmanager_secret_version.db.secret_string }] }
  ])
}`,
  ),
  passes(
    'from the store; other values are not secrets',
    `resource "aws_db_instance" "orders" {
  identifier = "orders"
}
resource "aws_secretsmanager_secret" "db" {
  name = "orders/db"
}
resource "aws_ecs_task_definition" "orders" {
  family = "orders"
  container_definitions = jsonencode([
    {
      name = "app"
      environment = [
        { name = "DB_HOST", value = aws_db_instance.orders.address },
        { name = "DB_SECRET", value = aws_secretsmanager_secret.db.arn },
        { name = "TOKEN_URL", value = "https://auth.example.com/token" },
      ]
      secrets = [{ name = "DB_PASSWORD", valueFrom = aws_secretsmanager_secret.db.arn }]
    }
  ])
}`,
  ),
  passes(
    'no environment',
    'resource "aws_ecs_task_definition" "orders" {\n  family = "orders"\n  container_definitions = jsonencode([{ name = "app" }])\n}',
  ),
  isUnknown(
    'a password that is handed in',
    `variable "db_password" {}
resource "aws_ecs_task_definition" "orders" {
  family = "orders"
  container_definitions = jsonencode([
    { name = "app", environment = [{ name = "DB_PASSWORD", value = var.db_password }] }
  ])
}`,
  ),
  fails('a password (CloudFormation)', {
    cloudformation: `Resources:
  Orders:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: orders
      ContainerDefinitions:
        - Name: app
          Image: orders:1.8
          Memory: 512
          Environment:
            - Name: DB_PASSWORD
              Value: Winter2026-orders`,
  }),
  passes('from a parameter (CloudFormation)', {
    cloudformation: `Resources:
  Orders:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: orders
      ContainerDefinitions:
        - Name: app
          Image: orders:1.8
          Memory: 512
          Environment:
            - Name: STAGE
              Value: production
          Secrets:
            - Name: DB_PASSWORD
              ValueFrom: arn:aws:ssm:ap-northeast-1:123456789012:parameter/orders/db`,
  }),
];
