import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No basic authentication header in code', ja: 'コードに Basic 認証ヘッダーが含まれていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. Base64 is no encryption: name and password can be read.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。Base64 は暗号化ではなく、ユーザー名とパスワードが読めます。',
  },
  fix: {
    summary: {
      en: 'Change the password and take the header from a secret store.',
      ja: 'パスワードを変更し、ヘッダーはシークレットストアから渡してください。',
    },
    text: 'Authorization: Basic $CREDENTIALS',
  },
  references: ['https://www.rfc-editor.org/rfc/rfc7617'],
  equivalents: [],
  evaluate: (secret) => judgeSecret(secret, 'basic-auth-header', { en: 'a basic authentication header', ja: 'Basic 認証ヘッダー' }),
  examples: [
    fails('written in a file', { text: `Authorization: Basic ${['oeelK9mqmA', 'LOR2HcSGKgVP8Kd0d3mS'].join('')}\n` }),
    isNotApplicable('none', { text: 'Authorization: Basic $CREDENTIALS\n' }),
  ],
});
