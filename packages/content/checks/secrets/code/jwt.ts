import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No signed token (JWT) in code', ja: 'コードに署名付きトークン (JWT)が含まれていない' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. Until it expires whoever has it is who it says.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。失効するまで、記載された主体になりすませます。',
  },
  fix: {
    summary: {
      en: 'Revoke the session or let it expire; keep tokens out of files.',
      ja: 'セッションを失効させ、トークンをファイルに残さないでください。',
    },
    text: 'TOKEN=$TOKEN',
  },
  references: ['https://www.rfc-editor.org/rfc/rfc7519'],
  equivalents: ['CKV_SECRET_9'],
  evaluate: (secret) => judgeSecret(secret, 'jwt', { en: 'a signed token (JWT)', ja: '署名付きトークン (JWT)' }),
  examples: [
    fails('written in a file', {
      text: `TOKEN=${['eyJhbG', 'ciOiAiUlMyNTYiLCAia2lkIjogImEifQ.eyJzdWIiOiAib3JkZXJzIiwgIm5hbWUiOiAiYXBwIiwgImlhdCI6IDE3MDAwMDAwMDB9.ETdIKnT30fK0skBaHmsWWdawFgFSY0l9FLw91GqK'].join('')}\n`,
    }),
    isNotApplicable('none', { text: 'TOKEN=$TOKEN\n' }),
  ],
});
