/**
 * Networks: what stands where, which rules and routes lie between. AWS here; other clouds in files of their own. Texts that name other
 * things are as they are written: names of entities, `pl-…`, CIDRs, or symbols of what nobody knows. Sources: Amazon VPC, EC2 and Elastic
 * Load Balancing user guides, hashicorp/aws and CloudFormation documentation, read 2026-11-22.
 */
import type { Range } from '../source.ts';
import type { EntityBase } from './entity.ts';
import type { Known, Texts } from './undecided.ts';
import type { UnknownReason } from '../value.ts';

export interface AwsVpc extends EntityBase {
  readonly kind: 'aws.vpc';
  /** IPv4 and IPv6. */
  readonly cidrs: Texts;
  /** Names by which others refer to what every VPC is born with. */
  readonly mainTableNames: readonly string[];
  readonly defaultGroupNames: readonly string[];
  readonly defaultAclNames: readonly string[];
  /** The VPC of an account that nobody made: its main table leads to the internet unless somebody changed it. */
  readonly isDefault: Known<boolean>;
  /** Looked up, not made here: what it holds may lie elsewhere. */
  readonly isElsewhere: boolean;
}

export interface AwsSubnet extends EntityBase {
  readonly kind: 'aws.subnet';
  readonly vpc: Known<string | undefined>;
  readonly cidrs: Texts;
  readonly mapsPublicIpv4: Known<boolean>;
  readonly mapsIpv6: Known<boolean>;
  readonly isElsewhere: boolean;
}

/** A further block of addresses of a VPC. */
export interface AwsVpcCidr extends EntityBase {
  readonly kind: 'aws.vpc-cidr';
  readonly vpc: Known<string | undefined>;
  readonly cidrs: Texts;
}

export const routeTargets = ['igw', 'nat', 'egress-only', 'tgw', 'peering', 'endpoint', 'appliance', 'other', 'local'] as const;
/** By the attribute that names it; `igw` is any gateway: an internet or a virtual private one. */
export type RouteTarget = (typeof routeTargets)[number];

export interface AwsRoute {
  /** CIDR or name of a prefix list. */
  readonly destination: Known<string | undefined>;
  readonly target: RouteTarget;
  readonly targetName: Known<string | undefined>;
  readonly isBlackhole: boolean;
  readonly place: Range;
  readonly node: string;
  readonly uncertain: boolean;
}

export interface AwsRouteTable extends EntityBase {
  readonly kind: 'aws.route-table';
  readonly vpc: Known<string | undefined>;
  readonly routes: readonly AwsRoute[];
  readonly rest: UnknownReason | null;
  /** Name of the main table it stands for (`aws_default_route_table`). */
  readonly standsFor: Known<string | undefined>;
  readonly isElsewhere: boolean;
}

/** A route of its own. */
export interface AwsTableRoute extends EntityBase {
  readonly kind: 'aws.route';
  readonly table: Known<string | undefined>;
  readonly route: AwsRoute;
}

/** Which table a subnet or a whole VPC (main) uses. */
export interface AwsTableAssociation extends EntityBase {
  readonly kind: 'aws.table-association';
  readonly table: Known<string | undefined>;
  /** A subnet, or the gateway of an edge table; undefined: `vpc` is given instead. */
  readonly subnet: Known<string | undefined>;
  readonly vpc: Known<string | undefined>;
}

/** Internet, virtual private and egress-only gateways, and NAT. */
export interface AwsGateway extends EntityBase {
  readonly kind: 'aws.gateway';
  readonly gatewayKind: 'igw' | 'vgw' | 'egress-only' | 'nat' | 'tgw';
  readonly vpc: Known<string | undefined>;
}

export interface AwsPeering extends EntityBase {
  readonly kind: 'aws.peering';
  readonly vpc: Known<string | undefined>;
  readonly peer: Known<string | undefined>;
  readonly isActive: Known<boolean>;
}

export interface AwsTransitAttachment extends EntityBase {
  readonly kind: 'aws.transit-attachment';
  readonly gateway: Known<string | undefined>;
  readonly vpc: Known<string | undefined>;
  /** It uses the gateway's default table, and is announced there. */
  readonly isDefault: Known<boolean>;
}

/** Association with a table of a transit gateway, propagation into one, or a static route of one. */
export interface AwsTransitRoute extends EntityBase {
  readonly kind: 'aws.transit-route';
  readonly role: 'association' | 'propagation' | 'static' | 'blackhole';
  readonly table: Known<string | undefined>;
  readonly attachment: Known<string | undefined>;
  readonly destination: Known<string | undefined>;
}

/** One rule: who (source of ingress, destination of egress) on which ports. */
export interface AwsRule {
  readonly direction: 'ingress' | 'egress';
  /** `tcp`, `6`, `-1` … */
  readonly protocol: Known<string>;
  readonly from: Known<number>;
  readonly to: Known<number>;
  readonly cidrs: Texts;
  readonly prefixLists: Texts;
  readonly groups: Texts;
  /** The group itself. */
  readonly isSelf: Known<boolean>;
  readonly place: Range;
  readonly node: string;
  readonly uncertain: boolean;
}

export interface AwsSecurityGroup extends EntityBase {
  readonly kind: 'aws.security-group';
  readonly vpc: Known<string | undefined>;
  readonly rules: readonly AwsRule[];
  readonly rest: { readonly ingress: UnknownReason | null; readonly egress: UnknownReason | null };
  /** Nothing is written about egress: everything may leave until somebody writes a rule. */
  readonly opensEgress: boolean;
  /** The default group of its VPC. */
  readonly isDefault: boolean;
  readonly isElsewhere: boolean;
}

/** A rule of its own. */
export interface AwsGroupRule extends EntityBase {
  readonly kind: 'aws.group-rule';
  readonly group: Known<string | undefined>;
  readonly rules: readonly AwsRule[];
}

export interface AwsAclEntry {
  readonly direction: Known<'ingress' | 'egress'>;
  readonly number: Known<number>;
  readonly isAllow: Known<boolean>;
  readonly protocol: Known<string>;
  readonly from: Known<number>;
  readonly to: Known<number>;
  readonly cidr: Known<string | undefined>;
  readonly place: Range;
  readonly node: string;
  readonly uncertain: boolean;
}

export interface AwsNetworkAcl extends EntityBase {
  readonly kind: 'aws.network-acl';
  readonly vpc: Known<string | undefined>;
  readonly subnets: Texts;
  readonly entries: readonly AwsAclEntry[];
  readonly rest: UnknownReason | null;
  /** Name of the default list it stands for, or true for that of its VPC. */
  readonly standsFor: Known<string | true | undefined>;
}

export interface AwsAclOwnEntry extends EntityBase {
  readonly kind: 'aws.acl-entry';
  readonly acl: Known<string | undefined>;
  readonly entry: AwsAclEntry;
}

export interface AwsAclAssociation extends EntityBase {
  readonly kind: 'aws.acl-association';
  readonly acl: Known<string | undefined>;
  readonly subnet: Known<string | undefined>;
}

/** Also one entry of its own: then `of` names the list. */
export interface AwsPrefixList extends EntityBase {
  readonly kind: 'aws.prefix-list';
  readonly cidrs: Texts;
  /** AWS manages it: addresses of services of its own, never those of everybody. */
  readonly isOfAws: boolean;
  readonly of: Known<string | undefined>;
}

/**
 * Places in subnets with addresses and groups: an instance, a network interface, a load balancer, a database, a function. `id` is that of
 * what it belongs to.
 */
export interface AwsInterface extends EntityBase {
  readonly kind: 'aws.interface';
  /** `instance`, `network-interface`, `auto-scaling-group`, `ecs-service`, `lambda`, `rds` … */
  readonly interfaceKind: string;
  /** Id of the entity it belongs to (its workload, data store, load balancer). */
  readonly owner: string;
  readonly subnets: Texts;
  /** Names a group of subnets instead. */
  readonly subnetGroup: Known<string | undefined>;
  readonly groups: Texts;
  /** It has a public IPv4 address; `subnet-default`: as its subnet says. */
  readonly publicIpv4: Known<boolean | 'subnet-default'>;
  readonly ipv6: Known<boolean | 'subnet-default'>;
  /** Ports it is known to listen on; empty: any. */
  readonly listens: readonly { readonly protocol: string; readonly from: number; readonly to: number; readonly place: Range | null }[];
  /** Launch template or configuration that says what is not said here. */
  readonly template: Known<string | undefined>;
  /** Network interfaces made beforehand, or what it is attached to. */
  readonly attached: Texts;
  /** Target groups and load balancers that it registers with by itself (auto scaling groups, services). */
  readonly registers: Texts;
  /** Where nothing is written of subnets it lies in none (a function), or in the default VPC (an instance). */
  readonly withoutSubnet: 'default-vpc' | 'nowhere' | 'subnet-group';
}

export interface AwsSubnetGroup extends EntityBase {
  readonly kind: 'aws.subnet-group';
  readonly subnets: Texts;
}

export interface AwsLaunchTemplate extends EntityBase {
  readonly kind: 'aws.launch-template';
  readonly subnets: Texts;
  readonly groups: Texts;
  /** Undefined: it leaves that to the subnet. */
  readonly publicIpv4: Known<boolean | undefined>;
  readonly ipv6: Known<boolean | undefined>;
}

/** An elastic address, and what it is tied to. */
export interface AwsAddress extends EntityBase {
  readonly kind: 'aws.address';
  /** Instance or network interface. */
  readonly target: Texts;
}

export interface AwsLoadBalancer extends EntityBase {
  readonly kind: 'aws.load-balancer';
  readonly balancerKind: Known<'application' | 'network' | 'gateway' | 'classic'>;
  readonly isInternal: Known<boolean>;
  readonly hasIpv6: Known<boolean>;
  readonly subnets: Texts;
  readonly groups: Texts;
  /** Of classic ones, which have no listeners of their own. */
  readonly listeners: readonly AwsListenerPort[];
  readonly listenersRest: UnknownReason | null;
  readonly instances: Texts;
}

export interface AwsListenerPort {
  readonly protocol: Known<string>;
  readonly port: Known<number>;
  readonly targetPort: Known<number | undefined>;
  readonly place: Range;
}

/** A listener, or a rule of one (`of`). */
export interface AwsListener extends EntityBase {
  readonly kind: 'aws.listener';
  readonly balancer: Known<string | undefined>;
  readonly of: Known<string | undefined>;
  readonly protocol: Known<string | undefined>;
  readonly port: Known<number | undefined>;
  readonly targetGroups: Texts;
  /** Callers sign in before anything is forwarded. */
  readonly hasLogin: boolean;
}

export interface AwsTargetGroup extends EntityBase {
  readonly kind: 'aws.target-group';
  readonly protocol: Known<string | undefined>;
  readonly port: Known<number | undefined>;
  readonly targetType: Known<string>;
  /** Undefined: as its type and protocol have it. */
  readonly keepsClientAddress: Known<boolean | undefined>;
  readonly targets: readonly AwsTarget[];
}

export interface AwsTarget {
  /** Instance, address, function or load balancer. */
  readonly target: Known<string | undefined>;
  readonly port: Known<number | undefined>;
  readonly place: Range;
}

export interface AwsTargetAttachment extends EntityBase {
  readonly kind: 'aws.target-attachment';
  /** Target group or classic load balancer. */
  readonly group: Known<string | undefined>;
  readonly target: AwsTarget;
}

/** What is reached by a name of its own, without address in a subnet: function URLs, APIs, distributions, public endpoints of services. */
export interface AwsFront extends EntityBase {
  readonly kind: 'aws.front';
  /** `lambda.url`, `apigateway.rest`, `apigateway.http`, `cloudfront`, `globalaccelerator`, `apprunner`, `eks.endpoint`, `opensearch` … */
  readonly frontKind: string;
  /** Node of what is reached when it is not the front itself. */
  readonly owner: Known<string | undefined>;
  readonly isPublic: Known<boolean>;
  /** CIDRs that may call; null: no such list. */
  readonly allowed: Texts | null;
  readonly ports: readonly { readonly from: number; readonly to: number }[];
  /** What it leads to: functions, load balancers, origins' domain names. */
  readonly targets: Texts;
  /** Callers must sign in: `none`, `iam`, `authorizer`, `policy`; undefined: not told. */
  readonly login: Known<'none' | 'iam' | 'authorizer' | 'policy' | undefined>;
  /** Names of web ACLs. */
  readonly shields: Texts;
}

/** A method, route or integration of an API: who may call it, and where it leads. A link to a VPC has no front of its own. */
export interface AwsFrontWay extends EntityBase {
  readonly kind: 'aws.front-way';
  /** Id of the API. */
  readonly front: Known<string | undefined>;
  /** Undefined: it says nothing of callers. */
  readonly login: AwsFront['login'];
  readonly targets: Texts;
}

/** A web ACL or Shield Advanced before something. */
export interface AwsShield extends EntityBase {
  readonly kind: 'aws.shield';
  readonly shieldKind: 'waf' | 'shield';
  readonly protects: Known<string | undefined>;
}

/** VPC Block Public Access of a region, and what is excluded from it. */
export interface AwsVpcBlock extends EntityBase {
  readonly kind: 'aws.vpc-block';
  readonly mode: Known<string>;
  /** VPC or subnet that is excluded; undefined: the setting of the region itself. */
  readonly excludes: Known<string | undefined>;
}

export type NetworkEntity =
  | AwsVpc
  | AwsSubnet
  | AwsVpcCidr
  | AwsRouteTable
  | AwsTableRoute
  | AwsTableAssociation
  | AwsGateway
  | AwsPeering
  | AwsTransitAttachment
  | AwsTransitRoute
  | AwsSecurityGroup
  | AwsGroupRule
  | AwsNetworkAcl
  | AwsAclOwnEntry
  | AwsAclAssociation
  | AwsPrefixList
  | AwsInterface
  | AwsSubnetGroup
  | AwsLaunchTemplate
  | AwsAddress
  | AwsLoadBalancer
  | AwsListener
  | AwsTargetGroup
  | AwsTargetAttachment
  | AwsFront
  | AwsFrontWay
  | AwsShield
  | AwsVpcBlock;
