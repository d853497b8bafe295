import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No Datadog key in code', ja: 'コードに Datadog のキーが含まれていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. It reads or writes metrics and logs.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。メトリクスやログを読み書きできます。',
  },
  fix: {
    summary: {
      en: 'Revoke it where it was made, and take it from a secret store.',
      ja: '発行元で取り消し、シークレットストアから渡してください。',
    },
    text: 'DATADOG_API_KEY=$KEY',
  },
  references: ['https://docs.datadoghq.com/account_management/api-app-keys/'],
  equivalents: [],
  evaluate: (secret) => judgeSecret(secret, 'datadog-key', { en: 'a Datadog key', ja: 'Datadog のキー' }),
  examples: [
    fails('written in a file', { text: `DATADOG_API_KEY=${['c6791ce680ce2b27', 'c8af6666259bbc47'].join('')}\n` }),
    isNotApplicable('none', { text: 'DATADOG_API_KEY=$KEY\n' }),
  ],
});
