import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Workflow can be started from named addresses only', ja: 'ワークフローを開始できるアドレスが限定されている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.logic.workflow',
  why: {
    en: 'The address of a request trigger holds its own signature: whoever gets hold of it can start the workflow.',
    ja: '要求トリガーの URL には署名が含まれ、手に入れた誰もがワークフローを開始できます。',
  },
  fix: {
    summary: {
      en: 'Set allowed_caller_ip_address_range in access_control.trigger.',
      ja: 'access_control.trigger に allowed_caller_ip_address_range を設定してください。',
    },
    terraform: `resource "azurerm_logic_app_workflow" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  access_control {
    trigger {
      allowed_caller_ip_address_range = ["203.0.113.0/28"]
    }
  }
}`,
    arm: `{
  "properties": {
    "accessControl": { "triggers": { "allowedCallerIpAddresses": [{"addressRange": "203.0.113.0/28"}] } }
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/logic-apps/logic-apps-securing-a-logic-app'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(workflow) {
    if (workflow.limitsCallers) return pass();
    return fail({
      en: `Workflow ${workflow.name} can be started from any address`,
      ja: `ワークフロー ${workflow.name} は任意のアドレスから開始できます`,
    });
  },
  examples: [
    passes(
      'on',
      `resource "azurerm_logic_app_workflow" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  access_control {
    trigger {
      allowed_caller_ip_address_range = ["203.0.113.0/28"]
    }
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Logic/workflows",
      "apiVersion": "2019-05-01",
      "name": "orders",
      "location": "japaneast",
      "properties": {
        "accessControl": { "triggers": { "allowedCallerIpAddresses": [{"addressRange": "203.0.113.0/28"}] } }
      }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_logic_app_workflow" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Logic/workflows",
      "apiVersion": "2019-05-01",
      "name": "orders",
      "location": "japaneast"
    }
  ]
}`,
      },
    ),
  ],
});
