/** Resources shared with other accounts. Source: hashicorp/aws documentation of aws_ram_resource_share, AWS::RAM::ResourceShare, read 2026-11-22. */
export interface ResourceShare {
  /** Accounts outside of the organization may be added. Default false in Terraform, true in CloudFormation. */
  readonly allowsExternal: boolean;
}
