/** What Defender for Cloud knows of the updates of a machine's system. Only a live subscription says it. Source: Azure REST API reference "Assessments - List", read 2026-11-22. */
export interface SystemUpdates {
  /** `Healthy`: all are installed; `Unhealthy`; `NotApplicable`: it was not looked at. */
  readonly state: string;
}
