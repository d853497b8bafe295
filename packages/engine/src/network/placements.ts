/** Where things stand: every interface with its subnets, groups and public addresses, what it inherits included. */
import type { AwsInterface, AwsLaunchTemplate, EntityMap, Known, Range, Texts } from '@kumomori/model';
import { isUndecided } from '@kumomori/model';
import type { PortSet } from './ports.ts';
import { NO_PORTS, portsOf, unionPorts } from './ports.ts';
import type { Group, Subnet, Topology } from './topology.ts';
import type { Doubt } from './types.ts';

export type Answer = 'yes' | 'no' | 'unknown';

export interface Placement {
  /** Ids of the interface and of what it is attached to. */
  readonly id: string;
  readonly node: string;
  readonly type: string;
  readonly place: Range;
  readonly names: readonly string[];
  readonly kind: string;
  readonly subnets: readonly Subnet[];
  /** Why there may be more subnets, or others. */
  readonly subnetDoubts: readonly Doubt[];
  readonly groups: readonly Group[];
  readonly groupDoubts: readonly Doubt[];
  /** It has no group: whatever comes passes. */
  readonly isUnfiltered: boolean;
  readonly publicIpv4: (subnet: Subnet | null) => Answer;
  readonly ipv6: (subnet: Subnet | null) => Answer;
  /** Public and IPv6 addresses, for classes of equal interfaces. */
  readonly addressKey: string;
  readonly addressWhy: { readonly detail: string; readonly node: string | null; readonly place: Range | null };
  /** Null: any port. */
  readonly listens: PortSet | null;
  readonly registers: readonly string[];
  /** The same object for interfaces that stand alike, about which everything is known: subnets, groups, kinds of addresses. Null: judged by itself. */
  readonly standing: Standing | null;
}

/** What interfaces that stand alike have in common. */
export interface Standing extends Pick<
  Placement,
  'subnets' | 'subnetDoubts' | 'groups' | 'groupDoubts' | 'publicIpv4' | 'ipv6' | 'addressKey' | 'listens'
> {
  readonly addressDetail: string;
}

/** Placements by the node they belong to; one node may have several. O(interfaces). */
export class Placements {
  readonly all: readonly Placement[];
  /** One by itself stands without a list: that is nearly every one. */
  readonly #byName = new Map<string, Placement | Placement[]>();

  constructor(topology: Topology) {
    const maker = new Maker(topology);
    const made: Placement[] = [];
    const links: (readonly string[])[] = [];
    for (const entity of topology.estate.all('aws.interface')) {
      if (entity.interfaceKind === 'attachment') links.push(entity.attached.items);
      else made.push(maker.place(entity));
      if (entity.attached.items.length > 0 && entity.interfaceKind !== 'attachment')
        for (const other of entity.attached.items) links.push([entity.id, other]);
    }
    this.all = made;
    for (const each of made) {
      this.#add(each.id, each);
      for (const name of each.names) if (name !== each.id) this.#add(name, each);
    }
    this.#link(links);
  }

  /** Of a node, an id, an ARN: its own and those of interfaces attached to it. */
  named(name: string): readonly Placement[] {
    const found = this.#byName.get(name);
    return found === undefined ? NO_PLACEMENTS : isList(found) ? found : [found];
  }

  /** The only one of a name that has only one. */
  only(name: string): Placement | null {
    const found = this.#byName.get(name);
    return found === undefined || isList(found) ? null : found;
  }

  #add(name: string, placement: Placement): void {
    const same = this.#byName.get(name);
    if (!same) this.#byName.set(name, placement);
    else if (!isList(same)) {
      if (same !== placement) this.#byName.set(name, [same, placement]);
    } else if (!same.includes(placement)) same.push(placement);
  }

  /** What is attached to each other is reached by each other's addresses. */
  #link(links: readonly (readonly string[])[]): void {
    for (const [one = '', other = ''] of links) {
      const [here, there] = [[...this.named(one)], [...this.named(other)]];
      for (const a of here) for (const b of there) for (const name of [a.id, ...a.names]) this.#add(name, b);
      for (const b of there) for (const a of here) for (const name of [b.id, ...b.names]) this.#add(name, a);
    }
  }
}

const NO_PLACEMENTS: readonly Placement[] = [];

function isList(found: Placement | Placement[]): found is Placement[] {
  return Array.isArray(found);
}

type Inherited = AwsLaunchTemplate | AwsInterface | Doubt | null;

class Maker {
  readonly #topology: Topology;
  readonly #elastic = new Map<string, EntityMap['aws.address']>();
  readonly #standings = new Map<string, Standing | null>();

  constructor(topology: Topology) {
    this.#topology = topology;
    for (const each of topology.estate.all('aws.address')) for (const target of each.target.items) this.#elastic.set(target, each);
  }

  place(entity: AwsInterface): Placement {
    const standing = this.#standing(entity);
    if (!standing) return this.#place(entity);
    const { id, node, type, place, names, interfaceKind, registers } = entity;
    const { subnets, subnetDoubts, groups, groupDoubts, publicIpv4, ipv6, addressKey, listens, addressDetail } = standing;
    return {
      id,
      node,
      type,
      place,
      names,
      kind: interfaceKind,
      subnets,
      subnetDoubts,
      groups,
      groupDoubts,
      isUnfiltered: false,
      publicIpv4,
      ipv6,
      addressKey,
      addressWhy: { detail: addressDetail, node, place },
      listens,
      registers: registers.items,
      standing,
    };
  }

  /** Null: something about it is its own. The first of a class is read in full, and tells it. */
  #standing(entity: AwsInterface): Standing | null {
    const key = standingKey(entity);
    if (key === null || this.#hasElastic(entity)) return null;
    const known = this.#standings.get(key);
    if (known !== undefined) return known;
    const first = this.#place(entity);
    const isPlain = first.subnetDoubts.length === 0 && first.groupDoubts.length === 0;
    const made: Standing | null = isPlain ? { ...first, addressDetail: first.addressWhy.detail } : null;
    this.#standings.set(key, made);
    return made;
  }

  #hasElastic({ id, names }: AwsInterface): boolean {
    return this.#elastic.size > 0 && (this.#elastic.has(id) || names.some((name) => this.#elastic.has(name)));
  }

  #place(entity: AwsInterface): Placement {
    const inherited = this.#inherited(entity);
    const subnetNames = this.#subnetNames(entity, inherited);
    const subnets = subnetNames.items.flatMap((name) => this.#topology.subnet(name) ?? []);
    const subnetDoubts: Doubt[] = [
      ...(subnetNames.rest ? [{ detail: subnetNames.rest.detail, place: entity.place }] : []),
      ...subnetNames.items
        .filter((name) => !this.#topology.subnet(name))
        .map((name) => ({ detail: `the subnet ${name.replace(/^~/, '')} is not in what was read`, place: entity.place })),
    ];
    const hasOwnPlace = subnetNames.items.length > 0 || subnetNames.rest !== null;
    // With interfaces made beforehand it stands where those stand.
    if (!hasOwnPlace && entity.attached.items.length === 0 && entity.withoutSubnet !== 'nowhere')
      subnetDoubts.push({ detail: 'without a subnet it lies in the default VPC, which is not in this code', place: entity.place });
    const elastic = this.#hasElastic(entity)
      ? [entity.id, ...entity.names].map((name) => this.#elastic.get(name)).find((each) => each !== undefined)
      : undefined;
    const ipv4 = elastic ? true : this.#publicIpv4(entity, inherited);
    const ipv6 = this.#ipv6(entity, inherited);
    return {
      id: entity.id,
      node: entity.node,
      type: entity.type,
      place: entity.place,
      names: entity.names,
      kind: entity.interfaceKind,
      subnets,
      subnetDoubts,
      ...this.#groupsOf(entity, inherited, subnets),
      isUnfiltered: false,
      publicIpv4: (subnet) => answerOf(ipv4, subnet?.entity.mapsPublicIpv4),
      ipv6: (subnet) => answerOf(ipv6, subnet?.entity.mapsIpv6),
      addressKey: `${keyOf(ipv4)}${keyOf(ipv6)}`,
      addressWhy: {
        detail: elastic ? 'elastic IP' : isUndecided(ipv4) ? ipv4.undecided.detail : ipv4 === 'subnet-default' ? 'subnet default' : '',
        node: elastic?.node ?? entity.node,
        place: elastic?.place ?? entity.place,
      },
      listens: listensOf(entity),
      registers: entity.registers.items,
      standing: null,
    };
  }

  #inherited({ template }: AwsInterface): Inherited {
    if (template === undefined) return null;
    if (isUndecided(template)) return { detail: template.undecided.detail, place: null };
    const { estate } = this.#topology;
    const found = estate.named('aws.launch-template', template)[0] ?? estate.named('aws.interface', template)[0];
    return found ?? { detail: `the launch template ${template.replace(/^~/, '')} is not in what was read`, place: null };
  }

  #subnetNames(entity: AwsInterface, inherited: Inherited): Texts {
    const own = this.#ownSubnets(entity);
    if (own.items.length > 0 || own.rest || !inherited || !('kind' in inherited)) return own;
    return inherited.kind === 'aws.interface' ? this.#ownSubnets(inherited) : inherited.subnets;
  }

  #ownSubnets({ subnets, subnetGroup }: AwsInterface): Texts {
    if (subnetGroup === undefined) return subnets;
    if (isUndecided(subnetGroup)) return { items: [], rest: subnetGroup.undecided };
    const group = this.#topology.estate.named('aws.subnet-group', subnetGroup)[0];
    const detail = `the subnet group ${subnetGroup.replace(/^~/, '')} is not in what was read`;
    return group?.subnets ?? { items: [], rest: { code: 'unresolved-reference', detail } };
  }

  #groupsOf(entity: AwsInterface, inherited: Inherited, subnets: readonly Subnet[]): Pick<Placement, 'groups' | 'groupDoubts'> {
    const from = inherited && 'kind' in inherited ? inherited.groups : { items: [], rest: null };
    const texts = entity.groups.items.length > 0 || entity.groups.rest ? entity.groups : from;
    const found = new Set<Group>();
    const doubts: Doubt[] = texts.rest ? [{ detail: texts.rest.detail, place: entity.place }] : [];
    for (const name of texts.items) {
      const group = this.#topology.group(name);
      if (group) found.add(group);
      else doubts.push({ detail: `the security group ${name.replace(/^~/, '')} is not in what was read`, place: entity.place });
    }
    if (texts.items.length === 0 && !texts.rest && entity.attached.items.length === 0) {
      if (inherited && !('kind' in inherited)) doubts.push(inherited);
      for (const { vpc } of subnets) if (vpc) found.add(this.#topology.defaultGroup(vpc));
      if (subnets.length === 0)
        doubts.push({ detail: 'the default security group of its VPC holds, which is not in what was read', place: entity.place });
    }
    return { groups: [...found].toSorted((a, b) => a.index - b.index), groupDoubts: doubts };
  }

  #publicIpv4(entity: AwsInterface, inherited: Inherited): AwsInterface['publicIpv4'] {
    if (entity.publicIpv4 !== 'subnet-default' || !inherited) return entity.publicIpv4;
    if (!('kind' in inherited)) return { undecided: { code: 'unresolved-reference', detail: inherited.detail } };
    return inherited.publicIpv4 ?? 'subnet-default';
  }

  #ipv6(entity: AwsInterface, inherited: Inherited): AwsInterface['ipv6'] {
    if (entity.ipv6 !== 'subnet-default' || !inherited || !('kind' in inherited)) return entity.ipv6;
    return inherited.ipv6 ?? 'subnet-default';
  }
}

function answerOf(own: Known<boolean | 'subnet-default'>, bySubnet: Known<boolean> | undefined): Answer {
  const value = own === 'subnet-default' ? bySubnet : own;
  if (value === undefined || isUndecided(value)) return 'unknown';
  return value ? 'yes' : 'no';
}

/** What everything about a standing follows from; null where it does not follow from what is written at the interface. */
function standingKey({
  template,
  subnetGroup,
  subnets,
  groups,
  attached,
  publicIpv4,
  ipv6,
  listens,
  ...more
}: AwsInterface): string | null {
  if (template !== undefined || subnetGroup !== undefined || attached.items.length > 0) return null;
  if (subnets.rest || groups.rest || isUndecided(publicIpv4) || isUndecided(ipv6)) return null;
  const heard = listens.length === 0 ? '' : listens.map(({ protocol, from, to }) => `${protocol}:${from}-${to}`).join(' ');
  return `${more.interfaceKind}|${subnets.items.join(' ')}|${groups.items.join(' ')}|${publicIpv4}|${ipv6}|${heard}|${more.withoutSubnet}`;
}

function keyOf(value: Known<boolean | 'subnet-default'>): string {
  return isUndecided(value) ? '?' : value === 'subnet-default' ? 's' : value ? '1' : '0';
}

function listensOf({ listens, interfaceKind }: AwsInterface): PortSet | null {
  // A function takes no connections at its interface.
  if (interfaceKind === 'lambda') return NO_PORTS;
  if (listens.length === 0) return null;
  return listens.map(({ protocol, from, to }) => portsOf(protocol, from, to) ?? NO_PORTS).reduce((one, other) => unionPorts(one, other));
}
