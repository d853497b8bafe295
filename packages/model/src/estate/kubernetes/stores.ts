/** Secrets, configuration with credentials in it, and service accounts with the identities of clouds that they stand for. Source: see pods.ts. */
import type { BlockReader } from '../../code/index.ts';
import { classify } from '../classes.ts';
import type { EntityContext, EntityReader } from '../entity.ts';
import { leaksAt } from '../leaks.ts';
import { flagAt } from '../reading.ts';
import type { CloudIdentity, DataStore, IdentityBinding, StoreActions, WorkloadEntity } from '../workload.ts';
import { STORE_SAYS_NOTHING } from '../store-reader.ts';
import { MANIFEST, objectOf } from './objects.ts';

const verbs = (resource: string): StoreActions => ({
  read: ['get', 'list', 'watch'].map((verb) => `${verb} ${resource}`),
  write: ['create', 'update', 'patch'].map((verb) => `${verb} ${resource}`),
  delete: ['delete', 'deletecollection'].map((verb) => `${verb} ${resource}`),
  copy: [],
  on: '{arn}',
});

/** Annotations that tie a service account to an identity of a cloud. Sources: EKS, GKE and AKS documentation, read 2026-11-22. */
const ANNOTATIONS: readonly (readonly [annotation: string, how: IdentityBinding['how']])[] = [
  ['eks.amazonaws.com/role-arn', 'irsa'],
  ['iam.gke.io/gcp-service-account', 'workload-identity'],
  ['azure.workload.identity/client-id', 'azure-workload-identity'],
];

export const kubernetesStoreReader: EntityReader<WorkloadEntity> = {
  types: [
    ...['Secret', 'ConfigMap', 'ServiceAccount', MANIFEST],
    ...['secret', 'config_map', 'service_account', 'default_service_account'].flatMap((type) => [
      `kubernetes_${type}`,
      `kubernetes_${type}_v1`,
    ]),
  ],
  read: (block, context) => {
    const object = objectOf(block, context);
    if (object?.kind === 'Secret' || object?.kind === 'ConfigMap') return storeOf(object, context);
    return object?.kind === 'ServiceAccount' ? accountOf(object, context) : [];
  },
};

type Found = NonNullable<ReturnType<typeof objectOf>>;

function storeOf({ block, id, kind, name, namespace, labels }: Found, context: EntityContext): readonly (DataStore | IdentityBinding)[] {
  const isSecret = kind === 'Secret';
  const credentials = leaksAt(block, 'data stringData string_data binary_data', { where: isSecret ? 'secret' : 'object', context });
  // Configuration is only of interest when a credential stands in it.
  if (!isSecret && credentials.length === 0) return [];
  const base = {
    ...context.base,
    id: context.isLive ? context.base.id : id,
    names: [...new Set([id, ...context.base.names])],
    tags: labels,
  };
  const storeKind = isSecret ? 'kubernetes.secret' : 'kubernetes.config-map';
  const store = {
    ...base,
    ...STORE_SAYS_NOTHING,
    kind: 'data-store' as const,
    storeKind,
    name,
    access: verbs(isSecret ? 'secrets' : 'configmaps'),
    credentials,
  };
  return [{ ...store, ...classify(store) }, ...tokenIn(block, { ...base, namespace })];
}

/** A secret that the cluster fills with a token. Source: Kubernetes documentation, "Managing Service Accounts" (token secrets), read 2026-11-22. */
function tokenIn(
  block: BlockReader,
  { namespace, ...base }: EntityContext['base'] & { readonly namespace: string },
): readonly IdentityBinding[] {
  if (block.string('type').value !== 'kubernetes.io/service-account-token') return [];
  const account = block.block('metadata').stringMap('annotations').entries.get('kubernetes.io/service-account.name');
  if (!account) return [];
  const to =
    account.value === undefined
      ? { items: [], rest: account.reason }
      : { items: [`system:serviceaccount:${namespace}:${account.value}`], rest: null };
  const id = `${base.id}#token`;
  return [{ ...base, id, names: [id], kind: 'identity-binding', how: 'token', from: base.id, to, cluster: undefined }];
}

function accountOf(object: Found, { base }: EntityContext): readonly (CloudIdentity | IdentityBinding)[] {
  const id = `system:serviceaccount:${object.namespace}:${object.name}`;
  const own = { ...base, tags: object.labels };
  const account: CloudIdentity = {
    ...own,
    id,
    names: [...new Set([id, object.id, ...base.names])],
    kind: 'cloud-identity',
    identityKind: 'kubernetes.service-account',
    mountsToken: mountOf(object.block),
  };
  const annotations = object.block.block('metadata').stringMap('annotations');
  const bindings = ANNOTATIONS.flatMap(([annotation, how]): readonly IdentityBinding[] => {
    const leaf = annotations.entries.get(annotation);
    if (!leaf) return [];
    const to = leaf.value === undefined ? { items: [], rest: leaf.reason } : { items: [leaf.value], rest: null };
    return [{ ...own, id: `${id}#${how}`, names: [`${id}#${how}`], kind: 'identity-binding', how, from: id, to, cluster: undefined }];
  });
  return [account, ...bindings];
}

function mountOf(account: BlockReader): CloudIdentity['mountsToken'] {
  return flagAt(account, 'automountServiceAccountToken automount_service_account_token');
}
