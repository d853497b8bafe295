/** Who reaches whom within the own networks, between classes of equal interfaces: same subnet, same groups. */
import type { Estate } from '@kumomori/model';
import { azureReachability } from './azure/index.ts';
import { gcpReachability } from './gcp/index.ts';
import { podReachability } from './kubernetes/index.ts';
import { Between } from './between.ts';
import type { End } from './between.ts';
import type { AddressSet } from './addresses.ts';
import type { Placement, Standing } from './placements.ts';
import { Placements } from './placements.ts';
import type { PortRange, PortSet } from './ports.ts';
import { commonPorts, isNoPort, rangesOfPorts } from './ports.ts';
import { overlaps } from './ranges.ts';
import type { Group, Subnet } from './topology.ts';
import { Topology } from './topology.ts';

/** Interfaces that nothing tells apart. */
export interface NetworkClass {
  readonly subnet: string;
  readonly groups: readonly string[];
  /** Nodes of its members, sorted. */
  readonly nodes: readonly string[];
}

export interface NetworkEdge {
  /** Indexes of classes. Members of one class reach each other when both are the same. */
  readonly from: number;
  readonly to: number;
  readonly isSure: boolean;
  readonly ports: readonly PortRange[];
}

export interface Reachability {
  readonly classes: readonly NetworkClass[];
  /** Only pairs between which something passes. */
  readonly edges: readonly NetworkEdge[];
}

interface Class extends End {
  readonly nodes: Set<string>;
  readonly listens: PortSet | null;
}

/**
 * East-west reachability. O(interfaces + pairs of classes that a rule joins). Things whose subnet is not known are left out: where they stand
 * nobody can say.
 */
export function reachability(estate: Estate): Reachability {
  const topology = new Topology(estate);
  const placements = new Placements(topology);
  const between = new Between(topology);
  const classes = classesOf(placements.all);
  const candidates = new Candidates(classes, topology);
  const texts = new Map<PortSet, readonly PortRange[]>();
  const textOf = (ports: PortSet): readonly PortRange[] => {
    const known = texts.get(ports) ?? rangesOfPorts(ports);
    texts.set(ports, known);
    return known;
  };
  const edges: NetworkEdge[] = [];
  for (const [to, target] of classes.entries()) {
    if (target.listens && isNoPort(target.listens)) continue;
    for (const from of candidates.of(target)) {
      const source = classes[from];
      if (!source || (from === to && source.nodes.size < 2) || between.isApart(source.subnet, target.subnet)) continue;
      const passing = between.passing(source, target);
      const heard = (ports: PortSet): PortSet => (target.listens ? commonPorts(ports, target.listens) : ports);
      const sure = heard(passing.sure);
      const isSure = !isNoPort(sure);
      const ports = isSure ? sure : heard(passing.possible);
      if (!isNoPort(ports)) edges.push({ from, to, isSure, ports: textOf(ports) });
    }
  }
  const inClusters = podReachability(estate, classes.length);
  const inAzure = azureReachability(estate, classes.length + inClusters.classes.length);
  const inGoogle = gcpReachability(estate, classes.length + inClusters.classes.length + inAzure.classes.length);
  const placed = classes.map(({ subnet, groups, nodes }) => ({
    subnet: subnet.node,
    groups: groups.map(({ node }) => node),
    nodes: [...nodes].toSorted(),
  }));
  return {
    classes: [...placed, ...inClusters.classes, ...inAzure.classes, ...inGoogle.classes],
    edges: [...edges, ...inClusters.edges, ...inAzure.edges, ...inGoogle.edges],
  };
}

function classesOf(placements: readonly Placement[]): readonly Class[] {
  const classes = new Map<string, Class>();
  const standing = new Map<Standing, readonly Class[]>();
  for (const each of placements) {
    const alike = each.standing && standing.get(each.standing);
    if (alike) {
      for (const { nodes } of alike) nodes.add(each.node);
      continue;
    }
    const own: Class[] = [];
    const groups = each.groups.map(({ index }) => index).join(',');
    for (const subnet of each.subnets) {
      const listens = each.listens === null ? '' : JSON.stringify(each.listens);
      const key = `${subnet.index}|${groups}|${each.groupDoubts.length > 0}|${listens}`;
      const found = classes.get(key) ?? {
        subnet,
        groups: each.groups,
        isUnfiltered: each.isUnfiltered,
        hasDoubts: each.groupDoubts.length > 0,
        nodes: new Set(),
        listens: each.listens,
      };
      found.nodes.add(each.node);
      classes.set(key, found);
      own.push(found);
    }
    if (each.standing) standing.set(each.standing, own);
  }
  return [...classes.values()];
}

/** Which classes a rule of the target may mean: by group, or by addresses of their subnet. */
class Candidates {
  readonly #byGroup = new Map<number, number[]>();
  readonly #bySubnet = new Map<Subnet, number[]>();
  readonly #subnets: readonly Subnet[];
  readonly #near = new Map<AddressSet, readonly number[]>();
  readonly #everyone: readonly number[];
  /** The turn in which a class was found last. */
  readonly #seen: Int32Array;
  #turn = 0;

  constructor(classes: readonly Class[], topology: Topology) {
    this.#subnets = topology.subnets;
    this.#everyone = [...classes.keys()];
    this.#seen = new Int32Array(classes.length);
    for (const [index, { subnet, groups }] of classes.entries()) {
      push(this.#bySubnet, subnet, index);
      for (const group of groups) push(this.#byGroup, group.index, index);
    }
  }

  of({ groups, hasDoubts, isUnfiltered }: Class): Iterable<number> {
    if (hasDoubts || isUnfiltered || groups.some(hasHiddenRules)) return this.#everyone;
    const found: number[] = [];
    this.#turn += 1;
    const add = (list: readonly number[]): void => {
      for (const each of list) {
        if (this.#seen[each] === this.#turn) continue;
        this.#seen[each] = this.#turn;
        found.push(each);
      }
    };
    for (const { ingress } of groups) {
      for (const rule of ingress) {
        for (const group of rule.groups) add(this.#byGroup.get(group) ?? []);
        add(this.#within(rule.addresses));
      }
    }
    return found;
  }

  #within(addresses: AddressSet): readonly number[] {
    if (addresses.length === 0) return [];
    const known = this.#near.get(addresses);
    if (known) return known;
    // A subnet without known addresses may lie anywhere.
    const found = this.#subnets.flatMap((subnet) =>
      subnet.cidrs.length === 0 || overlaps(addresses, subnet.cidrs) ? (this.#bySubnet.get(subnet) ?? []) : [],
    );
    this.#near.set(addresses, found);
    return found;
  }
}

function hasHiddenRules({ ingress, doubts }: Group): boolean {
  return doubts.ingress.length > 0 || ingress.some((rule) => rule.doubts.length > 0);
}

function push<K>(index: Map<K, number[]>, key: K, value: number): void {
  const list = index.get(key);
  if (list) list.push(value);
  else index.set(key, [value]);
}
