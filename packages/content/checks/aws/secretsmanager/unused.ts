/** A secret that nobody reads still opens something. */
import type { ExampleCall, JsonObject } from '@kumomori/model';
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

const secret = (dates: JsonObject): readonly ExampleCall[] => [
  {
    call: 'secretsmanager:ListSecrets',
    region: 'ap-northeast-1',
    response: {
      SecretList: [
        {
          ARN: 'arn:aws:secretsmanager:ap-northeast-1:123456789012:secret:orders-1',
          Name: 'orders',
          CreatedDate: '2025-01-02T00:00:00Z',
          ...dates,
        },
      ],
    },
  },
];

export const check = defineCheck({
  title: { en: 'Unused secrets are removed', ja: '使われていないシークレットが削除されている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.secretsmanager.secret-use',
  why: {
    en: 'What nobody reads is rotated by nobody, and its theft is noticed by nobody.',
    ja: '誰も読まないシークレットは更新されず、盗まれても気付かれません。',
  },
  fix: {
    summary: {
      en: 'Delete the secret with a recovery window, and the credential that it holds.',
      ja: '復旧期間を設けてシークレットを削除し、その認証情報も無効化してください。',
    },
    cli: 'aws secretsmanager delete-secret --secret-id ID --recovery-window-in-days 30',
  },
  references: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_delete-secret.html'],
  equivalents: ['SecretsManager.3', 'prowler:secretsmanager_secret_unused', 'steampipe:secretsmanager_secret_unused_90_day'],
  params: { days: { type: 'number', default: 90, min: 1, description: { en: 'Days without use at most', ja: '使われない日数の上限' } } },
  evaluate(secret, { days }) {
    const idle = secret.unusedDays ?? secret.ageDays;
    if (idle <= days) return pass();
    return fail(
      { en: `Secret ${secret.name} was not read for ${idle} days`, ja: `シークレット ${secret.name} は ${idle} 日間読まれていません` },
      { at: ['unusedDays'] },
    );
  },
  examples: [
    fails('never', { live: secret({}) }),
    fails('half a year ago', { live: secret({ LastAccessedDate: '2026-01-02T00:00:00Z' }) }),
    passes('yesterday', { live: secret({ LastAccessedDate: '2026-06-30T00:00:00Z' }) }),
    passes('made a week ago', { live: secret({ CreatedDate: '2026-06-24T00:00:00Z' }) }),
  ],
});
