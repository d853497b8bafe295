/** A public snapshot is the whole database for whoever restores it. */
import { any, defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Database snapshots are not public', ja: 'データベーススナップショットが公開されていない' },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.rds.snapshot',
  why: {
    en: 'Anybody with an AWS account can restore a public snapshot and read everything in it.',
    ja: '公開スナップショットは、AWS アカウントを持つ誰もが復元して中身をすべて読めます。',
  },
  fix: {
    summary: { en: 'Share the snapshot with named accounts only.', ja: '特定のアカウントとだけ共有してください。' },
    terraform: `resource "aws_db_snapshot" "orders" {
  db_instance_identifier = "orders-db"
  db_snapshot_identifier = "orders-2026"
  shared_accounts        = ["123456789012"]
}`,
    cli: 'aws rds modify-db-snapshot-attribute --db-snapshot-identifier NAME --attribute-name restore --values-to-remove all',
    console: {
      en: 'RDS → Snapshots → the snapshot → Actions → Share snapshot → Private → Save.',
      ja: 'RDS → スナップショット → 対象 → アクション → スナップショットの共有 → プライベート → 保存。',
    },
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html'],
  equivalents: ['CKV_AWS_302', 'RDS.1', 'prowler:rds_snapshots_public_access', 'cloudsploit:rdsSnapshotPubliclyAccessible'],
  evaluate(snapshot) {
    if (!any(snapshot.sharedAccounts, (account) => account === 'all')) return pass();
    return fail({
      en: `Snapshot ${snapshot.name} is shared with everyone`,
      ja: `スナップショット ${snapshot.name} は全員に共有されています`,
    });
  },
  examples: [
    fails(
      'all',
      `resource "aws_db_snapshot" "orders" {
  db_instance_identifier = "orders-db"
  db_snapshot_identifier = "orders-2026"
  shared_accounts        = ["123456789012", "all"]
}
`,
    ),
    passes(
      'one account',
      `resource "aws_db_snapshot" "orders" {
  db_instance_identifier = "orders-db"
  db_snapshot_identifier = "orders-2026"
  shared_accounts        = ["123456789012"]
}
`,
    ),
    passes(
      'nobody',
      `resource "aws_db_snapshot" "orders" {
  db_instance_identifier = "orders-db"
  db_snapshot_identifier = "orders-2026"
}
`,
    ),
    isUnknown(
      'handed in',
      `variable "accounts" {}
resource "aws_db_snapshot" "orders" {
  db_instance_identifier = "orders-db"
  db_snapshot_identifier = "orders-2026"
  shared_accounts = var.accounts
}
`,
    ),
  ],
});
