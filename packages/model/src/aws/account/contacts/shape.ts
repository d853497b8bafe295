/**
 * Whom AWS writes to about the account. It is there where the code manages some contact: only then does a missing one say something.
 * Source: hashicorp/aws documentation of aws_account_alternate_contact and aws_account_primary_contact, read 2026-11-22.
 */
export interface AccountContacts {
  /** `SECURITY`, `BILLING`, `OPERATIONS`. */
  readonly alternates: readonly string[];
  readonly hasPrimary: boolean;
}
