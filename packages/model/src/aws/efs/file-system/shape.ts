import type { PolicyDocument } from '../../../policy/index.ts';

/** An EFS file system. Sources: hashicorp/aws documentation of aws_efs_file_system, aws_efs_file_system_policy and aws_efs_backup_policy; Amazon EFS User Guide, "Automatic backups"; read 2026-11-22. */
export interface FileSystem {
  /** Default false. */
  readonly isEncrypted: boolean;
  /** A KMS key of the customer. */
  readonly hasCustomerKey: boolean;
  /** Automatic backups. Default false; true for a file system in one zone. */
  readonly automaticBackup: boolean;
  /** Chosen by a backup plan of this code. */
  readonly isInBackupPlan: boolean;
  /** Without one every client that reaches a mount target may mount it. */
  readonly policy: PolicyDocument | undefined;
}
