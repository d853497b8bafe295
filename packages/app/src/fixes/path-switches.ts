/** By type: what closes a thing to the public and leaves everything else as it is. Attributes as the providers document them. */
import type { FixEdit } from '@kumomori/model';

const BLOCKED = { block_public_acls: true, block_public_policy: true, ignore_public_acls: true, restrict_public_buckets: true };
const NOT_ACCESSIBLE: readonly FixEdit[] = [{ set: 'publicly_accessible', value: false }];
const NO_PUBLIC_NETWORK: readonly FixEdit[] = [{ set: 'public_network_access_enabled', value: false }];

export const PUBLIC_SWITCHES: Readonly<Record<string, readonly FixEdit[]>> = {
  aws_s3_bucket: [{ beside: 'aws_s3_bucket_public_access_block', by: 'bucket', values: BLOCKED }],
  'AWS::S3::Bucket': [
    { set: 'PublicAccessBlockConfiguration.BlockPublicAcls', value: true },
    { set: 'PublicAccessBlockConfiguration.BlockPublicPolicy', value: true },
    { set: 'PublicAccessBlockConfiguration.IgnorePublicAcls', value: true },
    { set: 'PublicAccessBlockConfiguration.RestrictPublicBuckets', value: true },
  ],
  aws_db_instance: NOT_ACCESSIBLE,
  aws_rds_cluster_instance: NOT_ACCESSIBLE,
  aws_redshift_cluster: NOT_ACCESSIBLE,
  'AWS::RDS::DBInstance': [{ set: 'PubliclyAccessible', value: false }],
  'AWS::Redshift::Cluster': [{ set: 'PubliclyAccessible', value: false }],
  aws_lambda_function_url: [{ set: 'authorization_type', value: 'AWS_IAM' }],
  'AWS::Lambda::Url': [{ set: 'AuthType', value: 'AWS_IAM' }],
  azurerm_storage_account: [{ set: 'allow_nested_items_to_be_public', value: false }],
  azurerm_storage_container: [{ set: 'container_access_type', value: 'private' }],
  azurerm_postgresql_flexible_server: NO_PUBLIC_NETWORK,
  azurerm_mssql_server: NO_PUBLIC_NETWORK,
  azurerm_postgresql_server: NO_PUBLIC_NETWORK,
  google_storage_bucket: [{ set: 'public_access_prevention', value: 'enforced' }],
};
