/** What can be deleted with one call will be, one day. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Neptune clusters have deletion protection', ja: 'Neptune クラスターの削除保護が有効になっている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.neptune.cluster',
  why: {
    en: 'A mistake in code or a stolen role deletes the cluster in one call.',
    ja: 'コードの誤りや奪われたロールの 1 回の呼び出しでクラスターが消えます。',
  },
  fix: {
    edits: { terraform: [{ set: 'deletion_protection', value: true }], cloudformation: [{ set: 'DeletionProtection', value: true }] },
    summary: { en: 'Set deletion_protection to true.', ja: 'deletion_protection を true にしてください。' },
    terraform: `resource "aws_neptune_cluster" "relations" {
  cluster_identifier  = "relations"
  deletion_protection = true
}`,
    cloudformation: `Resources:
  Relations:
    Type: AWS::Neptune::DBCluster
    Properties:
      DBClusterIdentifier: relations
      DeletionProtection: true`,
  },
  references: ['https://docs.aws.amazon.com/neptune/latest/userguide/manage-console-instances-delete.html'],
  equivalents: ['CKV2_AWS_58', 'Neptune.4', 'prowler:neptune_cluster_deletion_protection'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (cluster.deletionProtection) return pass();
    return fail({ en: `Cluster ${cluster.name} has no deletion protection`, ja: `クラスター ${cluster.name} に削除保護がありません` });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_neptune_cluster" "relations" {
  cluster_identifier = "relations"
}`,
      {
        cloudformation: `Resources:
  Relations:
    Type: AWS::Neptune::DBCluster
    Properties:
      DBClusterIdentifier: relations`,
      },
    ),
    passes(
      'on',
      `resource "aws_neptune_cluster" "relations" {
  cluster_identifier  = "relations"
  deletion_protection = true
}`,
      {
        cloudformation: `Resources:
  Relations:
    Type: AWS::Neptune::DBCluster
    Properties:
      DBClusterIdentifier: relations
      DeletionProtection: true`,
      },
    ),
  ],
});
