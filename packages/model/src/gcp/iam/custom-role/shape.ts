/** A role that the customer puts together. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface CustomRole {
  readonly permissions: readonly string[];
}
