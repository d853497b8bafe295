/**
 * The security group that AWS makes with every VPC. Code that does not manage it leaves it as it is made: open among its members and outward.
 * Source: Amazon VPC User Guide, "Default security groups"; hashicorp/aws documentation of aws_default_security_group (general knowledge, to be confirmed).
 */
export interface DefaultSecurityGroup {
  /** Some aws_default_security_group takes it over, which removes all rules but those that are written. */
  readonly isManaged: boolean;
  /** Inbound rules that are written, inline or separately. */
  readonly ingress: readonly DefaultGroupRule[];
  readonly egress: readonly DefaultGroupRule[];
}

export interface DefaultGroupRule {
  /** `tcp`, `-1` … */
  readonly protocol: string | undefined;
}
