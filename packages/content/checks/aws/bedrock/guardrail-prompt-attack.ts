/** Instructions hidden in a mail or a page make a model work for somebody else. */
import { any, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Guardrails filter prompt attacks at high strength', ja: 'ガードレールがプロンプト攻撃を高い強度で遮断する' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.bedrock.guardrail',
  why: {
    en: 'Instructions hidden in texts that the model reads make it leak data or misuse its tools.',
    ja: 'モデルが読む文章に隠された指示により、データの漏えいやツールの悪用が起こります。',
  },
  fix: {
    summary: {
      en: 'Add a PROMPT_ATTACK filter with input strength HIGH.',
      ja: '入力強度 HIGH の PROMPT_ATTACK フィルターを追加してください。',
    },
    terraform: `resource "aws_bedrock_guardrail" "support" {
  name                      = "support"
  blocked_input_messaging   = "Sorry"
  blocked_outputs_messaging = "Sorry"
  content_policy_config {
    filters_config {
      type            = "PROMPT_ATTACK"
      input_strength  = "HIGH"
      output_strength = "NONE"
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
      ContentPolicyConfig:
        FiltersConfig:
          - Type: PROMPT_ATTACK
            InputStrength: HIGH
            OutputStrength: NONE`,
    cli: 'aws bedrock update-guardrail --cli-input-json file://guardrail.json',
  },
  references: ['https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-prompt-attack.html'],
  equivalents: ['prowler:bedrock_guardrail_prompt_attack_filter_enabled'],
  noFramework: 'no control mapping yet',
  evaluate(guardrail) {
    if (any(guardrail.filters, (filter) => filter.type === 'PROMPT_ATTACK' && filter.inputStrength === 'HIGH')) return pass();
    return fail({
      en: `Guardrail ${guardrail.name} does not filter prompt attacks at high strength`,
      ja: `ガードレール ${guardrail.name} はプロンプト攻撃を高い強度で遮断していません`,
    });
  },
  examples: [
    fails(
      'other filters only',
      `resource "aws_bedrock_guardrail" "support" {
  name                      = "support"
  blocked_input_messaging   = "Sorry"
  blocked_outputs_messaging = "Sorry"
  content_policy_config {
    filters_config {
      type            = "HATE"
      input_strength  = "HIGH"
      output_strength = "HIGH"
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
      ContentPolicyConfig:
        FiltersConfig:
          - Type: HATE
            InputStrength: HIGH
            OutputStrength: HIGH`,
      },
    ),
    passes(
      'filtered',
      `resource "aws_bedrock_guardrail" "support" {
  name                      = "support"
  blocked_input_messaging   = "Sorry"
  blocked_outputs_messaging = "Sorry"
  content_policy_config {
    filters_config {
      type            = "PROMPT_ATTACK"
      input_strength  = "HIGH"
      output_strength = "NONE"
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
      ContentPolicyConfig:
        FiltersConfig:
          - Type: PROMPT_ATTACK
            InputStrength: HIGH
            OutputStrength: NONE`,
      },
    ),
  ],
});
