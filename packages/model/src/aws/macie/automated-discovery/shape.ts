/** Whether Macie looks through buckets by itself. Only a live account says it. Source: Amazon Macie API reference, read 2026-11-22. */
export interface AutomatedDiscovery {
  /** Macie itself: `ENABLED`, `PAUSED`. */
  readonly session: string;
  /** `ENABLED`, `DISABLED`. */
  readonly status: string;
}
