import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No Azure Container Registry password in code', ja: 'コードに Azure Container Registry のパスワードが含まれていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. It pushes and pulls images.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。イメージを取得・差し替えできます。',
  },
  fix: {
    summary: { en: 'Regenerate it and switch the admin account off.', ja: '再生成し、管理者アカウントを無効にしてください。' },
    text: 'PASSWORD=$PASSWORD',
  },
  references: ['https://learn.microsoft.com/azure/container-registry/container-registry-authentication'],
  equivalents: [],
  evaluate: (secret) =>
    judgeSecret(secret, 'azure-container-registry-key', {
      en: 'an Azure Container Registry password',
      ja: 'Azure Container Registry のパスワード',
    }),
  examples: [
    fails('written in a file', { text: `PASSWORD=${['fHOJMaidDn87XG3/q/xbMtEPO6UkzYuF0ie9Pu2njH+', 'ACRBNfngA'].join('')}\n` }),
    isNotApplicable('none', { text: 'PASSWORD=$PASSWORD\n' }),
  ],
});
