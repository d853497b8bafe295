import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No Heroku key in code', ja: 'コードに Heroku のキーが含まれていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. It deploys and reads settings of applications.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。アプリの配備や設定の閲覧ができます。',
  },
  fix: {
    summary: {
      en: 'Revoke it where it was made, and take it from a secret store.',
      ja: '発行元で取り消し、シークレットストアから渡してください。',
    },
    text: 'HEROKU_API_KEY=$KEY',
  },
  references: ['https://devcenter.heroku.com/articles/authentication'],
  equivalents: [],
  evaluate: (secret) => judgeSecret(secret, 'heroku-key', { en: 'a Heroku key', ja: 'Heroku のキー' }),
  examples: [
    fails('written in a file', { text: `HEROKU_API_KEY=${['16f9386b-d877-3c9d', '-9602-d1ba9f20df48'].join('')}\n` }),
    isNotApplicable('none', { text: 'HEROKU_API_KEY=$KEY\n' }),
  ],
});
