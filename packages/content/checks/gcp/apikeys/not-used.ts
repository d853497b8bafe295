/** An API key says nothing about who calls and never ends. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Projects use no API keys', ja: 'API キーを使用していない' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.apikeys.key',
  why: {
    en: 'Whoever reads the key in an app or a log can use it; a key names no caller and does not expire.',
    ja: 'アプリやログから鍵を読めば誰でも使えます。キーは呼び出し元を示さず、期限もありません。',
  },
  fix: {
    summary: {
      en: 'Use service accounts or OAuth instead, and delete the key.',
      ja: 'サービスアカウントか OAuth を使い、キーは削除してください。',
    },
    terraform: `resource "google_apikeys_key" "maps" {
  name                  = "maps"
  display_name          = "Maps"
  service_account_email = "maps@orders-prd.iam.gserviceaccount.com"
}`,
  },
  references: ['https://cloud.google.com/docs/authentication/api-keys'],
  equivalents: ['prowler:apikeys_key_exists'],
  evaluate(key) {
    if (key.isForServiceAccount) return pass();
    return fail({ en: `API key ${key.name} identifies no caller`, ja: `API キー ${key.name} は呼び出し元を特定しません` });
  },
  examples: [
    fails(
      'a key',
      `resource "google_apikeys_key" "maps" {
  name         = "maps"
  display_name = "Maps"
}`,
    ),
    passes(
      'a key bound to a service account',
      `resource "google_apikeys_key" "maps" {
  name                  = "maps"
  display_name          = "Maps"
  service_account_email = "maps@orders-prd.iam.gserviceaccount.com"
}`,
    ),
  ],
});
