import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No Azure storage account key in code', ja: 'コードに Azure ストレージアカウントキーが含まれていない' },
  severity: 'critical',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. It opens every container, queue and table of the account, past all roles.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。ロールに関係なく、アカウント内のすべてのデータに届きます。',
  },
  fix: {
    summary: { en: 'Rotate the key and use Entra ID.', ja: 'キーをローテーションし、Entra ID 認証に切り替えてください。' },
    text: 'AccountName=orders;AccountKey=$KEY',
  },
  references: ['https://learn.microsoft.com/azure/storage/common/storage-account-keys-manage'],
  equivalents: ['CKV_SECRET_3'],
  evaluate: (secret) =>
    judgeSecret(secret, 'azure-storage-key', { en: 'an Azure storage account key', ja: 'Azure ストレージアカウントキー' }),
  examples: [
    fails('written in a file', {
      text: `DefaultEndpointsProtocol=https;AccountName=orders;AccountKey=${['DkdfrUnW5gcF+Ha6ili8GjHEAD6/Wj9KfzjsQGMrb9h', '+ImB+LK777pzNk8cL6j5IXAAjlsHUqJoUD/+Ydua+5Z=='].join('')}\n`,
    }),
    isNotApplicable('none', { text: 'AccountName=orders;AccountKey=$KEY\n' }),
  ],
});
