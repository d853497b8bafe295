/** Who signed in and what was asked is only in the audit log. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Clusters write audit logs', ja: 'クラスターが監査ログを記録している' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'detective',
  on: 'aws.redshift.cluster',
  why: {
    en: 'Without audit logs nobody can say who connected and which data was read or unloaded.',
    ja: '監査ログがないと、誰が接続し、どのデータを読み出したか分かりません。',
  },
  fix: {
    edits: {
      terraform: [
        {
          beside: 'aws_redshift_logging',
          by: 'cluster_identifier',
          values: { log_destination_type: 'cloudwatch', log_exports: ['connectionlog', 'userlog'] },
        },
      ],
    },
    summary: {
      en: 'Turn audit logging on for the cluster (aws_redshift_logging).',
      ja: 'クラスターの監査ログを有効にしてください (aws_redshift_logging)。',
    },
    terraform: `resource "aws_redshift_cluster" "analytics" {
  cluster_identifier = "analytics"
  node_type          = "ra3.large"
}

resource "aws_redshift_logging" "analytics" {
  cluster_identifier   = aws_redshift_cluster.analytics.id
  log_destination_type = "cloudwatch"
  log_exports          = ["connectionlog", "userlog"]
}`,
    cloudformation: `Resources:
  OrdersWarehouse:
    Type: AWS::Redshift::Cluster
    Properties:
      ClusterType: single-node
      NodeType: ra3.large
      DBName: orders
      MasterUsername: orders_owner
      ManageMasterPassword: true
      LoggingProperties:
        BucketName: warehouse-logs`,
  },
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/db-auditing.html'],
  equivalents: ['CKV_AWS_71', 'Redshift.4', 'prowler:redshift_cluster_audit_logging', 'cloudsploit:auditLoggingEnabled'],
  evaluate(cluster) {
    if (cluster.auditLogging) return pass();
    return fail({ en: `Cluster ${cluster.name} writes no audit log`, ja: `クラスター ${cluster.name} は監査ログを記録していません` });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_redshift_cluster" "analytics" {
  cluster_identifier = "analytics"
  node_type          = "ra3.large"
}`,
    ),
    passes(
      'a resource of its own',
      `resource "aws_redshift_cluster" "analytics" {
  cluster_identifier = "analytics"
  node_type          = "ra3.large"
}

resource "aws_redshift_logging" "analytics" {
  cluster_identifier   = aws_redshift_cluster.analytics.id
  log_destination_type = "cloudwatch"
  log_exports          = ["connectionlog", "userlog"]
}`,
    ),
    passes(
      'the block of older providers',
      `resource "aws_redshift_cluster" "analytics" {
  cluster_identifier = "analytics"
  node_type          = "ra3.large"

  logging {
    enable      = true
    bucket_name = "orders-logs-bucket"
  }
}`,
    ),
    fails('not written in a template', {
      cloudformation: `Resources:
  OrdersWarehouse:
    Type: AWS::Redshift::Cluster
    Properties:
      ClusterType: single-node
      NodeType: ra3.large
      DBName: orders
      MasterUsername: orders_owner
      ManageMasterPassword: true`,
    }),
    passes('to a bucket in a template', {
      cloudformation: `Resources:
  OrdersWarehouse:
    Type: AWS::Redshift::Cluster
    Properties:
      ClusterType: single-node
      NodeType: ra3.large
      DBName: orders
      MasterUsername: orders_owner
      ManageMasterPassword: true
      LoggingProperties:
        BucketName: warehouse-logs`,
    }),
  ],
});
