/** A user of a Cloud SQL instance. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface DatabaseUser {
  /** The password itself is in the code. */
  readonly hasPlainTextPassword: boolean;
}
