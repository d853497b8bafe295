/** Who hands out rights hands them to himself. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'User Access Administrator is not standing', ja: 'User Access Administrator が恒常的に付与されていない' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.rbac.role-assignment',
  why: {
    en: 'A standing holder can make anybody Owner at any time; such rights belong behind approval and for hours only.',
    ja: '恒常的な保持者はいつでも誰でも Owner にできます。承認制・時間限定で付与すべき権限です。',
  },
  fix: {
    summary: {
      en: 'Remove the assignment; use Privileged Identity Management, or limit it with a condition.',
      ja: '割り当てを外し、Privileged Identity Management を使うか条件で制限してください。',
    },
    terraform: `resource "azurerm_role_assignment" "ops" {
  scope                = "/subscriptions/00000000-0000-0000-0000-000000000001"
  role_definition_name = "Reader"
  principal_id         = "ops"
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
        "principalId": "ops"
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/role-based-access-control/delegate-role-assignments-overview'],
  equivalents: ['prowler:iam_role_user_access_admin_restricted'],
  evaluate(assignment) {
    if (assignment.role !== 'User Access Administrator' || assignment.hasCondition) return pass();
    return fail({
      en: `Role assignment ${assignment.name} gives User Access Administrator for good`,
      ja: `ロール割り当て ${assignment.name} は User Access Administrator を恒常的に付与しています`,
    });
  },
  examples: [
    fails(
      'given',
      `resource "azurerm_role_assignment" "ops" {
  scope                = "/subscriptions/00000000-0000-0000-0000-000000000001"
  role_definition_name = "User Access Administrator"
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
        "roleDefinitionId": "[subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9')]",
        "principalId": "ops"
      }
    }
  ]
}`,
      },
    ),
    passes(
      'another role',
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
    passes(
      'limited by a condition',
      `resource "azurerm_role_assignment" "ops" {
  scope                = "/subscriptions/00000000-0000-0000-0000-000000000001"
  role_definition_name = "User Access Administrator"
  principal_id         = "ops"
  condition_version    = "2.0"
  condition            = "@Request[Microsoft.Authorization/roleAssignments:PrincipalType] StringEqualsIgnoreCase 'Group'"
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
        "roleDefinitionId": "[subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9')]",
        "principalId": "ops", "conditionVersion": "2.0",
        "condition": "@Request[Microsoft.Authorization/roleAssignments:PrincipalType] StringEqualsIgnoreCase 'Group'"
      }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "role" {}
resource "azurerm_role_assignment" "ops" {
  scope                = "/subscriptions/00000000-0000-0000-0000-000000000001"
  role_definition_name = var.role
  principal_id         = "ops"
}`,
    ),
  ],
});
