import type { BlockReader, FieldsOf } from '../../../code/index.ts';
import { defineArm, object } from '../../../code/index.ts';
import { hasIdentity, isWord, loggedCategories, not } from '../../core/index.ts';
import type { NodePool } from '../node-pool/shape.ts';
import { armPool } from '../node-pool.ts';
import type { Cluster } from './shape.ts';

const types = ['Microsoft.ContainerService/managedClusters'];

/** Source: Azure template reference of Microsoft.ContainerService/managedClusters, read 2026-11-22. */
export const arm = defineArm<Cluster>({
  types,
  identity: ['name'],
  read(cluster, context): FieldsOf<Cluster> {
    const properties = cluster.block('properties');
    const network = properties.block('networkProfile');
    return {
      ...access(properties),
      ...addons(properties),
      networkPolicy: network.string('networkPolicy'),
      networkPlugin: network.string('networkPlugin'),
      loggedCategories: loggedCategories(cluster, context, types),
      hasDiskKey: properties.isSet('diskEncryptionSetID'),
      tier: cluster.block('sku').string('tier', { default: 'Free' }),
      upgradeChannel: properties.block('autoUpgradeProfile').string('upgradeChannel'),
      usesEntra: properties.has('aadProfile'),
      hasIdentity: hasIdentity(cluster),
      hasDefender: properties.block('securityProfile').block('defender').block('securityMonitoring').boolean('enabled', { default: false }),
      pools: properties.list<NodePool>('agentPoolProfiles', (pool) => object<NodePool>(armPool(pool), pool.place)),
    };
  },
});

function access(properties: BlockReader): Pick<FieldsOf<Cluster>, 'isPrivate' | 'authorizedRanges' | 'hasRbac' | 'hasLocalAccounts'> {
  const profile = properties.block('apiServerAccessProfile');
  const isNew = profile.value('authorizedIPRanges') !== undefined || properties.value('apiServerAuthorizedIPRanges') === undefined;
  return {
    isPrivate: profile.boolean('enablePrivateCluster', { default: false }),
    // Before API version 2019-10-01 the ranges were properties of the cluster itself.
    authorizedRanges: isNew ? profile.strings('authorizedIPRanges') : properties.strings('apiServerAuthorizedIPRanges'),
    hasRbac: properties.boolean('enableRBAC', { default: true }),
    hasLocalAccounts: not(properties.boolean('disableLocalAccounts', { default: false })),
  };
}

type Addons = 'hasMonitoring' | 'hasPolicy' | 'hasDashboard' | 'hasHttpApplicationRouting' | 'rotatesSecrets';

function addons(properties: BlockReader): Pick<FieldsOf<Cluster>, Addons> {
  const profiles = properties.block('addonProfiles');
  /** Names of add-ons are read in either case. */
  const addon = (...names: readonly [string, ...string[]]): BlockReader =>
    names.map((name) => profiles.block(name)).find((block) => block.exists) ?? profiles.block(names[0]);
  const provider = addon('azureKeyvaultSecretsProvider', 'azurekeyvaultsecretsprovider');
  return {
    hasMonitoring: addon('omsagent', 'omsAgent').boolean('enabled', { default: false }),
    hasPolicy: addon('azurepolicy', 'azurePolicy').boolean('enabled', { default: false }),
    hasDashboard: addon('kubeDashboard', 'kubedashboard').boolean('enabled', { default: false }),
    hasHttpApplicationRouting: addon('httpApplicationRouting', 'httpapplicationrouting').boolean('enabled', { default: false }),
    rotatesSecrets: isWord(provider.block('config').string('enableSecretRotation', { default: 'false' }), 'true'),
  };
}
