/** The account's switch in one region. Source: hashicorp/aws documentation of aws_ebs_encryption_by_default, read 2026-11-22. */
export interface EbsDefaultEncryption {
  /** Default true. */
  readonly isEnabled: boolean;
}
