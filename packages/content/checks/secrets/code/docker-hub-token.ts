import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No Docker Hub token in code', ja: 'コードに Docker Hub のトークンが含まれていない' },
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
    text: 'TOKEN=$TOKEN',
  },
  references: ['https://docs.docker.com/security/access-tokens/'],
  equivalents: [],
  evaluate: (secret) => judgeSecret(secret, 'docker-hub-token', { en: 'a Docker Hub token', ja: 'Docker Hub のトークン' }),
  examples: [
    fails('written in a file', { text: `TOKEN=${['dckr_pat_', '1DxBA9RelOxOPbbNcRV7vZgGEFW'].join('')}\n` }),
    isNotApplicable('none', { text: 'TOKEN=$TOKEN\n' }),
  ],
});
