import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No Slack token in code', ja: 'コードに Slack のトークンが含まれていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. It reads messages, or writes in the name of the application.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。メッセージの閲覧や、アプリを装った投稿ができます。',
  },
  fix: {
    summary: {
      en: 'Revoke it where it was made, and take it from a secret store.',
      ja: '発行元で取り消し、シークレットストアから渡してください。',
    },
    text: 'TOKEN=$TOKEN',
  },
  references: ['https://api.slack.com/authentication/token-types'],
  equivalents: ['CKV_SECRET_14'],
  evaluate: (secret) => judgeSecret(secret, 'slack-token', { en: 'a Slack token', ja: 'Slack のトークン' }),
  examples: [
    fails('written in a file', { text: `TOKEN=${['xoxb-', '329502599058-7C9HehwTp0136uXT3yKW5ds3'].join('')}\n` }),
    isNotApplicable('none', { text: 'TOKEN=$TOKEN\n' }),
  ],
});
