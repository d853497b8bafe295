/** Attackers use the regions that nobody looks at. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'AWS Config records in every enabled region', ja: '有効なすべてのリージョンで AWS Config が記録している' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'detective',
  on: 'aws.core.region',
  why: {
    en: 'What is changed in a region without a recorder leaves no history.',
    ja: 'レコーダーのないリージョンでの変更は履歴に残りません。',
  },
  fix: {
    summary: {
      en: 'Start a recorder in every region, best with a stack set or a conformance pack of the organization.',
      ja: 'すべてのリージョンでレコーダーを開始してください。組織のスタックセットなどで一括展開するのが確実です。',
    },
    cli: 'aws configservice start-configuration-recorder --configuration-recorder-name default --region REGION',
  },
  references: ['https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html'],
  equivalents: ['Config.1', 'prowler:config_recorder_all_regions_enabled'],
  noFramework: 'linked through aws-config-recorder-all-regions, which judges the recorder itself',
  evaluate(region) {
    if (region.config) return pass();
    return fail({ en: `No AWS Config recorder runs in ${region.name}`, ja: `${region.name} で AWS Config のレコーダーが動いていません` });
  },
  examples: [
    fails('off', {
      live: [
        { call: 'config:DescribeConfigurationRecorders', region: 'eu-central-1', response: { ConfigurationRecorders: [] } },
        { call: 'config:DescribeConfigurationRecorderStatus', region: 'eu-central-1', response: { ConfigurationRecordersStatus: [] } },
      ],
    }),
    passes('on', {
      live: [
        { call: 'config:DescribeConfigurationRecorders', region: 'eu-central-1', response: { ConfigurationRecorders: [] } },
        {
          call: 'config:DescribeConfigurationRecorderStatus',
          region: 'eu-central-1',
          response: { ConfigurationRecordersStatus: [{ name: 'default', recording: true }] },
        },
      ],
    }),
    isUnknown('nobody may ask', {
      live: [
        { call: 'config:DescribeConfigurationRecorders', region: 'eu-central-1', response: { ConfigurationRecorders: [] } },
        { call: 'config:DescribeConfigurationRecorderStatus', region: 'eu-central-1', error: 'AccessDeniedException' },
      ],
    }),
  ],
});
