/** An IAM user as an account of its own, beside roles and Identity Center. Source: IAM User Guide, "IAM users", read 2026-11-22. */
export interface UserAccount {
  /** As written; unknown parts are holes. */
  readonly userName: string;
}
