/** A network policy of OpenSearch Serverless. Sources: hashicorp/aws documentation of aws_opensearchserverless_security_policy; AWS::OpenSearchServerless::SecurityPolicy; read 2026-11-22. */
export interface ServerlessNetworkPolicy {
  /** `network` or `encryption`. */
  readonly kind: string;
  readonly rules: readonly NetworkRule[];
}

export interface NetworkRule {
  /** `AllowFromPublic`: the endpoint is reachable from the internet. Default false. */
  readonly isPublic: boolean;
}
