/** What holds data in Azure. Sources: hashicorp/azurerm documentation, the Azure template reference and "Azure permissions" of each provider, read 2026-11-22. */
import type { EntityReader } from '../entity.ts';
import { leaksAt } from '../leaks.ts';
import { flagAt, isWritten, textAt, textsAt } from '../reading.ts';
import { isUndecided } from '../undecided.ts';
import type { Known } from '../undecided.ts';
import type { DataStore, StoreActions, StoreSetting } from '../workload.ts';
import { storeReader, storeSettingReader } from '../store-reader.ts';
import type { StoreRow } from '../store-reader.ts';
import { azureReader } from './words.ts';

function actions(provider: string, lists: Partial<Record<'read' | 'write' | 'delete' | 'copy', string>>): StoreActions {
  const all = (text = ''): readonly string[] =>
    text
      .split(' ')
      .filter((each) => each !== '')
      .map((each) => `Microsoft.${provider}/${each}`);
  return { read: all(lists.read), write: all(lists.write), delete: all(lists.delete), copy: all(lists.copy), on: '{arn}' };
}

const BLOBS = 'storageAccounts/blobServices/containers/blobs';
const storage = actions('Storage', {
  read: `${BLOBS}/read storageAccounts/fileServices/fileshares/files/read`,
  write: `${BLOBS}/write storageAccounts/listKeys/action storageAccounts/regenerateKey/action`,
  delete: `${BLOBS}/delete storageAccounts/delete`,
  copy: 'storageAccounts/objectReplicationPolicies/write storageAccounts/listAccountSas/action',
});
const vault = actions('KeyVault', {
  read: 'vaults/secrets/getSecret/action vaults/keys/decrypt/action',
  write: 'vaults/secrets/setSecret/action',
  delete: 'vaults/delete vaults/secrets/delete',
  copy: 'vaults/secrets/backup/action vaults/keys/backup/action',
});
const sql = actions('Sql', {
  read: 'servers/databases/export/action servers/administrators/write',
  write: 'servers/write servers/administrators/write',
  delete: 'servers/databases/delete servers/delete',
  copy: 'servers/databases/export/action servers/databases/write',
});
const server = (provider: string): StoreActions =>
  actions(provider, {
    read: 'flexibleServers/write',
    write: 'flexibleServers/write',
    delete: 'flexibleServers/delete',
    copy: 'flexibleServers/write',
  });
const cosmos = actions('DocumentDB', {
  read: 'databaseAccounts/sqlDatabases/containers/items/read',
  write: 'databaseAccounts/listKeys/action databaseAccounts/sqlDatabases/containers/items/create',
  delete: 'databaseAccounts/delete',
  copy: 'databaseAccounts/restore/action',
});
const disk = actions('Compute', {
  read: 'disks/beginGetAccess/action',
  write: 'disks/write',
  delete: 'disks/delete',
  copy: 'snapshots/write disks/beginGetAccess/action',
});
const snapshot = actions('Compute', {
  read: 'snapshots/beginGetAccess/action',
  write: 'snapshots/write',
  delete: 'snapshots/delete',
  copy: 'snapshots/beginGetAccess/action',
});
const registry = actions('ContainerRegistry', {
  read: 'registries/pull/read registries/listCredentials/action',
  write: 'registries/push/write registries/listCredentials/action',
  delete: 'registries/artifacts/delete registries/delete',
  copy: 'registries/importImage/action',
});
const redis = actions('Cache', {
  read: 'redis/listKeys/action',
  write: 'redis/listKeys/action',
  delete: 'redis/delete',
  copy: 'redis/export/action',
});
const bus = (provider: string): StoreActions =>
  actions(provider, {
    read: 'namespaces/messages/receive/action namespaces/authorizationRules/listKeys/action',
    write: 'namespaces/messages/send/action namespaces/authorizationRules/listKeys/action',
    delete: 'namespaces/delete',
  });
const recovery = actions('RecoveryServices', {
  read: 'vaults/backupFabrics/protectionContainers/protectedItems/recoveryPoints/restore/action',
  delete: 'vaults/backupFabrics/protectionContainers/protectedItems/delete vaults/delete',
  copy: '',
});
const workspace = actions('OperationalInsights', {
  read: 'workspaces/query/read',
  delete: 'workspaces/delete workspaces/tables/delete',
  copy: 'workspaces/dataExports/write',
});

function store(row: StoreRow): EntityReader<DataStore> {
  return azureReader(storeReader({ name: 'name', ...row }));
}

function setting(types: string, of: readonly [string, string], says: Parameters<typeof storeSettingReader>[2]): EntityReader<StoreSetting> {
  return azureReader(storeSettingReader(types, of, says));
}

export const azureDataReaders: readonly EntityReader<DataStore | StoreSetting>[] = [
  store({
    types: 'azurerm_storage_account Microsoft.Storage/storageAccounts',
    kind: 'azure.storage.account',
    access: storage,
    key: 'customer_managed_key.key_vault_key_id properties.encryption.keyvaultproperties.keyname',
    encrypted: () => true,
    blocksPublic: (block) =>
      not(flagAt(block, 'allow_nested_items_to_be_public allow_blob_public_access properties.allowBlobPublicAccess')),
  }),
  setting('azurerm_storage_container', ['azure.storage.', 'storage_account_id storage_account_name'], (block) => {
    const type = textAt(block, 'container_access_type');
    return type === 'blob' || type === 'container' ? { sharedWith: { items: ['*'], rest: null } } : null;
  }),
  setting('Microsoft.Storage/storageAccounts/blobServices/containers', ['azure.storage.', 'parent'], (block) => {
    const type = textAt(block, 'properties.publicAccess');
    return type === 'Blob' || type === 'Container' ? { sharedWith: { items: ['*'], rest: null } } : null;
  }),
  setting('azurerm_storage_blob', ['azure.storage.', 'storage_account_name'], (block, context) => {
    const credentials = leaksAt(block, 'source_content', { where: 'object', context });
    return credentials.length > 0 ? { credentials } : null;
  }),
  setting('azurerm_storage_object_replication', ['azure.storage.', 'source_storage_account_id'], (block) => ({
    copiesTo: textsAt(block, 'destination_storage_account_id'),
  })),
  store({
    types:
      'azurerm_key_vault data.azurerm_key_vault azurerm_key_vault_managed_hardware_security_module Microsoft.KeyVault/vaults Microsoft.KeyVault/managedHSMs',
    kind: 'azure.keyvault.vault',
    access: vault,
    encrypted: () => true,
  }),
  setting('azurerm_key_vault_secret', ['azure.keyvault.', 'key_vault_id'], (block, context) => {
    const credentials = leaksAt(block, 'value', { where: 'secret', context });
    return credentials.length > 0 ? { credentials } : null;
  }),
  store({
    types: 'azurerm_mssql_server azurerm_sql_server azurerm_mssql_managed_instance Microsoft.Sql/servers Microsoft.Sql/managedInstances',
    kind: 'azure.sql.server',
    access: sql,
    encrypted: () => true,
  }),
  store({
    types: 'azurerm_mssql_database azurerm_sql_database Microsoft.Sql/servers/databases',
    kind: 'azure.sql.database',
    access: sql,
    encrypted: (block) => flagAt(block, 'transparent_data_encryption_enabled') ?? true,
    copyOf: 'creation_source_database_id restore_dropped_database_id properties.sourceDatabaseId',
  }),
  store({
    types: 'azurerm_postgresql_flexible_server azurerm_postgresql_server Microsoft.DBforPostgreSQL/flexibleServers',
    kind: 'azure.postgresql.server',
    access: server('DBforPostgreSQL'),
    key: 'customer_managed_key.key_vault_key_id',
    encrypted: () => true,
    copyOf: 'source_server_id creation_source_server_id properties.sourceServerResourceId',
  }),
  store({
    types: 'azurerm_mysql_flexible_server azurerm_mysql_server azurerm_mariadb_server Microsoft.DBforMySQL/flexibleServers',
    kind: 'azure.mysql.server',
    access: server('DBforMySQL'),
    key: 'customer_managed_key.key_vault_key_id',
    encrypted: () => true,
    copyOf: 'source_server_id creation_source_server_id properties.sourceServerResourceId',
  }),
  store({
    types: 'azurerm_cosmosdb_account Microsoft.DocumentDB/databaseAccounts',
    kind: 'azure.cosmosdb.account',
    access: cosmos,
    key: 'key_vault_key_id properties.keyVaultKeyUri',
    encrypted: () => true,
  }),
  store({
    types: 'azurerm_managed_disk Microsoft.Compute/disks',
    kind: 'azure.compute.disk',
    access: disk,
    key: 'disk_encryption_set_id properties.encryption.diskEncryptionSetId',
    encrypted: () => true,
    blocksPublic: (block) => {
      const policy = textAt(block, 'network_access_policy properties.networkAccessPolicy');
      return policy === undefined || isUndecided(policy) ? policy : policy !== 'AllowAll';
    },
    copyOf: 'source_resource_id properties.creationData.sourceResourceId',
  }),
  store({
    types: 'azurerm_snapshot Microsoft.Compute/snapshots',
    kind: 'azure.compute.snapshot',
    access: snapshot,
    encrypted: () => true,
    copyOf: 'source_resource_id source_uri properties.creationData.sourceResourceId',
  }),
  store({
    types: 'azurerm_image azurerm_shared_image_version Microsoft.Compute/images Microsoft.Compute/galleries/images/versions',
    kind: 'azure.compute.image',
    access: actions('Compute', {
      read: 'images/read galleries/images/versions/read',
      delete: 'images/delete',
      copy: 'galleries/share/action',
    }),
    copyOf: 'source_virtual_machine_id managed_image_id os_disk_snapshot_id properties.sourceVirtualMachine.id',
  }),
  store({
    types: 'azurerm_container_registry Microsoft.ContainerRegistry/registries',
    kind: 'azure.container.registry',
    access: registry,
    blocksPublic: (block) => not(flagAt(block, 'anonymous_pull_enabled properties.anonymousPullEnabled')),
    copiesTo: 'georeplications.location',
  }),
  store({
    types: 'azurerm_redis_cache Microsoft.Cache/redis',
    kind: 'azure.redis.cache',
    access: redis,
  }),
  store({
    types: 'azurerm_servicebus_namespace Microsoft.ServiceBus/namespaces',
    kind: 'azure.servicebus.namespace',
    access: bus('ServiceBus'),
    key: 'customer_managed_key.key_vault_key_id',
  }),
  store({
    types: 'azurerm_eventhub_namespace Microsoft.EventHub/namespaces',
    kind: 'azure.eventhub.namespace',
    access: bus('EventHub'),
  }),
  store({
    types:
      'azurerm_recovery_services_vault azurerm_data_protection_backup_vault Microsoft.RecoveryServices/vaults Microsoft.DataProtection/backupVaults',
    kind: 'azure.recovery.vault',
    access: recovery,
  }),
  store({
    types: 'azurerm_log_analytics_workspace Microsoft.OperationalInsights/workspaces',
    kind: 'azure.monitor.workspace',
    access: workspace,
  }),
  store({
    types: 'azurerm_app_configuration Microsoft.AppConfiguration/configurationStores',
    kind: 'azure.appconfiguration.store',
    access: actions('AppConfiguration', {
      read: 'configurationStores/ListKeys/action configurationStores/keyValues/read',
      write: 'configurationStores/keyValues/write',
      delete: 'configurationStores/delete',
    }),
  }),
  // Where a diagnostic setting points, the resource is logged.
  setting('azurerm_monitor_diagnostic_setting', ['azure.', 'target_resource_id'], (block) => ({
    isLogged: isWritten(block, 'enabled_log log'),
    copiesTo: textsAt(block, 'storage_account_id log_analytics_workspace_id eventhub_authorization_rule_id'),
  })),
  setting('Microsoft.Insights/diagnosticSettings', ['azure.', 'scope'], (block) => ({
    isLogged: isWritten(block, 'properties.logs'),
    copiesTo: textsAt(block, 'properties.storageAccountId properties.workspaceId properties.eventHubAuthorizationRuleId'),
  })),
];

function not(flag: Known<boolean | undefined>): Known<boolean | undefined> {
  return flag === undefined || isUndecided(flag) ? flag : !flag;
}
