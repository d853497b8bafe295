/** A DynamoDB Accelerator cluster. Sources: hashicorp/aws documentation of aws_dax_cluster; AWS::DAX::Cluster; read 2026-11-22. */
export interface DaxCluster {
  /** Default false. */
  readonly isEncrypted: boolean;
  /** `NONE` (default) or `TLS`. */
  readonly endpointEncryption: string;
  /** Default of CloudFormation and Terraform: none, it must be written. */
  readonly nodes: number;
}
