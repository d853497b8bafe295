/** One rule of the firewall of a MySQL server. Source: hashicorp/azurerm documentation of azurerm_mysql_flexible_server_firewall_rule and azurerm_mysql_firewall_rule; Azure template reference of Microsoft.DBforMySQL/flexibleServers/firewallRules and Microsoft.DBforMySQL/servers/firewallRules, read 2026-11-22. */
export interface MysqlFirewallRule {
  /** First address. */
  readonly start: string;
  /** Last address. */
  readonly end: string;
}
