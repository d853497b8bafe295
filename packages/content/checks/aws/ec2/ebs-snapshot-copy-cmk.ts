/** Copies to other regions are where data leaves the reach of its key policy. */
import { aside, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Snapshot copies use a customer managed key', ja: 'スナップショットのコピーがカスタマー管理キーで暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.ec2.snapshot',
  why: {
    en: 'With the key of AWS the account can neither limit who decrypts the copy nor withdraw it, and cannot share it safely.',
    ja: 'AWS 管理キーでは、コピーを復号できる人の制限や取り消しができず、安全な共有もできません。',
  },
  fix: {
    summary: { en: 'Set kms_key_id on the copy.', ja: 'コピーに kms_key_id を指定してください。' },
    terraform: `resource "aws_ebs_snapshot_copy" "osaka" {
  source_snapshot_id = "snap-0123456789abcdef0"
  source_region      = "ap-northeast-1"
  encrypted          = true
  kms_key_id         = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
  },
  references: ['https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html'],
  equivalents: ['CKV_AWS_183'],
  noFramework: 'no control mapping yet',
  evaluate(snapshot) {
    if (!aside(() => snapshot.isCopy))
      return notApplicable({ en: `${snapshot.name} has the key of its volume`, ja: `${snapshot.name} はボリュームのキーで暗号化されます` });
    if (snapshot.hasCustomerKey) return pass();
    return fail({
      en: `Snapshot copy ${snapshot.name} is not encrypted with a customer managed key`,
      ja: `スナップショットのコピー ${snapshot.name} はカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'the key of AWS',
      `resource "aws_ebs_snapshot_copy" "osaka" {
  source_snapshot_id = "snap-0123456789abcdef0"
  source_region      = "ap-northeast-1"
  encrypted          = true
}`,
    ),
    passes(
      'a key',
      `resource "aws_ebs_snapshot_copy" "osaka" {
  source_snapshot_id = "snap-0123456789abcdef0"
  source_region      = "ap-northeast-1"
  encrypted          = true
  kms_key_id         = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
    ),
    isNotApplicable(
      'not a copy',
      `resource "aws_ebs_snapshot" "data" {
  volume_id = "vol-0123456789abcdef0"
}`,
    ),
  ],
});
