import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No key of an Azure service in code', ja: 'コードに Azure サービスのキーが含まれていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. It opens the service it was made for, past all roles.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。ロールに関係なく、対象サービスを操作できます。',
  },
  fix: {
    summary: { en: 'Regenerate the key and use Entra ID.', ja: 'キーを再生成し、Entra ID 認証に切り替えてください。' },
    text: 'KEY=$KEY',
  },
  references: ['https://learn.microsoft.com/azure/security/fundamentals/identity-management-best-practices'],
  equivalents: [],
  evaluate: (secret) => judgeSecret(secret, 'azure-service-key', { en: 'a key of an Azure service', ja: 'Azure サービスのキー' }),
  examples: [
    fails('written in a file', {
      text: `KEY=${['FTCloiADN5RpVI2XQWhX1ssrKrxqVqmCplppjs46LmuezqpGHoPZ', 'JQQJ99gPDcgaE40o1C6xc4sohdmM0Lm7'].join('')}\n`,
    }),
    isNotApplicable('none', { text: 'KEY=$KEY\n' }),
  ],
});
