/** Rules of roles and bindings. */
import type { AdmissionRule } from '@kumomori/model';
import type { Grant } from './expressions.ts';
import { everything, grants, literal } from './expressions.ts';

const RBAC = 'rbac.authorization.k8s.io';
const CHANGING = ['create', 'update', 'patch', 'delete'];
const WRITING = ['create', 'update', 'patch', 'delete', 'deletecollection'];
const MIGHTY = literal(['cluster-admin', 'admin', 'edit']);
const written = `r.verbs.exists(v, v in ${literal(['*', ...WRITING])})`;

/** Rights that no role should give; one that gives everything is said elsewhere. */
const rights: Readonly<Record<string, Grant>> = {
  'no-attach': { verbs: ['create', 'get'], resources: ['pods/attach'], group: '' },
  'no-config-map-management': { verbs: WRITING, resources: ['configmaps'], group: '' },
  'no-csr-approval': { verbs: ['update', 'patch'], resources: ['certificatesigningrequests/approval'], group: 'certificates.k8s.io' },
  'no-data-destruction': {
    verbs: ['deletecollection'],
    resources: ['pods', 'secrets', 'persistentvolumes', 'persistentvolumeclaims', 'namespaces', 'services'],
    group: '',
  },
  'no-escalation': { verbs: ['escalate'], resources: ['roles', 'clusterroles'], group: RBAC },
  'no-event-deletion': { verbs: ['delete', 'deletecollection'], resources: ['events'], group: '' },
  'no-exec': { verbs: ['create', 'get'], resources: ['pods/exec'], group: '' },
  'no-impersonation': { verbs: ['impersonate'], resources: ['users', 'groups', 'serviceaccounts', 'uids'], group: '' },
  'no-log-deletion': { verbs: ['delete', 'deletecollection'], resources: ['pods/log'], group: '' },
  'no-network-management': { verbs: CHANGING, resources: ['networkpolicies', 'ingresses'], group: 'networking.k8s.io' },
  'no-node-proxy': { verbs: ['get', 'create'], resources: ['nodes/proxy'], group: '' },
  'no-pod-creation': { verbs: ['create'], resources: ['pods'], group: '' },
  'no-port-forward': { verbs: ['create', 'get'], resources: ['pods/portforward'], group: '' },
  'no-role-binding': { verbs: ['bind'], resources: ['roles', 'clusterroles'], group: RBAC },
  'no-role-management': { verbs: CHANGING, resources: ['roles', 'clusterroles', 'rolebindings', 'clusterrolebindings'], group: RBAC },
  'no-secret-reading': { verbs: ['get', 'list', 'watch'], resources: ['secrets'], group: '' },
  'no-token-requests': { verbs: ['create'], resources: ['serviceaccounts/token'], group: '' },
  'no-volume-creation': { verbs: ['create'], resources: ['persistentvolumes'], group: '' },
  'no-webhook-management': {
    verbs: ['create', 'update', 'patch'],
    resources: ['validatingwebhookconfigurations', 'mutatingwebhookconfigurations'],
    group: 'admissionregistration.k8s.io',
  },
  'no-workload-management': { verbs: CHANGING, resources: ['deployments', 'daemonsets', 'statefulsets', 'replicasets'], group: 'apps' },
};

const configMapNamed = (name: string): string =>
  `${everything} || !variables.rules.exists(r, 'configmaps' in r.?resources.orValue([]) && '${name}' in r.?resourceNames.orValue([]) && ${written})`;
const isAll = (field: string): string => `'*' in r.?${field}.orValue([])`;

const roles: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(rights).map(([name, grant]) => [name, `${everything} || !${grants(grant)}`])),
  'no-aws-auth-management': configMapNamed('aws-auth'),
  'no-cluster-dns-management': configMapNamed('coredns'),
  'no-privileged-binding': `!(${grants({ verbs: ['bind'], resources: ['roles', 'clusterroles'], group: RBAC })} && ${grants({ verbs: ['create'], resources: ['rolebindings', 'clusterrolebindings'], group: RBAC })})`,
  'no-wildcard-resources': `!variables.rules.exists(r, ${isAll('resources')} && ${written})`,
  'no-wildcard-verbs': "!variables.rules.exists(r, '*' in r.verbs)",
  'no-wildcards': `!variables.rules.exists(r, ${isAll('resources')} || '*' in r.verbs || ${isAll('apiGroups')})`,
  'not-everything': `!${everything}`,
};

const builtIn = "variables.labels[?'kubernetes.io/bootstrapping'].orValue('') == 'rbac-defaults'";
const bindings: Readonly<Record<string, string>> = {
  'no-administrative-roles': `!(object.roleRef.name in ${MIGHTY}) || !variables.subjects.exists(s, s.kind == 'ServiceAccount')`,
  'no-anonymous':
    "!variables.subjects.exists(s, (s.kind == 'User' && s.name == 'system:anonymous') || (s.kind == 'Group' && s.name == 'system:unauthenticated'))",
  'no-cluster-admin': "object.roleRef.name != 'cluster-admin' || variables.subjects.all(s, s.name == 'system:masters')",
  'no-default-service-account': `${builtIn} || !variables.subjects.exists(s, s.kind == 'ServiceAccount' && s.name == 'default')`,
  'no-masters-group': `${builtIn} || !variables.subjects.exists(s, s.kind == 'Group' && s.name == 'system:masters')`,
};

export const rbacRules: Readonly<Record<string, AdmissionRule>> = Object.fromEntries([
  ...Object.entries(roles).map(([name, expression]): [string, AdmissionRule] => [`k8s-rbac-${name}`, { on: 'roles', expression }]),
  ...Object.entries(bindings).map(([name, expression]): [string, AdmissionRule] => [`k8s-rbac-${name}`, { on: 'bindings', expression }]),
]);
