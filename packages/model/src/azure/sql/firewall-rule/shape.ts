/** One rule of the firewall of an Azure SQL server. Source: hashicorp/azurerm documentation of azurerm_mssql_firewall_rule and azurerm_sql_firewall_rule; Azure template reference of Microsoft.Sql/servers/firewallRules, read 2026-11-22. */
export interface SqlFirewallRule {
  /** First address. */
  readonly start: string;
  /** Last address. */
  readonly end: string;
}
