/** Attackers start machines where nobody looks. */
import { any, defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Log profiles cover every region', ja: 'ログプロファイルが全リージョンを対象とする' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'azure.monitor.log-profile',
  why: {
    en: 'Changes in a region that is not listed are recorded nowhere, and global ones such as role assignments neither without "global".',
    ja: '一覧にないリージョンの変更は記録されず、"global" がなければロール割り当てなども残りません。',
  },
  fix: {
    summary: { en: 'List all regions and global.', ja: 'すべてのリージョンと global を列挙してください。' },
    terraform: `resource "azurerm_monitor_log_profile" "default" {
  name               = "default"
  categories         = ["Action", "Delete", "Write"]
  locations          = ["eastus", "eastus2", "southcentralus", "westus2", "westus3", "australiaeast", "southeastasia", "northeurope", "swedencentral", "uksouth", "westeurope", "centralus", "northcentralus", "westus", "southafricanorth", "centralindia", "eastasia", "japaneast", "koreacentral", "canadacentral", "francecentral", "germanywestcentral", "norwayeast", "switzerlandnorth", "uaenorth", "brazilsouth", "westcentralus", "australiacentral", "australiasoutheast", "japanwest", "koreasouth", "southindia", "westindia", "canadaeast", "ukwest", "global"]
  storage_account_id = "logs"

  retention_policy {
    enabled = true
    days    = 365
  }
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Insights/logprofiles",
      "apiVersion": "2016-03-01",
      "name": "default",
      "properties": {
        "categories": ["Action", "Delete", "Write"],
        "locations": [
          "eastus",
          "eastus2",
          "southcentralus",
          "westus2",
          "westus3",
          "australiaeast",
          "southeastasia",
          "northeurope",
          "swedencentral",
          "uksouth",
          "westeurope",
          "centralus",
          "northcentralus",
          "westus",
          "southafricanorth",
          "centralindia",
          "eastasia",
          "japaneast",
          "koreacentral",
          "canadacentral",
          "francecentral",
          "germanywestcentral",
          "norwayeast",
          "switzerlandnorth",
          "uaenorth",
          "brazilsouth",
          "westcentralus",
          "australiacentral",
          "australiasoutheast",
          "japanwest",
          "koreasouth",
          "southindia",
          "westindia",
          "canadaeast",
          "ukwest",
          "global"
        ],
        "storageAccountId": "logs",
        "retentionPolicy": { "enabled": true, "days": 365 }
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/azure-monitor/essentials/activity-log'],
  equivalents: ['AVD-AZU-0032', 'tfsec:azure-monitor-capture-all-regions'],
  noFramework: 'no control mapping yet',
  params: {
    regions: {
      type: 'strings',
      default: [
        'eastus',
        'eastus2',
        'southcentralus',
        'westus2',
        'westus3',
        'australiaeast',
        'southeastasia',
        'northeurope',
        'swedencentral',
        'uksouth',
        'westeurope',
        'centralus',
        'northcentralus',
        'westus',
        'southafricanorth',
        'centralindia',
        'eastasia',
        'japaneast',
        'koreacentral',
        'canadacentral',
        'francecentral',
        'germanywestcentral',
        'norwayeast',
        'switzerlandnorth',
        'uaenorth',
        'brazilsouth',
        'westcentralus',
        'australiacentral',
        'australiasoutheast',
        'japanwest',
        'koreasouth',
        'southindia',
        'westindia',
        'canadaeast',
        'ukwest',
        'global',
      ],
      description: { en: 'Regions that must be covered', ja: '対象とすべきリージョン' },
    },
  },
  evaluate(profile, { regions }) {
    const missing = regions.filter((wanted) => !any(profile.regions, (each) => each.toLowerCase().replaceAll(' ', '') === wanted));
    if (missing.length === 0) return pass();
    return fail({
      en: `Log profile ${profile.name} leaves out ${missing.length} regions, ${missing[0]} among them`,
      ja: `ログプロファイル ${profile.name} は ${missing[0]} など ${missing.length} リージョンを対象にしていません`,
    });
  },
  examples: [
    fails(
      'two only',
      `resource "azurerm_monitor_log_profile" "default" {
  name               = "default"
  categories         = ["Action", "Delete", "Write"]
  locations          = ["japaneast", "global"]
  storage_account_id = "logs"

  retention_policy {
    enabled = true
    days    = 365
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Insights/logprofiles",
      "apiVersion": "2016-03-01",
      "name": "default",
      "properties": {
        "categories": ["Action", "Delete", "Write"],
        "locations": ["japaneast", "global"],
        "storageAccountId": "logs",
        "retentionPolicy": { "enabled": true, "days": 365 }
      }
    }
  ]
}`,
      },
    ),
    passes(
      'all',
      `resource "azurerm_monitor_log_profile" "default" {
  name               = "default"
  categories         = ["Action", "Delete", "Write"]
  locations          = ["eastus", "eastus2", "southcentralus", "westus2", "westus3", "australiaeast", "southeastasia", "northeurope", "swedencentral", "uksouth", "westeurope", "centralus", "northcentralus", "westus", "southafricanorth", "centralindia", "eastasia", "japaneast", "koreacentral", "canadacentral", "francecentral", "germanywestcentral", "norwayeast", "switzerlandnorth", "uaenorth", "brazilsouth", "westcentralus", "australiacentral", "australiasoutheast", "japanwest", "koreasouth", "southindia", "westindia", "canadaeast", "ukwest", "global"]
  storage_account_id = "logs"

  retention_policy {
    enabled = true
    days    = 365
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Insights/logprofiles",
      "apiVersion": "2016-03-01",
      "name": "default",
      "properties": {
        "categories": ["Action", "Delete", "Write"],
        "locations": [
          "eastus",
          "eastus2",
          "southcentralus",
          "westus2",
          "westus3",
          "australiaeast",
          "southeastasia",
          "northeurope",
          "swedencentral",
          "uksouth",
          "westeurope",
          "centralus",
          "northcentralus",
          "westus",
          "southafricanorth",
          "centralindia",
          "eastasia",
          "japaneast",
          "koreacentral",
          "canadacentral",
          "francecentral",
          "germanywestcentral",
          "norwayeast",
          "switzerlandnorth",
          "uaenorth",
          "brazilsouth",
          "westcentralus",
          "australiacentral",
          "australiasoutheast",
          "japanwest",
          "koreasouth",
          "southindia",
          "westindia",
          "canadaeast",
          "ukwest",
          "global"
        ],
        "storageAccountId": "logs",
        "retentionPolicy": { "enabled": true, "days": 365 }
      }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "regions" {
  type = list(string)
}
resource "azurerm_monitor_log_profile" "default" {
  name               = "default"
  categories         = ["Action", "Delete", "Write"]
  locations          = var.regions
  storage_account_id = "logs"

  retention_policy {
    enabled = true
    days    = 365
  }
}`,
    ),
  ],
});
