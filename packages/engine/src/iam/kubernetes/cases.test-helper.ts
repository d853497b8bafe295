/** One cluster and what its people may do in it. Rules: Kubernetes documentation, pages "Using RBAC Authorization", "Authenticating", "Authorization", read 2026-11-22. */
import { HOLE } from '@kumomori/model';
import type { KubernetesRequest, RbacBinding, RbacPolicies, RbacRole, RbacRule, RbacSubject } from './types.ts';

const rule = (verbs: string, resources: string, more: Partial<RbacRule> = {}): RbacRule => ({
  ...{ verbs: verbs.split(','), apiGroups: [''], resources: resources.split(',') },
  ...more,
});
const clusterRole = (name: string, rules: readonly RbacRule[], more: Partial<RbacRole> = {}): RbacRole => ({
  kind: 'ClusterRole',
  name,
  namespace: null,
  rules,
  ...more,
});
const role = (namespace: string, name: string, rules: readonly RbacRule[]): RbacRole => ({ kind: 'Role', name, namespace, rules });
const user = (name: string): RbacSubject => ({ kind: 'User', name });
const group = (name: string): RbacSubject => ({ kind: 'Group', name });
const account = (namespace: string, name: string): RbacSubject => ({ kind: 'ServiceAccount', namespace, name });
const everywhere = (name: string, roleName: string, ...subjects: readonly RbacSubject[]): RbacBinding => ({
  ...{ kind: 'ClusterRoleBinding', name, namespace: null },
  ...{ roleRef: { kind: 'ClusterRole', name: roleName }, subjects },
});
const within = (namespace: string, name: string, roleRef: RbacBinding['roleRef'], ...subjects: readonly RbacSubject[]): RbacBinding => ({
  ...{ kind: 'RoleBinding', name, namespace, roleRef, subjects },
});

export const cluster: RbacPolicies = {
  roles: [
    clusterRole('reader', [rule('get,list,watch', 'pods,services'), rule('get', 'pods/log')]),
    clusterRole('everything', [rule('*', '*', { apiGroups: ['*'] }), { verbs: ['*'], nonResourceURLs: ['*'] }]),
    clusterRole('health', [{ verbs: ['get'], nonResourceURLs: ['/healthz', '/metrics/*'] }]),
    clusterRole('scaler', [rule('update,patch', '*/scale', { apiGroups: ['apps'] })]),
    clusterRole('apps', [rule('*', 'deployments', { apiGroups: ['apps'] })]),
    clusterRole('nodes', [rule('get,list', 'nodes'), rule('get', 'nodes/proxy')]),
    clusterRole('impersonator', [
      rule('impersonate', 'users', { resourceNames: ['alice'] }),
      rule('impersonate', 'groups', { resourceNames: ['developers'] }),
    ]),
    clusterRole('role-writer', [rule('create,update', 'roles,clusterroles', { apiGroups: ['rbac.authorization.k8s.io'] })]),
    clusterRole('role-escalator', [rule('create,update,escalate', 'roles', { apiGroups: ['rbac.authorization.k8s.io'] })]),
    clusterRole('binding-writer', [rule('create', 'rolebindings', { apiGroups: ['rbac.authorization.k8s.io'] })]),
    clusterRole('reader-binder', [
      rule('create', 'rolebindings', { apiGroups: ['rbac.authorization.k8s.io'] }),
      rule('bind', 'clusterroles', { apiGroups: ['rbac.authorization.k8s.io'], resourceNames: ['reader'] }),
    ]),
    clusterRole('monitoring', [], { aggregates: [{ matchLabels: { 'minato.example/monitoring': 'true' } }] }),
    clusterRole('monitoring-endpoints', [rule('get,list', 'endpoints')], { labels: { 'minato.example/monitoring': 'true' } }),
    clusterRole('monitoring-events', [rule('list', 'events')], { labels: { 'minato.example/monitoring': 'true', tier: 'two' } }),
    clusterRole('not-monitoring', [rule('list', 'secrets')], { labels: { 'minato.example/monitoring': 'false' } }),
    clusterRole('by-expression', [], {
      aggregates: [
        { matchExpressions: [{ key: 'tier', operator: 'In', values: ['two', 'three'] }] },
        { matchExpressions: [{ key: 'never', operator: 'Exists' }] },
      ],
    }),
    clusterRole('loop', [], { labels: { loop: 'yes' }, aggregates: [{ matchLabels: { loop: 'yes' } }] }),
    clusterRole('loop-member', [rule('get', 'limitranges')], { labels: { loop: 'yes' } }),
    clusterRole('authenticated-basics', [rule('create', 'selfsubjectaccessreviews', { apiGroups: ['authorization.k8s.io'] })]),
    clusterRole('uncertain', [rule('get', HOLE), rule('delete', 'configmaps', { resourceNames: [`${HOLE}-settings`] })]),
    role('shop', 'operator', [
      rule('get,list,delete', 'pods'),
      rule('create', 'pods/exec'),
      rule('get', 'secrets', { resourceNames: ['api-key'] }),
      rule('list', 'secrets', { resourceNames: ['api-key'] }),
      rule('create', 'configmaps', { resourceNames: ['settings'] }),
    ]),
    role('hr', 'operator', [rule('get', 'secrets')]),
    role('shop', 'tokens', [rule('create', 'serviceaccounts/token', { resourceNames: ['deployer'] })]),
    role('shop', 'batch', [
      rule('create', 'jobs', { apiGroups: ['batch'] }),
      rule('create', 'cronjobs', { apiGroups: ['batch', 'extensions'] }),
    ]),
    role('shop', 'all-in-core', [rule('*', '*')]),
  ],
  bindings: [
    everywhere('readers', 'reader', user('alice'), group('developers')),
    everywhere('admins', 'everything', user('root-ops')),
    everywhere('probes', 'health', account('monitoring', 'prometheus')),
    everywhere('scalers', 'scaler', user('carol')),
    everywhere('node-people', 'nodes', user('nora')),
    everywhere('impersonators', 'impersonator', user('ivan')),
    everywhere('writers', 'role-writer', user('walter'), user('alice')),
    everywhere('escalators', 'role-escalator', user('esther')),
    everywhere('binders', 'binding-writer', user('ben'), user('root-ops')),
    everywhere('reader-binders', 'reader-binder', user('rita')),
    everywhere('monitors', 'monitoring', account('monitoring', 'prometheus')),
    everywhere('expressions', 'by-expression', user('xenia')),
    everywhere('loops', 'loop', user('lou')),
    everywhere('basics', 'authenticated-basics', group('system:authenticated')),
    everywhere('all-accounts', 'health', group('system:serviceaccounts')),
    everywhere('public', 'health', group('system:unauthenticated')),
    everywhere('dangling', 'gone', user('dora')),
    {
      kind: 'ClusterRoleBinding',
      name: 'wrong-kind',
      namespace: null,
      roleRef: { kind: 'Role', name: 'operator' },
      subjects: [user('dora')],
    },
    everywhere('unknowns', 'uncertain', user('uma')),
    everywhere('unknown-people', 'reader', user(`${HOLE}@example.com`)),
    everywhere('unknown-groups', 'loop-member', group(HOLE)),
    within('shop', 'operators', { kind: 'Role', name: 'operator' }, user('oscar'), account('shop', 'deployer')),
    within('hr', 'operators', { kind: 'Role', name: 'operator' }, user('hanna')),
    within('shop', 'app-people', { kind: 'ClusterRole', name: 'apps' }, user('bob'), group('system:serviceaccounts:shop')),
    within('shop', 'token-people', { kind: 'Role', name: 'tokens' }, user('tom')),
    within('shop', 'batch-people', { kind: 'Role', name: 'batch' }, user('bea')),
    within('shop', 'core-people', { kind: 'Role', name: 'all-in-core' }, user('cora')),
    within('shop', 'stray', { kind: 'Role', name: 'only-in-hr' }, user('dora')),
    within('shop', 'health-people', { kind: 'ClusterRole', name: 'health' }, user('hugo')),
    within('shop', 'node-people', { kind: 'ClusterRole', name: 'nodes' }, user('ned')),
    within(HOLE, 'somewhere', { kind: 'ClusterRole', name: 'apps' }, user('zoe')),
  ],
};

export interface KubernetesCase {
  readonly name: string;
  readonly request: KubernetesRequest;
  readonly expected: 'allow' | 'implicit-deny' | 'if';
  /** Binding that decides, where that is the point. */
  readonly by?: string;
}

type Ask = Partial<KubernetesRequest> & { readonly by?: string };
/** `user verb resource[/subresource][.group] [namespace]` */
function ask(name: string, text: string, expected: KubernetesCase['expected'], { by, ...more }: Ask = {}): KubernetesCase {
  const [who = '', verb = '', what = '', namespace] = text.split(' ');
  const [written = '', ...apiGroup] = what.split('.');
  const [resource = '', subresource] = written.split('/');
  const request: KubernetesRequest = what.startsWith('/')
    ? { user: who, verb, path: what, ...more }
    : {
        user: who,
        verb,
        resource,
        ...(subresource !== undefined && { subresource }),
        apiGroup: apiGroup.join('.'),
        namespace: namespace ?? null,
        ...more,
      };
  return { name, request, expected, ...(by !== undefined && { by }) };
}

const rbac = 'rbac.authorization.k8s.io';
const deployer = 'system:serviceaccount:shop:deployer';
const prometheus = 'system:serviceaccount:monitoring:prometheus';

export const cases: readonly KubernetesCase[] = [
  ask('a cluster role bound for the cluster holds in every namespace', 'alice get pods shop', 'allow', {
    by: 'ClusterRoleBinding/readers',
  }),
  ask('… in another namespace too', 'alice list services hr', 'allow'),
  ask('… and for all namespaces at once', 'alice list pods', 'allow'),
  ask('a verb that no rule names', 'alice delete pods shop', 'implicit-deny'),
  ask('a resource that no rule names', 'alice get secrets shop', 'implicit-deny'),
  ask('a subresource of its own rule', 'alice get pods/log shop', 'allow'),
  ask('a resource does not bring its subresources', 'alice get pods/exec shop', 'implicit-deny'),
  ask('a subresource does not bring other verbs', 'alice list pods/log shop', 'implicit-deny'),
  ask('the same name in another API group is another resource', 'alice get pods.metrics.k8s.io shop', 'implicit-deny'),
  ask('a member of a bound group', 'dev-1 get pods shop', 'allow', { groups: ['developers'] }),
  ask('a member of another group', 'dev-1 get pods shop', 'implicit-deny', { groups: ['testers'] }),
  ask('a user is not a group of that name', 'developers get pods shop', 'implicit-deny'),
  ask('a group is not a user of that name', 'dev-1 get pods shop', 'implicit-deny', { groups: ['alice'] }),
  ask('names of users are case-sensitive', 'Alice get pods shop', 'implicit-deny'),
  ask('nobody is bound', 'mallory get pods shop', 'implicit-deny'),
  ask('stars cover every resource', 'root-ops delete secrets hr', 'allow'),
  ask('… of every group', 'root-ops create widgets.example.com hr', 'allow'),
  ask('… cluster-scoped ones', 'root-ops delete nodes', 'allow'),
  ask('… subresources', 'root-ops create pods/exec hr', 'allow'),
  ask('… verbs that are special', `root-ops impersonate users`, 'allow'),
  ask('… paths', 'root-ops get /debug/pprof', 'allow'),
  ask('members of system:masters need no binding', 'mallory delete nodes', 'allow', { groups: ['system:masters'], by: 'system:masters' }),
  ask('a path that is named', `${prometheus} get /healthz`, 'allow'),
  ask('a path below a star', `${prometheus} get /metrics/cadvisor`, 'allow'),
  ask('the path before the star without its slash is another one', `${prometheus} get /metrics`, 'implicit-deny'),
  ask('a path that only begins alike', `${prometheus} get /healthz/etcd`, 'implicit-deny'),
  ask('a path with another verb', `${prometheus} post /healthz`, 'implicit-deny'),
  ask('paths are nothing a RoleBinding can give', 'hugo get /healthz', 'implicit-deny'),
  ask('a resource called like a path is none', `${prometheus} get healthz`, 'implicit-deny'),
  ask('people who did not sign in', 'system:anonymous get /healthz', 'allow', { by: 'ClusterRoleBinding/public' }),
  ask('… are not authenticated', 'system:anonymous create selfsubjectaccessreviews.authorization.k8s.io', 'implicit-deny'),
  ask('everybody who signed in', 'mallory create selfsubjectaccessreviews.authorization.k8s.io', 'allow', {
    by: 'ClusterRoleBinding/basics',
  }),
  ask('service accounts signed in too', `${deployer} create selfsubjectaccessreviews.authorization.k8s.io`, 'allow'),
  ask('every service account is in one group', `${deployer} get /healthz`, 'allow', { by: 'ClusterRoleBinding/all-accounts' }),
  ask('a user whose name only looks like one', 'serviceaccount:shop:deployer get pods shop', 'implicit-deny'),
  ask('all subresources of one name in a group', 'carol update deployments/scale.apps shop', 'allow'),
  ask('… of every resource', 'carol patch statefulsets/scale.apps shop', 'allow'),
  ask('… not the resource', 'carol update deployments.apps shop', 'implicit-deny'),
  ask('… not another subresource', 'carol update deployments/status.apps shop', 'implicit-deny'),
  ask('… not in another group', 'carol update replicationcontrollers/scale shop', 'implicit-deny'),
  ask('a cluster role bound in a namespace holds there', 'bob create deployments.apps shop', 'allow', {
    by: 'shop/RoleBinding/app-people',
  }),
  ask('… not elsewhere', 'bob create deployments.apps hr', 'implicit-deny'),
  ask('… not for all namespaces at once', 'bob list deployments.apps', 'implicit-deny'),
  ask('a star for verbs', 'bob deletecollection deployments.apps shop', 'allow'),
  ask('a star for verbs stays with its resource', 'bob delete statefulsets.apps shop', 'implicit-deny'),
  ask('service accounts of a namespace are one group', `${deployer} create deployments.apps shop`, 'allow', {
    by: 'shop/RoleBinding/app-people',
  }),
  ask('… those of another namespace are not in it', `${prometheus} create deployments.apps shop`, 'implicit-deny'),
  ask('a role bound in its namespace', 'oscar delete pods shop', 'allow', { by: 'shop/RoleBinding/operators' }),
  ask('… not elsewhere', 'oscar delete pods hr', 'implicit-deny'),
  ask('a role of the same name in another namespace is another role', 'hanna delete pods hr', 'implicit-deny'),
  ask('… with rules of its own', 'hanna get secrets hr', 'allow'),
  ask('a service account as a subject', `${deployer} delete pods shop`, 'allow'),
  ask('a service account of the same name elsewhere', 'system:serviceaccount:hr:deployer delete pods shop', 'implicit-deny'),
  ask('exec is a subresource that is created', 'oscar create pods/exec shop', 'allow'),
  ask('… reading it is another verb (websockets)', 'oscar get pods/exec shop', 'implicit-deny'),
  ask('attach is not exec', 'oscar create pods/attach shop', 'implicit-deny'),
  ask('a name that the rule lists', 'oscar get secrets shop', 'allow', { name: 'api-key' }),
  ask('a name that it does not', 'oscar get secrets shop', 'implicit-deny', { name: 'db-password' }),
  ask('no name at all', 'oscar get secrets shop', 'implicit-deny'),
  ask('a list of everything is no named object', 'oscar list secrets shop', 'implicit-deny'),
  ask('a list narrowed to the name', 'oscar list secrets shop', 'allow', { name: 'api-key' }),
  ask('names cannot restrict a creation', 'oscar create configmaps shop', 'implicit-deny', { name: 'settings' }),
  ask('tokens of one service account', 'tom create serviceaccounts/token shop', 'implicit-deny', { name: 'api' }),
  ask('several groups in one rule', 'bea create cronjobs.extensions shop', 'allow'),
  ask('groups of one rule do not hold for another', 'bea create jobs.extensions shop', 'implicit-deny'),
  ask('stars within one group', 'cora delete secrets shop', 'allow'),
  ask('… do not leave it', 'cora create deployments.apps shop', 'implicit-deny'),
  ask('… cover subresources', 'cora create pods/exec shop', 'allow'),
  ask('… and exotic verbs', 'cora impersonate serviceaccounts shop', 'allow', { name: 'deployer' }),
  ask('a namespace itself is cluster-scoped', 'cora delete namespaces', 'implicit-deny'),
  ask('nodes need a binding for the cluster', 'ned list nodes', 'implicit-deny'),
  ask('… with one', 'nora list nodes', 'allow'),
  ask('the proxy of a node is a subresource', 'nora get nodes/proxy', 'allow'),
  ask('… its other subresources are not given', 'nora get nodes/stats', 'implicit-deny'),
  ask('a binding to a role that is gone gives nothing', 'dora get pods shop', 'implicit-deny'),
  ask('a ClusterRoleBinding cannot refer to a role', 'dora delete pods shop', 'implicit-deny'),
  ask('a RoleBinding cannot refer to a role elsewhere', 'dora get secrets shop', 'implicit-deny'),
  ask('acting as somebody who is named', 'ivan impersonate users', 'allow', { name: 'alice' }),
  ask('… as somebody else', 'ivan impersonate users', 'implicit-deny', { name: 'root-ops' }),
  ask('… as a group that is named', 'ivan impersonate groups', 'allow', { name: 'developers' }),
  ask('… as the masters', 'ivan impersonate groups', 'implicit-deny', { name: 'system:masters' }),
  ask('… as a service account', 'ivan impersonate serviceaccounts shop', 'implicit-deny', { name: 'deployer' }),
  ask('aggregation: the rules of the roles that are selected', `${prometheus} list endpoints hr`, 'allow'),
  ask('… of all of them', `${prometheus} list events hr`, 'allow'),
  ask('… not of one with another label value', `${prometheus} list secrets hr`, 'implicit-deny'),
  ask('aggregation by an expression', 'xenia list events hr', 'allow'),
  ask('… that selects no other role', 'xenia list endpoints hr', 'implicit-deny'),
  ask('an aggregated role that selects itself', 'lou get limitranges hr', 'allow'),
  ask('writing a role with rights one holds', `alice create roles.${rbac} shop`, 'allow', { grants: [rule('get', 'pods')] }),
  ask('… with more verbs', `alice create roles.${rbac} shop`, 'implicit-deny', { grants: [rule('get,delete', 'pods')] }),
  ask('… with all resources', `alice create roles.${rbac} shop`, 'implicit-deny', { grants: [rule('get', '*')] }),
  ask('… of a part of what one holds', `alice create roles.${rbac} shop`, 'allow', {
    grants: [rule('get', 'pods', { resourceNames: ['api-1'] })],
  }),
  ask('… that are several rules', `alice create roles.${rbac} shop`, 'allow', { grants: [rule('get', 'pods'), rule('get', 'pods/log')] }),
  ask('… one of which is too much', `alice create roles.${rbac} shop`, 'implicit-deny', {
    grants: [rule('get', 'pods'), rule('get', 'secrets')],
  }),
  ask('writing a role without holding any right', `walter create roles.${rbac} shop`, 'implicit-deny', { grants: [rule('get', 'pods')] }),
  ask('… an empty role', `walter create roles.${rbac} shop`, 'allow', { grants: [] }),
  ask('… with paths', `walter update clusterroles.${rbac}`, 'implicit-deny', {
    grants: [{ verbs: ['get'], nonResourceURLs: ['/healthz'] }],
  }),
  ask('the verb escalate lifts that', `esther update roles.${rbac} shop`, 'allow', { grants: [rule('*', '*')] }),
  ask('… for the resource it names only', `esther update clusterroles.${rbac}`, 'implicit-deny', { grants: [rule('*', '*')] }),
  ask('binding a role one does not hold', `ben create rolebindings.${rbac} shop`, 'implicit-deny', {
    grants: { kind: 'ClusterRole', name: 'reader' },
  }),
  ask('the verb bind lifts that', `rita create rolebindings.${rbac} shop`, 'allow', { grants: { kind: 'ClusterRole', name: 'reader' } }),
  ask('… for the role it names only', `rita create rolebindings.${rbac} shop`, 'implicit-deny', {
    grants: { kind: 'ClusterRole', name: 'everything' },
  }),
  ask('binding a role all of which one holds', `root-ops create rolebindings.${rbac} shop`, 'allow', {
    grants: { kind: 'ClusterRole', name: 'everything' },
  }),
  ask('… that does not exist yet needs bind', `ben create rolebindings.${rbac} shop`, 'implicit-deny', {
    grants: { kind: 'ClusterRole', name: 'later' },
  }),
  ask('writing roles is no right to read secrets', 'walter get secrets shop', 'implicit-deny'),
  ask('a resource that nobody knows', 'uma get secrets shop', 'if'),
  ask('… is not deleted by it', 'uma delete secrets shop', 'implicit-deny'),
  ask('a name of which a part is not known', 'uma delete configmaps shop', 'if', { name: 'orders-settings' }),
  ask('… whose known part differs', 'uma delete configmaps shop', 'implicit-deny', { name: 'orders' }),
  ask('a user of whom a part is not known', 'kim@example.com get pods shop', 'if'),
  ask('… whose known part differs', 'kim@example.org get pods shop', 'implicit-deny'),
  ask('a group that nobody knows', 'mallory get limitranges hr', 'if'),
  ask('a namespace that nobody knows', 'zoe get deployments.apps shop', 'if'),
  ask('… gives nothing for the cluster', 'zoe list deployments.apps', 'implicit-deny'),
];
