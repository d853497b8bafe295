import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No Anthropic key in code', ja: 'コードに Anthropic のキーが含まれていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. It calls models on your bill, and reads what was stored with the account.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。あなたの請求でモデルを呼び出し、アカウントのデータを読めます。',
  },
  fix: {
    summary: {
      en: 'Revoke it where it was made, and take it from a secret store.',
      ja: '発行元で取り消し、シークレットストアから渡してください。',
    },
    text: 'TOKEN=$TOKEN',
  },
  references: ['https://docs.anthropic.com/en/api/getting-started'],
  equivalents: [],
  evaluate: (secret) => judgeSecret(secret, 'anthropic-key', { en: 'an Anthropic key', ja: 'Anthropic のキー' }),
  examples: [
    fails('written in a file', {
      text: `TOKEN=${['sk-ant-', 'api03-7ah1WXPs5c42LMSdpRhcYunX6wV6fASVzVN1orHfw88BC7vSGVS11OOCGdRSnBRG27XiFWmc8S0ZJqlIkXOpIqp9dkwwA'].join('')}\n`,
    }),
    isNotApplicable('none', { text: 'TOKEN=$TOKEN\n' }),
  ],
});
