/** A web application firewall policy of an application gateway. Source: Azure Web Application Firewall documentation, read 2026-11-22. */
export interface WafPolicy {
  readonly isEnabled: boolean;
  /** `Prevention` blocks, `Detection` only writes down. */
  readonly mode: string;
  readonly ruleSets: readonly ManagedRuleSet[];
}

/** A set of rules that Microsoft maintains. */
export interface ManagedRuleSet {
  /** `OWASP`, `Microsoft_DefaultRuleSet`, `Microsoft_BotManagerRuleSet` … */
  readonly kind: string;
  /** `3.2`, `2.1` … */
  readonly version: string;
  /** Rules that are switched off, by their number. */
  readonly disabledRules: readonly string[];
}
