import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No address with a password in code', ja: 'コードにパスワード入りの URLが含まれていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. Whoever has it opens the database, queue or server it leads to.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。接続先のデータベースやサーバーを操作できます。',
  },
  fix: {
    summary: {
      en: 'Change the password and take it from a secret store.',
      ja: 'パスワードを変更し、シークレットストアから渡してください。',
    },
    text: 'DATABASE_URL=postgres://app:$PASSWORD@orders.db.example.org/orders',
  },
  references: ['https://www.rfc-editor.org/rfc/rfc3986'],
  equivalents: ['CKV_SECRET_4'],
  evaluate: (secret) => judgeSecret(secret, 'url-password', { en: 'an address with a password', ja: 'パスワード入りの URL' }),
  examples: [
    fails('written in a file', {
      text: `DATABASE_URL=postgres://app:${['drawn-by-', 'lot-4711'].join('')}@orders.db.example.org/orders\n`,
    }),
    isNotApplicable('none', { text: 'DATABASE_URL=postgres://app:$PASSWORD@orders.db.example.org/orders\n' }),
  ],
});
