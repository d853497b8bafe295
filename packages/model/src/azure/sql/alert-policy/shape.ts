/** Whom threat detection of an Azure SQL server (in templates also of one database) tells about what. Source: hashicorp/azurerm documentation of azurerm_mssql_server_security_alert_policy; Azure template reference of Microsoft.Sql/servers/securityAlertPolicies and Microsoft.Sql/servers/databases/securityAlertPolicies, read 2026-11-22. */
export interface SqlAlertPolicy {
  /** Kinds of alerts that are not sent. Default none. */
  readonly disabledAlerts: readonly string[];
  /** Who gets them. */
  readonly emails: readonly string[];
  /** Do the administrators of the subscription get them? Default false. */
  readonly tellsAdmins: boolean;
}
