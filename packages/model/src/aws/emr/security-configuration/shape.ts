/** What EMR clusters encrypt. Source: Amazon EMR Management Guide, "Create a security configuration"; hashicorp/aws aws_emr_security_configuration; read 2026-11-22. */
export interface EmrSecurityConfiguration {
  /** Default false. */
  readonly inTransit: boolean;
  /** Default false. */
  readonly atRest: boolean;
  /** `SSE-S3`, `SSE-KMS`, `CSE-KMS`, `CSE-Custom`. */
  readonly s3Mode: string | undefined;
  /** `AwsKms` or `Custom`; undefined: local disks are not encrypted. */
  readonly localDiskKeyProvider: string | undefined;
  /** Volumes too, by a key of KMS. Default false. */
  readonly encryptsEbs: boolean;
}
