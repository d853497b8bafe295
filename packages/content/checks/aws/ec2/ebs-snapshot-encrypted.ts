/** A snapshot is a disk that can be mounted anywhere. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'EBS snapshots are encrypted', ja: 'EBS スナップショットが暗号化されている' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.ec2.snapshot',
  why: {
    en: 'Whoever is given or takes an unencrypted snapshot reads the whole disk; encryption adds the key as a second lock.',
    ja: '暗号化されていないスナップショットを入手すればディスク全体を読めます。暗号化すればキーの権限も必要になります。',
  },
  fix: {
    edits: { terraform: [{ of: ['aws_ebs_snapshot_copy'], set: 'encrypted', value: true }] },
    cautions: ['replaces'],
    summary: {
      en: 'Set encrypted to true on the copy, or encrypt the volume.',
      ja: 'コピー時に encrypted を true にするか、ボリュームを暗号化してください。',
    },
    terraform: `resource "aws_ebs_snapshot_copy" "osaka" {
  source_snapshot_id = "snap-0123456789abcdef0"
  source_region      = "ap-northeast-1"
  encrypted          = true
}`,
  },
  references: ['https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html'],
  equivalents: ['prowler:ec2_ebs_snapshots_encrypted', 'cloudsploit:ebsEncryptedSnapshots'],
  evaluate(snapshot) {
    if (snapshot.isEncrypted) return pass();
    return fail({ en: `Snapshot ${snapshot.name} is not encrypted`, ja: `スナップショット ${snapshot.name} は暗号化されていません` });
  },
  examples: [
    fails(
      'a copy',
      `resource "aws_ebs_snapshot_copy" "osaka" {
  source_snapshot_id = "snap-0123456789abcdef0"
  source_region      = "ap-northeast-1"
}`,
    ),
    passes(
      'an encrypted copy',
      `resource "aws_ebs_snapshot_copy" "osaka" {
  source_snapshot_id = "snap-0123456789abcdef0"
  source_region      = "ap-northeast-1"
  encrypted          = true
}`,
    ),
    fails(
      'of a volume of this code',
      `resource "aws_ebs_volume" "data" {
  availability_zone = "ap-northeast-1a"
  size              = 20
}

resource "aws_ebs_snapshot" "data" {
  volume_id = aws_ebs_volume.data.id
}`,
    ),
    isUnknown(
      'of a volume elsewhere',
      `resource "aws_ebs_snapshot" "data" {
  volume_id = "vol-0123456789abcdef0"
}`,
    ),
  ],
});
