/** Mail to a server without TLS is a postcard. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Mail is sent over TLS only', ja: 'メールを TLS でのみ送信する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.ses.configuration-set',
  why: {
    en: 'With TLS optional, an attacker on the way strips it and reads mails and the reset links in them.',
    ja: 'TLS が任意だと、途中の攻撃者に無効化され、メールや再設定リンクを読まれます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'delivery_options.tls_policy', value: 'Require' }],
      cloudformation: [{ set: 'DeliveryOptions.TlsPolicy', value: 'Require' }],
    },
    cautions: ['refuses-clients'],
    summary: {
      en: 'Set tls_policy to Require.',
      ja: 'tls_policy を Require にしてください。',
    },
    terraform: `resource "aws_ses_configuration_set" "receipts" {
  name = "receipts"
  delivery_options {
    tls_policy = "Require"
  }
}`,
    cloudformation: `Resources:
  Receipts:
    Type: AWS::SES::ConfigurationSet
    Properties:
      Name: receipts
      DeliveryOptions:
        TlsPolicy: Require`,
    cli: 'aws sesv2 put-configuration-set-delivery-options --configuration-set-name NAME --tls-policy REQUIRE',
  },
  references: ['https://docs.aws.amazon.com/ses/latest/dg/configuration-sets.html'],
  equivalents: ['CKV_AWS_365'],
  noFramework: 'no control mapping yet',
  evaluate(configuration) {
    if (configuration.tlsPolicy.toLowerCase() === 'require') return pass();
    return fail({
      en: `Configuration set ${configuration.name} sends mail without TLS when it must`,
      ja: `設定セット ${configuration.name} は TLS なしでもメールを送信します`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_ses_configuration_set" "receipts" {
  name = "receipts"
}`,
      {
        cloudformation: `Resources:
  Receipts:
    Type: AWS::SES::ConfigurationSet
    Properties:
      Name: receipts`,
      },
    ),
    fails(
      'optional',
      `resource "aws_ses_configuration_set" "receipts" {
  name = "receipts"
  delivery_options {
    tls_policy = "Optional"
  }
}`,
      {
        cloudformation: `Resources:
  Receipts:
    Type: AWS::SES::ConfigurationSet
    Properties:
      Name: receipts
      DeliveryOptions:
        TlsPolicy: Optional`,
      },
    ),
    passes(
      'required',
      `resource "aws_ses_configuration_set" "receipts" {
  name = "receipts"
  delivery_options {
    tls_policy = "Require"
  }
}`,
      {
        cloudformation: `Resources:
  Receipts:
    Type: AWS::SES::ConfigurationSet
    Properties:
      Name: receipts
      DeliveryOptions:
        TlsPolicy: Require`,
      },
    ),
  ],
});
