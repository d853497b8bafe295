/** A Bedrock agent. Source: hashicorp/aws documentation of aws_bedrockagent_agent, AWS::Bedrock::Agent, read 2026-11-22. */
export interface BedrockAgent {
  /** Default false: a key that AWS owns. */
  readonly hasCustomerKey: boolean;
  /** Default false. */
  readonly hasGuardrail: boolean;
}
