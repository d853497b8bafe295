/** An Apache Spark pool of a Synapse workspace. Source: hashicorp/azurerm documentation of azurerm_synapse_spark_pool; Azure template reference of Microsoft.Synapse/workspaces/bigDataPools, read 2026-11-22. */
export interface SynapseSparkPool {
  /** Does its compute run on hardware of its own? Default false. */
  readonly isolated: boolean;
}
