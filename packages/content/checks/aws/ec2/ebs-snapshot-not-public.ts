/** A public snapshot is a public disk: people search the list of public snapshots for keys and databases. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'EBS snapshots are not public', ja: 'EBS スナップショットが公開されていない' },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.ec2.snapshot-permission',
  why: {
    en: 'Anybody with an AWS account can make a volume from a public snapshot and read the whole disk; public lists are searched for that.',
    ja: '公開スナップショットは、AWS アカウントを持つ誰もがボリュームにしてディスク全体を読めます。公開一覧は実際に探索されています。',
  },
  fix: {
    summary: {
      en: 'Share the snapshot with the account that needs it instead of with everybody.',
      ja: '全員ではなく、必要なアカウントとだけスナップショットを共有してください。',
    },
    terraform: `resource "aws_snapshot_create_volume_permission" "vendor" {
  snapshot_id = "snap-0123456789abcdef0"
  account_id  = "123456789012"
}`,
    cli: 'aws ec2 modify-snapshot-attribute --snapshot-id ID --attribute createVolumePermission --operation-type remove --group-names all',
    console: {
      en: 'EC2 → Snapshots → the snapshot → Snapshot settings → Modify permissions → Private.',
      ja: 'EC2 → スナップショット → 対象 → スナップショットの設定 → 許可を変更 → プライベート。',
    },
  },
  references: ['https://docs.aws.amazon.com/ebs/latest/userguide/ebs-modifying-snapshot-permissions.html'],
  equivalents: ['EC2.1', 'prowler:ec2_ebs_public_snapshot', 'cloudsploit:ebsSnapshotPublic'],
  evaluate(permission) {
    if (permission.accountId !== 'all') return pass();
    return fail({
      en: `${permission.name} shares a snapshot with everybody`,
      ja: `${permission.name} がスナップショットを全員と共有しています`,
    });
  },
  examples: [
    fails(
      'everybody',
      `resource "aws_snapshot_create_volume_permission" "debug" {
  snapshot_id = "snap-0123456789abcdef0"
  account_id  = "all"
}`,
    ),
    passes(
      'one account',
      `resource "aws_snapshot_create_volume_permission" "vendor" {
  snapshot_id = "snap-0123456789abcdef0"
  account_id  = "123456789012"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "vendor" {}
resource "aws_snapshot_create_volume_permission" "vendor" {
  snapshot_id = "snap-0123456789abcdef0"
  account_id  = var.vendor
}`,
    ),
  ],
});
