import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No RubyGems token in code', ja: 'コードに RubyGems のトークンが含まれていない' },
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
  references: ['https://guides.rubygems.org/api-key-scopes/'],
  equivalents: [],
  evaluate: (secret) => judgeSecret(secret, 'rubygems-token', { en: 'a RubyGems token', ja: 'RubyGems のトークン' }),
  examples: [
    fails('written in a file', { text: `TOKEN=${['rubygems_', '74bde94fb78c8d5f08b79affd2b49c12a4b0062983475eb4'].join('')}\n` }),
    isNotApplicable('none', { text: 'TOKEN=$TOKEN\n' }),
  ],
});
