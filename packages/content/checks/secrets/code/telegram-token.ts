import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No Telegram bot token in code', ja: 'コードに Telegram ボットのトークンが含まれていない' },
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
    text: 'TELEGRAM_TOKEN=$TOKEN',
  },
  references: ['https://core.telegram.org/bots/api#authorizing-your-bot'],
  equivalents: [],
  evaluate: (secret) => judgeSecret(secret, 'telegram-token', { en: 'a Telegram bot token', ja: 'Telegram ボットのトークン' }),
  examples: [
    fails('written in a file', { text: `TELEGRAM_TOKEN=${['859597997:', 'AAyDwcMRwC8aReHogAxGzPJ7Kj4m9AFzCXN'].join('')}\n` }),
    isNotApplicable('none', { text: 'TELEGRAM_TOKEN=$TOKEN\n' }),
  ],
});
