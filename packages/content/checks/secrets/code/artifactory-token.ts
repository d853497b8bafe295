import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No Artifactory token in code', ja: 'コードに Artifactory のトークンが含まれていない' },
  severity: 'high',
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
  references: ['https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens'],
  equivalents: ['CKV_SECRET_1'],
  evaluate: (secret) => judgeSecret(secret, 'artifactory-token', { en: 'an Artifactory token', ja: 'Artifactory のトークン' }),
  examples: [
    fails('written in a file', {
      text: `TOKEN=${['AKCp', 'n5zYIkN5SMYfQ55JYO1tmFSnHfV1CQ4hJhqAo0iEFJdED5jSFpFkIM3Vak1uDSKFQs'].join('')}\n`,
    }),
    isNotApplicable('none', { text: 'TOKEN=$TOKEN\n' }),
  ],
});
