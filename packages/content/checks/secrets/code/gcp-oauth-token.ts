import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No Google OAuth access token in code', ja: 'コードに Google OAuth のアクセストークンが含まれていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. Until it expires it opens what its owner may do.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。失効するまで、所有者の権限で操作できます。',
  },
  fix: {
    summary: { en: 'Revoke the token.', ja: 'トークンを取り消してください。' },
    text: 'TOKEN=$TOKEN',
  },
  references: ['https://developers.google.com/identity/protocols/oauth2'],
  equivalents: [],
  evaluate: (secret) =>
    judgeSecret(secret, 'gcp-oauth-token', { en: 'a Google OAuth access token', ja: 'Google OAuth のアクセストークン' }),
  examples: [
    fails('written in a file', {
      text: `TOKEN=${['ya29.', 'nwlavyfErGPmpGXafq0fjzLczbttOofL9H2WjQ5TY4MyWuUFjsUNPjc01T5GOBUSZGi6HWGK10Zb0RLZ'].join('')}\n`,
    }),
    isNotApplicable('none', { text: 'TOKEN=$TOKEN\n' }),
  ],
});
