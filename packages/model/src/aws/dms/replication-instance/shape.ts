/** A replication instance of DMS. Sources: hashicorp/aws documentation of aws_dms_replication_instance; AWS::DMS::ReplicationInstance; read 2026-11-22. */
export interface ReplicationInstance {
  /** Default of Terraform false, of CloudFormation true. */
  readonly isPublic: boolean;
  readonly hasCustomerKey: boolean;
  /** Default of Terraform false, of CloudFormation true. */
  readonly autoMinorVersionUpgrade: boolean;
  /** Default false. */
  readonly isMultiAz: boolean;
}
