import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No Slack webhook in code', ja: 'コードに Slack の Webhookが含まれていない' },
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
    text: 'URL=$SLACK_URL',
  },
  references: ['https://api.slack.com/messaging/webhooks'],
  equivalents: [],
  evaluate: (secret) => judgeSecret(secret, 'slack-webhook', { en: 'a Slack webhook', ja: 'Slack の Webhook' }),
  examples: [
    fails('written in a file', {
      text: `URL=https://${['hooks.slack', '.com/services/TDXPOQAQZR/BEAHCHTFFD/tqJ09bbg7SVmqb1MOKDHpSCg'].join('')}\n`,
    }),
    isNotApplicable('none', { text: 'URL=$SLACK_URL\n' }),
  ],
});
