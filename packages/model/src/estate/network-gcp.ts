/** Networks of Google Cloud. Source: VPC, Cloud Load Balancing and IAP documentation, hashicorp/google documentation, read 2026-11-22. */
import type { Range } from '../source.ts';
import type { EntityBase } from './entity.ts';
import type { Known, Texts } from './undecided.ts';

export interface GcpNetwork extends EntityBase {
  readonly kind: 'gcp.network';
  /** Network policies come before the rules of the network itself (BEFORE_CLASSIC_FIREWALL). */
  readonly policiesFirst: Known<boolean>;
  /** The route to the internet that each network is made with was taken away. */
  readonly hasNoDefaultRoute: Known<boolean>;
  /** Looked up, not made here. */
  readonly isElsewhere: boolean;
  /** Answers list its routes, the default one included. */
  readonly isLive: boolean;
}

export interface GcpSubnet extends EntityBase {
  readonly kind: 'gcp.subnet';
  readonly network: Known<string | undefined>;
  readonly cidrs: Texts;
}

/** A rule of a network, or of a policy. */
export interface GcpRule extends EntityBase {
  readonly kind: 'gcp.rule';
  readonly network: Known<string | undefined>;
  readonly policy: Known<string | undefined>;
  readonly isIngress: Known<boolean>;
  /** `allow`, `deny`, `goto_next`; others inspect and then allow. */
  readonly action: Known<string>;
  readonly priority: Known<number>;
  readonly isDisabled: Known<boolean>;
  readonly layers: readonly { readonly protocol: Known<string>; readonly ports: Texts }[];
  readonly layersRest: boolean;
  readonly sources: Texts;
  readonly sourceTags: Texts;
  readonly sourceAccounts: Texts;
  /** Of egress rules. */
  readonly destinations: Texts;
  /** Regions, lists of threats, host names: which addresses these are nobody can say. */
  readonly hasOtherSources: boolean;
  readonly targetTags: Texts;
  readonly targetAccounts: Texts;
  readonly targetNetworks: Texts;
}

export interface GcpPolicy extends EntityBase {
  readonly kind: 'gcp.policy';
  readonly isHierarchical: boolean;
  /** Organization or folder it belongs to. */
  readonly parent: Known<string | undefined>;
}

export interface GcpPolicyAssociation extends EntityBase {
  readonly kind: 'gcp.policy-association';
  readonly policy: Known<string | undefined>;
  readonly target: Known<string | undefined>;
}

/** Where a project lies: `organizations/1`, `folders/2`. */
export interface GcpParent extends EntityBase {
  readonly kind: 'gcp.parent';
  readonly isFolder: boolean;
  readonly parent: Known<string | undefined>;
}

export interface GcpRoute extends EntityBase {
  readonly kind: 'gcp.route';
  readonly network: Known<string | undefined>;
  readonly destination: Known<string | undefined>;
  readonly priority: Known<number>;
  readonly toInternet: Known<boolean>;
  readonly machineTags: Texts;
}

/** A place in a network: of a machine, of machines that are made from a template. */
export interface GcpInterface extends EntityBase {
  readonly kind: 'gcp.interface';
  readonly network: Known<string | undefined>;
  readonly subnet: Known<string | undefined>;
  readonly publicIpv4: Known<boolean>;
  readonly publicIpv6: Known<boolean>;
  readonly machineTags: Texts;
  readonly accounts: Texts;
  readonly privateAddress: Known<string | undefined>;
  readonly interfacePlace: Range;
  readonly isTemplate: boolean;
}

/** A group of machines: its members, or the template they are made from. */
export interface GcpGroup extends EntityBase {
  readonly kind: 'gcp.group';
  readonly members: Texts;
  readonly template: Texts;
  readonly namedPorts: readonly { readonly name: string; readonly port: number }[];
}

export interface GcpForwardingRule extends EntityBase {
  readonly kind: 'gcp.forwarding-rule';
  /** `EXTERNAL`, `EXTERNAL_MANAGED`, `INTERNAL` … */
  readonly scheme: Known<string>;
  readonly protocol: Known<string>;
  readonly ports: Texts;
  readonly allPorts: boolean;
  /** Proxy, pool, backend service. */
  readonly targets: Texts;
}

/** What a load balancer leads through: proxies, URL maps, backend services, network endpoint groups, pools. */
export interface GcpHop extends EntityBase {
  readonly kind: 'gcp.hop';
  readonly hopKind: 'proxy' | 'url-map' | 'backend-service' | 'bucket' | 'endpoint-group' | 'pool';
  readonly targets: Texts;
  /** Callers sign in by IAP. */
  readonly hasIap: Known<boolean>;
  readonly portName: string | undefined;
  /** Packets keep the caller's address and go straight to machines. */
  readonly isPassthrough: boolean;
  readonly shields: Texts;
}

export interface GcpPeering extends EntityBase {
  readonly kind: 'gcp.peering';
  readonly network: Known<string | undefined>;
  readonly peer: Known<string | undefined>;
}

export type GcpNetworkEntity =
  | GcpNetwork
  | GcpSubnet
  | GcpRule
  | GcpPolicy
  | GcpPolicyAssociation
  | GcpParent
  | GcpRoute
  | GcpInterface
  | GcpGroup
  | GcpForwardingRule
  | GcpHop
  | GcpPeering;
