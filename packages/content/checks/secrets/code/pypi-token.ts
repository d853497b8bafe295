import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No PyPI token in code', ja: 'コードに PyPI のトークンが含まれていない' },
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
  references: ['https://packaging.python.org/en/latest/specifications/pypirc/'],
  equivalents: [],
  evaluate: (secret) => judgeSecret(secret, 'pypi-token', { en: 'a PyPI token', ja: 'PyPI のトークン' }),
  examples: [
    fails('written in a file', {
      text: `TOKEN=${['pypi-', 'AgEY88mHwg2KDInTEGbOY1xHvAV8DnRlzGW7hUNwOdqryzdaeA6AOSRwLqgotVz89HoZ9zDnki7XeZZOmEP'].join('')}\n`,
    }),
    isNotApplicable('none', { text: 'TOKEN=$TOKEN\n' }),
  ],
});
