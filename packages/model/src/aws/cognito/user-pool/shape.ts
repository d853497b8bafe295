/** A Cognito user pool. Source: hashicorp/aws documentation of aws_cognito_user_pool, AWS::Cognito::UserPool, read 2026-11-22. */
export interface UserPool {
  /** `OFF` (default), `OPTIONAL`, `ON`. */
  readonly mfa: string;
  /** `OFF` (default), `AUDIT`, `ENFORCED`. */
  readonly threatProtection: string;
  /** Default 8. */
  readonly minimumPasswordLength: number;
  /** `INACTIVE` (default) or `ACTIVE`. */
  readonly deletionProtection: string;
}
