import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No Teams webhook in code', ja: 'コードに Teams の Webhookが含まれていない' },
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
    text: 'URL=$TEAMS_URL',
  },
  references: ['https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook'],
  equivalents: [],
  evaluate: (secret) => judgeSecret(secret, 'teams-webhook', { en: 'a Teams webhook', ja: 'Teams の Webhook' }),
  examples: [
    fails('written in a file', {
      text: `URL=https://${['orders.webhook', '.office.com/webhookb2/b35183ef-8333-c477-4ec5-0cd1c1bac7ad@ac1a4b7d-0b35-2ad6-074d-ce1118813830/IncomingWebhook/d71939b53182e4e349d98729e7c6be9f/f907a76c-c0b5-7aaf-8969-1052be1ceb37'].join('')}\n`,
    }),
    isNotApplicable('none', { text: 'URL=$TEAMS_URL\n' }),
  ],
});
