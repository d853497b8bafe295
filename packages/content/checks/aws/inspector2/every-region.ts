/** Attackers use the regions that nobody looks at. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Amazon Inspector is on in every enabled region', ja: '有効なすべてのリージョンで Amazon Inspector が有効になっている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.core.region',
  why: {
    en: 'Machines and images of a region without Inspector are not looked at for known vulnerabilities.',
    ja: 'Inspector のないリージョンでは、マシンやイメージの既知の脆弱性が検査されません。',
  },
  fix: {
    summary: {
      en: 'Switch Inspector on in every region that is used, and close the others with a service control policy.',
      ja: '使うリージョンでは Inspector を有効にし、使わないリージョンは SCP で閉じてください。',
    },
    cli: 'aws inspector2 enable --resource-types EC2 ECR LAMBDA --region REGION',
  },
  references: ['https://docs.aws.amazon.com/inspector/latest/user/getting_started_tutorial.html'],
  equivalents: ['prowler:inspector2_is_enabled', 'Inspector.1'],
  noFramework: 'linked through aws-inspector2-enabled',
  evaluate(region) {
    if (region.inspector) return pass();
    return fail({ en: `Amazon Inspector is off in ${region.name}`, ja: `${region.name} で Amazon Inspector が有効ではありません` });
  },
  examples: [
    fails('off', {
      live: [
        {
          call: 'inspector2:BatchGetAccountStatus',
          region: 'eu-central-1',
          response: { accounts: [{ resourceState: { ec2: { status: 'DISABLED' } } }] },
        },
      ],
    }),
    passes('on', {
      live: [
        {
          call: 'inspector2:BatchGetAccountStatus',
          region: 'eu-central-1',
          response: { accounts: [{ resourceState: { ec2: { status: 'ENABLED' } } }] },
        },
      ],
    }),
    isUnknown('nobody may ask', {
      live: [
        { call: 'config:DescribeConfigurationRecorders', region: 'eu-central-1', response: { ConfigurationRecorders: [] } },
        { call: 'inspector2:BatchGetAccountStatus', region: 'eu-central-1', error: 'AccessDeniedException' },
      ],
    }),
  ],
});
