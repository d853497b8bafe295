/**
 * Ways to gain rights in Google Cloud. Sources: IAM documentation, "Service account impersonation", "Attach service accounts to resources",
 * "Permissions reference"; documentation of each service on what deploying needs (2026-11-22, partly general knowledge, to be confirmed).
 */
import type { CloudEscalation } from './types.ts';

const ACCOUNT = 'gcp.service-account';
const PROJECT = 'gcp.project';

const direct: readonly CloudEscalation[] = (
  [
    ['gcp-token', 'Get a token of the service account', 'CAN_ASSUME', 'iam.serviceAccounts.getAccessToken'],
    ['gcp-sign-jwt', 'Sign a token as the service account', 'CAN_ASSUME', 'iam.serviceAccounts.signJwt'],
    ['gcp-sign-blob', 'Sign data as the service account', 'CAN_ASSUME', 'iam.serviceAccounts.signBlob'],
    ['gcp-key', 'Make a key for the service account', 'CAN_CREATE_KEY', 'iam.serviceAccountKeys.create'],
    ['gcp-account-policy', 'Give oneself the service account', 'CAN_GRANT_SELF', 'iam.serviceAccounts.setIamPolicy'],
  ] as const
).map(([id, title, edge, action]) => ({ id, title, edge, over: ACCOUNT, needs: [[action, 'target']], gains: 'has' }));

/** Something is made in the project that runs as the account. */
const launches: readonly CloudEscalation[] = (
  [
    ['gcp-instance', 'Start an instance', 'compute.instances.create'],
    ['gcp-function', 'Create a function', 'cloudfunctions.functions.create'],
    ['gcp-run', 'Create a Cloud Run service', 'run.services.create'],
    ['gcp-run-job', 'Create a Cloud Run job', 'run.jobs.create'],
    ['gcp-build', 'Start a build', 'cloudbuild.builds.create'],
    ['gcp-dataflow', 'Start a Dataflow job', 'dataflow.jobs.create'],
    ['gcp-dataproc', 'Create a Dataproc cluster', 'dataproc.clusters.create'],
    ['gcp-composer', 'Create a Composer environment', 'composer.environments.create'],
    ['gcp-notebook', 'Create a notebook', 'notebooks.instances.create'],
    ['gcp-scheduler', 'Create a scheduled call', 'cloudscheduler.jobs.create'],
    ['gcp-workflow', 'Create a workflow', 'workflows.workflows.create'],
    ['gcp-vertex', 'Start a Vertex AI job', 'aiplatform.customJobs.create'],
    ['gcp-app', 'Deploy an App Engine version', 'appengine.versions.create'],
  ] as const
).map(([id, title, action]) => ({
  ...{ id, title: `${title} with the service account`, edge: 'CAN_LAUNCH', over: ACCOUNT, gains: 'has' },
  needs: [
    ['iam.serviceAccounts.actAs', 'target'],
    [action, 'project'],
  ],
}));

const others: readonly CloudEscalation[] = [
  {
    ...{ id: 'gcp-project-policy', title: 'Give oneself every role in the project', edge: 'CAN_GRANT_SELF', over: PROJECT, gains: 'admin' },
    needs: [['resourcemanager.projects.setIamPolicy', 'target']],
  },
  {
    ...{ id: 'gcp-folder-policy', title: 'Give oneself every role in the folder', edge: 'CAN_GRANT_SELF', over: PROJECT, gains: 'admin' },
    needs: [['resourcemanager.folders.setIamPolicy', 'folder']],
  },
  {
    ...{
      id: 'gcp-organization-policy',
      title: 'Give oneself every role in the organization',
      edge: 'CAN_GRANT_SELF',
      over: PROJECT,
      gains: 'admin',
    },
    needs: [['resourcemanager.organizations.setIamPolicy', 'organization']],
  },
  {
    ...{
      id: 'gcp-build-agent',
      title: 'Start a build with the account of Cloud Build',
      edge: 'CAN_LAUNCH',
      over: 'gcp.build-agent',
      gains: 'has',
    },
    needs: [['cloudbuild.builds.create', 'project']],
  },
  {
    ...{
      id: 'gcp-deployment',
      title: 'Deploy a template with the account of Google APIs',
      edge: 'CAN_LAUNCH',
      over: 'gcp.deployment-agent',
      gains: 'has',
    },
    needs: [['deploymentmanager.deployments.create', 'project']],
  },
  {
    ...{
      id: 'gcp-instance-metadata',
      title: 'Put a key or a start script on the instance',
      edge: 'CAN_UPDATE_CODE',
      over: 'gcp.compute.instance',
      gains: 'run',
    },
    needs: [['compute.instances.setMetadata', 'target']],
  },
  {
    ...{
      id: 'gcp-project-metadata',
      title: 'Put a key on all instances of the project',
      edge: 'CAN_UPDATE_CODE',
      over: 'gcp.compute.instance',
      gains: 'run',
    },
    needs: [['compute.projects.setCommonInstanceMetadata', 'project']],
    condition: '{0} takes keys of the project and is reachable by SSH',
  },
  {
    ...{ id: 'gcp-os-login', title: 'Sign in as administrator by OS Login', edge: 'CAN_EXEC', over: 'gcp.compute.instance', gains: 'run' },
    needs: [['compute.instances.osAdminLogin', 'target']],
    condition: '{0} has OS Login on and is reachable by SSH',
  },
  {
    ...{
      id: 'gcp-function-code',
      title: 'Replace the code of the function',
      edge: 'CAN_UPDATE_CODE',
      over: 'gcp.functions.function',
      gains: 'run',
    },
    needs: [
      ['cloudfunctions.functions.update', 'target'],
      ['iam.serviceAccounts.actAs', 'identity'],
    ],
  },
  {
    ...{
      id: 'gcp-run-code',
      title: 'Replace the container of the service',
      edge: 'CAN_UPDATE_CODE',
      over: 'gcp.run.service',
      gains: 'run',
    },
    needs: [
      ['run.services.update', 'target'],
      ['iam.serviceAccounts.actAs', 'identity'],
    ],
  },
  {
    ...{
      id: 'gcp-cluster',
      title: 'Bind cluster-admin to oneself by the role in the project',
      edge: 'CAN_GRANT_SELF',
      over: 'gcp.gke.cluster',
      gains: 'admin',
    },
    needs: [['container.clusterRoleBindings.create', 'target']],
  },
  ...(
    [
      ['gcp-bucket-policy', 'gcp.storage.bucket', 'storage.buckets.setIamPolicy'],
      ['gcp-secret-policy', 'gcp.secretmanager.secret', 'secretmanager.secrets.setIamPolicy'],
      ['gcp-dataset-policy', 'gcp.bigquery.dataset', 'bigquery.datasets.update'],
    ] as const
  ).map(([id, over, action]): CloudEscalation => ({
    ...{ id, title: 'Give oneself the right to read it', edge: 'CAN_GRANT_SELF', over, needs: [[action, 'target']], gains: 'read' },
  })),
];

export const gcpEscalations: readonly CloudEscalation[] = [...direct, ...launches, ...others];
