import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No App Configuration connection string in code', ja: 'コードに App Configuration の接続文字列が含まれていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. It reads, or changes, the settings of applications.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。アプリケーション設定を閲覧・変更できます。',
  },
  fix: {
    summary: { en: 'Regenerate the key and use Entra ID.', ja: 'キーを再生成し、Entra ID 認証に切り替えてください。' },
    text: 'Endpoint=https://orders.azconfig.io;Id=ab;Secret=$KEY',
  },
  references: ['https://learn.microsoft.com/azure/azure-app-configuration/howto-disable-access-key-authentication'],
  equivalents: [],
  evaluate: (secret) =>
    judgeSecret(secret, 'azure-app-configuration', { en: 'an App Configuration connection string', ja: 'App Configuration の接続文字列' }),
  examples: [
    fails('written in a file', {
      text: `Endpoint=https://orders.azconfig.io;Id=ab-l0-s0:c;Secret=${['/eR1UYzaLiA/zNyD7CHLn/', 'xC+1hsYgBds1ghxY5OokvQ'].join('')}\n`,
    }),
    isNotApplicable('none', { text: 'Endpoint=https://orders.azconfig.io;Id=ab;Secret=$KEY\n' }),
  ],
});
