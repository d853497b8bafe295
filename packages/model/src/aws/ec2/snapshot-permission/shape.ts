/**
 * A permission to create volumes from a snapshot. Sources: hashicorp/aws documentation of aws_snapshot_create_volume_permission; EC2 API
 * reference, ModifySnapshotAttribute (group `all` is everybody); read 2026-11-22.
 */
export interface SnapshotPermission {
  /** Account id, or `all`. */
  readonly accountId: string;
}
