/** Clusters as facts: pods, service accounts, nodes, and the roles of AWS that service accounts become. */
import type { Workload } from '@kumomori/model';
import { workloadsOf } from '@kumomori/model';
import { accountIn, ANONYMOUS } from '../../../iam/clouds/index.ts';
import type { CloudPrincipal, KubernetesWorld } from '../../../iam/clouds/index.ts';
import { kubernetesEscalations } from '../../catalogue/clouds/index.ts';
import type { PathObject, PathTrust, PathWay, PathWorkload } from '../../inputs.ts';
import type { Building } from '../context.ts';
import { decided, evidenceOf, rolesNamed } from '../context.ts';
import { RUNNING } from './oracle.ts';
import type { CloudParts, CloudTarget } from './parts.ts';
import { plainWorkload, unknown } from './parts.ts';
import { roleTrustsFor } from './web-identity.ts';

const ACCOUNT = 'system:serviceaccount:';
const ACCOUNT_KIND = 'kubernetes.service-account';

export function kubernetesParts(building: Building, world: KubernetesWorld): CloudParts {
  const { estate } = building;
  const accounts = world.principals.filter(({ kind }) => kind === 'service-account');
  const pods = workloadsOf(estate).filter(({ workloadKind }) => workloadKind === 'kubernetes.pod');
  const account = world.cluster;
  const object = (id: string, kind: string, node: string): PathObject => ({ id, node, account, kind, flags: {}, heldBy: [] });
  const node = nodesOf(building, account);
  const every = { ...node, id: `every one of the ${node.id}`, node: `every one of the ${node.node}` };
  const hasAwsAuth = estate.all('aws.eks-access').some(({ cluster }) => cluster === undefined);
  return {
    world,
    escalations: kubernetesEscalations,
    targets: targetsOf(building, { world, accounts, pods, hasAwsAuth }),
    objects: [
      object(world.clusterObject, 'kubernetes.cluster', account),
      ...world.namespaces.map((name) => object(name, 'kubernetes.namespace', name)),
      ...[...namesOf(world), ...pods.flatMap(({ names }) => podNamed(names) ?? [])].map((name) => object(name, NAMED, name)),
      ...(hasAwsAuth ? [object(AWS_AUTH, 'kubernetes.aws-auth', AWS_AUTH)] : []),
    ],
    workloads: [
      ...accounts.map(({ id, node: name, place }) =>
        plainWorkload({ id: id + RUNNING, node: name, account, kind: ACCOUNT_KIND, evidence: evidenceOf(building, place) }),
      ),
      node,
      every,
    ],
    trusts: [...roleTrustsFor(building, accounts, pods), ...associatedRoles(building, world), ...anonymousTrust(world)],
    ways: [
      ...accounts.flatMap(({ id, node: name }) => [
        link({ id: 'k8s-runs-as', title: 'Its token is mounted' }, { from: ['run', id + RUNNING], to: ['has', id] }),
        link(
          { id: 'k8s-admin', title: `An administrator of the cluster runs pods as ${name}` },
          { from: ['admin', account], to: ['run', id + RUNNING] },
        ),
      ]),
      ...pods.flatMap((pod) => escapesOf(building, pod, isOnEveryNode(pod) ? every.id : node.id)),
      ...pods.flatMap((pod) => [fromNode(building, pod, node.id), { ...fromNode(building, pod, every.id), condition: null }]),
      ...accessOfAws(building, world),
      ...tokensOf(building, world),
    ],
    identitiesOf: (workload) => (workload.workloadKind === 'kubernetes.pod' ? mountedAccounts(building, workload) : []),
    accountOf: ({ kind, account: own }) => (kind.startsWith('kubernetes.') ? account : own),
  };
}

const AWS_AUTH = 'kube-system/ConfigMap/aws-auth';

/** Objects of which a permission may name just the one. */
const NAMED = 'kubernetes.named';
const MASTERS = 'name:system:masters';
const CLUSTER_ADMIN = 'name:cluster-admin';
const CLIENT_SIGNER = 'name:kubernetes.io/kube-apiserver-client';

function namesOf(world: KubernetesWorld): readonly string[] {
  return [
    ...new Set([MASTERS, CLUSTER_ADMIN, CLIENT_SIGNER, ...peopleOf(world).map(({ name }) => name)]),
    ...world.namespaces.flatMap((each) => [`${each}/ClusterRole/cluster-admin`, `${each}/Namespace/${each}`]),
  ];
}

/** Users and groups as impersonation names them. */
function peopleOf({
  principals,
}: KubernetesWorld): readonly { readonly principal: CloudPrincipal; readonly kind: string; readonly name: string }[] {
  return principals.flatMap((principal) => {
    const { id, kind } = principal;
    if (id === ANONYMOUS || (kind !== 'user' && kind !== 'group')) return [];
    return [{ principal, kind: `kubernetes.${kind}`, name: `name:${id.replace(/^group:/, '')}` }];
  });
}

/** The pod, when its name is written: those of controllers have names nobody knows before. */
function podNamed(names: readonly string[]): string | undefined {
  return names.find((each) => /^[^/\s~]+\/Pod\/[^/\s]+$/.test(each));
}

/** Service accounts whose token the pod has. Source: Kubernetes documentation, "Configure Service Accounts for Pods", read 2026-11-22. */
function mountedAccounts({ estate }: Building, { identities, mountsToken }: Workload): readonly string[] {
  if (mountsToken === false) return [];
  return identities.items.filter((name) => {
    if (!name.startsWith(ACCOUNT)) return false;
    const [account] = estate.named('cloud-identity', name);
    return mountsToken === true || account?.mountsToken !== false;
  });
}

interface Things {
  readonly world: KubernetesWorld;
  readonly accounts: readonly CloudPrincipal[];
  readonly pods: readonly Workload[];
  readonly hasAwsAuth: boolean;
}

const PLURALS: Readonly<Record<string, string>> = {
  ...{ Deployment: 'deployments', DaemonSet: 'daemonsets', StatefulSet: 'statefulsets', ReplicaSet: 'replicasets' },
  ...{ ReplicationController: 'replicationcontrollers', Job: 'jobs', CronJob: 'cronjobs' },
};
const LEVEL = 'pod-security.kubernetes.io/enforce';

function targetsOf({ estate }: Building, { world, accounts, pods, hasAwsAuth }: Things): readonly CloudTarget[] {
  const cluster = { kind: 'kubernetes.cluster', object: world.clusterObject };
  const controllers = new Set(
    pods.flatMap(({ names }) => names.map((name) => `${name.split('/')[0]} ${PLURALS[name.split('/')[1] ?? ''] ?? ''}`)),
  );
  const named = (object: string) => ({ kind: NAMED, object });
  const within = (namespace: string) => ({
    ...{ cluster, namespace: { kind: 'kubernetes.namespace', object: namespace } },
    ...{
      'cluster-admin-here': named(`${namespace}/ClusterRole/cluster-admin`),
      'namespace-itself': named(`${namespace}/Namespace/${namespace}`),
    },
  });
  const levels = new Map(estate.all('kubernetes.namespace').map(({ name, tags }) => [name, tags[LEVEL]]));
  const byNamespace = new Map(
    world.namespaces.map((namespace) => {
      const flags = Object.values(PLURALS).map((each) => [`has-${each}`, controllers.has(`${namespace} ${each}`)] as const);
      return [namespace, Object.fromEntries(flags)] as const;
    }),
  );
  return [
    ...accounts.map(({ id, node, place }): CloudTarget => {
      const namespace = id.split(':')[2] ?? '';
      const target = { kind: ACCOUNT_KIND, object: id + RUNNING };
      return {
        ...{ kind: ACCOUNT_KIND, node, place, on: { ...within(namespace), target }, gain: { has: id, run: id + RUNNING } },
        flags: byNamespace.get(namespace) ?? {},
      };
    }),
    ...pods.map(({ id, node, place, names }): CloudTarget => {
      const around = within(namespaceOf(names));
      const pod = podNamed(names);
      const on = { ...around, target: pod === undefined ? around.namespace : named(pod) };
      return { kind: 'kubernetes.pod', node, place, on, gain: { run: id }, flags: {} };
    }),
    ...peopleOf(world).map(({ principal: { id, node, place }, kind, name }): CloudTarget => ({
      ...{ kind, node, place, on: { cluster, target: named(name) }, gain: { has: id }, flags: {} },
    })),
    ...world.namespaces.map((namespace): CloudTarget => {
      const level = levels.get(namespace);
      const admits = level === undefined ? undefined : level === 'privileged';
      const on = { ...within(namespace), target: { kind: 'kubernetes.namespace', object: namespace } };
      return {
        kind: 'kubernetes.namespace',
        node: namespace,
        place: null,
        on,
        gain: { run: nodeId(world.cluster) },
        flags: { 'allows-privileged-pods': admits, 'keeps-out-privileged-pods': admits === undefined ? undefined : !admits },
      };
    }),
    {
      kind: 'kubernetes.cluster',
      node: world.cluster,
      place: null,
      on: {
        cluster,
        target: cluster,
        masters: named(MASTERS),
        'cluster-admin': named(CLUSTER_ADMIN),
        'client-signer': named(CLIENT_SIGNER),
      },
      gain: { admin: world.cluster },
      // Source: EKS User Guide, "Certificate signing": of the signers of Kubernetes it serves those of nodes only.
      flags: {
        'signs-client-certificates': workloadsOf(estate).some((each) => each.workloadKind === 'aws.eks.cluster') ? undefined : true,
      },
    },
    ...(hasAwsAuth
      ? [
          {
            ...{ kind: 'kubernetes.aws-auth', node: AWS_AUTH, place: null, gain: { admin: world.cluster }, flags: {} },
            on: { target: { kind: 'kubernetes.aws-auth', object: AWS_AUTH } },
          },
        ]
      : []),
  ];
}

function namespaceOf(names: readonly string[]): string {
  return names.find((each) => /^[^/\s~]+\/[A-Z]/.test(each))?.split('/')[0] ?? 'default';
}

function nodeId(cluster: string): string {
  return `nodes of ${cluster}`;
}

const NODE_KINDS: ReadonlySet<string> = new Set(['aws.eks.node-group', 'gcp.gke.node-pool', 'gcp.gke.cluster']);

/** All nodes as one: whoever is on one may come to be on another. They run as the roles of the estate's node groups. */
function nodesOf(building: Building, cluster: string): PathWorkload {
  const groups = workloadsOf(building.estate).filter(({ workloadKind }) => NODE_KINDS.has(workloadKind));
  const roles = groups.flatMap((group) => group.identities.items.flatMap((name) => rolesNamed(building, name, group)));
  const id = nodeId(cluster);
  return {
    ...plainWorkload({ id, node: id, account: cluster, kind: 'kubernetes.node', evidence: [] }),
    identities: [
      ...new Set([
        ...roles.map((each) => each.id),
        ...groups.flatMap((each) => each.identities.items.flatMap((text) => accountIn(text) ?? [])),
      ]),
    ],
  };
}

interface Link {
  readonly from: readonly [fact: 'has' | 'run' | 'admin', id: string];
  readonly to: readonly [fact: 'has' | 'run' | 'admin', id: string];
}

function link({ id, title }: Pick<PathWay, 'id' | 'title'>, { from, to }: Link): PathWay {
  return {
    ...{ id, title, edge: from[0] === 'admin' ? 'OWNS' : 'RUNS_AS', needs: [], condition: null, setting: null, evidence: [] },
    ...{ from: { fact: from[0], id: from[1] }, to: { fact: to[0], id: to[1] } },
  };
}

/** Sure ways out of a container, and those that hang on what is mounted. */
const SURE: ReadonlySet<string> = new Set(['privileged', 'host-pid', 'container-socket', 'capability']);

function escapesOf(building: Building, { id, node, escapes, place }: Workload, host: string): readonly PathWay[] {
  const isSure = escapes.some((each) => SURE.has(each));
  if (!isSure && !escapes.includes('host-path')) return [];
  const evidence = evidenceOf(building, place);
  return [
    {
      ...{ id: 'k8s-escape', title: 'Leave the container for its node', edge: 'CONTAINER_ESCAPE', needs: [], evidence },
      ...{ from: { fact: 'run', id }, to: { fact: 'run', id: host } },
      condition: isSure ? null : unknown(`what ${node} mounts of its node is enough to leave the container`),
      setting: { id: `escape ${id}`, kind: 'configuration', summary: `Run ${node} without ${escapes.join(', ')}`, evidence },
    },
  ];
}

/** Daemon sets, unless they choose their nodes, which is rare: then it is a little too much. */
function isOnEveryNode({ names }: Workload): boolean {
  return names.some((each) => /^[^/\s]+\/DaemonSet\//.test(each));
}

function fromNode(building: Building, { id, node, place }: Workload, host: string): PathWay {
  return {
    ...{ id: 'k8s-node-pods', title: 'Get into the pods of the node', edge: 'CAN_EXEC', needs: [], setting: null },
    ...{ from: { fact: 'run', id: host }, to: { fact: 'run', id }, condition: unknown(`a pod of ${node} runs on the same node`) },
    evidence: evidenceOf(building, place),
  };
}

/** Access policies of EKS that give everything. Source: EKS User Guide, "Review access policy permissions", read 2026-11-22. */
const ADMIN_POLICY = /\/AmazonEKSClusterAdminPolicy$/;
const EDIT_POLICY = /\/AmazonEKS(?:Admin|Edit)Policy$/;

/** Who of AWS is who in the cluster. */
function accessOfAws(building: Building, world: KubernetesWorld): readonly PathWay[] {
  return building.estate.all('aws.eks-access').flatMap((entry): readonly PathWay[] => {
    const name = decided(entry.principal);
    const policy = decided(entry.policy);
    if (name === undefined) return [];
    const evidence = evidenceOf(building, entry.place);
    const setting = {
      id: `access ${entry.id}`,
      kind: 'attachment' as const,
      summary: `Give ${name} fewer rights in the cluster`,
      evidence,
    };
    const parts = {
      id: 'eks-access',
      title: 'It has access to the cluster',
      edge: 'CAN_ASSUME' as const,
      needs: [],
      condition: null,
      setting,
      evidence,
    };
    const isHere = (id: string): boolean => entry.namespaces.items.length === 0 || entry.namespaces.items.includes(id.split(':')[2] ?? '');
    const gains: PathWay['to'][] = [
      ...entry.groups.items.flatMap((group) => world.find(`group:${group}`)).map(({ id }) => ({ fact: 'has' as const, id })),
      ...(policy !== undefined && ADMIN_POLICY.test(policy) ? [{ fact: 'admin' as const, id: world.cluster }] : []),
      ...(policy !== undefined && EDIT_POLICY.test(policy)
        ? world.principals
            .filter(({ id, kind }) => kind === 'service-account' && isHere(id))
            .map(({ id }) => ({ fact: 'run' as const, id: id + RUNNING }))
        : []),
    ];
    const holders = [...rolesNamed(building, name, entry), ...building.iam.find(name)];
    return [...new Set(holders.map(({ id }) => id))].flatMap((id) => gains.map((to) => ({ ...parts, from: { fact: 'has', id }, to })));
  });
}

/** Whoever reads a secret that holds a token has the account. */
function tokensOf(building: Building, world: KubernetesWorld): readonly PathWay[] {
  return building.estate.all('identity-binding').flatMap(({ how, from, to, place }) => {
    const store = decided(from);
    if (how !== 'token' || store === undefined) return [];
    const evidence = evidenceOf(building, place);
    return to.items
      .flatMap((name) => world.find(name))
      .map(({ id }): PathWay => ({
        ...{
          id: 'k8s-secret-token',
          title: 'The secret holds a token of the service account',
          edge: 'LEAKS_CREDENTIAL',
          needs: [],
          evidence,
        },
        ...{ from: { fact: 'read', id: store }, to: { fact: 'has', id }, condition: null, setting: null },
      }));
  });
}

/** EKS Pod Identity: every pod of the account gets the role, also one that is made for it. Pods that are there are trusts of the workloads. */
function associatedRoles(building: Building, world: KubernetesWorld): readonly PathTrust[] {
  return building.estate.all('identity-binding').flatMap((binding) => {
    const from = decided(binding.from);
    if (binding.how !== 'pod-identity' || from === undefined || world.find(from).length === 0) return [];
    const evidence = evidenceOf(building, binding.place);
    const setting = {
      id: `binding ${binding.id} ${from}`,
      kind: 'attachment' as const,
      summary: `Give ${from} a role with fewer rights`,
      evidence,
    };
    const roles = binding.to.items.flatMap((name) => rolesNamed(building, name, binding));
    return [...new Set(roles.map(({ id }) => id))].map((to): PathTrust => ({
      ...{ from: { kind: 'service-account', node: from }, through: from + RUNNING, to },
      ...{ condition: null, isKnown: true, isOwn: true, setting, evidence },
    }));
  });
}

function anonymousTrust(world: KubernetesWorld): readonly PathTrust[] {
  if (world.find(ANONYMOUS).length === 0) return [];
  const condition = unknown('the API of the cluster is reachable and takes anonymous requests');
  const from = { kind: 'anyone' as const, node: 'internet' };
  return [{ from, through: null, to: ANONYMOUS, condition, isKnown: false, setting: null, evidence: [] }];
}
