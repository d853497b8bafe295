/**
 * Who reaches whom within the networks of Google Cloud: one network, or two that are peered from both sides, and the firewall rules of both
 * ends. Sources: "VPC firewall rules" (implied rules, targets, sources), "VPC Network Peering", read 2026-11-22.
 */
import type { Estate } from '@kumomori/model';
import type { AddressSet } from '../addresses.ts';
import { addressesOf } from '../addresses.ts';
import { eastWest } from '../east-west.ts';
import type { EastWest, InnerClass } from '../east-west.ts';
import type { PortSet } from '../ports.ts';
import { NO_PORTS, commonPorts } from '../ports.ts';
import { unionOf } from '../ranges.ts';
import type { RuleGrants } from '../ways/index.ts';
import { grantsOfRules, portsFrom } from '../ways/index.ts';
import { gcpSeats } from './exposure.ts';
import type { GcpInterface, NetworkAt } from './topology.ts';

interface Class extends InnerClass {
  readonly seat: GcpInterface;
  readonly at: NetworkAt;
  /** What tells filters apart. */
  readonly filter: string;
  readonly addresses: AddressSet;
}

interface Passing {
  readonly sure: PortSet;
  readonly possible: PortSet;
}

const SHUT: Passing = { sure: NO_PORTS, possible: NO_PORTS };

/** `offset`: indexes of classes begin there. O(interfaces + pairs of classes), capped by `eastWest`. */
export function gcpReachability(estate: Estate, offset: number): EastWest {
  const analysis = gcpSeats(estate);
  const { topology } = analysis;
  const classes = new Map<string, Class>();
  for (const { node, seat } of analysis.seats()) {
    const at = topology.networkOf(seat);
    if (at.names.length === 0) continue;
    const subnet = topology.subnetOf(seat);
    const hidden = [seat.machineTags, seat.accounts].map(({ rest }) => rest !== null);
    const filter = JSON.stringify([at.names[0], seat.machineTags.items.toSorted(), seat.accounts.items.toSorted(), seat.account, hidden]);
    const key = `${filter} ${subnet?.id ?? ''}`;
    const known = classes.get(key);
    if (known) {
      known.nodes.add(node);
      continue;
    }
    const sets = (subnet?.cidrs.items ?? []).map((text) => addressesOf(text));
    const addresses = unionOf(sets.filter((each) => each !== null));
    classes.set(key, {
      ...{ subnet: subnet?.node ?? at.network?.node ?? at.names[0] ?? '', groups: seat.machineTags.items, nodes: new Set([node]) },
      ...{ seat, at, filter, addresses },
    });
  }
  const peered = peeringsOf(estate);
  const joined = new Map<NetworkAt['network'], Map<NetworkAt['network'], boolean>>();
  const isOpen = (from: NetworkAt, to: NetworkAt): boolean => {
    if (!from.network || !to.network) return isJoined(from, to, peered);
    const row = joined.get(from.network) ?? new Map<NetworkAt['network'], boolean>();
    joined.set(from.network, row);
    const known = row.get(to.network) ?? isJoined(from, to, peered);
    row.set(to.network, known);
    return known;
  };
  const grants = new Map<string, RuleGrants>();
  const grantsOf = (own: Class, other: Class, isOut: boolean): RuleGrants => {
    const isSameNetwork = own.at.names[0] === other.at.names[0];
    const key = isOut ? own.filter : `${own.filter} < ${other.filter}`;
    const known = grants.get(`${isOut} ${key}`);
    if (known) return known;
    const { lists, doubts } = topology.lists(own.at, own.seat, { of: other.seat, isSameNetwork, isOut });
    const made = grantsOfRules(lists, doubts);
    grants.set(`${isOut} ${key}`, made);
    return made;
  };
  const ruled = (own: Class, other: Class, isOut: boolean): Passing => {
    const { sure, possible } = grantsOf(own, other, isOut);
    return {
      sure: other.addresses.length === 0 ? NO_PORTS : portsFrom(sure, other.addresses),
      possible: portsFrom(possible, other.addresses, true),
    };
  };
  return eastWest([...classes.values()], offset, (from, to) => {
    if (!isOpen(from.at, to.at)) return SHUT;
    const [out, inward] = [ruled(from, to, true), ruled(to, from, false)];
    return { sure: commonPorts(out.sure, inward.sure), possible: commonPorts(out.possible, inward.possible) };
  });
}

/** Both sides make a peering; it leads no further. */
function isJoined(from: NetworkAt, to: NetworkAt, peered: ReadonlySet<string>): boolean {
  if (from.names.some((name) => to.names.includes(name))) return true;
  const has = (one: NetworkAt, other: NetworkAt): boolean => one.names.some((a) => other.names.some((b) => peered.has(`${a} ${b}`)));
  return has(from, to) && has(to, from);
}

function peeringsOf(estate: Estate): ReadonlySet<string> {
  return new Set(
    estate
      .all('gcp.peering')
      .flatMap(({ network, peer }) => (typeof network === 'string' && typeof peer === 'string' ? [`${network} ${peer}`] : [])),
  );
}
