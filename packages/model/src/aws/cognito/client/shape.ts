/** An application that signs users in. Source: hashicorp/aws documentation of aws_cognito_user_pool_client, AWS::Cognito::UserPoolClient, read 2026-11-22. */
export interface UserPoolClient {
  /** `ENABLED` or `LEGACY` (default of the API). */
  readonly userExistenceErrors: string;
  /** Default true. */
  readonly revokesTokens: boolean;
  /** `ALLOW_USER_SRP_AUTH`, `ALLOW_USER_PASSWORD_AUTH` … */
  readonly flows: readonly string[];
}
