/** An FSx file system of any kind. Sources: hashicorp/aws documentation of the four resources; AWS::FSx::FileSystem; read 2026-11-22. */
export interface ManagedFileSystem {
  /** Every FSx file system is encrypted; with a key of the customer? */
  readonly hasCustomerKey: boolean;
  /** 0: no automatic backups. Default of Terraform 0, of Windows 7; of CloudFormation 30, of Lustre 0. */
  readonly backupRetentionDays: number;
  /** Default false. */
  readonly copiesTagsToBackups: boolean;
  /** `SINGLE_AZ_1` (default of Windows), `MULTI_AZ_1` …; `SCRATCH_1` (default of Lustre), `PERSISTENT_2` … */
  readonly deployment: string;
}
