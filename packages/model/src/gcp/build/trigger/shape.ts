/** A trigger of Cloud Build. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface BuildTrigger {
  /** Without one builds run as a default account. */
  readonly hasServiceAccount: boolean;
}
