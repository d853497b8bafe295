import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No registry login in code', ja: 'コードにコンテナレジストリのログイン情報が含まれていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. It pulls private images, or pushes what others run.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。非公開イメージの取得や、他者が実行するイメージの差し替えができます。',
  },
  fix: {
    summary: {
      en: 'Revoke it where it was made, and take it from a secret store.',
      ja: '発行元で取り消し、シークレットストアから渡してください。',
    },
    text: '{"auths": {}, "credsStore": "pass"}',
  },
  references: ['https://docs.docker.com/reference/cli/docker/login/'],
  equivalents: [],
  evaluate: (secret) => judgeSecret(secret, 'docker-config-auth', { en: 'a registry login', ja: 'コンテナレジストリのログイン情報' }),
  examples: [
    fails('written in a file', {
      text: `{"auths": {"registry.example.com": {"auth": "${['seB1qRmUR8', 'AK3R2GgLLT/ZQISA/pQyOM=='].join('')}"}}}\n`,
    }),
    isNotApplicable('none', { text: '{"auths": {}, "credsStore": "pass"}\n' }),
  ],
});
