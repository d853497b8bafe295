/** A managed instance of Azure SQL. Source: hashicorp/azurerm documentation of azurerm_mssql_managed_instance; Azure template reference of Microsoft.Sql/managedInstances, read 2026-11-22. */
export interface SqlManagedInstance {
  /** Does it listen on port 3342 of a public address? Default false. */
  readonly publicEndpoint: boolean;
  /** `1.0`, `1.1`, `1.2`. Default 1.2. */
  readonly minTlsVersion: string;
}
