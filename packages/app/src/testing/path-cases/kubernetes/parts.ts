/** Manifests that the cases of Kubernetes are put together from. */
const RBAC = 'rbac.authorization.k8s.io';
const GROUPS: Readonly<Record<string, string>> = {
  ...{ deployments: 'apps', daemonsets: 'apps', statefulsets: 'apps', replicasets: 'apps', jobs: 'batch', cronjobs: 'batch' },
  ...{ roles: RBAC, clusterroles: RBAC, rolebindings: RBAC, clusterrolebindings: RBAC },
  ...{ certificatesigningrequests: 'certificates.k8s.io', signers: 'certificates.k8s.io' },
  ...{ mutatingwebhookconfigurations: 'admissionregistration.k8s.io' },
};

/** `create pods/exec`, with the names after a colon: `bind clusterroles: cluster-admin`. One line of a role. */
export function rule(right: string): string {
  const [action = '', names] = right.split(': ');
  const [verb = '', resource = ''] = action.split(' ');
  const group = GROUPS[resource.split('/')[0] ?? ''] ?? '';
  const only = names === undefined ? '' : `, resourceNames: [${names}]`;
  return `  - { verbs: [${verb}], apiGroups: ["${group}"], resources: [${resource}]${only} }\n`;
}

/** A role with these rights in a namespace, or in the whole cluster, for the user alice. */
export function alice(rights: readonly string[], namespace: string | null = 'shop'): string {
  const kind = namespace === null ? 'ClusterRole' : 'Role';
  const where = namespace === null ? '' : `, namespace: ${namespace}`;
  return `apiVersion: ${RBAC}/v1
kind: ${kind}
metadata: { name: alice${where} }
rules:
${rights.map(rule).join('')}---
apiVersion: ${RBAC}/v1
kind: ${kind}Binding
metadata: { name: alice${where} }
roleRef: { apiGroup: ${RBAC}, kind: ${kind}, name: alice }
subjects: [{ kind: User, name: alice, apiGroup: ${RBAC} }]
---
`;
}

/** Somebody who may do everything in the cluster. */
export function administrator(subject: string): string {
  return `apiVersion: ${RBAC}/v1
kind: ClusterRoleBinding
metadata: { name: operations }
roleRef: { apiGroup: ${RBAC}, kind: ClusterRole, name: cluster-admin }
subjects: [{ ${subject} }]
---
`;
}

export function account(name: string, namespace = 'shop', more = ''): string {
  return `apiVersion: v1
kind: ServiceAccount
metadata: { name: ${name}, namespace: ${namespace} }
${more}---
`;
}

/** A service account of the shop that may do everything. */
export const deployer = account('deployer') + administrator('kind: ServiceAccount, name: deployer, namespace: shop');

export function namespace(name: string, level: string | null = null): string {
  const labels = level === null ? '' : `, labels: { pod-security.kubernetes.io/enforce: ${level} }`;
  return `apiVersion: v1
kind: Namespace
metadata: { name: ${name}${labels} }
---
`;
}

/** A pod of its own, as the service account. */
export function pod(name: string, of: string, where = 'shop'): string {
  return `apiVersion: v1
kind: Pod
metadata: { name: ${name}, namespace: ${where} }
spec:
  serviceAccountName: ${of}
  automountServiceAccountToken: true
  containers: [{ name: ${name}, image: registry.example.com/${name}:1 }]
---
`;
}

const VERSIONS: Readonly<Record<string, string>> = { Job: 'batch/v1', CronJob: 'batch/v1', ReplicationController: 'v1' };

/** A controller in the shop whose pods have no rights. */
export function controller(kind: string): string {
  const template = '{ metadata: { labels: { app: web } }, spec: { containers: [{ name: web, image: registry.example.com/web:1 }] } }';
  const spec =
    kind === 'CronJob' ? `{ schedule: "0 3 * * *", jobTemplate: { spec: { template: ${template} } } }` : `{ template: ${template} }`;
  return `apiVersion: ${VERSIONS[kind] ?? 'apps/v1'}
kind: ${kind}
metadata: { name: web, namespace: shop }
spec: ${spec}
---
`;
}
