/** A persistent disk, seen only as something that is backed up or not. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface BackedUpDisk {
  /** A resource policy with a snapshot schedule, or a backup plan, is attached. */
  readonly hasSnapshotSchedule: boolean;
}
