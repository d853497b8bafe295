import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Bedrock agents are encrypted with a customer managed key',
    ja: 'Bedrock エージェントがカスタマー管理キーで暗号化されている',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.bedrock.agent',
  why: {
    en: 'An agent keeps instructions and sessions, with what customers told it. With a key of your own you decide who may decrypt them.',
    ja: 'エージェントは指示内容や、顧客が入力した会話を保存します。自社の鍵なら、復号できる相手を限定できます。',
  },
  fix: {
    summary: {
      en: 'Set customer_encryption_key_arn to a KMS key of your own.',
      ja: 'customer_encryption_key_arn に自社の KMS キーを指定してください。',
    },
    terraform: `resource "aws_bedrockagent_agent" "support" {
  agent_name                  = "support"
  agent_resource_role_arn     = "arn:aws:iam::123456789012:role/support-agent"
  foundation_model            = "anthropic.claude-sonnet-4-20250514-v1:0"
  customer_encryption_key_arn = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
}`,
    cloudformation: `Resources:
  Support:
    Type: AWS::Bedrock::Agent
    Properties:
      AgentName: support
      AgentResourceRoleArn: arn:aws:iam::123456789012:role/support-agent
      FoundationModel: anthropic.claude-sonnet-4-20250514-v1:0
      CustomerEncryptionKeyArn: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
    cli: 'aws bedrock-agent update-agent --cli-input-json file://agent.json',
  },
  references: ['https://docs.aws.amazon.com/bedrock/latest/userguide/encryption-agents-new.html'],
  equivalents: ['CKV_AWS_373'],
  noFramework: 'no control mapping yet',
  evaluate(agent) {
    if (agent.hasCustomerKey) return pass();
    return fail({
      en: `Agent ${agent.name} is not encrypted with a customer managed key`,
      ja: `Bedrock エージェント ${agent.name} はカスタマー管理キーで暗号化されていません`,
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
      'a key of the account',
      `resource "aws_bedrockagent_agent" "support" {
  agent_name                  = "support"
  agent_resource_role_arn     = "arn:aws:iam::123456789012:role/support-agent"
  foundation_model            = "anthropic.claude-sonnet-4-20250514-v1:0"
  customer_encryption_key_arn = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
}`,
      {
        cloudformation: `Resources:
  Support:
    Type: AWS::Bedrock::Agent
    Properties:
      AgentName: support
      AgentResourceRoleArn: arn:aws:iam::123456789012:role/support-agent
      FoundationModel: anthropic.claude-sonnet-4-20250514-v1:0
      CustomerEncryptionKeyArn: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
      },
    ),
  ],
});
