/** The answers of the network analysis. */
import type { Range } from '@kumomori/model';
import type { PortRange } from './ports.ts';

/** Why something is not known. */
export interface Doubt {
  /** For people, in the words of the readers. */
  readonly detail: string;
  readonly place: Range | null;
}

export const stationNames = [
  'public address',
  'igw route',
  'nacl',
  'security group',
  'listener',
  'load balancer',
  'public endpoint',
  'local route',
  'peering route',
  'transit gateway route',
  'user-defined route',
  'network security group',
  'internet route',
  'firewall rule',
  'service firewall',
  'service',
  'ingress',
  'gateway',
  'network policy',
  'host port',
] as const;
export type StationName = (typeof stationNames)[number];

/** One station of the way, what it says, and where. */
export interface Reason {
  readonly station: StationName;
  /** `passes`: lets it through; `stops`: does not; `undecided`: nobody can say. */
  readonly says: 'passes' | 'stops' | 'undecided';
  /** The rule, route, list or address that says so; null where there is none (no route, no rule). */
  readonly node: string | null;
  /** Facts for a text: CIDRs, ports, what is lacking. A closed set of words, or the detail of a doubt. */
  readonly detail: string;
  readonly place: Range | null;
}

/** What alone keeps ports from the internet. */
export interface Change {
  readonly station: StationName;
  readonly ports: readonly PortRange[];
  /** Where it would be made. */
  readonly node: string | null;
  readonly detail: string;
  readonly place: Range | null;
}

export interface Exposure {
  readonly node: string;
  /** Block type of the node. */
  readonly type: string;
  readonly reachable: boolean | 'unknown';
  /** `internet`, a node (load balancer, distribution …), or a CIDR of public addresses. */
  readonly from: string;
  /** What is reached; of an unknown one what may be. */
  readonly ports: readonly PortRange[];
  /** Stations in their order: of an exposure those it passes, else those that stop it. */
  readonly because: readonly Reason[];
  /** Not empty: single changes, each of which would expose it. Null: there is none, or it is exposed. */
  readonly oneChangeAway: readonly Change[] | null;
  /** `4`, `6`: address families it is reached by. */
  readonly families: readonly (4 | 6)[];
  /** Web ACLs and Shield Advanced before it. */
  readonly shields: readonly string[];
  /** Callers must sign in, as far as that is told (`none`, `iam`, `authorizer`, `policy`, `load balancer`); null: nothing is told. */
  readonly login: string | null;
  readonly place: Range;
}
