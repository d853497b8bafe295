/** What the first region does not encrypt is copied unencrypted to all others. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'DocumentDB global clusters are encrypted', ja: 'DocumentDB グローバルクラスターが暗号化されている' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.documentdb.global-cluster',
  why: {
    en: 'An unencrypted global cluster is unencrypted in every region it is copied to, and cannot be encrypted later.',
    ja: '暗号化されていないと複製先の全リージョンでも暗号化されず、後から有効にできません。',
  },
  fix: {
    edits: { terraform: [{ set: 'storage_encrypted', value: true }] },
    cautions: ['replaces'],
    summary: { en: 'Set storage_encrypted to true.', ja: 'storage_encrypted を true にしてください。' },
    terraform: `resource "aws_docdb_global_cluster" "orders" {
  global_cluster_identifier = "orders"
  engine                    = "docdb"
  storage_encrypted         = true
}`,
  },
  references: ['https://docs.aws.amazon.com/documentdb/latest/developerguide/global-clusters.html'],
  equivalents: ['CKV_AWS_292'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (cluster.isEncrypted) return pass();
    return fail({
      en: `Global cluster ${cluster.name} is not encrypted`,
      ja: `グローバルクラスター ${cluster.name} は暗号化されていません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_docdb_global_cluster" "orders" {
  global_cluster_identifier = "orders"
  engine                    = "docdb"
}`,
    ),
    passes(
      'on',
      `resource "aws_docdb_global_cluster" "orders" {
  global_cluster_identifier = "orders"
  engine                    = "docdb"
  storage_encrypted         = true
}`,
    ),
  ],
});
