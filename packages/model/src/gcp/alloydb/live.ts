/** Answers of the AlloyDB API in the words of the Terraform provider. Source: AlloyDB API v1 reference, read 2026-11-22. */
import type { LiveSource } from '../../live/index.ts';
import { gcpSources } from '../inventory/index.ts';

export const live: readonly LiveSource[] = gcpSources('alloydb.googleapis.com', {
  clusters: { asset: 'Cluster', type: 'google_alloydb_cluster', properties: ({ name }) => ({ cluster_id: name }) },
  instances: { asset: 'Instance', type: 'google_alloydb_instance', properties: ({ name }) => ({ instance_id: name }) },
});
