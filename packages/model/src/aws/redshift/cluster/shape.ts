/** A Redshift cluster. Source: hashicorp/aws documentation of aws_redshift_cluster and its version 6 upgrade guide, read 2026-11-22. */
export interface RedshiftCluster {
  /** Default false from provider 6.0 on, true before. */
  readonly isPublic: boolean;
  /** Default true from provider 6.0 on, false before. */
  readonly isEncrypted: boolean;
}
