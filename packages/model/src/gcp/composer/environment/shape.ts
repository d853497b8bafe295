/** A Cloud Composer environment. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface ComposerEnvironment {
  /** Default false. */
  readonly isPrivate: boolean;
  readonly hasCustomerKey: boolean;
  /** Who may reach the web server; none written: everybody. */
  readonly webServerRanges: readonly string[];
}
