import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No SendGrid key in code', ja: 'コードに SendGrid のキーが含まれていない' },
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
    text: 'TOKEN=$TOKEN',
  },
  references: ['https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys'],
  equivalents: [],
  evaluate: (secret) => judgeSecret(secret, 'sendgrid-key', { en: 'a SendGrid key', ja: 'SendGrid のキー' }),
  examples: [
    fails('written in a file', {
      text: `TOKEN=${['SG.', '5LvSHV0fkxuxe0tGlhP5sS.v07G4AOkHs0GnG5mAldOKMgwKOOUcSAaYatTSJa6tz1'].join('')}\n`,
    }),
    isNotApplicable('none', { text: 'TOKEN=$TOKEN\n' }),
  ],
});
