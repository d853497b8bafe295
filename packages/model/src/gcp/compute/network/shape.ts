/** A VPC network. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface Network {
  /** A subnet in every region is made by itself. Default true. */
  readonly isAutoMode: boolean;
  /** One range over all regions, without subnets; could be made until version 3 of the provider. */
  readonly isLegacy: boolean;
  /** Addresses of the firewall rules and firewall policies for it. */
  readonly firewalls: readonly string[];
}
