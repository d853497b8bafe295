/** The account's password policy for IAM users. Source: IAM User Guide, "Set an account password policy", read 2026-11-22. */
export interface PasswordPolicy {
  /** Characters. Default 6 (IAM API reference, UpdateAccountPasswordPolicy). */
  readonly minimumLength: number;
}
