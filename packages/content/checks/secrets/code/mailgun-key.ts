import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No Mailgun key in code', ja: 'コードに Mailgun のキーが含まれていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. It sends mail in your name.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。あなたの名義でメールを送信できます。',
  },
  fix: {
    summary: {
      en: 'Revoke it where it was made, and take it from a secret store.',
      ja: '発行元で取り消し、シークレットストアから渡してください。',
    },
    text: 'MAILGUN_KEY=$KEY',
  },
  references: ['https://documentation.mailgun.com/docs/mailgun/user-manual/api-key-mgmt'],
  equivalents: [],
  evaluate: (secret) => judgeSecret(secret, 'mailgun-key', { en: 'a Mailgun key', ja: 'Mailgun のキー' }),
  examples: [
    fails('written in a file', { text: `MAILGUN_KEY=${['key-', '30065f846d34530325fed10a47b85183'].join('')}\n` }),
    isNotApplicable('none', { text: 'MAILGUN_KEY=$KEY\n' }),
  ],
});
