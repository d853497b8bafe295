/** MemoryDB keeps data durable, not what was deleted by mistake. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'MemoryDB clusters take snapshots', ja: 'MemoryDB クラスターがスナップショットを取得している' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.memorydb.cluster',
  why: {
    en: 'Without snapshots a mistaken deletion cannot be taken back.',
    ja: 'スナップショットがないと、誤って削除したデータを戻せません。',
  },
  fix: {
    edits: { terraform: [{ set: 'snapshot_retention_limit', value: 7 }], cloudformation: [{ set: 'SnapshotRetentionLimit', value: 7 }] },
    summary: { en: 'Set snapshot_retention_limit to 1 or more.', ja: 'snapshot_retention_limit を 1 以上にしてください。' },
    terraform: `resource "aws_memorydb_cluster" "sessions" {
  name                     = "sessions"
  node_type                = "db.t4g.small"
  acl_name                 = "sessions"
  snapshot_retention_limit = 7
}`,
    cloudformation: `Resources:
  Sessions:
    Type: AWS::MemoryDB::Cluster
    Properties:
      ClusterName: sessions
      NodeType: db.t4g.small
      ACLName: sessions
      SnapshotRetentionLimit: 7`,
  },
  references: ['https://docs.aws.amazon.com/memorydb/latest/devguide/snapshots-automatic.html'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (cluster.snapshotRetentionDays > 0) return pass();
    return fail({
      en: `Cluster ${cluster.name} takes no automatic snapshots`,
      ja: `クラスター ${cluster.name} は自動スナップショットを取得していません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_memorydb_cluster" "sessions" {
  name      = "sessions"
  node_type = "db.t4g.small"
  acl_name  = "sessions"
}`,
      {
        cloudformation: `Resources:
  Sessions:
    Type: AWS::MemoryDB::Cluster
    Properties:
      ClusterName: sessions
      NodeType: db.t4g.small
      ACLName: sessions`,
      },
    ),
    passes(
      'one week',
      `resource "aws_memorydb_cluster" "sessions" {
  name                     = "sessions"
  node_type                = "db.t4g.small"
  acl_name                 = "sessions"
  snapshot_retention_limit = 7
}`,
      {
        cloudformation: `Resources:
  Sessions:
    Type: AWS::MemoryDB::Cluster
    Properties:
      ClusterName: sessions
      NodeType: db.t4g.small
      ACLName: sessions
      SnapshotRetentionLimit: 7`,
      },
    ),
  ],
});
