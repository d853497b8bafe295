/** The entities of networks, joined: which table and list each subnet has, which rules each group. */
import type {
  AwsAclEntry,
  AwsGateway,
  AwsNetworkAcl,
  AwsPrefixList,
  AwsRoute,
  AwsRule,
  AwsSecurityGroup,
  AwsSubnet,
  AwsVpc,
  EntityMap,
  Estate,
  Known,
  Range,
} from '@kumomori/model';
import { isUndecided } from '@kumomori/model';
import type { AddressSet } from './addresses.ts';
import { NO_ADDRESS, addressesOf } from './addresses.ts';
import { Index } from './names.ts';
import { unionOf } from './ranges.ts';
import { Tables } from './tables.ts';
import type { Doubt } from './types.ts';

export interface Vpc {
  readonly index: number;
  readonly node: string;
  readonly entity: AwsVpc;
  readonly cidrs: AddressSet;
  readonly main: Table;
  readonly defaultGroup: Group;
  readonly defaultAcl: Acl;
}

export interface Subnet {
  readonly index: number;
  readonly node: string;
  readonly entity: AwsSubnet;
  /** Null: the VPC is not in what was read. */
  readonly vpc: Vpc | null;
  readonly cidrs: AddressSet;
  readonly table: Table | Doubt;
  readonly acl: Acl | Doubt;
}

export interface Table {
  readonly node: string | null;
  readonly place: Range | null;
  readonly routes: readonly TableRoute[];
  readonly doubts: readonly Doubt[];
}

export interface TableRoute {
  readonly route: AwsRoute;
  /** Null: nobody can say. */
  readonly to: AddressSet | null;
  readonly isSure: boolean;
}

export interface Acl {
  readonly node: string | null;
  readonly place: Range | null;
  /** That a VPC is born with: everything may pass. */
  readonly isOpen: boolean;
  readonly entries: readonly AwsAclEntry[];
  readonly doubts: readonly Doubt[];
}

export interface Group {
  readonly index: number;
  readonly node: string;
  readonly place: Range | null;
  readonly vpc: Vpc | null;
  readonly ingress: readonly GroupRule[];
  readonly egress: readonly GroupRule[];
  readonly doubts: { readonly ingress: readonly Doubt[]; readonly egress: readonly Doubt[] };
}

export interface GroupRule {
  readonly rule: AwsRule;
  readonly isSure: boolean;
  /** Of its CIDRs and prefix lists. */
  readonly addresses: AddressSet;
  /** Indexes of groups. */
  readonly groups: ReadonlySet<number>;
  /** It admits a list of addresses that AWS manages. */
  readonly isForAws: boolean;
  readonly doubts: readonly Doubt[];
}

export function isDoubt(value: object): value is Doubt {
  return 'detail' in value;
}

export function doubtsOf(value: unknown, place: Range | null): readonly Doubt[] {
  return isUndecided(value) ? [{ detail: value.undecided.detail, place }] : [];
}

/** Everything is joined once; O(entities). */
export class Topology {
  readonly estate: Estate;
  readonly vpcs: readonly Vpc[];
  readonly subnets: readonly Subnet[];
  readonly groups: readonly Group[];
  readonly #vpcs: Index<AwsVpc>;
  readonly #subnets: Index<AwsSubnet>;
  readonly #groups: Index<AwsSecurityGroup>;
  readonly #lists: Index<AwsPrefixList>;
  readonly #gateways: Index<AwsGateway>;
  readonly #listEntries: ReadonlyMap<AwsPrefixList, readonly AwsPrefixList[]>;
  readonly #cidrs = new Map<string, AddressSet | null>();
  readonly #vpcOf = new Map<AwsVpc, Vpc>();
  readonly #subnetOf = new Map<AwsSubnet, Subnet>();
  readonly #groupOf = new Map<AwsSecurityGroup, Group>();
  readonly #groupIndexes = new Map<AwsSecurityGroup, number>();
  readonly #born = new Map<string, Group>();

  constructor(estate: Estate) {
    this.estate = estate;
    this.#vpcs = new Index(estate.all('aws.vpc'));
    this.#subnets = new Index(estate.all('aws.subnet'));
    this.#groups = new Index(estate.all('aws.security-group'));
    this.#lists = new Index(estate.all('aws.prefix-list').filter(({ of }) => of === undefined));
    this.#gateways = new Index(estate.all('aws.gateway'));
    this.#listEntries = groupBy(
      estate.all('aws.prefix-list').filter(({ of }) => of !== undefined),
      ({ of }) => this.#lists.get(of),
    );
    for (const [index, group] of estate.all('aws.security-group').entries()) this.#groupIndexes.set(group, index);
    this.vpcs = this.#joinVpcs();
    this.groups = this.#joinGroups();
    this.subnets = this.#joinSubnets();
  }

  subnet(name: string): Subnet | undefined {
    const entity = this.#subnets.get(name);
    return entity && !entity.isElsewhere ? this.#subnetOf.get(entity) : undefined;
  }

  vpc(name: Known<string | undefined>): Vpc | undefined {
    const entity = this.#vpcs.get(name);
    return entity && this.#vpcOf.get(entity);
  }

  group(name: string): Group | undefined {
    const entity = this.#groups.get(name);
    if (entity) return entity.isElsewhere ? undefined : this.#groupOf.get(entity);
    return this.#born.get(name);
  }

  gateway(name: Known<string | undefined>): AwsGateway | undefined {
    return this.#gateways.get(name);
  }

  /** Of a CIDR or a prefix list; null when it is not known. */
  addresses(text: string): AddressSet | null {
    const known = this.#cidrs.get(text);
    if (known !== undefined) return known;
    const found = addressesOf(text) ?? this.#listed(text);
    this.#cidrs.set(text, found);
    return found;
  }

  #listed(name: string): AddressSet | null {
    const list = this.#lists.get(name);
    if (!list) return null;
    const all = [list, ...(this.#listEntries.get(list) ?? [])];
    if (all.some(({ cidrs }) => cidrs.rest)) return null;
    const sets = all.flatMap(({ cidrs }) => cidrs.items.map((each) => addressesOf(each)));
    const known = sets.filter((each) => each !== null);
    return known.length < sets.length ? null : unionOf(known);
  }

  isListOfAws(name: string): boolean {
    return this.#lists.get(name)?.isOfAws === true;
  }

  #joinVpcs(): readonly Vpc[] {
    const estate = this.estate;
    const more = groupBy(estate.all('aws.vpc-cidr'), ({ vpc }) => this.#vpcs.get(vpc));
    const tables = this.#tables();
    const mains = groupBy(
      estate.all('aws.table-association').filter(({ subnet }) => subnet === undefined),
      ({ vpc }) => this.#vpcs.get(vpc),
    );
    const born = new Map(estate.all('aws.vpc').flatMap((vpc) => vpc.mainTableNames.map((name) => [name, vpc] as const)));
    const standing = groupBy(
      estate.all('aws.route-table').filter(({ standsFor }) => standsFor !== undefined),
      ({ standsFor }) => (typeof standsFor === 'string' ? born.get(standsFor) : undefined),
    );
    const acls = this.#defaultAcls();
    return estate.all('aws.vpc').map((entity, index): Vpc => {
      const cidrs = [entity, ...(more.get(entity) ?? [])].flatMap((each) => each.cidrs.items.flatMap((text) => addressesOf(text) ?? []));
      const named = mains.get(entity)?.[0];
      const stands = standing.get(entity)?.[0];
      const chosen = named ? tables.byName(named.table) : stands ? tables.of(stands) : undefined;
      const vpc: Vpc = {
        index,
        node: entity.node,
        entity,
        cidrs: unionOf(pairs(cidrs)),
        main: chosen ?? tables.main(entity),
        defaultGroup: this.#bornGroup(entity),
        defaultAcl: acls(entity),
      };
      this.#vpcOf.set(entity, vpc);
      return vpc;
    });
  }

  #tablesMade: Tables | null = null;
  #tables(): Tables {
    return (this.#tablesMade ??= new Tables(this.estate, (text) => this.addresses(text)));
  }

  #defaultAcls(): (vpc: AwsVpc) => Acl {
    const made = this.#acls();
    const defaults = this.estate.all('aws.network-acl').filter(({ standsFor }) => standsFor !== undefined);
    const born = new Map(this.estate.all('aws.vpc').flatMap((vpc) => vpc.defaultAclNames.map((name) => [name, vpc] as const)));
    const byVpc = groupBy(defaults, ({ standsFor, vpc }) => (typeof standsFor === 'string' ? born.get(standsFor) : this.#vpcs.get(vpc)));
    return (vpc) => {
      const [own] = byVpc.get(vpc) ?? [];
      if (own) return made(own);
      const lacking = this.estate.incomplete.get('AWS::EC2::NetworkAcl')?.detail;
      const detail = vpc.isElsewhere ? 'the default network ACL of the VPC is not in this code' : lacking;
      const doubts = detail === undefined ? [] : [{ detail, place: vpc.place }];
      return { node: null, place: null, isOpen: true, entries: [], doubts };
    };
  }

  #aclsMade: ((acl: AwsNetworkAcl) => Acl) | null = null;
  #acls(): (acl: AwsNetworkAcl) => Acl {
    if (this.#aclsMade) return this.#aclsMade;
    const index = new Index(this.estate.all('aws.network-acl'));
    const own = groupBy(this.estate.all('aws.acl-entry'), ({ acl }) => index.get(acl));
    const made = new Map<AwsNetworkAcl, Acl>();
    this.#aclsMade = (acl) => {
      const known = made.get(acl);
      if (known) return known;
      const entries = [...acl.entries, ...(own.get(acl) ?? []).map(({ entry }) => entry)];
      const doubts = acl.rest ? [{ detail: acl.rest.detail, place: acl.place }] : [];
      const joined: Acl = { node: acl.node, place: acl.place, isOpen: false, entries, doubts };
      made.set(acl, joined);
      return joined;
    };
    return this.#aclsMade;
  }

  /** The group a VPC is born with: everything from itself may enter, everything may leave. */
  #bornGroup(vpc: AwsVpc): Group {
    const index = this.#groupIndexes.size + this.#born.size;
    const adopted = this.estate.all('aws.security-group').find((each) => each.isDefault && this.#vpcs.get(each.vpc) === vpc);
    const isFree = vpc.isDefault !== true && !vpc.isElsewhere;
    const doubts: readonly Doubt[] = isFree
      ? []
      : [{ detail: 'the default security group of the VPC is not in this code', place: vpc.place }];
    const base = { cidrs: NONE, prefixLists: NONE, groups: NONE, protocol: '-1', from: 0, to: 65_535, place: vpc.place, node: vpc.node };
    const self: AwsRule = { ...base, direction: 'ingress', isSelf: true, uncertain: false };
    const out: AwsRule = { ...base, direction: 'egress', isSelf: false, cidrs: { items: ANY, rest: null }, uncertain: false };
    const own: Group = {
      index: adopted ? (this.#groupIndexes.get(adopted) ?? index) : index,
      node: adopted?.node ?? `${vpc.node} default security group`,
      place: adopted?.place ?? vpc.place,
      vpc: null,
      ingress: adopted ? [] : [this.#rule(self, false, index)],
      egress: adopted ? [] : [this.#rule(out, false, index)],
      doubts: { ingress: doubts, egress: doubts },
    };
    for (const name of vpc.defaultGroupNames) this.#born.set(name, own);
    return own;
  }

  #joinGroups(): readonly Group[] {
    const own = groupBy(this.estate.all('aws.group-rule'), ({ group }) => this.#groups.get(group));
    const ownOfBorn = Map.groupBy(this.estate.all('aws.group-rule'), ({ group }) => (typeof group === 'string' ? group : ''));
    const groups = this.estate.all('aws.security-group').map((entity, index): Group => {
      const rules = [...entity.rules, ...(own.get(entity) ?? []).flatMap((each) => each.rules)].map((rule) =>
        this.#rule(rule, rule.uncertain && !entity.uncertain, index),
      );
      const egress = rules.filter(({ rule }) => rule.direction === 'egress');
      const doubt = (reason: { readonly detail: string } | null): readonly Doubt[] =>
        reason ? [{ detail: reason.detail, place: entity.place }] : [];
      const joined: Group = {
        index,
        node: entity.node,
        place: entity.place,
        vpc: this.vpc(entity.vpc) ?? null,
        ingress: rules.filter(({ rule }) => rule.direction === 'ingress'),
        egress: egress.length === 0 && entity.opensEgress ? [this.#rule(openEgress(entity), false, index)] : egress,
        doubts: { ingress: doubt(entity.rest.ingress), egress: doubt(entity.rest.egress) },
      };
      this.#groupOf.set(entity, joined);
      return joined;
    });
    // Rules that name the group a VPC is born with, and groups that stand for it.
    for (const [name, group] of this.#born) {
      const adopted = groups.find((each) => each.index === group.index);
      const more = (ownOfBorn.get(name) ?? []).flatMap((each) => each.rules).map((rule) => this.#rule(rule, rule.uncertain, group.index));
      const base = adopted ?? group;
      const joined: Group = {
        ...base,
        ingress: [...base.ingress, ...more.filter(({ rule }) => rule.direction === 'ingress')],
        egress: [...base.egress, ...more.filter(({ rule }) => rule.direction === 'egress')],
      };
      this.#born.set(name, joined);
    }
    return groups;
  }

  /** The one of a VPC, with the rules that were added to it. */
  defaultGroup(vpc: Vpc): Group {
    const [name] = vpc.entity.defaultGroupNames;
    const adopted = this.groups.find((each) => each.index === vpc.defaultGroup.index);
    return adopted ?? (name === undefined ? undefined : this.#born.get(name)) ?? vpc.defaultGroup;
  }

  #rule(rule: AwsRule, isOpen: boolean, own: number): GroupRule {
    const names = [...rule.cidrs.items, ...rule.prefixLists.items];
    const doubts: Doubt[] = [rule.cidrs, rule.prefixLists, rule.groups].flatMap(({ rest }) =>
      rest ? [{ detail: rest.detail, place: rule.place }] : [],
    );
    const sets: AddressSet[] = [];
    for (const name of names) {
      if (this.isListOfAws(name)) continue;
      const set = this.addresses(name);
      if (set) sets.push(set);
      else doubts.push({ detail: unknownAddress(name), place: rule.place });
    }
    const groups = new Set<number>();
    for (const name of rule.groups.items) {
      const entity = this.#groups.get(name);
      const index = entity ? this.#groupIndexes.get(entity) : this.#born.get(name)?.index;
      if (index !== undefined) groups.add(index);
    }
    if (rule.isSelf === true) groups.add(own);
    for (const value of [rule.protocol, rule.from, rule.to]) doubts.push(...doubtsOf(value, rule.place));
    return {
      rule,
      isSure: !isOpen,
      addresses: sets.length === 0 ? NO_ADDRESS : unionOf(sets),
      groups,
      isForAws: rule.prefixLists.items.some((name) => this.isListOfAws(name)),
      doubts: isOpen ? [...doubts, { detail: 'it is not known whether the rule exists', place: rule.place }] : doubts,
    };
  }

  #joinSubnets(): readonly Subnet[] {
    const estate = this.estate;
    const tables = this.#tables();
    const associations = estate.all('aws.table-association').filter(({ subnet }) => subnet !== undefined);
    const byName = groupBy(associations, ({ subnet }) => this.#subnets.get(subnet));
    const hidden = associations.find(({ subnet }) => isUndecided(subnet));
    const aclIndex = new Index(estate.all('aws.network-acl'));
    const aclOf = new Map<AwsSubnet, AwsNetworkAcl | Doubt>();
    for (const acl of estate.all('aws.network-acl'))
      for (const name of acl.subnets.items) {
        const subnet = this.#subnets.get(name);
        if (subnet) aclOf.set(subnet, acl);
      }
    for (const each of estate.all('aws.acl-association')) {
      const subnet = this.#subnets.get(each.subnet);
      if (subnet) aclOf.set(subnet, aclIndex.get(each.acl) ?? { detail: 'its network ACL is not in this code', place: each.place });
    }
    const made = this.#acls();
    return estate.all('aws.subnet').map((entity, index): Subnet => {
      const vpc = this.vpc(entity.vpc) ?? null;
      const association = byName.get(entity)?.[0];
      const acl = aclOf.get(entity);
      const subnet: Subnet = {
        index,
        node: entity.node,
        entity,
        vpc,
        cidrs: unionOf(entity.cidrs.items.flatMap((text) => (addressesOf(text) ? [addressesOf(text) ?? NO_ADDRESS] : []))),
        table: association ? tables.associated(association, entity) : this.#mainOf(vpc, entity, hidden),
        acl: acl ? (isDoubt(acl) ? acl : made(acl)) : vpc ? vpc.defaultAcl : { detail: 'its VPC is not in this code', place: entity.place },
      };
      this.#subnetOf.set(entity, subnet);
      return subnet;
    });
  }

  #mainOf(vpc: Vpc | null, subnet: AwsSubnet, hidden: EntityMap['aws.table-association'] | undefined): Table | Doubt {
    if (!vpc) return { detail: 'its VPC is not in this code', place: subnet.place };
    if (hidden) return { detail: 'it is not known which subnets a route table is associated with', place: hidden.place };
    return vpc.main;
  }
}

/** For people: what stands where an address should be. */
export function unknownAddress(name: string): string {
  return name.startsWith('pl-')
    ? `the prefix list ${name} is not in what was read`
    : `the addresses ${name.replace(/^~/, '')} are not known`;
}

const NONE = { items: [], rest: null };
const ANY = ['0.0.0.0/0', '::/0'];

function openEgress({ place, node }: AwsSecurityGroup): AwsRule {
  const base = { prefixLists: NONE, groups: NONE, protocol: '-1', from: 0, to: 65_535, place, node, uncertain: false };
  return { ...base, direction: 'egress', isSelf: false, cidrs: { items: ANY, rest: null } };
}

function pairs(flat: readonly bigint[]): readonly AddressSet[] {
  return Array.from({ length: flat.length / 2 }, (_, index) => flat.slice(index * 2, index * 2 + 2));
}

function groupBy<E, K>(list: readonly E[], keyOf: (each: E) => K | undefined): ReadonlyMap<K, readonly E[]> {
  const groups = new Map<K, E[]>();
  for (const each of list) {
    const key = keyOf(each);
    if (key === undefined) continue;
    const same = groups.get(key);
    if (same) same.push(each);
    else groups.set(key, [each]);
  }
  return groups;
}
