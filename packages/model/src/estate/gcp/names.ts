/** Ids, links and emails of Google Cloud's resources in code. Source: hashicorp/google documentation (attributes of each type), read 2026-11-22. */
import type { NameRule } from '../naming.ts';

const API = 'https://www.googleapis.com';
const email = '{name}@{project}.iam.gserviceaccount.com';

function named(
  types: string,
  id: string,
  { name = 'name', more = {} }: { readonly name?: string; readonly more?: NameRule['attributes'] } = {},
): readonly (readonly [string, NameRule])[] {
  return types.split(' ').map((type) => [type, { name: name.split(' '), attributes: { id, ...more } }] as const);
}

/** Of Compute Engine, which links its resources by URL. */
function linked(types: string, path: string): readonly (readonly [string, NameRule])[] {
  const link = `${API}/compute/v1/${path}`;
  return named(types, path, { more: { self_link: link, self_link_unique: link } });
}

const account: NameRule = {
  name: ['account_id'],
  attributes: {
    id: `projects/{project}/serviceAccounts/${email}`,
    name: `projects/{project}/serviceAccounts/${email}`,
    email,
    member: `serviceAccount:${email}`,
    unique_id: '{self}.unique',
  },
};

export const gcpNames: readonly (readonly [string, NameRule])[] = [
  ['google_service_account', account],
  ['data.google_service_account', account],
  ...linked('google_compute_instance google_compute_instance_from_template', 'projects/{project}/zones/{=zone|~zone}/instances/{name}'),
  ...linked('google_compute_instance_template', 'projects/{project}/global/instanceTemplates/{name}'),
  ...linked('google_compute_disk', 'projects/{project}/zones/{=zone|~zone}/disks/{name}'),
  ...linked('google_compute_region_disk', 'projects/{project}/regions/{=region|~region}/disks/{name}'),
  ...linked('google_compute_snapshot', 'projects/{project}/global/snapshots/{name}'),
  ...linked('google_compute_image', 'projects/{project}/global/images/{name}'),
  ...linked('google_compute_machine_image', 'projects/{project}/global/machineImages/{name}'),
  ...named('google_storage_bucket', '{name}', { more: { url: 'gs://{name}', self_link: `${API}/storage/v1/b/{name}` } }),
  ...named('google_sql_database_instance', '{name}', {
    more: {
      connection_name: '{project}:{=region|~region}:{name}',
      self_link: 'https://sqladmin.googleapis.com/sql/v1beta4/projects/{project}/instances/{name}',
    },
  }),
  ...named('google_bigquery_dataset', 'projects/{project}/datasets/{name}', { name: 'dataset_id', more: { dataset_id: '{name}' } }),
  ...named('google_bigquery_table', 'projects/{project}/datasets/{=dataset_id|~dataset}/tables/{name}', { name: 'table_id' }),
  ...named('google_secret_manager_secret', 'projects/{project}/secrets/{name}', {
    name: 'secret_id',
    more: { name: 'projects/{project}/secrets/{name}', secret_id: '{name}' },
  }),
  ...named('google_kms_key_ring', 'projects/{project}/locations/{=location|~location}/keyRings/{name}'),
  ...named('google_kms_crypto_key', '{=key_ring|~ring}/cryptoKeys/{name}'),
  ...named(
    'google_cloudfunctions_function google_cloudfunctions2_function',
    'projects/{project}/locations/{=location,region|~region}/functions/{name}',
  ),
  ...named('google_cloud_run_service google_cloud_run_v2_service', 'projects/{project}/locations/{=location|~region}/services/{name}'),
  ...named('google_cloud_run_v2_job', 'projects/{project}/locations/{=location|~region}/jobs/{name}'),
  ...named('google_pubsub_topic', 'projects/{project}/topics/{name}'),
  ...named('google_pubsub_subscription', 'projects/{project}/subscriptions/{name}'),
  ...named('google_artifact_registry_repository', 'projects/{project}/locations/{=location|~region}/repositories/{name}', {
    name: 'repository_id',
    more: { name: '{name}' },
  }),
  ...named('google_container_cluster', 'projects/{project}/locations/{=location|~region}/clusters/{name}'),
  ...named('google_spanner_instance', '{project}/{name}'),
  ...named('google_bigtable_instance', 'projects/{project}/instances/{name}'),
  ...named('google_redis_instance', 'projects/{project}/locations/{=region|~region}/instances/{name}'),
  ...named('google_filestore_instance', 'projects/{project}/locations/{=location|~region}/instances/{name}'),
];
