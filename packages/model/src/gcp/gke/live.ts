/** Answers of the Kubernetes Engine API in the words of the Terraform provider. Source: Kubernetes Engine API v1 reference, read 2026-11-22. */
import type { Json, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { Missing, itemsAt, jsonAt, memberOf, textOf } from '../../live/index.ts';
import type { GcpThing } from '../inventory/index.ts';
import { flagAt, gcpSources, inTerms, membersInTerms, objectsAt } from '../inventory/index.ts';

export const live: readonly LiveSource[] = gcpSources('container.googleapis.com', {
  clusters: {
    asset: 'Cluster',
    type: 'google_container_cluster',
    also: { types: ['google_container_node_pool'], things: nodePools },
    properties: ({ body }) => ({
      enable_autopilot: flagAt(body, 'autopilot.enabled'),
      private_cluster_config: { enable_private_nodes: hasPrivateNodes(body), enable_private_endpoint: hasPrivateEndpoint(body) },
      master_authorized_networks_config: authorizedNetworks(body),
      network_policy: { enabled: flagAt(body, 'networkPolicy.enabled') },
      datapath_provider: textOf(body, 'networkConfig.datapathProvider'),
      enable_shielded_nodes: flagAt(body, 'shieldedNodes.enabled'),
      enable_legacy_abac: flagAt(body, 'legacyAbac.enabled'),
      logging_config: telemetry(body, 'logging'),
      monitoring_config: telemetry(body, 'monitoring'),
      master_auth: {
        username: textOf(body, 'masterAuth.username'),
        client_certificate_config: {
          issue_client_certificate:
            flagAt(body, 'masterAuth.clientCertificateConfig.issueClientCertificate') ||
            textOf(body, 'masterAuth.clientCertificate') !== undefined,
        },
      },
      networking_mode: flagAt(body, 'ipAllocationPolicy.useIpAliases') ? 'VPC_NATIVE' : 'ROUTES',
      enable_intranode_visibility: flagAt(body, 'networkConfig.enableIntraNodeVisibility'),
      release_channel: channel(textOf(body, 'releaseChannel.channel')),
      enable_kubernetes_alpha: flagAt(body, 'enableKubernetesAlpha'),
      // Pools are resources of their own here, and nothing in the API corresponds to Terraform's protection.
      remove_default_node_pool: true,
      node_pool: undefined,
      node_pools: undefined,
      node_config: undefined,
      deletion_protection: new Missing('only Terraform code says it'),
      maintenance_policy: jsonAt(body, 'maintenancePolicy.window') && inTerms(memberOf(body, 'maintenancePolicy')),
    }),
  },
});

function hasPrivateNodes(cluster: Json): boolean {
  return flagAt(cluster, 'privateClusterConfig.enablePrivateNodes') || flagAt(cluster, 'networkConfig.defaultEnablePrivateNodes');
}

/** `controlPlaneEndpointsConfig` says it for newer clusters; a control plane that only has its DNS name has no address either. */
function hasPrivateEndpoint(cluster: Json): boolean {
  const endpoints = jsonAt(cluster, 'controlPlaneEndpointsConfig.ipEndpointsConfig');
  if (endpoints === undefined) return flagAt(cluster, 'privateClusterConfig.enablePrivateEndpoint');
  return jsonAt(endpoints, 'enabled') === false || jsonAt(endpoints, 'enablePublicEndpoint') === false
    ? true
    : flagAt(cluster, 'privateClusterConfig.enablePrivateEndpoint');
}

function authorizedNetworks(cluster: Json): LiveValue {
  const newer = jsonAt(cluster, 'controlPlaneEndpointsConfig.ipEndpointsConfig.authorizedNetworksConfig');
  const config = [newer, memberOf(cluster, 'masterAuthorizedNetworksConfig')].find((each) => flagAt(each, 'enabled'));
  return config === undefined ? undefined : { cidr_blocks: objectsAt(config, 'cidrBlocks').map(inTerms) };
}

/** No components: it is off. */
function telemetry(cluster: Json, kind: 'logging' | 'monitoring'): LiveValue {
  const config = memberOf(cluster, `${kind}Config`);
  return config && { enable_components: itemsAt(config, 'componentConfig.enableComponents') };
}

function channel(name: string | undefined): LiveValue {
  return name === undefined || name === 'UNSPECIFIED' ? undefined : { channel: name };
}

function nodePools({ id, name, body }: GcpThing): readonly LiveThing[] {
  return objectsAt(body, 'nodePools').map((pool) => {
    const own = textOf(pool, 'name') ?? '';
    return {
      type: 'google_container_node_pool',
      id: `${id}/nodePools/${own}`,
      name: own,
      properties: {
        ...membersInTerms(pool),
        cluster: id,
        cluster_name: name,
        node_config: nodeConfig(memberOf(pool, 'config')),
        config: undefined,
        management: { auto_repair: flagAt(pool, 'management.autoRepair'), auto_upgrade: flagAt(pool, 'management.autoUpgrade') },
        network_config: {
          enable_private_nodes:
            jsonAt(pool, 'networkConfig.enablePrivateNodes') === undefined
              ? hasPrivateNodes(body)
              : flagAt(pool, 'networkConfig.enablePrivateNodes'),
        },
      },
    };
  });
}

function nodeConfig(config: Json | undefined): LiveValue {
  return {
    ...membersInTerms(config),
    metadata: memberOf(config, 'metadata'),
    shielded_instance_config: {
      enable_secure_boot: flagAt(config, 'shieldedInstanceConfig.enableSecureBoot'),
      enable_integrity_monitoring: flagAt(config, 'shieldedInstanceConfig.enableIntegrityMonitoring'),
    },
  };
}
