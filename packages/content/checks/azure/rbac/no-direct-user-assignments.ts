/** Rights of single people outlive their jobs. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Roles are given to groups, not to single users', ja: 'ロールが個人ではなくグループに付与されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.rbac.role-assignment',
  why: {
    en: 'Who changes teams or leaves keeps what was given to him by name; nobody reviews hundreds of such assignments.',
    ja: '個人に付与した権限は異動や退職後も残り、数百件になると誰も棚卸しできません。',
  },
  fix: {
    summary: { en: 'Give the role to a group.', ja: 'グループにロールを付与してください。' },
    terraform: `resource "azurerm_role_assignment" "ops" {
  scope                = "/subscriptions/00000000-0000-0000-0000-000000000001"
  role_definition_name = "Reader"
  principal_id         = "ops"
  principal_type       = "Group"
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Authorization/roleAssignments",
      "apiVersion": "2022-04-01",
      "name": "[guid('ops')]",
      "properties": {
        "roleDefinitionId": "[subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'acdd72a7-3385-48ef-bd42-f606fba81ae7')]",
        "principalId": "ops", "principalType": "Group"
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/role-based-access-control/best-practices'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(assignment) {
    const kind = assignment.principalKind;
    if (kind === undefined)
      return notApplicable({
        en: `Role assignment ${assignment.name} does not say whom it is for`,
        ja: `ロール割り当て ${assignment.name} は対象の種類を示していません`,
      });
    if (kind.toLowerCase() !== 'user') return pass();
    return fail({
      en: `Role assignment ${assignment.name} gives the role ${assignment.role} to a single user`,
      ja: `ロール割り当て ${assignment.name} はロール ${assignment.role} を個人に付与しています`,
    });
  },
  examples: [
    fails(
      'a user',
      `resource "azurerm_role_assignment" "ops" {
  scope                = "/subscriptions/00000000-0000-0000-0000-000000000001"
  role_definition_name = "Reader"
  principal_id         = "ops"
  principal_type       = "User"
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
        "roleDefinitionId": "[subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'acdd72a7-3385-48ef-bd42-f606fba81ae7')]",
        "principalId": "ops", "principalType": "User"
      }
    }
  ]
}`,
      },
    ),
    passes(
      'a group',
      `resource "azurerm_role_assignment" "ops" {
  scope                = "/subscriptions/00000000-0000-0000-0000-000000000001"
  role_definition_name = "Reader"
  principal_id         = "ops"
  principal_type       = "Group"
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
        "roleDefinitionId": "[subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'acdd72a7-3385-48ef-bd42-f606fba81ae7')]",
        "principalId": "ops", "principalType": "Group"
      }
    }
  ]
}`,
      },
    ),
    isNotApplicable(
      'not written',
      `resource "azurerm_role_assignment" "ops" {
  scope                = "/subscriptions/00000000-0000-0000-0000-000000000001"
  role_definition_name = "Reader"
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
        "roleDefinitionId": "[subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'acdd72a7-3385-48ef-bd42-f606fba81ae7')]",
        "principalId": "ops"
      }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "kind" {}
resource "azurerm_role_assignment" "ops" {
  scope                = "/subscriptions/00000000-0000-0000-0000-000000000001"
  role_definition_name = "Reader"
  principal_id         = "ops"
  principal_type       = var.kind
}`,
    ),
  ],
});
