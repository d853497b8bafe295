/** Ways to other people and to the whole cluster. */
import type { Change, WayCase } from '../way-case.ts';
import { without } from '../way-case.ts';
import { administrator, alice, deployer, rule } from './parts.ts';

/** The same role given in a namespace says nothing of what belongs to none. */
const inNamespace: Change = [
  'the rights are in a namespace',
  'kind: ClusterRoleBinding\nmetadata: { name: alice }',
  'kind: RoleBinding\nmetadata: { name: alice, namespace: shop }',
];

interface OverCluster {
  readonly way: string;
  readonly edge: string;
  readonly rights: readonly string[];
  readonly condition?: string;
  readonly sameWith?: WayCase['sameWith'];
  readonly closedBy: readonly Change[];
}

function overCluster({ way, edge, rights, condition, sameWith = [], closedBy }: OverCluster): WayCase {
  return {
    ...{ way, sameWith, code: alice(rights, null), tells: `alice: ${edge} admin`, ...(condition !== undefined && { condition }) },
    closedBy: [...without(rights.map(rule)), inNamespace, ...closedBy],
  };
}

function only(right: string, names: string, why: string): Change {
  return [why, rule(right), rule(`${right.split(': ')[0] ?? ''}: ${names}`)];
}

const awsAuth = `apiVersion: v1
kind: ConfigMap
metadata: { name: aws-auth, namespace: kube-system }
data:
  mapRoles: |
    - rolearn: arn:aws:iam::123456789012:role/nodes
      username: system:node:{{EC2PrivateDNSName}}
      groups: [system:bootstrappers, system:nodes]
---
`;

const CSR = 'update certificatesigningrequests/approval';
const SIGNER = 'approve signers: kubernetes.io/kube-apiserver-client';

export const clusterCases: readonly WayCase[] = [
  {
    way: 'k8s-impersonate-user',
    code: administrator('kind: User, name: bob') + alice(['impersonate users: bob'], null),
    tells: 'alice: CAN_ASSUME bob, HAS_ADMIN admin',
    sameWith: [[', resourceNames: [bob]', '']],
    closedBy: [
      ...without([rule('impersonate users: bob')]),
      inNamespace,
      ['the right is for somebody else', 'resourceNames: [bob]', 'resourceNames: [carol]'],
      ['he has no rights', 'name: cluster-admin', 'name: view'],
    ],
  },
  {
    way: 'k8s-impersonate-group',
    code: administrator('kind: Group, name: operators') + alice(['impersonate users', 'impersonate groups: operators'], null),
    tells: 'alice: CAN_ASSUME operators, HAS_ADMIN admin',
    sameWith: [['resources: [users]', 'resources: [serviceaccounts]']],
    closedBy: [
      ...without(['impersonate users', 'impersonate groups: operators'].map(rule)),
      inNamespace,
      ['the right is for another group', 'resourceNames: [operators]', 'resourceNames: [visitors]'],
      ['the group has no rights', 'name: cluster-admin', 'name: view'],
    ],
  },
  overCluster({
    ...{ way: 'k8s-impersonate-masters', edge: 'CAN_GRANT_SELF', rights: ['impersonate users', 'impersonate groups: "system:masters"'] },
    sameWith: [[', resourceNames: ["system:masters"]', '']],
    closedBy: [only('impersonate groups: "system:masters"', 'visitors', 'another group only')],
  }),
  overCluster({
    ...{ way: 'k8s-escalate', edge: 'CAN_GRANT_SELF', rights: ['escalate clusterroles', 'update clusterroles'] },
    sameWith: [['verbs: [update]', 'verbs: [patch]']],
    closedBy: [
      only('escalate clusterroles', 'monitoring', 'another role only'),
      only('update clusterroles', 'monitoring', 'another role may be changed'),
    ],
  }),
  overCluster({
    ...{ way: 'k8s-bind', edge: 'CAN_GRANT_SELF', rights: ['bind clusterroles: cluster-admin', 'create clusterrolebindings'] },
    sameWith: [[', resourceNames: [cluster-admin]', '']],
    closedBy: [
      only('bind clusterroles: cluster-admin', 'view', 'another role only'),
      only('create clusterrolebindings', 'web', 'creating goes by no name'),
    ],
  }),
  overCluster({
    ...{ way: 'k8s-certificate', edge: 'CAN_CREATE_KEY', rights: ['create certificatesigningrequests', CSR, SIGNER] },
    sameWith: [
      ['verbs: [update]', 'verbs: [patch]'],
      [', resourceNames: [kubernetes.io/kube-apiserver-client]', ''],
    ],
    closedBy: [only(SIGNER, 'kubernetes.io/kubelet-serving', 'another signer only')],
  }),
  overCluster({
    ...{ way: 'k8s-webhook', edge: 'CAN_LAUNCH', rights: ['create mutatingwebhookconfigurations'] },
    condition: 'somebody creates pods with rights in kubernetes',
    closedBy: [
      only('create mutatingwebhookconfigurations', 'web', 'creating goes by no name'),
      ['webhooks that only look', 'mutatingwebhookconfigurations', 'validatingwebhookconfigurations'],
    ],
  }),
  overCluster({
    ...{ way: 'k8s-webhook-change', edge: 'CAN_LAUNCH', rights: ['patch mutatingwebhookconfigurations'] },
    condition: 'kubernetes has a webhook that changes objects, and somebody creates pods with rights',
    sameWith: [['verbs: [patch]', 'verbs: [update]']],
    closedBy: [['webhooks that only look', 'mutatingwebhookconfigurations', 'validatingwebhookconfigurations']],
  }),
  {
    way: 'k8s-aws-auth',
    code: deployer + awsAuth + alice(['update configmaps: aws-auth'], 'kube-system'),
    tells: 'alice: CAN_GRANT_SELF admin',
    sameWith: [
      [', resourceNames: [aws-auth]', ''],
      ['verbs: [update]', 'verbs: [patch]'],
    ],
    closedBy: [
      ...without([rule('update configmaps: aws-auth')]),
      ['the right is for another one', 'resourceNames: [aws-auth]', 'resourceNames: [coredns]'],
      ['the rights are in another namespace', 'name: alice, namespace: kube-system', 'name: alice, namespace: shop'],
      ['there is no such thing', 'name: aws-auth, namespace: kube-system', 'name: settings, namespace: kube-system'],
    ],
  },
];
