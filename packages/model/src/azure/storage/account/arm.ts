import type { BlockReader, FieldsOf, Leaf, ListNode } from '../../../code/index.ts';
import { defineArm } from '../../../code/index.ts';
import { defaultAction, hasPrivateEndpoint, isEnabled, isWord, loggedCategories, mapLeaf, spelled, splitList } from '../../core/index.ts';
import type { StorageAccount } from './shape.ts';

export const arm = defineArm<StorageAccount>({
  types: ['Microsoft.Storage/storageAccounts'],
  satellites: {
    'Microsoft.Storage/storageAccounts/blobServices': 'parent',
    'Microsoft.Storage/storageAccounts/fileServices': 'parent',
    'Microsoft.Storage/storageAccounts/managementPolicies': 'parent',
  },
  identity: ['name'],
  read(account, context): FieldsOf<StorageAccount> {
    const properties = account.block('properties');
    const blobs = context.satellite('Microsoft.Storage/storageAccounts/blobServices').block('properties');
    const shares = context.satellite('Microsoft.Storage/storageAccounts/fileServices').block('properties');
    return {
      httpsOnly: properties.boolean('supportsHttpsTrafficOnly', { default: isSince(account, '2019-04-01') }),
      minTlsVersion: spelled(properties.string('minimumTlsVersion', { default: 'TLS1_0' }), 'TLS1_0', 'TLS1_1', 'TLS1_2', 'TLS1_3'),
      allowsPublicBlobs: properties.boolean('allowBlobPublicAccess', { default: false }),
      publicNetworkAccess: isEnabled(properties, 'publicNetworkAccess', true),
      networkDefaultAction: defaultAction(
        properties.block('networkAcls').string('defaultAction', { default: 'Allow' }),
        isEnabled(properties, 'publicNetworkAccess', true),
      ),
      networkBypass: bypass(properties.block('networkAcls').string('bypass')),
      sharedKeyAccess: properties.boolean('allowSharedKeyAccess', { default: true }),
      prefersEntra: properties.boolean('defaultToOAuthAuthentication', { default: false }),
      keyExpirationDays: properties.block('keyPolicy').number('keyExpirationPeriodInDays'),
      sasExpiration: properties.block('sasPolicy').string('sasExpirationPeriod'),
      customerKey: isWord(properties.block('encryption').string('keySource'), 'Microsoft.Keyvault'),
      doubleEncryption: properties.block('encryption').boolean('requireInfrastructureEncryption', { default: false }),
      blobSoftDeleteDays: retention(blobs.block('deleteRetentionPolicy'), false),
      containerSoftDeleteDays: retention(blobs.block('containerDeleteRetentionPolicy'), false),
      versioning: blobs.boolean('isVersioningEnabled', { default: false }),
      shareSoftDeleteDays: retention(shares.block('shareDeleteRetentionPolicy'), true),
      smbVersions: splitList(shares.block('protocolSettings').block('smb').string('versions'), ';', smbVersions),
      smbChannelEncryption: splitList(shares.block('protocolSettings').block('smb').string('channelEncryption'), ';', smbCiphers),
      crossTenantReplication: properties.boolean('allowCrossTenantReplication', { default: false }),
      replication: mapLeaf(account.block('sku').string('name', { required: true }), (name) => name.split('_')[1] ?? name),
      kind: spelled(
        account.string('kind', { default: 'StorageV2' }),
        'Storage',
        'StorageV2',
        'BlobStorage',
        'FileStorage',
        'BlockBlobStorage',
      ),
      localUsers: properties.boolean(properties.value('isLocalUserEnabled') ? 'isLocalUserEnabled' : 'isHnsEnabled', { default: false }),
      queueLogs: loggedCategories(account, context, types, 'queueServices'),
      blobLogs: loggedCategories(account, context, types, 'blobServices'),
      hasLifecycle: context.satellite('Microsoft.Storage/storageAccounts/managementPolicies').block('properties').has('policy'),
      privateEndpoint: hasPrivateEndpoint(account, context, types),
    };
  },
});

/** `Logging, Metrics`; services of Azure unless it says otherwise. */
function bypass(written: Leaf<string | undefined>): ListNode<string> {
  const words = mapLeaf(written, (text) => text?.replace(/azureservices/i, 'AzureServices'));
  return splitList(words, ',', ['AzureServices']);
}

const types = ['Microsoft.Storage/storageAccounts'];
const smbVersions = ['SMB2.1', 'SMB3.0', 'SMB3.1.1'];
const smbCiphers = ['AES-128-CCM', 'AES-128-GCM', 'AES-256-GCM'];

function isSince(account: BlockReader, version: string): boolean {
  const written = account.string('apiVersion').value;
  return written === undefined || written >= version;
}

/** Days of a policy that is enabled, else 0. `standard`: what holds when the service is not declared. */
function retention(policy: BlockReader, standard: boolean): Leaf<number> {
  const enabled = policy.boolean('enabled', { default: standard });
  return enabled.value === true ? policy.number('days', { default: 7 }) : mapLeaf(enabled, () => 0);
}
