import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No OpenAI key in code', ja: 'コードに OpenAI のキーが含まれていない' },
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
  references: ['https://platform.openai.com/docs/api-reference/authentication'],
  equivalents: [],
  evaluate: (secret) => judgeSecret(secret, 'openai-key', { en: 'an OpenAI key', ja: 'OpenAI のキー' }),
  examples: [
    fails('written in a file', {
      text: `TOKEN=${['sk-proj-swz26DXO4O33i7rlbxRZQSw5AbQTSDp2zw5OglshT3Blbk', 'FJr6MUoTRczcMkBmWtjyVcJtOO8lK1oKFTHq7BQRKw'].join('')}\n`,
    }),
    isNotApplicable('none', { text: 'TOKEN=$TOKEN\n' }),
  ],
});
