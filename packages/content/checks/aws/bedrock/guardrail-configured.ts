/** An agent acts on whatever text it reads. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Agents and models use guardrails', ja: 'エージェントがガードレールを使う' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.bedrock.agent',
  why: {
    en: 'Without a guardrail injected instructions, personal data and harmful answers pass through the agent unfiltered.',
    ja: 'ガードレールがないと、注入された指示や個人情報、有害な回答がそのまま通過します。',
  },
  fix: {
    summary: {
      en: 'Name a guardrail in guardrail_configuration.',
      ja: 'guardrail_configuration にガードレールを指定してください。',
    },
    terraform: `resource "aws_bedrockagent_agent" "support" {
  agent_name              = "support"
  agent_resource_role_arn = "arn:aws:iam::123456789012:role/support-agent"
  foundation_model        = "anthropic.claude-sonnet-4-20250514-v1:0"
  guardrail_configuration {
    guardrail_identifier = "abcdefghij12"
    guardrail_version    = "1"
  }
}`,
    cloudformation: `Resources:
  Support:
    Type: AWS::Bedrock::Agent
    Properties:
      AgentName: support
      AgentResourceRoleArn: arn:aws:iam::123456789012:role/support-agent
      FoundationModel: anthropic.claude-sonnet-4-20250514-v1:0
      GuardrailConfiguration:
        GuardrailIdentifier: abcdefghij12
        GuardrailVersion: "1"`,
    cli: 'aws bedrock-agent update-agent --cli-input-json file://agent.json',
  },
  references: ['https://docs.aws.amazon.com/bedrock/latest/userguide/agents-guardrail.html'],
  equivalents: ['CKV_AWS_383', 'prowler:bedrock_guardrails_configured', 'prowler:bedrock_agent_guardrail_enabled'],
  evaluate(agent) {
    if (agent.hasGuardrail) return pass();
    return fail({
      en: `Agent ${agent.name} uses no guardrail`,
      ja: `エージェント ${agent.name} はガードレールを使っていません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_bedrockagent_agent" "support" {
  agent_name              = "support"
  agent_resource_role_arn = "arn:aws:iam::123456789012:role/support-agent"
  foundation_model        = "anthropic.claude-sonnet-4-20250514-v1:0"
}`,
      {
        cloudformation: `Resources:
  Support:
    Type: AWS::Bedrock::Agent
    Properties:
      AgentName: support
      AgentResourceRoleArn: arn:aws:iam::123456789012:role/support-agent
      FoundationModel: anthropic.claude-sonnet-4-20250514-v1:0`,
      },
    ),
    passes(
      'with a guardrail',
      `resource "aws_bedrockagent_agent" "support" {
  agent_name              = "support"
  agent_resource_role_arn = "arn:aws:iam::123456789012:role/support-agent"
  foundation_model        = "anthropic.claude-sonnet-4-20250514-v1:0"
  guardrail_configuration {
    guardrail_identifier = "abcdefghij12"
    guardrail_version    = "1"
  }
}`,
      {
        cloudformation: `Resources:
  Support:
    Type: AWS::Bedrock::Agent
    Properties:
      AgentName: support
      AgentResourceRoleArn: arn:aws:iam::123456789012:role/support-agent
      FoundationModel: anthropic.claude-sonnet-4-20250514-v1:0
      GuardrailConfiguration:
        GuardrailIdentifier: abcdefghij12
        GuardrailVersion: "1"`,
      },
    ),
  ],
});
