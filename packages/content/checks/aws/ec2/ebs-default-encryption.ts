/** With the switch on, nobody can forget to encrypt a volume. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'New EBS volumes are encrypted by default', ja: '新しい EBS ボリュームが既定で暗号化される' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.ec2.ebs-default-encryption',
  why: {
    en: 'Without the account-wide switch every volume and snapshot copy is unencrypted until somebody remembers to say otherwise.',
    ja: 'アカウント全体の設定がないと、誰かが指定しない限りボリュームもスナップショットのコピーも暗号化されません。',
  },
  fix: {
    edits: { terraform: [{ set: 'enabled', value: true }] },
    summary: { en: 'Set enabled to true (in every used region).', ja: 'enabled を true にしてください (利用中の全リージョンで)。' },
    terraform: `resource "aws_ebs_encryption_by_default" "this" {
  enabled = true
}`,
    cli: 'aws ec2 enable-ebs-encryption-by-default --region REGION',
    console: {
      en: 'EC2 → Dashboard → Account attributes → Data protection and security → EBS encryption → Manage → Enable.',
      ja: 'EC2 → ダッシュボード → アカウントの属性 → データ保護とセキュリティ → EBS 暗号化 → 管理 → 有効化。',
    },
  },
  references: ['https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html'],
  equivalents: ['CKV_AWS_106', 'EC2.7', 'prowler:ec2_ebs_default_encryption', 'cloudsploit:ebsDefaultEncryptionEnabled'],
  evaluate(setting) {
    if (setting.isEnabled) return pass();
    return fail({
      en: `${setting.name} turns default encryption of EBS volumes off`,
      ja: `${setting.name} で EBS ボリュームの既定の暗号化がオフになっています`,
    });
  },
  examples: [
    fails('switched off', 'resource "aws_ebs_encryption_by_default" "tokyo" {\n  enabled = false\n}'),
    passes('on when nothing is said', 'resource "aws_ebs_encryption_by_default" "tokyo" {}'),
    isUnknown('handed in', 'variable "enabled" {}\nresource "aws_ebs_encryption_by_default" "tokyo" {\n  enabled = var.enabled\n}'),
  ],
});
