/** With a key of its own the account decides who decrypts, and can stop it. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'EBS volumes use a customer managed key', ja: 'EBS ボリュームがカスタマー管理キーで暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.ec2.ebs-volume',
  why: {
    en: 'The key of AWS has a policy that nobody may change: access to the volume cannot be limited or withdrawn by the key.',
    ja: 'AWS 管理キーのポリシーは変更できず、キーによるアクセスの制限や取り消しができません。',
  },
  fix: {
    summary: { en: 'Set kms_key_id.', ja: 'kms_key_id を指定してください。' },
    terraform: `resource "aws_ebs_volume" "data" {
  availability_zone = "ap-northeast-1a"
  size              = 20
  encrypted         = true
  kms_key_id        = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
    cloudformation: `Resources:
  Data:
    Type: AWS::EC2::Volume
    Properties:
      AvailabilityZone: ap-northeast-1a
      Size: 20
      Encrypted: true
      KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/1111`,
  },
  references: ['https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html'],
  equivalents: ['CKV_AWS_189', 'AVD-AWS-0027', 'tfsec:aws-ebs-encryption-customer-key', 'tfsec:aws-ec2-volume-encryption-customer-key'],
  noFramework: 'no control mapping yet',
  evaluate(volume) {
    if (volume.hasCustomerKey) return pass();
    return fail({
      en: `Volume ${volume.name} is not encrypted with a customer managed key`,
      ja: `ボリューム ${volume.name} はカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'the key of AWS',
      `resource "aws_ebs_volume" "data" {
  availability_zone = "ap-northeast-1a"
  size              = 20
  encrypted         = true
}`,
      {
        cloudformation: `Resources:
  Data:
    Type: AWS::EC2::Volume
    Properties:
      AvailabilityZone: ap-northeast-1a
      Size: 20
      Encrypted: true`,
      },
    ),
    passes(
      'a key',
      `resource "aws_ebs_volume" "data" {
  availability_zone = "ap-northeast-1a"
  size              = 20
  encrypted         = true
  kms_key_id        = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
      {
        cloudformation: `Resources:
  Data:
    Type: AWS::EC2::Volume
    Properties:
      AvailabilityZone: ap-northeast-1a
      Size: 20
      Encrypted: true
      KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/1111`,
      },
    ),
    fails(
      'an alias of AWS',
      `resource "aws_ebs_volume" "data" {
  availability_zone = "ap-northeast-1a"
  size              = 20
  encrypted         = true
  kms_key_id        = "alias/aws/ebs"
}`,
      {
        cloudformation: `Resources:
  Data:
    Type: AWS::EC2::Volume
    Properties:
      AvailabilityZone: ap-northeast-1a
      Size: 20
      Encrypted: true
      KmsKeyId: alias/aws/ebs`,
      },
    ),
  ],
});
