/** Objects of Kubernetes, as manifests, as `kubernetes_manifest` and as Terraform's own types. */
import type { BlockReader } from '../../code/index.ts';
import type { EntityContext } from '../entity.ts';
import { textAt } from '../reading.ts';

export const MANIFEST = 'kubernetes_manifest';

const KINDS: readonly (readonly [type: string, kind: string])[] = [
  ['pod', 'Pod'],
  ['deployment', 'Deployment'],
  ['stateful_set', 'StatefulSet'],
  ['daemonset', 'DaemonSet'],
  ['daemon_set', 'DaemonSet'],
  ['replication_controller', 'ReplicationController'],
  ['job', 'Job'],
  ['cron_job', 'CronJob'],
  ['service_account', 'ServiceAccount'],
  ['default_service_account', 'ServiceAccount'],
  ['secret', 'Secret'],
  ['config_map', 'ConfigMap'],
  ['role', 'Role'],
  ['cluster_role', 'ClusterRole'],
  ['role_binding', 'RoleBinding'],
  ['cluster_role_binding', 'ClusterRoleBinding'],
  ['namespace', 'Namespace'],
  ['service', 'Service'],
  ['ingress', 'Ingress'],
  ['network_policy', 'NetworkPolicy'],
];

/** Terraform type → kind. Source: hashicorp/kubernetes 2.x, read 2026-11-22. */
export const KIND_OF: Readonly<Record<string, string>> = Object.fromEntries(
  KINDS.flatMap(([type, kind]) => ['', '_v1'].map((suffix) => [`kubernetes_${type}${suffix}`, kind])),
);

export interface KubernetesObject {
  readonly block: BlockReader;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** `NAMESPACE/Kind/NAME`, by which others name it. */
  readonly id: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** Null when it is a manifest of something that is not known. */
export function objectOf(block: BlockReader, { base, declared }: Pick<EntityContext, 'base' | 'declared'>): KubernetesObject | null {
  const object = declared.type === MANIFEST ? block.block('manifest') : block;
  const written = declared.type === MANIFEST ? object.string('kind').value : undefined;
  const kind = written ?? KIND_OF[declared.type] ?? declared.type.split('/').at(-1);
  if (kind === undefined) return null;
  const text = (path: string, otherwise: string): string => {
    const found = textAt(object, path);
    return typeof found === 'string' ? found : found === undefined ? otherwise : base.id;
  };
  const namespace = text('metadata.namespace', 'default');
  const name = text('metadata.name', declared.type.includes('default_service_account') ? 'default' : declared.name);
  const labels = object.block('metadata').stringMap('labels').entries;
  const known = [...labels].flatMap(([key, { value }]) => (value === undefined ? [] : [[key, value] as const]));
  return { block: object, kind, namespace, name, id: `${namespace}/${kind}/${name}`, labels: Object.fromEntries(known) };
}
