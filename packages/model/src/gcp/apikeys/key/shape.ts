/** An API key. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface ApiKey {
  /** Only named APIs take it. */
  readonly hasApiTargets: boolean;
  /** Only named sites, addresses or apps may use it. */
  readonly hasCallerRestriction: boolean;
  /** Bound to a service account: only for APIs that take such keys. */
  readonly isForServiceAccount: boolean;
}
