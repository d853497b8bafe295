/** What the ways of Azure and its directory are filled in for: subscriptions, identities, people, groups, what runs, what stores. */
import type { EntityMap, Workload } from '@kumomori/model';
import { storesOf, workloadsOf } from '@kumomori/model';
import { DIRECTORY } from '../../../iam/clouds/index.ts';
import type { AzureWorld, CloudPrincipal } from '../../../iam/clouds/index.ts';
import type { Flags } from '../../inputs.ts';
import type { Building } from '../context.ts';
import { decided } from '../context.ts';
import type { CloudTarget } from './parts.ts';

export const AZURE = {
  subscription: 'azure.subscription',
  group: 'azure.resource-group',
  identity: 'azure.managed-identity',
  root: 'entra.directory',
} as const;
const IN_GROUP = 'azure.managed-identity-in-group';

/** Resource groups besides its own in which something may be made with an identity: so many at most. */
const MAX_GROUPS = 40;

/** The resource group of an id, in lower case; null where it is in none. */
export function groupOf(id: string): string | null {
  return /^(\/subscriptions\/[^/]+\/resourcegroups\/[^/]+)(?:\/|$)/i.exec(id)?.[1]?.toLowerCase() ?? null;
}

/** Resource groups that rights are given in: there something can be made. Those of the identities are asked about anyway. */
export function groupsWithRights({ estate }: Building): readonly string[] {
  const scopes = estate.all('azure.role-assignment').map(({ scope }) => decided(scope));
  const groups = scopes.flatMap((each) => (each !== undefined && groupOf(each) === each.toLowerCase() ? [each.toLowerCase()] : []));
  return [...new Set(groups)].slice(0, MAX_GROUPS);
}

/** O(principals + things + identities × groups, with the cap above). */
export function azureTargets(building: Building, world: AzureWorld, cluster: string | null): readonly CloudTarget[] {
  const on = (kind: string, object: string) => ({ target: { kind, object }, directory: { kind: AZURE.root, object: '/' } });
  const { estate } = building;
  const switches = switchesOf(building);
  const subscriptions = world.subscriptions.map((id): CloudTarget => ({
    ...{ kind: AZURE.subscription, node: id, place: null, on: on(AZURE.subscription, id), gain: { admin: id }, flags: {} },
  }));
  const workloads = workloadsOf(estate)
    .filter(({ workloadKind }) => workloadKind.startsWith('azure.'))
    .flatMap(({ id, node, place, workloadKind: kind }: Workload): readonly CloudTarget[] => {
      const gain = { run: id, ...(cluster !== null && { admin: cluster }) };
      const parts = { node, place, on: on(kind, id), flags: switches.get(id) ?? {}, gain };
      return [
        { kind, ...parts },
        { kind: 'azure.workload', ...parts },
      ];
    });
  const stores = storesOf(estate)
    .filter(({ storeKind }) => storeKind.startsWith('azure.'))
    .flatMap(({ id, node, place, storeKind }): readonly CloudTarget[] => {
      const parts = { node, place, on: on(storeKind, id), gain: { read: id }, flags: switches.get(id) ?? {} };
      return [{ kind: storeKind, ...parts }, ...(ROLE_STORES.test(storeKind) ? [{ kind: 'azure.store', ...parts }] : [])];
    });
  const root: CloudTarget = {
    kind: AZURE.root,
    node: DIRECTORY,
    place: null,
    on: on(AZURE.root, '/'),
    gain: { admin: DIRECTORY },
    flags: {},
  };
  return [...principalTargets(building, world), ...subscriptions, ...workloads, ...stores, root];
}

/** Stores whose content a role gives. */
const ROLE_STORES = /^azure\.(?:storage|keyvault|cosmosdb|compute|container|servicebus|eventhub|appconfiguration)\./;

/** What is switched on or off, by the id of the thing. */
function switchesOf({ estate }: Building): ReadonlyMap<string, Flags> {
  const found = new Map<string, Flags>();
  for (const { id, says } of estate.all('azure.switches'))
    found.set(id, Object.fromEntries(Object.entries(says).map(([name, value]) => [name, decided(value)])));
  for (const { id, usesRoles } of estate.all('azure.vault-model')) {
    const uses = decided(usesRoles);
    found.set(id, { ...found.get(id), 'uses-access-policies': uses === undefined ? undefined : !uses });
  }
  return found;
}

function principalTargets(building: Building, world: AzureWorld): readonly CloudTarget[] {
  const directory = { kind: AZURE.root, object: '/' };
  const groups = groupsWithRights(building);
  const declared = new Map(building.estate.all('entra.principal').map((each) => [each.id, each]));
  const privileged = privilegedPeople(world, declared);
  return world.principals.flatMap(({ id, kind, node, place }): readonly CloudTarget[] => {
    const parts = { node, place, gain: { has: id }, flags: {} };
    if (kind === 'managed-identity') {
      if (id.endsWith('#identity')) return [];
      const identity = { directory, 'user-assigned': { kind: AZURE.identity, object: id } };
      const own = groupOf(id);
      const places = [...new Set([...(own === null ? [] : [own]), ...groups])];
      return [
        { kind: AZURE.identity, on: identity, ...parts },
        ...places.map((group) => ({ kind: IN_GROUP, on: { ...identity, group: { kind: AZURE.group, object: group } }, ...parts })),
      ];
    }
    if (kind === 'group') return groupTarget(declared.get(id), { on: { directory }, ...parts });
    const named =
      kind === 'user' ? (privileged.has(id) ? 'entra.privileged-user' : 'entra.user') : kind === 'application' ? 'entra.application' : null;
    return named === null ? [] : [{ kind: named, on: { directory }, ...parts }];
  });
}

type Declared = EntityMap['entra.principal'];

/** Nobody is put by hand into a group that a rule fills. */
function groupTarget(group: Declared | undefined, parts: Omit<CloudTarget, 'kind'>): readonly CloudTarget[] {
  if (group?.isDynamic) return [];
  const takesRoles = group && decided(group.takesRoles);
  if (takesRoles === true) return [{ ...parts, kind: 'entra.role-group' }];
  return [{ ...parts, kind: 'entra.group', flags: { 'takes-no-roles': takesRoles === undefined ? undefined : true } }];
}

/** Roles that do not keep others from setting a password. Source: Entra documentation, "Privileged roles: who can reset passwords", read 2026-11-22. */
const HARMLESS = new Set([
  ...['Directory Readers', 'Guest Inviter', 'Message Center Reader', 'Reports Reader', 'Usage Summary Reports Reader'],
  ...['Helpdesk Administrator', 'Password Administrator', 'Authentication Administrator'],
]);

/** Whose password only Privileged Authentication Administrators set: who has roles of the directory, belongs to a group for them, or owns one. */
function privilegedPeople(world: AzureWorld, declared: ReadonlyMap<string, Declared>): ReadonlySet<string> {
  const groups = [...declared.values()].filter(({ takesRoles }) => decided(takesRoles) === true);
  const owners = groups.flatMap(({ owners: all }) => all.items.flatMap((name) => world.find(name).map(({ id }) => id)));
  const ids = new Set(groups.map(({ id }) => id));
  const isPrivileged = (user: CloudPrincipal): boolean =>
    world.rolesOf(user).some(({ on, role }) => /^\/(?:administrativeUnits|$)/i.test(on) && !HARMLESS.has(role)) ||
    world.groupsOf(user).some((each) => ids.has(each));
  return new Set([...owners, ...world.principals.filter((each) => each.kind === 'user' && isPrivileged(each)).map(({ id }) => id)]);
}
