import type { BlockReader, Leaf } from '../../../code/index.ts';
import { defineTerraform, outside, placeWithin, textLeaf, unresolved } from '../../../code/index.ts';
import type { GcpDataStore } from './shape.ts';

export const terraform = defineTerraform<GcpDataStore>({
  types: [
    'google_storage_bucket',
    'google_sql_database_instance',
    'google_bigquery_dataset',
    'google_spanner_instance',
    'google_redis_instance',
    'google_compute_disk',
    'google_compute_region_disk',
    'google_filestore_instance',
    'google_artifact_registry_repository',
    'google_alloydb_cluster',
    'google_bigtable_instance',
    'google_firestore_database',
  ],
  identity: ['name', 'dataset_id', 'repository_id', 'cluster_id'],
  read: (block, context) => ({
    location: location(block),
    labels: context.tags(block),
  }),
});

/** Of the resource itself, else the region of the provider's configuration. A zone counts as its region. */
function location(block: BlockReader): Leaf<string> {
  const attribute = ['location', 'region', 'zone'].find((name) => block.value(name));
  if (attribute === undefined) {
    const region = block.resource?.region;
    if (!region) return outside('it is not in this code', block.place);
    if (region.kind === 'unknown') return unresolved(region.reason, placeWithin(block.place, region));
    return lowered(textLeaf(region, block.place));
  }
  return lowered(block.string(attribute, { required: true }));
}

function lowered(leaf: Leaf<string>): Leaf<string> {
  return leaf.value === undefined ? leaf : { ...leaf, value: leaf.value.toLowerCase().replace(/^([a-z]+-[a-z]+\d+)-[a-z]$/, '$1') };
}
