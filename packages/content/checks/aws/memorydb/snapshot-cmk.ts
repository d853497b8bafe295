/** With a key of its own the account decides who decrypts, and can stop it. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'MemoryDB snapshots use a customer managed key', ja: 'MemoryDB のスナップショットがカスタマー管理キーで暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.memorydb.snapshot',
  why: {
    en: 'The key of AWS has a policy that nobody may change: access to the data cannot be limited or withdrawn by the key.',
    ja: 'AWS 管理キーのポリシーは変更できず、キーによるアクセスの制限や取り消しができません。',
  },
  fix: {
    summary: { en: 'Set kms_key_arn.', ja: 'kms_key_arn を指定してください。' },
    terraform: `resource "aws_memorydb_snapshot" "sessions" {
  name         = "sessions-2026"
  cluster_name = "sessions"
  kms_key_arn  = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
  },
  references: ['https://docs.aws.amazon.com/memorydb/latest/devguide/at-rest-encryption.html'],
  equivalents: ['CKV_AWS_278'],
  noFramework: 'no control mapping yet',
  evaluate(snapshot) {
    if (snapshot.hasCustomerKey) return pass();
    return fail({
      en: `Snapshot ${snapshot.name} is not encrypted with a customer managed key`,
      ja: `スナップショット ${snapshot.name} はカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'no key of its own',
      `resource "aws_memorydb_snapshot" "sessions" {
  name         = "sessions-2026"
  cluster_name = "sessions"
}`,
    ),
    passes(
      'a key',
      `resource "aws_memorydb_snapshot" "sessions" {
  name         = "sessions-2026"
  cluster_name = "sessions"
  kms_key_arn  = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
    ),
  ],
});
