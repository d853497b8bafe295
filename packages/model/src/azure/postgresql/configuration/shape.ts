/** One parameter of a PostgreSQL server that somebody sets. Source: hashicorp/azurerm documentation of azurerm_postgresql_configuration and azurerm_postgresql_flexible_server_configuration; Azure template reference of Microsoft.DBforPostgreSQL/servers/configurations and Microsoft.DBforPostgreSQL/flexibleServers/configurations, read 2026-11-22. */
export interface PostgresqlConfiguration {
  /** `log_checkpoints` */
  readonly parameter: string;
  /** As it is written. */
  readonly value: string;
}
