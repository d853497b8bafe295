import { defineTerraform } from '../../../code/index.ts';
import { passwordInCode } from './password.ts';
import type { PasswordSetting } from './shape.ts';

/** Where each resource has its password. */
const PATHS: Readonly<Record<string, readonly string[]>> = {
  aws_db_instance: ['password'],
  aws_rds_cluster: ['master_password'],
  aws_redshift_cluster: ['master_password'],
  aws_redshiftserverless_namespace: ['admin_user_password'],
  aws_docdb_cluster: ['master_password'],
  aws_elasticache_replication_group: ['auth_token'],
  aws_opensearch_domain: ['advanced_security_options', 'master_user_options', 'master_user_password'],
  aws_elasticsearch_domain: ['advanced_security_options', 'master_user_options', 'master_user_password'],
  aws_dms_endpoint: ['password'],
  aws_directory_service_directory: ['password'],
  aws_fsx_windows_file_system: ['self_managed_active_directory', 'password'],
  aws_storagegateway_gateway: ['smb_guest_password'],
};

export const terraform = defineTerraform<PasswordSetting>({
  types: Object.keys(PATHS),
  identity: ['identifier', 'cluster_identifier', 'name', 'domain_name', 'replication_group_id'],
  read: (block) => ({ isInCode: passwordInCode(block, PATHS[block.resource?.type ?? ''] ?? []) }),
});
