import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No Shopify token in code', ja: 'コードに Shopify のトークンが含まれていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. It reads orders and customers.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。注文と顧客情報を閲覧できます。',
  },
  fix: {
    summary: {
      en: 'Revoke it where it was made, and take it from a secret store.',
      ja: '発行元で取り消し、シークレットストアから渡してください。',
    },
    text: 'TOKEN=$TOKEN',
  },
  references: ['https://shopify.dev/docs/apps/build/authentication-authorization'],
  equivalents: [],
  evaluate: (secret) => judgeSecret(secret, 'shopify-token', { en: 'a Shopify token', ja: 'Shopify のトークン' }),
  examples: [
    fails('written in a file', { text: `TOKEN=${['shpat_', 'eb7c64328c0490c257a632b96292794c'].join('')}\n` }),
    isNotApplicable('none', { text: 'TOKEN=$TOKEN\n' }),
  ],
});
