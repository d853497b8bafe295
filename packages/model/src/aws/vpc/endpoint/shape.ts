import type { PolicyDocument } from '../../../policy/index.ts';

/** A VPC endpoint. Source: hashicorp/aws documentation of aws_vpc_endpoint, AWS PrivateLink Guide, read 2026-11-22. */
export interface VpcEndpoint {
  /** `Gateway`, `Interface`, `GatewayLoadBalancer`, `Resource`, `ServiceNetwork`. Default `Gateway`. */
  readonly kind: string;
  /** How many subnets, hence zones, an interface endpoint is in; 0 when none is named. */
  readonly subnetCount: number;
  /** Undefined: the default policy, which lets everybody do everything through the endpoint. */
  readonly policy: PolicyDocument | undefined;
}
