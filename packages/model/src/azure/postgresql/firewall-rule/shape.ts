/** One rule of the firewall of a PostgreSQL server. Source: hashicorp/azurerm documentation of azurerm_postgresql_flexible_server_firewall_rule and azurerm_postgresql_firewall_rule; Azure template reference of Microsoft.DBforPostgreSQL/flexibleServers/firewallRules and Microsoft.DBforPostgreSQL/servers/firewallRules, read 2026-11-22. */
export interface PostgresqlFirewallRule {
  /** First address. */
  readonly start: string;
  /** Last address. */
  readonly end: string;
}
