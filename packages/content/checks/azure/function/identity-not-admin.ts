/** Whoever breaks into the function is what its identity is. */
import { defineCheck, fail, fails, find, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Function identities hold no admin role', ja: '関数アプリの ID が管理者ロールを持たない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.app.app',
  why: {
    en: 'A hole in one function then is a hole in everything its identity administers.',
    ja: '関数の脆弱性 1 つが、その ID が管理するすべてへの侵入口になります。',
  },
  fix: {
    summary: {
      en: 'Give the identity a role for what the function does, at the narrowest scope.',
      ja: '関数に必要な作業だけのロールを、最小のスコープで付与してください。',
    },
    terraform: `resource "azurerm_linux_function_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"
  storage_account_name = "orders"

  identity {
    type = "SystemAssigned"
  }

  site_config {
  }
}

resource "azurerm_role_assignment" "orders" {
  scope                = "/subscriptions/s"
  role_definition_name = "Storage Blob Data Reader"
  principal_id         = azurerm_linux_function_app.orders.identity[0].principal_id
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Web/sites",
      "apiVersion": "2024-04-01",
      "name": "orders-web",
      "kind": "functionapp,linux",
      "identity": { "type": "SystemAssigned" },
      "properties": { "serverFarmId": "plan", "siteConfig": { "ftpsState": "Disabled" } }
    },
    {
      "type": "Microsoft.Authorization/roleAssignments",
      "apiVersion": "2022-04-01",
      "name": "[guid('orders')]",
      "properties": {
        "roleDefinitionId": "[subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1')]",
        "principalId": "[reference(resourceId('Microsoft.Web/sites', 'orders-web'), '2024-04-01', 'Full').identity.principalId]"
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/app-service/overview-managed-identity'],
  equivalents: ['prowler:app_function_identity_without_admin_privileges'],
  evaluate(app) {
    if (!app.isFunction)
      return notApplicable({ en: `App ${app.name} is no function app`, ja: `アプリ ${app.name} は関数アプリではありません` });
    const role = find(app.adminRoles, (each) =>
      ['Owner', 'Contributor', 'User Access Administrator', 'Role Based Access Control Administrator'].includes(each),
    );
    if (role === undefined) return pass();
    return fail({
      en: `The identity of function app ${app.name} holds the role ${role}`,
      ja: `関数アプリ ${app.name} の ID がロール ${role} を持っています`,
    });
  },
  examples: [
    fails(
      'Owner',
      `resource "azurerm_linux_function_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"
  storage_account_name = "orders"

  identity {
    type = "SystemAssigned"
  }

  site_config {
  }
}
resource "azurerm_role_assignment" "orders" {
  scope                = "/subscriptions/s"
  role_definition_name = "Owner"
  principal_id         = azurerm_linux_function_app.orders.identity[0].principal_id
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Web/sites",
      "apiVersion": "2024-04-01",
      "name": "orders-web",
      "kind": "functionapp,linux",
      "identity": { "type": "SystemAssigned" },
      "properties": { "serverFarmId": "plan", "siteConfig": { "ftpsState": "Disabled" } }
    },
    {
      "type": "Microsoft.Authorization/roleAssignments",
      "apiVersion": "2022-04-01",
      "name": "[guid('orders')]",
      "properties": {
        "roleDefinitionId": "[subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '8e3af657-a8ff-443c-a75c-2fe8c4bcb635')]",
        "principalId": "[reference(resourceId('Microsoft.Web/sites', 'orders-web'), '2024-04-01', 'Full').identity.principalId]"
      }
    }
  ]
}`,
      },
    ),
    fails(
      'Contributor through an identity of its own',
      `resource "azurerm_user_assigned_identity" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
}
resource "azurerm_linux_function_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"
  storage_account_name = "orders"

  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.orders.id]
  }

  site_config {
  }
}
resource "azurerm_role_assignment" "orders" {
  scope                = "/subscriptions/s"
  role_definition_name = "Contributor"
  principal_id         = azurerm_user_assigned_identity.orders.principal_id
}`,
    ),
    passes(
      'as it should be',
      `resource "azurerm_linux_function_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"
  storage_account_name = "orders"

  identity {
    type = "SystemAssigned"
  }

  site_config {
  }
}

resource "azurerm_role_assignment" "orders" {
  scope                = "/subscriptions/s"
  role_definition_name = "Storage Blob Data Reader"
  principal_id         = azurerm_linux_function_app.orders.identity[0].principal_id
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Web/sites",
      "apiVersion": "2024-04-01",
      "name": "orders-web",
      "kind": "functionapp,linux",
      "identity": { "type": "SystemAssigned" },
      "properties": { "serverFarmId": "plan", "siteConfig": { "ftpsState": "Disabled" } }
    },
    {
      "type": "Microsoft.Authorization/roleAssignments",
      "apiVersion": "2022-04-01",
      "name": "[guid('orders')]",
      "properties": {
        "roleDefinitionId": "[subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1')]",
        "principalId": "[reference(resourceId('Microsoft.Web/sites', 'orders-web'), '2024-04-01', 'Full').identity.principalId]"
      }
    }
  ]
}`,
      },
    ),
    isNotApplicable(
      'a web app',
      `resource "azurerm_linux_web_app" "orders" {
  name                = "orders-web"
  location            = "japaneast"
  resource_group_name = "orders"
  service_plan_id     = "plan"

  site_config {
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Web/sites",
      "apiVersion": "2024-04-01",
      "name": "orders-web",
      "kind": "app,linux",
      "properties": { "serverFarmId": "plan", "siteConfig": { "alwaysOn": true, "ftpsState": "Disabled" } }
    }
  ]
}`,
      },
    ),
  ],
});
