/** A virtual network with the subnets written inside it. Source: Azure template reference of Microsoft.Network/virtualNetworks, read 2026-11-22. */
export interface VirtualNetwork {
  /** A DDoS protection plan is linked and switched on. */
  readonly hasDdosPlan: boolean;
  /** Own DNS servers; empty: the one of Azure, which does not fail alone. */
  readonly dnsServers: readonly string[];
  /** A Network Watcher of the same region; outside when the code sets up none anywhere (Azure makes them by itself). */
  readonly hasNetworkWatcher: boolean;
  readonly addressSpace: readonly string[];
  readonly subnets: readonly InlineSubnet[];
}

/** A subnet written inside its network. */
export interface InlineSubnet {
  readonly label: string;
  readonly hasSecurityGroup: boolean;
  /** Services that the subnet is handed to. */
  readonly delegations: readonly string[];
}
