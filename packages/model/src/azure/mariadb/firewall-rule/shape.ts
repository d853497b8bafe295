/** One rule of the firewall of a MariaDB server. Source: hashicorp/azurerm documentation of azurerm_mariadb_firewall_rule; Azure template reference of Microsoft.DBforMariaDB/servers/firewallRules, read 2026-11-22. */
export interface MariadbFirewallRule {
  /** First address. */
  readonly start: string;
  /** Last address. */
  readonly end: string;
}
