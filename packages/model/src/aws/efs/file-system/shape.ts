/** An EFS file system. Source: hashicorp/aws documentation of aws_efs_file_system, read 2026-11-22. */
export interface FileSystem {
  /** Default false. */
  readonly isEncrypted: boolean;
}
