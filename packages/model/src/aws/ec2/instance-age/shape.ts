/** How long an instance is there. Only a live account says it. Source: Amazon EC2 API reference, Instance, read 2026-11-22. */
export interface InstanceAge {
  /** `pending`, `running`, `stopping`, `stopped`, `shutting-down`. */
  readonly state: string;
  /** Since it was made, however often it was stopped and started. */
  readonly ageDays: number;
  /** Undefined while it is not stopped. */
  readonly stoppedDays: number | undefined;
}
