import type { DescribedRule } from '../rules.ts';

/** A network security group with the rules of every style: inline and as resources of their own. Source: Azure Virtual Network documentation, read 2026-11-22. */
export interface SecurityGroup {
  readonly inbound: readonly DescribedRule[];
  readonly outbound: readonly DescribedRule[];
}
