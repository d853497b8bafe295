/** Attackers use the regions that nobody looks at. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'GuardDuty is on in every enabled region', ja: '有効なすべてのリージョンで GuardDuty が有効になっている' },
  severity: 'high',
  priority: 'P0',
  controlType: 'detective',
  on: 'aws.core.region',
  why: {
    en: 'Stolen credentials start machines in regions that nobody uses; a detector in each sees it.',
    ja: '盗まれた認証情報は誰も使わないリージョンで悪用されます。各リージョンの検出器がそれを見つけます。',
  },
  fix: {
    summary: {
      en: 'Switch GuardDuty on in every region, best for the whole organization from its administrator.',
      ja: 'すべてのリージョンで GuardDuty を有効にしてください。組織の管理者アカウントから一括で行うのが確実です。',
    },
    cli: 'aws guardduty create-detector --enable --region REGION',
  },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_regions.html'],
  equivalents: ['prowler:guardduty_is_enabled', 'GuardDuty.1'],
  noFramework: 'linked through aws-guardduty-enabled, which judges the detector itself',
  evaluate(region) {
    if (region.guardDuty) return pass();
    return fail({ en: `GuardDuty is off in ${region.name}`, ja: `${region.name} で GuardDuty が有効ではありません` });
  },
  examples: [
    fails('off', { live: [{ call: 'guardduty:ListDetectors', region: 'eu-central-1', response: { DetectorIds: [] } }] }),
    passes('on', {
      live: [
        { call: 'guardduty:ListDetectors', region: 'eu-central-1', response: { DetectorIds: ['d1'] } },
        { call: 'guardduty:GetDetector', region: 'eu-central-1', request: { DetectorId: 'd1' }, response: { Status: 'ENABLED' } },
      ],
    }),
    isUnknown('nobody may ask', {
      live: [
        { call: 'config:DescribeConfigurationRecorders', region: 'eu-central-1', response: { ConfigurationRecorders: [] } },
        { call: 'guardduty:ListDetectors', region: 'eu-central-1', error: 'AccessDeniedException' },
      ],
    }),
  ],
});
