import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Comprehend training volumes are encrypted with a customer managed key',
    ja: 'Comprehend 学習用ボリュームがカスタマー管理キーで暗号化されている',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.comprehend.entity-recognizer',
  why: {
    en: 'Training copies the documents to a volume. With a key of your own you decide who may decrypt it.',
    ja: '学習時には文書がボリュームに複製されます。自社の鍵なら、復号できる相手を限定できます。',
  },
  fix: {
    summary: {
      en: 'Set volume_kms_key_id to a KMS key of your own.',
      ja: 'volume_kms_key_id に自社の KMS キーを指定してください。',
    },
    terraform: `resource "aws_comprehend_entity_recognizer" "contracts" {
  name                 = "contracts"
  data_access_role_arn = "arn:aws:iam::123456789012:role/comprehend"
  language_code        = "en"
  input_data_config {
    entity_types {
      type = "PARTY"
    }
  }
  volume_kms_key_id = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
}`,
  },
  references: ['https://docs.aws.amazon.com/comprehend/latest/dg/kms-in-comprehend.html'],
  equivalents: ['CKV_AWS_268', 'cloudsploit:volumeEncryption'],
  noFramework: 'no control mapping yet',
  evaluate(recognizer) {
    if (recognizer.volumeHasCustomerKey) return pass();
    return fail({
      en: `Training volume of recognizer ${recognizer.name} is not encrypted with a customer managed key`,
      ja: `Comprehend 学習用ボリューム ${recognizer.name} はカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_comprehend_entity_recognizer" "contracts" {
  name                 = "contracts"
  data_access_role_arn = "arn:aws:iam::123456789012:role/comprehend"
  language_code        = "en"
  input_data_config {
    entity_types {
      type = "PARTY"
    }
  }
}`,
    ),
    passes(
      'a key of the account',
      `resource "aws_comprehend_entity_recognizer" "contracts" {
  name                 = "contracts"
  data_access_role_arn = "arn:aws:iam::123456789012:role/comprehend"
  language_code        = "en"
  input_data_config {
    entity_types {
      type = "PARTY"
    }
  }
  volume_kms_key_id = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
}`,
    ),
  ],
});
