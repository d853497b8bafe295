/** Answers of the Memorystore APIs in the words of the Terraform provider. Source: Memorystore API references, read 2026-11-22. */
import type { LiveSource } from '../../live/index.ts';
import { gcpSources } from '../inventory/index.ts';

export const live: readonly LiveSource[] = [
  ...gcpSources('redis.googleapis.com', {
    instances: { asset: 'Instance', type: 'google_redis_instance' },
    clusters: { asset: 'Cluster', type: 'google_redis_cluster' },
  }),
  ...gcpSources('memorystore.googleapis.com', {
    instances: { asset: 'Instance', type: 'google_memorystore_instance', properties: ({ name }) => ({ instance_id: name }) },
  }),
  ...gcpSources('memcache.googleapis.com', {
    instances: { asset: 'Instance', items: 'instances', type: 'google_memcache_instance' },
  }),
];
