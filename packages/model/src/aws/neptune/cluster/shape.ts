/** A Neptune cluster. Sources: hashicorp/aws documentation of aws_neptune_cluster; AWS::Neptune::DBCluster; read 2026-11-22. */
export interface GraphCluster {
  /** Default false. One made from a snapshot takes the encryption of that. */
  readonly isEncrypted: boolean;
  readonly hasCustomerKey: boolean;
  /** `audit`, `slowquery`. */
  readonly exportedLogs: readonly string[];
  /** Requests are signed with IAM; without it nobody is asked who he is. Default false. */
  readonly iamAuthentication: boolean;
  /** Default 1. */
  readonly backupRetentionDays: number;
  /** Default false. */
  readonly copiesTags: boolean;
  /** Default false. */
  readonly deletionProtection: boolean;
}
