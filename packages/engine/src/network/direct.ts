/** From the internet straight to an address: address, route, network ACL, security groups. */
import { aclReason, aclStation } from './acl.ts';
import type { Family } from './addresses.ts';
import { cidrsOf } from './addresses.ts';
import type { Station } from './flow.ts';
import { EVERYTHING, OPEN, SHUT, both, bothStations, doubtful, internetPorts, onPorts } from './flow.ts';
import { groupReasons, groupsStation } from './groups.ts';
import type { Answer, Placement, Standing } from './placements.ts';
import type { PortSet } from './ports.ts';
import { ALL_PORTS, NO_PORTS, commonPorts, isNoPort, rangesOfPorts, unionPorts, withoutPorts } from './ports.ts';
import { routeReason, routeStation } from './routes.ts';
import type { Subnet, Topology } from './topology.ts';
import type { Change, Doubt, Reason, StationName } from './types.ts';

/** What the internet reaches of a placement, and why. */
export interface Verdict {
  readonly reachable: boolean | 'unknown';
  readonly ports: PortSet;
  readonly families: readonly Family[];
  readonly because: readonly Reason[];
  readonly changes: readonly Change[];
  /** Public sources that are too few to be the internet, and what they reach. */
  readonly limited: readonly { readonly cidrs: readonly string[]; readonly ports: PortSet; readonly because: readonly Reason[] }[];
}

interface Stations {
  readonly address: Station;
  readonly route: Station;
  readonly acl: Station;
  readonly groups: Station;
}

interface Way {
  readonly subnet: Subnet | null;
  readonly family: Family;
  readonly stations: Stations;
  readonly sure: PortSet;
  readonly possible: PortSet;
}

const ORDER = ['address', 'route', 'acl', 'groups'] as const;
const NAMES: Readonly<Record<(typeof ORDER)[number], StationName>> = {
  address: 'public address',
  route: 'igw route',
  acl: 'nacl',
  groups: 'security group',
};

/** Judges placements; those alike share an answer. */
export class Direct {
  readonly #topology: Topology;
  readonly #known = new Map<Standing, Verdict>();
  readonly #stations = new Map<string, Station>();

  constructor(topology: Topology) {
    this.#topology = topology;
  }

  /** `listens`: instead of what the placement itself listens on. */
  verdict(placement: Placement, listens: PortSet | null = placement.listens): Verdict {
    const { standing } = placement;
    if (!standing || listens !== standing.listens) return this.#judge(placement, listens);
    // What is named in the reasons is the same for all of a class, but for the address itself.
    const known = this.#known.get(standing);
    if (known) return ownAddress(known, placement);
    const found = this.#judge(placement, listens);
    this.#known.set(standing, found);
    return found;
  }

  #judge(placement: Placement, listens: PortSet | null): Verdict {
    const ways = this.#ways(placement, listens);
    const sure = ways.filter((way) => !isNoPort(way.sure));
    const limited = this.#limited(placement, ways);
    if (sure.length > 0) {
      const ports = sure.map((way) => way.sure).reduce((one, other) => unionPorts(one, other));
      const [first] = sure;
      const because = first ? this.#reasons(placement, first, first.sure) : [];
      return { reachable: true, ports, families: familiesOf(sure), because, changes: [], limited };
    }
    const possible = ways.filter((way) => !isNoPort(way.possible));
    const [best] = possible;
    if (best) {
      const ports = possible.map((way) => way.possible).reduce((one, other) => unionPorts(one, other));
      const because = this.#reasons(placement, best, best.possible);
      return { reachable: 'unknown', ports, families: familiesOf(possible), because, changes: [], limited };
    }
    const changes = ways.flatMap((way) => this.#changes(placement, way, listens));
    const [nearest] = ways.toSorted((a, b) => stopping(a).length - stopping(b).length);
    const because = nearest ? this.#reasons(placement, nearest, ALL_PORTS).filter(({ says }) => says !== 'passes') : [];
    return { reachable: false, ports: NO_PORTS, families: [], because, changes: distinct(changes), limited };
  }

  #ways(placement: Placement, listens: PortSet | null): readonly Way[] {
    const { subnets, subnetDoubts } = placement;
    const places: readonly (Subnet | null)[] = subnetDoubts.length > 0 ? [...subnets, null] : subnets;
    return places.flatMap((subnet) => ([4, 6] as const).map((family) => this.#way(placement, subnet, { family, listens })));
  }

  #way(placement: Placement, subnet: Subnet | null, of: { family: Family; listens: PortSet | null }): Way {
    const { family, listens } = of;
    const doubts = placement.subnetDoubts;
    const stations: Stations = {
      address: asStation(family === 4 ? placement.publicIpv4(subnet) : placement.ipv6(subnet), placement, doubts),
      route: subnet ? this.#once(`r${subnet.index}.${family}`, () => routeStation(subnet, family, this.#topology)) : doubtful(...doubts),
      acl: subnet ? this.#once(`a${subnet.index}.${family}`, () => aclStation(subnet, family, this.#topology)) : doubtful(...doubts),
      groups: placement.isUnfiltered ? OPEN : this.#groups(placement, family),
    };
    const all = ORDER.map((name) => stations[name]).reduce((one, other) => bothStations(one, other));
    const { sure, possible } = listens === null ? all : onPorts(all, listens);
    return { subnet, family, stations, sure: internetPorts(sure, family), possible: internetPorts(possible, family) };
  }

  #groups({ groups, groupDoubts }: Placement, family: Family): Station {
    const key = `g${groups.map(({ index }) => index).join(',')}.${family}`;
    if (groupDoubts.length > 0) return groupsStation(groups, groupDoubts, family);
    return this.#once(key, () => groupsStation(groups, [], family));
  }

  #once(key: string, make: () => Station): Station {
    const known = this.#stations.get(key);
    if (known) return known;
    const made = make();
    this.#stations.set(key, made);
    return made;
  }

  #reasons(placement: Placement, way: Way, ports: PortSet): readonly Reason[] {
    const { subnet, family, stations } = way;
    const doubt = placement.subnetDoubts[0];
    const lost = (station: StationName): Reason => ({
      station,
      says: 'undecided',
      node: placement.node,
      detail: doubt?.detail ?? '',
      place: doubt?.place ?? placement.place,
    });
    return [
      addressReason(placement, way),
      subnet ? routeReason(subnet, family, this.#topology) : lost('igw route'),
      subnet ? aclReason(subnet, family, ports, this.#topology) : lost('nacl'),
      ...this.#groupReasons(placement, { family, ports, station: stations.groups }),
    ];
  }

  #groupReasons(placement: Placement, of: { family: Family; ports: PortSet; station: Station }): readonly Reason[] {
    const { family, ports, station } = of;
    if (placement.isUnfiltered) return [];
    if (!isNoPort(commonPorts(internetPorts(station.sure, family), ports))) return groupReasons(placement.groups, family, ports);
    const [doubt] = station.doubts;
    if (!doubt || isNoPort(internetPorts(station.possible, family))) return groupReasons(placement.groups, family, NO_PORTS);
    return [{ station: 'security group', says: 'undecided', node: placement.groups[0]?.node ?? placement.node, ...doubt }];
  }

  /** Stations that alone keep something from the internet. */
  #changes(placement: Placement, way: Way, listens: PortSet | null): readonly Change[] {
    return ORDER.flatMap((name): readonly Change[] => {
      const others = ORDER.filter((each) => each !== name).map((each) => way.stations[each].sure);
      const rest = others.reduce((one, other) => both(one, other), EVERYTHING);
      const open = commonPorts(internetPorts(rest, way.family), listens ?? ALL_PORTS);
      const ports = withoutPorts(open, internetPorts(way.stations[name].sure, way.family));
      if (isNoPort(ports)) return [];
      const reason = this.#reasons(placement, way, ports).find(({ station, says }) => station === NAMES[name] && says !== 'passes');
      const { node = placement.node, detail = '', place = placement.place } = reason ?? {};
      return [{ station: NAMES[name], ports: rangesOfPorts(ports), node, detail, place }];
    });
  }

  #limited(placement: Placement, ways: readonly Way[]): Verdict['limited'] {
    return ways.flatMap((way) => {
      const all = ORDER.map((name) => way.stations[name].sure).reduce((one, other) => both(one, other));
      const partial = all.partial.filter(({ ports }) => !isNoPort(withoutPorts(ports, way.sure)));
      return partial.slice(0, MAX_LIMITED).flatMap(({ ports, from }) => {
        const own = commonPorts(withoutPorts(ports, way.sure), placement.listens ?? ALL_PORTS);
        if (isNoPort(own)) return [];
        return [{ cidrs: cidrsOf(from), ports: own, because: this.#reasons(placement, way, own) }];
      });
    });
  }
}

/** Sources of one placement that are named one by one. */
const MAX_LIMITED = 20;

function asStation(answer: Answer, { addressWhy, node }: Placement, doubts: readonly Doubt[]): Station {
  if (answer === 'yes') return OPEN;
  if (answer === 'no') return SHUT;
  const [doubt] = doubts;
  return doubtful(
    doubt ?? { detail: addressWhy.detail === '' ? `the addresses of ${node} are not known` : addressWhy.detail, place: addressWhy.place },
  );
}

function addressReason(placement: Placement, { subnet, family, stations }: Way): Reason {
  const { address } = stations;
  const says = address === OPEN ? 'passes' : address === SHUT ? 'stops' : 'undecided';
  const { addressWhy } = placement;
  const detail =
    says === 'undecided' ? (address.doubts[0]?.detail ?? '') : `IPv${family}${addressWhy.detail === '' ? '' : `, ${addressWhy.detail}`}`;
  const bySubnet = addressWhy.detail === 'subnet default' && subnet !== null;
  return {
    station: 'public address',
    says,
    node: bySubnet ? subnet.node : addressWhy.node,
    detail,
    place: bySubnet ? subnet.entity.place : addressWhy.place,
  };
}

/** The verdict of a class, said of one of its members. */
function ownAddress(verdict: Verdict, { addressWhy: { detail, node, place } }: Placement): Verdict {
  if (detail === 'subnet default') return verdict;
  const own = <T extends Reason | Change>(each: T): T => (each.station === 'public address' ? { ...each, node, place } : each);
  const limited = verdict.limited.map((each) => ({ ...each, because: each.because.map(own) }));
  return { ...verdict, because: verdict.because.map(own), changes: verdict.changes.map(own), limited };
}

function stopping({ stations, family }: Way): readonly string[] {
  return ORDER.filter((name) => isNoPort(internetPorts(stations[name].sure, family)));
}

function familiesOf(ways: readonly Way[]): readonly Family[] {
  return ([4, 6] as const).filter((family) => ways.some((way) => way.family === family));
}

function distinct(changes: readonly Change[]): readonly Change[] {
  const seen = new Map<string, Change>();
  for (const change of changes) {
    const key = `${change.station} ${change.node} ${JSON.stringify(change.ports)}`;
    if (!seen.has(key)) seen.set(key, change);
  }
  return [...seen.values()];
}
