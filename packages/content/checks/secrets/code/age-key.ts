import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No age secret key in code', ja: 'コードに age の秘密鍵が含まれていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. It opens everything that was encrypted for it.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。この鍵宛てに暗号化されたすべてを復号できます。',
  },
  fix: {
    summary: { en: 'Make a new key and encrypt again.', ja: '新しい鍵を作り、再暗号化してください。' },
    text: 'KEY=$KEY',
  },
  references: ['https://age-encryption.org/'],
  equivalents: [],
  evaluate: (secret) => judgeSecret(secret, 'age-key', { en: 'an age secret key', ja: 'age の秘密鍵' }),
  examples: [
    fails('written in a file', {
      text: `KEY=${['AGE-SECRET-KEY-1', 'Z84SR3MSJD9Q2S0V25VC40C77QPMWNDEY2FZP8X2KFPPZGZYZYHVYCX0DD'].join('')}\n`,
    }),
    isNotApplicable('none', { text: 'KEY=$KEY\n' }),
  ],
});
