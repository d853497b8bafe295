/** Which services of Google must ask before its staff look at data. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface AccessApproval {
  /** `all`, `GA`, or names of services. */
  readonly products: readonly string[];
}
