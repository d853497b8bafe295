import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No Square token in code', ja: 'コードに Square のトークンが含まれていない' },
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
  references: ['https://developer.squareup.com/docs/build-basics/access-tokens'],
  equivalents: ['CKV_SECRET_16'],
  evaluate: (secret) => judgeSecret(secret, 'square-token', { en: 'a Square token', ja: 'Square のトークン' }),
  examples: [
    fails('written in a file', { text: `TOKEN=${['sq0atp-', 'wnUzyO9Lnt8EGno2CRi8Tq'].join('')}\n` }),
    isNotApplicable('none', { text: 'TOKEN=$TOKEN\n' }),
  ],
});
