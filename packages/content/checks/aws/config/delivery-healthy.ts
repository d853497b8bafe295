/** What the recorder sees is of use only when it arrives. */
import type { ExampleCall, JsonObject } from '@kumomori/model';
import { anyOf, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

const channel = (configHistoryDeliveryInfo: JsonObject): readonly ExampleCall[] => [
  {
    call: 'config:DescribeDeliveryChannelStatus',
    region: 'ap-northeast-1',
    response: { DeliveryChannelsStatus: [{ name: 'default', configHistoryDeliveryInfo }] },
  },
];

export const check = defineCheck({
  title: { en: 'AWS Config delivers what it records', ja: 'AWS Config の記録が配信されている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'detective',
  on: 'aws.config.delivery',
  why: {
    en: 'When the bucket or topic refuses AWS Config, the history has holes while the recorder still runs.',
    ja: 'バケットやトピックが配信を拒否すると、レコーダーが動いていても履歴が欠けます。',
  },
  fix: {
    summary: {
      en: 'Repair the policy of the bucket, the key or the topic that the error names.',
      ja: 'エラーが示すバケット、キー、トピックのポリシーを修正してください。',
    },
    cli: 'aws configservice describe-delivery-channel-status',
  },
  references: ['https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html'],
  equivalents: ['cloudsploit:configDeliveryFailing'],
  noFramework: 'no control names the delivery apart from the recorder',
  evaluate(channel) {
    const isRefused = anyOf(
      () => channel.historyStatus === 'Failure',
      () => channel.streamStatus === 'Failure',
    );
    if (!isRefused) return pass();
    const error = channel.historyError ?? channel.streamError ?? '';
    return fail({
      en: `Delivery channel ${channel.name} cannot deliver: ${error}`,
      ja: `配信チャネル ${channel.name} は配信できていません: ${error}`,
    });
  },
  examples: [
    fails('the bucket refuses', { live: channel({ lastStatus: 'Failure', lastErrorCode: 'AccessDenied' }) }),
    passes('delivered', { live: channel({ lastStatus: 'Success' }) }),
  ],
});
