import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No Vault token in code', ja: 'コードに Vault のトークンが含まれていない' },
  severity: 'critical',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. It opens the secrets its policies allow.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。ポリシーの範囲のすべての秘密を取り出せます。',
  },
  fix: {
    summary: {
      en: 'Revoke it where it was made, and take it from a secret store.',
      ja: '発行元で取り消し、シークレットストアから渡してください。',
    },
    text: 'TOKEN=$TOKEN',
  },
  references: ['https://developer.hashicorp.com/vault/docs/concepts/tokens'],
  equivalents: [],
  evaluate: (secret) => judgeSecret(secret, 'vault-token', { en: 'a Vault token', ja: 'Vault のトークン' }),
  examples: [
    fails('written in a file', {
      text: `TOKEN=${['hvs.', 'PL76dFKHc0hXZAKS6zCeaRyML8QjEXAJgfPEn5jOaBaaRQh92fn3hiEbrUKpCUVl7dxXVTS2jUWfsOJTFDQ74q69dT'].join('')}\n`,
    }),
    isNotApplicable('none', { text: 'TOKEN=$TOKEN\n' }),
  ],
});
