/** Google Cloud as facts: service accounts, projects, what runs as whom, who comes from clusters and from outside. */
import type { GcpLogin, Workload } from '@kumomori/model';
import { storesOf, workloadsOf } from '@kumomori/model';
import { accountIn } from '../../../iam/clouds/index.ts';
import type { GcpWorld, KubernetesWorld } from '../../../iam/clouds/index.ts';
import { gcpEscalations } from '../../catalogue/clouds/index.ts';
import type { PathObject, PathTrust, PathWay } from '../../inputs.ts';
import type { Building } from '../context.ts';
import { decided, evidenceOf } from '../context.ts';
import { isForAnyBuild } from '../trusts.ts';
import type { CloudParts, CloudTarget } from './parts.ts';
import { conditionFrom } from './parts.ts';
import { fromClusters } from './cluster-accounts.ts';
import { RUNNING } from './oracle.ts';

const ACCOUNT = 'gcp.service-account';
const PROJECT = 'gcp.project';
const AGENTS: readonly (readonly [email: RegExp, kind: string])[] = [
  [/@cloudbuild\.gserviceaccount\.com$/, 'gcp.build-agent'],
  [/@cloudservices\.gserviceaccount\.com$/, 'gcp.deployment-agent'],
];

export function gcpParts(building: Building, world: GcpWorld, kubernetes: KubernetesWorld | undefined | null): CloudParts {
  const accounts = world.principals.filter(({ kind }) => kind === 'service-account');
  const object = (id: string, kind: string, node: string, account: string): PathObject => ({
    id,
    node,
    account,
    kind,
    flags: {},
    heldBy: [],
  });
  const above = [...new Set(world.projects.flatMap((each) => world.above(each)))];
  return {
    world,
    escalations: gcpEscalations,
    targets: [...targetsOf(building, world, kubernetes?.cluster ?? null), ...insideCluster(building, kubernetes ?? null)],
    objects: [
      ...accounts.map(({ id, node, account }) => object(id, ACCOUNT, node, account)),
      ...world.projects.map((id) => object(id, PROJECT, id, id)),
      ...above.map((id) => object(id, id.startsWith('folders/') ? 'gcp.folder' : 'gcp.organization', id, id)),
    ],
    workloads: [],
    trusts: [...fromClusters(building, clusterAccounts(world)), ...fromPools(building, world)],
    ways: [...ownersOf(world), ...rolesOf(building, world)],
    identitiesOf: ({ workloadKind, identities }) =>
      workloadKind.startsWith('gcp.') ? identities.items.flatMap((text) => accountIn(text) ?? []) : [],
    accountOf: ({ kind, account, id }) => (kind.startsWith('gcp.') ? (world.projectOf(id) ?? account) : account),
    publicTo: ({ storeKind, id, blocksPublic }, actions) => {
      if (!storeKind.startsWith('gcp.') || decided(blocksPublic) === true) return false;
      return openTo(world, id, actions);
    },
    isCallable: ({ workloadKind, id }) => {
      const action = INVOKE[workloadKind];
      return action !== undefined && openTo(world, id, [action]) === true;
    },
  };
}

const INVOKE: Readonly<Record<string, string>> = {
  'gcp.run.service': 'run.routes.invoke',
  'gcp.functions.function': 'cloudfunctions.functions.invoke',
};

function openTo(world: GcpWorld, id: string, actions: readonly string[]): boolean | NonNullable<ReturnType<typeof conditionFrom>> {
  for (const action of actions) {
    for (const { decision, condition } of [world.anybody(action, id), world.anybodySignedIn(action, id)])
      if (decision === 'allow') return conditionFrom(condition) ?? true;
  }
  return false;
}

function targetsOf(building: Building, world: GcpWorld, cluster: string | null): readonly CloudTarget[] {
  const { estate } = building;
  const logins = loginsOf(building);
  const inProject = (project: string) => {
    const [above, ...others] = world.above(project).map((id) => [id.startsWith('folders/') ? 'folder' : 'organization', id] as const);
    const places = [...(above ? [above] : []), ...others].map(([kind, id]) => [kind, { kind: `gcp.${kind}`, object: id }] as const);
    return { ...Object.fromEntries(places.toReversed()), project: { kind: PROJECT, object: project } };
  };
  const accounts = world.principals
    .filter(({ kind, account }) => kind === 'service-account' && account.startsWith('projects/'))
    .flatMap(({ id, node, place, account }): readonly CloudTarget[] => {
      const on = { ...inProject(account), target: { kind: ACCOUNT, object: id } };
      const parts = { node, place, on, gain: { has: id }, flags: { 'may-have-keys': keysIn(world, account) } };
      return [{ kind: ACCOUNT, ...parts }, ...AGENTS.filter(([email]) => email.test(id)).map(([, kind]) => ({ kind, ...parts }))];
    });
  const projects = world.projects.map((id): CloudTarget => {
    const on = { ...inProject(id), target: { kind: PROJECT, object: id } };
    return { kind: PROJECT, node: id, place: null, on, gain: { admin: id }, flags: {} };
  });
  const workloads = workloadsOf(estate)
    .filter(({ workloadKind }) => workloadKind.startsWith('gcp.'))
    .map((each) => {
      const project = world.projectOf(each.id) ?? each.account;
      const flags = { ...loginFlags(world, logins, { id: each.id, project }), ...kindFlags(each) };
      return { ...targetOf(each, inProject(project), cluster), flags };
    });
  const federated = world.principals.flatMap(({ id, kind, node, place }): readonly CloudTarget[] => {
    const project = kind === 'federated' ? world.projectOfPool(id) : undefined;
    if (project === undefined || !world.projects.includes(project)) return [];
    return [{ kind: 'gcp.federated', node, place, on: inProject(project), gain: { has: id }, flags: {} }];
  });
  const stores = storesOf(estate)
    .filter(({ storeKind }) => storeKind.startsWith('gcp.'))
    .map(({ id, node, place, storeKind }): CloudTarget => ({
      ...{ kind: storeKind, node, place, gain: { read: id }, flags: {} },
      on: { target: { kind: storeKind, object: id } },
    }));
  return [...accounts, ...projects, ...workloads, ...federated, ...stores];
}

const NO_KEYS = ['iam.disableServiceAccountKeyCreation', 'iam.managed.disableServiceAccountKeyCreation'];

/** Source: IAM documentation, "Organization policy constraints for service accounts", read 2026-11-22. */
function keysIn(world: GcpWorld, project: string): boolean | undefined {
  const stopped = NO_KEYS.map((each) => world.enforces(each, project));
  return stopped.includes(true) ? false : stopped.includes(undefined) ? undefined : true;
}

interface Logins {
  readonly own: ReadonlyMap<string, GcpLogin>;
  readonly ofProjects: readonly GcpLogin[];
}

function loginsOf({ estate }: Building): Logins {
  const all = estate.all('gcp.login');
  return {
    own: new Map(all.flatMap((each) => (each.isProject ? [] : [[each.id, each] as const]))),
    ofProjects: all.filter(({ isProject }) => isProject),
  };
}

/** Keys of the metadata count where OS Login is off, and those of the project where the instance does not refuse them. */
function loginFlags(
  world: GcpWorld,
  { own: byId, ofProjects }: Logins,
  { id, project }: { readonly id: string; readonly project: string },
) {
  const own = byId.get(id);
  const ofProject = ofProjects.filter(({ account }) => world.isIn(account, project));
  const said = [own, ...ofProject].map((each) => each?.usesOsLogin).find((each) => each !== undefined);
  const usesOsLogin = world.enforces('compute.requireOsLogin', project) === true ? true : decided(said);
  const refuses = decided(own?.blocksProjectKeys);
  const isOpen = usesOsLogin === false && refuses === false;
  return { 'takes-os-login': usesOsLogin, 'takes-project-keys': usesOsLogin === true || refuses === true ? false : isOpen || undefined };
}

/**
 * Service accounts of the one cluster of the estate: permissions of Google count in it beside its own roles. Source: GKE documentation,
 * "Authorize actions in clusters using IAM", read 2026-11-22. Of several clusters nobody knows which of them the manifests are for.
 */
function insideCluster({ estate }: Building, kubernetes: KubernetesWorld | null): readonly CloudTarget[] {
  const [only, another] = workloadsOf(estate).filter(({ workloadKind }) => workloadKind === 'gcp.gke.cluster');
  if (!kubernetes || !only || another) return [];
  const accounts = kubernetes.principals.filter(({ kind }) => kind === 'service-account');
  return accounts.map(({ id, node, place }) => ({
    ...{ kind: 'gcp.gke.account', node, place, gain: { run: id + RUNNING }, flags: {} },
    on: { target: { kind: only.workloadKind, object: only.id } },
  }));
}

function kindFlags({ type }: Workload): CloudTarget['flags'] {
  return { 'is-job': type.endsWith('_job'), 'is-service': type.endsWith('_service') };
}

function targetOf({ id, node, place, workloadKind, identities }: Workload, around: CloudTarget['on'], cluster: string | null): CloudTarget {
  const [account] = identities.items.flatMap((text) => accountIn(text) ?? []);
  return {
    ...{ kind: workloadKind, node, place, flags: {}, gain: { run: id, ...(cluster !== null && { admin: cluster }) } },
    on: {
      ...around,
      target: { kind: workloadKind, object: id },
      ...(account !== undefined && { identity: { kind: ACCOUNT, object: account } }),
    },
  };
}

/** Owners of more than the project they are counted in. */
function ownersOf(world: GcpWorld): readonly PathWay[] {
  return world.principals.flatMap(({ id, account }) =>
    world.projects.flatMap((project): readonly PathWay[] => {
      const { decision, condition } = project === account ? { decision: 'implicit-deny', condition: null } : world.adminOf(id, project);
      if (decision !== 'allow') return [];
      return [
        {
          ...{ id: 'gcp-owner', title: 'It may do everything in the project', edge: 'HAS_ADMIN', needs: [], setting: null, evidence: [] },
          ...{ from: { fact: 'has', id }, to: { fact: 'admin', id: project }, condition: conditionFrom(condition) },
        },
      ];
    }),
  );
}

/** Who holds a custom role in the project and may change it gives himself what it lacks. */
function rolesOf(building: Building, world: GcpWorld): readonly PathWay[] {
  const known = new Set(world.principals.map(({ id }) => id));
  return building.estate.all('gcp.role').flatMap(({ names, place }) => {
    const [, kind, home] =
      names.map((each) => /^((?:project|organization)s)\/([^/]+)\/roles\//.exec(each)).find((each) => each !== null) ?? [];
    if (kind === undefined || home === undefined) return [];
    const owner = kind === 'projects' ? world.projects.find((each) => each === `projects/${home}`) : `organizations/${home}`;
    if (owner === undefined) return [];
    const need = { action: 'iam.roles.update', kind: kind === 'projects' ? PROJECT : 'gcp.organization', object: owner };
    const holders = world.holdersOf(names).filter(({ member }) => known.has(member));
    if (holders.length === 0) return [];
    return world.projects.flatMap((project) => {
      const places = [project, ...world.above(project)];
      const here = new Set(holders.filter(({ on }) => places.includes(on)).map(({ member }) => member));
      return [...here].map((id): PathWay => ({
        ...{
          id: 'gcp-role',
          title: 'Give the role that it holds every permission',
          edge: 'CAN_GRANT_SELF',
          condition: null,
          setting: null,
        },
        ...{ needs: [need], from: { fact: 'has', id }, to: { fact: 'admin', id: project }, evidence: evidenceOf(building, place) },
      }));
    });
  });
}

/** Service accounts of clusters as Google Cloud names them. Source: GKE documentation, "Workload Identity Federation for GKE", read 2026-11-22. */
function clusterAccounts(world: GcpWorld): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { id } of world.principals) {
    const [, namespace, name] =
      /\.svc\.id\.goog\[([^/\]]+)\/([^\]]+)\]$/.exec(id) ?? /\.svc\.id\.goog\/subject\/ns\/([^/]+)\/sa\/([^/]+)$/.exec(id) ?? [];
    if (namespace === undefined) continue;
    const account = `system:serviceaccount:${namespace}:${name}`;
    found.set(account, [...(found.get(account) ?? []), id]);
  }
  return found;
}

function outsideOf(issuer: string): PathTrust['from'] {
  return { kind: isForAnyBuild(issuer) ? 'any-build' : 'oidc', node: issuer };
}

/** Whole pools, or what any repository can say of itself, where no condition of the provider keeps others out. */
function fromPools(building: Building, world: GcpWorld): readonly PathTrust[] {
  const providers = building.estate.all('gcp.pool-provider');
  return world.principals.flatMap(({ id }): readonly PathTrust[] => {
    const [, pool, rest] = /^principalSet:\/\/iam\.googleapis\.com\/.*\/workloadIdentityPools\/([^/]+)\/(.+)$/.exec(id) ?? [];
    if (pool === undefined || rest !== '*') return [];
    return providers
      .filter((each) => decided(each.pool)?.split('/').at(-1) === pool && each.condition === undefined)
      .map(({ issuer, place }) => ({
        ...{
          from: outsideOf((decided(issuer) ?? 'provider').replace(/^https?:\/\//, '')),
          through: null,
          to: id,
          condition: null,
        },
        ...{ isKnown: false, evidence: evidenceOf(building, place) },
        setting: {
          id: `pool ${id}`,
          kind: 'trust' as const,
          summary: `Narrow who comes into ${pool}`,
          evidence: evidenceOf(building, place),
        },
      }));
  });
}
