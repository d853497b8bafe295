/** Models repeat what they were told, names and card numbers too. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Guardrails filter sensitive information', ja: 'ガードレールが機密情報を遮断する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.bedrock.guardrail',
  why: {
    en: "Without the filter personal data and secrets pass through prompts and answers into logs and other people's screens.",
    ja: 'フィルターがないと、個人情報や秘密がプロンプトや回答を通じてログや他人の画面に流れます。',
  },
  fix: {
    summary: {
      en: 'Add a sensitive information policy to the guardrail.',
      ja: 'ガードレールに機密情報ポリシーを追加してください。',
    },
    terraform: `resource "aws_bedrock_guardrail" "support" {
  name                      = "support"
  blocked_input_messaging   = "Sorry"
  blocked_outputs_messaging = "Sorry"
  sensitive_information_policy_config {
    pii_entities_config {
      type   = "EMAIL"
      action = "ANONYMIZE"
    }
  }
}`,
    cloudformation: `Resources:
  Support:
    Type: AWS::Bedrock::Guardrail
    Properties:
      Name: support
      BlockedInputMessaging: Sorry
      BlockedOutputsMessaging: Sorry
      SensitiveInformationPolicyConfig:
        PiiEntitiesConfig:
          - Type: EMAIL
            Action: ANONYMIZE`,
    cli: 'aws bedrock update-guardrail --cli-input-json file://guardrail.json',
  },
  references: ['https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-sensitive-filters.html'],
  equivalents: ['prowler:bedrock_guardrail_sensitive_information_filter_enabled'],
  noFramework: 'no control mapping yet',
  evaluate(guardrail) {
    if (guardrail.filtersPersonalData) return pass();
    return fail({
      en: `Guardrail ${guardrail.name} does not filter sensitive information`,
      ja: `ガードレール ${guardrail.name} は機密情報を遮断していません`,
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
      'masks addresses',
      `resource "aws_bedrock_guardrail" "support" {
  name                      = "support"
  blocked_input_messaging   = "Sorry"
  blocked_outputs_messaging = "Sorry"
  sensitive_information_policy_config {
    pii_entities_config {
      type   = "EMAIL"
      action = "ANONYMIZE"
    }
  }
}`,
      {
        cloudformation: `Resources:
  Support:
    Type: AWS::Bedrock::Guardrail
    Properties:
      Name: support
      BlockedInputMessaging: Sorry
      BlockedOutputsMessaging: Sorry
      SensitiveInformationPolicyConfig:
        PiiEntitiesConfig:
          - Type: EMAIL
            Action: ANONYMIZE`,
      },
    ),
  ],
});
