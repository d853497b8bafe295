/** A policy that only reports keeps nothing out. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Security policy assignment is enforced', ja: 'ポリシー割り当てが強制されている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.policy.assignment',
  why: {
    en: 'Without enforcement a resource that breaks the policy is made all the same, and stays.',
    ja: '強制しなければ、違反するリソースもそのまま作られ残り続けます。',
  },
  fix: {
    edits: {
      terraform: [
        {
          of: [
            'azurerm_management_group_policy_assignment',
            'azurerm_resource_group_policy_assignment',
            'azurerm_resource_policy_assignment',
            'azurerm_subscription_policy_assignment',
          ],
          set: 'enforce',
          value: true,
        },
      ],
    },
    cautions: ['blocks-traffic'],
    summary: { en: 'Set enforce to true, or leave it out.', ja: 'enforce を true にするか省略してください。' },
    terraform: `resource "azurerm_subscription_policy_assignment" "baseline" {
  name                 = "baseline"
  subscription_id      = "/subscriptions/00000000-0000-0000-0000-000000000001"
  policy_definition_id = "/providers/Microsoft.Authorization/policySetDefinitions/baseline"
  enforce              = true
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Authorization/policyAssignments",
      "apiVersion": "2022-04-01",
      "name": "baseline",
      "properties": { "policyDefinitionId": "/providers/Microsoft.Authorization/policySetDefinitions/baseline" }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/governance/policy/concepts/assignment-structure'],
  equivalents: ['prowler:policy_ensure_asc_enforcement_enabled'],
  evaluate(assignment) {
    if (assignment.isEnforced) return pass();
    return fail({
      en: `Policy assignment ${assignment.name} is not enforced`,
      ja: `ポリシー割り当て ${assignment.name} は強制されていません`,
    });
  },
  examples: [
    fails(
      'switched off',
      `resource "azurerm_subscription_policy_assignment" "baseline" {
  name                 = "baseline"
  subscription_id      = "/subscriptions/00000000-0000-0000-0000-000000000001"
  policy_definition_id = "/providers/Microsoft.Authorization/policySetDefinitions/baseline"
  enforce              = false
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Authorization/policyAssignments",
      "apiVersion": "2022-04-01",
      "name": "baseline",
      "properties": { "policyDefinitionId": "/providers/Microsoft.Authorization/policySetDefinitions/baseline", "enforcementMode": "DoNotEnforce" }
    }
  ]
}`,
      },
    ),
    passes(
      'not written',
      `resource "azurerm_subscription_policy_assignment" "baseline" {
  name                 = "baseline"
  subscription_id      = "/subscriptions/00000000-0000-0000-0000-000000000001"
  policy_definition_id = "/providers/Microsoft.Authorization/policySetDefinitions/baseline"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Authorization/policyAssignments",
      "apiVersion": "2022-04-01",
      "name": "baseline",
      "properties": { "policyDefinitionId": "/providers/Microsoft.Authorization/policySetDefinitions/baseline" }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "enforce" {}
resource "azurerm_subscription_policy_assignment" "baseline" {
  name                 = "baseline"
  subscription_id      = "/subscriptions/00000000-0000-0000-0000-000000000001"
  policy_definition_id = "/providers/Microsoft.Authorization/policySetDefinitions/baseline"
  enforce              = var.enforce
}`,
    ),
  ],
});
