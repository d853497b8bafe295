/** A snapshot is the whole database in one piece that can be copied elsewhere. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Database snapshots are encrypted', ja: 'データベースのスナップショットが暗号化されている' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.rds.snapshot',
  why: {
    en: 'Whoever is given or takes an unencrypted snapshot restores the whole database in an account of his own.',
    ja: '暗号化されていないスナップショットを入手すれば、自分のアカウントでデータベース全体を復元できます。',
  },
  fix: {
    summary: {
      en: 'Encrypt the database, or copy the snapshot with kms_key_id.',
      ja: 'データベースを暗号化するか、kms_key_id を指定してスナップショットをコピーしてください。',
    },
    terraform: `resource "aws_db_snapshot_copy" "copy" {
  source_db_snapshot_identifier = "orders-2026"
  target_db_snapshot_identifier = "orders-copy"
  kms_key_id                    = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_CopySnapshot.html'],
  equivalents: ['CKV_AWS_146', 'RDS.4', 'prowler:rds_snapshots_encrypted', 'cloudsploit:rdsSnapshotEncryption'],
  evaluate(snapshot) {
    if (snapshot.isEncrypted) return pass();
    return fail({ en: `Snapshot ${snapshot.name} is not encrypted`, ja: `スナップショット ${snapshot.name} は暗号化されていません` });
  },
  examples: [
    fails(
      'of an unencrypted database',
      `resource "aws_db_instance" "orders" {
  identifier = "orders-db"
}

resource "aws_db_snapshot" "orders" {
  db_instance_identifier = aws_db_instance.orders.identifier
  db_snapshot_identifier = "orders-2026"
}`,
    ),
    passes(
      'of an encrypted cluster',
      `resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders-cluster"
  storage_encrypted  = true
}

resource "aws_db_cluster_snapshot" "orders" {
  db_cluster_identifier          = aws_rds_cluster.orders.id
  db_cluster_snapshot_identifier = "orders-2026"
}`,
    ),
    passes(
      'a copy with a key',
      `resource "aws_db_snapshot_copy" "copy" {
  source_db_snapshot_identifier = "orders-2026"
  target_db_snapshot_identifier = "orders-copy"
  kms_key_id                    = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
    ),
    isUnknown(
      'of a database elsewhere',
      `resource "aws_db_snapshot" "orders" {
  db_instance_identifier = "orders-db"
  db_snapshot_identifier = "orders-2026"
}`,
    ),
  ],
});
