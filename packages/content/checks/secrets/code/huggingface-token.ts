import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No Hugging Face token in code', ja: 'コードに Hugging Face のトークンが含まれていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. It reads private models, or changes published ones.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。非公開モデルの閲覧や、公開モデルの改変ができます。',
  },
  fix: {
    summary: {
      en: 'Revoke it where it was made, and take it from a secret store.',
      ja: '発行元で取り消し、シークレットストアから渡してください。',
    },
    text: 'TOKEN=$TOKEN',
  },
  references: ['https://huggingface.co/docs/hub/security-tokens'],
  equivalents: [],
  evaluate: (secret) => judgeSecret(secret, 'huggingface-token', { en: 'a Hugging Face token', ja: 'Hugging Face のトークン' }),
  examples: [
    fails('written in a file', { text: `TOKEN=${['hf_', 'fmOtiiRTFQEpTpaGSCiPwStiTjLKpvOhJB'].join('')}\n` }),
    isNotApplicable('none', { text: 'TOKEN=$TOKEN\n' }),
  ],
});
