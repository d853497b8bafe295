/** Who can do what in Azure and its directory: role assignments, vaults, locks, directory roles and application permissions of an estate. */
import type { Estate, Known, Range } from '@kumomori/model';
import { HOLE, storesOf, workloadsOf } from '@kumomori/model';
import type { AzureAssignment, AzurePolicies, AzureRequest, AzureRole, EntraAssignment, VaultAccess } from '../azure/index.ts';
import { decideAzure } from '../azure/index.ts';
import type { GrantDecision } from '../shared/index.ts';
import { byNames, everybodyWho, NOT_ALLOWED, sorted } from './answers.ts';
import { builtInAzureRoles, builtInEntraRoles, graphPermissions, roleConditions } from './azure-roles.ts';
import type { CloudAnswer, CloudGrantee, CloudPrincipal, CloudReason, CloudWorld, HeldRole } from './types.ts';

/** The directory as an account: people and applications are in no subscription. */
export const DIRECTORY = 'Entra ID';

const ADMINISTRATION = [
  'Microsoft.Authorization/roleAssignments/write',
  'Microsoft.Compute/virtualMachines/write',
  'Microsoft.Storage/storageAccounts/listKeys/action',
];
const ASSIGN_DIRECTORY_ROLES = 'microsoft.directory/roleAssignments/allProperties/allTasks';
/** Only Global Administrators have all of them. */
const DIRECTORY_ADMINISTRATION = [
  ASSIGN_DIRECTORY_ROLES,
  'microsoft.directory/applications/credentials/update',
  'microsoft.directory/users.privileged/password/update',
];

const ASSIGNMENTS = 'Microsoft.Authorization/roleAssignments';
const ASSIGN_ROLES = `${ASSIGNMENTS.toLowerCase()}/write`;
/** Owner, User Access Administrator, Role Based Access Control Administrator. */
const STRONG_ROLES = [
  '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
  '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9',
  'f58310d9-a9f6-439a-9e8d-f62e7b41a168',
];
const CONTRIBUTOR = 'b24988ac-6180-42a0-ab88-20f7382dd24c';
/** Key Vault Administrator, which reads all that a vault holds. */
const VAULT_ADMINISTRATOR = '00482a5a-887f-4fb3-b363-3b7fe8e74483';
const VAULT = /\/providers\/microsoft\.keyvault\/vaults\/[^/]+$/i;

const TELLING = [
  ...[
    'Microsoft.Authorization/roleAssignments/write',
    'Microsoft.Compute/virtualMachines/runCommand/action',
    'Microsoft.Compute/virtualMachines/extensions/write',
  ],
  ...[
    'Microsoft.Storage/storageAccounts/listKeys/action',
    'Microsoft.KeyVault/vaults/secrets/getSecret/action',
    'Microsoft.KeyVault/vaults/accessPolicies/write',
  ],
  ...[
    'Microsoft.Automation/automationAccounts/jobs/write',
    'Microsoft.ManagedIdentity/userAssignedIdentities/assign/action',
    'Microsoft.Web/sites/publishxml/action',
  ],
  ...[
    'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write',
    'Microsoft.ContainerService/managedClusters/listClusterAdminCredential/action',
  ],
  'Microsoft.Resources/deploymentScripts/write',
];
const TELLING_DIRECTORY = [
  ...[
    ASSIGN_DIRECTORY_ROLES,
    'microsoft.directory/applications/credentials/update',
    'microsoft.directory/users/password/update',
    'microsoft.directory/groups/members/update',
  ],
  ...[...graphPermissions.values()].map((each) => `graph:${each}`),
];

/** Actions of the data plane. Source: Azure documentation, "Azure permissions" of each provider (2026-11-22, partly general knowledge, to be confirmed). */
const DATA =
  /^microsoft\.(?:storage\/storageaccounts\/(?:blobservices\/containers\/blobs\/|fileservices\/fileshares\/files\/|queueservices\/queues\/messages\/|tableservices\/tables\/entities\/)|keyvault\/vaults\/(?:secrets|keys|certificates)\/[^/]+\/action$|keyvault\/vaults\/keys\/read$|compute\/virtualmachines\/login|(?:servicebus|eventhub)\/.*\/(?:send|receive)\/action$|appconfiguration\/configurationstores\/keyvalues\/|documentdb\/databaseaccounts\/sqldatabases\/containers\/items\/)/;

/** Of whom only an assignment tells. */
const KINDS_OF: ReadonlyMap<unknown, 'user' | 'group'> = new Map([
  ['User', 'user'],
  ['Group', 'group'],
]);

type Resolve = (text: Known<string | undefined>) => string | undefined;

interface Placed {
  readonly node: string;
  readonly place: Range;
}

export class AzureWorld implements CloudWorld {
  readonly cloud = 'azure';
  readonly principals: readonly CloudPrincipal[];
  /** `/subscriptions/…` of the estate. */
  readonly subscriptions: readonly string[];
  readonly #estate: Estate;
  readonly #roles: readonly AzureRole[];
  readonly #all: AzurePolicies;
  readonly #placed = new Map<string, Placed>();
  readonly #index: ReadonlyMap<string, readonly CloudPrincipal[]>;
  readonly #groups = new Map<string, readonly string[]>();
  readonly #parents = new Map<string, string>();
  readonly #managed = new Map<string, readonly string[]>();
  readonly #policies = new Map<string, AzurePolicies>();
  readonly #members = new Map<string, Set<string>>();
  readonly #byRoles: ReadonlySet<string>;
  readonly #ids = new Map<string, string>();

  constructor(estate: Estate) {
    this.#estate = estate;
    for (const { storeKind, id, names, node } of storesOf(estate))
      if (storeKind.startsWith('azure.')) for (const name of [...names, node]) this.#ids.set(name, id);
    for (const { workloadKind, id, names, node } of workloadsOf(estate))
      if (workloadKind.startsWith('azure.')) for (const name of [...names, node]) this.#ids.set(name, id);
    const declared = declaredPrincipals(estate);
    const index = byNames(declared);
    const known = (text: Known<string | undefined>): string | undefined =>
      typeof text === 'string' ? (index.get(text)?.[0]?.id ?? text) : undefined;
    const custom = estate.all('azure.role-definition').filter(({ permissions }) => permissions.length > 0);
    this.#roles = [
      ...builtInAzureRoles,
      ...custom.map(({ id, name, permissions }) => ({ id: lastOf(id), name: typeof name === 'string' ? name : id, permissions })),
    ];
    const models = estate.all('azure.vault-model');
    this.#byRoles = new Set(models.filter(({ usesRoles }) => usesRoles !== false).map(({ id }) => id));
    this.#all = this.#read(known);
    this.principals = [...declared, ...this.#others(declared)];
    this.#index = byNames(this.principals);
    this.#readGroups(known);
    this.#readScopes();
    this.subscriptions = [
      ...new Set([
        ...declared.map(({ account }) => account),
        ...this.#all.assignments.map(({ scope }) => subscriptionOf(scope)),
        ...[...this.#ids.values()].map(subscriptionOf),
      ]),
    ].filter((each): each is string => each !== null && each.startsWith('/subscriptions/'));
    this.principals = this.principals.map((each) => this.#withAccount(each));
    this.#index = byNames(this.principals);
  }

  #read(known: Resolve): AzurePolicies {
    const vaults = this.#vaults(known);
    const estate = this.#estate;
    return {
      ...{ roles: this.#roles, assignments: this.#assignments(known), entraRoles: builtInEntraRoles },
      denials: estate.all('azure.deny-assignment').flatMap(({ id, scope, permissions, principals, except, condition }) =>
        typeof scope === 'string'
          ? [
              {
                name: id,
                scope,
                permissions,
                principals: principals.items,
                except: except.items,
                condition: typeof condition === 'string' ? condition : null,
              },
            ]
          : [],
      ),
      vaults: [...vaults]
        .filter(([vault]) => !this.#byRoles.has(vault))
        .map(([vault, policies]) => ({ vault, policies: policies.map(({ policy }) => policy) })),
      locks: estate
        .all('azure.lock')
        .flatMap(({ scope, level }) =>
          typeof scope === 'string' && (level === 'CanNotDelete' || level === 'ReadOnly') ? [{ scope, level } as const] : [],
        ),
      entraAssignments: this.#directoryAssignments(known),
      appRoles: this.#appRoles(known),
    };
  }

  #assignments(known: Resolve): readonly AzureAssignment[] {
    return this.#estate.all('azure.role-assignment').flatMap((each): readonly AzureAssignment[] => {
      const [principal, scope, role] = [known(each.principal), each.scope, each.role];
      if (principal === undefined || typeof scope !== 'string' || typeof role !== 'string') return [];
      const id = `${each.node} ${each.id}`;
      this.#placed.set(id, { node: each.node, place: each.place });
      const own = typeof each.condition === 'string' ? each.condition : each.condition === undefined ? null : '@Unknown';
      const ofRole = roleConditions.get(this.#roleId(role)) ?? null;
      const condition = own !== null && ofRole !== null ? `(${own}) AND (${ofRole})` : (own ?? ofRole);
      return [{ id, principal, role: this.#roleId(role), scope, condition, isEligible: each.isEligible }];
    });
  }

  #vaults(known: Resolve): ReadonlyMap<string, readonly { readonly policy: VaultAccess['policies'][number] }[]> {
    const estate = this.#estate;
    const vaults = Map.groupBy(
      estate.all('azure.vault-policy').flatMap((each) => {
        const principal = known(each.principal);
        const vault = typeof each.vault === 'string' ? (this.#ids.get(each.vault) ?? each.vault) : undefined;
        if (principal === undefined || vault === undefined) return [];
        this.#placed.set(`${vault} ${principal}`, { node: each.node, place: each.place });
        return [
          { vault, policy: { principal, keys: each.keys.items, secrets: each.secrets.items, certificates: each.certificates.items } },
        ];
      }),
      ({ vault }) => vault,
    );
    for (const { id, usesRoles } of estate.all('azure.vault-model')) if (usesRoles === false && !vaults.has(id)) vaults.set(id, []);
    return vaults;
  }

  #directoryAssignments(known: Resolve): readonly EntraAssignment[] {
    return this.#estate.all('entra.assignment').flatMap((each): readonly EntraAssignment[] => {
      const principal = known(each.principal);
      if (principal === undefined || typeof each.role !== 'string') return [];
      const id = `${each.node} ${each.id}`;
      this.#placed.set(id, { node: each.node, place: each.place });
      return [
        {
          id,
          principal,
          role: this.#directoryRoleId(each.role),
          scope: typeof each.scope === 'string' ? each.scope : '/',
          isEligible: each.isEligible,
        },
      ];
    });
  }

  #appRoles(known: Resolve): AzurePolicies['appRoles'] {
    return this.#estate.all('entra.app-role').flatMap((each) => {
      const principal = known(each.principal);
      const permission =
        typeof each.permission === 'string'
          ? (graphPermissions.get(each.permission.toLowerCase()) ?? /\["?([A-Za-z.]+)"?\]$/.exec(each.permission)?.[1] ?? each.permission)
          : undefined;
      if (principal === undefined || permission === undefined) return [];
      this.#placed.set(`${permission} ${principal}`, { node: each.node, place: each.place });
      return [{ principal, api: 'graph', permission }];
    });
  }

  knows(action: string): boolean {
    return /^(?:microsoft\.[a-z.]+\/|graph:)/i.test(action);
  }

  find(text: string): readonly CloudPrincipal[] {
    return this.#index.get(text) ?? this.#index.get(text.toLowerCase()) ?? [];
  }

  decide(principal: CloudPrincipal, action: string, resource: string): CloudAnswer {
    return this.#decide(principal, { action, resource, attributes: {} });
  }

  /** Conditions on role assignments mostly limit which roles may be given: harmless ones are no way to rights. */
  decideForAttack(principal: CloudPrincipal, action: string, resource: string): CloudAnswer {
    if (action.toLowerCase() !== ASSIGN_ROLES) return this.decide(principal, action, resource);
    const roles = /^\/subscriptions\/[^/]+$/i.test(resource)
      ? STRONG_ROLES
      : [...STRONG_ROLES, CONTRIBUTOR, ...(VAULT.test(this.#ids.get(resource) ?? resource) ? [VAULT_ADMINISTRATOR] : [])];
    let found = NOT_ALLOWED;
    for (const role of roles) {
      const answer = this.#decide(principal, { action, resource, attributes: { [`@Request[${ASSIGNMENTS}:RoleDefinitionId]`]: role } });
      if (answer.decision !== 'allow') continue;
      if (answer.condition === null) return answer;
      if (found.decision !== 'allow') found = answer;
    }
    return found;
  }

  #decide(
    { id, kind }: CloudPrincipal,
    { action, resource, attributes }: Pick<AzureRequest, 'action' | 'resource'> & { readonly attributes: Readonly<Record<string, string>> },
  ): CloudAnswer {
    const policies = this.#policiesFor(id);
    const target = this.#ids.get(resource) ?? resource;
    const lower = action.toLowerCase();
    // Access policies of a vault that goes by roles give nothing.
    if (lower === 'microsoft.keyvault/vaults/accesspolicies/write' && this.#byRoles.has(target)) return NOT_ALLOWED;
    const request: AzureRequest = {
      ...{
        principal: id,
        memberOf: kind === 'application' ? [] : this.#memberOf(id),
        action,
        isDataAction: DATA.test(lower),
        resource: target,
        attributes,
      },
      managementGroups: this.#managed.get(subscriptionOf(target) ?? '') ?? [],
    };
    return this.#told(decideAzure(policies, request));
  }

  whoCan(action: string, resource: string): readonly CloudGrantee[] {
    return sorted(everybodyWho(this.principals, (principal) => this.decide(principal, action, resource)));
  }

  isAdmin(principal: CloudPrincipal): CloudAnswer {
    return principal.account === DIRECTORY
      ? this.#every(principal, DIRECTORY_ADMINISTRATION, '/')
      : this.adminOf(principal, principal.account);
  }

  adminOf(principal: CloudPrincipal, subscription: string): CloudAnswer {
    return this.#every(principal, ADMINISTRATION, subscription);
  }

  #every(principal: CloudPrincipal, actions: readonly string[], resource: string): CloudAnswer {
    let found: CloudAnswer | null = null;
    for (const action of actions) {
      const answer = this.decideForAttack(principal, action, resource);
      if (answer.decision !== 'allow') return NOT_ALLOWED;
      if (found === null || answer.condition !== null) found = answer;
    }
    return found ?? NOT_ALLOWED;
  }

  rolesOf({ id }: CloudPrincipal): readonly HeldRole[] {
    const { assignments, entraAssignments, appRoles } = this.#policiesFor(id);
    const shown = (each: AzureAssignment | EntraAssignment, names: readonly { readonly id: string; readonly name: string }[]): HeldRole => {
      const role = names.find((other) => other.id.toLowerCase() === each.role.toLowerCase());
      const parts = { on: each.scope, through: each.principal === id ? null : each.principal, isUnknown: role === undefined };
      const text =
        each.isEligible === true
          ? ({ kind: 'condition', language: 'activation', text: `activate ${role?.name ?? each.role}` } as const)
          : null;
      return { ...parts, role: role?.name ?? each.role, condition: text, place: this.#placed.get(each.id)?.place ?? null };
    };
    return [
      ...assignments.map((each) => shown(each, this.#roles)),
      ...entraAssignments.map((each) => shown(each, builtInEntraRoles)),
      ...appRoles.map(({ permission, principal }) => ({
        ...{ role: permission, on: 'Microsoft Graph', through: null, condition: null, isUnknown: false },
        place: this.#placed.get(`${permission} ${principal}`)?.place ?? null,
      })),
    ];
  }

  /** Groups somebody belongs to, also through others. Not those of applications: permissions of roles go to themselves. */
  groupsOf({ id, kind }: CloudPrincipal): readonly string[] {
    return kind === 'application' ? [] : this.#memberOf(id);
  }

  telling(): readonly { readonly action: string; readonly resource: string }[] {
    const resources = [...this.subscriptions, ...new Set(this.#ids.values())];
    return [
      ...TELLING.flatMap((action) => resources.filter((each) => isFor(action, each)).map((resource) => ({ action, resource }))),
      ...TELLING_DIRECTORY.map((action) => ({ action, resource: '/' })),
    ];
  }

  #policiesFor(id: string): AzurePolicies {
    const known = this.#policies.get(id);
    if (known) return known;
    const own = new Set([id, ...this.#memberOf(id)].map((each) => each.toLowerCase()));
    const isHis = ({ principal }: { readonly principal: string }): boolean => own.has(principal.toLowerCase()) || principal.includes(HOLE);
    const { assignments, entraAssignments, appRoles } = this.#all;
    const made = {
      ...this.#all,
      assignments: assignments.filter(isHis),
      entraAssignments: entraAssignments.filter(isHis),
      appRoles: appRoles.filter(isHis),
    };
    this.#policies.set(id, made);
    return made;
  }

  #told({ decision, conditional, because }: GrantDecision): CloudAnswer {
    const reasons = because.map((reason): CloudReason => {
      const placed = this.#placed.get(reason.by) ?? this.#placed.get(`${reason.by} ${reason.role ?? ''}`);
      return {
        ...reason,
        by: placed?.node ?? reason.by,
        id: `${reason.by} ${reason.role ?? ''}`,
        node: placed?.node ?? null,
        place: placed?.place ?? null,
      };
    });
    return { decision, condition: conditional, because: reasons };
  }

  #roleId(text: string): string {
    const named = this.#roles.find(({ name, id }) => name === text || id.toLowerCase() === lastOf(text));
    if (named) return named.id;
    const [declared] = this.#estate.named('azure.role-definition', text);
    if (!declared) return lastOf(text);
    const builtIn = declared.permissions.length === 0 ? builtInAzureRoles.find(({ name }) => name === declared.name) : undefined;
    return builtIn?.id ?? lastOf(declared.id);
  }

  #directoryRoleId(text: string): string {
    const [declared] = this.#estate.named('azure.role-definition', text);
    const name = declared?.name ?? text;
    const found = builtInEntraRoles.find((each) => each.name === name || each.id === (typeof name === 'string' ? name.toLowerCase() : ''));
    return found?.id ?? text;
  }

  #others(declared: readonly CloudPrincipal[]): readonly CloudPrincipal[] {
    const known = new Set(declared.map(({ id }) => id));
    const kinds = new Map(this.#estate.all('azure.role-assignment').map((each) => [each.principal, KINDS_OF.get(each.principalType)]));
    const { assignments, entraAssignments, appRoles, vaults } = this.#all;
    const named = new Set(
      [...assignments, ...entraAssignments, ...appRoles, ...vaults.flatMap(({ policies }) => policies)].map(({ principal }) => principal),
    );
    return [...named]
      .filter((id) => !known.has(id) && !id.includes(HOLE))
      .map((id) => ({
        id,
        cloud: 'azure',
        kind: kinds.get(id) ?? 'federated',
        account: DIRECTORY,
        node: id,
        names: [id],
        place: null,
        tags: {},
      }));
  }

  #readGroups(known: (text: Known<string | undefined>) => string | undefined): void {
    const add = (group: string | undefined, member: string | undefined): void => {
      if (group === undefined || member === undefined) return;
      this.#members.set(member, (this.#members.get(member) ?? new Set()).add(group));
    };
    for (const { group, member } of this.#estate.all('entra.membership')) add(known(group), known(member));
    for (const { id, members } of this.#estate.all('entra.principal')) for (const member of members.items) add(id, known(member));
  }

  #memberOf(id: string): readonly string[] {
    const done = this.#groups.get(id);
    if (done) return done;
    const found = new Set<string>();
    const open = [id];
    for (let next = open.pop(); next !== undefined; next = open.pop())
      for (const group of this.#members.get(next) ?? []) if (!found.has(group)) open.push((found.add(group), group));
    this.#groups.set(id, [...found]);
    return [...found];
  }

  #readScopes(): void {
    for (const { id, parent, subscriptions, type } of this.#estate.all('azure.scope')) {
      const group = type === 'azurerm_management_group' ? id : typeof parent === 'string' ? parent : undefined;
      if (group === undefined) continue;
      if (group === id && typeof parent === 'string') this.#parents.set(id, parent);
      for (const each of subscriptions.items) {
        const name = each.startsWith('/') ? each : `/subscriptions/${each}`;
        this.#managed.set(name, [group]);
      }
    }
    for (const [name, [first = '']] of this.#managed) {
      const above = [first];
      for (let at = this.#parents.get(first); at !== undefined && !above.includes(at); at = this.#parents.get(at)) above.push(at);
      this.#managed.set(name, above);
    }
  }

  /** Owners of a subscription count there. */
  #withAccount(principal: CloudPrincipal): CloudPrincipal {
    if (principal.account !== DIRECTORY) return principal;
    const own = this.subscriptions.find((each) => this.adminOf(principal, each).decision === 'allow');
    return own === undefined ? principal : { ...principal, account: own };
  }
}

function isFor(action: string, resource: string): boolean {
  const type = action.split('/').slice(0, 2).join('/').toLowerCase();
  return !resource.includes('/providers/') || resource.toLowerCase().includes(`/providers/${type}`);
}

/** The GUID of an id; in templates it stands behind `|`. */
function lastOf(text: string): string {
  return text.slice(Math.max(text.lastIndexOf('/'), text.lastIndexOf('|')) + 1).toLowerCase();
}

export function subscriptionOf(id: string): string | null {
  return /^(\/subscriptions\/[^/]+)/i.exec(id)?.[1]?.toLowerCase() ?? null;
}

function declaredPrincipals(estate: Estate): readonly CloudPrincipal[] {
  const written = estate.all('cloud-identity').filter(({ identityKind }) => identityKind === 'azure.managed-identity');
  // An identity of a resource's own may be told of twice: by what has it and by its own block.
  const identities = [...Map.groupBy(written, ({ id }) => id).values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ ...first, names: [...new Set(same.flatMap(({ names }) => names))] }] : [];
  });
  const people = estate.all('entra.principal');
  const services = people.filter(({ principalKind }) => principalKind === 'service-principal');
  const standsFor = (names: readonly string[]): boolean =>
    services.some(({ application }) => typeof application === 'string' && names.includes(application));
  const kinds = { user: 'user', group: 'group', 'service-principal': 'application', application: 'application' } as const;
  return [
    ...identities.map(({ id, node, names, place, tags, account }): CloudPrincipal => ({
      ...{ id, cloud: 'azure', kind: 'managed-identity', node, names, place, tags },
      account: subscriptionOf(id) ?? `/subscriptions/${account}`,
    })),
    // An application is somebody through its service principal; where that is not written it stands for itself.
    ...people
      .filter(({ principalKind, names }) => principalKind !== 'application' || !standsFor(names))
      .map(({ id, principalKind, node, names, place, tags, application }): CloudPrincipal => {
        const [app] =
          typeof application === 'string'
            ? people.filter((each) => each.principalKind === 'application' && each.names.includes(application))
            : [];
        const all = principalKind === 'service-principal' ? [...names, ...(app?.names ?? [])] : names;
        return { id, cloud: 'azure', kind: kinds[principalKind], account: DIRECTORY, node, names: [...new Set(all)], place, tags };
      }),
  ];
}
