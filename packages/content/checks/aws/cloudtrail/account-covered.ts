/** What nobody recorded cannot be found out afterwards. */
import type { ExampleCall, JsonObject } from '@kumomori/model';
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

const identity: ExampleCall = { call: 'sts:GetCallerIdentity', response: { Account: '123456789012' } };
const trails = (account: string, more: JsonObject, IsLogging = true): readonly ExampleCall[] => {
  const TrailARN = `arn:aws:cloudtrail:eu-central-1:${account}:trail/all`;
  const region = 'eu-central-1';
  return [
    identity,
    { call: 'cloudtrail:DescribeTrails', region, response: { trailList: [{ TrailARN, Name: 'all', HomeRegion: region, ...more }] } },
    { call: 'cloudtrail:GetTrailStatus', region, request: { Name: TrailARN }, response: { IsLogging } },
    { call: 'cloudtrail:GetEventSelectors', region, request: { TrailName: TrailARN }, response: {} },
  ];
};
const none: ExampleCall = { call: 'cloudtrail:DescribeTrails', region: 'eu-central-1', response: { trailList: [] } };

export const check = defineCheck({
  title: {
    en: 'A trail records the management events of the account in all regions',
    ja: 'アカウントの全リージョンの管理イベントを証跡が記録している',
  },
  severity: 'critical',
  priority: 'P0',
  controlType: 'detective',
  on: 'aws.cloudtrail.coverage',
  why: {
    en: 'Without a trail the console keeps 90 days of events of one region at a time, and an intruder is not seen elsewhere at all.',
    ja: '証跡がないと、リージョンごとに 90 日分の履歴しか残らず、使っていないリージョンでの侵入に気付けません。',
  },
  fix: {
    summary: {
      en: 'Make a multi-region trail for the whole organization, or one in this account.',
      ja: '組織全体のマルチリージョン証跡を作るか、このアカウントに作ってください。',
    },
    cli: 'aws cloudtrail create-trail --name all --s3-bucket-name BUCKET --is-multi-region-trail && aws cloudtrail start-logging --name all',
    console: { en: 'CloudTrail → Trails → Create trail.', ja: 'CloudTrail → 証跡 → 証跡の作成。' },
  },
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/creating-trail-organization.html'],
  equivalents: [
    'CloudTrail.1',
    'prowler:cloudtrail_multi_region_enabled',
    'cloudsploit:cloudtrailEnabled',
    'steampipe:cloudtrail_multi_region_trail_enabled',
  ],
  noFramework: 'linked through aws-cloudtrail-multi-region-enabled, which judges the trails themselves',
  evaluate(account) {
    if (account.isComplete) return pass();
    return fail({
      en: `No trail records the management events of account ${account.name} in all regions`,
      ja: `アカウント ${account.name} の全リージョンの管理イベントを記録する証跡がありません`,
    });
  },
  examples: [
    fails('no trail', { live: [identity, none] }),
    fails('of one region', { live: trails('123456789012', { IsMultiRegionTrail: false }) }),
    fails('off', { live: trails('123456789012', { IsMultiRegionTrail: true }, false) }),
    passes('of the account', { live: trails('123456789012', { IsMultiRegionTrail: true }) }),
    passes('of the organization', { live: trails('210987654321', { IsMultiRegionTrail: true, IsOrganizationTrail: true }) }),
    isUnknown('trails may not be listed', {
      live: [identity, { call: 'cloudtrail:DescribeTrails', region: 'eu-central-1', error: 'AccessDeniedException' }],
    }),
  ],
});
