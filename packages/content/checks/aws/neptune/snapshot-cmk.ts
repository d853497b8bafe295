/** Under the key of AWS a snapshot cannot be shared safely, or withdrawn. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Neptune snapshots use a customer managed key', ja: 'Neptune のスナップショットがカスタマー管理キーで暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.neptune.snapshot',
  why: {
    en: 'The key of AWS has a policy that nobody may change: access to the data cannot be limited or withdrawn by the key.',
    ja: 'AWS 管理キーのポリシーは変更できず、キーによるアクセスの制限や取り消しができません。',
  },
  fix: {
    summary: { en: 'Set kms_key_arn on the cluster.', ja: 'クラスターに kms_key_arn を指定してください。' },
    terraform: `resource "aws_neptune_cluster_snapshot" "relations" {
  db_cluster_identifier          = aws_neptune_cluster.relations.id
  db_cluster_snapshot_identifier = "relations-2026"
}

resource "aws_neptune_cluster" "relations" {
  cluster_identifier = "relations"
  storage_encrypted  = true
  kms_key_arn        = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
  },
  references: ['https://docs.aws.amazon.com/neptune/latest/userguide/encrypt.html'],
  equivalents: ['CKV_AWS_280'],
  noFramework: 'no control mapping yet',
  evaluate(snapshot) {
    if (snapshot.hasCustomerKey) return pass();
    return fail({
      en: `Snapshot ${snapshot.name} is not encrypted with a customer managed key`,
      ja: `スナップショット ${snapshot.name} はカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'of a cluster under the key of AWS',
      `resource "aws_neptune_cluster_snapshot" "relations" {
  db_cluster_identifier          = aws_neptune_cluster.relations.id
  db_cluster_snapshot_identifier = "relations-2026"
}

resource "aws_neptune_cluster" "relations" {
  cluster_identifier = "relations"
  storage_encrypted  = true
}`,
    ),
    passes(
      'of a cluster with a key',
      `resource "aws_neptune_cluster_snapshot" "relations" {
  db_cluster_identifier          = aws_neptune_cluster.relations.id
  db_cluster_snapshot_identifier = "relations-2026"
}

resource "aws_neptune_cluster" "relations" {
  cluster_identifier = "relations"
  storage_encrypted  = true
  kms_key_arn        = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
    ),
  ],
});
