/**
 * Who is given what in Azure and Entra. Sources: hashicorp/azurerm and azuread documentation, Azure template reference
 * (Microsoft.Authorization, Microsoft.KeyVault), Microsoft Graph reference, read 2026-11-22.
 */
import type { BlockReader } from '../../code/index.ts';
import { HOLE } from '../../code/index.ts';
import type { AzureRolePermission, CloudIdentityEntity, EntraPrincipal } from '../cloud-identity.ts';
import type { EntityContext, EntityReader } from '../entity.ts';
import type { NameRule } from '../naming.ts';
import { blocksAt, flagAt, NO_TEXTS, textAt, textsAt } from '../reading.ts';
import type { Known } from '../undecided.ts';
import type { IdentityBinding } from '../workload.ts';
import { azureSwitchReaders } from './switches.ts';
import { azureId, azureReader } from './words.ts';

type Told = CloudIdentityEntity | IdentityBinding;

function reader(types: string, read: (block: BlockReader, context: EntityContext) => readonly Told[]): EntityReader<Told> {
  return azureReader<Told>({ types: types.split(' '), read });
}

/** Ids in lower case. */
function id(block: BlockReader, paths: string): Known<string | undefined> {
  const text = textAt(block, paths);
  return typeof text === 'string' ? azureId(text) : text;
}

function withHole(block: BlockReader, paths: string): readonly string[] {
  const { items, rest } = textsAt(block, paths);
  return rest ? [...items, HOLE] : items;
}

function permissionOf(block: BlockReader): AzureRolePermission {
  return {
    actions: withHole(block, 'actions'),
    notActions: withHole(block, 'not_actions notActions'),
    dataActions: withHole(block, 'data_actions dataActions'),
    notDataActions: withHole(block, 'not_data_actions notDataActions'),
  };
}

const PROVIDER = /\/providers\/microsoft\.authorization\/.*$/i;

/** Of live answers the id says where it holds; a template without scope is for its resource group. */
function scopeOf(block: BlockReader, { base, words, isLive }: EntityContext): Known<string | undefined> {
  const written = id(block, 'scope properties.scope');
  if (written !== undefined || words === 'terraform') return written;
  if (isLive || PROVIDER.test(base.id)) return azureId(base.id).replace(PROVIDER, '') || '/';
  return `/subscriptions/${base.account}`;
}

const rbac: readonly EntityReader<Told>[] = [
  reader('azurerm_role_definition data.azurerm_role_definition Microsoft.Authorization/roleDefinitions', (block, { base }) => {
    const permissions = [...blocksAt(block, 'permissions').readers, ...blocksAt(block, 'properties.permissions').readers].map(permissionOf);
    return [{ ...base, kind: 'azure.role-definition', name: textAt(block, 'properties.roleName name'), permissions }];
  }),
  reader(
    [
      'azurerm_role_assignment azurerm_pim_active_role_assignment azurerm_pim_eligible_role_assignment Microsoft.Authorization/roleAssignments',
      'Microsoft.Authorization/roleEligibilityScheduleRequests Microsoft.Authorization/roleEligibilityScheduleInstances',
    ].join(' '),
    (block, context) => [
      {
        ...context.base,
        kind: 'azure.role-assignment',
        scope: scopeOf(block, context),
        role: id(block, 'role_definition_id role_definition_name properties.roleDefinitionId'),
        principal: id(block, 'principal_id properties.principalId'),
        principalType: textAt(block, 'principal_type properties.principalType'),
        condition: textAt(block, 'condition properties.condition'),
        isEligible: /eligib/i.test(context.base.type),
      },
    ],
  ),
  reader('Microsoft.Authorization/denyAssignments', (block, context) => [
    {
      ...context.base,
      kind: 'azure.deny-assignment',
      scope: scopeOf(block, context),
      permissions: blocksAt(block, 'properties.permissions').readers.map(permissionOf),
      principals: textsAt(block, 'properties.principals.id'),
      except: textsAt(block, 'properties.excludePrincipals.id'),
      condition: textAt(block, 'properties.condition'),
    },
  ]),
  reader('azurerm_management_lock Microsoft.Authorization/locks', (block, context) => [
    { ...context.base, kind: 'azure.lock', scope: scopeOf(block, context), level: textAt(block, 'lock_level properties.level') },
  ]),
  reader('azurerm_management_group azurerm_management_group_subscription_association', (block, { base }) => [
    {
      ...base,
      kind: 'azure.scope',
      parent: id(block, base.type === 'azurerm_management_group' ? 'parent_management_group_id' : 'management_group_id'),
      subscriptions: textsAt(block, 'subscription_ids subscription_id'),
    },
  ]),
];

function policyOf(block: BlockReader, vault: Known<string | undefined>, { base }: EntityContext): Told {
  return {
    ...base,
    kind: 'azure.vault-policy',
    vault,
    principal: id(block, 'object_id objectId'),
    keys: textsAt(block, 'key_permissions permissions.keys'),
    secrets: textsAt(block, 'secret_permissions permissions.secrets'),
    certificates: textsAt(block, 'certificate_permissions permissions.certificates'),
  };
}

const vaults: readonly EntityReader<Told>[] = [
  reader('azurerm_key_vault Microsoft.KeyVault/vaults', (block, context) => {
    const { base } = context;
    const usesRoles = flagAt(block, 'rbac_authorization_enabled enable_rbac_authorization properties.enableRbacAuthorization') ?? false;
    const policies = [...blocksAt(block, 'access_policy').readers, ...blocksAt(block, 'properties.accessPolicies').readers];
    return [{ ...base, kind: 'azure.vault-model', usesRoles }, ...policies.map((each) => policyOf(each, base.id, context))];
  }),
  reader('azurerm_key_vault_access_policy', (block, context) => [policyOf(block, id(block, 'key_vault_id'), context)]),
];

function principal(principalKind: EntraPrincipal['principalKind']) {
  return (block: BlockReader, { base }: EntityContext): readonly Told[] => {
    const name = textAt(block, 'display_name user_principal_name displayName userPrincipalName');
    const own = textsAt(block, 'user_principal_name userPrincipalName appId').items;
    return [
      {
        ...base,
        ...{ kind: 'entra.principal', principalKind, name, application: textAt(block, 'client_id application_id') },
        names: [...new Set([...base.names, ...own])],
        ...{ owners: textsAt(block, 'owners'), members: principalKind === 'group' ? textsAt(block, 'members') : NO_TEXTS },
        // A group that is only looked up says nothing of itself.
        takesRoles: flagAt(block, 'assignable_to_role') ?? (base.type === 'azuread_group' ? false : undefined),
        isDynamic: textsAt(block, 'types').items.includes('DynamicMembership'),
      },
    ];
  };
}

const directory: readonly EntityReader<Told>[] = [
  reader('azuread_user data.azuread_user Microsoft.Graph/users', principal('user')),
  reader('azuread_group data.azuread_group', principal('group')),
  reader('azuread_service_principal data.azuread_service_principal', principal('service-principal')),
  reader(
    'azuread_application azuread_application_registration data.azuread_application Microsoft.Graph/applications',
    principal('application'),
  ),
  reader('azuread_group_member', (block, { base }) => [
    { ...base, kind: 'entra.membership', group: id(block, 'group_object_id'), member: id(block, 'member_object_id') },
  ]),
  reader('azuread_directory_role', (block, { base }) => {
    const name = textAt(block, 'display_name template_id');
    // What others call it by is what it stands for.
    return [{ ...base, kind: 'azure.role-definition', name, permissions: [] }];
  }),
  reader(
    'azuread_directory_role_assignment azuread_directory_role_member azuread_directory_role_eligibility_schedule_request Microsoft.Graph/roleAssignments',
    (block, { base }) => [
      {
        ...base,
        kind: 'entra.assignment',
        role: textAt(block, 'role_id role_object_id role_definition_id roleDefinitionId'),
        principal: id(block, 'principal_object_id member_object_id principal_id principalId'),
        scope: textAt(block, 'directory_scope_id app_scope_id directoryScopeId'),
        isEligible: base.type.includes('eligibility'),
      },
    ],
  ),
  reader('azuread_app_role_assignment', (block, { base }) => [
    { ...base, kind: 'entra.app-role', principal: id(block, 'principal_object_id'), permission: textAt(block, 'app_role_id') },
  ]),
  reader('azuread_application_federated_identity_credential', (block, { base }) => [
    {
      ...base,
      ...{ kind: 'identity-binding', how: 'azure-workload-identity', from: textAt(block, 'subject'), cluster: textAt(block, 'issuer') },
      to: textsAt(block, 'application_id application_object_id'),
    },
  ]),
];

export const azureIdentityReaders: readonly EntityReader<Told>[] = [...rbac, ...vaults, ...directory, ...azureSwitchReaders];

function objects(types: string, more: NameRule['attributes'] = {}): readonly (readonly [string, NameRule])[] {
  return types.split(' ').map((type) => [type, { attributes: { id: '{self}.object', object_id: '{self}.object', ...more } }] as const);
}

const subscription = '/subscriptions/{account}';

export const azureIdentityNames: readonly (readonly [string, NameRule])[] = [
  ...objects('azuread_user azuread_group'),
  ...objects('azuread_service_principal', { principal_id: '{self}.object' }),
  ...objects('azuread_application', { client_id: '{self}.client', application_id: '{self}.client' }),
  ...objects('azuread_directory_role', { template_id: '{self}.template' }),
  ['azurerm_client_config', { attributes: { subscription_id: '{account}', object_id: '{self}.object', tenant_id: '{self}.tenant' } }],
  ['azurerm_subscription', { attributes: { id: subscription, subscription_id: '{account}' } }],
  ['azurerm_resource_group', { name: ['name'], attributes: { id: `${subscription}/resourceGroups/{name}`, name: '{name}' } }],
  [
    'azurerm_role_definition',
    {
      name: ['name'],
      attributes: { id: '{self}.role', role_definition_id: '{self}.role', role_definition_resource_id: '{self}.role', name: '{name}' },
    },
  ],
  [
    'data.azurerm_role_definition',
    { name: ['name'], attributes: { id: '{self}.role', role_definition_id: '{self}.role', name: '{name}' } },
  ],
  [
    'azurerm_management_group',
    { name: ['name', 'display_name'], attributes: { id: '/providers/Microsoft.Management/managementGroups/{name}' } },
  ],
];
