/** The policy shows what the firewall looks for. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Firewall policies are encrypted with a customer managed key',
    ja: 'ファイアウォールポリシーがカスタマー管理キーで暗号化されている',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.networkfirewall.firewall-policy',
  why: {
    en: 'With the key of AWS nobody in the account can control or withdraw access to the stored policy.',
    ja: 'AWS 所有キーでは、保存されたポリシーへのアクセスをアカウント側で制御も取り消しもできません。',
  },
  fix: {
    summary: { en: 'Name a KMS key in encryption_configuration.', ja: 'encryption_configuration で KMS キーを指定してください。' },
    terraform: `resource "aws_networkfirewall_firewall_policy" "egress" {
  name = "egress"

  firewall_policy {
    stateless_default_actions          = ["aws:drop"]
    stateless_fragment_default_actions = ["aws:drop"]
  }
  encryption_configuration {
    type   = "CUSTOMER_KMS"
    key_id = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
  }
}`,
  },
  references: ['https://docs.aws.amazon.com/network-firewall/latest/developerguide/kms-encryption-at-rest.html'],
  equivalents: ['CKV_AWS_346'],
  without: { cloudformation: 'CloudFormation has no such property' },
  noFramework: 'no control mapping yet',
  evaluate(policy) {
    if (policy.hasCustomerKey) return pass();
    return fail({
      en: `Firewall policy ${policy.name} is not encrypted with a customer managed key`,
      ja: `ファイアウォールポリシー ${policy.name} はカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'no key',
      `resource "aws_networkfirewall_firewall_policy" "egress" {
  name = "egress"

  firewall_policy {
    stateless_default_actions          = ["aws:drop"]
    stateless_fragment_default_actions = ["aws:drop"]
  }
}`,
    ),
    passes(
      'a key',
      `resource "aws_networkfirewall_firewall_policy" "egress" {
  name = "egress"

  firewall_policy {
    stateless_default_actions          = ["aws:drop"]
    stateless_fragment_default_actions = ["aws:drop"]
  }
  encryption_configuration {
    type   = "CUSTOMER_KMS"
    key_id = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
  }
}`,
    ),
  ],
});
