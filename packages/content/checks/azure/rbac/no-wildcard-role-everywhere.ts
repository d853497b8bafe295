/** Every action in every subscription is more than any job needs. */
import { any, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No custom role allows everything everywhere', ja: '全操作を全範囲で許すカスタムロールがない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.rbac.role-definition',
  why: {
    en: 'Such a role takes over the whole directory of subscriptions when one holder is compromised.',
    ja: '保持者が 1 人でも侵害されると、すべてのサブスクリプションが乗っ取られます。',
  },
  fix: {
    summary: { en: 'Name the actions and the subscriptions.', ja: '操作と対象のサブスクリプションを明示してください。' },
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
        "permissions": [{ "actions": ["Microsoft.Support/*"], "notActions": [] }],
        "assignableScopes": ["/"]
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/role-based-access-control/custom-roles'],
  equivalents: ['AVD-AZU-0030', 'tfsec:azure-authorization-limit-role-actions'],
  noFramework: 'no control mapping yet',
  evaluate(role) {
    if (!any(role.actions, (action) => action.startsWith('*')) || !role.isEverywhere) return pass();
    return fail({
      en: `Custom role ${role.name} allows every action in all of Azure`,
      ja: `カスタムロール ${role.name} は Azure 全体ですべての操作を許可しています`,
    });
  },
  examples: [
    fails(
      'everything everywhere',
      `data "azurerm_subscription" "current" {
}

resource "azurerm_role_definition" "operator" {
  name              = "orders-operator"
  scope             = data.azurerm_subscription.current.id
  assignable_scopes = ["/"]

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
        "assignableScopes": ["/"]
      }
    }
  ]
}`,
      },
    ),
    passes(
      'some actions everywhere',
      `data "azurerm_subscription" "current" {
}

resource "azurerm_role_definition" "operator" {
  name              = "orders-operator"
  scope             = data.azurerm_subscription.current.id
  assignable_scopes = ["/"]

  permissions {
    actions     = ["Microsoft.Support/*"]
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
        "permissions": [{ "actions": ["Microsoft.Support/*"], "notActions": [] }],
        "assignableScopes": ["/"]
      }
    }
  ]
}`,
      },
    ),
    passes(
      'in a subscription',
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
  ],
});
