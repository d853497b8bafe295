/** What cannot be written cannot be replaced by an intruder. */
import { defineCheck, fail, fails, find, isUnknown, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Container root file systems are read-only', ja: 'コンテナのルートファイルシステムが読み取り専用である' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.ecs.task-definition',
  why: {
    en: 'On a read-only root an intruder can neither bring tools nor change the application.',
    ja: 'ルートが読み取り専用なら、侵入者はツールの持ち込みもアプリケーションの改ざんもできません。',
  },
  fix: {
    edits: { cloudformation: [{ set: 'ContainerDefinitions[*].ReadonlyRootFilesystem', value: true }] },
    cautions: ['replaces', 'breaks-software'],
    summary: {
      en: 'Set readonlyRootFilesystem to true, and mount a volume where the application must write.',
      ja: 'readonlyRootFilesystem を true にし、書き込みが必要な場所にはボリュームをマウントしてください。',
    },
    terraform: `resource "aws_ecs_task_definition" "orders" {
  family = "orders"
  container_definitions = jsonencode([
    { name = "app", image = "orders:1.8", memory = 512, readonlyRootFilesystem = true }
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
          ReadonlyRootFilesystem: true`,
    cli: 'aws ecs register-task-definition --cli-input-json file://task-definition.json',
  },
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html'],
  equivalents: ['CKV_AWS_336', 'ECS.5', 'prowler:ecs_task_definitions_containers_readonly_access'],
  evaluate(task) {
    const open = find(task.containers, (container) => !container.isReadOnly);
    if (!open) return pass();
    const label = shown(() => open.label) ?? '';
    return fail({
      en: `A container of task ${task.name} can write to its root file system (${label})`,
      ja: `タスク ${task.name} のコンテナはルートファイルシステムに書き込めます (${label})`,
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
      'read-only',
      `resource "aws_ecs_task_definition" "orders" {
  family = "orders"
  container_definitions = jsonencode([
    { name = "app", image = "orders:1.8", memory = 512, readonlyRootFilesystem = true }
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
          ReadonlyRootFilesystem: true`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "containers" {}
resource "aws_ecs_task_definition" "orders" {
  family                = "orders"
  container_definitions = var.containers
}`,
    ),
  ],
});
