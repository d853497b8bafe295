/** Rules tell an attacker what is watched. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Rule groups are encrypted with a customer managed key', ja: 'ルールグループがカスタマー管理キーで暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.networkfirewall.rule-group',
  why: {
    en: 'With the key of AWS nobody in the account can control or withdraw access to the stored rules.',
    ja: 'AWS 所有キーでは、保存されたルールへのアクセスをアカウント側で制御も取り消しもできません。',
  },
  fix: {
    summary: { en: 'Name a KMS key in encryption_configuration.', ja: 'encryption_configuration で KMS キーを指定してください。' },
    terraform: `resource "aws_networkfirewall_rule_group" "domains" {
  name     = "domains"
  type     = "STATEFUL"
  capacity = 100

  encryption_configuration {
    type   = "CUSTOMER_KMS"
    key_id = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
  }
}`,
  },
  references: ['https://docs.aws.amazon.com/network-firewall/latest/developerguide/kms-encryption-at-rest.html'],
  equivalents: ['CKV_AWS_345'],
  without: { cloudformation: 'CloudFormation has no such property' },
  noFramework: 'no control mapping yet',
  evaluate(group) {
    if (group.hasCustomerKey) return pass();
    return fail({
      en: `Rule group ${group.name} is not encrypted with a customer managed key`,
      ja: `ルールグループ ${group.name} はカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'no key',
      `resource "aws_networkfirewall_rule_group" "domains" {
  name     = "domains"
  type     = "STATEFUL"
  capacity = 100
}`,
    ),
    passes(
      'a key',
      `resource "aws_networkfirewall_rule_group" "domains" {
  name     = "domains"
  type     = "STATEFUL"
  capacity = 100

  encryption_configuration {
    type   = "CUSTOMER_KMS"
    key_id = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
  }
}`,
    ),
  ],
});
