/** Azure and its directory as facts: subscriptions, managed identities, applications, people, what runs as whom. */
import type { Workload } from '@kumomori/model';
import { storesOf, workloadsOf } from '@kumomori/model';
import { DIRECTORY, subscriptionOf } from '../../../iam/clouds/index.ts';
import type { AzureWorld, CloudPrincipal } from '../../../iam/clouds/index.ts';
import { azureEscalations } from '../../catalogue/clouds/index.ts';
import type { PathObject, PathWay } from '../../inputs.ts';
import type { Building } from '../context.ts';
import { decided, evidenceOf } from '../context.ts';
import { fromClusters } from './cluster-accounts.ts';
import type { CloudParts, CloudTarget } from './parts.ts';
import { conditionFrom } from './parts.ts';

const SUBSCRIPTION = 'azure.subscription';
const GROUP = 'azure.resource-group';
const IDENTITY = 'azure.managed-identity';
const ROOT = 'entra.directory';

export function azureParts(building: Building, world: AzureWorld, cluster: string | null): CloudParts {
  const object = (id: string, kind: string, account: string, node = id): PathObject => ({ id, node, account, kind, flags: {}, heldBy: [] });
  const identities = world.principals.filter(({ kind, id }) => kind === 'managed-identity' && !id.endsWith('#identity'));
  const groups = new Set(identities.map(({ id }) => groupOf(id)).filter((each) => each !== null));
  return {
    world,
    escalations: azureEscalations,
    targets: targetsOf(building, world, cluster),
    objects: [
      object('/', ROOT, DIRECTORY, DIRECTORY),
      ...world.subscriptions.map((id) => object(id, SUBSCRIPTION, id)),
      ...[...groups].map((id) => object(id, GROUP, subscriptionOf(id) ?? '')),
      ...identities.map(({ id, node, account }) => object(id, IDENTITY, account, node)),
    ],
    workloads: [],
    trusts: fromClusters(building, clusterAccounts(building, world)),
    ways: [...ownersOf(world), ...ownedApplications(building, world)],
    identitiesOf: ({ workloadKind, identities: names }) =>
      workloadKind.startsWith('azure.') ? names.items.flatMap((name) => world.find(name).map(({ id }) => id)) : [],
    accountOf: ({ kind, account, id }) => (kind.startsWith('azure.') ? (subscriptionOf(id) ?? `/subscriptions/${account}`) : account),
    publicTo: ({ storeKind, sharedWith, blocksPublic }, actions) => {
      if (!storeKind.startsWith('azure.') || decided(blocksPublic) === true) return false;
      return sharedWith.items.includes('*') && actions.some((each) => each.endsWith('/read'));
    },
  };
}

function groupOf(id: string): string | null {
  return /^(\/subscriptions\/[^/]+\/resourcegroups\/[^/]+)\//i.exec(id)?.[1] ?? null;
}

const PEOPLE: Partial<Readonly<Record<CloudPrincipal['kind'], string>>> = {
  user: 'entra.user',
  group: 'entra.group',
  application: 'entra.application',
};

function targetsOf({ estate }: Building, world: AzureWorld, cluster: string | null): readonly CloudTarget[] {
  const directory = { kind: ROOT, object: '/' };
  const target = (kind: string, object: string) => ({ target: { kind, object }, directory });
  const principals = world.principals.flatMap(({ id, kind, node, place }): readonly CloudTarget[] => {
    const group = groupOf(id);
    const parts = { node, place, gain: { has: id }, flags: {} };
    if (kind === 'managed-identity' && !id.endsWith('#identity')) {
      const on = {
        directory,
        'user-assigned': { kind: IDENTITY, object: id },
        ...(group !== null && { group: { kind: GROUP, object: group } }),
      };
      return [{ kind: IDENTITY, on, ...parts }];
    }
    const named = PEOPLE[kind];
    return named === undefined ? [] : [{ kind: named, on: { directory }, ...parts }];
  });
  const subscriptions = world.subscriptions.map((id): CloudTarget => ({
    ...{ kind: SUBSCRIPTION, node: id, place: null, on: target(SUBSCRIPTION, id), gain: { admin: id }, flags: {} },
  }));
  const workloads = workloadsOf(estate)
    .filter(({ workloadKind }) => workloadKind.startsWith('azure.'))
    .map(({ id, node, place, workloadKind }: Workload): CloudTarget => ({
      ...{ kind: workloadKind, node, place, on: target(workloadKind, id), flags: {} },
      gain: { run: id, ...(cluster !== null && { admin: cluster }) },
    }));
  const stores = storesOf(estate)
    .filter(({ storeKind }) => storeKind.startsWith('azure.'))
    .flatMap(({ id, node, place, storeKind }): readonly CloudTarget[] => {
      const parts = { node, place, on: target(storeKind, id), gain: { read: id }, flags: {} };
      return [{ kind: storeKind, ...parts }, ...(ROLE_STORES.test(storeKind) ? [{ kind: 'azure.store', ...parts }] : [])];
    });
  const root: CloudTarget = { kind: ROOT, node: DIRECTORY, place: null, on: target(ROOT, '/'), gain: { admin: DIRECTORY }, flags: {} };
  return [...principals, ...subscriptions, ...workloads, ...stores, root];
}

/** Stores whose content a role gives. */
const ROLE_STORES = /^azure\.(?:storage|keyvault|cosmosdb|compute|container|servicebus|eventhub|appconfiguration)\./;

/** Owners of more than the subscription they are counted in. */
function ownersOf(world: AzureWorld): readonly PathWay[] {
  return world.principals.flatMap((principal) =>
    world.subscriptions.flatMap((subscription): readonly PathWay[] => {
      if (subscription === principal.account) return [];
      const { decision, condition } = world.adminOf(principal, subscription);
      if (decision !== 'allow') return [];
      return [
        {
          ...{
            id: 'azure-owner',
            title: 'It may do everything in the subscription',
            edge: 'HAS_ADMIN',
            needs: [],
            setting: null,
            evidence: [],
          },
          ...{ from: { fact: 'has', id: principal.id }, to: { fact: 'admin', id: subscription }, condition: conditionFrom(condition) },
        },
      ];
    }),
  );
}

/** Owners add credentials. Source: Entra documentation, "Overview of permissions and consent: application owners", read 2026-11-22. */
function ownedApplications(building: Building, world: AzureWorld): readonly PathWay[] {
  return building.estate.all('entra.principal').flatMap(({ owners, principalKind, names, node, place }): readonly PathWay[] => {
    if (principalKind !== 'application' && principalKind !== 'service-principal') return [];
    const [application] = names.flatMap((name) => world.find(name));
    if (!application) return [];
    const evidence = evidenceOf(building, place);
    const setting = { id: `owners ${node}`, kind: 'configuration' as const, summary: `Take away the owners of ${node}`, evidence };
    return owners.items
      .flatMap((owner) => world.find(owner))
      .map(({ id }) => ({
        ...{ id: 'entra-owner', title: 'Add a credential to the application as its owner', edge: 'CAN_CREATE_KEY', needs: [] },
        ...{ from: { fact: 'has', id }, to: { fact: 'has', id: application.id }, condition: null, setting, evidence },
      }));
  });
}

/** Service accounts of clusters by the subject of federated credentials. Source: AKS documentation, "Workload ID", read 2026-11-22. */
function clusterAccounts({ estate }: Building, world: AzureWorld): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { how, from, to, type } of estate.all('identity-binding')) {
    const subject = decided(from);
    if (how !== 'azure-workload-identity' || !/federated/i.test(type) || subject?.startsWith('system:serviceaccount:') !== true) continue;
    const ids = to.items.flatMap((name) => world.find(name).map(({ id }) => id));
    found.set(subject, [...(found.get(subject) ?? []), ...ids]);
  }
  return found;
}
