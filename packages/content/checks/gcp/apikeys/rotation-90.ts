/** A key that is written into apps and pages has been read by many after a while. */
import type { ExampleCall } from '@kumomori/model';
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

const key = (createTime: string): readonly ExampleCall[] => [
  {
    call: 'apikeys.googleapis.com:keys',
    response: { keys: [{ name: 'projects/123456789012/locations/global/keys/maps', displayName: 'Maps', createTime }] },
  },
];

export const check = defineCheck({
  title: { en: 'API keys are younger than 90 days', ja: 'API キーが 90 日以内に作られている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.apikeys.key-age',
  why: {
    en: 'Keys leak from apps, pages and logs without a trace; a new one ends what the old one opened.',
    ja: 'キーはアプリやページ、ログから気づかれずに漏れます。作り直せば、古いキーの悪用は止まります。',
  },
  fix: {
    summary: {
      en: 'Make a new key with the same restrictions, switch over, and delete the old one.',
      ja: '同じ制限を付けた新しいキーに切り替え、古いキーを削除してください。',
    },
    cli: 'gcloud services api-keys create --display-name=NAME && gcloud services api-keys delete OLD',
    console: {
      en: 'APIs & Services → Credentials → the key → Rotate key.',
      ja: 'API とサービス → 認証情報 → 対象のキー → キーをローテーション。',
    },
  },
  references: ['https://cloud.google.com/docs/authentication/api-keys-best-practices'],
  equivalents: ['prowler:apikeys_key_rotated_in_90_days', 'cloudsploit:apiKeyRotation'],
  params: { days: { type: 'number', default: 90, min: 1, description: { en: 'Age in days at most', ja: '最大の経過日数' } } },
  evaluate(key, { days }) {
    if (key.ageDays <= days) return pass();
    return fail(
      {
        en: `API key ${key.name} is ${key.ageDays} days old`,
        ja: `API キー ${key.name} は作成から ${key.ageDays} 日経っています`,
      },
      { at: ['ageDays'] },
    );
  },
  examples: [
    fails('a year', { live: key('2025-06-01T00:00:00Z') }),
    passes('a month', { live: key('2026-06-01T00:00:00Z') }),
    isUnknown('of unknown age', { live: key('') }),
  ],
});
