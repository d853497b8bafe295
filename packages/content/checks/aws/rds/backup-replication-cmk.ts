/** A copy in another region is encrypted with a key of that region, or with none. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Replicated backups use a customer managed key', ja: '複製されたバックアップがカスタマー管理キーで暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.rds.backup-replication',
  why: {
    en: 'Without a key of its own the copy in the other region is not under the control of any key policy of the account.',
    ja: '独自のキーがないと、別リージョンのコピーはアカウントのキーポリシーで制御できません。',
  },
  fix: {
    summary: { en: 'Set kms_key_id to a key of the target region.', ja: 'kms_key_id に複製先リージョンのキーを指定してください。' },
    terraform: `resource "aws_db_instance_automated_backups_replication" "orders" {
  source_db_instance_arn = "arn:aws:rds:ap-northeast-1:123456789012:db:orders"
  kms_key_id             = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReplicateBackups.html'],
  equivalents: ['CKV_AWS_245'],
  noFramework: 'no control mapping yet',
  evaluate(replication) {
    if (replication.hasCustomerKey) return pass();
    return fail({
      en: `Replicated backups of ${replication.name} are not encrypted with a customer managed key`,
      ja: `${replication.name} の複製バックアップはカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'no key',
      `resource "aws_db_instance_automated_backups_replication" "orders" {
  source_db_instance_arn = "arn:aws:rds:ap-northeast-1:123456789012:db:orders"
}`,
    ),
    passes(
      'a key',
      `resource "aws_db_instance_automated_backups_replication" "orders" {
  source_db_instance_arn = "arn:aws:rds:ap-northeast-1:123456789012:db:orders"
  kms_key_id             = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
    ),
  ],
});
