/** A notebook machine: user-managed, runtime or Workbench. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface NotebookInstance {
  /** Default true. */
  readonly hasPublicAddress: boolean;
  readonly hasCustomerKey: boolean;
  /** Default true. */
  readonly vtpm: boolean;
  /** Default true. */
  readonly integrityMonitoring: boolean;
  /** Default false. */
  readonly secureBoot: boolean;
}
