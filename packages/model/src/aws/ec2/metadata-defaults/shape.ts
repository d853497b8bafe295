/** The account's defaults for new instances in one region. Source: hashicorp/aws documentation of aws_ec2_instance_metadata_defaults, read 2026-11-22. */
export interface MetadataDefaults {
  /** `required`: only IMDSv2; `optional`; `no-preference` (default). */
  readonly tokenUse: string;
}
