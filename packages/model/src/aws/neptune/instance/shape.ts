/** A Neptune instance. Source: hashicorp/aws documentation of aws_neptune_cluster_instance, read 2026-11-22. */
export interface GraphInstance {
  /** Default false. */
  readonly isPublic: boolean;
}
