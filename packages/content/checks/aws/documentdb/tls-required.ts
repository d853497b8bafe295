/** DocumentDB requires TLS until somebody switches it off for an old driver. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'DocumentDB clusters require TLS', ja: 'DocumentDB クラスターが TLS を必須にしている' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.documentdb.parameter-group',
  why: {
    en: 'With TLS off passwords and documents travel readable through the network.',
    ja: 'TLS を無効にすると、パスワードや文書がネットワークを平文で流れます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'parameter[name=tls].value', value: 'enabled' }],
      cloudformation: [{ set: 'Parameters.tls', value: 'enabled' }],
    },
    cautions: ['refuses-clients'],
    summary: { en: 'Remove the parameter tls, or set it to enabled.', ja: 'パラメータ tls を削除するか enabled にしてください。' },
    terraform: `resource "aws_docdb_cluster_parameter_group" "orders" {
  name   = "orders"
  family = "docdb5.0"

  parameter {
    name  = "tls"
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
      Parameters: { tls: enabled }`,
  },
  references: ['https://docs.aws.amazon.com/documentdb/latest/developerguide/security.encryption.ssl.html'],
  equivalents: ['CKV_AWS_90', 'DocumentDB.6', 'prowler:documentdb_cluster_in_transit_encryption_enabled'],
  noFramework: 'no control mapping yet',
  evaluate(group) {
    if (group.parameters.get('tls') !== 'disabled') return pass();
    return fail({
      en: `Parameter group ${group.name} switches TLS off`,
      ja: `パラメータグループ ${group.name} で TLS が無効になっています`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "aws_docdb_cluster_parameter_group" "orders" {
  name   = "orders"
  family = "docdb5.0"

  parameter {
    name  = "tls"
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
      Parameters: { tls: disabled }`,
      },
    ),
    passes(
      'on',
      `resource "aws_docdb_cluster_parameter_group" "orders" {
  name   = "orders"
  family = "docdb5.0"

  parameter {
    name  = "tls"
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
      Parameters: { tls: enabled }`,
      },
    ),
    passes(
      'the default',
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
  ],
});
