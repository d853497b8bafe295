/** A machine image carries whatever its disk held: code, keys, logs. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Region setting blocks public machine images', ja: 'リージョン設定でマシンイメージの公開が禁止されている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.ec2.image-block-public-access',
  why: {
    en: 'Without the block one mistaken launch permission gives every AWS account the content of the disk.',
    ja: '禁止しないと、起動許可の設定ミス 1 つでディスクの内容が全 AWS アカウントに渡ります。',
  },
  fix: {
    edits: { terraform: [{ set: 'state', value: 'block-new-sharing' }] },
    cautions: ['closes-access'],
    summary: { en: 'Set state to block-new-sharing.', ja: 'state を block-new-sharing にしてください。' },
    terraform: `resource "aws_ec2_image_block_public_access" "tokyo" {
  state = "block-new-sharing"
}`,
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/block-public-access-to-amis.html'],
  equivalents: ['prowler:ec2_ami_account_block_public_access'],
  evaluate(setting) {
    if (setting.state === 'block-new-sharing') return pass();
    return fail({ en: `${setting.name} leaves machine images open to sharing`, ja: `${setting.name} ではマシンイメージを公開できます` });
  },
  examples: [
    fails(
      'open',
      `resource "aws_ec2_image_block_public_access" "tokyo" {
  state = "unblocked"
}`,
    ),
    passes(
      'blocked',
      `resource "aws_ec2_image_block_public_access" "tokyo" {
  state = "block-new-sharing"
}`,
    ),
  ],
});
