/** Azure and its directory as facts: subscriptions, managed identities, applications, people, what runs as whom. */
import type { Workload } from '@kumomori/model';
import { DIRECTORY, subscriptionOf } from '../../../iam/clouds/index.ts';
import type { AzureWorld } from '../../../iam/clouds/index.ts';
import { azureEscalations } from '../../catalogue/clouds/index.ts';
import type { PathObject } from '../../inputs.ts';
import type { Building } from '../context.ts';
import { decided } from '../context.ts';
import { AZURE, azureTargets, groupOf, groupsWithRights } from './azure-targets.ts';
import { azureWays } from './azure-ways.ts';
import { fromClusters } from './cluster-accounts.ts';
import type { CloudParts } from './parts.ts';

export function azureParts(building: Building, world: AzureWorld, cluster: string | null): CloudParts {
  const object = (id: string, kind: string, account: string, node = id): PathObject => ({ id, node, account, kind, flags: {}, heldBy: [] });
  const identities = world.principals.filter(({ kind, id }) => kind === 'managed-identity' && !id.endsWith('#identity'));
  const groups = new Set([...identities.map(({ id }) => groupOf(id)).filter((each) => each !== null), ...groupsWithRights(building)]);
  return {
    world,
    escalations: azureEscalations,
    targets: azureTargets(building, world, cluster),
    objects: [
      object('/', AZURE.root, DIRECTORY, DIRECTORY),
      ...world.subscriptions.map((id) => object(id, AZURE.subscription, id)),
      ...[...groups].map((id) => object(id, AZURE.group, subscriptionOf(id) ?? '')),
      ...identities.map(({ id, node, account }) => object(id, AZURE.identity, account, node)),
    ],
    workloads: [],
    trusts: fromClusters(building, clusterAccounts(building, world)),
    ways: azureWays(building, world),
    identitiesOf: (workload) =>
      workload.workloadKind.startsWith('azure.')
        ? identitiesOf(building, workload).flatMap((name) => world.find(name).map(({ id }) => id))
        : [],
    accountOf: ({ kind, account, id }) => (kind.startsWith('azure.') ? (subscriptionOf(id) ?? `/subscriptions/${account}`) : account),
    publicTo: ({ storeKind, sharedWith, blocksPublic }, actions) => {
      if (!storeKind.startsWith('azure.') || decided(blocksPublic) === true) return false;
      return sharedWith.items.includes('*') && actions.some((each) => each.endsWith('/read'));
    },
  };
}

/** A runbook runs as its automation account. Source: Azure Automation documentation, "Using a system-assigned managed identity". */
function identitiesOf({ estate }: Building, workload: Workload): readonly string[] {
  const hosts =
    workload.workloadKind === 'azure.automation.runbook'
      ? workload.runsOn.items.flatMap((name) => estate.named('workload', name, workload))
      : [];
  return [workload, ...hosts].flatMap(({ identities }) => identities.items);
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
