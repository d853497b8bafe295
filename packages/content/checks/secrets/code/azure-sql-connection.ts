import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'No database connection string with a password in code',
    ja: 'コードにパスワード入りのデータベース接続文字列が含まれていない',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. Whoever has it reads and changes the database.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。データベースを閲覧・変更できます。',
  },
  fix: {
    summary: {
      en: 'Change the password and use Entra ID or a secret store.',
      ja: 'パスワードを変更し、Entra ID 認証かシークレットストアを使ってください。',
    },
    text: 'Server=tcp:orders.database.windows.net,1433;Authentication=Active Directory Default',
  },
  references: ['https://learn.microsoft.com/sql/connect/ado-net/connection-string-syntax'],
  equivalents: [],
  evaluate: (secret) =>
    judgeSecret(secret, 'azure-sql-connection', {
      en: 'a database connection string with a password',
      ja: 'パスワード入りのデータベース接続文字列',
    }),
  examples: [
    fails('written in a file', {
      text: `Server=tcp:orders.database.windows.net,1433;User ID=app;Password=${['drawn-by-', 'lot-4711'].join('')};Encrypt=True\n`,
    }),
    isNotApplicable('none', { text: 'Server=tcp:orders.database.windows.net,1433;Authentication=Active Directory Default\n' }),
  ],
});
