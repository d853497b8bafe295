import type { AttrMap } from '../../../node.ts';

/** A parameter of Systems Manager. Source: hashicorp/aws documentation of aws_ssm_parameter, read 2026-11-22. */
export interface SsmParameter {
  /** The path as written; unknown parts are holes. */
  readonly parameterName: string;
  /** `String`, `StringList`, `SecureString`. */
  readonly type: string;
  /** A key of the account; otherwise the AWS managed key `aws/ssm` encrypts secure strings. */
  readonly hasCustomerKey: boolean;
  /** A request over HTTP that the code makes while it runs carries the value in its URL. */
  readonly isSentAway: boolean;
  /** The last part of the path, when the value is a credential → its kind. `secret-value`: made or kept elsewhere, not written in the code. */
  readonly credentials: AttrMap<string>;
}
