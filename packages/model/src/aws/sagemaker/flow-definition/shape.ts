/** A human review workflow. Source: hashicorp/aws documentation of aws_sagemaker_flow_definition, read 2026-11-22. */
export interface FlowDefinition {
  /** Of what reviewers answer. Default false. */
  readonly hasCustomerKey: boolean;
}
