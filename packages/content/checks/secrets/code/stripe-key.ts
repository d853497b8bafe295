import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No Stripe key in code', ja: 'コードに Stripe のキーが含まれていない' },
  severity: 'critical',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. It moves money, or reads who paid.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。送金や、支払者情報の閲覧ができます。',
  },
  fix: {
    summary: {
      en: 'Revoke it where it was made, and take it from a secret store.',
      ja: '発行元で取り消し、シークレットストアから渡してください。',
    },
    text: 'TOKEN=$TOKEN',
  },
  references: ['https://docs.stripe.com/keys'],
  equivalents: ['CKV_SECRET_17'],
  evaluate: (secret) => judgeSecret(secret, 'stripe-key', { en: 'a Stripe key', ja: 'Stripe のキー' }),
  examples: [
    fails('written in a file', { text: `TOKEN=${['sk_live_', 'QbvZjpTifmrI1YiJCD1YZpkx'].join('')}\n` }),
    isNotApplicable('none', { text: 'TOKEN=$TOKEN\n' }),
  ],
});
