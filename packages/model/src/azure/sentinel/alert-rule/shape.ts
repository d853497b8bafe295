/** A detection of Microsoft Sentinel. Source: Microsoft Sentinel documentation "Analytics rules", read 2026-11-22. */
export interface AlertRule {
  /** Default true. */
  readonly isEnabled: boolean;
}
