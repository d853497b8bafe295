/** How AppFlow reaches another service. Source: hashicorp/aws documentation of aws_appflow_connector_profile, AWS::AppFlow::ConnectorProfile, read 2026-11-22. */
export interface ConnectorProfile {
  /** Default false: a key that AWS manages. */
  readonly hasCustomerKey: boolean;
}
