import type { PortRule } from '../../../net/index.ts';

/** A VPC firewall rule, or a rule of a firewall policy. Source: Cloud NGFW documentation, "VPC firewall rules", read 2026-11-22. */
export interface Firewall {
  /** `INGRESS` or `EGRESS`. Default `INGRESS`. */
  readonly direction: string;
  /** A rule that allows; one that denies opens nothing. */
  readonly isAllow: boolean;
  /** Default false. */
  readonly isDisabled: boolean;
  /**
   * One for each protocol and port range. `cidrs`: sources of an ingress rule, destinations of an egress rule. Left out is what a deny rule
   * for all machines of the network with the same or a smaller priority number certainly undoes.
   */
  readonly rules: readonly PortRule[];
  /** A `log_config` is written. */
  readonly isLogged: boolean;
  /** The rule's own name in Google Cloud; `default-allow-ssh` and the like come with the default network. */
  readonly ruleName: string | undefined;
  readonly description: string | undefined;
  /** Comments above the rule and in it. */
  readonly remark: string | undefined;
}
