/**
 * Cluster roles that every cluster has, as far as they matter for who gains what. Source: Kubernetes documentation, "Using RBAC Authorization"
 * (default roles and role bindings, user-facing roles) (2026-11-22, partly general knowledge, to be confirmed); the lists are our own selection. `admin` and `edit` do not reach
 * other namespaces' objects nor anything without namespace.
 */
import type { RbacRole, RbacRule } from '../kubernetes/index.ts';

const READ = ['get', 'list', 'watch'];
const WRITE = ['create', 'delete', 'deletecollection', 'patch', 'update'];
const WORKLOADS = [
  'deployments',
  'deployments/scale',
  'daemonsets',
  'replicasets',
  'replicasets/scale',
  'statefulsets',
  'statefulsets/scale',
];
const PLAIN = ['configmaps', 'endpoints', 'persistentvolumeclaims', 'pods', 'replicationcontrollers', 'serviceaccounts', 'services'];

const view: readonly RbacRule[] = [
  {
    verbs: READ,
    apiGroups: [''],
    resources: [...PLAIN, 'events', 'limitranges', 'namespaces', 'pods/log', 'pods/status', 'resourcequotas'],
  },
  { verbs: READ, apiGroups: ['apps'], resources: [...WORKLOADS, 'controllerrevisions'] },
  { verbs: READ, apiGroups: ['batch'], resources: ['jobs', 'cronjobs'] },
  { verbs: READ, apiGroups: ['networking.k8s.io'], resources: ['ingresses', 'networkpolicies'] },
  { verbs: READ, apiGroups: ['autoscaling', 'policy'], resources: ['horizontalpodautoscalers', 'poddisruptionbudgets'] },
];
const edit: readonly RbacRule[] = [
  ...view,
  { verbs: READ, apiGroups: [''], resources: ['pods/attach', 'pods/exec', 'pods/portforward', 'pods/proxy', 'secrets', 'services/proxy'] },
  { verbs: ['impersonate'], apiGroups: [''], resources: ['serviceaccounts'] },
  { verbs: ['create'], apiGroups: [''], resources: ['serviceaccounts/token', 'pods/eviction'] },
  { verbs: WRITE, apiGroups: [''], resources: [...PLAIN, 'secrets', 'pods/attach', 'pods/exec', 'pods/portforward', 'pods/proxy'] },
  { verbs: WRITE, apiGroups: ['apps'], resources: WORKLOADS },
  { verbs: WRITE, apiGroups: ['batch'], resources: ['jobs', 'cronjobs'] },
  { verbs: WRITE, apiGroups: ['networking.k8s.io'], resources: ['ingresses', 'networkpolicies'] },
  { verbs: WRITE, apiGroups: ['autoscaling', 'policy'], resources: ['horizontalpodautoscalers', 'poddisruptionbudgets'] },
];
const admin: readonly RbacRule[] = [
  ...edit,
  { verbs: [...READ, ...WRITE], apiGroups: ['rbac.authorization.k8s.io'], resources: ['roles', 'rolebindings'] },
  { verbs: ['create'], apiGroups: ['authorization.k8s.io'], resources: ['localsubjectaccessreviews'] },
];
const clusterAdmin: readonly RbacRule[] = [
  { verbs: ['*'], apiGroups: ['*'], resources: ['*'] },
  { verbs: ['*'], nonResourceURLs: ['*'] },
];

function role(name: string, rules: readonly RbacRule[]): RbacRole {
  return { kind: 'ClusterRole', name, namespace: null, rules };
}

export const builtInRoles: readonly RbacRole[] = [
  role('cluster-admin', clusterAdmin),
  role('admin', admin),
  role('edit', edit),
  role('view', view),
  role('system:auth-delegator', [
    {
      verbs: ['create'],
      apiGroups: ['authentication.k8s.io', 'authorization.k8s.io'],
      resources: ['tokenreviews', 'subjectaccessreviews'],
    },
  ]),
  role('system:discovery', [
    {
      verbs: ['get'],
      nonResourceURLs: ['/api', '/api/*', '/apis', '/apis/*', '/healthz', '/livez', '/openapi', '/openapi/*', '/readyz', '/version'],
    },
  ]),
  role('system:public-info-viewer', [{ verbs: ['get'], nonResourceURLs: ['/healthz', '/livez', '/readyz', '/version'] }]),
  role('system:basic-user', [
    { verbs: ['create'], apiGroups: ['authorization.k8s.io'], resources: ['selfsubjectaccessreviews', 'selfsubjectrulesreviews'] },
  ]),
  role('system:node', [
    { verbs: READ, apiGroups: [''], resources: ['services', 'nodes', 'pods', 'secrets', 'configmaps'] },
    { verbs: ['create'], apiGroups: [''], resources: ['serviceaccounts/token', 'pods'] },
  ]),
  role('system:aggregate-to-view', view),
  role('system:aggregate-to-edit', edit),
  role('system:aggregate-to-admin', admin),
];

/** Group of a resource's API where an action does not say it. Source: `kubectl api-resources` of Kubernetes 1.34. */
export const API_GROUPS: Readonly<Record<string, string>> = Object.fromEntries(
  (
    [
      ['apps', 'deployments daemonsets replicasets statefulsets controllerrevisions'],
      ['batch', 'jobs cronjobs'],
      ['rbac.authorization.k8s.io', 'roles rolebindings clusterroles clusterrolebindings'],
      ['networking.k8s.io', 'ingresses networkpolicies ingressclasses'],
      ['policy', 'poddisruptionbudgets'],
      ['autoscaling', 'horizontalpodautoscalers'],
      ['certificates.k8s.io', 'certificatesigningrequests signers'],
      ['admissionregistration.k8s.io', 'mutatingwebhookconfigurations validatingwebhookconfigurations'],
      ['storage.k8s.io', 'storageclasses volumeattachments csidrivers'],
      ['apiextensions.k8s.io', 'customresourcedefinitions'],
      ['coordination.k8s.io', 'leases'],
    ] as const
  ).flatMap(([group, resources]) => resources.split(' ').map((resource) => [resource, group])),
);
