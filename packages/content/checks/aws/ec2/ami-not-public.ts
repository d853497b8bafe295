/** Images carry what was on the disk when they were made: keys, history files, source code. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Machine images are not public', ja: 'マシンイメージ (AMI) が公開されていない' },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.ec2.ami-launch-permission',
  why: {
    en: 'Everybody can start a public image and read what was left on its disk: keys, configuration, source code.',
    ja: '公開 AMI は誰でも起動でき、ディスクに残った鍵・設定・ソースコードを読めます。',
  },
  fix: {
    summary: {
      en: 'Share the image with single accounts or with the organization.',
      ja: 'イメージは個別のアカウントまたは組織とだけ共有してください。',
    },
    terraform: `resource "aws_ami_launch_permission" "partner" {
  image_id   = "ami-0123456789abcdef0"
  account_id = "123456789012"
}`,
    cli: 'aws ec2 modify-image-attribute --image-id ID --launch-permission Remove=[{Group=all}]',
    console: {
      en: 'EC2 → AMIs → the image → Actions → Edit AMI permissions → Private.',
      ja: 'EC2 → AMI → 対象のイメージ → アクション → AMI 許可を編集 → プライベート。',
    },
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-intro.html'],
  equivalents: ['prowler:ec2_ami_public', 'cloudsploit:publicAmi'],
  evaluate(permission) {
    if (permission.group !== 'all') return pass();
    return fail({
      en: `Launch permission of image ${permission.name} is for everybody`,
      ja: `イメージ ${permission.name} の起動許可が全員に与えられています`,
    });
  },
  examples: [
    fails(
      'everybody',
      `resource "aws_ami_launch_permission" "golden" {
  image_id = "ami-0123456789abcdef0"
  group    = "all"
}`,
    ),
    passes(
      'the organization',
      `resource "aws_ami_launch_permission" "golden" {
  image_id         = "ami-0123456789abcdef0"
  organization_arn = "arn:aws:organizations::123456789012:organization/o-abcdef1234"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "group" {}
resource "aws_ami_launch_permission" "golden" {
  image_id = "ami-0123456789abcdef0"
  group    = var.group
}`,
    ),
  ],
});
