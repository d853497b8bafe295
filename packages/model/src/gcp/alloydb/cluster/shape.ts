/** An AlloyDB cluster. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface AlloyDbCluster {
  readonly hasCustomerKey: boolean;
  /** Default true. */
  readonly hasBackups: boolean;
}
