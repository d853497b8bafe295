/** Source: Compute Engine API v1 reference, read 2026-11-22. */
import type { GcpListing } from '../listing.ts';

const API = 'https://compute.googleapis.com/compute/v1/projects/{project}';

const aggregated = (operation: string, collection: string = operation): GcpListing => ({
  call: `compute.googleapis.com:${operation}`,
  url: `${API}/aggregated/${collection}`,
  permission: `compute.${collection}.list`,
  pages: 'maxResults',
});

const global = (operation: string): GcpListing => ({
  call: `compute.googleapis.com:${operation}`,
  url: `${API}/global/${operation}`,
  permission: `compute.${operation}.list`,
  pages: 'maxResults',
});

export const computeListings: readonly GcpListing[] = [
  { call: 'compute.googleapis.com:projects', url: API, permission: 'compute.projects.get', pages: null },
  {
    call: 'compute.googleapis.com:regions',
    url: `${API}/regions`,
    permission: 'compute.regions.list',
    items: 'items',
    pages: 'maxResults',
  },
  aggregated('instances'),
  aggregated('instanceTemplates'),
  aggregated('disks'),
  aggregated('subnetworks'),
  aggregated('forwardingRules'),
  aggregated('targetHttpProxies'),
  aggregated('targetHttpsProxies'),
  aggregated('urlMaps'),
  aggregated('sslPolicies'),
  aggregated('backendServices'),
  aggregated('securityPolicies'),
  aggregated('routers'),
  aggregated('instanceGroupManagers'),
  aggregated('addresses'),
  aggregated('vpnTunnels'),
  aggregated('targetVpnGateways'),
  aggregated('vpnGateways'),
  aggregated('interconnectAttachments'),
  aggregated('storagePools'),
  { ...aggregated('firewallPolicies'), permission: 'compute.firewallPolicies.list' },
  global('networks'),
  global('firewalls'),
  global('routes'),
  global('snapshots'),
  global('targetSslProxies'),
  global('externalVpnGateways'),
  {
    ...global('images'),
    policy: {
      method: 'GET',
      url: `${API}/global/images/{name}/getIamPolicy?optionsRequestedPolicyVersion=3`,
      permission: 'compute.images.getIamPolicy',
    },
  },
];
