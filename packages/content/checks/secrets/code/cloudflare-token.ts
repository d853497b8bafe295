import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No Cloudflare token in code', ja: 'コードに Cloudflare のトークンが含まれていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. It changes DNS and rules of the edge.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。DNS やエッジのルールを変更できます。',
  },
  fix: {
    summary: {
      en: 'Revoke it where it was made, and take it from a secret store.',
      ja: '発行元で取り消し、シークレットストアから渡してください。',
    },
    text: 'CLOUDFLARE_API_TOKEN=$TOKEN',
  },
  references: ['https://developers.cloudflare.com/fundamentals/api/get-started/create-token/'],
  equivalents: [],
  evaluate: (secret) => judgeSecret(secret, 'cloudflare-token', { en: 'a Cloudflare token', ja: 'Cloudflare のトークン' }),
  examples: [
    fails('written in a file', { text: `CLOUDFLARE_API_TOKEN=${['hOxjvoVdlTCJ4jC3jrAA', 'pjbrK1svZkqFguD5EhjG'].join('')}\n` }),
    isNotApplicable('none', { text: 'CLOUDFLARE_API_TOKEN=$TOKEN\n' }),
  ],
});
