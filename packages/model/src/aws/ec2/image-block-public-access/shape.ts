/** The account's block of public machine images in one region. Source: hashicorp/aws documentation of aws_ec2_image_block_public_access, read 2026-11-22. */
export interface ImageBlockPublicAccess {
  /** `block-new-sharing` or `unblocked`. */
  readonly state: string;
}
