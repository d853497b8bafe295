import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No GitLab token in code', ja: 'コードに GitLab のトークンが含まれていない' },
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
  references: ['https://docs.gitlab.com/security/tokens/'],
  equivalents: [],
  evaluate: (secret) => judgeSecret(secret, 'gitlab-token', { en: 'a GitLab token', ja: 'GitLab のトークン' }),
  examples: [
    fails('written in a file', { text: `TOKEN=${['glpat-', 'xntqB5IGky4Oo8DiIMWS'].join('')}\n` }),
    isNotApplicable('none', { text: 'TOKEN=$TOKEN\n' }),
  ],
});
