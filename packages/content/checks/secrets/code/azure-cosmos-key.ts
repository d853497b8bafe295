import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No Azure Cosmos DB key in code', ja: 'コードに Azure Cosmos DB のキーが含まれていない' },
  severity: 'critical',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. It opens every database of the account, past all roles.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。ロールに関係なく、アカウント内の全データベースに届きます。',
  },
  fix: {
    summary: { en: 'Regenerate the key and use Entra ID.', ja: 'キーを再生成し、Entra ID 認証に切り替えてください。' },
    text: 'AccountEndpoint=https://orders.documents.azure.com:443/;AccountKey=$KEY',
  },
  references: ['https://learn.microsoft.com/azure/cosmos-db/secure-access-to-data'],
  equivalents: [],
  evaluate: (secret) => judgeSecret(secret, 'azure-cosmos-key', { en: 'an Azure Cosmos DB key', ja: 'Azure Cosmos DB のキー' }),
  examples: [
    fails('written in a file', {
      text: `AccountEndpoint=https://orders.documents.azure.com:443/;AccountKey=${['Ms1SWOpQaPRYpzbLGViYXjU2JgJngKtFI3OyV2dZAkg', '05rK+gqv81RKMGHZEM9YpvujA/C5Q52ryFlwRlOEVHz=='].join('')}\n`,
    }),
    isNotApplicable('none', { text: 'AccountEndpoint=https://orders.documents.azure.com:443/;AccountKey=$KEY\n' }),
  ],
});
