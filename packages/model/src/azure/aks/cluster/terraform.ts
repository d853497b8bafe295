import type { BlockReader, FieldsOf, Leaf } from '../../../code/index.ts';
import { defineTerraform, firstPresent, object } from '../../../code/index.ts';
import { hasIdentity, loggedCategories, not, writtenName } from '../../core/index.ts';
import type { NodePool } from '../node-pool/shape.ts';
import { terraformPool } from '../node-pool.ts';
import type { Cluster } from './shape.ts';

const types = ['azurerm_kubernetes_cluster'];

/** Source: hashicorp/azurerm documentation of azurerm_kubernetes_cluster, versions 2 (`addon_profile`) to 4, read 2026-11-22. */
export const terraform = defineTerraform<Cluster>({
  types,
  identity: ['name'],
  read: (cluster, context): FieldsOf<Cluster> => ({
    ...access(cluster),
    ...addons(cluster),
    networkPolicy: cluster.block('network_profile').string('network_policy'),
    networkPlugin: cluster.block('network_profile').string('network_plugin'),
    loggedCategories: loggedCategories(cluster, context, types),
    hasDiskKey: cluster.isSet('disk_encryption_set_id'),
    tier: cluster.string('sku_tier', { default: 'Free' }),
    upgradeChannel: cluster.string(writtenName(cluster, 'automatic_upgrade_channel', 'automatic_channel_upgrade')),
    usesEntra: entra(cluster),
    hasIdentity: hasIdentity(cluster),
    hasDefender: cluster.has('microsoft_defender'),
    pools: cluster.list<NodePool>('default_node_pool', (pool) => object<NodePool>(terraformPool(pool), pool.place)),
  }),
});

function access(cluster: BlockReader): Pick<FieldsOf<Cluster>, 'isPrivate' | 'authorizedRanges' | 'hasRbac' | 'hasLocalAccounts'> {
  const profile = cluster.block('api_server_access_profile');
  return {
    isPrivate: cluster.boolean(writtenName(cluster, 'private_cluster_enabled', 'private_link_enabled'), { default: false }),
    authorizedRanges: (profile.value('authorized_ip_ranges') === undefined ? cluster : profile).strings(
      profile.value('authorized_ip_ranges') === undefined ? 'api_server_authorized_ip_ranges' : 'authorized_ip_ranges',
    ),
    hasRbac: rbac(cluster),
    hasLocalAccounts: not(cluster.boolean('local_account_disabled', { default: false })),
  };
}

/** A block in version 2, where a cluster without it had none; an attribute later. */
function rbac(cluster: BlockReader): Leaf<boolean> {
  const block = cluster.block('role_based_access_control');
  return block.exists
    ? block.boolean('enabled', { default: true })
    : cluster.boolean('role_based_access_control_enabled', { default: true });
}

/** A block of its own since version 3, before inside of that for RBAC. */
function entra(cluster: BlockReader): Leaf<boolean> {
  const own = cluster.has('azure_active_directory_role_based_access_control');
  return own.value === false ? cluster.block('role_based_access_control').has('azure_active_directory') : own;
}

type Addons = 'hasMonitoring' | 'hasPolicy' | 'hasDashboard' | 'hasHttpApplicationRouting' | 'rotatesSecrets';

function addons(cluster: BlockReader): Pick<FieldsOf<Cluster>, Addons> {
  const old = cluster.block('addon_profile');
  const provider = firstPresent(cluster.block('key_vault_secrets_provider'), old.block('azure_keyvault_secrets_provider'));
  return {
    hasMonitoring: old.block('oms_agent').exists ? old.block('oms_agent').boolean('enabled', { default: false }) : cluster.has('oms_agent'),
    hasPolicy: old.block('azure_policy').exists
      ? old.block('azure_policy').boolean('enabled', { default: false })
      : cluster.boolean('azure_policy_enabled', { default: false }),
    hasDashboard: old.block('kube_dashboard').boolean('enabled', { default: false }),
    hasHttpApplicationRouting: old.block('http_application_routing').exists
      ? old.block('http_application_routing').boolean('enabled', { default: false })
      : cluster.boolean('http_application_routing_enabled', { default: false }),
    rotatesSecrets: provider.boolean('secret_rotation_enabled', { default: false }),
  };
}
