/** All readers of Google Cloud's networks, and the names of what they are made of. */
import type { EntityReader } from '../entity.ts';
import type { NameRule } from '../naming.ts';
import { gcpBalancerReaders } from './network-balancers.ts';
import { gcpFrontReaders } from './network-fronts.ts';
import type { GcpEntity } from './network-words.ts';
import { gcpPlaceReaders } from './network.ts';

export const gcpNetworkReaders: readonly EntityReader<GcpEntity>[] = [...gcpPlaceReaders, ...gcpBalancerReaders, ...gcpFrontReaders];

const API = 'https://www.googleapis.com/compute/v1';

function linked(types: string, path: string): readonly (readonly [string, NameRule])[] {
  const attributes = { id: path, self_link: `${API}/${path}`, name: '{name}' };
  return types.split(' ').map((type) => [`google_compute_${type}`, { name: ['name'], attributes }] as const);
}

const regional = (types: string, collection: string): readonly (readonly [string, NameRule])[] =>
  linked(types, `projects/{project}/regions/{=region|~region}/${collection}/{name}`);
const globally = (types: string, collection: string): readonly (readonly [string, NameRule])[] =>
  linked(types, `projects/{project}/global/${collection}/{name}`);

/** Source: hashicorp/google documentation (attributes of each type), read 2026-11-22. */
export const gcpNetworkNames: readonly (readonly [string, NameRule])[] = [
  ...globally('network', 'networks'),
  ...regional('subnetwork', 'subnetworks'),
  ...globally('target_http_proxy', 'targetHttpProxies'),
  ...globally('target_https_proxy', 'targetHttpsProxies'),
  ...globally('target_tcp_proxy', 'targetTcpProxies'),
  ...globally('target_ssl_proxy', 'targetSslProxies'),
  ...globally('url_map', 'urlMaps'),
  ...globally('backend_service', 'backendServices'),
  ...regional('region_target_http_proxy', 'targetHttpProxies'),
  ...regional('region_target_https_proxy', 'targetHttpsProxies'),
  ...regional('region_url_map', 'urlMaps'),
  ...regional('region_backend_service', 'backendServices'),
  ...regional('target_pool', 'targetPools'),
  ...regional('region_network_endpoint_group', 'networkEndpointGroups'),
];
