/** Fixes come with minor versions. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'MemoryDB clusters take minor versions by themselves', ja: 'MemoryDB クラスターのマイナーバージョンが自動更新される' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.memorydb.cluster',
  why: {
    en: 'A cluster that refuses minor versions keeps the holes that they close.',
    ja: 'マイナーバージョンを拒否するクラスターには、修正された脆弱性が残ります。',
  },
  fix: {
    summary: { en: 'Leave auto_minor_version_upgrade true.', ja: 'auto_minor_version_upgrade を true のままにしてください。' },
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
  references: ['https://docs.aws.amazon.com/memorydb/latest/devguide/engine-versions.html'],
  equivalents: ['prowler:memorydb_cluster_auto_minor_version_upgrades'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (cluster.autoMinorVersionUpgrade) return pass();
    return fail({
      en: `Cluster ${cluster.name} refuses minor versions`,
      ja: `クラスター ${cluster.name} はマイナーバージョンの自動更新が無効です`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "aws_memorydb_cluster" "sessions" {
  name                       = "sessions"
  node_type                  = "db.t4g.small"
  acl_name                   = "sessions"
  auto_minor_version_upgrade = false
}`,
      {
        cloudformation: `Resources:
  Sessions:
    Type: AWS::MemoryDB::Cluster
    Properties:
      ClusterName: sessions
      NodeType: db.t4g.small
      ACLName: sessions
      AutoMinorVersionUpgrade: false`,
      },
    ),
    passes(
      'the default',
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
