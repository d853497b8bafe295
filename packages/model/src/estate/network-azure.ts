/**
 * Networks of Azure. Ids of Resource Manager are in lower case. Sources: Azure Virtual Network, Load Balancer, Application Gateway and Azure
 * Firewall documentation, hashicorp/azurerm documentation, Azure template reference, read 2026-11-22.
 */
import type { Range } from '../source.ts';
import type { EntityBase } from './entity.ts';
import type { Known, Texts } from './undecided.ts';
import type { UnknownReason } from '../value.ts';

/** One rule of a network security group. */
export interface AzureRule {
  readonly direction: Known<string>;
  /** `Allow` or `Deny`. */
  readonly access: Known<string>;
  readonly priority: Known<number>;
  /** `Tcp`, `Udp`, `Icmp`, `Esp`, `Ah`, `*`. */
  readonly protocol: Known<string>;
  /** `22`, `8000-8099`, `*`. */
  readonly ports: Texts;
  /** CIDRs, addresses, service tags, `*`. */
  readonly sources: Texts;
  readonly destinations: Texts;
  /** Application security groups. */
  readonly sourceGroups: Texts;
  readonly destinationGroups: Texts;
  readonly name: string;
  readonly place: Range;
  readonly node: string;
  readonly uncertain: boolean;
}

export interface AzureSecurityGroup extends EntityBase {
  readonly kind: 'azure.nsg';
  readonly rules: readonly AzureRule[];
  readonly rest: UnknownReason | null;
  /** Looked up, not made here: its rules are not known. */
  readonly isElsewhere: boolean;
}

/** A rule of its own. */
export interface AzureSecurityRule extends EntityBase {
  readonly kind: 'azure.nsg-rule';
  readonly group: Known<string | undefined>;
  readonly rule: AzureRule;
}

export interface AzureVnet extends EntityBase {
  readonly kind: 'azure.vnet';
  readonly cidrs: Texts;
}

export interface AzureSubnet extends EntityBase {
  readonly kind: 'azure.subnet';
  readonly vnet: Known<string | undefined>;
  readonly cidrs: Texts;
  readonly group: Known<string | undefined>;
  readonly table: Known<string | undefined>;
  readonly isElsewhere: boolean;
}

export interface AzureRoute {
  readonly prefix: Known<string | undefined>;
  /** `Internet`, `None`, `VirtualAppliance`, `VirtualNetworkGateway`, `VnetLocal`. */
  readonly nextHop: Known<string | undefined>;
  readonly place: Range;
  readonly node: string;
  readonly uncertain: boolean;
}

export interface AzureRouteTable extends EntityBase {
  readonly kind: 'azure.route-table';
  readonly routes: readonly AzureRoute[];
  readonly rest: UnknownReason | null;
  readonly isElsewhere: boolean;
}

export interface AzureTableRoute extends EntityBase {
  readonly kind: 'azure.route';
  readonly table: Known<string | undefined>;
  readonly route: AzureRoute;
}

/** Ties a subnet or an interface to something that is made elsewhere. */
export interface AzureLink extends EntityBase {
  readonly kind: 'azure.link';
  readonly role: 'group' | 'table' | 'asg' | 'pool' | 'nat-rule';
  readonly of: Known<string | undefined>;
  readonly to: Known<string | undefined>;
}

/** One direction: what `remote` holds belongs to the tag VirtualNetwork of `vnet`. */
export interface AzurePeering extends EntityBase {
  readonly kind: 'azure.peering';
  readonly vnet: Known<string | undefined>;
  readonly remote: Known<string | undefined>;
  readonly allowsAccess: Known<boolean>;
}

export interface AzureAddressConfig {
  readonly subnet: Known<string | undefined>;
  /** Id of an address; true: one of its own; undefined: none. */
  readonly publicAddress: Known<string | true | undefined>;
  readonly privateAddress: Known<string | undefined>;
  /** Pools of load balancers and application gateways, inbound NAT rules. */
  readonly pools: Texts;
  readonly natRules: Texts;
  readonly asgs: Texts;
}

/** An interface, or something that has interfaces of its own (scale sets, container groups). */
export interface AzureInterface extends EntityBase {
  readonly kind: 'azure.interface';
  readonly configs: readonly AzureAddressConfig[];
  readonly rest: UnknownReason | null;
  readonly group: Known<string | undefined>;
  /** Ports it is known to listen on; empty: any. */
  readonly listens: readonly { readonly protocol: string; readonly port: number }[];
  /** No security group stands before it (container groups with a public address, outside of networks). */
  readonly isUnfiltered: boolean;
  /** Made for a machine, which is told instead of it. */
  readonly isPart: boolean;
}

/** A machine and the interfaces that it is given. */
export interface AzureMachine extends EntityBase {
  readonly kind: 'azure.machine';
  readonly interfaces: Texts;
}

export interface AzurePublicAddress extends EntityBase {
  readonly kind: 'azure.public-address';
  /** Undefined: as the version of the provider or interface has it. */
  readonly sku: Known<'basic' | 'standard' | undefined>;
}

export interface AzureBalancerRule {
  /** Name of the frontend; undefined: any. */
  readonly front: Known<string | undefined>;
  readonly protocol: Known<string>;
  readonly frontPort: Known<number | undefined>;
  readonly frontPortTo: Known<number | undefined>;
  readonly backPort: Known<number | undefined>;
  readonly pools: Texts;
  /** By which an interface names an inbound NAT rule. */
  readonly names: readonly string[];
  readonly place: Range;
  readonly node: string;
}

/** A load balancer, or an application gateway (which calls its backends by addresses of its own). */
export interface AzureBalancer extends EntityBase {
  readonly kind: 'azure.balancer';
  readonly isProxy: boolean;
  readonly sku: Known<'basic' | 'standard' | undefined>;
  readonly fronts: readonly {
    readonly name: string;
    readonly publicAddress: Known<string | undefined>;
    readonly subnet: Known<string | undefined>;
  }[];
  readonly rules: readonly AzureBalancerRule[];
  readonly rest: UnknownReason | null;
  /** Of an application gateway: the subnet that it stands in. */
  readonly subnet: Known<string | undefined>;
  readonly shields: Texts;
  /** Its pools: by name, with addresses and host names. */
  readonly pools: readonly { readonly names: readonly string[]; readonly addresses: Texts }[];
}

/** A rule of its own. */
export interface AzureBalancerOwnRule extends EntityBase {
  readonly kind: 'azure.balancer-rule';
  readonly balancer: Known<string | undefined>;
  readonly rule: AzureBalancerRule;
}

/** A pool of its own, or an address of one (`of`). */
export interface AzurePool extends EntityBase {
  readonly kind: 'azure.pool';
  readonly of: Known<string | undefined>;
  readonly addresses: Texts;
}

export interface AzureFirewall extends EntityBase {
  readonly kind: 'azure.firewall';
  readonly isPublic: Known<boolean>;
  readonly policy: Known<string | undefined>;
  readonly subnet: Known<string | undefined>;
}

/** A destination address translation of a firewall, its policy, or a group of rules. */
export interface AzureDnat extends EntityBase {
  readonly kind: 'azure.dnat';
  readonly of: Known<string | undefined>;
  readonly sources: Texts;
  readonly ports: Texts;
  readonly protocols: Texts;
  readonly to: Known<string | undefined>;
  readonly toPort: Known<number | undefined>;
  readonly rulePlace: Range;
}

/** Firewall policies that take over the rules of another; names only. */
export interface AzureFirewallPolicy extends EntityBase {
  readonly kind: 'azure.firewall-policy';
  readonly base: Known<string | undefined>;
}

export interface AzurePrivateEndpoint extends EntityBase {
  readonly kind: 'azure.private-endpoint';
  readonly target: Texts;
  readonly subnet: Known<string | undefined>;
}

export type AzureNetworkEntity =
  | AzureSecurityGroup
  | AzureSecurityRule
  | AzureVnet
  | AzureSubnet
  | AzureRouteTable
  | AzureTableRoute
  | AzureLink
  | AzurePeering
  | AzureInterface
  | AzureMachine
  | AzurePublicAddress
  | AzureBalancer
  | AzureBalancerOwnRule
  | AzurePool
  | AzureFirewall
  | AzureDnat
  | AzureFirewallPolicy
  | AzurePrivateEndpoint;
