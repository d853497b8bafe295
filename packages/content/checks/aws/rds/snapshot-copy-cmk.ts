/** Copies to other regions leave the reach of the key policy of the source. */
import { aside, defineCheck, fail, fails, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Snapshot copies use a customer managed key', ja: 'スナップショットのコピーがカスタマー管理キーで暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.rds.snapshot',
  why: {
    en: 'Without a key of its own the copy is unencrypted or under a key of AWS: nobody can limit who restores it.',
    ja: '独自のキーがないとコピーは暗号化されないか AWS 管理キーとなり、復元できる人を制限できません。',
  },
  fix: {
    summary: { en: 'Set kms_key_id on the copy.', ja: 'コピーに kms_key_id を指定してください。' },
    terraform: `resource "aws_db_snapshot_copy" "copy" {
  source_db_snapshot_identifier = "orders-2026"
  target_db_snapshot_identifier = "orders-copy"
  kms_key_id                    = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_CopySnapshot.html'],
  equivalents: ['CKV_AWS_266'],
  noFramework: 'no control mapping yet',
  evaluate(snapshot) {
    if (!aside(() => snapshot.isCopy))
      return notApplicable({ en: `${snapshot.name} is not a copy`, ja: `${snapshot.name} はコピーではありません` });
    if (snapshot.hasCustomerKey) return pass();
    return fail({
      en: `Snapshot copy ${snapshot.name} is not encrypted with a customer managed key`,
      ja: `スナップショットのコピー ${snapshot.name} はカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'no key',
      `resource "aws_db_snapshot_copy" "copy" {
  source_db_snapshot_identifier = "orders-2026"
  target_db_snapshot_identifier = "orders-copy"
}`,
    ),
    passes(
      'a key',
      `resource "aws_db_snapshot_copy" "copy" {
  source_db_snapshot_identifier = "orders-2026"
  target_db_snapshot_identifier = "orders-copy"
  kms_key_id                    = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
    ),
  ],
});
