/** How much a log group holds. Only a live account says it. Source: CloudWatch Logs API reference, LogGroup, read 2026-11-22. */
export interface LogVolume {
  /** Compressed, as it is billed. */
  readonly storedBytes: number;
  readonly ageDays: number;
}
