import type { PolicyDocument } from '../../../policy/index.ts';

/** A VPC endpoint. Source: hashicorp/aws documentation of aws_vpc_endpoint, AWS PrivateLink Guide, read 2026-11-22. */
export interface VpcEndpoint {
  /** `Gateway`, `Interface`, `GatewayLoadBalancer`, `Resource`, `ServiceNetwork`. Default `Gateway`. */
  readonly kind: string;
  /** Undefined: the default policy, which lets everybody do everything through the endpoint. */
  readonly policy: PolicyDocument | undefined;
}
