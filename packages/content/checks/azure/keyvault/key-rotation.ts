import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Key rotates automatically', ja: 'キーが自動でローテーションされる' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.keyvault.key',
  why: {
    en: 'What has to be done by hand is not done; a rotation policy makes a new version by itself.',
    ja: '手作業の交換は行われなくなります。ローテーションポリシーなら新しいバージョンが自動で作られます。',
  },
  fix: {
    summary: { en: 'Add a rotation_policy with an automatic block.', ja: 'automatic ブロックを持つ rotation_policy を追加してください。' },
    terraform: `resource "azurerm_key_vault_key" "orders" {
  name         = "orders"
  key_vault_id = azurerm_key_vault.orders.id
  key_type     = "RSA"
  key_size     = 3072
  key_opts     = ["wrapKey", "unwrapKey"]
  rotation_policy {
    automatic {
      time_before_expiry = "P30D"
    }
    expire_after         = "P90D"
    notify_before_expiry = "P29D"
  }
}`,
    arm: `{
  "properties": {
    "rotationPolicy": {
      "lifetimeActions": [{"trigger": {"timeBeforeExpiry": "P30D"}, "action": {"type": "rotate"}}],
      "attributes": { "expiryTime": "P90D" }
    }
  }
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/key-vault/keys/how-to-configure-key-rotation'],
  equivalents: ['prowler:keyvault_key_rotation_enabled'],
  evaluate(key) {
    if (key.rotates) return pass();
    return fail({ en: `Key ${key.name} has no policy that rotates it`, ja: `キー ${key.name} に自動ローテーションのポリシーがありません` });
  },
  examples: [
    fails(
      'a notice only',
      `resource "azurerm_key_vault_key" "orders" {
  name         = "orders"
  key_vault_id = azurerm_key_vault.orders.id
  key_type     = "RSA"
  key_size     = 3072
  key_opts     = ["wrapKey", "unwrapKey"]
  rotation_policy {
    expire_after         = "P90D"
    notify_before_expiry = "P29D"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.KeyVault/vaults/keys",
      "apiVersion": "2023-07-01",
      "name": "orders/orders",
      "properties": {
        "kty": "RSA",
        "keySize": 3072,
        "rotationPolicy": {
          "lifetimeActions": [{"trigger": {"timeBeforeExpiry": "P29D"}, "action": {"type": "notify"}}]
        }
      }
    }
  ]
}`,
      },
    ),
    passes(
      'automatic',
      `resource "azurerm_key_vault_key" "orders" {
  name         = "orders"
  key_vault_id = azurerm_key_vault.orders.id
  key_type     = "RSA"
  key_size     = 3072
  key_opts     = ["wrapKey", "unwrapKey"]
  rotation_policy {
    automatic {
      time_before_expiry = "P30D"
    }
    expire_after         = "P90D"
    notify_before_expiry = "P29D"
  }
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.KeyVault/vaults/keys",
      "apiVersion": "2023-07-01",
      "name": "orders/orders",
      "properties": {
        "kty": "RSA",
        "keySize": 3072,
        "rotationPolicy": {
          "lifetimeActions": [{"trigger": {"timeBeforeExpiry": "P30D"}, "action": {"type": "rotate"}}],
          "attributes": { "expiryTime": "P90D" }
        }
      }
    }
  ]
}`,
      },
    ),
    fails(
      'not written',
      `resource "azurerm_key_vault_key" "orders" {
  name         = "orders"
  key_vault_id = azurerm_key_vault.orders.id
  key_type     = "RSA"
  key_size     = 3072
  key_opts     = ["wrapKey", "unwrapKey"]
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.KeyVault/vaults/keys",
      "apiVersion": "2023-07-01",
      "name": "orders/orders",
      "properties": { "kty": "RSA", "keySize": 3072 }
    }
  ]
}`,
      },
    ),
  ],
});
