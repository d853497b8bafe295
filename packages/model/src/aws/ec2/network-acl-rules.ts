/** Which rule of a network ACL decides. */
import { any, aside } from '../../check/index.ts';
import { admitsPort, isInternet } from '../../net/index.ts';
import type { NetworkAclRule } from './network-acl/shape.ts';

/**
 * An allow rule that admits a TCP port and that no deny with a lower number takes back from the whole internet. Three-valued over tracked
 * rules. Rules count in the order of their numbers (Amazon VPC User Guide, "Network ACL rules"). O(rules).
 */
export function admitsUnshielded(rule: NetworkAclRule, port: number, all: readonly NetworkAclRule[]): boolean {
  return rule.action === 'allow' && admitsPort(rule, { from: port, to: port }) && !aside(() => isShielded(rule, port, all));
}

function isShielded(rule: NetworkAclRule, port: number, all: readonly NetworkAclRule[]): boolean {
  const isIpv6 = any(rule.cidrs, (cidr) => cidr.includes(':'));
  return any(
    all,
    (other) =>
      other.action === 'deny' &&
      other.ruleNumber < rule.ruleNumber &&
      admitsPort(other, { from: port, to: port }) &&
      any(other.cidrs, (cidr) => isInternet([cidr]) && cidr.includes(':') === isIpv6),
  );
}
