/** A MemoryDB snapshot. Source: hashicorp/aws documentation of aws_memorydb_snapshot, read 2026-11-22. */
export interface MemorySnapshot {
  readonly hasCustomerKey: boolean;
}
