/** A database password is shared, copied and never changed; a token lives 15 minutes. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'IAM database authentication is on for clusters', ja: 'DB クラスターの IAM データベース認証が有効になっている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.rds.cluster',
  why: {
    en: 'Passwords of database users are stored in applications and outlive people; IAM tokens expire and every sign-in is in CloudTrail.',
    ja: 'データベースのパスワードはアプリに保存され残り続けます。IAM のトークンは短時間で失効し、発行が記録されます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'iam_database_authentication_enabled', value: true }],
      cloudformation: [{ set: 'EnableIAMDatabaseAuthentication', value: true }],
    },
    summary: { en: 'Set iam_database_authentication_enabled to true.', ja: 'iam_database_authentication_enabled を true にしてください。' },
    terraform: `resource "aws_rds_cluster" "orders" {
  cluster_identifier                  = "orders-cluster"
  engine                              = "aurora-postgresql"
  iam_database_authentication_enabled = true
}`,
    cloudformation: `Resources:
  OrdersCluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      EnableIAMDatabaseAuthentication: true`,
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.IAMDBAuth.html'],
  equivalents: ['CKV_AWS_162', 'RDS.12', 'prowler:rds_cluster_iam_authentication_enabled'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (cluster.iamAuthentication) return pass();
    return fail({ en: `Cluster ${cluster.name} knows only passwords`, ja: `クラスター ${cluster.name} はパスワード認証のみです` });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders-cluster"
  engine             = "aurora-postgresql"
}`,
    ),
    passes(
      'on',
      `resource "aws_rds_cluster" "orders" {
  cluster_identifier                  = "orders-cluster"
  engine                              = "aurora-postgresql"
  iam_database_authentication_enabled = true
}`,
    ),
    fails('not written in a template', {
      cloudformation: `Resources:
  OrdersCluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql`,
    }),
    passes('on in a template', {
      cloudformation: `Resources:
  OrdersCluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      EnableIAMDatabaseAuthentication: true`,
    }),
  ],
});
