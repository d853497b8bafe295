/** A parameter of Systems Manager. Source: hashicorp/aws documentation of aws_ssm_parameter, read 2026-11-22. */
export interface SsmParameter {
  /** The path as written; unknown parts are holes. */
  readonly parameterName: string;
  /** `String`, `StringList`, `SecureString`. */
  readonly type: string;
  /** A key of the account; otherwise the AWS managed key `aws/ssm` encrypts secure strings. */
  readonly hasCustomerKey: boolean;
  /** Undefined: only given when it is applied (`value_wo`), or kept out of code. */
  readonly value: string | undefined;
}
