/** A machine that nobody starts is patched by nobody either, until somebody starts it. */
import type { ExampleCall } from '@kumomori/model';
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

const instance = (state: string, reason: string): readonly ExampleCall[] => [
  {
    call: 'ec2:DescribeInstances',
    region: 'ap-northeast-1',
    response: {
      Reservations: [
        {
          Instances: [
            {
              InstanceId: 'i-0123456789abcdef0',
              LaunchTime: '2026-01-10T00:00:00Z',
              State: { Name: state },
              StateTransitionReason: reason,
            },
          ],
        },
      ],
    },
  },
];

export const check = defineCheck({
  title: { en: 'Stopped instances are removed after 30 days', ja: '停止したインスタンスが 30 日以内に整理される' },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.ec2.instance-age',
  why: {
    en: 'Its disks still hold data, and started again it runs with all the holes that were closed elsewhere meanwhile.',
    ja: 'ディスクにはデータが残り、再び起動すると、その間に修正された脆弱性を抱えたまま動きます。',
  },
  fix: {
    summary: {
      en: 'Make an image or snapshot if it may be needed again, and terminate the instance.',
      ja: '再び必要になりうる場合はイメージかスナップショットを作り、インスタンスを終了してください。',
    },
    cli: 'aws ec2 terminate-instances --instance-ids INSTANCE',
    console: {
      en: 'EC2 → Instances → filter by the state Stopped → the instance → Instance state → Terminate.',
      ja: 'EC2 → インスタンス → 状態「停止済み」で絞り込み → 対象 → インスタンスの状態 → 終了。',
    },
  },
  references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html'],
  equivalents: ['EC2.4', 'prowler:ec2_instance_stopped_older_than_specific_days', 'steampipe:ec2_stopped_instance_30_days'],
  params: { days: { type: 'number', default: 30, min: 1, description: { en: 'Days stopped at most', ja: '停止したままでよい日数' } } },
  evaluate(instance, { days }) {
    if (instance.state !== 'stopped') return notApplicable({ en: 'It is not stopped', ja: '停止していません' });
    const { stoppedDays = 0 } = instance;
    if (stoppedDays <= days) return pass();
    return fail(
      {
        en: `Instance ${instance.name} has been stopped for ${stoppedDays} days`,
        ja: `インスタンス ${instance.name} は ${stoppedDays} 日間停止したままです`,
      },
      { at: ['stoppedDays'] },
    );
  },
  examples: [
    fails('two months', { live: instance('stopped', 'User initiated (2026-05-01 10:20:30 GMT)') }),
    fails('a house rule of a week', { live: instance('stopped', 'User initiated (2026-06-20 10:20:30 GMT)') }, { params: { days: 7 } }),
    passes('last week', { live: instance('stopped', 'User initiated (2026-06-25 10:20:30 GMT)') }),
    isUnknown('stopped by AWS, which tells no time', { live: instance('stopped', 'Server.ScheduledStop') }),
    isNotApplicable('running', { live: instance('running', '') }),
  ],
});
