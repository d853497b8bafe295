import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No Azure DevOps access token in code', ja: 'コードに Azure DevOps のアクセストークンが含まれていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. It reads and changes code and pipelines.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。コードとパイプラインを閲覧・変更できます。',
  },
  fix: {
    summary: { en: 'Revoke the token.', ja: 'トークンを取り消してください。' },
    text: 'AZURE_DEVOPS_EXT_PAT=$PAT',
  },
  references: ['https://learn.microsoft.com/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate'],
  equivalents: [],
  evaluate: (secret) =>
    judgeSecret(secret, 'azure-devops-token', { en: 'an Azure DevOps access token', ja: 'Azure DevOps のアクセストークン' }),
  examples: [
    fails('written in a file', {
      text: `AZURE_DEVOPS_EXT_PAT=${['mlP7HVDctQUy1xvCkgafrfwA94hJ9WnywX0t0ZBfdTEmxI6CmuxV5EbOApZOXzcycDeZ6dqmVe5M', 'AZDOvxrv'].join('')}\n`,
    }),
    isNotApplicable('none', { text: 'AZURE_DEVOPS_EXT_PAT=$PAT\n' }),
  ],
});
