/** A firewall of AWS Network Firewall. Sources: hashicorp/aws documentation of aws_networkfirewall_firewall and aws_networkfirewall_logging_configuration; AWS::NetworkFirewall::Firewall; read 2026-11-22. */
export interface NetworkFirewall {
  /** Alerts, flows or TLS events are delivered somewhere. */
  readonly logs: boolean;
  /** Default false. */
  readonly deleteProtection: boolean;
  /** Its subnets cannot be taken away. Default false. */
  readonly subnetChangeProtection: boolean;
  /** Rules are encrypted with a KMS key of the customer. */
  readonly hasCustomerKey: boolean;
  /** One endpoint stands in each. */
  readonly subnets: readonly string[];
}
