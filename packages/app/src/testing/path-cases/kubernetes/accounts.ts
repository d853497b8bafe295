/** Ways to a service account of a namespace. */
import type { WayCase } from '../way-case.ts';
import { without } from '../way-case.ts';
import { alice, controller, deployer, rule } from './parts.ts';

const KINDS: readonly (readonly [resource: string, kind: string])[] = [
  ['deployments', 'Deployment'],
  ['daemonsets', 'DaemonSet'],
  ['statefulsets', 'StatefulSet'],
  ['replicasets', 'ReplicaSet'],
  ['replicationcontrollers', 'ReplicationController'],
  ['jobs', 'Job'],
  ['cronjobs', 'CronJob'],
];

const elsewhere = [
  ['the rights are in another namespace', 'name: alice, namespace: shop', 'name: alice, namespace: billing'],
  ['the account is in another namespace', 'name: deployer, namespace: shop', 'name: deployer, namespace: billing'],
  ['the account has no rights', 'name: cluster-admin', 'name: view'],
] as const;

interface OverAccount {
  readonly way: string;
  readonly edge: string;
  readonly rights: readonly string[];
  readonly sameWith?: WayCase['sameWith'];
  readonly more?: string;
  readonly closedBy?: WayCase['closedBy'];
}

function overAccount({ way, edge, rights, sameWith = [], more = '', closedBy = [] }: OverAccount): WayCase {
  return {
    ...{ way, sameWith, code: deployer + alice(rights) + more },
    tells: `alice: ${edge} shop/ServiceAccount/deployer, HAS_ADMIN admin`,
    closedBy: [...without(rights.map(rule)), ...elsewhere, ...closedBy],
  };
}

/** A right to create says nothing when it is for some names only: what is new has no name yet. */
function namesOnly(right: string): WayCase['closedBy'][number] {
  return ['the right to create is for some names only', rule(right), rule(`${right}: web`)];
}

const controllers = KINDS.flatMap(([resource, kind]) => [
  overAccount({
    way: `k8s-create-${resource}`,
    edge: 'CAN_LAUNCH',
    rights: [`create ${resource}`],
    closedBy: [namesOnly(`create ${resource}`)],
  }),
  overAccount({
    ...{ way: `k8s-patch-${resource}`, edge: 'CAN_LAUNCH', rights: [`patch ${resource}`], more: controller(kind) },
    sameWith: [['verbs: [patch]', 'verbs: [update]']],
    closedBy: [['there is none in the namespace', 'name: web, namespace: shop', 'name: web, namespace: billing']],
  }),
]);

export const accountCases: readonly WayCase[] = [
  ...controllers,
  overAccount({
    ...{ way: 'k8s-create-pods', edge: 'CAN_LAUNCH', rights: ['create pods'] },
    sameWith: [['verbs: [create]', 'verbs: ["*"]']],
    closedBy: [
      namesOnly('create pods'),
      ['another group of the API', 'apiGroups: [""], resources: [pods]', 'apiGroups: [apps], resources: [pods]'],
      ['only a part of pods', 'resources: [pods]', 'resources: [pods/log]'],
    ],
  }),
  overAccount({
    ...{ way: 'k8s-token-request', edge: 'CAN_CREATE_KEY', rights: ['create serviceaccounts/token: deployer'] },
    sameWith: [[', resourceNames: [deployer]', '']],
    closedBy: [['the right is for another account', 'resourceNames: [deployer]', 'resourceNames: [web]']],
  }),
  overAccount({
    ...{ way: 'k8s-token-secret', edge: 'CAN_CREATE_KEY', rights: ['create secrets', 'get secrets'] },
    sameWith: [
      ['verbs: [get]', 'verbs: [list]'],
      ['verbs: [get]', 'verbs: [watch]'],
    ],
    closedBy: [namesOnly('create secrets')],
  }),
  overAccount({
    ...{ way: 'k8s-impersonate-account', edge: 'CAN_ASSUME', rights: ['impersonate serviceaccounts: deployer'] },
    sameWith: [[', resourceNames: [deployer]', '']],
    closedBy: [['the right is for another account', 'resourceNames: [deployer]', 'resourceNames: [web]']],
  }),
  overAccount({
    ...{ way: 'k8s-bind-role', edge: 'CAN_GRANT_SELF', rights: ['create rolebindings', 'bind clusterroles: cluster-admin'] },
    sameWith: [[', resourceNames: [cluster-admin]', '']],
    closedBy: [
      ['only another role may be bound', 'resourceNames: [cluster-admin]', 'resourceNames: [monitoring]'],
      namesOnly('create rolebindings'),
    ],
  }),
  overAccount({
    ...{ way: 'k8s-escalate-role', edge: 'CAN_GRANT_SELF' },
    rights: ['escalate roles', 'create roles', 'bind roles', 'create rolebindings'],
    closedBy: [['escalation of another role only', rule('escalate roles'), rule('escalate roles: monitoring')], namesOnly('create roles')],
  }),
];
