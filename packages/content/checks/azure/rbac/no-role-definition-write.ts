/** Who may write roles may give himself any right. */
import { any, defineCheck, fail, fails, find, matchesPattern, pass, passes } from '@kumomori/model';

const writing = 'microsoft.authorization/roledefinitions/write';

export const check = defineCheck({
  title: { en: 'No custom role may define roles', ja: 'カスタムロールがロールを定義できない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.rbac.role-definition',
  why: {
    en: 'A holder who can change role definitions adds to his own role whatever it lacks.',
    ja: 'ロール定義を変更できる者は、自分のロールに好きな権限を追加できます。',
  },
  fix: {
    summary: {
      en: 'Leave roleDefinitions/write to a few administrators of built-in roles.',
      ja: 'roleDefinitions/write は組み込みロールの管理者だけに任せてください。',
    },
    terraform: `data "azurerm_subscription" "current" {
}

resource "azurerm_role_definition" "operator" {
  name              = "orders-operator"
  scope             = data.azurerm_subscription.current.id
  assignable_scopes = [data.azurerm_subscription.current.id]

  permissions {
    actions     = ["Microsoft.Authorization/roleDefinitions/read"]
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
        "permissions": [{ "actions": ["Microsoft.Authorization/roleDefinitions/read"], "notActions": [] }],
        "assignableScopes": ["[subscription().id]"]
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/role-based-access-control/custom-roles'],
  equivalents: ['AVD-AZU-0052'],
  noFramework: 'no control mapping yet',
  evaluate(role) {
    const action = find(role.actions, (each) => matchesPattern(each.toLowerCase(), writing));
    if (action === undefined || any(role.notActions, (each) => matchesPattern(each.toLowerCase(), writing))) return pass();
    return fail({
      en: `Custom role ${role.name} may define roles (${action})`,
      ja: `カスタムロール ${role.name} はロールを定義できます (${action})`,
    });
  },
  examples: [
    fails(
      'the action itself',
      `data "azurerm_subscription" "current" {
}

resource "azurerm_role_definition" "operator" {
  name              = "orders-operator"
  scope             = data.azurerm_subscription.current.id
  assignable_scopes = [data.azurerm_subscription.current.id]

  permissions {
    actions     = ["Microsoft.Authorization/roleDefinitions/write"]
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
        "permissions": [{ "actions": ["Microsoft.Authorization/roleDefinitions/write"], "notActions": [] }],
        "assignableScopes": ["[subscription().id]"]
      }
    }
  ]
}`,
      },
    ),
    fails(
      'a wildcard that holds it',
      `data "azurerm_subscription" "current" {
}

resource "azurerm_role_definition" "operator" {
  name              = "orders-operator"
  scope             = data.azurerm_subscription.current.id
  assignable_scopes = [data.azurerm_subscription.current.id]

  permissions {
    actions     = ["Microsoft.Authorization/*"]
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
        "permissions": [{ "actions": ["Microsoft.Authorization/*"], "notActions": [] }],
        "assignableScopes": ["[subscription().id]"]
      }
    }
  ]
}`,
      },
    ),
    fails(
      'everything',
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
      'reading',
      `data "azurerm_subscription" "current" {
}

resource "azurerm_role_definition" "operator" {
  name              = "orders-operator"
  scope             = data.azurerm_subscription.current.id
  assignable_scopes = [data.azurerm_subscription.current.id]

  permissions {
    actions     = ["Microsoft.Authorization/roleDefinitions/read"]
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
        "permissions": [{ "actions": ["Microsoft.Authorization/roleDefinitions/read"], "notActions": [] }],
        "assignableScopes": ["[subscription().id]"]
      }
    }
  ]
}`,
      },
    ),
    passes(
      'taken out again',
      `data "azurerm_subscription" "current" {
}

resource "azurerm_role_definition" "operator" {
  name              = "orders-operator"
  scope             = data.azurerm_subscription.current.id
  assignable_scopes = [data.azurerm_subscription.current.id]

  permissions {
    actions     = ["*"]
    not_actions = ["Microsoft.Authorization/roleDefinitions/write"]
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
        "permissions": [{ "actions": ["*"], "notActions": ["Microsoft.Authorization/roleDefinitions/write"] }],
        "assignableScopes": ["[subscription().id]"]
      }
    }
  ]
}`,
      },
    ),
  ],
});
