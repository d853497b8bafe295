import type { BlockReader, FieldsOf, Leaf, ListNode, ReaderContext } from '../../../code/index.ts';
import { defineTerraform, firstPresent, outside } from '../../../code/index.ts';
import { defaultAction, hasPrivateEndpoint, loggedCategories, mapLeaf, openEnd, writtenName } from '../../core/index.ts';
import type { StorageAccount } from './shape.ts';

export const terraform = defineTerraform<StorageAccount>({
  types: ['azurerm_storage_account'],
  satellites: {
    azurerm_storage_account_network_rules: 'storage_account_id',
    azurerm_storage_account_customer_managed_key: 'storage_account_id',
    azurerm_storage_management_policy: 'storage_account_id',
    azurerm_storage_account_queue_properties: 'storage_account_id',
  },
  identity: ['name'],
  read(account, context): FieldsOf<StorageAccount> {
    const rules = firstPresent(context.satellite('azurerm_storage_account_network_rules'), account.block('network_rules'));
    const blobs = account.block('blob_properties');
    const shares = account.block('share_properties');
    return {
      httpsOnly: account.boolean(writtenName(account, 'https_traffic_only_enabled', 'enable_https_traffic_only'), { default: true }),
      minTlsVersion: account.string('min_tls_version', { default: context.providerMajor('azurerm') < 3 ? 'TLS1_0' : 'TLS1_2' }),
      allowsPublicBlobs: account.boolean(writtenName(account, 'allow_nested_items_to_be_public', 'allow_blob_public_access'), {
        default: context.providerMajor('azurerm') >= 3,
      }),
      publicNetworkAccess: account.boolean('public_network_access_enabled', { default: true }),
      networkDefaultAction: defaultAction(
        rules.string('default_action', { default: 'Allow' }),
        account.boolean('public_network_access_enabled', { default: true }),
      ),
      networkBypass: rules.strings('bypass', { default: ['AzureServices'] }),
      sharedKeyAccess: account.boolean('shared_access_key_enabled', { default: true }),
      prefersEntra: account.boolean('default_to_oauth_authentication', { default: false }),
      keyExpirationDays: outside<never>('azurerm has no argument for the key policy', account.place),
      sasExpiration: account.block('sas_policy').string('expiration_period'),
      customerKey: customerKey(account, context),
      doubleEncryption: account.boolean('infrastructure_encryption_enabled', { default: false }),
      blobSoftDeleteDays: retention(blobs.block('delete_retention_policy')),
      containerSoftDeleteDays: retention(blobs.block('container_delete_retention_policy')),
      versioning: blobs.boolean('versioning_enabled', { default: false }),
      shareSoftDeleteDays: shares.exists ? retention(shares.block('retention_policy')) : shares.number('retention', { default: 7 }),
      smbVersions: shares.block('smb').strings('versions', { default: smbVersions }),
      smbChannelEncryption: shares.block('smb').strings('channel_encryption_type', { default: smbCiphers }),
      crossTenantReplication: account.boolean('cross_tenant_replication_enabled', { default: context.providerMajor('azurerm') < 4 }),
      replication: account.string('account_replication_type', { required: true }),
      kind: account.string('account_kind', { default: 'StorageV2' }),
      localUsers: account.boolean(account.value('local_user_enabled') ? 'local_user_enabled' : 'is_hns_enabled', { default: false }),
      queueLogs: queueLogs(account, context),
      blobLogs: loggedCategories(account, context, types, 'blobServices'),
      hasLifecycle: context.satellite('azurerm_storage_management_policy').has('rule'),
      privateEndpoint: hasPrivateEndpoint(account, context, types),
    };
  },
});

const types = ['azurerm_storage_account'];
const smbVersions = ['SMB2.1', 'SMB3.0', 'SMB3.1.1'];
const smbCiphers = ['AES-128-CCM', 'AES-128-GCM', 'AES-256-GCM'];

function customerKey(account: BlockReader, context: ReaderContext): Leaf<boolean> {
  const companion = context.satellite('azurerm_storage_account_customer_managed_key');
  if (companion.exists) return companion.isSet(writtenName(companion, 'key_vault_key_id', 'managed_hsm_key_id', 'key_name'));
  return account.has('customer_managed_key');
}

function retention(policy: BlockReader): Leaf<number> {
  return policy.number('days', { default: policy.exists ? 7 : 0 });
}

/** Classic logging of the queue service, and diagnostic settings of it. */
function queueLogs(account: BlockReader, context: ReaderContext): ListNode<string> {
  const companion = context.satellite('azurerm_storage_account_queue_properties');
  const logging = firstPresent(companion.block('logging'), account.block('queue_properties').block('logging'));
  const flags = Object.entries({ read: 'StorageRead', write: 'StorageWrite', delete: 'StorageDelete' }).map(([name, category]) => ({
    flag: logging.boolean(name, { default: false }),
    category,
  }));
  const diagnostics = loggedCategories(account, context, types, 'queueServices');
  const on = flags.filter(({ flag }) => flag.value === true).map(({ flag, category }) => mapLeaf(flag, () => category));
  const open = flags.find(({ flag }) => flag.state === 'unresolved' || flag.state === 'outside');
  const items = [...on.map((node) => ({ node, uncertain: false })), ...diagnostics.items];
  return { node: 'list', items, rest: open ? openEnd(open.flag) : diagnostics.rest, place: logging.place };
}
