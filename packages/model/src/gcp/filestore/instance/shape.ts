/** A Filestore instance. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface FilestoreInstance {
  readonly hasCustomerKey: boolean;
  /** Clients are named; without options every client of the network is admitted as root. */
  readonly hasExportOptions: boolean;
  /** Default false. */
  readonly deletionProtection: boolean;
}
