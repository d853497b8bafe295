/** The account's password policy for IAM users. Source: IAM User Guide, "Set an account password policy", read 2026-11-22. */
export interface PasswordPolicy {
  /** Characters. Default 6 (IAM API reference, UpdateAccountPasswordPolicy). */
  readonly minimumLength: number;
  /** How many earlier passwords are refused. Default 0: none. */
  readonly refusedEarlierPasswords: number;
  /** Default false, like the three below. */
  readonly requiresUppercase: boolean;
  readonly requiresLowercase: boolean;
  readonly requiresSymbol: boolean;
  readonly requiresNumber: boolean;
  /** Days after which a password has to be changed. Default 0: never. */
  readonly maximumAgeDays: number;
}
