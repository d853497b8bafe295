/** A custom domain of REST APIs. Source: hashicorp/aws documentation of aws_api_gateway_domain_name, AWS::ApiGateway::DomainName, read 2026-11-22. */
export interface ApiDomainName {
  /** `TLS_1_0`, `TLS_1_2`, or one of `SecurityPolicy_TLS…`; undefined: what API Gateway chooses, `TLS_1_0` for domains at the edge. */
  readonly securityPolicy: string | undefined;
}
