import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No Mailchimp key in code', ja: 'コードに Mailchimp のキーが含まれていない' },
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
    text: 'KEY=$KEY',
  },
  references: ['https://mailchimp.com/developer/marketing/guides/quick-start/'],
  equivalents: ['CKV_SECRET_11'],
  evaluate: (secret) => judgeSecret(secret, 'mailchimp-key', { en: 'a Mailchimp key', ja: 'Mailchimp のキー' }),
  examples: [
    fails('written in a file', { text: `KEY=${['2b6ec017c1e1777155a0e9d8f27c7d9c', '-us21'].join('')}\n` }),
    isNotApplicable('none', { text: 'KEY=$KEY\n' }),
  ],
});
