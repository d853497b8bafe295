/** A provider configuration of Terraform. Source: hashicorp/aws documentation, "Authentication and Configuration", read 2026-11-22. */
export interface AwsProvider {
  /** An access key id stands in the code, whatever way it takes there. */
  readonly hasAccessKey: boolean;
  /** The same of a secret access key. */
  readonly hasSecretKey: boolean;
}
