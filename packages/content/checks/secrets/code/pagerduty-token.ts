import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No PagerDuty token in code', ja: 'コードに PagerDuty のトークンが含まれていない' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. It reads and silences incidents.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。インシデントの閲覧や無音化ができます。',
  },
  fix: {
    summary: {
      en: 'Revoke it where it was made, and take it from a secret store.',
      ja: '発行元で取り消し、シークレットストアから渡してください。',
    },
    text: 'PAGERDUTY_API_KEY=$KEY',
  },
  references: ['https://support.pagerduty.com/main/docs/api-access-keys'],
  equivalents: [],
  evaluate: (secret) => judgeSecret(secret, 'pagerduty-token', { en: 'a PagerDuty token', ja: 'PagerDuty のトークン' }),
  examples: [
    fails('written in a file', { text: `PAGERDUTY_API_KEY=${['vmlyfbdcJx', '3TDF8265e3'].join('')}\n` }),
    isNotApplicable('none', { text: 'PAGERDUTY_API_KEY=$KEY\n' }),
  ],
});
