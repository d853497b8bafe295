/** Jobs read whole tables over this connection. */
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Glue database connections enforce TLS', ja: 'Glue のデータベース接続が TLS を強制する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.glue.connection',
  why: {
    en: 'Jobs read whole tables over the connection; without TLS they and the password travel readably.',
    ja: 'ジョブはこの接続でテーブル全体を読み取ります。TLS がないとデータもパスワードも読める形で流れます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'connection_properties{}.JDBC_ENFORCE_SSL', value: 'true' }],
      cloudformation: [{ set: 'ConnectionInput.ConnectionProperties.JDBC_ENFORCE_SSL', value: 'true' }],
    },
    cautions: ['refuses-clients'],
    summary: {
      en: 'Set JDBC_ENFORCE_SSL to true.',
      ja: 'JDBC_ENFORCE_SSL を true にしてください。',
    },
    terraform: `resource "aws_glue_connection" "orders" {
  name = "orders"
  connection_properties = {
    JDBC_CONNECTION_URL = "jdbc:postgresql://orders.db.example.com/orders"
    JDBC_ENFORCE_SSL    = "true"
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::Glue::Connection
    Properties:
      CatalogId: "123456789012"
      ConnectionInput:
        ConnectionType: JDBC
        ConnectionProperties:
          JDBC_CONNECTION_URL: jdbc:postgresql://orders.db.example.com/orders
          JDBC_ENFORCE_SSL: "true"`,
  },
  references: ['https://docs.aws.amazon.com/glue/latest/dg/connection-properties.html'],
  equivalents: ['prowler:glue_database_connections_ssl_enabled'],
  noFramework: 'no control mapping yet',
  evaluate(connection) {
    if (connection.type !== 'JDBC') return notApplicable({ en: 'It is no database connection', ja: 'データベース接続ではありません' });
    if (connection.enforcesTls?.toLowerCase() === 'true') return pass();
    return fail({
      en: `Glue connection ${connection.name} does not enforce TLS`,
      ja: `Glue の接続 ${connection.name} は TLS を強制していません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_glue_connection" "orders" {
  name = "orders"
  connection_properties = {
    JDBC_CONNECTION_URL = "jdbc:postgresql://orders.db.example.com/orders"
  }
}`,
    ),
    fails('not written', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::Glue::Connection
    Properties:
      CatalogId: "123456789012"
      ConnectionInput:
        ConnectionType: JDBC
        ConnectionProperties:
          JDBC_CONNECTION_URL: jdbc:postgresql://orders.db.example.com/orders`,
    }),
    passes(
      'enforced',
      `resource "aws_glue_connection" "orders" {
  name = "orders"
  connection_properties = {
    JDBC_CONNECTION_URL = "jdbc:postgresql://orders.db.example.com/orders"
    JDBC_ENFORCE_SSL    = "true"
  }
}`,
    ),
    passes('enforced', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::Glue::Connection
    Properties:
      CatalogId: "123456789012"
      ConnectionInput:
        ConnectionType: JDBC
        ConnectionProperties:
          JDBC_CONNECTION_URL: jdbc:postgresql://orders.db.example.com/orders
          JDBC_ENFORCE_SSL: "true"`,
    }),
    isNotApplicable(
      'a network',
      `resource "aws_glue_connection" "orders" {
  name            = "orders"
  connection_type = "NETWORK"
}`,
    ),
  ],
});
