import { defineCheck, fail, fails, isNotApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'MySQL single server detects threats', ja: 'MySQL 単一サーバーの脅威検出が有効である' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'azure.mysql.server',
  why: {
    en: 'Guessed passwords and access from odd places are reported while they happen.',
    ja: 'パスワード推測や不審な場所からのアクセスがその場で報告されます。',
  },
  fix: {
    edits: { terraform: [{ of: ['azurerm_mysql_server'], set: 'threat_detection_policy.enabled', value: true }] },
    cautions: ['needs-tier'],
    summary: {
      en: 'Add threat_detection_policy with enabled = true.',
      ja: 'enabled = true の threat_detection_policy を追加してください。',
    },
    terraform: `resource "azurerm_mysql_server" "orders" {
  name                    = "orders"
  resource_group_name     = "orders"
  location                = "japaneast"
  sku_name                = "GP_Gen5_2"
  ssl_enforcement_enabled = true
  threat_detection_policy {
    enabled = true
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/defender-for-cloud/defender-for-databases-introduction'],
  equivalents: ['CKV_AZURE_127'],
  noFramework: 'no control mapping yet',
  evaluate(server) {
    if (server.threatDetection) return pass();
    return fail({ en: `Threat detection of MySQL server ${server.name} is off`, ja: `MySQL サーバー ${server.name} の脅威検出が無効です` });
  },
  examples: [
    fails(
      'off',
      `resource "azurerm_mysql_server" "orders" {
  name                    = "orders"
  resource_group_name     = "orders"
  location                = "japaneast"
  sku_name                = "GP_Gen5_2"
  ssl_enforcement_enabled = true
  threat_detection_policy {
    enabled = false
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DBforMySQL/servers",
      "apiVersion": "2017-12-01",
      "name": "orders",
      "location": "japaneast",
      "properties": { "sslEnforcement": "Enabled", "minimalTlsVersion": "TLS1_2" }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_mysql_server" "orders" {
  name                    = "orders"
  resource_group_name     = "orders"
  location                = "japaneast"
  sku_name                = "GP_Gen5_2"
  ssl_enforcement_enabled = true
  threat_detection_policy {
    enabled = true
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DBforMySQL/servers",
      "apiVersion": "2017-12-01",
      "name": "orders",
      "location": "japaneast",
      "properties": { "sslEnforcement": "Enabled", "minimalTlsVersion": "TLS1_2" }
    },
    {
      "type": "Microsoft.DBforMySQL/servers/securityAlertPolicies",
      "apiVersion": "2017-12-01",
      "name": "orders/Default",
      "properties": { "state": "Enabled" }
    }
  ]
}`,
      },
    ),
    isNotApplicable(
      'a flexible server',
      `resource "azurerm_mysql_flexible_server" "orders" {
  name                = "orders"
  resource_group_name = "orders"
  location            = "japaneast"
  sku_name            = "GP_Standard_D2ds_v5"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.DBforMySQL/flexibleServers",
      "apiVersion": "2023-12-30",
      "name": "orders",
      "location": "japaneast",
      "sku": { "name": "Standard_D2ds_v5", "tier": "GeneralPurpose" }
    }
  ]
}`,
      },
    ),
  ],
});
