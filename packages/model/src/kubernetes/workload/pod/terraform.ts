import type { BlockReader } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import { terraformBlocks } from '../../dialect.ts';
import { readPod } from '../../pods/index.ts';
import type { Pod } from './shape.ts';

/** Resource type without `_v1` → kind and the way to the pod template. Source: hashicorp/kubernetes 2.x, read 2026-11-22. */
const KINDS: Readonly<Record<string, readonly [kind: string, ...way: string[]]>> = {
  kubernetes_pod: ['Pod'],
  kubernetes_deployment: ['Deployment', 'spec', 'template'],
  kubernetes_stateful_set: ['StatefulSet', 'spec', 'template'],
  kubernetes_daemonset: ['DaemonSet', 'spec', 'template'],
  kubernetes_daemon_set: ['DaemonSet', 'spec', 'template'],
  kubernetes_replication_controller: ['ReplicationController', 'spec', 'template'],
  kubernetes_job: ['Job', 'spec', 'template'],
  kubernetes_cron_job: ['CronJob', 'spec', 'job_template', 'spec', 'template'],
};

export const terraform = defineTerraform<Pod>({
  types: Object.keys(KINDS).flatMap((type) => [type, `${type}_v1`]),
  read(resource, context) {
    const [kind, ...way] = KINDS[(resource.resource?.type ?? '').replace(/_v1$/, '')] ?? ['Pod'];
    const template = way.reduce((block: BlockReader, field) => block.block(field), resource);
    return readPod(
      {
        kind,
        object: resource,
        metadata: resource.block('metadata'),
        objectSpec: resource.block('spec'),
        podMetadata: template.block('metadata'),
        spec: template.block('spec'),
        dialect: terraformBlocks,
        serviceAccounts: ['kubernetes_service_account', 'kubernetes_service_account_v1', 'kubernetes_default_service_account'],
        services: ['kubernetes_service', 'kubernetes_service_v1'],
        networkPolicies: ['kubernetes_network_policy', 'kubernetes_network_policy_v1'],
      },
      context,
    );
  },
});
