/**
 * Ways to gain rights in a cluster. Sources: Kubernetes documentation, "Role Based Access Control Good Practices" (privilege escalation
 * risks), "Using RBAC Authorization" (escalation prevention), "Managing Service Accounts", "Certificate Signing Requests", "Admission
 * Controllers" (CertificateSubjectRestriction), "Feature Gates" (AuthorizePodWebsocketUpgradeCreatePermission), read 2026-11-22.
 */
import type { CloudEscalation } from './types.ts';

const ACCOUNT = 'kubernetes.service-account';
const POD = 'kubernetes.pod';
const CLUSTER = 'kubernetes.cluster';
const NAMESPACE = 'kubernetes.namespace';

const CONTROLLERS = ['deployments', 'daemonsets', 'statefulsets', 'replicasets', 'replicationcontrollers', 'jobs', 'cronjobs'];
const PODS_OF_ALL_KINDS = `create pods|${CONTROLLERS.join('|')}`;
const ANYBODY = ['impersonate users|serviceaccounts', 'cluster'] as const;

const controllers: readonly CloudEscalation[] = CONTROLLERS.flatMap((resource) => [
  {
    id: `k8s-create-${resource}`,
    title: 'Create a controller whose pods have the service account',
    ...{ edge: 'CAN_LAUNCH', over: ACCOUNT, needs: [[`create ${resource}`, 'namespace']], gains: 'run' },
  },
  {
    id: `k8s-patch-${resource}`,
    title: 'Change a controller so that its pods have the service account',
    ...{ edge: 'CAN_LAUNCH', over: ACCOUNT, needs: [[`patch|update ${resource}`, 'namespace']], gains: 'run', flag: `has-${resource}` },
  },
]);

const overAccounts: readonly CloudEscalation[] = [
  {
    id: 'k8s-create-pods',
    title: 'Create a pod with the service account',
    ...{ edge: 'CAN_LAUNCH', over: ACCOUNT, needs: [['create pods', 'namespace']], gains: 'run' },
  },
  {
    id: 'k8s-token-request',
    title: 'Request a token of the service account',
    ...{ edge: 'CAN_CREATE_KEY', over: ACCOUNT, needs: [['create serviceaccounts/token', 'target']], gains: 'run' },
  },
  {
    id: 'k8s-token-secret',
    title: 'Make a secret that is filled with a token of the service account, and read it',
    ...{ edge: 'CAN_CREATE_KEY', over: ACCOUNT, gains: 'has' },
    needs: [
      ['create secrets', 'namespace'],
      ['get|list|watch secrets', 'namespace'],
    ],
  },
  {
    id: 'k8s-impersonate-account',
    title: 'Impersonate the service account',
    ...{ edge: 'CAN_ASSUME', over: ACCOUNT, needs: [['impersonate serviceaccounts', 'target']], gains: 'has' },
  },
  {
    id: 'k8s-bind-role',
    title: 'Bind a role of every right to oneself in the namespace and create a pod',
    ...{ edge: 'CAN_GRANT_SELF', over: ACCOUNT, gains: 'run' },
    needs: [
      ['create rolebindings', 'namespace'],
      ['bind clusterroles', 'cluster-admin-here'],
    ],
  },
  {
    id: 'k8s-escalate-role',
    title: 'Give a role of the namespace every right',
    ...{ edge: 'CAN_GRANT_SELF', over: ACCOUNT, gains: 'run' },
    needs: [
      ['escalate roles', 'namespace'],
      ['create rolebindings', 'namespace'],
      ['create roles', 'namespace'],
      ['bind roles', 'namespace'],
    ],
  },
];

const overPeople: readonly CloudEscalation[] = [
  {
    id: 'k8s-impersonate-user',
    title: 'Impersonate the user',
    ...{ edge: 'CAN_ASSUME', over: 'kubernetes.user', needs: [['impersonate users', 'target']], gains: 'has' },
  },
  {
    id: 'k8s-impersonate-group',
    title: 'Impersonate the group',
    ...{ edge: 'CAN_ASSUME', over: 'kubernetes.group', needs: [ANYBODY, ['impersonate groups', 'target']], gains: 'has' },
  },
];

const overPods: readonly CloudEscalation[] = [
  {
    id: 'k8s-exec',
    title: 'Run commands in a pod',
    ...{ edge: 'CAN_EXEC', over: POD, needs: [['create pods/exec', 'target']], gains: 'run' },
  },
  {
    id: 'k8s-exec-get',
    title: 'Run commands in a pod by a websocket',
    ...{ edge: 'CAN_EXEC', over: POD, needs: [['get pods/exec', 'target']], gains: 'run' },
    condition: 'the cluster of {0} is older than Kubernetes 1.35',
  },
  {
    id: 'k8s-ephemeral-container',
    title: 'Put a container into a running pod',
    ...{ edge: 'CAN_EXEC', over: POD, needs: [['patch|update pods/ephemeralcontainers', 'target']], gains: 'run' },
  },
  {
    id: 'k8s-node-proxy',
    title: 'Run commands in pods through the API of a node',
    ...{ edge: 'CAN_EXEC', over: POD, needs: [['create|get nodes/proxy', 'cluster']], gains: 'run' },
  },
];

const overNodes: readonly CloudEscalation[] = [
  {
    id: 'k8s-privileged-pod',
    title: 'Create a pod that is allowed everything on its node',
    ...{ edge: 'CONTAINER_ESCAPE', over: NAMESPACE, gains: 'run', needs: [[PODS_OF_ALL_KINDS, 'target']], flag: 'allows-privileged-pods' },
  },
  {
    id: 'k8s-namespace-label',
    title: 'Let the namespace admit privileged pods and create one',
    ...{ edge: 'CONTAINER_ESCAPE', over: NAMESPACE, gains: 'run', flag: 'keeps-out-privileged-pods' },
    needs: [
      [PODS_OF_ALL_KINDS, 'target'],
      ['patch|update namespaces', 'namespace-itself'],
    ],
  },
  {
    id: 'k8s-host-volume',
    title: 'Mount the disk of a node by a volume that any pod may claim',
    ...{ edge: 'CONTAINER_ESCAPE', over: NAMESPACE, gains: 'run' },
    needs: [
      [PODS_OF_ALL_KINDS, 'target'],
      ['create persistentvolumeclaims', 'target'],
      ['create persistentvolumes', 'cluster'],
    ],
  },
];

const overClusters: readonly CloudEscalation[] = [
  {
    id: 'k8s-impersonate-masters',
    title: 'Impersonate the group system:masters',
    ...{ edge: 'CAN_GRANT_SELF', over: CLUSTER, gains: 'admin', needs: [ANYBODY, ['impersonate groups', 'masters']] },
  },
  {
    id: 'k8s-escalate',
    title: 'Give a cluster role every right',
    ...{ edge: 'CAN_GRANT_SELF', over: CLUSTER, gains: 'admin' },
    needs: [
      ['escalate clusterroles', 'cluster'],
      ['update|patch clusterroles', 'cluster'],
    ],
  },
  {
    id: 'k8s-bind',
    title: 'Bind cluster-admin to oneself',
    ...{ edge: 'CAN_GRANT_SELF', over: CLUSTER, gains: 'admin' },
    needs: [
      ['bind clusterroles', 'cluster-admin'],
      ['create clusterrolebindings', 'cluster'],
    ],
  },
  {
    // Not for system:masters: certificates of that group are refused since Kubernetes 1.18, those of components of the control plane are not.
    id: 'k8s-certificate',
    title: 'Have a certificate signed for a component that may do everything',
    ...{ edge: 'CAN_CREATE_KEY', over: CLUSTER, gains: 'admin', flag: 'signs-client-certificates' },
    needs: [
      ['create certificatesigningrequests', 'cluster'],
      ['update|patch certificatesigningrequests/approval', 'cluster'],
      ['approve signers', 'client-signer'],
    ],
  },
  {
    id: 'k8s-webhook',
    title: 'Change what others create by a webhook',
    ...{ edge: 'CAN_LAUNCH', over: CLUSTER, gains: 'admin', needs: [['create mutatingwebhookconfigurations', 'cluster']] },
    condition: 'somebody creates pods with rights in {0}',
  },
  {
    id: 'k8s-webhook-change',
    title: 'Change what others create by a webhook that is there',
    ...{ edge: 'CAN_LAUNCH', over: CLUSTER, gains: 'admin', needs: [['patch|update mutatingwebhookconfigurations', 'cluster']] },
    condition: '{0} has a webhook that changes objects, and somebody creates pods with rights',
  },
  {
    id: 'k8s-aws-auth',
    title: 'Map oneself to system:masters in aws-auth',
    ...{ edge: 'CAN_GRANT_SELF', over: 'kubernetes.aws-auth', gains: 'admin', needs: [['update|patch configmaps', 'target']] },
  },
];

export const kubernetesEscalations: readonly CloudEscalation[] = [
  ...controllers,
  ...overAccounts,
  ...overPeople,
  ...overPods,
  ...overNodes,
  ...overClusters,
];
