import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No Discord webhook in code', ja: 'コードに Discord の Webhookが含まれていない' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. Anybody who has the address can write to the channel: a good place for phishing.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。URL を知る誰もがチャンネルに投稿でき、フィッシングに悪用されます。',
  },
  fix: {
    summary: {
      en: 'Revoke it where it was made, and take it from a secret store.',
      ja: '発行元で取り消し、シークレットストアから渡してください。',
    },
    text: 'URL=$DISCORD_URL',
  },
  references: ['https://discord.com/developers/docs/resources/webhook'],
  equivalents: [],
  evaluate: (secret) => judgeSecret(secret, 'discord-webhook', { en: 'a Discord webhook', ja: 'Discord の Webhook' }),
  examples: [
    fails('written in a file', {
      text: `URL=https://${['discord', '.com/api/webhooks/376634592853721792/Fz9KjA2Yr3NMhy2CSDsUwswzHJMyPuaYV2FyCtlItZjBKyLof06vu1M1p9unB569abdq'].join('')}\n`,
    }),
    isNotApplicable('none', { text: 'URL=$DISCORD_URL\n' }),
  ],
});
