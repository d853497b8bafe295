/** A Dataflow job. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface DataflowJob {
  readonly hasCustomerKey: boolean;
  /** Workers have external addresses. Default true. */
  readonly hasPublicAddresses: boolean;
}
