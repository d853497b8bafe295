/**
 * What the code watches in the audit log by metric filters. It is there where a trail streams to a log group or a filter looks at audit events:
 * only then does a missing alert say something. Source: Amazon CloudWatch Logs User Guide, "Filter and pattern syntax", read 2026-11-22.
 */
export interface AuditAlerts {
  readonly alerts: readonly AuditAlert[];
}

export interface AuditAlert {
  /** The filter pattern as written; unknown parts are holes. */
  readonly pattern: string;
  /** An alarm in the code watches the filter's metric. */
  readonly hasAlarm: boolean;
  /** That alarm tells somebody: it has an enabled action, and a topic of this code among its actions has a subscriber. */
  readonly notifies: boolean;
}
