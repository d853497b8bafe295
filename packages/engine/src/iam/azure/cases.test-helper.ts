/** One tenant and what its people may do. Rules: the Azure pages that types.ts names, read 2026-11-22. */
import { HOLE } from '@kumomori/model';
import type { AzureAssignment, AzurePermission, AzurePolicies, AzureRequest, AzureRole } from './types.ts';

const subscription = '/subscriptions/11111111-1111-1111-1111-111111111111';
const other = '/subscriptions/22222222-2222-2222-2222-222222222222';
const group = `${subscription}/resourceGroups/orders`;
const account = `${group}/providers/Microsoft.Storage/storageAccounts/minatoorders`;
const container = `${account}/blobServices/default/containers/exports`;
const machine = `${group}/providers/Microsoft.Compute/virtualMachines/web`;
const vault = `${group}/providers/Microsoft.KeyVault/vaults/orders-roles`;
const policyVault = `${group}/providers/Microsoft.KeyVault/vaults/orders-policies`;
const top = '/providers/Microsoft.Management/managementGroups/minato';

const permission = (parts: Partial<Record<keyof AzurePermission, string>>): AzurePermission => ({
  ...{ actions: words(parts.actions), notActions: words(parts.notActions) },
  ...{ dataActions: words(parts.dataActions), notDataActions: words(parts.notDataActions) },
});
const words = (text: string | undefined): readonly string[] => (text === undefined ? [] : text.split(' '));
const role = (name: string, ...permissions: readonly Partial<Record<keyof AzurePermission, string>>[]): AzureRole => ({
  id: `/providers/Microsoft.Authorization/roleDefinitions/${name.toLowerCase().replaceAll(' ', '-')}`,
  name,
  permissions: permissions.map(permission),
});
let count = 0;
const assign = (principal: string, roleName: string, scope: string, more: Partial<AzureAssignment> = {}): AzureAssignment => {
  count += 1;
  return {
    id: `assignment-${count}`,
    principal,
    role: `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${roleName.toLowerCase().replaceAll(' ', '-')}`,
    scope,
    ...more,
  };
};

const BLOBS = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs';
const NAME = '@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name]';
const PATH = '@Resource[Microsoft.Storage/storageAccounts/blobServices/containers/blobs:path]';
const onlyExports = `((!(ActionMatches{'${BLOBS}/read'})) OR (${NAME} StringEquals 'exports'))`;

export const policies: AzurePolicies = {
  roles: [
    role('Owner', { actions: '*' }),
    role('Contributor', {
      actions: '*',
      notActions: 'Microsoft.Authorization/*/Delete Microsoft.Authorization/*/Write Microsoft.Authorization/elevateAccess/Action',
    }),
    role('Reader', { actions: '*/read' }),
    role('User Access Administrator', { actions: '*/read Microsoft.Authorization/* Microsoft.Support/*' }),
    role('Blob Reader', { actions: 'Microsoft.Storage/storageAccounts/blobServices/containers/read', dataActions: `${BLOBS}/read` }),
    role('Blob Contributor', { dataActions: `${BLOBS}/*`, notDataActions: `${BLOBS}/permanentDelete/action` }),
    role('Machine Operator', {
      actions: 'Microsoft.Compute/virtualMachines/*/action Microsoft.Compute/virtualMachines/read',
      notActions: 'Microsoft.Compute/virtualMachines/runCommand/action',
    }),
    role('Key Vault Secrets User', {
      dataActions: 'Microsoft.KeyVault/vaults/secrets/getSecret/action Microsoft.KeyVault/vaults/secrets/readMetadata/action',
    }),
    role(
      'Two Halves',
      { actions: 'Microsoft.Compute/*', notActions: 'Microsoft.Compute/disks/*' },
      { actions: 'Microsoft.Compute/disks/read' },
    ),
    role('Role Delegate', { actions: 'Microsoft.Authorization/roleAssignments/write' }),
  ],
  assignments: [
    assign('olga', 'Owner', subscription),
    assign('carl', 'Contributor', group),
    assign('rita', 'Reader', subscription),
    assign('uma', 'User Access Administrator', '/'),
    assign('mona', 'Reader', top),
    assign('bea', 'Blob Reader', container),
    assign('ben', 'Blob Contributor', account),
    assign('mike', 'Machine Operator', machine),
    assign('sid', 'Key Vault Secrets User', group),
    assign('tess', 'Two Halves', group),
    assign('developers', 'Contributor', group),
    assign('unheard', 'Nobody Told Us', group),
    assign('pim', 'Owner', subscription, { isEligible: true }),
    assign('pim', 'Reader', group),
    assign('tim', 'Contributor', group, { until: '2026-12-31T00:00:00Z' }),
    assign('abe', 'Blob Contributor', account, { condition: onlyExports }),
    assign('path', 'Blob Reader', account, { condition: `${PATH} StringLike 'public/*' AND ${NAME} StringEqualsIgnoreCase 'EXPORTS'` }),
    assign('ip', 'Blob Reader', account, { condition: '@Environment[isPrivateLink] BoolEquals true' }),
    assign('dated', 'Blob Reader', account, { condition: "@Environment[UtcNow] DateTimeGreaterThan '2026-06-01T00:00:00Z'" }),
    assign('several', 'Blob Reader', account, { condition: `${NAME} ForAnyOfAnyValues:StringEquals {'exports', 'reports'}` }),
    assign('never', 'Blob Reader', account, { condition: `${NAME} StringNotEquals 'exports'` }),
    assign('same', 'Blob Reader', account, {
      condition: `@Principal[Microsoft.Directory/CustomSecurityAttributes/Id:team] StringEquals ${NAME}`,
    }),
    assign('broken', 'Blob Reader', account, { condition: '((' }),
    assign('sub', 'Blob Reader', account, { condition: "SubOperationMatches{'Blob.List'}" }),
    assign('exists', 'Blob Reader', account, { condition: `Exists ${PATH}` }),
    assign('delegate', 'Role Delegate', group, {
      condition:
        '@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {aaaaaaaa-0000-0000-0000-000000000001}',
    }),
    assign('hole', 'Contributor', `${subscription}/resourceGroups/${HOLE}`),
    assign('denied', 'Owner', subscription),
    assign('excepted', 'Owner', subscription),
    assign('locked', 'Owner', `${other}/resourceGroups/locked`),
  ],
  denials: [
    {
      name: 'managed app',
      scope: `${group}/providers/Microsoft.Solutions/applications/shop`,
      principals: ['everyone'],
      except: ['excepted'],
      permissions: [permission({ actions: '*', notActions: '*/read' })],
    },
    {
      name: 'not denied',
      scope: group,
      principals: ['denied', 'banned-group'],
      permissions: [permission({ actions: 'Microsoft.Compute/*', dataActions: '*' })],
    },
    {
      name: 'only here',
      scope: subscription,
      doesNotReachBelow: true,
      principals: ['denied'],
      permissions: [permission({ actions: '*' })],
    },
  ],
  vaults: [
    {
      vault: policyVault,
      policies: [
        { principal: 'sue', secrets: ['Get', 'List'] },
        { principal: 'kim', keys: ['decrypt', 'unwrapKey'], certificates: ['all'] },
        { principal: 'developers', secrets: ['set'] },
      ],
    },
  ],
  locks: [
    { scope: `${other}/resourceGroups/locked`, level: 'CanNotDelete' },
    { scope: `${other}/resourceGroups/locked/providers/Microsoft.Sql/servers/hr`, level: 'ReadOnly' },
  ],
  entraRoles: [
    {
      id: 'helpdesk',
      name: 'Helpdesk Administrator',
      actions: ['microsoft.directory/users/password/update', 'microsoft.directory/users/invalidateAllRefreshTokens'],
    },
    {
      id: 'app-admin',
      name: 'Application Administrator',
      actions: ['microsoft.directory/applications/*', 'microsoft.directory/servicePrincipals/*'],
    },
    { id: 'global', name: 'Global Administrator', actions: ['microsoft.directory/*'] },
  ],
  entraAssignments: [
    { id: 'e1', principal: 'hal', role: 'helpdesk', scope: '/administrativeUnits/branches' },
    { id: 'e2', principal: 'app', role: 'app-admin', scope: '/' },
    { id: 'e3', principal: 'gail', role: 'global', scope: '/', isEligible: true },
    { id: 'e4', principal: 'admins-group', role: 'global', scope: '/' },
    { id: 'e5', principal: 'strange', role: 'custom-role', scope: '/' },
    { id: 'e6', principal: 'own', role: 'app-admin', scope: '/applications/shop' },
  ],
  appRoles: [
    { principal: 'robot', api: 'graph', permission: 'RoleManagement.ReadWrite.Directory' },
    { principal: 'robots-group', api: 'graph', permission: 'User.Read.All' },
  ],
};

export interface AzureCase {
  readonly name: string;
  readonly request: AzureRequest;
  readonly expected: 'allow' | 'implicit-deny' | 'explicit-deny' | 'if';
}

type More = Partial<AzureRequest>;
const places: Readonly<Record<string, string>> = {
  ...{ subscription, other, group, account, container, machine, vault, policyVault },
  blob: `${container}/blobs/public/a.csv`,
  disk: `${group}/providers/Microsoft.Compute/disks/data`,
  app: `${group}/providers/Microsoft.Solutions/applications/shop`,
  unknown: `${subscription}/resourceGroups/web`,
  locked: `${other}/resourceGroups/locked`,
  sql: `${other}/resourceGroups/locked/providers/Microsoft.Sql/servers/hr`,
};

/** `principal action place`; `data:` before a data action. */
function ask(name: string, text: string, expected: AzureCase['expected'], more: More = {}): AzureCase {
  const [principal = '', written = '', place = ''] = text.split(' ');
  const isDataAction = written.startsWith('data:');
  const action = isDataAction ? written.slice('data:'.length) : written;
  return { name, request: { principal, memberOf: [], action, isDataAction, resource: places[place] ?? place, ...more }, expected };
}

const read = `data:${BLOBS}/read`;
const secret = 'data:Microsoft.KeyVault/vaults/secrets/getSecret/action';
const stop = 'Microsoft.Compute/virtualMachines/deallocate/action';
const assignments = 'Microsoft.Authorization/roleAssignments';
const inMinato: More = { managementGroups: [top] };
const about = (name: string, value: string): More => ({ attributes: { [name]: value } });

export const cases: readonly AzureCase[] = [
  ask('an owner of the subscription', 'olga Microsoft.Storage/storageAccounts/delete account', 'allow'),
  ask('… in every resource group', 'olga Microsoft.Web/sites/write unknown', 'allow'),
  ask('… gives roles away', `olga ${assignments}/write group`, 'allow'),
  ask('… reads no data by it', `olga ${read} blob`, 'implicit-deny'),
  ask('… of its subscription only', 'olga Microsoft.Web/sites/write other', 'implicit-deny'),
  ask('a contributor of the group', 'carl Microsoft.Storage/storageAccounts/delete account', 'allow'),
  ask('… lists the keys of the account', 'carl Microsoft.Storage/storageAccounts/listKeys/action account', 'allow'),
  ask('… gives no roles away', `carl ${assignments}/write group`, 'implicit-deny'),
  ask('… in another case of letters neither', 'carl microsoft.authorization/ROLEASSIGNMENTS/write group', 'implicit-deny'),
  ask('… reads assignments', `carl ${assignments}/read group`, 'allow'),
  ask('… nothing beside the group', 'carl Microsoft.Web/sites/write unknown', 'implicit-deny'),
  ask('… nothing above it', 'carl Microsoft.Resources/subscriptions/resourceGroups/write subscription', 'implicit-deny'),
  ask('a reader', 'rita Microsoft.Compute/virtualMachines/read machine', 'allow'),
  ask('… starts nothing', 'rita Microsoft.Compute/virtualMachines/start/action machine', 'implicit-deny'),
  ask('… lists no keys, which is an action', 'rita Microsoft.Storage/storageAccounts/listKeys/action account', 'implicit-deny'),
  ask('… reads no blobs, which is data', `rita ${read} blob`, 'implicit-deny'),
  ask('the root scope is above everything', `uma ${assignments}/write other`, 'allow'),
  ask('… with its actions only', 'uma Microsoft.Web/sites/write other', 'implicit-deny'),
  ask('a management group is above its subscriptions', 'mona Microsoft.Web/sites/read group', 'allow', inMinato),
  ask('… not above others', 'mona Microsoft.Web/sites/read group', 'implicit-deny', {
    managementGroups: ['/providers/Microsoft.Management/managementGroups/elsewhere'],
  }),
  ask('a data action at the container', `bea ${read} blob`, 'allow'),
  ask('… resource ids without regard to case', `bea ${read} ${container.toUpperCase()}/blobs/a`, 'allow'),
  ask('… not at the account', `bea ${read} account`, 'implicit-deny'),
  ask('… not in a container that begins alike', `bea ${read} ${container}2/blobs/a`, 'implicit-deny'),
  ask('a data action is no action', `bea ${BLOBS}/read blob`, 'implicit-deny'),
  ask('an action is no data action', 'bea data:Microsoft.Storage/storageAccounts/blobServices/containers/read container', 'implicit-deny'),
  ask('a star for data actions', `ben data:${BLOBS}/delete blob`, 'allow'),
  ask('… but what is taken out', `ben data:${BLOBS}/permanentDelete/action blob`, 'implicit-deny'),
  ask(
    '… not another data action',
    'ben data:Microsoft.Storage/storageAccounts/queueServices/queues/messages/read account',
    'implicit-deny',
  ),
  ask('a star in the middle', `mike ${stop} machine`, 'allow'),
  ask('… but what is taken out of it', 'mike Microsoft.Compute/virtualMachines/runCommand/action machine', 'implicit-deny'),
  ask('… deletes nothing', 'mike Microsoft.Compute/virtualMachines/delete machine', 'implicit-deny'),
  ask('… on another machine', `mike ${stop} ${machine}2`, 'implicit-deny'),
  ask('… on what lies below the machine', `mike Microsoft.Compute/virtualMachines/read ${machine}/extensions/agent`, 'allow'),
  ask('what one permission takes out another one of the role gives', 'tess Microsoft.Compute/disks/read disk', 'allow'),
  ask('… only that', 'tess Microsoft.Compute/disks/delete disk', 'implicit-deny'),
  ask('… and all else', 'tess Microsoft.Compute/virtualMachines/delete machine', 'allow'),
  ask('a member of a group', 'dev-1 Microsoft.Web/sites/write group', 'allow', { memberOf: ['developers'] }),
  ask('no member', 'dev-1 Microsoft.Web/sites/write group', 'implicit-deny', { memberOf: ['testers'] }),
  ask('groups that nobody told', 'dev-1 Microsoft.Web/sites/write group', 'if', { memberOf: null }),
  ask('… for who has the role too', 'olga Microsoft.Web/sites/write unknown', 'allow', { memberOf: null }),
  ask('a role that nobody told us of', 'unheard Microsoft.Web/sites/write group', 'if'),
  ask('… elsewhere', 'unheard Microsoft.Web/sites/write other', 'implicit-deny'),
  ask('nobody', 'mallory Microsoft.Web/sites/read group', 'implicit-deny'),
  ask('an eligible role hangs on its activation', 'pim Microsoft.Web/sites/delete group', 'if'),
  ask('… not where an active one suffices', 'pim Microsoft.Web/sites/read group', 'allow'),
  ask('… gives no data either', `pim ${read} blob`, 'implicit-deny'),
  ask('before it runs out', 'tim Microsoft.Web/sites/write group', 'allow', { at: '2026-11-22T09:00:00Z' }),
  ask('after', 'tim Microsoft.Web/sites/write group', 'implicit-deny', { at: '2027-01-01T00:00:00Z' }),
  ask('at a time that nobody told', 'tim Microsoft.Web/sites/write group', 'if'),
  ask('a condition about the action, with the right container', `abe ${read} blob`, 'allow', about(NAME, 'exports')),
  ask('… with another container', `abe ${read} blob`, 'implicit-deny', about(NAME, 'private')),
  ask('… with a container that nobody told', `abe ${read} blob`, 'if'),
  ask('… does not bind other actions', `abe data:${BLOBS}/write blob`, 'allow'),
  ask('… nor widen the role', `abe data:${BLOBS}/permanentDelete/action blob`, 'implicit-deny'),
  ask('two attributes', `path ${read} blob`, 'allow', { attributes: { [PATH]: 'public/a.csv', [NAME]: 'exports' } }),
  ask('… one false, the other not known', `path ${read} blob`, 'implicit-deny', about(PATH, 'private/a.csv')),
  ask('… one true, the other not known', `path ${read} blob`, 'if', about(PATH, 'public/a.csv')),
  ask('a private link', `ip ${read} blob`, 'allow', about('@Environment[isPrivateLink]', 'true')),
  ask('… none', `ip ${read} blob`, 'implicit-deny', about('@Environment[isPrivateLink]', 'false')),
  ask('after a day', `dated ${read} blob`, 'allow', about('@Environment[UtcNow]', '2026-11-22T09:00:00Z')),
  ask('before the day', `dated ${read} blob`, 'implicit-deny', about('@Environment[UtcNow]', '2026-05-31T23:59:59Z')),
  ask('one of several values', `several ${read} blob`, 'allow', about(NAME, 'reports')),
  ask('none of them', `several ${read} blob`, 'implicit-deny', about(NAME, 'invoices')),
  ask('anything but a value, and it is that', `never ${read} blob`, 'implicit-deny', about(NAME, 'exports')),
  ask('anything but a value, and it is not', `never ${read} blob`, 'allow', about(NAME, 'public')),
  ask('two attributes that are equal', `same ${read} blob`, 'allow', {
    attributes: { '@Principal[Microsoft.Directory/CustomSecurityAttributes/Id:team]': 'exports', [NAME]: 'exports' },
  }),
  ask('two attributes, one not known', `same ${read} blob`, 'if', about(NAME, 'exports')),
  ask('a condition that cannot be read', `broken ${read} blob`, 'if'),
  ask('a part of an operation', `sub ${read} blob`, 'if'),
  ask('an attribute that exists', `exists ${read} blob`, 'allow', about(PATH, 'x')),
  ask('an attribute of which nobody told', `exists ${read} blob`, 'if'),
  ask(
    'giving away the role that the condition names',
    `delegate ${assignments}/write group`,
    'allow',
    about('@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId]', 'AAAAAAAA-0000-0000-0000-000000000001'),
  ),
  ask(
    '… another one',
    `delegate ${assignments}/write group`,
    'implicit-deny',
    about('@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId]', 'bbbbbbbb-0000-0000-0000-000000000002'),
  ),
  ask('… any, when nobody says which', `delegate ${assignments}/write group`, 'if'),
  ask('a scope of which a part is not known', 'hole Microsoft.Web/sites/write unknown', 'if'),
  ask('… whose known part differs', 'hole Microsoft.Web/sites/write other', 'implicit-deny'),
  ask('a denial beats a role', `denied ${stop} machine`, 'explicit-deny'),
  ask('… in its scope', 'denied Microsoft.Compute/virtualMachines/read unknown', 'allow'),
  ask('… for its actions', 'denied Microsoft.Web/sites/read group', 'allow'),
  ask('… of data as well', `denied ${read} blob`, 'explicit-deny'),
  ask('… that does not reach below holds at its scope', 'denied Microsoft.Resources/subscriptions/read subscription', 'explicit-deny'),
  ask('a denial for a group', `ghost ${stop} machine`, 'explicit-deny', { memberOf: ['banned-group', 'developers'] }),
  ask('a denial for groups that nobody told leaves a condition', 'carl Microsoft.Compute/virtualMachines/delete machine', 'if', {
    memberOf: null,
  }),
  ask('a denial for everybody', 'olga Microsoft.Solutions/applications/write app', 'explicit-deny'),
  ask('… but who is excepted', 'excepted Microsoft.Solutions/applications/write app', 'allow'),
  ask('… and what it leaves', 'olga Microsoft.Solutions/applications/read app', 'allow'),
  ask('a role for the secrets of a vault', `sid ${secret} vault`, 'allow'),
  ask('… means nothing in a vault with access policies', `sid ${secret} policyVault`, 'implicit-deny'),
  ask('an access policy', `sue ${secret} policyVault`, 'allow'),
  ask('… lists', 'sue data:Microsoft.KeyVault/vaults/secrets/readMetadata/action policyVault', 'allow'),
  ask('… means nothing in another vault', `sue ${secret} vault`, 'implicit-deny'),
  ask('… only what it names', 'sue data:Microsoft.KeyVault/vaults/secrets/delete policyVault', 'implicit-deny'),
  ask('… of secrets is none of keys', 'sue data:Microsoft.KeyVault/vaults/keys/read policyVault', 'implicit-deny'),
  ask('an access policy for a key', 'kim data:Microsoft.KeyVault/vaults/keys/decrypt/action policyVault', 'allow'),
  ask('… whose word is another', 'kim data:Microsoft.KeyVault/vaults/keys/unwrap/action policyVault', 'allow'),
  ask('… does not sign', 'kim data:Microsoft.KeyVault/vaults/keys/sign/action policyVault', 'implicit-deny'),
  ask('… all for certificates', 'kim data:Microsoft.KeyVault/vaults/certificates/delete policyVault', 'allow'),
  ask('an access policy for a group', 'dev-1 data:Microsoft.KeyVault/vaults/secrets/setSecret/action policyVault', 'allow', {
    memberOf: ['developers'],
  }),
  ask('who may write the vault may write its policies', 'carl Microsoft.KeyVault/vaults/accessPolicies/write policyVault', 'allow'),
  ask('a lock against deletion', 'locked Microsoft.Web/sites/delete locked', 'explicit-deny'),
  ask('… lets change', 'locked Microsoft.Web/sites/write locked', 'allow'),
  ask('… lets itself be removed', 'locked Microsoft.Authorization/locks/delete locked', 'allow'),
  ask('a lock against change', 'locked Microsoft.Sql/servers/write sql', 'explicit-deny'),
  ask('… also against actions', 'locked Microsoft.Sql/servers/start/action sql', 'explicit-deny'),
  ask('… lets read', 'locked Microsoft.Sql/servers/read sql', 'allow'),
  ask('a directory role in its unit', 'hal microsoft.directory/users/password/update /administrativeUnits/branches', 'allow'),
  ask('… not in the whole directory', 'hal microsoft.directory/users/password/update /', 'implicit-deny'),
  ask('… not another action', 'hal microsoft.directory/users/delete /administrativeUnits/branches', 'implicit-deny'),
  ask('a directory role for all applications', 'app microsoft.directory/applications/credentials/update /applications/shop', 'allow'),
  ask('… for one', 'own microsoft.directory/applications/credentials/update /applications/shop', 'allow'),
  ask('… not for another', 'own microsoft.directory/applications/credentials/update /applications/hr', 'implicit-deny'),
  ask('an eligible administrator', 'gail microsoft.directory/users/delete /', 'if'),
  ask('a directory role for a group', 'ann microsoft.directory/users/delete /', 'allow', { memberOf: ['admins-group'] }),
  ask('a directory role that nobody told us of', 'strange microsoft.directory/users/delete /', 'if'),
  ask('a directory role is no role of a subscription', 'app Microsoft.Web/sites/write group', 'implicit-deny'),
  ask('a permission of an application', 'robot graph:RoleManagement.ReadWrite.Directory /', 'allow'),
  ask('… another one', 'robot graph:Application.ReadWrite.All /', 'implicit-deny'),
  ask('… is not inherited from groups', 'drone graph:User.Read.All /', 'implicit-deny', { memberOf: ['robots-group'] }),
];
