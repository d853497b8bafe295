/** Auditing of one database of Azure SQL. Source: hashicorp/azurerm documentation of azurerm_mssql_database_extended_auditing_policy; Azure template reference of Microsoft.Sql/servers/databases/extendedAuditingSettings, read 2026-11-22. */
export interface SqlDatabaseAuditPolicy {
  /** Do the events go to Azure Monitor? Default of azurerm true, of the service false. */
  readonly toMonitor: boolean;
}
