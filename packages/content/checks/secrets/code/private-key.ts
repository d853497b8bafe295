import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No private key in code', ja: 'コードに秘密鍵が含まれていない' },
  severity: 'critical',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. Whoever has it is the server, person or service that it stands for.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。鍵が表すサーバー・人・サービスになりすませます。',
  },
  fix: {
    summary: {
      en: 'Replace the key pair and keep the key in a secret store.',
      ja: '鍵ペアを交換し、鍵はシークレットストアに置いてください。',
    },
    text: '-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE\n-----END PUBLIC KEY-----',
  },
  references: ['https://www.rfc-editor.org/rfc/rfc7468'],
  equivalents: ['CKV_SECRET_13'],
  evaluate: (secret) => judgeSecret(secret, 'private-key', { en: 'a private key', ja: '秘密鍵' }),
  examples: [
    fails('written in a file', {
      text: `${['-----BEGIN RSA PRIV', 'ATE KEY-----\nCiSGuPJ6sG9AHEOVezxZuJPWvHogU5nGYVHWVsUQk4DwgLGNOaeCtL31Ugq+Dfcg\naTMnTC0MrAU8urbFt5misIZHbhS4/FvafhdZxEuhnbzs0z1wNiMg9aW37k5wCnHD\n-----END RSA PRIV', 'ATE KEY-----'].join('')}\n`,
    }),
    isNotApplicable('none', { text: '-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE\n-----END PUBLIC KEY-----\n' }),
  ],
});
