/** Answers of the Compute Engine API in the words of the Terraform provider. Source: Compute Engine API v1 reference, read 2026-11-22. */
import type { Json, LiveProperties, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { isJsonObject, itemsAt, jsonAt, memberOf, textOf } from '../../live/index.ts';
import type { GcpKind, GcpThing } from '../inventory/index.ts';
import { byRegion, flagAt, gcpSources, inTerms, membersInTerms, metadataMap, objectsAt, refAt } from '../inventory/index.ts';
import { firewallPolicyRules } from './firewall-policies.ts';

const labeled = (asset: string | readonly string[], type: GcpKind['type'], items: string): GcpKind => ({ asset, type, items });

export const live: readonly LiveSource[] = gcpSources('compute.googleapis.com', {
  instances: {
    asset: 'Instance',
    items: 'items.*.instances',
    type: 'google_compute_instance',
    properties: ({ body }) => machine(body, 'boot_disk'),
    grantsBy: 'instance_name',
  },
  instanceTemplates: {
    asset: 'InstanceTemplate',
    items: 'items.*.instanceTemplates',
    type: byRegion('google_compute_instance_template', 'google_compute_region_instance_template'),
    properties: ({ body }) => {
      const inside = memberOf(body, 'properties');
      return { ...membersInTerms(inside), ...machine(inside ?? null, 'disk') };
    },
    grantsBy: 'name',
  },
  disks: {
    asset: ['Disk', 'RegionDisk'],
    items: 'items.*.disks',
    type: byRegion('google_compute_disk', 'google_compute_region_disk'),
    properties: ({ body }) => ({ disk_encryption_key: keyOf(memberOf(body, 'diskEncryptionKey')) }),
    grantsBy: 'name',
  },
  snapshots: { asset: 'Snapshot', items: 'items', type: 'google_compute_snapshot', grantsBy: 'name' },
  images: {
    asset: 'Image',
    items: 'items',
    type: 'google_compute_image',
    properties: ({ body }) => ({ image_encryption_key: keyOf(memberOf(body, 'imageEncryptionKey')) }),
    grantsBy: 'image',
  },
  networks: {
    asset: 'Network',
    items: 'items',
    type: 'google_compute_network',
    properties: ({ body }) => ({
      auto_create_subnetworks: flagAt(body, 'autoCreateSubnetworks'),
      ipv4_range: textOf(body, 'IPv4Range'),
    }),
  },
  subnetworks: {
    asset: 'Subnetwork',
    items: 'items.*.subnetworks',
    type: 'google_compute_subnetwork',
    properties: ({ body }) => ({ log_config: flowLogs(body), enable_flow_logs: undefined }),
    grantsBy: 'subnetwork',
  },
  firewalls: {
    asset: 'Firewall',
    items: 'items',
    type: 'google_compute_firewall',
    properties: ({ body }) => ({
      allow: layers(body, 'allowed'),
      deny: layers(body, 'denied'),
      network: refAt(body, 'network'),
      log_config: flagAt(body, 'logConfig.enable') ? inTerms(memberOf(body, 'logConfig')) : undefined,
    }),
  },
  routes: { asset: 'Route', items: 'items', type: 'google_compute_route', properties: ({ body }) => ({ network: refAt(body, 'network') }) },
  firewallPolicies: firewallPolicyRules,
  forwardingRules: {
    asset: ['ForwardingRule', 'GlobalForwardingRule'],
    items: 'items.*.forwardingRules',
    type: byPlace('google_compute_forwarding_rule', 'google_compute_global_forwarding_rule'),
    properties: ({ body }) => ({ target: refAt(body, 'target') }),
  },
  targetHttpProxies: {
    asset: ['TargetHttpProxy', 'RegionTargetHttpProxy'],
    items: 'items.*.targetHttpProxies',
    type: byRegion('google_compute_target_http_proxy', 'google_compute_region_target_http_proxy'),
    properties: ({ body }) => ({ url_map: refAt(body, 'urlMap') }),
  },
  targetHttpsProxies: {
    asset: ['TargetHttpsProxy', 'RegionTargetHttpsProxy'],
    items: 'items.*.targetHttpsProxies',
    type: byRegion('google_compute_target_https_proxy', 'google_compute_region_target_https_proxy'),
  },
  targetSslProxies: { asset: 'TargetSslProxy', items: 'items', type: 'google_compute_target_ssl_proxy' },
  urlMaps: {
    asset: ['UrlMap', 'RegionUrlMap'],
    items: 'items.*.urlMaps',
    type: byRegion('google_compute_url_map', 'google_compute_region_url_map'),
  },
  sslPolicies: {
    asset: ['SslPolicy', 'RegionSslPolicy'],
    items: 'items.*.sslPolicies',
    type: byRegion('google_compute_ssl_policy', 'google_compute_region_ssl_policy'),
  },
  backendServices: {
    asset: ['BackendService', 'RegionBackendService'],
    items: 'items.*.backendServices',
    type: byRegion('google_compute_backend_service', 'google_compute_region_backend_service'),
  },
  securityPolicies: {
    asset: 'SecurityPolicy',
    items: 'items.*.securityPolicies',
    type: 'google_compute_security_policy',
    properties: ({ body }) => ({ rule: inTerms(memberOf(body, 'rules')) }),
  },
  routers: {
    asset: 'Router',
    items: 'items.*.routers',
    type: 'google_compute_router',
    also: { types: ['google_compute_router_nat'], things: nats },
  },
  instanceGroupManagers: {
    asset: ['InstanceGroupManager', 'RegionInstanceGroupManager'],
    items: 'items.*.instanceGroupManagers',
    type: byRegion('google_compute_instance_group_manager', 'google_compute_region_instance_group_manager'),
  },
  projects: {
    asset: 'Project',
    items: '',
    type: 'google_compute_project_metadata',
    properties: ({ body }) => ({ metadata: metadataMap(memberOf(body, 'commonInstanceMetadata')) ?? {}, project: undefined }),
  },
  addresses: labeled(['Address', 'GlobalAddress'], byPlace('google_compute_address', 'google_compute_global_address'), 'items.*.addresses'),
  vpnTunnels: labeled('VpnTunnel', 'google_compute_vpn_tunnel', 'items.*.vpnTunnels'),
  targetVpnGateways: labeled('TargetVpnGateway', 'google_compute_vpn_gateway', 'items.*.targetVpnGateways'),
  vpnGateways: labeled('VpnGateway', 'google_compute_ha_vpn_gateway', 'items.*.vpnGateways'),
  externalVpnGateways: labeled('ExternalVpnGateway', 'google_compute_external_vpn_gateway', 'items'),
  interconnectAttachments: labeled('InterconnectAttachment', 'google_compute_interconnect_attachment', 'items.*.interconnectAttachments'),
  storagePools: { asset: 'StoragePool', items: 'items.*.storagePools', type: 'google_compute_storage_pool', grantsBy: 'name' },
});

/** What has no region is global. */
function byPlace(regional: string, global: string): GcpKind['type'] {
  return { types: [regional, global], of: ({ body }) => (textOf(body, 'region') === undefined ? global : regional) };
}

/** Settings of a machine or of a template's machines. `disks`: the block in which the provider writes them. */
function machine(body: Json, disks: 'boot_disk' | 'disk'): LiveProperties {
  const shielded = memberOf(body, 'shieldedInstanceConfig');
  const all = objectsAt(body, 'disks').map(diskOf);
  return {
    network_interface: objectsAt(body, 'networkInterfaces').map((each) => ({
      ...membersInTerms(each),
      access_config: objectsAt(each, 'accessConfigs').map(inTerms),
      ipv6_access_config: objectsAt(each, 'ipv6AccessConfigs').map(inTerms),
    })),
    service_account: objectsAt(body, 'serviceAccounts').map(inTerms),
    metadata: metadataMap(memberOf(body, 'metadata')) ?? {},
    shielded_instance_config: shielded && {
      enable_secure_boot: flagAt(shielded, 'enableSecureBoot'),
      enable_vtpm: flagAt(shielded, 'enableVtpm'),
      enable_integrity_monitoring: flagAt(shielded, 'enableIntegrityMonitoring'),
    },
    confidential_instance_config: confidential(memberOf(body, 'confidentialInstanceConfig')),
    disks: undefined,
    [disks]: all,
  };
}

function confidential(config: Json | undefined): LiveValue {
  const type = textOf(config, 'confidentialInstanceType');
  return (
    config && {
      enable_confidential_compute: flagAt(config, 'enableConfidentialCompute'),
      confidential_instance_type: type === 'CONFIDENTIAL_INSTANCE_TYPE_UNSPECIFIED' ? undefined : type,
    }
  );
}

/** A disk of a machine is a resource of its own, which `source` says; local SSDs and those of a template have none. */
function diskOf(disk: Json): LiveValue {
  const key = keyOf(memberOf(disk, 'diskEncryptionKey'));
  return {
    source: refAt(disk, 'source') ?? (textOf(disk, 'type') === 'SCRATCH' ? 'local' : undefined),
    disk_encryption_key: key,
    kms_key_self_link: textOf(disk, 'diskEncryptionKey.kmsKeyName'),
  };
}

/** Of a key that the customer supplies the API only gives the hash. */
function keyOf(key: Json | undefined): LiveValue {
  if (!isJsonObject(key)) return undefined;
  const kms = textOf(key, 'kmsKeyName');
  return { kms_key_self_link: kms, rsa_encrypted_key: kms === undefined ? textOf(key, 'sha256') : undefined };
}

/** The block is written when logs are on. */
function flowLogs(body: Json): LiveValue {
  const isOn = flagAt(body, 'logConfig.enable') || (jsonAt(body, 'logConfig.enable') === undefined && flagAt(body, 'enableFlowLogs'));
  return isOn ? { ...membersInTerms(memberOf(body, 'logConfig')) } : undefined;
}

function layers(body: Json, member: string): LiveValue {
  const written = objectsAt(body, member);
  if (written.length === 0) return undefined;
  return written.map((each) => ({ protocol: textOf(each, 'IPProtocol'), ports: itemsAt(each, 'ports') }));
}

function nats({ id, name, body }: GcpThing): readonly LiveThing[] {
  return objectsAt(body, 'nats').map((nat) => {
    const own = textOf(nat, 'name') ?? '';
    return {
      type: 'google_compute_router_nat',
      id: `${id}/nats/${own}`,
      name: own,
      properties: { ...membersInTerms(nat), router: name },
    };
  });
}
