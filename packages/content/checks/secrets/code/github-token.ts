import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No GitHub token in code', ja: 'コードに GitHub のトークンが含まれていない' },
  severity: 'critical',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. It reads or changes code, packages and pipelines.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。コード・パッケージ・パイプラインを閲覧・変更できます。',
  },
  fix: {
    summary: {
      en: 'Revoke it where it was made, and take it from a secret store.',
      ja: '発行元で取り消し、シークレットストアから渡してください。',
    },
    text: 'TOKEN=$TOKEN',
  },
  references: ['https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github'],
  equivalents: [],
  evaluate: (secret) => judgeSecret(secret, 'github-token', { en: 'a GitHub token', ja: 'GitHub のトークン' }),
  examples: [
    fails('written in a file', { text: `TOKEN=${['ghp_', '8ks0n8SoFkh8OXfFYSJYgOuwgz7z54VfB4Pb'].join('')}\n` }),
    isNotApplicable('none', { text: 'TOKEN=$TOKEN\n' }),
  ],
});
