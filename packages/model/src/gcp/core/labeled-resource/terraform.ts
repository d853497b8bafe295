import { defineTerraform } from '../../../code/index.ts';
import type { LabeledResource } from './shape.ts';

export const terraform = defineTerraform<LabeledResource>({
  types: [
    'google_compute_instance',
    'google_compute_disk',
    'google_storage_bucket',
    'google_sql_database_instance',
    'google_bigquery_dataset',
    'google_bigquery_table',
    'google_container_cluster',
    'google_cloudfunctions_function',
    'google_cloudfunctions2_function',
    'google_cloud_run_v2_service',
    'google_pubsub_topic',
    'google_pubsub_subscription',
    'google_kms_crypto_key',
    'google_secret_manager_secret',
    'google_redis_instance',
    'google_spanner_instance',
    'google_bigtable_instance',
    'google_dataproc_cluster',
    'google_artifact_registry_repository',
    'google_filestore_instance',
    'google_alloydb_cluster',
    'google_dns_managed_zone',
    'google_project',
  ],
  identity: ['name', 'dataset_id', 'table_id', 'secret_id', 'repository_id', 'project_id'],
  read: (block, context) => ({
    labels: context.tags(block),
  }),
});
