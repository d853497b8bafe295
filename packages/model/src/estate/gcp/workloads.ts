/** What runs in Google Cloud. Source: hashicorp/google documentation of each type (live answers come in its words), read 2026-11-22. */
import type { BlockReader } from '../../code/index.ts';
import type { EntityContext, EntityReader } from '../entity.ts';
import { blocksAt, textAt, textsAt } from '../reading.ts';
import type { Texts } from '../undecided.ts';
import type { Delivery, Workload, WorkloadEntity } from '../workload.ts';
import type { WorkloadRow } from '../workload-reader.ts';
import { passwordLoginIn, workloadReader } from '../workload-reader.ts';

const RUN_SPECS = 'template template.spec template.template';

/** Paths of a container's field in all forms of Cloud Run. */
function inRun(field: string): string {
  return RUN_SPECS.split(' ')
    .map((spec) => `${spec}.containers.${field}`)
    .join(' ');
}

/**
 * A row whose workload runs as the default service account of Compute Engine where no other is written. Source: "Default service accounts",
 * Google Cloud documentation, read 2026-11-22.
 */
function withDefaultAccount(row: WorkloadRow & { readonly identities: string }): EntityReader<Workload> {
  const reader = workloadReader(row);
  return {
    types: reader.types,
    read: (block, context) =>
      reader.read(block, context).map((each) => (isEmpty(each.identities) ? { ...each, identities: defaultAccount(context) } : each)),
  };
}

function isEmpty({ items, rest }: Texts): boolean {
  return items.length === 0 && rest === null;
}

/** Called by the number of the project, which code does not know: by its id here. */
function defaultAccount({ base }: Pick<EntityContext, 'base'>): Texts {
  return { items: [`${base.account}-compute@developer.gserviceaccount.com`], rest: null };
}

/** Machines have no account unless there is a block; an empty block means the default one. */
function machine(row: WorkloadRow): EntityReader<Workload> {
  const reader = workloadReader({ ...row, identities: 'service_account.email' });
  return {
    types: reader.types,
    read: (block, context) => {
      const hasBlock = blocksAt(block, 'service_account').readers.length > 0;
      return reader
        .read(block, context)
        .map((each) => (hasBlock && isEmpty(each.identities) ? { ...each, identities: defaultAccount(context) } : each));
    },
  };
}

function startupPasswordLogin(block: BlockReader): boolean | undefined {
  return passwordLoginIn(textsAt(block, 'metadata_startup_script metadata.startup-script metadata.user-data').items);
}

const workloads: readonly EntityReader<Workload>[] = [
  machine({
    types: 'google_compute_instance google_compute_instance_from_template',
    kind: 'gcp.compute.instance',
    name: 'name',
    userData: 'metadata_startup_script metadata',
    passwordLogin: startupPasswordLogin,
    codeFrom: 'boot_disk.initialize_params.image',
    holds: 'boot_disk.source attached_disk.source',
    madeFrom: 'source_instance_template',
  }),
  machine({
    types: 'google_compute_instance_template google_compute_region_instance_template',
    kind: 'gcp.compute.instance-template',
    name: 'name',
    userData: 'metadata_startup_script metadata',
    passwordLogin: startupPasswordLogin,
    codeFrom: 'disk.source_image',
    isTemplate: true,
  }),
  workloadReader({
    types: 'google_compute_instance_group_manager google_compute_region_instance_group_manager',
    kind: 'gcp.compute.instance-group',
    name: 'name',
    madeFrom: 'version.instance_template instance_template',
  }),
  withDefaultAccount({
    types: 'google_cloudfunctions_function google_cloudfunctions2_function',
    kind: 'gcp.functions.function',
    name: 'name',
    identities: 'service_account_email service_config.service_account_email',
    environment: 'environment_variables service_config.environment_variables build_environment_variables',
    codeFrom:
      'source_archive_bucket build_config.source.storage_source.bucket source_repository.url build_config.source.repo_source.repo_name',
    triggers: 'event_trigger.resource event_trigger.pubsub_topic event_trigger.event_filters.value',
    holds: 'secret_environment_variables.secret service_config.secret_environment_variables.secret',
  }),
  withDefaultAccount({
    types: 'google_cloud_run_service google_cloud_run_v2_service google_cloud_run_v2_job google_cloud_run_v2_worker_pool',
    kind: 'gcp.run.service',
    name: 'name',
    identities: 'template.service_account template.spec.service_account_name template.template.service_account',
    environment: inRun('env'),
    codeFrom: inRun('image'),
    holds: `${inRun('env.value_source.secret_key_ref.secret')} ${inRun('env.value_from.secret_key_ref.name')}`,
  }),
  withDefaultAccount({
    types: 'google_container_cluster',
    kind: 'gcp.gke.cluster',
    name: 'name',
    identities: 'node_config.service_account cluster_autoscaling.auto_provisioning_defaults.service_account',
    userData: 'node_config.metadata',
  }),
  withDefaultAccount({
    types: 'google_container_node_pool',
    kind: 'gcp.gke.node-pool',
    name: 'name',
    identities: 'node_config.service_account',
    userData: 'node_config.metadata',
    runsOn: 'cluster',
  }),
  workloadReader({
    types: 'google_cloudbuild_trigger',
    kind: 'gcp.build.trigger',
    name: 'name',
    identities: 'service_account',
    environment: 'substitutions build.substitutions build.step.env build.options.env',
    codeFrom: 'github.name trigger_template.repo_name source_to_build.uri repository_event_config.repository build.step.name',
    triggers: 'pubsub_config.topic webhook_config.secret',
  }),
  withDefaultAccount({
    types: 'google_composer_environment',
    kind: 'gcp.composer.environment',
    name: 'name',
    identities: 'config.node_config.service_account',
    environment: 'config.software_config.env_variables',
    codeFrom: 'storage_config.bucket config.dag_gcs_prefix',
  }),
  withDefaultAccount({
    types: 'google_dataflow_job google_dataflow_flex_template_job',
    kind: 'gcp.dataflow.job',
    name: 'name',
    identities: 'service_account_email',
    environment: 'parameters',
    codeFrom: 'template_gcs_path container_spec_gcs_path',
  }),
  withDefaultAccount({
    types: 'google_dataproc_cluster',
    kind: 'gcp.dataproc.cluster',
    name: 'name',
    identities: 'cluster_config.gce_cluster_config.service_account',
    codeFrom: 'cluster_config.initialization_action.script cluster_config.staging_bucket',
  }),
  withDefaultAccount({
    types: 'google_notebooks_instance google_workbench_instance google_notebooks_runtime',
    kind: 'gcp.notebooks.instance',
    name: 'name',
    identities: 'service_account gce_setup.service_accounts.email access_config.runtime_owner',
    userData: 'post_startup_script metadata gce_setup.metadata',
    codeFrom: 'container_image.repository vm_image.image_name gce_setup.container_image.repository',
  }),
  workloadReader({
    types: 'google_cloud_scheduler_job',
    kind: 'gcp.scheduler.job',
    name: 'name',
    identities: 'http_target.oidc_token.service_account_email http_target.oauth_token.service_account_email',
    environment: 'http_target.headers',
  }),
  workloadReader({
    types: 'google_workflows_workflow',
    kind: 'gcp.workflows.workflow',
    name: 'name',
    identities: 'service_account',
    userData: 'source_contents',
  }),
  workloadReader({
    types: 'google_app_engine_standard_app_version google_app_engine_flexible_app_version',
    kind: 'gcp.appengine.version',
    name: 'service',
    identities: 'service_account',
    environment: 'env_variables',
    codeFrom: 'deployment.zip.source_url deployment.container.image',
  }),
  withDefaultAccount({
    types: 'google_vertex_ai_endpoint_with_model_garden_deployment google_vertex_ai_custom_job google_colab_runtime_template',
    kind: 'gcp.vertexai.job',
    name: 'display_name name',
    identities: 'service_account job_spec.service_account',
  }),
];

const others: readonly EntityReader<WorkloadEntity>[] = [
  {
    types: ['google_service_account', 'data.google_service_account'],
    read: (_, { base }) => [{ ...base, kind: 'cloud-identity', identityKind: 'gcp.service-account' }],
  },
  {
    types: ['google_service_account_key'],
    read: (block, { base }) => [
      { ...base, kind: 'identity-binding', how: 'key', from: base.id, to: textsAt(block, 'service_account_id'), cluster: undefined },
    ],
  },
  {
    types: ['google_service_account_iam_member', 'google_service_account_iam_binding'],
    read: workloadIdentity,
  },
  {
    types: ['google_cloudbuild_trigger'],
    read: (block, { base }): readonly Delivery[] => [
      {
        ...base,
        kind: 'delivery',
        deliveryKind: 'gcp.build.trigger',
        identities: textsAt(block, 'service_account'),
        sources: textsAt(block, 'github.name trigger_template.repo_name source_to_build.uri repository_event_config.repository'),
        targets: textsAt(block, 'build.images build.artifacts.images build.artifacts.objects.location'),
      },
    ],
  },
];

/** `roles/iam.workloadIdentityUser` for `serviceAccount:PROJECT.svc.id.goog[NAMESPACE/NAME]`. Source: GKE documentation, "Workload Identity Federation". */
function workloadIdentity(block: BlockReader, { base }: EntityContext): readonly WorkloadEntity[] {
  if (textAt(block, 'role') !== 'roles/iam.workloadIdentityUser') return [];
  const to = textsAt(block, 'service_account_id');
  const { items, rest } = textsAt(block, 'member members');
  const bindings = items.flatMap((member): readonly WorkloadEntity[] => {
    const [, pool, account] = /^serviceAccount:([^[\]]{1,200})\.svc\.id\.goog\[([^[\]]{1,200})\]$/.exec(member) ?? [];
    const from = account === undefined ? member : `system:serviceaccount:${account.replace('/', ':')}`;
    return [{ ...base, kind: 'identity-binding', how: 'workload-identity', from, to, cluster: pool }];
  });
  return rest
    ? [...bindings, { ...base, kind: 'identity-binding', how: 'workload-identity', from: { undecided: rest }, to, cluster: undefined }]
    : bindings;
}

export const gcpWorkloadReaders: readonly EntityReader<WorkloadEntity>[] = [...workloads, ...others];
