/**
 * Who reaches whom within the networks of Azure: peerings of both sides, routes, both sides' security groups, also within a subnet. Sources:
 * Azure Virtual Network documentation, "Network security groups", "Virtual network peering", "Virtual network traffic routing", read 2026-11-22.
 */
import type { Estate } from '@kumomori/model';
import { isUndecided } from '@kumomori/model';
import type { AddressSet } from '../addresses.ts';
import { addressesOf } from '../addresses.ts';
import { eastWest } from '../east-west.ts';
import type { EastWest, InnerClass } from '../east-west.ts';
import type { PortSet } from '../ports.ts';
import { ALL_PORTS, NO_PORTS, commonPorts, isNoPort } from '../ports.ts';
import { covers } from '../ranges.ts';
import { portsFrom } from '../ways/index.ts';
import type { RuleGrants } from '../ways/index.ts';
import { azureSeats } from './exposure.ts';
import type { Seat } from './stops.ts';
import { groupsAt } from './stops.ts';
import type { AzureSubnet, AzureTopology, JoinedGroup } from './topology.ts';
import { isDoubt, setOf } from './topology.ts';

interface Class extends InnerClass {
  readonly seat: Seat;
  readonly addresses: AddressSet;
  /** Null: a group that nobody knows. */
  readonly filters: readonly (JoinedGroup | null)[];
  /** Numbers of its subnet and of its application security groups: equal ones are the same. */
  readonly subnetNumber: number;
  readonly asgNumber: number;
  /** What its groups say, by direction and the other end's application security groups. */
  readonly grants: Map<number, readonly (RuleGrants | null)[]>;
}

interface Passing {
  readonly sure: PortSet;
  readonly possible: PortSet;
}

const SHUT: Passing = { sure: NO_PORTS, possible: NO_PORTS };

/** `offset`: indexes of classes begin there. O(seats + pairs of classes), capped by `eastWest`. */
export function azureReachability(estate: Estate, offset: number): EastWest {
  const analysis = azureSeats(estate);
  const { topology } = analysis;
  const single = singleAddresses(estate);
  const classes = new Map<string, Class>();
  const [subnets, asgs] = [new Numbers(), new Numbers()];
  for (const { node, seat } of analysis.seats()) {
    const { subnet, address } = seat.spot;
    if (!subnet) continue;
    const at = groupsAt(seat, topology);
    const groups = [at.subnet, at.own].flatMap(({ group }) => (group === null ? [] : [group]));
    const own = address && single.has(String(address)) ? address : null;
    const names = groups.map((each) => (isDoubt(each) ? '?' : each.node));
    const key = JSON.stringify([subnet.id, names, [...seat.spot.asgs].toSorted(), seat.spot.asgsKnown, own, seat.of.isUnfiltered]);
    const known = classes.get(key);
    if (known) {
      known.nodes.add(node);
      continue;
    }
    const spot = { ...seat.spot, address: own };
    classes.set(key, {
      ...{ subnet: subnet.node, groups: names, nodes: new Set([node]), seat: { ...seat, spot } },
      subnetNumber: subnets.of(subnet.id),
      asgNumber: asgs.of(`${[...spot.asgs].toSorted().join(' ')} ${spot.asgsKnown}`),
      grants: new Map(),
      addresses: own ?? setOf(subnet.cidrs.items),
      filters: seat.of.isUnfiltered ? [] : groups.map((each) => (isDoubt(each) ? null : each)),
    });
  }
  const links = new Map<number, Passing>();
  const linkOf = (from: Class, to: Class): Passing => {
    const key = from.subnetNumber * subnets.size + to.subnetNumber;
    const known = links.get(key);
    if (known) return known;
    const [there, here] = [from.seat.spot.subnet, to.seat.spot.subnet];
    const found = there && here ? meet(leads(topology, there, here), leads(topology, here, there)) : SHUT;
    links.set(key, found);
    return found;
  };
  return eastWest([...classes.values()], offset, (from, to) => {
    const link = linkOf(from, to);
    if (isNoPort(link.possible)) return SHUT;
    return meet(link, meet(filtered(topology, from, to, true), filtered(topology, to, from, false)));
  });
}

/** The same text has the same number. */
class Numbers {
  readonly #known = new Map<string, number>();

  /** More than any number it gives, also later: subnets of an estate are fewer. */
  readonly size = 1_000_003;

  of(text: string): number {
    const known = this.#known.get(text) ?? this.#known.size;
    this.#known.set(text, known);
    return known;
  }
}

function meet(one: Passing, other: Passing): Passing {
  return { sure: commonPorts(one.sure, other.sure), possible: commonPorts(one.possible, other.possible) };
}

/** What the groups of one end let out to the other, or in from it. */
function filtered(topology: AzureTopology, own: Class, other: Class, isOut: boolean): Passing {
  const key = other.asgNumber * 2 + (isOut ? 1 : 0);
  const by = { peer: other.seat.spot, isOut };
  const all = own.grants.get(key) ?? own.filters.map((group) => group && topology.inner(group, own.seat.spot, by));
  own.grants.set(key, all);
  let passing: Passing = { sure: ALL_PORTS, possible: ALL_PORTS };
  for (const grants of all) {
    if (grants === null) {
      passing = meet(passing, { sure: NO_PORTS, possible: ALL_PORTS });
      continue;
    }
    const nowhere = other.addresses.length === 0;
    passing = meet(passing, {
      sure: nowhere ? NO_PORTS : portsFrom(grants.sure, other.addresses),
      possible: portsFrom(grants.possible, other.addresses, true),
    });
  }
  return passing;
}

/** One network, or a peering in this direction, and no route that leads elsewhere. */
function leads(topology: AzureTopology, from: AzureSubnet, to: AzureSubnet): Passing {
  const isSure = joined(topology, from, to);
  if (isSure === false) return SHUT;
  const addresses = setOf(to.cidrs.items);
  const space = topology.space(from);
  const written = topology.routes(from);
  const routes = (written?.routes ?? []).flatMap((route) => {
    const set = typeof route.prefix === 'string' ? addressesOf(route.prefix) : null;
    // A route of its own wins where it is as narrow as that of the network.
    return set && addresses.length > 0 && covers(set, addresses) && covers(space, set) ? [{ route, set }] : [];
  });
  const best = routes.find(({ set }) => routes.every((each) => covers(each.set, set)))?.route;
  const open: Passing = { sure: isSure === true ? ALL_PORTS : NO_PORTS, possible: ALL_PORTS };
  const unsure: Passing = { sure: NO_PORTS, possible: ALL_PORTS };
  if (!best) return (written?.doubts.length ?? 0) > 0 ? unsure : open;
  if (best.nextHop === 'None' && !best.uncertain) return SHUT;
  return best.nextHop === 'VnetLocal' ? open : unsure;
}

/** Null: nobody can say. Peerings lead no further than to their two ends; each side has its own. */
function joined(topology: AzureTopology, from: AzureSubnet, to: AzureSubnet): boolean | null {
  if (from === to) return true;
  const [own, other] = [topology.vnetOf(from), topology.vnetOf(to)];
  if (!own || !other) return typeof from.vnet === 'string' && from.vnet === to.vnet ? true : own || other ? null : null;
  if (own === other) return true;
  if (topology.estate.all('azure.peering').length === 0) return false;
  const peerings = topology.estate.all('azure.peering').filter(({ vnet, remote }) => isIt(vnet, own.names) && isIt(remote, other.names));
  if (peerings.length === 0) return false;
  if (peerings.some(({ allowsAccess }) => allowsAccess === true)) return true;
  return peerings.some(({ allowsAccess }) => isUndecided(allowsAccess)) ? null : false;
}

function isIt(name: unknown, names: readonly string[]): boolean {
  return typeof name === 'string' && names.includes(name);
}

/** Single addresses that rules name: only those tell members of a subnet apart. */
function singleAddresses(estate: Estate): ReadonlySet<string> {
  const rules = [...estate.all('azure.nsg').flatMap((each) => each.rules), ...estate.all('azure.nsg-rule').map(({ rule }) => rule)];
  const texts = rules.flatMap(({ sources, destinations }) => [...sources.items, ...destinations.items]);
  return new Set([...new Set(texts)].flatMap((text) => (/^[\d.]+(?:\/32)?$/.test(text) ? String(addressesOf(text)) : [])));
}
