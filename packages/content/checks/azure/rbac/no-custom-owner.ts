/** A role of one's own with every action is a second Owner that no review looks at. */
import { any, defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No custom role equals Owner', ja: 'Owner と同等のカスタムロールがない' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.rbac.role-definition',
  why: {
    en: 'Reviews look at who is Owner; a role of another name with the same rights is overlooked.',
    ja: 'レビューで見られるのは Owner の保持者であり、同じ権限を持つ別名のロールは見落とされます。',
  },
  fix: {
    summary: { en: 'List the actions that are needed.', ja: '必要な操作だけを列挙してください。' },
    terraform: `data "azurerm_subscription" "current" {
}

resource "azurerm_role_definition" "operator" {
  name              = "orders-operator"
  scope             = data.azurerm_subscription.current.id
  assignable_scopes = [data.azurerm_subscription.current.id]

  permissions {
    actions     = ["Microsoft.Compute/virtualMachines/restart/action"]
    not_actions = []
  }
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Authorization/roleDefinitions",
      "apiVersion": "2022-04-01",
      "name": "[guid('orders-operator')]",
      "properties": {
        "roleName": "orders-operator",
        "type": "CustomRole",
        "permissions": [{ "actions": ["Microsoft.Compute/virtualMachines/read"], "notActions": [] }],
        "assignableScopes": ["[subscription().id]"]
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/role-based-access-control/custom-roles'],
  equivalents: ['CKV_AZURE_39', 'prowler:iam_subscription_roles_owner_custom_not_created', 'cloudsploit:noCustomOwnerRoles'],
  evaluate(role) {
    const isEverything = any(role.actions, (action) => action === '*');
    if (!isEverything) return pass();
    if (any(role.notActions, (action) => /^(\*|microsoft\.authorization\/\*)(\/write)?$/i.test(action))) return pass();
    if (role.isNarrow) return pass();
    return fail({
      en: `Custom role ${role.name} allows every action, as Owner does`,
      ja: `カスタムロール ${role.name} は Owner と同じくすべての操作を許可しています`,
    });
  },
  examples: [
    fails(
      'every action',
      `data "azurerm_subscription" "current" {
}

resource "azurerm_role_definition" "operator" {
  name              = "orders-operator"
  scope             = data.azurerm_subscription.current.id
  assignable_scopes = [data.azurerm_subscription.current.id]

  permissions {
    actions     = ["*"]
    not_actions = []
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Authorization/roleDefinitions",
      "apiVersion": "2022-04-01",
      "name": "[guid('orders-operator')]",
      "properties": {
        "roleName": "orders-operator",
        "type": "CustomRole",
        "permissions": [{ "actions": ["*"], "notActions": [] }],
        "assignableScopes": ["[subscription().id]"]
      }
    }
  ]
}`,
      },
    ),
    passes(
      'some actions',
      `data "azurerm_subscription" "current" {
}

resource "azurerm_role_definition" "operator" {
  name              = "orders-operator"
  scope             = data.azurerm_subscription.current.id
  assignable_scopes = [data.azurerm_subscription.current.id]

  permissions {
    actions     = ["Microsoft.Compute/virtualMachines/read"]
    not_actions = []
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Authorization/roleDefinitions",
      "apiVersion": "2022-04-01",
      "name": "[guid('orders-operator')]",
      "properties": {
        "roleName": "orders-operator",
        "type": "CustomRole",
        "permissions": [{ "actions": ["Microsoft.Compute/virtualMachines/read"], "notActions": [] }],
        "assignableScopes": ["[subscription().id]"]
      }
    }
  ]
}`,
      },
    ),
    passes(
      'every action but giving rights, as Contributor has it',
      `data "azurerm_subscription" "current" {
}

resource "azurerm_role_definition" "operator" {
  name              = "orders-operator"
  scope             = data.azurerm_subscription.current.id
  assignable_scopes = [data.azurerm_subscription.current.id]

  permissions {
    actions     = ["*"]
    not_actions = ["Microsoft.Authorization/*/Write"]
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Authorization/roleDefinitions",
      "apiVersion": "2022-04-01",
      "name": "[guid('orders-operator')]",
      "properties": {
        "roleName": "orders-operator",
        "type": "CustomRole",
        "permissions": [{ "actions": ["*"], "notActions": ["Microsoft.Authorization/*/Write"] }],
        "assignableScopes": ["[subscription().id]"]
      }
    }
  ]
}`,
      },
    ),
    passes(
      'in one resource group',
      `data "azurerm_subscription" "current" {
}

resource "azurerm_role_definition" "operator" {
  name              = "orders-operator"
  scope             = data.azurerm_subscription.current.id
  assignable_scopes = ["/subscriptions/s/resourceGroups/orders"]

  permissions {
    actions     = ["*"]
    not_actions = []
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Authorization/roleDefinitions",
      "apiVersion": "2022-04-01",
      "name": "[guid('orders-operator')]",
      "properties": {
        "roleName": "orders-operator",
        "type": "CustomRole",
        "permissions": [{ "actions": ["*"], "notActions": [] }],
        "assignableScopes": ["/subscriptions/s/resourceGroups/orders"]
      }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'the actions are handed in',
      `variable "actions" {
  type = list(string)
}
data "azurerm_subscription" "current" {
}

resource "azurerm_role_definition" "operator" {
  name              = "orders-operator"
  scope             = data.azurerm_subscription.current.id
  assignable_scopes = [data.azurerm_subscription.current.id]

  permissions {
    actions     = var.actions
    not_actions = []
  }
}`,
    ),
  ],
});
