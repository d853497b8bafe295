/** A source or target of DMS. Sources: hashicorp/aws documentation of aws_dms_endpoint and aws_dms_s3_endpoint; AWS::DMS::Endpoint; read 2026-11-22. */
export interface ReplicationEndpoint {
  /** `postgres`, `mysql`, `s3` … */
  readonly engine: string;
  /** `none` (default), `require`, `verify-ca`, `verify-full`. */
  readonly sslMode: string;
  readonly hasCustomerKey: boolean;
}
