import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No New Relic key in code', ja: 'コードに New Relic のキーが含まれていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. It reads monitoring data, or changes its settings.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。監視データの閲覧や設定変更ができます。',
  },
  fix: {
    summary: {
      en: 'Revoke it where it was made, and take it from a secret store.',
      ja: '発行元で取り消し、シークレットストアから渡してください。',
    },
    text: 'TOKEN=$TOKEN',
  },
  references: ['https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/'],
  equivalents: [],
  evaluate: (secret) => judgeSecret(secret, 'newrelic-key', { en: 'a New Relic key', ja: 'New Relic のキー' }),
  examples: [
    fails('written in a file', { text: `TOKEN=${['NRAK-', 'C5XGX3FJUBWR7BGCN5NQR1G2IQC'].join('')}\n` }),
    isNotApplicable('none', { text: 'TOKEN=$TOKEN\n' }),
  ],
});
