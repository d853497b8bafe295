/** A flow of Amazon AppFlow. Source: hashicorp/aws documentation of aws_appflow_flow, AWS::AppFlow::Flow, read 2026-11-22. */
export interface AppFlow {
  /** Default false: a key that AWS manages. */
  readonly hasCustomerKey: boolean;
}
