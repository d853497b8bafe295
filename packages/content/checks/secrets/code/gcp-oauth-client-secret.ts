import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No Google OAuth client secret in code', ja: 'コードに Google OAuth のクライアントシークレットが含まれていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. Whoever has it can pose as the application.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。アプリケーションになりすませます。',
  },
  fix: {
    summary: { en: 'Reset the secret of the client.', ja: 'クライアントのシークレットをリセットしてください。' },
    text: 'TOKEN=$TOKEN',
  },
  references: ['https://developers.google.com/identity/protocols/oauth2'],
  equivalents: [],
  evaluate: (secret) =>
    judgeSecret(secret, 'gcp-oauth-client-secret', { en: 'a Google OAuth client secret', ja: 'Google OAuth のクライアントシークレット' }),
  examples: [
    fails('written in a file', { text: `TOKEN=${['GOCSPX-', '1y3GQsMpSscDlkrCaqx9vJupc94t'].join('')}\n` }),
    isNotApplicable('none', { text: 'TOKEN=$TOKEN\n' }),
  ],
});
