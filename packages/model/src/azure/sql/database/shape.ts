/** A database of Azure SQL. Source: hashicorp/azurerm documentation of azurerm_mssql_database and azurerm_sql_database; Azure template reference of Microsoft.Sql/servers/databases, read 2026-11-22. */
export interface SqlDatabase {
  /** Transparent data encryption. Default true. */
  readonly encrypted: boolean;
  /** Are all tables ledger tables? Default false. */
  readonly ledger: boolean;
  /** Default false. */
  readonly zoneRedundant: boolean;
}
