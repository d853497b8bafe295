/** A snapshot is the whole graph in one piece that can be copied elsewhere. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Neptune snapshots are encrypted', ja: 'Neptune のスナップショットが暗号化されている' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.neptune.snapshot',
  why: {
    en: 'Whoever is given or takes an unencrypted snapshot restores the whole graph in an account of his own.',
    ja: '暗号化されていないスナップショットを入手すれば、自分のアカウントでグラフ全体を復元できます。',
  },
  fix: {
    summary: { en: 'Encrypt the cluster.', ja: 'クラスターを暗号化してください。' },
    terraform: `resource "aws_neptune_cluster_snapshot" "relations" {
  db_cluster_identifier          = aws_neptune_cluster.relations.id
  db_cluster_snapshot_identifier = "relations-2026"
}

resource "aws_neptune_cluster" "relations" {
  cluster_identifier = "relations"
  storage_encrypted  = true
}`,
  },
  references: ['https://docs.aws.amazon.com/neptune/latest/userguide/backup-restore-create-snapshot.html'],
  equivalents: ['CKV_AWS_279', 'Neptune.6', 'prowler:neptune_cluster_snapshot_encrypted'],
  noFramework: 'no control mapping yet',
  evaluate(snapshot) {
    if (snapshot.isEncrypted) return pass();
    return fail({ en: `Snapshot ${snapshot.name} is not encrypted`, ja: `スナップショット ${snapshot.name} は暗号化されていません` });
  },
  examples: [
    fails(
      'of an unencrypted cluster',
      `resource "aws_neptune_cluster_snapshot" "relations" {
  db_cluster_identifier          = aws_neptune_cluster.relations.id
  db_cluster_snapshot_identifier = "relations-2026"
}

resource "aws_neptune_cluster" "relations" {
  cluster_identifier = "relations"
}`,
    ),
    passes(
      'of an encrypted cluster',
      `resource "aws_neptune_cluster_snapshot" "relations" {
  db_cluster_identifier          = aws_neptune_cluster.relations.id
  db_cluster_snapshot_identifier = "relations-2026"
}

resource "aws_neptune_cluster" "relations" {
  cluster_identifier = "relations"
  storage_encrypted  = true
}`,
    ),
  ],
});
