import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No Amazon Bedrock API key in code', ja: 'コードに Amazon Bedrock の API キーが含まれていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. Whoever has it calls models at your cost.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。持つ者が費用負担なしにモデルを呼び出せます。',
  },
  fix: {
    summary: { en: 'Delete the key in IAM and use a role.', ja: 'IAM でキーを削除し、ロールを使ってください。' },
    text: 'AWS_BEARER_TOKEN_BEDROCK=$KEY',
  },
  references: ['https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html'],
  equivalents: [],
  evaluate: (secret) => judgeSecret(secret, 'aws-bedrock-key', { en: 'an Amazon Bedrock API key', ja: 'Amazon Bedrock の API キー' }),
  examples: [
    fails('written in a file', {
      text: `AWS_BEARER_TOKEN_BEDROCK=${['ABSK', 'YTWmE4lBYOvfZ8UzDzV8fUkkibjL5DZPjN0MEQ7wjJJibaZUPgHV7iB3m03nbqnsGpWLuqIA1id6Vw5DQL05HA064GiIjHGb3CXlMaXZjljENUhJduRHHJEY'].join('')}\n`,
    }),
    isNotApplicable('none', { text: 'AWS_BEARER_TOKEN_BEDROCK=$KEY\n' }),
  ],
});
