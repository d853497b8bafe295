/** A logical server of Azure SQL. Source: hashicorp/azurerm documentation of azurerm_mssql_server and azurerm_sql_server; Azure template reference of Microsoft.Sql/servers, read 2026-11-22. */
export interface SqlServer {
  /** Default true. azurerm_sql_server has no argument for it (outside). */
  readonly publicNetworkAccess: boolean;
  /** `None`, `1.0` to `1.3`. Default of azurerm since 3.0 `1.2`, of the service `None`. */
  readonly minTlsVersion: string;
  /** Auditing of the whole server. Default false. */
  readonly isAudited: boolean;
  /** 0: for ever, the default of a policy that is written. */
  readonly auditRetentionDays: number;
  /** Is there an Entra administrator? */
  readonly entraAdmin: boolean;
  /** Are SQL logins refused? Default false. */
  readonly entraOnly: boolean;
  /** Is threat detection of the server on? Default false. */
  readonly alerts: boolean;
  /** Is transparent data encryption protected by a key of a key vault? Default false. */
  readonly customerKey: boolean;
  /** Is the administrator's password written out in the code? */
  readonly writtenPassword: boolean;
  /** Is a private endpoint for it in this code? */
  readonly privateEndpoint: boolean;
}
