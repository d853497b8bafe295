/** A Spanner database. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface SpannerDatabase {
  readonly hasCustomerKey: boolean;
  /** Of Terraform. Default true. */
  readonly deletionProtection: boolean;
  /** Of Spanner itself. Default false. */
  readonly dropProtection: boolean;
}
