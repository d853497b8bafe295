/** Load balancers: their listeners, and what they lead to. Sources: Elastic Load Balancing user guides, read 2026-11-22. */
import type { EntityMap, Range } from '@kumomori/model';
import { isUndecided } from '@kumomori/model';
import type { Placement, Placements } from './placements.ts';
import type { PortSet } from './ports.ts';
import { NO_PORTS, portsOf, unionPorts } from './ports.ts';
import type { Group, Subnet, Topology } from './topology.ts';
import type { Doubt } from './types.ts';

export type LoadBalancer = EntityMap['aws.load-balancer'];

export interface Listening {
  /** Of what is sure. */
  readonly ports: PortSet;
  /** There may be more. */
  readonly doubts: readonly Doubt[];
  readonly node: string;
  readonly place: Range;
  readonly hasLogin: boolean;
  readonly targets: readonly Target[];
}

export interface Target {
  readonly name: string;
  /** Null: any. */
  readonly ports: PortSet | null;
  /** The target sees the address of the caller, not that of the load balancer. */
  readonly keepsClientAddress: boolean;
  readonly node: string;
  readonly place: Range;
}

/** Load balancers with what belongs to them; O(listeners + targets). */
export class Balancers {
  readonly #topology: Topology;
  readonly #listeners: ReadonlyMap<string, readonly EntityMap['aws.listener'][]>;
  readonly #rules: ReadonlyMap<string, readonly EntityMap['aws.listener'][]>;
  readonly #attached: ReadonlyMap<string, readonly EntityMap['aws.target-attachment'][]>;
  readonly #registered = new Map<string, Placement[]>();

  constructor(topology: Topology, placements: Placements) {
    this.#topology = topology;
    const listeners = topology.estate.all('aws.listener');
    const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
    this.#listeners = Map.groupBy(
      listeners.filter(({ of }) => of === undefined),
      ({ balancer }) => textOf(balancer),
    );
    this.#rules = Map.groupBy(
      listeners.filter(({ of }) => of !== undefined),
      ({ of }) => textOf(of),
    );
    this.#attached = Map.groupBy(topology.estate.all('aws.target-attachment'), ({ group }) => textOf(group));
    for (const each of placements.all)
      for (const name of each.registers) this.#registered.set(name, [...(this.#registered.get(name) ?? []), each]);
  }

  /** What it listens on, and where each listener leads. */
  listening(balancer: LoadBalancer): readonly Listening[] {
    if (balancer.balancerKind === 'classic') return this.#classic(balancer);
    return balancer.names.flatMap((name) => this.#listeners.get(name) ?? []).map((each) => this.#listener(each, balancer));
  }

  #classic(balancer: LoadBalancer): readonly Listening[] {
    const names = [
      ...balancer.instances.items,
      ...balancer.names.flatMap((name) => (this.#attached.get(name) ?? []).map(({ target }) => target.target)),
      ...balancer.names.flatMap((name) => (this.#registered.get(name) ?? []).map(({ id }) => id)),
    ].filter((each) => typeof each === 'string');
    return balancer.listeners.map(({ port, targetPort, place }): Listening => {
      const ports = tcp(targetPort);
      const target = { ports, keepsClientAddress: false, node: balancer.node, place };
      return {
        ports: tcp(port) ?? NO_PORTS,
        doubts: isUndecided(port) ? [{ detail: port.undecided.detail, place }] : [],
        node: balancer.node,
        place,
        hasLogin: false,
        targets: [...new Set(names)].map((name) => ({ name, ...target })),
      };
    });
  }

  #listener(listener: EntityMap['aws.listener'], balancer: LoadBalancer): Listening {
    const { port, place, node } = listener;
    const udp = typeof listener.protocol === 'string' && /^(?:TCP_)?UDP$/i.test(listener.protocol);
    const isBoth = listener.protocol === 'TCP_UDP';
    const ports = isUndecided(port) || port === undefined ? null : (portsOf(udp && !isBoth ? 'udp' : 'tcp', port, port) ?? NO_PORTS);
    const withUdp = isBoth && typeof port === 'number' ? unionPorts(ports ?? NO_PORTS, portsOf('udp', port, port) ?? NO_PORTS) : ports;
    const rules = listener.names.flatMap((name) => this.#rules.get(name) ?? []);
    const groups = [...new Set([listener, ...rules].flatMap(({ targetGroups }) => targetGroups.items))];
    return {
      ports: withUdp ?? NO_PORTS,
      doubts: withUdp === null ? [{ detail: isUndecided(port) ? port.undecided.detail : 'its port is not known', place }] : [],
      node,
      place,
      hasLogin: listener.hasLogin,
      targets: groups.flatMap((name) => this.#targets(name, balancer)),
    };
  }

  #targets(name: string, balancer: LoadBalancer): readonly Target[] {
    const group = this.#topology.estate.named('aws.target-group', name)[0];
    const names = group?.names ?? [name];
    const written = [...(group?.targets ?? []), ...names.flatMap((each) => (this.#attached.get(each) ?? []).map(({ target }) => target))];
    const keeps = group !== undefined && keepsClientAddress(group, balancer);
    const base = { keepsClientAddress: keeps, node: group?.node ?? balancer.node };
    const place = group?.place ?? balancer.place;
    const listed = written.flatMap((each): readonly Target[] =>
      typeof each.target === 'string' ? [{ ...base, name: each.target, ports: tcp(each.port ?? group?.port), place: each.place }] : [],
    );
    const own = names.flatMap((each) => this.#registered.get(each) ?? []);
    // A service registers the port of its container, which is not that of the group.
    const registered = own.map(({ id, kind }): Target => ({
      ...base,
      name: id,
      ports: kind === 'ecs-service' ? null : tcp(group?.port),
      place,
    }));
    return [...listed, ...registered];
  }
}

/** Network load balancers keep the caller's address for instances, and for addresses only where they are told to or the protocol is UDP. */
function keepsClientAddress(group: EntityMap['aws.target-group'], balancer: LoadBalancer): boolean {
  if (balancer.balancerKind !== 'network') return false;
  if (typeof group.keepsClientAddress === 'boolean') return group.keepsClientAddress;
  const isUdp = typeof group.protocol === 'string' && /UDP/i.test(group.protocol);
  return group.targetType === 'instance' || isUdp;
}

function tcp(port: unknown): PortSet | null {
  return typeof port === 'number' && port > 0 ? (portsOf('tcp', port, port) ?? NO_PORTS) : null;
}

/** The load balancer as something that stands in subnets. */
export function balancerPlacement(balancer: LoadBalancer, topology: Topology, listening: readonly Listening[]): Placement {
  const subnets = balancer.subnets.items.flatMap((name) => topology.subnet(name) ?? []);
  const missing = balancer.subnets.items.filter((name) => !topology.subnet(name));
  const subnetDoubts: Doubt[] = [
    ...(balancer.subnets.rest ? [{ detail: balancer.subnets.rest.detail, place: balancer.place }] : []),
    ...missing.map((name) => ({ detail: `the subnet ${name.replace(/^~/, '')} is not in what was read`, place: balancer.place })),
  ];
  if (balancer.subnets.items.length === 0 && !balancer.subnets.rest)
    subnetDoubts.push({ detail: 'its subnets are not in what was read', place: balancer.place });
  const { groups, doubts, isUnfiltered } = groupsOf(balancer, topology, subnets);
  const { isInternal, hasIpv6 } = balancer;
  const address = isUndecided(isInternal) ? 'unknown' : isInternal ? 'no' : 'yes';
  const six = address === 'no' || hasIpv6 === false ? 'no' : hasIpv6 === true ? address : 'unknown';
  return {
    id: balancer.id,
    node: balancer.node,
    type: balancer.type,
    place: balancer.place,
    names: balancer.names,
    kind: 'load-balancer',
    subnets,
    subnetDoubts,
    groups,
    groupDoubts: doubts,
    isUnfiltered,
    publicIpv4: () => address,
    ipv6: () => six,
    addressKey: `lb${address}${six}`,
    addressWhy: { detail: address === 'no' ? 'internal' : 'internet-facing', node: balancer.node, place: balancer.place },
    listens: listening.map(({ ports }) => ports).reduce((one, other) => unionPorts(one, other), NO_PORTS),
    registers: [],
    standing: null,
  };
}

function groupsOf(
  balancer: LoadBalancer,
  topology: Topology,
  subnets: readonly Subnet[],
): { readonly groups: readonly Group[]; readonly doubts: readonly Doubt[]; readonly isUnfiltered: boolean } {
  const { groups, balancerKind, place } = balancer;
  const doubts: Doubt[] = groups.rest ? [{ detail: groups.rest.detail, place }] : [];
  const found = new Set<Group>();
  for (const name of groups.items) {
    const group = topology.group(name);
    if (group) found.add(group);
    else doubts.push({ detail: `the security group ${name.replace(/^~/, '')} is not in what was read`, place });
  }
  if (groups.items.length > 0 || groups.rest) return { groups: [...found], doubts, isUnfiltered: false };
  if (balancerKind === 'network' || balancerKind === 'gateway') return { groups: [], doubts, isUnfiltered: true };
  for (const { vpc } of subnets) if (vpc) found.add(topology.defaultGroup(vpc));
  return { groups: [...found], doubts, isUnfiltered: false };
}
