import type { AttrMap } from '../../../node.ts';
import type { PortRule } from '../../../net/index.ts';

/** A network ACL with its inbound rules, inline and separate. Source: Amazon VPC User Guide, "Network ACL rules", read 2026-11-22. */
export interface NetworkAcl {
  /** True for the VPC's default ACL. */
  readonly isDefault: boolean;
  /** Some subnet uses it. */
  readonly isAssociated: boolean;
  /** Not in order: the lowest number that matches decides. */
  readonly ingress: readonly NetworkAclRule[];
  readonly tags: AttrMap<string>;
}

export interface NetworkAclRule extends PortRule {
  /** 1 to 32766. */
  readonly ruleNumber: number;
  readonly action: 'allow' | 'deny';
  /** Comments above the rule and in it; an entry has no description. */
  readonly remark: string | undefined;
}
