/** A key for maps should not open anything else. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'API keys are limited to named APIs', ja: 'API キーが特定の API に制限されている' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.apikeys.key',
  why: {
    en: 'A key without restriction works for every API of the project, also for costly ones like generative models.',
    ja: '制限のないキーは、生成 AI のような高額なものも含めプロジェクトの全 API で使えます。',
  },
  fix: {
    summary: { en: 'Name the APIs in api_targets.', ja: 'api_targets で API を指定してください。' },
    terraform: `resource "google_apikeys_key" "maps" {
  name         = "maps"
  display_name = "Maps"
  restrictions {
    api_targets {
      service = "maps-backend.googleapis.com"
    }
  }
}`,
    cli: 'gcloud services api-keys update KEY --api-target=service=maps-backend.googleapis.com',
  },
  references: ['https://cloud.google.com/docs/authentication/api-keys'],
  equivalents: [
    'prowler:apikeys_api_restrictions_configured',
    'prowler:apikeys_api_restricted_with_gemini_api',
    'cloudsploit:apiKeyAPIRestriction',
  ],
  evaluate(key) {
    if (key.hasApiTargets) return pass();
    return fail({
      en: `API key ${key.name} is good for every API of the project`,
      ja: `API キー ${key.name} はプロジェクトのすべての API で使えます`,
    });
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
      'callers only',
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
      'one API',
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
  ],
});
