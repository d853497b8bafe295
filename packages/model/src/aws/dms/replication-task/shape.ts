/** A replication task of DMS. Sources: hashicorp/aws documentation of aws_dms_replication_task; AWS::DMS::ReplicationTask; AWS DMS User Guide, "Logging task settings"; read 2026-11-22. */
export interface ReplicationTask {
  /** Default false. */
  readonly logs: boolean;
}
