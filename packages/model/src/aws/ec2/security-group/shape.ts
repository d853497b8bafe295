import type { AttrMap } from '../../../node.ts';
import type { PortRule } from '../../../net/index.ts';

/** A security group with the rules of all three Terraform styles. Source: Amazon VPC User Guide, read 2026-11-22. */
export interface SecurityGroup {
  readonly description: string | undefined;
  /** True for the VPC's default group. */
  readonly isDefault: boolean;
  readonly groupName: string | undefined;
  /** Something in this code stands in the group; another group's rule does not count. */
  readonly isUsed: boolean;
  readonly ingress: readonly SecurityGroupRule[];
  readonly egress: readonly SecurityGroupRule[];
  readonly tags: AttrMap<string>;
}

export interface SecurityGroupRule extends PortRule {
  readonly description: string | undefined;
  /** Comments above the rule and in it. */
  readonly remark: string | undefined;
}
