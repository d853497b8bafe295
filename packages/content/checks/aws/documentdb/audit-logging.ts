/** Audit events are written only when the parameter says so. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'DocumentDB writes audit events', ja: 'DocumentDB が監査イベントを記録している' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.documentdb.parameter-group',
  why: {
    en: 'Without the parameter nothing is audited, even when the log is exported.',
    ja: 'このパラメータがないと、ログを出力していても監査イベントは記録されません。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'parameter[name=audit_logs].value', value: 'enabled' }],
      cloudformation: [{ set: 'Parameters.audit_logs', value: 'enabled' }],
    },
    summary: { en: 'Set the parameter audit_logs to enabled.', ja: 'パラメータ audit_logs を enabled にしてください。' },
    terraform: `resource "aws_docdb_cluster_parameter_group" "orders" {
  name   = "orders"
  family = "docdb5.0"

  parameter {
    name  = "audit_logs"
    value = "enabled"
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::DocDB::DBClusterParameterGroup
    Properties:
      Name: orders
      Family: docdb5.0
      Description: orders
      Parameters: { audit_logs: enabled }`,
  },
  references: ['https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html'],
  equivalents: ['CKV_AWS_104'],
  noFramework: 'no control mapping yet',
  evaluate(group) {
    if (['enabled', 'all', 'ddl', 'dml_read', 'dml_write'].includes(group.parameters.get('audit_logs') ?? 'disabled')) return pass();
    return fail({ en: `Parameter group ${group.name} does not audit`, ja: `パラメータグループ ${group.name} は監査を有効にしていません` });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_docdb_cluster_parameter_group" "orders" {
  name   = "orders"
  family = "docdb5.0"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::DocDB::DBClusterParameterGroup
    Properties:
      Name: orders
      Family: docdb5.0
      Description: orders`,
      },
    ),
    fails(
      'off',
      `resource "aws_docdb_cluster_parameter_group" "orders" {
  name   = "orders"
  family = "docdb5.0"

  parameter {
    name  = "audit_logs"
    value = "disabled"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::DocDB::DBClusterParameterGroup
    Properties:
      Name: orders
      Family: docdb5.0
      Description: orders
      Parameters: { audit_logs: disabled }`,
      },
    ),
    passes(
      'on',
      `resource "aws_docdb_cluster_parameter_group" "orders" {
  name   = "orders"
  family = "docdb5.0"

  parameter {
    name  = "audit_logs"
    value = "enabled"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::DocDB::DBClusterParameterGroup
    Properties:
      Name: orders
      Family: docdb5.0
      Description: orders
      Parameters: { audit_logs: enabled }`,
      },
    ),
  ],
});
