/** What is rebuilt often comes from a known image; what was never rebuilt is what its administrators made of it. */
import type { ExampleCall } from '@kumomori/model';
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

const instance = (made: string, { state = 'running', started = made } = {}): readonly ExampleCall[] => [
  {
    call: 'ec2:DescribeInstances',
    region: 'ap-northeast-1',
    response: {
      Reservations: [
        {
          Instances: [
            {
              InstanceId: 'i-0123456789abcdef0',
              State: { Name: state },
              LaunchTime: started,
              NetworkInterfaces: [{ NetworkInterfaceId: 'eni-0123456789abcdef0', Attachment: { DeviceIndex: 0, AttachTime: made } }],
            },
          ],
        },
      ],
    },
  },
];

export const check = defineCheck({
  title: { en: 'Instances are rebuilt within 180 days', ja: 'インスタンスが 180 日以内に作り直される' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.ec2.instance-age',
  why: {
    en: 'An old machine drifts from its image: nobody knows what was changed by hand, nor whether it could be built again.',
    ja: '古いインスタンスは元のイメージから離れ、手作業の変更も、再構築できるかどうかも分からなくなります。',
  },
  fix: {
    summary: {
      en: 'Build a new instance from a current image, move the work over, and terminate the old one.',
      ja: '最新のイメージから新しいインスタンスを作って移行し、古いものは終了してください。',
    },
    cli: 'aws ec2 run-instances --launch-template LaunchTemplateName=NAME && aws ec2 terminate-instances --instance-ids OLD',
    console: {
      en: 'EC2 → Instances → Launch instances from template; then the old one → Instance state → Terminate.',
      ja: 'EC2 → インスタンス → テンプレートからインスタンスを起動。その後、古いもの → インスタンスの状態 → 終了。',
    },
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Instance.html'],
  equivalents: ['prowler:ec2_instance_older_than_specific_days'],
  params: { days: { type: 'number', default: 180, min: 1, description: { en: 'Age in days at most', ja: '最大の経過日数' } } },
  evaluate(instance, { days }) {
    if (instance.state !== 'running') return notApplicable({ en: 'It does not run', ja: '実行中ではありません' });
    if (instance.ageDays <= days) return pass();
    return fail(
      {
        en: `Instance ${instance.name} was made ${instance.ageDays} days ago`,
        ja: `インスタンス ${instance.name} は作成から ${instance.ageDays} 日経っています`,
      },
      { at: ['ageDays'] },
    );
  },
  examples: [
    fails('two years', { live: instance('2024-06-01T00:00:00Z') }),
    fails('started again yesterday', { live: instance('2024-06-01T00:00:00Z', { started: '2026-06-30T00:00:00Z' }) }),
    fails('a house rule of 90 days', { live: instance('2026-03-01T00:00:00Z') }, { params: { days: 90 } }),
    passes('four months', { live: instance('2026-03-01T00:00:00Z') }),
    isNotApplicable('stopped', { live: instance('2024-06-01T00:00:00Z', { state: 'stopped' }) }),
  ],
});
