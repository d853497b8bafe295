import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No Azure shared access signature in code', ja: 'コードに Azure の共有アクセス署名 (SAS)が含まれていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. Until it expires anybody with the address has what it grants.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。期限まで、URL を知る誰もが許可された操作をできます。',
  },
  fix: {
    summary: {
      en: 'Revoke it by its stored policy or by rotating the account key.',
      ja: '保存ポリシーの取り消し、またはアカウントキーのローテーションで失効させてください。',
    },
    text: 'https://orders.blob.core.windows.net/a?sv=2022-11-02&sp=rl&sig=$SIG',
  },
  references: ['https://learn.microsoft.com/azure/storage/common/storage-sas-overview'],
  equivalents: [],
  evaluate: (secret) =>
    judgeSecret(secret, 'azure-sas-token', { en: 'an Azure shared access signature', ja: 'Azure の共有アクセス署名 (SAS)' }),
  examples: [
    fails('written in a file', {
      text: `https://orders.blob.core.windows.net/a?sv=2022-11-02&sp=rl&se=2030-01-01&sig=${['4bV3AyAVHnyrvWdFrK9xi', 'RGHOY32nfr5pyzPCB9t203%3D'].join('')}\n`,
    }),
    isNotApplicable('none', { text: 'https://orders.blob.core.windows.net/a?sv=2022-11-02&sp=rl&sig=$SIG\n' }),
  ],
});
