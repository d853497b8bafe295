import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No Kubernetes service account token in code', ja: 'コードに Kubernetes サービスアカウントのトークンが含まれていない' },
  severity: 'critical',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. Whoever has it is that service account.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。そのサービスアカウントとして操作できます。',
  },
  fix: {
    summary: {
      en: 'Delete the token secret and use short-lived tokens.',
      ja: 'トークンの Secret を削除し、短期トークンを使ってください。',
    },
    text: 'token: $TOKEN',
  },
  references: ['https://kubernetes.io/docs/concepts/security/secrets-good-practices/'],
  equivalents: [],
  evaluate: (secret) =>
    judgeSecret(secret, 'kubernetes-service-account-token', {
      en: 'a Kubernetes service account token',
      ja: 'Kubernetes サービスアカウントのトークン',
    }),
  examples: [
    fails('written in a file', {
      text: `token: ${['eyJhbG', 'ciOiAiUlMyNTYiLCAia2lkIjogImEifQ.eyJpc3MiOiAia3ViZXJuZXRlcy9zZXJ2aWNlYWNjb3VudCIsICJzdWIiOiAic3lzdGVtOnNlcnZpY2VhY2NvdW50Om9yZGVyczphcHAifQ.cOif7UuXUGfdWG5yP8Yib2eNUS0hmi4Fs9Z6YkRY'].join('')}\n`,
    }),
    isNotApplicable('none', { text: 'token: $TOKEN\n' }),
  ],
});
