/** Attackers use the regions that nobody looks at. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Access Analyzer looks at every enabled region', ja: '有効なすべてのリージョンで外部アクセスのアナライザーが動いている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'detective',
  on: 'aws.core.region',
  why: {
    en: 'Buckets, keys and queues are regional: an analyzer only sees those of its own region.',
    ja: 'バケットやキー、キューはリージョンごとのもので、アナライザーは自分のリージョンしか見ません。',
  },
  fix: {
    summary: {
      en: 'Create an analyzer for external access in every region, or one of the organization in its administrator account.',
      ja: 'すべてのリージョンに外部アクセスのアナライザーを作るか、組織のアナライザーを管理者アカウントに作ってください。',
    },
    cli: 'aws accessanalyzer create-analyzer --analyzer-name outside --type ACCOUNT --region REGION',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-getting-started.html'],
  equivalents: ['prowler:accessanalyzer_enabled', 'IAM.28'],
  noFramework: 'linked through aws-iam-access-analyzer-enabled',
  evaluate(region) {
    if (region.accessAnalyzer) return pass();
    return fail({
      en: `No analyzer of external access runs in ${region.name}`,
      ja: `${region.name} で外部アクセスのアナライザーが動いていません`,
    });
  },
  examples: [
    fails('off', { live: [{ call: 'accessanalyzer:ListAnalyzers', region: 'eu-central-1', response: { analyzers: [] } }] }),
    passes('on', {
      live: [
        {
          call: 'accessanalyzer:ListAnalyzers',
          region: 'eu-central-1',
          response: {
            analyzers: [
              { arn: 'arn:aws:access-analyzer:eu-central-1:123456789012:analyzer/a', name: 'a', type: 'ACCOUNT', status: 'ACTIVE' },
            ],
          },
        },
      ],
    }),
    isUnknown('nobody may ask', {
      live: [
        { call: 'config:DescribeConfigurationRecorders', region: 'eu-central-1', response: { ConfigurationRecorders: [] } },
        { call: 'accessanalyzer:ListAnalyzers', region: 'eu-central-1', error: 'AccessDeniedException' },
      ],
    }),
  ],
});
