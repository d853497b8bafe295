import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Guardrails are encrypted with a customer managed key', ja: 'ガードレールがカスタマー管理キーで暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.bedrock.guardrail',
  why: {
    en: 'A guardrail lists what must not be said, names and numbers among it. With a key of your own you decide who may read it.',
    ja: 'ガードレールには禁止すべき名前や番号が列挙されます。自社の鍵なら、読める相手を限定できます。',
  },
  fix: {
    summary: {
      en: 'Set kms_key_arn to a KMS key of your own.',
      ja: 'kms_key_arn に自社の KMS キーを指定してください。',
    },
    terraform: `resource "aws_bedrock_guardrail" "support" {
  name                      = "support"
  blocked_input_messaging   = "Sorry"
  blocked_outputs_messaging = "Sorry"
  kms_key_arn               = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
}`,
    cloudformation: `Resources:
  Support:
    Type: AWS::Bedrock::Guardrail
    Properties:
      Name: support
      BlockedInputMessaging: Sorry
      BlockedOutputsMessaging: Sorry
      KmsKeyArn: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
  },
  references: ['https://docs.aws.amazon.com/bedrock/latest/userguide/encryption-guardrails.html'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(guardrail) {
    if (guardrail.hasCustomerKey) return pass();
    return fail({
      en: `Guardrail ${guardrail.name} is not encrypted with a customer managed key`,
      ja: `ガードレール ${guardrail.name} はカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_bedrock_guardrail" "support" {
  name                      = "support"
  blocked_input_messaging   = "Sorry"
  blocked_outputs_messaging = "Sorry"
}`,
      {
        cloudformation: `Resources:
  Support:
    Type: AWS::Bedrock::Guardrail
    Properties:
      Name: support
      BlockedInputMessaging: Sorry
      BlockedOutputsMessaging: Sorry`,
      },
    ),
    passes(
      'a key of the account',
      `resource "aws_bedrock_guardrail" "support" {
  name                      = "support"
  blocked_input_messaging   = "Sorry"
  blocked_outputs_messaging = "Sorry"
  kms_key_arn               = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
}`,
      {
        cloudformation: `Resources:
  Support:
    Type: AWS::Bedrock::Guardrail
    Properties:
      Name: support
      BlockedInputMessaging: Sorry
      BlockedOutputsMessaging: Sorry
      KmsKeyArn: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
      },
    ),
  ],
});
