/** The root user, who may do everything in the account. Only a live account has one. Source: IAM User Guide, "AWS account root user", read 2026-11-22. */
export interface IamRoot {
  readonly hasAccessKeys: boolean;
  /** False in member accounts whose root credentials were removed centrally: nobody can sign in. */
  readonly hasPassword: boolean;
  readonly hasMfa: boolean;
  /** One of its devices is an application on a phone; otherwise all are hardware. */
  readonly hasVirtualMfa: boolean;
  /** Days since its password or a key of it was last used; undefined: never. From the credential report, which may be four hours old. */
  readonly unusedDays: number | undefined;
}
