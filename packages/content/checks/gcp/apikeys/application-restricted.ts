/** A key that was read from a page should not work elsewhere. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'API keys are limited to named sites, addresses or apps', ja: 'API キーが特定のサイト・アドレス・アプリに制限されている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.apikeys.key',
  why: {
    en: 'Keys in apps and pages are public; only a restriction on the caller keeps others from using them at your cost.',
    ja: 'アプリやページのキーは公開情報です。呼び出し元の制限がなければ、他人が自社の費用で使えます。',
  },
  fix: {
    summary: { en: 'Restrict the key to referrers, addresses or apps.', ja: 'リファラー・IP アドレス・アプリでキーを制限してください。' },
    terraform: `resource "google_apikeys_key" "maps" {
  name         = "maps"
  display_name = "Maps"
  restrictions {
    browser_key_restrictions {
      allowed_referrers = ["https://shop.example.com/*"]
    }
  }
}`,
  },
  references: ['https://cloud.google.com/docs/authentication/api-keys'],
  equivalents: ['cloudsploit:apiKeyApplicationRestriction'],
  evaluate(key) {
    if (key.hasCallerRestriction) return pass();
    return fail({ en: `API key ${key.name} can be used by anybody who reads it`, ja: `API キー ${key.name} は読み取った誰でも使えます` });
  },
  examples: [
    fails(
      'no restriction',
      `resource "google_apikeys_key" "maps" {
  name         = "maps"
  display_name = "Maps"
}`,
    ),
    fails(
      'APIs only',
      `resource "google_apikeys_key" "maps" {
  name         = "maps"
  display_name = "Maps"
  restrictions {
    api_targets {
      service = "maps-backend.googleapis.com"
    }
  }
}`,
    ),
    passes(
      'one site',
      `resource "google_apikeys_key" "maps" {
  name         = "maps"
  display_name = "Maps"
  restrictions {
    browser_key_restrictions {
      allowed_referrers = ["https://shop.example.com/*"]
    }
  }
}`,
    ),
    passes(
      'one server',
      `resource "google_apikeys_key" "maps" {
  name         = "maps"
  display_name = "Maps"
  restrictions {
    server_key_restrictions {
      allowed_ips = ["192.0.2.10"]
    }
  }
}`,
    ),
  ],
});
