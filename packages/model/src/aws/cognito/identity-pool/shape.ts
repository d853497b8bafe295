/** A Cognito identity pool. Source: hashicorp/aws documentation of aws_cognito_identity_pool, AWS::Cognito::IdentityPool, read 2026-11-22. */
export interface IdentityPool {
  /** Required by CloudFormation. Default false. */
  readonly admitsGuests: boolean;
}
