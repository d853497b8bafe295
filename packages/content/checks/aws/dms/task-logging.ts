/** Rows that were not copied are only in the log. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Replication tasks write logs', ja: 'レプリケーションタスクがログを記録している' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.dms.replication-task',
  why: {
    en: 'Without task logs nobody sees which rows failed, were left out or were read.',
    ja: 'ログがないと、失敗した行や漏れた行、読み出した行が分かりません。',
  },
  fix: {
    summary: {
      en: 'Set Logging.EnableLogging in replication_task_settings.',
      ja: 'replication_task_settings の Logging.EnableLogging を true にしてください。',
    },
    terraform: `resource "aws_dms_replication_task" "orders" {
  replication_task_id       = "orders"
  migration_type            = "cdc"
  replication_task_settings = jsonencode({ Logging = { EnableLogging = true } })
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::DMS::ReplicationTask
    Properties:
      ReplicationTaskIdentifier: orders
      MigrationType: cdc
      ReplicationTaskSettings: '{"Logging": {"EnableLogging": true}}'`,
  },
  references: ['https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.CustomizingTasks.TaskSettings.Logging.html'],
  equivalents: [
    'DMS.7',
    'DMS.8',
    'prowler:dms_replication_task_source_logging_enabled',
    'prowler:dms_replication_task_target_logging_enabled',
  ],
  noFramework: 'no control mapping yet',
  evaluate(task) {
    if (task.logs) return pass();
    return fail({ en: `Replication task ${task.name} writes no logs`, ja: `レプリケーションタスク ${task.name} はログを記録していません` });
  },
  examples: [
    fails(
      'no settings',
      `resource "aws_dms_replication_task" "orders" {
  replication_task_id = "orders"
  migration_type      = "cdc"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::DMS::ReplicationTask
    Properties:
      ReplicationTaskIdentifier: orders
      MigrationType: cdc`,
      },
    ),
    fails(
      'off',
      `resource "aws_dms_replication_task" "orders" {
  replication_task_id       = "orders"
  migration_type            = "cdc"
  replication_task_settings = jsonencode({ Logging = { EnableLogging = false } })
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::DMS::ReplicationTask
    Properties:
      ReplicationTaskIdentifier: orders
      MigrationType: cdc
      ReplicationTaskSettings: '{"Logging": {"EnableLogging": false}}'`,
      },
    ),
    passes(
      'on',
      `resource "aws_dms_replication_task" "orders" {
  replication_task_id       = "orders"
  migration_type            = "cdc"
  replication_task_settings = jsonencode({ Logging = { EnableLogging = true } })
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::DMS::ReplicationTask
    Properties:
      ReplicationTaskIdentifier: orders
      MigrationType: cdc
      ReplicationTaskSettings: '{"Logging": {"EnableLogging": true}}'`,
      },
    ),
  ],
});
