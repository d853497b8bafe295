/** One rule of the firewall of a Synapse workspace. Source: hashicorp/azurerm documentation of azurerm_synapse_firewall_rule; Azure template reference of Microsoft.Synapse/workspaces/firewallRules, read 2026-11-22. */
export interface SynapseFirewallRule {
  /** First address. */
  readonly start: string;
  /** Last address. */
  readonly end: string;
}
