/** Firewall rules as every provider writes them, and which of them lets the internet in. */
import { any, matching, shown } from '../check/index.ts';
import { coversInternet, isInternet, parseCidr } from './cidr.ts';

/** One allow rule. Shapes with more fields extend it. */
export interface PortRule {
  /** `tcp`, `udp`, `icmp`, a protocol number, `-1` or `all` for every protocol. */
  readonly protocol: string;
  /** First port; ignored when the protocol is every protocol. */
  readonly fromPort: number;
  /** Last port, inclusive. */
  readonly toPort: number;
  /** IPv4 and IPv6 ranges that are let in. */
  readonly cidrs: readonly string[];
}

export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** Does the rule admit any TCP (or UDP) port of the range? */
export function admitsPort(rule: PortRule, ports: PortRange, protocol: 'tcp' | 'udp' = 'tcp'): boolean {
  if (isEveryProtocol(rule.protocol)) return true;
  const name = rule.protocol.toLowerCase();
  const number = protocol === 'tcp' ? '6' : '17';
  return (name === protocol || name === number) && (isEveryPort(rule) || (rule.fromPort <= ports.to && rule.toPort >= ports.from));
}

export function isEveryProtocol(protocol: string): boolean {
  return protocol === '-1' || protocol.toLowerCase() === 'all';
}

/** Does the rule admit every port: every protocol, or TCP or UDP from 0 or 1 to 65535? */
export function admitsEveryPort(rule: PortRule): boolean {
  return isEveryProtocol(rule.protocol) || (['tcp', '6', 'udp', '17'].includes(rule.protocol.toLowerCase()) && isEveryPort(rule));
}

/** 0 or 1 to 65535; -1 to -1 is how "all" is written by people, whatever the protocol. */
function isEveryPort(rule: PortRule): boolean {
  return (rule.fromPort <= 1 && rule.toPort >= 65535) || (rule.fromPort === -1 && rule.toPort === -1);
}

/**
 * The rule that lets the internet in among those that `admits` selects; when only several together cover it (0.0.0.0/1 and
 * 128.0.0.0/1) the one with the longest single range. Undefined when certainly none does. Three-valued over tracked lists; the evidence shows every rule that does it alone.
 */
export function findInternetRule<R extends PortRule>(rules: readonly R[], admits: (rule: R) => boolean): R | undefined {
  const [direct] = matching(rules, (rule) => admits(rule) && any(rule.cidrs, (cidr) => isInternet([cidr])));
  if (direct) return direct;
  const selected = rules.filter((rule) => admits(rule));
  const parts = selected.flatMap((rule) => rule.cidrs.flatMap((cidr) => ({ rule, range: parseCidr(cidr) })));
  const known = parts.flatMap(({ rule, range }) => (range ? [{ rule, range, size: range.last - range.first }] : []));
  if (!coversInternet(known.map(({ range }) => range))) return undefined;
  return known.toSorted((a, b) => (a.size > b.size ? -1 : a.size < b.size ? 1 : 0))[0]?.rule;
}

/** `22`, `3306-3307`, `0-65535`: for messages; a port that is not known is `?`. */
export function describePorts(rule: PortRule): string {
  const from = shown(() => rule.fromPort) ?? '?';
  const to = shown(() => rule.toPort) ?? '?';
  if (isEveryProtocol(shown(() => rule.protocol) ?? '') || (from === -1 && to === -1)) return '0-65535';
  return from === to ? String(from) : `${from}-${to}`;
}

/** `443` or `8000-8099`; null for anything else. */
export function parsePorts(text: string): PortRange | null {
  const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text.trim());
  if (!match) return null;
  const from = Number(match[1]);
  const to = Number(match[2] ?? match[1]);
  return from <= to && to <= 65535 ? { from, to } : null;
}

/** The first of the port ranges that a rule lets the internet into, and the rule. Rules for every port are another check's. */
export function findOpenPorts<R extends PortRule>(
  rules: readonly R[],
  ports: readonly string[],
): { readonly rule: R; readonly ports: string } | undefined {
  const ranges = ports.flatMap((text) => {
    const range = parsePorts(text);
    return range ? [{ text, range }] : [];
  });
  const hit = (rule: R): string | undefined => ranges.find(({ range }) => admitsPort(rule, range) || admitsPort(rule, range, 'udp'))?.text;
  const rule = findInternetRule(rules, (each) => hit(each) !== undefined);
  const open = rule && hit(rule);
  return rule && open !== undefined ? { rule, ports: open } : undefined;
}

/** Does the rule stay within the given ports? */
export function staysWithin(rule: PortRule, ports: readonly string[]): boolean {
  if (/^(icmp|icmpv6|1|58)$/i.test(rule.protocol)) return true;
  if (isEveryProtocol(rule.protocol)) return false;
  const ranges = ports.flatMap((text) => parsePorts(text) ?? []);
  return ranges.some((range) => rule.fromPort >= range.from && rule.toPort <= range.to);
}
