/** A workspace of Synapse Analytics. Source: hashicorp/azurerm documentation of azurerm_synapse_workspace; Azure template reference of Microsoft.Synapse/workspaces, read 2026-11-22. */
export interface SynapseWorkspace {
  /** Do Spark and pipelines run in a managed virtual network? Default false. */
  readonly managedNetwork: boolean;
  /** May data go to approved tenants only? Default false. */
  readonly preventsExfiltration: boolean;
  /** Default true. */
  readonly publicNetworkAccess: boolean;
  /** Encrypted with a key of a key vault. */
  readonly customerKey: boolean;
  /** Is there an auditing policy? */
  readonly audited: boolean;
  /** Does a firewall rule let addresses outside of your network in? */
  readonly hasFirewallRules: boolean;
  /** Is the administrator's password written out in the code? */
  readonly writtenPassword: boolean;
  /** Is a private endpoint for it in this code? */
  readonly privateEndpoint: boolean;
}
