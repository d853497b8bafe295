/** The list open-access holds one user: default, without a password. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'MemoryDB clusters ask who connects', ja: 'MemoryDB クラスターが接続時に認証する' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.memorydb.cluster',
  why: {
    en: 'With open-access whoever reaches the port reads and writes everything.',
    ja: 'open-access では、ポートに到達できる者は誰でもすべて読み書きできます。',
  },
  fix: {
    summary: { en: 'Name an access control list of your own.', ja: '独自のアクセスコントロールリストを指定してください。' },
    terraform: `resource "aws_memorydb_cluster" "sessions" {
  name      = "sessions"
  node_type = "db.t4g.small"
  acl_name  = "sessions"
}`,
    cloudformation: `Resources:
  Sessions:
    Type: AWS::MemoryDB::Cluster
    Properties:
      ClusterName: sessions
      NodeType: db.t4g.small
      ACLName: sessions`,
  },
  references: ['https://docs.aws.amazon.com/memorydb/latest/devguide/clusters.acls.html'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (cluster.accessList !== 'open-access') return pass();
    return fail({
      en: `Cluster ${cluster.name} lets everybody in (open-access)`,
      ja: `クラスター ${cluster.name} は誰でも接続できます (open-access)`,
    });
  },
  examples: [
    fails(
      'open',
      `resource "aws_memorydb_cluster" "sessions" {
  name      = "sessions"
  node_type = "db.t4g.small"
  acl_name  = "open-access"
}`,
      {
        cloudformation: `Resources:
  Sessions:
    Type: AWS::MemoryDB::Cluster
    Properties:
      ClusterName: sessions
      NodeType: db.t4g.small
      ACLName: open-access`,
      },
    ),
    passes(
      'a list',
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
  ],
});
