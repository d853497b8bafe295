/** Jobs look where somebody already thought of; discovery looks everywhere. */
import type { ExampleCall } from '@kumomori/model';
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

const macie = (status: string): readonly ExampleCall[] => [
  { call: 'macie2:GetMacieSession', region: 'ap-northeast-1', response: { status: 'ENABLED' } },
  { call: 'macie2:GetAutomatedDiscoveryConfiguration', region: 'ap-northeast-1', response: { status } },
];

export const check = defineCheck({
  title: { en: 'Automated sensitive-data discovery is on', ja: '機密データの自動検出が有効になっている' },
  severity: 'high',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.macie.automated-discovery',
  why: {
    en: 'Personal data lands in buckets that nobody would have named in a job.',
    ja: '個人データは、ジョブで指定しないバケットにも入り込みます。',
  },
  fix: {
    summary: { en: 'Switch automated discovery on in Macie.', ja: 'Macie の自動検出を有効にしてください。' },
    cli: 'aws macie2 update-automated-discovery-configuration --status ENABLED',
    console: { en: 'Macie → Automated sensitive data discovery → Enable.', ja: 'Macie → 機密データの自動検出 → 有効化。' },
  },
  references: ['https://docs.aws.amazon.com/macie/latest/user/discovery-asdd.html'],
  equivalents: ['Macie.2', 'prowler:macie_automated_sensitive_data_discovery_enabled'],
  evaluate(discovery) {
    if (discovery.status === 'ENABLED') return pass();
    return fail(
      { en: `${discovery.name} does not look for sensitive data by itself`, ja: `${discovery.name} の自動検出が有効ではありません` },
      { at: ['status'] },
    );
  },
  examples: [
    fails('off', { live: macie('DISABLED') }),
    passes('on', { live: macie('ENABLED') }),
    isUnknown('its setting may not be read', { live: macie('ENABLED').slice(0, 1) }),
  ],
});
