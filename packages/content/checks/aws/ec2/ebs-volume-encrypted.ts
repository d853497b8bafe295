/** Snapshots inherit the state of their volume, and snapshots are what gets shared. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, matching, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'EBS volumes are encrypted', ja: 'EBS ボリュームが暗号化されている' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.ec2.block-storage',
  why: {
    en: 'An unencrypted volume makes unencrypted snapshots, and those can be copied and shared by whoever gets hold of the account.',
    ja: '暗号化されていないボリュームからは暗号化されていないスナップショットが作られ、アカウントを得た者に複製・共有されます。',
  },
  fix: {
    edits: {
      terraform: [
        { of: ['aws_ebs_volume'], set: 'encrypted', value: true },
        { of: ['aws_instance', 'aws_launch_configuration'], set: 'root_block_device.encrypted', value: true },
        { of: ['aws_instance', 'aws_launch_configuration'], set: 'ebs_block_device[*].encrypted', value: true },
        { of: ['aws_launch_template'], set: 'block_device_mappings[*].ebs.encrypted', value: true },
      ],
      cloudformation: [
        { of: ['AWS::EC2::Volume'], set: 'Encrypted', value: true },
        { of: ['AWS::EC2::Instance'], set: 'BlockDeviceMappings[*].Ebs.Encrypted', value: true },
        { of: ['AWS::EC2::LaunchTemplate'], set: 'LaunchTemplateData.BlockDeviceMappings[*].Ebs.Encrypted', value: true },
      ],
    },
    cautions: ['replaces'],
    summary: {
      en: 'Set encrypted to true, or turn on aws_ebs_encryption_by_default for the whole account.',
      ja: 'encrypted を true にするか、aws_ebs_encryption_by_default でアカウント全体の暗号化を有効にしてください。',
    },
    terraform: `resource "aws_ebs_volume" "orders" {
  availability_zone = "ap-northeast-1a"
  size              = 100
  encrypted         = true
}`,
    cloudformation: `Resources:
  Data:
    Type: AWS::EC2::Volume
    Properties:
      AvailabilityZone: ap-northeast-1a
      Size: 100
      Encrypted: true`,
    cli: 'aws ec2 copy-snapshot --source-snapshot-id ID --source-region REGION --encrypted',
    console: {
      en: 'EC2 → Volumes → create a snapshot → copy it with encryption → create a volume from the copy → exchange the volumes.',
      ja: 'EC2 → ボリューム → スナップショットを作成 → 暗号化してコピー → コピーからボリュームを作成 → 付け替え。',
    },
  },
  references: ['https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html'],
  equivalents: [
    'CKV_AWS_3',
    'CKV2_AWS_2',
    'CKV_AWS_8',
    'AVD-AWS-0008',
    'tfsec:aws-ec2-enable-launch-config-at-rest-encryption',
    'tfsec:aws-autoscaling-enable-at-rest-encryption',
    'AVD-AWS-0026',
    'tfsec:aws-ec2-enable-volume-encryption',
    'tfsec:aws-ebs-enable-volume-encryption',
    'AVD-AWS-0131',
    'tfsec:aws-ec2-enable-at-rest-encryption',
    'EC2.3',
    'prowler:ec2_ebs_volume_encryption',
    'cloudsploit:ebsEncryptionEnabled',
  ],
  evaluate(storage) {
    const plain = matching(storage.volumes, (volume) => !volume.isEncrypted);
    if (plain.length > 0)
      return fail({ en: `${storage.name} has volumes without encryption`, ja: `${storage.name} に暗号化されていないボリュームがあります` });
    if (storage.volumes.length > 0) return pass();
    return notApplicable({
      en: `${storage.name} leaves the volumes to the image`,
      ja: `${storage.name} はボリュームをイメージに任せています`,
    });
  },
  examples: [
    fails('off when nothing is said', 'resource "aws_ebs_volume" "results" {\n  availability_zone = "ap-northeast-1a"\n  size = 200\n}'),
    fails(
      'the root volume of an instance',
      `resource "aws_instance" "orders" {
  ami = "ami-0123456789abcdef0"
  ebs_block_device {
    device_name = "/dev/sdf"
    encrypted   = true
  }
}`,
    ),
    fails(
      'a second volume',
      `resource "aws_instance" "orders" {
  ami = "ami-0123456789abcdef0"
  root_block_device {
    encrypted = true
  }
  ebs_block_device {
    device_name = "/dev/sdf"
    encrypted   = false
  }
}`,
    ),
    fails(
      'a device of a launch template',
      `resource "aws_launch_template" "workers" {
  name = "workers"
  block_device_mappings {
    device_name = "/dev/xvda"
    ebs {
      volume_size = 20
    }
  }
}`,
    ),
    passes('encrypted by a variable of a module', {
      'main.tf': 'module "data" {\n  source    = "./data"\n  encrypted = true\n}',
      'data/main.tf': `variable "encrypted" {
  default = false
}
resource "aws_ebs_volume" "data" {
  availability_zone = "ap-northeast-1a"
  encrypted         = var.encrypted
}`,
    }),
    passes(
      'the account encrypts everything',
      `resource "aws_ebs_encryption_by_default" "this" {}
resource "aws_instance" "orders" {
  ami = "ami-0123456789abcdef0"
}`,
    ),
    isUnknown(
      'from a snapshot',
      `resource "aws_ebs_volume" "restored" {
  availability_zone = "ap-northeast-1a"
  snapshot_id       = "snap-0123456789abcdef0"
}`,
      {
        cloudformation: `Resources:
  Data:
    Type: AWS::EC2::Volume
    Properties:
      AvailabilityZone: ap-northeast-1a
      SnapshotId: snap-0123456789abcdef0`,
      },
    ),
    isNotApplicable('a template without devices', 'resource "aws_launch_template" "workers" {\n  name = "workers"\n}'),
    fails('off when nothing is said', {
      cloudformation: `Resources:
  Data:
    Type: AWS::EC2::Volume
    Properties:
      AvailabilityZone: ap-northeast-1a
      Size: 100`,
    }),
    fails('the root volume of an instance in a template', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0`,
    }),
    fails('a device of a launch template in a template', {
      cloudformation: `Resources:
  Workers:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        BlockDeviceMappings:
          - DeviceName: /dev/sdf
            Ebs:
              VolumeSize: 20`,
    }),
    passes('encrypted by a parameter', {
      cloudformation: `Parameters:
  Encrypted:
    Type: String
    Default: 'true'
Resources:
  Data:
    Type: AWS::EC2::Volume
    Properties:
      AvailabilityZone: ap-northeast-1a
      Size: 100
      Encrypted: !Ref Encrypted`,
    }),
    isNotApplicable('a template without devices', {
      cloudformation: `Resources:
  Workers:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        ImageId: ami-0123456789abcdef0`,
    }),
  ],
});
