/** Access and retention rules by tag do not see a snapshot without tags. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Cluster snapshots inherit tags', ja: 'クラスタースナップショットがタグを引き継ぐ' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.rds.cluster',
  why: {
    en: 'Snapshots without the tags of their cluster escape access rules, retention and cost reports that go by tags.',
    ja: 'タグのないスナップショットは、タグによるアクセス制御・保持・費用管理の対象から外れます。',
  },
  fix: {
    edits: { terraform: [{ set: 'copy_tags_to_snapshot', value: true }], cloudformation: [{ set: 'CopyTagsToSnapshot', value: true }] },
    summary: { en: 'Set copy_tags_to_snapshot to true.', ja: 'copy_tags_to_snapshot を true にしてください。' },
    terraform: `resource "aws_rds_cluster" "orders" {
  cluster_identifier    = "orders-cluster"
  engine                = "aurora-postgresql"
  copy_tags_to_snapshot = true
}`,
    cloudformation: `Resources:
  OrdersCluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      CopyTagsToSnapshot: true`,
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_Tagging.html'],
  equivalents: ['CKV_AWS_313', 'RDS.16', 'prowler:rds_cluster_copy_tags_to_snapshots'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (cluster.copiesTags) return pass();
    return fail({
      en: `Snapshots of cluster ${cluster.name} do not inherit its tags`,
      ja: `クラスター ${cluster.name} のスナップショットはタグを引き継ぎません`,
    });
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
  cluster_identifier    = "orders-cluster"
  engine                = "aurora-postgresql"
  copy_tags_to_snapshot = true
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
      CopyTagsToSnapshot: true`,
    }),
  ],
});
