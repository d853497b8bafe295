import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No Google Cloud service account key in code', ja: 'コードに Google Cloud のサービスアカウントキーが含まれていない' },
  severity: 'critical',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. Whoever has the file is the service account, from anywhere.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。ファイルを持つ者は、どこからでもそのサービスアカウントになれます。',
  },
  fix: {
    summary: {
      en: 'Delete the key, look at its use in the audit logs, and use workload identity.',
      ja: 'キーを削除し、監査ログを確認して、Workload Identity に切り替えてください。',
    },
    text: '{"type": "service_account", "project_id": "orders"}',
  },
  references: ['https://cloud.google.com/iam/docs/best-practices-for-managing-service-account-keys'],
  equivalents: [],
  evaluate: (secret) =>
    judgeSecret(secret, 'gcp-service-account-key', {
      en: 'a Google Cloud service account key',
      ja: 'Google Cloud のサービスアカウントキー',
    }),
  examples: [
    fails('written in a file', {
      text: `{"type": "service_account", "private_key": "${['-----BEGIN PRIV', 'ATE KEY-----\\\\nnhFyJfm5di4PzJ59FHz5r1pY4OjE2jBMptUsGr7CmY+uCu3ZR1zTOlUcR64cXQLi\\\\noDnkHIfxIq2HZt/PlJhx2jIclHkCiHp6bR1IqfEouHgxzNNAL5wIScGebcy8F5n3\\\\n-----END PRIV', 'ATE KEY-----\\\\n'].join('')}"}\n`,
    }),
    isNotApplicable('none', { text: '{"type": "service_account", "project_id": "orders"}\n' }),
  ],
});
