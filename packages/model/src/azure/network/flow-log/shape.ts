/** A flow log of Network Watcher. Source: Azure Network Watcher documentation "Flow logs", read 2026-11-22. */
export interface FlowLog {
  readonly isEnabled: boolean;
  /** Are records deleted after some days? Without, they stay for ever. */
  readonly hasRetention: boolean;
  /** Days; 0: for ever. */
  readonly retentionDays: number;
  /** Traffic analytics: the records are sent to a workspace that somebody can ask. */
  readonly hasTrafficAnalytics: boolean;
}
