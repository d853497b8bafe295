/** Security groups: what any rule of any group admits; answers always pass. Source: Amazon VPC User Guide, "Security groups", read 2026-11-22. */
import { isUndecided } from '@kumomori/model';
import { portText } from './acl.ts';
import type { AddressSet, Family } from './addresses.ts';
import { ANYWHERE, INTERNET, cidrsOf, knownLength } from './addresses.ts';
import type { Grant, Station } from './flow.ts';
import { eitherStation, flowOf, SHUT } from './flow.ts';
import type { PortSet } from './ports.ts';
import { ALL_PORTS, NO_PORTS, commonPorts, isNoPort, portsOf, unionPorts } from './ports.ts';
import { covers, overlaps, without } from './ranges.ts';
import type { Group, GroupRule } from './topology.ts';
import type { Doubt, Reason } from './types.ts';

/** Ports of a rule; null: they are not known. */
export function rulePorts({ rule: { protocol, from, to } }: GroupRule): PortSet | null {
  return isUndecided(protocol) || isUndecided(from) || isUndecided(to) ? null : portsOf(protocol, from, to);
}

/** May there be more addresses in it than are known, so many that they are the internet? A known `/24` of unknown addresses may not. */
function mayAdmitAnyone({ rule, doubts, isSure }: GroupRule): boolean {
  if (doubts.length === 0 || !isSure) return false;
  if (rule.cidrs.rest || rule.prefixLists.rest) return true;
  return [...rule.cidrs.items, ...rule.prefixLists.items].some((text) => {
    const length = knownLength(text);
    return /[~\uFFFC]|^pl-/.test(text) && (length === null || length <= 8);
  });
}

/** The rules of one group for the internet. */
export function groupStation(group: Group, family: Family): Station {
  const sure: Grant[] = [];
  const possible: Grant[] = [];
  const doubts: Doubt[] = [...group.doubts.ingress];
  for (const rule of group.ingress) {
    const ports = rulePorts(rule);
    if (ports && rule.isSure) sure.push({ ports, from: rule.addresses });
    possible.push({ ports: ports ?? ALL_PORTS, from: mayAdmitAnyone(rule) ? ANYWHERE : rule.addresses });
    if (rule.doubts.length > 0 && (!ports || !rule.isSure || mayAdmitAnyone(rule))) doubts.push(...rule.doubts);
  }
  if (group.doubts.ingress.length > 0) possible.push({ ports: ALL_PORTS, from: ANYWHERE });
  return { sure: flowOf(sure, family), possible: flowOf(possible, family), doubts };
}

export function groupsStation(groups: readonly Group[], doubts: readonly Doubt[], family: Family): Station {
  let station: Station = SHUT;
  for (const group of groups) station = eitherStation(station, groupStation(group, family));
  if (doubts.length === 0) return station;
  return { sure: station.sure, possible: { open: ALL_PORTS, partial: [] }, doubts: [...station.doubts, ...doubts] };
}

/** Who is at the other side of a rule: addresses and groups. */
export interface Side {
  readonly addresses: AddressSet;
  readonly groups: ReadonlySet<number>;
  /** Groups are known by each other only within a VPC and across peerings. */
  readonly sharesGroups: boolean;
}

/** Ports that rules open to a side: surely, and possibly. */
export function portsFor(rules: readonly GroupRule[], side: Side): { readonly sure: PortSet; readonly possible: PortSet } {
  let [sure, possible] = [NO_PORTS, NO_PORTS];
  for (const each of rules) {
    const ports = rulePorts(each);
    const isNamed = side.sharesGroups && [...each.groups].some((group) => side.groups.has(group));
    const isWhole = isNamed || (side.addresses.length > 0 && without(side.addresses, each.addresses).length === 0);
    if (isWhole && ports && each.isSure) sure = unionPorts(sure, ports);
    if (isWhole || each.doubts.length > 0 || overlaps(side.addresses, each.addresses)) possible = unionPorts(possible, ports ?? ALL_PORTS);
    // Nothing is known of where it stands: any private range may hold it.
    else if (side.addresses.length === 0 && each.addresses.length > 0) possible = unionPorts(possible, ports ?? ALL_PORTS);
  }
  return { sure, possible };
}

/** Ports that are open to addresses that AWS manages, for distributions and the like. */
export function portsForAws(rules: readonly GroupRule[]): PortSet {
  let ports = NO_PORTS;
  for (const each of rules) if (each.isForAws && each.isSure) ports = unionPorts(ports, rulePorts(each) ?? NO_PORTS);
  return ports;
}

const MAX_REASONS = 5;

/** The rules that admit the ports from the internet, or that there is none. */
export function groupReasons(groups: readonly Group[], family: Family, ports: PortSet): readonly Reason[] {
  const admitting = groups.flatMap((group) =>
    group.ingress.filter((each) => {
      const own = rulePorts(each);
      return own !== null && !isNoPort(commonPorts(own, ports)) && overlaps(each.addresses, INTERNET[family]);
    }),
  );
  // Those that admit all of the internet say it by themselves.
  const wide = admitting.filter((each) => covers(each.addresses, INTERNET[family]));
  const telling = wide.length > 0 ? wide : admitting;
  if (telling.length > 0) return telling.slice(0, MAX_REASONS).map((each) => ruleReason(each, 'passes'));
  return groups.slice(0, MAX_REASONS).map((group) => ({
    station: 'security group' as const,
    says: 'stops' as const,
    node: group.node,
    detail: 'no rule admits the internet',
    place: group.place,
  }));
}

export function ruleReason(rule: GroupRule, says: Reason['says']): Reason {
  const ports = portText(rulePorts(rule) ?? NO_PORTS);
  const sources = [...cidrsOf(rule.addresses, 3), ...rule.rule.groups.items];
  return { station: 'security group', says, node: rule.rule.node, detail: `${ports} ${sources.join(', ')}`.trim(), place: rule.rule.place };
}
