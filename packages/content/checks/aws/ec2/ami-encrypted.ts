/** Every instance made from the image inherits what its disks are. */
import { defineCheck, fail, fails, find, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Machine images are encrypted', ja: 'マシンイメージが暗号化されている' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.ec2.image',
  why: {
    en: 'The disk of an unencrypted image, with code and configuration on it, is readable for everybody who gets hold of its snapshot.',
    ja: '暗号化されていないイメージのディスクは、スナップショットを入手した者が中身をすべて読めます。',
  },
  fix: {
    edits: { terraform: [{ of: ['aws_ami_copy'], set: 'encrypted', value: true }] },
    cautions: ['replaces'],
    summary: {
      en: 'Set encrypted to true on the copy or on each ebs_block_device.',
      ja: 'コピーまたは各 ebs_block_device の encrypted を true にしてください。',
    },
    terraform: `resource "aws_ami_copy" "golden" {
  name              = "golden"
  source_ami_id     = "ami-0123456789abcdef0"
  source_ami_region = "ap-northeast-1"
  encrypted         = true
}`,
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AMIEncryption.html'],
  equivalents: ['CKV_AWS_204', 'CKV_AWS_235', 'prowler:ec2_ami_encrypted', 'cloudsploit:encryptedAmi'],
  noFramework: 'no control mapping yet',
  evaluate(image) {
    const open = find(image.volumes, ({ isEncrypted }) => !isEncrypted);
    if (!open) return pass();
    return fail({
      en: `Image ${image.name} holds an unencrypted volume (${open.device})`,
      ja: `イメージ ${image.name} に暗号化されていないボリュームがあります (${open.device})`,
    });
  },
  examples: [
    fails(
      'a copy',
      `resource "aws_ami_copy" "golden" {
  name              = "golden"
  source_ami_id     = "ami-0123456789abcdef0"
  source_ami_region = "ap-northeast-1"
}`,
    ),
    fails(
      'a device',
      `resource "aws_ami" "golden" {
  name = "golden"

  ebs_block_device {
    device_name = "/dev/xvda"
    volume_size = 8
  }
}`,
    ),
    passes(
      'an encrypted copy',
      `resource "aws_ami_copy" "golden" {
  name              = "golden"
  source_ami_id     = "ami-0123456789abcdef0"
  source_ami_region = "ap-northeast-1"
  encrypted         = true
}`,
    ),
    passes(
      'an encrypted device',
      `resource "aws_ami" "golden" {
  name = "golden"

  ebs_block_device {
    device_name = "/dev/xvda"
    volume_size = 8
    encrypted   = true
  }
}`,
    ),
    isUnknown(
      'made from a snapshot',
      `resource "aws_ami" "golden" {
  name = "golden"

  ebs_block_device {
    device_name = "/dev/xvda"
    snapshot_id = "snap-0123456789abcdef0"
  }
}`,
    ),
  ],
});
