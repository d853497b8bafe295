import { defineCloudFormation } from '../../../code/index.ts';
import { passwordInCode } from './password.ts';
import type { PasswordSetting } from './shape.ts';

/** Where each resource has its password. */
const PATHS: Readonly<Record<string, readonly string[]>> = {
  'AWS::RDS::DBInstance': ['MasterUserPassword'],
  'AWS::RDS::DBCluster': ['MasterUserPassword'],
  'AWS::Redshift::Cluster': ['MasterUserPassword'],
  'AWS::RedshiftServerless::Namespace': ['AdminUserPassword'],
  'AWS::DocDB::DBCluster': ['MasterUserPassword'],
  'AWS::ElastiCache::ReplicationGroup': ['AuthToken'],
  'AWS::OpenSearchService::Domain': ['AdvancedSecurityOptions', 'MasterUserOptions', 'MasterUserPassword'],
  'AWS::Elasticsearch::Domain': ['AdvancedSecurityOptions', 'MasterUserOptions', 'MasterUserPassword'],
  'AWS::DMS::Endpoint': ['Password'],
  'AWS::DirectoryService::MicrosoftAD': ['Password'],
  'AWS::DirectoryService::SimpleAD': ['Password'],
  'AWS::FSx::FileSystem': ['WindowsConfiguration', 'SelfManagedActiveDirectoryConfiguration', 'Password'],
};

export const cloudformation = defineCloudFormation<PasswordSetting>({
  types: Object.keys(PATHS),
  identity: ['DBInstanceIdentifier', 'DBClusterIdentifier', 'ClusterIdentifier', 'DomainName', 'Name'],
  read: (block) => ({ isInCode: passwordInCode(block, PATHS[block.resource?.type ?? ''] ?? []) }),
});
