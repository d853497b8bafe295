/** Encryption of the traces of a Region. Source: hashicorp/aws documentation of aws_xray_encryption_config, read 2026-11-22. */
export interface TraceEncryption {
  /** `NONE` or `KMS`. Required. */
  readonly type: string | undefined;
}
