/** The instances of a Neptune cluster. Sources: hashicorp/aws documentation of aws_neptune_cluster_instance; AWS::Neptune::DBInstance; read 2026-11-22. */
export interface GraphClusterMembers {
  /** Outside when none is in this code. */
  readonly instances: number;
}
