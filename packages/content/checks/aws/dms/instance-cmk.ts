/** With a key of its own the account decides who decrypts, and can stop it. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Replication instances use a customer managed key',
    ja: 'レプリケーションインスタンスがカスタマー管理キーで暗号化されている',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.dms.replication-instance',
  why: {
    en: 'The key of AWS has a policy that nobody may change: access to the data cannot be limited or withdrawn by the key.',
    ja: 'AWS 管理キーのポリシーは変更できず、キーによるアクセスの制限や取り消しができません。',
  },
  fix: {
    summary: { en: 'Set kms_key_arn.', ja: 'kms_key_arn を指定してください。' },
    terraform: `resource "aws_dms_replication_instance" "migration" {
  replication_instance_id    = "migration"
  replication_instance_class = "dms.t3.medium"
  kms_key_arn                = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
    cloudformation: `Resources:
  Migration:
    Type: AWS::DMS::ReplicationInstance
    Properties:
      ReplicationInstanceIdentifier: migration
      ReplicationInstanceClass: dms.t3.medium
      KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/1111`,
  },
  references: ['https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.html'],
  equivalents: ['CKV_AWS_212', 'cloudsploit:dmsEncryptionEnabled'],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    if (instance.hasCustomerKey) return pass();
    return fail({
      en: `Replication instance ${instance.name} is not encrypted with a customer managed key`,
      ja: `レプリケーションインスタンス ${instance.name} はカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'no key of its own',
      `resource "aws_dms_replication_instance" "migration" {
  replication_instance_id    = "migration"
  replication_instance_class = "dms.t3.medium"
}`,
    ),
    fails('no key of its own, in a template', {
      cloudformation: `Resources:
  Migration:
    Type: AWS::DMS::ReplicationInstance
    Properties:
      ReplicationInstanceIdentifier: migration
      ReplicationInstanceClass: dms.t3.medium`,
    }),
    passes(
      'a key',
      `resource "aws_dms_replication_instance" "migration" {
  replication_instance_id    = "migration"
  replication_instance_class = "dms.t3.medium"
  kms_key_arn                = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
    ),
    passes('a key, in a template', {
      cloudformation: `Resources:
  Migration:
    Type: AWS::DMS::ReplicationInstance
    Properties:
      ReplicationInstanceIdentifier: migration
      ReplicationInstanceClass: dms.t3.medium
      KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/1111`,
    }),
  ],
});
