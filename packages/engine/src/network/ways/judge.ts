/** Ways from the internet to a thing, station by station: what passes all of them, and which single change would let it pass. */
import type { Range } from '@kumomori/model';
import type { Family } from '../addresses.ts';
import { cidrsOf } from '../addresses.ts';
import type { Station } from '../flow.ts';
import { EVERYTHING, OPEN, both, bothStations, onPorts } from '../flow.ts';
import type { PortSet } from '../ports.ts';
import { ALL_PORTS, NO_PORTS, commonPorts, isNoPort, rangesOfPorts, unionPorts, withoutPorts } from '../ports.ts';
import { internetPorts } from './first-match.ts';
import type { Change, Exposure, Reason, StationName } from '../types.ts';

/** One station: what of the internet gets through, and how that is told. */
export interface Stop {
  readonly name: StationName;
  readonly flow: Station;
  readonly tell: (ports: PortSet) => Reason;
}

export interface Way {
  readonly family: Family;
  readonly stops: readonly Stop[];
  /** Ports that something listens on; null: any. */
  readonly listens: PortSet | null;
}

/** Whose exposure it is. */
export interface Subject {
  readonly node: string;
  readonly type: string;
  readonly place: Range;
  readonly shields?: readonly string[];
  readonly login?: string | null;
}

interface Walked extends Way {
  readonly sure: PortSet;
  readonly possible: PortSet;
  readonly all: Station;
}

/** How many sources of a thing are named one by one. */
const MAX_LIMITED = 20;

/** `from`: who stands for the internet (`internet`, a service's addresses that anybody can rent). */
export function judge(subject: Subject, ways: readonly Way[], from = 'internet'): readonly Exposure[] {
  const walked = ways.map(walk);
  return [verdictOf(subject, walked, from), ...(from === 'internet' ? limitedOf(subject, walked) : [])];
}

function walk(way: Way): Walked {
  const joined = way.stops.map(({ flow }) => flow).reduce((one, other) => bothStations(one, other), OPEN);
  const all = way.listens === null ? joined : onPorts(joined, way.listens);
  return { ...way, all, sure: internetPorts(all.sure, way.family), possible: internetPorts(all.possible, way.family) };
}

function verdictOf(subject: Subject, walked: readonly Walked[], from: string): Exposure {
  const base = { ...baseOf(subject), from };
  const sure = walked.filter((way) => !isNoPort(way.sure));
  const found = sure.length > 0 ? sure : walked.filter((way) => !isNoPort(way.possible));
  const [best] = found;
  if (best) {
    const isSure = sure.length > 0;
    const portsOf = (way: Walked): PortSet => (isSure ? way.sure : way.possible);
    const ports = found.map(portsOf).reduce((one, other) => unionPorts(one, other), NO_PORTS);
    const because = best.stops.map(({ tell }) => tell(portsOf(best)));
    const families = ([4, 6] as const).filter((family) => found.some((way) => way.family === family));
    return { ...base, reachable: isSure ? true : 'unknown', ports: rangesOfPorts(ports), because, families, oneChangeAway: null };
  }
  const stopped = ({ stops, family }: Walked): number => stops.filter(({ flow }) => isNoPort(internetPorts(flow.sure, family))).length;
  const nearest = walked.toSorted((a, b) => stopped(a) - stopped(b))[0];
  const because = (nearest?.stops.map(({ tell }) => tell(nearest.listens ?? ALL_PORTS)) ?? []).filter(({ says }) => says !== 'passes');
  const changes = distinct(walked.flatMap((way) => changesOf(subject, way)));
  return { ...base, reachable: false, ports: [], because, families: [], oneChangeAway: changes.length > 0 ? changes : null };
}

/** Stations that alone keep something out. */
function changesOf(subject: Subject, { stops, family, listens }: Walked): readonly Change[] {
  return stops.flatMap(({ name, flow, tell }, index): readonly Change[] => {
    const rest = stops
      .flatMap((each, other) => (other === index ? [] : [each.flow.sure]))
      .reduce((one, other) => both(one, other), EVERYTHING);
    const open = commonPorts(internetPorts(rest, family), listens ?? ALL_PORTS);
    const ports = withoutPorts(open, internetPorts(flow.sure, family));
    if (isNoPort(ports)) return [];
    const told = tell(ports);
    const { node, detail, place } = told.says === 'passes' ? { ...subject, detail: '' } : told;
    return [{ station: name, ports: rangesOfPorts(ports), node, detail, place }];
  });
}

/** Public sources that are too few to be the internet. */
function limitedOf(subject: Subject, walked: readonly Walked[]): readonly Exposure[] {
  return walked.flatMap((way) =>
    way.all.sure.partial
      .filter(({ ports }) => !isNoPort(withoutPorts(ports, way.sure)))
      .slice(0, MAX_LIMITED)
      .flatMap(({ ports, from }) => {
        const own = withoutPorts(ports, way.sure);
        const because = way.stops
          .map(({ tell }) => tell(own))
          .map((each): Reason => (each.says === 'stops' ? { ...each, says: 'passes' } : each));
        const said = { ports: rangesOfPorts(own), because, families: [way.family], oneChangeAway: null };
        return cidrsOf(from).map((cidr): Exposure => ({ ...baseOf(subject), reachable: true, from: cidr, ...said }));
      }),
  );
}

/** From another thing: a load balancer, a gateway. Null when nothing passes. */
export function through(
  subject: Subject,
  from: string,
  said: { readonly sure: PortSet; readonly possible: PortSet; readonly because: readonly Reason[] },
): Exposure | null {
  const isSure = !isNoPort(said.sure);
  const ports = isSure ? said.sure : said.possible;
  if (isNoPort(ports)) return null;
  const { because } = said;
  return {
    ...baseOf(subject),
    reachable: isSure ? true : 'unknown',
    from,
    ports: rangesOfPorts(ports),
    because,
    families: [4],
    oneChangeAway: null,
  };
}

function baseOf({
  node,
  type,
  place,
  shields = [],
  login = null,
}: Subject): Pick<Exposure, 'node' | 'type' | 'place' | 'shields' | 'login'> {
  return { node, type, place, shields, login };
}

function distinct(changes: readonly Change[]): readonly Change[] {
  const seen = new Map(changes.map((each) => [`${each.station} ${each.node} ${JSON.stringify(each.ports)}`, each]));
  return [...seen.values()];
}
