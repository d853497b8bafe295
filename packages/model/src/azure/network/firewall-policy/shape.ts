/** A policy of Azure Firewall. Source: Azure Firewall documentation, read 2026-11-22. */
export interface FirewallPolicy {
  /** `Off`, `Alert` or `Deny`. Default Alert. */
  readonly threatIntelligence: string;
  /** `Off`, `Alert` or `Deny` traffic that signatures match; a feature of the premium tier. Default Off. */
  readonly intrusionDetection: string;
}
