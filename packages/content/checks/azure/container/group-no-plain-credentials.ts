/** A password in a plain variable is shown to everybody who may look at the group. */
import { credentialIn, defineCheck, describeCredential, fail, fails, find, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Container variables hold no plain credentials', ja: 'コンテナーの環境変数に平文の認証情報がない' },
  severity: 'critical',
  priority: 'P1',
  controlType: 'preventive',
  on: 'azure.container.group',
  why: {
    en: 'Plain variables are shown in the portal, in answers of the API and in logs of deployments.',
    ja: '通常の環境変数は、ポータル・API の応答・デプロイ履歴に表示されます。',
  },
  fix: {
    summary: {
      en: 'Read the secret from Key Vault with an identity, or pass it as a secure value.',
      ja: 'ID を使って Key Vault から読むか、セキュアな値として渡してください。',
    },
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
      DB_PASSWORD = var.db_password
    }
  }
}

variable "db_password" {
  type      = string
  sensitive = true
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
            "properties": { "image": "orders.azurecr.io/web:1.4", "environmentVariables": [{ "name": "MODE", "value": "batch" }] }
          }
        ]
      }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/container-instances/container-instances-environment-variables'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(group) {
    const container = find(group.containers, (each) => credentialIn(each.credentials) !== undefined);
    const credential = container && credentialIn(container.credentials);
    if (!credential) return pass();
    const { en, ja } = describeCredential(credential.kind);
    return fail({
      en: `Variable ${credential.variable} of container group ${group.name} holds ${en}`,
      ja: `コンテナーグループ ${group.name} の環境変数 ${credential.variable} に${ja}が含まれています`,
    });
  },
  examples: [
    fails(
      'a password',
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
      DB_PASSWORD = join("", ["kM8", "vRt2", "wQz"])
    }
  }
}`,
    ),
    fails('a password in a template', {
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
            "properties": {
              "image": "orders.azurecr.io/web:1.4",
              "environmentVariables": [{ "name": "DB_PASSWORD", "value": "[concat('kM8', 'vRt2', 'wQz')]" }]
            }
          }
        ]
      }
    }
  ]
}`,
    }),
    passes(
      'a setting',
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
      'a secure value',
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
      DB_PASSWORD = "from-elsewhere"
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
            "properties": {
              "image": "orders.azurecr.io/web:1.4",
              "environmentVariables": [{ "name": "DB_PASSWORD", "secureValue": "[parameters('password')]" }]
            }
          }
        ]
      }
    }
  ]
}`,
      },
    ),
  ],
});
