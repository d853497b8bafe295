import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No Google API key in code', ja: 'コードに Google の API キーが含まれていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. Whoever has it calls the APIs it is allowed, on your bill.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。許可された API を、あなたの請求で呼び出せます。',
  },
  fix: {
    summary: { en: 'Delete the key or restrict it to APIs and addresses.', ja: 'キーを削除するか、API とアドレスで制限してください。' },
    text: 'key=$GOOGLE_API_KEY',
  },
  references: ['https://cloud.google.com/docs/authentication/api-keys'],
  equivalents: [],
  evaluate: (secret) => judgeSecret(secret, 'gcp-api-key', { en: 'a Google API key', ja: 'Google の API キー' }),
  examples: [
    fails('written in a file', { text: `key=${['AIza', 'QFI14zGtSnovm14TUOizwd1iaeOV4qBkdfQ'].join('')}\n` }),
    isNotApplicable('none', { text: 'key=$GOOGLE_API_KEY\n' }),
  ],
});
