import type { BlockReader, FieldsOf, Leaf } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit, unresolved } from '../../../code/index.ts';
import type { Cluster } from './shape.ts';

/** Source: hashicorp/google provider documentation of google_container_cluster and its version 5 upgrade guide, read 2026-11-22. */
export const terraform = defineTerraform<Cluster>({
  types: ['google_container_cluster'],
  identity: ['name', 'id'],
  read(cluster, context): FieldsOf<Cluster> {
    const isPrivate = cluster.block('private_cluster_config');
    const auth = cluster.block('master_auth');
    const authorized = cluster.block('master_authorized_networks_config');
    const isRecent = context.providerMajor('google') >= 5;
    return {
      isAutopilot: cluster.boolean('enable_autopilot', { default: false }),
      hasPrivateNodes: isPrivate.boolean('enable_private_nodes', { default: false }),
      hasPrivateEndpoint: isPrivate.boolean('enable_private_endpoint', { default: false }),
      hasAuthorizedNetworks: cluster.has('master_authorized_networks_config'),
      authorizedNetworks: authorized.list<string>('cidr_blocks', (each) => each.string('cidr_block', { required: true })),
      hasWorkloadIdentity: workloadIdentity(cluster),
      enforcesNetworkPolicies: networkPolicies(cluster),
      hasShieldedNodes: cluster.boolean('enable_shielded_nodes', { default: true }),
      hasLegacyAbac: cluster.boolean('enable_legacy_abac', { default: false }),
      hasBinaryAuthorization: binaryAuthorization(cluster),
      encryptsSecrets: is(cluster.block('database_encryption').string('state', { default: 'DECRYPTED' }), (state) => state === 'ENCRYPTED'),
      isLogged: telemetry(cluster, 'logging'),
      isMonitored: telemetry(cluster, 'monitoring'),
      issuesClientCertificate: auth.block('client_certificate_config').boolean('issue_client_certificate', { default: false }),
      hasBasicAuthentication: basicAuthentication(auth),
      isVpcNative: vpcNative(cluster, isRecent),
      hasIntranodeVisibility: cluster.boolean('enable_intranode_visibility', { default: false }),
      hasGroupsForRbac: cluster.block('authenticator_groups_config').isSet('security_group'),
      releaseChannel: cluster.block('release_channel').string('channel'),
      hasAlphaFeatures: cluster.boolean('enable_kubernetes_alpha', { default: false }),
      labels: context.tags(cluster),
      hasInlineNodePools: inlineNodePools(cluster),
      deletionProtection: cluster.boolean('deletion_protection', { default: isRecent }),
      securityPostureMode: cluster.block('security_posture_config').string('mode'),
      hasMaintenanceWindow: cluster.has('maintenance_policy'),
    };
  },
});

function is(leaf: Leaf<string>, holds: (value: string) => boolean): Leaf<boolean> {
  if (leaf.value === undefined) return unresolved(leaf.reason ?? unknown, leaf.place);
  return leaf.state === 'default' ? byDefault(holds(leaf.value), leaf.place) : explicit(holds(leaf.value), leaf.place);
}

const unknown = { code: 'computed', detail: 'it is not known' } as const;

/** `workload_pool`; `identity_namespace` before version 4 of the provider. */
function workloadIdentity(cluster: BlockReader): Leaf<boolean> {
  const config = cluster.block('workload_identity_config');
  const pool = config.isSet('workload_pool');
  return pool.value === false ? config.isSet('identity_namespace') : pool;
}

function networkPolicies(cluster: BlockReader): Leaf<boolean> {
  const datapath = is(
    cluster.string('datapath_provider', { default: 'DATAPATH_PROVIDER_UNSPECIFIED' }),
    (name) => name === 'ADVANCED_DATAPATH',
  );
  if (datapath.value === true) return datapath;
  const calico = cluster.block('network_policy').boolean('enabled', { default: false });
  return calico.value === false && datapath.state === 'unresolved' ? datapath : calico;
}

function binaryAuthorization(cluster: BlockReader): Leaf<boolean> {
  if (cluster.value('enable_binary_authorization')) return cluster.boolean('enable_binary_authorization', { default: false });
  const config = cluster.block('binary_authorization');
  const mode = config.string('evaluation_mode', { default: 'DISABLED' });
  if (config.value('enabled') && !config.value('evaluation_mode')) return config.boolean('enabled', { default: false });
  return is(mode, (value) => value !== 'DISABLED' && value !== 'EVALUATION_MODE_UNSPECIFIED');
}

/** `logging_service = "none"`, or an empty list of components, switches it off. */
function telemetry(cluster: BlockReader, kind: 'logging' | 'monitoring'): Leaf<boolean> {
  const config = cluster.block(`${kind}_config`);
  if (config.value('enable_components')) {
    const components = config.strings('enable_components');
    if (components.rest && components.items.length === 0) return unresolved(components.rest.reason ?? unknown, components.place);
    return explicit(components.items.length > 0, components.place);
  }
  return is(cluster.string(`${kind}_service`, { default: `${kind}.googleapis.com/kubernetes` }), (service) => service !== 'none');
}

/** An empty user name is how old code switched it off. */
function basicAuthentication(auth: BlockReader): Leaf<boolean> {
  return auth.isSet('username');
}

function vpcNative(cluster: BlockReader, isRecent: boolean): Leaf<boolean> {
  if (cluster.value('networking_mode')) return is(cluster.string('networking_mode', { required: true }), (mode) => mode === 'VPC_NATIVE');
  const policy = cluster.has('ip_allocation_policy');
  if (policy.state !== 'default') return policy;
  return byDefault(isRecent, cluster.place);
}

function inlineNodePools(cluster: BlockReader): Leaf<boolean> {
  const removed = cluster.boolean('remove_default_node_pool', { default: false });
  if (removed.value === true) return explicit(false, removed.place);
  return cluster.has('node_pool');
}
