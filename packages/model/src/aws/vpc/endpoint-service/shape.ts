/** A service offered to other VPCs through endpoints. Source: hashicorp/aws documentation of aws_vpc_endpoint_service, read 2026-11-22. */
export interface EndpointService {
  /** Somebody has to accept each connection. Terraform demands the attribute; CloudFormation's default is false. */
  readonly acceptanceRequired: boolean;
  /** ARNs of principals that may connect; `*` for everybody. Unknown parts are holes. */
  readonly allowedPrincipals: readonly string[];
}
