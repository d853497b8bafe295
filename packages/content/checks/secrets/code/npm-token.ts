import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No npm token in code', ja: 'コードに npm のトークンが含まれていない' },
  severity: 'critical',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. It publishes packages that others install.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。他者がインストールするパッケージを公開できます。',
  },
  fix: {
    summary: {
      en: 'Revoke it where it was made, and take it from a secret store.',
      ja: '発行元で取り消し、シークレットストアから渡してください。',
    },
    text: 'TOKEN=$TOKEN',
  },
  references: ['https://docs.npmjs.com/about-access-tokens'],
  equivalents: ['CKV_SECRET_12'],
  evaluate: (secret) => judgeSecret(secret, 'npm-token', { en: 'an npm token', ja: 'npm のトークン' }),
  examples: [
    fails('written in a file', { text: `TOKEN=${['npm_', 'zTTOkq2BEDbN2AHRQ73l5PuXay1F6gcqInkT'].join('')}\n` }),
    isNotApplicable('none', { text: 'TOKEN=$TOKEN\n' }),
  ],
});
