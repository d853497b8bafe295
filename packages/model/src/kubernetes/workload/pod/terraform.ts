import type { BlockReader } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import { manifest, terraformBlocks } from '../../dialect.ts';
import type { PodParts } from '../../pods/index.ts';
import { readPod } from '../../pods/index.ts';
import { MANIFEST, acceptsKinds, kindOf, manifestIn } from '../../terraform-manifest.ts';
import type { Pod } from './shape.ts';

/** Resource type without `_v1` → kind. Source: hashicorp/kubernetes 2.x, read 2026-11-22. */
const KINDS: Readonly<Record<string, string>> = {
  kubernetes_pod: 'Pod',
  kubernetes_deployment: 'Deployment',
  kubernetes_stateful_set: 'StatefulSet',
  kubernetes_daemonset: 'DaemonSet',
  kubernetes_daemon_set: 'DaemonSet',
  kubernetes_replication_controller: 'ReplicationController',
  kubernetes_job: 'Job',
  kubernetes_cron_job: 'CronJob',
};

/** Kind → the way to its pod template; all others have it at `spec.template`. */
const WAYS: Readonly<Record<string, readonly string[]>> = {
  Pod: [],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
};

export const terraform = defineTerraform<Pod>({
  types: [...Object.keys(KINDS).flatMap((type) => [type, `${type}_v1`]), MANIFEST],
  accepts: acceptsKinds(...Object.values(KINDS), 'ReplicaSet'),
  read(resource, context) {
    const object = manifestIn(resource);
    const kind = object ? kindOf(resource) : (KINDS[(resource.resource?.type ?? '').replace(/_v1$/, '')] ?? 'Pod');
    return readPod(partsOf(object ?? resource, kind, object ? manifest : terraformBlocks), context);
  },
});

function partsOf(object: BlockReader, kind: string, dialect: PodParts['dialect']): PodParts {
  const way = WAYS[kind] ?? ['spec', 'template'];
  const template = way.reduce((block, field) => block.block(dialect(field)), object);
  return {
    kind,
    object,
    metadata: object.block('metadata'),
    objectSpec: object.block('spec'),
    podMetadata: template.block('metadata'),
    spec: template.block('spec'),
    dialect,
    serviceAccounts: ['kubernetes_service_account', 'kubernetes_service_account_v1', 'kubernetes_default_service_account'],
    services: ['kubernetes_service', 'kubernetes_service_v1'],
    bindings: [
      'kubernetes_role_binding',
      'kubernetes_role_binding_v1',
      'kubernetes_cluster_role_binding',
      'kubernetes_cluster_role_binding_v1',
    ],
    networkPolicies: ['kubernetes_network_policy', 'kubernetes_network_policy_v1'],
  };
}
