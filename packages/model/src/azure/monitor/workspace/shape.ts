/** A Log Analytics workspace. Source: Azure Monitor documentation "Log Analytics workspaces", read 2026-11-22. */
export interface Workspace {
  /** Days that logs can be asked for. Default 30. */
  readonly retentionDays: number;
  /** Gigabytes a day after which nothing is taken any more; -1, the default: no cap. */
  readonly dailyCapGb: number;
  /** Logs can be sent in over the internet. Default true. */
  readonly takesFromInternet: boolean;
  /** Logs can be asked over the internet. Default true. */
  readonly answersInternet: boolean;
  /** Shared keys work beside Entra ID. Default true. */
  readonly hasLocalAuthentication: boolean;
}
