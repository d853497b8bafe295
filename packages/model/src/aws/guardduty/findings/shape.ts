/** What GuardDuty found. Only a live account says it. Source: Amazon GuardDuty User Guide, "Severity levels of findings", read 2026-11-22. */
export interface GuardDutyFindings {
  /** Open findings of severity 7 and above, as many as one page of them holds (50). */
  readonly high: number;
}
