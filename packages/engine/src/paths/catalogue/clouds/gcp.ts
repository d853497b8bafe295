/**
 * Ways to gain rights in Google Cloud. Sources: IAM documentation, "Service account impersonation", "Attach service accounts to resources",
 * "Service account permissions", "Workload Identity Federation"; Compute Engine documentation, "Create a VM that uses a user-managed service
 * account" (permissions), "Set up OS Login"; Cloud Run documentation, "IAM permissions"; Cloud Build documentation, "Default service account";
 * BigQuery documentation, "Changes to dataset-level access controls"; Deployment Manager documentation (end of support), read 2026-11-22.
 * What deploying needs in Composer, Dataflow, Dataproc, notebooks, Vertex AI and App Engine is partly general knowledge, to be confirmed.
 */
import type { CloudEscalation } from './types.ts';

const ACCOUNT = 'gcp.service-account';
const PROJECT = 'gcp.project';
const INSTANCE = 'gcp.compute.instance';
const RUN = 'gcp.run.service';
const ACT_AS = 'iam.serviceAccounts.actAs';

const direct: readonly CloudEscalation[] = [
  ...(
    [
      ['gcp-token', 'Get a token of the service account', 'CAN_ASSUME', 'iam.serviceAccounts.getAccessToken'],
      ['gcp-sign-jwt', 'Sign a token as the service account', 'CAN_ASSUME', 'iam.serviceAccounts.signJwt'],
      ['gcp-sign-blob', 'Sign data as the service account', 'CAN_ASSUME', 'iam.serviceAccounts.signBlob'],
      ['gcp-account-policy', 'Give oneself the service account', 'CAN_GRANT_SELF', 'iam.serviceAccounts.setIamPolicy'],
    ] as const
  ).map(([id, title, edge, action]): CloudEscalation => ({ id, title, edge, over: ACCOUNT, needs: [[action, 'target']], gains: 'has' })),
  {
    ...{ id: 'gcp-key', title: 'Make a key for the service account', edge: 'CAN_CREATE_KEY', over: ACCOUNT, gains: 'has' },
    ...{ needs: [['iam.serviceAccountKeys.create', 'target']], flag: 'may-have-keys' },
  },
];

/** Something is made in the project that runs as the account. */
const launches: readonly CloudEscalation[] = (
  [
    [
      ...['gcp-instance', 'Start an instance'],
      [
        'compute.instances.create',
        'compute.instances.setServiceAccount',
        'compute.disks.create|compute.disks.use',
        'compute.subnetworks.use',
      ],
    ],
    ['gcp-function', 'Create a function', ['cloudfunctions.functions.create']],
    ['gcp-run', 'Create a Cloud Run service', ['run.services.create']],
    ['gcp-run-job', 'Create a Cloud Run job', ['run.jobs.create', 'run.jobs.run|run.jobs.runWithOverrides']],
    ['gcp-build', 'Start a build', ['cloudbuild.builds.create']],
    ['gcp-infrastructure', 'Deploy by Infrastructure Manager', ['config.deployments.create']],
    ['gcp-dataflow', 'Start a Dataflow job', ['dataflow.jobs.create']],
    ['gcp-dataproc', 'Create a Dataproc cluster', ['dataproc.clusters.create']],
    ['gcp-composer', 'Create a Composer environment', ['composer.environments.create']],
    ['gcp-notebook', 'Create a notebook', ['notebooks.instances.create']],
    ['gcp-scheduler', 'Create a scheduled call', ['cloudscheduler.jobs.create']],
    ['gcp-workflow', 'Create a workflow', ['workflows.workflows.create', 'workflows.executions.create']],
    ['gcp-vertex', 'Start a Vertex AI job', ['aiplatform.customJobs.create']],
    ['gcp-app', 'Deploy an App Engine version', ['appengine.versions.create']],
  ] as const
).map(([id, title, actions]): CloudEscalation => ({
  ...{ id, title: `${title} with the service account`, edge: 'CAN_LAUNCH', over: ACCOUNT, gains: 'has' },
  needs: [[ACT_AS, 'target'], ...actions.map((action) => [action, 'project'] as const)],
}));

/** Rights are given at each level of the hierarchy, for all below it. */
const levels: readonly CloudEscalation[] = (
  [
    ['gcp-project-policy', 'project', 'resourcemanager.projects.setIamPolicy', 'target'],
    ['gcp-folder-policy', 'folder', 'resourcemanager.folders.setIamPolicy', 'folder'],
    ['gcp-organization-policy', 'organization', 'resourcemanager.organizations.setIamPolicy', 'organization'],
  ] as const
).map(([id, level, action, on]): CloudEscalation => ({
  ...{ id, title: `Give oneself every role in the ${level}`, edge: 'CAN_GRANT_SELF', over: PROJECT, gains: 'admin', needs: [[action, on]] },
}));

/** Agents of Google that act for whoever asks. */
const agents: readonly CloudEscalation[] = [
  {
    ...{
      id: 'gcp-build-agent',
      title: 'Start a build with the account of Cloud Build',
      edge: 'CAN_LAUNCH',
      over: 'gcp.build-agent',
      gains: 'has',
    },
    needs: [['cloudbuild.builds.create', 'project']],
    condition: 'the project builds with {0} where nothing else is said',
  },
  {
    ...{
      id: 'gcp-deployment',
      title: 'Deploy a template with the account of Google APIs',
      edge: 'CAN_LAUNCH',
      over: 'gcp.deployment-agent',
    },
    ...{ gains: 'has', needs: [['deploymentmanager.deployments.create|deploymentmanager.deployments.update', 'project']] },
    condition: 'Deployment Manager, whose support ended in March 2026, still deploys with {0}',
  },
];

const code: readonly CloudEscalation[] = [
  {
    ...{
      id: 'gcp-instance-metadata',
      title: 'Put a key or a start script on the instance',
      edge: 'CAN_UPDATE_CODE',
      over: INSTANCE,
      gains: 'run',
    },
    needs: [
      ['compute.instances.setMetadata', 'target'],
      [ACT_AS, 'identity?'],
    ],
  },
  {
    ...{
      id: 'gcp-project-metadata',
      title: 'Put a key on all instances of the project',
      edge: 'CAN_UPDATE_CODE',
      over: INSTANCE,
      gains: 'run',
    },
    needs: [
      ['compute.projects.setCommonInstanceMetadata', 'project'],
      [ACT_AS, 'identity?'],
    ],
    ...{ flag: 'takes-project-keys', condition: '{0} is reachable by SSH' },
  },
  {
    ...{ id: 'gcp-os-login', title: 'Sign in by OS Login', edge: 'CAN_EXEC', over: INSTANCE, gains: 'run' },
    needs: [
      ['compute.instances.osLogin|compute.instances.osAdminLogin', 'target'],
      [ACT_AS, 'identity?'],
    ],
    ...{ flag: 'takes-os-login', condition: '{0} is reachable by SSH' },
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
      [ACT_AS, 'identity'],
    ],
  },
  {
    ...{
      id: 'gcp-run-code',
      title: 'Replace the container of the service',
      edge: 'CAN_UPDATE_CODE',
      over: RUN,
      gains: 'run',
      flag: 'is-service',
    },
    needs: [
      ['run.services.update', 'target'],
      [ACT_AS, 'identity'],
    ],
  },
  {
    ...{
      id: 'gcp-run-job-code',
      title: 'Replace the container of the job and run it',
      edge: 'CAN_UPDATE_CODE',
      over: RUN,
      gains: 'run',
      flag: 'is-job',
    },
    needs: [
      ['run.jobs.update', 'target'],
      ['run.jobs.run|run.jobs.runWithOverrides', 'target'],
      [ACT_AS, 'identity'],
    ],
  },
  {
    // Who may create bindings may bind only roles that he holds in the cluster itself, unless he may bind any.
    ...{
      id: 'gcp-cluster',
      title: 'Bind cluster-admin to oneself by the role in the project',
      edge: 'CAN_GRANT_SELF',
      over: 'gcp.gke.cluster',
    },
    gains: 'admin',
    needs: [
      ['container.clusterRoleBindings.create', 'target'],
      ['container.clusterRoles.bind', 'target'],
    ],
  },
];

const MADE_IN_CLUSTERS = ['pods', 'deployments', 'daemonSets', 'statefulSets', 'replicaSets', 'replicationControllers', 'jobs', 'cronJobs'];

/** Google's own permissions on what is in a cluster count in every namespace of it. */
const clusters: readonly CloudEscalation[] = [
  {
    ...{ id: 'gcp-cluster-pods', title: 'Create a pod with the service account by the role in the project', edge: 'CAN_LAUNCH' },
    ...{ over: 'gcp.gke.account', gains: 'run', needs: [[MADE_IN_CLUSTERS.map((each) => `container.${each}.create`).join('|'), 'target']] },
  },
  {
    ...{ id: 'gcp-cluster-token', title: 'Request a token of the service account by the role in the project', edge: 'CAN_CREATE_KEY' },
    ...{ over: 'gcp.gke.account', gains: 'run', needs: [['container.serviceAccounts.createToken', 'target']] },
  },
];

const federation: readonly CloudEscalation[] = [
  {
    ...{
      id: 'gcp-pool-provider',
      title: "Let a provider of one's own vouch for it",
      edge: 'FEDERATES',
      over: 'gcp.federated',
      gains: 'has',
    },
    needs: [['iam.workloadIdentityPoolProviders.create|iam.workloadIdentityPoolProviders.update', 'project']],
  },
];

const stores: readonly CloudEscalation[] = (
  [
    ['gcp-bucket-policy', 'gcp.storage.bucket', ['storage.buckets.setIamPolicy']],
    ['gcp-secret-policy', 'gcp.secretmanager.secret', ['secretmanager.secrets.setIamPolicy']],
    // Since 2026-03-17 both are needed.
    ['gcp-dataset-policy', 'gcp.bigquery.dataset', ['bigquery.datasets.update', 'bigquery.datasets.setIamPolicy']],
  ] as const
).map(([id, over, actions]): CloudEscalation => ({
  ...{ id, title: 'Give oneself the right to read it', edge: 'CAN_GRANT_SELF', over, gains: 'read' },
  needs: actions.map((action) => [action, 'target'] as const),
}));

export const gcpEscalations: readonly CloudEscalation[] = [
  ...direct,
  ...launches,
  ...levels,
  ...agents,
  ...code,
  ...clusters,
  ...federation,
  ...stores,
];
