/** Attackers use the regions that nobody looks at. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Macie is on in every enabled region', ja: '有効なすべてのリージョンで Macie が有効になっている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.core.region',
  why: {
    en: 'Buckets of a region without Macie are not looked at for personal data and credentials.',
    ja: 'Macie のないリージョンのバケットでは、個人データや認証情報が検査されません。',
  },
  fix: {
    summary: { en: 'Switch Macie on in every region that holds buckets.', ja: 'バケットのあるリージョンでは Macie を有効にしてください。' },
    cli: 'aws macie2 enable-macie --region REGION',
  },
  references: ['https://docs.aws.amazon.com/macie/latest/user/getting-started.html'],
  equivalents: ['prowler:macie_is_enabled', 'Macie.1'],
  noFramework: 'linked through aws-macie-enabled, which judges the session itself',
  evaluate(region) {
    if (region.macie) return pass();
    return fail({ en: `Macie is off in ${region.name}`, ja: `${region.name} で Macie が有効ではありません` });
  },
  examples: [
    fails('off', {
      live: [
        { call: 'config:DescribeConfigurationRecorders', region: 'eu-central-1', response: { ConfigurationRecorders: [] } },
        { call: 'macie2:GetMacieSession', region: 'eu-central-1', response: { status: 'PAUSED' } },
      ],
    }),
    passes('on', {
      live: [
        { call: 'config:DescribeConfigurationRecorders', region: 'eu-central-1', response: { ConfigurationRecorders: [] } },
        { call: 'macie2:GetMacieSession', region: 'eu-central-1', response: { status: 'ENABLED' } },
      ],
    }),
    isUnknown('nobody may ask', {
      live: [
        { call: 'config:DescribeConfigurationRecorders', region: 'eu-central-1', response: { ConfigurationRecorders: [] } },
        { call: 'macie2:GetMacieSession', region: 'eu-central-1', error: 'AccessDeniedException' },
      ],
    }),
  ],
});
