/** Roles, bindings and namespaces. Source: Kubernetes API reference (rbac.authorization.k8s.io/v1) and hashicorp/kubernetes documentation, read 2026-11-22. */
import type { BlockReader } from '../../code/index.ts';
import { HOLE } from '../../code/index.ts';
import type {
  CloudIdentityEntity,
  KubernetesBinding,
  KubernetesNamespace,
  KubernetesRole,
  KubernetesRule,
  KubernetesSelector,
} from '../cloud-identity.ts';
import type { EntityContext, EntityReader } from '../entity.ts';
import { blocksAt, textAt, textsAt } from '../reading.ts';
import { MANIFEST, objectOf } from './objects.ts';
import type { KubernetesObject } from './objects.ts';

const GROUP = 'rbac.authorization.k8s.io';
const TERRAFORM = ['role', 'cluster_role', 'role_binding', 'cluster_role_binding', 'namespace'];

export const kubernetesIdentityReaders: readonly EntityReader<CloudIdentityEntity>[] = [
  {
    types: [
      ...['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding'].map((kind) => `${GROUP}/${kind}`),
      ...['Namespace', MANIFEST],
      ...TERRAFORM.flatMap((type) => [`kubernetes_${type}`, `kubernetes_${type}_v1`]),
    ],
    read: (block, context) => {
      const object = objectOf(block, context);
      switch (object?.kind) {
        case 'Role':
        case 'ClusterRole':
          return [roleOf(object, object.kind, context)];
        case 'RoleBinding':
        case 'ClusterRoleBinding':
          return [bindingOf(object, object.kind, context)];
        case 'Namespace':
          return [namespaceOf(object, context)];
        default:
          return [];
      }
    },
  },
];

function named({ base }: EntityContext, object: KubernetesObject, id: string): EntityContext['base'] {
  return { ...base, id, names: [...new Set([id, ...base.names])], tags: object.labels };
}

/** `ClusterRole/NAME`, `NAMESPACE/Role/NAME`. */
function idOf({ kind, namespace, name }: KubernetesObject): string {
  return kind.startsWith('Cluster') ? `${kind}/${name}` : `${namespace}/${kind}/${name}`;
}

function roleOf(object: KubernetesObject, kind: KubernetesRole['roleKind'], context: EntityContext): KubernetesRole {
  const { block, namespace, name } = object;
  const { readers, rest } = blocksAt(block, block.block('rules').exists || block.value('rules') ? 'rules' : 'rule');
  const aggregation = [...blocksAt(block, 'aggregationRule').readers, ...blocksAt(block, 'aggregation_rule').readers];
  const unknown: KubernetesRule = { verbs: [HOLE], apiGroups: [HOLE], resources: [HOLE], resourceNames: [], nonResourceURLs: [] };
  return {
    ...named(context, object, idOf(object)),
    kind: 'kubernetes.role',
    roleKind: kind,
    name,
    namespace: kind === 'ClusterRole' ? null : namespace,
    rules: [...readers.map(ruleOf), ...(rest ? [unknown] : [])],
    aggregates: aggregation.length === 0 ? null : aggregation.flatMap(selectorsOf),
  };
}

/** With one more text that may be anything where there may be more. */
function withHole(block: BlockReader, paths: string): readonly string[] {
  const { items, rest } = textsAt(block, paths);
  return rest ? [...items, HOLE] : items;
}

function ruleOf(rule: BlockReader): KubernetesRule {
  return {
    verbs: withHole(rule, 'verbs'),
    apiGroups: withHole(rule, 'apiGroups api_groups'),
    resources: withHole(rule, 'resources'),
    resourceNames: withHole(rule, 'resourceNames resource_names'),
    nonResourceURLs: withHole(rule, 'nonResourceURLs non_resource_urls'),
  };
}

function selectorsOf(aggregation: BlockReader): readonly KubernetesSelector[] {
  const found = [...blocksAt(aggregation, 'clusterRoleSelectors').readers, ...blocksAt(aggregation, 'cluster_role_selectors').readers];
  return found.map((selector) => {
    const labels = ['matchLabels', 'match_labels'].flatMap((name) => [...selector.stringMap(name).entries]);
    const expressions = [...blocksAt(selector, 'matchExpressions').readers, ...blocksAt(selector, 'match_expressions').readers];
    return {
      matchLabels: Object.fromEntries(labels.map(([key, { value }]) => [key, value ?? HOLE])),
      matchExpressions: expressions.map((each) => ({
        ...{ key: textOr(each, 'key', HOLE), operator: textOr(each, 'operator', HOLE), values: withHole(each, 'values') },
      })),
    };
  });
}

/** The text; what stands for it when it is not written; HOLE when nobody knows. */
function textOr(block: BlockReader, paths: string, otherwise: string): string {
  const text = textAt(block, paths);
  return text === undefined ? otherwise : typeof text === 'string' ? text : HOLE;
}

function bindingOf(object: KubernetesObject, kind: KubernetesBinding['bindingKind'], context: EntityContext): KubernetesBinding {
  const { block, namespace, name } = object;
  const roleKind = textOr(block, 'roleRef.kind role_ref.kind', 'ClusterRole');
  const subjects = [...blocksAt(block, 'subjects').readers, ...blocksAt(block, 'subject').readers];
  return {
    ...named(context, object, idOf(object)),
    kind: 'kubernetes.binding',
    bindingKind: kind,
    name,
    namespace: kind === 'ClusterRoleBinding' ? null : namespace,
    role: { kind: roleKind === 'Role' ? 'Role' : 'ClusterRole', name: textOr(block, 'roleRef.name role_ref.name', HOLE) },
    subjects: subjects.flatMap((each): KubernetesBinding['subjects'] => {
      const subject = textOr(each, 'kind', HOLE);
      if (subject !== 'User' && subject !== 'Group' && subject !== 'ServiceAccount') return [];
      const own = subject === 'ServiceAccount' ? textOr(each, 'namespace', kind === 'RoleBinding' ? namespace : 'default') : null;
      return [{ kind: subject, name: textOr(each, 'name', HOLE), namespace: own }];
    }),
  };
}

function namespaceOf(object: KubernetesObject, context: EntityContext): KubernetesNamespace {
  return { ...named(context, object, object.name), kind: 'kubernetes.namespace', name: object.name };
}
