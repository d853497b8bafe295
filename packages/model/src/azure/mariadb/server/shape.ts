/** A MariaDB server. The service was retired in 2025; code of it is still around. Source: hashicorp/azurerm documentation of azurerm_mariadb_server; Azure template reference of Microsoft.DBforMariaDB/servers, read 2026-11-22. */
export interface MariadbServer {
  /** No default is documented for templates. */
  readonly tlsRequired: boolean;
  /** Is TLS below 1.2 refused? Default of azurerm true, of the service false. */
  readonly tls12: boolean;
  /** Default true. */
  readonly publicNetworkAccess: boolean;
  /** Default false. */
  readonly geoBackup: boolean;
  /** Is a private endpoint for it in this code? */
  readonly privateEndpoint: boolean;
}
