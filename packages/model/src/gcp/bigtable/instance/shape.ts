/** A Bigtable instance. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface BigtableInstance {
  /** One for each cluster: is it encrypted with a customer key? */
  readonly clusterKeys: readonly boolean[];
  /** Of Terraform. Default true. */
  readonly deletionProtection: boolean;
}
