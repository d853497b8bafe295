/** A GuardDuty detector: one for each account and region. Source: hashicorp/aws documentation of aws_guardduty_detector, read 2026-11-22. */
export interface Detector {
  /** Default true. */
  readonly isEnabled: boolean;
}
