/** Who may delete a lock may delete what it guards. */
import { defineCheck, fail, fails, isNotApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'A role administers resource locks', ja: 'リソースロックを管理するロールがある' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.rbac.administration',
  why: {
    en: 'Without a role of its own the work is done by owners, who can do everything else too.',
    ja: '専用ロールがないと、何でもできる所有者がロックを管理することになります。',
  },
  fix: {
    summary: {
      en: 'Define a role with Microsoft.Authorization/locks/*.',
      ja: 'Microsoft.Authorization/locks/* を持つロールを定義してください。',
    },
    terraform: `data "azurerm_subscription" "current" {
}

resource "azurerm_role_definition" "operator" {
  name              = "orders-operator"
  scope             = data.azurerm_subscription.current.id
  assignable_scopes = [data.azurerm_subscription.current.id]

  permissions {
    actions     = ["Microsoft.Authorization/locks/*"]
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
        "permissions": [{ "actions": ["Microsoft.Authorization/locks/*"], "notActions": [] }],
        "assignableScopes": ["[subscription().id]"]
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources'],
  equivalents: ['prowler:iam_custom_role_has_permissions_to_administer_resource_locks'],
  evaluate(administration) {
    if (administration.hasLockRole) return pass();
    return fail({
      en: `No role of one's own beside ${administration.name} administers resource locks`,
      ja: `${administration.name} のサブスクリプションにリソースロックを管理するロールがありません`,
    });
  },
  examples: [
    fails(
      'no role for it',
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
      'a role for it',
      `data "azurerm_subscription" "current" {
}

resource "azurerm_role_definition" "operator" {
  name              = "orders-operator"
  scope             = data.azurerm_subscription.current.id
  assignable_scopes = [data.azurerm_subscription.current.id]

  permissions {
    actions     = ["Microsoft.Authorization/locks/*"]
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
        "permissions": [{ "actions": ["Microsoft.Authorization/locks/*"], "notActions": [] }],
        "assignableScopes": ["[subscription().id]"]
      }
    }
  ]
}`,
      },
    ),
    isNotApplicable(
      'no roles in the code',
      `resource "azurerm_role_assignment" "ops" {
  scope                = "/subscriptions/00000000-0000-0000-0000-000000000001"
  role_definition_name = "Owner"
  principal_id         = "ops"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Authorization/roleAssignments",
      "apiVersion": "2022-04-01",
      "name": "[guid('ops')]",
      "properties": {
        "roleDefinitionId": "[subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '8e3af657-a8ff-443c-a75c-2fe8c4bcb635')]",
        "principalId": "ops"
      }
    }
  ]
}`,
      },
    ),
  ],
});
