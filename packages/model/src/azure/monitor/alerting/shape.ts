/** The activity log alerts of a root module together; there where it has at least one. */
export interface Alerting {
  readonly alerts: readonly ActivityAlert[];
}

/** Somebody is told when the activity log says this. Source: Azure Monitor documentation "Activity log alerts", read 2026-11-22. */
export interface ActivityAlert {
  readonly isEnabled: boolean;
  /** `Administrative`, `ServiceHealth`, `Security` … */
  readonly category: string | undefined;
  /** `Microsoft.Network/networkSecurityGroups/write`; undefined: every operation of the category. */
  readonly operation: string | undefined;
}
