/** Images show code, paths and sometimes secrets to whoever pulls them. */
import { aside, defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Registry allows no anonymous pull', ja: 'レジストリが匿名プルを許可しない' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.acr.registry',
  why: {
    en: 'Everybody can download every image and search it for secrets and holes.',
    ja: '誰でも全イメージをダウンロードし、秘密情報や脆弱性を探せます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'anonymous_pull_enabled', value: false }],
      arm: [{ of: ['Microsoft.ContainerRegistry/registries'], set: 'properties.anonymousPullEnabled', value: false }],
    },
    cautions: ['closes-access'],
    summary: { en: 'Leave anonymous_pull_enabled at false.', ja: 'anonymous_pull_enabled を false のままにしてください。' },
    terraform: `resource "azurerm_container_registry" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  sku                 = "Premium"
  anonymous_pull_enabled = false
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ContainerRegistry/registries",
      "apiVersion": "2023-07-01",
      "name": "orders",
      "sku": { "name": "Premium" },
      "properties": { "anonymousPullEnabled": false }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/container-registry/anonymous-pull-access'],
  equivalents: ['CKV_AZURE_138'],
  noFramework: 'no control mapping yet',
  evaluate(registry) {
    if (aside(() => registry.sku?.toLowerCase() === 'basic')) {
      return notApplicable({
        en: `Registry ${registry.name} is Basic, which has no anonymous pull`,
        ja: `レジストリ ${registry.name} は匿名プルのない Basic です`,
      });
    }
    if (!registry.allowsAnonymousPull) return pass();
    return fail({
      en: `Registry ${registry.name} lets everybody pull images`,
      ja: `レジストリ ${registry.name} は匿名でのプルを許可しています`,
    });
  },
  examples: [
    fails(
      'on',
      `resource "azurerm_container_registry" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  sku                 = "Premium"
  anonymous_pull_enabled = true
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ContainerRegistry/registries",
      "apiVersion": "2023-07-01",
      "name": "orders",
      "sku": { "name": "Premium" },
      "properties": { "anonymousPullEnabled": true }
    }
  ]
}`,
      },
    ),
    passes(
      'as it should be',
      `resource "azurerm_container_registry" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  sku                 = "Premium"
  anonymous_pull_enabled = false
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ContainerRegistry/registries",
      "apiVersion": "2023-07-01",
      "name": "orders",
      "sku": { "name": "Premium" },
      "properties": { "anonymousPullEnabled": false }
    }
  ]
}`,
      },
    ),
    passes(
      'not written',
      `resource "azurerm_container_registry" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  sku                 = "Premium"
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ContainerRegistry/registries",
      "apiVersion": "2023-07-01",
      "name": "orders",
      "sku": { "name": "Premium" },
      "properties": {}
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "setting" {}
resource "azurerm_container_registry" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  sku                 = "Premium"
  anonymous_pull_enabled = var.setting
}`,
    ),
    isNotApplicable(
      'Basic',
      `resource "azurerm_container_registry" "orders" {
  name                   = "orders"
  location               = "japaneast"
  resource_group_name    = "orders"
  sku                    = "Basic"
  anonymous_pull_enabled = true
}`,
    ),
  ],
});
