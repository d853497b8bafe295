/** Ways into pods, out of them to nodes, and to what is stored. */
import type { WayCase } from '../way-case.ts';
import { without } from '../way-case.ts';
import { account, administrator, alice, deployer, namespace, pod, rule } from './parts.ts';

const RUNS = 'RUNS_AS shop/ServiceAccount/deployer, HAS_ADMIN admin';
const noToken = [
  ['the pod has no token', 'automountServiceAccountToken: true', 'automountServiceAccountToken: false'],
  ['the pod runs as somebody else', 'serviceAccountName: deployer', 'serviceAccountName: default'],
] as const;
const elsewhere = ['the rights are in another namespace', 'name: alice, namespace: shop', 'name: alice, namespace: billing'] as const;

function inPod(way: string, right: string, more: Partial<WayCase> = {}): WayCase {
  return {
    way,
    code: deployer + pod('api', 'deployer') + alice([right]),
    tells: `alice: CAN_EXEC shop/Pod/api, ${RUNS}`,
    sameWith: [[rule(right), rule(`${right}: api`)]],
    closedBy: [...without([rule(right)]), ...noToken, elsewhere, ['the right is for another pod', rule(right), rule(`${right}: web`)]],
    ...more,
  };
}

/** Alice in the shop, somebody with rights in another namespace, whose pods may run on the same node. */
const operations =
  account('deployer', 'operations') +
  administrator('kind: ServiceAccount, name: deployer, namespace: operations') +
  pod('agent', 'deployer', 'operations');
const FROM_NODE = 'CAN_EXEC operations/Pod/agent, RUNS_AS operations/ServiceAccount/deployer, HAS_ADMIN admin';
const SAME_NODE = 'a pod of operations/Pod/agent runs on the same node';

interface OnNode {
  readonly way: string;
  readonly rights: readonly string[];
  readonly level: string;
  readonly wide?: readonly string[];
  readonly closedBy: WayCase['closedBy'];
}

function onNode({ way, rights, level, wide = [], closedBy }: OnNode): WayCase {
  const kinds = ['deployments', 'daemonsets', 'statefulsets', 'replicasets', 'replicationcontrollers', 'jobs', 'cronjobs'];
  return {
    way,
    code:
      operations +
      namespace('shop', level) +
      namespace('billing', 'restricted') +
      alice(rights) +
      (wide.length > 0 ? alice(wide, null) : ''),
    tells: `alice: CONTAINER_ESCAPE nodes of kubernetes, ${FROM_NODE}`,
    condition: SAME_NODE,
    sameWith: kinds.map((kind) => [rule('create pods'), rule(`create ${kind}`)]),
    closedBy: [...without([...rights, ...wide].map(rule)), noToken[0], ...closedBy],
  };
}

export const podCases: readonly WayCase[] = [
  inPod('k8s-exec', 'create pods/exec'),
  inPod('k8s-exec-get', 'get pods/exec', { condition: 'the cluster of shop/Pod/api is older than Kubernetes 1.35' }),
  inPod('k8s-ephemeral-container', 'patch pods/ephemeralcontainers', { sameWith: [['verbs: [patch]', 'verbs: [update]']] }),
  inPod('k8s-node-proxy', 'create nodes/proxy', {
    code: deployer + pod('api', 'deployer') + alice(['create nodes/proxy'], null),
    sameWith: [['verbs: [create]', 'verbs: [get]']],
    closedBy: [
      ...without([rule('create nodes/proxy')]),
      ...noToken,
      ['another part of nodes', 'nodes/proxy', 'nodes/status'],
      [
        'the rights are in a namespace',
        'kind: ClusterRoleBinding\nmetadata: { name: alice }',
        'kind: RoleBinding\nmetadata: { name: alice, namespace: shop }',
      ],
    ],
  }),
  onNode({
    ...{ way: 'k8s-privileged-pod', rights: ['create pods'], level: 'privileged' },
    closedBy: [
      elsewhere,
      ['the namespace keeps them out', 'enforce: privileged', 'enforce: baseline'],
      ['the namespace keeps out even more', 'enforce: privileged', 'enforce: restricted'],
    ],
  }),
  onNode({
    ...{ way: 'k8s-namespace-label', rights: ['create pods', 'patch namespaces: shop'], level: 'restricted' },
    closedBy: [elsewhere, ['another namespace may be changed', 'resourceNames: [shop]', 'resourceNames: [billing]']],
  }),
  onNode({
    ...{
      way: 'k8s-host-volume',
      rights: ['create pods', 'create persistentvolumeclaims'],
      level: 'restricted',
      wide: ['create persistentvolumes'],
    },
    closedBy: [
      [
        'volumes belong to no namespace',
        'kind: ClusterRoleBinding\nmetadata: { name: alice }',
        'kind: RoleBinding\nmetadata: { name: alices, namespace: shop }',
      ],
    ],
  }),
  {
    way: 'k8s-secret-token',
    code: `${deployer}apiVersion: v1
kind: Secret
metadata: { name: deployer-token, namespace: shop, annotations: { kubernetes.io/service-account.name: deployer } }
type: kubernetes.io/service-account-token
---
${alice(['get secrets'])}`,
    tells: 'alice: CAN_READ shop/Secret/deployer-token, LEAKS_CREDENTIAL shop/ServiceAccount/deployer, HAS_ADMIN admin',
    sameWith: [
      ['verbs: [get]', 'verbs: [list]'],
      ['verbs: [get]', 'verbs: [watch]'],
      [rule('get secrets'), rule('get secrets: deployer-token')],
    ],
    closedBy: [
      ...without([rule('get secrets')]),
      elsewhere,
      ['the right is for another secret', rule('get secrets'), rule('get secrets: web')],
      ['no token is in it', 'type: kubernetes.io/service-account-token', 'type: Opaque'],
    ],
  },
];
