import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No Twilio key in code', ja: 'コードに Twilio のキーが含まれていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. It sends messages and places calls on your bill.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。あなたの請求でメッセージ送信や発信ができます。',
  },
  fix: {
    summary: {
      en: 'Revoke it where it was made, and take it from a secret store.',
      ja: '発行元で取り消し、シークレットストアから渡してください。',
    },
    text: 'TWILIO_KEY=$KEY',
  },
  references: ['https://www.twilio.com/docs/iam/api-keys'],
  equivalents: ['CKV_SECRET_18'],
  evaluate: (secret) => judgeSecret(secret, 'twilio-key', { en: 'a Twilio key', ja: 'Twilio のキー' }),
  examples: [
    fails('written in a file', { text: `TWILIO_KEY=${['SK', 'f07255bc509cb3acac23db7c6e9b7d18'].join('')}\n` }),
    isNotApplicable('none', { text: 'TWILIO_KEY=$KEY\n' }),
  ],
});
