import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No Entra ID client secret in code', ja: 'コードに Entra ID のクライアントシークレットが含まれていない' },
  severity: 'critical',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. Whoever has it signs in as the application.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。アプリケーションとしてサインインできます。',
  },
  fix: {
    summary: {
      en: 'Delete the secret and use a managed or federated identity.',
      ja: 'シークレットを削除し、マネージド ID かフェデレーション ID を使ってください。',
    },
    text: 'CLIENT_SECRET=$CLIENT_SECRET',
  },
  references: ['https://learn.microsoft.com/entra/identity-platform/how-to-add-credentials'],
  equivalents: [],
  evaluate: (secret) =>
    judgeSecret(secret, 'azure-client-secret', { en: 'an Entra ID client secret', ja: 'Entra ID のクライアントシークレット' }),
  examples: [
    fails('written in a file', { text: `CLIENT_SECRET=${['9bi8', 'Q~cBTW5ZE9LFaez7770H2DCpYgojjHRg80US'].join('')}\n` }),
    isNotApplicable('none', { text: 'CLIENT_SECRET=$CLIENT_SECRET\n' }),
  ],
});
