/**
 * Ways to gain rights in a cluster. Sources: Kubernetes documentation, "Role Based Access Control Good Practices" (privilege escalation risks),
 * "Using RBAC Authorization" (escalation prevention), "Managing Service Accounts" (2026-11-22, partly general knowledge, to be confirmed).
 */
import type { CloudEscalation } from './types.ts';

const ACCOUNT = 'kubernetes.service-account';
const POD = 'kubernetes.pod';
const CLUSTER = 'kubernetes.cluster';

const CONTROLLERS = ['deployments', 'daemonsets', 'statefulsets', 'replicasets', 'replicationcontrollers', 'jobs', 'cronjobs'];

const controllers: readonly CloudEscalation[] = CONTROLLERS.flatMap((resource) => [
  {
    id: `k8s-create-${resource}`,
    title: 'Create a controller whose pods have the service account',
    ...{ edge: 'CAN_LAUNCH', over: ACCOUNT, needs: [[`create ${resource}`, 'namespace']], gains: 'run' },
  },
  {
    id: `k8s-patch-${resource}`,
    title: 'Change a controller so that its pods have the service account',
    ...{ edge: 'CAN_LAUNCH', over: ACCOUNT, needs: [[`patch ${resource}`, 'namespace']], gains: 'run', flag: `has-${resource}` },
  },
]);

const others: readonly CloudEscalation[] = [
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
      ['get secrets', 'namespace'],
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
      ['bind clusterroles', 'cluster'],
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
  {
    id: 'k8s-exec',
    title: 'Run commands in a pod',
    ...{ edge: 'CAN_EXEC', over: POD, needs: [['create pods/exec', 'namespace']], gains: 'run' },
  },
  {
    id: 'k8s-ephemeral-container',
    title: 'Put a container into a running pod',
    ...{ edge: 'CAN_EXEC', over: POD, needs: [['patch pods/ephemeralcontainers', 'namespace']], gains: 'run' },
  },
  {
    id: 'k8s-node-proxy',
    title: 'Run commands in pods through the API of a node',
    ...{ edge: 'CAN_EXEC', over: POD, needs: [['create nodes/proxy', 'cluster']], gains: 'run' },
  },
  {
    id: 'k8s-impersonate-masters',
    title: 'Impersonate the group system:masters',
    ...{ edge: 'CAN_GRANT_SELF', over: CLUSTER, gains: 'admin' },
    needs: [
      ['impersonate users', 'cluster'],
      ['impersonate groups', 'cluster'],
    ],
  },
  {
    id: 'k8s-escalate',
    title: 'Give a cluster role every right',
    ...{ edge: 'CAN_GRANT_SELF', over: CLUSTER, gains: 'admin' },
    needs: [
      ['escalate clusterroles', 'cluster'],
      ['update clusterroles', 'cluster'],
    ],
  },
  {
    id: 'k8s-escalate-patch',
    title: 'Give a cluster role every right',
    ...{ edge: 'CAN_GRANT_SELF', over: CLUSTER, gains: 'admin' },
    needs: [
      ['escalate clusterroles', 'cluster'],
      ['patch clusterroles', 'cluster'],
    ],
  },
  {
    id: 'k8s-bind',
    title: 'Bind cluster-admin to oneself',
    ...{ edge: 'CAN_GRANT_SELF', over: CLUSTER, gains: 'admin' },
    needs: [
      ['bind clusterroles', 'cluster'],
      ['create clusterrolebindings', 'cluster'],
    ],
  },
  {
    id: 'k8s-certificate',
    title: 'Request a certificate of system:masters and approve it',
    ...{ edge: 'CAN_CREATE_KEY', over: CLUSTER, gains: 'admin' },
    needs: [
      ['create certificatesigningrequests', 'cluster'],
      ['update certificatesigningrequests/approval', 'cluster'],
      ['approve signers', 'cluster'],
    ],
  },
  {
    id: 'k8s-webhook',
    title: 'Change what others create by a webhook',
    ...{ edge: 'CAN_LAUNCH', over: CLUSTER, gains: 'admin', needs: [['create mutatingwebhookconfigurations', 'cluster']] },
    condition: 'somebody creates pods with rights in {0}',
  },
  {
    id: 'k8s-aws-auth',
    title: 'Map oneself to system:masters in aws-auth',
    ...{ edge: 'CAN_GRANT_SELF', over: 'kubernetes.aws-auth', gains: 'admin', needs: [['update configmaps', 'target']] },
  },
  {
    id: 'k8s-privileged-pod',
    title: 'Create a pod that is allowed everything on its node',
    ...{
      edge: 'CONTAINER_ESCAPE',
      over: 'kubernetes.namespace',
      gains: 'run',
      needs: [['create pods', 'target']],
      flag: 'allows-privileged-pods',
    },
  },
];

export const kubernetesEscalations: readonly CloudEscalation[] = [...controllers, ...others];
