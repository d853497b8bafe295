/** Access and retention rules by tag do not see a snapshot without tags. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Neptune snapshots inherit tags', ja: 'Neptune のスナップショットがタグを引き継ぐ' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.neptune.cluster',
  why: {
    en: 'Snapshots without the tags of their cluster escape access rules, retention and cost reports that go by tags.',
    ja: 'タグのないスナップショットは、タグによるアクセス制御・保持・費用管理の対象から外れます。',
  },
  fix: {
    edits: { terraform: [{ set: 'copy_tags_to_snapshot', value: true }], cloudformation: [{ set: 'CopyTagsToSnapshot', value: true }] },
    summary: { en: 'Set copy_tags_to_snapshot to true.', ja: 'copy_tags_to_snapshot を true にしてください。' },
    terraform: `resource "aws_neptune_cluster" "relations" {
  cluster_identifier    = "relations"
  copy_tags_to_snapshot = true
}`,
    cloudformation: `Resources:
  Relations:
    Type: AWS::Neptune::DBCluster
    Properties:
      DBClusterIdentifier: relations
      CopyTagsToSnapshot: true`,
  },
  references: ['https://docs.aws.amazon.com/neptune/latest/userguide/tagging.html'],
  equivalents: ['CKV_AWS_362', 'Neptune.8', 'prowler:neptune_cluster_copy_tags_to_snapshots'],
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
  cluster_identifier    = "relations"
  copy_tags_to_snapshot = true
}`,
      {
        cloudformation: `Resources:
  Relations:
    Type: AWS::Neptune::DBCluster
    Properties:
      DBClusterIdentifier: relations
      CopyTagsToSnapshot: true`,
      },
    ),
  ],
});
