/**
 * Permissions of basic and predefined roles of Google Cloud, as far as they matter for escalation and data; our own selection and words: `*` at
 * the end of a name stands for everything below it, `!` takes out. Basic roles include what Cloud Storage and BigQuery give their holders by
 * default.
 *
 * Sources. Compared with Google's own lists of permissions on 2026-11-22 (`roles.get` of the IAM API as kept in iann0036/iam-dataset, MIT; IAM
 * documentation, "Roles for service account authentication", "Secret Manager roles and permissions"): iam.serviceAccountAdmin,
 * serviceAccountKeyAdmin, serviceAccountTokenCreator, serviceAccountUser, workloadIdentityUser; resourcemanager.folderAdmin, organizationAdmin;
 * compute.instanceAdmin.v1, osLogin; run.developer; cloudfunctions.developer; cloudbuild.builds.builder, builds.editor; container.admin,
 * developer; appengine.deployer; dataflow.admin, developer; deploymentmanager.editor; storage.objectAdmin; bigquery.dataEditor;
 * secretmanager.admin, secretAccessor. All others, the basic roles among them, are from general knowledge, to be confirmed.
 */
import { matchesStars } from '../shared/index.ts';

const TOKENS =
  '!iam.serviceAccounts.getAccessToken !iam.serviceAccounts.getOpenIdToken !iam.serviceAccounts.signBlob !iam.serviceAccounts.signJwt !iam.serviceAccounts.implicitDelegation';
const RUN_DEPLOY = 'run.services.* run.jobs.* run.executions.* run.routes.* run.revisions.*';
const BUILDS = 'cloudbuild.builds.create cloudbuild.builds.get cloudbuild.builds.list cloudbuild.builds.update';
const READS = '*.get *.list *.getIamPolicy';

const ROLES: Readonly<Record<string, string>> = {
  owner: `* ${TOKENS}`,
  editor: `* ${TOKENS} !*.setIamPolicy !iam.roles.* !iam.denypolicies.* !secretmanager.versions.access !cloudkms.cryptoKeyVersions.useTo* !resourcemanager.projects.delete !resourcemanager.projects.update !resourcemanager.folders.* !resourcemanager.organizations.* !compute.instances.osAdminLogin !orgpolicy.* !container.clusterRoles.bind !container.clusterRoles.escalate !container.clusterRoleBindings.create !container.clusterRoleBindings.update !container.roles.bind !container.roles.escalate`,
  viewer: `${READS} storage.objects.get storage.objects.list bigquery.tables.getData !secretmanager.versions.access !cloudkms.cryptoKeyVersions.useTo*`,
  browser: 'resourcemanager.projects.get resourcemanager.projects.list resourcemanager.projects.getIamPolicy resourcemanager.folders.get',
  'iam.securityAdmin': '*.getIamPolicy *.setIamPolicy iam.roles.get iam.roles.list',
  'iam.securityReviewer': '*.list *.getIamPolicy',
  'iam.serviceAccountAdmin':
    'iam.serviceAccounts.create iam.serviceAccounts.delete iam.serviceAccounts.disable iam.serviceAccounts.enable iam.serviceAccounts.get iam.serviceAccounts.getIamPolicy iam.serviceAccounts.list iam.serviceAccounts.setIamPolicy iam.serviceAccounts.undelete iam.serviceAccounts.update',
  'iam.serviceAccountCreator': 'iam.serviceAccounts.create iam.serviceAccounts.get iam.serviceAccounts.list',
  'iam.serviceAccountDeleter': 'iam.serviceAccounts.delete iam.serviceAccounts.get iam.serviceAccounts.list',
  'iam.serviceAccountViewer': 'iam.serviceAccounts.get iam.serviceAccounts.list iam.serviceAccountKeys.get iam.serviceAccountKeys.list',
  'iam.serviceAccountUser': 'iam.serviceAccounts.actAs iam.serviceAccounts.get iam.serviceAccounts.list',
  'iam.serviceAccountKeyAdmin': 'iam.serviceAccountKeys.* iam.serviceAccounts.get iam.serviceAccounts.list',
  'iam.serviceAccountTokenCreator':
    'iam.serviceAccounts.getAccessToken iam.serviceAccounts.getOpenIdToken iam.serviceAccounts.implicitDelegation iam.serviceAccounts.signBlob iam.serviceAccounts.signJwt iam.serviceAccounts.get iam.serviceAccounts.list',
  'iam.serviceAccountOpenIdTokenCreator': 'iam.serviceAccounts.getOpenIdToken',
  'iam.workloadIdentityUser':
    'iam.serviceAccounts.getAccessToken iam.serviceAccounts.getOpenIdToken iam.serviceAccounts.get iam.serviceAccounts.list',
  'iam.workloadIdentityPoolAdmin': 'iam.workloadIdentityPools.* iam.workloadIdentityPoolProviders.*',
  'iam.roleAdmin': 'iam.roles.*',
  'iam.organizationRoleAdmin': 'iam.roles.*',
  'iam.denyAdmin': 'iam.denypolicies.*',
  'resourcemanager.projectIamAdmin':
    'resourcemanager.projects.get resourcemanager.projects.getIamPolicy resourcemanager.projects.setIamPolicy',
  'resourcemanager.folderIamAdmin': 'resourcemanager.folders.get resourcemanager.folders.getIamPolicy resourcemanager.folders.setIamPolicy',
  'resourcemanager.folderAdmin':
    'resourcemanager.folders.* resourcemanager.projects.get resourcemanager.projects.getIamPolicy resourcemanager.projects.setIamPolicy resourcemanager.projects.move orgpolicy.policy.get',
  'resourcemanager.organizationAdmin':
    'resourcemanager.organizations.* resourcemanager.folders.get resourcemanager.folders.getIamPolicy resourcemanager.folders.setIamPolicy resourcemanager.projects.get resourcemanager.projects.getIamPolicy resourcemanager.projects.setIamPolicy',
  'resourcemanager.projectCreator': 'resourcemanager.projects.create',
  'orgpolicy.policyAdmin': 'orgpolicy.*',
  'storage.admin': 'storage.* resourcemanager.projects.get',
  'storage.objectAdmin':
    'storage.objects.* storage.folders.* storage.managedFolders.* storage.multipartUploads.* !storage.managedFolders.setIamPolicy !storage.managedFolders.getIamPolicy',
  'storage.objectUser':
    'storage.objects.create storage.objects.delete storage.objects.get storage.objects.list storage.objects.update storage.multipartUploads.*',
  'storage.objectViewer': 'storage.objects.get storage.objects.list resourcemanager.projects.get',
  'storage.objectCreator': 'storage.objects.create storage.multipartUploads.create',
  'storage.legacyBucketOwner':
    'storage.buckets.get storage.buckets.getIamPolicy storage.buckets.setIamPolicy storage.buckets.update storage.objects.create storage.objects.delete storage.objects.list',
  'storage.legacyBucketReader': 'storage.buckets.get storage.objects.list',
  'storage.legacyBucketWriter': 'storage.buckets.get storage.objects.create storage.objects.delete storage.objects.list',
  'storage.legacyObjectOwner': 'storage.objects.get storage.objects.getIamPolicy storage.objects.setIamPolicy storage.objects.update',
  'storage.legacyObjectReader': 'storage.objects.get',
  'storage.hmacKeyAdmin': 'storage.hmacKeys.*',
  'compute.admin': 'compute.*',
  'compute.instanceAdmin':
    'compute.instances.* compute.instanceTemplates.* compute.instanceGroups.* compute.instanceGroupManagers.* compute.disks.* compute.images.get compute.images.list compute.images.useReadOnly compute.subnetworks.use compute.subnetworks.useExternalIp compute.projects.get !*.setIamPolicy',
  'compute.instanceAdmin.v1':
    'compute.instances.* compute.instanceTemplates.* compute.instanceGroups.* compute.instanceGroupManagers.* compute.disks.* compute.images.* compute.snapshots.* compute.subnetworks.use compute.subnetworks.useExternalIp compute.projects.get compute.projects.setCommonInstanceMetadata',
  'compute.osLogin': 'compute.instances.get compute.instances.list compute.instances.osLogin',
  'compute.osAdminLogin': 'compute.instances.get compute.instances.list compute.instances.osLogin compute.instances.osAdminLogin',
  'compute.networkAdmin': 'compute.networks.* compute.subnetworks.* compute.firewalls.get compute.firewalls.list compute.routes.*',
  'compute.securityAdmin': 'compute.firewalls.* compute.firewallPolicies.* compute.sslCertificates.*',
  'compute.storageAdmin': 'compute.disks.* compute.images.* compute.snapshots.*',
  'compute.viewer': 'compute.*.get compute.*.list compute.*.getIamPolicy',
  'cloudfunctions.admin': 'cloudfunctions.* run.*',
  'cloudfunctions.developer':
    'cloudfunctions.functions.* run.services.* run.routes.* run.revisions.* eventarc.triggers.* cloudbuild.builds.get cloudbuild.builds.list !*.setIamPolicy',
  'cloudfunctions.invoker': 'cloudfunctions.functions.invoke',
  'cloudfunctions.viewer': 'cloudfunctions.functions.get cloudfunctions.functions.list',
  'run.admin': 'run.*',
  'run.developer': `${RUN_DEPLOY} !*.setIamPolicy`,
  'run.invoker': 'run.routes.invoke run.jobs.run',
  'run.viewer': 'run.*.get run.*.list',
  'cloudbuild.builds.editor': BUILDS,
  'cloudbuild.builds.builder': `${BUILDS} pubsub.topics.create pubsub.topics.publish source.repos.get source.repos.list artifactregistry.repositories.downloadArtifacts artifactregistry.repositories.uploadArtifacts logging.logEntries.create storage.buckets.create storage.buckets.get storage.buckets.list storage.objects.create storage.objects.delete storage.objects.get storage.objects.list storage.objects.update`,
  'deploymentmanager.editor': 'deploymentmanager.*',
  'container.admin': 'container.*',
  'container.clusterAdmin': 'container.clusters.* container.operations.*',
  'container.developer':
    'container.* !container.clusters.create !container.clusters.delete !container.clusters.update !container.clusters.getCredentials !container.certificateSigningRequests.approve !container.clusterRoles.bind !container.clusterRoles.create !container.clusterRoles.delete !container.clusterRoles.escalate !container.clusterRoles.update !container.clusterRoleBindings.create !container.clusterRoleBindings.delete !container.clusterRoleBindings.update !container.roles.bind !container.roles.create !container.roles.delete !container.roles.escalate !container.roles.update !container.roleBindings.create !container.roleBindings.delete !container.roleBindings.update !container.mutatingWebhookConfigurations.create !container.mutatingWebhookConfigurations.delete !container.mutatingWebhookConfigurations.update !container.validatingWebhookConfigurations.create !container.validatingWebhookConfigurations.delete !container.validatingWebhookConfigurations.update !container.hostServiceAgent.use',
  'container.viewer': 'container.*.get container.*.list !container.secrets.get !container.secrets.list',
  'container.clusterViewer': 'container.clusters.get container.clusters.list',
  'secretmanager.admin': 'secretmanager.*',
  'secretmanager.secretAccessor': 'secretmanager.versions.access',
  'secretmanager.secretVersionManager':
    'secretmanager.versions.add secretmanager.versions.destroy secretmanager.versions.disable secretmanager.versions.enable secretmanager.versions.get secretmanager.versions.list',
  'secretmanager.secretVersionAdder': 'secretmanager.versions.add',
  'secretmanager.viewer': 'secretmanager.secrets.get secretmanager.secrets.list secretmanager.versions.get secretmanager.versions.list',
  'bigquery.admin': 'bigquery.*',
  'bigquery.dataOwner': 'bigquery.datasets.* bigquery.tables.* bigquery.models.* bigquery.routines.*',
  'bigquery.dataEditor':
    'bigquery.datasets.create bigquery.datasets.get bigquery.datasets.getIamPolicy bigquery.datasets.updateTag bigquery.tables.* !bigquery.tables.setIamPolicy bigquery.models.* bigquery.routines.*',
  'bigquery.dataViewer': 'bigquery.datasets.get bigquery.tables.get bigquery.tables.getData bigquery.tables.list bigquery.tables.export',
  'bigquery.user': 'bigquery.jobs.create bigquery.datasets.get bigquery.datasets.create bigquery.tables.list',
  'bigquery.jobUser': 'bigquery.jobs.create',
  'cloudsql.admin': 'cloudsql.*',
  'cloudsql.editor':
    'cloudsql.instances.* cloudsql.databases.* cloudsql.backupRuns.* !cloudsql.instances.delete !cloudsql.instances.create !cloudsql.users.*',
  'cloudsql.client': 'cloudsql.instances.connect cloudsql.instances.get',
  'cloudsql.instanceUser': 'cloudsql.instances.login cloudsql.instances.get',
  'cloudsql.viewer': 'cloudsql.*.get cloudsql.*.list cloudsql.instances.export',
  'cloudkms.admin': 'cloudkms.* !cloudkms.cryptoKeyVersions.useTo*',
  'cloudkms.cryptoKeyEncrypterDecrypter': 'cloudkms.cryptoKeyVersions.useToDecrypt cloudkms.cryptoKeyVersions.useToEncrypt',
  'cloudkms.cryptoKeyDecrypter': 'cloudkms.cryptoKeyVersions.useToDecrypt',
  'cloudkms.cryptoKeyEncrypter': 'cloudkms.cryptoKeyVersions.useToEncrypt',
  'pubsub.admin': 'pubsub.*',
  'pubsub.editor': 'pubsub.* !*.setIamPolicy',
  'pubsub.publisher': 'pubsub.topics.publish',
  'pubsub.subscriber': 'pubsub.subscriptions.consume pubsub.topics.attachSubscription pubsub.snapshots.seek',
  'pubsub.viewer': 'pubsub.*.get pubsub.*.list',
  'artifactregistry.admin': 'artifactregistry.*',
  'artifactregistry.repoAdmin':
    'artifactregistry.repositories.* artifactregistry.packages.* artifactregistry.versions.* artifactregistry.tags.* !*.setIamPolicy',
  'artifactregistry.writer':
    'artifactregistry.repositories.downloadArtifacts artifactregistry.repositories.uploadArtifacts artifactregistry.repositories.get',
  'artifactregistry.reader': 'artifactregistry.repositories.downloadArtifacts artifactregistry.repositories.get',
  'dataflow.admin':
    'dataflow.jobs.* dataflow.messages.list dataflow.metrics.get dataflow.snapshots.* storage.buckets.get storage.objects.create storage.objects.get storage.objects.list',
  'dataflow.developer': `dataflow.jobs.* dataflow.messages.list dataflow.metrics.get dataflow.snapshots.* ${BUILDS}`,
  'dataflow.worker': 'dataflow.jobs.get dataflow.shuffle.* dataflow.workItems.* logging.logEntries.create',
  'dataproc.admin': 'dataproc.*',
  'dataproc.editor': 'dataproc.* !*.setIamPolicy',
  'dataproc.worker': 'dataproc.agents.* dataproc.tasks.* storage.objects.* storage.buckets.get logging.logEntries.create',
  'composer.admin': 'composer.*',
  'composer.worker':
    'composer.environments.get storage.objects.* storage.buckets.get artifactregistry.* cloudbuild.builds.create logging.logEntries.create pubsub.*',
  'notebooks.admin': 'notebooks.*',
  'aiplatform.admin': 'aiplatform.*',
  'aiplatform.user': 'aiplatform.customJobs.* aiplatform.endpoints.* aiplatform.models.* aiplatform.notebookRuntimes.*',
  'workflows.admin': 'workflows.*',
  'workflows.editor': 'workflows.*',
  'cloudscheduler.admin': 'cloudscheduler.*',
  'appengine.appAdmin': 'appengine.*',
  'appengine.deployer':
    'appengine.applications.get appengine.instances.get appengine.instances.list appengine.services.get appengine.services.list appengine.versions.create appengine.versions.delete appengine.versions.get appengine.versions.list',
  'logging.admin': 'logging.*',
  'logging.viewer': 'logging.logEntries.list logging.logs.list logging.buckets.get logging.buckets.list',
  'logging.logWriter': 'logging.logEntries.create',
  'logging.configWriter': 'logging.buckets.* logging.sinks.* logging.exclusions.*',
  'monitoring.metricWriter': 'monitoring.timeSeries.create monitoring.metricDescriptors.create',
  'monitoring.viewer': 'monitoring.*.get monitoring.*.list',
  'monitoring.editor': 'monitoring.*',
  'cloudtrace.agent': 'cloudtrace.traces.patch',
  'errorreporting.writer': 'errorreporting.errorEvents.create',
  'stackdriver.resourceMetadata.writer': 'stackdriver.resourceMetadata.write',
  'serviceusage.serviceUsageAdmin': 'serviceusage.*',
  'serviceusage.serviceUsageConsumer': 'serviceusage.services.use serviceusage.services.get',
  'iap.tunnelResourceAccessor': 'iap.tunnelInstances.accessViaIAP',
  'iap.httpsResourceAccessor': 'iap.webServiceVersions.accessViaIAP',
  'spanner.admin': 'spanner.*',
  'spanner.databaseReader': 'spanner.databases.read spanner.databases.select spanner.sessions.*',
  'spanner.databaseUser': 'spanner.databases.read spanner.databases.write spanner.databases.select spanner.sessions.*',
  'datastore.owner': 'datastore.*',
  'datastore.user': 'datastore.entities.*',
  'datastore.viewer': 'datastore.entities.get datastore.entities.list',
  'dns.admin': 'dns.*',
  'eventarc.eventReceiver': 'eventarc.events.receiveEvent',
  'billing.admin': 'billing.*',
  'billing.user': 'billing.accounts.get billing.resourceAssociations.create',
};

const compiled = new Map<string, { readonly includes: (permission: string) => boolean }>();

/** Undefined: not in the table. */
export function predefinedRole(role: string): { readonly includes: (permission: string) => boolean } | undefined {
  const known = compiled.get(role);
  if (known) return known;
  const text = ROLES[role.replace(/^roles\//, '')];
  if (text === undefined || !role.startsWith('roles/')) return undefined;
  const made = permissionsOf(text.split(' '));
  compiled.set(role, made);
  return made;
}

/** Of a list of patterns; `!` takes out. */
export function permissionsOf(patterns: readonly string[]): { readonly includes: (permission: string) => boolean } {
  const without = patterns.filter((each) => each.startsWith('!')).map((each) => each.slice(1));
  const given = patterns.filter((each) => !each.startsWith('!'));
  return {
    includes: (permission) =>
      given.some((each) => matchesStars(each, permission)) && !without.some((each) => matchesStars(each, permission)),
  };
}
