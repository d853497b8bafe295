/** Firewall rules as every provider writes them, and which of them lets the internet in. */
import { any, find } from '../check/logic.ts';
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
  return (name === protocol || name === number) && rule.fromPort <= ports.to && rule.toPort >= ports.from;
}

export function isEveryProtocol(protocol: string): boolean {
  return protocol === '-1' || protocol.toLowerCase() === 'all';
}

/** Does the rule admit every port: every protocol, or TCP or UDP from 0 or 1 to 65535? */
export function admitsEveryPort(rule: PortRule): boolean {
  return (
    isEveryProtocol(rule.protocol) ||
    (['tcp', '6', 'udp', '17'].includes(rule.protocol.toLowerCase()) && rule.fromPort <= 1 && rule.toPort >= 65535)
  );
}

/**
 * The rule that lets the internet in among those that `admits` selects; when only several together cover it (0.0.0.0/1 and
 * 128.0.0.0/1) the first of them. Undefined when certainly none does. Three-valued over tracked lists.
 */
export function findInternetRule<R extends PortRule>(rules: readonly R[], admits: (rule: R) => boolean): R | undefined {
  const direct = find(rules, (rule) => admits(rule) && any(rule.cidrs, (cidr) => isInternet([cidr])));
  if (direct) return direct;
  const selected = rules.filter((rule) => admits(rule));
  const ranges = selected.flatMap((rule) => rule.cidrs.flatMap((cidr) => parseCidr(cidr) ?? []));
  return coversInternet(ranges) ? selected[0] : undefined;
}

/** `22`, `3306-3307`, `every port`: for messages. */
export function describePorts(rule: PortRule): string {
  if (isEveryProtocol(rule.protocol)) return '0-65535';
  return rule.fromPort === rule.toPort ? String(rule.fromPort) : `${rule.fromPort}-${rule.toPort}`;
}
