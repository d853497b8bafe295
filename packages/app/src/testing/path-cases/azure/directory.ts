/** Ways in the directory: roles, owners, permissions of Microsoft Graph. */
import { SUBSCRIPTION, WHOLE, assign, start } from './parts.ts';
import type { AzureCase, Change, Closing } from './types.ts';

const role = (name: string, to: string): string => `resource "azuread_directory_role" "${name}" {
  display_name = "ROLE ${name}"
}
resource "azuread_directory_role_assignment" "${name}" {
  role_id             = azuread_directory_role.${name}.template_id
  principal_object_id = ${to}.object_id
}
`;

/** Somebody has a role of the directory. */
function given(name: string, display: string, to = 'azuread_user.alice'): string {
  return role(name, to).replace(`ROLE ${name}`, display);
}

const bob = `resource "azuread_user" "bob" {
  user_principal_name = "bob@example.com"
  display_name        = "Bob"
}
`;
const ops = (more = ''): string => `resource "azuread_group" "ops" {
  display_name     = "ops"
  security_enabled = true
  ${more}
}
`;
const OPS_OWN = assign('ops', 'Owner', { to: 'azuread_group.ops.object_id', on: WHOLE });

/** Permissions of Microsoft Graph for applications, by their ids. Source: Microsoft Graph permissions reference, read 2026-11-22. */
const GRAPH = {
  roles: '9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8',
  grants: '06b708a9-e830-4db3-a914-8e69da51d44f',
  applications: '1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9',
  owned: '18a4783c-866b-4cc7-a460-3d5e5662c884',
  directory: '19dbc75e-c2e2-444c-a770-ec69d8559fc7',
  groups: '62a82d76-70ea-41e2-9197-370581804d09',
  members: 'dbaae8cf-10b5-4b86-a4a1-f871c94c6695',
  /** User.Read.All: nothing is gained by it. */
  users: 'df021288-bdef-4463-88db-98f22de89214',
} as const;

function application(name: string, permission: string, owners = '[]', ofPrincipal = '[]'): string {
  return `resource "azuread_application" "${name}" {
  display_name = "${name}"
  owners       = ${owners}
}
resource "azuread_service_principal" "${name}" {
  client_id = azuread_application.${name}.client_id
  owners    = ${ofPrincipal}
}
resource "azuread_app_role_assignment" "${name}" {
  app_role_id         = "${permission}"
  principal_object_id = azuread_service_principal.${name}.object_id
  resource_object_id  = "22222222-3333-4444-5555-666666666666"
}
`;
}

const ALICE = '[azuread_user.alice.object_id]';
const SYNC = 'azuread_service_principal.sync';
const AU: Change = [
  [
    '= azuread_user.alice.object_id\n}',
    '= azuread_user.alice.object_id\n  directory_scope_id = "/administrativeUnits/33333333-4444-5555-6666-777777777777"\n}',
  ],
];
const WITHIN_UNIT: Closing = ['within an administrative unit', ...AU];
const ELIGIBLE: Change = [
  ['"azuread_directory_role_assignment" "given"', '"azuread_directory_role_eligibility_schedule_request" "given"'],
  ['role_id             = azuread_directory_role.given', 'role_definition_id = azuread_directory_role.given'],
  ['principal_object_id = azuread_user.alice', 'principal_id = azuread_user.alice'],
];

interface Directory extends Pick<AzureCase, 'way' | 'tells' | 'asks' | 'besides' | 'also'> {
  readonly estate: string;
  readonly closedBy: readonly Closing[];
}

const by = ({ estate, ...rest }: Directory): AzureCase => ({ ...rest, estate: { file: 'main.tf', text: start + estate } });

/** By a role of the directory that alice has. */
const byRoleOf = ({ role: display, weaker, ...of }: Directory & { readonly role: string; readonly weaker: string }): AzureCase => ({
  ...by({ ...of, estate: given('given', display) + of.estate }),
  closedBy: [[`as ${weaker}`, [`"${display}"`, `"${weaker}"`]], WITHIN_UNIT, ...of.closedBy],
  eligible: ELIGIBLE,
});

/** By the permission of an application that alice owns. */
function byGraph({ permission, ...of }: Directory & { readonly permission: string }): AzureCase {
  const tells = of.tells === '' ? `CAN_CREATE_KEY ${SYNC}` : `CAN_CREATE_KEY ${SYNC}, ${of.tells}`;
  return by({
    ...{ ...of, tells, estate: application('sync', permission, ALICE) + of.estate },
    closedBy: [
      ['another permission', [permission, GRAPH.users]],
      ['nobody owns it', [ALICE, '[]']],
      [
        'the permission is of another application',
        ['= azuread_service_principal.sync.object_id', '= "44444444-5555-6666-7777-888888888888"'],
      ],
      ...of.closedBy,
    ],
  });
}

const TAKES_ROLES: Closing = [
  'roles can be given to the group',
  ['security_enabled = true', 'security_enabled = true\n  assignable_to_role = true'],
];
const DYNAMIC: Closing = [
  'a rule fills the group',
  ['security_enabled = true', 'security_enabled = true\n  types = ["DynamicMembership"]'],
];
const OPS_READ: Closing = ['the group only reads', ['"Owner"', '"Reader"']];
const joins = {
  estate: ops() + OPS_OWN,
  tells: 'CAN_GRANT_SELF azuread_group.ops, HAS_ADMIN admin',
  closedBy: [TAKES_ROLES, DYNAMIC, OPS_READ],
};
const BOB_OWNS = bob + assign('bob', 'Owner', { to: 'azuread_user.bob.object_id', on: WHOLE });
const BOB_IS_ADMIN: Closing = [
  'he has a role of the directory',
  ['display_name        = "Bob"\n}', `display_name        = "Bob"\n}\n${given('bob', 'Security Administrator', 'azuread_user.bob')}`],
];
const BOB_IN_GROUP: Closing = [
  'he belongs to a group for roles',
  [
    'display_name        = "Bob"\n}',
    `display_name        = "Bob"\n}\n${ops('assignable_to_role = true\n  members = [azuread_user.bob.object_id]')}`,
  ],
];
const GLOBAL = given('bob', 'Global Administrator', 'azuread_user.bob');
const somewhere = assign('reader', 'Reader', { to: 'azuread_user.alice.object_id', on: WHOLE });

const roles: readonly AzureCase[] = [
  byRoleOf({
    ...{ way: 'entra-assign-role', role: 'Privileged Role Administrator', weaker: 'Directory Readers', estate: '' },
    ...{ tells: 'CAN_GRANT_SELF admin', closedBy: [] },
  }),
  byRoleOf({
    ...{ way: 'azure-elevate', role: 'Privileged Role Administrator', weaker: 'User Administrator', estate: somewhere },
    ...{ tells: 'CAN_GRANT_SELF admin', besides: [`/subscriptions/${SUBSCRIPTION}`], closedBy: [] },
  }),
  byRoleOf({
    ...{ way: 'entra-app-credential', role: 'Cloud Application Administrator', weaker: 'Application Developer' },
    ...{ estate: application('deploy', GRAPH.roles), tells: 'CAN_CREATE_KEY azuread_service_principal.deploy, CAN_GRANT_SELF admin' },
    closedBy: [['the application has no such permission', [GRAPH.roles, GRAPH.users]]],
  }),
  byRoleOf({
    ...{ way: 'entra-password', role: 'Helpdesk Administrator', weaker: 'Directory Readers', estate: BOB_OWNS },
    ...{ tells: 'CAN_SET_PASSWORD azuread_user.bob, HAS_ADMIN admin', asks: 'no second factor' },
    closedBy: [['he only reads', ['"Owner"', '"Reader"']], BOB_IS_ADMIN, BOB_IN_GROUP],
  }),
  byRoleOf({
    ...{ way: 'entra-privileged-password', role: 'Privileged Authentication Administrator', weaker: 'Helpdesk Administrator' },
    ...{ estate: bob + GLOBAL, tells: 'CAN_SET_PASSWORD azuread_user.bob, HAS_ADMIN admin', asks: 'no second factor' },
    closedBy: [['he is no administrator', ['"Global Administrator"', '"Global Reader"']]],
  }),
  byRoleOf({ ...joins, way: 'entra-group', role: 'Groups Administrator', weaker: 'Directory Readers', closedBy: [DYNAMIC, OPS_READ] }),
  byRoleOf({
    ...{ ...joins, way: 'entra-role-group', role: 'Privileged Role Administrator', weaker: 'User Administrator' },
    ...{ estate: ops('assignable_to_role = true') + OPS_OWN, also: ['CAN_GRANT_SELF admin'], closedBy: [] },
  }),
];

const graph: readonly AzureCase[] = [
  byGraph({ way: 'entra-graph-role', permission: GRAPH.roles, estate: '', tells: 'CAN_GRANT_SELF admin', closedBy: [] }),
  byGraph({ way: 'entra-graph-grant', permission: GRAPH.grants, estate: '', tells: 'CAN_GRANT_SELF admin', closedBy: [] }),
  byGraph({
    ...{ way: 'entra-graph-credential', permission: GRAPH.applications, estate: application('deploy', GRAPH.roles) },
    tells: 'CAN_CREATE_KEY azuread_service_principal.deploy, CAN_GRANT_SELF admin',
    closedBy: [['the application has no such permission', [GRAPH.roles, GRAPH.users]]],
  }),
  byGraph({ ...joins, way: 'entra-graph-group', permission: GRAPH.members }),
  byGraph({ ...joins, way: 'entra-graph-group-all', permission: GRAPH.groups }),
  byGraph({ ...joins, way: 'entra-graph-directory', permission: GRAPH.directory }),
];

const owners: readonly AzureCase[] = [
  by({
    ...{ way: 'entra-owner', estate: application('sync', GRAPH.roles, ALICE), tells: `CAN_CREATE_KEY ${SYNC}, CAN_GRANT_SELF admin` },
    closedBy: [
      ['she does not own it', [ALICE, '[]']],
      ['it has no such permission', [GRAPH.roles, GRAPH.users]],
      ['the permission is of another', ['= azuread_service_principal.sync.object_id', '= "44444444-5555-6666-7777-888888888888"']],
    ],
  }),
  by({
    ...{ way: 'entra-owner', estate: application('sync', GRAPH.roles, '[]', ALICE), tells: `CAN_CREATE_KEY ${SYNC}, CAN_GRANT_SELF admin` },
    closedBy: [
      ['she does not own the service principal', [ALICE, '[]']],
      ['it has no such permission', [GRAPH.roles, GRAPH.users]],
    ],
  }),
  by({
    way: 'entra-owner',
    estate: application('sync', GRAPH.owned, ALICE) + application('deploy', GRAPH.roles, '[azuread_service_principal.sync.object_id]'),
    tells: `CAN_CREATE_KEY ${SYNC}, CAN_CREATE_KEY azuread_service_principal.deploy, CAN_GRANT_SELF admin`,
    closedBy: [
      ['it may not change what it owns', [GRAPH.owned, GRAPH.users]],
      ['it does not own the other', ['[azuread_service_principal.sync.object_id]', '[]']],
    ],
  }),
  by({
    ...{ way: 'entra-group-owner', estate: ops(`owners = ${ALICE}`) + OPS_OWN },
    tells: 'CAN_GRANT_SELF azuread_group.ops, HAS_ADMIN admin',
    closedBy: [['she does not own it', [ALICE, '[]']], DYNAMIC, OPS_READ],
  }),
  by({
    ...{
      way: 'entra-group-owner',
      estate: ops(`assignable_to_role = true\n  owners = ${ALICE}`) + given('ops', 'Global Administrator', 'azuread_group.ops'),
    },
    tells: 'CAN_GRANT_SELF azuread_group.ops, HAS_ADMIN admin',
    closedBy: [
      ['she does not own it', [ALICE, '[]']],
      ['the group has a weak role', ['"Global Administrator"', '"Directory Readers"']],
    ],
  }),
];

export const directoryCases: readonly AzureCase[] = [...roles, ...graph, ...owners];
