import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No HCP Terraform token in code', ja: 'コードに HCP Terraform のトークンが含まれていない' },
  severity: 'critical',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. It reads states, which hold secrets, and changes infrastructure.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。秘密を含む状態の閲覧と、インフラの変更ができます。',
  },
  fix: {
    summary: {
      en: 'Revoke it where it was made, and take it from a secret store.',
      ja: '発行元で取り消し、シークレットストアから渡してください。',
    },
    text: 'TOKEN=$TOKEN',
  },
  references: ['https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens'],
  equivalents: [],
  evaluate: (secret) => judgeSecret(secret, 'terraform-token', { en: 'an HCP Terraform token', ja: 'HCP Terraform のトークン' }),
  examples: [
    fails('written in a file', {
      text: `TOKEN=${['iLOfYczUJ4zIKd.atlas', 'v1.ztgacm06EMXQdYG6INyNjORSSM4RfncQODOWlgQl3cAXg67Pax30iYtJTq3tlAcubBK'].join('')}\n`,
    }),
    isNotApplicable('none', { text: 'TOKEN=$TOKEN\n' }),
  ],
});
