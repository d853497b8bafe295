/** Public snapshots are copied by strangers within minutes. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Region setting blocks public snapshots', ja: 'リージョン設定でスナップショットの公開が禁止されている' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.ec2.snapshot-block-public-access',
  why: {
    en: 'Without the block one call makes a disk image readable for every AWS account; such images are collected systematically.',
    ja: '禁止しないと、1 回の呼び出しでディスクの内容が全 AWS アカウントに公開され、公開されたものは組織的に収集されています。',
  },
  fix: {
    edits: { terraform: [{ set: 'state', value: 'block-all-sharing' }], cloudformation: [{ set: 'State', value: 'block-all-sharing' }] },
    cautions: ['closes-access'],
    summary: { en: 'Set state to block-all-sharing.', ja: 'state を block-all-sharing にしてください。' },
    terraform: `resource "aws_ebs_snapshot_block_public_access" "tokyo" {
  state = "block-all-sharing"
}`,
    cloudformation: `Resources:
  Tokyo:
    Type: AWS::EC2::SnapshotBlockPublicAccess
    Properties:
      State: block-all-sharing`,
  },
  references: ['https://docs.aws.amazon.com/ebs/latest/userguide/block-public-access-snapshots.html'],
  equivalents: ['EC2.182', 'prowler:ec2_ebs_snapshot_account_block_public_access'],
  evaluate(setting) {
    if (setting.state === 'block-all-sharing') return pass();
    return fail({
      en: `${setting.name} leaves snapshots open to sharing (${setting.state})`,
      ja: `${setting.name} ではスナップショットを公開できます (${setting.state})`,
    });
  },
  examples: [
    fails(
      'open',
      `resource "aws_ebs_snapshot_block_public_access" "tokyo" {
  state = "unblocked"
}`,
      {
        cloudformation: `Resources:
  Tokyo:
    Type: AWS::EC2::SnapshotBlockPublicAccess
    Properties:
      State: unblocked`,
      },
    ),
    fails(
      'old shares stay',
      `resource "aws_ebs_snapshot_block_public_access" "tokyo" {
  state = "block-new-sharing"
}`,
      {
        cloudformation: `Resources:
  Tokyo:
    Type: AWS::EC2::SnapshotBlockPublicAccess
    Properties:
      State: block-new-sharing`,
      },
    ),
    passes(
      'everything is blocked',
      `resource "aws_ebs_snapshot_block_public_access" "tokyo" {
  state = "block-all-sharing"
}`,
      {
        cloudformation: `Resources:
  Tokyo:
    Type: AWS::EC2::SnapshotBlockPublicAccess
    Properties:
      State: block-all-sharing`,
      },
    ),
  ],
});
