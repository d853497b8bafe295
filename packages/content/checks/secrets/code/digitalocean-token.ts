import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No DigitalOcean token in code', ja: 'コードに DigitalOcean のトークンが含まれていない' },
  severity: 'critical',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. It creates and destroys servers.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。サーバーを作成・破棄できます。',
  },
  fix: {
    summary: {
      en: 'Revoke it where it was made, and take it from a secret store.',
      ja: '発行元で取り消し、シークレットストアから渡してください。',
    },
    text: 'TOKEN=$TOKEN',
  },
  references: ['https://docs.digitalocean.com/reference/api/create-personal-access-token/'],
  equivalents: [],
  evaluate: (secret) => judgeSecret(secret, 'digitalocean-token', { en: 'a DigitalOcean token', ja: 'DigitalOcean のトークン' }),
  examples: [
    fails('written in a file', {
      text: `TOKEN=${['dop_v1_', 'c328a72c5e5b77518b1018f134a069e3fab8c3bfc5e740e61572b4e3c02eaa7f'].join('')}\n`,
    }),
    isNotApplicable('none', { text: 'TOKEN=$TOKEN\n' }),
  ],
});
