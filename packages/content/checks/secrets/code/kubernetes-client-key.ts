import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No client key of a kubeconfig in code', ja: 'コードに kubeconfig のクライアント鍵が含まれていない' },
  severity: 'critical',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. Whoever has it is that user of the cluster until the certificate expires.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。証明書の期限まで、クラスターのそのユーザーになれます。',
  },
  fix: {
    summary: {
      en: 'Issue new certificates; use an exec plugin instead of keys.',
      ja: '証明書を再発行し、鍵ではなく exec プラグインを使ってください。',
    },
    text: 'client-key: /run/secrets/key.pem',
  },
  references: ['https://kubernetes.io/docs/reference/access-authn-authz/authentication/'],
  equivalents: [],
  evaluate: (secret) =>
    judgeSecret(secret, 'kubernetes-client-key', { en: 'a client key of a kubeconfig', ja: 'kubeconfig のクライアント鍵' }),
  examples: [
    fails('written in a file', {
      text: `client-key-data: ${['jVw5HanSBeVRsfAGeAbP0VxNjAe/9i0mYtluYI0KN1gNT11cUzYZAa3u2olZ', 'U6uqbgsYlVvsSKuvinX+zMqf9OgXluCZz8xBfZuXTptFyfePpX6N1NF2XV54wca+7E56w8ZniqT3Ul4f=='].join('')}\n`,
    }),
    isNotApplicable('none', { text: 'client-key: /run/secrets/key.pem\n' }),
  ],
});
