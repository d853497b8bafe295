/** A block that may give permissions to a user without a group between. Source: IAM User Guide, "Security best practices", read 2026-11-22. */
export interface DirectGrant {
  /** It gives some user a policy. */
  readonly isToUser: boolean;
}
