/** The stations before a place in Azure: public address, route of its answers, security groups of its subnet and of its interface. */
import { isUndecided } from '@kumomori/model';
import type { EntityMap } from '@kumomori/model';
import type { AddressSet } from '../addresses.ts';
import { addressesOf } from '../addresses.ts';
import { OPEN, SHUT, doubtful } from '../flow.ts';
import type { PortSet } from '../ports.ts';
import { ALL_PORTS, NO_PORTS, commonPorts } from '../ports.ts';
import type { Doubt, Reason } from '../types.ts';
import type { RuleGrants, Stop } from '../ways/index.ts';
import { EVERYTHING_OPEN, grantsOfRules, portsFrom, stationOf, tellRules } from '../ways/index.ts';
import type { AzureConfig, AzureTopology, Caller, JoinedGroup, Spot } from './topology.ts';
import { isDoubt } from './topology.ts';

export type Interface = EntityMap['azure.interface'];

/** One address configuration of an interface, and all that is tied to it. */
export interface Seat {
  readonly of: Interface;
  readonly config: AzureConfig;
  readonly spot: Spot;
}

const NO_ASGS: ReadonlySet<string> = new Set();

export function seatsOf(topology: AzureTopology, of: Interface): readonly Seat[] {
  const links = topology.linked('asg', of.names);
  return of.configs.map((config) => {
    const { privateAddress, asgs } = config;
    const isNone = asgs.items.length === 0 && links.length === 0;
    const own = isNone ? NO_ASGS : new Set([...asgs.items, ...links.flatMap(({ to }) => (typeof to === 'string' ? [to] : []))]);
    const asgsKnown = asgs.rest === null && !links.some(({ to }) => isUndecided(to));
    const address = typeof privateAddress === 'string' ? addressesOf(privateAddress) : null;
    return { of, config, spot: { subnet: topology.subnet(config.subnet), address, asgs: own, asgsKnown } };
  });
}

/** The public address of a seat. */
export function addressStop({ of, config: { publicAddress } }: Seat, topology: AzureTopology): Stop {
  const name = 'public address' as const;
  const found = topology.publicAddress(publicAddress === true ? undefined : publicAddress);
  const base = { station: name, node: found?.node ?? of.node, place: found?.place ?? of.place };
  if (isUndecided(publicAddress)) {
    const doubt: Doubt = { detail: publicAddress.undecided.detail, place: of.place };
    return { name, flow: doubtful(doubt), tell: () => ({ ...base, says: 'undecided', ...doubt }) };
  }
  const has = publicAddress !== undefined;
  const says = has ? 'passes' : 'stops';
  return { name, flow: has ? OPEN : SHUT, tell: (): Reason => ({ ...base, says, detail: 'IPv4' }) };
}

/** Answers go where the routes of the subnet send the internet. */
export function routeStop({ spot, of }: Seat, topology: AzureTopology): Stop {
  const name = 'user-defined route' as const;
  const { subnet } = spot;
  const found = subnet && topology.routes(subnet);
  const open = {
    station: name,
    says: 'passes' as const,
    node: subnet?.node ?? of.node,
    detail: 'default',
    place: subnet?.place ?? of.place,
  };
  if (!found) return { name, flow: OPEN, tell: () => open };
  const [doubt] = found.doubts;
  const route = found.routes.find(({ prefix }) => prefix === '0.0.0.0/0');
  const unknown = (why: Doubt): Stop => ({
    name,
    flow: doubtful(why),
    tell: () => ({ ...open, says: 'undecided', detail: why.detail, place: why.place }),
  });
  if (!route) {
    const hidden = found.routes.find(({ prefix }) => isUndecided(prefix));
    const why = doubt ?? (hidden ? { detail: 'it is not known where a route leads', place: hidden.place } : null);
    return why ? unknown(why) : { name, flow: OPEN, tell: () => open };
  }
  const at = { station: name, node: route.node, place: route.place };
  const hop = route.nextHop;
  if (route.uncertain) return unknown({ detail: 'it is not known whether the route exists', place: route.place });
  if (isUndecided(hop)) return unknown({ detail: hop.undecided.detail, place: route.place });
  if (hop === 'None') return { name, flow: SHUT, tell: () => ({ ...at, says: 'stops', detail: 'next hop None' }) };
  if (hop === 'Internet') return { name, flow: OPEN, tell: () => ({ ...at, says: 'passes', detail: '0.0.0.0/0 Internet' }) };
  return unknown({ detail: `answers go to the next hop ${hop ?? ''}`.trim(), place: route.place });
}

interface GroupAt {
  readonly group: JoinedGroup | Doubt | null;
  readonly node: string;
  readonly place: Doubt['place'];
}

/** The groups before a seat: of its subnet and of its interface. */
export function groupsAt({ of, spot }: Seat, topology: AzureTopology): { readonly subnet: GroupAt; readonly own: GroupAt } {
  const { subnet } = spot;
  const none = { node: of.node, place: of.place };
  return {
    subnet: subnet
      ? { group: topology.group(subnet.group, subnet.names), node: subnet.node, place: subnet.place }
      : { group: null, ...none },
    own: { group: topology.group(of.group, of.names), ...none },
  };
}

/** What a group at a seat admits. */
function grantsAt(at: GroupAt, seat: Seat, by: { readonly topology: AzureTopology; readonly caller: Caller }): RuleGrants {
  const { group } = at;
  if (group === null) return { sure: EVERYTHING_OPEN, possible: EVERYTHING_OPEN, doubts: [] };
  if (isDoubt(group)) return grantsOfRules([], [group]);
  return by.topology.judged(group, seat.spot, by.caller).grants;
}

function groupStop(at: GroupAt, seat: Seat, by: { readonly topology: AzureTopology; readonly caller: Caller }): Stop {
  const name = 'network security group' as const;
  const { group } = at;
  const judged = group && !isDoubt(group) ? by.topology.judged(group, seat.spot, by.caller) : null;
  const grants = judged ? judged.grants : grantsAt(at, seat, by);
  const otherwise = { node: group && !isDoubt(group) ? group.node : at.node, detail: 'no rule admits the internet', place: at.place };
  const lists = judged ? [judged.rules] : [];
  return {
    name,
    flow: stationOf(grants, 4),
    tell: (ports: PortSet) => tellRules({ station: name, lists, grants, family: 4, ports, otherwise }),
  };
}

/**
 * Both groups must allow. Where there is none, `sku` decides: standard addresses and load balancers are shut without a group, basic ones open.
 * Source: "Public IP addresses" (SKU), read 2026-11-22.
 */
export function groupStops(
  seat: Seat,
  by: { readonly topology: AzureTopology; readonly caller: Caller; readonly sku: 'basic' | 'standard' | Doubt },
): readonly Stop[] {
  if (seat.of.isUnfiltered) return [];
  const { subnet, own } = groupsAt(seat, by.topology);
  const stops = [subnet, own].filter(({ group }) => group !== null).map((each) => groupStop(each, seat, by));
  if (stops.length > 0) return hiddenSubnet(seat, stops);
  const name = 'network security group' as const;
  const base = { station: name, node: seat.of.node, place: seat.of.place };
  const { sku } = by;
  if (sku === 'basic')
    return hiddenSubnet(seat, [
      { name, flow: OPEN, tell: () => ({ ...base, says: 'passes', detail: 'none, and a basic public address is open' }) },
    ]);
  if (sku === 'standard') {
    const shut: Stop = {
      name,
      flow: SHUT,
      tell: () => ({ ...base, says: 'stops', detail: 'none, and a standard public address is shut without one' }),
    };
    const [hidden] = hiddenSubnet(seat, []);
    return hidden ? [hidden] : [shut];
  }
  return [{ name, flow: doubtful(sku), tell: () => ({ ...base, says: 'undecided', ...sku }) }];
}

/** A subnet that is not in what was read may have a group of its own. */
function hiddenSubnet({ of, config, spot }: Seat, stops: readonly Stop[]): readonly Stop[] {
  if (spot.subnet && !spot.subnet.isElsewhere) return stops;
  if (spot.subnet === undefined && config.subnet === undefined) return stops;
  const name = 'network security group' as const;
  const doubt: Doubt = { detail: 'the network security group of its subnet is not in this code', place: of.place };
  return [...stops, { name, flow: doubtful(doubt), tell: () => ({ station: name, says: 'undecided', node: of.node, ...doubt }) }];
}

/** Ports that both groups open to addresses of the own networks; empty: nobody knows which. */
export function innerPorts(
  seat: Seat,
  topology: AzureTopology,
  addresses: AddressSet,
): { readonly sure: PortSet; readonly possible: PortSet } {
  const { subnet, own } = groupsAt(seat, topology);
  let [sure, possible] = addresses.length === 0 ? [NO_PORTS, ALL_PORTS] : [ALL_PORTS, ALL_PORTS];
  for (const each of [subnet, own]) {
    const grants = grantsAt(each, seat, { topology, caller: 'internet' });
    sure = commonPorts(sure, portsFrom(grants.sure, addresses));
    possible = commonPorts(possible, portsFrom(grants.possible, addresses, true));
  }
  return { sure, possible };
}
