import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Key is kept in a hardware security module', ja: 'キーがハードウェアセキュリティモジュールで保護される' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.keyvault.key',
  why: {
    en: 'A key that never leaves certified hardware cannot be copied, not even by those who run the service.',
    ja: '認定ハードウェアから出ないキーは、サービスの運用者にも複製できません。',
  },
  fix: {
    summary: {
      en: 'Set key_type to RSA-HSM or EC-HSM, in a premium vault.',
      ja: 'Premium の Key Vault で key_type を RSA-HSM か EC-HSM にしてください。',
    },
    terraform: `resource "azurerm_key_vault_key" "orders" {
  name         = "orders"
  key_vault_id = azurerm_key_vault.orders.id
  key_type     = "RSA-HSM"
  key_size     = 3072
  key_opts     = ["wrapKey", "unwrapKey"]
}`,
  },
  references: ['https://learn.microsoft.com/en-us/azure/key-vault/keys/about-keys'],
  equivalents: ['CKV_AZURE_112'],
  noFramework: 'no control mapping yet',
  evaluate(key) {
    if (key.keyType?.endsWith('-HSM') === true) return pass();
    return fail({
      en: `Key ${key.name} is protected by software only (${key.keyType})`,
      ja: `キー ${key.name} はソフトウェアでのみ保護されています (${key.keyType})`,
    });
  },
  examples: [
    fails(
      'in software',
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
    passes(
      'in hardware',
      `resource "azurerm_key_vault_key" "orders" {
  name         = "orders"
  key_vault_id = azurerm_key_vault.orders.id
  key_type     = "RSA-HSM"
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
      "properties": { "kty": "RSA-HSM", "keySize": 3072 }
    }
  ]
}`,
      },
    ),
  ],
});
