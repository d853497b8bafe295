/** An object that Terraform uploads or copies. Source: hashicorp/aws documentation of aws_s3_object and aws_s3_object_copy, read 2026-11-22. */
export interface S3Object {
  /** A KMS key is named for it; otherwise the default encryption of the bucket holds. */
  readonly hasKmsKey: boolean;
  /** Canned ACL. Default `private`. */
  readonly acl: string;
}
