/** A subnet as a resource of its own; those written inside a network are read with it. Source: Azure Virtual Network documentation, read 2026-11-22. */
export interface Subnet {
  /** Its name decides for the subnets of Azure's own services: `GatewaySubnet`, `AzureFirewallSubnet` … */
  readonly label: string;
  readonly hasSecurityGroup: boolean;
  /** Services that the subnet is handed to. */
  readonly delegations: readonly string[];
}
