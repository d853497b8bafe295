/** A rule group of AWS Network Firewall. Sources: hashicorp/aws documentation of aws_networkfirewall_rule_group; AWS::NetworkFirewall::RuleGroup; read 2026-11-22. */
export interface RuleGroup {
  /** `STATELESS` or `STATEFUL`. */
  readonly type: string;
  /** Priorities of the stateless rules. */
  readonly statelessRules: readonly number[];
  /** The rules are encrypted with a KMS key of the customer. */
  readonly hasCustomerKey: boolean;
}
