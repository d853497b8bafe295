/** VPC Block Public Access of an account and region. Source: hashicorp/aws documentation of aws_vpc_block_public_access_options, read 2026-11-22. */
export interface VpcBlockPublicAccess {
  /** `off`, `block-bidirectional`, `block-ingress`. */
  readonly internetGatewayMode: string;
}
