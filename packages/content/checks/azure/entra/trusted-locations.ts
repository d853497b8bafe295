/** Whoever knows where people work from can be suspicious of the rest. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Trusted locations are defined', ja: '信頼できる場所が定義されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'azure.entra.tenant',
  why: {
    en: 'Without trusted locations neither policies nor risk scores can tell the office from an attacker.',
    ja: '信頼できる場所がないと、ポリシーもリスク評価も社内と攻撃者を区別できません。',
  },
  fix: {
    summary: { en: 'Define named locations with trusted = true.', ja: 'trusted = true のネームドロケーションを定義してください。' },
    terraform: `resource "azuread_named_location" "office" {
  display_name = "office"

  ip {
    ip_ranges = ["198.51.100.0/24"]
    trusted   = true
  }
}`,
  },
  references: ['https://learn.microsoft.com/entra/identity/conditional-access/concept-assignment-network'],
  equivalents: ['prowler:entra_trusted_named_locations_exists'],
  evaluate(tenant) {
    if (tenant.hasTrustedLocation) return pass();
    return fail({
      en: `The directory of ${tenant.name} defines no trusted location`,
      ja: `${tenant.name} のディレクトリに信頼できる場所の定義がありません`,
    });
  },
  examples: [
    fails(
      'policies only',
      `resource "azuread_conditional_access_policy" "mfa" {
  display_name = "mfa"
  state        = "enabled"

  conditions {
    client_app_types = ["all"]

    applications {
      included_applications = ["All"]
    }

    users {
      included_users = ["All"]
    }
  }

  grant_controls {
    operator          = "OR"
    built_in_controls = ["mfa"]
  }
}`,
    ),
    fails(
      'none is trusted',
      `resource "azuread_named_location" "office" {
  display_name = "office"

  ip {
    ip_ranges = ["198.51.100.0/24"]
    trusted   = false
  }
}`,
    ),
    passes(
      'a trusted one',
      `resource "azuread_named_location" "office" {
  display_name = "office"

  ip {
    ip_ranges = ["198.51.100.0/24"]
    trusted   = true
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "trusted" {}
resource "azuread_named_location" "office" {
  display_name = "office"

  ip {
    ip_ranges = ["198.51.100.0/24"]
    trusted   = var.trusted
  }
}`,
    ),
  ],
});
