/** Rules of network security groups: which of them lets the internet in, with priorities and denials considered. */
import { aside, any, matching, shown } from '../../check/index.ts';
import { coversInternet, isInternet, parseCidr, parsePorts } from '../../net/index.ts';

/** One rule of one direction. Source: Azure Virtual Network documentation "Network security groups", read 2026-11-22. */
export interface NetworkRule {
  readonly access: 'Allow' | 'Deny';
  /** 100 to 4096; the lowest number is looked at first and decides. */
  readonly priority: number;
  /** `Tcp`, `Udp`, `Icmp`, `Esp`, `Ah` or `*`. */
  readonly protocol: string;
  /** Destination ports: `22`, `8000-8099`, `*`. */
  readonly ports: readonly string[];
  /** CIDR ranges, service tags (`Internet`, `VirtualNetwork`, `Storage.WestEurope`) or `*`; empty when application security groups are named. */
  readonly sources: readonly string[];
  readonly destinations: readonly string[];
}

/** What people wrote about a rule. */
export interface DescribedRule extends NetworkRule {
  readonly ruleName: string | undefined;
  readonly description: string | undefined;
  /** Comments above the rule and in it. */
  readonly remark: string | undefined;
}

/** What is asked of a rule: one port, a range of ports, or every port of the protocol. */
export interface Opening {
  readonly protocol: 'tcp' | 'udp';
  /** `22`, `20-21`; `*`: every port. */
  readonly ports: string;
}

/** `*`, `Any`, the tag `Internet`, or a range that is most of the internet (any network with the mask `/0`). A tag of a service is not. */
export function isInternetPrefix(prefix: string): boolean {
  const text = prefix.trim().toLowerCase();
  return ['*', 'any', 'internet'].includes(text) || text.endsWith('/0') || isInternet([text]);
}

/** Does the rule concern the opening at all: its protocol, and any of the ports (all of them when every port is asked for)? */
function concerns(rule: NetworkRule, { protocol, ports }: Opening): boolean {
  if (!hasProtocol(rule, protocol)) return false;
  return any(rule.ports, (written) => (ports === '*' ? isEveryPort(written) : overlaps(written, ports)));
}

/**
 * A rule that certainly lets the internet into the opening: it allows most of the internet, alone or with others together, and no denial of
 * a lower number stands before it. Undefined when certainly none does; three-valued over tracked lists. O(open rules × rules).
 */
export function findOpenRule<R extends NetworkRule>(rules: readonly R[], opening: Opening): R | undefined {
  const isOpen = (rule: R): boolean => rule.access.toLowerCase() === 'allow' && concerns(rule, opening);
  const [direct] = matching(rules, (rule) => isOpen(rule) && any(rule.sources, isInternetPrefix) && !isDenied(rule, rules, opening));
  if (direct) return direct;
  const parts = rules
    .filter((rule) => isOpen(rule) && !isDenied(rule, rules, opening))
    .flatMap((rule) => rule.sources.flatMap((source) => ({ rule, range: parseCidr(source) })));
  const known = parts.flatMap(({ rule, range }) => (range ? [{ rule, range }] : []));
  return coversInternet(known.map(({ range }) => range)) ? known[0]?.rule : undefined;
}

/** Does a denial for everyone stand before the rule and cover all of the opening? */
function isDenied<R extends NetworkRule>(rule: R, rules: readonly R[], opening: Opening): boolean {
  return aside(() =>
    any(
      rules,
      (other) =>
        other.access.toLowerCase() === 'deny' &&
        hasProtocol(other, opening.protocol) &&
        any(other.ports, (written) => contains(written, opening.ports)) &&
        any(other.sources, isInternetPrefix) &&
        any(other.destinations, (destination) => ['*', 'any', '0.0.0.0/0'].includes(destination.toLowerCase())) &&
        other.priority < rule.priority,
    ),
  );
}

function hasProtocol(rule: NetworkRule, protocol: string): boolean {
  return ['*', 'any', protocol].includes(rule.protocol.toLowerCase());
}

function isEveryPort(written: string): boolean {
  if (written.trim() === '*') return true;
  const range = parsePorts(written);
  return range !== null && range.from <= 1 && range.to >= 65535;
}

function overlaps(written: string, asked: string): boolean {
  if (isEveryPort(written)) return true;
  const [a, b] = [parsePorts(written), parsePorts(asked)];
  return a !== null && b !== null && a.from <= b.to && a.to >= b.from;
}

function contains(written: string, asked: string): boolean {
  if (isEveryPort(written)) return true;
  const [a, b] = [parsePorts(written), parsePorts(asked)];
  return a !== null && b !== null && a.from <= b.from && a.to >= b.to;
}

/** `22, 8000-8099`: for messages; ports that are not known are `?`. */
export function describeRulePorts(rule: NetworkRule): string {
  return shown(() => rule.ports.map((port) => port).join(', ')) ?? '?';
}
