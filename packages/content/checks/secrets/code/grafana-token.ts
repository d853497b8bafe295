import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No Grafana token in code', ja: 'コードに Grafana のトークンが含まれていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. It reads dashboards and data sources, or changes them.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。ダッシュボードやデータソースを閲覧・変更できます。',
  },
  fix: {
    summary: {
      en: 'Revoke it where it was made, and take it from a secret store.',
      ja: '発行元で取り消し、シークレットストアから渡してください。',
    },
    text: 'TOKEN=$TOKEN',
  },
  references: ['https://grafana.com/docs/grafana/latest/administration/service-accounts/'],
  equivalents: [],
  evaluate: (secret) => judgeSecret(secret, 'grafana-token', { en: 'a Grafana token', ja: 'Grafana のトークン' }),
  examples: [
    fails('written in a file', { text: `TOKEN=${['glsa_', 'M1tLB4pyyRyMX5oZCsSauqrBkL60W4Yc_9448fb2f'].join('')}\n` }),
    isNotApplicable('none', { text: 'TOKEN=$TOKEN\n' }),
  ],
});
