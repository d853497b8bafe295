/** Attackers use the regions that nobody looks at. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Security Hub is on in every enabled region', ja: '有効なすべてのリージョンで Security Hub が有効になっている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'detective',
  on: 'aws.core.region',
  why: { en: 'Findings of a region without Security Hub reach nobody.', ja: 'Security Hub のないリージョンの検出結果は誰にも届きません。' },
  fix: {
    summary: {
      en: 'Switch Security Hub on in every region and aggregate the findings in one.',
      ja: 'すべてのリージョンで Security Hub を有効にし、検出結果を 1 つのリージョンに集約してください。',
    },
    cli: 'aws securityhub enable-security-hub --region REGION',
  },
  references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/finding-aggregation.html'],
  equivalents: ['prowler:securityhub_enabled'],
  noFramework: 'linked through aws-securityhub-enabled',
  evaluate(region) {
    if (region.securityHub) return pass();
    return fail({ en: `Security Hub is off in ${region.name}`, ja: `${region.name} で Security Hub が有効ではありません` });
  },
  examples: [
    fails('off', { live: [{ call: 'securityhub:DescribeHub', region: 'eu-central-1', error: 'InvalidAccessException' }] }),
    passes('on', {
      live: [
        {
          call: 'securityhub:DescribeHub',
          region: 'eu-central-1',
          response: { HubArn: 'arn:aws:securityhub:eu-central-1:123456789012:hub/default' },
        },
      ],
    }),
    isUnknown('nobody may ask', {
      live: [
        { call: 'config:DescribeConfigurationRecorders', region: 'eu-central-1', response: { ConfigurationRecorders: [] } },
        { call: 'securityhub:DescribeHub', region: 'eu-central-1', error: 'AccessDeniedException' },
      ],
    }),
  ],
});
