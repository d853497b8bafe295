/** Pieces of Terraform that the cases of Azure are put together from. */
import type { AzureCase, Change, Closing } from './types.ts';

export const SUBSCRIPTION = '11111111-2222-3333-4444-555555555555';
export const WHOLE = 'data.azurerm_subscription.current.id';
export const GROUP = 'azurerm_resource_group.app.id';

export const start = `provider "azurerm" {
  subscription_id = "${SUBSCRIPTION}"
  features {}
}
data "azurerm_subscription" "current" {
}
resource "azurerm_resource_group" "app" {
  name     = "app"
  location = "japaneast"
}
resource "azurerm_resource_group" "other" {
  name     = "other"
  location = "japaneast"
}
resource "azuread_user" "alice" {
  user_principal_name = "alice@example.com"
  display_name        = "Alice"
}
`;

/** A block with the name, group and place that every resource of Azure has. */
export function block(type: string, name: string, more = ''): string {
  return `resource "${type}" "${name}" {
  name                = "${name}"
  resource_group_name = azurerm_resource_group.app.name
  location            = "japaneast"
  ${more}
}
`;
}

export const OWN = `identity {
    type = "SystemAssigned"
  }`;

export function assign(name: string, role: string, options: { readonly to: string; readonly on?: string; readonly more?: string }): string {
  return `resource "azurerm_role_assignment" "${name}" {
  scope                = ${options.on ?? GROUP}
  role_definition_name = "${role}"
  principal_id         = ${options.to}
  ${options.more ?? ''}
}
`;
}

/** The identity of a resource owns the subscription. */
export const owns = (address: string): string => assign('owner', 'Owner', { to: `${address}.identity[0].principal_id`, on: WHOLE });

interface Rights {
  readonly actions?: readonly string[];
  readonly dataActions?: readonly string[];
  readonly on?: string;
}

/** Alice has a role of exactly these actions in the resource group. */
export function rights({ actions = [], dataActions = [], on = GROUP }: Rights): string {
  return `resource "azurerm_role_definition" "operator" {
  name  = "operator"
  scope = ${WHOLE}
  permissions {
    actions          = ${JSON.stringify(actions)}
    not_actions      = []
    data_actions     = ${JSON.stringify(dataActions)}
    not_data_actions = []
  }
}
resource "azurerm_role_assignment" "alice" {
  scope              = ${on}
  role_definition_id = azurerm_role_definition.operator.role_definition_resource_id
  principal_id       = azuread_user.alice.object_id
}
`;
}

const ELIGIBLE: Change = [['"azurerm_role_assignment" "alice"', '"azurerm_pim_eligible_role_assignment" "alice"']];

/** Each action dropped, each denied, the role given elsewhere, a lock: all of it ends a way by roles of Azure. */
function closings({ actions = [], dataActions = [], on = GROUP }: Rights): readonly Closing[] {
  const quoted = (all: readonly string[]): string => JSON.stringify(all);
  const assignment = `scope              = ${on}`;
  const elsewhere = 'scope              = azurerm_resource_group.other.id';
  const controls = actions.filter((each) => !each.startsWith('Microsoft.Authorization/locks'));
  return [
    ...actions.map((action): Closing => [`without ${action}`, [`"${action}"`, `"${action.replace(/\/[^/]+$/, '/read')}"`]]),
    ...actions.map((action): Closing => [`not ${action}`, ['not_actions      = []', `not_actions      = ${quoted([action])}`]]),
    ...dataActions.map((action): Closing => [`without ${action}`, [`"${action}"`, `"${action.replace(/\/[^/]+\/action$/, '/read')}"`]]),
    ...dataActions.map((action): Closing => [`not ${action}`, ['not_data_actions = []', `not_data_actions = ${quoted([action])}`]]),
    ...(on === GROUP ? [['given elsewhere', [assignment, elsewhere]] as Closing] : []),
    ...(controls.length > 0 ? [['a lock', [DEFINITION, lock(on) + DEFINITION]] as Closing] : []),
  ];
}

const DEFINITION = 'resource "azurerm_role_definition" "operator"';

function lock(on: string): string {
  return `resource "azurerm_management_lock" "frozen" {
  name       = "frozen"
  scope      = ${on}
  lock_level = "ReadOnly"
}
`;
}

interface Way extends Rights, Pick<AzureCase, 'way' | 'tells' | 'asks'> {
  readonly estate: string;
  readonly spoiled: readonly Closing[];
}

/** A way by the actions of a role of Azure, in Terraform. */
export function byRole({ way, tells, asks, estate, spoiled, ...of }: Way): AzureCase {
  return {
    ...{ way, tells, ...(asks !== undefined && { asks }) },
    estate: { file: 'main.tf', text: start + estate + rights(of) },
    closedBy: [...closings(of), ...spoiled],
    eligible: ELIGIBLE,
  };
}

export const NO_IDENTITY: Closing = ['no identity', [OWN, '']];
export const NO_OWNER: Closing = ['the identity only reads', ['"Owner"', '"Reader"']];

export const customers = block(
  'azurerm_storage_account',
  'customers',
  `account_tier             = "Standard"
  account_replication_type = "LRS"
  tags                     = { DataClass = "personal" }`,
);
