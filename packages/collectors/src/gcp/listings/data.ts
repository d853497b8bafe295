/** Storage, databases, analytics, messaging. Source: API references of the services, read 2026-11-22. */
import type { Json } from '@kumomori/model';
import { textOf } from '@kumomori/model';
import type { GcpListing } from '../listing.ts';
import { everywhere, granted } from './patterns.ts';

const STORAGE = 'https://storage.googleapis.com/storage/v1/b';
const BUCKETS = 'storage.googleapis.com:buckets';
const TABLE =
  'https://bigquery.googleapis.com/bigquery/v2/projects/{project}/datasets/{tableReference.datasetId}/tables/{tableReference.tableId}';
const SQL = 'https://sqladmin.googleapis.com/v1/projects/{project}/instances';

/** With uniform access there are no ACLs, and asking for them is an error. */
function hasAcls(bucket: Json): boolean {
  return textOf(bucket, 'iamConfiguration.uniformBucketLevelAccess.enabled') !== 'true';
}

export const dataListings: readonly GcpListing[] = [
  {
    call: BUCKETS,
    url: `${STORAGE}?project={project}`,
    permission: 'storage.buckets.list',
    pages: 'maxResults',
    policy: { method: 'GET', url: `${STORAGE}/{name}/iam?optionsRequestedPolicyVersion=3`, permission: 'storage.buckets.getIamPolicy' },
  },
  {
    call: 'storage.googleapis.com:bucketAccessControls',
    url: `${STORAGE}/{name}/acl`,
    permission: 'storage.buckets.getIamPolicy',
    within: BUCKETS,
    when: hasAcls,
    pages: 'maxResults',
  },
  {
    call: 'storage.googleapis.com:defaultObjectAccessControls',
    url: `${STORAGE}/{name}/defaultObjectAcl`,
    permission: 'storage.buckets.getIamPolicy',
    within: BUCKETS,
    when: hasAcls,
    pages: 'maxResults',
  },
  { call: 'sqladmin.googleapis.com:instances', url: SQL, permission: 'cloudsql.instances.list', pages: 'maxResults' },
  {
    call: 'sqladmin.googleapis.com:users',
    url: `${SQL}/{name}/users`,
    permission: 'cloudsql.users.list',
    within: 'sqladmin.googleapis.com:instances',
    // Replicas have the users of their primaries; one that is stopped answers nothing.
    when: (instance) => textOf(instance, 'masterInstanceName') === undefined && textOf(instance, 'state') === 'RUNNABLE',
    pages: null,
  },
  {
    call: 'bigquery.googleapis.com:datasetNames',
    url: 'https://bigquery.googleapis.com/bigquery/v2/projects/{project}/datasets',
    permission: 'bigquery.datasets.get',
    items: 'datasets',
    pages: 'maxResults',
  },
  {
    call: 'bigquery.googleapis.com:datasets',
    url: 'https://bigquery.googleapis.com/bigquery/v2/projects/{project}/datasets/{datasetReference.datasetId}',
    permission: 'bigquery.datasets.get',
    within: 'bigquery.googleapis.com:datasetNames',
    pages: null,
  },
  {
    call: 'bigquery.googleapis.com:tableNames',
    url: 'https://bigquery.googleapis.com/bigquery/v2/projects/{project}/datasets/{datasetReference.datasetId}/tables',
    permission: 'bigquery.tables.list',
    items: 'tables',
    within: 'bigquery.googleapis.com:datasetNames',
    pages: 'maxResults',
  },
  {
    call: 'bigquery.googleapis.com:tables',
    url: TABLE,
    permission: 'bigquery.tables.get',
    within: 'bigquery.googleapis.com:tableNames',
    pages: null,
    policy: { method: 'POST', url: `${TABLE}:getIamPolicy`, permission: 'bigquery.tables.getIamPolicy' },
  },
  {
    ...everywhere('bigtableadmin.googleapis.com', 'v2', 'instances', 'bigtable.instances.list'),
    url: 'https://bigtableadmin.googleapis.com/v2/projects/{project}/instances',
    policy: {
      method: 'POST',
      url: 'https://bigtableadmin.googleapis.com/v2/{name}:getIamPolicy',
      permission: 'bigtable.instances.getIamPolicy',
    },
  },
  {
    ...everywhere('bigtableadmin.googleapis.com', 'v2', 'clusters', 'bigtable.clusters.list'),
    url: 'https://bigtableadmin.googleapis.com/v2/projects/{project}/instances/-/clusters',
    pages: null,
  },
  {
    call: 'bigtableadmin.googleapis.com:tables',
    url: 'https://bigtableadmin.googleapis.com/v2/{name}/tables',
    permission: 'bigtable.tables.list',
    within: 'bigtableadmin.googleapis.com:instances',
    policy: {
      method: 'POST',
      url: 'https://bigtableadmin.googleapis.com/v2/{name}:getIamPolicy',
      permission: 'bigtable.tables.getIamPolicy',
    },
  },
  {
    call: 'spanner.googleapis.com:instances',
    url: 'https://spanner.googleapis.com/v1/projects/{project}/instances',
    permission: 'spanner.instances.list',
    policy: { method: 'POST', url: 'https://spanner.googleapis.com/v1/{name}:getIamPolicy', permission: 'spanner.instances.getIamPolicy' },
  },
  {
    call: 'spanner.googleapis.com:databases',
    url: 'https://spanner.googleapis.com/v1/{name}/databases',
    permission: 'spanner.databases.list',
    within: 'spanner.googleapis.com:instances',
    policy: { method: 'POST', url: 'https://spanner.googleapis.com/v1/{name}:getIamPolicy', permission: 'spanner.databases.getIamPolicy' },
  },
  {
    call: 'firestore.googleapis.com:databases',
    url: 'https://firestore.googleapis.com/v1/projects/{project}/databases',
    permission: 'datastore.databases.list',
    pages: null,
  },
  everywhere('alloydb.googleapis.com', 'v1', 'clusters', 'alloydb.clusters.list'),
  {
    ...everywhere('alloydb.googleapis.com', 'v1', 'instances', 'alloydb.instances.list'),
    url: 'https://alloydb.googleapis.com/v1/projects/{project}/locations/-/clusters/-/instances',
  },
  everywhere('redis.googleapis.com', 'v1', 'instances', 'redis.instances.list'),
  everywhere('redis.googleapis.com', 'v1', 'clusters', 'redis.clusters.list'),
  everywhere('memorystore.googleapis.com', 'v1', 'instances', 'memorystore.instances.list'),
  everywhere('memcache.googleapis.com', 'v1', 'instances', 'memcache.instances.list'),
  everywhere('file.googleapis.com', 'v1', 'instances', 'file.instances.list'),
  everywhere('file.googleapis.com', 'v1', 'backups', 'file.backups.list'),
  granted(
    {
      call: 'pubsub.googleapis.com:topics',
      url: 'https://pubsub.googleapis.com/v1/projects/{project}/topics',
      permission: 'pubsub.topics.list',
    },
    'GET',
    'pubsub.topics.getIamPolicy',
  ),
  granted(
    {
      call: 'pubsub.googleapis.com:subscriptions',
      url: 'https://pubsub.googleapis.com/v1/projects/{project}/subscriptions',
      permission: 'pubsub.subscriptions.list',
    },
    'GET',
    'pubsub.subscriptions.getIamPolicy',
  ),
  granted(
    {
      call: 'pubsub.googleapis.com:schemas',
      url: 'https://pubsub.googleapis.com/v1/projects/{project}/schemas',
      permission: 'pubsub.schemas.list',
    },
    'GET',
    'pubsub.schemas.getIamPolicy',
  ),
  {
    call: 'dataflow.googleapis.com:jobs',
    url: 'https://dataflow.googleapis.com/v1b3/projects/{project}/jobs:aggregated?filter=ACTIVE&view=JOB_VIEW_ALL',
    permission: 'dataflow.jobs.list',
  },
  {
    call: 'dataproc.googleapis.com:clusters',
    url: 'https://dataproc.googleapis.com/v1/projects/{project}/regions/{name}/clusters',
    permission: 'dataproc.clusters.list',
    within: 'compute.googleapis.com:regions',
    policy: { method: 'POST', url: 'https://dataproc.googleapis.com/v1/{id}:getIamPolicy', permission: 'dataproc.clusters.getIamPolicy' },
  },
  everywhere('metastore.googleapis.com', 'v1', 'services', 'metastore.services.list'),
  granted(
    everywhere('datafusion.googleapis.com', 'v1', 'instances', 'datafusion.instances.list'),
    'GET',
    'datafusion.instances.getIamPolicy',
  ),
  {
    call: 'composer.googleapis.com:environments',
    url: 'https://composer.googleapis.com/v1/projects/{project}/locations/{name}/environments',
    permission: 'composer.environments.list',
    within: 'compute.googleapis.com:regions',
  },
  everywhere('datastream.googleapis.com', 'v1', 'streams', 'datastream.streams.list'),
  everywhere('datastream.googleapis.com', 'v1', 'connectionProfiles', 'datastream.connectionProfiles.list'),
  everywhere('managedkafka.googleapis.com', 'v1', 'clusters', 'managedkafka.clusters.list'),
  everywhere('looker.googleapis.com', 'v1', 'instances', 'looker.instances.list'),
  everywhere('netapp.googleapis.com', 'v1', 'storagePools', 'netapp.storagePools.list'),
  everywhere('netapp.googleapis.com', 'v1', 'volumes', 'netapp.volumes.list'),
  everywhere('backupdr.googleapis.com', 'v1', 'backupVaults', 'backupdr.backupVaults.list'),
  everywhere('backupdr.googleapis.com', 'v1', 'backupPlanAssociations', 'backupdr.backupPlanAssociations.list'),
];
