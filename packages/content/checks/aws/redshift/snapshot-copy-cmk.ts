/** Copies to other regions leave the reach of the key policy of the cluster. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Copied snapshots use a customer managed key', ja: 'コピーしたスナップショットがカスタマー管理キーで暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.redshift.snapshot-copy-grant',
  why: {
    en: 'Under the key of AWS nobody in the account can limit who restores the copy.',
    ja: 'AWS 管理キーでは、コピーを復元できる人をアカウント側で制限できません。',
  },
  fix: {
    summary: { en: 'Set kms_key_id on the grant.', ja: 'グラントに kms_key_id を指定してください。' },
    terraform: `resource "aws_redshift_snapshot_copy_grant" "osaka" {
  snapshot_copy_grant_name = "osaka"
  kms_key_id               = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
  },
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html'],
  equivalents: ['CKV_AWS_281'],
  noFramework: 'no control mapping yet',
  evaluate(grant) {
    if (grant.hasCustomerKey) return pass();
    return fail({
      en: `Snapshot copy grant ${grant.name} uses the key of AWS`,
      ja: `スナップショットコピー許可 ${grant.name} は AWS 管理キーを使用しています`,
    });
  },
  examples: [
    fails(
      'no key',
      `resource "aws_redshift_snapshot_copy_grant" "osaka" {
  snapshot_copy_grant_name = "osaka"
}`,
    ),
    passes(
      'a key',
      `resource "aws_redshift_snapshot_copy_grant" "osaka" {
  snapshot_copy_grant_name = "osaka"
  kms_key_id               = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
    ),
  ],
});
