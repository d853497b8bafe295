/** Traces quote addresses, queries and users. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Traces are encrypted with KMS', ja: 'トレースが KMS で暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.xray.encryption',
  why: {
    en: 'Traces quote addresses, queries and users; a KMS key asks readers for a second permission.',
    ja: 'トレースにはアドレスやクエリ、利用者が含まれます。KMS キーなら閲覧に別の権限が必要になります。',
  },
  fix: {
    summary: {
      en: 'Set type to KMS and name a key.',
      ja: 'type を KMS にし、キーを指定してください。',
    },
    terraform: `resource "aws_xray_encryption_config" "region" {
  type   = "KMS"
  key_id = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
}`,
    cli: 'aws xray put-encryption-config --type KMS --key-id alias/orders',
  },
  references: ['https://docs.aws.amazon.com/xray/latest/devguide/xray-console-encryption.html'],
  equivalents: ['cloudsploit:xrayEncryptionEnabled'],
  noFramework: 'no control mapping yet',
  evaluate(encryption) {
    if (encryption.type === 'KMS') return pass();
    return fail({
      en: `Traces are not encrypted with KMS (${encryption.name})`,
      ja: `トレースが KMS で暗号化されていません (${encryption.name})`,
    });
  },
  examples: [
    fails(
      'none',
      `resource "aws_xray_encryption_config" "region" {
  type = "NONE"
}`,
    ),
    passes(
      'KMS',
      `resource "aws_xray_encryption_config" "region" {
  type   = "KMS"
  key_id = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
}`,
    ),
  ],
});
