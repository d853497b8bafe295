/** A DocumentDB global cluster. Source: hashicorp/aws documentation of aws_docdb_global_cluster, read 2026-11-22. */
export interface DocumentGlobalCluster {
  /** Default false. One made from a cluster takes the encryption of that. */
  readonly isEncrypted: boolean;
}
