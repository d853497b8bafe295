/** What a subnet's table sends where: longest prefix first. Source: Amazon VPC User Guide, "Route priority", read 2026-11-22. */
import { isUndecided } from '@kumomori/model';
import type { AddressSet, Family } from './addresses.ts';
import { INTERNET } from './addresses.ts';
import type { Flow, Station } from './flow.ts';
import { NOTHING, doubtful, flowOf } from './flow.ts';
import { ALL_PORTS } from './ports.ts';
import { covers, intersectionOf, unionOf, without } from './ranges.ts';
import type { Subnet, Table, TableRoute, Topology } from './topology.ts';
import { doubtsOf, isDoubt, unknownAddress } from './topology.ts';
import type { Doubt, Reason } from './types.ts';

/** Where a route leads to, as far as that matters here. */
export type Way = 'igw' | 'nat' | 'egress-only' | 'firewall' | 'peering' | 'tgw' | 'vgw' | 'other' | 'blackhole' | 'local' | 'undecided';

export function wayOf(route: TableRoute, topology: Topology): Way {
  const { target, targetName, isBlackhole } = route.route;
  if (isBlackhole) return 'blackhole';
  if (target === 'endpoint') return 'firewall';
  if (target === 'appliance') return 'other';
  if (target !== 'igw') return target;
  if (isUndecided(targetName)) return 'undecided';
  if (targetName === undefined) return 'blackhole';
  if (targetName.startsWith('igw-')) return 'igw';
  if (targetName.startsWith('vgw-')) return 'vgw';
  if (targetName.startsWith('vpce-')) return 'firewall';
  if (targetName.startsWith('eigw-')) return 'egress-only';
  const gateway = topology.gateway(targetName);
  if (gateway) return gateway.gatewayKind;
  if (/aws_(?:default_)?internet_gateway\./.test(targetName)) return 'igw';
  return /aws_vpn_gateway/.test(targetName) ? 'vgw' : 'undecided';
}

export interface Routed {
  readonly way: Way;
  readonly route: TableRoute;
  readonly to: AddressSet;
}

/** Which route each of some addresses takes. Routes of unknown destination are left out: they are no default route beside a known one. */
export function routed(table: Table, within: AddressSet, topology: Topology): readonly Routed[] {
  const known = table.routes.flatMap((route) =>
    route.to === null ? [] : [{ route, to: intersectionOf(route.to, within), whole: route.to }],
  );
  // A list counts by its widest block: it holds no default route beside another.
  const sorted = known.filter(({ to }) => to.length > 0).toSorted((a, b) => Number(widest(a.whole) - widest(b.whole)));
  let remaining = within;
  const taken: Routed[] = [];
  for (const { route, to } of sorted) {
    const own = intersectionOf(to, remaining);
    if (own.length === 0) continue;
    taken.push({ way: wayOf(route, topology), route, to: own });
    remaining = without(remaining, own);
  }
  return taken;
}

function widest(set: AddressSet): bigint {
  let most = 0n;
  for (let index = 0; index + 1 < set.length; index += 2) {
    const size = (set[index + 1] ?? 0n) - (set[index] ?? 0n);
    if (size > most) most = size;
  }
  return most;
}

/** The route table of a subnet as a station: what the internet gateway serves. */
export function routeStation(subnet: Subnet, family: Family, topology: Topology): Station {
  const blocked = blockOf(subnet, topology);
  if (blocked === true) return { sure: NOTHING, possible: NOTHING, doubts: [] };
  const open = openRoutes(subnet, family, topology);
  return blocked === false ? open : { sure: NOTHING, possible: open.possible, doubts: [...open.doubts, blocked] };
}

function openRoutes(subnet: Subnet, family: Family, topology: Topology): Station {
  const { table } = subnet;
  if (isDoubt(table)) return doubtful(table);
  const universe = INTERNET[family];
  const ways = routed(table, universe, topology);
  const sure = unionOf(ways.flatMap(({ way, route, to }) => (way === 'igw' && route.isSure ? [to] : [])));
  const doubts: Doubt[] = [...table.doubts];
  const maybe: AddressSet[] = [sure];
  for (const { way, route, to } of ways) {
    if (way === 'igw' && !route.isSure) doubts.push({ detail: 'it is not known whether the route exists', place: route.route.place });
    else if (way === 'undecided') doubts.push(gatewayDoubt(route));
    else if (way === 'firewall' && covers(to, universe))
      doubts.push({ detail: 'the firewall behind the endpoint decides what may enter', place: route.route.place });
    else continue;
    maybe.push(to);
  }
  for (const route of table.routes) {
    if (route.to !== null || !['igw', 'undecided'].includes(wayOf(route, topology))) continue;
    const { destination, place } = route.route;
    doubts.push(...(typeof destination === 'string' ? [{ detail: unknownAddress(destination), place }] : doubtsOf(destination, place)));
    maybe.push(universe);
  }
  const possible = table.doubts.length > 0 ? universe : unionOf(maybe);
  return { sure: asFlow(sure, family), possible: asFlow(possible, family), doubts };
}

function gatewayDoubt({ route }: TableRoute): Doubt {
  const detail = isUndecided(route.targetName) ? route.targetName.undecided.detail : 'it is not known which gateway the route leads to';
  return { detail, place: route.place };
}

function asFlow(addresses: AddressSet, family: Family): Flow {
  return flowOf([{ ports: ALL_PORTS, from: addresses }], family);
}

/** VPC Block Public Access: of the region, unless the VPC or subnet is excluded. */
function blockOf(subnet: Subnet, { estate }: Topology): boolean | Doubt {
  const all = estate.all('aws.vpc-block');
  if (all.length === 0) return false;
  const { account, region } = subnet.entity;
  const own = all.filter((each) => each.account === account && each.region === region);
  const setting = own.find(({ excludes }) => excludes === undefined);
  if (!setting || setting.mode === 'off') return false;
  if (isUndecided(setting.mode)) return { detail: setting.mode.undecided.detail, place: setting.place };
  const names = new Set([...subnet.entity.names, ...(subnet.vpc?.entity.names ?? [])]);
  const excluded = own.find(({ excludes }) => typeof excludes === 'string' && names.has(excludes));
  return !(excluded && excluded.mode === 'allow-bidirectional');
}

/** Why the table lets the internet in, or does not. */
export function routeReason(subnet: Subnet, family: Family, topology: Topology): Reason {
  const base = { station: 'igw route' as const };
  const blocked = blockOf(subnet, topology);
  if (blocked === true) return { ...base, says: 'stops', node: subnet.node, detail: 'VPC Block Public Access', place: subnet.entity.place };
  const { table } = subnet;
  if (isDoubt(table)) return { ...base, says: 'undecided', node: subnet.node, detail: table.detail, place: table.place };
  const ways = routed(table, INTERNET[family], topology);
  const out = ways.find(({ way, route }) => way === 'igw' && route.isSure);
  const text = ({ route }: Routed): string => (typeof route.route.destination === 'string' ? route.route.destination : '?');
  if (out && blocked === false)
    return { ...base, says: 'passes', node: out.route.route.node, detail: text(out), place: out.route.route.place };
  const station = routeStation(subnet, family, topology);
  const [doubt] = station.doubts;
  if (doubt) return { ...base, says: 'undecided', node: table.node ?? subnet.node, detail: doubt.detail, place: doubt.place };
  const other = ways.find(({ to }) => covers(to, INTERNET[family])) ?? ways[0];
  const node = other?.route.route.node ?? table.node ?? subnet.vpc?.node ?? subnet.node;
  const detail = other ? `${text(other)} → ${other.way}` : 'no route to an internet gateway';
  return { ...base, says: 'stops', node, detail, place: other?.route.route.place ?? table.place ?? subnet.entity.place };
}
