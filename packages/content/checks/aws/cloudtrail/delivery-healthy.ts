/** A trail that is on and cannot write looks like a trail. */
import type { ExampleCall, JsonObject } from '@kumomori/model';
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

const arn = 'arn:aws:cloudtrail:ap-northeast-1:123456789012:trail/all';
const trail = (status: JsonObject): readonly ExampleCall[] => [
  {
    call: 'cloudtrail:DescribeTrails',
    region: 'ap-northeast-1',
    response: { trailList: [{ TrailARN: arn, Name: 'all', HomeRegion: 'ap-northeast-1' }] },
  },
  { call: 'cloudtrail:GetTrailStatus', region: 'ap-northeast-1', request: { Name: arn }, response: status },
];

export const check = defineCheck({
  title: { en: 'Trail delivery reports no recent error', ja: '証跡の配信にエラーが出ていない' },
  severity: 'high',
  priority: 'P0',
  controlType: 'detective',
  on: 'aws.cloudtrail.delivery',
  why: {
    en: 'When the bucket, key or log group refuses the trail, events are lost while every setting still looks right.',
    ja: 'バケットやキー、ロググループが配信を拒否すると、設定は正しく見えたままイベントが失われます。',
  },
  fix: {
    summary: {
      en: 'Repair what the error names: the policy of the bucket, of the key, or the role for the log group.',
      ja: 'エラーが示すバケットポリシー、キーポリシー、ロググループ用のロールを修正してください。',
    },
    cli: 'aws cloudtrail get-trail-status --name TRAIL',
    console: { en: 'CloudTrail → Trails → the trail → General details.', ja: 'CloudTrail → 証跡 → 対象 → 一般的な詳細。' },
  },
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrailStatus.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html',
  ],
  equivalents: ['cloudsploit:cloudtrailDeliveryFailing'],
  params: {
    days: { type: 'number', default: 1, min: 1, description: { en: 'Days without a file at most', ja: 'ファイルが書かれない日数の上限' } },
  },
  evaluate(trail, { days }) {
    if (!trail.isLogging) return notApplicable({ en: 'The trail is off', ja: '証跡は停止しています' });
    const error = trail.deliveryError ?? trail.digestError ?? trail.logGroupError ?? trail.notificationError;
    if (error !== undefined)
      return fail({ en: `Trail ${trail.name} cannot deliver: ${error}`, ja: `証跡 ${trail.name} は配信できていません: ${error}` });
    const { deliveredDays } = trail;
    if (deliveredDays === undefined || deliveredDays <= days) return pass();
    return fail(
      {
        en: `Trail ${trail.name} wrote nothing for ${deliveredDays} days`,
        ja: `証跡 ${trail.name} は ${deliveredDays} 日間何も書いていません`,
      },
      { at: ['deliveredDays'] },
    );
  },
  examples: [
    fails('the bucket refuses', { live: trail({ IsLogging: true, LatestDeliveryError: 'AccessDenied' }) }),
    fails('the log group is gone', { live: trail({ IsLogging: true, LatestCloudWatchLogsDeliveryError: 'ResourceNotFoundException' }) }),
    fails('silent for a week', { live: trail({ IsLogging: true, LatestDeliveryTime: '2026-06-23T00:00:00Z' }) }),
    passes('an hour ago', { live: trail({ IsLogging: true, LatestDeliveryTime: '2026-06-30T23:00:00Z' }) }),
    isNotApplicable('off', { live: trail({ IsLogging: false }) }),
    isUnknown('its status may not be read', { live: trail({}).slice(0, 1) }),
  ],
});
