/** A PostgreSQL server, single or flexible, with its parameters. Source: hashicorp/azurerm documentation of azurerm_postgresql_server and azurerm_postgresql_flexible_server; Azure template reference of Microsoft.DBforPostgreSQL/servers and Microsoft.DBforPostgreSQL/flexibleServers, read 2026-11-22. */
export interface PostgresqlServer {
  /** Are connections without TLS refused? Default true; of a single server in a template none is documented. */
  readonly tlsRequired: boolean;
  /** Is TLS below 1.2 refused? Default true, but not of a single server in a template. */
  readonly tls12: boolean;
  /** False also for a flexible server inside a virtual network. Default true. */
  readonly publicNetworkAccess: boolean;
  /** Default false. */
  readonly geoBackup: boolean;
  /** Default 7. */
  readonly backupDays: number;
  /** Is there a second node that takes over? Single servers have none of their own (outside). */
  readonly standby: boolean;
  /** A read replica has no backups of its own. */
  readonly isReplica: boolean;
  /** Infrastructure encryption; flexible servers have none (outside). Default false. */
  readonly doubleEncryption: boolean;
  /** Of the server itself; that of flexible servers is a plan of Defender for Cloud (outside). Default false. */
  readonly threatDetection: boolean;
  /** Encrypted with a key of a key vault. Default false. */
  readonly customerKey: boolean;
  /** Is a private endpoint for it in this code? */
  readonly privateEndpoint: boolean;
  /** Is the administrator's password written out in the code? */
  readonly writtenPassword: boolean;
  /** Can people log in with Entra ID? Default false. */
  readonly entraAuth: boolean;
}
