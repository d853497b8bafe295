import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No Atlassian token in code', ja: 'コードに Atlassian のトークンが含まれていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. It reads or changes code, packages and pipelines.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。コード・パッケージ・パイプラインを閲覧・変更できます。',
  },
  fix: {
    summary: {
      en: 'Revoke it where it was made, and take it from a secret store.',
      ja: '発行元で取り消し、シークレットストアから渡してください。',
    },
    text: 'TOKEN=$TOKEN',
  },
  references: ['https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/'],
  equivalents: [],
  evaluate: (secret) => judgeSecret(secret, 'atlassian-token', { en: 'an Atlassian token', ja: 'Atlassian のトークン' }),
  examples: [
    fails('written in a file', {
      text: `TOKEN=${['ATATT3', 'WMPcwLuHj31CQJVukDCSXqLoivDP4SpGmrtWT01NjUjpUuMHwkpu9mq9Ugk9QgmyjjYtUtBrmgO6grn4yDcaz2YBSoGOsDbjqMVzaVp62BSKLVPA2oQUP44XPSL2oRlPhDBuqOSg5ApY'].join('')}\n`,
    }),
    isNotApplicable('none', { text: 'TOKEN=$TOKEN\n' }),
  ],
});
