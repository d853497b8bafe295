/** Products that see different halves of an attack should see each other. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Defender integrations of the code are switched on', ja: 'コードに書かれた Defender の連携が有効である' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'azure.defender.setting',
  why: {
    en: 'With Defender for Endpoint and for Cloud Apps connected, an intrusion is followed from machine to account; apart nobody sees the whole.',
    ja: 'Defender for Endpoint や Cloud Apps と連携すれば、侵入をマシンからアカウントまで追跡できます。',
  },
  fix: {
    edits: { terraform: [{ set: 'enabled', value: true }] },
    summary: { en: 'Set enabled to true.', ja: 'enabled を true にしてください。' },
    terraform: `resource "azurerm_security_center_setting" "endpoint" {
  setting_name = "WDATP"
  enabled      = true
}`,
    arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Security/settings",
      "apiVersion": "2024-01-01",
      "name": "WDATP",
      "kind": "DataExportSettings",
      "properties": { "enabled": true }
    }
  ]
}`,
  },
  references: ['https://learn.microsoft.com/azure/defender-for-cloud/integration-defender-for-endpoint'],
  equivalents: ['prowler:defender_ensure_wdatp_is_enabled', 'prowler:defender_ensure_mcas_is_enabled'],
  noFramework: 'no control mapping yet',
  evaluate(setting) {
    if (setting.isEnabled) return pass();
    return fail({
      en: `The integration ${setting.name} of Defender for Cloud is switched off`,
      ja: `Defender for Cloud の連携 ${setting.name} が無効です`,
    });
  },
  examples: [
    fails(
      'switched off',
      `resource "azurerm_security_center_setting" "endpoint" {
  setting_name = "WDATP"
  enabled      = false
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Security/settings",
      "apiVersion": "2024-01-01",
      "name": "WDATP",
      "kind": "DataExportSettings",
      "properties": { "enabled": false }
    }
  ]
}`,
      },
    ),
    passes(
      'on',
      `resource "azurerm_security_center_setting" "endpoint" {
  setting_name = "WDATP"
  enabled      = true
}`,
      {
        arm: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "resources": [
    {
      "type": "Microsoft.Security/settings",
      "apiVersion": "2024-01-01",
      "name": "WDATP",
      "kind": "DataExportSettings",
      "properties": { "enabled": true }
    }
  ]
}`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "on" {}
resource "azurerm_security_center_setting" "endpoint" {
  setting_name = "WDATP"
  enabled      = var.on
}`,
    ),
  ],
});
