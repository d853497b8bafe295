/** A network interface of a machine. Source: Azure template reference of Microsoft.Network/networkInterfaces, read 2026-11-22. */
export interface NetworkInterface {
  readonly ipConfigurations: readonly { readonly hasPublicIp: boolean }[];
  /** The machine may pass on packets of others. Default false. */
  readonly hasIpForwarding: boolean;
  /** Own DNS servers; empty: those of the virtual network. */
  readonly dnsServers: readonly string[];
  /** A security group of its own, beside that of the subnet. */
  readonly hasSecurityGroup: boolean;
}
