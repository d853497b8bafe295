/** Settings of a DMS endpoint that only some engines have. Sources: hashicorp/aws documentation of aws_dms_endpoint; AWS::DMS::Endpoint; read 2026-11-22. */
export interface EndpointSettings {
  readonly engine: string;
  /** `password` (default) or `no`. */
  readonly mongoAuthentication: string;
  /** `ssl-encryption` (default) or `plaintext`. */
  readonly redisProtocol: string;
}
