import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No Databricks token in code', ja: 'コードに Databricks のトークンが含まれていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. It reads and changes the data of the workspace.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。ワークスペースのデータを閲覧・変更できます。',
  },
  fix: {
    summary: {
      en: 'Revoke it where it was made, and take it from a secret store.',
      ja: '発行元で取り消し、シークレットストアから渡してください。',
    },
    text: 'TOKEN=$TOKEN',
  },
  references: ['https://docs.databricks.com/en/dev-tools/auth/pat.html'],
  equivalents: [],
  evaluate: (secret) => judgeSecret(secret, 'databricks-token', { en: 'a Databricks token', ja: 'Databricks のトークン' }),
  examples: [
    fails('written in a file', { text: `TOKEN=${['dapi', '10102c995f1abef543b5dfce8a981a04'].join('')}\n` }),
    isNotApplicable('none', { text: 'TOKEN=$TOKEN\n' }),
  ],
});
