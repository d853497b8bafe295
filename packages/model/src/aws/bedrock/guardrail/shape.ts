/** A Bedrock guardrail. Source: hashicorp/aws documentation of aws_bedrock_guardrail, AWS::Bedrock::Guardrail, read 2026-11-22. */
export interface BedrockGuardrail {
  readonly filters: readonly ContentFilter[];
  /** Default false. */
  readonly filtersPersonalData: boolean;
  /** Default false. */
  readonly hasCustomerKey: boolean;
}

export interface ContentFilter {
  /** `PROMPT_ATTACK`, `HATE`, `VIOLENCE` … */
  readonly type: string | undefined;
  /** `NONE`, `LOW`, `MEDIUM`, `HIGH`. */
  readonly inputStrength: string | undefined;
}
