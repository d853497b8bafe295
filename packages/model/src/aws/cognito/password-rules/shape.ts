/** Password rules of a user pool. Source: hashicorp/aws documentation of aws_cognito_user_pool, AWS::Cognito::UserPool PasswordPolicy, read 2026-11-22. */
export interface PasswordRules {
  /** Without one Cognito asks for 8 characters of all four kinds. */
  readonly hasPolicy: boolean;
  /** Default false in a policy that is written. */
  readonly requiresLowercase: boolean;
  /** Default false in a policy that is written. */
  readonly requiresUppercase: boolean;
  /** Default false in a policy that is written. */
  readonly requiresNumbers: boolean;
  /** Default false in a policy that is written. */
  readonly requiresSymbols: boolean;
  /** Default 7. */
  readonly temporaryDays: number;
  /** Nobody registers by themselves. Default false. */
  readonly onlyAdminsCreate: boolean;
  /** Default false. */
  readonly hasWebAcl: boolean;
}
