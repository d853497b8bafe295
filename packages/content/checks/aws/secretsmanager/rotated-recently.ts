/** A schedule that fails looks like a schedule. */
import type { ExampleCall, JsonObject } from '@kumomori/model';
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

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
  title: { en: 'Secrets were rotated within 90 days', ja: 'シークレットが 90 日以内に更新されている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.secretsmanager.secret-use',
  why: {
    en: 'The longer a value stays the same, the more logs, backups and people hold it; rotation that is set up may still fail.',
    ja: '値が長く変わらないほど、ログやバックアップ、人の手元に残ります。設定したローテーションが失敗していることもあります。',
  },
  fix: {
    summary: {
      en: 'Rotate the secret now, and repair or set up its schedule.',
      ja: '今すぐ更新し、ローテーションの設定を修正または追加してください。',
    },
    cli: 'aws secretsmanager rotate-secret --secret-id ID',
    console: {
      en: 'Secrets Manager → the secret → Rotation → Rotate secret immediately.',
      ja: 'Secrets Manager → 対象 → ローテーション → すぐにローテーション。',
    },
  },
  references: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html'],
  equivalents: [
    'SecretsManager.2',
    'SecretsManager.4',
    'prowler:secretsmanager_secret_rotated_periodically',
    'steampipe:secretsmanager_secret_rotated_as_scheduled',
  ],
  params: {
    days: { type: 'number', default: 90, min: 1, description: { en: 'Age of the value in days at most', ja: '値の経過日数の上限' } },
  },
  evaluate(secret, { days }) {
    if (secret.owningService !== undefined)
      return notApplicable({ en: 'Another service keeps the secret', ja: '他のサービスが管理するシークレットです' });
    const age = secret.changedDays ?? secret.ageDays;
    if (age <= days) return pass();
    return fail(
      {
        en: `The value of secret ${secret.name} is ${age} days old`,
        ja: `シークレット ${secret.name} の値は ${age} 日間更新されていません`,
      },
      { at: ['changedDays'] },
    );
  },
  examples: [
    fails('never', { live: secret({}) }),
    fails('half a year ago', { live: secret({ LastRotatedDate: '2026-01-02T00:00:00Z' }) }),
    passes('a week ago', { live: secret({ LastRotatedDate: '2026-06-24T00:00:00Z' }) }),
    passes('changed by hand', { live: secret({ LastChangedDate: '2026-06-24T00:00:00Z' }) }),
    isNotApplicable('of a database', { live: secret({ OwningService: 'rds' }) }),
  ],
});
