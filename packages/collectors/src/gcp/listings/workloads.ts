/** Containers, functions, builds, machine learning. Source: API references of the services, read 2026-11-22. */
import type { GcpListing } from '../listing.ts';
import { everywhere, granted } from './patterns.ts';

const AI = 'aiplatform.googleapis.com';

/** Each location has a host of its own. */
const inAi = (operation: string): GcpListing => ({
  call: `${AI}:${operation}`,
  url: `https://{locationId}-${AI}/v1/projects/{project}/locations/{locationId}/${operation}`,
  permission: `aiplatform.${operation}.list`,
  within: `${AI}:locations`,
});

/** The global endpoint lists all regions, in the form of Knative; for anything but lists the second version knows where to go. */
const run = (operation: string, group: string): GcpListing => ({
  call: `run.googleapis.com:${operation}`,
  url: `https://run.googleapis.com/apis/${group}/v1/namespaces/{project}/${operation}`,
  permission: `run.${operation}.list`,
  pages: 'limit',
  policy: {
    method: 'GET',
    url: 'https://run.googleapis.com/v2/{id}:getIamPolicy?options.requestedPolicyVersion=3',
    permission: `run.${operation}.getIamPolicy`,
  },
});

export const workloadListings: readonly GcpListing[] = [
  {
    call: 'container.googleapis.com:clusters',
    url: 'https://container.googleapis.com/v1/projects/{project}/locations/-/clusters',
    permission: 'container.clusters.list',
    pages: null,
  },
  run('services', 'serving.knative.dev'),
  run('jobs', 'run.googleapis.com'),
  granted(
    everywhere('cloudfunctions.googleapis.com', 'v2', 'functions', 'cloudfunctions.functions.list'),
    'GET',
    'cloudfunctions.functions.getIamPolicy',
  ),
  {
    call: 'artifactregistry.googleapis.com:locations',
    url: 'https://artifactregistry.googleapis.com/v1/projects/{project}/locations',
    permission: 'artifactregistry.locations.list',
  },
  granted(
    {
      call: 'artifactregistry.googleapis.com:repositories',
      url: 'https://artifactregistry.googleapis.com/v1/{name}/repositories',
      permission: 'artifactregistry.repositories.list',
      within: 'artifactregistry.googleapis.com:locations',
    },
    'GET',
    'artifactregistry.repositories.getIamPolicy',
  ),
  { ...everywhere('cloudbuild.googleapis.com', 'v1', 'triggers', 'cloudbuild.builds.list') },
  {
    call: 'cloudbuild.googleapis.com:workerPools',
    url: 'https://cloudbuild.googleapis.com/v1/projects/{project}/locations/{name}/workerPools',
    permission: 'cloudbuild.workerpools.list',
    within: 'compute.googleapis.com:regions',
  },
  {
    call: 'appengine.googleapis.com:services',
    url: 'https://appengine.googleapis.com/v1/apps/{project}/services',
    permission: 'appengine.services.list',
    mayBeMissing: true,
  },
  {
    call: 'appengine.googleapis.com:versions',
    url: 'https://appengine.googleapis.com/v1/{name}/versions?view=FULL',
    permission: 'appengine.versions.list',
    within: 'appengine.googleapis.com:services',
  },
  everywhere('clouddeploy.googleapis.com', 'v1', 'targets', 'clouddeploy.targets.list'),
  everywhere('clouddeploy.googleapis.com', 'v1', 'deliveryPipelines', 'clouddeploy.deliveryPipelines.list'),
  everywhere('workflows.googleapis.com', 'v1', 'workflows', 'workflows.workflows.list'),
  everywhere('eventarc.googleapis.com', 'v1', 'triggers', 'eventarc.triggers.list'),
  everywhere('gkehub.googleapis.com', 'v1', 'memberships', 'gkehub.memberships.list'),
  everywhere('gkebackup.googleapis.com', 'v1', 'backupPlans', 'gkebackup.backupPlans.list'),
  { call: `${AI}:locations`, url: `https://${AI}/v1/projects/{project}/locations`, permission: 'aiplatform.locations.list' },
  inAi('datasets'),
  inAi('metadataStores'),
  inAi('endpoints'),
  inAi('featurestores'),
  inAi('tensorboards'),
  inAi('indexes'),
  inAi('indexEndpoints'),
  inAi('featureOnlineStores'),
  inAi('notebookRuntimeTemplates'),
  granted(everywhere('notebooks.googleapis.com', 'v2', 'instances', 'notebooks.instances.list'), 'GET', 'notebooks.instances.getIamPolicy'),
  granted(everywhere('notebooks.googleapis.com', 'v1', 'runtimes', 'notebooks.runtimes.list'), 'GET', 'notebooks.runtimes.getIamPolicy'),
  everywhere('tpu.googleapis.com', 'v2', 'nodes', 'tpu.nodes.list'),
  {
    call: 'dialogflow.googleapis.com:agents',
    url: 'https://dialogflow.googleapis.com/v3/projects/{project}/locations/global/agents',
    permission: 'dialogflow.agents.list',
  },
  {
    call: 'documentai.googleapis.com:locations',
    url: 'https://documentai.googleapis.com/v1/projects/{project}/locations',
    permission: 'documentai.locations.list',
  },
  {
    call: 'documentai.googleapis.com:processors',
    url: 'https://{locationId}-documentai.googleapis.com/v1/projects/{project}/locations/{locationId}/processors',
    permission: 'documentai.processors.list',
    within: 'documentai.googleapis.com:locations',
  },
  {
    call: 'apigee.googleapis.com:organizations',
    url: 'https://apigee.googleapis.com/v1/organizations/{project}',
    permission: 'apigee.organizations.get',
    pages: null,
  },
  {
    call: 'apigee.googleapis.com:instances',
    url: 'https://apigee.googleapis.com/v1/organizations/{project}/instances',
    permission: 'apigee.instances.list',
    within: 'apigee.googleapis.com:organizations',
  },
];
