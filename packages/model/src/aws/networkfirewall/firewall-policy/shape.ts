/** A policy of AWS Network Firewall. Sources: hashicorp/aws documentation of aws_networkfirewall_firewall_policy; AWS::NetworkFirewall::FirewallPolicy; read 2026-11-22. */
export interface FirewallPolicy {
  /** For whole packets that no stateless rule matches: `aws:pass`, `aws:drop`, `aws:forward_to_sfe`. */
  readonly defaultActions: readonly string[];
  /** The same for fragments. */
  readonly fragmentActions: readonly string[];
  /** Some stateless or stateful rule group is used. */
  readonly hasRules: boolean;
  readonly hasCustomerKey: boolean;
}
