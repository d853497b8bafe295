import type { ManagedRuleSet } from '../waf-policy/shape.ts';

/** A web application firewall policy of a Front Door, classic or not. Source: Azure Web Application Firewall documentation, read 2026-11-22. */
export interface FrontDoorWafPolicy {
  readonly isEnabled: boolean;
  /** `Prevention` blocks, `Detection` only writes down. */
  readonly mode: string;
  readonly ruleSets: readonly ManagedRuleSet[];
}
