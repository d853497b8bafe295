/** Where Amazon Connect keeps recordings and reports. Source: hashicorp/aws documentation of aws_connect_instance_storage_config, AWS::Connect::InstanceStorageConfig, read 2026-11-22. */
export interface ConnectStorage {
  /** Default false. */
  readonly usesS3: boolean;
  /** Default false. */
  readonly s3HasCustomerKey: boolean;
  /** Default false. */
  readonly usesVideo: boolean;
  /** Default false. */
  readonly videoHasCustomerKey: boolean;
}
