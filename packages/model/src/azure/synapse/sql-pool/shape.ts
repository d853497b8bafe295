/** A dedicated SQL pool of a Synapse workspace. Source: hashicorp/azurerm documentation of azurerm_synapse_sql_pool; Azure template reference of Microsoft.Synapse/workspaces/sqlPools, read 2026-11-22. */
export interface SynapseSqlPool {
  /** Transparent data encryption. Default false. */
  readonly encrypted: boolean;
  /** Does an auditing policy send events to Azure Monitor? */
  readonly auditToMonitor: boolean;
  /** Is threat detection on? */
  readonly alerts: boolean;
  /** Does its vulnerability assessment run every week? */
  readonly scans: boolean;
}
