/** What holds data in Google Cloud. Sources: hashicorp/google documentation, "IAM permissions reference" of Google Cloud, read 2026-11-22. */
import type { EntityReader } from '../entity.ts';
import { leaksAt } from '../leaks.ts';
import { flagAt, isWritten, textAt, textsAt } from '../reading.ts';
import { isUndecided } from '../undecided.ts';
import type { DataStore, StoreActions, StoreSetting } from '../workload.ts';
import { storeReader, storeSettingReader } from '../store-reader.ts';

function permissions(service: string, lists: Partial<Record<'read' | 'write' | 'delete' | 'copy', string>>): StoreActions {
  const all = (text = ''): readonly string[] =>
    text
      .split(' ')
      .filter((each) => each !== '')
      .map((each) => `${service}.${each}`);
  return { read: all(lists.read), write: all(lists.write), delete: all(lists.delete), copy: all(lists.copy), on: '{arn}' };
}

const disk = permissions('compute', {
  read: 'disks.use disks.useReadOnly',
  write: 'disks.use',
  delete: 'disks.delete',
  copy: 'disks.createSnapshot images.create disks.setIamPolicy',
});

export const gcpDataReaders: readonly EntityReader<DataStore | StoreSetting>[] = [
  storeReader({
    types: 'google_storage_bucket',
    kind: 'gcp.storage.bucket',
    name: 'name',
    access: permissions('storage', {
      read: 'objects.get',
      write: 'objects.create objects.update',
      delete: 'objects.delete buckets.delete',
      copy: 'buckets.setIamPolicy objects.setIamPolicy',
    }),
    key: 'encryption.default_kms_key_name',
    encrypted: () => true,
    logged: 'logging',
    blocksPublic: (block) => {
      const prevention = textAt(block, 'public_access_prevention');
      return prevention === undefined || isUndecided(prevention) ? prevention : prevention === 'enforced';
    },
    blocksPublicAcls: (block) => flagAt(block, 'uniform_bucket_level_access bucket_policy_only'),
    copiesTo: 'logging.log_bucket',
  }),
  storeSettingReader('google_storage_bucket_object', ['gcp.storage.', 'bucket'], (block, context) => {
    const credentials = leaksAt(block, 'content', { where: 'object', context });
    return credentials.length > 0 ? { credentials } : null;
  }),
  storeReader({
    types: 'google_sql_database_instance',
    kind: 'gcp.sql.instance',
    name: 'name',
    access: permissions('cloudsql', {
      read: 'instances.login instances.connect instances.export instances.executeSql',
      write: 'instances.update instances.import users.update users.create',
      delete: 'instances.delete',
      copy: 'instances.export instances.clone backupRuns.create',
    }),
    key: 'encryption_key_name',
    encrypted: () => true,
    copyOf: 'master_instance_name clone.source_instance_name restore_backup_context.instance_id',
  }),
  storeReader({
    types: 'google_bigquery_dataset',
    kind: 'gcp.bigquery.dataset',
    name: 'dataset_id',
    access: permissions('bigquery', {
      read: 'tables.getData',
      write: 'tables.updateData',
      delete: 'tables.delete datasets.delete',
      copy: 'tables.export datasets.setIamPolicy tables.createSnapshot',
    }),
    key: 'default_encryption_configuration.kms_key_name',
    encrypted: () => true,
  }),
  storeReader({
    types: 'google_secret_manager_secret',
    kind: 'gcp.secretmanager.secret',
    name: 'secret_id',
    access: permissions('secretmanager', {
      read: 'versions.access',
      write: 'versions.add',
      delete: 'secrets.delete versions.destroy',
      copy: 'secrets.setIamPolicy',
    }),
    key: 'replication.auto.customer_managed_encryption.kms_key_name',
    encrypted: () => true,
  }),
  storeSettingReader('google_secret_manager_secret_version', ['gcp.secretmanager.', 'secret'], (block, context) => {
    const credentials = leaksAt(block, 'secret_data', { where: 'secret', context });
    return credentials.length > 0 ? { credentials } : null;
  }),
  storeReader({
    types: 'google_kms_crypto_key',
    kind: 'gcp.kms.key',
    name: 'name',
    access: permissions('cloudkms', {
      read: 'cryptoKeyVersions.useToDecrypt',
      write: 'cryptoKeyVersions.useToEncrypt',
      delete: 'cryptoKeyVersions.destroy',
      copy: 'cryptoKeys.setIamPolicy',
    }),
  }),
  storeReader({
    types: 'google_compute_disk google_compute_region_disk',
    kind: 'gcp.compute.disk',
    name: 'name',
    access: disk,
    key: 'disk_encryption_key.kms_key_self_link',
    encrypted: () => true,
    copyOf: 'snapshot source_disk source_snapshot_id',
  }),
  storeReader({
    types: 'google_compute_snapshot google_compute_image google_compute_machine_image',
    kind: 'gcp.compute.snapshot',
    name: 'name',
    access: permissions('compute', {
      read: 'snapshots.useReadOnly images.useReadOnly',
      delete: 'snapshots.delete images.delete',
      copy: 'snapshots.setIamPolicy images.setIamPolicy images.export',
    }),
    encrypted: () => true,
    copyOf: 'source_disk source_snapshot source_instance',
  }),
  storeReader({
    types: 'google_artifact_registry_repository google_container_registry',
    kind: 'gcp.artifact.repository',
    name: 'repository_id',
    access: permissions('artifactregistry', {
      read: 'repositories.downloadArtifacts',
      write: 'repositories.uploadArtifacts',
      delete: 'repositories.deleteArtifacts repositories.delete',
      copy: 'repositories.setIamPolicy',
    }),
    key: 'kms_key_name',
    encrypted: () => true,
  }),
  storeReader({
    types: 'google_pubsub_topic',
    kind: 'gcp.pubsub.topic',
    name: 'name',
    access: permissions('pubsub', {
      read: 'topics.attachSubscription',
      write: 'topics.publish',
      delete: 'topics.delete',
      copy: 'topics.setIamPolicy',
    }),
    key: 'kms_key_name',
    encrypted: () => true,
  }),
  storeSettingReader('google_pubsub_subscription', ['gcp.pubsub.', 'topic'], (block) => ({
    copiesTo: textsAt(block, 'push_config.push_endpoint bigquery_config.table cloud_storage_config.bucket'),
  })),
  storeReader({
    types: 'google_spanner_instance google_bigtable_instance google_firestore_database google_alloydb_cluster',
    kind: 'gcp.database.instance',
    name: 'name cluster_id',
    access: {
      read: ['spanner.databases.read', 'bigtable.tables.readRows', 'datastore.entities.get', 'alloydb.instances.connect'],
      write: ['spanner.databases.write', 'bigtable.tables.mutateRows', 'datastore.entities.update', 'alloydb.users.update'],
      delete: ['spanner.databases.drop', 'bigtable.tables.delete', 'datastore.databases.delete', 'alloydb.clusters.delete'],
      copy: ['spanner.backups.create', 'bigtable.backups.create', 'datastore.databases.export', 'alloydb.backups.create'],
      on: '{arn}',
    },
    key: 'encryption_config.kms_key_name cmek_config.kms_key_name',
    encrypted: () => true,
  }),
  storeReader({
    types: 'google_redis_instance google_redis_cluster',
    kind: 'gcp.redis.instance',
    name: 'name',
    access: permissions('redis', {
      read: 'instances.getAuthString instances.export',
      write: 'instances.update',
      delete: 'instances.delete',
      copy: 'instances.export',
    }),
    key: 'customer_managed_key',
    encrypted: (block) => isWritten(block, 'customer_managed_key'),
  }),
  storeReader({
    types: 'google_filestore_instance',
    kind: 'gcp.filestore.instance',
    name: 'name',
    access: permissions('file', { read: 'instances.get', delete: 'instances.delete', copy: 'backups.create snapshots.create' }),
    key: 'kms_key_name',
    encrypted: () => true,
  }),
  storeReader({
    types: 'google_logging_project_bucket_config',
    kind: 'gcp.logging.bucket',
    name: 'bucket_id',
    access: permissions('logging', { read: 'logEntries.list views.access', delete: 'buckets.delete', copy: 'sinks.create' }),
  }),
];
