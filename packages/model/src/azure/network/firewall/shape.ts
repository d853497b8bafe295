/** An Azure Firewall. Source: Azure Firewall documentation, read 2026-11-22. */
export interface Firewall {
  /** A policy holds its rules and threat intelligence; without one they are at the firewall itself. */
  readonly hasPolicy: boolean;
  /** `Off`, `Alert` or `Deny` traffic from and to known bad addresses. Default Alert. */
  readonly threatIntelligence: string;
}
