/** Plain variables are shown to everybody who may look at the group. */
import { defineCheck, fail, fails, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Container groups pass variables as secure values', ja: 'コンテナーグループの環境変数がセキュアな値である' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.container.group',
  why: {
    en: 'Secure values are hidden in the portal and in answers of the API; plain ones are read by every reader.',
    ja: 'セキュアな値はポータルや API の応答に現れませんが、通常の値は閲覧者全員に見えます。',
  },
  fix: {
    summary: { en: 'Use secure_environment_variables.', ja: 'secure_environment_variables を使ってください。' },
    terraform: `resource "azurerm_container_group" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  os_type             = "Linux"
  ip_address_type     = "Private"
  subnet_ids          = ["orders"]

  container {
    name   = "web"
    image  = "orders.azurecr.io/web:1.4"
    cpu    = "0.5"
    memory = "1.5"

    secure_environment_variables = {
      MODE = "batch"
    }
  }
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ContainerInstance/containerGroups",
      "apiVersion": "2024-01-01",
      "name": "orders",
      "properties": {
        "osType": "Linux",
        "ipAddress": { "type": "Private", "ports": [] },
        "subnetIds": [{ "id": "orders" }],
        "containers": [
          {
            "name": "web",
            "properties": { "image": "orders.azurecr.io/web:1.4", "environmentVariables": [{ "name": "MODE", "secureValue": "batch" }] }
          }
        ]
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/container-instances/container-instances-environment-variables'],
  equivalents: ['CKV_AZURE_235'],
  noFramework: 'no control mapping yet',
  evaluate(group) {
    if (none(group.containers, (container) => container.hasPlainVariables)) return pass();
    return fail({
      en: `A container of group ${group.name} has plain environment variables`,
      ja: `グループ ${group.name} のコンテナーに通常の環境変数があります`,
    });
  },
  examples: [
    fails(
      'plain',
      `resource "azurerm_container_group" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  os_type             = "Linux"
  ip_address_type     = "Private"
  subnet_ids          = ["orders"]

  container {
    name   = "web"
    image  = "orders.azurecr.io/web:1.4"
    cpu    = "0.5"
    memory = "1.5"

    environment_variables = {
      MODE = "batch"
    }
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ContainerInstance/containerGroups",
      "apiVersion": "2024-01-01",
      "name": "orders",
      "properties": {
        "osType": "Linux",
        "ipAddress": { "type": "Private", "ports": [] },
        "subnetIds": [{ "id": "orders" }],
        "containers": [
          {
            "name": "web",
            "properties": { "image": "orders.azurecr.io/web:1.4", "environmentVariables": [{ "name": "MODE", "value": "batch" }] }
          }
        ]
      }
    }
  ]
}`,
      },
    ),
    passes(
      'secure',
      `resource "azurerm_container_group" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  os_type             = "Linux"
  ip_address_type     = "Private"
  subnet_ids          = ["orders"]

  container {
    name   = "web"
    image  = "orders.azurecr.io/web:1.4"
    cpu    = "0.5"
    memory = "1.5"

    secure_environment_variables = {
      MODE = "batch"
    }
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ContainerInstance/containerGroups",
      "apiVersion": "2024-01-01",
      "name": "orders",
      "properties": {
        "osType": "Linux",
        "ipAddress": { "type": "Private", "ports": [] },
        "subnetIds": [{ "id": "orders" }],
        "containers": [
          {
            "name": "web",
            "properties": { "image": "orders.azurecr.io/web:1.4", "environmentVariables": [{ "name": "MODE", "secureValue": "batch" }] }
          }
        ]
      }
    }
  ]
}`,
      },
    ),
    passes(
      'none',
      `resource "azurerm_container_group" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = "orders"
  os_type             = "Linux"
  ip_address_type     = "Private"
  subnet_ids          = ["orders"]

  container {
    name   = "web"
    image  = "orders.azurecr.io/web:1.4"
    cpu    = "0.5"
    memory = "1.5"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.ContainerInstance/containerGroups",
      "apiVersion": "2024-01-01",
      "name": "orders",
      "properties": {
        "osType": "Linux",
        "ipAddress": { "type": "Private", "ports": [] },
        "subnetIds": [{ "id": "orders" }],
        "containers": [{ "name": "web", "properties": { "image": "orders.azurecr.io/web:1.4" } }]
      }
    }
  ]
}`,
      },
    ),
  ],
});
