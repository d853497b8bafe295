/** Environment variables show in the console, in the API, in crash dumps and in every child process. */
import { credentialIn, defineCheck, describeCredential, fail, find, pass } from '@kumomori/model';
import { examples } from './task-no-secrets-in-env.examples.ts';

export const check = defineCheck({
  title: { en: 'Container environment holds no credentials', ja: 'コンテナの環境変数に認証情報が含まれていない' },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.ecs.task-definition',
  why: {
    en: 'Environment variables stand in plain text in every revision of the task definition, for everybody who may describe tasks.',
    ja: '環境変数はタスク定義の全リビジョンに平文で残り、タスクを参照できる全員に見えます。',
  },
  fix: {
    summary: {
      en: 'Keep the value in Secrets Manager or Parameter Store, name it under secrets, and change the one that leaked.',
      ja: '値は Secrets Manager またはパラメータストアに置いて secrets で参照し、漏れた値は変更してください。',
    },
    terraform: `resource "aws_ecs_task_definition" "orders" {
  family = "orders"
  container_definitions = jsonencode([
    {
      name        = "app"
      image       = "orders:1.8"
      environment = [{ name = "DB_HOST", value = "orders.db.example.com" }]
      secrets     = [{ name = "DB_PASSWORD", valueFrom = "arn:aws:ssm:ap-northeast-1:123456789012:parameter/orders/db" }]
    }
  ])
}`,
    cli: 'aws ecs register-task-definition --cli-input-json file://task-definition.json',
    console: {
      en: 'ECS → Task definitions → the family → Create new revision → Environment variables → value type ValueFrom.',
      ja: 'ECS → タスク定義 → 対象 → 新しいリビジョンの作成 → 環境変数 → 値のタイプを ValueFrom に。',
    },
  },
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html'],
  equivalents: ['AVD-AWS-0036', 'tfsec:aws-ecs-no-plaintext-secrets', 'ECS.8', 'prowler:ecs_task_definitions_no_environment_secrets'],
  evaluate(task) {
    const container = find(task.containers, (each) => credentialIn(each.credentials) !== undefined);
    const credential = container && credentialIn(container.credentials);
    if (!credential) return pass();
    const { en, ja } = describeCredential(credential.kind);
    return fail({
      en: `Task ${task.name} holds ${en} in the environment variable ${credential.variable}`,
      ja: `タスク ${task.name} の環境変数 ${credential.variable} に${ja}が含まれています`,
    });
  },
  examples,
});
